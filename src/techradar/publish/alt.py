"""The texts beside a picture, for those who do not see it: a short one, and a long one that says all that it says.

The short one is the alternative text of a page or a document, under 255 characters and not beginning with "picture
of" (digst.dk, Tilgængelige billeder på nettet). Both are plain text in the picture's language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from techradar.courses import Course, Stop, courses
from techradar.history import Movement, Snapshot, Standing
from techradar.language import Language, listed, text
from techradar.layout import blank, matrix_words, trend_words, words
from techradar.model import Basis, Radar, Ring
from techradar.publish.pictures import Wanted, scene_of, seen
from techradar.publish.state import LABELS, Asked
from techradar.scoring import third

LONGEST = 254  # characters of the short text
LEAST_TITLE = 120  # of them for the title
LONGEST_NAMES = 110  # of them for the names of what is highlighted, before they are counted


def alternative(radar: Radar, wanted: Wanted) -> str:
    """Both texts under their headings. Raises TechradarError where `wanted` refers to what the radar has not."""
    shown, asked = seen(radar, wanted)
    language = asked.language
    if wanted.blank:
        brief, full = short_of_blank(shown, asked), list(_long_of_blank(shown, asked))
    else:
        numbered = dict(scene_of(radar, wanted).digest)[LABELS] == "numbers"
        brief, full = short(shown, asked), list(long(shown, asked, numbered=numbered))
    return "\n".join([text("alt.short", language), brief, "", text("alt.long", language), *full])


# --- The short text


def short(shown: Snapshot, asked: Asked) -> str:
    """The text in at most 254 characters: what it is, how many where, what the view is for; the last go first."""
    language, view = asked.language, _view(asked)
    counts = words.counted(shown, language)
    first = [(_shortened(_title(shown, asked), max(LEAST_TITLE, LONGEST - len(counts) - 2)) + ".",), (counts,)]
    if view == "matrix":
        # It shows neither rings nor what is new.
        return _fitted(
            [*first, _highlighted(shown, asked), *_gaps(shown, language, none_too=True), *_own(shown, language)]
        )
    moved = _changed_ring(shown, language) if view == "trend" else ()
    rest = [_highlighted(shown, asked), *moved, (words.rings_counted(shown, language),)]
    gaps = _gaps(shown, language) if view == "radar" else ()
    return _fitted([*first, *rest, *_news_counted(shown, language), *gaps, *_own(shown, language)])


def short_of_blank(shown: Snapshot, asked: Asked) -> str:
    """What a blank sheet is, in at most 254 characters."""
    said = _description_of_blank(shown, asked)
    title = _shortened(_title(shown, asked), max(LEAST_TITLE, LONGEST - len(said) - 2))
    return _fitted([(f"{title}.",), (said,)])


# A sentence, and shorter ways to say it.
Sentence = tuple[str, ...]


def _fitted(sentences: Iterable[Sentence]) -> str:
    """As many sentences as there is room for, the first ones first, each as full as the others leave room."""
    ways = [[way.replace("\u00a0", " ") for way in sentence] for sentence in sentences if sentence]
    chosen: dict[int, str] = {}

    def length() -> int:
        return sum(len(said) + 1 for said in chosen.values()) - 1

    for place, sentence in enumerate(ways):
        chosen[place] = sentence[-1]
        if length() > LONGEST:
            del chosen[place]
    for place, sentence in enumerate(ways):
        for way in sentence if place in chosen else ():
            least, chosen[place] = chosen[place], way
            if length() <= LONGEST:
                break
            chosen[place] = least
    return " ".join(chosen[place] for place in sorted(chosen))


def _gaps(shown: Snapshot, language: Language, *, none_too: bool = False) -> Iterator[Sentence]:
    """What is mature but not in use, and the other way round: by name, else how many; of a matrix also that none is."""
    parted = matrix_words.parted(shown)
    if not any(parted.values()) and none_too and any(s.maturity and s.adoption for s in shown.standings):
        yield (text("alt.gap.none", language),)
    for side, standings in parted.items():
        if standings:
            names = listed((standing.technology.name for standing in standings), language)
            what = text(f"views.matrix.{side}", language)
            named = text("views.matrix.description.gap", language, what=what, names=names)
            yield named, text(f"alt.gap.{side}", language, n=len(standings))


def _changed_ring(shown: Snapshot, language: Language) -> Iterator[Sentence]:
    """On a trend, how many of those shown have been in another ring; not where the news says it, of two editions."""
    ways = [way for way in courses(shown) if way.standing is not None]
    n = sum(any(_moved(way.stops)) for way in ways)
    if ways and len(ways[0].stops) > 2:
        first = shown.configuration.editions[0].name
        yield (text("alt.changed-ring", language, n=n, total=len(ways), edition=first),)


def _moved(stops: Iterable[Stop | None]) -> Iterator[bool]:
    """Of each stop after the first, whether it is in another ring than the one before and can be compared with it."""
    known = [stop for stop in stops if stop is not None]
    return (now.ring != before.ring and not now.apart for before, now in pairwise(known))


def _own(shown: Snapshot, language: Language) -> Iterator[Sentence]:
    """On an area's radar, how many assessments are its own."""
    for said in words.area_lines(shown, language)[1:]:
        yield (said if said.endswith(".") else f"{said}.",)


def _view(asked: Asked) -> str:
    return dict(asked.options).get("view", "radar")


def _title(shown: Snapshot, asked: Asked) -> str:
    """The title of the view, and that it is a draft."""
    language, given = asked.language, asked.title
    if _view(asked) == "matrix":
        given = text("views.matrix.title", language, title=given or shown.configuration.title)
    elif _view(asked) == "trend":
        given = trend_words.title(shown, language, given)
    title = words.title(shown, language, given)
    return text("alt.draft", language, title=title) if shown.edition.draft else title


def _shortened(title: str, most: int) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"


def _news_counted(shown: Snapshot, language: Language) -> Iterator[Sentence]:
    if shown.previous is None:
        return
    found = words.changes(shown, language)
    parts = [text(f"alt.count.{movement.value}", language, n=len(of_it)) for movement, of_it in found.items()]
    if parts:
        yield (text("alt.since", language, edition=shown.previous.name, parts=listed(parts, language)),)
    else:
        yield from ((said,) for said in words.news(shown, language))


def _highlighted(shown: Snapshot, asked: Asked) -> Sentence:
    language = asked.language
    names = [s.technology.name for s in shown.standings if s.technology.id in asked.highlight]
    if not names:
        return ()
    named = text("alt.highlighted", language, names=listed(names, language))
    # A few names are what the picture is about, and come before all that follows.
    return (named,) if len(named) <= LONGEST_NAMES else (named, text("alt.highlighted.count", language, n=len(names)))


# --- The long text


def long(shown: Snapshot, asked: Asked, *, numbered: bool) -> Iterator[str]:
    """The lines of the long text: the head, every technology in the order of the view, what is new, and the method."""
    language, view = asked.language, _view(asked)
    yield from _head(shown, asked)
    if view == "matrix":
        yield matrix_words.description(shown, language, empty=False)
    else:
        yield words.counted(shown, language).replace("\u00a0", " ")
    if view == "radar":
        rings = shown.configuration.rings
        sectors = len(shown.configuration.sectors)
        yield text("alt.read", language, first=words.shown(rings[0]), last=words.shown(rings[-1]), n=sectors)
    elif view == "trend":
        yield from trend_words.earlier(shown, courses(shown), language)
    yield from _highlighted(shown, asked)[:1]
    if view == "matrix":
        yield from _by_field(shown, language, numbered=numbered)
    else:
        yield from _by_ring(shown, asked, numbered=numbered)
    news = list(words.news(shown, language)) if view != "matrix" else []
    if news and shown.previous is not None:
        yield ""
        yield text("picture.news", language, edition=shown.previous.name)
        yield from news
    gap = list(words.largest_gap(shown, language)) if view == "radar" else []
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


def _head(shown: Snapshot, asked: Asked) -> Iterator[str]:
    language, configuration = asked.language, shown.configuration
    yield _title(shown, asked)
    yield words.subtitle(shown, language).replace("\u00a0", " ")
    yield from words.area_lines(shown, language)[1:]
    if configuration.subtitle:
        yield " ".join(configuration.subtitle.split())
    yield ""


def _by_ring(shown: Snapshot, asked: Asked, *, numbered: bool) -> Iterator[str]:
    """Every technology under its ring, on a trend with its way; there also what was taken off."""
    language = asked.language
    trend = _view(asked) == "trend"
    mixed = words.mixed_basis(shown)
    ways = {way.technology.id: way for way in courses(shown)} if trend else {}
    counts = Counter(standing.ring.id for standing in shown.standings)
    for ring in shown.configuration.rings:
        yield ""
        yield _ring_heading(ring, counts[ring.id], language)
        for standing in (each for each in shown.standings if each.ring.id == ring.id):
            said = list(_said(standing, shown, language, mixed=mixed, moved=not trend))
            if trend:
                said.append(_way(ways[standing.technology.id], shown, language))
            yield _item(standing, said, numbered=numbered)
    gone = [way for way in ways.values() if way.standing is None]
    if gone:
        yield ""
        yield f"{text('picture.news.retired', language)}: {text('picture.ring-count', language, n=len(gone))}"
        sectors = {sector.id: sector.name for sector in shown.configuration.sectors}
        for way in gone:
            yield f"- {way.technology.name} ({sectors[way.technology.sector]}), {_way(way, shown, language)}"


def _item(standing: Standing, said: Iterable[str], *, numbered: bool) -> str:
    number = f"{standing.number} " if numbered else ""
    return f"- {number}{', '.join(said)}"


def _stretches(way: Course) -> list[tuple[int, int | None]]:
    """The editions (0 oldest) on which a technology came into a ring or went off the radar (none), in order."""
    found: list[tuple[int, int | None]] = []
    for at, stop in enumerate(way.stops):
        ring = stop.ring if stop is not None else None
        if found[-1][1] != ring if found else ring is not None:
            found.append((at, ring))
    return found


def _way(way: Course, shown: Snapshot, language: Language) -> str:
    """A technology's rings by the editions on which it came into them: "2022 AFPRØV, 2024 KLAR", "KLAR siden 2022"."""
    editions, rings = shown.configuration.editions, shown.configuration.rings
    stretches = [
        (editions[at].name, words.shown(rings[ring]) if ring is not None else text("alt.off", language))
        for at, ring in _stretches(way)
    ]
    if len(stretches) == 1:
        ((edition, ring_name),) = stretches
        return text("alt.ring-since", language, ring=ring_name, edition=edition)
    return ", ".join(f"{edition} {where}" for edition, where in stretches)


def _by_field(shown: Snapshot, language: Language, *, numbered: bool) -> Iterator[str]:
    """Every technology of a matrix under its level of maturity, the highest first, with its adoption."""
    maturity, adoption = (words.scale_name(shown, kind, language) for kind in ("maturity", "adoption"))
    mixed = words.mixed_basis(shown)
    rows: dict[int | None, list[Standing]] = {}
    for standing in shown.standings:
        rows.setdefault(matrix_words.level(standing.maturity), []).append(standing)
    if rows:
        yield text("alt.matrix.read", language, maturity=maturity, adoption=adoption)
    for row in sorted(rows, key=lambda row: -1 if row is None else row, reverse=True):
        scale = shown.configuration.maturity
        assert scale is not None, "a matrix has both scales"
        name = scale.levels[row].name if row is not None else text("views.matrix.unknown", language)
        yield ""
        yield f"{maturity}, {name}: {text('picture.ring-count', language, n=len(rows[row]))}"
        for standing in sorted(rows[row], key=_falling_adoption):
            of_maturity, of_adoption = matrix_words.figures(standing, language)
            said = list(_said(standing, shown, language, mixed=mixed, moved=numbered))
            between = [text("views.matrix.blip.figure", language, scale=maturity, level=of_maturity)]
            yield _item(standing, [*said, of_adoption, *(between if of_maturity != name else ())], numbered=numbered)


def _falling_adoption(standing: Standing) -> tuple[int, int]:
    level = matrix_words.level(standing.adoption)
    return -1 if level is None else -level - 2, standing.number


# --- Blank sheets


def _description_of_blank(shown: Snapshot, asked: Asked) -> str:
    if _view(asked) == "matrix":
        return matrix_words.description(shown, asked.language, empty=True)
    return blank.description(text("views.blank.rings", asked.language), asked.language)


def _long_of_blank(shown: Snapshot, asked: Asked) -> Iterator[str]:
    """What is on a blank sheet before anybody writes on it."""
    language, configuration = asked.language, shown.configuration
    yield from _head(shown, asked)
    yield _description_of_blank(shown, asked)
    if _view(asked) == "matrix":
        for kind in ("maturity", "adoption"):
            scale = configuration.scale(kind)
            if scale is not None:
                names = listed((level.name for level in scale.levels), language)
                yield text("alt.blank.levels", language, scale=words.scale_name(shown, kind, language), names=names)
    else:
        rings = ((words.shown(ring), " ".join((ring.advice or "").split())) for ring in configuration.rings)
        said = listed((f"{ring} ({advice})" if advice else ring for ring, advice in rings), language)
        yield text("alt.blank.rings", language, names=said)
        yield text("alt.blank.sectors", language, names=listed((s.name for s in configuration.sectors), language))


def _ring_heading(ring: Ring, count: int, language: Language) -> str:
    advice = " ".join((ring.advice or "").split())
    said = f"{words.shown(ring)} ({advice})" if advice else words.shown(ring)
    return f"{said}: {text('picture.ring-count', language, n=count)}"


def _said(standing: Standing, shown: Snapshot, language: Language, *, mixed: bool, moved: bool) -> Iterator[str]:
    """What a blip says: its name and sector, its movement where `moved`, its fill, its outline, whose figure it is."""
    yield f"{standing.technology.name} ({standing.sector.name})"
    if moved and standing.movement not in {None, Movement.SAME}:
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
