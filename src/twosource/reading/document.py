"""A report laid out for reading: its sentences with their parses, addressed by offsets in its text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from twosource.language import Language, Parse, empty_parse, is_prose, split
from twosource.model import Report, Sentence, Span

__all__ = ["Document", "Line", "day_of", "lay_out", "sentences_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a report and its parse. The parse's offsets are the sentence's own: add `start`."""

    number: int
    paragraph: int
    sentence: Sentence
    parse: Parse

    @property
    def start(self) -> int:
        """Where the sentence starts in the report's text."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where the sentence ends in the report's text."""
        return self.sentence.end

    @property
    def text(self) -> str:
        """The sentence's words, as they stand in the report."""
        return self.parse.text

    def span(self, first: int, stop: int) -> Span:
        """The span, in the report's text, of the tokens `first` to `stop` (exclusive)."""
        parse, base = self.parse, self.sentence.start
        return Span(start=base + parse.starts[first], end=base + parse.ends[stop - 1])

    def token_at(self, offset: int) -> int | None:
        """The token that covers, or first follows, an offset of the report's text."""
        return self.parse.token_at(offset - self.start)

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The tokens (first, stop) that lie in a stretch of the report's text; first == stop: none."""
        parse, base = self.parse, self.sentence.start
        first = bisect_right(parse.ends, start - base)
        stop = bisect_right(parse.starts, end - base - 1)
        return first, stop if stop > first else first


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report and its lines, in order; boilerplate lines are among them (`line.sentence.boilerplate`)."""

    report: Report
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    @property
    def day(self) -> date | None:
        """The day of publication, when it is known."""
        return day_of(self.report.published)

    def body(self) -> Iterator[Line]:
        """The lines that findings may come from."""
        return (line for line in self.lines if not line.sentence.boilerplate)

    def words(self, span: Span) -> str:
        """The text that a span covers."""
        return self.report.text[span.start : span.end]


@lru_cache(maxsize=1024)
def day_of(published: str | None) -> date | None:
    """The day of an ISO 8601 day or moment; None when there is none or it is malformed."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def sentences_of(report: Report) -> tuple[Sentence, ...]:
    """The report's sentences; those in its furniture (by half or more) and those no prose are boilerplate.

    A dateline ("PORT ANSELM —") is one by itself: it is no part of what the first sentence says.
    """
    furniture = sorted(report.furniture)
    found = []
    for n, (start, end) in enumerate(_stretches(report)):
        # Furniture spans do not overlap and are few: a scan is enough.
        covered = sum(max(0, min(end, f.end) - max(start, f.start)) for f in furniture)
        filed = (
            report.dateline_span is not None
            and report.dateline_span.start <= start < end <= report.dateline_span.end
        )
        boilerplate = filed or 2 * covered >= end - start or not is_prose(report.text[start:end])
        found.append(Sentence(id=f"s{n + 1}", start=start, end=end, boilerplate=boilerplate))
    return tuple(found)


def _stretches(report: Report) -> Iterator[tuple[int, int]]:
    """Where the sentences stand, the dateline cut off the one that it opens."""
    filed = report.dateline_span
    for start, end in split(report.text):
        if filed is not None and start <= filed.start < filed.end < end:
            yield start, start + len(report.text[start : filed.end].rstrip())
            rest = report.text[filed.end : end]
            start = end - len(rest.lstrip())
        yield start, end


def lay_out(reports: Sequence[Report], language: Language) -> list[Document]:
    """Documents of the reports, in order; all their sentences are parsed in one go, each once."""
    sentences = [sentences_of(r) for r in reports]
    texts = [
        r.text[s.start : s.end]
        for r, some in zip(reports, sentences, strict=True)
        for s in some
        if not s.boilerplate
    ]
    parses = iter(language.parse(texts))
    return [_document(r, some, parses) for r, some in zip(reports, sentences, strict=True)]


def _document(report: Report, sentences: Sequence[Sentence], parses: Iterator[Parse]) -> Document:
    lines, paragraph, last = [], 0, 0
    for n, sentence in enumerate(sentences):
        if n and "\n" in report.text[last : sentence.start]:
            paragraph += 1
        text = report.text[sentence.start : sentence.end]
        parse = empty_parse(text) if sentence.boilerplate else next(parses)
        lines.append(Line(number=n, paragraph=paragraph, sentence=sentence, parse=parse))
        last = sentence.end
    return Document(report=report, lines=tuple(lines), starts=tuple([line.start for line in lines]))
