"""The day of an undated report, from what it says and from the dated reports of the same story.

Each day within ten days of a dated co-report is tried: how close before it do the weekdays lie that the
report speaks of as past ("said Tuesday"), how close behind it those that are ahead ("is due on Friday"), and
do they fall on the days that co-reports give for sentences with the same words? The best day is taken, with
the days that fit nearly as well as bounds; where nothing in the text speaks for a day, none is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from twosource.lexicon import load, words
from twosource.model import Date, Reading

from .days_lines import InferredDay, borne_day

__all__ = ["InferredDay", "infer_days"]

_REACH = 10  # days on either side of a co-report
_MOST = 400  # candidate days, whatever the spread of the co-reports
_MARGIN = 1.0  # a day whose score is this close to the best one is not ruled out
_PRIOR = 0.2  # what each day away from the nearest co-report costs
_SAME = 0.4  # share of content words from which two sentences may tell the same thing
_LATER = 31  # days after which what a report tells of shows that it was not printed on a day it gives
_LEAD = 4  # sentences in which a full date dates the report itself
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T\w+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What a past weekday so many days back, one so many days ahead, "last Friday" so many days back is worth.
_PAST = (1.0, 1.0, 0.6, 0.3, 0.0, -0.5, -0.5)
_AHEAD = (0.3, 0.6, 0.6, 0.6, 0.4, 0.4, 0.0)
_LAST = (-1.0, -0.5, 0.0, 0.4, 0.4, 0.4, 0.4, 0.4)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Way = Literal["past", "ahead", "last", "next", "week", "step"]


@dataclass(frozen=True, slots=True)
class _Clue:
    """A relative expression of an undated report: a weekday (or days from today), its sentence's words."""

    way: Way
    number: int
    content: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A day that a dated report gives, with the words of the sentence."""

    day: date
    content: frozenset[str]


def infer_days(readings: Sequence[Reading]) -> dict[str, InferredDay]:
    """A day for each report of a story that has none and can be given one, whatever the readings' order.

    A report that only its file or address dates, by day, is given the next day where its text was brought up
    to date after that: where it tells, as a report of that next day does too, what happened "on Wednesday",
    and would else have to mean the Wednesday six days before it.
    """
    dated = sorted((r for r in readings if _published(r) is not None), key=lambda r: r.report.id)
    days = [day for r in dated if (day := _published(r)) is not None]
    known = [k for r in dated for k in _known_days(r)]
    main = _main_day(known, days)
    found: dict[str, InferredDay] = {}
    for reading in sorted(readings, key=lambda r: r.report.id):
        if reading.report.published is None and not _published(reading):
            inferred = borne_day(reading) or (
                _beside(reading, days, known, main) if days else _alone(reading)
            )
            if inferred is not None:
                found[reading.report.id] = inferred
    for reading in dated:
        moved = _brought_up_to_date(reading, readings, found)
        if moved is not None:
            found[reading.report.id] = moved
    return dict(sorted(found.items()))


def _published(reading: Reading) -> date | None:
    """The day of publication of a reading, when it is stated or in metadata."""
    value = reading.report.published
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _beside(
    reading: Reading, days: Sequence[date], known: Sequence[_Known], main: date | None
) -> InferredDay | None:
    """The day that fits best beside the dated reports of the story."""
    clues = list(_clues(reading))
    first = max((d for d in _stated_days(reading) if d <= max(days) + timedelta(_REACH)), default=None)
    if not clues and (first is None or (min(days) - first).days > _REACH):
        return None
    scores = {
        c: _score(c, clues, known, main) - _PRIOR * min(abs((c - d).days) for d in days)
        for c in _candidates(days)
        if first is None or c >= first
    }
    if not scores:
        return None
    best = min(scores, key=lambda c: (-scores[c], c))
    earliest, latest = _run_around(best, {c for c, s in scores.items() if s >= scores[best] - _MARGIN})
    return InferredDay(
        day=best.isoformat(),
        earliest=earliest.isoformat(),
        latest=latest.isoformat(),
        why=_why(best, clues, first),
    )


def _candidates(days: Sequence[date]) -> list[date]:
    """The days within reach of a dated report, in order."""
    near = {d + timedelta(n) for d in days for n in range(-_REACH, _REACH + 1)}
    return sorted(near)[:_MOST]


def _run_around(best: date, fitting: set[date]) -> tuple[date, date]:
    """The unbroken run of fitting days that the best one stands in."""
    earliest = latest = best
    while earliest - timedelta(1) in fitting:
        earliest -= timedelta(1)
    while latest + timedelta(1) in fitting:
        latest += timedelta(1)
    return earliest, latest


def _score(day: date, clues: Sequence[_Clue], known: Sequence[_Known], main: date | None) -> float:
    """How well the report's own words fit a day of publication."""
    total = 0.0
    for clue in clues:
        if clue.way == "week":
            total += _earlier_this_week(day, main)
            continue
        meant, worth = _meant(day, clue)
        total += worth + _agreement(meant, clue, known)
    return total


def _meant(day: date, clue: _Clue) -> tuple[date, float]:
    """The day that a clue names in a report of `day`, and how usual it is to name it so."""
    if clue.way == "step":
        return day + timedelta(clue.number), 0.0
    back = (day.isoweekday() - clue.number) % 7
    ahead = (7 - back) % 7
    if clue.way == "past":
        return day - timedelta(back), _PAST[back]
    if clue.way == "last":
        return day - timedelta(back or 7), _LAST[back or 7]
    if clue.way == "next":
        return day + timedelta(7 - day.isoweekday() + clue.number), 0.0
    return day + timedelta(ahead), _AHEAD[ahead]


def _earlier_this_week(day: date, main: date | None) -> float:
    """ "Earlier this week" is said two days on or more, and in the same week as what the story is about."""
    if main is None or main.isocalendar()[:2] != day.isocalendar()[:2]:
        return 0.0 if day.isoweekday() >= 3 else -0.4
    gap = (day - main).days
    return 0.8 if gap >= 2 else -0.2 if gap == 1 else -0.8


def _agreement(meant: date, clue: _Clue, known: Sequence[_Known]) -> float:
    """Whether co-reports give that day in sentences like the clue's: from 1.5 for it to 1.5 against."""
    alike = {True: 0.0, False: 0.0}
    for other in known:
        if clue.way == "step" or other.day.isoweekday() == clue.number:
            share = _share(clue.content, other.content)
            if share >= _SAME:
                alike[other.day == meant] = max(alike[other.day == meant], share)
    return 1.5 * (alike[True] - alike[False])


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller sentence's content words that the other has; 0 below three shared words."""
    shared = len(a & b)
    return shared / min(len(a), len(b)) if shared >= 3 else 0.0


def _clues(reading: Reading) -> Iterator[_Clue]:
    """The relative expressions of a report that speak for its day."""
    numbers = load("dates")["deictic"]
    for found in reading.dates:
        if found.type not in ("DATE", "TIME"):
            continue
        low = found.text.lower()
        if weekday := _WEEKDAY.fullmatch(found.value):
            yield _Clue(_way(reading, found), int(weekday[1]), _content(reading, found), found.text)
        elif low in numbers and low != "today":  # "today" is as often "nowadays"
            yield _Clue("step", numbers[low], _content(reading, found), found.text)
        elif low == "earlier this week":
            yield _Clue("week", 0, frozenset(), found.text)


def _way(reading: Reading, found: Date) -> Way:
    """Whether a weekday lies behind or ahead, by the words in it and the nearest cue around it."""
    low = found.text.lower()
    if re.match(r"(?:the )?(?:last|past|previous|this past)\b", low):
        return "last"
    if re.match(r"(?:the )?next\b", low):
        return "next"
    start, end = _sentence(reading, found)
    before = [
        w.lower() for w in _WORD.findall(reading.report.text[max(start, found.start - 120) : found.start])
    ]
    after = [w.lower() for w in _WORD.findall(reading.report.text[found.end : min(end, found.end + 60)])]
    # What follows is only asked when nothing before the weekday tells: "On Friday, an official said…".
    return _cue(before[::-1], backward=True) or _cue(after, backward=False) or "past"


def _cue(around: Sequence[str], *, backward: bool) -> Literal["past", "ahead"] | None:
    """The nearest cue among words that lead away from the weekday, nearest first."""
    ahead, pairs, past = words("undated", "ahead"), words("undated", "ahead_pairs"), words("undated", "past")
    for n, word in enumerate(around[:12]):
        neighbour = around[n + 1] if n + 1 < len(around) else ""
        pair = f"{neighbour} {word}" if backward else f"{word} {neighbour}"
        if word in ahead or pair in pairs:
            return "ahead"
        if word in past or (len(word) > 4 and word.endswith("ed")):
            # "would be held Friday", "was due to be moved Friday": the helper before the participle decides.
            helpers = around[n + 1 : n + 5] if backward else ()
            return "ahead" if any(h in ahead for h in helpers[:3]) else "past"
    return None


def _sentence(reading: Reading, found: Date) -> tuple[int, int]:
    """The bounds of the sentence that a date stands in."""
    low, high = 0, len(reading.sentences)
    while low < high:
        mid = (low + high) // 2
        if reading.sentences[mid].end <= found.start:
            low = mid + 1
        else:
            high = mid
    if low < len(reading.sentences) and reading.sentences[low].start <= found.start:
        return reading.sentences[low].start, reading.sentences[low].end
    return max(0, found.start - 200), min(len(reading.report.text), found.end + 200)


def _content(reading: Reading, found: Date) -> frozenset[str]:
    """The content words of the sentence that a date stands in."""
    start, end = _sentence(reading, found)
    common = words("undated", "common")
    return frozenset(
        w
        for w in map(str.lower, _WORD.findall(reading.report.text[start:end]))
        if len(w) > 3 and w not in common
    )


def _known_days(reading: Reading) -> Iterator[_Known]:
    """The single days that a dated report names."""
    day = _published(reading)
    for found in reading.dates:
        single = found.type in ("DATE", "TIME") and found.earliest and found.earliest == found.latest
        if single and found.earliest and _is_day(found) and not _is_doubtful(found, day):
            yield _Known(date.fromisoformat(found.earliest), _content(reading, found))


def _is_doubtful(found: Date, published: date | None) -> bool:
    """Whether a bare weekday came out five or six days back.

    Then the report was likely brought up to date after the day that it still bears.
    """
    if (
        published is None
        or not found.earliest
        or not found.text[0].isalpha()
        or any(c.isdigit() for c in found.text)
    ):
        return False
    bare = not re.match(r"(?:the )?(?:last|past|previous)\b", found.text.lower())
    return bare and (published - date.fromisoformat(found.earliest)).days >= 5


def _is_day(found: Date) -> bool:
    """Whether an expression names a day, not the present at large."""
    return _DAY.match(found.value) is not None


def _brought_up_to_date(
    reading: Reading, readings: Sequence[Reading], inferred: Mapping[str, InferredDay]
) -> InferredDay | None:
    """The day after the one that a report bears, when its text and a report of that day tell of it."""
    day = _published(reading)
    if day is None or reading.report.published_basis != "metadata" or "T" in (reading.report.published or ""):
        return None
    later = day + timedelta(1)
    bare = [(d, date.fromisoformat(d.earliest[:10])) for d in reading.dates if d.earliest and _is_bare(d)]
    # The sixth day back; or, of the first hours of a day, already the day after (`dates_days`).
    late = [d for d, meant in bare if (day - meant).days in (6, -1) and _way(reading, d) == "past"]
    if not late or not any(0 <= (day - meant).days <= 1 for _, meant in bare):
        return None
    agreed = [_says_so_too(d, reading, later, other, inferred) for d in late for other in readings]
    if False in agreed or True not in agreed:
        return None
    return InferredDay(
        day=later.isoformat(),
        earliest=later.isoformat(),
        latest=later.isoformat(),
        why=f"“{late[0].text}” is {_NAMES[later.weekday()]} {later.isoformat()}, after the day that it bears",
    )


def _says_so_too(
    found: Date, reading: Reading, later: date, other: Reading, inferred: Mapping[str, InferredDay]
) -> bool | None:
    """Whether another report tells the same of the same weekday: True where it is of the later day or after
    it, False where it is older and so means the week before; None where it does not tell it.
    """
    if other.report.id == reading.report.id:
        return None
    own = inferred.get(other.report.id)
    day = date.fromisoformat(own.day) if own else _published(other)
    content = _content(reading, found)
    for d in other.dates:
        weekday = _WEEKDAY.fullmatch(d.value)
        named = int(weekday[1]) if weekday else 0
        if not named and d.earliest and _is_bare(d):
            named = date.fromisoformat(d.earliest[:10]).isoweekday()
        if named == later.isoweekday() and _share(content, _content(other, d)) >= _SAME:
            return day >= later if day else None
    return None


def _is_bare(found: Date) -> bool:
    """Whether an expression is a weekday by itself or with a part of the day: "Wednesday morning"."""
    words_in = found.text.lower().split()
    return found.type in ("DATE", "TIME") and bool(words_in) and words_in[0] in load("dates")["weekday"]


def _main_day(known: Sequence[_Known], days: Iterable[date]) -> date | None:
    """The day that dated reports name most, among the ten days up to the last of them."""
    last = max(days, default=None)
    if last is None:
        return None
    counts = Counter(k.day for k in known if -_REACH <= (k.day - last).days <= 0)
    return min(counts, key=lambda d: (-counts[d], d)) if counts else None


def _stated_days(reading: Reading) -> Iterator[date]:
    """Full dates that the report speaks of as past: it was not published before them."""
    for found in reading.dates:
        if found.type in ("DATE", "TIME") and _is_day(found) and _way(reading, found) != "ahead":
            try:
                yield date.fromisoformat(found.value[:10])
            except ValueError:
                continue


def _alone(reading: Reading) -> InferredDay | None:
    """The day of a report without dated company: the last full date, when its first sentences give it."""
    lead = reading.sentences[min(_LEAD, len(reading.sentences)) - 1].end if reading.sentences else 0
    stated: Mapping[date, Date] = {
        date.fromisoformat(d.value[:10]): d
        for d in reading.dates
        if d.type in ("DATE", "TIME") and _is_day(d) and d.earliest and _way(reading, d) != "ahead"
    }
    if not stated:
        return None
    last = max(stated)
    told = [d.earliest for d in reading.dates if d.type in ("DATE", "TIME") and d.earliest]
    if stated[last].start >= lead or max(told, default="") > (last + timedelta(_LATER)).isoformat():
        return None  # what it tells of as past came long after that day
    return InferredDay(
        day=last.isoformat(),
        earliest=last.isoformat(),
        latest=(last + timedelta(6)).isoformat(),
        why=f"the report itself gives {stated[last].text}",
    )


def _why(day: date, clues: Sequence[_Clue], first: date | None) -> str:
    """The reason for a day in a line: the words that speak for it, each with the day that it then means."""
    told = dict.fromkeys(
        f"“{clue.text}” is {_NAMES[meant.weekday()]} {meant.isoformat()}"
        for clue in clues
        if clue.way != "week"
        for meant in [_meant(day, clue)[0]]
    )
    said = [*told][:4] + (["“earlier this week”"] if any(c.way == "week" for c in clues) else [])
    if not said and first is not None:
        said = [f"not before {first.isoformat()}, which it gives"]
    return "beside its dated co-reports: " + "; ".join(said)
