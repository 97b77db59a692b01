"""The same event told several times, in one report or in many, is one event with all its evidence.

Precision first: two tellings are one event only when their kind, their participants, their days, their places
and their phases (what has happened is not what is still to come) can be those of one event.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from twosource.lexicon import load
from twosource.model import EventStatus, Evidence, History, Reading, RecordActor, RecordDate, RecordEvent

from .events_match import Group, likeness, meet
from .events_tellings import Telling, is_weighty, tellings_of
from .story import placed_date

__all__ = ["event_title", "merge_events"]

_AT_MOST = 48
"""How many groups under one key a telling is held against: the latest, so that the work stays linear."""
_NEAR = 4
"""How many events of its kind back a telling that names nobody is joined to."""
_RANK: dict[EventStatus, int] = {
    "denied": 0, "possible": 1, "planned": 2, "under way": 3, "held": 4, "postponed": 5, "cancelled": 6,
}  # fmt: skip
_WIDTHS = (0, 7, 31)
"""Days that a day, a week and a month are wide at most."""
_TURNS = frozenset({"postponed", "cancelled"})
_DONE = frozenset({"under way", "held", *_TURNS})
_T = TypeVar("_T")


def merge_events(
    readings: Sequence[Reading],
    actor_of: Mapping[tuple[str, str], str],
    actors: Sequence[RecordActor],
    families: Mapping[str, str] | None = None,
) -> tuple[RecordEvent, ...]:
    """The story's events, e1… in the order of their first evidence.

    `readings` come in canonical order (`in_order`); `actor_of` maps (report id, the reading's actor id) to
    the record's actor id. A telling that names nobody ("the talks") joins the event of its kind that its
    report told last before it, and is left out where there is none.
    """
    countries = {a.id: a.country for a in actors}
    types = {a.id: a.type for a in actors}
    told = tellings_of(readings, actor_of, countries, types)
    tellings = [t for t in told if t.event.type]
    groups = _grouped([t for t in tellings if t.parties])
    groups, announced = _announced(groups)
    _attach(sorted((*announced, *(t for t in tellings if not t.parties)), key=lambda t: t.order), groups)
    groups += _told_by_two([t for t in told if not t.event.type], families or {})
    groups.sort(key=lambda g: min(t.order for t in g.members))
    return tuple(_record_event(g, n + 1, families or {}) for n, g in enumerate(groups))


def _grouped(tellings: Sequence[Telling]) -> list[Group]:
    """Groups of tellings, the fullest first: what says most decides what the others can belong to."""
    groups: list[Group] = []
    index: dict[tuple[str, str], list[Group]] = {}
    for telling in sorted(tellings, key=lambda t: (-t.fullness, t.order)):
        best: tuple[tuple[float, int], Group] | None = None
        seen: set[int] = set()
        for key in telling.keys:
            for group in index.get(key, ())[-_AT_MOST:]:
                if group.number in seen:
                    continue
                seen.add(group.number)
                score = likeness(group, telling)
                if score > 0 and (best is None or (score, -group.number) > best[0]):
                    best = (score, -group.number), group
        if best is None:
            group = Group(number=len(groups))
            groups.append(group)
        else:
            group = best[1]
        group.add(telling)
        for key in telling.keys:
            kept = index.setdefault(key, [])
            if not any(g is group for g in kept[-_AT_MOST:]):
                kept.append(group)
    return groups


def _told_by_two(tellings: Sequence[Telling], families: Mapping[str, str]) -> list[Group]:
    """Groups of what has no type: only what two independent reports tell is one of the story's events, and
    what is weighty by itself ("passed the bill").
    """
    return [
        group
        for group in _grouped(tellings)
        if len({families.get(t.report, t.report) for t in group.members}) > 1
        or any(is_weighty(t) for t in group.members)
    ]


def _announced(groups: Sequence[Group]) -> tuple[list[Group], list[Telling]]:
    """The groups without those of one telling in which a body only announces that a meeting is put off ("the
    ministry decided to postpone the meeting"): where its report tells of such a meeting, that is meant. The
    body is no participant then.
    """
    turned = {(t.report, t.event.status) for g in groups if len(g.parties) > 1 for t in g.members}
    kept, announced = [], []
    for group in groups:
        first = group.members[0]
        alone = len(group.members) == 1 and len(group.parties) == 1 and not group.persons
        state = first.event.status
        if first.kind == "CONSULT" and alone and state in _TURNS and (first.report, state) in turned:
            announced.append(replace(first, actors=(), recipients=(), parties=frozenset(), named=frozenset()))
        else:
            kept.append(group)
    return kept, announced


def _attach(bare: Sequence[Telling], groups: Sequence[Group]) -> None:
    """Tellings without participants go to the event of their kind that their report told last before them (to
    its first one when they open the report); what is put off or called off goes to an event that is.
    """
    told: dict[tuple[str, str], list[tuple[tuple[int, int], Group]]] = {}
    for group in groups:
        for t in group.members:
            told.setdefault((t.report, t.kind), []).append((t.order, group))
    for places in told.values():
        places.sort(key=lambda p: p[0])
    for telling in bare:
        places = told.get((telling.report, telling.kind), [])
        at = bisect_right(places, telling.order, key=lambda p: p[0])
        before = [g for _, g in places[max(0, at - _AT_MOST) : at]][::-1] or [g for _, g in places[:1]]
        if telling.event.status in _TURNS:
            state = telling.event.status
            before = [g for g in before if any(m.event.status == state for m in g.members[:16])] or before
        fit = next((g for g in before[:_NEAR] if likeness(g, telling) > 0), None)
        if fit is not None:
            fit.add(telling)


# ---- one event of the record


def _most(values: Iterable[_T]) -> _T | None:
    """The most frequent value, the first of those that are equal; None when there is none."""
    counted = Counter(values)
    return max(counted, key=lambda v: counted[v]) if counted else None


def _record_event(group: Group, number: int, families: Mapping[str, str]) -> RecordEvent:
    members = sorted(group.members, key=lambda t: t.order)
    history = _history(members)
    now = history[-1]
    current = [t for t in members if t.event.status == now.status] or members
    kind = _most(t.event.type for t in members) or members[0].event.type
    like = [t for t in members if t.event.type == kind]
    actors, recipients = _two_sides(members)
    reasons = [
        Evidence(report=t.report, start=r.start, end=r.end)
        for t in reversed(current)
        if (r := t.event.reason)
    ]
    best = _best_dated(current, members, now, families)
    return RecordEvent(
        id=f"e{number}",
        type=kind,
        mode=_most(t.event.mode for t in like if t.event.mode),
        quad=like[0].event.quad,
        trigger=members[0].event.trigger.of(members[0].report),
        actors=actors,
        recipients=recipients,
        place=_most(t.event.place for t in members if t.event.place),
        when=placed_date(best.event.when, best.report) if best else None,
        status=now.status,
        reason=reasons[0] if reasons else None,
        evidence=_evidence(members),
        history=history,
    )


def _best_dated(
    current: Sequence[Telling], members: Sequence[Telling], now: History, families: Mapping[str, str]
) -> Telling | None:
    """The telling whose date is the event's: one that tells its present state, of those told last; a day
    before a week before a month; then what the most independent reports give; then the narrowest.
    """
    dated = [t for t in (*reversed(current), *members) if t.event.when is not None]
    last = frozenset(now.evidence)

    def order(t: Telling) -> tuple[bool, bool, int, int, tuple[int, str]]:
        told = {families.get(m.report, m.report) for m in dated if m.bounds and meet(m.bounds, t.bounds)}
        rank = bisect_left(_WIDTHS, t.width[0])
        return t.event.status != now.status, t.evidence not in last, rank, -len(told), t.width

    return min(dated, key=order, default=None)


def _two_sides(members: Sequence[Telling]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Each participant on the side where it stands more often."""
    doing = Counter(a for t in members for a in t.actors)
    taking = Counter(a for t in members for a in t.recipients)
    ordered = list(dict.fromkeys(a for t in members for a in (*t.actors, *t.recipients)))
    mutual = [a for a in ordered if doing[a] == taking[a]]
    actors = [
        a for a in ordered if doing[a] > taking[a] or ((a in mutual[:1] or len(mutual) < 2) and a in mutual)
    ]
    actors = actors or (ordered[:1] if len(ordered) > 1 else [])
    others = [a for a in ordered if a not in actors]
    return tuple(actors), tuple(others)


def _evidence(members: Iterable[Telling]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(t.evidence for t in members))


def _history(members: Sequence[Telling]) -> tuple[History, ...]:
    """The states of an event, oldest first, each told once until it changes.

    A report gives one state, the furthest that it tells of: what it says of the plan is the background of
    what became of it. Of one day's states the one most told counts; but a postponement or a cancellation
    outweighs the plan that it undoes.
    """
    by_report: dict[tuple[str, str], list[Telling]] = {}
    for t in members:
        by_report.setdefault((t.day or "", t.report), []).append(t)
    by_day: dict[str, dict[EventStatus, list[Telling]]] = {}
    for (day, _), told in by_report.items():
        state = _furthest(told)
        kept = [t for t in told if t.event.status == state]
        by_day.setdefault(day, {}).setdefault(state, []).extend(kept)
    found: list[History] = []
    for day in sorted(by_day):
        for status in _steps(by_day[day]):
            _add_state(found, status, day or None, by_day[day][status])
    return tuple(found)


def _steps(states: Mapping[EventStatus, Sequence[Telling]]) -> list[EventStatus]:
    """One day's states that are steps of each other, in order: a plan and what became of it. Reports that
    differ on whether something is planned, possible or denied tell no change.
    """
    ordered = sorted(states, key=lambda s: (s in _TURNS, s != "denied", _weight(states[s]), _RANK[s]))
    last = ordered[-1]
    if last not in _DONE:
        return [last]
    return [s for s in ordered if s in ("planned", last)]


def _furthest(told: Sequence[Telling]) -> EventStatus:
    """The state that one report gives: how far the event has come, or what undid it; where nothing has come
    of it yet, whether the report rather plans it, denies it or holds it possible.
    """
    states: dict[EventStatus, list[Telling]] = {}
    for t in told:
        states.setdefault(t.event.status, []).append(t)
    done = [s for s in states if s in _DONE]
    if done:
        return max(done, key=lambda s: _RANK[s])
    return max(states, key=lambda s: (_weight(states[s]), s == "denied", _RANK[s]))


def _add_state(found: list[History], status: EventStatus, day: str | None, told: Sequence[Telling]) -> None:
    """Takes a state in as one more step, or into the last one when nothing has changed."""
    dated = [t for t in told if t.event.when is not None]
    best = min(dated, key=lambda t: t.width) if dated else None
    when = placed_date(best.event.when, best.report) if best else None
    last = found[-1] if found else None
    if last is None or last.status != status or (status == "planned" and _other_days(last.when, when)):
        found.append(History(status=status, as_of=day, when=when, evidence=_evidence(told)))
        return
    evidence = tuple(dict.fromkeys((*last.evidence, *_evidence(told))))
    found[-1] = replace(last, when=last.when or when, evidence=evidence)


def _other_days(a: RecordDate | None, b: RecordDate | None) -> bool:
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest[:10] < b.earliest[:10] or b.latest[:10] < a.earliest[:10]


def _weight(told: Sequence[Telling]) -> int:
    """How much stands behind a state: a telling that names nobody is half of one that does."""
    return sum(2 if t.parties else 1 for t in told)


# ---- a line for people


def event_title(event: RecordEvent, actors: Sequence[RecordActor]) -> str:
    """A short line: "Meeting of Ruiz and Lindqvist in Port Anselm — postponed".

    Where two persons take part, their countries and offices are left out. A place is named once: as the place
    when an organization is called like it, else as the participant that it is.
    """
    known = {a.id: a for a in actors}
    titles = load("plover")["titles"]
    words = titles.get(event.mode or "") or titles.get(event.type or "", titles["CONSULT"])
    place = event.place
    sides = [list(event.actors), [a for a in event.recipients if a not in event.actors]]
    if place:
        sides = [[a for a in side if not _is_body_at(known.get(a), place)] for side in sides]
    if sum(_is_person(known.get(a)) for side in sides for a in side) > 1:
        sides = [[a for a in side if _is_person(known.get(a))] or side for side in sides]
    if place and any(_named(known.get(a), place) for side in sides for a in side):
        place = None
    doers, others = (list(dict.fromkeys(known[a].name if a in known else a for a in s)) for s in sides)
    both = words["recipients"] == "both"
    if both and doers:
        doers, others = [*doers, *others], []
    line: str = words["lead"]
    if doers:
        line += f" {words['actors']} {_row(doers)}"
    if others:
        line += f" {'with' if both else words['recipients']} {_row(others)}"
    if place:
        line += f" {'to' if event.mode == 'visit' and not others else 'in'} {place}"
    return f"{line} — {event.status}"


def _is_person(actor: RecordActor | None) -> bool:
    return actor is not None and actor.type == "person"


def _is_body_at(actor: RecordActor | None, place: str) -> bool:
    """Whether an organization is only the place's name, taken for an actor."""
    if actor is None or actor.type in ("person", "country"):
        return False
    return place.lower() in (n.lower() for n in (actor.name, *actor.aliases))


def _named(actor: RecordActor | None, place: str) -> bool:
    """Whether a participant's name already says the place."""
    if actor is None or actor.type == "person":
        return False
    name = f" {actor.name.lower()} "
    return f" {place.lower()} " in name or place.lower() in (a.lower() for a in actor.aliases)


def _row(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C", "A, B and 3 others"."""
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and {len(names) - 2} others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
