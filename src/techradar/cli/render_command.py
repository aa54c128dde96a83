"""`techradar render`: pictures as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from techradar.cli import common, completion
from techradar.cli.picture_places import Places
from techradar.cli.words import say
from techradar.language import Phrase, phrase
from techradar.problems import Exit, Problem, TechradarError, exit_code, in_order, problem

if TYPE_CHECKING:
    from techradar.model import Radar
    from techradar.publish.pictures import Wanted

Outputs = Annotated[
    list[Path] | None,
    typer.Argument(metavar=say("render.metavar.out"), help=say("render.argument.out"), show_default=False),
]


def render(
    out: Outputs = None,
    view: Annotated[Literal["radar", "matrix", "trend"], typer.Option(help=say("render.option.view"))] = "radar",
    edition: Annotated[
        str | None, typer.Option(help=say("render.option.edition"), autocompletion=completion.editions)
    ] = None,
    area: Annotated[str | None, typer.Option(help=say("render.option.area"), autocompletion=completion.areas)] = None,
    sector: Annotated[
        str | None, typer.Option(help=say("render.option.sector"), autocompletion=completion.sectors)
    ] = None,
    ring: Annotated[str | None, typer.Option(help=say("render.option.ring"), autocompletion=completion.rings)] = None,
    tag: Annotated[str | None, typer.Option(help=say("render.option.tag"), autocompletion=completion.tags)] = None,
    highlight: Annotated[
        list[str] | None,
        typer.Option(help=say("render.option.highlight"), autocompletion=completion.technologies),
    ] = None,
    blank: Annotated[bool, typer.Option("--blank", help=say("render.option.blank"))] = False,
    labels: Annotated[Literal["auto", "names", "numbers"], typer.Option(help=say("render.option.labels"))] = "auto",
    theme: Annotated[Literal["light", "dark", "mono"], typer.Option(help=say("render.option.theme"))] = "light",
    title: Annotated[str | None, typer.Option(help=say("render.option.title"))] = None,
    lang: Annotated[Literal["da", "en"] | None, typer.Option(help=say("render.option.lang"))] = None,
    size: Annotated[str | None, typer.Option(help=say("render.option.size"))] = None,
    dpi: Annotated[int | None, typer.Option(min=36, max=1200, help=say("render.option.dpi"))] = None,
    check: Annotated[bool, typer.Option("--check", help=say("render.option.check"))] = False,
    alt: Annotated[bool, typer.Option("--alt", help=say("render.option.alt"))] = False,
    force: Annotated[bool, typer.Option("--force", help=say("render.option.force"))] = False,
    data: common.Data = None,
) -> None:
    """Draw the pictures that are named, or those that radar.yaml lists, and say where they are; or tell of them."""
    from dataclasses import replace

    from techradar.publish.pictures import Wanted, of_output

    _only_one(("--check", check), ("--alt", alt), ("--force", force))
    loaded, radar = common.sound(data)
    options = Wanted(
        Path("radar.svg"),
        view=view,
        edition=edition,
        area=area,
        sector=sector,
        ring=ring,
        tag=tag,
        highlight=tuple(highlight or ()),
        blank=blank,
        labels=labels,
        theme=theme,
        size=size,
        dpi=dpi,
        title=" ".join(title.split()) if title is not None else None,
        lang=lang,
    )
    outputs = [of_output(output, loaded.folder) for output in radar.configuration.outputs]
    plain = options == Wanted(Path("radar.svg"))
    if out:
        # A file that is among the outputs is what they say, unless the command line says otherwise.
        numbers = {output.path.resolve(): number for number, output in enumerate(outputs) if plain}
        listed = {path: numbers[path.resolve()] for path in out if path.resolve() in numbers}
        wanted = [replace(outputs[listed[path]] if path in listed else options, path=path) for path in out]
    elif alt or not outputs:
        wanted, listed = [options], {}
    elif not plain:
        # The outputs say themselves what they show; options would silently make them say something else.
        common.refuse("no-file-named", phrase("render.no-file-named"), phrase("render.no-file-named.hint"))
    else:
        wanted, listed = outputs, {output.path: number for number, output in enumerate(outputs)}
    if alt:
        _tell(radar, wanted)
        return
    places = Places(loaded.trees[""], listed)
    # What is named on the command line is wrong usage where it cannot be drawn; outputs are part of the radar.
    failure = Exit.USAGE if out or not outputs else Exit.PROBLEMS
    if check:
        from techradar.cli.checking import check as compare

        compare(radar, wanted, places, failure)
    _write(_drawn(radar, wanted, places, failure, force=force))


def _only_one(*options: tuple[str, bool]) -> None:
    """Refuse options that do not go together."""
    given = [name for name, wanted in options if wanted]
    if len(given) > 1:
        message = phrase("render.one-of", options=given)
        common.refuse("wrong-usage", message, phrase("render.one-of.hint"))


def _tell(radar: Radar, wanted: list[Wanted]) -> None:
    """Say the pictures in words, each of several after its file's name."""
    from techradar.publish.alt import alternative

    try:
        said = [alternative(radar, one) for one in wanted]
        names = [f"{one.path.as_posix()}\n\n" if len(wanted) > 1 else "" for one in wanted]
        common.product("\n\n".join(f"{name}{words}" for name, words in zip(names, said, strict=True)))
    except TechradarError as error:
        # Only a sheet that does not hold the picture has no place of its own.
        problems = (each if each.path else each._replace(path="--size") for each in error.problems)
        raise TechradarError(*in_order(problems), exit_code=Exit.USAGE) from None


def _drawn(radar: Radar, wanted: list[Wanted], places: Places, failure: Exit, *, force: bool) -> dict[Path, bytes]:
    """All pictures, before the first is written; the problems of all of them at once."""
    from techradar.publish.pictures import picture

    made: dict[Path, bytes] = {}
    problems: list[Problem] = []
    notes: list[Problem] = []
    for one in wanted:
        problems += _in_the_way(one, places, force=force)
        try:
            made[one.path], scene = picture(radar, one)
        except TechradarError as error:
            problems += (places.told(each, one) for each in error.problems)
            continue
        path = one.path.as_posix()
        notes += (problem("sheet-grown", path, phrase("render.sheet-grown", size=size)) for _, size in scene.notes)
    if problems:
        files = exit_code(problems) is Exit.FILES
        raise TechradarError(*in_order(problems), exit_code=Exit.FILES if files else failure)
    common.tell(notes)
    return made


def _in_the_way(one: Wanted, places: Places, *, force: bool) -> list[Problem]:
    """Why a picture cannot be written where it goes: no folder, no leave, or what is there is no picture of ours."""
    from techradar import files

    try:
        files.make_sure(one.path)
        why = None if force else _not_ours(one.path)
    except TechradarError as error:
        return [places.told(each, one) for each in error.problems]
    return [] if why is None else [problem("file-exists", one.path.as_posix(), *why)]


def _not_ours(path: Path) -> tuple[Phrase, Phrase] | None:
    """Why a file is not to be replaced, and the way out: another made it, or somebody changed it. None where it may be.

    A pipe or a device is not read. Of what git or an accident has left of a picture nothing is lost.
    """
    from techradar import files
    from techradar.draw.digest import LIMIT, digest_in, is_edited, is_merged, is_whole

    if not path.exists():
        return None
    data = files.read_bytes(path, LIMIT) if path.is_file() else b""
    if len(data) > LIMIT or digest_in(data) is None:
        return phrase("render.file-exists"), phrase("render.file-exists.hint")
    if is_edited(data) and is_whole(data) and not is_merged(data):
        return phrase("render.edited"), phrase("render.edited.hint")
    return None


def _write(made: dict[Path, bytes]) -> None:
    from techradar import files

    files.write_all(made)
    for path in made:
        common.product(path.as_posix())
