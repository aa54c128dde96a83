"""Run commands in tests: in this process, in one of its own, or on a terminal that is a pseudo one."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from typer import Typer
from typer.testing import CliRunner

TODAY = "2026-03-10"
CTRL_C = "\x03"
LONGEST = 30.0  # seconds that a command on a terminal may take before the test fails


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, lang: str = "en", app: Typer | None = None) -> Done:
    """Run a command in this process, off a terminal; with `app` where it was built before, which takes a while."""
    from techradar.cli.app import build

    environment = {"TECHRADAR_LANG": lang, "TECHRADAR_TODAY": TODAY}
    result = CliRunner().invoke(app or build(), [str(word) for word in arguments], env=environment)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def environment(**more: str) -> dict[str, str]:
    """The surroundings of a process of its own."""
    source = str(Path(__file__).parent.parent / "src")
    path = os.pathsep.join([source, *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, "PYTHONPATH": path, "TECHRADAR_TODAY": TODAY, **more}


def command(*arguments: str | Path) -> list[str]:
    """A command as a process of its own."""
    return [sys.executable, "-m", "techradar", *(str(word) for word in arguments)]


def shown_on_terminal(*arguments: str | Path, columns: int = 80, encoding: str = "utf-8", **more: str) -> str:
    """What a command shows on a terminal of so many columns that has the letters of `encoding`; it must end well."""
    import fcntl  # these three not on Windows
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    surroundings = environment(TERM="xterm", PYTHONIOENCODING=encoding, **more)
    started = subprocess.Popen(command(*arguments), stdout=theirs, stderr=subprocess.DEVNULL, env=surroundings)
    os.close(theirs)
    shown = b""
    while part := _read(ours):
        shown += part
    os.close(ours)
    assert started.wait() == 0
    return shown.decode(encoding).replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """What comes next; nothing at the end."""
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side has closed
        return b""


def on_terminal(*arguments: str | Path, typed: list[str], cwd: Path | None = None, **more: str) -> tuple[Done, str]:
    """Run a command with stdin and stderr on a terminal and stdout in a pipe.

    Each of `typed` is sent once the command has asked: its output ends without a line break. CTRL_C stands for that.
    Gives how it ended and all that the terminal showed.
    """
    import pty  # not on Windows

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*arguments), stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, cwd=cwd, env=environment(**more),
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    shown, waiting, end = b"", list(typed), time.monotonic() + LONGEST
    answered = 0
    while time.monotonic() < end:
        ready, _, _ = select.select([ours], [], [], 0.2)
        if ready:
            part = _read(ours)
            if not part:
                break
            shown += part
        elif waiting and len(shown) > answered and shown[-1:] == b" ":
            answered = len(shown)
            words = waiting.pop(0)
            if words == CTRL_C:
                process.send_signal(signal.SIGINT)
            else:
                os.write(ours, f"{words}\n".encode())
    else:
        process.send_signal(signal.SIGKILL)
    out = process.communicate(timeout=LONGEST)[0].decode()
    os.close(ours)
    assert not waiting, f"never asked for {waiting}: {shown.decode()}"
    text = shown.decode().replace("\r\n", "\n")
    return Done(process.returncode, out, text), text
