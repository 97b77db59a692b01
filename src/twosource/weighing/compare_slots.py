"""Where two statements differ, slot by slot: number, date, place, person, polarity.

Only what stands in the same place of both counts: one measure, one part of the calendar, one word that a name
hangs on. Everything else that only one of them says is detail, not a difference.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from twosource.lexicon import words
from twosource.model import ConflictAbout, Difference

from .compare_features import held, numbers_clash, opposed
from .compare_words import Name, Statement

__all__ = ["clashing", "denied", "differences"]

_ALIKE_ORDER = 80.0  # likeness of two texts, in per cent, from which they differ in little else
_ALIKE_WORDS = 0.9  # share of words, the differing values aside, that each must hold of the other
_ONE_NAME = 60.0  # likeness of two names, in per cent, from which they may be spellings of one
_ROUGH, _EXACT = 0.2, 0.03  # how far apart two numbers must be: with "about" and "nearly", and without
_SHARED_TOPIC = 2  # content words that both must hold before a denial in one is about the other


def denied(a: Statement, b: Statement) -> tuple[str, str] | None:
    """The words by which exactly one of two statements on the same matter says that it is not so."""
    if len(a.content.keys() & b.content.keys()) < _SHARED_TOPIC:
        return None
    if a.negative == b.negative:
        return None
    if bool(a.denials) != bool(b.denials):
        return (", ".join(a.denials), ", ".join(b.denials))
    told_of = {head for head, _ in a.arcs & b.arcs}  # the verb is said of one matter in both
    both = (a.negated ^ b.negated) & a.verbs & b.verbs & told_of
    if not both:
        return None
    verb = min(both)
    return (f"not {verb}", verb) if verb in a.negated else (verb, f"not {verb}")


def differences(a: Statement, b: Statement) -> tuple[Difference, ...]:
    """The slots in which both give a value and the values cannot both stand, in a fixed order."""
    found: list[Difference] = []
    for part in ("year", "day", "month", "weekday"):
        x, y = a.days.get(part), b.days.get(part)
        if x and y and x[0] != y[0]:
            found.append(Difference(about="date", a=x[1], b=y[1]))
            break
    for one, other in numbers_clash(a, b)[:3]:
        found.append(Difference(about="number", a=one.text, b=other.text))
    found += _names(a, b)
    against = denied(a, b)
    if against:
        found.append(Difference(about="polarity", a=against[0] or None, b=against[1] or None))
    else:
        for left, right in opposed(a, b)[:1]:
            found.append(Difference(about="polarity", a=left, b=right))
    return tuple(found)


def clashing(a: Statement, b: Statement, found: Sequence[Difference]) -> Difference | None:
    """The difference by which two statements that are alike in all else contradict each other."""
    slots = [d for d in found if d.about in ("number", "date", "place", "person") and d.a and d.b]
    if not slots or fuzz.ratio(a.text.lower()[:2000], b.text.lower()[:2000]) < _ALIKE_ORDER:
        return None
    own = {w for d in slots for side in (d.a, d.b) if side for w in side.lower().split()}
    mine = {w: v for w, v in a.content.items() if w not in own}
    theirs = {w: v for w, v in b.content.items() if w not in own}
    if not mine or not theirs or min(held(mine, theirs), held(theirs, mine)) < _ALIKE_WORDS:
        return None
    return next((d for d in slots if _cannot_meet(a, b, d)), None)


def _cannot_meet(a: Statement, b: Statement, d: Difference) -> bool:
    """Whether the two values are not one value, told otherwise."""
    if d.about == "number":
        priced = [{sign for sign in "$€£¥" if sign in s.text} for s in (a, b)]
        return priced[0] == priced[1] and _far_apart(a, b, d)
    x, y = (d.a or "").lower(), (d.b or "").lower()
    if d.about == "date":  # a text may give several days
        return x not in b.text.lower() and y not in a.text.lower()
    short = any(v.replace(".", "").isupper() for v in (d.a or "", d.b or ""))
    return not short and fuzz.ratio(x, y) < _ONE_NAME


def _far_apart(a: Statement, b: Statement, d: Difference) -> bool:
    """Whether two numbers are not one number, told more or less roughly."""
    x = next((n.value for n in a.numbers if n.text == d.a), 0.0)
    y = next((n.value for n in b.numbers if n.text == d.b), 0.0)
    rough = not words("compare", "roughly").isdisjoint(f"{a.text} {b.text}".lower().split())
    return abs(x - y) > (_ROUGH if rough else _EXACT) * max(abs(x), abs(y))


def _names(a: Statement, b: Statement) -> list[Difference]:
    """Persons and places that hang on the same word in the same way, and share no word."""
    found: list[Difference] = []
    for x in _only(a, b):
        for y in _only(b, a):
            if x.kind == y.kind and x.governor == y.governor and not x.words & y.words:
                about: ConflictAbout = "person" if x.kind == "person" else "place"
                found.append(Difference(about=about, a=x.text, b=y.text))
    return found[:2]


def _only(mine: Statement, theirs: Statement) -> list[Name]:
    """My persons and places of which the other names no part."""
    known = frozenset(theirs.proper) | frozenset(w for n in theirs.names for w in n.words)
    return [n for n in mine.names if n.kind in ("person", "place") and not n.words & known]
