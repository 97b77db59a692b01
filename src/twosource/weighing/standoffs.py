"""Standoffs: parties that wait for one another.

Every position with a condition that is another party's move makes an arc of a wait-for graph (as for
deadlocks: Holt, "Some Deadlock Properties of Computer Systems", ACM Computing Surveys 4(3), 1972); a cycle
of that graph is a standoff. Officials wait for their country, and are waited for as their country.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from twosource.model import Evidence, RecordActor, RecordPosition, Standoff, Step

from .position_actions import form_of
from .principals import holds_office, principals
from .standoffs_words import condition_words, in_words, short

__all__ = ["find_standoffs"]

_RANK = {"refuses": 0, "threatens": 1, "offers": 2, "commits": 3, "accepts": 4, "demands": 5}
Arcs = Mapping[tuple[str, str], Sequence[RecordPosition]]


def find_standoffs(
    positions: Sequence[RecordPosition], actors: Sequence[RecordActor], texts: Mapping[str, str]
) -> tuple[Standoff, ...]:
    """The cycles of the story's wait-for graph, two parties or more, at most one for a set of parties.

    `texts` maps report ids to their texts. The order of `positions` does not matter. A step carries all
    the evidence for its arc: without it there is no standoff. One-sided conditions make none.
    """
    ordered = sorted(positions, key=lambda p: (_RANK[p.stance], p.action, p.party))
    behind = _with_officials(ordered, actors, principals(actors), texts)
    arcs = _arcs(ordered, behind, texts)
    place = {a.id: n for n, a in enumerate(actors)}
    names = {a.id: a.name for a in actors}
    cycles = sorted(set(_cycles(arcs, place)), key=lambda c: (len(c), [place[p] for p in c]))
    kept: list[tuple[str, ...]] = []
    for cycle in cycles:
        if not any(set(other) <= set(cycle) for other in kept):
            kept.append(cycle)
    return tuple(
        _standoff(cycle, arcs, names, texts) for cycle in sorted(kept, key=lambda c: [place[p] for p in c])
    )


def _with_officials(
    positions: Sequence[RecordPosition],
    actors: Sequence[RecordActor],
    behind: Mapping[str, str],
    texts: Mapping[str, str],
) -> Mapping[str, str]:
    """Office holders whose country no report states, given the one country whose matter they decide on.

    "The president" who would lift the tariffs speaks for the country that is asked to lift the tariffs.
    """
    countries = {a.id for a in actors if a.type == "country"}
    open_ones = {a.id for a in actors if behind[a.id] == a.id and a.type != "country" and holds_office(a)}
    holders = _holders(positions, behind, texts)
    found = dict(behind)
    for p in positions:
        if p.party in open_ones and p.action_by == p.party and found[p.party] == p.party:
            matters = form_of(_words(p.action, texts)).matters
            owners = {h for m in matters for h in holders.get(m, ())} & countries
            if len(owners) == 1:
                found[p.party] = owners.pop()
    return found


def _arcs(
    positions: Sequence[RecordPosition], behind: Mapping[str, str], texts: Mapping[str, str]
) -> dict[tuple[str, str], list[RecordPosition]]:
    """Who waits for whom, and the positions that say so, weightiest first."""
    holders = _holders(positions, behind, texts)
    found: dict[tuple[str, str], list[RecordPosition]] = {}
    for p in positions:
        waiting = behind.get(p.party)
        if p.condition is None or waiting is None:
            continue
        awaited = behind.get(p.condition.by) if p.condition.by is not None else None
        if awaited is None:
            awaited = _inferred(p, waiting, holders, texts)
        if awaited in (None, waiting) and p.stance == "demands" and p.condition.kind == "in return for":
            # "B must disarm in return for aid": who demands it gives nothing before B moves.
            awaited = behind.get(p.action_by) if p.action_by is not None else None
        if awaited is not None and awaited != waiting:
            found.setdefault((waiting, awaited), []).append(p)
    return found


def _holders(
    positions: Sequence[RecordPosition], behind: Mapping[str, str], texts: Mapping[str, str]
) -> dict[str, set[str]]:
    """Whose each matter is: who acts on it, or is named as the one to act on it, in any position."""
    found: dict[str, set[str]] = {}
    for p in positions:
        if p.action_by is not None and p.action_by in behind:
            for matter in form_of(_words(p.action, texts)).matters:
                found.setdefault(matter, set()).add(behind[p.action_by])
        if p.condition is not None and p.condition.by is not None and p.condition.by in behind:
            for matter in form_of(_words(p.condition.span, texts)).matters:
                found.setdefault(matter, set()).add(behind[p.condition.by])
    return found


def _inferred(
    position: RecordPosition, waiting: str, holders: Mapping[str, set[str]], texts: Mapping[str, str]
) -> str | None:
    """Who has to move where the condition names nobody ("while the tariffs stay"): whose matter it is."""
    assert position.condition is not None
    found: set[str] = set()
    for matter in form_of(_words(position.condition.span, texts)).matters:
        found |= holders.get(matter, set())
    found.discard(waiting)
    return next(iter(found)) if len(found) == 1 else None


def _cycles(arcs: Arcs, place: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """For each arc the shortest cycle through it, turned so that the first actor of the cast comes first."""
    after: dict[str, list[str]] = {}
    for a, b in sorted(arcs, key=lambda arc: (place[arc[0]], place[arc[1]])):
        after.setdefault(a, []).append(b)
    for a, b in sorted(arcs, key=lambda arc: (place[arc[0]], place[arc[1]])):
        path = _shortest(after, b, a)
        if path is not None:
            least = min(range(len(path)), key=lambda k: place[path[k]])
            yield tuple(path[least:] + path[:least])


def _shortest(after: Mapping[str, Sequence[str]], start: str, goal: str) -> list[str] | None:
    """The shortest way from `start` to `goal`, both included (breadth first)."""
    came: dict[str, str | None] = {start: None}
    queue = deque([start])
    while queue:
        at = queue.popleft()
        if at == goal:
            way, step = [], at
            while step is not None:
                way.append(step)
                step = came[step]  # type: ignore[assignment]
            return way[::-1]
        for then in after.get(at, ()):
            if then not in came:
                came[then] = at
                queue.append(then)
    return None


def _standoff(
    cycle: tuple[str, ...], arcs: Arcs, names: Mapping[str, str], texts: Mapping[str, str]
) -> Standoff:
    steps, why = [], []
    for n, party in enumerate(cycle):
        awaited = cycle[(n + 1) % len(cycle)]
        told = arcs[party, awaited]
        lead = told[0]
        assert lead.condition is not None
        action, condition = (
            short(_act(lead, texts)),
            condition_words(_words(lead.condition.span, texts)),
        )
        evidence = tuple(dict.fromkeys(e for p in told for e in p.evidence))
        steps.append(
            Step(party=party, waits_for=awaited, action=action, condition=condition, evidence=evidence)
        )
        why.append(
            in_words(names[party], lead.stance, action, condition, lead.condition.kind, names[awaited])
        )
    return Standoff(parties=cycle, steps=tuple(steps), why="; ".join(why) + ".")


def _act(position: RecordPosition, texts: Mapping[str, str]) -> str:
    """The words of an act without the condition that stands in them: it is told beside them."""
    act, condition = position.action, position.condition
    if condition is not None and act.report == condition.span.report:
        before = texts.get(act.report, "")[act.start : min(act.end, condition.span.start)].strip(" ,;–—")
        if before and condition.span.start < act.end:
            return before
    return _words(act, texts)


def _words(evidence: Evidence, texts: Mapping[str, str]) -> str:
    return texts.get(evidence.report, "")[evidence.start : evidence.end]
