"""Pieces of YAML text, of which tests make any text."""

from __future__ import annotations

from hypothesis import strategies as st

# Whatever means something in YAML, and what must not stand in a file.
PIECES = st.sampled_from(
    ["a", "b: ", "- ", "\n", "\n  ", "\r\n", "\r", '"', "'", "#", " #", ": ", "[", "]", "{", "}", ",", "|", ">", "|+\n",
     ">-\n  ", "&x", "*x", "!t", "\t", "\ufeff", "\u202e", "\x00", "\\", "\\x00", "é", "😀", "~", "null", "---", "...",
     "%", "? ", "@", "\u00a0", "”", "  ", "\x85", "x y", "name: ", "\ud800"]
)  # fmt: skip
