"""Every problem has a code, an example that shows it, a page that explains it, and formats for people and servers."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import emitted
from radars import TODAY, where
from sources import ROOT, source
from techradar import store
from techradar.language import phrase
from techradar.problems import (
    NOTES,
    OF_FILES,
    WARNINGS,
    Exit,
    Problem,
    Severity,
    TechradarError,
    exit_code,
    has_errors,
    in_order,
    problem,
    severity_of,
)
from techradar.problems.formats import FORMATS, as_azure, as_github, as_gitlab, as_json, as_text, as_texts

BAD = ROOT / "tests" / "bad"
BASE = BAD / "_base"
EXAMPLES = sorted(folder.name for folder in BAD.iterdir() if folder != BASE)
DOCS = ROOT / "docs" / "problems.md"


def expectation(example: Path) -> str:
    """What an example's one line `# expect: place code` says."""
    lines = [path.read_bytes().partition(b"\n")[0] for path in sorted(example.rglob("*")) if path.is_file()]
    (found,) = (line for line in lines if line.startswith(b"# expect: "))
    return found.removeprefix(b"# expect: ").decode("utf-8")


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_bad_example_has_its_problem_and_no_other(code: str, tmp_path: Path) -> None:
    """Laid over a good radar, each example gives its own code at the place that it states, and nothing else."""
    radar = tmp_path / "radar"
    shutil.copytree(BASE, radar)
    shutil.copytree(BAD / code, radar, dirs_exist_ok=True)

    loaded = store.load(radar, TODAY)

    wanted = [p for p in loaded.problems if severity_of(code) is Severity.NOTE or p.severity is not Severity.NOTE]
    asked = [p for p in wanted if p.severity is not Severity.NOTE or p.code == code]
    assert [where(p, radar) for p in asked] == [expectation(BAD / code)]
    assert expectation(BAD / code).endswith(f" {code}")


def test_the_base_of_the_examples_is_good(tmp_path: Path) -> None:
    """The radar under the examples has no problem of its own, not even a note."""
    assert store.load(BASE, TODAY).problems == ()


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_problem_speaks_both_languages(code: str, tmp_path: Path) -> None:
    """Message and hint of each example are filled in Danish and English, without a trailing stop."""
    radar = tmp_path / "radar"
    shutil.copytree(BASE, radar)
    shutil.copytree(BAD / code, radar, dirs_exist_ok=True)
    (found, *_) = (p for p in store.load(radar, TODAY).problems if p.code == code)

    said = [found.message.to("da"), found.message.to("en")]
    assert said[0] != said[1] or code == "unknown-format"
    for words in said + ([found.hint.to("da"), found.hint.to("en")] if found.hint else []):
        assert words
        assert not words.endswith(".")
        assert not re.search(r"\{[a-z]+\}|None", words)


# --- every code is shown, explained and counted


def test_every_code_has_an_example_or_a_test() -> None:
    """What a radar folder cannot show by its files alone is named by a test of its own."""
    tests = [path for path in (ROOT / "tests").glob("test_*.py") if path.name != Path(__file__).name]
    written = "\n".join(path.read_text("utf-8") for path in tests)
    named = set(re.findall(r'["\[]([a-z]+(?:-[a-z0-9]+)*)["\]]', written))

    assert sorted(emitted.codes() - set(EXAMPLES) - named) == []


def test_every_example_is_of_a_code_that_is_told() -> None:
    """No example outlives its code."""
    assert sorted(set(EXAMPLES) - emitted.codes()) == []


def test_every_code_is_explained_once() -> None:
    """`docs/problems.md` has a heading for each code and for nothing else."""
    headings = Counter(re.findall(r"^### `([a-z0-9-]+)`", DOCS.read_text("utf-8"), re.MULTILINE))

    assert [code for code, times in headings.items() if times > 1] == []
    assert sorted(set(headings) ^ emitted.codes()) == []


def test_the_page_states_each_severity() -> None:
    """Below its heading each code's severity stands as the package has it."""
    sections = re.split(r"^### ", DOCS.read_text("utf-8"), flags=re.MULTILINE)[1:]
    for section in sections:
        code = section.split("`")[1]
        assert section.splitlines()[0].endswith(f"({severity_of(code).value})"), code


@pytest.mark.parametrize("codes", [WARNINGS, NOTES, OF_FILES])
def test_no_list_of_codes_names_what_is_not_told(codes: frozenset[str]) -> None:
    """Every code that is listed as a warning, a note or one of files is told somewhere."""
    assert sorted(codes - emitted.codes()) == []


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ('problem("no-radar", path, message)', {"no-radar"}),
        ('tree.problem(loc, "same-name", message)', {"same-name"}),
        ('source.problem(0, 0, "file-too-large", message)', {"file-too-large"}),
        ('Source(path, "").problem(0, 0, "file-too-large", message)', {"file-too-large"}),
        ('raise mistake("bad-id", None, value=1)', {"bad-id"}),
        ('one_of(words, "unknown-basis")', {"unknown-basis"}),
        ('def one_of(words, code="unknown-word"): ...', {"unknown-word"}),
        ('code = "too-few" if few else "too-many"', {"too-few", "too-many"}),
        ('key, code = node, "" if text else "empty-key"', {"empty-key"}),
        ('for code, pattern in (("bad-a", A), ("bad-b", B)): ...', {"bad-a", "bad-b"}),
        ('reference("sector")', {"unknown-sector"}),
        ('by_reference(given, resolved, "answer")', {"double-answer"}),
        ('phrase("model.bad-id")', set()),
    ],
)
def test_codes_are_found_in_the_source(written: str, codes: set[str]) -> None:
    """A code is read from the calls that tell problems, however it reaches them."""
    assert set(emitted.codes_in(source("techradar.x", written))) == codes


# --- severity, order, exit codes


def at(line: int = 3, column: int = 5, code: str = "unknown-ring", path: str = "radar/x.yaml") -> Problem:
    """A problem at a place."""
    message, hint = phrase("model.unknown-ring", value="Klart"), phrase("model.options", options=("Klar", "Afvent"))
    return Problem(path, line, column, code, severity_of(code), message, hint, "    ring: Klart", 5)


def test_what_is_not_listed_is_an_error() -> None:
    """A code is an error unless it is listed as a warning or a note, and never both."""
    assert severity_of("unknown-ring") is Severity.ERROR
    assert severity_of("cut-text") is Severity.WARNING
    assert severity_of("review-due") is Severity.NOTE
    assert not WARNINGS & NOTES
    assert not OF_FILES & (WARNINGS | NOTES)


def test_problems_come_by_place_and_once() -> None:
    """Problems are sorted by path, line and column; one that was found twice is told once."""
    first, second, third = at(path="a"), at(3, path="b"), at(12, path="b")

    assert in_order([third, second, first, second]) == [first, second, third]


def test_two_missing_keys_are_two_problems() -> None:
    """Problems of one code at one place are kept apart by what they say."""
    one, other = (problem("missing-key", "x", phrase("model.missing-key", key=key)) for key in ("name", "sector"))

    assert in_order([one, other, one]) == [one, other]
    assert len(in_order([one, other])) == 2


@pytest.mark.parametrize(
    ("codes", "strict", "expected"),
    [
        ([], False, Exit.FINE),
        (["review-due"], True, Exit.FINE),
        (["cut-text"], False, Exit.FINE),
        (["cut-text"], True, Exit.PROBLEMS),
        (["unknown-ring"], False, Exit.PROBLEMS),
        (["unknown-ring", "unreadable"], False, Exit.FILES),
    ],
)
def test_the_exit_code_follows_the_worst(codes: list[str], strict: bool, expected: Exit) -> None:
    """Errors end with 1, warnings too when asked, notes never; what could not be read or written ends with 3."""
    problems = [at(code=code) for code in codes]

    assert exit_code(problems, strict=strict) is expected
    assert has_errors(problems) is any(severity_of(code) is Severity.ERROR for code in codes)


def test_what_cannot_go_on_names_its_problems() -> None:
    """The exception's own text says where and what, for whoever sees it in a log."""
    assert str(TechradarError(at())) == "radar/x.yaml:3:5: unknown-ring"


# --- formats


def test_text_shows_the_line_and_the_way_out() -> None:
    """A problem as text: place, severity, message and code; the line with carets below; the hint."""
    assert as_text(at(1, 11), "da").splitlines() == [
        'radar/x.yaml:1:11: fejl: ukendt ring "Klart" [unknown-ring]',
        "  1 |     ring: Klart",
        "    |           ^^^^^",
        "  forslag: muligheder: Klar, Afvent",
    ]


def test_text_without_a_place_is_one_line() -> None:
    """Where no place in a file is meant, only the path stands there."""
    found = problem("no-radar", "tom", phrase("store.no-radar", folder="tom"))

    assert as_text(found, "en") == "tom: error: there is no radar.yaml in tom [no-radar]"
    assert as_texts([found, found], "en").count("\n") == 1


def test_carets_stand_below_wide_and_combined_letters() -> None:
    """Letters that take two columns push the carets on; marks that take none do not."""
    shown = Problem("x", 1, 7, "unknown-ring", Severity.ERROR, phrase("problems.error"), None, "漢字e\u0301: Klart", 5)

    assert as_text(shown, "en").splitlines()[2] == "    | " + " " * 7 + "^" * 5


def test_a_file_name_changes_nothing_on_the_terminal() -> None:
    """Line breaks, escapes, bidi characters and broken bytes in a file's name are shown as one sign each."""
    name = "a\n\x1b[31mb\u202e\udce6.yaml"
    found = problem("bad-file-name", name, phrase("store.bad-file-name", name=name))

    for name_of_format, shown in FORMATS.items():
        written = shown([found], "da")
        written.encode("utf-8")
        assert "\x1b" not in written, name_of_format
    assert as_text(found, "da").count("\n") == 0
    assert as_github([found], "da").count("\n") == 0


def test_json_has_all_and_translates_no_key() -> None:
    """JSON carries format, place, code, severity, message and hint; keys and codes are the same in each language."""
    (row,) = json.loads(as_json([at()], "da"))["problems"]

    assert row == {
        "path": "radar/x.yaml", "line": 3, "column": 5, "code": "unknown-ring", "severity": "error",
        "message": 'ukendt ring "Klart"', "hint": "muligheder: Klar, Afvent",
    }  # fmt: skip
    assert json.loads(as_json([], "da")) == {"format": 1, "problems": []}


def test_github_escapes_what_would_end_a_property() -> None:
    """Workflow commands: colon and comma are escaped in properties, per cent and line breaks everywhere."""
    shown = as_github([at(path="a,b:c%.yaml"), at(0, 0, "cut-text"), at(code="review-due")], "en").splitlines()

    said = 'unknown ring "Klart" (choices: Klar, Afvent)'
    assert shown == [
        f"::error file=a%2Cb%3Ac%25.yaml,line=3,col=5,title=unknown-ring::{said}",
        f"::warning file=radar/x.yaml,title=cut-text::{said}",
        f"::notice file=radar/x.yaml,line=3,col=5,title=review-due::{said}",
    ]


def test_gitlab_knows_a_problem_again() -> None:
    """A Code Quality report: the fingerprint is one of a kind, and outlives lines above it and the language."""
    rows = json.loads(as_gitlab([at(path="./x.yaml"), at(4, path="./x.yaml"), at(0, 0, "review-due")], "en"))
    moved = json.loads(as_gitlab([at(30, path="./x.yaml"), at(44, path="./x.yaml")], "da"))

    assert [row["severity"] for row in rows] == ["major", "major", "info"]
    assert rows[0]["location"] == {"path": "x.yaml", "lines": {"begin": 3}}
    assert rows[2]["location"]["lines"] == {"begin": 1}
    assert [row["check_name"] for row in rows] == ["unknown-ring", "unknown-ring", "review-due"]
    assert len({row["fingerprint"] for row in rows}) == 3
    assert [row["fingerprint"] for row in moved] == [row["fingerprint"] for row in rows[:2]]


def test_azure_escapes_what_would_end_a_command() -> None:
    """Logging commands: semicolon and closing bracket are escaped in properties, per cent and line breaks too."""
    shown = as_azure([at(path="a;b]c%.yaml"), at(0, 0, "review-due")], "en").splitlines()

    place = "sourcepath=a%3Bb%5Dc%AZP25.yaml;linenumber=3;columnnumber=5"
    said = 'unknown ring "Klart" (choices: Klar, Afvent)'
    assert shown == [
        f"##vso[task.logissue type=error;{place};code=unknown-ring]{said}",
        f"##vso[task.logissue type=warning;sourcepath=radar/x.yaml;code=review-due]{said}",
    ]


def test_the_day_of_the_examples_is_fixed() -> None:
    """Notes depend on a day, and the tests' day never moves."""
    assert date(2026, 5, 1) == TODAY
