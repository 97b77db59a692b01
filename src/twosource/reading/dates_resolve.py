"""What a time expression means: its TIMEX3 type and value, and the days that bound it.

Relative expressions are worked out from the day of publication, the direction that the clause gives and what
was mentioned before. Without a day of publication they keep a value with its unknown parts as X
(`XXXX-WXX-4`, "Thursday") and have no bounds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.model import DateType

from .dates_calendar import Bounds, bounds, narrowed
from .dates_days import of_calendar, of_deictic, of_holiday, of_part, of_weekday
from .dates_grammar import Expression
from .dates_periods import of_half, of_month, of_quarter, of_season, of_unit, of_year
from .dates_spans import of_clock, of_reference, of_set, of_span, of_vague
from .dates_words import Anchor, Meaning, mod_of

__all__ = ["Resolved", "resolve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The meaning of an expression, with its bounds."""

    type: DateType
    value: str
    bounds: Bounds | None


_RESOLVERS: dict[str, Callable[[Expression, Anchor], Meaning | None]] = {
    "calendar": of_calendar,
    "weekday": of_weekday,
    "deictic": of_deictic,
    "holiday": of_holiday,
    "part": of_part,
    "month": of_month,
    "season": of_season,
    "quarter": of_quarter,
    "half": of_half,
    "unit": of_unit,
    "year": of_year,
    "decade": of_year,
    "century": of_year,
    "span": of_span,
    "vague": of_vague,
    "set": of_set,
    "reference": of_reference,
    "clock": of_clock,
}


def resolve(expression: Expression, anchor: Anchor) -> Resolved | None:
    """The meaning of an expression in its place; None when it is no time after all (a thirteenth month…)."""
    try:
        meaning = _RESOLVERS[expression.kind](expression, anchor)
    except (ValueError, OverflowError):  # a day that no calendar has: 31 June, a year beyond 9999
        return None
    if meaning is None:
        return None
    kind, value = meaning
    if kind in ("DURATION", "SET"):
        return Resolved(type=kind, value=value, bounds=None)
    if value == "PRESENT_REF":
        return Resolved(type=kind, value=value, bounds=(anchor.day, anchor.day) if anchor.day else None)
    return Resolved(type=kind, value=value, bounds=_within(expression, bounds(value), anchor.day))


def _within(expression: Expression, found: Bounds | None, day: date | None) -> Bounds | None:
    """The bounds of a value, drawn in by "early", "the end of"…, and by "earlier this" and "later this"."""
    if found is None:
        return None
    if expression.kind == "unit" and expression.word("rel") == "past" and day is not None:
        return day - (found[1] - found[0]) - timedelta(1), day  # "the past week" is the seven days up to now
    mod = mod_of(expression)
    if mod in ("earlier", "later"):
        if day is None or not found[0] <= day <= found[1] or found[0] == found[1]:
            return found
        return (found[0], day) if mod == "earlier" else (day, found[1])
    if "ago" in expression.slots.get("shift", ()) and found[0] != found[1]:
        return found[0], min(found[1], day - timedelta(1)) if day and day > found[0] else found[1]
    return narrowed(found, mod) if mod else found
