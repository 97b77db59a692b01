"""Quotation marks → the stretches of a text that stand in them, over sentences and paragraphs.

One pass over the marks of each paragraph. A straight mark opens or closes by its neighbours, so that a
quotation within a quotation nests; where that does not come out even, the paragraph is read again without
nesting. A paragraph that ends inside a quotation hands it on to the next one only if that one opens with a
mark again, as English typesetting has it, or if the next mark of all is one that closes: then each sentence
was given a line of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Marked", "find_marked"]

_DOUBLE = re.compile(r"''|’’|``|[\"“”„«»]")
_SINGLE = re.compile(r"‘|['’](?!\w)|(?<!\w)['’]")
_OPENING = frozenset(("“", "„", "``", "‘"))
_CLOSING = frozenset(("”", "’’"))
_BEFORE = frozenset("([{—–-/:;,…")
_AFTER = frozenset(")]}—–-/:;,.…!?")
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|n|round|bout|\d0s)\b", re.IGNORECASE)
_UNCLOSED = re.compile(r",(?= +(?:(?:[A-Z][\w.’'-]{0,30} ){1,5}|s?he |they )(?:said|says|added)\.?\s*\Z)")
_TAIL = 120
"""Characters at a paragraph's end in which "…, Ruiz said." may show where a quotation was to close."""
_FURTHEST = 2500
"""Characters over which an open quotation may run through paragraphs without a mark."""
_DEEPEST = 4
"""Levels of quotation within quotation that are told apart; deeper ones are read as the deepest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch in quotation marks: `start` and `end` with its marks, `inner` and `outer` without.

    `closed` is false where the closing mark is missing: the stretch then runs to its paragraph's end.
    `reopened` is true where it goes on with the quotation that the paragraph before left open.
    """

    start: int
    end: int
    inner: int
    outer: int
    closed: bool = True
    reopened: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    turn: int  # 1 opens, -1 closes, 0 either


def find_marked(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Marked, ...]:
    """The outermost quoted stretches of the paragraphs (start, end), in text order; none overlap."""
    found: list[Marked] = []
    every = [
        [_mark(text, m, start, end) for m in _DOUBLE.finditer(text, start, end)] for start, end in paragraphs
    ]
    open_ended, taken = False, -1
    for n, (start, end) in enumerate(paragraphs):
        marks = every[n][1:] if n == taken else every[n]
        reopened = bool(open_ended and marks and marks[0].start == start and marks[0].turn >= 0)
        here = _paired(text, marks, end) if marks else _singles(text, start, end) if n != taken else []
        open_ended = bool(here) and not here[-1].closed
        if open_ended and (closed := _closing(text, here[-1])) is not None:
            here[-1], open_ended = closed, False
        elif open_ended and (far := _further(here[-1], every, n)) is not None:
            taken, last = far
            here[-1] = Marked(start=here[-1].start, end=last.end, inner=here[-1].inner, outer=last.start)
            open_ended = False
        for k, m in enumerate(here):
            found.append(_again(m) if k == 0 and reopened else m)
    return tuple(found)


def _closing(text: str, m: Marked) -> Marked | None:
    """A quotation whose closing mark is missing before "Ruiz said." at its paragraph's end."""
    tail = _UNCLOSED.search(text, max(m.inner, m.end - _TAIL), m.end)
    if tail is None or not text[m.inner : tail.start()].strip():
        return None
    return Marked(start=m.start, end=tail.end(), inner=m.inner, outer=tail.end())


def _further(m: Marked, every: Sequence[Sequence[_Mark]], n: int) -> tuple[int, _Mark] | None:
    """The paragraph, and the mark, that close what paragraph `n` leaves open: the next mark, if it can only
    close.
    """
    at = next((k for k in range(n + 1, len(every)) if every[k]), None)
    if at is None or every[at][0].turn >= 0 or every[at][0].start - m.start > _FURTHEST:
        return None
    return at, every[at][0]


def _again(m: Marked) -> Marked:
    return Marked(start=m.start, end=m.end, inner=m.inner, outer=m.outer, closed=m.closed, reopened=True)


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    """A mark of the paragraph from `start` to `end`, and which way it turns."""
    at, stop, piece = match.start(), match.end(), match.group()
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if piece in _OPENING and (piece != "“" or before.isspace() or not _ends(after)):
        turn = 1
    elif piece == "“":
        turn = -1  # as German sets it: „…“
    elif piece in _CLOSING:
        # A closing mark at the head of a word, with nothing before it, was typed for an opening one.
        turn = 1 if before.isspace() and after.isalnum() else -1
    else:
        turn = _turn(before, after)
    return _Mark(at, stop, turn)


def _ends(after: str) -> bool:
    return after.isspace() or after in _AFTER


def _turn(before: str, after: str) -> int:
    """Whether a mark that may do both opens or closes here, by what it touches."""
    left = before.isspace() or before in _BEFORE or before in "\"“‘'"
    right = after.isspace() or after in _AFTER or after in "\"”’'"
    if left and not right:
        return 1
    if right and not left:
        return -1
    if before.isspace() != after.isspace():
        return 1 if before.isspace() else -1
    return 0


def _is_quote(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a single mark can be a quotation mark rather than an apostrophe."""
    at, stop = match.start(), match.end()
    if match.group() == "‘":
        return True
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if not before.isalnum() and after.isalnum():
        return match.group() == "'" and not _ELIDED.match(text, stop, min(end, stop + 8))
    # "the workers' pay": a plural's apostrophe; a closing mark follows a stop or comes before punctuation.
    return not (before == "s" and after == " " and stop < end)


def _paired(text: str, marks: Sequence[_Mark], end: int) -> list[Marked]:
    """The outermost stretches of one paragraph: nested, or flat where the marks do not come out even."""
    nested = _nested(marks)
    return nested if nested is not None else _flat(text, marks, end)


def _nested(marks: Sequence[_Mark]) -> list[Marked] | None:
    """The stretches when every mark finds its partner; None when one does not."""
    found: list[Marked] = []
    opened: list[_Mark] = []
    for mark in marks:
        opens = mark.turn == 1 or (mark.turn == 0 and not opened)
        if opens:
            if len(opened) >= _DEEPEST:
                return None
            opened.append(mark)
        elif not opened:
            return None
        else:
            first = opened.pop()
            if not opened:
                found.append(_stretch(first, mark))
    return found if not opened else None


def _flat(text: str, marks: Sequence[_Mark], end: int) -> list[Marked]:
    """The stretches without nesting; a mark that opens inside one shows that it was never closed."""
    found: list[Marked] = []
    first: _Mark | None = None
    for mark in marks:
        if first is None:
            if mark.turn >= 0:
                first = mark
        elif mark.turn <= 0:
            found.append(_stretch(first, mark))
            first = None
        else:
            first = mark
    if first is not None and first.end < end and text[first.end : end].strip():
        found.append(Marked(start=first.start, end=end, inner=first.end, outer=end, closed=False))
    return found


def _singles(text: str, start: int, end: int) -> list[Marked]:
    """The stretches in single marks: a stray one is an apostrophe and opens nothing."""
    found: list[Marked] = []
    first: _Mark | None = None
    for match in _SINGLE.finditer(text, start, end):
        if not _is_quote(text, match, start, end):
            continue
        mark = _mark(text, match, start, end)
        if mark.turn == 1 and first is None:
            first = mark
        elif mark.turn == -1 and first is not None:
            found.append(_stretch(first, mark))
            first = None
    return found


def _stretch(first: _Mark, last: _Mark) -> Marked:
    return Marked(start=first.start, end=last.end, inner=first.end, outer=last.start)
