"""Two statements side by side: measures that a reader can check, for the small models of `compare`."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from twosource.lexicon import load

from .compare_numbers import Number
from .compare_words import Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = Mapping[str, NDArray[np.float32]]

_EXACT, _ROUNDED, _ROUGH = 0.005, 0.03, 0.1  # shares by which values that are one may differ
_LEAST_SUM = 4
_CONVERTED = 0.06  # miles told as kilometres

__all__ = [
    "ENTAILS",
    "SAME",
    "apart",
    "directed",
    "held",
    "holds",
    "numbers_clash",
    "opposed",
    "symmetric",
    "unmatched",
]

SAME = (
    "one", "cosine", "content low", "content high", "names low", "names high", "arcs low", "arcs high",
    "bigrams low", "bigrams high", "order", "length", "numbers missing", "numbers clash", "negation",
    "opposites", "characters", "words left low", "words left high", "words apart low", "words apart high",
)  # fmt: skip
ENTAILS = (
    "one", "cosine", "content held", "order", "length", "number missing", "numbers clash", "opposites",
    "words farthest", "words given",
)  # fmt: skip


def held(mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """The weighted share of my words that they have too, spelled alike or nearly."""
    total = sum(mine.values())
    if not total:
        return 1.0
    return sum(w * _near(word, theirs) for word, w in mine.items()) / total


def _near(word: str, theirs: Mapping[str, float]) -> float:
    if word in theirs:
        return 1.0
    if len(word) >= 5:  # one root: "resign", "resignation"
        stem = word[:5]
        if any(other.startswith(stem) for other in theirs):
            return 0.7
    return 0.0


def _share(mine: frozenset[tuple[str, str]], theirs: frozenset[tuple[str, str]]) -> float:
    return len(mine & theirs) / len(mine) if mine else 0.0


def holds(given: Number, asked: Number) -> bool:
    """Whether what is given makes what is asked true: "706" makes "more than 700" true, not the reverse."""
    if {given.sense, asked.sense} == {"<", ">"}:
        return False
    given_value, asked_value, close = given.value, asked.value, _closeness(given, asked)
    if given.unit != asked.unit and given.unit in _measures() and asked.unit in _measures():
        (one, size), (other, asked_size) = _measures()[given.unit], _measures()[asked.unit]
        if one != other:
            return False
        given_value, asked_value, close = given_value * size, asked_value * asked_size, max(close, _CONVERTED)
    if abs(given_value - asked_value) <= close * max(abs(asked_value), 1e-9):
        return not (asked.above and given.sense == "=" and not given.rough and given_value == asked_value)
    return asked.sense != "=" and (given_value > asked_value) == (asked.sense == ">")


def _closeness(given: Number, asked: Number) -> float:
    """By what share two values may differ and be one, as roughly as they are told."""
    if asked.sense != "=":
        return _EXACT
    if asked.rough and asked.unit != "%":
        return _ROUGH
    return (
        _ROUNDED if asked.rough or given.rough or (asked.value >= 100 and asked.value % 10 == 0) else _EXACT
    )


@cache
def _measures() -> dict[str | None, tuple[str, float]]:
    """Units of length, weight and the like: what they measure and how much of it."""
    return {
        unit: (what, size)
        for what, sizes in load("compare")["measures"].items()
        for unit, size in sizes.items()
    }


def _same_measure(a: Number, b: Number) -> bool:
    return a.unit is not None and a.unit == b.unit


def numbers_clash(a: Statement, b: Statement) -> list[tuple[Number, Number]]:
    """Pairs of numbers of one measure that cannot both hold, where neither has a partner that agrees."""
    found: list[tuple[Number, Number]] = []
    for x in a.numbers:
        if any(holds(x, y) or holds(y, x) for y in b.numbers):
            continue
        found += [
            (x, y)
            for y in b.numbers
            if _same_measure(x, y) and not any(holds(y, z) or holds(z, y) for z in a.numbers)
        ]
    return found


@cache
def _opposites() -> Callable[[str], frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for word, others in load("compare")["opposites"].items():
        for other in others:
            pairs.setdefault(word, set()).add(other)
            pairs.setdefault(other, set()).add(word)
    frozen = {k: frozenset(v) for k, v in pairs.items()}
    return lambda word: frozen.get(word, frozenset())


def opposed(a: Statement, b: Statement) -> list[tuple[str, str]]:
    """Words of `a` that stand against words of `b`, in the order of `a`."""
    find = _opposites()
    return [
        (x, y)
        for x in a.content
        if x not in b.content
        for y in sorted(find(x))
        if y in b.content and y not in a.content
    ]


def _order(a: Statement, b: Statement) -> float:
    return float(fuzz.ratio(a.text.lower()[:2000], b.text.lower()[:2000])) / 100


def _characters(a: Statement, b: Statement) -> float:
    return float(fuzz.token_set_ratio(a.text.lower()[:2000], b.text.lower()[:2000])) / 100


def _missing(given: Statement, asked: Statement) -> int:
    """How many counts that are asked nothing given makes true; ages and names of things are detail."""
    return sum(
        not any(holds(x, y) for x in given.numbers) and not _summed(given.numbers, y)
        for y in asked.numbers
        if y.kind == "count"
    )


def _summed(given: Sequence[Number], asked: Number) -> bool:
    """Whether two counts that follow each other make up the one asked: 11 hurt and 7 more are 18."""
    for x, y in pairwise(given):
        if x.kind != "count" or y.kind != "count" or "%" in (x.unit, y.unit) or asked.value < _LEAST_SUM:
            continue
        if x.unit and y.unit and x.unit != y.unit and asked.unit in (x.unit, y.unit):
            continue
        if x.value + y.value == asked.value:
            return True
    return False


def _left(mine: Statement, theirs: Statement) -> float:
    """How many weighted words of mine they lack, in tens."""
    return sum(w * (1 - _near(word, theirs.content)) for word, w in mine.content.items()) / 10


def unmatched(a: Statement, b: Statement) -> tuple[list[str], list[str]]:
    """The content words of each that the other does not hold, in the order of the text."""
    return (
        [w for w in a.content if not _near(w, b.content)],
        [w for w in b.content if not _near(w, a.content)],
    )


def apart(a: Statement, b: Statement, vectors: "Vectors") -> tuple[tuple[float, ...], tuple[float, ...]]:
    """For each side, how far the words that the other lacks are from the other's own, the farthest first.

    A word's distance is its weight × (1 - the cosine of its vector and that of the nearest unmatched word of
    the other side): 0 to about 1. `vectors` gives unit vectors for the unmatched words of both.
    """
    mine, theirs = unmatched(a, b)
    return _distances(mine, a.content, theirs, vectors), _distances(theirs, b.content, mine, vectors)


def _distances(
    left: Sequence[str], weights: Mapping[str, float], others: Sequence[str], vectors: "Vectors"
) -> tuple[float, ...]:
    if not left or not others:
        return tuple(sorted((weights[w] for w in left), reverse=True))
    import numpy as np

    rows = np.stack([vectors[w] for w in left]) @ np.stack([vectors[w] for w in others]).T
    nearest = rows.max(axis=1).clip(0.0, 1.0).tolist()
    return tuple(sorted((weights[w] * (1 - n) for w, n in zip(left, nearest, strict=True)), reverse=True))


def symmetric(
    a: Statement, b: Statement, cosine: float, gaps: tuple[Sequence[float], Sequence[float]]
) -> tuple[float, ...]:
    """The values of `SAME`: how near the two are, whichever stands first; `gaps` as `apart` gives them."""

    def both(x: float, y: float) -> tuple[float, float]:
        return min(x, y), max(x, y)

    left = both(_left(a, b), _left(b, a))
    return (
        1.0,
        cosine,
        *both(held(a.content, b.content), held(b.content, a.content)),
        *both(held(a.proper, b.content), held(b.proper, a.content)),
        *both(_share(a.arcs, b.arcs), _share(b.arcs, a.arcs)),
        *both(_share(a.bigrams, b.bigrams), _share(b.bigrams, a.bigrams)),
        _order(a, b),
        min(a.length, b.length) / max(1, a.length, b.length),
        min(2.0, _missing(a, b) + _missing(b, a)),
        min(1.0, len(numbers_clash(a, b))),
        float((a.negations > 0) != (b.negations > 0)),
        min(1.0, len(opposed(a, b))),
        _characters(a, b),
        *left,
        *both(sum(gaps[0]), sum(gaps[1])),
    )


def directed(given: Statement, asked: Statement, cosine: float, gaps: Sequence[float]) -> tuple[float, ...]:
    """The values of `ENTAILS`: how far what is given makes what is asked true.

    `gaps` are the distances of the asked words (see `apart`); the two farthest count.
    """
    return (
        1.0,
        cosine,
        held(asked.content, given.content),
        _order(given, asked),
        min(2.0, asked.length / max(1, given.length)),
        min(1.0, _missing(given, asked)),
        min(1.0, len(numbers_clash(given, asked))),
        min(1.0, len(opposed(given, asked))),
        sum(gaps[:2]),
        log(1 + given.length),
    )
