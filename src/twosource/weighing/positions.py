"""Positions across reports: the same position of the same party, told twice or by several outlets, is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Evidence, Position, Reading, RecordActor, RecordCondition, RecordPosition

from .position_actions import Form, alike, form_of
from .principals import holds_office, principals

__all__ = ["merge_positions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One telling of a position in one report."""

    report: str
    position: Position
    party: str
    action_by: str | None
    condition_by: str | None
    form: Form
    hangs_on: Form | None
    reported_by: str | None
    day: str | None

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands: what tellings are ordered by."""
        return self.report, self.position.action.start, self.position.action.end


def merge_positions(
    readings: Sequence[Reading], actor_of: Mapping[tuple[str, str], str], actors: Sequence[RecordActor]
) -> tuple[RecordPosition, ...]:
    """The story's positions, in the order of `readings` and their texts, ids p1, p2, ...

    `actor_of` maps (report id, actor id of its reading) to a record actor of `actors`; a position whose party
    it does not know is left out. Each position carries all its tellings as evidence, each one span that
    holds the action and the condition.
    """
    known = {a.id for a in actors}
    behind = _governments(actors)
    groups: list[list[_Told]] = []
    of_party: dict[tuple[str, str], list[list[_Told]]] = {}
    for reading in readings:
        for position in reading.positions:
            told = _told(reading, position, actor_of, behind)
            if told is None or told.party not in known:
                continue
            peers = of_party.setdefault((told.party, position.stance), [])
            group = next((g for g in peers if any(_same(told, other) for other in g)), None)
            if group is None:
                group = []
                peers.append(group)
                groups.append(group)
            group.append(told)
    return tuple(_merged(group, f"p{n + 1}") for n, group in enumerate(groups))


def _governments(actors: Sequence[RecordActor]) -> Mapping[str, str]:
    """For the bodies of a state (a ministry) the id of its country, where that is an actor."""
    countries = {a.id for a in actors if a.type == "country"}
    bodies = {a.id for a in actors if a.type == "organization" and holds_office(a)}
    return {a: b for a, b in principals(actors).items() if a in bodies and b in countries}


def _told(
    reading: Reading,
    position: Position,
    actor_of: Mapping[tuple[str, str], str],
    behind: Mapping[str, str],
) -> _Told | None:
    report, text = reading.report.id, reading.report.text
    party = actor_of.get((report, position.party))
    if party is None:
        return None
    party = behind.get(party, party)
    condition = position.condition
    by = actor_of.get((report, position.action_by)) if position.action_by is not None else None
    other = condition.by if condition is not None else None
    other = actor_of.get((report, other)) if other is not None else None
    return _Told(
        report=report, position=position, party=party,
        action_by=behind.get(by, by) if by is not None else None,
        condition_by=behind.get(other, other) if other is not None else None,
        form=form_of(text[position.action.start : position.action.end]),
        reported_by=_reporter(report, position, actor_of, party),
        day=_day(reading, position),
        hangs_on=form_of(text[condition.span.start : condition.span.end]) if condition is not None else None,
    )  # fmt: skip


def _reporter(
    report: str, position: Position, actor_of: Mapping[tuple[str, str], str], party: str
) -> str | None:
    by = actor_of.get((report, position.reported_by)) if position.reported_by is not None else None
    return by if by != party else None


def _day(reading: Reading, position: Position) -> str | None:
    """The day on which a telling puts the position: the day of speech, else the report's."""
    said = position.said_on
    if said is not None and said.latest is not None:
        return said.latest[:10]
    return reading.report.published[:10] if reading.report.published else None


def _same(one: _Told, other: _Told) -> bool:
    """Whether two tellings are of one position: one action, and conditions that do not differ."""
    if one.action_by is not None and other.action_by is not None and one.action_by != other.action_by:
        return False
    if not alike(one.form, other.form):
        return False
    if one.hangs_on is None or other.hangs_on is None:
        return True
    return bool(one.hangs_on.matters & other.hangs_on.matters) or alike(one.hangs_on, other.hangs_on)


def _merged(group: Sequence[_Told], name: str) -> RecordPosition:
    """One position from its tellings; the one that says most (a condition, its mover) speaks for all."""
    best = min(group, key=lambda t: (t.hangs_on is None, t.condition_by is None, t.action_by is None))
    condition = best.position.condition
    return RecordPosition(
        id=name, party=best.party, stance=best.position.stance, action=best.position.action.of(best.report),
        action_by=best.action_by or next((t.action_by for t in group if t.action_by), None),
        condition=None if condition is None else RecordCondition(
            kind=condition.kind, span=condition.span.of(best.report), by=best.condition_by
        ),
        evidence=tuple(dict.fromkeys(_evidence(t) for t in group)),
        reported_by=_reporters(group),
        as_of=min((t.day for t in group if t.day is not None), default=None),
    )  # fmt: skip


def _reporters(group: Sequence[_Told]) -> tuple[str, ...]:
    """Who reports a position that no telling has from the party itself, in the order of the tellings."""
    found = [t.reported_by for t in group]
    return () if None in found else tuple(dict.fromkeys(r for r in found if r is not None))


def _evidence(told: _Told) -> Evidence:
    """The stretch that holds a telling's action and condition."""
    spans = [told.position.action]
    if told.position.condition is not None:
        spans.append(told.position.condition.span)
    return Evidence(report=told.report, start=min(s.start for s in spans), end=max(s.end for s in spans))
