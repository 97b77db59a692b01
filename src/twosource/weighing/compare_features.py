"""Two statements side by side: measures that a reader can check, for the small models of `compare`."""

from collections.abc import Callable, Mapping
from functools import cache

from rapidfuzz import fuzz

from twosource.lexicon import load

from .compare_words import Number, Statement

__all__ = ["ENTAILS", "SAME", "directed", "held", "holds", "numbers_clash", "opposed", "symmetric"]

SAME = (
    "one", "cosine", "content low", "content high", "names low", "names high", "arcs low", "arcs high",
    "bigrams low", "bigrams high", "order", "length", "numbers missing", "numbers clash", "negation",
    "opposites", "characters", "words left low", "words left high",
)  # fmt: skip
ENTAILS = (
    "one", "cosine", "content held", "content more", "order", "length",
    "numbers missing", "numbers clash", "opposites", "words left",
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
    if asked.sense == ">":
        return given.value >= asked.value
    if asked.sense == "<":
        return given.value <= asked.value
    close = 0.03 if asked.value >= 100 and asked.value % 10 == 0 else 0.005
    return abs(given.value - asked.value) <= close * max(abs(asked.value), 1e-9)


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
    return sum(not any(holds(x, y) for x in given.numbers) for y in asked.numbers)


def _left(mine: Statement, theirs: Statement) -> float:
    """How many weighted words of mine they lack, in tens."""
    return sum(w * (1 - _near(word, theirs.content)) for word, w in mine.content.items()) / 10


def symmetric(a: Statement, b: Statement, cosine: float) -> tuple[float, ...]:
    """The values of `SAME`: how near the two are, whichever stands first."""

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
    )


def directed(given: Statement, asked: Statement, cosine: float) -> tuple[float, ...]:
    """The values of `ENTAILS`: how far what is given makes what is asked true."""
    return (
        1.0,
        cosine,
        held(asked.content, given.content),
        held(given.content, asked.content),
        _order(given, asked),
        min(2.0, asked.length / max(1, given.length)),
        min(2.0, _missing(given, asked)),
        min(1.0, len(numbers_clash(given, asked))),
        min(1.0, len(opposed(given, asked))),
        _left(asked, given),
    )
