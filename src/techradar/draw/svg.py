"""A scene as SVG, written straight as XML, with its font inside."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path as File

from techradar.draw.digest import NAMESPACE, as_text
from techradar.layout.arcs import letters_on_arc, straightened
from techradar.layout.scene import Circle, Group, Paint, Path, Scene, Shape, Text, walk

FAMILY = "Techradar Inter"
FALLBACK = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
WEIGHTS = {"regular": 400, "semibold": 600}
# Characters that XML 1.0 does not allow at all, and unpaired surrogates.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
_FIRST_RIGHT_TO_LEFT = "\u0590"


def to_svg(scene: Scene, *, prefix: str = "") -> bytes:
    """The scene as an SVG file, UTF-8. `prefix` goes before every id, for two pictures on one page."""
    return "\n".join(_file(scene, prefix)).encode()


def _file(scene: Scene, prefix: str) -> Iterator[str]:
    width, height = _number(scene.width), _number(scene.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" stroke-linejoin="round" '
        f'viewBox="0 0 {width} {height}" lang="{scene.language}" xml:lang="{scene.language}" role="img" '
        f'aria-labelledby="{_id("radar-title", prefix)} {_id("radar-desc", prefix)}">'
    )
    yield f'<title id="{_id("radar-title", prefix)}">{_escaped(scene.title)}</title>'
    yield f'<desc id="{_id("radar-desc", prefix)}">{_escaped(scene.description)}</desc>'
    if scene.digest:
        yield f'<metadata><digest xmlns="{NAMESPACE}">{_escaped(as_text(scene.digest))}</digest></metadata>'
    yield f"<style>{_style(scene)}</style>"
    yield f'<rect width="{width}" height="{height}" fill="{scene.background}"/>'
    for shape in scene.children:
        yield from _shape(shape, prefix)
    yield "</svg>\n"


def _style(scene: Scene) -> str:
    used = sorted({shape.weight for shape in walk(scene.children) if isinstance(shape, Text)})
    faces = "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{WEIGHTS[weight]};'
        f'src:url("data:font/woff2;base64,{_font(weight)}") format("woff2")}}'
        for weight in used
    )
    # Without kerning and ligatures a text is as wide as we measured it.
    return (
        f'{faces}text{{font-family:"{FAMILY}",{FALLBACK};font-kerning:none;font-variant-ligatures:none;'
        "text-rendering:geometricPrecision;white-space:pre}"
    )


@cache
def _font(weight: str) -> str:
    file = File(__file__).parent.parent / "data" / "fonts" / f"inter-{weight}.woff2"
    return base64.b64encode(file.read_bytes()).decode("ascii")


def _shape(shape: Shape, prefix: str) -> Iterator[str]:
    match shape:
        case Circle():
            centre = f'cx="{_number(shape.x)}" cy="{_number(shape.y)}"'
            yield f'<circle {centre} r="{_number(shape.radius)}"{_paint(shape.paint)}/>'
        case Path():
            yield f'<path d="{_steps(shape)}"{_paint(shape.paint)}/>'
        case Text():
            if shape.arc is None:
                yield _text(shape)
            else:
                yield from _text_on_arc(shape, shape.arc)
        case Group():
            yield from _group(shape, prefix)


def _group(group: Group, prefix: str) -> Iterator[str]:
    if group.href is not None:
        yield f'<a href="{_escaped(group.href)}">'
    named = f' id="{_id(group.id, prefix)}"' if group.id is not None else ""
    data = "".join(f' data-{name}="{_escaped(value)}"' for name, value in group.data)
    yield f"<g{named}{data}>"
    if group.title is not None:
        yield f"<title>{_escaped(group.title)}</title>"
    for child in group.children:
        yield from _shape(child, prefix)
    yield "</g>"
    if group.href is not None:
        yield "</a>"


def _paint(paint: Paint) -> str:
    attributes = f' fill="{paint.fill or "none"}"'
    if paint.stroke is not None:
        attributes += f' stroke="{paint.stroke}" stroke-width="{_number(paint.width)}"'
        if paint.dash:
            attributes += f' stroke-dasharray="{" ".join(map(_number, paint.dash))}"'
    return attributes


def _steps(path: Path) -> str:
    """The path's steps in SVG's own words; an arc has one radius there twice and no rotation."""
    parts = []
    for name, *values in path.steps:
        numbers = [_number(float(value)) for value in values]
        if name == "A":
            radius, large, clockwise, x, y = numbers
            numbers = [radius, radius, "0", large, clockwise, x, y]
        parts.append(f"{name}{' '.join(numbers)}")
    return "".join(parts)


def _text(text: Text) -> str:
    at = f'x="{_number(text.x)}" y="{_number(text.y)}"'
    turned = (
        f' transform="rotate({_number(text.rotation)} {_number(text.x)} {_number(text.y)})"' if text.rotation else ""
    )
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    return f"<text {at}{_type(text)}{anchor}{_length(text)}{turned}>{_words(text)}</text>"


def _text_on_arc(text: Text, arc: tuple[float, float, float]) -> Iterator[str]:
    """Text along a circle: each letter by itself, which every viewer places and turns, and the whole unseen.

    Few viewers follow a textPath well, and librsvg and LibreOffice turn no letters inside a text. So that a search
    finds the words, they lie once more, without paint, straight across where the letters are.
    """
    yield f'<g aria-hidden="true"{_type(text)}>'
    for letter, x, y, angle in letters_on_arc(text, arc):
        if letter.strip():
            turn = _number((angle + 180) % 360 - 180)
            yield f'<text transform="translate({_number(x)} {_number(y)})rotate({turn})">{_escaped(letter)}</text>'
    yield "</g>"
    yield _text(straightened(text)._replace(fill="none"))


def _type(text: Text) -> str:
    weight = f' font-weight="{WEIGHTS[text.weight]}"' if text.weight != "regular" else ""
    return f' font-size="{_number(text.size)}"{weight} fill="{text.fill}"'


def _length(text: Text) -> str:
    """The measured width, which holds in viewers that ignore the font inside."""
    return f' textLength="{_number(text.width)}" lengthAdjust="spacingAndGlyphs"'


def _words(text: Text) -> str:
    words = _escaped(text.string)
    if max(text.string, default="") < _FIRST_RIGHT_TO_LEFT or not re.search(_RIGHT_TO_LEFT, text.string):
        return words
    # Isolated, so that a name written from right to left does not turn what stands beside it.
    return f"\u2068{words}\u2069"


def _id(name: str, prefix: str) -> str:
    return _escaped(f"{prefix}{name}")


def _escaped(words: str) -> str:
    allowed = _ILLEGAL.sub("\ufffd", words)
    marked = allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return marked.replace("\r", "&#13;")  # which would be read as a line break


def _number(value: float) -> str:
    """A coordinate, rounded to 0.01 and as short as it goes."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown in {"-0", ""} else shown
