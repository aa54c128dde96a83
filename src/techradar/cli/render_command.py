"""`techradar render`: pictures as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from techradar.cli import common, completion
from techradar.cli.words import say
from techradar.language import phrase
from techradar.problems import Exit, Problem, TechradarError, problem

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
        title=_legible(title),
        lang=lang,
    )
    if alt:
        _tell(radar, options)
        return
    outputs = radar.configuration.outputs
    if out:
        listed = (
            {}
            if options != Wanted(Path("radar.svg"))
            else {(each := of_output(output, loaded.folder)).path.resolve(): each for output in outputs}
        )
        # A file that is among the outputs is what they say, unless the command line says otherwise.
        wanted = [replace(listed.get(path.resolve(), options), path=path) for path in out]
    elif not outputs:
        wanted = [options]
    elif options != Wanted(Path("radar.svg")):
        # The outputs say themselves what they show; options would silently make them say something else.
        common.refuse("no-file-named", phrase("render.no-file-named"), phrase("render.no-file-named.hint"))
    else:
        wanted = [of_output(output, loaded.folder) for output in outputs]
    # What is named on the command line is wrong usage where it cannot be drawn; outputs are part of the radar.
    failure = Exit.USAGE if out or not outputs else Exit.PROBLEMS
    if check:
        from techradar.cli.checking import check as compare

        compare(radar, wanted, failure)
    _write(_drawn(radar, wanted, failure), force=force)


def _legible(title: str | None) -> str | None:
    """A title on one line; wrong usage where it holds what no file of a radar may hold either."""
    from techradar.yamlnodes import BIDI, CONTROL

    line = " ".join(title.split()) if title is not None else None
    for code, pattern in (("control-character", CONTROL), ("bidi-character", BIDI)):
        found = pattern.search(line or "")
        if found is not None:
            message = phrase(f"yaml.{code}", character=f"U+{ord(found[0]):04X}")
            raise TechradarError(problem(code, "--title", message, phrase(f"yaml.{code}.hint")), exit_code=Exit.USAGE)
    return line


def _only_one(*options: tuple[str, bool]) -> None:
    """Refuse options that do not go together."""
    given = [name for name, wanted in options if wanted]
    if len(given) > 1:
        message = phrase("render.one-of", options=given)
        common.refuse("wrong-usage", message, phrase("render.one-of.hint"))


def _tell(radar: Radar, wanted: Wanted) -> None:
    """Say the picture in words."""
    from techradar.publish.alt import alternative

    try:
        common.product(alternative(radar, wanted))
    except TechradarError as error:
        raise TechradarError(*error.problems, exit_code=Exit.USAGE) from None


def _drawn(radar: Radar, wanted: list[Wanted], failure: Exit) -> dict[Path, bytes]:
    """All pictures, before the first is written; the problems of all of them at once."""
    from techradar.publish.pictures import picture

    made: dict[Path, bytes] = {}
    problems: list[Problem] = []
    notes: list[Problem] = []
    for one in wanted:
        path = one.path.as_posix()
        try:
            made[one.path], scene = picture(radar, one)
        except TechradarError as error:
            # The layout knows of no file.
            problems += (each if each.path else each._replace(path=path) for each in error.problems)
            continue
        notes += (problem("sheet-grown", path, phrase("render.sheet-grown", size=size)) for _, size in scene.notes)
    if problems:
        raise TechradarError(*problems, exit_code=failure)
    common.tell(notes)
    return made


def _write(made: dict[Path, bytes], *, force: bool) -> None:
    from techradar import files

    blocked = [path for path in made if not force and _is_of_another(path)]
    if blocked:
        hint = phrase("render.file-exists.hint")
        raise TechradarError(
            *(problem("file-exists", path.as_posix(), phrase("render.file-exists"), hint) for path in blocked),
            exit_code=Exit.FILES,
        )
    files.write_all(made)
    for path in made:
        common.product(path.as_posix())


def _is_of_another(path: Path) -> bool:
    """Whether something is there that is no picture of ours; a pipe or a device is none, and is not read."""
    from techradar.draw.digest import read_digest

    return path.exists() and not path.is_dir() and not (path.is_file() and read_digest(path) is not None)
