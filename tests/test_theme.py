"""The colours of a picture: contrast as WCAG counts it, and apart for readers who see fewer of them."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from techradar import theme
from techradar.theme import DARK, LIGHT, MONO, SHAPE_CONTRAST, TEXT_CONTRAST, Theme, contrast

RINGS = range(2, 7)
# What is seen without the one kind of cones, in linear RGB: those of red, green and blue (Machado, Oliveira and
# Fernandes 2009, severity 1, https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html).
VISIONS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
    "all-colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}  # fmt: skip
NAMES, ALL = list(theme.THEMES), list(theme.THEMES.values())
COLOURED = [LIGHT, DARK]
APART = 12  # CIE 1976: far more than the 2.3 that can just be told apart


def _seen(color: str, vision: str = "all-colours") -> tuple[float, float, float]:
    """A colour in CIE L*a*b* (D65)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = (
        max(0.0, sum(share * part for share, part in zip(row, linear, strict=True))) for row in VISIONS[vision]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_what_wcag_counts(one: str, other: str, ratio: float) -> None:
    """The ratio agrees with published values, whichever colour comes first."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("at", ALL, ids=NAMES)
@pytest.mark.parametrize("rings", RINGS)
def test_text_is_legible_on_all_it_lies_on(at: Theme, rings: int) -> None:
    """Names, numbers, advice and sector names have 4.5:1 on the sheet and on every ring."""
    for ground in at.grounds(rings):
        for color in (at.ink, at.muted, *at.sectors):
            assert contrast(color, ground) >= TEXT_CONTRAST


@pytest.mark.parametrize("at", ALL, ids=NAMES)
@pytest.mark.parametrize("rings", RINGS)
def test_shapes_are_seen_on_all_they_lie_on(at: Theme, rings: int) -> None:
    """Blips (receding ones too) and ring borders have 3:1 on the sheet and on every ring."""
    for ground in at.grounds(rings):
        for color in (at.line, at.receding, *at.sectors):
            assert contrast(color, ground) >= SHAPE_CONTRAST


@pytest.mark.parametrize("at", ALL, ids=NAMES)
def test_fills_are_quiet(at: Theme) -> None:
    """No ring's fill stands out from the sheet, and each is nearer to the sheet than the one inside it."""
    for rings in RINGS:
        steps = [contrast(fill, at.paper) for fill in at.ring_fills(rings)]
        assert steps == sorted(steps, reverse=True)
        assert len(set(steps)) == rings
        assert steps[0] < 1.8


@pytest.mark.parametrize("at", COLOURED, ids=NAMES[:2])
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("sectors", range(2, 9))
def test_neighbouring_sectors_stay_apart(at: Theme, sectors: int, vision: str) -> None:
    """Sectors beside each other, the last and the first too, can be told apart with fewer kinds of cones."""
    colors = [_seen(color, vision) for color in at.sector_colors([None] * sectors)]
    for place, color in enumerate(colors):
        assert math.dist(color, colors[place - 1]) > APART


def test_vision_is_simulated_as_published() -> None:
    """Grey stays grey in every vision; red and green come near each other without red or green cones, not else."""
    for vision in VISIONS:
        assert math.dist(_seen("#808080", vision), _seen("#808080")) < 0.1
    apart = {vision: math.dist(_seen("#a05030", vision), _seen("#607030", vision)) for vision in VISIONS}
    assert max(apart["protanopia"], apart["deuteranopia"]) < 20 < min(apart["tritanopia"], apart["all-colours"])


@pytest.mark.parametrize("at", COLOURED, ids=NAMES[:2])
def test_sectors_in_order_differ_in_grey(at: Theme) -> None:
    """Each sector's colour is clearly lighter or darker than the next one's."""
    greys = [_seen(color)[0] for color in at.sectors]
    assert all(abs(one - other) > 7 for one, other in pairwise(greys))


def test_one_ink_has_no_hue() -> None:
    """The theme of one ink is drawn in black and greys alone, its blips in black."""
    colors = [value for value in MONO if isinstance(value, str) and value.startswith("#")]
    assert all(color[1:3] == color[3:5] == color[5:7] for color in (*colors, *MONO.sectors))
    assert set(MONO.sector_colors(["#ff0000", None])) == {"#000000"}


def test_a_sectors_own_colour_is_kept() -> None:
    """A colour from radar.yaml stands; the others keep those of their places."""
    assert LIGHT.sector_colors([None, "#123456", None]) == (LIGHT.sectors[0], "#123456", LIGHT.sectors[2])


@pytest.mark.parametrize("own", ["#123456", "#000000", "#7c1140", "#fffffe", "#404040", "#3366ff"])
def test_a_colour_made_for_white_paper_is_seen_on_a_dark_sheet(own: str) -> None:
    """The dark theme turns a sector's own colour as light as it must be, and leaves one that is light enough."""
    (color,) = DARK.sector_colors([own])
    assert DARK.shortfall(color, 4) is None
    assert contrast(color, DARK.paper) >= TEXT_CONTRAST
    assert (color == own) is (DARK.shortfall(own, 4) is None)


@pytest.mark.parametrize(
    ("color", "place", "needed"),
    [("#ffff00", None, 4.5), ("#888888", None, 4.5), ("#123456", "fine", 0), ("#0a7abf", "fine", 0)],
)
def test_a_lack_of_contrast_is_found_where_it_is_worst(color: str, place: int | str | None, needed: float) -> None:
    """A colour is measured as text on the sheet and as a shape on each ring; the nearest that will do lacks nothing."""
    lacking = LIGHT.shortfall(color, 4)
    if place == "fine":
        assert lacking is None
        assert LIGHT.legible(color) == color
    else:
        assert lacking is not None
        assert lacking == (contrast(color, LIGHT.paper), needed, place)
        assert LIGHT.legible(color) != color
    assert LIGHT.shortfall(LIGHT.legible(color), 4) is None


def test_a_blip_may_lack_contrast_where_its_name_does_not() -> None:
    """On rings darker than the sheet a blip can be what is hard to see; the ring is named by its place."""
    dim = LIGHT._replace(inner="#8899aa")
    ratio, needed, place = dim.shortfall("#4060a0", 4) or (0.0, 0.0, None)
    assert (needed, place) == (SHAPE_CONTRAST, 0)
    assert ratio == pytest.approx(contrast("#4060a0", "#8899aa"))


def test_colours_are_mixed_in_steps() -> None:
    """Mixing gives both ends and the middle."""
    assert [theme.mixed("#000000", "#ff8000", part) for part in (0, 0.5, 1)] == ["#000000", "#804000", "#ff8000"]


def test_themes_have_names() -> None:
    """Each theme is found by its name, and no other."""
    assert [theme.named(name) for name in ("light", "dark", "mono")] == [LIGHT, DARK, MONO]
    with pytest.raises(KeyError):
        theme.named("neon")
