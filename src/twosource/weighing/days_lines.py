"""The day that a report bears on a line of its own near its head: "Posted on May 3, 2013, 4:42 PM EDT"."""

import re
from dataclasses import dataclass
from datetime import date

from twosource.lexicon import load, words
from twosource.model import Reading

__all__ = ["InferredDay", "borne_day"]

_HEAD = 600  # characters in which such a line stands
_LINES = 6  # lines of the head that are looked at
_LONGEST = 90  # characters of such a line
_LEFT = 1  # words that may be left on it: the agency, the place
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_FULL = re.compile(
    rf"\b(?:(?P<m1>{_MONTHS})[a-z]*\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? ?|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTHS})[a-z]*\.?,? )(?P<y>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ZONE = re.compile(r"[A-Z]{2,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class InferredDay:
    """The likeliest day of a report, the days that bound it (ISO 8601), and the reason in a line."""

    day: str
    earliest: str
    latest: str
    why: str


def borne_day(reading: Reading) -> InferredDay | None:
    """The last day that a line of the report's head bears by itself; None where no line is only a date.

    A line in figures alone ("5/6/2013") is left out: which of them is the month cannot be told.
    """
    day = _day_of_lines(reading.report.text)
    if day is None:
        return None
    iso = day.isoformat()
    return InferredDay(day=iso, earliest=iso, latest=iso, why="a line at its head bears that day")


def _day_of_lines(text: str) -> date | None:
    found: list[date] = []
    for line in text[:_HEAD].split("\n")[:_LINES]:
        if len(line) > _LONGEST:
            continue
        days = [day for full in _FULL.finditer(line) if (day := _day(full)) is not None]
        if days and _only_dated(_FULL.sub(" ", line)):
            found += days
    return max(found, default=None)


def _day(found: "re.Match[str]") -> date | None:
    month = (found["m1"] or found["m2"]).lower()
    try:
        return date(int(found["y"]), _MONTHS.split("|").index(month) + 1, int(found["d1"] or found["d2"]))
    except ValueError:
        return None


def _only_dated(rest: str) -> bool:
    """Whether nothing but the hour, the zone and words such as "posted" stands beside a date."""
    known, weekdays = words("undated", "posted"), load("dates")["weekday"]
    left = [
        w for w in _WORD.findall(rest)
        if not _ZONE.fullmatch(w) and w.lower() not in known and w.lower() not in weekdays
    ]  # fmt: skip
    return len(left) <= _LEFT
