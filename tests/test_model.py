"""What `radar.yaml` and a technology's file may hold, in every form, and what is refused with a way out."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from radars import CONFIGURATION, PLAIN, TODAY, assessed, radar_of, sound, standing, told
from techradar import store
from techradar.model import Basis, Configuration, Figure, Technology, read_configuration
from techradar.model.values import folded
from techradar.problems import Problem
from techradar.yamltree import read

SMALLEST = """
title: T
sectors: [A]
rings: [Ind, Ud]
editions:
  - id: 2026
    date: 2026-03-02
"""


def configuration(text: str) -> Configuration:
    """A configuration that must be good."""
    found, _, problems = read_configuration(tree := read(text.encode("utf-8"), "radar.yaml"))
    assert [*tree.problems, *problems] == []
    assert found is not None
    return found


def refused(text: str) -> list[Problem]:
    """What is wrong with a configuration, by place."""
    tree = read(text.encode("utf-8"), "radar.yaml")
    return sorted([*tree.problems, *read_configuration(tree)[2]])


def codes(text: str) -> list[str]:
    """The codes of what is wrong with a configuration."""
    return [problem.code for problem in refused(text)]


def hint(problem: Problem, language: str = "da") -> str:
    """A problem's way out."""
    assert problem.hint is not None
    return problem.hint.to("da" if language == "da" else "en")


def technology(folder: Path, text: str, frame: str = CONFIGURATION) -> Technology:
    """A technology that must be good."""
    return sound(folder, {"x": text}, frame).by_id["x"]


def wrong(folder: Path, text: str, frame: str = CONFIGURATION) -> list[Problem]:
    """The errors and warnings of a technology."""
    loaded = radar_of(folder, {"x": text}, frame)
    return [p for p in loaded.problems if p.severity.value != "note"]


# --- radar.yaml: what may be left out, and what then holds


def test_the_smallest_radar_has_its_defaults() -> None:
    """Four keys are enough; language, placement, fallback and the rest follow."""
    found = configuration(SMALLEST)

    assert (found.format, found.language, found.area_fallback) == ("1", "da", "overall")
    assert (found.maturity, found.adoption, found.placement) == (None, None, None)
    assert (found.areas, found.outputs, found.municipality, found.areas_name) == ((), (), None, None)
    assert found.editions[0].date == date(2026, 3, 2)
    assert found.editions[0].name == "2026"
    assert (found.editions[0].comparable, found.editions[0].draft) == (True, False)


@pytest.mark.parametrize("key", ["title", "sectors", "rings", "editions"])
def test_four_keys_are_needed(key: str) -> None:
    """Without one of the four the radar is refused, and the missing key is named."""
    lines = [part for part in SMALLEST.strip().split("\n") if not part.startswith(key)]
    (problem,) = refused("\n".join(line for line in lines if key != "editions" or not line.startswith(" ")))

    assert problem.code == "missing-key"
    assert f'"{key}"' in problem.message.to("da")
    assert (problem.line, problem.column) == (1, 1)


def test_a_key_without_a_value_is_missing_where_it_stands() -> None:
    """An empty required key is told of at its own line; an empty optional one counts as left out."""
    (problem,) = refused(SMALLEST.replace("title: T", "title:\nsubtitle:\nlicence: ''"))

    assert (problem.code, problem.line, problem.column) == ("missing-key", 2, 1)
    assert problem.message.to("da") == 'nøglen "title" er tom'


def test_every_key_of_the_frame_is_read() -> None:
    """All that docs/file-format.md names of radar.yaml is read, with the types that it has."""
    found = configuration(
        """
        format: 1
        title: T
        subtitle: U
        language: en
        publisher: P
        licence: CC BY 4.0
        municipality: vejle
        sectors:
          - {id: s, name: Sensorer, description: D, color: "#1F5FA8"}
          - {name: Robotter, color: "#abc"}
        rings:
          - {id: ind, name: Ind, from: 0.5, advice: Gør det, description: D}
          - {name: Ud, from: 0}
        maturity:
          name: Modenhed
          question: Q
          source: S
          levels:
            - {id: lav, name: Lav, value: 0, description: D}
            - {name: Høj, value: 10}
          not_counted: [Ved ikke]
        placement: maturity
        areas_name: Forvaltning
        areas:
          - {id: a, name: Sundhed}
        area_fallback: none
        editions:
          - {id: "2025.1", date: 2025-01-01, note: N}
          - {id: 2026, date: 2026-01-01, comparable: false, draft: true}
        outputs:
          - file: r.svg
            view: matrix
            edition: 2026
            area: a
            sector: s
            ring: ind
            tag: t
            highlight: [x, y]
            blank: true
            labels: numbers
            theme: mono
            size: 800x600
            dpi: 300
            title: O
            lang: da
        """
    )

    assert (found.language, found.municipality, found.placement) == ("en", "Vejle", "maturity")
    assert [sector.color for sector in found.sectors] == ["#1f5fa8", "#aabbcc"]
    assert [(ring.id, ring.start, ring.advice) for ring in found.rings] == [("ind", 0.5, "Gør det"), ("ud", 0.0, None)]
    assert found.maturity is not None
    assert [level.value for level in found.maturity.levels] == [0.0, 10.0]
    assert [answer.id for answer in found.maturity.not_counted] == ["ved-ikke"]
    assert [edition.id for edition in found.editions] == ["2025.1", "2026"]
    assert found.default_edition.id == "2025.1"
    (output,) = found.outputs
    assert (output.highlight, output.blank, output.dpi, output.size) == (("x", "y"), True, 300, "800x600")


def test_one_word_is_a_list_of_one_where_options_repeat() -> None:
    """`highlight` takes one id or several."""
    assert configuration(SMALLEST + "outputs:\n  - {file: r.svg, highlight: x}\n").outputs[0].highlight == ("x",)


def test_short_forms_give_ids_and_values() -> None:
    """Plain names get the slug as id, a taken one -2; levels count from 1; a name of signs gets its place."""
    found = configuration(
        SMALLEST.replace("sectors: [A]", 'sectors: [Ærø, "C++", "C plus plus", "😀"]')
        + "maturity: {levels: [Lav, Høj]}"
    )

    assert [sector.id for sector in found.sectors] == ["aeroe", "c-plus-plus", "c-plus-plus-2", "x4"]
    assert found.maturity is not None
    assert [level.value for level in found.maturity.levels] == [1.0, 2.0]


@pytest.mark.parametrize(("scales", "placement"), [("", None), ("maturity", "maturity"), ("adoption", "adoption"),
                                                   ("maturity adoption", "mean")])  # fmt: skip
def test_placement_follows_from_the_scales(scales: str, placement: str | None) -> None:
    """Two scales give the mean, one gives itself, none gives none."""
    text = SMALLEST + "".join(f"{scale}: {{levels: [Lav, Høj]}}\n" for scale in scales.split())

    assert configuration(text).placement == placement


@pytest.mark.parametrize(("rings", "borders"), [(2, [0.5, 0]), (3, [0.6667, 0.3333, 0]),
                                                (6, [0.8333, 0.6667, 0.5, 0.3333, 0.1667, 0])])  # fmt: skip
def test_bands_are_equal_where_no_border_is_given(rings: int, borders: list[float]) -> None:
    """Without `from` the bands are equally wide, rounded to 4 decimals."""
    names = ", ".join(f"R{n}" for n in range(rings))

    assert [ring.start for ring in configuration(SMALLEST.replace("Ind, Ud", names)).rings] == borders


def test_the_default_edition_is_the_last_that_is_no_draft() -> None:
    """A draft is only shown when it is named; where all are drafts the last one is shown."""
    assert configuration(SMALLEST + "    draft: true\n").default_edition.id == "2026"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("[Ind, Ud]", "[Ind]", "too-few", 4),
        ("[Ind, Ud]", "[A, B, C, D, E, F, G]", "too-many", 4),
        ("[A]", "[]", "too-few", 3),
        ("[A]", "[A, B, C, D, E, F, G, H, I]", "too-many", 3),
        ("[A]", "[A, a]", "double-name", 3),
        ("[A]", "[{id: b, name: A}, B]", "double-name", 3),
        ("[A]", "[A, '']", "empty-name", 3),
        ("[A]", "[A, ~]", "empty-name", 3),
        ("[A]", "A", "wrong-type", 3),
        ("[A]", "{a: A}", "wrong-type", 3),
        ("[Ind, Ud]", "[{name: Ind, from: 0.5}, Ud]", "ring-without-from", 4),
        ("[Ind, Ud]", "[{name: Ind, from: 0.5}, {name: Ud, from: 0.5}]", "rings-out-of-order", 4),
        ("[Ind, Ud]", "[{name: Ind, from: 1.1}, {name: Ud, from: 0}]", "rings-out-of-order", 4),
        ("[Ind, Ud]", "[{name: Ind, from: 0.5}, {name: Ud, from: 0.1}]", "rings-out-of-order", 4),
        ("[Ind, Ud]", "[{name: Ind, from: 0.5}, {name: Ud, from: -0.1}]", "rings-out-of-order", 4),
        ("id: 2026", "id: 2026.", "bad-id", 6),
        ("id: 2026", "id: nul", "bad-id", 6),
        ("2026-03-02", "2026", "not-a-date", 7),
        ("title: T", "title: T\nlanguage: english", "unknown-language", 3),
        ("title: T", "title: T\nmunicipality: Århus", "unknown-municipality", 3),
        ("title: T", "title: T\nplacement: mean", "placement-without-scale", 3),
        ("title: T", "title: T\nplacement: middel", "unknown-word", 3),
        ("title: T", "title: [T]", "wrong-type", 2),
        ("title: T", "title: T\nmaturity: {levels: [A]}", "too-few", 3),
        ("title: T", "title: T\nmaturity: {name: A}", "missing-key", 3),
        ("title: T", "title: T\nmaturity: [A, B]", "wrong-type", 3),
        ("title: T", "title: T\nmaturity: {levels: [{name: A, value: 2}, B]}", "levels-not-rising", 3),
        ("title: T", "title: T\nmaturity: {levels: [{name: A, value: 1e5}, B]}", "not-a-number", 3),
        ("title: T", "title: T\nmaturity: {levels: [{name: A, value: infinity}, B]}", "not-a-number", 3),
        ("title: T", "title: T\nmaturity: {levels: [A, B], not_counted: [b]}", "double-name", 3),
        ("title: T", "title: T\noutputs: [{file: ''}]", "missing-key", 3),
        ("title: T", "title: T\noutputs: [x.svg]", "wrong-type", 3),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_once(old: str, new: str, code: str, line: int) -> None:
    """One mistake in the frame gives one problem, on its line."""
    (problem,) = refused(SMALLEST.replace(old, new))

    assert (problem.code, problem.line) == (code, line)
    assert problem.hint is not None or code in {"too-few", "too-many"}


def test_a_text_may_not_be_a_book() -> None:
    """Texts have at most 10,000 characters."""
    assert codes(SMALLEST.replace("title: T", "title: " + "x" * 10_000)) == []
    assert codes(SMALLEST.replace("title: T", "title: " + "x" * 10_001)) == ["text-too-long"]


@pytest.mark.parametrize(("typed", "number"), [("75 %", "0.75"), ("0,75", "0.75"), ("12,5%", "0.125"), ("5 %", "0.05")])
def test_a_border_in_per_cent_is_told_as_a_number(typed: str, number: str) -> None:
    """Who thinks in per cent is told the number to write."""
    (problem,) = refused(
        SMALLEST.replace("[Ind, Ud]", f"\n  - name: Ind\n    from: {typed}\n  - name: Ud\n    from: 0")
    )

    assert hint(problem) == f"skriv tallet som {number}"


def test_a_comma_in_braces_is_explained() -> None:
    """`{advice: Afprøv, før der skaleres}` makes another key without a value, and the hint says so."""
    (problem,) = refused(SMALLEST.replace("[Ind, Ud]", "[{name: Ind, advice: Afprøv, før der skaleres}, Ud]"))

    assert problem.code == "unknown-key"
    assert '"Afprøv, før der skaleres"' in hint(problem)


def test_a_colour_without_quotes_is_not_lost_in_silence() -> None:
    """`color: #1f5fa8` is a comment to YAML, and is warned of."""
    (problem,) = refused(SMALLEST.replace("[A]", "\n  - name: A\n    color: #1f5fa8"))

    assert (problem.code, problem.line, problem.column) == ("cut-text", 5, 12)


# --- a technology


def test_every_key_of_a_technology_is_read(tmp_path: Path) -> None:
    """All that docs/file-format.md names of a technology is read."""
    found = technology(
        tmp_path,
        PLAIN
        + """
summary: S
example: E
description: |
  **CommonMark**
aliases: [Multikoptere, Multikoptere]
tags: [luft]
owner: O
review_by: 2027-03-01
links:
  - {title: L, url: "https://www.kl.dk/"}
cases:
  - {municipality: 630, area: SUNDHED OG OMSORG, stage: pilot, since: 2025-01-15, decide_by: 2027-01-15, lesson: L,
     url: "https://www.vejle.dk/"}
  - {organisation: Et plejecenter, stage: stopped}
facts:
  - {text: T, value: 99 %, year: 2021, source: S}
decisions:
  - {date: 2026-02-10, text: T, by: B, due: 2026-06-01}
dialogue:
  core_task: a
  daily_work: b
  competences: c
  involvement: d
  hidden_work: e
  legal: f
  bottom_line: {citizen: g, employee: h, economy: i}
  automation: proposes
  values: {korrekthed: j, integritet: k, professionalisme: l, tillidsskabende: m, responsivitet: n,
           selvstaendiggoerelse: o}
  dilemmas: {purpose: p, driver: q, pace: r, organisation: s}
  concerns: {data_ethics: t, work_environment: u, legal_certainty: v, competences: w}
  questions:
    - {text: Q, raised: 2026-02-01, where: W, answer: A, answered: 2026-03-01}
""",
    )

    assert found.id == "x"
    assert (found.sector, found.aliases, found.description) == ("sensorer", ("Multikoptere",), "**CommonMark**")
    assert [(case.municipality, case.organisation, case.area) for case in found.cases] == [
        ("Vejle", None, "sundhed-og-omsorg"), (None, "Et plejecenter", None),
    ]  # fmt: skip
    assert found.facts[0].value == "99 %"
    assert found.dialogue is not None
    assert found.dialogue.values is not None
    assert found.dialogue.values.selvstaendiggoerelse == "o"
    assert found.dialogue.questions[0].answered == date(2026, 3, 1)


@pytest.mark.parametrize("word", ["sensorer", "Sensorer", "SENSORER", " Sensorer "])
def test_a_reference_is_an_id_or_a_name(tmp_path: Path, word: str) -> None:
    """Upper and lower case and blanks around it aside, an id or a name is understood."""
    assert technology(tmp_path, PLAIN.replace("sector: Sensorer", f'sector: "{word}"')).sector == "sensorer"


def test_letters_of_two_forms_are_one(tmp_path: Path) -> None:
    """A name that a Mac wrote with a mark of its own means the same."""
    name = unicodedata.normalize("NFD", "Teknik og miljø på Ærø")
    frame = CONFIGURATION.replace("Teknik og miljø", unicodedata.normalize("NFC", name))
    found = technology(tmp_path, PLAIN + f"cases:\n  - stage: pilot\n    organisation: O\n    area: {name}\n", frame)

    assert found.cases[0].area == "teknik-og-miljoe-paa-aeroe"
    assert folded(name) == folded(unicodedata.normalize("NFC", name))


def test_an_id_wins_over_a_name() -> None:
    """Where one ring's id is another's name the id is meant."""
    found = configuration(SMALLEST.replace("[Ind, Ud]", "[{id: a, name: Ind}, {id: b, name: A2}]"))

    assert [ring.id for ring in found.rings] == ["a", "b"]


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("Idé", 0.0),
        ("vist i praksis", 0.5),
        ("faerdigvare", 1.0),
        ("3.5", 0.625),
        ("1", 0.0),
        ("{level: Forsøg}", 0.25),
        ("{value: 4}", 0.75),
        ("{value: +4.50}", 0.875),
        ("{shares: {Idé: 50, Færdigvare: 50}}", 0.5),
        ("{shares: {Idé: 1, Forsøg: 1, Vist i praksis: 1}}", 0.25),
        ("{shares: {Idé: 33.3, Forsøg: 33.3, Færdigvare: 33.3}}", 0.4167),
        ("{counts: {Idé: 3, Færdigvare: 9}}", 0.75),
    ],
)
def test_a_figure_has_four_forms(tmp_path: Path, figure: str, value: float) -> None:
    """A level, a number, shares and counts all give a figure from 0 to 1, to 4 decimals."""
    found = technology(tmp_path, assessed(f"edition: 2026\nmaturity: {figure}\nring: Klar"))

    maturity = found.assessments[0].maturity
    assert maturity is not None
    assert maturity.figure == value


def test_a_number_is_a_level_where_a_level_has_that_name(tmp_path: Path) -> None:
    """On a scale of levels named 1 to 9, `3` is the level and not the value."""
    frame = CONFIGURATION.replace("[Idé, Forsøg, Vist i praksis, Dokumenteret, Færdigvare]", "[9, 3, 1]")
    found = technology(tmp_path, assessed("edition: 2026\nmaturity: 3\nring: Klar"), frame)

    assert found.assessments[0].maturity is not None
    assert (found.assessments[0].maturity.level, found.assessments[0].maturity.figure) == ("3", 0.5)


def adoption(folder: Path, figure: str) -> Figure:
    """An overall figure of adoption and its radar's scale."""
    found = technology(folder, assessed(f"edition: 2026\nadoption: {figure}\nring: Klar")).assessments[0].adoption
    assert found is not None
    return found


def test_answers_that_are_not_counted_enter_neither_n_nor_mean(tmp_path: Path) -> None:
    """`not_counted` answers are kept and shown, and change no number."""
    scale = configuration(CONFIGURATION).adoption
    assert scale is not None
    figure = adoption(tmp_path, "{counts: {På prøve: 6, Ved ikke: 94}}")

    assert (figure.figure, figure.number_of_answers(scale)) == (0.5, 6)
    assert figure.counts == {"paa-proeve": 6, "ved-ikke": 94}
    assert adoption(tmp_path / "b", "{shares: {På prøve: 6, Ved ikke: 94}, n: 634}").number_of_answers(scale) == 634
    assert adoption(tmp_path / "c", "Ved ikke").figure is None


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        ("maturity: Idee", "unknown-level", (5, 15)),
        ("maturity: 5.1", "outside-scale", (5, 15)),
        ("maturity: -1", "outside-scale", (5, 15)),
        ("maturity: 1e5", "unknown-level", (5, 15)),
        ("maturity: 3,5", "not-a-number", (5, 15)),
        ("maturity: {level: 3}", "level-is-number", (5, 23)),
        ("maturity: {value: nan}", "not-a-number", (5, 23)),
        ("maturity: {value: ٣}", "not-a-number", (5, 23)),
        ("maturity: {value: 3, level: Idé}", "figure-form", (5, 15)),
        ("maturity: {source: S}", "figure-form", (5, 15)),
        ("maturity: {}", "figure-form", (5, 15)),
        ("maturity: [Idé]", "wrong-type", (5, 15)),
        ("maturity: {shares: 40}", "wrong-type", (5, 24)),
        ("maturity: {shares: {}}", "too-few", (5, 24)),
        ("maturity: {shares: {Idé: ~}}", "wrong-type", (5, 30)),
        ("maturity: {shares: {Idé: 101}}", "not-a-share", (5, 30)),
        ("maturity: {shares: {Idé: -1}}", "not-a-share", (5, 30)),
        ("maturity: {shares: {Idé: 60, Forsøg: 42}}", "shares-over-100", (5, 24)),
        ("maturity: {shares: {Idé: 0}}", "nothing-counted", (5, 15)),
        ("maturity: {counts: {Idé: 1.5}}", "not-a-whole-number", (5, 30)),
        ("maturity: {counts: {Idé: 5}, n: 6}", "n-disagrees", (5, 37)),
        ("maturity: {counts: {Idé: 5, ide: 6}}", "double-answer", (5, 33)),
        ("maturity: {counts: {Idee: 5}}", "unknown-level", (5, 25)),
        ("maturity: {level: Idé, n: mange}", "not-a-whole-number", (5, 31)),
        ("maturity: {level: Idé, basis: gæt}", "unknown-basis", (5, 35)),
        ("ring: Ind", "unknown-ring", (5, 11)),
        ("ring: [Klar]", "wrong-type", (5, 11)),
        ("ring: Klar\nretired: ja", "not-true-or-false", (6, 14)),
        ("ring: Klar\nareas: {sundhed-og-omsorg: ~}", "wrong-type", (6, 32)),
        ("ring: Klar\nareas: {sundhed-og-omsorg: I drift bredt}", "wrong-type", (6, 32)),
        ("ring: Klar\nareas: [sundhed-og-omsorg]", "wrong-type", (6, 12)),
        ("ring: Klar\nareas: {Sundhed: {ring: Klar}}", "unknown-area", (6, 13)),
        ("ring: Klar\nareas: {sundhed-og-omsorg: {ring: Klar, retired: true}}", "unknown-key", (6, 45)),
        ("ring: Klar\nreason: [a]", "wrong-type", (6, 13)),
        ("maturity: Idé", "missing-figure", (4, 14)),
    ],
)  # fmt: skip
def test_a_wrong_assessment_is_refused_once(tmp_path: Path, lines: str, code: str, place: tuple[int, int]) -> None:
    """One mistake in an assessment gives one problem, at the value or key that is wrong."""
    (problem,) = wrong(tmp_path, assessed(f"edition: 2026\n{lines}"))

    assert (problem.code, (problem.line, problem.column)) == (code, place)


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        ("tags: borgerservice", "wrong-type", (8, 7)),
        ("tags: [a, ~]", "wrong-type", (8, 11)),
        ("links:\n  -", "wrong-type", (9, 4)),
        ("links:\n  - https://www.kl.dk", "wrong-type", (9, 5)),
        ("links: {title: a, url: https://www.kl.dk}", "wrong-type", (8, 8)),
        ("links:\n  - title: a", "missing-key", (9, 5)),
        ("links:\n  - {title: a, url: 'javascript:alert(1)'}", "not-an-address", (9, 21)),
        ("links:\n  - {title: a, url: 'http://[x'}", "not-an-address", (9, 21)),
        ("summary:\n  Note: tekst", "wrong-type", (9, 3)),
        ("summary: Note: tekst", "yaml-syntax", (8, 14)),
        ("summary:\n  - a\n  - b", "wrong-type", (9, 3)),
        ("id: droner", "unknown-key", (8, 1)),
        ("cases: pilot", "wrong-type", (8, 8)),
        ("cases:\n  - {stage: pilot, municipality: [Vejle]}", "wrong-type", (9, 34)),
        ("cases:\n  - {stage: pilot, municipality: Christiansø}", "unknown-municipality", (9, 34)),
        ("cases:\n  - {stage: pilot, organisation: O, since: i går}", "not-a-date", (9, 44)),
        ("dialogue: tekst", "wrong-type", (8, 11)),
        ("dialogue:\n  values: {correctness: a}", "unknown-key", (9, 12)),
        ("dialogue:\n  concerns: {dataetik: a}", "unknown-key", (9, 14)),
        ("facts:\n  - {text: a, year: [2021]}", "wrong-type", (9, 21)),
        ("review_by:\n  - 2026-01-01", "wrong-type", (9, 3)),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_once(tmp_path: Path, lines: str, code: str, place: tuple[int, int]) -> None:
    """One mistake in the rest of a technology gives one problem with a way out, at its place."""
    (problem,) = wrong(tmp_path, PLAIN + lines + "\n")

    assert (problem.code, (problem.line, problem.column)) == (code, place)
    assert problem.hint is not None


def test_all_mistakes_of_a_file_come_at_once(tmp_path: Path) -> None:
    """Nothing stops at the first: each mistake is told, and two keys that are missing are two problems."""
    found = wrong(tmp_path, "tags: a\nowner: [b]\nreview_by: i morgen\n")

    assert [p.code for p in found] == ["missing-key"] * 3 + ["wrong-type", "wrong-type", "not-a-date"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ejer: O", 'nøglen hedder "owner"'),
        ("Kort fortalt: S", 'nøglen hedder "summary"'),
        ("resumé: S", 'nøglen hedder "summary"'),
        ("ownr: O", "owner"),
        ("id: droner", "filens navn er id'et"),
        ("review_by: 02-03-2027", "2027-03-02"),
        ("review_by: 2027-02-30", "findes ikke i kalenderen"),
        ("review_by: “2027-03-02”", 'brug lige: "2027-03-02"'),
        ("cases:\n  - {stage: drift, organisation: O}", 'mente du "operation"?'),
        ("cases:\n  - {stage: Stoppet, organisation: O}", 'mente du "stopped"?'),
        ("cases:\n  - {stage: pilot, municipality: Århus}", 'mente du "Aarhus"?'),
        ("cases:\n  - {stage: pilot, municipality: KL}", "organisation: …"),
        ("dialogue: {automation: foreslår}", 'mente du "proposes"?'),
        ("tags: luft", "- …"),
        ("links:\n  - https://www.kl.dk", "title, url"),
        ("links:\n  - title:\n    url: https://www.kl.dk", "title:"),
    ],
)
def test_a_hint_is_a_way_out(tmp_path: Path, typed: str, said: str) -> None:
    """What people type by habit is answered with what to write instead."""
    (problem,) = wrong(tmp_path, PLAIN + typed + "\n")

    assert said in hint(problem)


def test_a_key_that_is_spelt_wrong_is_not_missing_too(tmp_path: Path) -> None:
    """`navn` for `name` is one mistake, and so is `sectr` for `sector`."""
    found = wrong(tmp_path, PLAIN.replace("name:", "navn:").replace("sector:", "sectr:"))

    assert [p.code for p in found] == ["unknown-key", "unknown-key"]


@pytest.mark.parametrize(("typed", "said"), [
    ("2027", "techradar edition 2027 --date …"), ("næste år", "muligheder: 2024, 2025, 2026"),
])  # fmt: skip
def test_an_unknown_edition_can_be_made(tmp_path: Path, typed: str, said: str) -> None:
    """Where the word can be an edition's id the hint says how to make that edition."""
    (problem,) = wrong(tmp_path, assessed(f"edition: {typed}\nring: Klar"))

    assert problem.code == "unknown-edition"
    assert said in hint(problem)


@pytest.mark.parametrize("figure", ["maturity: Gammelt trin", "maturity: 9", "maturity: {level: 9}"])
def test_figures_from_before_the_scale_changed_become_a_ring(tmp_path: Path, figure: str) -> None:
    """A level that is unknown before an edition that is not comparable gets a hint of its own."""
    frame = CONFIGURATION.replace("date: 2026-03-02", "date: 2026-03-02\n    comparable: false")
    (before,) = wrong(tmp_path / "a", assessed(f"edition: 2025\nring: Klar\n{figure}"), frame)
    (after,) = wrong(tmp_path / "b", assessed(f"edition: 2026\nring: Klar\n{figure}"), frame)

    assert "skriv ring: …" in hint(before)
    assert "2026" in hint(before)
    assert "skriv ring: …" not in hint(after)


@pytest.mark.parametrize(
    ("assessments", "code"),
    [
        (("edition: 2026\nring: Klar", "edition: 2026\nring: Afvent"), "two-assessments"),
        (("edition: 2026\nring: Klar", "edition: 2025\nring: Afvent"), "assessments-out-of-order"),
        (("edition: 2025\nretired: true", "edition: 2026\nring: Afvent"), "retired-first"),
        (("edition: 2025\nring: Klar", "edition: 2026\nretired: true\nring: Afvent"), "retired-with-figures"),
        (("edition: 2025\nring: Klar", "edition: 2026\nretired: true\nmaturity: Idé"), "retired-with-figures"),
    ],
)
def test_assessments_stand_in_order(tmp_path: Path, assessments: tuple[str, ...], code: str) -> None:
    """Oldest first, one per edition, and retired only after it was on the radar and without figures."""
    (problem,) = wrong(tmp_path, assessed(*assessments))

    assert problem.code == code
    assert problem.hint is not None


def test_another_mistake_hides_no_second_assessment(tmp_path: Path) -> None:
    """Whatever else is wrong in an assessment, two of one edition are told in the same run, each once."""
    twice = assessed("edition: 2026\nring: Klar", "edition: '2026'\nring: Klr", "edition: 2025\nring: Klar")

    assert [p.code for p in wrong(tmp_path, twice)] == ["two-assessments", "unknown-ring"]


@pytest.mark.parametrize(
    "name", ["[red]", "</svg>", "]]>", "a|b", "😀 robotter", "שלום", "{name} {0}", "%s", "null", "-"]
)
def test_any_name_is_a_name(tmp_path: Path, name: str) -> None:
    """Markup, emoji, right-to-left words and braces are only text."""
    quoted = "'" + name.replace("'", "''") + "'"
    text = PLAIN.replace("name: Droner", f"name: {quoted}\ntags: [{quoted}]").replace(
        "sector: Sensorer", f"sector: {quoted}"
    )
    found = technology(tmp_path, text, CONFIGURATION.replace("  - Sensorer", f"  - {quoted}"))

    assert (found.name, found.tags) == (name, (name,))
    (problem,) = wrong(tmp_path / "b", PLAIN.replace("ring: Klar", f"ring: {quoted}"))
    assert name in problem.message.to("da")


# --- mistakes in radar.yaml do not spread


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - Sensorer\n  - Kunstig intelligens\n", "  - Sensorer\n  - Sensorer\n"),
        ("sectors:\n  - Sensorer\n  - Kunstig intelligens\n", "sectors: []\n"),
        ("sectors:\n  - Sensorer\n  - Kunstig intelligens\n", ""),
        ("  - Klar\n", "  - name: Klar\n    from: 0.9\n"),
        ("[Idé, Forsøg", "[Idé, Idé, Forsøg"),
        ("    date: 2025-03-01", "    date: 2023-03-01"),
        ("    date: 2026-03-02", "    date: i dag"),
        ("title: ", "titel: "),
    ],
)  # fmt: skip
def test_a_mistake_in_the_frame_stays_there(tmp_path: Path, old: str, new: str) -> None:
    """Technologies that are right are not blamed for a part of the frame that could not be read."""
    assert CONFIGURATION.count(old) == 1
    text = assessed(
        "edition: 2024\nmaturity: Idé\nadoption: På prøve", "edition: 2025\nring: Klar", "edition: 2026\nring: Afvent"
    )
    loaded = radar_of(tmp_path, {"x": text}, CONFIGURATION.replace(old, new))

    assert loaded.radar is None
    assert {Path(p.path).name for p in loaded.problems} == {"radar.yaml"}


def test_what_the_frame_still_says_is_checked(tmp_path: Path) -> None:
    """A technology's own mistakes are told even where another part of the frame is wrong."""
    found = radar_of(tmp_path, {"x": PLAIN.replace("Sensorer", "Senorer")}, CONFIGURATION.replace("title:", "titel:"))

    assert [p.code for p in found.problems] == ["unknown-key", "unknown-sector"]


def test_records_do_not_change(tmp_path: Path) -> None:
    """What was read is frozen, and can be kept in sets and dicts by identity."""
    radar = sound(tmp_path, {"x": PLAIN})
    found = radar.by_id["x"]

    with pytest.raises(Exception, match="frozen"):
        found.name = "Andet"  # type: ignore[misc]
    assert {found: 1}[found] == 1
    assert found.by_edition["2026"].ring == "klar"


def test_a_basis_has_its_strength() -> None:
    """Judgement is the weakest, then derived, published and measured."""
    assert sorted(Basis, key=lambda basis: basis.strength) == [
        Basis.JUDGEMENT, Basis.DERIVED, Basis.PUBLISHED, Basis.MEASURED,
    ]  # fmt: skip


def test_the_helper_reads_what_it_wrote(tmp_path: Path) -> None:
    """The tests' own radar has no problem, and its technology stands where it says."""
    loaded = radar_of(tmp_path, {"x": PLAIN})

    assert told(loaded, notes=True) == []
    assert store.load(tmp_path, TODAY).sound
    assert loaded.radar is not None
    assert standing(loaded.radar).ring.name == "Klar"
