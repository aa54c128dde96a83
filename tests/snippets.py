"""Markdown documents as the tests of the docs read them, and a session that does what one of them shows.

Fences of `console` are run in order in a copy of this repository's radars, and what they show must come out; a
line `…` stands for any lines. `<!-- file: PATH -->` before a fence says that the fence is that file,
`<!-- part of: radar.yaml -->` (or a technology, or an assessment) that it is a piece of one,
`<!-- workflow -->` that its steps can be run, `<!-- edited: PATH: OLD => NEW -->` that a file is other than it was
while the fence runs, and `<!-- picture: PATH -->` before an image that the session
draws it. Run as a program, this module writes into the documents named what now comes out:
`.venv/bin/python tests/snippets.py README.md`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import typer
from markdown_it import MarkdownIt
from markdown_it.token import Token

from techradar.cli.app import build
from techradar.cli.usage import choices_of

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("radar-data", "examples")
TODAY = "2026-03-09"  # the day on which the documents were written down, for what depends on one
ANY = "…"
_MARKER = re.compile(r"<!--\s*([a-z ]+?)(?::\s*(.+?))?\s*-->")
_IMAGE_AFTER = re.compile(r"<!-- picture: (.+?) -->\n+!\[[^\]]*\]\(([^)]+)\)")


@dataclass(frozen=True)
class Fence:
    """A fenced block: its line, the word after the fence, its text, and the marker before it (kind and what)."""

    line: int
    info: str
    text: str
    kind: str = ""
    what: str = ""


@dataclass(frozen=True)
class Step:
    """A command of a console block and the lines that it shows; lines are counted from 1 in the document."""

    line: int
    command: str
    shown: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A Markdown document."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        """Its path in the repository."""
        return self.path.relative_to(ROOT).as_posix() if self.path.is_relative_to(ROOT) else self.path.name

    @property
    def language(self) -> str:
        """The language that the tool talks in while the document runs."""
        return "da" if self.path.name.endswith(".da.md") else "en"

    @cached_property
    def tokens(self) -> list[Token]:
        """What the document consists of."""
        return MarkdownIt("commonmark").enable("table").parse(self.text)

    @cached_property
    def fences(self) -> tuple[Fence, ...]:
        """The fenced blocks in order."""
        found = []
        for before, token in zip([None, *self.tokens], self.tokens, strict=False):
            if token.type == "fence":
                marked = _MARKER.match(before.content) if before is not None and before.type == "html_block" else None
                kind, what = (marked[1], marked[2] or "") if marked else ("", "")
                line = token.map[0] + 1 if token.map else 0
                found.append(Fence(line, token.info.strip(), token.content, kind, what))
        return tuple(found)

    @cached_property
    def inline(self) -> tuple[tuple[int, Token], ...]:
        """Every piece of running text with its line."""
        return tuple((t.map[0] + 1 if t.map else 0, t) for t in self.tokens if t.type == "inline")

    @cached_property
    def codes(self) -> tuple[tuple[int, str], ...]:
        """What stands in backquotes in running text, with its line."""
        return tuple(
            (line, child.content)
            for line, t in self.inline
            for child in t.children or ()
            if child.type == "code_inline"
        )

    @cached_property
    def links(self) -> tuple[tuple[int, str], ...]:
        """Where links and images point to, with their line."""
        return tuple(
            (line, str(child.attrGet("href") or child.attrGet("src")))
            for line, t in self.inline
            for child in t.children or ()
            if child.type in {"link_open", "image"}
        )

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The anchors of the headings, as GitHub forms them."""
        headings = [b for a, b in zip(self.tokens, self.tokens[1:], strict=False) if a.type == "heading_open"]
        plain = ["".join(c.content for c in h.children or () if c.type in {"text", "code_inline"}) for h in headings]
        return frozenset(re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-") for words in plain)

    @cached_property
    def pictures(self) -> tuple[tuple[str, str], ...]:
        """Which file of the session each marked image is: (place in the session, image of the document)."""
        return tuple((m[1], m[2]) for m in _IMAGE_AFTER.finditer(self.text))

    def section(self, heading: str) -> str:
        """The text below the second-level heading, up to the next one; empty where there is none."""
        found = re.search(rf"^## {re.escape(heading)}$\n(.*?)(?=^## |\Z)", self.text, re.MULTILINE | re.DOTALL)
        return found[1] if found else ""


def document(name: str) -> Document:
    """A document of the repository."""
    return Document(ROOT / name, (ROOT / name).read_text("utf-8"))


def page(*lines: str) -> Document:
    """A document of these lines, as if it lay in the docs; for the tests of the checks."""
    return Document(ROOT / "docs" / "page.md", "\n".join(lines) + "\n")


def played_documents() -> list[str]:
    """The documents that are run: both README files and the documentation."""
    return sorted(["README.md", "README.da.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])


def steps(fence: Fence) -> Iterator[Step]:
    """The commands of a console block with what they show."""
    command, start, shown = "", 0, list[str]()
    for number, line in enumerate([*fence.text.splitlines(), "$ "], fence.line + 1):
        if not line.startswith("$ "):
            shown.append(line.rstrip())
            continue
        if command:
            yield Step(start, command, tuple(_without_blank_end(shown)))
        command, start, shown = line[2:], number, []


def _without_blank_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def fits(shown: tuple[str, ...], out: tuple[str, ...]) -> bool:
    """Whether lines that came out are those shown, where a line `…` stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*" if line.strip() == ANY else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in out)) is not None


@dataclass
class Session:
    """Does what a document shows, in a folder of its own, and keeps what was not as shown."""

    folder: Path
    language: str
    here: Path = field(init=False)
    code: int = 0
    told: bool = True  # whether the last exit code was 0 or has been shown
    complaints: list[str] = field(default_factory=list)
    out: list[tuple[Step, tuple[str, ...]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.here = self.folder

    def play(self, doc: Document) -> None:
        """Run the document from first to last, beside copies of the radars that it does not write itself."""
        written = {Path(fence.what).parts[0] for fence in doc.fences if fence.kind == "file"}
        for name in sorted(set(COPIED) - written):
            shutil.copytree(ROOT / name, self.folder / name, ignore=shutil.ignore_patterns("*.svg", "*.png", "*.pdf"))
        for fence in doc.fences:
            if fence.kind == "file":
                path = self.folder / fence.what
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(fence.text, encoding="utf-8")
            elif fence.kind == "workflow":
                for line in re.findall(r"run: (techradar .*)", fence.text):
                    self._step(doc, Step(fence.line, line, (ANY,)))
            elif fence.info == "console":
                with self._edited(fence):
                    for step in steps(fence):
                        self._step(doc, step)
        self._settle(doc.name)

    @contextmanager
    def _edited(self, fence: Fence) -> Iterator[None]:
        """The file that a fence says is edited is so while it runs."""
        edit = re.fullmatch(r"(\S+): (.+) => (.+)", fence.what) if fence.kind == "edited" else None
        if edit is None:
            yield
            return
        path = self.folder / edit[1]
        before = path.read_text("utf-8") if path.is_file() else ""
        if edit[2] not in before:
            self.complaints.append(f"line {fence.line}: {edit[1]} does not hold {edit[2]}")
            yield
            return
        path.write_text(before.replace(edit[2], edit[3]), encoding="utf-8")
        yield
        path.write_text(before, encoding="utf-8")

    def _step(self, doc: Document, step: Step) -> None:
        at = f"{doc.name}:{step.line}"
        if step.command.split()[0] != "echo":
            self._settle(at)
        out = tuple(_without_blank_end([line.rstrip() for line in self.run(step.command).splitlines()]))
        self.out.append((step, out))
        if not fits(step.shown, out):
            self.complaints.append("\n".join([f"{at}: `{step.command}` shows", *out, "and not", *step.shown, ""]))

    def _settle(self, at: str) -> None:
        if not self.told:
            self.complaints.append(f"{at}: a command before this ended with {self.code}, which `echo $?` should show")
        self.told = True

    def run(self, command: str) -> str:
        """What a command shows; nothing but the few programs below is known."""
        shown = ""
        match shlex.split(command):
            case ["echo", "$?"]:
                self.told = True
                shown = f"{self.code}\n"
            case ["cd", place]:
                there = (self.here / place).resolve()
                shown = "" if there.is_dir() else f"there is no folder {place}\n"
                self.here = there if there.is_dir() else self.here
            case ["make", target]:
                shown = self.techradar(recipe(target))
            case ["techradar", *arguments]:
                shown = self.techradar(arguments)
            case words:
                shown = f"the test knows no {words[0]}\n"
        return shown

    def techradar(self, arguments: list[str]) -> str:
        """What the tool shows, talk and product together; `> FILE` takes the product."""
        product = None
        if ">" in arguments:
            at = arguments.index(">")
            product, arguments = arguments[at + 1], arguments[:at]
        environment = {**os.environ, "TECHRADAR_LANG": self.language, "TECHRADAR_TODAY": TODAY, "PYTHONUNBUFFERED": "1"}
        environment |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "techradar", *arguments],
            cwd=self.here,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if product else subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self.code, self.told = done.returncode, done.returncode == 0
        if product is None:
            return done.stdout
        (self.here / product).write_text(done.stdout, encoding="utf-8")
        return done.stderr


def makefile_targets() -> frozenset[str]:
    """The targets that the Makefile has for people."""
    found = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    return frozenset(found[1].split() if found else ())


def recipe(target: str) -> list[str]:
    """The arguments with which a target of the Makefile runs techradar."""
    text = (ROOT / "Makefile").read_text("utf-8")
    found = re.search(rf"^{target}:.*\n\t@\$\(BIN\)/techradar (.+) \$\(ARGS\)$", text, re.MULTILINE)
    return shlex.split(found[1]) if found else ["--no-such-target", target]


def known_options() -> dict[str, dict[str, list[str]]]:
    """The options of each command with the words that each takes, none where it takes any; "" is before a command."""
    group: Any = typer.main.get_command(build())
    return {"": options_of(group)} | {name: options_of(command) for name, command in group.commands.items()}


def options_of(command: Any) -> dict[str, list[str]]:
    """A command's options with the words that they take."""
    return {
        opt: choices_of(param)
        for param in command.params
        for opt in (*param.opts, *param.secondary_opts)
        if opt.startswith("--")
    }


def _updated(doc: Document, session: Session) -> str:
    """The document with what its commands show now; commands that show `…` keep what they have."""
    lines = doc.text.splitlines()
    for step, out in reversed(session.out):
        if lines[step.line - 1] == f"$ {step.command}" and not any(line.strip() == ANY for line in step.shown):
            lines[step.line : step.line + len(step.shown)] = out
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write what comes out now into the documents that are named, and their pictures."""
    for name in sys.argv[1:]:
        doc = document(name)
        with tempfile.TemporaryDirectory() as folder:
            session = Session(Path(folder).resolve(), doc.language)
            session.play(doc)
            doc.path.write_text(_updated(doc, session), encoding="utf-8")
            for place, image in doc.pictures:
                target = doc.path.parent / image
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(session.folder / place, target)


if __name__ == "__main__":
    main()
