"""One catalogue holds every text in both languages, and nothing that is said goes past it."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from catalogue import bypassing, doubled, faulty_entries, ill_filled, looks_like_text, missing, modules, texts, unused
from sources import Source, none_of, package, source
from techradar.language import Entry, Phrase, Plural, Text, has, listed, phrase, talk_language, text

# What looks like text and is none: a name in a module, or the text itself, with the reason.
NOT_SAID = {
    "techradar.yamlhints": {
        "_DANISH": "Danish words that people type as keys: recognised, never said",
        "_SAID": "what libyaml says: recognised, never said",
    },
    "techradar.yamltree": {"_FREE_TEXT": "names of keys"},
    "techradar.cli.usage": {"integer range": "a name of Typer's: recognised, never said"},
    "techradar.layout.label_lines": {"ÆØ": "letters, as high as others without a mark"},
    "techradar.layout.lines": {"VOWELS": "letters, before which a word is divided"},
    "techradar.editing.trying": {"rename from {}\nrename to {}\n": "how git writes it in a diff"},
    "techradar.draw.svg": {"FAMILY": "names of fonts", "FALLBACK": "names of fonts"},
    "techradar.draw.raster": {r"Glyph \d+ .*missing from": "what matplotlib says: recognised, never said"},
    "techradar.draw.raster_outlines": {"DejaVu Sans": "the name of a font"},
}


def code() -> Iterator[Source]:
    """The modules that may say something: all but the language itself, and the data of the municipalities."""
    return (part for part in package() if part.room not in ("language", "municipalities"))


# --- the catalogue itself


@pytest.mark.parametrize("module", sorted(modules()))
def test_every_text_is_whole_in_both_languages(module: str) -> None:
    """Keys begin with their module's name; Danish and English are both there, with the same placeholders."""
    none_of(faulty_entries(module, modules()[module]))


def test_no_key_stands_twice() -> None:
    """A key that is stated again would silently replace the first."""
    written = [part for part in package() if part.name.startswith("techradar.language.catalogue.")]

    none_of(complaint for part in written for complaint in doubled(part))


@pytest.mark.parametrize("module", sorted(modules()))
def test_texts_are_written_with_care(module: str) -> None:
    """No text has blanks around it or two in a row, a straight apostrophe for a quote, or an odd character."""
    for key, entry in modules()[module].items():
        forms = [*entry.da, *entry.en] if isinstance(entry, Plural) else list(entry)
        for form in forms:
            assert form == form.strip(), key
            assert "  " not in form.replace("\n  ", "\n"), key
            assert all(letter.isprintable() or letter in "\n\u00a0" for letter in form), key


@pytest.mark.parametrize(
    "entry",
    [
        {"rules.a": Text(da="tal", en="figure")},
        {"problem": Text(da="tal", en="figure")},
        {"problem.Two Words": Text(da="tal", en="figure")},
        {"problem.a": Text(da="", en="figure")},
        {"problem.a": Text(da="tal", en=" ")},
        {"problem.a": "tal"},
        {"problem.a": Text(da="{number} tal", en="{figure} figures")},
        {"problem.a": Text(da="{} tal", en="{} figures")},
        {"problem.a": Plural(da=("{n} tal", "{n} tal"), en=("{n} figure", "figures"))},
        {"problem.a": Plural(da=("{n} tal",), en=("{n} figure", "{n} figures"))},  # type: ignore[arg-type]
        {"problem.a": Plural(da=("et af {all}", "{n} af {all}"), en=("one", "{n} of {all}"))},
        {"problem.a": Plural(da=("et tal", ""), en=("one figure", "{n} figures"))},
    ],
)
def test_a_faulty_text_is_found(entry: dict[str, object]) -> None:
    """A key of another module, a missing language and differing placeholders are each told of."""
    assert list(faulty_entries("problem", entry))


def test_a_whole_text_is_left_alone() -> None:
    """The number of a plural may be said in words, and keys may have several parts."""
    entries = {
        "problem.n": Plural(
            da=("et tal i {file}", "{n} tal i {file}"), en=("one figure in {file}", "{n} figures in {file}")
        ),
        "problem.unknown-level.hint": Text(da='mente du "{near}"?', en='did you mean "{near}"?'),
    }

    assert list(faulty_entries("problem", entries)) == []


def test_a_key_that_stands_twice_is_found() -> None:
    """The same key twice in one dictionary is told of."""
    assert list(doubled(source("m", 'TEXTS = {"m.a": 1, "m.b": 2, "m.a": 3}'))) == ["m: m.a stands twice"]


# --- the code that takes texts from the catalogue

Check = Callable[[Source, dict[str, Entry]], Iterator[str]]
KNOWN: dict[str, Entry] = {
    "list.none": Text(da="ingen", en="none"),
    "list.found": Plural(da=("et i {place}", "{n} fundet i {place}"), en=("one in {place}", "{n} found in {place}")),
    "list.order.name": Text(da="navn", en="name"),
    "list.order.ring": Text(da="ring", en="ring"),
    "model.bad-id": Text(da="{value} er intet id", en="{value} is no id"),
}  # fmt: skip


@pytest.mark.parametrize("check", [missing, ill_filled])
def test_the_code_and_the_catalogue_agree(check: Check) -> None:
    """Every key that the code names exists, and is given the values that it has places for."""
    none_of(complaint for part in package() for complaint in check(part, texts()))


def test_every_text_is_used() -> None:
    """A text that no code names is dead and goes."""
    said = [part for part in package() if not part.name.startswith("techradar.language.catalogue.")]

    none_of(sorted(unused(said, texts())))


@pytest.mark.parametrize(
    ("check", "written"),
    [
        (missing, 'phrase("list.nothing")'),
        (missing, 'Phrase("lists.none")'),
        (missing, 'TITLES = {"a": "list.nothing"}'),
        (missing, 'phrase(f"list.orders.{order}")'),
        (missing, 'raise mistake("bad-name", value=1)'),
        (missing, 'raise mistake(f"worse-{kind}")'),
        (ill_filled, 'phrase("list.found", n=3)'),
        (ill_filled, 'text("list.found", "da", place="x")'),
        (ill_filled, 'phrase("list.none", place="x")'),
        (ill_filled, 'raise mistake("bad-id", hint=None)'),
    ],
)
def test_a_wrong_use_is_found(check: Check, written: str) -> None:
    """A key that is not there, a missing value and a value too many are each told of."""
    assert list(check(source("techradar.cli.list", written), KNOWN))


@pytest.mark.parametrize(
    "written",
    [
        'phrase("list.found", n=3, place="x")',
        'phrase("list.found", **values)',
        'phrase(f"list.order.{order}")',
        'raise mistake(f"bad-{kind}")',
        'raise mistake("bad-id", None, at_key=True, value="X")',
        'open("list.csv")',
        '"""list.nothing"""',
    ],
)
def test_a_right_use_is_left_alone(written: str) -> None:
    """Keys that are formed or filled by the code, file names and docstrings give no complaint."""
    part = source("techradar.cli.list", written)

    assert [*missing(part, KNOWN), *ill_filled(part, KNOWN)] == []


def test_an_unused_text_is_found() -> None:
    """A text is used by its key, or by a formed key whose filling the code names; else it is told of."""
    by_key = source("a", 'phrase("list.none"); phrase("list.found", n=n); mistake("bad-id")')
    formed = source("b", 'phrase(f"list.order.{order}")\nORDERS = ("name",)')

    assert unused([by_key, formed], KNOWN) == {"list.order.ring"}


# --- text that bypasses it


def test_nothing_said_bypasses_the_catalogue() -> None:
    """No literal in the code reads as a text: all that is said or published comes from the catalogue."""
    none_of(complaint for part in code() for complaint in bypassing(part, NOT_SAID.get(part.name, ())))


@pytest.mark.parametrize("name", sorted(NOT_SAID))
def test_no_exception_outlives_its_reason(name: str) -> None:
    """What is passed over is there, and would be found if it were not passed over."""
    (part,) = (part for part in package() if part.name == name)
    for kept in NOT_SAID[name]:
        others = set(NOT_SAID[name]) - {kept}
        assert list(bypassing(part, others)), kept


@pytest.mark.parametrize(
    "written",
    [
        'message = "no such ring"',
        'message = f"{count} technologies"',
        'message = f"unknown ring {ring!r}"',
        'heading = "Udgået"',
        'row = "<th>Not assessed</th>"',
        'row = f"<p>Vurderet i {edition}</p>"',
        'print("done")',
        'console.print("Done")',
        'typer.echo("Saved")',
        'table.add_column("Ring")',
        'app = typer.Option(help="Folder")',
        'raise typer.BadParameter("no such folder")',
        'raise TechradarError("cannot write here")',
        'class A:\n    label = "Ikke målt"',
    ],
)
def test_a_text_that_bypasses_is_found(written: str) -> None:
    """Sentences, single Danish words and whatever is printed are told of, also inside markup."""
    assert list(bypassing(source("techradar.cli.list", written)))


@pytest.mark.parametrize(
    "written",
    [
        '"""A docstring says what it likes."""',
        'raise ValueError(f"no ring {ring}")',
        'assert ring, "there is a ring"',
        're.compile("over and over")',
        'KEYS = "name summary description".split()',
        'print("")',
        'key = "picture.method-line"',
        'path = "M 10 20 L 30 40"',
        'place = f"translate({x} {y})"',
        'style = ".name { font: bold 12px sans-serif; }"',
        'line = f"{path}:{line}:{column}: "',
        'say(phrase("list.none"))',
        'line = f"techradar {__version__}"',
    ],
)
def test_what_is_no_text_is_left_alone(written: str) -> None:
    """Docstrings, errors that only a bug raises, patterns, keys and drawing commands are no texts."""
    assert list(bypassing(source("techradar.cli.list", written))) == []


def test_a_kept_name_is_passed_over() -> None:
    """An exception counts for the name or the text that it states and for no other."""
    part = source("techradar.yamlhints", 'KEYS = {"område": "sector"}\nOTHER = "område"')

    assert len(list(bypassing(part))) == 2
    assert len(list(bypassing(part, ["KEYS"]))) == 1
    assert len(list(bypassing(part, ["område"]))) == 0
    assert looks_like_text("område")


# --- phrases


def test_texts_follow_each_other() -> None:
    """A fresh process can say more than one text: looking one up leaves the way to the next open."""
    first, second, *_ = sorted(key for key, entry in texts().items() if isinstance(entry, Text) and "{" not in entry.da)
    program = f"from techradar.language import text\nprint(text({first!r}, 'en'))\nprint(text({second!r}, 'en'))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert done.stderr == ""
    assert done.stdout.splitlines() == [texts()[key].en for key in (first, second)]


@pytest.fixture
def few_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of the texts above, in place of the real one."""
    monkeypatch.setattr("techradar.language.entry", KNOWN.__getitem__)


@pytest.mark.usefixtures("few_texts")
def test_a_phrase_waits_for_its_language() -> None:
    """A phrase is said in either language, with phrases, lists and numbers among its values."""
    found = phrase("list.found", n=2, place=phrase("list.order.name"))

    assert found.to("da") == "2 fundet i navn"
    assert found.to("en") == "2 found in name"
    assert phrase("model.bad-id", value=0.75).to("da") == "0,75 er intet id"
    assert phrase("model.bad-id", value=["a", "b"]).to("en") == "a, b is no id"
    assert text("list.none", "da") == "ingen"


@pytest.mark.usefixtures("few_texts")
def test_a_plural_goes_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """One is one; none and several are several."""
    both = Plural(da=("{n} fejl her", "{n} fejl"), en=("{n} error", "{n} errors"))
    monkeypatch.setattr("techradar.language.entry", lambda key: both)

    assert [text("x", "en", n=n) for n in (0, 1, 2, 21)] == ["0 errors", "1 error", "2 errors", "21 errors"]


def test_a_phrase_can_be_compared_and_kept_in_sets() -> None:
    """Two phrases with the same key and values are one, lists among the values too."""
    assert phrase("list.none", a=[1, 2]) == phrase("list.none", a=(1, 2))
    assert len({phrase("list.none", a=[1, 2]), phrase("list.none", a=(1, 2))}) == 1
    assert isinstance(phrase("list.none"), Phrase)


def test_braces_in_a_value_are_left_as_they_are() -> None:
    """What a user typed is never taken for a placeholder."""
    key = next(key for key, entry in texts().items() if isinstance(entry, Text) and "{value}" in entry.da)

    assert "{name} {0}" in text(key, "da", **{**dict.fromkeys(_names(key), "x"), "value": "{name} {0}"})


def _names(key: str) -> set[str]:
    from catalogue import placeholders

    entry = texts()[key]
    assert isinstance(entry, Text)
    return placeholders(entry.da)


def test_whether_there_is_a_text() -> None:
    """`has` tells of a key that is there and of one that is not."""
    key = next(iter(texts()))

    assert has(key)
    assert not has(f"{key}-not")


@pytest.mark.parametrize(
    ("parts", "language", "word", "expected"),
    [
        ([], "da", "and", ""),
        (["a"], "da", "and", "a"),
        (["a", "b"], "da", "and", "a og b"),
        (["a", "b", "c"], "da", "or", "a, b eller c"),
        (["a", "b", "c"], "en", "and", "a, b and c"),
        (["a", "b"], "en", "or", "a or b"),
    ],
)
def test_parts_are_listed_in_words(parts: list[str], language: str, word: str, expected: str) -> None:
    """A list reads as a sentence does: commas, and a word before the last."""
    assert listed(parts, language, word) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TECHRADAR_LANG": "da"}, "da"),
        ({"TECHRADAR_LANG": "en", "LANG": "da_DK.UTF-8"}, "en"),
        ({"TECHRADAR_LANG": "DA"}, "da"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "da_DK.UTF-8"}, "en"),
        ({"LC_MESSAGES": "da_DK", "LANG": "en_US"}, "da"),
        ({"TECHRADAR_LANG": "", "LANG": "da_DK"}, "da"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_tool_talks_as_it_is_asked_to(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`TECHRADAR_LANG` decides before the locale, and English stands in for every language but Danish."""
    for name in ("TECHRADAR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("os.name", "posix")

    assert talk_language() == expected


def test_the_tests_have_something_to_check() -> None:
    """There are texts, modules and literals, so that an empty list of complaints means something."""
    assert len(texts()) > 50
    assert len(list(code())) > 10
    assert len(list(itertools.chain.from_iterable(bypassing(part) for part in code()))) >= len(NOT_SAID)
