"""Draws the pictures of docs/gallery.md and writes the page that shows them; `make gallery` runs it.

    python tools/gallery.py            draws what is out of date, and writes the page
    python tools/gallery.py --check    draws nothing; exit code 1 where a picture or the page is out of date

A picture more is a line more in PICTURES.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "gallery.md"
IMAGES = Path("docs") / "images" / "gallery"


class Picture(NamedTuple):
    """A picture of the gallery: its file, what it shows, its options, and the radar that it is drawn from."""

    file: str
    heading: str
    words: str
    options: str = ""
    data: str = "radar-data"

    @property
    def command(self) -> str:
        """The command that draws it, from the folder of this repository."""
        data = "" if self.data == "radar-data" else f"--data {self.data} "
        return f"techradar {data}render {self.file} {self.options}".strip()


PICTURES = (
    Picture("radar.svg", "The radar", "What comes without options: A4 landscape, light, with names where all fit."),
    Picture("dark.svg", "Dark", "For a slide or a dark page.", "--theme dark"),
    Picture(
        "mono.svg", "One ink", "For a black-and-white printer: each sector has its own shape.", "--theme mono"
    ),
    Picture(
        "numbers.svg",
        "Numbers and a legend",
        "What is drawn where not all names fit; here with one ink, so that the legend shows the shapes.",
        "--theme mono --labels numbers",
    ),
    Picture("matrix.svg", "Maturity and adoption", "What is mature but not in use, and the other way round.",
            "--view matrix"),
    Picture("trend.svg", "Through the editions", "Every technology's line; what changed ring stands out.",
            "--view trend"),
    Picture("blank.svg", "A sheet for a meeting", "Without technologies, with lines to write on.", "--blank"),
    Picture("area.svg", "An area", "One area of the organisation, with what follows the overall radar marked.",
            "--area sundhed-og-aeldre"),
    Picture("sector.svg", "A part", "One sector alone; numbers and places are those of the whole radar.",
            "--sector kunstig-intelligens"),
    Picture("highlight.svg", "What a meeting is about", "Two technologies stand out.",
            "--highlight generativ-ai --highlight ai-agenter"),
    Picture("portrait.svg", "Upright", "A page of a report.", "--size a4-portrait --labels numbers"),
    Picture("slide.svg", "A slide", "16:9, with type that is read from afar.", "--size slide --theme dark",
            "examples/minimal"),
    Picture("vejle.svg", "Another radar", "Vejle Kommune's public radar of 2024, with names in English around it.",
            "--lang en", "examples/vejle"),
)  # fmt: skip


def page() -> str:
    """The page, one picture after the other."""
    parts = [
        "# Gallery\n",
        "Every view and theme, drawn from the radars of this repository, each with the command that drew it.",
        "[pictures.md](pictures.md) says which kind of file to use where.\n",
        "<!-- Written by tools/gallery.py; `make gallery` draws the pictures and writes this page. -->\n",
    ]
    for picture in PICTURES:
        parts += [
            f"## {picture.heading}\n",
            f"{picture.words}\n",
            f"`{picture.command}`\n",
            f"![{picture.heading}: {picture.words}]({(IMAGES / picture.file).relative_to('docs').as_posix()})\n",
        ]
    return "\n".join(parts)


def rendered(picture: Picture, *more: str) -> int:
    """Run the command of a picture with its place in the repository; its exit code. What it says goes to stderr."""
    words = ["--data", picture.data, "render", (IMAGES / picture.file).as_posix(), *picture.options.split(), *more]
    # Where the package is not installed it is the one beside this file.
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-m", "techradar", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=sys.stderr, check=False).returncode


def stale() -> list[str]:
    """What is out of date: pictures, files that are no picture of the gallery, the page."""
    found = [picture.file for picture in PICTURES if rendered(picture, "--check")]
    known = {picture.file for picture in PICTURES}
    found += sorted(path.name for path in (ROOT / IMAGES).iterdir() if path.name not in known)
    if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page():
        found.append(PAGE.name)
    return found


def main(arguments: list[str]) -> int:
    """Draw, or check; the exit code."""
    if arguments == ["--check"]:
        found = stale()
        if found:
            print(f"Out of date: {', '.join(found)}. Run make gallery.", file=sys.stderr)
        return 1 if found else 0
    (ROOT / IMAGES).mkdir(parents=True, exist_ok=True)
    known = {picture.file for picture in PICTURES}
    for path in sorted((ROOT / IMAGES).iterdir()):
        if path.name not in known:
            path.unlink()
    for picture in PICTURES:
        if code := rendered(picture):
            return code
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
