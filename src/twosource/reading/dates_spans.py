"""Lengths of time, repeated times, times of day, and words that point without naming a day."""

from datetime import date, timedelta

from .dates_calendar import month_value, shift_months, week_value
from .dates_days import clock_of
from .dates_grammar import Expression
from .dates_words import Anchor, Meaning, codes, number_of, relation

__all__ = ["of_clock", "of_reference", "of_set", "of_span", "of_vague"]

_LENGTH = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "N": (1, "D"), "WE": (2, "D")}
_MANY = 5000  # "10,000 years ago" is no date


def of_span(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "two days", "a year and a half", "several weeks"; with "ago" or "later", a date."""
    if expression.after == "old" or "old" in expression.slots:
        return None  # an age
    unit = _unit(expression)
    if unit == "Q" and "rel" not in expression.slots and not expression.word("shift"):
        return None  # three quarters of a thing
    count = _count(expression)
    if "shift" in expression.slots:
        return _shifted(expression, count, unit, anchor)
    return "DURATION", _length(count, unit)


def _unit(expression: Expression) -> str:
    word = expression.word("unit", "one", "half_unit")
    if not word:
        word = expression.word("few")
    return str(codes("units").get(word) or codes("unit")[word])


def _count(expression: Expression) -> float | None:
    """How many units; None when the words do not say ("several", "four or five")."""
    slots = expression.slots
    if "half_unit" in slots:
        return 0.5
    if "one" in slots:
        return 1.5 if "half" in slots else 1.0
    if "few" in slots:
        return 2.0 if slots["few"][-1] == "couple" else None
    return None if "num2" in slots else number_of(slots.get("num", ()))


def _length(count: float | None, unit: str) -> str:
    """A duration's value (`P2W`, `PT5H30M`, `PXD`)."""
    times, code = _LENGTH.get(unit, (1, unit))
    time = code in ("TS", "TM", "TH")
    mark = "PT" if time else "P"
    letter = code[-1]
    if count is None:
        return f"{mark}X{'Y' if unit in 'EC' else letter}"
    n = count * times
    if n == int(n):
        return f"{mark}{int(n)}{letter}"
    smaller = {
        "Y": (12, "M"),
        "TH": (60, "M"),
        "D": (24, "TH"),
        "M": (30, "D"),
        "W": (7, "D"),
        "TM": (60, "S"),
        "Q": (3, "M"),
    }
    per, next_letter = smaller.get(code, (1, letter))
    whole, rest = int(n), int((n - int(n)) * per)
    if code == "D":
        return f"P{whole}DT{rest}H" if whole else f"PT{rest}H"
    return f"{mark}{whole}{letter}{rest}{next_letter}" if whole else f"{mark}{rest}{next_letter}"


def _shifted(expression: Expression, count: float | None, unit: str, anchor: Anchor) -> Meaning:
    """ "two weeks ago", "three days later": as far from publication, or from the day mentioned before."""
    word = expression.word("shift")
    ago = word == "ago"
    back = ago or word in ("earlier", "previously")
    if count is None or count > _MANY:
        return "DATE", "PAST_REF" if back else "FUTURE_REF"
    base = anchor.day if ago or word == "now" else anchor.last_day or anchor.day
    if unit in ("TS", "TM", "TH"):
        if base is None or count > 24:
            return "TIME", "XXXX-XX-XX"
        return "TIME", str(base)
    if base is None:
        return "DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")
    return "DATE", _moved(base, count if not back else -count, unit)


def _moved(base: date, count: float, unit: str) -> str:
    """The day, week, month or year `count` units from a day, as precise as the unit is."""
    times, code = _LENGTH.get(unit, (1, unit))
    n = int(count * times)
    if code == "D":
        return str(base + timedelta(n))
    if code == "W":
        return week_value(base + timedelta(7 * n))
    if code in ("M", "Q"):
        return month_value(shift_months(base.replace(day=1), n * (3 if code == "Q" else 1)))
    if count * times != n:
        return month_value(shift_months(base.replace(day=1), int(count * times * 12)))
    return f"{base.year + n:04d}"


def of_set(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "every Monday", "daily", "each July", "Tuesday nights", "$5 a day"."""
    slots = expression.slots
    if often := expression.word("often"):
        return "SET", str(codes("often")[often])
    if "weekday" in slots or "weekday2" in slots:
        word = expression.word("weekday", "weekday2")
        number = codes("weekday").get(word) or codes("weekdays")[word]
        part = expression.word("part")
        code = codes("part").get(part) or codes("parts").get(part)
        return "SET", f"XXXX-WXX-{number}" + (f"T{code}" if code else "")
    if part := expression.word("part"):
        return "SET", f"XXXX-XX-XXT{codes('part')[part]}"
    if season := expression.word("season"):
        return "SET", f"XXXX-{codes('season')[season]}"
    if month := expression.word("month", "short"):
        return "SET", f"XXXX-{int(codes('month').get(month) or codes('month_short')[month]):02d}"
    word = expression.word("unit")
    unit = str(codes("unit").get(word) or codes("units").get(word))
    count = 2.0 if "ord" in slots else number_of(slots.get("num", ())) or 1.0
    return "SET", "P1Q" if unit == "Q" and count == 1 else _length(count, unit)


def of_vague(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "recent weeks", "coming months", "the future", "the past", "years"."""
    slots = expression.slots
    if "future" in slots or "term" in slots or "units_ahead" in slots:
        return "DATE", "FUTURE_REF"
    if "past" in slots:
        return "DATE", "PAST_REF"
    if "days" in slots:
        return "DATE", "PRESENT_REF"
    if "rel" in slots:
        ahead = slots["rel"][-1] in ("coming", "future") or relation(expression) == "next"
        return "DATE", "FUTURE_REF" if ahead else "PAST_REF"
    if expression.after in ("old", "-") or expression.before == "-":
        return None
    return "DURATION", _length(None, str(codes("units").get(expression.word("units"), "")) or "D")


def of_reference(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "now", "recently", "soon", "at the moment"."""
    if word := expression.word("reference"):
        if (word == "soon" and expression.before == "as") or expression.after == "after":
            return None
        return "DATE", str(codes("reference")[word])
    return "DATE", "PRESENT_REF"


def of_clock(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "10:35 a.m.", "noon", "4 in the morning": on the day mentioned last, else that of publication."""
    day = anchor.last_day or anchor.day
    if expression.word("clock24") and not expression.word("ampm") and not _is_clock(expression):
        return None  # "1:15" alone is as often a score, a verse or a ratio
    return "TIME", f"{day or 'XXXX-XX-XX'}T{clock_of(expression)}"


def _is_clock(expression: Expression) -> bool:
    """Whether hours and minutes without "a.m." stand where a time of day does."""
    return (
        expression.before in ("at", "around", "about", "by", "until", "from", "since")
        or "part" in expression.slots
    )
