"""What the model of attributions looks at in what a cue may give: see `quote_features`."""

from collections.abc import Sequence
from itertools import pairwise

from twosource.language import Parse

from .document import Line
from .quote_content import Quoted, Stretch
from .quote_cues import Cue
from .quote_features import classes_of
from .quote_speakers import Source

__all__ = ["content_properties"]


def _marked(quoted: Quoted, start: int, end: int, first: int, stop: int) -> str:
    """How a stretch of text, and its tokens, stand to the quotation marks."""
    opened = any(m.start == start for m in quoted.marks)
    closed = any(m.end == end for m in quoted.marks)
    inside = "y" if True in quoted.flags[first:stop] else "n"
    outside = "y" if (True in quoted.flags[:first] or True in quoted.flags[stop:]) else "n"
    return f"{'[' if opened else ''}{inside}{']' if closed else ''}{outside}"


def _around(parse: Parse, first: int, stop: int, cue: Cue) -> tuple[str, str, str]:
    """The word that content starts with, what stands before it and what behind."""
    start = parse.pos[first] if parse.pos[first] in ("PROPN", "NUM", "NOUN") else parse.words[first].lower()
    after = parse.words[stop].lower() if stop < len(parse) else "</s>"
    if stop < len(parse) and parse.pos[stop] in ("PROPN", "NUM", "NOUN", "VERB", "ADJ"):
        after = parse.deps[stop]
    if first == cue.stop:
        before = "cue"
    elif not first:
        before = "^"
    else:
        before = (parse.words if parse.pos[first - 1] in ("PUNCT", "ADP") else parse.deps)[first - 1]
    return start, before, after


def _sizes(
    size: int, ranges: Sequence[tuple[int, int]], cue: Cue, source: Source | None
) -> tuple[str, str, str, str]:
    """How much of a sentence content leaves over, its length, its side of the cue and how far it is off."""
    first, stop = ranges[0][0], ranges[-1][1]
    left = first + size - stop
    if len(ranges) > 1:
        left += sum(c[0] - p[1] for p, c in pairwise(ranges))
    left -= cue.stop - cue.first + (source.stop - source.first if source is not None else 0)
    over = "0" if left <= 1 else "1" if left <= 3 else "3" if left <= 8 else "8"
    length = stop - first
    bucket = "1" if length < 2 else "2" if length < 4 else "4" if length < 9 else "9"
    side = "<" if stop <= cue.first else ">" if first >= cue.stop else "-"
    near = first - cue.stop if side == ">" else cue.first - stop
    gap = "0" if near < 1 else "1" if near < 2 else "3" if near < 4 else "9"
    return over, bucket, side, gap


def content_properties(
    line: Line,
    cue: Cue,
    source: Source | None,
    quoted: Quoted,
    stretches: Sequence[tuple[int, int]],
    names: Sequence[str],
    ruled: Sequence[Stretch],
) -> list[str]:
    """Of stretches of the report's text that may be what a cue gives."""
    parse, size = line.parse, len(line.parse)
    lemma = parse.lemmas[cue.head]
    kind = classes_of(lemma) + parse.pos[cue.head][0]
    rule = "r" if "rule" in names else ("x" if ruled else "0")
    ranges = [line.tokens_of(max(a, line.start), min(b, line.end)) for a, b in stretches]
    first, stop = ranges[0][0], ranges[-1][1]
    if stop <= first or first >= size:
        return ["bad"]
    marks = _marked(quoted, stretches[0][0], stretches[-1][1], first, stop) if quoted.marks else "nn"
    start, before, after = _around(parse, first, stop, cue)
    tied = stop < size and first <= parse.heads[stop] < stop
    over, bucket, side, gap = _sizes(size, ranges, cue, source)
    shape = f"{len(ranges)}{side}"
    bare = any(source.first < r[1] and r[0] < source.stop for r in ranges) if source is not None else False
    found = [
        f"r={rule}",
        f"r={rule}&{kind}",
        f"r={rule}&l={lemma}",
        f"r={rule}&{marks}",
        f"m={marks}&{kind}",
        f"m={marks}&{shape}",
        f"w={start}",
        f"w={start}&{kind}",
        f"w={start}&l={lemma}",
        f"x={after}",
        f"x={after}&{tied}",
        f"x={parse.deps[stop] if stop < size else ''}&{tied}",
        f"y={before}&{side}",
        f"e={parse.tags[stop - 1]}",
        f"o={over}&{shape}",
        f"n={bucket}&{kind}",
        f"s={shape}&l={lemma}",
        f"s={shape}&d={parse.deps[cue.head]}",
        f"g={gap}{side}&{marks}",
        f"so={bare}",
    ]
    for name in names:
        if name != "rule":
            found += _of_name(name, f"{lemma}.{kind[-1]}", kind, rule, marks, after)
    return found


def _of_name(name: str, lemma: str, kind: str, rule: str, marks: str, after: str) -> tuple[str, ...]:
    """The properties of a construction that gave content."""
    return (
        f"t={name}&l={lemma}",
        f"t={name}&{kind}",
        f"t={name}&r={rule}",
        f"t={name}&{marks}",
        f"t={name}&x={after}",
    )
