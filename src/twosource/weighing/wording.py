"""Putting findings into words: shortened sentences, days as people write them, names in a row."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

__all__ = ["clip", "day_words", "days_words", "finished", "listed", "spelled"]

_DAYS = re.compile(r"\((\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?\)")
_SPACE = re.compile(r"\s+")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def clip(text: str, longest: int = 200) -> str:
    """Text on one line, cut at a word (or, where there is no blank, within it) to `longest` characters."""
    line = _SPACE.sub(" ", text).strip()
    if len(line) <= longest:
        return line
    blank = line.rfind(" ", 0, longest - 1)
    return line[: blank if blank > 0 else longest - 1].rstrip(" ,;:–—-") + "…"


def finished(text: str, longest: int = 320) -> str:
    """A sentence with a capital first and a full stop last; a closing quotation mark stays outermost."""
    line = clip(text, longest).strip(" ,;:–—-")
    if not line:
        return line
    line = line[0].upper() + line[1:]
    return line if line[-1] in ".!?…" or line[-2:] in ('."', ".”", '!"', '?"', "!”", "?”") else line + "."


def day_words(day: str) -> str:
    """ "2018-11-09" as "Friday 9 November 2018"; what is no day is given back."""
    try:
        d = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{d:%A} {d.day} {_MONTHS[d.month - 1]} {d.year}"


def days_words(earliest: str | None, latest: str | None) -> str:
    """The days that bound something: a day, a month, a year, or "from … to …"; "" when nothing is known."""
    first, last = earliest or latest, latest or earliest
    if first is None or last is None:
        return ""
    if first == last:
        return day_words(first)
    try:
        a, b = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return f"{first} to {last}"
    after = b + timedelta(days=1)
    if a.day == 1 and after.day == 1 and (a.year, a.month) == (b.year, b.month):
        return f"{_MONTHS[a.month - 1]} {a.year}"
    if (a.day, a.month) == (1, 1) and (b.day, b.month) == (31, 12) and a.year == b.year:
        return str(a.year)
    return f"between {day_words(first)} and {day_words(last)}"


def spelled(value: str) -> str:
    """A value with the days in its brackets as people write them: "Thursday (16 October 2031)"."""

    def written(found: re.Match[str]) -> str:
        days = [day_words(d).split(" ", 1) for d in found.groups() if d]
        return f"({' to '.join(d[-1] for d in days)})"

    return _DAYS.sub(written, value)


def listed(names: Sequence[str], word: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
