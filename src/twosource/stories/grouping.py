"""Which reports tell the same story: words, dates and copies together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from twosource.model import Grouped, Report
from twosource.weighing.copies import Copy, families, find_copies, first_printed

from .cluster import average_link
from .weights import vectors

__all__ = ["group"]

_CUT = 0.2  # mean similarity at which stories stop joining
_SAME_NEWS = 1  # days within which reports lose nothing
_FADES = 10.0  # days in which nearness falls to 1/e
_LEFT = 0.4  # what is left of it months later
_MOSTLY = 0.5  # a report that copies this much of another tells its story
_UNKNOWN = -1


def group(reports: Sequence[Report]) -> tuple[Grouped, ...]:
    """One `Grouped` a report, in the order of `reports`; which stories are found does not depend on it.

    A story's id comes from the content of the report that was printed first, so it stays while reports are
    added behind it. A page of several stories joins none of them.
    """
    order = first_printed(reports)
    ranked = [reports[i] for i in order]
    copies = find_copies(ranked)
    family = families([_if_mostly(c) for c in copies])
    numbers = {root: n for n, root in enumerate(dict.fromkeys(family[r.id] for r in ranked))}
    kin = np.array([numbers[family[r.id]] for r in ranked], dtype=np.int64)
    days = np.array([_day(r) for r in ranked], dtype=np.int64)

    def scale(item: int, others: NDArray[np.int64]) -> NDArray[np.float32]:
        gap = np.maximum(0, np.abs(days[others] - days[item]) - _SAME_NEWS)
        factor = np.maximum(_LEFT, np.exp(-gap / _FADES))
        factor = np.where((days[others] == _UNKNOWN) | (days[item] == _UNKNOWN), 1.0, factor)
        return np.where(kin[others] == kin[item], 2.0, factor).astype(np.float32)

    labels = _joined(average_link(vectors(ranked), _CUT, scale), kin.tolist())
    names = _names(ranked, labels)
    found = {
        order[rank]: Grouped(
            id=report.id,
            story=names[labels[rank]],
            copy_of=copies[rank].copy_of,
            copied_share=copies[rank].copied_share,
        )
        for rank, report in enumerate(ranked)
    }
    return tuple(found[i] for i in range(len(reports)))


def _day(report: Report) -> int:
    try:
        return date.fromisoformat((report.published or "")[:10]).toordinal()
    except ValueError:
        return _UNKNOWN


def _if_mostly(copy: Copy) -> Copy:
    """The copy, or as if there were none where only a passage was taken over (a stock paragraph, say)."""
    mostly = copy.kind == "reprint" or copy.copied_share >= _MOSTLY
    return copy if mostly else replace(copy, copy_of=None)


def _joined(labels: Sequence[int], kin: Sequence[int]) -> list[int]:
    """One label for all whose labels or families meet: the lowest."""
    above = {label: label for label in labels}

    def root(i: int) -> int:
        while above[i] != i:
            above[i] = i = above[above[i]]
        return i

    first: dict[int, int] = {}
    for label, family in zip(labels, kin, strict=True):
        a, b = root(label), root(first.setdefault(family, label))
        above[max(a, b)] = min(a, b)
    return [root(label) for label in labels]


def _names(ranked: Sequence[Report], labels: Sequence[int]) -> dict[int, str]:
    """A story id for each label: a hash of its first report's content, and of its id where two are alike."""
    found: dict[int, str] = {}
    used: set[str] = set()
    for rank, label in enumerate(labels):
        if label in found:
            continue
        report = ranked[rank]
        content = f"{report.title or ''}\n{report.text}"
        name = _hash(content)
        if name in used:
            name = _hash(f"{content}\n{report.id}")
        used.add(name)
        found[label] = name
    return found


def _hash(text: str) -> str:
    return "s" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
