"""The cast of a report: its actors, and which of them stands at a given place."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from operator import attrgetter

from twosource.model import Actor, Mention, MentionKind

from .document import Line

__all__ = ["Cast", "Standing", "cast_of"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Standing:
    """A mention together with its actor's id."""

    start: int
    end: int
    kind: MentionKind
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The actors of one report and their mentions, in text order."""

    actors: tuple[Actor, ...]
    standings: tuple[Standing, ...]
    starts: tuple[int, ...] = field(repr=False)
    by_id: dict[str, Actor] = field(repr=False)
    longest: int = 0
    last: "Cast | None" = None
    """Actors of the last resort: people and bodies that only an event makes actors (see `participants`)."""
    hit: "Cast | None" = None
    """Those, and the vehicles, buildings and places that are a side where they are hit or seized."""
    named: "Cast | None" = field(default=None, repr=False, compare=False)
    """The same without any of the last resort; None where there is nothing to leave out."""
    reaching: "Cast | None" = field(default=None, repr=False, compare=False)
    """The same with `hit` in the place of `last`; None where nothing more can be hit."""

    def with_last(self, last: "Cast", hit: "Cast") -> "Cast":
        """This cast with actors of the last resort, and its two views worked out once a report: an event
        asks for them at every noun.
        """
        reaching = replace(self, last=hit, hit=hit, named=self)
        return replace(self, last=last, hit=hit, named=self, reaching=reaching)

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id. Raises KeyError when there is none."""
        return self.by_id[actor_id]

    def within(self, start: int, end: int) -> list[Standing]:
        """The mentions that overlap a stretch of the text, in order."""
        low = bisect_left(self.starts, start - self.longest)
        high = bisect_right(self.starts, end - 1)
        return [s for s in self.standings[low:high] if s.end > start]

    def of_token(self, line: Line, token: int) -> str | None:
        """The actor that the noun phrase headed by `token` denotes: the shortest mention that ends at,
        or covers, the head. A possessor or modifier ("Ruiz" in "Ruiz's offer") does not denote the phrase.
        """
        parse, base = line.parse, line.sentence.start
        start, end = base + parse.starts[token], base + parse.ends[token]
        low = bisect_left(self.starts, start - self.longest)
        found, shortest = None, 0
        for s in self.standings[low : bisect_right(self.starts, start)]:
            if s.end >= end and (found is None or s.end - s.start < shortest):
                found, shortest = s.actor, s.end - s.start
        return found

    def of_tokens(self, line: Line, token: int) -> tuple[str, ...]:
        """The actors of a noun phrase and of those coordinated with it ("Ruiz and Lindqvist"), in order."""
        heads, parse = [token], line.parse
        for head in heads:
            heads += [i for i in parse.children[head] if parse.deps[i] == "conj"]
        found = [a for h in heads if (a := self.of_token(line, h)) is not None]
        return tuple(dict.fromkeys(found))

    def at(self, start: int, end: int) -> str | None:
        """The actor of a stretch of text: a mention of just that extent, else the one that it ends with."""
        found = self.within(start, end)
        if not found:
            return None
        best = max(found, key=lambda s: ((s.start, s.end) == (start, end), s.end <= end, s.end, -s.start))
        return best.actor if best.end > start else None


def cast_of(actors: tuple[Actor, ...]) -> Cast:
    """A cast from its actors."""
    standings = [_standing(a, m) for a in actors for m in a.mentions]
    standings.sort(key=_ORDER)
    return Cast(
        actors=actors,
        standings=tuple(standings),
        starts=tuple([s.start for s in standings]),
        by_id={a.id: a for a in actors},
        longest=max((s.end - s.start for s in standings), default=0),
    )


_ORDER = attrgetter("start", "end", "kind", "actor")


def _standing(actor: Actor, mention: Mention) -> Standing:
    return Standing(start=mention.start, end=mention.end, kind=mention.kind, actor=actor.id)
