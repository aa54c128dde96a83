"""`techradar render`: which pictures it writes, what it refuses, and that no accident costs an old file."""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from commands import Done, run
from radars import CONFIGURATION, radar_of
from scenes import read_digest

ROOT = Path(__file__).resolve().parent.parent
SVG = "{http://www.w3.org/2000/svg}"

DRONES = """
name: Droner
sector: Sensorer
tags: [teknik]
assessments:
  - edition: 2025
    ring: Afprøv
    reason: På prøve i Teknik.
  - edition: 2026
    ring: Klar
    reason: I drift.
"""
CHAT = """
name: Chatbots
sector: Kunstig intelligens
tags: [borgerservice]
assessments:
  - edition: 2026
    maturity: Vist i praksis
    adoption: På prøve
    reason: Prøves i Borgerservice.
    areas:
      sundhed-og-omsorg:
        adoption: I drift bredt
"""
OUTPUTS = """
outputs:
  - file: radar.svg
  - file: sundhed.png
    area: sundhed-og-omsorg
    dpi: 60
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A radar of two technologies in radar-data, and the folder around it as the current one."""
    radar_of(tmp_path / "radar-data", {"droner": DRONES, "chatbots": CHAT})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def with_outputs(folder: Path, outputs: str = OUTPUTS) -> None:
    """Give the radar outputs."""
    (folder / "radar-data" / "radar.yaml").write_text(CONFIGURATION + outputs, encoding="utf-8")


def drawn(path: Path) -> ElementTree.Element:
    """An SVG read back."""
    return ElementTree.parse(path).getroot()


def blips(path: Path) -> set[str]:
    """The technologies on an SVG."""
    ids = (group.get("id", "") for group in drawn(path).iter(f"{SVG}g"))
    return {id.removeprefix("blip-") for id in ids if id.startswith("blip-")}


def said(path: Path) -> str:
    """All words on an SVG."""
    return " ".join("".join(text.itertext()) for text in drawn(path).iter(f"{SVG}text"))


def left(folder: Path) -> set[str]:
    """The names of what lies in a folder, unfinished files too."""
    return {path.name for path in folder.iterdir()} - {"radar-data"}


# Which pictures ----------------------------------------------------------------------------------------------------


def test_the_suffix_decides_the_kind(folder: Path) -> None:
    """SVG, PNG and PDF are written by suffix, in upper case too, and stdout names each file."""
    done = run("render", "a.svg", "b.PNG", "c.pdf", "--dpi", "50")
    assert done == Done(0, "a.svg\nb.PNG\nc.pdf\n", "")
    heads = [(folder / name).read_bytes()[:4] for name in ("a.svg", "b.PNG", "c.pdf")]
    assert heads == [b"<svg", b"\x89PNG", b"%PDF"]
    digests = [read_digest(folder / name) or {} for name in ("a.svg", "b.PNG", "c.pdf")]
    assert len({digest.pop("seal") for digest in digests}) == 3
    assert digests[1] == {**digests[0], "options": "dpi=50"}
    assert digests[2] == digests[0]
    assert {"edition", "sectors", "rings", "drawing", "technology.droner", "technology.chatbots"} < set(digests[0])


def test_without_file_or_outputs_it_is_radar_svg_here(folder: Path) -> None:
    """A radar without outputs is drawn as radar.svg in the current folder."""
    assert run("render") == Done(0, "radar.svg\n", "")
    assert left(folder) == {"radar.svg"}
    assert blips(folder / "radar.svg") == {"droner", "chatbots"}


def test_without_file_the_outputs_are_drawn(folder: Path) -> None:
    """The outputs of radar.yaml are written beside it, each with its own options."""
    with_outputs(folder)
    done = run("render")
    assert (done.code, done.err) == (0, "")
    assert {Path(line).name for line in done.out.splitlines()} == {"radar.svg", "sundhed.png"}
    assert left(folder) == set()
    assert {"radar.svg", "sundhed.png"} <= {path.name for path in (folder / "radar-data").iterdir()}


def test_options_without_a_file_are_refused_where_outputs_say_what_to_draw(folder: Path) -> None:
    """Outputs have options of their own; others need a file, and nothing is written."""
    with_outputs(folder)
    done = run("render", "--size", "a3")
    assert (done.code, done.out) == (2, "")
    assert "[no-file-named]" in done.err
    assert not (folder / "radar-data" / "radar.svg").exists()


def test_options_without_a_file_count_where_there_are_no_outputs(folder: Path) -> None:
    """Without outputs options go to radar.svg here."""
    assert run("render", "--sector", "Sensorer").code == 0
    assert blips(folder / "radar.svg") == {"droner"}


@pytest.mark.parametrize("name", ["radar.gif", "radar", "radar.svgz", ".svg"])
def test_another_suffix_is_refused(folder: Path, name: str) -> None:
    """A suffix that is none of ours is wrong usage, names those that are, and no other picture is written either."""
    done = run("render", "good.svg", name)
    assert (done.code, done.out) == (2, "")
    assert "[unknown-suffix]" in done.err
    assert ".png" in done.err
    assert left(folder) == set()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--sector", "Sensorer"], {"droner"}), (["--sector", "kunstig-intelligens"], {"chatbots"}),
        (["--ring", "KLAR"], {"droner"}), (["--tag", "Borgerservice"], {"chatbots"}),
        (["--edition", "2025"], {"droner"}), (["--area", "Sundhed og omsorg"], {"droner", "chatbots"}),
        (["--sector", "Sensorer", "--ring", "afvent"], set()),
    ],
)  # fmt: skip
def test_a_part_of_the_radar_is_drawn(folder: Path, options: list[str], expected: set[str]) -> None:
    """Sector, ring, tag, edition and area are named by id or name, in any case, and choose what is shown."""
    assert run("render", "a.svg", *options).code == 0
    assert blips(folder / "a.svg") == expected


def test_numbers_stay_those_of_the_whole_edition(folder: Path) -> None:
    """A technology keeps its number on a picture of one sector."""
    assert run("render", "a.svg", "--sector", "kunstig-intelligens", "--labels", "numbers").code == 0
    (label,) = (g for g in drawn(folder / "a.svg").iter(f"{SVG}g") if g.get("id") == "label-chatbots")
    assert "".join(label.itertext()).strip() == "2"


def test_title_and_language_are_those_asked_for(folder: Path) -> None:
    """`--title` stands on the picture and in its title; `--lang en` says the rest in English."""
    assert run("render", "a.svg", "--title", "Et [rødt] & <grønt> blik", "--lang", "en").code == 0
    root = drawn(folder / "a.svg")
    assert root.get("lang") == "en"
    assert "Et [rødt] & <grønt> blik" in (root[0].text or "")
    assert "2 March 2026" in said(folder / "a.svg").replace("\u00a0", " ")
    assert run("render", "b.svg").code == 0
    assert "2. marts 2026" in said(folder / "b.svg").replace("\u00a0", " ")


def test_the_tools_language_does_not_reach_the_picture(folder: Path) -> None:
    """The picture speaks the radar's language, whatever the tool speaks."""
    assert run("render", "a.svg", lang="en").code == run("render", "b.svg", lang="da").code == 0
    assert (folder / "a.svg").read_bytes() == (folder / "b.svg").read_bytes()


def test_highlighted_technologies_stand_out(folder: Path) -> None:
    """With `--highlight` the others lose their colour; the option may be repeated."""
    for name, options in (("plain", []), ("one", ["droner"]), ("both", ["Droner", "CHATBOTS"])):
        assert run("render", f"{name}.svg", *(word for id in options for word in ("--highlight", id))).code == 0

    def fills(name: str) -> dict[str, set[str | None]]:
        groups = (g for g in drawn(folder / f"{name}.svg").iter(f"{SVG}g") if g.get("id", "").startswith("blip-"))
        return {g.attrib["id"]: {p for c in g for p in (c.get("fill"), c.get("stroke"))} for g in groups}

    assert fills("both") == fills("plain")
    assert fills("one")["blip-droner"] == fills("plain")["blip-droner"]
    assert fills("one")["blip-chatbots"] != fills("plain")["blip-chatbots"]


@pytest.mark.parametrize(
    ("size", "points"), [("a4", (841.89, 595.28)), ("a3", (1190.55, 841.89)), ("900x700", (900, 700))]
)
def test_the_size_is_the_one_asked_for(folder: Path, size: str, points: tuple[float, float]) -> None:
    """A size is a name, or width and height in points."""
    assert run("render", "a.svg", "--size", size).code == 0
    assert drawn(folder / "a.svg").get("viewBox") == f"0 0 {points[0]:g} {points[1]:g}"


@pytest.mark.parametrize(
    ("option", "word", "code", "nearest"),
    [
        ("--edition", "2062", "unknown-edition", "2026"),
        ("--area", "Sundhed og omsrog", "unknown-area", "Sundhed og omsorg"),
        ("--sector", "Sensorrer", "unknown-sector", "Sensorer"), ("--ring", "Afprov", "unknown-ring", "Afprøv"),
        ("--tag", "teknk", "unknown-tag", "teknik"), ("--highlight", "Drone", "unknown-technology", "Droner"),
        ("--size", "a5", "bad-size", "a4"), ("--size", "٨٤٢x595", "bad-size", "842x595"),
    ],
)  # fmt: skip
def test_what_the_radar_does_not_have_is_refused(folder: Path, option: str, word: str, code: str, nearest: str) -> None:
    """An unknown reference or size is wrong usage, names the nearest that there is, and nothing is written."""
    done = run("render", "a.svg", option, word)
    assert (done.code, done.out) == (2, "")
    assert f"[{code}]" in done.err
    assert word in done.err
    assert nearest in done.err
    assert left(folder) == set()


@pytest.mark.parametrize(
    "options", [["--dpi", "0"], ["--dpi", "5000"], ["--dpi", "x"], ["--labels", "none"], ["--lang", "de"], ["--colour"]]
)
def test_other_wrong_usage_is_refused(folder: Path, options: list[str]) -> None:
    """Values out of range, unknown choices and unknown options are wrong usage."""
    assert run("render", "a.png", *options).code == 2
    assert left(folder) == set()


# What cannot be drawn -------------------------------------------------------------------------------------------------


def test_a_radar_with_errors_is_not_drawn(folder: Path) -> None:
    """Errors in the radar are told with their places; the old picture stays, exit code 1."""
    assert run("render", "a.svg").code == 0
    old = (folder / "a.svg").read_bytes()
    path = folder / "radar-data" / "technologies" / "droner.yaml"
    path.write_text(DRONES.replace("ring: Klar", "ring: Klat"), encoding="utf-8")
    done = run("render", "a.svg", "b.svg")
    assert (done.code, done.out) == (1, "")
    assert re.search(r"droner\.yaml:\d+:\d+: error: .*\[unknown-ring\]", done.err)
    assert left(folder) == {"a.svg"}
    assert (folder / "a.svg").read_bytes() == old


def test_a_sheet_that_is_too_small_names_the_size_that_would_do(folder: Path) -> None:
    """The error names the file and a size, and with that size the picture is drawn."""
    done = run("render", "a.svg", "--size", "200x150")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("a.svg: error: ")
    assert "[sheet-too-small]" in done.err
    assert left(folder) == set()
    found = re.search(r"--size (\S+?)[,.]?\s", done.err + "\n")
    assert found is not None
    assert run("render", "a.svg", "--size", found[1]).code == 0


def test_a_sheet_that_grew_is_told(tmp_path: Path) -> None:
    """Where A4 does not hold everything a note says what the sheet is now; the picture is written."""
    shutil.copytree(ROOT / "radar-data", tmp_path / "radar")
    source = (tmp_path / "radar" / "technologies" / "droner.yaml").read_text(encoding="utf-8")
    for number in range(90):
        text = re.sub(r"(?m)^name: .*$", f"name: Droner nummer {number}", source, count=1)
        text = re.sub(r"(?m)^aliases:.*\n(?:  - .*\n)*", "", text)
        (tmp_path / "radar" / "technologies" / f"droner-{number}.yaml").write_text(text, encoding="utf-8")
    done = run("render", tmp_path / "a.svg", "--data", tmp_path / "radar")
    assert done.code == 0
    assert re.search(r"a\.svg: note: the sheet was made larger \(A\d\).* \[sheet-grown\]", done.err)
    assert len(blips(tmp_path / "a.svg")) > 100


def test_all_mistakes_of_a_command_line_are_told_at_once(folder: Path) -> None:
    """Whatever is wrong with the options and the files is told in one go, each at its option, once for all files."""
    words = ["--highlight", "Drone", "--sector", "Sensor", "--tag", "teknk", "--size", "a5", "--title", "a\u202eb"]
    done = run("render", "a.svg", "b.png", "c.gif", "mangler/d.svg", *words, "--edition", "2062", "--area", "x")
    assert done.out == ""
    told = {line.partition(":")[0]: line for line in done.err.splitlines() if ": error: " in line}
    assert sorted(told) == ["--area", "--edition", "--highlight", "--sector", "--size", "--tag", "--title", "c.gif",
                            "mangler/d.svg"]  # fmt: skip
    assert done.err.count(": error: ") == len(told)
    assert done.err.count("did you mean") >= 3
    assert left(folder) == set()


def test_all_outputs_that_cannot_be_made_are_told_in_radar_yaml(folder: Path) -> None:
    """An output's problem has its place in radar.yaml and a way out that is an edit of it, before anything is drawn."""
    with_outputs(
        folder,
        OUTPUTS
        + "  - file: mangler/a.svg\n    size: 150x150\n  - file: lille.svg\n    labels: names\n    size: 100x150\n"
        + "  - file: stor.png\n    size: 14000x14000\n",
    )
    text = (folder / "radar-data" / "radar.yaml").read_text("utf-8").splitlines()
    done = run("render")
    assert (done.code, done.out) == (3, "")
    places = re.findall(r"radar\.yaml:(\d+):(\d+): error: .*\[(.+)\]", done.err)
    found = [(text[int(line) - 1][int(column) - 1 :], code) for line, column, code in places]
    assert found == [
        ("mangler/a.svg", "no-such-folder"),
        ("150x150", "sheet-too-small"),
        ("100x150", "sheet-too-small"),
        ("14000x14000", "bad-size"),
    ]
    assert done.err.count("in radar.yaml") == 3
    assert "--size" not in done.err
    assert not list((folder / "radar-data").glob("*.svg"))
    named = run("render", "radar-data/lille.svg")
    assert (named.code, named.err.count("radar.yaml:")) == (2, 1)


def test_an_output_that_cannot_be_drawn_leaves_all_unwritten(folder: Path) -> None:
    """Where one output does not hold, none is written; that is a problem of the radar, exit code 1."""
    with_outputs(folder, OUTPUTS + "  - file: lille.svg\n    size: 150x150\n")
    done = run("render")
    assert (done.code, done.out) == (1, "")
    assert "[sheet-too-small]" in done.err
    assert "size: 150x150" in done.err
    assert not list((folder / "radar-data").glob("*.svg"))


# Views and blank sheets -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("view", "group"), [("radar", "sector-sensorer"), ("matrix", "maturity-1"), ("trend", "course-droner")]
)
@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_each_view_is_drawn_in_each_format(folder: Path, view: str, group: str, suffix: str) -> None:
    """`--view` chooses the picture, in every format, and the file carries its digest."""
    assert run("render", f"a.{suffix}", "--view", view, "--dpi", "40").code == 0
    assert (read_digest(folder / f"a.{suffix}") or {})["edition"] == "2026"
    if suffix == "svg":
        assert group in {g.get("id") for g in drawn(folder / "a.svg").iter(f"{SVG}g")}


def test_outputs_may_be_views_and_blank_sheets(folder: Path) -> None:
    """An output of radar.yaml names its view, and a blank sheet is one too."""
    keys = {"m.svg": "view: matrix", "t.svg": "view: trend", "b.svg": "blank: true"}
    with_outputs(folder, "\noutputs:\n" + "".join(f"  - file: {file}\n    {key}\n" for file, key in keys.items()))
    assert run("render").code == 0
    assert blips(folder / "radar-data" / "m.svg") == blips(folder / "radar-data" / "t.svg") == {"droner", "chatbots"}
    assert blips(folder / "radar-data" / "b.svg") == set()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--view", "trend"], ["blank", "trend"]), (["--tag", "teknik"], ["tag"]),
        (["--view", "matrix", "--labels", "names", "--highlight", "droner"], ["labels", "highlight"]),
        (["--sector", "Sensorer", "--ring", "Klar"], ["sector", "ring"]),
    ],
)  # fmt: skip
def test_what_means_nothing_on_a_blank_sheet_is_refused(folder: Path, options: list[str], words: list[str]) -> None:
    """Options that would change nothing are wrong usage, all of them named; nothing is written."""
    done = run("render", "a.svg", "--blank", *options)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("[means-nothing]") == max(1, len(words) - (words[-1] == "trend"))
    assert all(word in done.err for word in words)
    assert left(folder) == set()


@pytest.mark.parametrize(("options", "code"), [(["--edition", "2024"], "one-edition"), (["--edition", "2025"], None)])
def test_a_trend_needs_an_edition_before(folder: Path, options: list[str], code: str | None) -> None:
    """The oldest edition has no trend: the problem names the option and a way out."""
    done = run("render", "a.svg", "--view", "trend", *options)
    assert done.code == (2 if code else 0)
    assert (f"[{code}]" in done.err) is bool(code)
    assert not code or done.err.startswith("--view: error: ")


def test_a_blank_sheet_of_an_area_bears_its_name(folder: Path) -> None:
    """A blank sheet may be for an area, and says nothing of assessments."""
    assert run("render", "a.svg", "--blank", "--area", "Sundhed og omsorg", "--title", "Temadag").code == 0
    text = said(folder / "a.svg")
    assert "Sundhed og omsorg" in text
    assert "Temadag" in text
    assert "egen vurdering" not in text


def assessed_again(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("view", "name", "old", "new", "changes"),
    [
        # An earlier ring is on the trend and, through the movement, on the radar; a figure behind a ring on the matrix.
        ("trend", "droner", "ring: Afprøv", "ring: Hold øje", True),
        ("matrix", "chatbots", "maturity: Vist i praksis", "maturity: 3.01", True),
        ("radar", "chatbots", "reason: Prøves", "reason: Afprøves", False),
        ("matrix", "chatbots", "reason: Prøves", "reason: Afprøves", False),
        ("trend", "chatbots", "reason: Prøves", "reason: Afprøves", False),
    ],
)  # fmt: skip
def test_the_digest_follows_what_a_view_shows(
    folder: Path, view: str, name: str, old: str, new: str, changes: bool
) -> None:
    """The digest of a picture changes with what it shows, and with nothing else."""
    assert run("render", "a.svg", "--view", view).code == 0
    before = read_digest(folder / "a.svg")
    assessed_again(folder / "radar-data" / "technologies" / f"{name}.yaml", old, new)
    assert run("render", "b.svg", "--view", view).code == 0
    after = read_digest(folder / "b.svg")
    assert before is not None
    assert after is not None
    changed = {key for key in before if before[key] != after[key]}
    # What moved is told in the description too, with from and to; the method line counts what lies between levels.
    assert changed - {"description", "method", "seal"} == ({f"technology.{name}"} if changes else set())


@pytest.mark.parametrize("view", ["radar", "matrix", "trend"])
def test_a_later_edition_leaves_older_pictures_alone(folder: Path, view: str) -> None:
    """What is assessed in a later edition changes no byte of an older edition's picture."""
    assert run("render", "a.svg", "--view", view, "--edition", "2025").code == 0
    path = folder / "radar-data" / "technologies" / "droner.yaml"
    assessed_again(path, "    ring: Klar\n", "    ring: Afvent\n")
    assessed_again(folder / "radar-data" / "radar.yaml", "2026-03-02", "2026-03-02\n  - id: 2027\n    date: 2027-03-02")
    assert run("render", "b.svg", "--view", view, "--edition", "2025").code == 0
    assert (folder / "a.svg").read_bytes() == (folder / "b.svg").read_bytes()


# Files ---------------------------------------------------------------------------------------------------------------


def test_our_own_picture_is_replaced(folder: Path) -> None:
    """A picture that carries our digest is drawn anew without asking; one that is equal is left as it is."""
    for name in ("a.svg", "a.png", "a.pdf"):
        assert run("render", name, "--title", "Gammel", "--dpi", "40").code == 0
        old = (folder / name).read_bytes()
        assert run("render", name, "--dpi", "40").code == 0
        assert (folder / name).read_bytes() != old
    before = (folder / "a.svg").stat()
    assert run("render", "a.svg") == Done(0, "a.svg\n", "")
    assert ((folder / "a.svg").stat().st_mtime_ns, (folder / "a.svg").stat().st_ino) == (
        before.st_mtime_ns,
        before.st_ino,
    )


@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.pdf"])
def test_a_foreign_file_is_kept_unless_forced(folder: Path, name: str) -> None:
    """A file that is no picture of ours stays, exit code 3 with the way out; `--force` replaces it."""
    (folder / name).write_bytes(b"my own drawing")
    done = run("render", name, "other.svg", "--dpi", "40")
    assert (done.code, done.out) == (3, "")
    assert "[file-exists]" in done.err
    assert "--force" in done.err
    assert (folder / name).read_bytes() == b"my own drawing"
    assert left(folder) == {name}
    assert run("render", name, "--force", "--dpi", "40").code == 0
    assert read_digest(folder / name)


def test_a_file_larger_than_any_picture_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than anything that we draw is nobody's picture, whatever it begins with."""
    assert run("render", "a.svg").code == 0
    monkeypatch.setattr("techradar.draw.digest.LIMIT", 100)
    done = run("render", "a.svg")
    assert done.code == 3
    assert "[file-exists]" in done.err


def test_a_folder_that_is_missing_is_named(folder: Path) -> None:
    """Pictures make no folders; the error names the missing one and no other picture is written."""
    done = run("render", "good.svg", "billeder/a.svg")
    assert (done.code, done.out) == (3, "")
    assert "[no-such-folder]" in done.err
    assert "billeder" in done.err
    assert left(folder) == set()


def test_a_folder_in_the_way_is_named(folder: Path) -> None:
    """A folder of the picture's name is left alone, forced or not."""
    (folder / "a.svg").mkdir()
    for force in ([], ["--force"]):
        done = run("render", "a.svg", *force)
        assert (done.code, done.out) == (3, "")
        assert "[is-a-folder]" in done.err
    assert (folder / "a.svg").is_dir()


def _fails(code: int) -> Any:
    def fail(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("name", "error", "code"),
    [
        ("open", errno.EACCES, "unwritable"), ("open", errno.EROFS, "unwritable"),
        ("fsync", errno.ENOSPC, "disk-full"), ("fsync", errno.EDQUOT, "disk-full"),
        ("replace", errno.EACCES, "unwritable"),
        ("replace", errno.ENOSPC, "disk-full"),
    ],
)  # fmt: skip
def test_what_the_system_refuses_costs_no_old_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: int, code: str
) -> None:
    """A folder without leave to write, a full disk: exit code 3, the old pictures stay, nothing unfinished is left."""
    assert run("render", "a.svg", "b.svg", "--title", "Gammel").code == 0
    old = [(folder / each).read_bytes() for each in ("a.svg", "b.svg")]
    real = getattr(os, name)

    def selective(*arguments: Any, **more: Any) -> Any:
        writes = name != "open" or (len(arguments) > 1 and arguments[1] & os.O_CREAT)
        return _fails(error)() if writes else real(*arguments, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, name, selective)
        done = run("render", "a.svg", "b.svg", "new.svg")
    assert (done.code, done.out) == (3, "")
    assert f"[{code}]" in done.err
    assert "Traceback" not in done.err
    assert left(folder) == {"a.svg", "b.svg"}
    assert [(folder / each).read_bytes() for each in ("a.svg", "b.svg")] == old


def test_the_second_file_that_cannot_be_replaced_brings_the_first_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the first picture is in its place and the second cannot be, the first is what it was."""
    assert run("render", "a.svg", "b.svg", "--title", "Gammel").code == 0
    old = [(folder / each).read_bytes() for each in ("a.svg", "b.svg")]
    real = os.replace

    def selective(source: Any, target: Any) -> None:
        if Path(target).name == "b.svg":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", selective)
        done = run("render", "a.svg", "b.svg")
    assert done.code == 3
    assert [(folder / each).read_bytes() for each in ("a.svg", "b.svg")] == old
    assert left(folder) == {"a.svg", "b.svg"}


def test_the_order_of_files_does_not_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files copied in another order and listed in another order give the same bytes."""
    shutil.copytree(ROOT / "radar-data", folder / "one")
    (folder / "two" / "technologies").mkdir(parents=True)
    shutil.copy(folder / "one" / "radar.yaml", folder / "two")
    for path in sorted((folder / "one" / "technologies").iterdir(), reverse=True):
        shutil.copy(path, folder / "two" / "technologies")
    assert run("render", "one.svg", "--data", "one").code == 0
    listed, scanned, iterated = os.listdir, os.scandir, Path.iterdir
    with monkeypatch.context() as patch:
        patch.setattr(os, "listdir", lambda *a: sorted(listed(*a), reverse=True))
        patch.setattr(Path, "iterdir", lambda self: iter(sorted(iterated(self), reverse=True)))
        assert run("render", "two.svg", "--data", "two").code == 0
    assert scanned is os.scandir
    assert (folder / "one.svg").read_bytes() == (folder / "two.svg").read_bytes()


def test_no_radar_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no radar nothing is drawn, exit code 3."""
    monkeypatch.chdir(tmp_path)
    done = run("render", "a.svg")
    assert (done.code, done.out) == (3, "")
    assert not list(tmp_path.iterdir())


def test_help_shows_examples() -> None:
    """The command's help has examples that can be copied."""
    done = run("render", "--help")
    assert done.code == 0
    assert "techradar render radar.svg" in done.out
