"""Which reports copy which: reprint, derived or independent, who had it first, and families that count once.

Containment of word shingles (Broder 1997) in a report's own words, measured in words that stand inside a
shared shingle. Candidates come from an inverted index of shingles (see `copies_index`), so the work grows
with the number of reports and of true copies, not with the number of pairs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from twosource.model import CopyKind, Report

from .copies_index import candidates
from .copies_words import GRAM, OwnWords, agency_mark, is_agency, own_words

__all__ = ["Copy", "PairCopy", "families", "find_copies", "first_printed", "pair_copy", "shared_words"]

REPRINT = 0.9  # share of the shorter report's own words; below it sentences were changed
DERIVED = 0.18
_FEWEST_WORDS = 15  # shared words below which two texts only share a phrase
_ONE_TEXT = 0.5  # share from which two articles of one outlet are one text, printed twice
_WHOLE_LINE = 0.95  # a text of fewer words than that is a copy only when all but all of it is shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What one report owes to another.

    `copied_share` is the share (0 to 1) of this report's own words that stand in `copy_of` too. A `digest`
    is a page that strings several stories together: its parts come from reports that share nothing.
    """

    report: str
    copy_of: str | None = None
    copied_share: float = 0.0
    kind: CopyKind = "independent"
    why: str = ""
    digest: bool = False


class PairCopy(NamedTuple):
    """How two texts stand to each other as copies; `share` is the greater of the two shares."""

    kind: CopyKind
    share: float
    why: str


@dataclass(frozen=True, slots=True)
class _Link:
    """A later report and an earlier one that share words; masks tell which words of each are shared."""

    later: int
    earlier: int
    share: float
    back: float
    kind: CopyKind
    in_later: NDArray[np.bool_]
    in_earlier: NDArray[np.bool_]


def shared_words(a: OwnWords, b: OwnWords) -> NDArray[np.bool_]:
    """Which own words of `a` stand inside a shingle that `b` has too."""
    covered = np.zeros(len(a.own) + GRAM, dtype=np.bool_)
    known = b.ordered
    if len(a.hashes) and len(known):
        at = np.minimum(np.searchsorted(known, a.hashes), len(known) - 1)
        starts = np.flatnonzero(known[at] == a.hashes)
        for k in range(GRAM):
            covered[starts + k] = True
    found: NDArray[np.bool_] = covered[: len(a.own)] & a.own
    return found


def _judge(words: int, size: int, share: float) -> CopyKind:
    """The kind, from the shared words of the text that holds more of the other's."""
    if words < _FEWEST_WORDS:
        return "reprint" if size and share >= _WHOLE_LINE else "independent"
    return "reprint" if share >= REPRINT else "derived" if share >= DERIVED else "independent"


def _measure(a: OwnWords, b: OwnWords) -> tuple[CopyKind, NDArray[np.bool_], NDArray[np.bool_], float, float]:
    in_a, in_b = shared_words(a, b), shared_words(b, a)
    of_a, of_b = (int(m.sum()) / max(1, w.size) for m, w in ((in_a, a), (in_b, b)))
    most = (in_a, a, of_a) if of_a >= of_b else (in_b, b, of_b)
    return _judge(int(most[0].sum()), most[1].size, most[2]), in_a, in_b, of_a, of_b


def pair_copy(a: str, b: str) -> PairCopy:
    """Whether two texts are copies of each other, the share of the more copied one, and why.

    Whoever was first cannot be told from two bare texts; two empty texts are independent.
    """
    kind, in_a, in_b, of_a, of_b = _measure(own_words(a), own_words(b))
    share = round(max(of_a, of_b), 3)
    count = int((in_a if of_a >= of_b else in_b).sum())
    if kind == "independent":
        why = f"{count} own words in common" if count else "no wording in common"
    else:
        why = f"{share:.0%} of one text's own words ({count}) stand in the other"
    return PairCopy(kind, share, why)


def _moment(published: str | None) -> tuple[str, str]:
    """Day and time in UTC, as sortable strings; what is not known sorts last."""
    if not published:
        return "9999", "~"
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return "9999", "~"
    if len(published) <= 10:
        return moment.date().isoformat(), "~"
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.date().isoformat(), moment.time().isoformat()


def _first_key(report: Report) -> tuple[str, bool, str, bool, int, str, str]:
    """Sorts reports by who had it first: day, the agency itself, time, an agency's mark, length, id."""
    day, time = _moment(report.published)
    marked = agency_mark(report.text, report.byline) is not None
    return (
        day,
        not is_agency(report.outlet),
        time,
        not marked,
        -len(report.text),
        report.id,
        report.text[:200],
    )


def first_printed(reports: Sequence[Report]) -> list[int]:
    """Positions of the reports in order of first print: day, agency, time, agency mark, length, id."""
    return sorted(range(len(reports)), key=lambda i: _first_key(reports[i]))


def _outlet(report: Report) -> str | None:
    if report.outlet:
        return report.outlet.lower()
    if report.url:
        try:
            return urlsplit(report.url).hostname
        except ValueError:
            return None
    return None


def _without_boilerplate(reports: Sequence[Report], words: list[OwnWords]) -> list[OwnWords]:
    """Leaves out what one outlet prints under at least half, or ten, of its articles."""
    by_outlet: dict[str, list[int]] = {}
    for i, report in enumerate(reports):
        outlet = _outlet(report)
        if outlet:
            by_outlet.setdefault(outlet, []).append(i)
    found = list(words)
    for members in by_outlet.values():
        often = _often([words[i].ordered for i in members])
        if not len(often):
            continue
        # An outlet that prints one text again and again has one article, not many.
        held = [i for i in members if _holds_any(words[i].ordered, often)]
        texts = _texts([words[i] for i in held])
        if len(texts) < len(held):
            others = len(members) - len(held)
            often = _often(
                [np.unique(np.concatenate([words[held[k]].ordered for k in t])) for t in texts], others
            )
        if not len(often):
            continue
        boiler = OwnWords(hashes=often, own=np.ones(len(often), dtype=np.bool_))
        for i in held:
            mask = shared_words(words[i], boiler)
            if (
                0 < mask.sum() <= words[i].size / 2
            ):  # more than half is no boilerplate: the article came out often
                hashes = words[i].hashes[~np.isin(words[i].hashes, often)]
                found[i] = _cut(words[i], mask) if len(hashes) else words[i]
    return found


def _holds_any(ordered: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> bool:
    """Whether two sorted arrays meet; `wanted` is the shorter one as a rule."""
    if not len(ordered):
        return False
    at = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return bool((ordered[at] == wanted).any())


def _often(articles: Sequence[NDArray[np.uint64]], others: int = 0) -> NDArray[np.uint64]:
    """The shingles in at least half, or ten, of an outlet's articles, and in three; `others` hold none."""
    if len(articles) + others < 3 or not articles:
        return np.zeros(0, dtype=np.uint64)
    grams, counts = np.unique(np.concatenate(articles), return_counts=True)
    found: NDArray[np.uint64] = grams[counts >= max(3, min(10, (len(articles) + others + 1) // 2))]
    return found


def _texts(words: Sequence[OwnWords]) -> list[list[int]]:
    """Numbers of articles, those together that are one text: half of one's words stand in the other."""
    group = list(range(len(words)))
    for later, earlier in candidates((w.ordered for w in words), sum(len(w.hashes) for w in words)):
        one, two = _root(group, later), _root(group, earlier)
        if one != two:
            a, b = words[later], words[earlier]
            shares = (shared_words(x, y).sum() / max(1, x.size) for x, y in ((a, b), (b, a)))
            if max(shares) >= _ONE_TEXT:
                group[max(one, two)] = min(one, two)
    found: dict[int, list[int]] = {}
    for i in range(len(words)):
        found.setdefault(_root(group, i), []).append(i)
    return list(found.values())


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        group[i] = group[group[i]]
        i = group[i]
    return i


def _cut(words: OwnWords, mask: NDArray[np.bool_]) -> OwnWords:
    """The words without the masked ones; a shingle of masked words only becomes 0, which is no shingle."""
    width = len(words.own) - len(words.hashes) + 1
    reach = np.convolve(mask.astype(np.int32), np.ones(width, dtype=np.int32))[
        width - 1 : width - 1 + len(words.hashes)
    ]
    hashes = np.where(reach == width, np.uint64(0), words.hashes)
    return OwnWords(hashes=hashes, own=words.own & ~mask)


def _links(words: Sequence[OwnWords]) -> dict[int, list[_Link]]:
    """The true copies among the index's candidates, by the later report; `words` in order of first print."""
    found: dict[int, list[_Link]] = {}
    for later, earlier in candidates((w.ordered for w in words), sum(len(w.hashes) for w in words)):
        kind, in_later, in_earlier, share, back = _measure(words[later], words[earlier])
        if kind != "independent":
            found.setdefault(later, []).append(_Link(later, earlier, share, back, kind, in_later, in_earlier))
    return found


def _digests(links: Mapping[int, Sequence[_Link]], words: Sequence[OwnWords]) -> set[int]:
    """Reports whose parts come from reports that share nothing with one another."""
    partners: dict[int, list[tuple[int, NDArray[np.bool_]]]] = {}
    joined = set()
    for some in links.values():
        for link in some:
            joined |= {(link.later, link.earlier), (link.earlier, link.later)}
            if link.back >= 0.5:
                partners.setdefault(link.later, []).append((link.earlier, link.in_later))
            if link.share >= 0.5:
                partners.setdefault(link.earlier, []).append((link.later, link.in_earlier))
    found = set()
    for digest, all_parts in partners.items():
        parts = [(i, m) for i, m in all_parts[:12] if m.sum() < 0.7 * words[digest].size]
        for n, (i, mask) in enumerate(parts):
            for j, other in parts[n + 1 :]:
                apart = (mask & other).sum() < 0.2 * min(mask.sum(), other.sum())
                if apart and i != j and (i, j) not in joined and _strangers(words[i], words[j]):
                    found.add(digest)
    return found


def _strangers(a: OwnWords, b: OwnWords) -> bool:
    return int(shared_words(a, b).sum()) < _FEWEST_WORDS


def _best(links: Sequence[_Link], digests: set[int]) -> _Link | None:
    """The link to keep: of those within a tenth of the greatest share, the one printed first."""
    usable = [x for x in links if x.earlier not in digests]
    if not usable:
        return None
    most = max(max(x.share, x.back) for x in usable)
    return min((x for x in usable if max(x.share, x.back) >= most - 0.1), key=lambda x: x.earlier)


def find_copies(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """One `Copy` a report, in the order of `reports`; what is found does not depend on that order.

    `copy_of` always names a report that was printed earlier (day, agency, time, agency mark, length, id).
    A digest page is never what another report copies.
    """
    order = first_printed(reports)
    ranked = [reports[i] for i in order]
    words = _without_boilerplate(ranked, [own_words(r.text, r.furniture) for r in ranked])
    links = _links(words)
    digests = _digests(links, words)
    found: dict[int, Copy] = {}
    for rank, report in enumerate(ranked):
        link = _best(links.get(rank, ()), digests)
        found[order[rank]] = _verdict(report, link, ranked, rank in digests)
    return tuple(found[i] for i in range(len(reports)))


def _verdict(report: Report, link: _Link | None, ranked: Sequence[Report], digest: bool) -> Copy:
    if link is None:
        why = "a page of several stories" if digest else "its own words stand in no earlier report"
        return Copy(report=report.id, why=why, digest=digest)
    source = ranked[link.earlier]
    if link.share >= link.back:
        why = f"{link.share:.0%} of its own words stand in {source.id}"
    else:
        why = f"it holds {link.back:.0%} of the words of {source.id}"
    return Copy(
        report=report.id,
        copy_of=source.id,
        copied_share=round(link.share, 3),
        kind=link.kind,
        why=f"{why}, {_before(source, report)}",
        digest=digest,
    )


def _before(source: Report, report: Report) -> str:
    """Why the source counts as the earlier one."""
    first, second = _moment(source.published), _moment(report.published)
    if first < second and first[0] != "9999":
        return f"published earlier ({source.published})"
    if is_agency(source.outlet):
        return "the agency's own report"
    mark = agency_mark(source.text, source.byline)
    if mark and not agency_mark(report.text, report.byline):
        return f"which is marked {mark}"
    return (
        "which is the longer; neither says when it was printed"
        if first[0] == "9999"
        else "published the same day"
    )


def families(copies: Sequence[Copy]) -> dict[str, str]:
    """The root of each report: what it and its copies come from; itself where it is independent."""
    above = {c.report: c.copy_of for c in copies if c.copy_of is not None and not c.digest}
    roots: dict[str, str] = {}
    for copy in copies:
        path, at = [], copy.report
        while at not in roots and at in above and at not in path:
            path.append(at)
            at = above[at]
        root = roots.get(at, at)
        roots[copy.report] = root
        roots.update(dict.fromkeys(path, root))
    return roots
