"""Files: read with problems instead of tracebacks, written whole or not at all, one writer at a time."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from techradar import files
from techradar.files import lock, read_bytes, unchanged, write_all, write_atomic
from techradar.problems import Exit, TechradarError

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


def code_of(action: Callable[[], object]) -> str:
    """The code of the only problem that an action ends with, which names a way out and exits with 3."""
    with pytest.raises(TechradarError) as caught:
        action()
    [found] = caught.value.problems
    assert caught.value.exit_code is Exit.FILES
    assert found.message.to("da")
    assert found.hint is not None
    assert found.hint.to("en")
    return found.code


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


def failing(number: int) -> Callable[..., Any]:
    """What an operating system's function does when it fails."""

    def fail(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


# Reading --------------------------------------------------------------------------------------------------------


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    """All bytes, or with a limit one more than that, which shows that the file is too large."""
    path = tmp_path / "a"
    path.write_bytes(b"abcdef")
    assert read_bytes(path) == b"abcdef"
    assert read_bytes(path, limit=3) == b"abcd"


def test_what_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file, a file in the place of a folder, a folder, a name that none can have, a locked file."""
    (tmp_path / "file").touch()
    assert code_of(lambda: read_bytes(tmp_path / "missing")) == "no-such-file"
    assert code_of(lambda: read_bytes(tmp_path / "file" / "below")) == "no-such-file"
    assert code_of(lambda: read_bytes(tmp_path / "a\0b")) == "no-such-file"
    assert code_of(lambda: read_bytes(tmp_path)) == "is-a-folder"
    monkeypatch.setattr(Path, "open", failing(errno.EACCES))
    assert code_of(lambda: read_bytes(tmp_path / "file")) == "unreadable"


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe, a circle of links: told at once."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to("circle")
    assert code_of(lambda: read_bytes(tmp_path / "pipe")) == "unreadable"
    assert code_of(lambda: read_bytes(tmp_path / "circle")) == "unreadable"


def test_a_file_that_changed_is_told(tmp_path: Path) -> None:
    """What was read before is compared with what is there: other bytes, gone, newly there."""
    path = tmp_path / "a"
    unchanged(path, None)
    path.write_bytes(b"old")
    unchanged(path, b"old")
    assert code_of(lambda: unchanged(path, None)) == "changed-on-disk"
    assert code_of(lambda: unchanged(path, b"other")) == "changed-on-disk"
    path.unlink()
    assert code_of(lambda: unchanged(path, b"old")) == "changed-on-disk"


# Writing --------------------------------------------------------------------------------------------------------


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    """A new file holds the bytes, and the folder nothing else."""
    assert write_atomic(tmp_path / "a.yaml", b"new")
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    assert names(tmp_path) == ["a.yaml"]


def test_the_same_bytes_are_not_written(tmp_path: Path) -> None:
    """Where nothing changes, the file is not touched."""
    path = tmp_path / "a"
    path.write_bytes(b"same")
    before = path.stat()
    assert not write_atomic(path, b"same")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_an_old_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    """Who may read a file stays as it was."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomic(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_gets_what_the_umask_allows(tmp_path: Path, mask: int, mode: int) -> None:
    """A new file is no more open than the user's other files, and no less."""
    before = os.umask(mask)
    try:
        write_atomic(tmp_path / "a", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Where the path is a symbolic link, the file behind it changes."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "file").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(Path("there", "file"))
    assert write_atomic(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "there" / "file").read_bytes() == b"new"
    (tmp_path / "circle").symlink_to("circle")
    assert code_of(lambda: write_atomic(tmp_path / "circle", b"x")) == "unwritable"


def test_folders_are_made_only_when_asked_for(tmp_path: Path) -> None:
    """A missing folder is a problem, or with `make_parents` made."""
    path = tmp_path / "a" / "b" / "c"
    assert code_of(lambda: write_atomic(path, b"x")) == "no-such-folder"
    assert write_atomic(path, b"x", make_parents=True)
    assert code_of(lambda: write_atomic(path / "d", b"x", make_parents=True)) == "unwritable"
    assert code_of(lambda: write_atomic(path.parent, b"x")) == "is-a-folder"


@pytest.mark.parametrize(
    ("function", "number", "code"),
    [
        ("fsync", errno.ENOSPC, "disk-full"),
        ("fsync", errno.EIO, "unwritable"),
        ("open", errno.EROFS, "unwritable"),
        ("open", errno.EACCES, "unwritable"),
        ("replace", errno.EACCES, "unwritable"),
        ("replace", errno.ENOSPC, "disk-full"),
    ],
)
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, number: int, code: str
) -> None:
    """A full disk, a folder that is read-only, a file that is held: the old file stays, and nothing beside it."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, function, failing(number))
        assert code_of(lambda: write_atomic(path, b"new")) == code
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written is left alone, though its folder would allow to replace it."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert code_of(lambda: write_atomic(path, b"new")) == "unwritable"
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("held", [3, 99])
def test_windows_tries_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    """Where a scanner holds a file for a moment, replacing is tried ten times before it is a problem."""
    calls: list[float] = []
    replace = os.replace

    def sometimes(old: Path, new: Path) -> None:
        if len(calls) < held:
            raise PermissionError(errno.EACCES, "held")
        replace(old, new)

    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(files, "_WINDOWS", True)
    monkeypatch.setattr(os, "replace", sometimes)
    monkeypatch.setattr(time, "sleep", calls.append)
    if held == 3:
        assert write_atomic(path, b"new")
    else:
        assert code_of(lambda: write_atomic(path, b"new")) == "unwritable"
        assert len(calls) == 9
    assert all(0.02 <= seconds <= 0.05 for seconds in calls)
    assert path.read_bytes() == (b"new" if held == 3 else b"old")
    assert names(tmp_path) == ["a"]


def test_several_files_are_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure at any file leaves all old files, new ones away, and nothing unfinished."""
    contents = {tmp_path / name: name.encode() for name in "abcd"}
    (tmp_path / "a").write_bytes(b"old a")
    (tmp_path / "d").write_bytes(b"old d")
    replace = os.replace
    for fails_at in "abcd":

        def all_but_one(old: Path, new: Path, at: str = fails_at) -> None:
            if new.name == at and old.read_bytes() == at.encode():
                raise OSError(errno.EIO, "broken")
            replace(old, new)

        monkeypatch.setattr(os, "replace", all_but_one)
        assert code_of(lambda: write_all(contents)) == "unwritable"
        assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == {"a": b"old a", "d": b"old d"}
    monkeypatch.setattr(os, "replace", replace)
    (tmp_path / "b").write_bytes(b"b")
    assert write_all(contents) == [tmp_path / name for name in "acd"]
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == {n: n.encode() for n in "abcd"}


def test_a_stop_by_the_user_leaves_nothing_unfinished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in between removes what was begun."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path / "a", b"x")
    assert names(tmp_path) == []


# Several processes ----------------------------------------------------------------------------------------------

ADD_LINES = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from techradar.files import lock, read_bytes, write_atomic
folder, first = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
def add(number):
    with lock(folder, timeout=120):
        write_atomic(folder / "a", read_bytes(folder / "a") + b"%d\\n" % number)
with ThreadPoolExecutor(10) as pool:
    list(pool.map(add, range(first, first + 10)))
"""
WRITE_ON_AND_ON = """
import sys
from pathlib import Path
from techradar.files import write_atomic
path = Path(sys.argv[1])
print("ready", flush=True)
for number in range(10**9):
    write_atomic(path, bytes([65 + number % 26]) * 200_000)
"""
HOLD = """
import sys, time
from pathlib import Path
from techradar.files import lock
with lock(Path(sys.argv[1])):
    print("ready", flush=True)
    time.sleep(600)
"""


def started(script: str, *arguments: str) -> subprocess.Popen[str]:
    """A process of its own that runs a script, up to its first line of output."""
    source = str(Path(files.__file__).parents[1])
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": source},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def ended(process: subprocess.Popen[str]) -> None:
    """Kill a process as hard as the system can."""
    process.kill()
    process.communicate()


def test_fifty_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Five processes with ten threads each add a line under the lock; all fifty are there, and no other file."""
    (tmp_path / "a").touch()
    processes = [started(ADD_LINES, str(tmp_path), str(first)) for first in range(0, 50, 10)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert sorted((tmp_path / "a").read_text("utf-8").split(), key=int) == [str(n) for n in range(50)]
    assert names(tmp_path) == ["a"]


@posix
def test_a_killed_writer_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    """Whenever a writer is killed, the file is whole, and what it left begins with a dot."""
    path = tmp_path / "a.yaml"
    for number in range(8):
        process = started(WRITE_ON_AND_ON, str(path))
        time.sleep(0.005 + 0.007 * number)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if path.exists():
            data = path.read_bytes()
            assert len(data) == 200_000
            assert len(set(data)) == 1
        assert [name for name in names(tmp_path) if not name.startswith(".")] in (["a.yaml"], [])
        assert list(tmp_path.glob("[!.]*.yaml")) in ([path], [])


def test_a_lock_keeps_others_out_until_it_ends(tmp_path: Path) -> None:
    """While one process holds the folder, another is told; a killed one holds nothing; no file is left."""
    process = started(HOLD, str(tmp_path))
    try:
        assert code_of(lambda: _take(tmp_path, 0.2)) == "locked"
        assert code_of(lambda: _take(tmp_path / ".", 0)) == "locked"
    finally:
        ended(process)
    _take(tmp_path, 5)
    assert names(tmp_path) == []


def test_a_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    """What happens under the lock does not outlive it."""
    with pytest.raises(ZeroDivisionError), lock(tmp_path):
        _ = 1 / 0
    _take(tmp_path, 0)


def test_two_folders_have_two_locks(tmp_path: Path) -> None:
    """A lock is on one folder; one that is not there is a problem."""
    (tmp_path / "a").mkdir()
    with lock(tmp_path, 0), lock(tmp_path / "a", 0):
        assert code_of(lambda: _take(tmp_path, 0)) == "locked"
    assert code_of(lambda: _take(tmp_path / "missing", 0)) == "no-such-folder"


@posix
def test_where_folders_cannot_be_locked_a_file_stands_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network drives lock no folders: an empty file in the temporary folder is locked then."""
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    folder = tmp_path / "folder"
    folder.mkdir()
    try_lock = files._try_lock

    def no_folders(handle: int) -> bool:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EBADF, "no locks on folders")
        return try_lock(handle)

    monkeypatch.setattr(files, "_try_lock", no_folders)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(elsewhere))
    with lock(folder, 0):
        assert code_of(lambda: _take(folder, 0)) == "locked"
    _take(folder, 0)
    assert names(folder) == []
    assert len(names(elsewhere)) == 1


@posix
def test_a_reader_waits_for_a_writer_and_not_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the lock is given back, or the time is over; readers do not wait for one another."""
    held = ExitStack()
    waits: list[float] = []

    def given_back(seconds: float) -> None:
        waits.append(seconds)
        held.close()

    monkeypatch.setattr(time, "sleep", given_back)
    held.enter_context(lock(tmp_path, 0))
    files.wait_for_writers(tmp_path)
    assert len(waits) == 1
    files.wait_for_writers(tmp_path)
    files.wait_for_writers(tmp_path / "missing")
    assert len(waits) == 1
    with lock(tmp_path, 0):
        files.wait_for_writers(tmp_path, 0)
    _take(tmp_path, 0)


UNFINISHED = f".techradar-{'0a' * 8}.tmp"


def test_old_unfinished_files_are_swept_and_nothing_else(tmp_path: Path) -> None:
    """What bears our name, is a file and is a day older than what was just written; the rest is not ours or is new."""
    written = tmp_path / "x.yaml"
    written.write_text("x", "utf-8")
    day = 24 * 60 * 60
    now = written.stat().st_mtime
    others = [
        ".techradar-0a.tmp",
        f"{UNFINISHED}.yaml",
        f"techradar-{'0a' * 8}.tmp",
        f".techradar-{'0g' * 8}.tmp",
        "a.tmp",
    ]
    for name in [UNFINISHED, *others]:
        (tmp_path / name).write_text("x", "utf-8")
        os.utime(tmp_path / name, (now - 2 * day, now - 2 * day))
    new = tmp_path / f".techradar-{'1b' * 8}.tmp"
    new.write_text("x", "utf-8")
    os.utime(new, (now - day / 2, now - day / 2))
    folder = tmp_path / f".techradar-{'2c' * 8}.tmp"
    folder.mkdir()
    os.utime(folder, (now - 2 * day, now - 2 * day))

    assert files.sweep([tmp_path, tmp_path / "missing"], written) == [tmp_path / UNFINISHED]
    assert sorted(names(tmp_path)) == sorted(["x.yaml", *others, new.name, folder.name])


def _take(folder: Path, timeout: float) -> None:
    with lock(folder, timeout):
        pass


def test_folders_that_were_made_go_again_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves neither files nor empty folders; what others have put into a folder meanwhile stays."""
    beside = files._beside

    def full(target: Path, data: bytes) -> Path:
        if target.name == "c":
            (tmp_path / "other").write_bytes(b"x")
            raise OSError(errno.ENOSPC, "full")
        return beside(target, data)

    monkeypatch.setattr(files, "_beside", full)
    contents = {tmp_path / "new" / "deep" / "a": b"1", tmp_path / "new" / "b": b"2", tmp_path / "x" / "c": b"3"}

    assert code_of(lambda: write_all(contents, make_parents=True)) == "disk-full"
    assert [path.name for path in tmp_path.rglob("*")] == ["other"]


def test_a_stop_right_after_the_only_file_is_put_in_place_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in that moment is no reason to take the file away."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    replace = files._replace

    def stopped(temporary: Path, target: Path) -> None:
        replace(temporary, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "_replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"new")

    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == {"a": b"new"}
