"""Whether two frames tell of one event, the slot that is compared left aside.

One class of deed, one mode, nobody and nothing in them that must be two, and enough that is in both.
"""

from collections.abc import Sequence
from itertools import islice

from twosource.lexicon import words

from .conflicts_fillers import Filler
from .conflicts_frames import Frame
from .conflicts_tellings import clash
from .conflicts_topics import classes

__all__ = ["of_series", "one_day", "same_event", "set_apart", "shared", "weigh", "weight_of"]

_NAME, _NOUN = 1.0, 0.7
_ENOUGH = 2.0  # names and nouns in common, weighed, from which two frames of one class may be of one event
_ENOUGH_ONCE = 1.0  # the same for what happens to somebody once
_ENOUGH_THEME = 1.0  # the same for what happens to a thing once
_ASIDE = frozenset({"after", "before"})  # what stands under them is told of another event
_MARK = 0.4  # what one noun narrowed by one word adds ("wheat prices", "the price of wheat")
_DAY = 0.7  # what a day in common adds


def same_event(a: Frame, b: Frame, slot: str, enough: float = _ENOUGH) -> bool:
    """Whether two frames are of one event; `slot` is the difference that does not count: "day", "doer"…"""
    return not set_apart(a, b, slot) and _near(a, b, slot, enough)


def set_apart(a: Frame, b: Frame, slot: str) -> str:
    """What makes two frames those of two events, in a word; "" for nothing."""
    if a.report == b.report or (a.kind != b.kind and slot not in ("sum", "amount", "outcome")):
        return "kind"
    if a.mode and b.mode and a.mode != b.mode and slot not in ("sum", "outcome"):
        return "mode"
    if slot not in ("polarity", "outcome") and a.denied != b.denied:
        return "denial"
    if slot != "outcome" and a.phase != b.phase and "end" in (a.phase, b.phase):
        return "phase"
    if of_series(a, b):
        return "series"
    if slot != "day" and clash(_bounds(a), _bounds(b)):
        return "day"
    if slot not in ("doer", "who", "amount", "outcome") and _others(a.doers, b.doers, a, b):
        return "doer"
    if slot not in ("thing", "who", "sum", "amount", "outcome") and _others(a.things, b.things, a, b):
        return "thing"
    if slot != "place" and (_elsewhere(a, b) or any(x.elsewhere(y) for x in a.fillers for y in b.fillers)):
        return "place"
    aside = (_lands(a) | _lands(b)) if slot == "place" else frozenset[str]()
    if any(_narrowed(x, y, aside) for x in a.fillers for y in b.fillers if not x.names and not y.names):
        return "marks"
    return ""


def of_series(a: Frame, b: Frame) -> bool:
    """Whether the words tell two of a series apart: "the second round"; "new" only beside "old"."""
    loose = words("conflicts", "newness")
    if (a.ordinals ^ b.ordinals) - loose:
        return True
    return bool(a.ordinals and b.ordinals) and not a.ordinals & b.ordinals


def _elsewhere(a: Frame, b: Frame) -> bool:
    """Whether both clauses name towns or countries, and none of the one stands in the other."""
    mine, theirs = _placed(a), _placed(b)
    return bool(mine and theirs) and not mine & theirs


def _placed(frame: Frame) -> frozenset[str]:
    parse, own = frame.telling.parse, set(frame.unit.clause.tokens)
    return frozenset(
        parse.words[e.end - 1].lower() for e in parse.entities
        if e.label == "GPE" and e.end - 1 in own and parse.deps[e.end - 1] == "pobj"
        and not any(parse.lemmas[u].lower() in _ASIDE for u in islice(parse.ancestors(e.end - 1), 6))
    )  # fmt: skip


def _lands(frame: Frame) -> frozenset[str]:
    """The words of the places in a sentence."""
    parse = frame.telling.parse
    return frozenset(
        parse.words[i].lower() for e in parse.entities if e.label in ("GPE", "LOC")
        for i in range(e.start, e.end)
    )  # fmt: skip


def _narrowed(x: Filler, y: Filler, aside: frozenset[str]) -> bool:
    """Whether one class of noun is narrowed in two ways, by other words than those aside."""
    return x.apart(y) and bool(x.marks - aside) and bool(y.marks - aside)


def _near(a: Frame, b: Frame, slot: str, enough: float) -> bool:
    """Whether two frames share enough to be of one event."""
    once = a.kind in classes("once") and slot not in ("doer", "who")
    if once and _one_person(a, b):
        needed = _ENOUGH_ONCE
    elif once and _one_theme(a, b):
        needed = _ENOUGH_THEME
    else:
        needed = enough
    return weigh(a, b) >= needed


def weigh(a: Frame, b: Frame) -> float:
    """What two frames share, weighed: the nouns of the rest of the sentence count half."""
    core = shared(a.fillers, b.fillers)
    wide = shared((*a.fillers, *a.around), (*b.fillers, *b.around))
    beside = [f for f in wide if not any(f.meets(c) for c in core)]
    alike = any(x.kind == y.kind and x.marks & y.marks for x in a.fillers for y in b.fillers if x.kind)
    return (
        weight_of(core) + weight_of(beside) / 2 + (_MARK if alike else 0.0) + (_DAY if one_day(a, b) else 0.0)
    )


def one_day(a: Frame, b: Frame) -> bool:
    """Whether both give one day, to the day."""
    mine, theirs = ({d.earliest for d in f.days if d.earliest == d.latest} for f in (a, b))
    return bool(mine & theirs)


def _bounds(frame: Frame) -> list[tuple[str, str]]:
    return [(d.earliest or "", d.latest or "") for d in frame.days]


def _others(mine: Sequence[Filler], theirs: Sequence[Filler], a: Frame, b: Frame) -> bool:
    """Whether both roles are filled, and nothing that fills the one may be anything in the other frame."""
    if not mine or not theirs:
        return False
    if any(x.meets(y) for x in mine for y in b.fillers) or any(y.meets(x) for y in theirs for x in a.fillers):
        return False
    named = any(x.names for x in mine) and any(y.names for y in theirs)
    plain = all(x.kind and not x.names for x in mine) and all(y.kind and not y.names for y in theirs)
    return named or plain


def _one_person(a: Frame, b: Frame) -> bool:
    """Whether the deed is done by or to one person by name in both."""
    mine, theirs = (*a.doers, *a.things), (*b.doers, *b.things)
    return any(x.names & y.names for x in mine for y in theirs)


def _one_theme(a: Frame, b: Frame) -> bool:
    """Whether the deed is done to one thing in both; without an object it is done by it."""
    mine, theirs = (a.things or a.doers), (b.things or b.doers)
    if bool(a.things) != bool(b.things):
        return False
    return any(
        x.meets(y) and (x.names & y.names or not (_many(a, x) or _many(b, y))) for x in mine for y in theirs
    )


def _many(frame: Frame, filler: Filler) -> bool:
    """Whether a noun is for some of many: "12 officials"."""
    parse = frame.telling.parse
    if parse.tags[filler.token] != "NNS":
        return False
    return not any(
        parse.deps[c] == "poss" or parse.lemmas[c].lower() in ("the", "these", "those", "both")
        for c in parse.children[filler.token]
    )


def shared(mine: Sequence[Filler], theirs: Sequence[Filler]) -> list[Filler]:
    """Those of mine that may be one of theirs, each name and each class once."""
    found: list[Filler] = []
    for x in mine:
        if any(x.meets(y) for y in theirs) and not any(x.meets(f) for f in found):
            found.append(x)
    return found


def weight_of(fillers: Sequence[Filler]) -> float:
    """How much fillers say together: names most, words for people and bodies in general nothing."""
    empty = words("conflicts", "general")
    return sum(_NAME if f.names else (0.0 if f.kind in empty else _NOUN) for f in fillers)
