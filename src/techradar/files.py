"""Reading and writing files: nothing half written, nothing lost, and every failure a problem that names the way out.

A file is written beside its place and then put there in one step, so that a reader sees the old or the new
one and a stop in between leaves the old. Names of unfinished files begin with a dot; no reader takes them.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from techradar.language import Phrase, phrase
from techradar.problems import Exit, TechradarError, problem

LOCK_SECONDS = 10.0
READER_SECONDS = 2.0  # many times what a change takes; then a reader takes what is there
_POLL_SECONDS = 0.05
_WINDOWS = os.name == "nt"
_WINDOWS_TRIES = 10
_DAY = 24 * 60 * 60.0  # seconds
_UNFINISHED = re.compile(r"\.techradar-[0-9a-f]{16}\.tmp")
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def read_bytes(path: Path, limit: int | None = None) -> bytes:
    """A file's bytes, with a `limit` at most one byte more than that: enough to tell that it is too large.

    Raises TechradarError (exit 3): no-such-file, is-a-folder, unreadable.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise _error("is-a-folder", path)
        if not stat.S_ISREG(kind):  # a pipe would be waited for without end
            raise _error("unreadable", path, reason=phrase("files.no-regular-file"))
        with path.open("rb") as file:
            return file.read(-1 if limit is None else limit + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise _error("no-such-file", path) from error
    except (OSError, RuntimeError) as error:
        raise _error("unreadable", path, reason=reason(error)) from error


def unchanged(path: Path, expected: bytes | None) -> None:
    """Make sure that a file still holds what was read; None: that there is still none.

    Raises TechradarError (exit 3): changed-on-disk.
    """
    now = read_bytes(path) if os.path.lexists(path) else None
    if now != expected:
        raise changed_on_disk(path)


def changed_on_disk(path: Path) -> TechradarError:
    """That a file does not hold any more what was read."""
    return _error("changed-on-disk", path)


def write_atomic(path: Path, data: bytes, *, make_parents: bool = False) -> bool:
    """Put `data` in the place of a file; False where it holds these bytes already and nothing was written.

    The old file's mode stays, a new one gets what the umask allows; where `path` is a symbolic link, the file
    that it points to is replaced. `make_parents` makes missing folders. Raises TechradarError (exit 3):
    no-such-folder, is-a-folder, unwritable, disk-full; the old file is then as it was.
    """
    return bool(write_all({path: data}, make_parents=make_parents))


def write_all(
    contents: Mapping[Path, bytes], *, make_parents: bool = False, moved: tuple[Path, Path] | None = None
) -> list[Path]:
    """Write several files or none: all are written beside their places before the first is put there.

    `moved` is a file and the free place that it goes to: after what is written to it, before all the rest is put in
    place. Gives the files that changed. Raises as `write_atomic` does, and file-exists where the free place is taken;
    what was already put in place is put back, and folders that were made go again.
    """
    with ExitStack() as undo:
        waiting = _prepared(contents, undo, make_parents=make_parents)
        several = len(waiting) + bool(moved) > 1  # after the only one nothing can fail that would undo it
        own = [place for place in waiting if moved is not None and place[0] == moved[0]]
        for place in own:
            _put(*place, undo if several else None)
        if moved is not None:
            with _told(moved[1]):
                _move(*moved)
                undo.callback(_move_back, *moved)
        for place in waiting:
            if place not in own:
                _put(*place, undo if several else None)
        undo.pop_all()
    return [path for path, _, _ in waiting]


def make_sure(path: Path) -> None:
    """Make sure, before there is anything to write, that a file could be put there.

    Raises TechradarError (exit 3): no-such-folder, is-a-folder, unwritable.
    """
    with _told(path):
        _target(path, None)


@contextmanager
def lock(folder: Path, timeout: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the operating system's lock on a folder; others wait up to `timeout` seconds. Not re-entrant.

    On POSIX the folder itself is locked, so no file is left in it and all users of the machine share the
    lock. Windows cannot lock a folder: there, and on network drives that refuse, it is an empty file in the
    temporary folder, named after the folder. The lock ends with the process, however it ends. Between
    machines nothing is promised; `unchanged` is for that. Raises TechradarError (exit 3): locked.
    """
    if not folder.is_dir():
        raise _error("no-such-folder", folder, folder=folder.as_posix())
    end = time.monotonic() + timeout
    with _told(folder):
        handle = _open_lock(folder)
    try:
        while not _try_lock(handle):
            if time.monotonic() >= end:
                raise _error("locked", folder)
            time.sleep(_POLL_SECONDS)
        yield
    finally:
        os.close(handle)  # gives the lock back


def wait_for_writers(folder: Path, timeout: float = READER_SECONDS) -> None:
    """Wait until nobody holds the lock on a folder, at most `timeout` seconds; for readers, who hold none themselves.

    Where a folder cannot be locked, as on Windows, there is nothing to wait for.
    """
    end = time.monotonic() + timeout
    with suppress(OSError):  # what cannot be locked or opened is told by who reads it
        handle = os.open(folder, os.O_RDONLY)
        try:
            while _is_locked(handle) and time.monotonic() < end:
                time.sleep(_POLL_SECONDS)
        finally:
            os.close(handle)


def sweep(folders: Iterable[Path], written: Path) -> list[Path]:
    """Delete what stopped writers left unfinished in folders whose lock is held; gives what is gone.

    Only what bears the name of an unfinished file and is a day older than the file `written` just now: the file
    system's own clock tells that, so that what another machine is writing is not taken for old.
    """
    gone = []
    for folder in folders:
        with suppress(OSError):  # one that may not be deleted stays, and harms nobody
            now = written.stat().st_mtime
            for path in sorted(folder.iterdir()):
                if _UNFINISHED.fullmatch(path.name) and _is_older(path, now - _DAY):
                    path.unlink()
                    gone.append(path)
    return gone


# How it is done --------------------------------------------------------------------------------------------------


def _prepared(contents: Mapping[Path, bytes], undo: ExitStack, *, make_parents: bool) -> list[tuple[Path, Path, Path]]:
    """What is not there yet, written beside its place: the path, the file that it means, the unfinished one."""
    waiting = []
    for path, data in contents.items():
        with _told(path):
            target = _target(path, undo if make_parents else None)
            if not _holds(target, data):
                temporary = _beside(target, data)
                undo.callback(temporary.unlink, missing_ok=True)
                waiting.append((path, target, temporary))
    return waiting


def _put(path: Path, target: Path, temporary: Path, undo: ExitStack | None) -> None:
    """Put an unfinished file in its place; what was there can be put back by `undo`."""
    with _told(path):
        old = target.read_bytes() if undo is not None and target.exists() else None
        _replace(temporary, target)
        if undo is not None:
            undo.callback(_put_back, target, old)


def _target(path: Path, undo: ExitStack | None) -> Path:
    """The file that is meant, behind symbolic links, in a folder that exists.

    With `undo` a missing folder is made, and goes again where something fails.
    """
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if target.is_symlink():  # a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.is_dir():
        raise _error("is-a-folder", path)
    if undo is not None:
        _make_folder(target.parent, undo)
    elif not target.parent.is_dir():
        raise _error("no-such-folder", path, folder=target.parent.as_posix())
    if target.exists() and not os.access(target, os.W_OK):
        # Replacing needs no leave from the file, only from its folder; one that is protected stays.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those above it that are missing."""
    if folder.is_dir() or folder == folder.parent:
        return
    _make_folder(folder.parent, undo)
    folder.mkdir(exist_ok=True)
    undo.callback(_drop_folder, folder)


def _drop_folder(folder: Path) -> None:
    with suppress(OSError):  # somebody else has put something there
        folder.rmdir()


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def _is_older(path: Path, moment: float) -> bool:
    """Whether a path is a file, and no link, that was changed last before a moment."""
    found = path.lstat()
    return stat.S_ISREG(found.st_mode) and found.st_mtime < moment


def _beside(target: Path, data: bytes) -> Path:
    """An unfinished file next to `target`, with `data` on the disk and the mode that the target shall have."""
    temporary = target.parent / f".techradar-{os.urandom(8).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o666)  # less the umask
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _replace(temporary: Path, target: Path) -> None:
    tries = _WINDOWS_TRIES if _WINDOWS else 1  # there a scanner or an editor may hold the file for a moment
    for left in range(tries - 1, -1, -1):
        try:
            os.replace(temporary, target)  # noqa: PTH105 - one name for both systems, and for the tests
            break
        except PermissionError:
            if not left:
                raise
            time.sleep(0.02 + 0.003 * (tries - left))
    if not _WINDOWS:
        with suppress(OSError):  # not every file system can; the file itself is safe
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _move(path: Path, target: Path) -> None:
    if os.path.lexists(target):
        raise _error("file-exists", target)
    _replace(path, target)


def _move_back(path: Path, target: Path) -> None:
    with suppress(OSError):
        _replace(target, path)


def _put_back(target: Path, old: bytes | None) -> None:
    with suppress(OSError):
        if old is None:
            target.unlink(missing_ok=True)
        else:
            _replace(_beside(target, old), target)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the operating system refuses into a problem that names `path`."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        code = "disk-full" if isinstance(error, OSError) and error.errno in _FULL else "unwritable"
        raise _error(code, path, reason=reason(error)) from error


def _error(code: str, path: Path, **values: object) -> TechradarError:
    shown = path.as_posix()
    message = phrase(f"files.{code}", path=shown, **values)
    return TechradarError(problem(code, shown, message, phrase(f"files.{code}.hint")), exit_code=Exit.FILES)


_REASONS = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read-only",
    errno.ENOENT: "not-there",
    errno.ENOTDIR: "no-folder-on-the-way",
    errno.ELOOP: "link-loop",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EIO: "broken-drive",
    errno.EBUSY: "in-use",
}


def reason(error: Exception) -> Phrase | str:
    """Why the system refused, in our words where it is one of the usual reasons, else in the system's."""
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    if known is not None:
        return phrase(f"files.reason.{known}")
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def _open_lock(folder: Path) -> int:
    """What can be locked for a folder: itself, or where the system cannot do that a file that stands for it."""
    if _WINDOWS:
        return _open_lock_file(folder)
    handle = os.open(folder, os.O_RDONLY)
    try:
        _try_lock(handle)
    except OSError:
        os.close(handle)
        return _open_lock_file(folder)
    return handle


def _open_lock_file(folder: Path) -> int:
    real = os.path.normcase(os.path.realpath(folder))
    import hashlib
    import tempfile

    name = f"techradar-{hashlib.sha256(os.fsencode(real)).hexdigest()[:24]}.lock"
    return os.open(Path(tempfile.gettempdir()) / name, os.O_RDWR | os.O_CREAT, 0o666)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        """Whether the lock is ours now."""
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _is_locked(handle: int) -> bool:
        """Whether somebody else holds the lock; here a folder has none."""
        return False

else:
    import fcntl

    def _is_locked(handle: int) -> bool:
        """Whether somebody else holds the lock to write; raises OSError where there can be none."""
        try:
            # Shared with other readers, and given back when the handle is closed.
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False

    def _try_lock(handle: int) -> bool:
        """Whether the lock is ours now; raises OSError where it can never be."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
