"""`techradar init`: a new radar, from options and from answers on a terminal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from techradar.cli import asking, common, next_steps
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import Exit, Problem, TechradarError, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from techradar.editing.starting import Start


@common.tells_all
def init(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar=say("cli.metavar.folder"), help=say("edit.init.folder"), show_default="radar-data"),
    ] = None,
    for_: Annotated[
        Literal["one", "several"] | None, typer.Option("--for", help=say("edit.init.for"), show_default=False)
    ] = None,
    municipality: Annotated[str | None, typer.Option(help=say("edit.init.municipality"), show_default=False)] = None,
    areas_name: Annotated[str | None, typer.Option(help=say("edit.init.areas-name"), show_default=False)] = None,
    edition: Annotated[str | None, typer.Option(help=say("edit.init.edition"), show_default=False)] = None,
    title: Annotated[str | None, typer.Option(help=say("edit.init.title-option"), show_default=False)] = None,
    language: Annotated[Literal["da", "en"], typer.Option(help=say("edit.init.language"))] = "da",
    data: common.Data = None,
) -> None:
    """Write the files of a new radar into a folder that holds none."""
    from techradar import files
    from techradar.editing.starting import contents
    from techradar.store import DATA_FOLDER

    wrong = common.mistakes()
    folder = folder or data or common.Chosen.data
    if folder is None:
        wrong.of(_refuse_a_radar, Path())  # a second one in it would hide the first from every command
        folder = Path(DATA_FOLDER)
    wrong.of(_refuse_a_radar, folder)
    wrong.add(*_wrong_words(for_, municipality, areas_name, edition, title))
    wrong.refuse()
    start = _start(for_, municipality, areas_name, edition, title, language)
    made = {folder / place: words.encode() for place, words in contents(start).items()}
    _refuse_to_overwrite(made)
    files.write_all(made, make_parents=True)
    for path in made:
        common.product(path.as_posix())
    _tell_next(folder)


def _wrong_words(
    for_: str | None, municipality: str | None, areas_name: str | None, edition: str | None, title: str | None
) -> list[Problem]:
    """What is wrong with the options."""
    from techradar.editing import starting

    wrong = [
        fault
        for words, check in (
            (municipality, starting.wrong_municipality),
            (areas_name, starting.wrong_areas_name),
            (edition, starting.wrong_edition),
            (title, starting.wrong_title),
        )
        if words and (fault := check(words)) is not None
    ]
    if for_ == "several" and municipality:
        message, hint = phrase("edit.init.one-of-several"), phrase("edit.init.one-of-several.hint")
        wrong.append(problem("municipality-of-several", "--municipality", message, hint))
    return wrong


def _start(
    for_: str | None,
    municipality: str | None,
    areas_name: str | None,
    edition: str | None,
    title: str | None,
    language: Literal["da", "en"],
) -> Start:
    """What is chosen: by options, on a terminal by answers, else by what fits most."""
    from techradar.editing import starting
    from techradar.municipalities import find

    today = common.today()
    if asking.possible():
        try:
            for_ = for_ or ("one" if municipality else _asked_for())
            if for_ == "one" and not municipality:
                municipality = _asked("municipality", starting.wrong_municipality)
            areas_name = areas_name or _asked("areas-name", starting.wrong_areas_name)
            edition = edition or _asked("edition", starting.wrong_edition, kept=str(today.year))
        except KeyboardInterrupt:
            common.talk("")
            common.talk(text("edit.nothing-written", talk_language()))
            raise
    edition = edition or str(today.year)
    found = find(municipality) if municipality else None
    return starting.Start(
        language=language,
        several=for_ == "several",
        title=" ".join((title or "").split()) or None,
        municipality=found.name if found is not None else None,
        areas_name=areas_name or None,
        edition=edition.strip(),
        day=starting.edition_day(edition, today),
    )


def _asked_for() -> str:
    """Whether the radar is for one municipality or for several."""
    from techradar.editing.fields import Checked

    def check(words: str) -> Checked:
        known = {choice.name.casefold(): choice.id for choice in choices} | {choice.id: choice.id for choice in choices}
        found = known.get(words.casefold())
        hint = phrase("model.options", options=tuple(choice.name for choice in choices))
        wrong = problem("unknown-word", "--for", phrase("model.unknown-word", value=words), hint)
        return Checked(found, None) if found else Checked(None, wrong)

    choices = [
        asking.Choice(id, text(f"edit.init.{id}", talk_language()), text(f"edit.init.{id}.meaning", talk_language()))
        for id in ("one", "several")
    ]
    answer: str = asking.for_choice(text("edit.init.ask.for", talk_language()), choices, check)
    return answer


def _asked(key: str, wrong: Callable[[str], Problem | None], *, kept: str | None = None) -> str | None:
    """The answer to one question; Enter keeps `kept`, or leaves it out."""
    from techradar.editing.fields import Checked

    question = text(f"edit.init.ask.{key}", talk_language())
    answer: str | None = asking.for_text(question, lambda words: Checked(words, wrong(words)), optional=True, kept=kept)
    return answer


def _refuse_a_radar(folder: Path) -> None:
    from techradar.store import CONFIGURATION_FILE, TECHNOLOGIES

    shown = folder.as_posix()
    if folder.exists() and not folder.is_dir():
        message = phrase("store.not-a-folder", folder=shown)
        raise TechradarError(
            problem("no-folder", shown, message, phrase("edit.init.other-folder.hint")), exit_code=Exit.FILES
        )
    whole = Path(os.path.realpath(folder))
    # A radar among another's technologies would be read as one of them.
    for home in (folder, whole.parent) if whole.name == TECHNOLOGIES else (folder,):
        if os.path.lexists(home / CONFIGURATION_FILE):
            shown = home.as_posix()
            message = phrase("edit.init.radar-exists", folder=shown)
            raise TechradarError(
                problem("radar-exists", shown, message, phrase("edit.init.radar-exists.hint")), exit_code=Exit.FILES
            )


def _refuse_to_overwrite(paths: Iterable[Path]) -> None:
    hint = phrase("edit.init.other-folder.hint")
    there = [
        problem("file-exists", path.as_posix(), phrase("edit.init.file-exists"), hint)
        for path in paths
        if os.path.lexists(path)
    ]
    if there:
        raise TechradarError(*there, exit_code=Exit.FILES)


def _tell_next(folder: Path) -> None:
    """The next three commands, with --data where the folder would not be found without."""
    language = talk_language()
    common.talk(text("edit.init.examples", language))
    common.talk(text("edit.init.next", language))
    commands = {name: next_steps.command((name,), folder) for name in ("add", "validate", "render")}
    wide = max(map(len, commands.values()))
    for name, command in commands.items():
        common.talk(f"  {command:{wide}}  {text(f'edit.init.next.{name}', language)}")
