"""Who said what in one report: direct, indirect and mixed quotes with their cue, source and speaker."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from twosource.model import Date, Quote, Span
from twosource.model.reading import QuoteKind

from .cast import Cast
from .dates import date_of
from .document import Document, Line
from .quote_bare import HEADLINES, announced_of, headline_of
from .quote_content import Quoted, Stretch
from .quote_cues import Cue, manner_of
from .quote_documents import find_authors
from .quote_dubbed import add_dubbed
from .quote_floating import Said, give_floating, going_on, said_by, touched
from .quote_labels import Names, label_of, names_of, signature_of
from .quote_levels import inmost_first, settle_levels
from .quote_marks import Marked, find_marked
from .quote_model import attributions, weights
from .quote_rules import behind_dateline, filed_to, quoted_in, ruled_in
from .quote_speakers import Source, behind, is_writer, speaker_of
from .quote_subjects import outside_marks

__all__ = ["find_quotes"]

_MARKS = frozenset("\"“”„«»‘’'`")
_LEAST = 2
"""Tokens of a line that may hold somebody and words; lists of single words are long."""
_NEAR = 4
"""Characters between a cue and the day behind it (" on ")."""


def find_quotes(document: Document, cast: Cast, dates: Sequence[Date]) -> tuple[Quote, ...]:
    """The quotes of a report in text order (by where they end; of quotes within one another the innermost
    first), ids q1….

    `speaker` is None where the report, or its cast, does not say who it is: a quote is never given to the
    nearest name. Boilerplate lines yield nothing. Linear in the length of the report.
    """
    paragraphs = [list(some) for _, some in groupby(document.body(), key=lambda line: line.paragraph)]
    marks = _marks_of(document, paragraphs)
    paragraphs = _run_together(paragraphs, marks)
    names = names_of(cast)
    found: list[Said] = []
    before: Said | None = None
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
    kept.sort(key=inmost_first)
    return tuple([_quote(document, said, f"q{n + 1}", dates, marks) for n, said in enumerate(kept)])


def _marks_of(document: Document, paragraphs: Sequence[Sequence[Line]]) -> tuple[Marked, ...]:
    if _MARKS.isdisjoint(document.text):
        return ()
    return find_marked(document.text, [(lines[0].start, lines[-1].end) for lines in paragraphs])


def _run_together(paragraphs: list[list[Line]], marks: Sequence[Marked]) -> list[list[Line]]:
    """The paragraphs, those that one quotation runs through as one."""
    joined: list[list[Line]] = []
    at = 0
    for lines in paragraphs:
        while at < len(marks) and marks[at].end <= lines[0].start:
            at += 1
        if joined and at < len(marks) and marks[at].start < lines[0].start:
            joined[-1].extend(lines)
        else:
            joined.append(list(lines))
    return joined


def _read_paragraph(
    document: Document,
    lines: Sequence[Line],
    marks: Sequence[Marked],
    cast: Cast,
    names: Names,
    found: list[Said],
    before: Said | None,
) -> Said | None:
    """The quotes of a paragraph, added to `found`; returns the one that the next paragraph may go on with."""
    if not marks and len(lines) == 1 and len(lines[0].parse) < _LEAST:
        return None
    here: list[Said] = []
    labelled = label_of(lines, cast, names)
    if labelled is not None:
        cue, source, speaker, stretch = labelled
        here.append(said_by(lines[0], cue, source, speaker, [stretch], cast))
    low = 0
    for line in lines:
        while low < len(marks) and marks[low].end <= line.start:
            low += 1
        high = low
        while high < len(marks) and marks[high].start < line.end:
            high += 1
        some = tuple(marks[low:high])
        told = list(_read_line(line, some, cast, document.report.dateline_span))
        add_dubbed(line, some, told, cast)
        told.extend(_signed(line, marks[max(0, low - 1) : high], cast))
        unread = not any(s.content for s in told) and not (labelled is not None and line is lines[0])
        if unread and (some or line.number < HEADLINES):
            told.extend(_bare(line, some, cast))
        here.extend(told)
    here = settle_levels(here, cast)
    find_authors(document, here, cast)
    taken = {m.start for said in here for s in said.content for m in touched(marks, s)}
    give_floating(document, lines, [m for m in marks if m.start not in taken], here, before)
    found.extend(here)
    return going_on(lines, marks, here)


def _read_line(line: Line, marks: tuple[Marked, ...], cast: Cast, dateline: Span | None) -> Iterator[Said]:
    filed = filed_to(line, dateline)
    quoted = quoted_in(line, marks)
    every = list(attributions(line, quoted, ruled_in(line, quoted, filed), weights()))
    cues = {found.cue.head for found in every}
    for found in every:
        if found.content and _is_next_cue(line, found.content[0], cues - {found.cue.head}):
            continue
        source, content = found.source, found.content
        if source is not None and marks:
            source = _outside(line, source, found.cue, quoted)
        if filed:
            source = behind(line, source, filed) if source is not None else None
            content = behind_dateline(line, content, filed)
        speaker = speaker_of(line, source, cast) if source is not None else None
        if (
            speaker is not None
            and source is not None
            and _is_spoken_of(line, source, content, marks, cast, speaker)
        ):
            speaker = None
        yield said_by(line, found.cue, source, speaker, content, cast)


def _outside(line: Line, source: Source, cue: Cue, quoted: Quoted) -> Source:
    """The source, that between a quotation and its cue where the parse found it within the quotation."""
    held = outside_marks(line.parse, cue, source.head, quoted.flags)
    if held is None:
        return source
    return Source(head=held[1] - 1, first=held[0], stop=held[1], denotes=held[1] - 1)


def _is_next_cue(line: Line, stretch: Stretch, cues: AbstractSet[int]) -> bool:
    """Whether what one cue gives only is the next one with its clause ("disagreed, | saying that…")."""
    token = line.token_at(stretch.start)
    if token is None or token not in cues:
        return False
    behind = token > 0 and line.parse.words[token - 1] == ","
    return line.parse.tags[token] in ("VBD", "VBZ") or (behind and line.parse.tags[token] == "VBG")


def _is_spoken_of(
    line: Line, source: Source, content: Sequence[Stretch], marks: Sequence[Marked], cast: Cast, speaker: str
) -> bool:
    """Whether what "he" says word for word names whom "he" was taken for ("“We asked Osei,” he said")."""
    if line.parse.pos[source.head] != "PRON" or not marks:
        return False
    spans = (s for c in content if touched(marks, c) for s in cast.within(c.start, c.end))
    return any(
        s.actor == speaker and s.kind == "name"
        for s in spans
        if any(m.start <= s.start < m.end for m in marks)
    )


def _signed(line: Line, marks: Sequence[Marked], cast: Cast) -> Iterator[Said]:
    """Quotations with a signature behind a dash."""
    for m in marks:
        if m.end < line.end and (signed := signature_of(line, m, cast)) is not None:
            yield said_by(line, *signed, [Stretch(start=m.start, end=m.end)], cast)


def _bare(line: Line, marks: Sequence[Marked], cast: Cast) -> Iterator[Said]:
    """The quote of a headline, or of a quotation behind a colon, that no cue verb gives."""
    found = headline_of(line, marks, cast) or announced_of(line, marks)
    if found is None or is_writer(line.parse, found[1]):
        return
    cue, source, stretch = found
    yield said_by(line, cue, source, speaker_of(line, source, cast), [stretch], cast)


def _quote(
    document: Document, said: Said, name: str, dates: Sequence[Date], marks: Sequence[Marked]
) -> Quote:
    line = said.line
    content = tuple(Span(start=s.start, end=s.end) for s in said.content)
    cue = line.span(said.cue.first, said.cue.stop) if said.cue is not None else None
    source = said.source_line.span(said.source.first, said.source.stop) if said.source is not None else None
    kind = _kind(content, marks)
    # Words in quotation marks were spoken, whatever the verb beside them.
    held = said.cue if kind == "indirect" else None
    return Quote(
        id=name,
        speaker=said.speaker,
        source=source,
        cue=cue,
        content=content,
        kind=kind,
        attribution=said.attribution,
        manner=manner_of(line.parse, held) if held is not None else "said",
        said_on=_said_on(document, said, dates),
        sentences=_sentences(document, content, line),
    )


def _said_on(document: Document, said: Said, dates: Sequence[Date]) -> Date | None:
    """The day that the cue's own clause gives ("said on Tuesday"), not one inside what was said."""
    if said.cue is None or said.cue.sort != "verb":
        return None
    low = bisect_left(dates, said.line.start, key=_date_start)
    high = bisect_left(dates, said.line.end, lo=low, key=_date_start)
    day = date_of(said.line, said.cue.head, dates[low:high]) if low < high else None
    if day is None:
        # "Said on Monday it would close": the parse may hang the day on the clause.
        today = document.day.isoformat() if document.day is not None else "9999"
        end, start = said.line.start + said.line.parse.ends[said.cue.stop - 1], said.content[0].start
        near = (d for d in dates[low:high] if 0 <= d.start - end <= _NEAR and d.end <= start)
        return next((d for d in near if d.earliest is None or d.earliest <= today), None)
    if day is None or any(c.start < day.end and day.start < c.end for c in said.content):
        return None
    if said.source is not None and said.source_line is said.line:
        # "The mayor, who built the port in 1995, said": a day within the source is another's.
        first, stop = said.source.first, min(said.source.stop, said.cue.first)
        if first < stop and said.line.span(first, stop).start <= day.start < said.line.span(first, stop).end:
            return None
    return day


def _date_start(day: Date) -> int:
    return day.start


def _kind(content: Sequence[Span], marks: Sequence[Marked]) -> QuoteKind:
    total = sum(s.end - s.start for s in content)
    inside = sum(min(s.end, m.end) - max(s.start, m.start) for s in content for m in touched(marks, s))
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
