"""What stands beside the groups of alike statements: a statement holds more than one fact.

A long sentence that joined one claim may also make true what a second report says; and where two reports
differ on a day alone, they agree on the rest. Both are lines of their own, so that "does a second source
confirm it" is answered for each fact and not for each sentence.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Conflict, Evidence

from .claims_alike import Alike
from .claims_core import Group, full_clause, gives, text_of, undated
from .claims_units import Unit

__all__ = ["agreed", "disputed", "says", "supported"]


def supported(
    groups: Sequence[Group], pairs: Sequence[tuple[Unit, Unit]], alike: Alike, least: float
) -> list[Group]:
    """The groups, with statements of other groups that make the words of one report's claim true.

    `pairs` are those weighed, `least` is the chance from which two are one fact. A claim whose one statement
    says no more than the claim that it now supports is dropped.
    """
    held = [list(g.members) for g in groups]
    many = [len({u.report for u in g.members}) > 1 for g in groups]
    home: dict[int, set[int]] = defaultdict(set)
    for n, members in enumerate(held):
        for u in members:
            home[u.order].add(n)
    linked = [(c, a, b) for a, b in pairs if a.report != b.report and (c := alike.chance(a, b)) >= least]
    linked.sort(key=lambda x: (-x[0], x[1].order, x[2].order))
    gone: set[int] = set()
    for _, a, b in linked:
        if all(any(many[n] for n in home[x.order]) for x in (a, b)):
            continue
        for x, y in sorted(((a, b), (b, a)), key=lambda w: (full_clause(w[0]), len(w[0].text))):
            if full_clause(x) > 1 or home[a.order] & home[b.order] or not gives(y, x, alike):
                continue
            for n in sorted(home[x.order] - gone):
                if groups[n].core is x:
                    held[n].append(y)
                    same = gives(x, y, alike)
                    gone |= {k for k in home[y.order] if same and len(held[k]) == 1 and not many[k]}
                    home[y.order].add(n)
    return [
        g if len(held[n]) == len(g.members) else _told(g.core, held[n])
        for n, g in enumerate(groups) if n not in gone
    ]  # fmt: skip


def disputed(units: Sequence[Unit], conflicts: Sequence[Conflict]) -> list[tuple[Unit, Unit]]:
    """Pairs of units, one of each side of a conflict about a day."""
    by_report: dict[str, list[Unit]] = defaultdict(list)
    for u in units:
        by_report[u.report].append(u)
    found = []
    for conflict in conflicts:
        if conflict.about != "date" or conflict.kind != "conflict":
            continue
        sides = [
            [u for e in side.evidence for u in by_report[e.report] if says(u, e)] for side in conflict.sides
        ]
        for n, one in enumerate(sides):
            for other in sides[n + 1 :]:
                found += [(a, b) for a in one for b in other if a.report != b.report]
    return found


def agreed(opposed: Sequence[tuple[Unit, Unit]], alike: Alike, least: float) -> list[Group]:
    """What the two sides of a conflict about a day both state: one group, without the day, for each pair of
    reports that are otherwise one fact.
    """
    best: dict[tuple[str, str], tuple[float, Group]] = {}
    for a, b in opposed:
        chance = alike.chance(a, b, days=False)
        ways = [x for x in (a, b) if not undated(x)]
        if chance >= least and ways:
            core = min(ways, key=lambda u: (full_clause(u), len(u.text), u.order))
            reports = (min(a.report, b.report), max(a.report, b.report))
            if reports not in best or chance > best[reports][0]:
                best[reports] = chance, replace(_told(core, [a, b]), agreed=True)
    return [group for _, group in best.values()]


def says(unit: Unit, line: Evidence) -> bool:
    """Whether the words of a line are the unit's own, not those of another clause of its sentence."""
    base = unit.sentence.start
    if line.report != unit.report or line.end <= base or line.start >= unit.sentence.end:
        return False
    parse = unit.parse
    words = [
        i for i in range(len(parse))
        if line.start <= base + parse.starts[i] < line.end and parse.pos[i] != "PUNCT"
    ]  # fmt: skip
    own = set(unit.clause.tokens)
    return bool(words) and 10 * sum(i in own for i in words) >= 9 * len(words)


def _told(core: Unit, members: Sequence[Unit]) -> Group:
    return Group(members=tuple(members), text=text_of(core, members), core=core)
