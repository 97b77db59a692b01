"""What the rules make of one sentence: its cues, whom they belong to and what they give."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import Span

from .document import Line
from .quote_content import Quoted, Stretch, contents
from .quote_cues import Cue, find_cues, frames, is_told
from .quote_floating import touched
from .quote_marks import Marked
from .quote_phrases import bars
from .quote_speakers import Source, behind, is_writer, source_of

__all__ = ["Attributed", "behind_dateline", "filed_to", "quoted_in", "ruled_in"]

_NO_FLAGS = (False,) * 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """A cue with its source and what it gives, in one sentence."""

    cue: Cue
    source: Source | None
    content: list[Stretch]


def filed_to(line: Line, dateline: Span | None) -> int:
    """Where the dateline that a sentence starts with ends in the report's text; 0: there is none."""
    return dateline.end if dateline is not None and line.start <= dateline.start < line.end else 0


def quoted_in(line: Line, marks: tuple[Marked, ...]) -> Quoted:
    """The quotations that touch a line, and which of its tokens stand in them."""
    if not marks and len(line.parse) <= len(_NO_FLAGS):
        return Quoted(marks=marks, flags=_NO_FLAGS)
    flags = [False] * len(line.parse)
    for m in marks:
        first, stop = line.tokens_of(max(m.start, line.start), min(m.end, line.end))
        for i in range(first, stop):
            flags[i] = True
    return Quoted(marks=marks, flags=flags)


def ruled_in(line: Line, quoted: Quoted, filed: int) -> dict[int, Attributed | None]:
    """The attributions that the rules find in a sentence, by the head of their cue; None for a cue that is
    the writer's own ("I think") or only tells who was addressed."""
    found: dict[int, Attributed | None] = {}
    for cue in find_cues(line.parse, quoted.flags):
        source = source_of(line.parse, cue, _stands_behind(line, quoted.marks, cue))
        if is_writer(line.parse, source) if source is not None else is_told(line.parse, cue.head):
            found[cue.head] = None
            continue
        if filed and source is not None:
            source = behind(line, source, filed)
        cue, content = contents(line, cue, source, quoted)
        if filed:
            content = behind_dateline(line, content, filed)
        if len(content) > 1:
            content = [c for c in content if not _addresses(line, c)] or content
        if not content and not _announces(line, cue):
            if bars(line.parse, cue) or (cue.sort == "verb" and is_told(line.parse, cue.head)):
                found[cue.head] = None
            continue
        if source is None and not any(touched(quoted.marks, c) for c in content):
            found[cue.head] = None
            continue
        found[cue.head] = Attributed(cue=cue, source=source, content=content)
    return found


def _addresses(line: Line, stretch: Stretch) -> bool:
    """Whether a stretch before a cue tells what its speaker was asked ("Asked by Ruiz “Why,” Lind said")."""
    token = line.token_at(stretch.start)
    return token is not None and line.parse.tags[token] == "VBN" and is_told(line.parse, token)


def _stands_behind(line: Line, marks: Sequence[Marked], cue: Cue) -> bool:
    """Whether a cue stands right behind a quotation ("…," said Ruiz)."""
    start = line.start + line.parse.starts[cue.first]
    last = next((m.end for m in reversed(marks) if m.end <= start), None)
    if last is None:
        return False
    return not any(c.isalnum() for c in line.text[max(0, last - line.start) : start - line.start])


def behind_dateline(line: Line, content: Sequence[Stretch], filed: int) -> list[Stretch]:
    """What is given, without the dateline that it starts with."""
    return [c for c in (_behind(line, c, filed) for c in content) if c is not None]


def _behind(line: Line, stretch: Stretch, filed: int) -> Stretch | None:
    if stretch.start >= filed:
        return stretch
    token = line.token_at(filed)
    start = line.start + line.parse.starts[token] if token is not None else stretch.end
    return Stretch(start=start, end=stretch.end) if start < stretch.end else None


def _announces(line: Line, cue: Cue) -> bool:
    """Whether a cue without content is one that a quotation in the next line may belong to."""
    if cue.sort != "verb" or is_told(line.parse, cue.head):
        return False
    return line.parse.lemmas[cue.head] in frames().say
