"""Conflicts of attribution: the same words, in quotation marks, put into the mouths of two people."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from twosource.model import Quote, Reading

from .claims_units import Unit
from .conflicts_lines import Dispute, Line, may_be_one
from .story import Story

__all__ = ["quote_disputes"]

_FEWEST = 6  # words; shorter quotations are often said by more than one


def quote_disputes(story: Story, units: Sequence[Unit]) -> list[Dispute]:
    """Direct quotations that reports attribute, by name, to different actors."""
    names = {a.id: a for a in story.actors}
    said: dict[str, list[tuple[str, Unit]]] = defaultdict(list)
    by_report: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_report[unit.report].append(unit)
    for reading in story.readings:
        for quote in reading.quotes:
            words, who = _words(reading, quote), _named(story, reading, quote)
            if who is None or len(words.split()) < _FEWEST or names[who].type == "unnamed":
                continue
            place = _at(by_report[reading.report.id], quote)
            if place is not None:
                said[words].append((who, place))
    return [d for words in sorted(said) if (d := _dispute(said[words], story)) is not None]


def _words(reading: Reading, quote: Quote) -> str:
    text = " ".join(reading.report.text[s.start : s.end] for s in quote.content)
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _named(story: Story, reading: Reading, quote: Quote) -> str | None:
    """The record actor whom the report itself names as the speaker, beside the quotation."""
    if quote.kind != "direct" or quote.attribution != "named" or not quote.speaker or quote.source is None:
        return None
    source = reading.report.text[quote.source.start : quote.source.end]
    if source.strip().lower() in ("he", "she", "they", "i", "we", "it"):
        return None
    return story.actor_of.get((reading.report.id, quote.speaker))


def _at(units: Sequence[Unit], quote: Quote) -> Unit | None:
    """The unit in which a quotation stands."""
    start, end = quote.content[0].start, quote.content[0].end
    best = max(
        units, key=lambda u: (min(end, u.evidence.end) - max(start, u.evidence.start), -u.order), default=None
    )
    if best is None or min(end, best.evidence.end) <= max(start, best.evidence.start):
        return None
    return best


def _dispute(said: Sequence[tuple[str, Unit]], story: Story) -> Dispute | None:
    names = {a.id: a.name for a in story.actors}
    sides: dict[str, list[Line]] = defaultdict(list)
    for who, unit in said:
        sides[who].append(Line(unit=unit, value=names[who], text=unit.text, evidence=unit.evidence))
    known = sorted(names[who] for who in sides)
    if len(sides) < 2 or any(may_be_one(x, y) for x, y in combinations(known, 2)):
        return None
    shown = next(iter(sides.values()))[0].text
    short = shown if len(shown) <= 80 else shown[:77].rsplit(" ", 1)[0] + "…"
    return Dispute(
        about="attribution", kind="conflict", question=f"Who said “{short}”?",
        why="the same words, attributed to different people",
        sides=tuple(tuple(lines) for lines in sides.values()),
    )  # fmt: skip
