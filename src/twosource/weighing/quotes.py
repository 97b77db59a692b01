"""Quotes across reports: the same utterance, whole, cut short or in other words, is one quote with variants.

Two quotes are one when one is cut from the other or their words overlap (containment: Broder 1997, "On the
resemblance and containment of documents"), nothing speaks against it (another figure, a denial in one only,
other days) and their speakers are the same or one is not known. Two known speakers are never made one: an
utterance that reports give to different people is a conflict, and merging it would hide that.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Date, Evidence, Quote, Reading, RecordDate, RecordQuote, Span, Variant

from .quote_words import Wording, contains, wording

__all__ = ["merge_quotes"]

_RAREST = 6
"""How many of a quote's rarest words look for others like it."""
_MOST = 120
"""Quotes under one word that are looked at; a word in more tells nothing."""
_SAME_RUN = 5
"""Words in a row that a cut quote must keep; `_SAME_PHRASE` where one known speaker says both."""
_SAME_PHRASE = 4
_OVERLAP = 0.7
"""Share of the fewer telling words that both must have; `_OVERLAP_UNKNOWN` where a speaker is not known."""
_OVERLAP_UNKNOWN = 0.85
_TELLING = 4
"""Telling words that a reworded quote must have at least; `_TELLING_UNKNOWN` where a speaker is not known."""
_TELLING_UNKNOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A quote of one report with its words."""

    number: int
    report: str
    quote: Quote
    speaker: str | None
    said: Wording


def merge_quotes(
    readings: Sequence[Reading], actor_of: Mapping[tuple[str, str], str]
) -> tuple[RecordQuote, ...]:
    """The quotes of several reports, each utterance once, ids q1… in the order of the readings.

    `actor_of` gives the record's actor for (report id, the reading's actor id); an actor that it does not
    know is no speaker. A merged quote shows its fullest content by a named speaker; its evidence is every
    place it stands in, and its variants are the pieces that read otherwise.
    """
    items = list(_items(readings, actor_of))
    texts = {r.report.id: r.report.text for r in readings}
    groups = _groups(items)
    return tuple([_merged(f"q{n + 1}", group, texts) for n, group in enumerate(groups)])


def _items(readings: Sequence[Reading], actor_of: Mapping[tuple[str, str], str]) -> Iterator[_Item]:
    number = 0
    for reading in readings:
        report = reading.report
        for quote in reading.quotes:
            yield _Item(
                number=number,
                report=report.id,
                quote=quote,
                speaker=actor_of.get((report.id, quote.speaker)) if quote.speaker is not None else None,
                said=wording(" ".join(report.text[s.start : s.end] for s in quote.content)),
            )
            number += 1


def _groups(items: Sequence[_Item]) -> list[list[_Item]]:
    """The items of each utterance, in order; the likeliest pairs are joined first."""
    pairs = sorted(_pairs(items), key=lambda p: (-p[0], p[1], p[2]))
    lead = list(range(len(items)))
    speaker = [item.speaker for item in items]

    def root(i: int) -> int:
        while lead[i] != i:
            lead[i] = lead[lead[i]]
            i = lead[i]
        return i

    for _, a, b in pairs:
        low, high = sorted((root(a), root(b)))
        one, other = speaker[low], speaker[high]
        if low != high and (one == other or one is None or other is None):
            lead[high] = low
            speaker[low] = one if one is not None else other
    groups: dict[int, list[_Item]] = defaultdict(list)
    for item in items:
        groups[root(item.number)].append(item)
    return list(groups.values())


def _pairs(items: Sequence[_Item]) -> Iterator[tuple[float, int, int]]:
    """Pairs (likeness, earlier, later) that are one utterance; those that share rare words are compared."""
    under: dict[str, list[int]] = defaultdict(list)
    for item in items:
        for word in sorted(item.said.telling):
            under[word].append(item.number)
    yield from _same_words(items)
    for item in items:
        rarest = sorted(item.said.telling, key=lambda w: (len(under[w]), w))[:_RAREST]
        near = {n for w in rarest if len(under[w]) <= _MOST for n in under[w] if n != item.number}
        for n in sorted(near):
            likeness = _likeness(item, items[n])
            if likeness > 0:
                yield likeness, min(item.number, n), max(item.number, n)


def _same_words(items: Sequence[_Item]) -> Iterator[tuple[float, int, int]]:
    """Pairs of quotes that read the same, each with the one before it, however many copies there are."""
    before: dict[tuple[tuple[str, ...], str | None], int] = {}
    for item in items:
        for speaker in dict.fromkeys((item.speaker, None)):
            earlier = before.get((item.said.words, speaker))
            if earlier is not None and (likeness := _likeness(item, items[earlier])) > 0:
                yield likeness, earlier, item.number
        before[item.said.words, item.speaker] = item.number


def _likeness(a: _Item, b: _Item) -> float:
    """How surely two quotes are one utterance, 0 to 1; 0: they are not, or nobody can tell."""
    if a.speaker is not None and b.speaker is not None and a.speaker != b.speaker:
        return 0.0
    if a.report == b.report and _entwined(a.quote, b.quote):
        return 0.0
    short, long = (a, b) if len(a.said.words) <= len(b.said.words) else (b, a)
    known = a.speaker is not None and a.speaker == b.speaker
    if a.said.words == b.said.words:
        return 1.0 if len(a.said.telling) >= (2 if known and not _other_days(a, b) else _TELLING) else 0.0
    if (cut := _cut(short, long, known)) is not None:
        return cut
    one, other = a.said, b.said
    least = min(len(one.telling), len(other.telling))
    enough = least >= (_TELLING if known else _TELLING_UNKNOWN)
    if not enough or one.denies != other.denies or _other_figures(one, other) or _other_days(a, b):
        return 0.0
    shared, most = len(one.telling & other.telling), max(len(one.telling), len(other.telling))
    if shared < (_OVERLAP if known else _OVERLAP_UNKNOWN) * least or 2 * shared < most:
        return 0.0
    return 0.9 * shared / least


def _cut(short: _Item, long: _Item, known: bool) -> float | None:
    """How surely one quote is cut from the other; None where it is not to be found in it."""
    size = len(short.said.words)
    if size >= _SAME_RUN and contains(long.said, short.said):
        return 0.95 if short.quote.kind == "direct" or 2 * size >= len(long.said.words) else 0.0
    if not known or _other_days(short, long):
        return None
    if short.quote.kind == "direct" and _is_phrase(short.said.line) and contains(long.said, short.said):
        return 0.9 if len(short.said.telling) >= 2 else None
    # "Ruiz said the offer was "an insult to every crew"": hers are the words in marks, the rest is reported.
    for a, b in ((short, long), (long, short)):
        if a.quote.kind == "mixed" and any(_is_phrase(run) and run in b.said.line for run in a.said.marked):
            return 0.85
    return None


def _is_phrase(run: str) -> bool:
    return len(run.split()) >= _SAME_PHRASE


def _entwined(a: Quote, b: Quote) -> bool:
    """Whether two quotes of a report share text: one is told within the other."""
    return any(x.start < y.end and y.start < x.end for x in a.content for y in b.content)


def _other_figures(a: Wording, b: Wording) -> bool:
    return bool(a.figures - b.figures and b.figures - a.figures)


def _other_days(a: _Item, b: _Item) -> bool:
    """Whether the two were said on days that cannot be the same."""
    x, y = a.quote.said_on, b.quote.said_on
    if x is None or y is None or not (x.earliest and x.latest and y.earliest and y.latest):
        return False
    return x.latest < y.earliest or y.latest < x.earliest


def _merged(name: str, group: Sequence[_Item], texts: Mapping[str, str]) -> RecordQuote:
    best = max(group, key=_fullness)
    quote, report = best.quote, best.report
    return RecordQuote(
        id=name,
        speaker=best.speaker,
        source=quote.source.of(report) if quote.source is not None else None,
        cue=quote.cue.of(report) if quote.cue is not None else None,
        content=tuple([s.of(report) for s in quote.content]),
        kind=quote.kind,
        attribution=quote.attribution,
        manner=quote.manner,
        said_on=_said_on(best, group),
        variants=tuple(_variants(best, group, texts)),
        evidence=_evidence(group),
    )


def _fullness(item: _Item) -> tuple[bool, bool, int, int, int]:
    """What makes a quote stand for its group: a named speaker, a known one, its own words, many of them."""
    named = item.speaker is not None and item.quote.attribution == "named"
    own = ("indirect", "mixed", "direct").index(item.quote.kind)
    return named, item.speaker is not None, own, len(item.said.words), -item.number


def _said_on(best: _Item, group: Sequence[_Item]) -> RecordDate | None:
    """The day the representative gives, else the first that another report gives."""
    for item in (best, *group):
        if item.quote.said_on is not None:
            return _record_date(item.quote.said_on, item.report)
    return None


def _record_date(day: Date, report: str) -> RecordDate:
    return RecordDate(
        report=report,
        start=day.start,
        end=day.end,
        text=day.text,
        type=day.type,
        value=day.value,
        earliest=day.earliest,
        latest=day.latest,
    )


def _variants(best: _Item, group: Sequence[_Item], texts: Mapping[str, str]) -> Iterator[Variant]:
    """The pieces of the other quotes that do not read as the representative does, each wording once."""
    shown = {wording(_text(texts, best.report, s)).words for s in best.quote.content}
    for item in group:
        if item is best or item.said.words == best.said.words:
            continue
        for span in item.quote.content:
            text = _text(texts, item.report, span)
            reads = wording(text).words
            if reads and reads not in shown:
                shown.add(reads)
                yield Variant(text=text, report=item.report, start=span.start, end=span.end)


def _text(texts: Mapping[str, str], report: str, span: Span) -> str:
    return texts[report][span.start : span.end]


def _evidence(group: Sequence[_Item]) -> tuple[Evidence, ...]:
    found = dict.fromkeys(s.of(item.report) for item in group for s in item.quote.content)
    return tuple(found)
