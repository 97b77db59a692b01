"""Average-link clustering of sparse vectors: which reports belong together.

Two clusters join while the mean similarity between their members is at least the cut (UPGMA, Sokal and
Michener 1958), found by nearest-neighbour chains (Benzécri 1982) in quadratic time per block. Blocks are the
connected components of pairs that reach the cut, read off an inverted index, so no result is lost: clusters
that reach a mean hold at least one pair that does.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .weights import Vectors

__all__ = ["average_link", "scaled"]

Scale = Callable[[int, NDArray[np.int64]], NDArray[np.float32]]
"""(item, others) → what its similarities to them are multiplied with: dates, copies."""

_LARGEST = 3000  # reports clustered in one square matrix
_COMMON = 1000  # holders past which a word is too common to block by (or a hundredth of the batch)


def average_link(vectors: Vectors, cut: float, scale: Scale) -> list[int]:
    """A cluster number for each item: the number of its first item. Ties go to the lower numbers."""
    count = len(vectors.terms)
    labels = list(range(count))
    edges = _edges(vectors, cut, scale)
    for block in _blocks(range(count), edges, cut):
        members = np.array(block, dtype=np.int64)
        near = _square(vectors, members, scale)
        for item, root in zip(block, _chain(near, cut), strict=True):
            labels[item] = block[root]
    return labels


def _postings(
    vectors: Vectors, members: NDArray[np.int64], most: int
) -> dict[int, tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """For each term: which of the members (by position) hold it, and with which weight."""
    terms = np.concatenate([vectors.terms[m] for m in members])
    weights = np.concatenate([vectors.weights[m] for m in members])
    holders = np.repeat(np.arange(len(members)), [len(vectors.terms[m]) for m in members])
    order = np.argsort(terms, kind="stable")
    terms, weights, holders = terms[order], weights[order], holders[order]
    edges = np.flatnonzero(np.diff(terms, prepend=-1, append=-1)).tolist() if len(terms) else []
    return {int(terms[a]): (holders[a:b], weights[a:b]) for a, b in pairwise(edges) if 1 < b - a <= most}


def _row(
    vectors: Vectors,
    item: int,
    postings: dict[int, tuple[NDArray[np.int64], NDArray[np.float32]]],
    count: int,
) -> NDArray[np.float32]:
    """The cosine of one item with every member."""
    who, products = [], []
    for term, weight in zip(vectors.terms[item].tolist(), vectors.weights[item].tolist(), strict=True):
        held = postings.get(term)
        if held is not None:
            who.append(held[0])
            products.append(held[1] * weight)
    if not who:
        return np.zeros(count, dtype=np.float32)
    return np.bincount(np.concatenate(who), np.concatenate(products), count).astype(np.float32)


def _edges(vectors: Vectors, cut: float, scale: Scale) -> list[tuple[int, int, float]]:
    """Pairs (a < b, similarity) that reach the cut."""
    count = len(vectors.terms)
    if not count:
        return []
    postings = _postings(vectors, np.arange(count), max(_COMMON, count // 100))
    found = []
    for item in range(count):
        near = _row(vectors, item, postings, count)[:item]
        others = np.flatnonzero(near > 0)
        values = scaled(near[others], scale(item, others))
        reach = np.flatnonzero(values >= cut)
        found += [(int(others[k]), item, float(values[k])) for k in reach]
    return found


def scaled(near: NDArray[np.float32], factors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Similarities times factors; a factor above 1 (a copy) makes the pair as near as can be."""
    return np.where(factors > 1, np.float32(1), near * factors).astype(np.float32)


def _blocks(items: Sequence[int], edges: Sequence[tuple[int, int, float]], cut: float) -> list[list[int]]:
    """Connected components of two and more; one too large for a square matrix is split at a higher cut."""
    above = {i: i for i in items}

    def root(i: int) -> int:
        while above[i] != i:
            above[i] = i = above[above[i]]
        return i

    for a, b, value in edges:
        if value >= cut:
            x, y = root(a), root(b)
            above[max(x, y)] = min(x, y)
    blocks: dict[int, list[int]] = {}
    for i in items:
        blocks.setdefault(root(i), []).append(i)
    found = []
    for block in blocks.values():
        if len(block) > _LARGEST and cut < 1:
            inside = set(block)
            found += _blocks(block, [e for e in edges if e[0] in inside and e[1] in inside], cut * 1.2)
        elif len(block) > 1:
            found.append(block)
    return found


def _square(vectors: Vectors, members: NDArray[np.int64], scale: Scale) -> NDArray[np.float32]:
    postings = _postings(vectors, members, len(members))
    near = np.zeros((len(members), len(members)), dtype=np.float32)
    for k, item in enumerate(members.tolist()):
        near[k] = scaled(_row(vectors, item, postings, len(members)), scale(item, members))
    near = np.minimum(near, near.T)  # rounding differs by direction
    np.fill_diagonal(near, -1)
    return near


def _chain(near: NDArray[np.float32], cut: float) -> list[int]:
    """Each item's first cluster member, by nearest-neighbour chains over `near` (overwritten)."""
    count = len(near)
    sizes = np.ones(count)
    active = np.ones(count, dtype=np.bool_)
    above = list(range(count))
    chain: list[int] = []
    start = 0
    while True:
        if not chain:
            while start < count and not active[start]:
                start += 1
            if start == count:
                break
            chain.append(start)
        i = chain[-1]
        row = np.where(active, near[i], np.float32(-1))
        j = int(np.argmax(row))
        if len(chain) > 1 and row[chain[-2]] >= row[j]:
            j = chain[-2]
        if row[j] < cut:
            active[i] = False  # nothing can join it any more: means only fall
            near[:, i] = -1
            chain.pop()
        elif len(chain) > 1 and j == chain[-2]:
            del chain[-2:]
            a, b = min(i, j), max(i, j)
            near[a] = (sizes[a] * near[a] + sizes[b] * near[b]) / (sizes[a] + sizes[b])
            near[:, a] = near[a]
            near[a, a] = -1
            sizes[a] += sizes[b]
            active[b] = False
            above[b] = a
        else:
            chain.append(j)
    for i in range(count):
        while above[above[i]] != above[i]:
            above[i] = above[above[i]]
    return above
