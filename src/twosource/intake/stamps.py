"""A line that says when a report was published → an ISO 8601 moment or day.

The line is cut into tokens and each must be a month, a number, an hour, a zone, a label or a small word:
prose has other words, so it is never taken for a stamp. A moment without a known zone is kept as a day.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache

from ..lexicon import load, words

__all__ = ["Stamp", "from_address", "from_metadata", "read_stamps"]

_LONGEST = 160
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?: ?Z\b|[+-]\d\d:?\d\d)?)?)"
    r"|(?P<day>\d{1,2}[./]\d{1,2}[./]\d{4})"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?(?!\d))"
    r"|(?P<number>\d+)(?:(?:st|nd|rd|th)\b)?"
    r"|(?P<word>[A-Za-z]+(?:\.[A-Za-z]+)*\.?)"
    r"|(?P<mark>[^\sA-Za-z0-9])",
    re.ASCII,
)
_DIGIT = re.compile("[0-9]")
_MARKS = frozenset(",:|•·-–—/()[];@*.\xa0")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"(?i)(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\Z"
)
_WEEKDAY = re.compile(r"(?i)(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?\Z")
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?:[/-]|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One time on a stamp line: `value` is ISO 8601, or None where the line gives no whole date."""

    value: str | None
    updated: bool
    labelled: bool


@dataclass(slots=True)
class _Parts:
    """What has been read of one stamp."""

    label: str | None = None
    month: int | None = None
    numbers: list[int] = field(default_factory=list)
    whole: str | None = None
    clock: tuple[int, int, int] | None = None
    half: str | None = None
    zone: str | None = None

    @property
    def dated(self) -> bool:
        return self.whole is not None or (self.month is not None and len(self.numbers) >= 2)

    @property
    def empty(self) -> bool:
        return not (self.dated or self.clock or self.month or self.numbers)


def read_stamps(line: str) -> tuple[Stamp, ...]:
    """The stamps on a line that holds nothing else; none when the line is something else.

    A line without a label ("Posted", "Updated") must give a whole date.
    """
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return ()
    parts = [_Parts()]
    for token in _TOKEN.finditer(line):
        if not _take(parts, token):
            return ()
    found = []
    for part in parts:
        if part.empty:
            continue
        value = _value(part)
        if value is None and part.label is None:
            return ()
        updated = part.label in words("stamps", "updated")
        found.append(Stamp(value=value, updated=updated, labelled=part.label is not None))
    return tuple(found)


def from_metadata(given: object) -> str | None:
    """A metadata field as an ISO 8601 moment with offset, or a day; None when it is no date."""
    if not isinstance(given, str) or not 8 <= len(given.strip()) <= _LONGEST:
        return None
    given = given.strip()
    try:
        return _iso(datetime.fromisoformat(given))
    except ValueError:
        pass
    stamps = read_stamps(given)
    if stamps:
        return stamps[0].value
    try:
        return _iso(parsedate_to_datetime(given))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def from_address(url: str | None) -> str | None:
    """The day in an address's path (".../2018/04/17/..."), or None."""
    found = _ADDRESS.search(url[:2000].lower()) if url else None
    if not found:
        return None
    year, month, day = found.groups()
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1 if month in _MONTHS else 0
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _take(parts: list[_Parts], token: re.Match[str]) -> bool:
    """Add one token to the last stamp, or start the next; False when it belongs to no stamp."""
    part, kind, text = parts[-1], token.lastgroup, token[0]
    if kind == "mark":
        return text in _MARKS
    if kind == "word":
        return _take_word(parts, text)
    if part.dated and kind in ("iso", "day"):
        part = _Parts(label=part.label)
        parts.append(part)
    if kind in ("iso", "day"):
        part.whole = text
    elif kind == "clock":
        if part.clock is not None:
            return False
        hour, minute, second = (*(int(n) for n in re.split("[:.]", text)), 0)[:3]
        part.clock = (hour, minute, second)
    else:
        part.numbers.append(int(token["number"][:6]))
    return len(part.numbers) <= 3


def _take_word(parts: list[_Parts], text: str) -> bool:
    part, low = parts[-1], text.lower().rstrip(".")
    if low in words("stamps", "published") or low in words("stamps", "updated"):
        if part.empty:
            part.label = low
        else:
            parts.append(_Parts(label=low))
        return True
    if low in ("am", "pm", "a.m", "p.m"):
        if part.clock is None and part.numbers:
            part.clock = (part.numbers.pop(), 0, 0)
        if part.half is not None or part.clock is None:
            return False
        part.half = low[0]
        return True
    month = _MONTH.match(text)
    if month:
        if part.month is not None:
            if not part.dated:
                return False
            part = _Parts(label=part.label)
            parts.append(part)
        part.month = _MONTHS.index(month[1][:3].lower()) + 1
        return True
    if text.rstrip(".").upper() in _zones() and text.isupper():
        part.zone = text.rstrip(".")
        return True
    return bool(_WEEKDAY.match(text)) or low in words("stamps", "fillers") or low == "t"


@cache
def _zones() -> frozenset[str]:
    lexicon = load("stamps")
    return frozenset((*lexicon["zones"], *lexicon["american"], *lexicon["ambiguous"]))


def _value(part: _Parts) -> str | None:
    """The stamp as ISO 8601: a moment when day, hour and zone are known, else a day, else None."""
    try:
        moment = _moment(part)
    except (ValueError, OverflowError):
        return None
    return _iso(moment) if moment else None


def _moment(part: _Parts) -> datetime | None:
    if part.whole is not None and "-" in part.whole:
        moment = datetime.fromisoformat(re.sub(r" ?Z\Z", "+00:00", part.whole))
        if moment.tzinfo is not None:
            return moment
        inside = len(part.whole) > 10
        clock = (moment.hour, moment.minute, moment.second) if inside else part.clock
        day = moment.date()
    else:
        found = _numeric(part.whole) if part.whole else _named(part)
        if found is None:
            return None
        day, clock = found, part.clock
    if clock is None or part.zone is None:
        return datetime(day.year, day.month, day.day)
    hour = clock[0]
    if part.half:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if part.half == "p" else 0)
    naive = datetime(day.year, day.month, day.day, hour, clock[1], clock[2])
    return _placed(naive, part.zone)


def _numeric(text: str) -> date | None:
    """A day in figures, when it can be read in one way only (13/05/2019, 05/05/2019)."""
    first, second, year = (int(n) for n in re.split("[./]", text))
    if first > 12:
        return date(year, second, first)
    if second > 12 or first == second:
        return date(year, first, second)
    return None


def _named(part: _Parts) -> date | None:
    """A day with its month in letters: one number up to 31 and one year."""
    if part.month is None or len(part.numbers) != 2:
        return None
    day, year = sorted(part.numbers)
    return date(year, part.month, day) if 1900 <= year <= 2100 else None


def _placed(naive: datetime, zone: str) -> datetime:
    """The local moment with its zone's offset, or without where the abbreviation leaves it open."""
    lexicon = load("stamps")
    fixed = lexicon["zones"].get(zone)
    if fixed:
        return datetime.fromisoformat(naive.isoformat() + fixed)
    west = lexicon["american"].get(zone)
    if west is None or naive.year < 2007:
        return naive
    # Energy Policy Act of 2005, section 110: summer time from March's second to November's first Sunday.
    march, november = datetime(naive.year, 3, 8, 2), datetime(naive.year, 11, 1, 2)
    start = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return naive.replace(tzinfo=timezone(timedelta(hours=(1 if start <= naive < end else 0) - west)))


def _iso(moment: datetime) -> str | None:
    if not 1600 <= moment.year <= 2200:
        return None
    if moment.tzinfo is None:
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat()
