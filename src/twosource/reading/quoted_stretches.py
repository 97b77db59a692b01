"""Where quoted words stand in a report, over sentences and paragraphs."""

import re
from collections.abc import Sequence

__all__ = ["quoted_stretches"]

_MARK = re.compile("''|[\"“”«»\\n]")
_EITHER = ('"', "''")
"""Marks that open and close."""
_LONGEST_QUOTE = 2500
"""Characters over which an open quotation may run through paragraphs."""


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Where quoted words stand, by double quotation marks.

    A mark left open closes with its paragraph, unless the next mark is one that only closes: then the
    quotation runs over the paragraphs between.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text)]
    following = _next_marks(text, marks)
    for at, (i, c) in enumerate(marks):
        if c == "\n":
            if opened is not None and not (following[at] and i - opened < _LONGEST_QUOTE):
                found.append((opened, i))
                opened = None
        elif opened is None and c not in "”»":
            opened = i
        elif opened is not None and c not in "“«":
            found.append((opened, i + len(c)))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return found


def _next_marks(text: str, marks: Sequence[tuple[int, str]]) -> list[bool]:
    """For each mark, whether the next quotation mark behind it can only close: ink before it, none behind."""
    found = [False] * len(marks)
    closes = False
    for at in range(len(marks) - 1, -1, -1):
        found[at] = closes
        i, c = marks[at]
        if c != "\n":
            before, behind = text[i - 1 : i], text[i + len(c) : i + len(c) + 1]
            closes = c in "”»" or (c in _EITHER and bool(before.strip()) and not behind.isalnum())
    return found
