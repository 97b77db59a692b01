"""Quotations that stand without a cue: they go on what was said just before, or are nobody's.

News convention: a quotation alone in its sentence or paragraph belongs to whoever was quoted right before
it. Where two spoke there, or only a body's report stands there, the speaker stays open.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from twosource.model import Span
from twosource.model.reading import Attribution

from .cast import Cast
from .document import Document, Line
from .quote_content import Stretch
from .quote_cues import Cue, frames
from .quote_marks import Marked
from .quote_speakers import Source, attribution_of

__all__ = ["Said", "give_floating", "going_on", "said_by", "touched"]

_MARKS = frozenset("\"“”„«»‘’'`")
_SHORT = 4
"""A quotation of fewer words, with no cue, is a name, a term or a word held at arm's length."""

_PHRASE = 20
"""Characters of a quotation that is a statement, not a word or two."""


@dataclass(slots=True, kw_only=True)
class Said:
    """A quote in the making."""

    line: Line
    cue: Cue | None
    source: Source | None
    source_line: Line
    speaker: str | None
    attribution: Attribution
    content: list[Stretch] = field(default_factory=list)


def said_by(
    line: Line, cue: Cue, source: Source | None, speaker: str | None, content: list[Stretch], cast: Cast
) -> Said:
    """A quote that its own line attributes."""
    return Said(
        line=line,
        cue=cue,
        source=source,
        source_line=line,
        speaker=speaker,
        attribution=attribution_of(line, source, speaker, cast),
        content=content,
    )


def going_on(lines: Sequence[Line], marks: Sequence[Marked], here: Sequence[Said]) -> Said | None:
    """The quote of a paragraph that a quotation at the head of the next goes on with, if any."""
    last = next((s for s in reversed(here) if _reaches(s, lines[-1]) and not _is_noun(s)), None)
    if last is None or not _leads_on(last, marks):
        return None
    return _one_of_two(last, _shared(here))


def _leads_on(said: Said, marks: Sequence[Marked]) -> bool:
    """Whether a quotation in the next paragraph goes on with a quote: its speaker's own words stand there, or
    one person was reported to say something. After what a body, a crowd or an unnamed source said or
    somebody thought, it need not be theirs.
    """
    if not said.content or any(touched(marks, stretch) for stretch in said.content):
        return True
    return said.attribution not in ("organization", "unnamed") and not _is_crowds(said) and not _is_held(said)


def _is_crowds(said: Said) -> bool:
    """Whether a quote is that of several: nobody speaks a quotation in chorus."""
    if said.source is None:
        return False
    parse, head = said.source_line.parse, said.source.denotes
    return parse.tags[head] in ("NNS", "NNPS") or parse.words[head].lower() == "they"


def _is_held(said: Said) -> bool:
    """Whether a quote tells what somebody thinks or does rather than says."""
    if said.cue is None or said.cue.sort != "verb":
        return False
    lemma = said.line.parse.lemmas[said.cue.head].lower()
    return lemma in frames().thinking or lemma not in frames().every


def touched(marks: Sequence[Marked], stretch: Stretch | Span) -> Sequence[Marked]:
    """The quotations that share text with a stretch; `marks` are in order and do not overlap."""
    low = bisect_right(marks, stretch.start, key=_end)
    return marks[low : bisect_left(marks, stretch.end, lo=low, key=_start)]


def _start(m: Marked) -> int:
    return m.start


def _end(m: Marked) -> int:
    return m.end


def give_floating(
    document: Document,
    lines: Sequence[Line],
    marks: Sequence[Marked],
    here: list[Said],
    before: Said | None,
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
        if by is not None and by is not before:
            by = _one_of_two(by, shared)
        if by is not None and (not by.content or (at and _is_marked(document, by))):
            by.content.append(stretch)
        else:
            last = _next_quote(lines[at], stretch, by)
            here.append(last)


def _next_quote(line: Line, stretch: Stretch, last: Said | None) -> Said:
    """A quotation by whoever spoke last; by nobody known when there is no such one."""
    if last is None:
        return Said(
            line=line,
            cue=None,
            source=None,
            source_line=line,
            speaker=None,
            attribution="none",
            content=[stretch],
        )
    return Said(
        line=line,
        cue=None,
        source=last.source,
        source_line=last.source_line,
        speaker=last.speaker,
        attribution=last.attribution,
        content=[stretch],
    )


def _shared(here: Sequence[Said]) -> dict[int, Said | None]:
    """The lines where two speak, by number, and which of them goes on behind: the one with whose own words
    the sentence opens ("…," Ruiz said of Lind, who denies that…), else nobody for sure.
    """
    first: dict[int, str | None] = {}
    voices = [s for s in here if not _is_noun(s)]
    two = {s.line.number for s in voices if first.setdefault(s.line.number, s.speaker) != s.speaker}
    found: dict[int, Said | None] = dict.fromkeys(sorted(two))
    for said in here:
        if said.line.number in two and said.content and _opens(said):
            found[said.line.number] = said if found[said.line.number] is None else _unsure(said)
    return found


def _one_of_two(said: Said, shared: Mapping[int, Said | None]) -> Said:
    """Who goes on after a quote: its speaker, if no other speaks in its sentence."""
    if said.line.number not in shared:
        return said
    return shared[said.line.number] or _unsure(said)


def _opens(said: Said) -> bool:
    """Whether a quote is a quotation at the head of its sentence, with the speaker behind it."""
    line, stretch = said.line, said.content[0]
    at = stretch.start - line.start
    return at == 0 and line.text[:1] in _MARKS and stretch.end - stretch.start >= _PHRASE


def _unsure(said: Said) -> Said:
    """A quote whose speaker a quotation after it must not take over."""
    return replace(said, speaker=None, attribution="none")


def _is_noun(said: Said) -> bool:
    return said.cue is not None and said.cue.sort == "noun"


def _reaches(said: Said, line: Line) -> bool:
    """Whether a quote's words or cue lie in this line, so that nobody else can have come between."""
    return said.line is line or (bool(said.content) and said.content[-1].end > line.start)


def _is_marked(document: Document, said: Said) -> bool:
    """Whether the quote's last piece ends with a quotation mark."""
    return document.text[said.content[-1].end - 1] in _MARKS


def _place(said: Said) -> int:
    """Where a quote's own words begin."""
    return said.content[0].start if said.content else said.line.start


def _sentence_of(lines: Sequence[Line], m: Marked) -> int | None:
    """The line that a quotation opens, where it runs to a sentence's end; None for a word or two in marks."""
    at = bisect_left(lines, m.start, key=lambda line: line.start)
    if at == len(lines) or lines[at].start != m.start:
        return None
    last = bisect_left(lines, m.end - 1, key=lambda line: line.end)
    return at if last < len(lines) and lines[last].end <= m.end + 1 else None
