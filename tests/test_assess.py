"""`techradar assess`: what a statement makes of a file, and that nothing else in it changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commands import CTRL_C, TODAY, Done, on_terminal, run
from editable import CONFIGURATION, HEAD, PLAIN, RETIRED, place, radar, technologies, written
from techradar.store import load


def assess(folder: Path, *arguments: str, id: str = "faldsensorer", lang: str = "en") -> Done:
    """Run `techradar assess`."""
    return run("assess", id, *arguments, "--data", folder, lang=lang)


# --- what the file says afterwards

PUBLISHED = (
    HEAD
    + """\
assessments:
  - edition: 2026
    maturity: Vist i praksis
    adoption: På prøve
    basis: published
    source: https://example.org/a
"""
)
SHARES = (
    HEAD
    + """\
assessments:
  - edition: 2026
    maturity: Idé
    adoption:
      shares:   # fra undersøgelsen
        På prøve: 60
        Nogle steder: 40
      n: 30
      basis: measured
      source: https://example.org/s
      note: Rundet af.
"""
)
BARE = HEAD + "assessments:\n  - edition: 2026\n    ring: klar\n"
BARE_PUBLISHED = BARE + "    basis: published\n    source: https://example.org/a\n"
AGREEING = HEAD + "assessments:\n  - edition: 2026\n    maturity: Idé\n    adoption: På prøve\n    ring: hold-oeje\n"
AREA = (
    HEAD
    + """\
assessments:
  - edition: 2026
    maturity: Idé
    adoption: På prøve
    areas:
      Sundhed og omsorg:   # de er længst
        adoption: Nogle steder
    basis: published
    source: https://example.org/a
"""
)


@pytest.mark.parametrize(
    ("before", "arguments", "old", "new"),
    [
        pytest.param(
            PLAIN,
            ["--maturity", "Dokumenteret"],
            "    reason: Prøves to steder.\n",
            "    reason: Prøves to steder.\n  - edition: 2026\n    maturity: dokumenteret\n",
            id="a new assessment comes after the last",
        ),
        pytest.param(
            PLAIN,
            ["--maturity", "dokumenteret", "--edition", "2025"],
            "Vist i praksis   #",
            "dokumenteret   #",
            id="a figure is changed in its place",
        ),
        pytest.param(
            PLAIN,
            ["--ring", "klar", "--edition", "2024"],
            "  - edition: 2025",
            "  - edition: 2024\n    ring: klar\n  - edition: 2025",
            id="an earlier edition comes before the first",
        ),
        pytest.param(
            PLAIN,
            ["--maturity", "3.5", "--adoption", "2,5", "--basis", "measured", "--source", "Bog", "--reason", "Nyt: x"],
            "    reason: Prøves to steder.\n",
            "    reason: Prøves to steder.\n  - edition: 2026\n    maturity: 3.5\n    adoption: 2.5\n"
            '    basis: measured\n    source: Bog\n    reason: "Nyt: x"\n',
            id="a new assessment carries the basis of all its figures",
        ),
        pytest.param(
            PUBLISHED,
            ["--maturity", "dokumenteret"],
            "    maturity: Vist i praksis\n",
            "    maturity:\n      level: dokumenteret\n      basis: judgement\n",
            id="without a basis the figure becomes a judgement and the other keeps its own",
        ),
        pytest.param(
            PUBLISHED,
            ["--maturity", "4.5", "--basis", "derived", "--source", "https://example.org/b"],
            "    maturity: Vist i praksis\n",
            "    maturity:\n      value: 4.5\n      basis: derived\n      source: https://example.org/b\n",
            id="a basis of one figure stands with it where another rests on the assessment's",
        ),
        pytest.param(
            PUBLISHED,
            ["--maturity", "dokumenteret", "--basis", "published", "--source", "https://example.org/a"],
            "Vist i praksis",
            "dokumenteret",
            id="the assessment's own basis is not repeated",
        ),
        pytest.param(
            PUBLISHED,
            ["--maturity", "ide", "--adoption", "ved ikke", "--basis", "measured", "--ring", "afvent"],
            "    maturity: Vist i praksis\n    adoption: På prøve\n    basis: published\n    source: https://example.org/a\n",
            "    maturity: ide\n    adoption: ved-ikke\n    ring: afvent\n    basis: measured\n",
            id="where all figures change the assessment's basis does, and the old source goes with the old basis",
        ),
        pytest.param(
            PUBLISHED,
            ["--source", "https://example.org/b"],
            "org/a",
            "org/b",
            id="a source alone is the assessment's and leaves the basis",
        ),
        pytest.param(
            PUBLISHED,
            ["--basis", "judgement"],
            "    basis: published\n    source: https://example.org/a\n",
            "    basis: judgement\n",
            id="a basis alone is the assessment's and takes no old source along",
        ),
        pytest.param(
            SHARES,
            ["--adoption", "undersøger"],
            SHARES[SHARES.index("    adoption:") :],
            "    adoption: undersoeger  # fra undersøgelsen\n",
            id="a level replaces a distribution with all that was said of it",
        ),
        pytest.param(
            SHARES, ["--maturity", "forsøg"], "Idé", "forsoeg", id="a figure's neighbour in long form stays as it is"
        ),
        pytest.param(
            BARE, ["--ring", "afprøv"], "klar", "afproev", id="a bare ring is changed in its place"
        ),
        pytest.param(
            BARE_PUBLISHED,
            ["--ring", "afprøv"],
            BARE_PUBLISHED[len(HEAD) :],
            "assessments:\n  - edition: 2026\n    ring: afproev\n",
            id="a new bare ring without a basis is a judgement",
        ),
        pytest.param(
            BARE,
            ["--maturity", "ide", "--adoption", "undersøger"],
            "    ring: klar\n",
            "    maturity: ide\n    adoption: undersoeger\n    ring: afvent\n",
            id="a ring that figures no longer give follows them",
        ),
        pytest.param(
            BARE,
            ["--maturity", "ide"],
            "    ring",
            "    maturity: ide\n    ring",
            id="a ring stays where figures give no score",
        ),
        pytest.param(
            AGREEING, ["--maturity", "færdigvare"], "Idé\n    adoption: På prøve\n    ring: hold-oeje",
            "faerdigvare\n    adoption: På prøve\n    ring: klar", id="an agreeing ring follows its figures",
        ),
        pytest.param(
            RETIRED,
            ["--maturity", "dokumenteret"],
            "    retired: true\n    source: x\n    reason: Nej.\n",
            "    maturity: dokumenteret\n",
            id="what was retired in the edition comes back and loses the reason and source of that",
        ),
        pytest.param(
            PLAIN,
            ["--area", "Børn og unge", "--adoption", "undersøger"],
            "    reason: Prøves to steder.\n",
            "    reason: Prøves to steder.\n"
            "  - edition: 2026\n    areas:\n      boern-og-unge:\n        adoption: undersoeger\n",
            id="an area alone makes a new assessment",
        ),
        pytest.param(
            AREA,
            ["--area", "sundhed-og-omsorg", "--adoption", "De fleste steder"],
            "        adoption: Nogle steder\n",
            "        adoption:\n          level: de-fleste-steder\n          basis: judgement\n",
            id="an area's figure is a judgement too, under the name that the file has for the area",
        ),
        pytest.param(
            AREA,
            ["--area", "Børn og unge", "--adoption", "undersøger", "--basis", "measured", "--reason", "Spurgt."],
            "        adoption: Nogle steder\n",
            "        adoption: Nogle steder\n      boern-og-unge:\n        adoption: undersoeger\n"
            "        basis: measured\n        reason: Spurgt.\n",
            id="a new area carries its own basis",
        ),
        pytest.param(
            AREA,
            ["--maturity", "forsøg", "--adoption", "undersøger", "--basis", "measured"],
            "    maturity: Idé\n    adoption: På prøve\n",
            "    maturity:\n      level: forsoeg\n      basis: measured\n"
            "    adoption:\n      level: undersoeger\n      basis: measured\n",
            id="figures carry their basis where an area rests on the assessment's",
        ),
    ],
)  # fmt: skip
def test_a_statement_changes_its_own_place_and_no_other_byte(
    before: str, arguments: list[str], old: str, new: str, tmp_path: Path
) -> None:
    """The file afterwards is the file before with one stretch replaced."""
    assert before.count(old) == 1
    folder = radar(tmp_path, before)

    done = assess(folder, *arguments)

    assert (done.code, done.out) == (0, f"{folder.as_posix()}/technologies/faldsensorer.yaml\n"), done.err
    assert written(folder) == before.replace(old, new)


def test_an_edition_between_two_others_gets_its_place(tmp_path: Path) -> None:
    """Assessments stay oldest first, whatever stands between them."""
    text = (
        HEAD
        + "assessments:\n- edition: 2024\n  ring: klar  # først\n\n# senere\n- edition: 2026\n  ring: klar\nowner: x"
    )
    folder = radar(tmp_path, text)

    assess(folder, "--ring", "afprøv", "--edition", "2025")

    assert written(folder) == text.replace("# først\n", "# først\n- edition: 2025\n  ring: afproev\n")


@pytest.mark.parametrize(
    ("before", "arguments", "basis", "source"),
    [
        (PUBLISHED, ["--maturity", "dokumenteret"], "judgement", None),
        (PUBLISHED, ["--maturity", "dokumenteret", "--source", "x"], "judgement", "x"),
        (PUBLISHED, ["--maturity", "dokumenteret", "--basis", "measured"], "measured", None),
        (PLAIN, ["--maturity", "dokumenteret", "--basis", "measured", "--source", "x"], "measured", "x"),
        (SHARES, ["--maturity", "dokumenteret"], "judgement", None),
    ],
)
def test_a_changed_figure_rests_on_what_was_said(
    before: str, arguments: list[str], basis: str, source: str | None, tmp_path: Path
) -> None:
    """Basis and source of the changed figure are those given, else judgement without source; the other's stay."""
    folder = radar(tmp_path, before)
    other = place(folder).adoption

    assess(folder, *arguments)

    changed = place(folder)
    assert changed.maturity is not None
    assert (changed.maturity.basis, changed.maturity.source) == (basis, source)
    assert (changed.adoption and (changed.adoption.basis, changed.adoption.source, changed.adoption.figure)) == (
        other and (other.basis, other.source, other.figure)
    )


# --- what is said


@pytest.mark.parametrize(
    ("before", "arguments", "said"),
    [
        (PLAIN, ["--maturity", "Færdigvare"], "Faldsensorer: AFPRØV (0,50) → KLAR (0,75)\n"),
        (PLAIN, ["--maturity", "Dokumenteret"], "Faldsensorer: fortsat AFPRØV (0,63)\n"),
        (
            PLAIN,
            ["--area", "sundhed og omsorg", "--adoption", "de fleste steder"],
            "Faldsensorer, Sundhed og omsorg: AFPRØV (0,50) → KLAR (0,75)\n",
        ),
        (
            RETIRED,
            ["--reason", "Igen."],
            (
                "Faldsensorer → AFPRØV (0,50)\nFaldsensorer var taget af radaren og er tilbage.\n"
                "Slettet: begrundelsen for at tage den af (Nej.).\n"
            ),
        ),
        (PLAIN, ["--edition", "2024", "--ring", "Klar"], "Faldsensorer → KLAR\n"),
        (
            RETIRED,
            ["--edition", "2027", "--maturity", "Idé"],
            "Faldsensorer → HOLD ØJE (0,25)\nFaldsensorer var taget af radaren og er tilbage.\n",
        ),
        (
            SHARES,
            ["--adoption", "undersøger"],
            (
                "Faldsensorer: HOLD ØJE (0,30) → AFVENT (0,13)\n"
                "Erstattet sammen med det gamle tal: fordelingen, antallet af svar, kilden, noten.\n"
            ),
        ),
        (
            AGREEING,
            ["--maturity", "færdigvare"],
            (
                "Faldsensorer: HOLD ØJE (0,25) → KLAR (0,75)\n"
                "Linjen ring er rettet fra Hold øje til Klar, som tallene nu giver.\n"
            ),
        ),
    ],
)
def test_what_has_changed_is_said_in_words(before: str, arguments: list[str], said: str, tmp_path: Path) -> None:
    """Ring before and after, the score beside it, and what else happened to the file."""
    done = assess(radar(tmp_path, before), *arguments, lang="da")

    told, _, after = done.err.partition("\nNæste skridt:\n")
    assert told == said
    # What is shown without being named is the edition of 2026.
    edition = arguments[arguments.index("--edition") + 1] if "--edition" in arguments else "2026"
    shown = "" if edition == "2026" else f" --edition {edition}"
    assert [line.split("  ")[1].split(" --data ")[0] for line in after.splitlines()] == [
        f"techradar show faldsensorer{shown}", f"techradar render{shown}",
    ]  # fmt: skip


def test_what_the_file_says_already_is_not_written(tmp_path: Path) -> None:
    """Stating what stands there changes no byte and is no mistake."""
    folder = radar(tmp_path, PUBLISHED)

    for arguments in (
        ["--maturity", "VIST I PRAKSIS"],
        ["--adoption", "på prøve", "--basis", "published", "--source", "https://example.org/a"],
        ["--basis", "published", "--source", "https://example.org/a"],
    ):
        done = assess(folder, *arguments)
        assert (done.code, done.out) == (0, "")
        assert done.err == "Faldsensorer: It says so already. Nothing is written.\n"
    assert written(folder) == PUBLISHED


def test_a_dry_run_shows_the_change_and_makes_none(tmp_path: Path) -> None:
    """`--dry-run` prints a unified diff to stdout."""
    folder = radar(tmp_path)

    done = assess(folder, "--adoption", "nogle steder", "--edition", "2025", "--dry-run")

    assert done.code == 0
    assert "-    adoption: På prøve\n+    adoption: nogle-steder\n" in done.out
    assert done.out.startswith("--- ")
    assert written(folder) == PLAIN


@pytest.mark.parametrize("word", ["faldsensorer", "FALDSENSORER", "Faldalarm", "faldalarm"])
def test_a_technology_is_meant_by_id_name_or_alias(word: str, tmp_path: Path) -> None:
    """Upper and lower case aside."""
    assert assess(radar(tmp_path), "--reason", "x", id=word).code == 0


# --- what is refused


@pytest.mark.parametrize(
    ("id", "arguments", "code", "said"),
    [
        ("faldsensor", ["--maturity", "Idé"], 2, "did you mean"),
        ("faldsensorer", [], 2, "nothing-stated"),
        ("faldsensorer", ["--maturity", "Ide2"], 2, "unknown-level"),
        ("faldsensorer", ["--maturity", "6"], 2, "outside-scale"),
        ("faldsensorer", ["--ring", "Trial"], 2, "unknown-ring"),
        ("faldsensorer", ["--basis", "guess"], 2, "unknown-basis"),
        ("faldsensorer", ["--edition", "2023", "--maturity", "Idé"], 2, "unknown-edition"),
        ("faldsensorer", ["--area", "Kultur", "--adoption", "Undersøger"], 2, "unknown-area"),
        ("faldsensorer", ["--reason", "a\x07b"], 2, "control-character"),
        ("faldsensorer", ["--maturity", "Idé", "--edition", "2024"], 1, "missing-figure"),
        ("faldsensorer", ["--ring", "Klar", "--edition", "2025"], 2, "--maturity and --adoption"),
        ("faldsensorer", ["--ring", "Klar", "--maturity", "Idé"], 2, "ring-disagrees"),
    ],
)
def test_what_cannot_be_is_refused(id: str, arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    """Wrong words are wrong usage; what would break the radar is told with its problems; nothing is written."""
    folder = radar(tmp_path)

    done = assess(folder, *arguments, id=id)

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert written(folder) == PLAIN


def test_all_wrong_options_are_told_at_once(tmp_path: Path) -> None:
    """A second run for the second mistake is not needed."""
    done = assess(radar(tmp_path), "--maturity", "x", "--adoption", "y", "--basis", "z")

    assert [line.split(":")[0] for line in done.err.splitlines() if ": error:" in line] == [
        "--maturity", "--adoption", "--basis",
    ]  # fmt: skip


def test_a_radar_with_errors_is_left_alone(tmp_path: Path) -> None:
    """An error in another file is told, exit 1, and nothing is written."""
    folder = radar(tmp_path, andet="name: Andet\nsector: ukendt\nassessments: []\n")

    done = assess(folder, "--maturity", "Idé")

    assert done.code == 1
    assert "andet.yaml:2:9" in done.err
    assert written(folder) == PLAIN


def test_a_warning_that_a_change_brings_is_told(tmp_path: Path) -> None:
    """It is written all the same; warnings that were there before are not repeated."""
    few = SHARES.replace("n: 30", "n: 3")
    folder = radar(tmp_path, few)

    assert "few-answers" not in assess(folder, "--maturity", "forsøg").err


# --- on a terminal


def test_on_a_terminal_it_asks_and_enter_keeps(tmp_path: Path) -> None:
    """Choices come with their meaning; a wrong answer is asked for again; what is kept is not written again."""
    folder = radar(tmp_path)

    done, shown = on_terminal(
        "assess", "faldsensorer", "--data", folder, typed=["seks", "4", "", "Nu stabile."], TECHRADAR_LANG="da"
    )

    assert done.code == 0, shown
    assert "  1  Idé             Beskrevet.\n" in shown
    assert "Nummer eller navn (Enter: Vist i praksis, 2025): seks\n  ukendt trin for modenhed" in shown
    assert done.out.endswith("faldsensorer.yaml\n")
    assert written(folder) == PLAIN.replace(
        "steder.\n", "steder.\n  - edition: 2026\n    maturity: dokumenteret\n    reason: Nu stabile.\n"
    )


@pytest.mark.parametrize(("typed", "written_as"), [("2", "vist-i-praksis"), ("0", "ide"), ("1,5", "1.5")])
def test_a_number_means_the_same_at_a_question_and_at_an_option(typed: str, written_as: str, tmp_path: Path) -> None:
    """It is a value of the scale: its level where one has it, else a number between; answers apart come after."""
    levels = ["Idé", "Forsøg", "Vist i praksis", "Dokumenteret", "Færdigvare"]
    valued = "".join(f"    - name: {name}\n      value: {value}\n" for value, name in enumerate(levels))
    start, end = CONFIGURATION.index("    - name: Idé"), CONFIGURATION.index("adoption:")
    configuration = f"{CONFIGURATION[:start]}{valued}  not_counted: [Ved ikke]\n{CONFIGURATION[end:]}"
    text = PLAIN.replace("Vist i praksis ", "Forsøg ")
    asked, given = (radar(tmp_path / name, text, configuration) for name in ("asked", "given"))

    done, shown = on_terminal("assess", "faldsensorer", "--data", asked, typed=[typed, "", ""], TECHRADAR_LANG="da")
    option = assess(given, "--maturity", typed)

    assert "  4  Færdigvare\n  5  Ved ikke" in shown
    assert (done.code, option.code) == (0, 0), shown
    assert written(asked) == written(given)
    assert f"    maturity: {written_as}\n" in written(asked)


def test_a_level_is_what_its_number_says_already(tmp_path: Path) -> None:
    """A file with the number and a statement of the level, or the other way round, say the same."""
    folder = radar(tmp_path, PLAIN.replace("Vist i praksis", "3"))

    for words in ("3", "Vist i praksis", "3.0"):
        assert "It says so already" in assess(folder, "--maturity", words, "--edition", "2025").err


def test_on_a_terminal_an_area_is_asked_for_its_adoption(tmp_path: Path) -> None:
    """With `--area` alone the questions are about the area."""
    folder = radar(tmp_path)
    arguments = ("assess", "faldsensorer", "--area", "Børn og unge", "--edition", "2025", "--data", folder)

    done, shown = on_terminal(*arguments, typed=["2", ""], TECHRADAR_LANG="en")

    assert done.code == 0, shown
    assert "Faldsensorer, Børn og unge · 2025 · AFPRØV (0.50)\n" in shown
    assert "Idé" not in shown
    assert written(folder) == PLAIN.replace(
        "    reason", "    areas:\n      boern-og-unge:\n        adoption: undersoeger\n    reason"
    )


def test_on_a_terminal_a_return_to_the_radar_is_asked_for(tmp_path: Path) -> None:
    """No leaves the technology off the radar and the file as it is."""
    folder = radar(tmp_path, RETIRED)

    done, shown = on_terminal(
        "assess", "faldsensorer", "--reason", "Igen.", "--data", folder, typed=["nej"], TECHRADAR_LANG="da"
    )

    assert done.code == 1
    assert shown.endswith("Skal den tilbage? [J/n] nej\nIntet er skrevet.\n")
    assert written(folder) == RETIRED


def test_ctrl_c_writes_nothing_and_keeps_the_words(tmp_path: Path) -> None:
    """What was answered so far is shown, so that it can be used again."""
    folder = radar(tmp_path)

    done, shown = on_terminal("assess", "faldsensorer", "--data", folder, typed=["4", CTRL_C], TECHRADAR_LANG="da")

    assert done.code == 130
    assert "Intet er skrevet.\nSå langt kom du:\nmaturity: dokumenteret\n" in shown
    assert written(folder) == PLAIN


# --- whatever the file looks like


@st.composite
def statements(draw: Any) -> dict[str, str]:
    """What may be stated of it, by field."""
    words = {
        "maturity": st.sampled_from(["ide", "faerdigvare", "1.5"]),
        "adoption": st.sampled_from(["de-fleste-steder", "ved-ikke", "1.5"]),
        "ring": st.sampled_from(["klar", "afproev", "hold-oeje", "afvent"]),
        "basis": st.sampled_from(["judgement", "derived", "published", "measured"]),
        "source": st.sampled_from(["https://example.org/#a", "Bog: 1, side 2"]),
        "reason": st.sampled_from(["Fordi: sådan # er det", "a\nb", "- 'x' \"y\"", "{a, [b"]),
    }
    keys = draw(st.sets(st.sampled_from(sorted(words)), min_size=1, max_size=4))
    return {key: draw(words[key]) for key in words if key in keys}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=technologies(), stated=statements(), edition=st.sampled_from(["2024", "2025", "2026"]),
       area=st.sampled_from([None, None, "sundhed-og-omsorg", "boern-og-unge"]))  # fmt: skip
def test_whatever_a_file_looks_like_only_the_assessment_changes(
    text: str, stated: dict[str, str], edition: str, area: str | None, tmp_path: Path
) -> None:
    """Before and after the assessment every byte stays, every comment too, and what was stated can be read back."""
    from techradar.editing.assessing import Statement
    from techradar.editing.changes import reassessed
    from techradar.problems import TechradarError
    from techradar.yamltree import read

    folder = radar(tmp_path, text)
    loaded = load(folder, date.fromisoformat(TODAY))
    assert loaded.sound, (loaded.problems, text)
    assert loaded.radar is not None
    data = text.encode()
    tree = read(data, "")
    editions = [item["edition"] for item in tree.plain()["assessments"]]
    said = Statement(edition, area, **stated)
    try:
        change = reassessed(loaded, "faldsensorer", data, said, date.fromisoformat(TODAY))
    except TechradarError as error:
        assert {p.code for p in error.problems} <= {"ring-disagrees", "missing-figure"}, text  # noqa: PT017
        return
    now = change.new.decode()
    after = read(change.new, "")
    index = sorted({*editions, edition}).index(edition)
    content = after.plain()["assessments"][index]
    others = [item for item in after.plain()["assessments"] if item["edition"] != edition]

    assert others == [item for item in tree.plain()["assessments"] if item["edition"] != edition]
    assert {**after.plain(), "assessments": 0} == {**tree.plain(), "assessments": 0}
    part = (
        content if area is None else next(v for k, v in content["areas"].items() if k.casefold().startswith(area[:3]))
    )
    for key in {"ring", "reason"} & stated.keys():
        assert part[key] == stated[key]
    if edition in editions:
        node = tree.node(("assessments", index))
        mark = len(text) - len(tree.text)
        assert now.startswith(text[: node.start + mark])
        line_end = min(
            (at for at in (text.find("\r\n", node.end + mark), text.find("\n", node.end + mark)) if at >= 0),
            default=len(text),
        )
        assert now.endswith(text[line_end:])
    else:
        same = next((at for at, (a, b) in enumerate(zip(text, now, strict=False)) if a != b), len(text))
        tail = next((at for at, (a, b) in enumerate(zip(text[::-1], now[::-1], strict=False)) if a != b), len(text))
        assert same + tail >= len(text)
    if "\r\n" in text:
        assert "\n" not in now.replace("\r\n", "")
