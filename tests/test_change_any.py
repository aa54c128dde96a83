"""Every command that changes a file, on any file that people may write: what was meant is there, the rest stays."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commands import TODAY, run
from editable import CONFIGURATION, radar, technologies
from techradar.cli.app import build
from techradar.editing import editions, questioning, renaming, retiring
from techradar.editing.trying import Change
from techradar.model import Technology
from techradar.model.values import folded
from techradar.problems import TechradarError
from techradar.store import Loaded, load
from techradar.yamltree import Loc, Tree, read

DAY = date.fromisoformat(TODAY)
ALIASES = (
    "",
    "aliases: [UAV, 'a, b']  # korte",
    'aliases:  # flere\n  - UAV   # én\n  - "b: c"\n  # efter',
    "aliases:\n- UAV",
)
DIALOGUES = (
    "",
    "dialogue:  # tom",
    "dialogue:\n  legal: |\n    Må vi?  # tekst\n\n    Ja.\n",
    "dialogue:\n    questions:   # fra møder\n    -   text: 'Hvem?'  # os\n        raised: \"2026-01-02\"\n    # sidst",
    "dialogue: {questions: [{text: Hvem}]}  # kort",
    "dialogue:\n  questions:\n    - text: >-\n        foldet\n        linje\n      where: her\n  legal: x",
)
WORDS = ("Hvem svarer: os?", "To\nlinjer", "'x' # y", "[a, {b", "Faldmåtter", "- nej", "~")
any_file = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@st.composite
def described(draw: Any) -> str:
    """A technology's file with aliases and a dialogue, written in any way."""
    text: str = draw(technologies())
    newline = "\r\n" if "\r\n" in text else "\n"
    for part in (draw(st.sampled_from(ALIASES)), draw(st.sampled_from(DIALOGUES))):
        if part:
            text += ("" if text.endswith("\n") else newline) + part.replace("\n", newline)
    end: str = draw(st.sampled_from(["", newline]))
    return text + end


@st.composite
def configurations(draw: Any) -> str:
    """A radar.yaml whose editions are written in any way."""
    head = CONFIGURATION[: CONFIGURATION.index("editions:")]
    blocks = "editions:  # ældste først\n"
    indent = " " * draw(st.sampled_from([0, 2, 4]))
    for year in (2024, 2025, 2026):
        said = draw(
            st.sampled_from(
                [
                    f"id: {year}   # år\n{indent}  date: '{year}-03-01'",
                    f'{{id: "{year}", date: {year}-03-01}}  # kort',
                    f"date: {year}-03-01\n{indent}  note: |\n{indent}    To\n\n{indent}    ord\n{indent}  id: {year}",
                    f"id: {year}\n\n{indent}  # dato\n{indent}  date: {year}-03-01\n{indent}  comparable: false  # nej",
                ]
            )
        )
        blocks += draw(st.sampled_from(["", f"{indent}# før\n", "\n"])) + f"{indent}- {said}\n"
    flow = "editions: [{id: 2024, date: 2024-03-01}, {id: 2025, date: 2025-03-01, note: 'a, b'}]  # alle\n"
    tail = draw(st.sampled_from(["", "# til sidst", "\noutputs:\n  - file: a.svg  # et billede\n"]))
    text = head + draw(st.sampled_from([blocks, blocks, flow])) + tail
    text = text if draw(st.booleans()) else text.rstrip("\n")
    newline: str = draw(st.sampled_from(["\n", "\r\n"]))
    mark: str = draw(st.sampled_from(["", "\ufeff"]))
    whole: str = mark + text.replace("\n", newline)
    return whole


def loaded_of(folder: Path, text: str, configuration: str = CONFIGURATION) -> tuple[Loaded, Technology]:
    """The radar of one technology, which must be sound."""
    radar(folder, text)
    (folder / "radar.yaml").write_bytes(configuration.encode())
    loaded = load(folder, DAY)
    assert loaded.sound, (loaded.problems, text, configuration)
    assert loaded.radar is not None
    return loaded, loaded.radar.by_id["faldsensorer"]


def texts(change: Change) -> tuple[str, str, Tree, Tree]:
    """The one file that a change is about, before and after, with what they say."""
    (edit,) = change.edits
    old, new = edit.old.decode(), edit.new.decode()
    lone = new.replace("\r\n", "")
    assert "\r\n" not in old or ("\n" not in lone and "\r" not in lone)
    return old, new, read(edit.old, ""), read(edit.new, "")


def only_added(old: str, new: str) -> bool:
    """Whether taking one stretch out of the new text gives the old one."""
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    tail = len(old) - same
    return len(new) >= len(old) and (not tail or new.endswith(old[same:]))


def kept_around(old: str, new: str, tree: Tree, loc: Loc) -> bool:
    """Whether nothing has changed before the node at `loc`, nor after the line on which it ends."""
    node = tree.node(loc)
    mark = len(old) - len(tree.text)
    ends = [at for at in (old.find("\r\n", node.end + mark), old.find("\n", node.end + mark)) if at >= 0]
    return new.startswith(old[: node.start + mark]) and new.endswith(old[min(ends, default=len(old)) :])


def test_what_changes_more_is_found() -> None:
    """The two checks of what is kept fail where something else has changed."""
    tree = read(b"a: 1\nb: 2  # c\nd: 3\n", "")
    assert only_added("ab", "axb")
    assert not any(only_added("ab", new) for new in ("ba", "a", "axc", "xyb"))
    assert kept_around(tree.text, "a: 1\nb: x: y\nd: 3\n", tree, ("b",))
    assert not kept_around(tree.text, "a: 2\nb: 2  # c\nd: 3\n", tree, ("b",))
    assert not kept_around(tree.text, "a: 1\nb: 2  # c\nd: 4\n", tree, ("b",))


@any_file
@given(text=described(), edition=st.sampled_from(["2024", "2025", "2026"]), reason=st.sampled_from(WORDS))
def test_a_retirement_changes_one_assessment(text: str, edition: str, reason: str, tmp_path: Path) -> None:
    """Added as a whole, or in the place of the edition's own."""
    loaded, technology = loaded_of(tmp_path, text)
    assert loaded.radar is not None
    chosen = next(e for e in loaded.radar.configuration.editions if e.id == edition)
    try:
        change = retiring.retired(loaded, technology, chosen, reason, DAY, replace=True)
    except TechradarError as error:
        assert {p.code for p in error.problems} == {"not-on-radar"}, text  # noqa: PT017
        return
    old, new, before, after = texts(change)
    at = [a.edition for a in change.radar.by_id["faldsensorer"].assessments].index(edition)
    said = after.plain()["assessments"][at]
    expected = before.plain()
    if edition in technology.by_edition:
        expected["assessments"][at] = said
        assert kept_around(old, new, before, ("assessments", at))
    else:
        expected["assessments"].insert(at, said)
        assert only_added(old, new)
    assert said == {"edition": edition, "retired": "true", "reason": reason}
    assert after.plain() == expected


@any_file
@given(text=described(), words=st.sampled_from(WORDS), where=st.sampled_from([None, "Møde: 1"]))
def test_a_question_is_added_at_the_end(text: str, words: str, where: str | None, tmp_path: Path) -> None:
    """With what is missing above it; nothing else changes."""
    loaded, technology = loaded_of(tmp_path, text)

    old, new, before, after = texts(questioning.asked(loaded, technology, words, "2026-02-01", where, DAY))

    expected = before.plain()
    dialogue = expected["dialogue"] = expected.get("dialogue") or {}
    said = {"text": words, "raised": "2026-02-01", **({"where": where} if where else {})}
    dialogue["questions"] = [*dialogue.get("questions", []), said]
    assert after.plain() == expected
    assert only_added(old, new)


@any_file
@given(text=described().filter(lambda text: "questions" in text), words=st.sampled_from(WORDS))
def test_an_answer_is_added_to_its_question(text: str, words: str, tmp_path: Path) -> None:
    """The question and all else stays as it was written."""
    loaded, technology = loaded_of(tmp_path, text)

    old, new, before, after = texts(questioning.answered(loaded, technology, 1, words, "2026-02-01", DAY))

    expected = before.plain()
    expected["dialogue"]["questions"][0] |= {"answer": words, "answered": "2026-02-01"}
    assert after.plain() == expected
    assert kept_around(old, new, before, ("dialogue", "questions", 0))
    assert all(line in new for line in old.splitlines() if "{" not in line)


@any_file
@given(text=described(), name=st.sampled_from(["Faldmåtter", "C#: nyt", "FALDSENSORER", "[a]"]), keep=st.booleans())
def test_a_rename_changes_the_name_and_adds_aliases(text: str, name: str, keep: bool, tmp_path: Path) -> None:
    """With the old name put back nothing but the added aliases is new."""
    loaded, technology = loaded_of(tmp_path, text)
    id = "faldsensorer" if keep else "nyt-id"

    old, new, before, after = texts(renaming.renamed(loaded, technology, name, id, DAY))

    aliases = after.plain().get("aliases") or []
    wanted = {folded(w) for w in ("Faldsensorer", *technology.aliases) if folded(w) != folded(name)}
    assert {**before.plain(), "name": name, "aliases": aliases} == {**after.plain(), "aliases": aliases}
    assert {folded(alias) for alias in aliases} - {"faldsensorer"} == wanted - {"faldsensorer"}
    assert folded(name) == "faldsensorer" or "faldsensorer" in map(folded, aliases) or keep
    was, now = before.node(("name",)), after.node(("name",))
    mark = len(new) - len(after.text)
    restored = f"{new[: now.start + mark]}{before.text[was.start : was.end]}{new[now.end + mark :]}"
    assert only_added(old, restored)


@any_file
@given(text=configurations(), note=st.sampled_from([None, *WORDS]), draft=st.booleans())
def test_an_edition_is_added_at_the_end(text: str, note: str | None, draft: bool, tmp_path: Path) -> None:
    """Taking it out again gives the old radar.yaml."""
    technology = "name: Faldsensorer\nsector: iot\nassessments:\n  - edition: 2025\n    ring: klar\n"
    loaded, _ = loaded_of(tmp_path, technology, text)

    change = editions.added(loaded, "2027", editions.Said("2027-03-01", draft, None, note), DAY)

    old, new, before, after = texts(change)
    said = {"id": "2027", "date": "2027-03-01", "note": note, "draft": "true" if draft else None}
    expected = before.plain()
    expected["editions"].append({key: value for key, value in said.items() if value is not None})
    assert after.plain() == expected
    assert only_added(old, new)


@any_file
@given(text=configurations(), at=st.integers(0, 1), note=st.sampled_from([None, *WORDS]),
       comparable=st.sampled_from([None, True, False]), day=st.sampled_from([None, "-02-01"]))  # fmt: skip
def test_a_change_of_an_edition_stays_in_it(
    text: str, at: int, note: str | None, comparable: bool | None, day: str | None, tmp_path: Path
) -> None:
    """Before the edition and after its last line every byte stays; what was not said of it does too."""
    technology = "name: Faldsensorer\nsector: iot\nassessments:\n  - edition: 2025\n    ring: klar\n"
    loaded, _ = loaded_of(tmp_path, technology, text)
    assert loaded.radar is not None
    edition = loaded.radar.configuration.editions[at]
    said = editions.Said(None if day is None else f"{edition.id}{day}", None, comparable, note)

    change = editions.restated(loaded, edition, said, DAY)

    if not change.edits:
        return
    old, new, before, after = texts(change)
    expected = before.plain()
    wanted = expected["editions"][at]
    wanted |= {key: value for key, value in (("date", said.date), ("note", note)) if value is not None}
    if comparable is True:
        wanted.pop("comparable", None)
    elif comparable is False:
        wanted["comparable"] = "false"
    assert after.plain() == expected
    assert kept_around(old, new, before, ("editions", at))


GIVEN = st.fixed_dictionaries(
    {"name": st.sampled_from(["Droner", "C#: nyt", "[a]", "- nej", "'x' # y", "Faldmåtter"])},
    optional={
        "summary": st.sampled_from(WORDS),
        "description": st.sampled_from(WORDS),
        "reason": st.sampled_from(WORDS),
        "owner": st.sampled_from(WORDS),
        "tags": st.lists(st.sampled_from(["a, b", "c: d", "# e", "null"]), min_size=1, max_size=2, unique=True),
        "id": st.sampled_from(["nyt-id", "no"]),
    },
)
ADD = build(["add"])


@settings(any_file, max_examples=25)
@given(text=described(), configuration=configurations(), given=GIVEN)
def test_what_is_added_is_a_file_of_its_own(text: str, configuration: str, given: dict[str, Any]) -> None:
    """It says what was given and no more; every other file keeps every byte, and none is left besides."""
    plain = "name: Faldsensorer\nsector: iot\nassessments:\n  - edition: 2025\n    ring: klar\n"
    words = ["--sector", "IoT", "--ring", "Afprøv", "--edition", "2025"]
    options = {"tags": "--tag"}
    for key, said in given.items():
        for word in said if isinstance(said, list) else [said]:
            words += [options.get(key, f"--{key}"), word] if key != "name" else []
    with tempfile.TemporaryDirectory() as place:
        # Any technology's file with one way of radar.yaml, and any radar.yaml with a technology that fits all.
        for number, (own, parts) in enumerate(((text, CONFIGURATION), (plain, configuration))):
            folder = Path(place) / str(number)
            loaded_of(folder, own, parts)
            before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

            done = run("add", *words, "--data", folder, "--", given["name"], app=ADD)

            assert done.code == 0, done.err
            after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
            (new,) = after.keys() - before.keys()
            assert new.as_posix() == done.out.strip()
            assert {path: data for path, data in after.items() if path != new} == before
            said = {key: value for key, value in given.items() if key not in {"id", "reason"}}
            reason = {"reason": given["reason"]} if "reason" in given else {}
            assessment = {"edition": "2025", "ring": "afproev", **reason}
            assert read(after[new], "").plain() == {**said, "sector": "iot", "assessments": [assessment]}
            assert load(folder, DAY).sound
