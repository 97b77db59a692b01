"""Which units may say the same: candidate pairs from shared rare words, and what tells two of them apart."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from twosource.lexicon import load, words
from twosource.model import RecordActor
from twosource.reading.person_names import written_as_name

from .claims_numbers import numbers_clash, one_clash
from .claims_units import Unit, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Matcher", "candidates", "days_clash", "days_of", "known_names", "opposed", "undoes"]

_WORTH = 0.28  # share of words below which a pair's vectors are not looked at
_KEYS = 16  # rarest terms of a unit that are paired into blocking keys
_ACTOR = 0.6  # an actor's weight beside other words: to act in both is not to do the same
_WHOLE_QUOTE = 8  # words in a row that two people hardly say alike
_PERSON = "(person)"  # among the words of a name: it is a person's
_HUBS = 24  # of an overfull block, how many units all others are set against
_MOST = 60  # size from which a block is overfull
_ALL = 1.0  # the largest share of words there is
_PARTNERS = 24  # candidates of a unit that are scored, best first


class Matcher:
    """Scores pairs of units of one story."""

    def __init__(self, units: Sequence[Unit], names: Mapping[str, frozenset[str]] | None = None) -> None:
        """`names` are the actors known by name (`known_names`): two of them are never one."""
        self._names = names or {}
        worded: dict[str, set[str]] = defaultdict(set)
        for u in units:
            worded[u.text].update(u.terms)
        counts = Counter(t for terms in worded.values() for t in terms)
        size = len(worded)
        self._counts, self._size = counts, size
        self._weights = {
            t: math.log(1 + size / n) * (_ACTOR if t[0] == "@" else 1.0) for t, n in counts.items()
        }
        self._total = {u.order: sum(self._weights[t] for t in sorted(u.terms)) for u in units}
        self._rows: dict[int, int] = {}
        self._vectors: NDArray[np.float32] | None = None
        self._places: dict[tuple[str, str], int] = {}
        self._sentences: NDArray[np.float32] | None = None
        self._partners: dict[tuple[int, str], list[Unit]] = {}

    def weight(self, term: str) -> float:
        """A term's rarity in the story."""
        return self._weights.get(term, 0.0)

    @property
    def size(self) -> int:
        """How many wordings the story has."""
        return self._size

    def total(self, unit: Unit) -> float:
        """The weight of all words of a unit."""
        return self._total[unit.order]

    def weigh(self, terms: Iterable[str]) -> float:
        """The weight of some terms together."""
        return sum([self._weights[t] for t in sorted(terms)])

    def shared(self, term: str) -> bool:
        """Whether more than one wording has the term."""
        return self._counts[term] > 1

    def learn(self, rows: Mapping[int, int], vectors: "NDArray[np.float32]") -> None:
        """Takes the vectors of the units that need them: `rows` maps a unit's order to its row."""
        self._rows, self._vectors = dict(rows), vectors

    def shares(self, a: Unit, b: Unit) -> tuple[float, float]:
        """The share of each unit's weight of words that the other holds: a's, b's."""
        common = sum([self._weights[t] for t in sorted(a.terms & b.terms)])
        return common / self._total[a.order], common / self._total[b.order]

    def words(self, a: Unit, b: Unit) -> float:
        """0 to 1: the mean of the two shares; a very short unit earns nothing by lying within another."""
        one, two = self.shares(a, b)
        more, less = max(one, two), min(one, two)
        few = min(len(a.terms), len(b.terms))
        if few < 4:
            more = less + (more - less) * (few - 1) / 4
        return (more + less) / 2

    def cosine(self, a: Unit, b: Unit) -> float:
        """Of the two units' vectors; 0 where one has none."""
        i, j = self._rows.get(a.order), self._rows.get(b.order)
        if i is None or j is None or self._vectors is None:
            return 0.0
        return float(self._vectors[i] @ self._vectors[j])

    def learn_sentences(self, rows: Mapping[tuple[str, str], int], vectors: "NDArray[np.float32]") -> None:
        """Takes the vectors of whole sentences: `rows` maps a report's and a sentence's id to a row."""
        self._places, self._sentences = dict(rows), vectors

    def learn_partners(self, pairs: Iterable[tuple[Unit, Unit]]) -> None:
        """Takes the pairs that are weighed: each unit's partners by report."""
        found: dict[tuple[int, str], list[Unit]] = defaultdict(list)
        for a, b in pairs:
            found[a.order, b.report].append(b)
            found[b.order, a.report].append(a)
        self._partners = dict(found)

    def nearer(self, a: Unit, b: Unit) -> int:
        """How many sentences of the other's report, of those a unit is paired with, stand nearer to it."""
        near = self.cosine(a, b)
        return self._nearer(a, b, near) + self._nearer(b, a, near)

    def _nearer(self, a: Unit, b: Unit, near: float) -> int:
        others = self._partners.get((a.order, b.report), ())
        return len(
            {u.sentence.id for u in others if u.sentence is not b.sentence and self.cosine(a, u) > near}
        )

    def around(self, a: Unit, b: Unit) -> float:
        """The cosine of the two sentences that the units stand in; 0 where one has no vector."""
        i, j = self._places.get((a.report, a.sentence.id)), self._places.get((b.report, b.sentence.id))
        if i is None or j is None or self._sentences is None:
            return 0.0
        return float(self._sentences[i] @ self._sentences[j])

    def clash(self, a: Unit, b: Unit) -> bool:
        """Whether the two differ in a number, a "not", who does it or to whom, or undo one another; of days
        see `days_clash`.
        """
        if opposed(a, b) or numbers_clash(a.numbers, b.numbers):
            return True
        if one_clash(a.alone, b.numbers) or one_clash(b.alone, a.numbers):
            return True
        if a.negated != b.negated and a.predicate & b.predicate:
            return True
        if a.passive or b.passive or self.mutual(a, b):
            return False
        if a.predicate & b.predicate and (self._others(a.objects, b.objects) or self._turned(a, b)):
            return True
        return self._others(a.subjects, b.subjects, people=True)

    def _others(self, mine: frozenset[str], theirs: frozenset[str], people: bool = False) -> bool:
        """Whether both name somebody, and nobody in the one shares a name with anybody in the other."""
        if not (mine and theirs):
            return False
        one = [self._names[x] for x in mine if x in self._names]
        two = [self._names[x] for x in theirs if x in self._names]
        if people:
            one, two = ([n for n in some if _PERSON in n] for some in (one, two))
        return bool(one and two) and not any((x & y) - {_PERSON} for x in one for y in two)

    def strangers(self, a: Unit, b: Unit) -> bool:
        """Whether two people by name say these words, each of himself or in a few quoted words.

        Who "I" and "we" are depends on who speaks. A long quote that two reports give to two people is one.
        """
        if a.speaker is None or b.speaker is None or a.speaker == b.speaker or not (a.direct and b.direct):
            return False
        if a.text == b.text and len(a.running) >= _WHOLE_QUOTE:
            return False
        return self._others(frozenset({a.speaker}), frozenset({b.speaker}), people=True)

    def other_people(self, one: frozenset[str], two: frozenset[str]) -> bool:
        """Whether both terms name people, and nobody of the one shares a name with anybody of the other."""
        mine, theirs = (frozenset(t[1:] for t in terms if t[0] == "@") for terms in (one, two))
        return self._others(mine, theirs, people=True)

    def mutual(self, a: Unit, b: Unit) -> bool:
        """Whether they tell a deed that two do together ("met"), the one from the one's side, the other from
        the other's.
        """
        if not (a.predicate & b.predicate & _mutual()):
            return False
        swapped = ((a.subjects, b.objects), (b.subjects, a.objects))
        return all(mine and theirs and not self._others(mine, theirs) for mine, theirs in swapped)

    def _turned(self, a: Unit, b: Unit) -> bool:
        """Whether who does it in the one has it done to them in the other."""
        swapped = bool(a.subjects & b.objects or b.subjects & a.objects)
        return swapped and self._others(a.subjects, b.subjects)


def known_names(actors: Sequence[RecordActor]) -> dict[str, frozenset[str]]:
    """Record actor → the words of its names, for actors that have one."""
    found = {}
    for a in actors:
        if a.type in ("person", "organization", "country"):
            names = (a.name, *(n for n in a.aliases if written_as_name(n)))
            words = {w.lower() for n in names for w in n.replace("-", " ").split()}
            found[a.id] = frozenset(words | ({_PERSON} if a.type == "person" else set()))
    return found


def days_clash(a: Unit, b: Unit, *, own: bool = False) -> bool:
    """Whether both give days (with `own`, of their own) and no day of the one can be one of the other."""
    if not (a.dates and b.dates):
        return False
    mine, theirs = days_of(a, own=own), days_of(b, own=own)
    if not mine or not theirs:
        return False
    return not any(x[0] <= y[1] and y[0] <= x[1] for x in mine for y in theirs)


def days_of(unit: Unit, *, own: bool = False) -> list[tuple[str, str]]:
    """The days that a unit gives, each by its bounds; with `own`, without those of asides inside it."""
    return [
        (d.earliest, d.latest)
        for d in unit.dates
        if d.earliest and d.latest and d.type in ("DATE", "TIME") and not (own and d in unit.aside)
    ]


@cache
def _undone_by() -> dict[str, set[str]]:
    """A stem → those that undo it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in load("claims")["opposites"]:
        x, y = stem(one), stem(other)
        found[x].add(y)
        found[y].add(x)
    return dict(found)


@cache
def _mutual() -> frozenset[str]:
    return frozenset(stem(verb) for verb in words("claims", "mutual"))


def undoes(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether a word that only the one has undoes a word that only the other has."""
    against = _undone_by()
    return any(not against[x].isdisjoint(two - one) for x in one - two if x in against)


def opposed(a: Unit, b: Unit) -> bool:
    """Whether the two heads undo one another ("resumes", "suspends") and neither shares the other's."""
    if a.predicate & b.predicate:
        return False
    against = _undone_by()
    return any(not against[x].isdisjoint(b.terms | b.predicate) for x in a.predicate if x in against)


def candidates(
    units: Sequence[Unit], matcher: Matcher, *, worth: float = _WORTH, within: float = _WORTH
) -> list[tuple[Unit, Unit]]:
    """Pairs of differently worded units worth a look, in order; linear in the units but for full blocks.

    A pair shares two of its units' rarest terms, and `worth` of its words (`Matcher.words`), `within` where
    both stand in one report. In a block with many units each is only set against the first few, so that a
    fact which fifty outlets tell in fifty ways still holds together.
    """
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        held = (t for t in unit.terms if matcher.shared(t))
        rare = sorted(held, key=lambda t: (-matcher.weight(t), t))[:_KEYS]
        for key in combinations(sorted(rare), 2):
            blocks[key].append(n)
    weighed: set[tuple[int, int]] = set()
    ranked: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for block in blocks.values():
        for i, j in _within(block) if len(block) > 1 else ():
            least = within if units[i].report == units[j].report else worth
            if least > _ALL or (i, j) in weighed:
                continue
            weighed.add((i, j))
            share = matcher.words(units[i], units[j])
            if share >= least:
                ranked[i].append((-share, j))
                ranked[j].append((-share, i))
    chosen = {(min(i, j), max(i, j)) for i, found in ranked.items() for _, j in sorted(found)[:_PARTNERS]}
    return [(units[i], units[j]) for i, j in sorted(chosen)]


def _within(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(block) <= _MOST:
        yield from combinations(block, 2)
        return
    for at, i in enumerate(block):
        for j in block[: min(at, _HUBS)]:
            yield j, i
