"""The timeline: what the reports place on a day, a month or a year, in the order of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.model import Evidence, RecordDate, RecordEvent, RecordQuote, TimelineEntry

from .story import Story
from .wording import clip

__all__ = ["find_timeline"]

_WIDEST = 400  # days: an expression that bounds less than this is no place on a timeline
_LIKE = 0.5  # share of common words from which two lines of one day tell the same


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A sentence that a finding puts on a time."""

    when: RecordDate
    sentence: Evidence
    evidence: tuple[Evidence, ...]
    words: frozenset[str]


def find_timeline(
    story: Story, events: Sequence[RecordEvent], quotes: Sequence[RecordQuote]
) -> tuple[TimelineEntry, ...]:
    """Entries in the order of time; lines of one time that tell the same are one entry with all evidence.

    Only what a report gives a time for is placed; an expression wider than a year is not.
    """
    found: dict[tuple[str, str], list[list[_Dated]]] = {}
    for dated in _dated(story, events, quotes):
        key = (dated.when.earliest or "", dated.when.latest or "")
        groups = found.setdefault(key, [])
        home = next((g for g in groups if any(_same(dated, d) for d in g)), None)
        if home is None:
            groups.append([dated])
        else:
            home.append(dated)
    entries = [_entry(story, key, group) for key, groups in found.items() for group in groups]
    return tuple(sorted(entries, key=lambda e: (e.earliest or "", e.latest or "", e.evidence, e.text)))


def _dated(story: Story, events: Sequence[RecordEvent], quotes: Sequence[RecordQuote]) -> Iterator[_Dated]:
    for event in events:
        for when in _times(event):
            here = tuple(e for e in event.evidence if _in_sentence(story, e, when)) or (_own(when),)
            yield _made(story, when, here)
    for quote in quotes:
        if quote.said_on is not None and quote.speaker is not None and _bounded(quote.said_on):
            yield _made(story, quote.said_on, (_own(quote.said_on), *quote.content[:1]))


def _times(event: RecordEvent) -> Iterator[RecordDate]:
    """The event's own time and those it had before it was moved, each once."""
    seen = set()
    for when in (event.when, *(h.when for h in event.history)):
        if when is not None and _bounded(when) and (when.report, when.start) not in seen:
            seen.add((when.report, when.start))
            yield when


def _bounded(when: RecordDate) -> bool:
    from datetime import date

    if when.earliest is None or when.latest is None or when.type not in ("DATE", "TIME"):
        return False
    return (date.fromisoformat(when.latest[:10]) - date.fromisoformat(when.earliest[:10])).days <= _WIDEST


def _own(when: RecordDate) -> Evidence:
    return Evidence(report=when.report, start=when.start, end=when.end)


def _in_sentence(story: Story, evidence: Evidence, when: RecordDate) -> bool:
    return evidence.report == when.report and story.sentence(evidence) == story.sentence(_own(when))


def _made(story: Story, when: RecordDate, evidence: tuple[Evidence, ...]) -> _Dated:
    sentence = story.sentence(_own(when))
    words = frozenset(w.strip(".,;:\"'“”‘’()").lower() for w in story.text(sentence).split())
    return _Dated(
        when=when, sentence=sentence, evidence=evidence, words=frozenset(w for w in words if len(w) > 3)
    )


def _same(a: _Dated, b: _Dated) -> bool:
    if a.sentence == b.sentence:
        return True
    return len(a.words & b.words) >= _LIKE * max(1, min(len(a.words), len(b.words)))


def _entry(story: Story, key: tuple[str, str], group: list[_Dated]) -> TimelineEntry:
    """The clearest sentence of the group stands for it: the shortest of those that are no headline."""
    ends = '.!?"”'
    best = min(
        group,
        key=lambda d: (
            story.text(d.sentence).rstrip()[-1:] not in ends,
            d.sentence.end - d.sentence.start,
            d.sentence,
        ),
    )
    evidence = sorted({e for d in group for e in (_own(d.when), *d.evidence)})
    precise = min(
        (d.when.value[:10] for d in group if d.when.value[:4].isdigit()),
        key=lambda v: (-len(v), v),
        default=key[0],
    )
    return TimelineEntry(
        date=precise,
        earliest=key[0] or None,
        latest=key[1] or None,
        text=clip(story.text(best.sentence), 240),
        evidence=tuple(evidence),
    )
