"""Builds the fonts in `src/techradar/data/fonts` from the package `inter-ui` of npm.

    npm pack inter-ui@4.1.1
    python tools/build_fonts.py inter-ui-4.1.1.tgz

Writes a WOFF2 (for SVG and page) and a TTF (for PNG and PDF) of each weight, the table of advance widths and the
licence. The same package gives the same bytes. Layout features are left out: without kerning and ligatures the
width of a text is the sum of its advances, for us and for a viewer.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PACKAGE_SHA256 = "e392e4d71f18a7c1f23dfecd833d68fa05eeab41862686584e80fd2b5d87e9c0"
TARGET = Path(__file__).resolve().parent.parent / "src" / "techradar" / "data" / "fonts"
WEIGHTS = {"regular": "Inter-Regular", "semibold": "Inter-SemiBold"}
# A name of its own, so that an installed Inter, with its kerning, is never taken for this one.
FAMILY = "Techradar Inter"

CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0xAD),  # the soft hyphen (0xAD) is not in Inter
    *range(0xAE, 0x149),  # Western, Northern and Eastern European letters
    *range(0x14A, 0x180),  # likewise; 0x149 is deprecated
    *map(ord, "ƏəƷʒǤǥǦǧǨǩǮǯǺǻǼǽǾǿȘșȚțẀẁẂẃẄẅẞỲỳ"),  # Azerbaijani, Skolt Sámi, Danish accents, Romanian, Welsh
    *map(ord, "\u2002\u2009\u2011\u202f–—‘’‚“”„†•…‰′″‹›⁄€™−≈≠≤≥←↑→↓₀₁₂₃₄₅₆₇₈₉★"),
)


def main(package: Path) -> None:
    """Read the npm package and write the font data."""
    content = package.read_bytes()
    if hashlib.sha256(content).hexdigest() != PACKAGE_SHA256:
        sys.exit(f"{package}: not the inter-ui 4.1.1 of npm")
    TARGET.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=BytesIO(content)) as archive:
        (TARGET / "OFL.txt").write_bytes(member(archive, "package/LICENSE.txt"))
        fonts = {
            weight: subset(member(archive, f"package/web/{name}.woff2"), weight) for weight, name in WEIGHTS.items()
        }
    for weight, font in fonts.items():
        for suffix, flavor in ((".ttf", None), (".woff2", "woff2")):
            font.flavor = flavor
            font.save(TARGET / f"inter-{weight}{suffix}")
    (TARGET / "advances.json").write_text(table(fonts), encoding="utf-8", newline="\n")


def member(archive: tarfile.TarFile, name: str) -> bytes:
    """The content of one file of the package."""
    file = archive.extractfile(name)
    if file is None:
        sys.exit(f"{name}: not a file in the package")
    return file.read()


def subset(content: bytes, weight: str) -> Any:
    """The font cut down to our characters, without layout features and hints."""
    font = TTFont(BytesIO(content), recalcTimestamp=False)
    options = Options(
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14],
        drop_tables=["GDEF", "GPOS", "GSUB"],
        glyph_names=False,
    )
    missing = [hex(code) for code in CHARACTERS if code not in font.getBestCmap()]
    if missing:
        sys.exit(f"not in the font: {' '.join(missing)}")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    style = weight.capitalize()
    for identifier, string in (
        (1, FAMILY),
        (2, style),
        (3, f"{FAMILY} {style}"),
        (4, f"{FAMILY} {style}"),
        (6, f"{FAMILY.replace(' ', '')}-{style}"),
    ):
        font["name"].setName(string, identifier, 3, 1, 0x409)
    # Read back what was cut, so that tables are compiled once and the same for both file kinds.
    buffer = BytesIO()
    font.save(buffer)
    return TTFont(BytesIO(buffer.getvalue()), recalcTimestamp=False)


def table(fonts: dict[str, Any]) -> str:
    """The measures that `layout.metrics` reads: the advance of every character in font units."""
    regular = fonts["regular"]
    measures: dict[str, Any] = {
        "family": FAMILY,
        "units_per_em": regular["head"].unitsPerEm,
        "ascent": regular["hhea"].ascent,
        "descent": -regular["hhea"].descent,
        "cap_height": regular["OS/2"].sCapHeight,
        "x_height": regular["OS/2"].sxHeight,
    }
    for weight, font in fonts.items():
        names, advances = font.getBestCmap(), font["hmtx"]
        measures[weight] = {chr(code): advances[names[code]][0] for code in sorted(names)}
    return json.dumps(measures, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
