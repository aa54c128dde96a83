"""`techradar validate` and `techradar schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import run
from radars import PLAIN, radar_of

BAD = "name: Bad\nsector: Sensorer\nassessments:\n  - edition: 2026\n    rng: Klar\n"
WARNED = PLAIN + "links:\n  - title: x\n    url: http://example.org/\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A radar with a sound file, one with an error, and one with a warning and a note."""
    folder = tmp_path / "radar-data"
    late = WARNED.replace("Droner", "Late") + "review_by: 2020-01-01\n"
    folder.mkdir()
    radar_of(folder, {"droner": PLAIN, "bad": BAD, "late": late})
    return folder


def test_problems_are_the_product(folder: Path) -> None:
    """Problems go to stdout, errors before all else by place, and stderr says how many there are."""
    done = run("validate", "--data", folder)

    assert done.code == 1
    assert "technologies/bad.yaml:5:5: error: unknown key" in done.out
    assert "[link-over-http]" in done.out
    assert "[review-due]" not in done.out
    assert done.err.startswith("3 technologies, 3 editions: ")
    assert "1 warning" in done.err
    assert "note that --notes shows" in done.err or "notes that --notes shows" in done.err


def test_a_sound_radar(tmp_path: Path) -> None:
    """Without problems stdout is empty, stderr says so and the exit code is 0."""
    radar_of(tmp_path, {"droner": PLAIN})
    done = run("validate", "--data", tmp_path)

    assert (done.code, done.out, done.err) == (0, "", "1 technology, 3 editions: no errors\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["late.yaml"], 0, "[link-over-http]"),
        (["late.yaml", "--strict"], 1, "[link-over-http]"),
        (["late.yaml", "--notes"], 0, "[review-due]"),
        (["droner.yaml", "--strict", "--notes"], 0, ""),
        (["droner.yaml", "bad.yaml"], 1, "[unknown-key]"),
        (["../radar.yaml"], 0, ""),
        (["."], 1, "[unknown-key]"),
        ([".."], 1, "[unknown-key]"),
        (["../.."], 1, "[unknown-key]"),
        (["gone.yaml"], 3, "gone.yaml: error: gone.yaml does not exist [no-such-file]"),
        (["../../elsewhere.txt"], 1, "../../elsewhere.txt: error: is not part of the radar [not-in-radar]"),
    ],
)
def test_only_what_is_named(
    arguments: list[str], code: int, said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With paths only their problems are told; the radar is found from them, in whatever folder one stands."""
    (folder.parent / "elsewhere.txt").write_text("", "utf-8")
    monkeypatch.chdir(folder / "technologies")
    done = run("validate", *arguments)

    assert (done.code, said in done.out) == (code, True)
    if "bad.yaml" not in arguments and "." not in arguments and ".." not in arguments and "../.." not in arguments:
        assert "bad.yaml" not in done.out


def test_files_of_several_radars(folder: Path, tmp_path: Path) -> None:
    """Paths may lie in several radars; each is read once."""
    other = tmp_path / "other"
    other.mkdir()
    radar_of(other, {"second": BAD.replace("Bad", "Second")})
    done = run("validate", folder / "technologies" / "droner.yaml", other / "technologies" / "second.yaml")

    assert done.code == 1
    assert done.err == "2 files: 1 error\n"
    assert done.out.count("[unknown-key]") == 1


@pytest.mark.parametrize("format", ["json", "github", "gitlab", "azure"])
def test_formats(format: str, folder: Path) -> None:
    """Each format is what its readers take, with the folder that is missing in it too."""
    done = run("validate", "--data", folder, "--format", format)
    missing = run("validate", "--data", folder / "nope", "--format", format)

    assert (done.code, missing.code) == (1, 3)
    if format in {"json", "gitlab"}:
        rows = json.loads(done.out)
        rows = rows["problems"] if format == "json" else rows
        codes = [row["code" if format == "json" else "check_name"] for row in rows]
        assert {"unknown-key", "link-over-http"} <= set(codes)
    else:
        start = {"github": "::error file=", "azure": "##vso[task.logissue type=error;"}[format]
        assert any(line.startswith(start) for line in done.out.splitlines())
    assert "no-folder" in missing.out


def test_a_sound_radar_in_a_build(tmp_path: Path) -> None:
    """Without problems JSON is a document without problems, and lines are none."""
    radar_of(tmp_path, {"droner": PLAIN})

    assert json.loads(run("validate", "--data", tmp_path, "--format", "json").out) == {"format": 1, "problems": []}
    assert run("validate", "--data", tmp_path, "--format", "github").out == ""


@pytest.mark.parametrize("kind", ["radar", "technology"])
def test_schema_is_printed(kind: str) -> None:
    """`schema` prints a JSON Schema with every key described."""
    schema = json.loads(run("schema", kind).out)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    records = [schema, *schema["$defs"].values()]
    records += [branch for record in records for branch in record.get("anyOf", [])]
    undescribed = [
        key for record in records for key, node in record.get("properties", {}).items() if "description" not in node
    ]
    assert undescribed == []
