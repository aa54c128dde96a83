"""A technology's way through the editions: the chart, and the course that `show` tells."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from commands import run, shown_on_terminal
from radars import CONFIGURATION, assessed, radar_of
from techradar.publish.chart import ASSESSED, CARRIED, GONE, WIDTH, Stop, chart
from techradar.publish.tables import cells_of

RINGS: Any = [SimpleNamespace(id=id, name=id.capitalize()) for id in ("klar", "afvent")]


def stop(id: str, ring: int | None, mark: str = ASSESSED, *, comparable: bool = True) -> Stop:
    """A stop in an edition, at the ring of a number."""
    edition: Any = SimpleNamespace(id=id, date=date(2026, 1, 1), comparable=comparable)
    return Stop(edition, None if ring is None else RINGS[ring], mark)


def test_a_chart_shows_rings_by_editions() -> None:
    """Each edition has its mark in its ring; a break, what was carried forward and what is gone have theirs."""
    stops = [stop("2023", None), stop("2024", 1), stop("2025", 1, CARRIED), stop("2026", 0, comparable=False)]

    assert chart([*stops, stop("2027", 0, GONE)], RINGS, "da") == (
        "Klar   │                  ║  ●     ×",
        "Afvent │         ●     ○  ║",
        "       └──────────────────────────────",
        "         2023  2024  2025  2026  2027",
        "● vurderet i udgaven",
        "○ ikke vurderet i udgaven; det seneste gælder",
        "× taget af radaren",
        "║ kan ikke sammenlignes med udgaverne før",
    )


def test_plain_marks_need_no_words() -> None:
    """Where every edition assessed it there is nothing to explain, and where it never was there is no chart."""
    assert len(chart([stop("2025", 0), stop("2026", 1)], RINGS, "da")) == 4
    assert chart([stop("2025", None), stop("2026", None)], RINGS, "da") == ()


@pytest.mark.parametrize(
    ("count", "name", "shown"),
    [(1, "Klar", 1), (10, "Klar", 10), (40, "Klar", 11), (10, "En ring med et navn, der er for langt", 9)],
)
def test_a_chart_is_never_wider_than_a_terminal(count: int, name: str, shown: int) -> None:
    """Of many editions the newest are shown, and it is said how many; a long name is cut with an ellipsis."""
    rings: Any = [SimpleNamespace(id="klar", name=name), RINGS[1]]
    lines = chart([stop(f"{2000 + n}", 1) for n in range(count)], rings, "da")

    assert max(map(cells_of, lines)) <= WIDTH
    assert f"{2000 + count - 1}" in lines[3]
    assert ("…" in lines[0]) == (len(name) > 20)
    assert lines[3].split() == [f"{2000 + n}" for n in range(count - shown, count)]
    assert lines[4:] == (() if shown == count else (f"kun de {shown} seneste udgaver",))


TEXT = (
    assessed(
        "edition: 2024\nmaturity: Idé\nadoption: Undersøges\nbasis: published\nsource: Rapporten\nreason: Første gang.",
        "edition: 2026\nadoption: På prøve\nreason: Et forsøg.",
    )
    + """cases:
  - organisation: Eksempelhuset
    stage: pilot
    since: 2024-09-01
  - organisation: Uden dag
    stage: operation
decisions:
  - date: 2025-06-01
    text: Vi prøver den.
    by: Direktionen
  - date: 2023-06-01
    text: Vi venter.
"""
)


def test_show_tells_the_course_in_order_of_days(tmp_path: Path) -> None:
    """Assessments with ring, reason and source, decisions and cases stand by their days; no day, no place in it."""
    radar_of(tmp_path, {"x": TEXT})
    parts = run("show", "x", "--data", tmp_path, "--format", "markdown").out.split("\n\n")

    assert parts[parts.index("## Forløb") + 1].splitlines() == [
        "- **1. juni 2023:** Besluttet: Vi venter.",
        "- **1. marts 2024:** Udgave 2024: Afvent. Første gang.",
        "  - Kilde: Rapporten",
        "- **1. september 2024:** Erfaring: Eksempelhuset, på prøve",
        "- **1. juni 2025:** Besluttet af Direktionen: Vi prøver den.",
        "- **2. marts 2026:** Udgave 2026: Hold øje. Et forsøg.",
    ]
    assert parts[parts.index("## Historie") + 1].splitlines()[0] == "```text"


def test_show_tells_of_a_break_and_of_a_retirement(tmp_path: Path) -> None:
    """The edition that cannot be compared says so, in the course, the chart and the data."""
    radar_of(tmp_path, {"x": TEXT, "y": assessed("edition: 2024\nring: Klar", "edition: 2026\nretired: true")
                        .replace("Droner", "Bil")}, f"{CONFIGURATION}    comparable: false\n")  # fmt: skip
    shown, gone = (run("show", id, "--data", tmp_path, lang="da").out for id in ("x", "y"))
    document = json.loads(run("show", "x", "--data", tmp_path, "--format", "json").out)

    assert "Udgave 2026 kan ikke sammenlignes med dem før." in shown
    assert "║  ●" in shown
    assert "2. marts 2026    Udgave 2026: taget af radaren.\n" in gone
    assert "║  ×" in gone
    assert [each["comparable"] for each in document["technology"]["history"]] == [True, True, False]


def test_show_up_to_an_edition(tmp_path: Path) -> None:
    """The history of an older edition ends with it."""
    radar_of(tmp_path, {"x": TEXT})
    shown = run("show", "x", "--data", tmp_path, "--edition", "2025").out

    assert "2024  2025\n" in shown
    assert "Et forsøg." not in shown


@pytest.mark.parametrize(("encoding", "line"), [("ascii", "Klar     |"), ("utf-8", "Klar     │")])
def test_a_terminal_with_few_letters_gets_a_chart_too(encoding: str, line: str, tmp_path: Path) -> None:
    """Where lines and marks cannot be shown there are others in their place, and no question marks."""
    pytest.importorskip("pty")
    radar_of(tmp_path, {"x": TEXT})
    shown = shown_on_terminal("show", "x", "--data", tmp_path, encoding=encoding, NO_COLOR="1")
    chart_of_it = shown.partition("Historie")[2].partition("Udgave ")[0]

    assert line in chart_of_it
    assert "?" not in chart_of_it.replace("Afpr?v", "").replace("Hold ?je", "").replace("g?lder", "")


# What was meant ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("chat", 'did you mean "chat-og-voicebots", "generativ-ai"?'),
        ("voice", 'did you mean "chat-og-voicebots"?'),
        ("genrativ ai", 'did you mean "generativ-ai"?'),
        ("xyzzy", "see them all with"),
        ("", "see them all with"),
    ],
)
def test_a_part_of_a_name_is_enough_for_a_suggestion(word: str, near: str, tmp_path: Path) -> None:
    """A word that begins or stands in an id, a name or another name is a hint, else the most like it."""
    radar_of(
        tmp_path,
        {
            "generativ-ai": assessed("edition: 2026\nring: Klar", name="Generativ AI") + "aliases: [ChatGPT]\n",
            "chat-og-voicebots": assessed("edition: 2026\nring: Klar", name="Chat- og voicebots"),
            "droner": assessed("edition: 2026\nring: Klar"),
        },
    )
    done = run("show", word, "--data", tmp_path)

    assert (done.code, done.out) == (2, "")
    assert near in done.err
