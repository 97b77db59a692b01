"""Whether two tellings can be of one event: kind, participants, days, places, phase, ordinal."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from twosource.lexicon import load
from twosource.model import Actor, ActorType, Event, Evidence, Reading, Sentence

__all__ = ["Group", "Telling", "likeness", "tellings_of"]

_KIND = {"YIELD": "RETREAT", "CONCEDE": "RETREAT"}
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|another|next|previous|last|earlier)\b", re.I)
_BEFORE = 32
"""How many characters before a trigger its ordinal may stand ("a second high-level summit")."""
_REACH = 90
"""How far from its trigger a participant or a date may stand to be shown with it."""
_DAYS = 8
"""How many days of one event are kept to be compared with."""
_MOVED = 4
"""How many days apart reports may place a meeting that did not take place as planned."""
_WEEK, _MONTH = 7, 31
_TURNS = frozenset({"postponed", "cancelled"})
_THEME = 70
"""How many characters around a trigger say what it is about."""
_WORD = re.compile(r"[a-z]{4,}")
_PHASE = {"possible": 0, "planned": 1, "denied": 1, "postponed": 2, "cancelled": 2, "under way": 3, "held": 4}
_APART = (
    {"held", "planned"}, {"held", "possible"}, {"held", "postponed"}, {"held", "cancelled"},
    {"possible", "postponed"}, {"possible", "cancelled"}, {"possible", "under way"},
)  # fmt: skip
"""States that are not those of one event at one time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report's event with what is needed to compare it; `parties` are its participants' record ids."""

    report: str
    day: str | None
    order: tuple[int, int]
    event: Event
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    parties: frozenset[str]
    lands: frozenset[str]
    far_lands: frozenset[str]
    named: frozenset[str]
    persons: frozenset[str]
    theme: frozenset[str]
    stem: str
    ordinal: str | None
    evidence: Evidence
    keys: tuple[tuple[str, str], ...]

    @property
    def fullness(self) -> int:
        """How much it says: participants on both sides, a day, a place."""
        return 2 * min(2, len(self.parties)) + 2 * (self.bounds is not None) + (self.event.place is not None)

    @property
    def bounds(self) -> tuple[str, str] | None:
        """The ISO days that bound its date."""
        when = self.event.when
        if when is None or not when.earliest:
            return None
        return when.earliest[:10], (when.latest or when.earliest)[:10]

    @property
    def width(self) -> tuple[int, str]:
        """How wide its date is, roughly in days; for choosing the most precise."""
        bounds = self.bounds
        if bounds is None:
            return 10**6, ""
        (a, b) = (tuple(int(p) for p in x.split("-")) if x.count("-") == 2 else (0, 0, 0) for x in bounds)
        return (b[0] - a[0]) * 372 + (b[1] - a[1]) * 31 + b[2] - a[2], bounds[0]


@dataclass(slots=True, kw_only=True)
class Group:
    """Tellings of one event, and what they say together. Only `add` changes it."""

    number: int
    members: list[Telling] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    core: Telling | None = None
    bounds: list[tuple[str, str]] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    ordinals: set[str] = field(default_factory=set)

    def add(self, telling: Telling) -> None:
        """Takes a telling in."""
        self.members.append(telling)
        self.core = self.core or telling
        self.parties |= telling.parties
        self.persons |= telling.persons
        self._take_days(telling.bounds)
        if telling.event.place:
            self.places.add(telling.event.place.lower())
        if telling.ordinal:
            self.ordinals.add(telling.ordinal)

    def _take_days(self, new: tuple[str, str] | None) -> None:
        """Reports that disagree on the day give the event several; of days within days the narrower count."""
        if new is None or any(_inside(old, new) for old in self.bounds):
            return
        self.bounds = [*(old for old in self.bounds if not _inside(new, old)), new][:_DAYS]


def _inside(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return b[0] <= a[0] and a[1] <= b[1]


# ---- likeness


def likeness(group: Group, telling: Telling) -> float:
    """How well a telling fits a group; 0 when it cannot be of the same event."""
    core = group.core
    if core is None or core.kind != telling.kind:
        return 0.0
    if (core.event.mode == "phone") != (telling.event.mode == "phone") and telling.kind == "CONSULT":
        return 0.0
    if not _same_ordinal(group, telling) or not _same_place(group, telling):
        return 0.0
    if not _same_denial(group, telling):
        return 0.0
    dated = bool(group.bounds) and telling.bounds is not None
    if dated and not any(_meet(b, telling.bounds) for b in group.bounds) and not _moved(group, telling):
        return 0.0
    if not _same_phase(group, telling, dated):
        return 0.0
    parties = _same_parties(group, core, telling, dated)
    return parties + (2.0 if dated else 0.0) if parties > 0 else 0.0


def _same_denial(group: Group, telling: Telling) -> bool:
    """What is denied is the event only when it is denied in the event's own words: "Roe was not consulted" is
    not of the meeting that Roe was to attend.
    """
    denied = {m.event.status == "denied" for m in group.members[:16]}
    alike = any(m.stem[:4] == telling.stem[:4] for m in group.members[:16])
    return alike or (telling.event.status == "denied") in denied


def _moved(group: Group, telling: Telling) -> bool:
    """Whether a telling gives another day to a meeting that was put off or called off: the reports disagree
    on the day that it was planned for, or give its old day and its new one.
    """
    if telling.kind not in _MUTUAL or not (group.persons & telling.persons):
        return False
    states = {m.event.status for m in group.members[:16]} | {telling.event.status}
    if not states <= _TURNS | {"planned"} or not states & _TURNS:
        return False
    return any(telling.bounds and _days_apart(b, telling.bounds) <= _MOVED for b in group.bounds)


def _length(bounds: tuple[str, str]) -> int:
    """Days that a stretch of days is long."""
    return _days_apart((bounds[0], bounds[0]), (bounds[1], bounds[1])) + 1


def _days_apart(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Days between two stretches of days; the widest gap there is when one is no calendar day."""
    first, second = sorted((a, b))
    try:
        return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days
    except ValueError:
        return 10**6


def _meet(a: tuple[str, str], b: tuple[str, str] | None) -> bool:
    return b is not None and a[0] <= b[1] and b[0] <= a[1]


def _same_ordinal(group: Group, telling: Telling) -> bool:
    if telling.ordinal is None or not group.ordinals:
        return True
    return telling.ordinal in group.ordinals


def _same_place(group: Group, telling: Telling) -> bool:
    place = (telling.event.place or "").lower()
    return not place or not group.places or any(place in p or p in place for p in group.places)


def _same_phase(group: Group, telling: Telling, dated: bool) -> bool:
    """What has been held is not what is still to come, unless a later report says so or the days agree."""
    if dated:
        return True
    new = telling.event.status
    for member in group.members[:16]:
        old = member.event.status
        if {old, new} in _APART:
            ahead, past = (member, telling) if _PHASE[new] > _PHASE[old] else (telling, member)
            if not (ahead.day and past.day and ahead.day < past.day):
                return False
    return True


def _same_parties(group: Group, core: Telling, telling: Telling, dated: bool) -> float:
    if not telling.parties:
        return 0.5
    shared = len(group.parties & telling.parties)
    if telling.kind not in _MUTUAL:
        return max((_same_deed(t, telling) for t in group.members[:8]), default=0.0)
    if bool(group.persons) != bool(telling.persons) and not _same_level(group, telling, dated):
        return 0.0
    if shared >= 2 or (shared == 1 and (len(telling.parties) == 1 or len(group.parties) == 1)):
        return float(shared)
    if shared and _same_lead(group, telling, dated):
        return 1.25
    if (
        not telling.named and not core.named
    ):  # "experts of both sides": nobody is named, the words are the same
        return 1.0 if telling.bounds in group.bounds and len(core.theme & telling.theme) > 2 else 0.0
    # "the two countries' leaders" and their names: every land of the one is a land of the other.
    lands = {land for t in group.members[:8] for land in t.lands}
    if len(telling.lands) >= 2 and telling.lands <= lands:
        return 1.5
    return 0.0


def _same_level(group: Group, telling: Telling, dated: bool) -> bool:
    """Talks of two states are a meeting of two persons only when both were put off or both have a day: "talks
    with Freedonia" in general are not.
    """
    days = _length(telling.bounds) if telling.bounds is not None else 0
    if days > _MONTH:
        return False
    turned = telling.event.status in _TURNS and any(m.event.status in _TURNS for m in group.members[:16])
    one_party = len(telling.parties) == 1 or len(group.parties) == 1
    return turned or one_party or (dated and days <= _WEEK)


def _same_lead(group: Group, telling: Telling, dated: bool) -> bool:
    """Whether one person's meeting is told twice, once without the other's name ("with an aide")."""
    if not group.persons & telling.persons:
        return False
    rest = telling.named - group.parties
    others = {p for m in group.members[:16] for p in m.named} - telling.parties
    if rest and others:
        return False
    turned = telling.event.status in _TURNS and any(m.event.status in _TURNS for m in group.members[:16])
    return dated and (turned or telling.bounds in group.bounds)


def _same_deed(a: Telling, b: Telling) -> float:
    """For what one does to another: nobody else on either side, somebody shared, and the same matter."""
    doer = _shared(a.actors, b.actors)
    other = _shared(a.recipients, b.recipients) or len(a.far_lands & b.far_lands)
    if (not doer and _clash(a, b, a.actors, b.actors)) or (
        not other and _clash(a, b, a.recipients, b.recipients)
    ):
        return 0.0
    theme, same_word = len(a.theme & b.theme), a.stem == b.stem
    if not doer and not other:  # "a gunman shot two men", "the attacker shot a clerk": told much alike
        return 0.5 + theme if same_word and theme > 2 else 0.0
    same_day = a.bounds is not None and a.bounds == b.bounds and a.bounds[0] == a.bounds[1]
    if doer and other:
        same = theme > 0 or same_word or same_day
    elif other:  # "Haddad was arrested", told twice
        same = same_word or theme > 1
    else:
        same = theme > 1 or (same_word and (theme > 0 or same_day))
    return 1.0 + theme + min(1, doer) + min(1, other) if same else 0.0


def _clash(a: Telling, b: Telling, one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether both sides are told by name: then they are not the same."""
    return any(p in a.named for p in one) and any(p in b.named for p in two)


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    return len(set(a) & set(b))


# ---- tellings


def tellings_of(
    readings: Sequence[Reading],
    actor_of: Mapping[tuple[str, str], str],
    countries: Mapping[str, str | None],
    types: Mapping[str, ActorType],
) -> list[Telling]:
    """Every event of every reading, in order, ready to be compared."""
    found = []
    for number, reading in enumerate(readings):
        sentences = {s.id: s for s in reading.sentences}
        mentions = {a.id: _starts(a) for a in reading.actors}
        for event in reading.events:
            sentence = sentences.get(event.sentence)
            found.append(_telling(number, reading, event, sentence, mentions, actor_of, countries, types))
    return found


def _starts(actor: Actor) -> list[tuple[int, int]]:
    return sorted((m.start, m.end) for m in actor.mentions)


def _telling(
    number: int,
    reading: Reading,
    event: Event,
    sentence: Sentence | None,
    mentions: Mapping[str, Sequence[tuple[int, int]]],
    actor_of: Mapping[tuple[str, str], str],
    countries: Mapping[str, str | None],
    types: Mapping[str, ActorType],
) -> Telling:
    report = reading.report
    actors, recipients = (
        tuple(dict.fromkeys(actor_of[report.id, a] for a in side if (report.id, a) in actor_of))
        for side in (event.actors, event.recipients)
    )
    parties = frozenset(actors) | frozenset(recipients)
    kind = _KIND.get(event.type, event.type)
    lands = frozenset(c for p in parties if (c := countries.get(p)))
    stem = report.text[event.trigger.start : event.trigger.end].lower()[:5]
    keys = [(kind, p) for p in dict.fromkeys((*actors, *recipients))]
    named = frozenset(p for p in parties if types.get(p) not in ("unnamed", "group"))
    if kind in _MUTUAL:
        keys += [(kind, f"land {c}") for c in sorted(lands)]
    if kind not in _MUTUAL or not named:
        keys.append((kind, f"word {stem}"))
    return Telling(
        report=report.id,
        day=report.published[:10] if report.published else None,
        order=(number, event.trigger.start),
        event=event,
        kind=kind,
        actors=actors,
        recipients=recipients,
        parties=parties,
        lands=lands,
        far_lands=frozenset(c for p in recipients if types.get(p) != "person" and (c := countries.get(p))),
        named=named,
        persons=frozenset(p for p in parties if types.get(p) == "person"),
        theme=_theme(report.text, event, sentence, mentions),
        stem=stem,
        ordinal=_ordinal(report.text, event, sentence),
        evidence=_clause(report.id, event, sentence, mentions),
        keys=tuple(keys),
    )


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("event_match")["empty"].split())


def _theme(
    text: str, event: Event, sentence: Sentence | None, mentions: Mapping[str, Sequence[tuple[int, int]]]
) -> frozenset[str]:
    """Beginnings of the words around a trigger, its own and its participants' apart: what it is about."""
    start, end = event.trigger.start, event.trigger.end
    low, high = (sentence.start, sentence.end) if sentence else (start, end)
    empty = _empty()
    around = f"{text[max(low, start - _THEME // 2) : start]} {text[end : min(high, end + _THEME)]}"
    names = {
        w[:5]
        for actor in (*event.actors, *event.recipients)
        for a, b in mentions.get(actor, ())[:3]
        for w in _WORD.findall(text[a:b].lower())
    }
    return frozenset(w[:5] for w in _WORD.findall(around.lower()) if w not in empty) - names


def _ordinal(text: str, event: Event, sentence: Sentence | None) -> str | None:
    """The ordinal in front of an event noun ("a second summit"): first and second are two events."""
    start = max(sentence.start if sentence else 0, event.trigger.start - _BEFORE)
    found = _ORDINAL.findall(text[start : event.trigger.start])
    word = found[-1].lower() if found else None
    if word in ("another", "next"):
        return "second"
    return word if word in ("first", "second", "third", "fourth", "fifth") else None


def _clause(
    report: str, event: Event, sentence: Sentence | None, mentions: Mapping[str, Sequence[tuple[int, int]]]
) -> Evidence:
    """The part of the sentence that its trigger, participants and date span, as far as they stand near."""
    start, end = event.trigger.start, event.trigger.end
    low, high = (sentence.start, sentence.end) if sentence else (start, end)
    spans = [(start, end)]
    for actor in dict.fromkeys((*event.actors, *event.recipients)):
        places = mentions.get(actor, ())
        first = bisect_right(places, (low, 0))
        here = []
        for place in places[first:]:
            if place[0] >= high:
                break
            here.append(place)
        nearest = min(here, key=lambda p: (abs(p[0] - start), p), default=None)
        if nearest is not None and start - _REACH < nearest[0] < end + _REACH:
            spans.append(nearest)
    if event.when is not None and low <= event.when.start < high and abs(event.when.start - start) < _REACH:
        spans.append((event.when.start, event.when.end))
    return Evidence(
        report=report, start=max(low, min(s[0] for s in spans)), end=min(high, max(s[1] for s in spans))
    )
