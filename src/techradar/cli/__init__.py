"""The command line: thin commands over the other rooms; the only room that knows Typer."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line; the entry point of `techradar` and of `python -m techradar`."""
    for name in ("stdout", "stderr"):
        # A stream that was closed before the start is none at all.
        stream = getattr(sys, name) or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
        setattr(sys, name, stream)
        if not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty():
            # A terminal knows its own letters; one that has no æ shows a question mark.
            stream.reconfigure(errors="replace")
        else:
            # On Windows a pipe or a file would otherwise get the code page and other ends of lines.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    # A command lives for a moment and leaves few circles behind: looking for them is a twentieth of its time.
    gc.set_threshold(200_000, 20, 20)
    # Pydantic would ask every package that is installed whether it has a plugin for it.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from techradar.cli.app import run

    try:
        run(sys.argv[1:])
    finally:
        # At its end the interpreter looks for circles among all that was loaded, to free what ends with the process
        # anyway: a fifth of a command's time. What is frozen is not looked through.
        gc.freeze()
