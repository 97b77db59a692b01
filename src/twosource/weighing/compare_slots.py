"""Where two statements differ, slot by slot: number, date, place, person, polarity.

Only what stands in the same place of both counts: one measure, one part of the calendar, one word that a name
hangs on. Everything else that only one of them says is detail, not a difference.
"""

from twosource.model import ConflictAbout, Difference

from .compare_features import numbers_clash, opposed
from .compare_words import Name, Statement

__all__ = ["denied", "differences"]

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
