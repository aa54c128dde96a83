"""What a view needs of a radar, and what means nothing on a blank sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from radars import CONFIGURATION, PLAIN, radar_of, sound, told
from techradar.model import Configuration
from techradar.problems import Problem
from techradar.views import unfit

ONE_SCALE = "".join(
    line for line in CONFIGURATION.splitlines(keepends=True) if "adoption" not in line and "Udbredelse" not in line
    and "Ikke i gang" not in line and "not_counted" not in line
)  # fmt: skip
ONE_EDITION = CONFIGURATION[: CONFIGURATION.index("  - id: 2025")].replace("2024", "2026")


def settings(folder: Path, configuration: str) -> Configuration:
    return sound(folder, {"x": PLAIN}, configuration).configuration


def codes(*found: object) -> list[str]:
    return [str(getattr(one, "code", one)) for one in found]


@pytest.mark.parametrize(
    ("configuration", "view", "edition", "expected"),
    [
        (CONFIGURATION, "matrix", None, []), (CONFIGURATION, "trend", None, []), (CONFIGURATION, "trend", 1, []),
        (CONFIGURATION, "trend", 0, ["one-edition"]), (ONE_SCALE, "matrix", None, ["one-scale"]),
        (ONE_SCALE, "trend", None, []), (ONE_EDITION, "trend", None, ["one-edition"]),
        (ONE_EDITION, "radar", 0, []), (ONE_EDITION, "matrix", 0, []),
    ],
)  # fmt: skip
def test_a_view_needs_what_it_shows(
    tmp_path: Path, configuration: str, view: str, edition: int | None, expected: list[str]
) -> None:
    """A matrix needs both scales and a trend an edition before; a radar needs neither."""
    radar = settings(tmp_path, configuration)
    shown = radar.editions[edition] if edition is not None else None
    found = list(unfit(radar, view, shown, False, ["highlight"]))
    assert codes(*found) == expected
    for one in found:
        assert one.option == "view"
        assert one.hint.to("da")


def test_a_later_edition_is_named_where_there_is_one(tmp_path: Path) -> None:
    """The way out of a trend of the first edition is a later one, or another view where there is none."""
    whole, short = settings(tmp_path / "a", CONFIGURATION), settings(tmp_path / "b", ONE_EDITION)
    assert [one.hint.to("da") for one in unfit(whole, "trend", whole.editions[0], False, ())] == [
        "vælg en senere udgave, for eksempel 2025, eller brug view radar"
    ]
    assert [one.hint.to("da") for one in unfit(short, "trend", None, False, ())] == [
        "brug view radar, indtil der er en udgave mere"
    ]


def test_a_blank_sheet_chooses_no_technologies(tmp_path: Path) -> None:
    """What chooses, marks or labels technologies means nothing on a blank sheet, and a trend is never blank."""
    radar = settings(tmp_path, CONFIGURATION)
    assert list(unfit(radar, "radar", None, True, ())) == []
    assert [one.option for one in unfit(radar, "matrix", None, True, ["tag", "ring", "labels"])] == [
        "ring", "tag", "labels",
    ]  # fmt: skip
    assert [one.option for one in unfit(radar, "trend", None, True, ["tag"])] == ["blank"]


@pytest.mark.parametrize(
    ("configuration", "output", "expected"),
    [
        (ONE_SCALE, "view: matrix", "11 one-scale"), (ONE_EDITION, "view: trend", "11 one-edition"),
        (CONFIGURATION, "view: trend\n    edition: 2024", "11 one-edition"), (CONFIGURATION, "view: trend", ""),
        (CONFIGURATION, "view: trend\n    blank: true", "12 means-nothing"),
        (CONFIGURATION, "blank: true\n    labels: numbers", "13 means-nothing"),
        (CONFIGURATION, "view: matrix\n    blank: true\n    area: Sundhed og omsorg", ""),
    ],
)  # fmt: skip
def test_validate_tells_of_outputs_that_cannot_be_drawn(
    tmp_path: Path, configuration: str, output: str, expected: str
) -> None:
    """An output that cannot be drawn, or says what means nothing, is told at the key that makes it so."""
    loaded = radar_of(tmp_path, {"x": PLAIN}, f"{configuration}outputs:\n  - file: a.svg\n    {output}\n")
    found: list[Problem] = list(loaded.problems)
    assert codes(*found) == ([expected.partition(" ")[2]] if expected else [])
    assert [where.partition(":")[2].partition(":")[2].partition(" ")[0] for where in told(loaded)] == (
        [expected.partition(" ")[0]] if expected else []
    )
