"""Checks of the catalogue of texts, and of the code that takes texts from it or passes it by.

Each check yields complaints; `test_language.py` holds the package against them and tries each on a bad snippet.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

from sources import Source, around, docstrings, dotted, parents
from techradar.language import Entry, Plural, Text

# Functions that form a key from their first argument, besides `phrase`, `text` and `has`, which take it whole.
# `mistake` in the model: the problem's code is the key's second half.
HELPERS = {"mistake": "model.{}"}
_VALUE = "\0"  # stands for what an f-string puts in
TAKERS = ("phrase", "text", "say", "has", "Phrase")
# What these helpers take by name for themselves; every other value fills a placeholder.
OWN_VALUES = {"mistake": {"hint", "at_key"}}
FILE_NAME = re.compile(r"\.(svg|png|pdf|html|md|docx|xlsx|csv|tsv|json|ya?ml|css|js|woff2|ttf|txt)$")


@cache
def modules() -> dict[str, dict[str, Entry]]:
    """The catalogue's modules by name, each with its texts."""
    home = import_module("techradar.language.catalogue")
    return {part.name: import_module(f"{home.__name__}.{part.name}").TEXTS for part in iter_modules(home.__path__)}


@cache
def texts() -> dict[str, Entry]:
    """Every text by its key."""
    return {key: entry for part in modules().values() for key, entry in part.items()}


def placeholders(words: str) -> set[str]:
    """The names in braces in a text; a place without a name is the empty name."""
    return {name.partition(".")[0].partition("[")[0] for _, name, _, _ in Formatter().parse(words) if name is not None}


def faulty_entries(module: str, entries: Mapping[str, object]) -> Iterator[str]:
    """Texts that are in the wrong module, empty, in one language only, or with other placeholders in the other."""
    for key, entry in entries.items():
        if not re.fullmatch(rf"{re.escape(module)}(\.[a-z0-9]+([_-][a-z0-9]+)*)+", key):
            yield f"{key}: a key of this module is {module}.words-like-this"
        if not isinstance(entry, Text | Plural):
            yield f"{key}: neither a Text nor a Plural"
            continue
        yield from (f"{key}: {fault}" for fault in _faults(entry))


def _faults(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Plural):
        if not all(len(forms) == 2 for forms in entry):
            yield "a plural has two forms, (one, other), in each language"
            return
        forms = [*entry.da, *entry.en]
        if not all("n" in placeholders(form) for form in (entry.da[1], entry.en[1])):
            yield "the form for several does not say how many"
    else:
        forms = [entry.da, entry.en]
    if not all(form.strip() for form in forms):
        yield "empty in a language"
        return
    # The number may be said in words where there is one.
    found = [placeholders(form) - ({"n"} if isinstance(entry, Plural) else set()) for form in forms]
    if any(names != found[0] for names in found):
        yield f"placeholders differ: {[sorted(names) for names in found]}"
    if any("" in names or any(name.isdigit() for name in names) for names in found):
        yield "a placeholder has no name"


def doubled(module: Source) -> Iterator[str]:
    """Keys that stand twice in a module: the later one would win in silence."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Dict):
            keys = [str(key.value) for key in node.keys if isinstance(key, ast.Constant)]
            yield from (f"{module.name}: {key} stands twice" for key in sorted(set(keys)) if keys.count(key) > 1)


def _literals(module: Source) -> Iterator[tuple[ast.Constant, str]]:
    talk = docstrings(module.tree)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in talk:
            yield node, node.value


def _named_keys(module: Source, first_parts: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Literals that are keys: they begin as a module of the catalogue does; and what the helpers make of theirs."""
    stands_in = parents(module.tree)
    begins = re.compile(rf"({'|'.join(map(re.escape, first_parts))})(\.[a-z0-9]+([_-][a-z0-9]+)*)+")
    for node, words in _literals(module):
        if isinstance(stands_in.get(node), ast.JoinedStr):
            continue
        call = stands_in.get(node)
        if isinstance(call, ast.Call) and call.args[:1] == [node]:
            name = dotted(call.func).rpartition(".")[2]
            if name in HELPERS:
                yield node.lineno, HELPERS[name].format(words)
                continue
            if name in TAKERS:
                yield node.lineno, words
                continue
        if begins.fullmatch(words) and not FILE_NAME.search(words):
            yield node.lineno, words


def _formed_keys(module: Source, first_parts: Iterable[str]) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Keys that code puts together, as patterns: `f"picture.movement.{movement}"`."""
    begins = re.compile(rf"({'|'.join(map(re.escape, first_parts))})\.")
    stands_in = parents(module.tree)
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.JoinedStr):
            continue
        call = stands_in[node]
        helper = dotted(call.func).rpartition(".")[2] if isinstance(call, ast.Call) and node in call.args[:1] else ""
        formed = "".join(str(v.value) if isinstance(v, ast.Constant) else _VALUE for v in node.values)
        formed = HELPERS.get(helper, "{}").format(formed)
        if begins.match(formed):
            yield node.lineno, re.compile(re.escape(formed).replace(re.escape(_VALUE), "(.+)"))


def missing(module: Source, known: Mapping[str, object]) -> Iterator[str]:
    """Keys that the code names and the catalogue lacks."""
    first_parts = {key.partition(".")[0] for key in known}
    for line, key in _named_keys(module, first_parts):
        if key not in known:
            yield f"{module.name}:{line} {key} is not in the catalogue"
    for line, pattern in _formed_keys(module, first_parts):
        if not any(pattern.fullmatch(key) for key in known):
            yield f"{module.name}:{line} nothing in the catalogue fits {pattern.pattern}"


def unused(package: Iterable[Source], known: Iterable[str]) -> set[str]:
    """Keys that no code names. What fills a key that code puts together must be a literal somewhere, too."""
    known = set(known)
    first_parts = {key.partition(".")[0] for key in known}
    named: set[str] = set()
    words: set[str] = set()
    patterns: set[re.Pattern[str]] = set()
    for module in package:
        named.update(key for _, key in _named_keys(module, first_parts))
        patterns.update(pattern for _, pattern in _formed_keys(module, first_parts))
        words.update(value for _, value in _literals(module))
        words.update(node.arg for node in ast.walk(module.tree) if isinstance(node, ast.keyword) and node.arg)
        # Names of fields and functions fill keys as well: `f"page.column.{field.name}"`, `f"cli.{command}.help"`.
        words.update(name for node in ast.walk(module.tree) for name in _defined(node))
    formed = {
        key
        for key in known - named
        for pattern in patterns
        if (match := pattern.fullmatch(key)) and all(filled in words for filled in match.groups())
    }
    return known - named - formed


def _defined(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def ill_filled(module: Source, known: Mapping[str, Entry]) -> Iterator[str]:
    """Calls that leave a placeholder empty, or give a value for which the text has no place."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
            continue
        name = dotted(node.func).rpartition(".")[2]
        if name not in ("phrase", "text", "say", *HELPERS) or any(word.arg is None for word in node.keywords):
            continue
        key = HELPERS.get(name, "{}").format(node.args[0].value)
        if key not in known:
            continue
        entry = known[key]
        wanted = set[str]().union(*(placeholders(form) for form in _forms(entry)))
        given = {word.arg for word in node.keywords if word.arg} - OWN_VALUES.get(name, set())
        if wanted - given:
            yield f"{module.name}:{node.lineno} {key} needs {', '.join(sorted(wanted - given))}"
        if given - wanted - {"n"}:
            yield f"{module.name}:{node.lineno} {key} has no place for {', '.join(sorted(given - wanted))}"


def _forms(entry: Entry) -> tuple[str, ...]:
    return (*entry.da, *entry.en) if isinstance(entry, Plural) else tuple(entry)


# --- text that bypasses the catalogue

_WORD = rf"(?:[A-Za-zÆØÅæøå]{{2,}}|{_VALUE})"
_TWO_WORDS = re.compile(rf"(?<![\w#.-]){_WORD}[,.:;!?]? +(?:{_WORD}|a|I|i)(?![\w(=-])")
_DANISH = re.compile(r"[A-Za-zæøåÆØÅ]*[æøåÆØÅ][A-Za-zæøåÆØÅ]+|[A-Za-zæøåÆØÅ]+[æøåÆØÅ]")
_SAYS = ("print", "echo", "secho", "confirm", "prompt", "add_column")
_SHOWN = ("help", "short_help", "epilog", "rich_help_panel", "prompt")
_BUGS = {name for name in dir(builtins) if name.endswith("Error")}


def looks_like_text(words: str) -> bool:
    """Whether a literal reads as something said to people: two words, or one with Danish letters.

    Markup, style sheets, drawing commands and patterns are none; words between tags are.
    """
    said = re.sub(r"<[^<>]*>?|\btechradar\b", " | ", words)
    said = re.sub(r"[^{};]*\{[^{}]*\}", " | ", said)
    found = _TWO_WORDS.search(said)
    while found and not re.search(r"[A-Za-zæøå]{2,}", found.group()):
        found = _TWO_WORDS.search(said, found.start() + 1)
    return bool(found or _DANISH.search(said))


def bypassing(module: Source, allowed: Iterable[str] = ()) -> Iterator[str]:
    """Texts that are said without the catalogue.

    Passed over is what is `allowed`: a name, for all that is assigned to it, or the text itself, with {} for values.
    """
    stands_in = parents(module.tree)
    talk = docstrings(module.tree)
    for node in ast.walk(module.tree):
        if node in talk or isinstance(stands_in.get(node), ast.JoinedStr | ast.FormattedValue):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value
        elif isinstance(node, ast.JoinedStr):
            words = "".join(str(v.value) if isinstance(v, ast.Constant) else _VALUE for v in node.values)
        else:
            continue
        outside = list(around(node, stands_in))
        shown = words.replace(_VALUE, "{}")
        if shown in allowed or any(_is_no_talk(outer) or _assigns(outer, allowed) for outer in outside):
            continue
        if looks_like_text(words) or (_is_shown(node, outside) and re.search(r"[A-Za-zæøå]{2,}", words)):
            yield f"{module.name}:{node.lineno} {shown!r}"


def _is_no_talk(node: ast.AST) -> bool:
    """Assertions, errors that only a bug raises, patterns, lists of words, and Pydantic's messages (never shown)."""
    if isinstance(node, ast.Assert) or (isinstance(node, ast.Attribute) and node.attr == "split"):
        return True
    if isinstance(node, ast.Raise):
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        return raised is not None and dotted(raised) in _BUGS
    return isinstance(node, ast.Call) and re.match(r"re\.|PydanticCustomError$", dotted(node.func)) is not None


def _assigns(node: ast.AST, names: Iterable[str]) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return any(dotted(target) in names for target in targets)


def _is_shown(node: ast.AST, outside: list[ast.AST]) -> bool:
    """Whether a literal is given to a function that says it, or as a part of help."""
    if isinstance(outside[0], ast.keyword) and outside[0].arg in _SHOWN:
        return True
    call = outside[0]
    return isinstance(call, ast.Call) and node in call.args and dotted(call.func).rpartition(".")[2] in _SAYS
