"""Stretches of the calendar: months, seasons, quarters, halves, weeks, years, decades, centuries."""

from datetime import date, timedelta

from .dates_calendar import bounds, month_value, shift_months, week_value
from .dates_grammar import Expression
from .dates_words import Anchor, Meaning, codes, relation, year_of

__all__ = ["of_half", "of_month", "of_quarter", "of_season", "of_unit", "of_year"]

_STEP = {"last": -1, "next": 1}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def of_month(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "June", "late November", "last May", "January this year", "July 1997"."""
    month = int(
        codes("month").get(expression.word("month")) or codes("month_short")[expression.word("short")]
    )
    year = year_of(expression, anchor)
    if year is None:
        year = _year_of_month(month, relation(expression), anchor)
    return "DATE", f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"


def _year_of_month(month: int, which: str, anchor: Anchor) -> int | None:
    """The year of a month that stands alone: by "last" and "next", else by the clause, else the nearest."""
    if anchor.day is None:
        return None
    here, this = anchor.day.month, anchor.day.year
    if which == "last":
        return this if month < here else this - 1
    if which == "next":
        return this if month > here else this + 1
    if which == "this":
        return this
    if anchor.direction == "past":
        return this if month <= here else this - 1
    if anchor.direction == "future":
        return this if month >= here else this + 1
    return this + (1 if month - here < -6 else -1 if month - here > 6 else 0)


def of_season(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "last fall", "this summer", "the winter of 1994"."""
    code = str(codes("season")[expression.word("season")])
    year, which = year_of(expression, anchor), relation(expression)
    if year is None and anchor.day is not None:
        year = _year_of_season(code, which, anchor.day, anchor)
    return "DATE", f"{year}-{code}" if year else f"XXXX-{code}"


def _year_of_season(code: str, which: str, day: date, anchor: Anchor) -> int:
    """The year of a season that stands alone: by "last" and "next", else by the clause, else this year."""
    begun = day.month >= _SEASON_STARTS[code]
    span = bounds(f"{day.year}-{code}")
    over = span is not None and span[1] < day
    if which == "last" or (not which and anchor.direction == "past"):
        return day.year - (0 if over or (begun and not which) else 1)
    if which == "next" or (not which and anchor.direction == "future"):
        return day.year + (1 if over or (begun and which == "next") else 0)
    return day.year


def of_quarter(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "the third quarter", "the 1988 third quarter", "the quarter", "a year ago" beside a quarter."""
    if "yearago" in expression.slots and "ord" not in expression.slots:
        return _year_before(expression, anchor)
    n = _nth(expression)
    if n is not None and not 1 <= n <= 4:
        return None
    year = year_of(expression, anchor)
    if n is None:
        return _quarter_meant(expression, year, anchor)
    if year is None and anchor.day is not None:
        year = anchor.day.year
        if (
            date(year, n * 3 - 2, 1) > anchor.day
            and anchor.direction != "future"
            and n == 4
            and anchor.day.month < 7
        ) or "yearago" in expression.slots:
            year -= 1
        elif n == 1 and anchor.day.month >= 10 and anchor.direction == "future":
            year += 1
    return "DATE", f"{year:04d}-Q{n}" if year else f"XXXX-Q{n}"


def _nth(expression: Expression) -> int | None:
    """Which quarter the words name: 1 to 4 (or an ordinal that is none); None when they name none."""
    if qn := expression.word("qn"):
        return int(qn[1])
    word = expression.word("ord")
    return int(codes("ordinal")[word]) if word else None


def _quarter_meant(expression: Expression, year: int | None, anchor: Anchor) -> Meaning | None:
    """A quarter that has no number: the one mentioned last, the one gone by, this one, the next."""
    if anchor.day is None:
        return "DATE", f"{year:04d}" if year else "XXXX-QX"
    if year is not None:
        return "DATE", f"{year}-{anchor.quarter[5:]}" if anchor.quarter else f"{year:04d}"
    which = relation(expression)
    if which in ("", "latest", "that") and anchor.quarter:
        return "DATE", anchor.quarter
    back = {"last": -3, "latest": -3, "": -3, "next": 3}.get(which, 0)
    day = shift_months(anchor.day.replace(day=1), back)
    return "DATE", f"{day.year}-Q{(day.month + 2) // 3}"


def _year_before(expression: Expression, anchor: Anchor) -> Meaning:
    """ "a year ago", "the year-earlier quarter": the same quarter a year back, where quarters are told."""
    if anchor.quarter:
        return "DATE", f"{int(anchor.quarter[:4]) - 1}{anchor.quarter[4:]}"
    ago = expression.word("yearago") == "ago"
    base = anchor.day if ago or anchor.last_day is None else anchor.last_day
    return "DATE", f"{base.year - 1}" if base else "XXXX"


def of_half(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "the first half of 1990", "the second half of the year"."""
    word = expression.word("ord")
    n = 2 if word in ("last", "past", "second") else 1 if word == "first" else 0
    if not n:
        return None
    year = year_of(expression, anchor) or (anchor.day.year if anchor.day else None)
    return "DATE", f"{year}-H{n}" if year else f"XXXX-H{n}"


def of_unit(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "last week", "earlier this year", "the month", "next weekend", "that day", "the end of the year"."""
    if "year_end" in expression.slots:
        return "DATE", f"{anchor.day.year}" if anchor.day else "XXXX"
    word = expression.word("unit")
    if "ahead" in expression.slots.get("rel", ()) and word in codes("units"):
        return "DATE", "FUTURE_REF"
    if word in codes("units"):  # "the years"
        return "DURATION", f"PX{'Y' if word in ('decades', 'centuries') else str(codes('units')[word])[0]}"
    code = str(codes("unit")[word])
    which = "next" if expression.word("rel") == "ahead" else relation(expression)
    if code in ("TS", "TM", "TH", "N"):
        return ("DURATION", f"PT1{code[1]}") if which == "last" and len(code) == 2 else None
    following = "following" in expression.slots.get("rel", ()) or (which == "next" and code == "D")
    relative = which in ("that", "latest") or following or expression.word("rel") in ("previous", "preceding")
    base = anchor.last_day if relative and anchor.last_day else anchor.day
    if code == "D" and which in ("this", "last", "latest", ""):
        return None if which != "this" else ("DATE", str(anchor.day) if anchor.day else "XXXX-XX-XX")
    if base is None:
        return "DATE", {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "D": "XXXX-XX-XX"}.get(
            code, "XXXX"
        )
    step = _STEP.get(which, 0)
    if code == "WE":
        return "DATE", week_value(_weekend(base, which, anchor)) + "-WE"
    return "DATE", _stepped(code, step, base)


def _stepped(code: str, step: int, base: date) -> str:
    """The day, week, month, quarter, year, decade or century that is `step` on from the one of `base`."""
    if code == "D":
        return str(base + timedelta(step))
    if code in ("W", "F"):
        return week_value(base + timedelta(7 * step))
    if code == "M":
        return month_value(shift_months(base.replace(day=1), step))
    if code == "Q":
        day = shift_months(base.replace(day=1), 3 * step)
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if code == "E":
        return f"{base.year // 10 + step}"
    return f"{base.year // 100 + step}" if code == "C" else f"{base.year + step}"


def _weekend(day: date, which: str, anchor: Anchor) -> date:
    """A day of the weekend that is meant: the one at hand on a weekend day, else the last or the next."""
    saturday = day + timedelta(6 - day.isoweekday()) if day.isoweekday() <= 6 else day - timedelta(1)
    if day.isoweekday() >= 6:
        return saturday + timedelta(7 * _STEP.get(which, 0))
    ahead = which == "next" or (which != "last" and (which == "this" or anchor.direction == "future"))
    if which == "this" and anchor.direction == "past":
        ahead = False
    return saturday if ahead else saturday - timedelta(7)


def of_year(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "1990", "fiscal 1989", "1950-53", "the early 1980s", "the nineties", "the 20th century"."""
    if expression.kind == "century":
        day = expression.word("day")
        n = int(day) if day else int(codes("ordinal")[expression.word("ord")])
        return "DATE", f"{n - 1:02d}"
    if expression.kind == "decade":
        if word := expression.word("decades"):
            return "DATE", f"19{codes('decades')[word]}"
        figures = "".join(c for c in expression.word("decade") if c.isdecimal())
        return "DATE", figures[:3] if len(figures) == 4 else f"19{figures[0]}"
    year = year_of(expression, anchor)
    if year is None:
        return None
    if until := expression.word("until"):
        last = int(until) if len(until) == 4 else year // 100 * 100 + int(until)
        return ("DATE", f"{year}/{last}") if year < last <= year + 200 else None
    return "DATE", f"{year:04d}"
