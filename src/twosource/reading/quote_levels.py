"""Quotes within quotes: one quotation has one speaker, and who passes a report on is not who made it.

"The ministry said that C, according to The Courier": C is the ministry's; what The Courier gives is that the
ministry said so.
"""

from collections.abc import Sequence
from itertools import groupby

from .cast import Cast
from .document import Line
from .quote_content import Stretch
from .quote_cues import Cue, manner_of
from .quote_floating import Said

__all__ = ["inmost_first", "settle_levels"]

_TRAIL = " \t\r\n,;:—–-"


def inmost_first(said: Said) -> tuple[int, int, int, int]:
    """The order of quotes: by where they end, the inner first; "according to" before what ends with it."""
    according = said.cue is not None and said.cue.sort == "according"
    head = said.cue.head if said.cue is not None else -1
    return said.content[-1].end, -said.content[0].start, 0 if according else 1, head


def settle_levels(here: Sequence[Said], cast: Cast) -> list[Said]:
    """The quotes of a paragraph, each with what its own speaker said."""
    kept = _without_seconds(here)
    for _, some in groupby(kept, key=lambda said: said.line.number):
        line = list(some)
        for outer in line:
            if outer.cue is not None and outer.cue.sort == "according" and not _is_person(outer, cast):
                _pass_on(outer, line)
    return _without_echoes(kept)


def _without_echoes(here: Sequence[Said]) -> list[Said]:
    """Without what somebody said that he himself thinks: in "told the council he regrets that C" the words
    are "he regrets that C", and C alone would say them twice.
    """
    spoken: dict[tuple[int, str], list[Said]] = {}
    for said in here:
        if said.speaker is not None and said.content and not _is_thought(said):
            spoken.setdefault((said.line.number, said.speaker), []).append(said)
    if not spoken:
        return list(here)
    return [
        s
        for s in here
        if s.speaker is None
        or not _is_thought(s)
        or not any(_holds(o, s) for o in spoken.get((s.line.number, s.speaker), ()))
    ]


def _is_thought(said: Said) -> bool:
    return said.cue is not None and manner_of(said.line.parse, said.cue) == "thought"


def _holds(outer: Said, inner: Said) -> bool:
    """Whether what one quote gives takes in another's cue and words."""
    at = inner.line.start + inner.line.parse.starts[inner.cue.head] if inner.cue is not None else -1
    return bool(inner.content) and any(
        o.start <= at and all(o.start <= i.start and i.end <= o.end for i in inner.content)
        for o in outer.content
    )


def _is_person(said: Said, cast: Cast) -> bool:
    return said.speaker is not None and cast.actor(said.speaker).type == "person"


def _pass_on(outer: Said, line: Sequence[Said]) -> None:
    """Gives the source of "according to" the whole of what another said, with its "S said"."""
    if len(outer.content) != 1 or outer.cue is None:
        return
    at = outer.line.start + outer.line.parse.starts[outer.cue.first]
    for inner in line:
        cue, source = inner.cue, inner.source
        if inner is outer or cue is None or source is None or cue.sort != "verb" or len(inner.content) != 1:
            continue
        start, end = inner.content[0].start, inner.content[0].end
        if start < at < end:
            end = _trimmed(inner.line, start, at)
            inner.content[0] = Stretch(start=start, end=end)
        old = outer.content[0]
        parse, base = inner.line.parse, inner.line.start
        first, stop = min(source.first, cue.first), max(source.stop, cue.stop)
        low, high = min(start, base + parse.starts[first]), max(end, base + parse.ends[stop - 1])
        if start <= old.start and old.end <= max(end, at) and high <= at:
            outer.content[0] = Stretch(start=low, end=high)


def _trimmed(line: Line, start: int, end: int) -> int:
    while end > start and line.text[end - line.start - 1 : end - line.start] in _TRAIL:
        end -= 1
    return end


def _without_seconds(here: Sequence[Said]) -> list[Said]:
    """Without quotes of words that the verb right before them gave already ("what Ruiz called "a gift," Lind
    hinted that…"): a quotation has one speaker.
    """
    taken = {
        (s.line.number, s.content[0].start)
        for s in here
        if len(s.content) == 1 and s.cue is not None and _leads(s.line, s.cue, s.content[0])
    }
    return [s for s in here if not _follows(s, taken)]


def _leads(line: Line, cue: Cue, stretch: Stretch) -> bool:
    """Whether a cue stands right before a stretch."""
    return 0 <= stretch.start - (line.start + line.parse.ends[cue.stop - 1]) <= 2


def _follows(said: Said, taken: set[tuple[int, int]]) -> bool:
    if said.cue is None or len(said.content) != 1 or said.cue.sort != "verb":
        return False
    behind = said.line.start + said.line.parse.starts[said.cue.first] >= said.content[0].end
    return behind and (said.line.number, said.content[0].start) in taken
