"""What holds across the files of a radar: told at the place that is wrong, and only there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from radars import CONFIGURATION, PLAIN, assessed, radar_of, told

OTHER = PLAIN.replace("Droner", "Robotter")


def case(line: str) -> str:
    """A technology with one case."""
    return PLAIN + f"cases:\n  - {{stage: pilot, {line}}}\n"


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (OTHER.replace("Robotter", "DRONER"), ["technologies/y.yaml:2:7 same-name"]),
        (OTHER + "aliases: [droner]\n", ["technologies/x.yaml:2:7 name-is-alias"]),
        (OTHER + "aliases: [robotter]\n", []),
        (OTHER + "aliases: [Multikoptere]\n", []),
    ],
)
def test_names_are_unique(tmp_path: Path, x: str, expected: list[str]) -> None:
    """Two technologies of one name are an error, a name that is another's alias a warning."""
    assert told(radar_of(tmp_path, {"x": PLAIN, "y": x})) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("maturity: Idé\nadoption: Ikke i gang\nring: Afvent", []),
        ("maturity: Idé\nadoption: Ikke i gang\nring: Klar", ["technologies/x.yaml:7:11 ring-disagrees"]),
        ("maturity: Idé\nring: Klar", []),
        ("ring: Klar", []),
        ("maturity: Idé", ["technologies/x.yaml:4:14 missing-figure"]),
        ("maturity: Idé\nadoption: Ved ikke", ["technologies/x.yaml:4:14 missing-figure"]),
        ("reason: Tom.", ["technologies/x.yaml:4:14 missing-figure"]),
        ("ring: Klar\nareas: {sundhed-og-omsorg: {adoption: På prøve}}", []),
        (
            "maturity: Idé\nadoption: På prøve\nareas:\n  Sundhed og omsorg: {adoption: I drift bredt, ring: Afvent}",
            ["technologies/x.yaml:8:58 ring-disagrees"],
        ),
    ],
)
def test_every_edition_gives_a_place(tmp_path: Path, lines: str, expected: list[str]) -> None:
    """An assessment gives all figures that placement needs or a ring, and a ring beside them agrees."""
    assert told(radar_of(tmp_path, {"x": assessed(f"edition: 2026\n{lines}")})) == expected


def test_an_early_ring_agrees_with_what_is_carried_forward(tmp_path: Path) -> None:
    """A ring is held against the figures in force, not only those of its own assessment."""
    text = assessed(
        "edition: 2025\nmaturity: Idé\nadoption: Ikke i gang", "edition: 2026\nmaturity: Forsøg\nring: Klar"
    )

    assert told(radar_of(tmp_path, {"x": text})) == ["technologies/x.yaml:9:11 ring-disagrees"]


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (CONFIGURATION, "nævn både maturity (modenhed) og adoption (udbredelse), eller skriv en ring: ring: …"),
        (CONFIGURATION + "placement: adoption\n", "nævn adoption, eller skriv en ring: ring: …"),
        (CONFIGURATION[: CONFIGURATION.index("maturity:")] + CONFIGURATION[CONFIGURATION.index("areas:") :],
         "skriv en ring: ring: …"),
    ],
)  # fmt: skip
def test_the_hint_names_what_is_missing(tmp_path: Path, frame: str, said: str) -> None:
    """What a place needs depends on the placement."""
    (problem,) = (p for p in radar_of(tmp_path, {"x": assessed("edition: 2026\nreason: R")}, frame).problems
                  if p.code == "missing-figure")  # fmt: skip

    assert problem.hint is not None
    assert problem.hint.to("da") == said


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("adoption: {counts: {På prøve: 4, Ved ikke: 9}}", ["technologies/x.yaml:6:15 few-answers"]),
        ("adoption: {counts: {På prøve: 5}}", []),
        ("adoption: {level: På prøve, n: 4}", ["technologies/x.yaml:6:15 few-answers"]),
        ("adoption: {level: På prøve}", []),
        ("ring: Hold øje\nareas:\n  Sundhed og omsorg:\n    adoption: {counts: {På prøve: 1}}",
         ["technologies/x.yaml:9:19 few-answers"]),
    ],
)  # fmt: skip
def test_few_answers_are_warned_of(tmp_path: Path, lines: str, expected: list[str]) -> None:
    """A figure rests on at least five counted answers, in an area too."""
    said = f"edition: 2026\nmaturity: Idé\n{lines}"

    assert told(radar_of(tmp_path, {"x": assessed(said)})) == expected


@pytest.mark.parametrize(
    ("ours", "line", "expected"),
    [
        ("Vejle", "municipality: Vejle", []),
        ("Vejle", "lesson: L", []),
        ("Vejle", "municipality: Aarhus", ["case-without-source"]),
        ("Vejle", "municipality: Aarhus, url: 'https://www.aarhus.dk/'", []),
        ("Vejle", "organisation: O", []),
        ("Vejle", "organisation: O, municipality: Vejle", ["case-of-nobody"]),
        (None, "lesson: L", ["case-of-nobody"]),
        (None, "municipality: Vejle", ["case-without-source"]),
        (None, "organisation: O", []),
    ],
)
def test_a_case_is_of_somebody_and_has_a_source(
    tmp_path: Path, ours: str | None, line: str, expected: list[str]
) -> None:
    """One of municipality and organisation, by default the radar's own; another municipality's has an address."""
    frame = CONFIGURATION + (f"municipality: {ours}\n" if ours else "")

    assert [problem.partition(" ")[2] for problem in told(radar_of(tmp_path, {"x": case(line)}, frame))] == expected


@pytest.mark.parametrize(
    ("address", "expected"), [("https://www.kl.dk/", []), ("http://www.kl.dk/", ["link-over-http"])]
)
def test_links_go_over_https(tmp_path: Path, address: str, expected: list[str]) -> None:
    """An address over http is warned of, among links and in cases."""
    for text in (PLAIN + f"links: [{{title: T, url: '{address}'}}]\n", case(f"organisation: O, url: '{address}'")):
        assert [problem.partition(" ")[2] for problem in told(radar_of(tmp_path, {"x": text}))] == expected


@pytest.mark.parametrize(("color", "expected"), [("#ffff00", ["radar.yaml:4:29 low-contrast"]), ("#12355b", [])])
def test_colours_are_seen(tmp_path: Path, color: str, expected: list[str]) -> None:
    """A colour of one's own is held against the fills that it lies on."""
    frame = CONFIGURATION.replace("  - Sensorer", f'  - {{name: Sensorer, color: "{color}"}}')

    assert told(radar_of(tmp_path, {"x": PLAIN}, frame)) == expected


def test_a_colour_that_is_hard_to_see_is_named_with_its_pair_and_the_way_out(tmp_path: Path) -> None:
    """The warning names both colours and their contrast, rounded down, and a colour that gives no warning."""
    frame = CONFIGURATION.replace("  - Sensorer", '  - {name: Sensorer, color: "#777777"}')
    (found,) = (p for p in radar_of(tmp_path, {"x": PLAIN}, frame).problems if p.code == "low-contrast")
    assert found.message.to("en") == (
        "the name in the colour #777777 is hard to read on the sheet #ffffff (contrast 4.4:1; 4.5:1 is needed)"
    )
    assert found.hint is not None
    nearest = re.findall("#[0-9a-f]{6}", found.hint.to("da"))
    assert nearest == ["#767676"]
    assert told(radar_of(tmp_path, {"x": PLAIN}, frame.replace("#777777", nearest[0]))) == []


@pytest.mark.parametrize(
    ("output", "code"),
    [
        ("file: radar.svg", None),
        ("file: ../radar.png", None),
        ("file: ./mappe/../radar.pdf", None),
        ("file: RADAR.SVG", None),
        ("file: ../../radar.svg", "output-outside"),
        ("file: mappe/../../../radar.svg", "output-outside"),
        ("file: /tmp/radar.svg", "output-outside"),
        (r"file: 'C:\radar.svg'", "output-outside"),
        (r"file: '\\server\radar.svg'", "output-outside"),
        ("file: ~/radar.svg", "output-outside"),
        ("file: .", "unknown-suffix"),
        ("file: mappe/", "unknown-suffix"),
        ("file: radar.jpg", "unknown-suffix"),
        ("file: radar.svg\n    edition: 2026\n    area: SUNDHED OG OMSORG\n    sector: sensorer\n    ring: klar", None),
        ("file: radar.svg\n    edition: 2027", "unknown-edition"),
        ("file: radar.svg\n    area: Sundhed", "unknown-area"),
        ("file: radar.svg\n    sector: Senorer", "unknown-sector"),
        ("file: radar.svg\n    ring: Klart", "unknown-ring"),
        ("file: radar.svg\n    tag: LUFT", None),
        ("file: radar.svg\n    tag: land", "unknown-tag"),
        ("file: radar.svg\n    highlight: [droner, X]", None),
        ("file: radar.svg\n    highlight: [droner, robotter]", "unknown-technology"),
    ],
)
def test_outputs_can_be_made(tmp_path: Path, output: str, code: str | None) -> None:
    """An output lies in or beside the radar's folder, has an ending that can be drawn, and names what there is."""
    found = radar_of(tmp_path, {"x": PLAIN + "tags: [luft]\n"}, CONFIGURATION + f"outputs:\n  - {output}\n")

    assert [problem.partition(" ")[2] for problem in told(found)] == ([code] if code else [])


def test_a_mistake_in_an_output_hides_no_other(tmp_path: Path) -> None:
    """Options that are wrong are told beside what else is wrong with outputs, and with technologies."""
    outputs = """outputs:
  - file: a.svg
    size: a4x
    view: matrice
    labels: numre
    dpi: 30
    blank: ja
  - file: b.gif
    area: nix
    theme: mørk
    lang: dansk
    tag: luft
"""
    found = radar_of(tmp_path, {"x": PLAIN, "y": OTHER.replace("Robotter", "DRONER")}, CONFIGURATION + outputs)
    assert [line.partition(" ")[2] for line in told(found)] == [
        "bad-size", "unknown-word", "unknown-word", "bad-dpi", "not-true-or-false", "unknown-suffix",
        "unknown-area", "unknown-word", "unknown-language", "unknown-tag", "same-name",
    ]  # fmt: skip
    lines = (CONFIGURATION + outputs).splitlines()
    places = [tuple(map(int, line.split(" ")[0].split(":")[1:])) for line in told(found)[:-1]]
    assert [lines[line - 1][column - 1 :] for line, column in places] == [
        "a4x", "matrice", "numre", "30", "ja", "b.gif", "nix", "mørk", "dansk", "luft",
    ]  # fmt: skip
    assert found.radar is not None


def test_what_no_output_can_be_hides_no_wrong_option(tmp_path: Path) -> None:
    """Where a key is unknown or missing, the options of that output and of the others are told too."""
    outputs = "outputs:\n  - file: a.svg\n    view: hest\n    farve: 3\n  - theme: x\n  - file: b.svg\n    dpi: 3\n"
    found = radar_of(tmp_path, {"x": PLAIN}, CONFIGURATION + outputs)
    codes = [line.partition(" ")[2] for line in told(found)]
    assert codes == ["unknown-word", "unknown-key", "missing-key", "unknown-word", "bad-dpi"]


def test_two_outputs_are_two_files(tmp_path: Path) -> None:
    """One file that is named twice, however it is written, is an error."""
    outputs = "outputs:\n  - file: radar.svg\n  - file: ./RADAR.svg\n"

    assert [p.partition(" ")[2] for p in told(radar_of(tmp_path, {}, CONFIGURATION + outputs))] == ["same-output"]


def test_a_technology_that_could_not_be_read_is_not_unknown(tmp_path: Path) -> None:
    """While a file has errors, names that only it could have are not told of."""
    outputs = "outputs:\n  - file: radar.svg\n    highlight: y\n  - file: b.svg\n    tag: luft\n"
    broken = OTHER.replace("Klar", "Klart") + "tags: [luft]\n"

    assert told(radar_of(tmp_path, {"x": PLAIN, "y": broken}, CONFIGURATION + outputs)) == [
        "technologies/y.yaml:6:11 unknown-ring"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN + "review_by: 2026-04-30\n", ["technologies/x.yaml:8:12 review-due"]),
        (PLAIN + "review_by: 2026-05-01\n", []),
        (
            PLAIN + "decisions: [{date: 2026-01-01, text: T, due: 2026-04-30}]\n",
            ["technologies/x.yaml:8:46 decision-due"],
        ),
        (case("organisation: O, decide_by: 2026-04-30"), ["technologies/x.yaml:9:48 trial-due"]),
        (case("organisation: O, decide_by: 2026-04-30").replace("pilot", "operation"), []),
        (PLAIN.replace("    reason: Den er i brug.\n", ""), ["technologies/x.yaml:5:5 no-reason"]),
        (PLAIN.replace("reason: Den er i brug.", "basis: measured"), []),
        (PLAIN.replace("2026", "2025"), ["technologies/x.yaml:4:1 carried-forward"]),
        (PLAIN.replace("2026", "2025") + "  - edition: 2026\n    retired: true\n", []),
    ],
)
def test_notes_depend_on_the_day_and_never_fail(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Days that have passed, judgements without reason and what is carried forward are notes."""
    loaded = radar_of(tmp_path, {"x": text})

    assert told(loaded, notes=True) == expected
    assert told(loaded) == []
    assert loaded.sound


QUESTION = PLAIN + "dialogue: {questions: [{text: Hvem?, answer: Os., raised: 2026-03-02, answered: ANSWERED}]}\n"
DECISION = PLAIN + "decisions: [{date: 2026-03-02, text: T, due: DUE}]\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            QUESTION.replace("ANSWERED", "2025-03-02"),
            "svaret er fra 2. marts 2025, men spørgsmålet blev først stillet 2. marts 2026",
        ),
        (QUESTION.replace("ANSWERED", "2026-03-02"), None),
        (
            case("organisation: O, since: 2026-03-02, decide_by: 2026-03-01"),
            "forsøget skal afgøres senest 1. marts 2026, men begynder først 2. marts 2026",
        ),
        (case("organisation: O, since: 2026-03-02, decide_by: 2026-03-01").replace("pilot", "preparing"), None),
        (case("organisation: O, since: 2026-03-02, decide_by: 2026-03-01").replace("pilot", "operation"), None),
        (
            DECISION.replace("DUE", "2026-03-01"),
            "det skal være udført senest 1. marts 2026, men blev først besluttet 2. marts 2026",
        ),
        (DECISION.replace("DUE", "2026-03-02"), None),
    ],
)
def test_days_that_cannot_follow_on_each_other_are_told(tmp_path: Path, text: str, said: str | None) -> None:
    """At the later of the two; what may well be so is not told."""
    found = [p for p in radar_of(tmp_path, {"x": text}).problems if p.code == "days-out-of-order"]

    assert [p.message.to("da") for p in found] == ([said] if said else [])
    assert [p.severity.value for p in found] == (["warning"] if said else [])


def test_days_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    """In sentences, not as year-month-day."""
    loaded = radar_of(tmp_path, {"x": PLAIN + "review_by: 2026-04-30\n"})

    (found,) = (p for p in loaded.problems if p.code == "review-due")
    assert found.message.to("da") == "skulle være gennemgået senest 30. april 2026"
    assert found.message.to("en") == "was to be reviewed by 30 April 2026"
