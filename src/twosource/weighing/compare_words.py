"""A statement made ready to be laid beside another: its content words, names, numbers, days and cues."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from twosource.language import Parse
from twosource.lexicon import load, words

from .compare_numbers import Number, numbers

__all__ = ["Name", "Number", "Statement", "statement", "weight"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_EMPTY = frozenset({"say", "be", "have", "do", "tell", "also", "mr", "mrs", "ms", "would", "will"})
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_OF = (
    {m: i + 1 for i, m in enumerate(_MONTHS)} | {m[:3]: i + 1 for i, m in enumerate(_MONTHS)} | {"sept": 9}
)
_PERSON, _PLACE, _GROUP = "person", "place", "organization"
_LABELS = {"PERSON": _PERSON, "GPE": _PLACE, "LOC": _PLACE, "FAC": _PLACE, "ORG": _GROUP, "NORP": _GROUP}


@dataclass(frozen=True, slots=True)
class Name:
    """A named person, place or organization; `governor` is the word it hangs on, with the way it does."""

    text: str
    kind: str
    words: frozenset[str]
    governor: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence for comparison: `content` maps words to weights, `arcs` pair words with
    their heads, `days` gives calendar parts as (value, words).
    """

    text: str
    content: Mapping[str, float]
    proper: Mapping[str, float]
    arcs: frozenset[tuple[str, str]]
    bigrams: frozenset[tuple[str, str]]
    numbers: tuple[Number, ...]
    names: tuple[Name, ...]
    days: Mapping[str, tuple[str, str]]
    negated: frozenset[str]
    negations: int
    negative: bool
    denials: tuple[str, ...]
    hedges: tuple[str, ...]
    verbs: frozenset[str]
    length: int


@cache
def _ranks() -> dict[str, int]:
    from importlib.resources import files

    listed = files("twosource.language").joinpath("minilm-vocab.txt").read_text("utf-8").split("\n")
    return {word: rank for rank, word in enumerate(listed)}


def weight(word: str) -> float:
    """How much a shared word says: about the log of its rank in the encoder's vocabulary (by frequency)."""
    rank = max(10, _ranks().get(word, 30000) - 1000)
    return log(rank) / 10


def _numbers(parse: Parse, low: Sequence[str]) -> tuple[tuple[Number, ...], dict[str, tuple[str, str]]]:
    """The numbers that count something, and the calendar parts (weekday, day of a month, year)."""
    found: list[Number] = []
    days: dict[str, tuple[str, str]] = {}
    for at, word in enumerate(low):
        if word in _WEEKDAYS or (word in _MONTH_OF and parse.pos[at] == "PROPN"):
            days.setdefault("weekday" if word in _WEEKDAYS else "month", (word[:3], parse.words[at]))
    for start, stop, number in numbers(parse, low):
        # "16 may work": a month has a capital
        before = low[start - 1] if start and parse.words[start - 1][:1].isupper() else ""
        after = low[stop] if stop < len(low) and parse.words[stop][:1].isupper() else ""
        single, value = stop == start + 1, number.value
        if single and (before in _MONTH_OF or after in _MONTH_OF) and value <= 31:
            first, last = (start - 1, start) if before in _MONTH_OF else (start, stop)
            month = _MONTH_OF[low[first] if first < start else low[last]]
            days.setdefault(
                "day", (f"{month}-{int(value)}", parse.text[parse.starts[first] : parse.ends[last]])
            )
        elif single and 1900 <= value <= 2100 and value == int(value) and len(low[start]) == 4:
            days.setdefault("year", (low[start], low[start]))
        else:
            found.append(number)
    return tuple(found), days


def _names(parse: Parse) -> tuple[Name, ...]:
    found = []
    for entity in parse.entities:
        kind = _LABELS.get(entity.label)
        if kind is None:
            continue
        head = next(
            (i for i in range(entity.start, entity.end) if not entity.start <= parse.heads[i] < entity.end),
            entity.end - 1,
        )
        governor = parse.heads[head]
        if parse.deps[head] == "pobj":
            way, governor = parse.lemmas[governor].lower(), parse.heads[governor]
        else:
            way = parse.deps[head]
        parts = frozenset(
            w.lower().strip(".'") for w in parse.words[entity.start : entity.end] if w[:1].isalnum()
        ) - {"the", "s"}
        if parts:
            text = parse.text[parse.starts[entity.start] : parse.ends[entity.end - 1]]
            found.append(Name(text, kind, parts, (way, parse.lemmas[governor].lower())))
    return tuple(found)


def _key(parse: Parse, i: int) -> str:
    return parse.lemmas[i].lower() if parse.pos[i] != "PROPN" else parse.words[i].lower()


def statement(parse: Parse) -> Statement:
    """What of a parsed sentence a comparison looks at."""
    low = [w.lower() for w in parse.words]
    lemmas = [w.lower() for w in parse.lemmas]
    keys = [_key(parse, i) for i in range(len(low))]
    kept = [
        i
        for i in range(len(low))
        if parse.pos[i] in _CONTENT and keys[i] not in _EMPTY and low[i][:1].isalnum()
    ]
    inside = set(kept)
    negating = [i for i, w in enumerate(low) if w in words("compare", "negations")]
    joined = " ".join(low)
    denials = [w for w in lemmas if w in words("compare", "denials")]
    denials += [p for p in load("compare")["denial_phrases"] if p in joined]
    counted, days = _numbers(parse, low)
    return Statement(
        text=parse.text,
        content={keys[i]: weight(keys[i]) for i in kept},
        proper={keys[i]: weight(keys[i]) for i in kept if parse.pos[i] == "PROPN"},
        arcs=frozenset(
            (keys[parse.heads[i]], keys[i]) for i in kept if parse.heads[i] in inside and parse.heads[i] != i
        ),
        bigrams=frozenset(pairwise(low)),
        numbers=counted,
        names=_names(parse),
        days=days,
        negated=frozenset(lemmas[parse.heads[i]] for i in negating),
        negations=len(negating),
        negative=bool(negating or denials) or not words("compare", "negatives").isdisjoint(lemmas),
        denials=tuple(dict.fromkeys(denials)),
        hedges=tuple(w for w in lemmas if w in words("compare", "hedges")),
        verbs=frozenset(lemmas[i] for i in kept if parse.pos[i] == "VERB"),
        length=len(low),
    )
