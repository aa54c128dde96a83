"""SVG: well-formed whatever it says, with the groups, roles and words that readers and programs rely on."""

from __future__ import annotations

import math
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generated
from commands import environment
from pictures import of_folder
from scenes import every_shape, line, on_arc, scene
from techradar.draw.svg import to_svg
from techradar.history import Snapshot
from techradar.layout import metrics
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Group, Paint, Scene, Text

ROOT = Path(__file__).resolve().parent.parent
SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("ring", "sector", "blip", "mark", "label", "leader", "legend")
# Names that break a writer which trusts them, or a reader which does not count well.
HARD_NAMES = (
    "</svg>", "]]>", "[red]Rød[/red]", "&amp;", "&lt;b&gt;", "\"quoted\" & 'single'", "<!-- no comment -->", "{id}",
    "%s", "🙂 AI", "👨‍👩‍👧", "计算机视觉", "שלום", "سلام عليكم", "e\u0301", "$x$", "a\u00a0b",
    "Speciallægepraksisplanlægningsværktøj " * 2,
)  # fmt: skip


@pytest.fixture(scope="module", params=["auto", "numbers"])
def drawn(request: pytest.FixtureRequest) -> tuple[Snapshot, Scene, ElementTree.Element]:
    """The example with names and with numbers, read back."""
    shown = of_folder()
    made = radar_scene(shown, Options("da", labels=request.param))
    return shown, made, ElementTree.fromstring(to_svg(made))


def groups(root: ElementTree.Element, kind: str) -> dict[str, ElementTree.Element]:
    """The groups of a kind by what follows the hyphen."""
    named = (each for each in root.iter(f"{SVG}g") if each.get("id", "").startswith(f"{kind}-"))
    return {each.attrib["id"].removeprefix(f"{kind}-"): each for each in named}


def texts(root: ElementTree.Element) -> list[ElementTree.Element]:
    """Every text of a picture but the letters along an arc, whose words stand there as a text too."""
    letters = {id(one) for group in root.iter(f"{SVG}g") if group.get("aria-hidden") for one in group}
    return [text for text in root.iter(f"{SVG}text") if id(text) not in letters]


def words(element: ElementTree.Element) -> str:
    """What an element says, without signs that only keep the direction of writing."""
    return "".join(element.itertext()).strip("\u2068\u2069")


def test_it_says_what_it_is(drawn: tuple[Snapshot, Scene, ElementTree.Element]) -> None:
    """The picture has a role, a language, and a title and description that are its name."""
    _, made, root = drawn
    assert root.tag == f"{SVG}svg"
    assert (root.get("role"), root.get("lang")) == ("img", "da")
    title, description = root[0], root[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert (title.text, description.text) == (made.title, made.description)
    assert root.get("viewBox") == f"0 0 {made.width:g} {made.height:g}"
    assert root.get("width") == f"{made.width:g}pt"


def test_every_technology_has_its_groups(drawn: tuple[Snapshot, Scene, ElementTree.Element]) -> None:
    """Each technology has a blip with its data and a title, and a label; each ring and sector its group."""
    shown, _, root = drawn
    blips = groups(root, "blip")
    assert set(blips) == set(groups(root, "label")) == {s.technology.id for s in shown.standings}
    for standing in shown.standings:
        blip = blips[standing.technology.id]
        assert blip.get("data-ring") == standing.ring.id
        assert blip.get("data-sector") == standing.sector.id
        assert blip.get("data-movement") == (standing.movement.value if standing.movement else "")
        assert float(blip.attrib["data-score"]) == pytest.approx(standing.score, abs=1e-4)
        title = blip.find(f"{SVG}title")
        assert title is not None
        assert standing.technology.name in (title.text or "")
    configuration = shown.configuration
    assert set(groups(root, "ring")) == {ring.id for ring in configuration.rings}
    assert set(groups(root, "sector")) == {sector.id for sector in configuration.sectors}
    moved = {s.technology.id for s in shown.standings if s.movement not in {None, "same"}}
    assert set(groups(root, "mark")) == moved
    assert set(groups(root, "leader")) < set(blips)


def test_a_blip_holds_its_shape_and_nothing_else(drawn: tuple[Snapshot, Scene, ElementTree.Element]) -> None:
    """A blip's group holds circles and paths that share its centre, no text; no group lies inside another."""
    _, _, root = drawn
    for blip in groups(root, "blip").values():
        assert {child.tag for child in blip} <= {f"{SVG}title", f"{SVG}circle", f"{SVG}path"}
        assert len({(c.get("cx"), c.get("cy")) for c in blip.iter(f"{SVG}circle")}) == 1
    for kind in KINDS:
        for group in groups(root, kind).values():
            assert not [inner for inner in group.iter(f"{SVG}g") if inner is not group and inner.get("id")]
    for label in groups(root, "label").values():
        assert {child.tag for child in label} == {f"{SVG}text"}


def test_a_mark_lies_beside_its_blip(drawn: tuple[Snapshot, Scene, ElementTree.Element]) -> None:
    """No corner of an arrow or star lies on the blip that it belongs to, and none is far away."""
    _, _, root = drawn
    blips = groups(root, "blip")
    for id, mark in groups(root, "mark").items():
        circle = next(blips[id].iter(f"{SVG}circle"))
        x, y, radius = (float(circle.attrib[name]) for name in ("cx", "cy", "r"))
        (path,) = mark.iter(f"{SVG}path")
        corners = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path.attrib["d"])
        apart = [math.hypot(float(left) - x, float(top) - y) for left, top in corners]
        assert len(apart) >= 7
        assert radius - 0.15 < min(apart) < max(apart) < 3 * radius  # the tip of a star may touch the rim


def test_ids_are_unique_and_no_other_begins_as_theirs(drawn: tuple[Snapshot, Scene, ElementTree.Element]) -> None:
    """Ids occur once, and only groups have ids that begin with the words for groups."""
    _, _, root = drawn
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    others = {e.attrib["id"] for e in root.iter() if "id" in e.attrib and e.tag != f"{SVG}g"}
    assert others == {"radar-title", "radar-desc"}
    assert all(id.partition("-")[0] in KINDS for id in ids if id not in others)


def test_labels_say_names_or_numbers(drawn: tuple[Snapshot, Scene, ElementTree.Element]) -> None:
    """A label says the technology's name or its number; where there are numbers the legend says the names."""
    shown, _, root = drawn
    labels, legend = groups(root, "label"), groups(root, "legend")
    for standing in shown.standings:
        said = "".join(words(text) for text in labels[standing.technology.id])
        if legend:
            assert said == str(standing.number)
            listed = "".join(words(text) for text in legend[standing.technology.id])
            assert standing.technology.name.replace(" ", "") in listed.replace(" ", "")
        else:
            assert said.replace(" ", "") == standing.technology.name.replace(" ", "")


def test_every_text_says_how_wide_it_is(drawn: tuple[Snapshot, Scene, ElementTree.Element]) -> None:
    """Each text carries the width that we measured, also along an arc."""
    _, _, root = drawn
    found = texts(root)
    assert len(found) > 60
    for text in found:
        weight = "semibold" if text.get("font-weight") == "600" else "regular"
        size = float(text.attrib["font-size"])
        wide = metrics.width(words(text), size, weight)  # type: ignore[arg-type]
        assert float(text.attrib["textLength"]) == pytest.approx(wide, rel=0.001, abs=0.02)


def test_letters_along_an_arc_stand_by_themselves() -> None:
    """Along an arc each letter is a text of its own; below they stand the other way, and the words are there unseen."""
    root = ElementTree.fromstring(to_svg(scene(on_arc("Øst 🙂", 90.0), on_arc("syd", 180.0, inward=True))))
    groups = [group for group in root.iter(f"{SVG}g") if group.get("aria-hidden") == "true"]
    assert [[letter.text for letter in group] for group in groups] == [["Ø", "s", "t", "🙂"], ["s", "y", "d"]]
    whole = [text for text in root.findall(f"{SVG}text") if text.get("fill") == "none"]
    assert [text.text for text in whole] == ["Øst 🙂", "syd"]
    assert [text.get("transform") for text in whole] == ["rotate(90 150 40)", None]
    placed = [re.findall(r"-?[\d.]+", letter.attrib["transform"]) for letter in groups[1]]
    xs, ys, turns = zip(*(map(float, numbers) for numbers in placed), strict=True)
    assert list(xs) == sorted(xs)
    assert list(turns) == sorted(turns, reverse=True)
    assert turns[1] == pytest.approx(0, abs=3)
    assert all(y > 155 for y in ys)


def test_coordinates_are_rounded_to_hundredths(drawn: tuple[Snapshot, Scene, ElementTree.Element]) -> None:
    """No number of the drawing has more than two decimals, a needless zero or an exponent."""
    _, _, root = drawn
    drawing = {"x", "y", "cx", "cy", "r", "d", "transform", "textLength", "font-size", "stroke-width", "rotate"}
    for element in root.iter():
        for name in drawing & set(element.attrib):
            assert not re.search(r"\.\d{3}|\.0*(?!\d)|\.\d0\b|\de[-+]?\d|-0(?![.\d])", element.attrib[name]), (
                element.attrib
            )


def test_a_prefix_goes_before_every_id() -> None:
    """Two pictures share a page where each has its own prefix, in ids and in what refers to them."""
    plain, prefixed = (ElementTree.fromstring(to_svg(every_shape(), prefix=prefix)) for prefix in ("", "a-"))
    ids = [e.attrib["id"] for e in plain.iter() if "id" in e.attrib]
    assert [e.attrib["id"] for e in prefixed.iter() if "id" in e.attrib] == [f"a-{id}" for id in ids]
    assert prefixed.get("aria-labelledby") == "a-radar-title a-radar-desc"
    (link,) = prefixed.iter(f"{SVG}a")
    assert link.get("href") == "#droner"
    assert [child.get("id") for child in link] == ["a-blip-droner"]


@pytest.mark.parametrize("name", HARD_NAMES)
def test_a_hard_name_comes_back_as_it_was(name: str) -> None:
    """Names that look like markup, code or another script stand in text, title, data and description unchanged."""
    blip = Group((Circle(9, 9, 5, Paint("#000000")),), id="blip-x", title=name, data=(("ring", name),))
    root = ElementTree.fromstring(to_svg(scene(blip, line(name), on_arc(name), title=name, description=name)))
    assert [words(text) for text in texts(root)] == [name, name]
    assert {title.text for title in root.iter(f"{SVG}title")} == {name}
    assert root[1].text == name
    assert groups(root, "blip")["x"].get("data-ring") == name


@given(st.text(min_size=1, max_size=80))
def test_any_text_survives(name: str) -> None:
    """Any text comes back, save characters that XML cannot hold, each of which becomes the sign for that."""
    text = Text(10, 10, name, 10, "#000000", 50.0)
    root = ElementTree.fromstring(to_svg(scene(text, title=name)))
    expected = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", name)
    found = root.find(f"{SVG}text")
    assert found is not None
    said = "".join(found.itertext())
    assert said in {expected, f"\u2068{expected}\u2069"}
    assert root[0].text == expected


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\x0b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_replaced(bad: str) -> None:
    """Control characters and lone surrogates leave a sign, and the file stays readable."""
    root = ElementTree.fromstring(to_svg(scene(Text(10, 10, f"a{bad}b", 10, "#000000", 12.0), title=bad)))
    assert [words(text) for text in texts(root)] == ["a\ufffdb"]


def test_the_fonts_that_are_used_are_inside_and_nothing_is_fetched(
    drawn: tuple[Snapshot, Scene, ElementTree.Element],
) -> None:
    """Both weights are embedded; nothing in the file refers outside it, and there is no script."""
    _, made, root = drawn
    written = to_svg(made).decode()
    assert re.findall(r'font-weight:(\d+);src:url\("data:font/woff2;base64,[A-Za-z0-9+/=]{9000,}"\)', written) == [
        "400",
        "600",
    ]
    addresses = set(re.findall(r"""(?:href|src|url)\s*[=(]\s*["']?([^"')]{5})""", written))
    assert addresses <= {"data:"}
    assert not list(root.iter(f"{SVG}script"))
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)
    assert to_svg(scene(line("kun almindelig"))).count(b"@font-face") == 1


def test_the_same_bytes_come_from_another_process() -> None:
    """The bytes do not depend on the seed of Python's hashes, the locale or the time zone."""
    code = (
        "import sys; sys.path.insert(0, 'tests'); import generated; from techradar.draw.svg import to_svg;"
        "from techradar.layout.options import Options; from techradar.layout.radar import radar_scene;"
        "sys.stdout.buffer.write(to_svg(radar_scene(generated.newest(generated.radar(30)), Options('da'))))"
    )
    settings = (
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code], env=environment(**more), cwd=ROOT, capture_output=True, check=True
        ).stdout
        for more in settings
    ]
    assert made[0] == made[1] == to_svg(radar_scene(generated.newest(generated.radar(30)), Options("da")))


def test_matplotlib_is_not_loaded(tmp_path: Path) -> None:
    """Drawing an SVG, from folder to file, imports neither matplotlib nor numpy."""
    code = (
        "import sys\nfrom techradar.cli.app import build\n"
        "try: build()(['render', sys.argv[1], '--data', 'radar-data'])\n"
        "except SystemExit as end: assert not end.code\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'matplotlib', 'numpy', 'PIL'}), file=sys.stderr)"
    )
    out = tmp_path / "radar.svg"
    command = [sys.executable, "-c", code, str(out)]
    done = subprocess.run(command, env=environment(), cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr.splitlines()[-1] == "[]"
    assert out.read_bytes().endswith(b"</svg>\n")
