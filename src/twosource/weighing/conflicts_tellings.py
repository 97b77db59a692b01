"""Sentences of a story, read token by token: who does what, who says so, when, and how firmly.

Units (see `claims_units`) say what a clause states as a whole. To set two lines side by side slot by slot
takes less than a clause: one verb or noun with its subject and what it is about. A telling gives these.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import Date

from .claims_clauses import supposed
from .claims_units import Unit
from .conflicts_lines import Line, cut
from .story import Story

__all__ = ["MOST", "Telling", "clash", "spelled", "tellings"]

_SUBJECTS = ("nsubj", "nsubjpass")
_CLIMBED = frozenset({"xcomp", "acomp", "attr", "conj", "advcl", "pcomp"})
_HARDLY = frozenset({"never", "no", "hardly", "barely", "scarcely"})
MOST = 100  # lines of one party on one matter that are set side by side, first come first
_UP = 6  # steps from a verb to the one that lends it its subject


class _Cast:
    """Record actors by place, for all reports of a story."""

    def __init__(self, story: Story) -> None:
        self._mentions: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for reading in story.readings:
            report = reading.report.id
            for actor in reading.actors:
                known = story.actor_of.get((report, actor.id))
                if known is not None:
                    self._mentions[report] += [(m.start, m.end, known) for m in actor.mentions]
        for places in self._mentions.values():
            places.sort()
        self._starts = {r: [m[0] for m in places] for r, places in self._mentions.items()}
        spelled: dict[str, set[str]] = defaultdict(set)
        for a in story.actors:
            for name in (a.name, *a.aliases):
                spelled[name.lower()].add(a.id)
        self._spelled = {name: min(ids) for name, ids in spelled.items() if len(ids) == 1}
        self.names = {a.id: a.name for a in story.actors}
        self.types = {a.id: a.type for a in story.actors}
        self._people = {a.name.lower(): a.id for a in story.actors if a.type == "person"}

    def at(self, report: str, place: int) -> str | None:
        """The record actor whose innermost mention covers a place."""
        places = self._mentions.get(report, [])
        k = bisect_right(self._starts.get(report, []), place)
        for start, end, actor in reversed(places[max(0, k - 4) : k]):
            if start <= place < end:
                return actor
        return None

    def person(self, who: str | None) -> str | None:
        """The person who has an actor's name: in one report the parser may take him for a firm."""
        if who is None or self.types.get(who) == "person":
            return who
        return self._people.get(self.names.get(who, "").lower())

    def called(self, name: str) -> str | None:
        """The one record actor that is called so."""
        return self._spelled.get(name.lower())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """One sentence of one report with its units."""

    units: tuple[Unit, ...]
    cast: _Cast
    vocabulary: frozenset[str]  # its lemmas, lower case

    @property
    def parse(self) -> Parse:
        """The parse of the sentence."""
        return self.units[0].parse

    @property
    def report(self) -> str:
        """The id of the report it stands in."""
        return self.units[0].report

    def unit(self, token: int) -> Unit:
        """The smallest unit around a token."""
        around = [u for u in self.units if token in u.clause.tokens or token in u.clause.said]
        return min(around, key=lambda u: len(u.clause.tokens), default=self.units[0])

    def actor(self, token: int) -> str | None:
        """The record actor that a token names or stands for."""
        unit = self.units[0]
        place = unit.sentence.start + self.parse.starts[token]
        found = self.cast.at(self.report, place)
        if found is None and self.parse.words[token][:1].isupper() and self.parse.pos[token] != "PRON":
            return self.cast.called(self.parse.words[token])
        return found

    def actors(self, tokens: Sequence[int]) -> frozenset[str]:
        """The record actors that tokens name."""
        return frozenset(a for i in tokens if (a := self.actor(i)) is not None)

    def subject(self, verb: int) -> int | None:
        """The subject of a verb or adjective, its own or lent by the verb above."""
        token = verb
        for _ in range(_UP):
            subject = self.parse.child(token, *_SUBJECTS)
            if subject is not None:
                return subject
            if self.parse.deps[token] not in _CLIMBED or self.parse.heads[token] == token:
                return None
            token = self.parse.heads[token]
        return None

    def holder(self, verb: int) -> str | None:
        """The record actor who is the subject of a verb."""
        subject = self.subject(verb)
        if subject is None:
            return None
        found = self.actor(subject)
        unit = self.unit(verb)
        if found is None and self.parse.lemmas[subject].lower() in ("he", "she", "i") and unit.speaker:
            return unit.speaker
        return found

    def teller(self, token: int) -> str | None:
        """Who says what stands around a token: the subject of its attribution, else of the quotation."""
        unit = self.unit(token)
        said = unit.clause.speaker
        return (self.actor(said) if said is not None else None) or unit.speaker

    def dates(self, token: int) -> tuple[tuple[str, str], ...]:
        """The days of a verb, as (earliest, latest): those that hang on it or on the verb it completes."""
        parse, chain = self.parse, {token}
        while parse.deps[token] in _CLIMBED and parse.heads[token] != token and len(chain) < _UP:
            token = parse.heads[token]
            chain.add(token)
        base, found = self.units[0].sentence.start, []
        for when in dict.fromkeys(d for u in self.units for d in u.dates):
            own = [i for i in range(len(parse)) if when.start <= base + parse.starts[i] < when.end]
            top = next((i for i in own if parse.heads[i] not in own), None)
            while top is not None and parse.pos[parse.heads[top]] == "ADP" and parse.heads[top] != top:
                top = parse.heads[top]
            if top is not None and parse.heads[top] in chain and when.earliest and when.latest:
                found.append((when.earliest, when.latest))
        return tuple(found)

    def coming(self, token: int) -> tuple[str, str] | None:
        """The first day, not before its report's own, that the clause around a token gives."""
        today = (self.units[0].reading.report.published or "")[:10]
        for when in dict.fromkeys(d for u in self.units if token in u.clause.tokens for d in u.dates):
            if today and when.earliest and when.latest and when.latest >= today:
                return when.earliest, when.latest
        return None

    def dated(self, tokens: Sequence[int]) -> Date | None:
        """The date that stands in these tokens."""
        base = self.units[0].sentence.start
        for when in (d for u in self.units for d in u.dates):
            if any(when.start <= base + self.parse.starts[i] < when.end for i in tokens):
                return when
        return None

    def firm(self, token: int) -> bool:
        """Whether nothing around a token makes it a supposition: no "if", "might", "whether", question."""
        parse = self.parse
        for up in (token, *islice(parse.ancestors(token), 8)):
            if supposed(parse, up) and parse.deps[up] not in ("acl", "pcomp"):
                return False
            if any(parse.lemmas[c].lower() in ("might", "may", "should") for c in parse.children[up]
                   if parse.deps[c] == "aux") and up == token:  # fmt: skip
                return False
        return not parse.text.rstrip(" \"”’'").endswith("?")

    def denied(self, token: int) -> bool:
        """Whether a negation hangs on a token or on what it completes."""
        parse = self.parse
        chain = [token]
        while parse.deps[chain[-1]] in ("xcomp", "acomp", "attr") and len(chain) < 4:
            chain.append(parse.heads[chain[-1]])
        return any(
            parse.deps[c] == "neg" or parse.lemmas[c].lower() in _HARDLY
            for t in chain for c in parse.children[t]
        )  # fmt: skip

    def bygone(self, token: int) -> bool:
        """Whether the words set it in an earlier time: "had opposed", "once backed", "initially"."""
        parse = self.parse
        chain = [token]
        while parse.deps[chain[-1]] in ("xcomp", "acomp", "attr") and len(chain) < 4:
            chain.append(parse.heads[chain[-1]])
        near = [c for t in chain for c in parse.children[t] if parse.deps[c] in ("aux", "advmod", "npadvmod")]
        return any(
            parse.lemmas[c].lower() in words("conflicts", "bygone")
            or (parse.words[c].lower() in ("had", "'d") and parse.deps[c] == "aux")
            for c in near
        )

    def line(self, value: str, tokens: Sequence[int], about: int) -> Line:
        """A line over these tokens, in the unit around token `about`."""
        unit = self.unit(about)
        text, evidence = cut(unit, min(tokens), max(tokens) + 1)
        return Line(unit=unit, value=value, text=text, evidence=evidence)


def tellings(story: Story, units: Sequence[Unit]) -> list[Telling]:
    """One telling for each sentence that has units, in story order."""
    cast = _Cast(story)
    grouped: dict[tuple[str, int], list[Unit]] = defaultdict(list)
    for unit in units:
        grouped[unit.report, unit.sentence.start].append(unit)
    return [
        Telling(
            units=tuple(some),
            cast=cast,
            vocabulary=frozenset(lemma.lower() for lemma in some[0].parse.lemmas),
        )
        for some in grouped.values()
    ]


def spelled(earliest: str, latest: str) -> str:
    """A day or a stretch of days for a reader: "12 May 2018"."""
    if earliest != latest:
        return f"{earliest}/{latest}"
    try:
        day = date.fromisoformat(earliest)
    except ValueError:
        return earliest
    return f"{day.day} {day:%B} {day.year}"


def clash(a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]]) -> bool:
    """Whether both give days and no day of the one can be a day of the other."""
    return bool(a and b) and not any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b)
