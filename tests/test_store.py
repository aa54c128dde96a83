"""The radar's folder: where it is found, which files are read, and what is said of the others."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from radars import CONFIGURATION, PLAIN, TODAY, radar_of, told
from techradar import files, store
from techradar.problems import Exit, TechradarError

OTHER = PLAIN.replace("Droner", "Robotter")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A radar with one technology."""
    radar_of(radar := tmp_path / "radar-data", {"droner": PLAIN})
    return radar


def put(folder: Path, name: str, text: str | bytes = OTHER) -> Path:
    """A file among the technologies."""
    path = folder / "technologies" / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def stopped(folder: Path | None, *, find: bool = False) -> tuple[str, Exit]:
    """The code and exit code that finding or loading a folder ends with."""
    with pytest.raises(TechradarError) as caught:
        _ = store.find_folder(folder) if find or folder is None else store.load(folder, TODAY)
    (problem,) = caught.value.problems
    assert problem.message.to("da")
    assert problem.hint is not None or problem.code == "link-outside"
    return problem.code, caught.value.exit_code


# --- where it is


def test_the_folder_that_is_named_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given, else named by the environment, else the nearest here or above."""
    below = folder.parent / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)

    assert store.find_folder(folder) == folder
    assert store.find_folder(None).resolve() == folder
    monkeypatch.setenv("TECHRADAR_DATA", str(folder))
    assert store.find_folder(None) == folder
    monkeypatch.setenv("TECHRADAR_DATA", str(below))
    assert store.find_folder(None) == below


def test_the_folder_is_shown_as_seen_from_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found has a short path, here and from inside the radar itself."""
    monkeypatch.chdir(folder.parent)
    assert store.find_folder(None) == Path("radar-data")
    monkeypatch.chdir(folder / "technologies")
    assert store.find_folder(None) == Path("..")


def test_the_folder_around_a_radar_stands_for_it(folder: Path) -> None:
    """Naming the folder that holds `radar-data` is enough."""
    assert store.find_folder(folder.parent) == folder


def test_no_folder_and_no_radar_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is missing, empty, or a file, each with its own words and exit code 3."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fil").touch()

    assert stopped(tmp_path / "mangler", find=True) == ("no-folder", Exit.FILES)
    assert stopped(tmp_path / "fil", find=True) == ("no-folder", Exit.FILES)
    assert stopped(None) == ("no-radar", Exit.FILES)
    assert stopped(tmp_path) == ("no-radar", Exit.FILES)
    assert stopped(tmp_path / "mangler") == ("no-radar", Exit.FILES)


def test_a_frame_that_cannot_be_read_ends_it(tmp_path: Path) -> None:
    """A folder where `radar.yaml` should be is told as such."""
    (tmp_path / "radar.yaml").mkdir()

    assert stopped(tmp_path) == ("is-a-folder", Exit.FILES)


# --- what is read


@pytest.mark.parametrize(
    "name", [".skjult.yaml", "~$droner.yaml", "desktop.ini", "Thumbs.db", ".robotter.yaml.swp", ".DS_Store"]
)
def test_what_programs_leave_is_ignored(folder: Path, name: str) -> None:
    """Hidden files and those that Windows and Office leave are passed over without a word."""
    put(folder, name, b"\xff\x00")

    assert told(store.load(folder, TODAY), notes=True) == []


@pytest.mark.parametrize(
    ("name", "code", "near"),
    [
        ("robotter.yml", "wrong-suffix", "robotter.yaml"),
        ("robotter.yaml.txt", "wrong-suffix", "robotter.yaml"),
        ("Nye Robotter.yml", "wrong-suffix", "nye-robotter.yaml"),
        ("Robotter.yaml", "bad-file-name", "robotter.yaml"),
        ("robotter.YAML", "bad-file-name", "robotter.yaml"),
        ("måling.yaml", "bad-file-name", "maaling.yaml"),
        ("con.yaml", "bad-file-name", "con-x.yaml"),
        ("a_b.yaml", "bad-file-name", "a-b.yaml"),
        ("-a.yaml", "bad-file-name", "a.yaml"),
        ("😀.yaml", "bad-file-name", "teknologi.yaml"),
        (f"{'a' * 65}.yaml", "bad-file-name", f"{'a' * 64}.yaml"),
        ("robotter (1).yaml", "conflict-copy", None),
        ("robotter - Kopi.yaml", "conflict-copy", None),
        ("Kopi af robotter.yaml", "conflict-copy", None),
        ("robotter.sync-conflict-20260302-101500-ABCDEFG.yaml", "conflict-copy", None),
        ("robotter (Annes kopi i konflikt 2026-03-02).yaml", "conflict-copy", None),
        ("noter.txt", "other-file", None),
        ("billede.png", "other-file", None),
    ],
)
def test_a_file_that_is_not_read_is_told_of(folder: Path, name: str, code: str, near: str | None) -> None:
    """Names that a technology cannot have are told with the name that it can have."""
    put(folder, name)
    (problem,) = store.load(folder, TODAY).problems

    assert problem.code == code
    assert Path(problem.path).name == name
    if near is not None:
        assert problem.hint is not None
        assert problem.hint.to("da") == f"omdøb filen til {near}"


@pytest.mark.parametrize("name", ["konflikthaandtering.yaml", "conflict-detection.yaml", "kopi-af-data.yaml"])
def test_a_good_name_is_no_copy(folder: Path, name: str) -> None:
    """A technology may be about conflicts and copies."""
    put(folder, name)

    assert told(store.load(folder, TODAY), notes=True) == []


@pytest.mark.parametrize("name", ["Droner.yaml", "DRONER.yaml", "droner.YAML"])
def test_two_files_of_one_id_are_told_once(folder: Path, name: str) -> None:
    """The well named one is read; the other one is told of."""
    if put(folder, name).samefile(folder / "technologies" / "droner.yaml"):
        pytest.skip("this disk knows no upper and lower case")
    loaded = store.load(folder, TODAY)

    assert told(loaded) == [f"technologies/{name} same-id"]
    assert loaded.radar is not None
    assert [t.name for t in loaded.radar.technologies] == ["Droner"]


def test_two_forms_of_a_letter_are_one_name(folder: Path) -> None:
    """A name that a Mac and one that Windows wrote are the same name."""
    forms = {unicodedata.normalize(form, "måling.yaml") for form in ("NFC", "NFD")}
    for name in forms:
        put(folder, name)
    if len(list((folder / "technologies").iterdir())) < 3:
        pytest.skip("this disk knows one form only")

    assert sorted(p.code for p in store.load(folder, TODAY).problems) == ["bad-file-name", "same-id"]


def test_a_folder_where_a_technology_should_be(folder: Path) -> None:
    """A folder with a technology's name is an error, any other folder a note; the rest is read."""
    (folder / "technologies" / "robotter.yaml").mkdir()
    (folder / "technologies" / "gamle").mkdir()
    loaded = store.load(folder, TODAY)

    assert told(loaded, notes=True) == ["technologies/gamle other-file", "technologies/robotter.yaml is-a-folder"]
    assert loaded.radar is not None


def test_a_radar_before_its_first_technology(tmp_path: Path) -> None:
    """Without the folder `technologies` a radar is empty and sound; a file of that name is an error."""
    (tmp_path / "radar.yaml").write_text(CONFIGURATION, "utf-8")
    loaded = store.load(tmp_path, TODAY)
    assert loaded.radar is not None
    assert (loaded.radar.technologies, loaded.problems, loaded.sound) == ((), (), True)

    (tmp_path / "technologies").touch()
    assert told(store.load(tmp_path, TODAY)) == ["technologies no-folder"]


def test_a_folder_that_may_not_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A protected folder is a problem of files and no traceback."""

    def refused(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refused)
    assert told(store.load(folder, TODAY)) == ["technologies unreadable"]


def test_a_file_that_may_not_be_read(folder: Path) -> None:
    """One file that cannot be read is told of, and the rest is read."""
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("everything may be read here")
    put(folder, "robotter.yaml").chmod(0)
    loaded = store.load(folder, TODAY)

    assert told(loaded) == ["technologies/robotter.yaml unreadable"]
    assert loaded.radar is not None
    assert [t.id for t in loaded.radar.technologies] == ["droner"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "1:1 empty-file"),
        (b"\xef\xbb\xbf", "1:1 empty-file"),
        (b"# kun en kommentar\n", "1:1 empty-file"),
        (b"name: Tr\xe6piller\n", "1:9 invalid-utf8"),
        (OTHER.encode("utf-16"), "1:1 invalid-utf8"),
        (b"\x00" * 100, "1:1 control-character"),
        (b"name: " + b"[" * 30_000, "1:56 nested-too-deep"),
        (b"{a: " * 30_000, "1:201 nested-too-deep"),
        (b"x" * 5_000_000, "1:1 file-too-large"),
        (b"- a\n- b\n", "1:1 not-a-mapping"),
        (OTHER.strip().encode() + b"\n---\nname: b\n", "7:1 second-document"),
    ],
)
def test_a_file_of_any_bytes_silences_only_itself(folder: Path, data: bytes, place: str) -> None:
    """What cannot be read gives a problem at its place; the other technologies are there."""
    put(folder, "robotter.yaml", data)
    loaded = store.load(folder, TODAY)

    assert told(loaded)[0] == f"technologies/robotter.yaml:{place}"
    assert loaded.radar is not None
    assert [t.id for t in loaded.radar.technologies] == ["droner"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_marks_and_line_endings_change_nothing(folder: Path, mark: str, ending: str) -> None:
    """With or without byte-order mark, LF or CRLF: the same records, the same places."""
    text = OTHER.replace("Klar", "Klart")
    put(folder, "robotter.yaml", (mark + text.replace("\n", ending)).encode("utf-8"))

    assert told(store.load(folder, TODAY)) == ["technologies/robotter.yaml:6:11 unknown-ring"]


def test_a_link_in_a_circle_is_told_as_one(folder: Path) -> None:
    """A link that leads back to itself lies in the folder, and cannot be read."""
    try:
        (folder / "technologies" / "robotter.yaml").symlink_to("robotter.yaml")
    except OSError:
        pytest.skip("no symbolic links here")

    assert told(store.load(folder, TODAY)) == ["technologies/robotter.yaml unreadable"]


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    """What lies elsewhere is neither read nor listed, be it a file, the whole folder or the frame itself."""
    outside = folder.parent / "andet"
    outside.mkdir()
    (outside / "robotter.yaml").write_text(OTHER, "utf-8")
    try:
        (folder / "technologies" / "robotter.yaml").symlink_to(outside / "robotter.yaml")
    except OSError:
        pytest.skip("no symbolic links here")
    assert told(store.load(folder, TODAY)) == ["technologies/robotter.yaml link-outside"]

    (folder / "technologies").rename(outside / "technologies")
    (folder / "technologies").symlink_to(outside / "technologies")
    assert told(store.load(folder, TODAY)) == ["technologies link-outside"]

    (folder / "radar.yaml").rename(outside / "radar.yaml")
    (folder / "radar.yaml").symlink_to(outside / "radar.yaml")
    assert stopped(folder) == ("link-outside", Exit.FILES)


def test_a_link_inside_the_folder_is_followed(folder: Path) -> None:
    """A link to another place in the same radar is a file like any other; one to nothing is told of."""
    (folder / "gemt.yaml").write_text(OTHER, "utf-8")
    try:
        (folder / "technologies" / "robotter.yaml").symlink_to("../gemt.yaml")
    except OSError:
        pytest.skip("no symbolic links here")
    (folder / "technologies" / "borte.yaml").symlink_to("../mangler.yaml")
    (folder / "technologies" / "rundt.yaml").symlink_to("rundt.yaml")
    loaded = store.load(folder, TODAY)

    assert loaded.radar is not None
    assert [t.id for t in loaded.radar.technologies] == ["droner", "robotter"]
    assert {Path(p.path).name for p in loaded.problems} == {"borte.yaml", "rundt.yaml"}


# --- what comes of it


def test_the_radar_is_what_can_be_trusted(folder: Path) -> None:
    """Technologies with errors are left out, also errors that only show across files; the trees are all there."""
    put(folder, "robotter.yaml", OTHER.replace("Klar", "Klart"))
    put(folder, "vand.yaml", PLAIN)
    loaded = store.load(folder, TODAY)

    assert loaded.radar is not None
    assert [t.id for t in loaded.radar.technologies] == ["droner"]
    assert sorted(loaded.trees) == ["", "droner", "robotter", "vand"]
    assert not loaded.sound
    assert store.technology_path(folder, "droner").is_file()


def test_the_order_of_files_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the disk lists the files, radar and problems are the same."""
    for name in ("b.yaml", "a.yaml", "Æ.yaml"):
        put(folder, name, OTHER.replace("Robotter", f"R{name[0]}"))
    first = store.load(folder, TODAY)
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: sorted(listed(self), reverse=True))
    second = store.load(folder, TODAY)

    assert first.problems == second.problems
    assert first.radar is not None
    assert second.radar is not None
    assert [t.id for t in first.radar.technologies] == [t.id for t in second.radar.technologies] == ["a", "b", "droner"]


def test_a_file_that_is_renamed_while_the_folder_is_read_is_read_under_its_new_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's rename between listing and reading is no mistake of the radar's."""
    radar_of(tmp_path, {"a": PLAIN, "b": PLAIN.replace("Droner", "Biler")})
    read = files.read_bytes

    def renaming(path: Path, limit: int | None = None) -> bytes:
        if path.name == "b.yaml" and path.exists():
            path.rename(path.with_name("c.yaml"))
        return read(path, limit)

    monkeypatch.setattr(files, "read_bytes", renaming)
    loaded = store.load(tmp_path, TODAY)

    assert told(loaded) == []
    assert [t.id for t in loaded.radar.technologies] == ["a", "c"]  # type: ignore[union-attr]


def test_a_file_that_never_stays_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some tries what cannot be read is a problem, not a wait without end."""
    radar_of(tmp_path, {"a": PLAIN})
    monkeypatch.setattr(Path, "iterdir", lambda self: iter([self / "gone.yaml"]))

    assert [p.code for p in store.load(tmp_path, TODAY).problems] == ["no-such-file"]
