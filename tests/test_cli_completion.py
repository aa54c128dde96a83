"""What the tab key offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import environment
from radars import CONFIGURATION, PLAIN, radar_of
from techradar.cli import completion
from techradar.cli.app import build


def offered(words: str, folder: Path) -> list[str]:
    """What bash gets for what was typed so far."""
    import subprocess
    import sys

    asked = {"_TECHRADAR_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    done = subprocess.run(
        [sys.executable, "-m", "techradar"], env=environment(**asked), cwd=folder, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split()


def test_ids_are_offered_in_a_shell(tmp_path: Path) -> None:
    """Ids of the radar in the current folder, and of one that is named before the command."""
    radar_of(tmp_path, {"droner": PLAIN, "robot": PLAIN.replace("Droner", "Robot")})

    assert offered("techradar show d", tmp_path) == ["droner"]
    assert offered(f"techradar --data {tmp_path} list --ring a", tmp_path.parent) == ["afproev", "afvent"]


class Context:
    """As much of Typer's context as completion reads."""

    def __init__(self, data: Path) -> None:
        self.params = {"data": str(data)}
        self.parent = None


@pytest.mark.parametrize(
    ("name", "begun", "found"),
    [
        ("sectors", "", ["sensorer", "kunstig-intelligens"]),
        ("rings", "af", ["afproev", "afvent"]),
        ("areas", "s", ["sundhed-og-omsorg"]),
        ("editions", "", ["2026", "2025", "2024"]),
        ("maturity_levels", "f", ["forsoeg", "faerdigvare"]),
        ("adoption_levels", "v", ["ved-ikke"]),
        ("technologies", "", ["a", "b"]),
        ("tags", "", ["en", "fire", "to ord", "tre"]),
        ("municipalities", "", ["Aarhus", "Et hus"]),
    ],
)
def test_each_kind_is_offered(name: str, begun: str, found: list[str], tmp_path: Path) -> None:
    """Each option that names a thing of the radar offers those things."""
    tagged = PLAIN.replace("Droner", "B") + 'tags:\n  - en\n  - "to ord"\n'
    tagged += 'cases:\n  - municipality: Aarhus\n    stage: pilot\n  - stage: pilot\n    organisation: "Et hus"\n'
    radar_of(tmp_path, {"a": PLAIN + "tags: [tre, 'fire']\n", "b": tagged}, CONFIGURATION)

    assert [value for value, _ in getattr(completion, name)(Context(tmp_path), begun)] == found


@pytest.mark.parametrize("name", ["sectors", "technologies", "tags", "editions"])
@pytest.mark.parametrize("text", [None, "", "[", "title: x\nsectors: 5\neditions: {a: b}\n", "\x00"])
def test_nothing_is_offered_where_nothing_can_be_read(
    name: str, text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing or broken radar offers nothing and says nothing."""
    if text is not None:
        (tmp_path / "radar.yaml").write_text(text, "utf-8")

    assert list(getattr(completion, name)(Context(tmp_path), "")) == []
    assert capsys.readouterr() == ("", "")


def test_columns_go_on_after_a_comma() -> None:
    """After a comma the next column is offered, after a minus one to sort by falling."""
    assert ("name,score", "") in completion.columns("name,sc")
    assert ("-score", "") in completion.columns("-sc")


def test_completion_knows_all_there_is() -> None:
    """The lists that completion keeps for speed are those of the model, and no command lacks an example."""
    from techradar.history import Movement
    from techradar.model import Basis
    from techradar.model.beside import STAGES
    from techradar.publish.rows import KEYS

    assert completion.COLUMNS == KEYS
    assert tuple(completion.MOVEMENTS) == tuple(word.value for word in Movement)
    assert tuple(completion.BASES) == tuple(word.value for word in Basis)
    assert tuple(completion.STAGES) == STAGES
    assert completion.stages("p") == ["preparing", "pilot"]
    assert all(info.epilog for info in build().registered_commands)
