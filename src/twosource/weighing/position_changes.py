"""How a party's positions move from day to day: hardened, softened, reversed.

A position replaces an earlier one of the same party where a report of a later day tells the other stance on
the same action ("refuses to lift the ban", then "offers to lift the ban"). What is told as history does not:
neither what an earlier report tells as well, nor what stands beside a day before the position that it would
replace. A condition that one report leaves out is no change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.model import PositionChange, Reading, RecordPosition, Stance

from .position_actions import Form, alike, form_of, opposite
from .story import Story

__all__ = ["follow_positions"]

_GIVING: frozenset[Stance] = frozenset({"offers", "commits", "accepts"})


def follow_positions(story: Story, positions: Sequence[RecordPosition]) -> tuple[RecordPosition, ...]:
    """The positions with their independent sources, and what each changes of an earlier one.

    Pairs are sought only among the positions of one party: quadratic in those, not in the story's.
    """
    forms = {p.id: form_of(story.text(p.action)) for p in positions}
    by_party: dict[str, list[RecordPosition]] = {}
    for p in positions:
        if p.as_of is not None:
            by_party.setdefault(p.party, []).append(p)
    earlier: dict[str, tuple[RecordPosition, PositionChange]] = {}
    for some in by_party.values():
        some.sort(key=lambda p: (p.as_of or "", p.id))
        for n, later in enumerate(some):
            for before in reversed(some[:n]):
                change = _change(before, later, forms)
                if change is not None and _is_news(story, before, later):
                    earlier[later.id] = before, change
                    break
    return tuple(_weighed(story, p, earlier) for p in positions)


def _weighed(
    story: Story, p: RecordPosition, earlier: Mapping[str, tuple[RecordPosition, PositionChange]]
) -> RecordPosition:
    before, change = earlier.get(p.id, (None, None))
    return replace(
        p,
        independent_sources=story.sources(p.evidence),
        replaces=before.id if before is not None else None,
        change=change,
    )


def _change(
    before: RecordPosition, later: RecordPosition, forms: Mapping[str, Form]
) -> PositionChange | None:
    if before.as_of is None or later.as_of is None or before.as_of >= later.as_of:
        return None
    one, other = forms[before.id], forms[later.id]
    gave, gives = before.stance in _GIVING, later.stance in _GIVING
    if gave and gives and opposite(one, other) and one.matters & other.matters:
        return "reversed"
    if not alike(one, other) or before.action_by != later.action_by:
        return None
    if before.stance == "refuses" and gives:
        return "softened"
    return "hardened" if gave and later.stance == "refuses" else None


def _is_news(story: Story, before: RecordPosition, later: RecordPosition) -> bool:
    """Whether the later position was not there before: no older day stands beside it in any report."""
    for e in later.evidence:
        sentence = story.sentence(e)
        for day in _days(story.reading(e.report), sentence.start, sentence.end):
            if day <= (before.as_of or ""):
                return False
    return True


def _days(reading: Reading, start: int, end: int) -> list[str]:
    """The last day of each date in a stretch of a report."""
    return [d.latest for d in reading.dates if start <= d.start < end and d.latest is not None]
