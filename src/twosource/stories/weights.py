"""Reports as sparse TF-IDF vectors, weighted against written English at large and not only the batch.

Within a batch of ten reports of one story the story's own words are the commonest; a batch's own document
frequencies would throw them away. Each word's frequency is therefore smoothed by what its rank in the
encoder's vocabulary (which is ordered by frequency) leads one to expect (Zipf 1949).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from twosource.lexicon import words
from twosource.model import Report

__all__ = ["Vectors", "vectors"]

_LEAD = 2500  # characters of the text that are read: what a story is about stands at its top
_TITLE_WEIGHT = 2.0
_NAME_WEIGHT = 1.5  # capitalised words and what follows from them tell stories apart
_BACKGROUND = 2000  # documents that the expectation counts for
_SPREAD = 30.0  # a word of rank r stands in about SPREAD / r of all reports
_FIRST_RANK, _LAST_RANK = 1000, 30000
_LEAST = 0.05
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse rows of unit length: `terms[i]` (sorted numbers) and their `weights[i]`; `size` terms in all."""

    terms: tuple[NDArray[np.int64], ...]
    weights: tuple[NDArray[np.float32], ...]
    size: int


@cache
def _ranks() -> dict[str, int]:
    listed = files("twosource.language").joinpath("minilm-vocab.txt").read_text("utf-8").split("\n")
    return {word: rank for rank, word in enumerate(listed)}


def _expected(word: str) -> float:
    """The share of reports in which the word is to be expected."""
    rank = _ranks().get(word, _LAST_RANK) - _FIRST_RANK
    return min(0.9, _SPREAD / max(1, rank))


def _weighted(text: str, weight: float) -> Iterator[tuple[str, float]]:
    common = words("stories", "common")
    for found in _WORD.finditer(text.replace("’", "'")):
        raw = found.group()
        word = raw.lower().removesuffix("'s")
        if len(word) > 1 and word not in common:
            yield word, weight * (_NAME_WEIGHT if raw[0].isupper() else 1.0)


def _own_text(report: Report) -> str:
    """The top of the text without its furniture."""
    text, kept, at = report.text, [], 0
    for span in sorted(report.furniture):
        kept.append(text[at : span.start])
        at = max(at, span.end)
        if at > 4 * _LEAD:
            break
    kept.append(text[at : at + 4 * _LEAD])
    return " ".join(kept)[:_LEAD]


def _counts(report: Report) -> dict[str, float]:
    found: dict[str, float] = {}
    for part, weight in ((report.title or "", _TITLE_WEIGHT), (_own_text(report), 1.0)):
        for word, value in _weighted(part[:_LEAD], weight):
            found[word] = found.get(word, 0.0) + value
    return found


def vectors(reports: Sequence[Report]) -> Vectors:
    """One sparse unit vector a report, in order: (1 + log tf) * idf. A report without words has no terms."""
    counts = [_counts(r) for r in reports]
    spread: dict[str, int] = {}
    for words_of in counts:
        for word in words_of:
            spread[word] = spread.get(word, 0) + 1
    number = {word: i for i, word in enumerate(sorted(spread))}
    total = 1 + len(reports) + _BACKGROUND
    idf = {w: max(_LEAST, log(total / (1 + n + _BACKGROUND * _expected(w))) + 0.3) for w, n in spread.items()}
    terms, weights = [], []
    for words_of in counts:
        row = sorted((number[w], (1 + log(c)) * idf[w]) for w, c in words_of.items())
        length = sqrt(sum(v * v for _, v in row)) or 1.0
        terms.append(np.array([t for t, _ in row], dtype=np.int64))
        weights.append(np.array([v / length for _, v in row], dtype=np.float32))
    return Vectors(tuple(terms), tuple(weights), len(number))
