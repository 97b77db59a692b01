"""The timeline: what the reports place on a day, a month or a year, in the order of time."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from twosource.lexicon import words
from twosource.model import (
    Claim,
    Date,
    Evidence,
    Reading,
    RecordDate,
    RecordEvent,
    RecordQuote,
    TimelineEntry,
)

from .story import Story, placed_date
from .wording import clip, finished

__all__ = ["find_timeline"]

_WIDEST = 400  # days: an expression that bounds less than this is no place on a timeline
_WIDEST_CLAIM = 31  # days: a statement that no event stands behind is placed on a month at the widest
_MOST_TIMES = 2  # times in one statement: "the talks planned for Friday were put off on Tuesday"
_LIKE = 0.5  # share of common words from which two lines of one day tell the same
_LEAST = 2  # common words
_FEWEST = 5  # words of a statement that can stand alone
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those"})
_NONE: frozenset[str] = frozenset()
_OR = re.compile(r"\s+or\s+(?:early|late|mid)?[\s-]*", re.IGNORECASE)
_LONGEST = 240  # characters
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])(?!-?[A-Z]\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A sentence that a finding (its `source`: an id of the record) puts on a time.

    `spoken` is set where all that is dated is that somebody said it; `told` is the statement of a claim.
    """

    when: RecordDate
    source: str
    sentence: Evidence
    evidence: tuple[Evidence, ...]
    words: frozenset[str]
    clause: frozenset[str]
    numbers: frozenset[str]
    spoken: bool = False
    told: str = ""


def find_timeline(
    story: Story,
    events: Sequence[RecordEvent],
    quotes: Sequence[RecordQuote],
    claims: Sequence[Claim] = (),
) -> tuple[TimelineEntry, ...]:
    """Entries in the order of time; lines of one time that tell the same are one entry with all evidence.

    Only what a report gives a time for is placed; an expression wider than a year is not. Events and quotes
    come with the time that they were read with; a claim is placed on the time that its words give, so that
    what no event stands for ("the coast guard turned back 14 trawlers on Saturday") is not left out.
    """
    found: dict[tuple[str, str], list[list[_Dated]]] = {}
    shared = _shared(story, claims)
    for dated in _dated(story, events, quotes, claims):
        key = (dated.when.earliest or "", dated.when.latest or "")
        groups = found.setdefault(key, [])
        homes = [g for g in groups if any(_same(dated, d, shared) for d in g)]
        if not homes:
            groups.append([dated])
            continue
        homes[0].append(dated)
        for other in homes[1:]:  # what is told by both joins the two
            homes[0].extend(other)
            groups.remove(other)
    entries: list[TimelineEntry] = []
    again: list[TimelineEntry] = []
    used: set[Evidence] = set()
    placed = sorted(
        ((key, group) for key, groups in found.items() for group in groups),
        key=lambda x: (all(d.spoken for d in x[1]), x[0], min(d.sentence for d in x[1])),
    )
    for key, group in placed:
        repeated = all(d.sentence in used for d in group)
        entry = _entry(story, key, group, used)
        if entry is not None:
            (again if repeated else entries).append(entry)
    days = {(e.earliest, e.latest) for e in entries}
    entries += [e for e in again if (e.earliest, e.latest) not in days]
    return tuple(sorted(entries, key=lambda e: (e.earliest or "", e.latest or "", e.evidence, e.text)))


def _shared(story: Story, claims: Sequence[Claim]) -> Mapping[Evidence, frozenset[str]]:
    """Which statements that several reports make stand in a sentence."""
    found: dict[Evidence, set[str]] = {}
    for claim in claims:
        if len({e.report for e in claim.evidence}) > 1:
            for e in claim.evidence:
                found.setdefault(story.sentence(e), set()).add(claim.id)
    return {sentence: frozenset(ids) for sentence, ids in found.items()}


# ---- what has a time


def _dated(
    story: Story, events: Sequence[RecordEvent], quotes: Sequence[RecordQuote], claims: Sequence[Claim]
) -> Iterator[_Dated]:
    for event in events:
        for when in _times(event):
            here = tuple(e for e in event.evidence if _in_sentence(story, e, when)) or (_own(when),)
            yield _made(story, when, event.id, here)
    # What was said on a day that a report came out on is the news itself, not what led to it.
    out = {story.day(r.report.id) for r in story.readings}
    for quote in quotes:
        said = quote.said_on
        if (
            said is not None
            and quote.speaker is not None
            and _bounded(said, _WIDEST)
            and said.latest not in out
        ):
            yield replace(_made(story, said, quote.id, (_own(said), *quote.content[:1])), spoken=True)
    told = {r.report.id: tuple(d for d in r.dates if _tells_when(r.report.text, d)) for r in story.readings}
    spoken = {r.report.id: _spoken(r) for r in story.readings}
    for claim in claims:
        for evidence in claim.evidence:
            heard = spoken[evidence.report]
            text = story.reading(evidence.report).report.text
            # Of somebody's own words only the day is told on which he said them.
            quoted = _covers(heard, evidence.start) or _covers(heard, evidence.start + 1)
            for given in _times_in(evidence, told[evidence.report], text):
                if not _covers(heard, given.start) and not (quoted and given.latest in out):
                    yield replace(_made(story, given, claim.id, (evidence,), evidence), told=claim.text)


def _times(event: RecordEvent) -> Iterator[RecordDate]:
    """The event's own time and those it had before it was moved, each once."""
    seen = set()
    for when in (event.when, *(h.when for h in event.history)):
        if when is not None and _bounded(when, _WIDEST) and (when.report, when.start) not in seen:
            seen.add((when.report, when.start))
            yield when


def _times_in(evidence: Evidence, dates: Sequence[Date], text: str) -> list[RecordDate]:
    """The times that a statement's words give; none where it lists many, of "May or June" the first."""
    found: list[RecordDate] = []
    for i in range(bisect_left(dates, evidence.start, key=lambda d: d.start), len(dates)):
        if dates[i].end > evidence.end:
            break
        if found and _OR.fullmatch(text, found[-1].end, dates[i].start):
            continue
        when = placed_date(dates[i], evidence.report)
        if when is not None and _bounded(when, _WIDEST_CLAIM):
            found.append(when)
    return found if len(found) <= _MOST_TIMES else []


def _tells_when(text: str, found: Date) -> bool:
    """Whether an expression says when something happens: not which thing is meant ("Friday's vote", "the
    Friday talks"), and not what it came after or is compared with ("since May", "more than on Tuesday").
    """
    if text[found.end : found.end + 1] in ("'", "’", "-"):
        return False
    after = _NEXT_WORD.match(text, found.end, found.end + 40)
    if after is not None and after[1].lower() not in words("event_match", "after_date"):
        return False
    before = _WORD.findall(text[max(0, found.start - 24) : found.start].lower())
    return words("event_match", "before_date").isdisjoint(before[-1:]) and "than" not in before


def _spoken(reading: Reading) -> list[tuple[int, int]]:
    """Where somebody's own words stand in a report: what he says of a day is his, not the report's."""
    return sorted((c.start, c.end) for q in reading.quotes if q.kind == "direct" for c in q.content)


def _covers(spans: Sequence[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, 1 << 62)) - 1
    return at >= 0 and place < spans[at][1]


def _bounded(when: RecordDate, widest: int) -> bool:
    if when.earliest is None or when.latest is None or when.type not in ("DATE", "TIME"):
        return False
    if when.value.endswith("_REF"):
        return False
    return (date.fromisoformat(when.latest[:10]) - date.fromisoformat(when.earliest[:10])).days <= widest


def _own(when: RecordDate) -> Evidence:
    return Evidence(report=when.report, start=when.start, end=when.end)


def _in_sentence(story: Story, evidence: Evidence, when: RecordDate) -> bool:
    return evidence.report == when.report and story.sentence(evidence) == story.sentence(_own(when))


def _made(
    story: Story,
    when: RecordDate,
    source: str,
    evidence: tuple[Evidence, ...],
    clause: Evidence | None = None,
) -> _Dated:
    """A finding with the words of its sentence and, where it is known, of the clause that tells it."""
    sentence = story.sentence(_own(when))
    own = {_bare(w) for w in when.text.split()}
    whole, part = (
        frozenset(_bare(w) for w in story.text(e).split()) - own for e in (sentence, clause or sentence)
    )
    return _Dated(
        when=when,
        source=source,
        sentence=sentence,
        evidence=evidence,
        words=frozenset(w for w in whole if len(w) > 3),
        clause=frozenset(w for w in part if len(w) > 3),
        numbers=frozenset(w for w in part if w[:1].isdigit()),
    )


def _bare(word: str) -> str:
    return word.strip(".,;:\"'“”‘’()").lower()


def _same(a: _Dated, b: _Dated, shared: Mapping[Evidence, frozenset[str]]) -> bool:
    if a.sentence == b.sentence:
        return True
    if a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        return False  # "14 trawlers", "17 trawlers": each report is cited for its own number
    if a.source == b.source or shared.get(a.sentence, _NONE) & shared.get(b.sentence, _NONE):
        return True
    return _alike(a.words, b.words) or _alike(a.clause, b.clause)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= max(_LEAST, _LIKE * min(len(a), len(b)))


# ---- an entry


def _entry(
    story: Story, key: tuple[str, str], group: list[_Dated], used: set[Evidence]
) -> TimelineEntry | None:
    """The clearest sentence of the group stands for it: the shortest of those that are no headline and that
    tell of no other time already (`used`); else the statement that it holds. None where only what somebody
    said on that day would be repeated.
    """
    ends = '.!?"”'
    best = min(
        group,
        key=lambda d: (
            d.sentence in used,
            story.text(d.sentence).rstrip()[-1:] not in ends,
            d.sentence.end - d.sentence.start,
            d.sentence,
        ),
    )
    text = _words_of(story, best.sentence)
    if best.sentence in used:
        if all(d.spoken for d in group):
            return None
        told = min((d.told for d in group if _stands(d)), key=len, default="")
        text = finished(told, _LONGEST) if told else text
    used.add(best.sentence)
    evidence = sorted({e for d in group for e in (_own(d.when), *d.evidence)})
    return TimelineEntry(
        date=_precise([d.when.value for d in group], *key),
        earliest=key[0] or None,
        latest=key[1] or None,
        text=text,
        evidence=tuple(evidence),
    )


def _stands(dated: _Dated) -> bool:
    """Whether a claim's own words can stand for it: they say the day, and of whom they tell."""
    words_told = dated.told.split()
    opens = words_told[0].lower() if words_told else ""
    return len(words_told) >= _FEWEST and dated.when.text in dated.told and opens not in _PRONOUNS


def _precise(values: Sequence[str], earliest: str, latest: str) -> str:
    """A day, a month or a year in ISO 8601, as precise as the reports are: a week, a season or a quarter is
    shown by its month when it lies in one, else by its first day.
    """
    told = [m[0] for v in values if (m := _ISO.match(v))]
    if told:
        return min(told, key=lambda v: (-len(v), v))
    return earliest[:7] if earliest != latest and earliest[:7] == latest[:7] else earliest[:10]


def _words_of(story: Story, sentence: Evidence) -> str:
    """A sentence without the dateline that it opens with, on one line."""
    report = story.reading(sentence.report).report
    start = sentence.start
    if (filed := report.dateline_span) is not None and filed.start < sentence.end:
        start = max(start, min(filed.end, sentence.end))
    shown = report.text[start : sentence.end] if start < sentence.end else story.text(sentence)
    return clip(shown.lstrip(" \t—–-:"), _LONGEST)
