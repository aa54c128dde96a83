"""Commands that change a radar, many at once and stopped at any moment: nothing is lost and nothing is half written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from commands import TODAY, environment, run
from editable import CONFIGURATION, PLAIN, RETIRED, radar, written
from techradar.store import load

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")]

KILLS = int(os.environ.get("TECHRADAR_KILLS", "60"))  # of all commands together; 200 by hand before a release
EACH = ("add", "assess", "retire", "rename", "question", "edition")

# A process that has imported everything and then becomes many, so that they are really at it at the same time.
FORKING = """
import json, os, signal, sys, time
from pathlib import Path
from techradar.cli.app import build
from techradar import store, files, rules
from techradar.editing import assessing, changes, editions, fields, questioning, renaming, retiring

def child(folder, words, begin=lambda: None, end=lambda: None):
    pid = os.fork()
    if not pid:
        begin()
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        code = 70
        try:
            build()([*words, "--data", folder])
        except SystemExit as stopped:
            code = stopped.code or 0
        finally:
            end()
            os._exit(code)
    return pid
"""
AT_ONCE = """
children = [child(sys.argv[1], words) for words in json.loads(sys.argv[2])]
print([os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children])
"""


def forked(program: str, *arguments: str | Path) -> str:
    """What a program that forks children says."""
    words = [sys.executable, "-c", FORKING + program, *(str(word) for word in arguments)]
    done = subprocess.run(words, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def is_sound(folder: Path) -> bool:
    """Whether a radar has neither errors nor warnings."""
    return [p for p in load(folder, date.fromisoformat(TODAY)).problems if p.severity != "note"] == []


def test_all_of_fifty_changes_of_every_kind_are_kept(tmp_path: Path) -> None:
    """Fifty people change one file, others' files and radar.yaml at the same time: all that they did is there."""
    sensor = PLAIN.replace("aliases: [Faldalarm]\n", "")
    others = {f"sensor-{n}": sensor.replace("Faldsensorer", f"Sensor {n}") for n in range(10)}
    areas = [f"omraade-{n}" for n in range(5)]
    configuration = (
        CONFIGURATION.replace("    draft: true\n", "").replace("Sundhed og omsorg, Børn og unge", ", ".join(areas))
        + "outputs:\n"
        + "".join(f"  - file: {id}.svg\n    highlight: {id}\n" for id in others)
    )
    folder = radar(tmp_path, PLAIN, configuration, **others)
    changes = [["question", "faldsensorer", f"Spørgsmål {n}?"] for n in range(5)]
    changes += [["assess", "faldsensorer", "--area", area, "--adoption", "undersøger"] for area in areas]
    changes += [["rename", id, f"Måler {n}"] for n, id in enumerate(others)]
    changes += [["question", id, "Hvem svarer?"] for id in others]
    changes += [["edition", id, "--note", f"Note {id}"] for id in ("2024", "2025", "2026", "2027")]
    changes += [["add", f"Ny {n}", "--sector", "iot", "--ring", "klar"] for n in range(6)]
    changes += [["retire", id, "--edition", "2027", "--reason", f"Nej {id}."] for id in list(others)[:5]]
    changes += [["assess", id, "--edition", "2026", "--maturity", "dokumenteret"] for id in list(others)[5:]]
    assert len(changes) == 50

    codes = forked(AT_ONCE, folder, json.dumps(changes))

    assert codes == f"{[0] * 50}\n"
    assert all(written(folder).count(f"    - text: Spørgsmål {n}?\n") == 1 for n in range(5))
    assert all(f"      {area}:\n        adoption: undersoeger\n" in written(folder) for area in areas)
    now = (folder / "radar.yaml").read_text("utf-8")
    for n, id in enumerate(others):
        text = written(folder, f"maaler-{n}")
        assert text.startswith(f"name: Måler {n}\n")
        assert text.count("- text: Hvem svarer?\n") == 1
        assert (f"    retired: true\n    reason: Nej {id}.\n" in text) is (n < 5)
        assert ("  - edition: 2026\n    maturity: dokumenteret\n" in text) is (n >= 5)
        assert f"highlight: maaler-{n}\n" in now
        assert not (folder / "technologies" / f"{id}.yaml").exists()
    assert all(f"    note: Note {id}\n" in now for id in ("2024", "2025", "2026", "2027"))
    assert all((folder / "technologies" / f"ny-{n}.yaml").is_file() for n in range(6))
    assert is_sound(folder)


# Each child is stopped at another step of its work, most of them while they write. Steps are calls and returns, so
# that every run stops at the same ones. After each the folder holds what it did before, what it does afterwards, or
# what it does between two of a rename's steps; then it is put back.
KILLED = """
folder, words, kills = Path(sys.argv[1]), json.loads(sys.argv[2]), int(sys.argv[3])
write = files.write_all
counts = folder / ".counts"

class Watch:
    steps = 0

    def __init__(self, at=-1):
        self.at = at

    def __call__(self, frame, event, argument):
        self.steps += 1
        if self.steps == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def begin(self):
        sys.setprofile(self)

    def begin_with_writing(self):
        def watched(*arguments, **named):
            sys.setprofile(self)
            write(*arguments, **named)
            sys.setprofile(None)
        files.write_all = watched

    def end(self):
        sys.setprofile(None)
        counts.write_text(str(self.steps), encoding="utf-8")

def contents():
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found

def restore(wanted):
    for name in contents().keys() - wanted.keys():
        (folder / name).unlink()
    for name, data in wanted.items():
        (folder / name).write_bytes(data)

def steps(begin):
    watch = Watch()
    _, status = os.waitpid(child(str(folder), words, begin=getattr(watch, begin), end=watch.end), 0)
    assert not status, status
    reached = contents()
    restore(before)
    return int(counts.read_text("utf-8")), reached

before = contents()
(whole, after), (writing, _) = steps("begin"), steps("begin_with_writing")
few = max(1, kills // 5)
moments = [("begin", whole * turn // few) for turn in range(1, few + 1)]
moments += [("begin_with_writing", 1 + writing * turn // (kills - few)) for turn in range(kills - few)]
seen = []
killed = 0
for begin, at in moments:
    _, status = os.waitpid(child(str(folder), words, begin=getattr(Watch(at), begin)), 0)
    killed += os.WIFSIGNALED(status)
    now = contents()
    state = {name: data.decode() for name, data in now.items()}
    if state not in seen:
        seen.append(state)
        if now != after:  # the same command again does what is left
            os.waitpid(child(str(folder), words), 0)
            assert contents() == after, (at, now)
    restore(before)
print(json.dumps({"killed": killed, "of": len(moments), "after": {n: d.decode() for n, d in after.items()},
                  "seen": seen}))
"""
COMMANDS = {
    "add": ["add", "Droner", "--sector", "iot", "--ring", "klar"],
    "assess": ["assess", "faldsensorer", "--maturity", "dokumenteret"],
    "retire": ["retire", "faldsensorer", "--reason", "Nej."],
    "rename": ["rename", "faldsensorer", "Faldmåtter"],
    "question": ["question", "faldsensorer", "Hvem svarer?"],
    "edition": ["edition", "2027", "--no-draft"],
}


@pytest.mark.parametrize("command", EACH)
def test_kills_leave_nothing_lost_or_half_written(command: str, tmp_path: Path) -> None:
    """Wherever a command ends, the radar is sound, it is the old or the new one, and the same command ends the work.

    A rename may also stop between its steps: the file with its new name and old id, or with both new and an output that
    still names the old id, which leads there.
    """
    configuration = CONFIGURATION + "outputs:\n  - file: a.svg\n    highlight: faldsensorer\n"
    folder = radar(tmp_path / "radar", PLAIN, configuration)
    before = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}

    found = json.loads(forked(KILLED, folder, json.dumps(COMMANDS[command]), str(max(10, KILLS // len(EACH)))))

    between = []
    if command == "rename":
        named = found["after"]["technologies/faldmaatter.yaml"]
        between = [
            {"radar.yaml": configuration, "technologies/faldsensorer.yaml": named},
            {"radar.yaml": configuration, "technologies/faldmaatter.yaml": named},
        ]
    assert [state for state in found["seen"] if state not in (before, found["after"], *between)] == []
    assert before in found["seen"]
    assert found["killed"] > found["of"] * 0.8
    for number, state in enumerate(found["seen"]):
        there = radar(tmp_path / str(number), configuration=state["radar.yaml"])
        (there / "technologies" / "faldsensorer.yaml").unlink()
        for name, text in state.items():
            (there / name).write_bytes(text.encode())
        assert is_sound(there), state


def test_a_return_to_the_radar_and_a_question_at_once_are_both_kept(tmp_path: Path) -> None:
    """Two kinds of change in one file wait for each other."""
    folder = radar(tmp_path, RETIRED)
    both = [["assess", "faldsensorer", "--maturity", "idé"], ["question", "faldsensorer", "Hvorfor?"]]

    assert forked(AT_ONCE, folder, json.dumps(both)) == "[0, 0]\n"
    assert "- text: Hvorfor?\n" in written(folder)
    assert "    maturity: ide\n" in written(folder)
    assert run("validate", "--data", folder).code == 0
