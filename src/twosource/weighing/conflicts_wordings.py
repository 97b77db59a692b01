"""Conflicts within one quotation: reports print the same words of somebody, but for one name or one figure.

Two direct quotations of one speaker that run alike for `_BESIDE` words before and after a single word, and in
its place have two names or two figures: one of the reports misquotes (or sets right what was said). Words in
square brackets, ellipses, titles and other spellings of one name are no conflict.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.fuzz import ratio

from twosource.lexicon import words
from twosource.model import Evidence, Quote, Reading

from .claims_units import Unit
from .conflicts_lines import Dispute, Line
from .story import Story

__all__ = ["wording_disputes"]

_BESIDE = 4  # words that must be the same right before and right after
_GRAM = 5  # words that two quotations share in a row, to be compared
_MOST = 40  # quotations under one such run; a run in more tells nothing
_LONGEST = 200  # words of a quotation that are looked at
_SHOWN = 3  # words to either side that a line shows
_SPELLED = 70.0  # likeness in per cent from which two words are one name in two spellings
_WORD = re.compile(r"\$?\d[\d,.]*\d|\d|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LEFT_OUT = re.compile(r"\[|…|\.\s?\.\s?\.")
_FIGURE = re.compile(r"\$?\d")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Quoted:
    """A direct quotation, word by word with the place of each in its report."""

    reading: Reading
    who: str | None
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def report(self) -> str:
        return self.reading.report.id

    def opens(self, n: int) -> bool:
        """Whether a word begins a sentence, so that its capital says nothing."""
        between = self.reading.report.text[self.places[n - 1][1] : self.places[n][0]] if n else "."
        return any(c in between for c in ".!?\n")


def wording_disputes(story: Story, units: Sequence[Unit]) -> list[Dispute]:
    """One dispute for each pair of a name or figure that reports print in one place of one quotation."""
    quoted = [
        q for reading in story.readings for quote in reading.quotes for q in _quoted(story, reading, quote)
    ]
    by_report: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_report[unit.report].append(unit)
    found, seen = [], set[tuple[str, str]]()
    for a, b in _pairs(quoted):
        for i, k in _differing(a, b):
            one, two = sorted((a.words[i], b.words[k]))
            if (one, two) in seen:
                continue
            lines = [_line(q, at, by_report[q.report]) for q, at in ((a, i), (b, k))]
            mine, theirs = lines
            if mine is None or theirs is None:
                continue
            seen.add((one, two))
            figures = _FIGURE.match(one) is not None
            noun = "figure" if figures else "name"
            found.append(
                Dispute(
                    about="number" if figures else "person", kind="conflict",
                    question=f"Which {noun} stands in the words quoted, {mine.value} or {theirs.value}?",
                    why=f"one quotation, printed with two {noun}s", sides=((mine,), (theirs,)),
                )
            )  # fmt: skip
    return found


def _quoted(story: Story, reading: Reading, quote: Quote) -> Iterator[_Quoted]:
    """A quotation that is long enough, and of which nothing is left out or put in."""
    if quote.kind != "direct":
        return
    text = reading.report.text
    if any(_LEFT_OUT.search(text, s.start, s.end) for s in quote.content):
        return
    hits = [m for s in quote.content for m in _WORD.finditer(text, s.start, s.end)][:_LONGEST]
    if len(hits) < 2 * _BESIDE + 1:
        return
    yield _Quoted(
        reading=reading,
        who=story.actor_of.get((reading.report.id, quote.speaker)) if quote.speaker is not None else None,
        words=tuple(m.group().replace("’", "'") for m in hits), places=tuple(m.span() for m in hits),
    )  # fmt: skip


def _pairs(quoted: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Quotations of different reports that share `_GRAM` words in a row, and may be of one speaker."""
    under: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, quote in enumerate(quoted):
        low = [w.lower() for w in quote.words]
        near = set[int]()
        for gram in dict.fromkeys(zip(*(low[i:] for i in range(_GRAM)), strict=False)):
            near.update(under[gram][:_MOST])
            under[gram].append(n)
        for k in sorted(near):
            other = quoted[k]
            one_speaker = other.who is None or quote.who is None or other.who == quote.who
            if other.report != quote.report and one_speaker and _tell_apart(other, quote):
                yield other, quote


def _tell_apart(a: _Quoted, b: _Quoted) -> bool:
    """Whether each has a name or a figure that the other has not."""
    return all(
        any(w[:1].isupper() or _FIGURE.match(w) for w in {*x.words} - {*y.words}) for x, y in ((a, b), (b, a))
    )


def _differing(a: _Quoted, b: _Quoted) -> Iterator[tuple[int, int]]:
    """The places of single words that differ between the same words."""
    mine, theirs = [w.lower() for w in a.words], [w.lower() for w in b.words]
    ops = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    for before, here, after in zip(ops, ops[1:], ops[2:], strict=False):
        tag, i, j, k, m = here
        if tag != "replace" or j - i != 1 or m - k != 1:
            continue
        if min(before[2] - before[1], after[2] - after[1]) < _BESIDE:
            continue
        if not a.opens(i) and not b.opens(k) and _two(a.words[i], b.words[k]):
            yield i, k


def _two(one: str, two: str) -> bool:
    """Whether two words are two names or two figures."""
    if _FIGURE.match(one) and _FIGURE.match(two):
        return one.replace(",", "").strip("$.") != two.replace(",", "").strip("$.")
    named = all(w.isalpha() and w[:1].isupper() and w[1:].islower() and len(w) > 2 for w in (one, two))
    titles = words("offices", "titles") | words("offices", "roles")
    if not named or {one.lower(), two.lower()} & titles:
        return False
    return ratio(one.lower(), two.lower()) < _SPELLED and one[:3].lower() != two[:3].lower()


def _line(quote: _Quoted, at: int, units: Sequence[Unit]) -> Line | None:
    """The word with those beside it."""
    start = quote.places[max(0, at - _SHOWN)][0]
    end = quote.places[min(len(quote.places) - 1, at + _SHOWN)][1]
    place = quote.places[at][0]
    unit = next((u for u in units if u.evidence.start <= place < u.evidence.end), None)
    if unit is None:
        return None
    text = quote.reading.report.text[start:end]
    return Line(
        unit=unit, value=quote.words[at], text=text,
        evidence=Evidence(report=quote.report, start=start, end=end),
    )  # fmt: skip
