"""Measures whole commands, as a ratio to a floor measured in the same run.

    python benchmarks/speed.py [--runs N] [--quick]

Each round runs the floor and the command one after the other, so that a busy moment hits both; a row shows the
medians over all rounds. Floor L is an interpreter that imports typer, rich, pydantic and yaml and builds one
small model; floor M does that and lets matplotlib save an empty figure. Nobody can be faster than the floor and
use these libraries, so the ratio says what is our own doing, on any machine.
Ends with exit code 1 where a row is above its limit or a command fails.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from generate import write_radar

FLOOR_L = """
import typer, rich.console, yaml
from pydantic import BaseModel
class Small(BaseModel):
    name: str
    value: float
Small(name="floor", value="0.5")
"""
FLOOR_M = f"""{FLOOR_L}
import io
from matplotlib.figure import Figure
Figure().savefig(io.BytesIO(), format="png")
"""
SIZES = (1, 25, 100, 300, 1000)
MEBIBYTE = 1024 * 1024
# Linux counts peak memory in KiB, macOS in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """One run of a process: seconds from start to end, peak memory in MiB, and what went wrong, if anything."""

    seconds: float
    memory: float
    failure: str = ""


@dataclass(frozen=True)
class Row:
    """A line of the table: what, at most, measured, ratio to what, and the verdict."""

    what: str
    limit: str
    measured: str
    ratio: str
    verdict: str


def run(arguments: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> Run:
    """Runs a process to its end in `folder`; what it prints goes nowhere, but for its last error line."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            arguments, cwd=folder, env=os.environ | (environment or {}), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=errors,
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        failure = ""
        if process.returncode:
            errors.seek(0)
            said = errors.read().decode(errors="backslashreplace").strip().splitlines()
            failure = f"exit {process.returncode}: {said[-1] if said else 'nothing said'}"
    return Run(seconds, usage.ru_maxrss * RSS_UNIT / MEBIBYTE, failure)


class Bench:
    """Radars of all sizes in one folder, and what is measured on them."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder = folder
        self.runs = runs
        self.rows: list[Row] = []

    def radar(self, count: int, editions: int = 3) -> Path:
        """A folder that holds a radar of `count` technologies, written when it is first asked for."""
        place = self.folder / f"{count}-technologies-{editions}-editions"
        if not place.exists():
            write_radar(place / "radar-data", count, editions=editions)
        return place

    def command(self, arguments: Sequence[str], place: Path, environment: dict[str, str] | None = None) -> Run:
        """One run of the tool in the folder `place`."""
        return run([sys.executable, "-m", "techradar", *arguments], place, environment)

    def floor(self, program: str) -> Run:
        """One run of a floor."""
        return run([sys.executable, "-c", program], self.folder)

    def against_floor(
        self, what: str, arguments: Sequence[str], place: Path, floor: str, limit: float | None = None,
        environment: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Adds the row of a command with its ratio to floor "L" or "M"."""
        program = FLOOR_L if floor == "L" else FLOOR_M
        self.command(arguments, place, environment)  # caches of files and of byte code are warm for both
        pairs = [(self.floor(program), self.command(arguments, place, environment)) for _ in range(self.runs)]
        failure = next((done.failure for pair in pairs for done in pair if done.failure), "")
        ratio = median(done.seconds / base.seconds for base, done in pairs)
        seconds = median(done.seconds for _, done in pairs)
        self.add(what, f"{limit} {floor}" if limit else "", f"{seconds:.3f} s", f"{ratio:.2f} {floor}", failure,
                 limit is None or ratio <= limit, stated=limit is not None)  # fmt: skip

    def growth(self, what: str, arguments: Sequence[str], limit: float) -> None:
        """Adds the row that says how the cost beyond a radar of one grows from 100 to 1,000 technologies."""
        rounds = [[self.command(arguments, self.radar(count)) for count in (1, 100, 1000)] for _ in range(self.runs)]
        failure = next((done.failure for each in rounds for done in each if done.failure), "")
        one, hundred, thousand = (median(each[index].seconds for each in rounds) for index in range(3))
        times = (thousand - one) / max(hundred - one, 1e-6)
        measured = f"{hundred - one:.3f} s, {thousand - one:.3f} s"
        self.add(what, f"{limit:g} times", measured, f"{times:.1f} times", failure, times <= limit)

    def memory(self, what: str, arguments: Sequence[str], place: Path, limit: float) -> None:
        """Adds the row of a command's peak memory, `limit` in MiB."""
        done = [self.command(arguments, place) for _ in range(min(self.runs, 3))]
        peak = median(each.memory for each in done)
        failure = next((each.failure for each in done if each.failure), "")
        self.add(what, f"{limit:g} MiB", f"{peak:.1f} MiB", "", failure, peak <= limit)

    def add(
        self, what: str, limit: str, measured: str, ratio: str, failure: str, holds: bool, *, stated: bool = True
    ) -> None:  # fmt: skip
        """Adds a row and says on stderr that it is done."""
        verdict = failure or (("ok" if holds else "ABOVE") if stated else "")
        self.rows.append(Row(what, limit, "" if failure else measured, "" if failure else ratio, verdict))
        print(f"{len(self.rows):3}  {what}", file=sys.stderr)


def measure(bench: Bench, quick: bool) -> None:
    """All rows: first the limits, then every size for who wants to see the curve."""
    hundred = bench.radar(100)
    completion = {"_TECHRADAR_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "techradar ren"}
    bench.against_floor("--help", ["--help"], hundred, "L", 1.0)
    bench.against_floor("shell completion", [], hundred, "L", 1.0, completion)
    bench.against_floor("validate, 100", ["validate"], hundred, "L", 1.3)
    bench.against_floor("list, 100", ["list"], hundred, "L", 1.3)
    bench.against_floor("diff, 100 and 10 editions", ["diff"], bench.radar(100, 10), "L", 1.3)
    bench.against_floor("render radar.svg, 100", ["render", "radar.svg"], hundred, "L", 1.5)
    bench.against_floor("render --check radar.svg, 100", ["render", "--check", "radar.svg"], hundred, "L", 1.3)
    bench.against_floor("render radar.png, 100", ["render", "radar.png"], hundred, "M", 1.5)
    bench.memory("peak memory, render radar.svg, 100", ["render", "radar.svg"], hundred, 60)
    bench.growth("validate, 100 to 1,000", ["validate"], 12)
    bench.growth("render radar.svg, 100 to 1,000", ["render", "radar.svg"], 25)
    if quick:
        return
    for count in SIZES:
        place = bench.radar(count)
        for arguments in (["validate"], ["list"], ["render", "radar.svg"]):
            bench.against_floor(f"{' '.join(arguments)}, {count:,}", arguments, place, "L")
        bench.against_floor(f"render radar.png, {count:,}", ["render", "radar.png"], place, "M")


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table in even columns."""
    cells = [("what", "at most", "measured", "ratio", "verdict")]
    cells += [(row.what, row.limit, row.measured, row.ratio, row.verdict) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    padded = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in cells]
    lines = [f"| {' | '.join(line)} |" for line in padded]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def main() -> int:
    """Measures, prints the table to stdout and says by the exit code whether every limit holds."""
    parser = argparse.ArgumentParser(description="Measure whole commands against the floor of the same run.")
    parser.add_argument("--runs", type=int, default=9, help="rounds of each pair (default 9)")
    parser.add_argument("--quick", action="store_true", help="only the rows that have a limit")
    wanted = parser.parse_args()
    if wanted.runs < 1:
        parser.error("--runs is at least 1")
    # As an installer leaves it: where Python may write no bytecode, each run would compile the sources anew.
    for folder in importlib.util.find_spec("techradar").submodule_search_locations or ():  # type: ignore[union-attr]
        compileall.compile_dir(folder, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), wanted.runs)
        floors = [(bench.floor(FLOOR_L), bench.floor(FLOOR_M)) for _ in range(wanted.runs + 1)][1:]
        measure(bench, wanted.quick)
    low, high = (median(pair[index].seconds for pair in floors) for index in range(2))
    system = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    print(f"{system}; L = {low:.3f} s, M = {high:.3f} s; {wanted.runs} rounds\n")
    print(table(bench.rows))
    return 1 if any(row.verdict not in ("", "ok") for row in bench.rows) else 0


if __name__ == "__main__":
    sys.exit(main())
