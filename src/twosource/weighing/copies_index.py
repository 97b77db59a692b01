"""The copy index: which pairs of reports share shingles, without comparing every pair.

Shingles are sorted once; within a run of equal shingles each report is paired with the first holders and with
those just before it, which is enough to find where its words stood first and keeps the work linear in the
number of shingles. Large batches are indexed by a sample of shingles: those whose hash falls in one part of
the range (Broder 1997, "mod m" sketches), the same shingles in every report.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

__all__ = ["candidates"]

_FIRST = 2  # holders at the head of a shingle's run that each later one is paired with
_BEFORE = 2  # and holders just before it
_WORTH = 0.1  # share of the shorter report's shingles that makes a pair worth measuring
_MOST = 6  # pairs measured for each report
_ALL_UP_TO = 2_000_000  # shingles; past this the index holds a sample
_SAMPLE = 8


def candidates(shingles: Iterable[NDArray[np.uint64]], total: int) -> Iterator[tuple[int, int]]:
    """Pairs (later, earlier) of report numbers that share enough shingles, by the later report.

    The shingles of a report are its hashes, each once, `total` about as many as there are in all; reports
    stand in order of first print. At most 6 pairs a report, those that share most first. Time and memory
    grow with the number of shingles.
    """
    rate = 1 if total <= _ALL_UP_TO else _SAMPLE
    kept = [_sample(s, rate) for s in shingles]
    if not any(map(len, kept)):
        return
    sizes = np.array([len(k) for k in kept], dtype=np.int64)
    hashes = np.concatenate(kept)
    owners = np.repeat(np.arange(len(kept), dtype=np.int64), sizes)
    order = np.lexsort((owners, hashes))
    pairs, counts = _pairs(hashes[order], owners[order], len(kept))
    later, earlier = pairs // len(kept), pairs % len(kept)
    # With a sample, two shared shingles in a short report are too few to go by: measure it all the same.
    worth = counts >= np.maximum(1, _WORTH * np.minimum(sizes[later], sizes[earlier]))
    later, earlier, counts = later[worth], earlier[worth], counts[worth]
    best = np.lexsort((earlier, -counts, later))
    last, seen = -1, 0
    for at in best.tolist():
        report = int(later[at])
        seen = seen + 1 if report == last else 1
        last = report
        if seen <= _MOST:
            yield report, int(earlier[at])


def _sample(hashes: NDArray[np.uint64], rate: int) -> NDArray[np.uint64]:
    """All hashes, or those of one part of the range."""
    return hashes if rate == 1 else hashes[(hashes >> np.uint64(7)) % np.uint64(rate) == 0]


def _pairs(
    hashes: NDArray[np.uint64], owners: NDArray[np.int64], n: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of holders as later * n + earlier, each once, and how many shingles they were met in."""
    size = len(hashes)
    place = np.arange(size)
    opens = np.ones(size, dtype=np.bool_)
    opens[1:] = hashes[1:] != hashes[:-1]
    start = np.maximum.accumulate(np.where(opens, place, 0))
    found = []
    for k in range(_FIRST):
        at = np.flatnonzero(place > start + k)
        found.append(owners[at] * n + owners[start[at] + k])
    for k in range(1, _BEFORE + 1):
        at = np.flatnonzero(place - k >= start + _FIRST)
        found.append(owners[at] * n + owners[at - k])
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    return pairs, counts
