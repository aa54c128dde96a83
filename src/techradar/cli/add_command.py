"""`techradar add`: a new technology, from options and from answers on a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from techradar.cli import asking, changing, common, completion
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import Exit, Problem, Severity, TechradarError, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from techradar.editing.fields import Checked, Fields
    from techradar.editing.trying import Trial
    from techradar.history import Place
    from techradar.model import Radar
    from techradar.store import Loaded

_ASSESSMENT = ("edition", "maturity", "adoption", "ring", "basis", "source", "reason")
_LISTS = ("aliases", "tags", "links")
_ASKED_FOR = ("name", "sector", "summary", "maturity", "adoption", "reason")

Name = Annotated[
    str | None, typer.Argument(metavar=say("edit.metavar.name"), help=say("edit.add.name"), show_default=False)
]
Words = list[str] | None


@common.tells_all
def add(
    name: Name = None,
    id: Annotated[str | None, typer.Option("--id", help=say("edit.add.id"), show_default=False)] = None,
    sector: Annotated[
        str | None, typer.Option(help=say("edit.add.sector"), autocompletion=completion.sectors, show_default=False)
    ] = None,
    summary: Annotated[str | None, typer.Option(help=say("edit.add.summary"), show_default=False)] = None,
    example: Annotated[str | None, typer.Option(help=say("edit.add.example-text"), show_default=False)] = None,
    description: Annotated[str | None, typer.Option(help=say("edit.add.description"), show_default=False)] = None,
    maturity: Annotated[
        str | None,
        typer.Option(help=say("edit.option.maturity"), autocompletion=completion.maturity_levels, show_default=False),
    ] = None,
    adoption: Annotated[
        str | None,
        typer.Option(help=say("edit.option.adoption"), autocompletion=completion.adoption_levels, show_default=False),
    ] = None,
    ring: Annotated[
        str | None, typer.Option(help=say("edit.option.ring"), autocompletion=completion.rings, show_default=False)
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option(help=say("edit.option.edition"), autocompletion=completion.editions, show_default=False),
    ] = None,
    basis: Annotated[str | None, typer.Option(help=say("edit.option.basis"), show_default=False)] = None,
    source: Annotated[str | None, typer.Option(help=say("edit.option.source"), show_default=False)] = None,
    reason: Annotated[str | None, typer.Option(help=say("edit.option.reason"), show_default=False)] = None,
    alias: Annotated[Words, typer.Option(help=say("edit.add.alias"), show_default=False)] = None,
    tag: Annotated[
        Words, typer.Option(help=say("edit.add.tag"), autocompletion=completion.tags, show_default=False)
    ] = None,
    owner: Annotated[str | None, typer.Option(help=say("edit.add.owner"), show_default=False)] = None,
    review_by: Annotated[str | None, typer.Option(help=say("edit.add.review-by"), show_default=False)] = None,
    link: Annotated[Words, typer.Option(help=say("edit.add.link"), show_default=False)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("edit.add.dry-run"))] = False,
    data: common.Data = None,
) -> None:
    """Make a technology's file from what is given and asked for; nothing is written that breaks the radar."""
    from techradar.editing import fields

    loaded, radar = common.sound(data)
    given: dict[str, Any] = {
        "name": name, "sector": sector, "summary": summary, "example": example, "description": description,
        "aliases": alias, "tags": tag, "owner": owner, "review_by": review_by,
        "links": [fields.link(words) for words in link or ()], "edition": edition, "maturity": maturity,
        "adoption": adoption, "ring": ring, "basis": basis, "source": source, "reason": reason,
    }  # fmt: skip
    new = _Conversation(fields.Fields(loaded.trees[""]), loaded, radar)
    asked = new.complete({key: words for key, words in given.items() if _is_said(words)}, id)
    _write(new, id, asked=asked, dry_run=dry_run, data=data)


def _is_said(words: Any) -> bool:
    """Whether an option was given at all; one that holds nothing but blanks was not."""
    return bool(words.strip() if isinstance(words, str) else words)


class _Conversation:
    """What is known of the new technology so far: from options, and from answers where there is a terminal."""

    def __init__(self, fields: Fields, loaded: Loaded, radar: Radar) -> None:
        self.fields = fields
        self.loaded = loaded
        self.radar = radar
        self.known: dict[str, Any] = {}
        self.refused: list[str] = []

    def complete(self, given: dict[str, Any], id: str | None) -> bool:
        """Check what was given and ask for the rest; whether anything was asked.

        Off a terminal every wrong and every missing option is told at once: TechradarError (exit 2).
        """
        told = common.mistakes()
        wrong = self._take(given)
        if id is not None:
            wrong += _wrong_id(self.loaded, self.radar, id)
        if not asking.possible() or not told.none or any(p.path == "--id" for p in wrong):
            # What is missing is asked for on a terminal, once the rest is right.
            told.add(*wrong, *(self._missing(given) if not asking.possible() else ()))
            told.refuse()
            return False
        common.tell(wrong)
        try:
            return self._ask()
        except KeyboardInterrupt:
            self._keep_words()
            raise

    def _take(self, given: dict[str, Any]) -> list[Problem]:
        problems = []
        for key, words in given.items():
            value, wrong = self._check(key, words)
            if wrong is None:
                self.known[key] = value
            else:
                problems.append(wrong)
                self.refused.append(key)
        return problems

    def _check(self, key: str, words: Any) -> Checked:
        from techradar.editing.changes import technology_named
        from techradar.editing.fields import Checked

        checked = self.fields.check(key, words)
        if key == "name" and checked.problem is not None:
            return checked._replace(problem=checked.problem._replace(path=say("edit.metavar.name")))
        there = technology_named(self.radar, checked.value) if key == "name" and checked.problem is None else None
        if there is None:
            return checked
        hint = phrase("edit.name-exists.hint", id=there.id)
        message = phrase("edit.name-exists", name=there.name, id=there.id)
        return Checked(None, problem("name-exists", "techradar add", message, hint))

    def _missing(self, given: dict[str, Any]) -> list[Problem]:
        """What is needed and was not given at all; a ring that was given, even a wrong one, stands for figures."""
        scales = self.fields.required() if "ring" not in given else ()
        needed = [key for key in ("name", "sector", *scales) if key not in given]
        problems = [self.fields.missing(key) for key in needed if key != "name"]
        if "name" in needed:
            hint = phrase("edit.missing-name.hint")
            problems.insert(0, problem("missing-name", "techradar add", phrase("edit.missing-name"), hint))
        return problems

    def _ask(self) -> bool:
        before = dict(self.known)
        parts = self.radar.configuration
        for key in self.refused:
            if key not in _ASKED_FOR:
                self._again(key)
        self._text("name")
        self._choice("sector", [asking.Choice(s.id, s.name, s.description or "") for s in parts.sectors])
        self._text("summary", optional=True)
        if "ring" not in self.known:
            self._figures()
        self._text("reason", optional=True)
        return self.known != before

    def _figures(self) -> None:
        parts = self.radar.configuration
        required = self.fields.required()
        for name in ("maturity", "adoption"):
            scale = parts.scale(name)
            if scale is not None:
                question = scale.question or scale.name or text(f"model.scale.{name}", talk_language())
                self._choice(name, levels_of(scale), question, optional=name not in required)
        if "ring" in required or any(self._is_uncounted(name) for name in required):
            self._choice("ring", [asking.Choice(r.id, r.name, r.description or r.advice or "") for r in parts.rings])

    def _is_uncounted(self, name: str) -> bool:
        """Whether the answer on a scale gives no figure, so that a ring must be named."""
        scale = self.radar.configuration.scale(name)
        return scale is not None and self.known.get(name) in {answer.id for answer in scale.not_counted}

    def _text(self, key: str, *, optional: bool = False) -> None:
        if key not in self.known:
            self._keep(key, asking.for_text(_question(key), self._checker(key), optional=optional))

    def _again(self, key: str) -> None:
        """Ask for an option that was wrong and would not be asked for otherwise."""
        from techradar.editing.fields import link, option

        def check(words: str) -> Checked:
            return self._check(key, [link(words)] if key == "links" else [words] if key in _LISTS else words)

        question = text("edit.ask.again", talk_language(), option=option(key))
        self._keep(key, asking.for_text(question, check, optional=True))

    def _choice(self, key: str, choices: list[asking.Choice], question: str = "", *, optional: bool = False) -> None:
        if key not in self.known:
            answer = asking.for_choice(question or _question(key), choices, self._checker(key), optional=optional)
            self._keep(key, answer)

    def _checker(self, key: str) -> Callable[[str], Checked]:
        return lambda words: self._check(key, words)

    def _keep(self, key: str, answer: Any) -> None:
        if answer is not None:
            self.known[key] = answer

    def file(self) -> dict[str, Any]:
        """The file's content as known so far; the edition is the last that is no draft unless one was named."""
        known = {"edition": self.radar.configuration.default_edition.id, **self.known}
        content = {key: value for key, value in known.items() if key not in _ASSESSMENT}
        return {**content, "assessments": [{key: known[key] for key in _ASSESSMENT if key in known}]}

    def _keep_words(self) -> None:
        """Ctrl-C: nothing is written, but what was typed is shown, so that it can be used again."""
        from techradar.editing.changes import new_text

        common.talk("")
        common.talk(text("edit.nothing-written", talk_language()))
        if self.known:
            common.talk(text("edit.so-far", talk_language()))
            common.talk(new_text(self.loaded.folder, self.file()).rstrip("\n"))


def levels_of(scale: Any) -> list[asking.Choice]:
    """A scale's levels, and the answers that are not counted, as choices with their meaning.

    A level's number is its value, so that a number means the same here as in a file and at an option.
    """
    from techradar.language.writing import number

    language = talk_language()
    levels = [asking.Choice(a.id, a.name, a.description or "", number(a.value, language)) for a in scale.levels]
    apart, above = text("edit.not-counted", language), int(scale.last) + 1
    return levels + [
        asking.Choice(a.id, a.name, a.description or apart, str(above + place))
        for place, a in enumerate(scale.not_counted)
    ]


def _question(key: str) -> str:
    return text(f"edit.ask.{key}", talk_language())


def _wrong_id(loaded: Loaded, radar: Radar, id: str) -> list[Problem]:
    """What is wrong with an id that was asked for."""
    from techradar.editing.changes import is_free
    from techradar.editing.fields import wrong_id

    if wrong := wrong_id(id):
        return [wrong]
    if not is_free(loaded.folder, radar, id):
        return [problem("id-exists", "--id", phrase("edit.id-exists", id=id), phrase("edit.id-exists.hint", id=id))]
    return []


def _write(new: _Conversation, id: str | None, *, asked: bool, dry_run: bool, data: Path | None) -> None:
    """Show the file and where it lands, try it out on the whole radar, and write it."""
    from techradar import files
    from techradar.editing.changes import LOCK_SECONDS, new_text
    from techradar.editing.trying import new_warnings
    from techradar.store import technology_path

    shown = new_text(new.loaded.folder, new.file())
    (common.product if dry_run else common.talk)(shown)
    chosen, trial = _tried(new.loaded, new.radar, new.known["name"], id, shown)
    common.tell(new_warnings(new.loaded, trial))
    common.talk(_landing(new, chosen, trial))
    if dry_run:
        return
    if asked and not _agreed():
        common.talk(text("edit.nothing-written", talk_language()))
        raise typer.Exit(Exit.PROBLEMS)
    with files.lock(new.loaded.folder, LOCK_SECONDS):
        # Somebody else may have written since it was shown: the radar is read and the file tried again.
        loaded, radar = common.sound(data, locked=True)
        chosen, trial = _tried(loaded, radar, new.known["name"], id, shown)
        path = technology_path(loaded.folder, chosen)
        files.write_atomic(path, shown.encode(), make_parents=True)
        changing.sweep(loaded.folder, [path])
    common.product(path.as_posix())
    stated = trial.refuse_errors().by_id[chosen].assessments[0].edition
    changing.tell_next(loaded.folder, changing.look_at(radar.configuration, chosen, stated))


def _tried(loaded: Loaded, radar: Radar, name: str, id: str | None, shown: str) -> tuple[str, Trial]:
    """The id that the technology gets, and the radar with it; TechradarError where that would have errors."""
    from techradar.editing.changes import free_id
    from techradar.editing.fields import at_option
    from techradar.editing.trying import path_of, tried

    chosen = id or free_id(loaded.folder, radar, name)
    if not chosen:
        message, hint = phrase("edit.no-id", name=name), phrase("edit.no-id.hint")
        common.refuse("no-id", message, hint)
    if wrong := _wrong_id(loaded, radar, chosen):
        raise TechradarError(*wrong, exit_code=Exit.USAGE)
    trial = tried(loaded, {chosen: shown.encode()}, common.today())
    path = path_of(loaded, chosen).as_posix()
    if errors := [p for p in trial.problems if p.severity is Severity.ERROR]:
        wrong_options = (at_option("ring", p) if p.path == path else p for p in errors)
        raise TechradarError(*wrong_options, exit_code=Exit.USAGE)
    return chosen, trial


def _landing(new: _Conversation, id: str, trial: Trial) -> str:
    """Where the new technology lies: "Generativ AI → AFPRØV (0,50)"."""
    from techradar.editing.changes import place_on

    technology = trial.refuse_errors().by_id[id]
    place = place_on(new.radar.configuration, technology, technology.assessments[0].edition)
    return f"{technology.name} → {shown_place(place)}"


def shown_place(place: Place) -> str:
    """A place on the radar in words: the ring, and the score where there is one."""
    from techradar.language.writing import number

    if place.ring is None:
        return text("edit.not-on-radar", talk_language())
    score = "" if place.score is None else f" ({number(place.score, talk_language(), 2)})"
    return f"{place.ring.name.upper()}{score}"


def _agreed() -> bool:
    """Whether the file is to be written; Ctrl-C is no."""
    try:
        return asking.for_yes(text("edit.ask.write", talk_language()))
    except KeyboardInterrupt:
        common.talk("")
        return False
