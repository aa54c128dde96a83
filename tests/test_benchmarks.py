"""The radars that speed is measured on are real radars, and the same in every run."""

from __future__ import annotations

import math
import sys
from datetime import date
from pathlib import Path

import pytest

from generate import names, write_radar
from generated import newest, radar
from names import main as names_main
from names import measured as names_measured
from names import table as names_table
from speed import Bench, run, table
from spread import PEERS, at_random, clamped, correlation, nearest, ones
from spread import measured as spread_measured
from techradar.problems import Severity
from techradar.store import load


@pytest.mark.parametrize(
    ("count", "sectors", "rings", "editions"), [(1, 6, 4, 3), (25, 1, 2, 1), (100, 8, 6, 5), (300, 6, 4, 3)]
)
def test_a_generated_radar_has_no_problems(count: int, sectors: int, rings: int, editions: int, tmp_path: Path) -> None:
    """Whatever is asked for, the radar can be read without an error or a warning, and all technologies are there."""
    loaded = load(write_radar(tmp_path / "radar-data", count, sectors, rings, editions), date(2026, 3, 2))

    assert [problem for problem in loaded.problems if problem.severity is not Severity.NOTE] == []
    assert loaded.radar is not None
    assert len(loaded.radar.technologies) == count


def test_the_same_radar_is_written_twice(tmp_path: Path) -> None:
    """Two runs measure the same files."""
    first, second = (write_radar(tmp_path / name, 40) for name in ("first", "second"))

    for path in sorted(first.rglob("*.yaml")):
        assert path.read_bytes() == (second / path.relative_to(first)).read_bytes()


def test_names_are_all_different() -> None:
    """There are 1,000 names, none longer than a name may be, and no more are promised."""
    found = names(1000)

    assert len({name.casefold() for name in found}) == 1000
    assert max(map(len, found)) <= 80
    with pytest.raises(ValueError, match="1001"):
        names(1001)


def test_a_measured_run_tells_its_failure_and_its_memory(tmp_path: Path) -> None:
    """A command that fails is told of with its exit code and last words, so that no failure passes as fast."""
    fine = run([sys.executable, "-c", "x = b'x' * 50_000_000"], tmp_path)
    failed = run([sys.executable, "-c", "import sys; sys.exit('no such radar')"], tmp_path)

    assert fine.failure == ""
    assert 48 < fine.memory < 1000
    assert failed.failure == "exit 1: no such radar"


def test_the_table_says_what_holds(tmp_path: Path) -> None:
    """A row within its limit is ok, one above it is not, one without a limit says nothing, a failure says why."""
    bench = Bench(tmp_path, 1)
    bench.add("help", "1.0 L", "0.280 s", "0.98 L", "", holds=True)
    bench.add("list", "1.3 L", "0.500 s", "1.79 L", "", holds=False)
    bench.add("list, 25", "", "0.500 s", "1.79 L", "", holds=True, stated=False)
    bench.add("diff", "1.3 L", "0.100 s", "0.30 L", "exit 2: no such command", holds=True)

    assert [row.verdict for row in bench.rows] == ["ok", "ABOVE", "", "exit 2: no such command"]
    assert bench.rows[-1].measured == ""
    assert table(bench.rows[:1]).splitlines() == [
        "| what | at most | measured | ratio  | verdict |",
        "|------|---------|----------|--------|---------|",
        "| help | 1.0 L   | 0.280 s  | 0.98 L | ok      |",
    ]


def test_names_are_measured_as_they_stand() -> None:
    """What crosses what is counted on the scene itself: many names of a full sheet cross, none of a single one."""
    full, single = (names_measured(count, 1, "a4") for count in (40, 1))

    assert (full.named, full.names, single.names) == (1, 40, 1)
    assert 0 < full.over_border < 40
    assert single.leaders == 0
    assert names_table([full]).splitlines()[-1].startswith("| 40 | 1 of 1 |")


def test_names_are_measured_on_a_size_in_points_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sheet is given as render takes it, by name or as width and height; what is neither is wrong usage."""
    for size in ("a4", "680x480"):
        monkeypatch.setattr(sys, "argv", ["names.py", "--radars", "1", "--counts", "3", "--size", size])
        names_main()
        assert capsys.readouterr().out.splitlines()[-1].startswith("| 3 | 1 of 1 |")
    monkeypatch.setattr(sys, "argv", ["names.py", "--size", "680x"])
    with pytest.raises(SystemExit):
        names_main()


def test_the_measure_of_spread_tells_even_from_clumped() -> None:
    """Blips on a regular pattern are more even than chance, blips on one spot less; only ours follow the score."""
    ours, byor = (spread_measured(name, 40, 1, 2) for name in ("ours", "build-your-own"))

    assert ours.order > 0.9 > byor.order
    assert ours.moved < 0.05
    assert nearest([(0.0, 0.0), (3.0, 4.0), (3.0, 5.0)]) == [5.0, 1.0, 1.0]
    assert correlation([1, 2, 3], [10, 20, 30]) == 1.0
    assert correlation([1, 2, 3], [3, 2, 1]) == -1.0
    assert correlation([1, 2, 3], [7, 7, 7]) is None
    assert 0 < at_random((0, 0), 4) < at_random((3, 0), 4)


@pytest.mark.parametrize("name", ["QIWI", "Zalando", "AOE", "build-your-own"])
def test_others_place_every_technology_in_its_cell(name: str) -> None:
    """The restated ways lose nothing and leave no cell, else their figures would say nothing."""
    snapshot = newest(radar(40, 4, 4))
    wanted = ones(snapshot)
    spots = PEERS[name](wanted, snapshot)

    assert spots.keys() == {one.id for one in wanted}
    for one in wanted:
        assert math.dist(clamped(spots[one.id], one.cell), spots[one.id]) < 0.01
