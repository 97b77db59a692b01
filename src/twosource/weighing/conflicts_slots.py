"""Conflicts about a slot of one event: the day, the place and the doer that two reports give it.

Frames of one class of deed are set side by side (`conflicts_frames`, `conflicts_alike`). They conflict where
they are of one event, give a slot values that cannot both be right, and no report knows of both.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.lexicon import load, words
from twosource.model import ConflictAbout

from .conflicts_alike import same_event, shared, weight_of
from .conflicts_fillers import Filler
from .conflicts_frames import Frame
from .conflicts_lines import Dispute, Line, may_be_one
from .conflicts_questions import asked, named
from .conflicts_tellings import MOST
from .conflicts_topics import classes
from .story import Story

__all__ = ["slot_disputes"]

_OFTEN = 2.0  # what two frames share, weighed, where the deed may have been done on two days or in two places
_PLANNED = 1.3  # the same where it is still to come
_FEW = 1.4  # the same where only one can have done it
_DAY, _MONTH, _YEAR = 8, 31, 366  # days: the longest that is told as a day, a month, a year
_PLACED = frozenset({"in", "at", "near", "outside", "off", "of"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Valued:
    """A frame with its value in the slot: `low` and `high` bound it, `text` is for a reader."""

    frame: Frame
    low: str
    high: str
    text: str
    line: Line


_Same = Callable[[_Valued, _Valued], bool]


def slot_disputes(story: Story, frames: Mapping[str, Sequence[Frame]]) -> list[Dispute]:
    """Conflicts about day, place and doer; `frames` are the story's by class of deed."""
    texts = {r.report.id: r.report.text for r in story.readings}
    found: list[Dispute] = []
    for kind in sorted(frames):
        block = frames[kind][:MOST]
        found += _about("date", [v for f in block for v in _days(f)], _days_apart, _one_day)
        found += _about(
            "place", [v for f in block for v in _places(f)],
            lambda a, b: _elsewhere(a, b, texts), _one_place,
        )  # fmt: skip
        if kind in words("conflicts", "owned"):
            found += _about(
                "attribution", [v for f in block for v in _owners(f)], _two_owners,
                lambda a, b: same_event(a.frame, b.frame, "doer", enough=_FEW),
            )  # fmt: skip
        if kind in classes("alone"):
            found += _about(
                "person", [v for f in block for v in _doers(f)], _two_people,
                _one_deed,
            )  # fmt: skip
    return found


def _about(about: ConflictAbout, block: Sequence[_Valued], apart: _Same, same: _Same) -> Iterator[Dispute]:
    """One dispute for each group of values that rival for one event."""
    taken: set[int] = set()
    for n, a in enumerate(block):
        if id(a) in taken:
            continue
        for b in block[n + 1 :]:
            if id(b) in taken or a.frame.report == b.frame.report or not apart(a, b) or not same(a, b):
                continue
            if _both_told(a, b, block, apart):
                continue
            sides = [[a], [b]]
            for other in block:
                if other is a or other is b:
                    continue
                fits = [side for side in sides if not apart(other, side[0])]
                if len(fits) == 1 and any(same(other, side[0]) for side in sides):
                    fits[0].append(other)
            taken.update(id(v) for side in sides for v in side)
            yield Dispute(
                about=about, kind="conflict", question=asked(about, a.frame, b.frame, (a.text, b.text)),
                why=_WHY[about], sides=tuple(tuple(v.line for v in side) for side in sides),
            )  # fmt: skip
            break


_WHY: Mapping[str, str] = {
    "date": "one event, days that cannot be the same",
    "place": "one event, places that are not one within the other",
    "person": "one deed that one does alone, two names",
    "attribution": "one thing, for which two answer",
}


def _both_told(a: _Valued, b: _Valued, block: Sequence[_Valued], apart: _Same) -> bool:
    """Whether the report of one gives some deed of this class the other's value: it may tell of both."""
    return any(
        v.frame.report == one.frame.report and not apart(v, two)
        for one, two in ((a, b), (b, a))
        for v in block
    )


# The day.


def _days(frame: Frame) -> Iterator[_Valued]:
    if frame.telling.parse.lemmas[frame.verb].lower() in words("conflicts", "movers"):
        return  # "postponed on Tuesday", "updated on 21 July"
    for when in frame.days:
        low, high = when.earliest or "", when.latest or ""
        base = frame.unit.sentence.start
        parse = frame.telling.parse
        own = [i for i in range(len(parse)) if when.start <= base + parse.starts[i] < when.end]
        spelled = low if low == high else f"{low}/{high}"
        if own and _length(low, high):
            line = frame.line(f"{when.text} ({spelled})", own)
            yield _Valued(frame=frame, low=low, high=high, text=when.text, line=line)


def _length(low: str, high: str) -> int:
    """1 for a day or a week, 2 for a month, 3 for a year, 0 for what is no stretch of these."""
    try:
        days = (date.fromisoformat(high) - date.fromisoformat(low)).days
    except ValueError:
        return 0
    if days < 0 or days > _YEAR:
        return 0
    return 1 if days <= _DAY else 2 if days <= _MONTH else 3


def _days_apart(a: _Valued, b: _Valued) -> bool:
    if _length(a.low, a.high) != _length(b.low, b.high):
        return False
    if a.text.lower() == b.text.lower() and not any(c.isdigit() for c in a.text):
        return False  # one weekday's name is one day: only the day of print sets them apart
    return a.high < b.low or b.high < a.low


def _one_day(a: _Valued, b: _Valued) -> bool:
    return same_event(a.frame, b.frame, "day", _PLANNED if a.frame.mode == "plan" else _OFTEN)


# The place.


def _places(frame: Frame) -> Iterator[_Valued]:
    telling = frame.telling
    parse = telling.parse
    own = set(frame.unit.clause.tokens)
    for entity in parse.entities:
        last = entity.end - 1
        if entity.label != "GPE" or last not in own or parse.deps[last] != "pobj":
            continue
        link = parse.heads[last]
        if parse.lemmas[parse.heads[link]].lower() in words("conflicts", "regions"):
            continue  # "the province of Halden" may hold any town
        moved = frame.kind in classes("moving") and parse.lemmas[link].lower() == "to"
        if not moved and (parse.lemmas[link].lower() not in _PLACED or not _reaches(frame, link)):
            continue
        start, end = parse.chars(entity.start, entity.end)
        where = parse.text[start:end].removeprefix("the ")
        yield _Valued(
            frame=frame, low=where, high=where, text=where, line=frame.line(where, [entity.start, last])
        )


def _reaches(frame: Frame, link: int) -> bool:
    """Whether a preposition hangs on the deed, its verb, or a noun that hangs on them by one of place."""
    parse = frame.telling.parse
    outer = parse.lemmas[link].lower()
    for _ in range(3):
        head = parse.heads[link]
        if head in (frame.token, frame.verb):
            return outer != "of"
        if parse.pos[head] not in ("NOUN", "PROPN"):
            return False
        if parse.deps[head] in ("dobj", "nsubj", "nsubjpass") and parse.heads[head] == frame.verb:
            return outer != "of" and head != frame.token
        above = parse.heads[head]
        if parse.deps[head] != "pobj" or parse.lemmas[above].lower() not in _PLACED | {"through", "into"}:
            return False
        link = outer_link = above
        outer = parse.lemmas[outer_link].lower()
    return False


def _elsewhere(a: _Valued, b: _Valued, texts: Mapping[str, str]) -> bool:
    """Whether neither of two places can lie in the other: two countries, or towns that no report joins."""
    one, two = a.text, b.text
    if one.lower() in two.lower() or two.lower() in one.lower():
        return False
    if "." in one or "." in two or _size(one) != _size(two):
        return False
    return two not in texts[a.frame.report] and one not in texts[b.frame.report]


def _size(place: str) -> int:
    """2 for a country, 1 for a part of one, 0 for any other place: a town lies in either."""
    return 2 if place in _countries() else 1 if place.lower() in words("conflicts", "lands") else 0


@cache
def _countries() -> frozenset[str]:
    return frozenset(row[0] for row in load("countries")["table"].values())


def _one_place(a: _Valued, b: _Valued) -> bool:
    f, g = a.frame, b.frame
    often = f.mode != "plan" and not (f.days and g.days)
    return same_event(f, g, "place", enough=_OFTEN if often else _FEW)


# Who did it.


def _doers(frame: Frame) -> Iterator[_Valued]:
    parse = frame.telling.parse
    given = parse.lemmas[frame.token].lower() in words("conflicts", "bestowed")
    some = frame.things if given else frame.doers
    people = [f for f in some if _is_person(frame, f)]
    if len(people) != 1 or "both" in (w.lower() for w in parse.words):
        return
    who = frame.telling.actor(people[0].token)
    first = parse.subtree(people[0].token)[0]
    name = frame.telling.cast.names[who] if who else " ".join(parse.words[first : people[0].token + 1])
    yield _Valued(frame=frame, low=name, high=name, text=name, line=frame.line(name, [people[0].token]))


def _is_person(frame: Frame, filler: Filler) -> bool:
    parse = frame.telling.parse
    if not filler.names or parse.pos[filler.token] == "PRON":
        return False
    who = frame.telling.actor(filler.token)
    entity = any(e.label == "PERSON" and e.start <= filler.token < e.end for e in parse.entities)
    return entity or (who is not None and frame.telling.cast.types.get(who) == "person")


def _two_people(a: _Valued, b: _Valued) -> bool:
    return not may_be_one(a.text, b.text)


def _one_deed(a: _Valued, b: _Valued) -> bool:
    mine, theirs = _named(a), _named(b)
    if any(_is_one(f, theirs) for f in a.frame.fillers) or any(_is_one(f, mine) for f in b.frame.fillers):
        return False
    slot = "who" if a.frame.kind in classes("bestowed") else "doer"
    common = [
        f for f in shared(a.frame.fillers, b.frame.fillers) if not _is_one(f, mine) and not _is_one(f, theirs)
    ]
    of_name = any(x.names & y.names for x in a.frame.things for y in b.frame.things)
    enough = 1.0 if of_name and a.frame.kind in classes("once") else _FEW
    return weight_of(common) >= enough and same_event(a.frame, b.frame, slot, enough=enough)


def _is_one(filler: Filler, name: frozenset[str]) -> bool:
    return bool(filler.names) and (filler.names <= name or name <= filler.names)


def _named(v: _Valued) -> frozenset[str]:
    return frozenset(w.lower() for w in v.text.split())


def _owners(frame: Frame) -> Iterator[_Valued]:
    """Who says that a deed is his: "the rebels claimed responsibility"."""
    if frame.doers and not frame.denied:
        token = frame.doers[0].token
        who = named(frame, token)
        yield _Valued(frame=frame, low=who, high=who, text=who, line=frame.line(who, [token]))


def _two_owners(a: _Valued, b: _Valued) -> bool:
    mine, theirs = a.frame.doers, b.frame.doers
    return not any(x.meets(y) or (x.names | x.marks) & (y.names | y.marks) for x in mine for y in theirs)
