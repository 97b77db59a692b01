"""How two statements, or two reports, stand to each other.

Two small logistic models over measures that a reader can check (shared words, names, numbers, order, the
cosine of sentence vectors; see `compare_features` and lexicon/compare_model.toml) say whether two statements
say the same and whether one makes the other true; rules over slots (denials, numbers of one measure, days,
names in one place) say where they contradict each other. A report is read through the sentences that come
closest to the other side.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING, NamedTuple, Protocol

from twosource.language import Parse, split
from twosource.lexicon import load
from twosource.model import Comparison, Difference, Relation

from .compare_features import ENTAILS, SAME, apart, directed, held, symmetric, unmatched
from .compare_slots import clashing, differences
from .compare_words import Statement, statement, weight
from .copies import PairCopy, pair_copy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Tongue", "compare", "compare_all"]

_LONG = 400  # characters past which a text is a report, not a statement
_SENTENCES = 300  # sentences of a report that are looked at
_CHARACTERS = 60_000
_CLOSEST = 2  # sentences of a report that are laid beside the other side
_UNRELATED_COSINE, _UNRELATED_WORDS = 0.35, 0.3
_SAME = 0.5
_GIVES, _GIVES_BACK = 0.5, 0.7  # the model learned from pairs in which the first is the fuller
_REPORT_GIVES = 0.4  # of one sentence of a report: the sentences around it tell more
_CONFLICT_WORDS = 0.45  # share of words that two statements must share before they can contradict each other
_WORD = re.compile(r"[^\W_]+")


class Tongue(Protocol):
    """What `compare` asks of `twosource.language.Language`."""

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """The parse of each text."""

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """A unit vector for each text."""


class _Verdict(NamedTuple):
    relation: Relation
    score: float
    why: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """A text as sentences; `words` are the words of all of it."""

    text: str
    sentences: tuple[str, ...]
    words: frozenset[str]

    @property
    def report(self) -> bool:
        return len(self.sentences) > 1


def compare(pair_id: str, a: str, b: str, *, language: Tongue) -> Comparison:
    """How two statements, or two report texts, stand to each other; see `compare_all` for many."""
    return compare_all([(pair_id, a, b)], language=language)[0]


def compare_all(pairs: Sequence[tuple[str, str, str]], *, language: Tongue) -> list[Comparison]:
    """One comparison for each (id, a, b), in order; sentences are parsed and encoded once, together.

    `score` is how much of one side's content the other holds (0 to 1). Texts without a word are unrelated.
    """
    texts = dict.fromkeys(t for _, a, b in pairs for t in (a, b))
    sides = {text: _side(text) for text in texts}
    laid = [_laid(sides[a], sides[b]) for _, a, b in pairs]
    needed = list(dict.fromkeys(s for some in laid for pair in some for s in pair))
    statements = dict(zip(needed, map(statement, language.parse(needed)), strict=True))
    rows = language.vectors(needed)
    row_of = {s: i for i, s in enumerate(needed)}
    sets = [unmatched(statements[x], statements[y]) for some in laid for x, y in some]
    compared = list(dict.fromkeys(w for mine, theirs in sets if mine and theirs for w in (*mine, *theirs)))
    meant = dict(zip(compared, language.vectors(compared), strict=True))
    found = []
    for (pair_id, a, b), some in zip(pairs, laid, strict=True):
        copy = pair_copy(a, b)
        weighed = [
            _weigh(statements[x], statements[y], float(rows[row_of[x]] @ rows[row_of[y]]), meant)
            for x, y in some
        ]
        verdict = _verdict(sides[a], sides[b], weighed, copy)
        found.append(
            Comparison(
                id=pair_id,
                relation=verdict.relation,
                score=round(min(1.0, max(0.0, verdict.score)), 3),
                differences=verdict.differences,
                copy=copy.kind,
                copied_share=copy.share,
                why=verdict.why,
            )
        )
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _WORD.findall(text[:_CHARACTERS]))


def _side(text: str) -> _Side:
    """A short text is one statement, a long one its sentences."""
    text = text.strip().encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no character
    if len(text) <= _LONG:
        flat = " ".join(text.split())
        return _Side(flat, (flat,) if flat else (), _words(flat))
    head = text[:_CHARACTERS]
    places = split(head)[:_SENTENCES]
    return _Side(text, tuple(dict.fromkeys(" ".join(head[a:b].split()) for a, b in places)), _words(head))


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return sum(weight(w) for w in a & b)


def _laid(a: _Side, b: _Side) -> list[tuple[str, str]]:
    """The pairs of sentences to lay side by side: the closest ones, where a side is a report."""
    if not a.sentences or not b.sentences:
        return []
    if not a.report and not b.report:
        return [(a.sentences[0], b.sentences[0])]
    if a.report and b.report:
        heads = a.sentences[:3]
        return [(head, near) for head in heads for near in _closest(_words(head), b, 1)]
    if a.report:
        return [(near, b.sentences[0]) for near in _closest(b.words, a, _CLOSEST)]
    return [(a.sentences[0], near) for near in _closest(a.words, b, _CLOSEST)]


def _closest(words: frozenset[str], side: _Side, most: int) -> list[str]:
    """The sentences that share most weighted words with `words`; the first of equals, in reading order."""
    ranked = sorted(
        range(len(side.sentences)),
        key=lambda i: (-_overlap(words, _words(side.sentences[i])), i),
    )
    return [side.sentences[i] for i in sorted(ranked[:most])]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Two statements laid side by side: chances of `same`, of a making b true and the reverse."""

    a: Statement
    b: Statement
    cosine: float
    same: float
    a_gives_b: float
    b_gives_a: float
    shared: float
    differences: tuple[Difference, ...]


@cache
def _model(name: str) -> tuple[float, ...]:
    names = {"same": SAME, "entails": ENTAILS}[name]
    weights = load("compare_model")[name]
    return tuple(float(weights[n]) for n in names)


def _chance(name: str, values: Sequence[float]) -> float:
    odds = sum(w * v for w, v in zip(_model(name), values, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _weigh(a: Statement, b: Statement, cosine: float, meant: "Mapping[str, NDArray[np.float32]]") -> _Weighed:
    gaps = apart(a, b, meant)
    return _Weighed(
        a=a,
        b=b,
        cosine=cosine,
        same=_chance("same", symmetric(a, b, cosine, gaps)),
        a_gives_b=_chance("entails", directed(a, b, cosine, gaps[1])),
        b_gives_a=_chance("entails", directed(b, a, cosine, gaps[0])),
        shared=max(held(a.content, b.content), held(b.content, a.content))
        if a.content and b.content
        else 0.0,
        differences=differences(a, b),
    )


def _verdict(a: _Side, b: _Side, weighed: Sequence[_Weighed], copy: PairCopy) -> _Verdict:
    if not weighed:
        return _Verdict("unrelated", 0.0, "one side has no words", ())
    if a.text == b.text:
        return _Verdict("same", 1.0, "the same text", ())
    if a.report and b.report:
        return _reports(a, b, weighed, copy)
    if a.report or b.report:
        return _report(a, b, weighed)
    return _statements(weighed[0])


def _statements(x: _Weighed) -> _Verdict:
    """Two single statements."""
    if x.cosine < _UNRELATED_COSINE and x.shared < _UNRELATED_WORDS:
        return _Verdict("unrelated", x.shared, "no matter in common", ())
    against = _against(x)
    if against:
        return _Verdict("conflicts", x.shared, against, x.differences)
    clash = clashing(x.a, x.b, x.differences)
    if clash is not None:
        return _Verdict(
            "conflicts", x.shared, f"alike but for “{clash.a}” against “{clash.b}”", x.differences
        )
    if x.same >= _SAME:
        return _Verdict(
            "same", x.same, f"same wording or meaning ({x.shared:.0%} of the words)", x.differences
        )
    forth = x.a_gives_b >= _GIVES
    back = x.b_gives_a >= _GIVES_BACK and x.b.length >= x.a.length  # the fuller gives the shorter
    if (forth or back) and not _only_hedged(x):
        more, gives = ("the first holds", x.a_gives_b) if forth else ("the second holds", x.b_gives_a)
        return _Verdict("supports", gives, f"{more} what the other says, with more detail", x.differences)
    return _Verdict("related", x.shared, "one matter, but neither says what the other says", x.differences)


def _against(x: _Weighed) -> str | None:
    """Why two statements contradict each other, or None."""
    if x.shared < _CONFLICT_WORDS:
        return None
    for d in x.differences:
        if d.about == "polarity":
            if d.a and d.b:
                return f"“{d.a}” against “{d.b}”"
            return f"only one of them says “{d.a or d.b}”"
    return None


def _only_hedged(x: _Weighed) -> bool:
    """One tells as rumour or question what the other states."""
    return bool(x.a.hedges) != bool(x.b.hedges)


def _report(a: _Side, b: _Side, weighed: Sequence[_Weighed]) -> _Verdict:
    """A statement and a report: the report's closest sentences decide."""
    claim, report = (b, a) if a.report else (a, b)
    total = sum(weight(w) for w in claim.words)
    topic = _overlap(claim.words, report.words) / total if total else 0.0
    best = max(weighed, key=lambda x: (x.cosine + x.shared, x.cosine))
    if best.cosine < 0.5 and (best.shared < 0.4 or topic < 0.5):
        return _Verdict("unrelated", best.shared, "the report does not speak of it", ())
    against = next((w for w in map(_against, weighed) if w), None)
    if against:
        return _Verdict("conflicts", best.shared, against, best.differences)
    gives = max(x.b_gives_a if b.report else x.a_gives_b for x in weighed)
    if (gives >= _REPORT_GIVES or best.same >= _SAME) and not _only_hedged(best):
        return _Verdict(
            "supports", max(gives, best.same), "a sentence of the report says it", best.differences
        )
    return _Verdict("related", best.shared, "the report speaks of it without saying so", best.differences)


def _reports(a: _Side, b: _Side, weighed: Sequence[_Weighed], copy: PairCopy) -> _Verdict:
    """Two reports: copies say the same; else their openings decide."""
    if copy.kind == "reprint":
        return _Verdict("same", max(copy.share, 0.5), f"a reprint: {copy.why}", ())
    totals = [sum(weight(w) for w in s.words) for s in (a, b)]
    topic = _overlap(a.words, b.words) / max(1e-9, min(totals))
    best = max(weighed, key=lambda x: (x.cosine + x.shared, x.cosine))
    if copy.kind == "independent" and best.cosine < 0.45 and topic < 0.5:
        return _Verdict("unrelated", topic, "their openings have no matter in common", ())
    against = _against(best)
    if against:
        return _Verdict("conflicts", topic, against, best.differences)
    if copy.kind == "derived":
        return _Verdict(
            "supports", max(copy.share, topic), f"one builds on the other: {copy.why}", best.differences
        )
    if max(best.same, best.a_gives_b, best.b_gives_a) >= 0.5:
        return _Verdict("supports", topic, "their openings tell the same", best.differences)
    return _Verdict("related", topic, "one matter, told differently", best.differences)
