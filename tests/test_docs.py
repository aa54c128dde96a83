"""The documents hold what they promise: commands run as shown, files are valid, and nothing is left out."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import emitted
from snippets import (
    ROOT,
    TODAY,
    Document,
    Fence,
    Session,
    document,
    fits,
    known_options,
    makefile_targets,
    page,
    played_documents,
    steps,
)
from sources import none_of
from techradar import store
from techradar.problems import NOTES, WARNINGS, Severity
from techradar.yamltree import parse
from techradar.yamlwrite import dump

PROBLEMS = "docs/problems.md"  # its examples are wrong on purpose; test_problems.py holds it complete
PLAYED = played_documents()
WRITTEN = [*PLAYED, "CHANGELOG.md", "CONTRIBUTING.md", "benchmarks/README.md"]
# Words that end with a stop and end no sentence.
ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|fx|bl\.a|ca|Nr|No|[Kk]om)\.$")


# What is run


def played(doc: Document, folder: Path) -> Iterator[str]:
    """What a document shows and what does not come out so: commands, files, pieces of files and pictures."""
    session = Session(folder, doc.language)
    session.play(doc)
    yield from session.complaints
    yield from (f"{doc.name}: {problem}" for problem in unsound(folder))
    for fence in doc.fences:
        if fence.kind == "part of":
            yield from part_problems(doc, fence, folder)
    for place, image in doc.pictures:
        drawn, kept = folder / place, doc.path.parent / image
        if not drawn.is_file() or not kept.is_file() or drawn.read_bytes() != kept.read_bytes():
            yield f"{doc.name}: {image} is not what is drawn now; run .venv/bin/python tests/snippets.py {doc.name}"


def unsound(folder: Path) -> Iterator[str]:
    """The errors and warnings of every radar in a folder."""
    for configuration in sorted(folder.rglob("radar.yaml")):
        for problem in store.load(configuration.parent, date.fromisoformat(TODAY)).problems:
            if problem.severity is not Severity.NOTE:
                yield f"{problem.path}:{problem.line}: {problem.code}"


def part_problems(doc: Document, fence: Fence, folder: Path) -> Iterator[str]:
    """What is wrong with a piece of a file, in a radar that has it in place of what the file says there."""
    place, _, inner = fence.what.partition(", ")
    path = folder / place
    if not path.is_file():
        yield f"{doc.name}:{fence.line}: there is no {place}"
        return
    piece = parse(fence.text, place)
    whole = parse(path.read_text("utf-8"), place).plain()
    if inner:
        first, *rest = whole["assessments"]
        new = {**whole, "assessments": [{**first, **piece.plain()}, *rest]}
    else:
        new = {**whole, **piece.plain()}
    before = path.read_bytes()
    path.write_text(dump(new), encoding="utf-8")
    found = [problem.code for problem in piece.problems] + list(unsound(folder))
    path.write_bytes(before)
    yield from (f"{doc.name}:{fence.line}: {problem}" for problem in found)


@pytest.mark.parametrize("name", PLAYED)
def test_a_document_does_what_it_shows(name: str, tmp_path: Path) -> None:
    """Commands show what stands below them, pictures are those that are drawn, and every example of a file is valid."""
    none_of(played(document(name), tmp_path))


# What is read


def unmarked(doc: Document) -> Iterator[str]:
    """Examples of files of which the tests do not know what they are."""
    for fence in doc.fences:
        if fence.info != "yaml":
            continue
        if not fence.kind:
            yield f"{doc.name}:{fence.line}: say before the example which file it is, or is a part of"
        if re.search(r": \{|^\s*- \{", fence.text, re.MULTILINE):
            yield f"{doc.name}:{fence.line}: write each key on a line of its own"


def unknown_usage(doc: Document) -> Iterator[str]:
    """Commands and options that the tool does not have."""
    known = known_options()
    everywhere = {option for options in known.values() for option in options} | {"--help"}
    for line, words in told_commands(doc):
        command, options = used(words, known)
        if command and command not in known:
            yield f"{doc.name}:{line}: there is no command {command}"
            continue
        for option in options:
            if option not in known[command] and option not in known[""] and option != "--help":
                yield f"{doc.name}:{line}: {command or 'techradar'} has no option {option}"
    for line, code in doc.codes:
        for option in re.findall(r"^--[a-z][a-z-]*", code):
            if option not in everywhere:
                yield f"{doc.name}:{line}: no command has an option {option}"


def told_commands(doc: Document) -> Iterator[tuple[int, list[str]]]:
    """Every call of techradar in fences and in running text, as words after the name."""
    for fence in doc.fences if doc.name != PROBLEMS else ():
        for number, line in enumerate(fence.text.splitlines(), fence.line + 1):
            if found := re.match(r"(?:\$ |- run: |\s*)techradar( .*)?$", line.strip()):
                yield number, shlex.split(found[1] or "")
    for number, code in doc.codes:
        if code == "techradar" or code.startswith("techradar "):
            yield number, shlex.split(code)[1:]


def used(words: list[str], known: dict[str, dict[str, list[str]]]) -> tuple[str, list[str]]:
    """The command and the options of a call; `--data FOLDER` may stand before the command."""
    rest = words[2:] if words[:1] == ["--data"] else words
    command = rest[0] if rest and not rest[0].startswith("-") and not rest[0].isupper() else ""
    return command, [word.partition("=")[0] for word in words if word.startswith("--")]


def dead_links(doc: Document) -> Iterator[str]:
    """Links within the repository that lead nowhere, and links that go unprotected."""
    for line, target in doc.links:
        path, _, anchor = target.partition("#")
        if target.startswith("https://"):
            continue
        there = (doc.path.parent / path).resolve() if path else doc.path
        if re.match(r"[a-z]+:", target) or not there.is_relative_to(ROOT) or (path and not there.exists()):
            yield f"{doc.name}:{line}: {target} leads nowhere"
        elif anchor and anchor not in (at(there) if path else doc).anchors:
            yield f"{doc.name}:{line}: {path or 'this page'} has no heading #{anchor}"


@cache
def at(path: Path) -> Document:
    """A document by its path."""
    return Document(path, path.read_text("utf-8"))


def unknown_codes(doc: Document) -> Iterator[str]:
    """Codes of problems that the tool does not tell, and links to a code's heading that name another."""
    known = emitted.codes() | NOTES | WARNINGS
    for fence in doc.fences:
        for number, line in enumerate(fence.text.splitlines(), fence.line + 1):
            found = re.search(r"\[([a-z]+(?:-[a-z0-9]+)+)\]$", line)
            if found and found[1] not in known:
                yield f"{doc.name}:{number}: there is no problem {found[1]}"
    for code, heading in re.findall(r"\[`([^`]+)`\]\([^)]*problems\.md#([^)]+)\)", doc.text):
        if code not in known or not re.fullmatch(rf"{code}-(error|warning|note)", heading):
            yield f"{doc.name}: {code} is not told under #{heading}"


def unknown_targets(doc: Document) -> Iterator[str]:
    """Targets of make that the Makefile does not have."""
    calls = [(line, code) for line, code in doc.codes if code.startswith("make ")]
    calls += [(fence.line, line) for fence in doc.fences for line in fence.text.splitlines()]
    for line, call in calls:
        found = re.match(r"(?:\$ )?make ([a-z]+)", call)
        if found and found[1] not in makefile_targets():
            yield f"{doc.name}:{line}: make has no target {found[1]}"


def crowded_lines(doc: Document) -> Iterator[str]:
    """Lines of running text with more than one sentence."""
    inside = {number for t in doc.tokens if t.type in {"fence", "table_open"} and t.map for number in range(*t.map)}
    for number, line in enumerate(doc.text.splitlines()):
        ends = [m.start() + 1 for m in re.finditer(r"[.!?](?=\*{0,2} \*{0,2}[A-ZÆØÅ])", line)]
        starts = re.match(r"\s*(?:[-*]|\d+\.) (?:\*\*[^*]+\*\*)?", line)
        after = starts.end() if starts else 0
        crowded = [end for end in ends if end > after and not ABBREVIATED.search(line[:end])]
        if number not in inside and crowded and not line.startswith("!["):
            yield f"{doc.name}:{number + 1}: one sentence a line"


READERS: tuple[Callable[[Document], Iterator[str]], ...] = (
    unmarked,
    unknown_usage,
    dead_links,
    unknown_codes,
    unknown_targets,
    crowded_lines,
)


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_a_document_names_only_what_there_is(name: str, reader: Callable[[Document], Iterator[str]]) -> None:
    """Commands, options, links, codes and targets exist, examples say what they are, and sentences have their line."""
    if name == PROBLEMS and reader is unmarked:
        pytest.skip("its examples are wrong on purpose; test_problems.py holds them")
    none_of(reader(document(name)))


# The checks themselves, on documents that are wrong


BAD = [
    (unknown_usage, "Use `techradar fly`.", "no command fly"),
    (unknown_usage, "Use `techradar list --rings klar`.", "list has no option --rings"),
    (unknown_usage, "Use `--sektor`.", "no command has an option --sektor"),
    (unknown_usage, "```console\n$ techradar render --sideways\n```", "render has no option --sideways"),
    (dead_links, "See [it](nowhere.md).", "nowhere.md leads nowhere"),
    (dead_links, "See [it](#nowhere).", "no heading #nowhere"),
    (dead_links, "See [it](http://example.org).", "leads nowhere"),
    (unknown_codes, "```text\nx.yaml:1:1: error: it is wrong [no-such-code]\n```", "no problem no-such-code"),
    (unknown_codes, "See [`bad-id`](problems.md#same-id-error).", "bad-id is not told"),
    (unknown_targets, "Run `make coffee`.", "no target coffee"),
    (unknown_targets, "```sh\nmake tea\n```", "no target tea"),
    (unmarked, "```yaml\nname: x\n```", "which file"),
    (unmarked, "<!-- file: x.yaml -->\n```yaml\nadoption: {level: x}\n```", "a line of its own"),
    (crowded_lines, "One thing. Another thing.", "one sentence a line"),
]


@pytest.mark.parametrize(("reader", "text", "complaint"), BAD)
def test_a_check_finds_what_is_wrong(reader: Callable[[Document], Iterator[str]], text: str, complaint: str) -> None:
    """Each check says what is wrong with a bad document."""
    assert [complaint in said for said in reader(page(text))] == [True]


def test_a_document_that_shows_what_does_not_come_out_is_found(tmp_path: Path) -> None:
    """Wrong output, an exit code that is passed over, a broken piece of a file and an old picture are each named."""
    bad = page(
        "<!-- picture: examples/minimal/radar.yaml -->",
        "![Not drawn](commands.md)",
        "<!-- part of: examples/minimal/radar.yaml -->",
        "```yaml",
        "rings:",
        "  - Klar",
        "```",
        "<!-- part of: examples/minimal/technologies/chatbot.yaml, an assessment -->",
        "```yaml",
        "ring: Ude",
        "```",
        "<!-- edited: examples/minimal/radar.yaml: no such words => others -->",
        "```console",
        "$ cd examples/minimal",
        "$ techradar --version",
        "techradar 0.0.0",
        "$ techradar show nothing",
        "…",
        "$ fly",
        "```",
    )

    said = "\n".join(played(bad, tmp_path))

    for complaint in (
        "does not hold no such words",
        "page.md:15: `techradar --version` shows",
        "page.md:19: a command before this ended with 2",
        "the test knows no fly",
        "too-few",
        "unknown-ring",
        "commands.md is not what is drawn now",
    ):
        assert complaint in said
    assert said.count("shows\n") == 2


@pytest.mark.parametrize(
    ("shown", "out", "same"),
    [
        (("a", "b"), ("a", "b"), True),
        (("a",), ("a", "b"), False),
        (("a", "…"), ("a", "b", "c"), True),
        (("a", "…", "d"), ("a", "d"), True),
        (("a", "…", "d"), ("a", "b"), False),
        ((), (), True),
        ((), ("a",), False),
        (("a.c",), ("abc",), False),
    ],
)
def test_a_line_of_dots_stands_for_any_lines(shown: tuple[str, ...], out: tuple[str, ...], same: bool) -> None:
    """What is shown fits what comes out line by line, with `…` for as many as there are."""
    assert fits(shown, out) is same


def test_a_console_block_is_read_as_commands_and_what_they_show() -> None:
    """A line after a dollar sign is a command; the lines up to the next are what it shows, blanks at the end aside."""
    fence = page("```console", "$ techradar", "a", "", "b", "", "$ techradar list", "```").fences[0]

    assert [(step.line, step.command, step.shown) for step in steps(fence)] == [
        (2, "techradar", ("a", "", "b")),
        (7, "techradar list", ()),
    ]
