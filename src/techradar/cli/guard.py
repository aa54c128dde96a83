"""The one place that catches what a command raises, so that no traceback reaches a user."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from techradar.cli import common
from techradar.cli.usage import UsageError, usage_problem
from techradar.cli.words import say
from techradar.language import phrase
from techradar.problems import Exit, Problem, TechradarError, problem

INTERRUPTED = 130  # what shells expect of a program that Ctrl+C ended


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Turn whatever is raised within into words on stderr and `typer.Exit` with the exit code.

    A closed pipe is no error. With TECHRADAR_DEBUG a fault of our own keeps its traceback.
    """
    try:
        try:
            yield
        finally:
            # Here and not when the interpreter ends, where nobody could catch what goes wrong.
            _flush()
    except typer.Exit:
        raise
    except SystemExit as stop:
        # rich ends the program itself when it prints help to a closed pipe.
        if not isinstance(stop.__context__, OSError) or not _is_closed_pipe(stop.__context__):
            raise
        _hush(sys.stdout, sys.stderr)
        raise typer.Exit(Exit.FINE) from None
    except (Exception, KeyboardInterrupt) as error:
        if _is_a_fault(error) and os.environ.get("TECHRADAR_DEBUG"):
            raise
        raise typer.Exit(_ended(error)) from None


def _ended(error: BaseException) -> int:
    """Tell what went wrong; the exit code that it leads to."""
    try:
        return _told(error)
    except OSError:
        # Nobody listens on stderr any more.
        _hush(sys.stdout, sys.stderr)
        return Exit.FINE if isinstance(error, OSError) and _is_closed_pipe(error) else Exit.FILES


def _told(error: BaseException) -> int:
    if isinstance(error, OSError) and _is_closed_pipe(error):
        _hush(sys.stdout, sys.stderr)
        return Exit.FINE
    if isinstance(error, TechradarError):
        common.tell(error.problems)
        return error.exit_code
    if isinstance(error, UsageError):
        common.tell([usage_problem(error)])
        return Exit.USAGE
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        common.talk(say("cli.stopped"))
        return INTERRUPTED
    if isinstance(error, OSError):
        _hush(sys.stdout)
        common.tell([_of_files(error)])
        return Exit.FILES
    common.talk(f"techradar: {say('cli.bug', kind=type(error).__name__)}\n  {say('cli.bug.hint')}")
    return Exit.FILES


def _is_a_fault(error: BaseException) -> bool:
    return not isinstance(error, TechradarError | UsageError | KeyboardInterrupt | typer.Abort | OSError)


def _is_closed_pipe(error: OSError) -> bool:
    # Windows says "invalid argument" of a pipe that nobody reads.
    invalid = os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or invalid


def _of_files(error: OSError) -> Problem:
    from techradar import files

    where = str(error.filename or "techradar")
    if isinstance(error, FileNotFoundError) and error.filename is None and _is_nowhere():
        return problem("no-folder", ".", phrase("cli.no-here"), phrase("cli.no-here.hint"))
    if error.errno == errno.ENOSPC:
        return problem("disk-full", where, phrase("cli.disk-full"))
    return problem("unreadable", where, phrase("cli.unreadable", said=files.reason(error)))


def _is_nowhere() -> bool:
    """Whether the current folder has been deleted."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if not stream.closed:
            stream.flush()


def _hush(*streams: object) -> None:
    """Send what is still to be written to streams that take nothing any more to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        with contextlib.suppress(OSError, ValueError, AttributeError):
            os.dup2(nowhere, stream.fileno())  # type: ignore[attr-defined]
    os.close(nowhere)
