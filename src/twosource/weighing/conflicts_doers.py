"""Conflicts about one or several: "run by a former minister" in one report, "by former ministers" in another.

One deed done to one thing, by one such person in one report and by more than one in the other. Who is counted
must be narrowed alike in both ("a former port official"), for of people in general ("an official said") a
report may mention one and leave the rest; what people say, and what somebody's lawyers do for him, tells
nothing of their number.
"""

from collections.abc import Mapping, Sequence

from twosource.lexicon import words

from .conflicts_alike import same_event
from .conflicts_fillers import Filler
from .conflicts_frames import Frame
from .conflicts_lines import Dispute, plural
from .conflicts_tellings import MOST

__all__ = ["doer_disputes"]

_ENOUGH = 1.9  # what the two frames share, weighed
_ONE = frozenset({"a", "an", "one"})
_SOME = frozenset({"some", "several", "many", "few", "two", "three", "four", "five", "six", "other", "more"})


def doer_disputes(frames: Mapping[str, Sequence[Frame]]) -> list[Dispute]:
    """Conflicts between one doer and several of a deed, for frames by class of deed."""
    found = []
    for kind in sorted(frames):
        block = frames[kind][:MOST]
        counted = [(f, d, many) for f in block for d in f.doers if (many := _count(f, d)) is not None]
        ones = [(f, d) for f, d, many in counted if not many]
        more = [(f, d) for f, d, many in counted if many]
        both = {f.report for f, _ in ones} & {f.report for f, _ in more}
        pair = next(
            (
                (one, two) for one in ones for two in more
                if one[0].report not in both and two[0].report not in both and _alike(*one, *two)
            ),
            None,
        )  # fmt: skip
        if pair is not None:
            found.append(_dispute(*pair))
    return found


def _count(frame: Frame, doer: Filler) -> bool | None:
    """Whether a doer is more than one; None where the words do not say, or it is no plain noun."""
    parse, token = frame.telling.parse, doer.token
    if (
        doer.names
        or not doer.marks
        or parse.pos[token] != "NOUN"
        or doer.kind in words("conflicts", "general")
    ):
        return None
    dets = {
        parse.words[c].lower() for c in parse.children[token] if parse.deps[c] in ("det", "nummod", "poss")
    }
    beside = {parse.words[c].lower() for c in parse.children[token]}
    if parse.tags[token] == "NN" and dets & _ONE:
        return False
    return True if parse.tags[token] == "NNS" and (not dets or beside & _SOME) else None


def _alike(a: Frame, one: Filler, b: Frame, two: Filler) -> bool:
    """Whether the deed is one and so is the class of its doers."""
    if one.kind != two.kind or one.marks != two.marks or a.denied or b.denied or a.mode != b.mode:
        return False
    if not any(x.meets(y) for x in a.things for y in b.things):
        return False
    return same_event(a, b, "doer", _ENOUGH)


def _dispute(one: tuple[Frame, Filler], two: tuple[Frame, Filler]) -> Dispute:
    frame, doer = one
    parse = frame.telling.parse
    noun = parse.lemmas[doer.token].lower()
    return Dispute(
        about="number", kind="conflict", question=f"Was it one {noun}, or several {plural(noun)}?",
        why="one deed, done by one in one report and by more than one in the other",
        sides=(
            (frame.line("one", [doer.token, parse.subtree(doer.token)[0]]),),
            (two[0].line("more than one", [two[1].token, two[0].telling.parse.subtree(two[1].token)[0]]),),
        ),
    )  # fmt: skip
