"""Whatever a file holds, reading it ends with records or with problems at places that exist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radars import CONFIGURATION, PLAIN, radar_of
from techradar.model import Configuration, Technology, read_configuration, read_technology
from techradar.problems import Problem
from techradar.yamltree import read

# What files are made of, good and bad, in any order.
SNIPPETS = st.sampled_from(
    ["name", "sector", "assessments", "edition", "ring", "maturity", "adoption", "shares", "counts", "areas", "retired",
     "title", "sectors", "rings", "levels", "editions", "date", "from", "outputs", "file", "cases", "stage", "dialogue",
     ": ", "\n", "\n  ", "\n  - ", "\n    ", "- ", "[", "]", "{", "}", ", ", "'", '"', "#", " #", "|", ">", "&a", "*a",
     "!t", "2026", "Klar", "Idé", "På prøve", "Sensorer", "0.5", "-1", "true", "null", "~", "\t", "\r", "\ufeff", "æ",
     "---", "...", "?", "%", "@", "\\x00", "\u2028", "\u202e", "1e9", "999999999999999999999"]
)  # fmt: skip
LIKELY = st.lists(SNIPPETS, max_size=40).map("".join).map(lambda text: text.encode("utf-8"))


def check_places(problems: list[Problem], data: bytes) -> None:
    """Each problem lies in the file, and can be said."""
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert problem.column >= 1
        if b"\xff" not in data and problem.code != "invalid-utf8":
            assert problem.column <= len(lines[problem.line - 1]) + 1
        for language in ("da", "en"):
            assert problem.message.to(language)
            assert problem.hint is None or problem.hint.to(language)


@given(st.binary(max_size=200) | LIKELY)
def test_any_bytes_give_problems_and_no_exception(data: bytes) -> None:
    """Whatever a file holds, reading it ends with records or with problems at places that exist."""
    known = read_configuration(read(CONFIGURATION.encode("utf-8"), "radar.yaml"))[1]
    tree = read(data, "x.yaml")

    check_places([*tree.problems, *read_technology(tree, "x", known)[1], *read_configuration(tree)[2]], data)
    if tree.root is None:
        assert tree.problems


@given(LIKELY)
def test_any_end_of_a_good_file_gives_problems_and_no_exception(data: bytes) -> None:
    """A good frame or technology with anything after it is read without an exception."""
    known = read_configuration(read(CONFIGURATION.encode("utf-8"), "radar.yaml"))[1]
    tree = read(whole := PLAIN.encode("utf-8") + data, "x.yaml")
    check_places([*tree.problems, *read_technology(tree, "x", known)[1]], whole)
    frame = read(whole := CONFIGURATION.encode("utf-8") + data, "radar.yaml")
    check_places([*frame.problems, *read_configuration(frame)[2]], whole)


KEYS_OF_PARTS = [
    "name",
    "edition",
    "ring",
    "maturity",
    "level",
    "value",
    "shares",
    "Idé",
    "areas",
    "sundhed-og-omsorg",
    "url",
    "id",
    "from",
    "date",
    "stage",
    "file",
    "basis",
]
PLAIN_VALUES = [
    "~",
    "Klar",
    "Idé",
    "Sensorer",
    "2026",
    "1.5",
    "-3",
    "37%",
    "true",
    "2026-03-02",
    "sundhed-og-omsorg",
    "https://x.dk",
    "'[red]'",
    "''",
    "0",
]
VALUES = st.recursive(
    st.sampled_from(PLAIN_VALUES),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
        | st.dictionaries(st.sampled_from(KEYS_OF_PARTS), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=8,
)
KEYS_OF_A_TECHNOLOGY = [*Technology.model_fields]
KEYS_OF_A_FRAME = [*Configuration.model_fields]


@given(st.dictionaries(st.sampled_from([*KEYS_OF_A_TECHNOLOGY, *KEYS_OF_A_FRAME]), VALUES, max_size=5))
def test_any_values_of_known_keys_give_problems_and_no_exception(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, str]
) -> None:
    """Every key with a value of any shape is read, across files too, without an exception."""
    folder = tmp_path_factory.mktemp("any")
    lines = {"name": "Droner", "sector": "Sensorer", "assessments": "[{edition: 2026, ring: Klar}]"}
    text = "".join(f"{key}: {value}\n" for key, value in (lines | values).items() if key in KEYS_OF_A_TECHNOLOGY)
    frame = read(CONFIGURATION.encode("utf-8"), "radar.yaml").plain()
    rest = "".join(f"{key}: {value}\n" for key, value in values.items() if key in KEYS_OF_A_FRAME and key not in frame)
    loaded = radar_of(folder, {"x": text}, CONFIGURATION + rest)

    for problem in loaded.problems:
        assert problem.message.to("da")
    if not any(p.severity.value == "error" for p in loaded.problems):
        assert loaded.radar is not None
        assert [t.id for t in loaded.radar.technologies] == ["x"]
