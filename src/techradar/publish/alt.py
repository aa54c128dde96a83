"""The texts beside a picture, for those who do not see it: a short one, and a long one that says all that it says.

The short one is the alternative text of a page or a document, under 255 characters and not beginning with "picture
of" (digst.dk, Tilgængelige billeder på nettet). Both are plain text in the picture's language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from techradar.courses import courses
from techradar.history import Movement, Snapshot, Standing
from techradar.language import Language, listed, text
from techradar.layout import blank, matrix_words, trend_words, words
from techradar.model import Basis, Radar, Ring
from techradar.publish.pictures import Wanted, seen
from techradar.publish.state import Asked
from techradar.scoring import third

LONGEST = 254  # characters of the short text
LEAST_TITLE = 120  # of them for the title


def alternative(radar: Radar, wanted: Wanted) -> str:
    """Both texts under their headings. Raises TechradarError where `wanted` refers to what the radar has not."""
    shown, asked = seen(radar, wanted)
    language = asked.language
    if wanted.blank:
        said = _blank(shown, asked, wanted.view)
        return "\n".join(
            [text("alt.short", language), said, "", text("alt.long", language), _title(shown, asked), said]
        )
    parts = [
        text("alt.short", language),
        short(shown, asked),
        "",
        text("alt.long", language),
        *long(shown, asked, numbered=wanted.labels == "numbers"),
    ]
    return "\n".join(parts)


def short(shown: Snapshot, asked: Asked) -> str:
    """The text in at most 254 characters: what it is, how many where, what is new; the last go first."""
    language = asked.language
    counts = words.counted(shown, language)
    sentences = [
        _shortened(_title(shown, asked), max(LEAST_TITLE, LONGEST - len(counts) - 2)) + ".",
        counts,
        words.rings_counted(shown, language),
        *_news_counted(shown, language),
        *_highlighted(shown, asked),
        *words.largest_gap(shown, language),
    ]
    said = ""
    for sentence in sentences:
        longer = f"{said} {sentence}".strip().replace("\u00a0", " ")
        if len(longer) <= LONGEST:
            said = longer
    return said


def _view(asked: Asked) -> str:
    return dict(asked.options).get("view", "radar")


def _title(shown: Snapshot, asked: Asked) -> str:
    """The title of the view."""
    language, given = asked.language, asked.title
    if _view(asked) == "matrix":
        given = text("views.matrix.title", language, title=given or shown.configuration.title)
    elif _view(asked) == "trend":
        given = trend_words.title(shown, language, given)
    return words.title(shown, language, given)


def _blank(shown: Snapshot, asked: Asked, view: str) -> str:
    if view == "matrix":
        return matrix_words.description(shown, asked.language, empty=True)
    return blank.description(text("views.blank.rings", asked.language), asked.language)


def _more(shown: Snapshot, asked: Asked) -> dict[str, list[str]]:
    """What a view says of each technology beside its ring, by id: its levels, or its way through the editions."""
    if _view(asked) == "matrix":
        return {s.technology.id: matrix_words.said(s, asked.language) for s in shown.standings}
    if _view(asked) == "trend":
        return {way.technology.id: [trend_words.way(way, shown, named=False)] for way in courses(shown)}
    return {}


def _shortened(title: str, most: int) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"


def _news_counted(shown: Snapshot, language: Language) -> Iterator[str]:
    if shown.previous is None:
        return
    found = words.changes(shown, language)
    parts = [text(f"alt.count.{movement.value}", language, n=len(of_it)) for movement, of_it in found.items()]
    if parts:
        yield text("alt.since", language, edition=shown.previous.name, parts=listed(parts, language))
    else:
        yield from words.news(shown, language)


def _highlighted(shown: Snapshot, asked: Asked) -> Iterator[str]:
    language = asked.language
    names = [s.technology.name for s in shown.standings if s.technology.id in asked.highlight]
    if names:
        yield text("alt.highlighted", language, names=listed(names, language))


def long(shown: Snapshot, asked: Asked, *, numbered: bool) -> Iterator[str]:
    """The lines of the long text: the head, every technology ring by ring, what is new, and the method."""
    language, configuration = asked.language, shown.configuration
    view = _view(asked)
    yield _title(shown, asked)
    yield words.subtitle(shown, language).replace("\u00a0", " ")
    yield from words.area_lines(shown, language)[1:]
    if configuration.subtitle:
        yield " ".join(configuration.subtitle.split())
    yield ""
    first, last = configuration.rings[0], configuration.rings[-1]
    if view == "matrix":
        yield matrix_words.description(shown, language, empty=False)
    elif view == "trend":
        yield trend_words.description(shown, courses(shown), language)
    else:
        yield words.counted(shown, language).replace("\u00a0", " ")
        yield text("alt.read", language, first=words.shown(first), last=words.shown(last), n=len(configuration.sectors))
    yield from _highlighted(shown, asked)
    mixed = words.mixed_basis(shown)
    more = _more(shown, asked)
    counts = Counter(standing.ring.id for standing in shown.standings)
    for ring in configuration.rings:
        yield ""
        yield _ring_heading(ring, counts[ring.id], language)
        for standing in (each for each in shown.standings if each.ring.id == ring.id):
            number = f"{standing.number} " if numbered else ""
            said = [*_said(standing, shown, language, mixed=mixed), *more.get(standing.technology.id, ())]
            yield f"- {number}{', '.join(said)}"
    news = list(words.news(shown, language))
    if news and shown.previous is not None:
        yield ""
        yield text("picture.news", language, edition=shown.previous.name)
        yield from news
    gap = list(words.largest_gap(shown, language))
    if gap:
        yield ""
        yield from gap
    yield ""
    yield text("alt.method", language)
    placed = {
        "matrix": lambda: matrix_words.method(shown, language, False),
        "trend": lambda: trend_words.method(shown, language),
    }
    yield from words.method(shown, language, placed=placed[view]() if view in placed else None)


def _ring_heading(ring: Ring, count: int, language: Language) -> str:
    advice = " ".join((ring.advice or "").split())
    said = f"{words.shown(ring)} ({advice})" if advice else words.shown(ring)
    return f"{said}: {text('picture.ring-count', language, n=count)}"


def _said(standing: Standing, shown: Snapshot, language: Language, *, mixed: bool) -> Iterator[str]:
    """What a blip says: its name and sector, its movement, its fill, its outline, whose figure it is."""
    yield f"{standing.technology.name} ({standing.sector.name})"
    if standing.movement not in {None, Movement.SAME}:
        came_from = words.shown(standing.came_from) if standing.came_from is not None else ""
        yield text(f"picture.blip.{standing.movement}", language, ring=came_from)
    configuration = shown.configuration
    if configuration.placement in {"maturity", "adoption"} and configuration.maturity and configuration.adoption:
        other = "adoption" if configuration.placement == "maturity" else "maturity"
        name = words.scale_name(shown, other, language)
        yield text(f"picture.marks.{third(standing.other)}", language, scale=name)
    if mixed and standing.basis is Basis.JUDGEMENT:
        yield text("alt.judgement", language)
    if not standing.own:
        yield text("picture.blip.shared", language)
