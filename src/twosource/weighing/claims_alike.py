"""How likely it is that two units state one fact: a logistic model over measures that a reader can check.

What they share of words (weighed by rarity in the story), deeds, doers, numbers and running words, and how
near their sentence vectors stand. The coefficients are in lexicon/claims_model.toml, with where they come
from. What cannot be one fact (other days, other numbers, a "not", other people) is never asked of the model.
"""

from collections.abc import Sequence
from functools import cache
from math import exp, log

from twosource.lexicon import load

from .claims_clauses import supposed
from .claims_match import Matcher, days_clash, days_of, undoes
from .claims_units import Unit

__all__ = ["MEASURES", "Alike", "measures", "one_date"]

_NEARNESS = ("cosine", "sentence cosine", "nearer others")  # what vectors tell
MEASURES = (
    "one", "less held", "more held", "rest more held", "deed shared", "deed rare", "doers meet",
    "number shared", "day shared", "nominal", "few words", "rarest shared", "weight shared", "running words",
    "one speaker", "one denies", "one may", "both quoted", "deeds held", "length", *_NEARNESS,
)  # fmt: skip

_NEAR = 0.3  # least cosine: below it nothing is the same
_FRAGMENT = 0.8  # what the chance of a participle alone is worth
_NO_DEED = 0.85  # the same where neither tells the other's deed
_FEW = 3  # terms below which a statement is little more than a name
_NEAREST = (0.85, 0.85, 0.0)  # cosines that differently worded statements hardly pass, and nothing nearer
_ONE_THING = 0.85  # cosine from which other words for what it is done to mean one thing
_OTHER_THING = 0.65  # cosine below which they mean another
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_ASKING = (("what",), ("why",), ("how",))
_AGE = ("", "year", "old")  # what a number of years somebody is counts
_OLDEST = 110.0
_TELLING = 2  # a number in common above this says something
_LONGEST_RUN = 8  # words in a row that are counted


def measures(a: Unit, b: Unit, matcher: Matcher) -> tuple[float, ...]:
    """The values of `MEASURES` for two units, whichever comes first."""
    return (*_worded(a, b, matcher), *_near(a, b, matcher))


def _near(a: Unit, b: Unit, matcher: Matcher) -> tuple[float, ...]:
    """How near the two stand by their vectors: the last three measures."""
    return matcher.cosine(a, b), matcher.around(a, b), log(1 + matcher.nearer(a, b))


def _worded(a: Unit, b: Unit, matcher: Matcher) -> tuple[float, ...]:
    """What the words of the two tell: all measures but the last three."""
    less, more = (a, b) if matcher.total(a) <= matcher.total(b) else (b, a)
    of_less, of_more = matcher.shares(less, more)
    deeds = (
        (less.predicate & more.stated) | (more.predicate & less.stated) | (less.predicate & more.predicate)
    )
    rarity = log(1 + matcher.size)
    common = less.terms & more.terms
    return (
        1.0,
        of_less,
        of_more,
        _rest(more, less, matcher),
        float(bool(less.predicate & more.predicate)),
        max([matcher.weight(t) for t in deeds], default=0.0) / rarity,
        float(bool(less.doing & more.doing)),
        float(_anchored(less, more)),
        float(bool(days_of(less) and days_of(more))),
        (less.clause.nominal + more.clause.nominal) / 2,
        1 / len(less.terms),
        max([matcher.weight(t) for t in common], default=0.0) / rarity,
        min(matcher.weigh(common) / rarity, 6.0) / 3,
        _run(less, more) / _LONGEST_RUN,
        float(a.speaker is not None and a.speaker == b.speaker),
        float(a.negated != b.negated),
        float(a.modal != b.modal),
        float(a.direct and b.direct),
        float(bool(a.predicate & b.terms)) + float(bool(b.predicate & a.terms)),
        log(matcher.total(less) + 0.1),
    )


def _anchored(a: Unit, b: Unit) -> bool:
    """Whether both give one number, or one date that is written out ("12 May", "1953"): as telling."""
    if a.numbers and b.numbers:
        mine, theirs = ({v for n, v in u.numbers if n not in _AGE or v > _OLDEST} for u in (a, b))
        if any(v > _TELLING for v in mine & theirs):
            return True
    return one_date(a, b)


def one_date(a: Unit, b: Unit) -> bool:
    """Whether both give one date that is written out."""
    if not (a.dates and b.dates):
        return False
    mine, theirs = (
        {(d.earliest, d.latest) for d in u.dates if any(map(str.isdigit, d.text))} for u in (a, b)
    )
    return any(d[0] and d[1] for d in mine & theirs)


def _unanswered(unit: Unit) -> bool:
    """Whether it is the question and not the answer: "what post he was offered", not "what counts is…"."""
    if unit.clause.nominal or unit.running[:1] not in _ASKING:
        return False
    return not any(unit.parse.deps[c] == "csubj" for c in unit.parse.children[unit.clause.head])


def _only_asked(a: Unit, b: Unit) -> bool:
    """Whether the one tells what the other only has somebody ask for, hope or suppose."""
    told = a.predicate & b.terms
    return bool(told) and not (told & b.stated or a.predicate & b.predicate or b.predicate & a.terms)


def _other_thing(a: Unit, b: Unit, near: float) -> bool:
    """Whether they share a deed and its doer alone, and it is done to other things, or by other names
    ("starred in one film", "starred in another").
    """
    doer = a.doing & b.doing
    if not doer or near >= _ONE_THING:
        return False
    common = (a.terms & b.terms) - doer
    if not common <= (a.predicate & b.predicate):
        return False
    return _separate(a.proper, a, b.proper, b) or (
        near < _OTHER_THING and _separate(a.things, a, b.things, b)
    )


def _other_holder(a: Unit, b: Unit) -> bool:
    """Whether the one tells by a title what somebody is, and the other not what the same person is."""
    if a.holder is None:
        return False
    is_one = (
        b.parse.lemmas[b.clause.head].lower() == "be" and b.parse.child(b.clause.head, "attr") is not None
    )
    beside = b.clause.nominal and b.parse.pos[b.clause.head] in ("NOUN", "PROPN")
    return a.holder not in b.actors or not (beside or is_one)


def _other_weekday(a: Unit, b: Unit) -> bool:
    """Whether both name days of the week and none in common: where one has no date, that is all there is."""
    if not (a.dates and b.dates):
        return False
    one, two = (
        {w for d in u.dates if d not in u.aside for w in d.text.lower().split()} & _WEEKDAYS for u in (a, b)
    )
    return bool(one and two) and not one & two


def _separate(mine: frozenset[str], a: Unit, theirs: frozenset[str], b: Unit) -> bool:
    """Whether both units have terms of this sort, and neither has any of the other's anywhere."""
    return bool(mine and theirs) and not (mine & b.terms or theirs & a.terms)


def _rest(a: Unit, b: Unit, matcher: Matcher) -> float:
    """The share of a unit's weight of words, its subject apart, that the other holds."""
    rest = a.terms - a.doing or a.terms
    return matcher.weigh(rest & b.terms) / (matcher.weigh(rest) or 1.0)


class Alike:
    """The chance that two units of one story state one fact; each pair is weighed once."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher
        self._known: dict[tuple[int, int], float] = {}
        self._supposed: dict[int, bool] = {}
        self._odds: dict[tuple[int, int], float] = {}  # by their words, of pairs that nothing keeps apart

    def chance(self, a: Unit, b: Unit, *, days: bool = True) -> float:
        """0 to 1; 1 for the same words, or a clause and its core; 0 for what cannot be one fact.

        Two other statements of one sentence never are. Without `days`, two that differ in their day may be.
        """
        if a.sentence is b.sentence and a.clause.head == b.clause.head:
            return 1.0
        if a.text == b.text:
            return 0.0 if self.matcher.strangers(a, b) else 1.0
        if not days:
            return self._weighed(a, b, days=False)
        key = _key(a, b)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._weighed(a, b)
        return found

    def hopeful(self, a: Unit, b: Unit, least: float) -> bool:
        """Whether two units could have this chance at all, were their vectors as near as can be."""
        if a.sentence is b.sentence or a.infinitive != b.infinitive or self._apart(a, b):
            return False
        odds = self._odds[_key(a, b)] = _by_words(_worded(a, b, self.matcher))
        return _sigmoid(odds + _by_vectors(_NEAREST)) >= least

    def one_deed(self, a: Unit, b: Unit) -> bool:
        """Whether one of two units tells the other's deed."""
        return bool(a.predicate & (b.stated | b.predicate) or b.predicate & a.stated)

    def _weighed(self, a: Unit, b: Unit, *, days: bool = True) -> float:
        barred = a.sentence is b.sentence or a.infinitive != b.infinitive
        near = self.matcher.cosine(a, b)
        if barred or near < _NEAR:
            return 0.0
        odds = self._odds.get(_key(a, b)) if days else None
        if (odds is None and self._apart(a, b, days=days)) or _other_thing(a, b, near):
            return 0.0
        if odds is None:
            odds = _by_words(_worded(a, b, self.matcher))
        chance = _sigmoid(odds + _by_vectors(_near(a, b, self.matcher)))
        denied = a.negated and b.negated and a.predicate & b.predicate and a.doing & b.doing
        few = min(len(a.terms), len(b.terms)) < _FEW and not denied
        if _fragment(a) or _fragment(b) or few:
            chance *= _FRAGMENT
        return chance if self.one_deed(a, b) else chance * _NO_DEED

    def _apart(self, a: Unit, b: Unit, *, days: bool = True) -> bool:
        """Whether they cannot be one fact: another day, number, "not" or doer, or words that undo."""
        if days and (days_clash(a, b, own=True) or _other_weekday(a, b)):
            return True
        if self.matcher.clash(a, b) or undoes(a.terms, b.terms):
            return True
        if self._is_supposed(a) != self._is_supposed(b):
            return True
        if _unanswered(a) != _unanswered(b) or _other_holder(a, b) or _other_holder(b, a):
            return True
        if _only_asked(a, b) or _only_asked(b, a) or self.matcher.strangers(a, b):
            return True
        if a.passive or b.passive or self.matcher.mutual(a, b):
            return False
        return self.matcher.other_people(a.doing, b.doing)

    def _is_supposed(self, unit: Unit) -> bool:
        found = self._supposed.get(unit.order)
        if found is None:
            found = self._supposed[unit.order] = supposed(unit.parse, unit.clause.head)
        return found


def _fragment(unit: Unit) -> bool:
    """Whether it is a participle that says nothing without its sentence ("given to charity")."""
    clause, parse = unit.clause, unit.parse
    if not clause.minor or clause.nominal or parse.tags[clause.head] not in ("VBN", "VBG", "VB"):
        return False
    return not any(
        parse.deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in parse.children[clause.head]
    )


@cache
def _weights() -> tuple[float, ...]:
    known = load("claims_model")["same_fact"]
    return tuple(float(known[name]) for name in MEASURES)


def _by_words(values: Sequence[float]) -> float:
    """What the measures of words add to the log odds."""
    return sum(w * v for w, v in zip(_weights()[: -len(_NEARNESS)], values, strict=True))


def _by_vectors(values: Sequence[float]) -> float:
    """What those of vectors add."""
    return sum(w * v for w, v in zip(_weights()[-len(_NEARNESS) :], values, strict=True))


def _sigmoid(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _key(a: Unit, b: Unit) -> tuple[int, int]:
    return (a.order, b.order) if a.order < b.order else (b.order, a.order)


def _run(a: Unit, b: Unit) -> int:
    """The most words that stand in a row in both, 8 at most."""
    one, two = a.running, b.running
    both = set(one).intersection(two)
    place: dict[str, list[int]] = {}
    for j, word in enumerate(two):
        if word in both:
            place.setdefault(word, []).append(j)
    best = 0
    last: dict[int, int] = {}
    for word in one:
        if word not in both:
            last = {}
            continue
        last = {j: last.get(j - 1, 0) + 1 for j in place[word]}
        best = max(best, *last.values())
        if best >= _LONGEST_RUN:
            return _LONGEST_RUN
    return best
