"""Days, and the TIMEX3 values that name them: bounds of a value, holidays, steps of weeks, months and years.

Values are those of TimeML's TIMEX3 (ISO 8601 with its extensions for seasons, quarters, halves, decades).
Weeks are ISO weeks (Monday to Sunday).
"""

import re
from datetime import date, timedelta
from functools import cache

from twosource.lexicon import load

__all__ = ["bounds", "easter", "holiday", "month_value", "narrowed", "shift_months", "week_value"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")
_SEASONS = {"SP": (3, 1, 5), "SU": (6, 1, 8), "FA": (9, 1, 11), "WI": (12, 1, 2)}

Bounds = tuple[date, date]


def bounds(value: str) -> Bounds | None:
    """First and last day of what a value names; None for a value that names no stretch of the calendar.

    `2018-11` → 1 to 30 November 2018; `198` → 1980 to 1989; a part of day (`2018-11-06TNI`) is its day.
    """
    if "/" in value:
        ends = [bounds(part) for part in value.split("/", 1)]
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
    try:
        return _bounds(value.partition("T")[0])
    except (ValueError, OverflowError):
        return None


def _bounds(value: str) -> Bounds | None:
    if m := _DAY.fullmatch(value):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return day, day
    if m := _MONTH.fullmatch(value):
        return _months(int(m[1]), int(m[2]), 1)
    if m := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return monday + timedelta(5 if m[3] else 0), monday + timedelta(6)
    if m := _QUARTER.fullmatch(value):
        return _months(int(m[1]), int(m[2]) * 3 - 2, 3)
    if m := _HALF.fullmatch(value):
        return _months(int(m[1]), int(m[2]) * 6 - 5, 6)
    if m := _SEASON.fullmatch(value):
        return _months(int(m[1]), _SEASONS[m[2]][0], 3)
    if _YEARS.fullmatch(value):
        return date(int(value.ljust(4, "0")), 1, 1), date(int(value.ljust(4, "9")), 12, 31)
    return None


def _months(year: int, month: int, count: int) -> Bounds:
    """From the first day of a month to the last day of the month `count - 1` months on."""
    first = date(year, month, 1)
    return first, shift_months(first, count) - timedelta(1)


def narrowed(found: Bounds, mod: str) -> Bounds:
    """The third of a stretch that "early", "mid" or "late" (or "the end of"…) leaves."""
    first, last = found
    third = (last - first).days // 3
    if mod in ("early", "beginning", "start"):
        return first, first + timedelta(third)
    if mod in ("mid", "middle"):
        return first + timedelta(third), last - timedelta(third)
    if mod in ("late", "end"):
        return last - timedelta(third), last
    return found


def shift_months(day: date, months: int) -> date:
    """The day `months` later (or earlier), or the last of its month where that day does not exist.

    Raises ValueError outside the years 1 to 9999.
    """
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    after = date(year + (month == 11), (month + 1) % 12 + 1, 1) if year < 9999 else date(9999, 12, 31)
    return date(year, month + 1, min(day.day, (after - timedelta(1)).day))


def week_value(day: date) -> str:
    """The ISO week of a day, as a value (`2018-W45`)."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: date) -> str:
    """The month of a day, as a value."""
    return f"{day.year:04d}-{day.month:02d}"


def easter(year: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar (the anonymous computus, Meeus 1991, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@cache
def holiday(name: str, year: int) -> date | None:
    """The day of a named holiday in a year; None when the lexicon does not know the name."""
    tables = load("dates")["holiday"]
    if name in tables["fixed"]:
        return date.fromisoformat(f"{year:04d}-{tables['fixed'][name]}")
    if name in tables["easter"]:
        return easter(year) + timedelta(tables["easter"][name])
    if name not in tables["nth"]:
        return None
    month, weekday, nth = tables["nth"][name]
    if nth < 0:
        last = shift_months(date(year, month, 1), 1) - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
