"""What somebody gives for one field of a technology, checked by the model itself before there is a file."""

from __future__ import annotations

from typing import Any, NamedTuple

from techradar.language import phrase
from techradar.language.writing import slug
from techradar.model import Configuration, Figure, Scale, Technology, read_configuration, read_technology
from techradar.model.configuration import Named
from techradar.problems import Problem, TechradarError, problem
from techradar.yamltree import Tree, parse
from techradar.yamlwrite import Value, dump

OF_QUESTION = ("text", "raised", "where", "answer", "answered")
OF_ASSESSMENT = ("edition", "maturity", "adoption", "ring", "basis", "source", "reason")
# The order of a technology's keys in a file that we write (docs/file-format.md). One list serves every mapping in it.
KEY_ORDER = (
    "name", "sector", "summary", "example", "description", "aliases", "tags", "owner", "review_by", "links",
    "assessments", "edition", "retired", "level", "value", "shares", "counts", "n", "maturity", "adoption", "ring",
    "areas", "basis", "source", "note", "reason", "title", "url",
)  # fmt: skip


class Checked(NamedTuple):
    """A field as it is written into the file, references as ids; or what is wrong with what was given."""

    value: Any
    problem: Problem | None


class Fields:
    """Checks fields against one radar's configuration."""

    def __init__(self, tree: Tree) -> None:
        """`tree` is that of a radar.yaml without errors."""
        configuration, self.references, _ = read_configuration(tree)
        assert configuration is not None, "only a sound radar is changed"
        self.configuration: Configuration = configuration

    def check(self, key: str, given: Value) -> Checked:
        """One field: `given` is its text, or a list of texts for tags, aliases and links.

        A number on a scale may have a decimal comma. The problem's place is the option of that name.
        """
        given = _tidied(key, given)
        try:
            technology, problems = self._read(key, given)
        except TechradarError as error:
            return Checked(None, at_option(key, error.problems[0]))
        if technology is None:
            return Checked(None, at_option(key, problems[0]))
        return Checked(self._written(technology, key, given), None)

    def _read(self, key: str, given: Value) -> tuple[Technology | None, list[Problem]]:
        """A technology of which nothing but this field could be wrong."""
        parts = self.configuration
        assessment: dict[str, Any] = {"edition": parts.editions[-1].id, "ring": parts.rings[0].id}
        whole: dict[str, Any] = {"name": "x", "sector": parts.sectors[0].id, "assessments": [assessment]}
        if key in OF_QUESTION:
            whole["dialogue"] = {"questions": [{"text": "x", key: given}]}
        else:
            (assessment if key in OF_ASSESSMENT else whole)[key] = given
        tree = parse(dump(whole), "")
        if tree.root is None:
            return None, tree.problems
        return read_technology(tree, "x", self.references)

    def _written(self, technology: Technology, key: str, given: Value) -> Any:
        if key in OF_QUESTION and technology.dialogue is not None:
            value = getattr(technology.dialogue.questions[0], key)
            return value.isoformat() if key in ("raised", "answered") else value
        value = getattr(technology.assessments[0] if key in OF_ASSESSMENT else technology, key)
        if isinstance(value, Figure):
            scale = self.configuration.scale(key)
            # A number that is a level's value means that level, on the command line as in an answer.
            return value.level or (level_of(scale, value.value) if scale is not None else None) or given
        if key == "review_by":
            return value.isoformat()
        if key == "basis":
            return value.value
        if key in ("tags", "aliases"):
            return list(value)
        return given if key == "links" else value

    def required(self) -> tuple[str, ...]:
        """The scales of which a first assessment that names no ring needs a figure; `ring` where there is none."""
        match self.configuration.placement:
            case "maturity" | "adoption" as one:
                return (one,)
            case None:
                return ("ring",)
        return ("maturity", "adoption")

    def missing(self, key: str) -> Problem:
        """That a field is needed and was not given, with what it can be where it is one of a few."""
        parts = self.configuration
        scale = parts.scale(key) if key in ("maturity", "adoption") else None
        known: tuple[Named, ...] = {"sector": parts.sectors, "ring": parts.rings}.get(key, ())
        names = [part.name for part in (known if scale is None else scale.levels)]
        hint = phrase("edit.missing.hint", option=option(key))
        if names:
            hint = phrase("edit.missing.choices", option=option(key), options=names)
        return problem("missing-option", option(key), phrase("edit.missing", option=option(key)), hint)


def level_of(scale: Scale, value: float | None) -> str | None:
    """The id of the level that has a value; none where the value lies between two."""
    return next((level.id for level in scale.levels if level.value == value), None)


def wrong_id(words: str) -> Problem | None:
    """What is wrong with an id as such."""
    near = slug(words)
    if near == words and words:
        return None
    hint = phrase("model.bad-id.hint", near=near) if near else None
    return problem("bad-id", "--id", phrase("model.bad-id", value=words), hint)


def link(words: str) -> dict[str, str]:
    """A link from "Title https://…"; without a title it is called by its host."""
    title, _, url = words.strip().rpartition(" ")
    host = url.partition("//")[2].partition("/")[0]
    return {"title": title.strip() or host or url, "url": url}


def option(key: str) -> str:
    """What a field is called on the command line."""
    names = {
        "tags": "tag",
        "aliases": "alias",
        "links": "link",
        "review_by": "review-by",
        "raised": "date",
        "answered": "date",
    }
    return f"--{names.get(key, key)}"


def _tidied(key: str, given: Value) -> Value:
    if key in ("maturity", "adoption") and isinstance(given, str):
        words = given.strip()
        whole, comma, rest = words.partition(",")
        return f"{whole}.{rest}" if comma and whole.isdigit() and rest.isdigit() else words
    return given.strip() if isinstance(given, str) else given


def at_option(key: str, found: Problem) -> Problem:
    """A problem, told of the option of a field: of a file that there is not yet, no line can be named."""
    return found._replace(path=option(key), line=0, column=0, excerpt="", length=1)
