"""What must hold across a radar's files: what one file alone cannot tell.

Each rule yields problems at their place; `check` runs them all. The day is passed in, since notes depend on it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from techradar.dues import dues
from techradar.history import MissingFigure, Place, course
from techradar.language import Phrase, phrase
from techradar.model import Area, AreaAssessment, Assessment, Basis, Configuration, Figure, Technology, meanings
from techradar.model.configuration import Named, references
from techradar.model.values import did_you_mean, folded
from techradar.problems import Problem
from techradar.scoring import basis_and_source
from techradar.yamltree import Tree

FEW_ANSWERS = 5  # below this a figure says more about persons than about practice
PICTURE_SUFFIXES = (".svg", ".png", ".pdf")


class Read(NamedTuple):
    """What was read of a radar: the configuration and the technologies, each with the tree it came from.

    `complete` says that no technology's file was left out for its errors: only then is a name that none of the
    technologies has a mistake.
    """

    configuration: Configuration
    tree: Tree
    technologies: tuple[tuple[Technology, Tree], ...]
    today: date
    complete: bool = True


def check(read: Read) -> Iterator[Problem]:
    """All problems across the files of a radar."""
    for rule in RULES:
        yield from rule(read)


def names_are_unique(read: Read) -> Iterator[Problem]:
    """No two technologies share a name, and no name is another's alias."""
    first: dict[str, Tree] = {}
    aliases: dict[str, Technology] = {}
    for technology, tree in read.technologies:
        name = folded(technology.name)
        if name in first:
            message = phrase("rules.same-name", name=technology.name, other=first[name].path)
            yield tree.problem(("name",), "same-name", message, phrase("rules.same-name.hint"))
        first.setdefault(name, tree)
        for alias in technology.aliases:
            aliases.setdefault(folded(alias), technology)
    for technology, tree in read.technologies:
        other = aliases.get(folded(technology.name))
        if other is not None and other.id != technology.id:
            message = phrase("rules.name-is-alias", name=technology.name, other=other.name)
            yield tree.problem(("name",), "name-is-alias", message, phrase("rules.name-is-alias.hint"))


def assessments_place(read: Read) -> Iterator[Problem]:
    """Every edition gives a technology a ring, and a ring that is stated agrees with the figures."""
    areas = {area.id: area for area in read.configuration.areas}
    for technology, tree in read.technologies:
        try:
            overall = course(read.configuration, technology)
        except MissingFigure as missing:
            at = [a.edition for a in technology.assessments].index(missing.edition)
            hint = _what_places(read.configuration)
            message = phrase("rules.missing-figure", edition=missing.edition)
            yield tree.problem(("assessments", at, "edition"), "missing-figure", message, hint)
            continue
        yield from _rings_agree(read.configuration, technology, tree, None, overall)
        for id in dict.fromkeys(id for a in technology.assessments for id in a.areas):
            places = course(read.configuration, technology, areas[id])
            yield from _rings_agree(read.configuration, technology, tree, areas[id], places)


def _what_places(configuration: Configuration) -> Phrase:
    """What to write so that an assessment gives a place: the figures that the placement needs, or a ring."""
    match configuration.placement:
        case "maturity" | "adoption" as one:
            return phrase("rules.missing-figure.one", key=one)
        case None:
            return phrase("rules.missing-figure.ring")
    return phrase("rules.missing-figure.both")


def _rings_agree(
    configuration: Configuration, technology: Technology, tree: Tree, area: Area | None, places: list[Place]
) -> Iterator[Problem]:
    for number, assessment in enumerate(technology.assessments):
        said: AreaAssessment | None = assessment if area is None else assessment.areas.get(area.id)
        if said is None or said.ring is None or not said.has_figures:
            continue
        names = {ring.id: ring.name for ring in configuration.rings}
        at = [edition.id for edition in configuration.editions].index(assessment.edition)
        place = places[at]
        if place.score is None or place.ring is None or place.ring.id == said.ring:
            continue
        loc = ("assessments", number, *(("areas", _key(tree, number, area)) if area else ()), "ring")
        message = phrase("rules.ring-disagrees", ring=names[said.ring], score=place.score, placed=place.ring.name)
        yield tree.problem(loc, "ring-disagrees", message, phrase("rules.ring-disagrees.hint", placed=place.ring.name))


def _key(tree: Tree, number: int, area: Area) -> str:
    """The key under which an assessment's file speaks of an area: its id or its name."""
    areas: dict[str, object] = tree.values["assessments"][number]["areas"]
    return next(key for key in areas if folded(key) in {folded(area.id), folded(area.name)})


def answers_are_many(read: Read) -> Iterator[Problem]:
    """A figure that rests on answers rests on at least five."""
    areas = {area.id: area for area in read.configuration.areas}
    for technology, tree in read.technologies:
        for number, assessment in enumerate(technology.assessments):
            for id, said in (("", assessment), *assessment.areas.items()):
                for name, figure in (("maturity", said.maturity), ("adoption", said.adoption)):
                    n = _answers(read.configuration, figure, name)
                    if n is not None and n < FEW_ANSWERS:
                        within = ("areas", _key(tree, number, areas[id])) if id else ()
                        message = phrase("rules.few-answers", n=n)
                        hint = phrase("rules.few-answers.hint", least=FEW_ANSWERS)
                        loc = ("assessments", number, *within, name)
                        yield tree.problem(loc, "few-answers", message, hint)


def _answers(configuration: Configuration, figure: Figure | None, scale_name: str) -> int | None:
    """How many counted answers a figure rests on, where there is one and that is known."""
    if figure is None or (figure.n is None and figure.counts is None):
        return None
    scale = configuration.scale(scale_name)
    return None if scale is None else figure.number_of_answers(scale)


def cases_have_sources(read: Read) -> Iterator[Problem]:
    """A case names a municipality or an organisation, and one about another municipality names its source."""
    ours = read.configuration.municipality
    for technology, tree in read.technologies:
        for number, case in enumerate(technology.cases):
            who = case.municipality or case.organisation or ours
            if who is None or (case.municipality and case.organisation):
                hint = phrase("rules.case-of-nobody.hint")
                yield tree.problem(("cases", number), "case-of-nobody", phrase("rules.case-of-nobody"), hint)
            elif case.municipality and case.municipality != ours and case.url is None:
                message = phrase("rules.case-without-source", municipality=case.municipality)
                hint = phrase("rules.case-without-source.hint")
                yield tree.problem(("cases", number), "case-without-source", message, hint)


def links_are_secure(read: Read) -> Iterator[Problem]:
    """Links go over https."""
    for technology, tree in read.technologies:
        addresses = [(("links", n, "url"), link.url) for n, link in enumerate(technology.links)]
        addresses += [(("cases", n, "url"), case.url) for n, case in enumerate(technology.cases) if case.url]
        for loc, address in addresses:
            if address.startswith("http:"):
                message = phrase("rules.link-over-http", url=address)
                hint = phrase("rules.link-over-http.hint", url="https" + address[4:])
                yield tree.problem(loc, "link-over-http", message, hint)


def colors_are_seen(read: Read) -> Iterator[Problem]:
    """A sector's own colour is legible as the sector's name on the sheet, and seen as its blips on the rings.

    Only on the light theme: the dark one adjusts it, the one of one ink has none.
    """
    if not any(sector.color for sector in read.configuration.sectors):
        return
    from techradar.theme import LIGHT

    rings = read.configuration.rings
    for number, sector in enumerate(read.configuration.sectors):
        lacking = LIGHT.shortfall(sector.color, len(rings)) if sector.color is not None else None
        if sector.color is None or lacking is None:
            continue
        ratio, needed, place = lacking
        # Rounded down: 4.46 is not the 4.5 that is needed.
        said = {"color": sector.color, "ratio": math.floor(ratio * 10) / 10, "needed": needed}
        if place is None:
            message = phrase("rules.low-contrast.sheet", **said, ground=LIGHT.paper)
        else:
            ground = LIGHT.ring_fills(len(rings))[place]
            message = phrase("rules.low-contrast.ring", **said, ring=rings[place].name, ground=ground)
        hint = phrase("rules.low-contrast.hint", color=LIGHT.legible(sector.color))
        yield read.tree.problem(("sectors", number, "color"), "low-contrast", message, hint)


def outputs_can_be_made(read: Read) -> Iterator[Problem]:
    """An output is a picture inside the parent of the radar's folder, named once, of things that there are."""
    configuration, tree = read.configuration, read.tree
    kinds: dict[str, tuple[Named, ...]] = {
        "edition": configuration.editions,
        "area": configuration.areas,
        "sector": configuration.sectors,
        "ring": configuration.rings,
    }
    files: dict[str, int] = {}
    for number, output in enumerate(configuration.outputs):
        loc = ("outputs", number, "file")
        mistaken = list(output.mistakes())
        for key, code, said, way_out in mistaken:
            yield tree.problem(("outputs", number, key), code, said, way_out)
        yield from _output_file(tree, loc, output.file)
        if files.setdefault(folded(str(PurePosixPath(output.file))), number) != number:
            message = phrase("rules.same-output", file=output.file)
            yield tree.problem(loc, "same-output", message, phrase("rules.same-output.hint"))
        for kind, parts in kinds.items():
            word = getattr(output, kind)
            if word is not None and folded(word) not in references(parts):
                hint = did_you_mean(word, [part.name for part in parts])
                message = phrase(f"model.unknown-{kind}", value=word)
                yield tree.problem(("outputs", number, kind), f"unknown-{kind}", message, hint)
        if read.complete:
            yield from _output_words(read, number)
        if not mistaken and (output.view != "radar" or output.blank):
            from techradar.views import OF_TECHNOLOGIES, unfit

            edition = references(configuration.editions).get(folded(output.edition or ""))
            shown = next((one for one in configuration.editions if one.id == edition), None)
            chosen = output.model_fields_set.intersection(OF_TECHNOLOGIES)
            for option, code, message, hint in unfit(configuration, output.view, shown, output.blank, chosen):
                yield tree.problem(("outputs", number, option), code, message, hint)


def _output_file(tree: Tree, loc: tuple[str | int, ...], file: str) -> Iterator[Problem]:
    path = PurePosixPath(file.replace("\\", "/"))
    depth = lowest = 0
    for part in path.parts:
        depth += -1 if part == ".." else 0 if part == "." else 1
        lowest = min(lowest, depth)
    if path.is_absolute() or lowest < -1 or re.match(r"[A-Za-z]:|~", file):
        message = phrase("rules.output-outside", file=file)
        yield tree.problem(loc, "output-outside", message, phrase("rules.output-outside.hint"))
    elif path.suffix.lower() not in PICTURE_SUFFIXES:
        hint = phrase("rules.unknown-suffix.hint", suffixes=PICTURE_SUFFIXES)
        yield tree.problem(loc, "unknown-suffix", phrase("rules.unknown-suffix", file=file), hint)


def _output_words(read: Read, number: int) -> Iterator[Problem]:
    output = read.configuration.outputs[number]
    known = meanings(technology for technology, _ in read.technologies)
    names = [technology.name for technology, _ in read.technologies]
    for place, word in enumerate(output.highlight):
        if folded(word) not in known:
            message = phrase("rules.unknown-technology", value=word)
            loc = ("outputs", number, "highlight", place)
            yield read.tree.problem(loc, "unknown-technology", message, did_you_mean(word, names))
    tags = sorted({tag for technology, _ in read.technologies for tag in technology.tags})
    if output.tag is not None and folded(output.tag) not in map(folded, tags):
        message = phrase("rules.unknown-tag", value=output.tag)
        yield read.tree.problem(("outputs", number, "tag"), "unknown-tag", message, did_you_mean(output.tag, tags))


def days_have_not_passed(read: Read) -> Iterator[Problem]:
    """Notes: reviews, decisions and trials whose day is past."""
    for technology, tree in read.technologies:
        for due in dues(read.configuration, technology, read.today, ahead=-1):
            day = due.day  # written out where it is shown, as the language writes it
            if due.kind == "review":
                message, hint = phrase("rules.review-due", day=day), phrase("rules.review-due.hint")
                yield tree.problem(due.place, "review-due", message, hint)
            elif due.kind == "trial":
                message, hint = phrase("rules.trial-due", day=day), phrase("rules.trial-due.hint")
                yield tree.problem(due.place, "trial-due", message, hint)
            else:
                message, hint = phrase("rules.decision-due", day=day), phrase("rules.decision-due.hint")
                yield tree.problem(due.place, "decision-due", message, hint)


def days_are_in_order(read: Read) -> Iterator[Problem]:
    """No question is answered before it was raised, no trial ends before it began, nothing is due before its decision.

    What is being prepared may well be decided before it begins, and what is in operation was decided before that.
    """
    for technology, tree in read.technologies:
        for loc, key, earlier, later in _pairs_of_days(technology):
            if earlier is not None and later is not None and later < earlier:
                message = phrase(f"rules.days-out-of-order.{key}", earlier=earlier, later=later)
                hint = phrase("rules.days-out-of-order.hint")
                yield tree.problem((*loc, key), "days-out-of-order", message, hint)


def _pairs_of_days(technology: Technology) -> Iterator[tuple[tuple[str | int, ...], str, date | None, date | None]]:
    """Two days that follow on each other: where they stand, the key of the later one, and both."""
    for number, question in enumerate(technology.dialogue.questions if technology.dialogue is not None else ()):
        yield ("dialogue", "questions", number), "answered", question.raised, question.answered
    for number, case in enumerate(technology.cases):
        if case.stage == "pilot":
            yield ("cases", number), "decide_by", case.since, case.decide_by
    for number, decision in enumerate(technology.decisions):
        yield ("decisions", number), "due", decision.date, decision.due


def reasons_are_given(read: Read) -> Iterator[Problem]:
    """Notes: judgements without a reason, and technologies that the newest edition carries forward."""
    newest = read.configuration.default_edition
    for technology, tree in read.technologies:
        for number, assessment in enumerate(technology.assessments):
            if assessment.reason is None and not assessment.retired and _is_judgement(assessment):
                message = phrase("rules.no-reason", edition=assessment.edition)
                hint = phrase("rules.no-reason.hint")
                yield tree.problem(("assessments", number), "no-reason", message, hint)
        order = [edition.id for edition in read.configuration.editions]
        heard = [a for a in technology.assessments if order.index(a.edition) <= order.index(newest.id)]
        if heard and heard[-1].edition != newest.id and not heard[-1].retired:
            message = phrase("rules.carried-forward", edition=newest.id, latest=heard[-1].edition)
            yield tree.problem(("assessments",), "carried-forward", message, at_key=True)


def _is_judgement(assessment: Assessment) -> bool:
    figures = [figure for figure in (assessment.maturity, assessment.adoption) if figure is not None]
    said = (assessment.basis, assessment.source)
    bases = [basis_and_source(figure, said)[0] for figure in figures] or [assessment.basis or Basis.JUDGEMENT]
    return Basis.JUDGEMENT in bases


RULES: tuple[Callable[[Read], Iterator[Problem]], ...] = (
    names_are_unique,
    assessments_place,
    answers_are_many,
    cases_have_sources,
    links_are_secure,
    colors_are_seen,
    outputs_can_be_made,
    days_are_in_order,
    days_have_not_passed,
    reasons_are_given,
)
