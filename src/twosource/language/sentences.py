"""Text → sentences: a splitter for news, linear in the length of the text.

A sentence never crosses a line break, unless the text is wrapped by hand at a fixed width. A full stop after
an initial, a title ("Sen."), or an acronym ("U.S.") ends a sentence only when a word follows that starts one.
Closing quotation marks and brackets stay with the sentence that they close, also when they float; a quotation
that ends in "?" or "!" and goes on with its speaker ("Why?" Ruiz asked.) is one sentence.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from twosource.lexicon import words

__all__ = ["LONGEST", "is_prose", "split"]

LONGEST = 1200
"""Longest sentence in characters; what is longer is cut at a blank (tables, hostile input)."""

_DOUBTFUL = 160  # characters from which a stretch must look like prose

_LINE = re.compile(r"[^\r\n]+")
# A run of marks is looked at once, from its start: from every mark of it would be quadratic.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*(?=\s|$|[\"“‘«(][A-Z])|(?<=[a-z])[.!?][\"”’»](?=[A-Z])")
_CLOSERS = "\"'”’»)]"
_WORD_BEFORE = re.compile(r"[\w.&'’-]*$")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")
_SPEAKS = re.compile(
    r"(?:(?:the|a|an|one|another)\s+)?(?:[\w.'’-]+\s+){1,5}?"
    r"(?:said|says|asked|asks|added|adds|told|tells|wrote|writes|tweeted|replied|cried|shouted|exclaimed|wondered|declared)\b",
    re.IGNORECASE,
)
_ENDS = frozenset(".!?:…\"”’')]»")


def split(text: str) -> list[tuple[int, int]]:
    """Where the sentences of `text` stand: (start, end) pairs in order, without surrounding white space."""
    found: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        for a, b in _within(text, start, end):
            found.extend(_cut(text, a, b))
    return found


def is_prose(sentence: str) -> bool:
    """Whether a stretch of text may be prose: not a long run of marks, of one word, of a table's figures.

    Short stretches get the benefit of the doubt. What is no prose is not parsed: it says nothing, and a
    parser may take seconds over ten thousand brackets.
    """
    if len(sentence) < _DOUBTFUL:
        return True
    letters = sum(map(str.isalpha, sentence))
    if 2 * letters < len(sentence):
        return False
    words = sentence.split()
    return 6 * len(set(words)) >= len(words) and len(sentence) <= 40 * len(words)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Lines, or paragraphs where the text is wrapped by hand at a fixed width."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    held: tuple[int, int] | None = None
    for start, end in lines:
        if held is not None and _goes_on(text, held, start, wrapped):
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held


def _goes_on(text: str, held: tuple[int, int], start: int, wrapped: bool) -> bool:
    """Whether the line at `start` goes on with the paragraph `held`."""
    gap = text[held[1] : start]
    if gap.count("\n") > 1 or gap.count("\r") > 1 or text[start] in " \t":
        return False
    if wrapped:
        return True
    last_line = text.rfind("\n", held[0], held[1])
    width = held[1] - max(held[0], last_line)
    return width >= 40 and text[start].islower() and text[held[1] - 1] not in _ENDS


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most lines that are followed by another in their paragraph stop near one width (50–100)."""
    inner = [b - a for (a, b), (c, _) in pairwise(lines) if text.count("\n", b, c) == 1]
    if len(inner) < 4:
        return False
    near = sum(50 <= n <= 100 for n in inner)
    open_ended = sum(text[b - 1] not in _ENDS for a, b in lines[:200])
    return near >= 0.8 * len(inner) and open_ended >= 0.5 * len(lines[:200])


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one block."""
    at, quotes, counted = start, 0, start
    for match in _STOP.finditer(text, start, end):
        closed = match.end()
        quotes += text.count('"', counted, closed)
        if quotes % 2 and closed < end and text[closed] == '"':
            closed, quotes = closed + 1, quotes + 1  # a closing mark, though the next word touches it
        counted = closed
        stop = _floating(text, closed, end, quotes)
        if stop < at or not _breaks(text, start, match.start(), closed, stop, end):
            continue
        if text[at:stop].strip():
            yield at, stop
        at = stop
    if text[at:end].strip():
        yield at, end


def _floating(text: str, stop: int, end: int, quotes: int) -> int:
    """Past a closing quotation mark that stands alone behind a blank (`peace. " He left`)."""
    if (
        quotes % 2
        and stop + 1 < end
        and text[stop] == " "
        and text[stop + 1] in '"”'
        and (stop + 2 >= end or text[stop + 2].isspace())
    ):
        return stop + 2
    return stop


def _breaks(text: str, start: int, mark: int, closed: int, stop: int, end: int) -> bool:
    """Whether the mark at `mark` (closed by quotes and brackets up to `closed`) ends a sentence."""
    follows = stop
    while follows < end and text[follows].isspace():
        follows += 1
    if follows >= end:
        return True
    first = text[follows]
    if first.islower() or first in ",;:)]":
        return False
    closers = any(c in _CLOSERS for c in text[mark:closed])
    if closers and text[mark] in "?!" and first.isupper() | first.islower():
        return not _SPEAKS.match(text, follows, min(end, follows + 80))
    if text[mark] != "." or closers or text[mark : mark + 2] == "..":
        return True
    return _full_stop(text, start, mark, follows, end)


def _full_stop(text: str, start: int, mark: int, follows: int, end: int) -> bool:
    """Whether a bare full stop ends a sentence, by the word before it and the word after it."""
    window = text[max(start, mark - 24) : mark]
    match = _WORD_BEFORE.search(window)
    before = match.group() if match else ""
    low = before.lower().strip("'’-")
    after = re.match(r"[\w'’]+", text[follows : min(end, follows + 24)])
    starter = after is None or after.group() in words("abbreviations", "starters")
    if low in words("abbreviations", "before_name"):
        return low == "no" and starter and after is not None
    if low in words("abbreviations", "may_end"):
        return starter and not text[follows].isdigit()
    if low and _ACRONYM.match(before):
        if len(before) == 1 and before != "I":
            return False
        return starter
    return True


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Without surrounding white space, and no longer than `LONGEST`."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = blank if blank > 0 else start + LONGEST
        yield start, stop
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
