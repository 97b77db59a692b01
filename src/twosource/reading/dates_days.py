"""Days and parts of days: dates of the calendar, weekdays, today and yesterday, holidays, this morning."""

from datetime import date, timedelta

from twosource.lexicon import load

from .dates_calendar import holiday, week_value
from .dates_direction import Direction
from .dates_grammar import Expression
from .dates_words import Anchor, Meaning, codes, mod_of, relation, year_of

__all__ = ["clock_of", "of_calendar", "of_deictic", "of_holiday", "of_part", "of_weekday"]

_NEAR = 90  # days
_RECENT = 3  # days back up to which "Tuesday's ruling" is nearer than the next Tuesday


def of_calendar(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "12 May", "Sept. 30, 1989", "3 to 5 May", "2018-11-08", "10/31/2018"."""
    if iso := expression.word("iso"):
        day = date.fromisoformat(iso[:10])
        return ("TIME", f"{day}T{iso[11:]}") if len(iso) > 10 else ("DATE", str(day))
    if slash := expression.word("slash"):
        first, second, last = (int(x) for x in slash.split("/"))
        month, number = (second, first) if first > 12 else (first, second)
        return "DATE", str(date(last if last > 99 else last + (1900 if last > 50 else 2000), month, number))
    month, number = _month(expression), _day(expression)
    year = year_of(expression, anchor)
    if year is None:
        known = load("dates")["known"].get(f"{month:02d}-{number:02d}")
        year = known["year"] if known and expression.after in known["after"] else None
    if year is not None:
        day = date(year, month, number)
    elif anchor.day is not None:
        day = _in_its_year(expression, month, number, anchor.day, anchor)
    else:
        date(2000, month, number)  # raises where no year has such a day
        return _with_time(expression, f"XXXX-{month:02d}-{number:02d}")
    if until := expression.word("day2"):
        return "DATE", f"{day}/{day.replace(day=int(until))}"
    return _with_time(expression, str(day))


def _month(expression: Expression) -> int:
    return int(codes("month").get(expression.word("month")) or codes("month_short")[expression.word("short")])


def _day(expression: Expression) -> int:
    word = expression.word("day")
    return int(word) if word.isdecimal() else int(codes("ordinal")[word])


def _in_its_year(expression: Expression, month: int, number: int, day: date, anchor: Anchor) -> date:
    """The day in the year that is meant: as its weekday says, else the nearest to publication."""
    found = [date(y, month, number) for y in range(day.year - 4, day.year + 5) if _exists(y, month, number)]
    word = expression.word("weekday")
    weekday = codes("weekday").get(word) or codes("weekday_short").get(word)
    found = [d for d in found if d.isoweekday() == weekday] or found
    near = min(found, key=lambda d: (abs((d - day).days), d))
    # A date without a year is seldom far: the clause decides only where both ways are months off.
    if abs((near - day).days) < _NEAR:
        return near
    ways = {"past": [d for d in found if d <= day][-1:], "future": [d for d in found if d >= day][:1]}
    return (ways.get(anchor.direction) or [near])[0]


def _exists(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def of_weekday(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "Friday", "last Friday", "early Tuesday", "Tuesday night", "7 p.m. Friday"."""
    number = int(codes("weekday")[expression.word("weekday")])
    if anchor.day is None:
        return _with_time(expression, f"XXXX-WXX-{number}")
    which = relation(expression)
    if (
        which == "next"
        and "next" not in expression.slots["rel"]
        and "following" not in expression.slots["rel"]
    ):
        which = "coming"  # "this coming Sunday", "the upcoming Friday": the first one ahead
    which = which or anchor.week
    if not which and anchor.direction == "past" and _is_morning(expression):
        # "said early Saturday" in a report of Friday: it is Saturday already where it was said.
        tomorrow = anchor.day + timedelta(1)
        if tomorrow.isoweekday() == number:
            return _with_time(expression, str(tomorrow))
    return _with_time(expression, str(_weekday_from(anchor.day, number, which, anchor)))


def _is_morning(expression: Expression) -> bool:
    """Whether the expression names the first hours of its day."""
    return expression.word("mod") == "early" or _part_of(expression) == "MO"


def _weekday_from(day: date, weekday: int, which: str, anchor: Anchor) -> date:
    """The weekday that is meant on `day`: which one the words say, else the way the clause points.

    A bare weekday that is the day's own is that day. "Next Friday" is that of the next ISO week, "last
    Friday" the latest one gone by.
    """
    back = (day.isoweekday() - weekday) % 7
    if which == "last":
        return day - timedelta(back or 7)
    if which == "next":
        return day + timedelta(7 - day.isoweekday() + weekday)
    if which == "coming":
        return day + timedelta((7 - back) % 7 or 7)
    if which == "that" and anchor.last_day is not None:
        return anchor.last_day + timedelta((weekday - anchor.last_day.isoweekday() + 3) % 7 - 3)
    if anchor.direction == "near":
        return day - timedelta(back) if back <= _RECENT else day + timedelta(7 - back)
    if anchor.direction == "asked":
        return day - timedelta(1) if back == 1 else day + timedelta((7 - back) % 7)
    if back == 0 or anchor.direction == "future" or (which == "this" and anchor.direction != "past"):
        return day + timedelta((7 - back) % 7)
    return day - timedelta(back)


def of_deictic(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "yesterday", "late tomorrow", "tonight", "the day after tomorrow", "yesterday morning"."""
    word = expression.word("deictic")
    steps = int(codes("deictic")[word])
    if beside := expression.word("beside"):
        steps += 1 if beside == "after" else -1
    value = str(anchor.day + timedelta(steps)) if anchor.day else "XXXX-XX-XX"
    if word == "tonight":
        return "TIME", value + "TNI"
    return _with_time(expression, value)


def of_holiday(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "Christmas", "last Thanksgiving", "Easter weekend": the year by the words or the clause."""
    name = expression.word("holiday").replace("’", "'")
    year = year_of(expression, anchor)
    if year is not None:
        day = holiday(name, year)
    elif anchor.day is not None:
        day = _nearest_holiday(name, relation(expression), anchor.direction, anchor.day)
    else:
        return "DATE", "XXXX-XX-XX"
    if day is None:
        return None
    around = expression.word("weekend")
    if around.startswith("weekend"):
        return "DATE", week_value(day - timedelta(1)) + "-WE"
    return "DATE", week_value(day) if around == "week" else str(day)


def _nearest_holiday(name: str, which: str, direction: Direction, day: date) -> date | None:
    """The holiday of the year that is meant, seen from the day of publication."""
    found = [d for y in (day.year - 1, day.year, day.year + 1) if (d := holiday(name, y))]
    past = [d for d in found if d < day or (d == day and which != "last")]
    future = [d for d in found if d >= day]
    if past and (which == "last" or (not which and direction == "past")):
        return past[-1]
    if future and (which == "next" or (not which and direction == "future")):
        return future[0]
    return min(found, key=lambda d: (abs((d - day).days), d)) if found else None


def of_part(expression: Expression, anchor: Anchor) -> Meaning | None:
    """ "this morning", "last night", "the next morning", "overnight", "the middle of the night"."""
    if "overnight" in expression.slots:
        return "TIME", f"{anchor.day or 'XXXX-XX-XX'}TNI"
    if (
        "hyphen" in expression.slots and mod_of(expression) == "late"
    ):  # "a late-night session": what it was like
        return None
    part, which = str(codes("part")[expression.word("part")]), relation(expression)
    if which in ("", "that") or "following" in expression.slots.get("rel", ()):
        base = anchor.last_day if which else anchor.day
        steps = 1 if which == "next" else 0
    else:
        base = anchor.day
        steps = -1 if which == "last" else 1 if which == "next" else 0
        if which == "next" and anchor.last_day is not None:
            base = anchor.last_day
    if not which and "mod" not in expression.slots:
        base = None  # "in the morning", "the middle of the night": of which day, the words do not say
    return "TIME", f"{base + timedelta(steps) if base else 'XXXX-XX-XX'}T{part}"


def _part_of(expression: Expression) -> str:
    """The part of day that an expression names, as a code (MO, AF, EV, NI); empty when none."""
    return str(codes("part").get(expression.word("part", "part2"), ""))


def clock_of(expression: Expression) -> str:
    """The time of day that an expression names (`22:00`); empty when none. Raises ValueError for 25:00."""
    if noon := expression.word("noon"):
        return "12:00" if noon == "noon" else "24:00"
    words = expression.word("clock", "clock24").replace(".", ":")
    if not words:
        return ""
    hour, _, minute = words.partition(":")
    n = int(hour)
    if half := expression.word("ampm"):
        if n > 12:
            raise ValueError("no such hour")
        n = n % 12 + (12 if half.startswith("p") else 0)
    if n > 24 or int(minute or 0) > 59:
        raise ValueError("no such time")
    return f"{n:02d}:{minute or '00'}"


def _with_time(expression: Expression, day: str) -> Meaning:
    """A day's value with the time or part of day that the expression gives; a DATE without one."""
    if clock := clock_of(expression):
        return "TIME", f"{day}T{clock}"
    if part := _part_of(expression):
        return "TIME", f"{day}T{part}"
    return "DATE", day
