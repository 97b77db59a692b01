"""Standoffs: parties that wait for one another.

Every position with a condition that is another party's move makes an arc of a wait-for graph (as for
deadlocks: Holt, "Some Deadlock Properties of Computer Systems", ACM Computing Surveys 4(3), 1972); a cycle
of that graph is a standoff. Officials wait for their country, and are waited for as their country. Whose move
a condition is, `standoff_arcs` works out.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.lexicon import load
from twosource.model import Evidence, RecordActor, RecordPosition, Span, Standoff, Step

from .principals import principals
from .standoff_arcs import find_arcs
from .standoffs_words import condition_words, in_words, short

__all__ = ["find_standoffs"]

_RANK = {"refuses": 0, "threatens": 1, "offers": 2, "commits": 3, "accepts": 4, "demands": 5}
_WORD = re.compile(r"[\w'’]+")
_ADVERBS = frozenset({"only", "ever", "even", "also", "still", "then", "now", "again", "soon"})
_BEFORE_VERBS = frozenset(load("standoffs")["links"]["before_verbs"])
Arcs = Mapping[tuple[str, str], Sequence[RecordPosition]]


def find_standoffs(
    positions: Sequence[RecordPosition],
    actors: Sequence[RecordActor],
    texts: Mapping[str, str],
    sentences: Mapping[str, Sequence[Span]] | None = None,
) -> tuple[Standoff, ...]:
    """The cycles of the story's wait-for graph, two parties or more, at most one for a set of parties.

    `texts` maps report ids to their texts, `sentences` to their sentences. The order of `positions` does not
    matter. A step carries all the evidence for its arc: without it there is no standoff. One-sided conditions
    make none.
    """
    ordered = sorted(positions, key=lambda p: (_weight(p), p.action, p.party))
    arcs = find_arcs(ordered, actors, principals(actors, texts), texts)
    place = {a.id: n for n, a in enumerate(actors)}
    cast = {a.id: a for a in actors}
    cycles = sorted(set(_cycles(arcs, place)), key=lambda c: (len(c), [place[p] for p in c]))
    kept: list[tuple[str, ...]] = []
    for cycle in cycles:
        if not any(set(other) <= set(cycle) for other in kept):
            kept.append(cycle)
    return tuple(
        _standoff(cycle, arcs, cast, texts, sentences or {})
        for cycle in sorted(kept, key=lambda c: [place[p] for p in c])
    )


def _weight(position: RecordPosition) -> int:
    """Which of several positions tells a step best: a refusal until something is done, before a threat."""
    firm = position.condition is not None and position.condition.kind in ("unless", "until", "as long as")
    return _RANK[position.stance] if firm or position.stance != "refuses" else _RANK["accepts"]


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
    cycle: tuple[str, ...],
    arcs: Arcs,
    cast: Mapping[str, RecordActor],
    texts: Mapping[str, str],
    sentences: Mapping[str, Sequence[Span]],
) -> Standoff:
    faces = _faces(cycle, arcs, cast)
    steps = []
    for n, party in enumerate(cycle):
        awaited = cycle[(n + 1) % len(cycle)]
        told = arcs[party, awaited]
        lead = told[0]
        assert lead.condition is not None
        action = short(_act(lead, texts))
        condition = condition_words(_words(lead.condition.span, texts))
        who, other = cast[faces[party]], cast[faces[awaited]]
        steps.append(
            Step(
                party=who.id,
                waits_for=other.id,
                action=action,
                condition=condition,
                evidence=_evidence(told),
                why=in_words(
                    (_called(who, texts), *who.aliases),
                    lead.stance,
                    action,
                    condition,
                    lead.condition.kind,
                    _called(other, texts),
                    verb=_is_verb(lead.action, texts),
                ),
                sentence=_sentence(lead, sentences),
            )
        )
    why = "; ".join(step.why for step in steps) + "."
    steps = [replace(step, why=step.why[:1].upper() + step.why[1:]) for step in steps]
    return Standoff(parties=tuple(faces[p] for p in cycle), steps=tuple(steps), why=why[:1].upper() + why[1:])


def _called(actor: RecordActor, texts: Mapping[str, str]) -> str:
    """An actor's name as the reports use it: "the Northern Front", "Chile"."""
    places = [m for m in actor.mentions if m.kind == "name"]
    told = [(texts.get(m.report, ""), m.start, m.end) for m in places]
    full = [(t, a) for t, a, b in told if t[a:b].lower().removeprefix("the ") == actor.name.lower()]
    articles = sum(t[a : a + 4].lower() == "the " or t[max(0, a - 4) : a].lower() == "the " for t, a in full)
    named = actor.name.startswith("United ") or actor.name.endswith((" Union", " Islands", " Republic"))
    return f"the {actor.name}" if named or (full and 2 * articles > len(full)) else actor.name


def _is_verb(action: Evidence, texts: Mapping[str, str]) -> bool:
    """Whether an act is told by a verb: it follows "to", "not", a modal; "no talks" is told by a noun."""
    if _words(action, texts).split(" ", 1)[0].lower().endswith("ing"):
        return True
    before = _WORD.findall(texts.get(action.report, "")[max(0, action.start - 60) : action.start])
    while len(before) > 1 and (before[-1].lower().endswith("ly") or before[-1].lower() in _ADVERBS):
        before.pop()
    return bool(before) and before[-1].lower().replace("’", "'") in _BEFORE_VERBS


def _faces(cycle: tuple[str, ...], arcs: Arcs, cast: Mapping[str, RecordActor]) -> dict[str, str]:
    """Who is shown for each party: the one person who speaks for a country that quarrels at home."""
    faces = {p: p for p in cycle}
    for n, party in enumerate(cycle):
        others = [cast[p] for p in cycle if p != party]
        if cast[party].type != "country" or any(o.type == "country" or o.country for o in others):
            continue
        told = [p for arc, some in arcs.items() if party in arc for p in some]
        outright = any(party in (p.party, p.condition and p.condition.by) for p in told)
        voices = {p.party for p in arcs[party, cycle[(n + 1) % len(cycle)]]}
        if len(voices) == 1 and not outright and all(cast[v].type == "person" for v in voices):
            faces[party] = voices.pop()
    return faces


def _evidence(told: Sequence[RecordPosition]) -> tuple[Evidence, ...]:
    """All the evidence for an arc, first the telling that holds the leading position's own words."""
    every = tuple(dict.fromkeys(e for p in told for e in p.evidence))
    return tuple(sorted(every, key=lambda e: not e.overlap(told[0].action)))


def _sentence(lead: RecordPosition, sentences: Mapping[str, Sequence[Span]]) -> Evidence | None:
    """The sentence that the leading position's act stands in."""
    report, start = lead.action.report, lead.action.start
    for s in sentences.get(report, ()):
        if s.start <= start < s.end:
            return Evidence(report=report, start=s.start, end=s.end)
    return None


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
