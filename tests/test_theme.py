"""The colours of a picture: contrast as WCAG counts it, and apart for readers who see fewer of them."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from techradar import theme
from techradar.theme import LIGHT, SHAPE_CONTRAST, TEXT_CONTRAST, contrast

RINGS = range(2, 7)
# Linear RGB as those without red or green cones see it (Viénot, Brettel and Mollon 1999), and as everyone else does.
VISIONS = {
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "all-colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
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


@pytest.mark.parametrize("rings", RINGS)
def test_text_is_legible_on_all_it_lies_on(rings: int) -> None:
    """Names, numbers, advice and sector names have 4.5:1 on the sheet and on every ring."""
    for ground in LIGHT.grounds(rings):
        for color in (LIGHT.ink, LIGHT.muted, *LIGHT.sectors):
            assert contrast(color, ground) >= TEXT_CONTRAST


@pytest.mark.parametrize("rings", RINGS)
def test_shapes_are_seen_on_all_they_lie_on(rings: int) -> None:
    """Blips (receding ones too) and ring borders have 3:1 on the sheet and on every ring."""
    for ground in LIGHT.grounds(rings):
        for color in (LIGHT.line, LIGHT.receding, *LIGHT.sectors):
            assert contrast(color, ground) >= SHAPE_CONTRAST


def test_fills_are_quiet() -> None:
    """No ring's fill stands out from the sheet, and each is paler than the one inside it."""
    for rings in RINGS:
        steps = [theme.luminance(fill) for fill in LIGHT.ring_fills(rings)]
        assert steps == sorted(steps)
        assert len(set(steps)) == rings
        assert all(contrast(fill, LIGHT.paper) < 1.5 for fill in LIGHT.ring_fills(rings))


@pytest.mark.parametrize("color", [*LIGHT.sectors, LIGHT.receding])
def test_numbers_are_legible_in_blips(color: str) -> None:
    """A number has 4.5:1 in a full blip, a tinted, an empty and a half-filled one."""
    tint = LIGHT.tint(color)
    for grounds in ((color,), (tint,), (LIGHT.paper,), (LIGHT.paper, tint)):
        text = LIGHT.text_on(grounds)
        assert all(contrast(text, ground) >= TEXT_CONTRAST or color == LIGHT.receding for ground in grounds)
        assert min(contrast(text, ground) for ground in grounds) >= SHAPE_CONTRAST
    assert contrast(tint, LIGHT.paper) > 1.5


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("sectors", range(2, 9))
def test_neighbouring_sectors_stay_apart(sectors: int, vision: str) -> None:
    """Sectors beside each other, the last and the first too, can be told apart with fewer kinds of cones."""
    colors = [_seen(color, vision) for color in LIGHT.sector_colors([None] * sectors)]
    for place, color in enumerate(colors):
        assert math.dist(color, colors[place - 1]) > APART


def test_sectors_in_order_differ_in_grey() -> None:
    """Each sector's colour is clearly lighter or darker than the next one's."""
    greys = [_seen(color)[0] for color in LIGHT.sectors]
    assert all(abs(one - other) > 9 for one, other in pairwise(greys))


def test_a_sectors_own_colour_is_kept() -> None:
    """A colour from radar.yaml stands; the others keep those of their places."""
    assert LIGHT.sector_colors([None, "#123456", None]) == (LIGHT.sectors[0], "#123456", LIGHT.sectors[2])


def test_colours_are_mixed_in_steps() -> None:
    """Mixing gives both ends and the middle."""
    assert [theme.mixed("#000000", "#ff8000", part) for part in (0, 0.5, 1)] == ["#000000", "#804000", "#ff8000"]


def test_themes_have_names() -> None:
    """The light theme is found by its name, and no other."""
    assert theme.named("light") is LIGHT
    with pytest.raises(KeyError):
        theme.named("neon")
