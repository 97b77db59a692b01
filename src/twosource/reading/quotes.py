"""Who said what in one report: direct, indirect and mixed quotes with their cue, source and speaker."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from twosource.model import Date, Quote, Span
from twosource.model.reading import Attribution, QuoteKind

from .cast import Cast
from .dates import date_of
from .document import Document, Line
from .quote_content import Quoted, Stretch, contents
from .quote_cues import Cue, find_cues, frames, is_told
from .quote_labels import Names, label_of, names_of, signature_of
from .quote_marks import Marked, find_marked
from .quote_speakers import Source, attribution_of, behind, is_writer, source_of, speaker_of

__all__ = ["find_quotes"]

_MARKS = frozenset("\"“”„«»‘’'`")
_NO_FLAGS = (False,) * 2000
_SHORT = 4
"""A quotation of fewer words, with no cue, is a name, a term or a word held at arm's length."""


@dataclass(slots=True, kw_only=True)
class _Said:
    """A quote in the making."""

    line: Line
    cue: Cue | None
    source: Source | None
    source_line: Line
    speaker: str | None
    attribution: Attribution
    content: list[Stretch] = field(default_factory=list)


def find_quotes(document: Document, cast: Cast, dates: Sequence[Date]) -> tuple[Quote, ...]:
    """The quotes of a report in text order (by where they start), ids q1….

    `speaker` is None where the report, or its cast, does not say who it is: a quote is never given to the
    nearest name. Boilerplate lines yield nothing. Linear in the length of the report.
    """
    paragraphs = [list(some) for _, some in groupby(document.body(), key=lambda line: line.paragraph)]
    marks = _marks_of(document, paragraphs)
    names = names_of(cast)
    found: list[_Said] = []
    before: _Said | None = None
    at = 0
    for lines in paragraphs:
        end = lines[-1].end
        first = at
        while at < len(marks) and marks[at].start < end:
            at += 1
        before = _read_paragraph(document, lines, marks[first:at], cast, names, found, before)
    kept = [said for said in found if said.content]
    for said in kept:
        said.content.sort(key=lambda s: (s.start, s.end))
    kept.sort(
        key=lambda said: (said.content[0].start, said.content[-1].end, said.cue.head if said.cue else -1)
    )
    return tuple([_quote(document, said, f"q{n + 1}", dates, marks) for n, said in enumerate(kept)])


def _marks_of(document: Document, paragraphs: Sequence[Sequence[Line]]) -> tuple[Marked, ...]:
    if _MARKS.isdisjoint(document.text):
        return ()
    return find_marked(document.text, [(lines[0].start, lines[-1].end) for lines in paragraphs])


def _read_paragraph(
    document: Document,
    lines: Sequence[Line],
    marks: Sequence[Marked],
    cast: Cast,
    names: Names,
    found: list[_Said],
    before: _Said | None,
) -> _Said | None:
    """The quotes of a paragraph, added to `found`; returns the one that the next paragraph may go on with."""
    here: list[_Said] = []
    labelled = label_of(lines, cast, names)
    if labelled is not None:
        here.append(_labelled(lines[0], *labelled, cast))
    low = 0
    for line in lines:
        while low < len(marks) and marks[low].end <= line.start:
            low += 1
        high = low
        while high < len(marks) and marks[high].start < line.end:
            high += 1
        some = tuple(marks[low:high])
        here.extend(_read_line(line, some, cast, document.report.dateline_span))
        here.extend(_signed(line, marks[max(0, low - 1) : high], cast))
    taken = {m.start for said in here for s in said.content for m in _touched(marks, s)}
    _give_floating(document, lines, [m for m in marks if m.start not in taken], here, before)
    found.extend(here)
    last = next((s for s in reversed(here) if _reaches(s, lines[-1]) and not _is_noun(s)), None)
    if last is None or _is_bodys_report(last, marks):
        return None
    return _unsure(last) if last.line.number in _shared(here) else last


def _is_bodys_report(said: _Said, marks: Sequence[Marked]) -> bool:
    """Whether a quote only reports what a body or an unnamed source said: a quotation in the next paragraph
    need not be theirs."""
    if not said.content or said.attribution not in ("organization", "unnamed"):
        return False
    return not any(_touched(marks, stretch) for stretch in said.content)


def _touched(marks: Sequence[Marked], stretch: Stretch | Span) -> Sequence[Marked]:
    """The quotations that share text with a stretch; `marks` are in order and do not overlap."""
    low = bisect_right(marks, stretch.start, key=_end)
    return marks[low : bisect_left(marks, stretch.end, lo=low, key=_start)]


def _start(m: Marked) -> int:
    return m.start


def _end(m: Marked) -> int:
    return m.end


def _read_line(line: Line, marks: tuple[Marked, ...], cast: Cast, dateline: Span | None) -> Iterator[_Said]:
    filed = dateline.end if dateline is not None and line.start <= dateline.start < line.end else 0
    quoted = Quoted(marks=marks, flags=_flags(line, marks))
    for cue in find_cues(line.parse, quoted.flags):
        quote_before = _stands_behind(line, marks, cue)
        source = source_of(line.parse, cue, quote_before)
        if is_writer(line.parse, source) if source is not None else is_told(line.parse, cue.head):
            continue
        if filed and source is not None:
            source = behind(line, source, filed)
        cue, content = contents(line, cue, source, quoted)
        if filed:
            content = [c for c in (_behind(line, c, filed) for c in content) if c is not None]
        if not content and not _announces(line, cue):
            continue
        speaker = speaker_of(line, source, cast) if source is not None else None
        if source is None and not any(_touched(marks, c) for c in content):
            continue
        yield _Said(
            line=line,
            cue=cue,
            source=source,
            source_line=line,
            speaker=speaker,
            attribution=attribution_of(line, source, speaker, cast),
            content=content,
        )


def _stands_behind(line: Line, marks: Sequence[Marked], cue: Cue) -> bool:
    """Whether a cue stands right behind a quotation ("…," said Ruiz)."""
    start = line.start + line.parse.starts[cue.first]
    last = next((m.end for m in reversed(marks) if m.end <= start), None)
    if last is None:
        return False
    return not any(c.isalnum() for c in line.text[max(0, last - line.start) : start - line.start])


def _behind(line: Line, stretch: Stretch, filed: int) -> Stretch | None:
    """A stretch without the dateline that it starts with."""
    if stretch.start >= filed:
        return stretch
    token = line.token_at(filed)
    start = line.start + line.parse.starts[token] if token is not None else stretch.end
    return Stretch(start=start, end=stretch.end) if start < stretch.end else None


def _labelled(line: Line, cue: Cue, source: Source, speaker: str, stretch: Stretch, cast: Cast) -> _Said:
    """A quote with a name beside it instead of a verb."""
    return _Said(
        line=line,
        cue=cue,
        source=source,
        source_line=line,
        speaker=speaker,
        attribution=attribution_of(line, source, speaker, cast),
        content=[stretch],
    )


def _signed(line: Line, marks: Sequence[Marked], cast: Cast) -> Iterator[_Said]:
    """Quotations with a signature behind a dash."""
    for m in marks:
        if m.end < line.end and (signed := signature_of(line, m, cast)) is not None:
            yield _labelled(line, *signed, Stretch(start=m.start, end=m.end), cast)


def _announces(line: Line, cue: Cue) -> bool:
    """Whether a cue without content is one that a quotation in the next line may belong to."""
    if cue.sort != "verb" or is_told(line.parse, cue.head):
        return False
    return line.parse.lemmas[cue.head] in frames().say


def _flags(line: Line, marks: Sequence[Marked]) -> Sequence[bool]:
    """Which tokens of a line stand in quotation marks."""
    if not marks and len(line.parse) <= len(_NO_FLAGS):
        return _NO_FLAGS
    flags = [False] * len(line.parse)
    for m in marks:
        first, stop = line.tokens_of(max(m.start, line.start), min(m.end, line.end))
        for i in range(first, stop):
            flags[i] = True
    return flags


def _give_floating(
    document: Document,
    lines: Sequence[Line],
    marks: Sequence[Marked],
    here: list[_Said],
    before: _Said | None,
) -> None:
    """Quotations without a cue in their sentence: the speaker of the sentence before goes on."""
    ordered, known, last = sorted(here, key=_place), 0, None
    shared = _shared(here)
    for m in marks:
        while known < len(ordered) and _place(ordered[known]) < m.start:
            last, known = ordered[known], known + 1
        size = len(document.text[m.inner : min(m.outer, m.inner + 400)].split())
        at = _sentence_of(lines, m) if size >= _SHORT else None
        if at is None:
            continue
        stretch = Stretch(start=m.start, end=m.end)
        by = before if at == 0 and last is None else last
        if by is not None and at and not _reaches(by, lines[at - 1]):
            by = None
        if by is not None and by is not before and by.line.number in shared:
            by = _unsure(by)
        if by is not None and (not by.content or (at and _is_marked(document, by))):
            by.content.append(stretch)
        else:
            last = _going_on(lines[at], stretch, by)
            here.append(last)


def _going_on(line: Line, stretch: Stretch, last: _Said | None) -> _Said:
    """A quotation by whoever spoke last; by nobody known when there is no such one."""
    if last is None:
        return _Said(
            line=line,
            cue=None,
            source=None,
            source_line=line,
            speaker=None,
            attribution="none",
            content=[stretch],
        )
    return _Said(
        line=line,
        cue=None,
        source=last.source,
        source_line=last.source_line,
        speaker=last.speaker,
        attribution=last.attribution,
        content=[stretch],
    )


def _shared(here: Sequence[_Said]) -> set[int]:
    """The numbers of the lines where two speak: after "Ruiz said Lind had told…" it may be either."""
    first: dict[int, str | None] = {}
    return {s.line.number for s in here if first.setdefault(s.line.number, s.speaker) != s.speaker}


def _unsure(said: _Said) -> _Said:
    """A quote whose speaker a quotation after it must not take over."""
    return replace(said, speaker=None, attribution="none")


def _is_noun(said: _Said) -> bool:
    return said.cue is not None and said.cue.sort == "noun"


def _reaches(said: _Said, line: Line) -> bool:
    """Whether a quote's words or cue lie in this line, so that nobody else can have come between."""
    return said.line is line or (bool(said.content) and said.content[-1].end > line.start)


def _is_marked(document: Document, said: _Said) -> bool:
    """Whether the quote's last piece ends with a quotation mark."""
    return document.text[said.content[-1].end - 1] in _MARKS


def _place(said: _Said) -> int:
    """Where a quote's own words begin."""
    return said.content[0].start if said.content else said.line.start


def _sentence_of(lines: Sequence[Line], m: Marked) -> int | None:
    """The line that a quotation opens, where it runs to a sentence's end; None for a word or two in marks."""
    at = bisect_left(lines, m.start, key=lambda line: line.start)
    if at == len(lines) or lines[at].start != m.start:
        return None
    last = bisect_left(lines, m.end - 1, key=lambda line: line.end)
    return at if last < len(lines) and lines[last].end <= m.end + 1 else None


def _quote(
    document: Document, said: _Said, name: str, dates: Sequence[Date], marks: Sequence[Marked]
) -> Quote:
    line = said.line
    content = tuple(Span(start=s.start, end=s.end) for s in said.content)
    cue = line.span(said.cue.first, said.cue.stop) if said.cue is not None else None
    source = said.source_line.span(said.source.first, said.source.stop) if said.source is not None else None
    return Quote(
        id=name,
        speaker=said.speaker,
        source=source,
        cue=cue,
        content=content,
        kind=_kind(content, marks),
        attribution=said.attribution,
        said_on=_said_on(document, said, dates),
        sentences=_sentences(document, content, line),
    )


def _said_on(document: Document, said: _Said, dates: Sequence[Date]) -> Date | None:
    """The day that the cue's own clause gives ("said on Tuesday"), not one inside what was said."""
    if said.cue is None or said.cue.sort != "verb":
        return None
    low = bisect_left(dates, said.line.start, key=_date_start)
    high = bisect_left(dates, said.line.end, lo=low, key=_date_start)
    day = date_of(document, said.line, said.cue.head, dates[low:high]) if low < high else None
    if day is None or any(c.start < day.end and day.start < c.end for c in said.content):
        return None
    return day


def _date_start(day: Date) -> int:
    return day.start


def _kind(content: Sequence[Span], marks: Sequence[Marked]) -> QuoteKind:
    total = sum(s.end - s.start for s in content)
    inside = sum(min(s.end, m.end) - max(s.start, m.start) for s in content for m in _touched(marks, s))
    if not inside:
        return "indirect"
    return "direct" if inside >= total - len(content) else "mixed"


def _sentences(document: Document, content: Sequence[Span], line: Line) -> tuple[str, ...]:
    """The ids of the sentences that a quote lies in, its cue's included."""
    numbers = {line.number}
    for span in content:
        at = max(0, bisect_left(document.starts, span.start + 1) - 1)
        while at < len(document.lines) and document.lines[at].start < span.end:
            numbers.add(at)
            at += 1
    return tuple([document.lines[n].sentence.id for n in sorted(numbers)])
