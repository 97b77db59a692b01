"""Claims: statements of different reports that say the same are one, with every place each stands in.

A claim is a group of units (`claims_groups`) with who says it, how many independent sources stand behind it
(`origins`) and whether somebody contests it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.model import Claim, Conflict, Evidence, RecordQuote, Standing

from .claims_also import says
from .claims_core import Group
from .claims_groups import group_units
from .claims_units import Unit, units_of
from .origins import Citations, Origins, origins_of
from .story import Story

__all__ = ["find_claims"]


def find_claims(
    story: Story,
    quotes: Sequence[RecordQuote],
    conflicts: Sequence[Conflict],
    units: Sequence[Unit] | None = None,
) -> tuple[Claim, ...]:
    """The statements of the story, in the order in which they first stand in it.

    Every statement outside boilerplate is in a claim. `conflicts` say which are contested; `quotes` lend a
    speaker to what the readings alone could not attribute; `units` are the story's, where they are known.
    """
    units = units_of(story) if units is None else units
    heard = _heard(quotes)
    rank = {a.id: n for n, a in enumerate(story.actors)}
    cited = Citations(story)
    disputed = [_by_report(c) for c in conflicts if c.kind == "conflict"]
    return tuple(
        _claim(f"c{n + 1}", group, cited, heard, disputed, rank)
        for n, group in enumerate(group_units(units, story, conflicts))
    )


def _heard(quotes: Sequence[RecordQuote]) -> Mapping[str, list[tuple[int, int, str]]]:
    """Report → stretches of somebody's words: start, end, record actor."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for quote in quotes:
        if quote.speaker is not None:
            for e in quote.content:
                found[e.report].append((e.start, e.end, quote.speaker))
            for v in quote.variants:
                found[v.report].append((v.start, v.end, quote.speaker))
    return found


def _claim(
    name: str,
    group: Group,
    cited: Citations,
    heard: Mapping[str, list[tuple[int, int, str]]],
    disputed: Sequence[Mapping[str, Sequence[Evidence]]],
    rank: Mapping[str, int],
) -> Claim:
    members = group.members
    evidence = tuple(dict.fromkeys(u.evidence for u in members))
    origins = origins_of(members, cited)
    sources = origins.count
    # What a speaker only takes for granted in passing is not his statement where others state it.
    stating = [u for u in members if not u.clause.minor] or members
    if group.core.clause.titled or (group.core.clause.nominal and group.core.clause.lent):
        stating = []  # an office beside a name is the report's own word, whoever is quoted around it
    speakers = {s for u in stating if (s := u.speaker or _speaker(u, heard)) is not None}
    standing: Standing = "corroborated" if sources > 1 else "single-source"
    if not group.agreed and _contested(members, disputed):
        standing = "contested"
    return Claim(
        id=name,
        text=group.text[:1].upper() + group.text[1:],
        evidence=evidence,
        independent_sources=sources,
        attributed_to=tuple(sorted(speakers, key=lambda s: (rank.get(s, len(rank)), s))),
        standing=standing,
        why=_why(members, origins, cited.story),
    )


def _speaker(unit: Unit, heard: Mapping[str, list[tuple[int, int, str]]]) -> str | None:
    own = unit.evidence
    for start, end, who in heard.get(own.report, ()):
        if 2 * (min(end, own.end) - max(start, own.start)) >= own.end - own.start:
            return who
    return None


def _by_report(conflict: Conflict) -> Mapping[str, Sequence[Evidence]]:
    """The disputed lines of a conflict by report."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for side in conflict.sides:
        for e in side.evidence:
            found[e.report].append(e)
    return found


def _contested(members: Sequence[Unit], disputed: Sequence[Mapping[str, Sequence[Evidence]]]) -> bool:
    """Whether more than half of those who say this say a disputed line of one conflict."""
    return any(
        2 * sum(any(says(u, line) for line in lines.get(u.report, ())) for u in members) > len(members)
        for lines in disputed
    )


def _why(members: Sequence[Unit], origins: Origins, story: Story) -> str:
    """The count in words a reader understands, with the reason where reports are more than sources."""
    reports = list(dict.fromkeys(u.report for u in members))
    counted = f"{_count(len(reports), 'report')}, {_count(origins.count, 'source')}"
    if origins.why:
        return f"{counted}: {origins.why}"
    cited = _cited(members, story)
    return f"{counted}; all cite {cited}" if len(reports) > 1 and cited else counted


def _cited(members: Iterable[Unit], story: Story) -> str | None:
    """The one organization to which every report attributes the statement."""
    speakers = {u.speaker for u in members}
    if len(speakers) != 1:
        return None
    (who,) = speakers
    found = story.actor(who) if who is not None else None
    return found.name if found is not None and found.type == "organization" else None


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
