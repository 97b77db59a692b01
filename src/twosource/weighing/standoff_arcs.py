"""Who waits for whom: the arcs of the wait-for graph, each with the positions that say so.

A condition that names its mover gives its arc outright. Where it names nobody ("while the tariffs stay"), it
is the move of the party whose matter it is, of the one party that it names by the way, or of the party with
which the holder trades: the two conditions and the two acts answer one another.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.lexicon import load
from twosource.model import Evidence, RecordActor, RecordPosition

from .position_actions import Form, form_of
from .principals import holds_office

__all__ = ["find_arcs"]

_LEXICON = load("standoffs")
_BODIES = frozenset(_LEXICON["voices"]["bodies"])
_THIRDS = frozenset(_LEXICON["thirds"]["words"])
_GIVEN = frozenset(_LEXICON["thirds"]["given"])
_JOINT = frozenset(_LEXICON["thirds"]["joint"])
_LIGHT = frozenset(_LEXICON["links"]["light"])
_WORD = re.compile(r"[^\W\d_]+")
_AGAIN = re.compile(r"re-?(open|start|hir|join|build)")
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
_GIVING = frozenset({"offers", "commits", "accepts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A position with a condition: who holds it, for whom it says that it waits, and its words as stems."""

    position: RecordPosition
    party: str
    awaited: str | None
    act: frozenset[str]
    hangs_on: frozenset[str]
    words: tuple[str, ...]  # of the condition, lower case
    third: bool  # somebody who is no party of the story is to move
    body: bool  # a body without a name is to move ("the airline")

    @property
    def joint(self) -> bool:
        """Whether the condition takes two ("an agreement on wages")."""
        return not _JOINT.isdisjoint(self.words)


class _Bench:
    """The story's positions as arcs are made of them."""

    def __init__(
        self,
        positions: Sequence[RecordPosition],
        actors: Sequence[RecordActor],
        behind: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> None:
        self.texts = texts
        self.actors = {a.id: a for a in actors}
        replaced = {p.replaces for p in positions if p.replaces and p.change and _gives_way(p)}
        self.positions = [p for p in positions if p.id not in replaced]
        self.forms: dict[Evidence, Form] = {}
        self.behind = self._with_officials(behind)
        self.holders = self._holders(self.behind)
        self.names = self._spellings()

    def form(self, place: Evidence) -> Form:
        """The normal form of a place's words."""
        if place not in self.forms:
            self.forms[place] = form_of(self.words(place))
        return self.forms[place]

    def words(self, place: Evidence) -> str:
        """The text at a place."""
        return self.texts.get(place.report, "")[place.start : place.end]

    def _with_officials(self, behind: Mapping[str, str]) -> dict[str, str]:
        """Office holders whose country no report states, given the one country whose matter they decide on.

        "The president" who would lift the tariffs speaks for the country that is asked to lift the tariffs.
        """
        countries = {a.id for a in self.actors.values() if a.type == "country"}
        loose = {a.id for a in self.actors.values() if behind[a.id] == a.id and a.type != "country"}
        holders = self._holders(behind)
        found = dict(behind)
        for p in self.positions:
            alone = p.party in loose and p.action_by == p.party and found[p.party] == p.party
            if alone and holds_office(self.actors[p.party]):
                owners = {h for m in self.form(p.action).matters for h in holders.get(m, ())} & countries
                if len(owners) == 1:
                    found[p.party] = owners.pop()
        return found

    def _holders(self, behind: Mapping[str, str]) -> dict[str, set[str]]:
        """Whose each matter is: who acts on it, or is named as the one to act on it, in any position."""
        found: dict[str, set[str]] = {}
        for p in self.positions:
            told = [(p.action, p.action_by)]
            if p.condition is not None:
                told.append((p.condition.span, p.condition.by))
            for place, by in told:
                if by is not None and by in behind and not self._is_common(behind[by]):
                    for matter in self.form(place).matters:
                        found.setdefault(matter, set()).add(behind[by])
        return found

    def _is_common(self, actor: str) -> bool:
        """Whether an actor has no name but a body's common noun ("the government", "the company")."""
        return self.actors[actor].name.lower().removesuffix("s") in _BODIES

    def _spellings(self) -> dict[str, str]:
        """Every name and alias of the parties that hold positions, lower case, to the party."""
        found: dict[str, str] = {}
        for p in self.positions:
            party = self.behind.get(p.party)
            if party is not None:
                told = (self.actors[party], self.actors[p.party])
                for name in (n for actor in told for n in (actor.name, *actor.aliases)):
                    if any(c.isupper() for c in name):
                        found.setdefault(" ".join(_WORD.findall(name.lower())), party)
        found.pop("", None)
        return found

    def held(self, p: RecordPosition) -> _Held | None:
        """A position as one side of an arc; None where it has no condition or nobody of the cast holds it."""
        party = self.behind.get(p.party)
        if p.condition is None or party is None:
            return None
        text = self.words(p.condition.span)
        words = tuple(w.lower() for w in _WORD.findall(text))
        by = p.condition.by
        awaited = self._outright(p, party, words)
        own = frozenset(w for name in self._names_of(party) for w in name)
        stranger = awaited is None and by is not None and self.behind.get(by, by) != party
        stranger = stranger and not self._is_common(by or "")
        return _Held(
            position=p,
            party=party,
            awaited=awaited,
            act=_links(self.form(p.action).stems) - own,
            hangs_on=_links(self.form(p.condition.span).stems) - own,
            words=words,
            body=by is not None and self._is_common(self.behind.get(by, by)),
            third=awaited is None
            and (not _THIRDS.isdisjoint(words) or (stranger and self.actors[by or ""].type != "unnamed")),
        )

    def _outright(self, p: RecordPosition, party: str, words: Sequence[str]) -> str | None:
        """For whom a position waits by its own words, or by whose matter its condition is."""
        assert p.condition is not None
        by = self.behind.get(p.condition.by) if p.condition.by is not None else None
        if by is not None and self._is_common(by):
            by = None  # "until the government reopens": a thing that somebody runs
        awaited = self._named_like(p.condition.by, party) or by
        if awaited is None:
            awaited = self._inferred(p.condition.span, party) or self._mentioned(words, party)
        if awaited in (None, party) and p.stance == "demands" and p.condition.kind == "in return for":
            # "B must disarm in return for aid": who demands it gives nothing before B moves.
            awaited = self.behind.get(p.action_by) if p.action_by is not None else None
        if awaited == party or awaited is None:
            return None
        return None if self.actors[awaited].type == "unnamed" and awaited not in self._parties() else awaited

    def _parties(self) -> set[str]:
        return {self.behind[p.party] for p in self.positions if p.party in self.behind}

    def _named_like(self, by: str | None, party: str) -> str | None:
        """The party whose name holds what a nameless mover is called ("the writers": the Writers' Guild)."""
        if by is None or (self.actors[by].type != "unnamed" and self.actors[by].name[:1].isupper()):
            return None
        called = {w.lower().removesuffix("s") for w in _WORD.findall(self.actors[by].name)}
        found = {
            owner
            for name, owner in self.names.items()
            if owner != party and called & {w.removesuffix("s") for w in name.split()}
        }
        return found.pop() if len(found) == 1 else None

    def _inferred(self, place: Evidence, party: str) -> str | None:
        """Who has to move where the condition names nobody ("while the tariffs stay"): whose matter it is."""
        found: set[str] = set()
        for matter in self.form(place).matters:
            found |= self.holders.get(matter, set())
        found.discard(party)
        return next(iter(found)) if len(found) == 1 else None

    def asked(self, one: _Held) -> str | None:
        """The one other party that refuses just what a condition asks for, or that is told to do it."""
        wanted, party = _plain(one.hangs_on), one.party
        if one.third:
            return None
        found: set[str] = set()
        for p in self.positions:
            actor = {"refuses": p.party, "demands": p.action_by}.get(p.stance)
            mover = self.behind.get(actor) if actor is not None else None
            if mover not in (None, party) and len(wanted & _plain(_links(self.form(p.action).stems))) > 1:
                found.add(mover)
        return found.pop() if len(found) == 1 else None

    def _mentioned(self, words: Sequence[str], party: str) -> str | None:
        """The one other party that a condition names by the way ("without money from the Union")."""
        text = f" {' '.join(words)} "
        found = {owner for name, owner in self.names.items() if f" {name} " in text} - {party}
        return found.pop() if len(found) == 1 else None

    def _names_of(self, party: str) -> list[frozenset[str]]:
        actor = self.actors[party]
        return [form_of(name).stems for name in (actor.name, *actor.aliases)]


def find_arcs(
    positions: Sequence[RecordPosition],
    actors: Sequence[RecordActor],
    behind: Mapping[str, str],
    texts: Mapping[str, str],
) -> dict[tuple[str, str], list[RecordPosition]]:
    """The positions behind each (who waits, for whom), in the order of `positions`.

    `behind` maps actors to the parties that they speak for, `texts` report ids to their texts. Quadratic in
    the positions that have a condition.
    """
    bench = _Bench(positions, actors, behind, texts)
    some = [held for p in bench.positions if (held := bench.held(p)) is not None]
    some = [replace(one, awaited=one.awaited or _meant(one, some)) if one.body else one for one in some]
    found: dict[tuple[str, str], list[RecordPosition]] = {}
    for one in some:
        awaited = one.awaited or _answering(one, some) or bench.asked(one)
        if awaited is not None and awaited != one.party:
            found.setdefault((one.party, awaited), []).append(one.position)
    return found


def _meant(one: _Held, some: Sequence[_Held]) -> str | None:
    """The party that "the airline" is: the one whose own act is what the condition asks for."""
    found = {o.party for o in some if o.party != one.party and len(one.hangs_on & o.act) > 1}
    return found.pop() if len(found) == 1 else None


def _answering(one: _Held, some: Sequence[_Held]) -> str | None:
    """The one party whose terms answer a condition that names no mover."""
    if one.third:
        return None
    others = [o for o in some if o.party != one.party and o.awaited in (one.party, None) and not o.third]
    traded = {
        o.party for o in others if one.hangs_on & o.act and (o.awaited or o.joint or o.hangs_on & one.act)
    }
    if not traded and (one.joint or _may_be_others(one)):
        # Whoever waits for just what is held back is the one it is held back from.
        traded = {o.party for o in others if (o.awaited or one.joint) and o.hangs_on & one.act}
    return traded.pop() if len(traded) == 1 else None


def _may_be_others(one: _Held) -> bool:
    """Whether a condition can be somebody else's move: not "until it finds the money"."""
    return _OWN.isdisjoint(one.words[:3]) or not _GIVEN.isdisjoint(one.words)


def _links(stems: frozenset[str]) -> frozenset[str]:
    """The stems that may tie an act to a condition; "unmarked" ties to "marking"."""
    kept = {s.removeprefix("un") if len(s) > 5 else s for s in stems if s not in _LIGHT}
    return frozenset(s for s in kept if s not in _LIGHT and len(s) > 2)


def _plain(stems: frozenset[str]) -> frozenset[str]:
    """Stems with "re-open" and "reopen" as "open"."""
    return frozenset(again[1] if (again := _AGAIN.fullmatch(s)) else s for s in stems)


def _gives_way(later: RecordPosition) -> bool:
    """Whether a later position gives outright what the earlier one held back."""
    return later.condition is None and later.stance in _GIVING
