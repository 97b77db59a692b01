"""Actors across reports: one actor for every spelling, and never two people under one name.

Countries meet by their code, bodies by words or initials, people by full names that may be one person's;
a bare family name joins the story's one bearer of it, or stays on its own. Unnamed sources are never joined
across reports: two papers' "official" may be two people.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from twosource.lexicon import words
from twosource.model import Actor, ActorType, Placed, Reading, RecordActor
from twosource.reading.person_names import (
    apart,
    called,
    generation,
    given_initial,
    may_be_one,
    name_words,
)

from .people_index import NameIndex

__all__ = ["merge_actors"]

_DOMINANT = 3  # bearers of one family name: the first must be named this many times as often as the next
_Member = tuple[str, Actor]


@dataclass(slots=True, kw_only=True)
class _Merged:
    """One actor of the story in the making."""

    type: ActorType
    members: list[_Member] = field(default_factory=list)

    @property
    def spellings(self) -> Counter[str]:
        """Its names and how many reports use each."""
        return Counter(n for _, a in self.members for n in (a.name, *a.aliases))


def merge_actors(
    readings: Sequence[Reading],
) -> tuple[tuple[RecordActor, ...], Mapping[tuple[str, str], str]]:
    """The story's actors and, for each (report id, reading's actor id), the id of the actor that it is.

    Actors that no report names or describes (a pronoun without antecedent) are left out of both.

    Actors come in the order of their first mention in `readings`, which must come in canonical order.
    """
    members = [(r.report.id, a) for r in readings for a in r.actors if _is_told(a)]
    groups: list[_Merged] = []
    people, rest = _people_and_rest(members)
    _merge_people(groups, people)
    _merge_rest(groups, rest)
    place = {(report, a.id): n for n, (report, a) in enumerate(members)}
    groups.sort(key=lambda g: min(place[r, a.id] for r, a in g.members))
    actor_of = {(r, a.id): f"a{n + 1}" for n, g in enumerate(groups) for r, a in g.members}
    return tuple(_actor(f"a{n + 1}", g) for n, g in enumerate(groups)), actor_of


def _is_told(actor: Actor) -> bool:
    """Whether a report says anything of an actor but a pronoun: the record has no use for "she"."""
    return any(m.kind != "pronoun" for m in actor.mentions)


def _people_and_rest(members: Sequence[_Member]) -> tuple[list[_Member], list[_Member]]:
    """Who is a person, by the vote of all reports that use the name, and who is not.

    A single word that one report takes for a body is a person where others use it as a person's name.
    """
    votes: dict[tuple[str, ...], Counter[str]] = {}
    bearers: set[str] = set()
    for _, actor in members:
        key = name_words(actor.name)
        if actor.type in ("person", "organization"):
            votes.setdefault(key, Counter())[actor.type] += 1
        if actor.type == "person" and len(key) > 1:
            bearers.update(called(actor.name))
    people: list[_Member] = []
    rest: list[_Member] = []
    for member in members:
        actor, key = member[1], name_words(member[1].name)
        vote = votes.get(key, Counter())
        single = len(key) == 1 and not actor.name.isupper()
        if actor.type == "person":
            human = vote["person"] >= vote["organization"] or (single and key[0] in bearers)
        else:
            human = actor.type == "organization" and (
                (single and key[0] in bearers) or (len(key) > 1 and vote["person"] > vote["organization"])
            )
        (people if human else rest).append(member)
    return people, rest


def _merge_people(groups: list[_Merged], people: Sequence[_Member]) -> None:
    full = [m for m in people if len(name_words(m[1].name)) > 1]
    bare = [m for m in people if len(name_words(m[1].name)) == 1]
    heirs = _heirs_beside(people)
    # The names that most reports use come first: rare spellings join them, not the other way round.
    weight = Counter(name_words(a.name) for _, a in full)
    found: list[_Merged] = []
    index = NameIndex()
    for member in sorted(
        full, key=lambda m: (-weight[name_words(m[1].name)], name_words(m[1].name), m[0], m[1].id)
    ):
        near = index.near(member[1].name)
        home = next((n for n in near if _one_person(found[n], member[1], heirs)), None)
        if home is None:
            home = len(found)
            found.append(_Merged(type="person"))
        found[home].members.append(member)
        index.add(home, member[1].name)
    loose: dict[tuple[str, str | None, str | None], _Merged] = {}
    for member in bare:
        name = member[1].name
        word = name_words(name)[0]
        bearer = _bearer(found, index, word, member[1])
        if bearer is not None:
            found[bearer].members.append(member)
            index.add(bearer, name)
            continue
        group = loose.setdefault((word, generation(name), given_initial(name)), _Merged(type="person"))
        group.members.append(member)
    groups.extend(found)
    groups.extend(g for _, g in sorted(loose.items(), key=lambda x: tuple(str(k) for k in x[0])))


def _heirs_beside(people: Sequence[_Member]) -> frozenset[tuple[str, ...]]:
    """Names under which one report has two people, father and son ("Ben Hale" or "Hale", "Ben Hale Jr.").

    Elsewhere "Jr." is a part of the name that many reports leave out.
    """
    by_report: dict[str, list[str]] = {}
    for report, actor in people:
        by_report.setdefault(report, []).append(actor.name)
    found: set[tuple[str, ...]] = set()
    for names in by_report.values():
        for heir in (n for n in names if generation(n) in ("jr", "sr")):
            for other in names:
                bare = len(name_words(other)) == 1 and name_words(other)[0] in called(heir)
                if generation(other) != generation(heir) and (bare or may_be_one(heir, other)):
                    found |= {name_words(heir), name_words(other)}
    return frozenset(found)


def _one_person(group: _Merged, actor: Actor, heirs: frozenset[tuple[str, ...]]) -> bool:
    names = dict.fromkeys(a.name for _, a in group.members)
    if any(apart(n, actor.name) for n in names):
        return False
    if name_words(actor.name) in heirs and any(generation(n) != generation(actor.name) for n in names):
        return False
    if any(may_be_one(n, actor.name) for n in names):
        return _countries_fit(group, actor)
    return any(_spelled_alike(n, actor.name) for n in names) and _countries_fit(group, actor)


def _countries_fit(group: _Merged, actor: Actor) -> bool:
    known = {a.country for _, a in group.members if a.country}
    return actor.country is None or not known or actor.country in known


def _spelled_alike(a: str, b: str) -> bool:
    """One letter astray in a full name of like shape; short words a letter apart may be two people's."""
    x, y = name_words(a), name_words(b)
    if len(x) != len(y) or x[0][0] != y[0][0] or x[-1][0] != y[-1][0]:
        return False
    apart = [(p, q) for p, q in zip(x, y, strict=True) if p != q]
    return len(apart) == 1 and min(map(len, apart[0])) >= 5 and DamerauLevenshtein.distance(*apart[0]) == 1


def _bearer(people: Sequence[_Merged], index: NameIndex, word: str, actor: Actor) -> int | None:
    """The number of the one person of the story whom a bare name means; None when several bear it about as
    often.

    It is a family name, or else a given name that one person of the story has.
    """

    def fits(n: int) -> bool:
        return _countries_fit(people[n], actor) and _marks_fit(people[n], actor.name)

    bearers = [n for n in index.called(word) if fits(n)]
    if not bearers:
        given = [n for n in index.given(word) if fits(n)]
        return given[0] if len(given) == 1 else None
    if len(bearers) < 2:
        return bearers[0]
    offices = {r.lower().strip(".") for r in actor.roles}
    holders = [n for n in bearers if not offices.isdisjoint(_offices(people[n]))]
    if len(holders) == 1:
        return holders[0]
    ranked = sorted(bearers, key=lambda n: -sum(len(a.mentions) for _, a in people[n].members))
    weights = [sum(len(a.mentions) for _, a in people[n].members) for n in ranked[:2]]
    reports = [len({r for r, _ in people[n].members}) for n in ranked[:2]]
    return ranked[0] if weights[0] >= _DOMINANT * weights[1] and reports[0] > reports[1] else None


def _offices(group: _Merged) -> set[str]:
    return {r.lower().strip(".") for _, a in group.members for r in a.roles}


def _marks_fit(group: _Merged, name: str) -> bool:
    """Whether a bare name's initial and "Jr." are those of a person's full name ("J. Lind": Jonas Lind)."""
    initial, heir = given_initial(name), generation(name)
    if heir is not None and not any(generation(a.name) == heir for _, a in group.members):
        return False
    return initial is None or any(initial in (w[0] for w in name_words(a.name)) for _, a in group.members)


def _merge_rest(groups: list[_Merged], members: Sequence[_Member]) -> None:
    homes: dict[tuple[str, ...], _Merged] = {}
    for report, actor in members:
        key = _key(report, actor)
        home = homes.get(key)
        if home is None:
            home = homes[key] = _Merged(type=_outvoted(actor.type))
            groups.append(home)
        home.members.append((report, actor))
    _join_initials(groups, homes)


def _outvoted(kind: ActorType) -> ActorType:
    """A "person" among those who are none is a body."""
    return "organization" if kind == "person" else kind


def _key(report: str, actor: Actor) -> tuple[str, ...]:
    """What two reports' actors must share to be one."""
    if actor.type == "country" and actor.country:
        return ("country", actor.country)
    if actor.type == "unnamed" or not any(m.kind == "name" for m in actor.mentions):
        # Described, not named: "the ministry" of two reports need not be one.
        return ("described", report, actor.id)
    return (_outvoted(actor.type), *_body(actor.name))


def _body(name: str) -> tuple[str, ...]:
    """A body's name without articles, stops and the country in front ("U.S. State Department")."""
    found = [
        w.replace(".", "").strip(",'’") for w in name.lower().replace("’", "'").replace("'s", "").split()
    ]
    found = [w for w in found if w and w not in ("the", "of", "and", "for", "&")]
    if found[:2] == ["united", "states"]:
        found[:2] = ["us"]
    general = len(found) == 2 and found[1] in words("offices", "organizations")
    if (len(found) > 2 or general) and found[0] in ("us", "uk", "american", "british"):
        found = found[1:]
    return tuple(found)


def _join_initials(groups: list[_Merged], homes: dict[tuple[str, ...], _Merged]) -> None:
    """ "CIA" joins "Central Intelligence Agency" when the story has just one body with these initials."""
    for key in sorted(k for k in homes if k[0] == "organization" and len(k) > 2):
        # "Foreign Ministry" joins "Ruritanian Foreign Ministry" when the story has no other foreign ministry.
        fuller = [k for k in homes if k[0] == "organization" and len(k) == len(key) + 1 and k[2:] == key[1:]]
        if len(fuller) == 1 and homes[fuller[0]] is not homes[key]:
            homes[fuller[0]].members.extend(homes[key].members)
            groups.remove(homes[key])
            homes[key] = homes[fuller[0]]
    long = [k for k in homes if k[0] == "organization" and len(k) > 2]
    for key in [k for k in homes if k[0] == "organization" and len(k) == 2]:
        fuller = [k for k in long if "".join(w[0] for w in k[1:]) == key[1] and len(key[1]) > 1]
        if len(fuller) == 1:
            homes[fuller[0]].members.extend(homes[key].members)
            groups.remove(homes[key])
            homes[key] = homes[fuller[0]]


def _actor(actor_id: str, group: _Merged) -> RecordActor:
    name = _best_name(group)
    aliases = [n for n, _ in sorted(group.spellings.items(), key=lambda x: (-x[1], x[0])) if n != name]
    roles = Counter(r for _, a in group.members for r in a.roles)
    countries = Counter(a.country for _, a in group.members if a.country)
    return RecordActor(
        id=actor_id,
        name=name,
        type=group.type,
        aliases=tuple(aliases),
        roles=tuple(r for r, _ in sorted(roles.items(), key=lambda x: (-x[1], -len(x[0]), x[0]))),
        country=min(countries, key=lambda c: (-countries[c], c), default=None),
        mentions=tuple(
            sorted(
                (
                    Placed(report=r, start=m.start, end=m.end, kind=m.kind)
                    for r, a in group.members
                    for m in a.mentions
                ),
                key=lambda p: (p.report, p.start, p.end),
            )
        ),
    )


def _best_name(group: _Merged) -> str:
    """The full name that most reports use; a fuller one before a shorter one used as often."""
    names = Counter(a.name for _, a in group.members)
    longest = max(len(name_words(n)) for n in names)
    fit = [n for n in names if len(name_words(n)) > 1 or longest == 1]
    return min(fit, key=lambda n: (-names[n], -len(n), n))
