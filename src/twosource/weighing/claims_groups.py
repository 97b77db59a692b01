"""Units of a story → groups that say the same; `claims` makes a line of each.

Units (`claims_units`) are paired (`claims_match`) and joined best pair first. Two groups become one only
when their members say the same on the whole, not through one link: average linkage with a floor
(Sokal & Michener 1958), so that a chain of half-alike statements does not become one claim.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.model import Conflict

from .claims_alike import Alike
from .claims_also import agreed, disputed, supported
from .claims_core import Group, cores, full_clause
from .claims_match import Matcher, candidates, known_names
from .claims_units import Unit
from .story import Story

__all__ = ["encode", "group_units", "worth_weighing"]

SAME = 0.65  # chance from which two units are one fact
_LIKELY = 0.5  # the same where neither has a likelier partner in the other's report
_FLOOR = 0.25  # no two members of a claim have less
_WORTH = 0.14  # share of words below which two statements of two reports are not weighed
_WITHIN = 9.0  # the same for two of one report: it says a thing twice, but in other words seldom
_LABEL = 5  # words below which a single report's words without a verb are no statement
_LOOKED_AT = 6  # members of a group that another is compared with


def group_units(units: Sequence[Unit], story: Story, conflicts: Sequence[Conflict] = ()) -> list[Group]:
    """Units that say the same, together; groups and members in story order.

    A statement is in one group, and in others whose words it makes true too; where reports differ on the day
    alone (`conflicts`), what they agree on is a group of its own.
    """
    names = known_names(story.actors)
    by_text = _same_words(units, names)
    first = [same[0] for same in by_text.values()]
    matcher = Matcher(first, names)
    alike = Alike(matcher)
    pairs = [(a, b) for a, b in worth_weighing(first, matcher) if alike.hopeful(a, b, _LIKELY)]
    opposed = disputed(first, conflicts)
    encode(matcher, [*pairs, *opposed], story)
    matcher.learn_partners(pairs)
    joined = [g for members in _joined(first, pairs, alike) for g in cores(members, alike)]
    found = []
    for group in (*supported(joined, pairs, alike, SAME), *agreed(opposed, alike, SAME)):
        full = [u for member in group.members for u in by_text[member.order]]
        whole = {(id(u.sentence), u.clause.head) for u in full if not u.clause.minor}
        full = [u for u in full if not u.clause.minor or (id(u.sentence), u.clause.head) not in whole]
        found.append(replace(group, members=tuple(sorted(full, key=lambda u: u.order))))
    return _worth_a_line(sorted(found, key=lambda g: g.members[0].order))


def worth_weighing(units: Sequence[Unit], matcher: Matcher) -> list[tuple[Unit, Unit]]:
    """The pairs of units that share enough words to be one fact."""
    return candidates(units, matcher, worth=_WORTH, within=_WITHIN)


def _same_words(units: Sequence[Unit], names: Mapping[str, frozenset[str]]) -> dict[int, list[Unit]]:
    """The units by their words, under the order of the first; a few quoted words once for each speaker."""
    known = Matcher((), names)
    by_text: dict[str, list[list[Unit]]] = defaultdict(list)
    for unit in units:
        voices = by_text[_plain(unit.text)]
        own = next((v for v in voices[:_LOOKED_AT] if not known.strangers(unit, v[0])), None)
        if own is None:
            voices.append([unit])
        else:
            own.append(unit)
    return {voice[0].order: voice for voices in by_text.values() for voice in voices}


def encode(matcher: Matcher, pairs: Sequence[tuple[Unit, Unit]], story: Story) -> None:
    """Gives the matcher the vectors of the units that have a partner, and of their sentences."""
    texts = {u.order: u.resolved for pair in pairs for u in pair}
    places = {(u.report, u.sentence.id): u.parse.text for pair in pairs for u in pair}
    wanted, around = sorted(texts), sorted(places)
    vectors = story.language.vectors([texts[order] for order in wanted] + [places[p] for p in around])
    matcher.learn({order: row for row, order in enumerate(wanted)}, vectors[: len(wanted)])
    matcher.learn_sentences({place: row for row, place in enumerate(around)}, vectors[len(wanted) :])


def _worth_a_line(groups: Sequence[Group]) -> list[Group]:
    """Without groups of inner clauses that say nothing which the claims of their sentences do not.

    An inner clause earns a line when another report says the same, no claim already joins the sentences, and
    one of those who say it does so in a full clause, or it is a noun with what is told of it that no claim of
    as many reports tells in full. A label without a verb ("Roe", "The vote") that one report has is none.
    """
    telling: dict[str, list[Group]] = defaultdict(list)  # full statements by their terms
    for g in groups:
        if full_clause(g.core) < 2:
            for term in g.core.terms:
                telling[term].append(g)
    whole: dict[tuple[str, str], set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        for u in group.members:
            if not u.clause.minor:
                whole[u.report, u.sentence.id].add(n)
    kept = []
    for group in groups:
        units = group.members
        if full_clause(group.core) == 3 and (_is_label(group) or _told_in_full(group, telling)):
            continue
        if all(u.clause.minor for u in units):
            covering = set.intersection(*(whole[u.report, u.sentence.id] for u in units))
            if (
                covering
                or len({u.report for u in units}) < 2
                or not (group.core.clause.nominal or full_clause(group.core) < 2)
            ):
                continue
        kept.append(group)
    return kept


def _is_label(group: Group) -> bool:
    """Whether words without a verb that one report has are too few to say anything."""
    return len({u.report for u in group.members}) == 1 and len(group.text.split()) < _LABEL


def _told_in_full(part: Group, telling: Mapping[str, Sequence[Group]]) -> bool:
    """Whether a full statement tells what a noun with its modifiers does, and all of its reports do."""
    told = part.core.terms
    reports = {u.report for u in part.members}
    fewest = min((telling.get(t, ()) for t in sorted(told)), key=len, default=())
    return any(told <= g.core.terms and reports <= {u.report for u in g.members} for g in fewest)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _joined(units: Sequence[Unit], pairs: Sequence[tuple[Unit, Unit]], alike: Alike) -> list[list[Unit]]:
    """Agglomeration, best pair first; a join that would bring unlike members together is left out."""
    scored = [(alike.chance(a, b), a, b) for a, b in pairs]
    best = _best(scored)
    linked = [
        (chance, a, b)
        for chance, a, b in scored
        if chance >= SAME
        or (
            chance >= _LIKELY
            and min(best[a.order, b.report], best[b.order, a.report]) >= chance
            and chance >= max(best[a.order, b.report], best[b.order, a.report])
            and a.report != b.report
            and alike.one_deed(a, b)
        )
    ]
    linked.sort(key=lambda x: (-x[0], x[1].order, x[2].order))
    group = {u.order: [u] for u in units}
    for _, a, b in linked:
        one, two = group[a.order], group[b.order]
        if one is not two and _all_alike(one, two, alike):
            both = one + two
            for u in both:
                group[u.order] = both
    seen: set[int] = set()
    found = []
    for unit in units:
        members = group[unit.order]
        if id(members) not in seen:
            seen.add(id(members))
            found.append(members)
    return found


def _best(scored: Iterable[tuple[float, Unit, Unit]]) -> Mapping[tuple[int, str], float]:
    """A unit and a report → the chance of the unit's best partner there."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for chance, a, b in scored:
        for one, two in ((a, b), (b, a)):
            best[one.order, two.report] = max(best[one.order, two.report], chance)
    return best


def _all_alike(one: Sequence[Unit], two: Sequence[Unit], alike: Alike) -> bool:
    chances = [alike.chance(a, b) for a in one[:_LOOKED_AT] for b in two[:_LOOKED_AT]]
    return min(chances) >= _FLOOR and sum(chances) / len(chances) >= (SAME + _FLOOR) / 2
