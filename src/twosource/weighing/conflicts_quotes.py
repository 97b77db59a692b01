"""Conflicts of attribution: the same words, in quotation marks, put into the mouths of two people.

Only where two reports name different people beside the words themselves. What more than one may well have
said (short phrases), what a report gives on somebody else's word (one tells that the other said it), what two
said together, and sources that are pronouns or bodies are left alone: a body speaks through its people.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.lexicon import words
from twosource.model import Evidence, Quote, Reading, RecordActor

from .claims_units import Unit
from .conflicts_lines import Dispute, Line, may_be_one
from .quote_words import Wording, contains, wording
from .story import Story

__all__ = ["quote_disputes"]

_FEWEST = 6
"""Telling words that no two people hit upon by themselves."""
_FEWEST_LONG = 4
"""The same where the words are said on one day, or are `_LONG` in all."""
_FEWEST_WHOLE = 3
"""The same for quotations of `_LONG` words or more that are alike from the first word to the last."""
_LONG = 9
_MOST = 60
"""Quotes under one word that are compared; a word in more tells nothing."""
_REPEATS = 3
"""Times that a report's repeating the same words by the same person counts."""
_SHOWN = 80
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ENDED = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A quotation with the actor whom its report names beside it."""

    who: str
    reading: Reading
    quote: Quote
    said: Wording

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.reading.report.id


def quote_disputes(story: Story, units: Sequence[Unit]) -> list[Dispute]:
    """Direct quotations that reports attribute, by name, to different people; one dispute for each."""
    people = {a.id: a for a in story.actors}
    by_report: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_report[unit.report].append(unit)
    found = []
    for reading in story.readings:
        for quote in reading.quotes:
            who = _named(story, reading, quote)
            if who is not None and people[who].type == "person" and _is_name(reading, quote, people[who]):
                text = " ".join(reading.report.text[s.start : s.end] for s in quote.content)
                found.append(_Said(who=who, reading=reading, quote=quote, said=wording(text)))
    disputes = (_dispute(group, people, by_report) for group in _disputed(found, story, people))
    return [d for d in disputes if d is not None]


def _named(story: Story, reading: Reading, quote: Quote) -> str | None:
    """The record actor whom the report itself names as the speaker, beside the quotation."""
    if quote.kind != "direct" or quote.attribution != "named" or quote.source is None:
        return None
    text = reading.report.text
    if quote.cue is None and _ENDED.search(text, quote.source.end, quote.content[0].start):
        return None  # a quotation that only goes on what was said before
    cue = text[quote.cue.start : quote.cue.end].lower().split() if quote.cue is not None else ()
    return _actor(story, reading, quote) if words("quotes", "passing_on").isdisjoint(cue) else None


def _is_name(reading: Reading, quote: Quote, actor: RecordActor) -> bool:
    """Whether the source is the actor's own name, no pronoun, no office and no pair."""
    if quote.source is None:
        return False
    source = _WORD.findall(reading.report.text[quote.source.start : quote.source.end])
    last = {name.split()[-1] for name in (actor.name, *actor.aliases) if name.split()}
    last = {word for word in last if word[:1].isupper()}  # "the mayor" may be an alias, and is no name
    return "and" not in source and not last.isdisjoint(source)


def _actor(story: Story, reading: Reading, quote: Quote) -> str | None:
    return story.actor_of.get((reading.report.id, quote.speaker)) if quote.speaker is not None else None


def _entwined(reading: Reading, quote: Quote) -> Iterator[Quote]:
    """The other quotes of a report that this one stands in, or that stand in it."""
    for other in reading.quotes:
        if other is not quote and any(
            a.start < b.end and b.start < a.end for a in quote.content for b in other.content
        ):
            yield other


def _at(units: Sequence[Unit], quote: Quote) -> Unit | None:
    """The unit in which a quotation stands."""
    start, end = quote.content[0].start, quote.content[0].end
    best = max(
        units, key=lambda u: (min(end, u.evidence.end) - max(start, u.evidence.start), -u.order), default=None
    )
    if best is None or min(end, best.evidence.end) <= max(start, best.evidence.start):
        return None
    return best


def _disputed(
    found: Sequence[_Said], story: Story, people: Mapping[str, RecordActor]
) -> Iterator[list[_Said]]:
    """Groups of quotations that read alike and have more than one speaker."""
    lead = list(range(len(found)))

    def root(i: int) -> int:
        while lead[i] != i:
            lead[i] = lead[lead[i]]
            i = lead[i]
        return i

    for a, b in _pairs(found):
        low, high = sorted((root(a), root(b)))
        lead[high] = low
    groups: dict[int, list[_Said]] = defaultdict(list)
    told: Counter[tuple[int, str, str]] = Counter()
    for i, said in enumerate(found):
        key = root(i), said.who, said.report
        told[key] += 1
        if told[key] <= _REPEATS:
            groups[key[0]].append(said)
    for group in groups.values():
        who = sorted({said.who for said in group})
        pairs = combinations(who, 2)
        if len(who) > 1 and not any(_together(group, story, people[a], people[b]) for a, b in pairs):
            yield group


def _pairs(found: Sequence[_Said]) -> Iterator[tuple[int, int]]:
    """Pairs of quotations that are one utterance, found by their telling words."""
    under: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(found):
        near: dict[int, int] = defaultdict(int)
        for word in sorted(one.said.telling):
            for k in under[word][-_MOST:]:
                near[k] += 1
            under[word].append(i)
        for k in sorted(near):
            if near[k] >= _FEWEST_WHOLE and _is_one(found[k], one):
                yield k, i


def _is_one(a: _Said, b: _Said) -> bool:
    """Whether two quotations are the same words, whole or cut, and too many of them for chance."""
    short, long = sorted((a, b), key=lambda x: len(x.said.words))
    least = len(short.said.telling)
    if short.said.words == long.said.words and len(short.said.words) >= _LONG and least >= _FEWEST_WHOLE:
        return True
    surely = len(short.said.words) >= _LONG or _same_day(a.quote, b.quote)
    if least < (_FEWEST_LONG if surely else _FEWEST):
        return False
    return contains(long.said, short.said)


def _same_day(a: Quote, b: Quote) -> bool:
    one, other = a.said_on, b.said_on
    return one is not None and other is not None and one.type == "DATE" and one.value == other.value


def _together(group: Sequence[_Said], story: Story, one: RecordActor, other: RecordActor) -> bool:
    """Whether two people may both rightly stand beside the words: one report gives them to both, or to one on
    the other's word, or their names may be one person's."""
    if may_be_one(one.name, other.name):
        return True
    mine = [s for s in group if s.who == one.id]
    theirs = [s for s in group if s.who == other.id]
    if {s.report for s in mine} & {s.report for s in theirs}:
        return True
    return any(
        _actor(story, said.reading, quote) == beside
        for some, beside in ((mine, other.id), (theirs, one.id))
        for said in some
        for quote in _entwined(said.reading, said.quote)
    )


def _dispute(
    group: Sequence[_Said], people: Mapping[str, RecordActor], units: Mapping[str, Sequence[Unit]]
) -> Dispute | None:
    sides: dict[str, list[Line]] = defaultdict(list)
    for said in group:
        unit = _at(units.get(said.report, ()), said.quote)
        if unit is not None:
            first = said.quote.content[0]
            place = Evidence(report=said.report, start=first.start, end=first.end)
            text = said.reading.report.text[first.start : first.end]
            line = Line(unit=unit, value=people[said.who].name, text=text, evidence=place)
            sides[said.who].append(line)
    if len(sides) < 2:
        return None
    shown = min((line for lines in sides.values() for line in lines), key=lambda x: x.unit.order).text
    shown = shown.strip("\"“”«»‘’', ")
    short = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 3].rsplit(" ", 1)[0] + "…"
    return Dispute(
        about="attribution", kind="conflict", question=f"Who said “{short}”?",
        why="the same words, attributed to different people",
        sides=tuple(tuple(lines) for lines in sides.values()),
    )  # fmt: skip
