"""Learns the models of attribution and writes src/twosource/weights/quotes.json and the figures of its card.

    TWOSOURCE_GOLD=FOLDER python benchmarks/train_quotes.py             # learn from all of PolNeAR's train half
    TWOSOURCE_GOLD=FOLDER python benchmarks/train_quotes.py --validate  # and cross-validate: rules, model, both
    TWOSOURCE_GOLD=FOLDER python benchmarks/train_quotes.py --validate=1  # on one fold of four

FOLDER holds `data/polnear`. Needs numpy. Deterministic. Log-linear rankers with an L2 penalty, by L-BFGS
(Nocedal 1980); a property counts only when enough articles have it, so that no rare string is kept.
"""

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import msgspec
import numpy as np
from lbfgs import least_of
from numpy.typing import NDArray
from quotes_gold import Article, Gold, Score, articles, inked

from twosource.language import Language, Parse
from twosource.model import Date
from twosource.reading import quotes
from twosource.reading.actors import find_actors
from twosource.reading.cast import Cast
from twosource.reading.dates import find_dates
from twosource.reading.document import Document, Line, lay_out
from twosource.reading.quote_candidates import content_candidates, head_candidates, source_spans
from twosource.reading.quote_content import Quoted, Stretch
from twosource.reading.quote_cues import Cue
from twosource.reading.quote_features import (
    cue_properties,
    cue_span_properties,
    head_properties,
    labels_of,
    span_properties,
)
from twosource.reading.quote_features_content import content_properties
from twosource.reading.quote_marks import find_marked
from twosource.reading.quote_model import (
    Weights,
    attributions,
    begins,
    candidate_cues,
    marks_of,
    open_spans,
    ruled_of,
)
from twosource.reading.quote_rules import Attributed, filed_to, quoted_in, ruled_in
from twosource.reading.quote_speakers import Source, source_at
from twosource.store import DiskCache

OUT = Path(__file__).parent.parent / "src/twosource/weights/quotes.json"
MODELS = ("cue", "head", "span", "content", "edge")
RIDGE = {"cue": 8.0, "head": 5.0, "span": 3.0, "content": 5.0, "edge": 3.0}
ARTICLES = {"cue": 7, "head": 5, "span": 5, "content": 5, "edge": 5}
"""In how many articles a property must stand."""
CUTOFFS = {
    "cue": -0.35,  # log odds of a cue that only the model sees
    "cue_ruled": -1.2,  # of one that the rules see
    "cue_marked": -6.0,  # of one that the rules see beside a quotation
    "sourceless": 1.3,  # of one without a source
    "both": 0.18,  # probability that cue and content are right
    "both_ruled": 0.1,  # of what the rules see
    "thing": 1.0,  # of one that the rules do not see and that gives no clause and no quotation
    "judged": 9.0,  # of a verb that judges a thing, and gives no more than it: in effect never
    "reasoned": 0.8,  # of one that judges it for or as something ("praised the crew for staying")
    "cue_nested": -4.0,  # of a cue that the rules see within what another gives
    "content_ruled": 0.8,  # probability from which another content is preferred to the rules'
    "span_ruled": 0.55,  # probability from which another phrase of the source is preferred to the rules'
    "head_ruled": 0.7,  # probability from which another source is preferred to the rules'
    "speaker": 0.8,  # of the head of a source that the rules do not see, so that it may be a speaker
}
RATE, SEEN, KNOWN = 0.05, 3, 5
"""A lemma is looked at when it heads so many of its kind as cues, in so many articles, and stands in so many."""
FOLDS = 4
LEAST = 0.7
"""How much of the gold content the best candidate must share for the ranker to learn from it."""


class Rows:
    """Groups of candidates with their properties, one of each group right."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.rows: list[list[int]] = []
        self.group: list[int] = []
        self.right: list[bool] = []
        self.article: list[int] = []
        self.groups = 0

    def add(self, rows: Iterable[Sequence[str]], right: int, article: int) -> None:
        for k, row in enumerate(rows):
            self.rows.append([self.names.setdefault(f, len(self.names)) for f in row])
            self.group.append(self.groups)
            self.right.append(k == right)
            self.article.append(article)
        self.groups += 1


def collect(
    documents: Sequence[Document],
    golds: Sequence[Mapping[int, list[Gold]]],
    verbs: frozenset[str],
    nouns: frozenset[str],
    *,
    alone: bool = False,
) -> dict[str, Rows]:
    """What the five models learn from. `alone`: without the rules' answers."""
    rows = {name: Rows() for name in MODELS}
    for n, (document, gold) in enumerate(zip(documents, golds, strict=True)):
        for line, quoted in lines_of(document):
            ruled = {} if alone else ruled_in(line, quoted, filed_to(line, document.report.dateline_span))
            cues = list(candidate_cues(line.parse, quoted, ruled, verbs, nouns))
            here = heads_of(line, gold.get(line.number, []), [(c.head, r) for c, r in cues])
            labels = labels_of(line.parse)
            for cue, rule in cues:
                right = here.get(cue.head)
                said = ruled_of(rule)
                row = cue_properties(line.parse, cue.head, said, labels, marks_of(line, quoted, cue))
                rows["cue"].add([row, []], 0 if right else 1, n)
                if right is not None:
                    learn(rows, document, line, quoted, cue, rule, right, labels, n)
    return rows


def learn(
    rows: dict[str, Rows],
    document: Document,
    line: Line,
    quoted: Quoted,
    cue: Cue,
    rule: Attributed | None,
    gold: Gold,
    labels: Sequence[str],
    n: int,
) -> None:
    """The rankers' examples of one gold attribution."""
    parse, text = line.parse, document.text
    given = rule.content if rule is not None else ()
    source = learn_source(rows, document, line, cue, rule, gold, labels, n)
    low = min([line.start, *(m.start for m in quoted.marks)])
    high = max([line.end, *(m.end for m in quoted.marks)])
    content = [(max(a, low), min(b, high)) for a, b in gold.content if a < high and b > low]
    candidates = content_candidates(line, cue, source, quoted, given)
    if content and candidates:
        want = inked(content, text)
        shares = [len(want & got) / len(want | got) for got in (inked(c, text) for c in candidates)]
        best = max(range(len(shares)), key=lambda k: shares[k])
        if shares[best] >= LEAST and len(shares) > 1:
            some = [content_properties(line, cue, source, quoted, c, m, given) for c, m in candidates.items()]
            rows["content"].add(some, best, n)
    stretches = [Stretch(start=a, end=b) for a, b in content]
    spans = open_spans(line, cue, source, stretches)
    tokens = tokens_of(line, gold.cue)
    span = (min(tokens), max(tokens) + 1)
    if span in spans and len(spans) > 1:
        start = begins(line, stretches)
        some = [cue_span_properties(parse, cue, s, m, s[1] == start) for s, m in spans.items()]
        rows["edge"].add(some, list(spans).index(span), n)


def learn_source(
    rows: dict[str, Rows],
    document: Document,
    line: Line,
    cue: Cue,
    rule: Attributed | None,
    gold: Gold,
    labels: Sequence[str],
    n: int,
) -> Source | None:
    """The source's head and phrase; returns the gold source, where it is among the candidates."""
    parse = line.parse
    ruled = rule.source if rule is not None else None
    heads = head_candidates(parse, cue, ruled)
    tokens = tokens_of(line, gold.source)
    inside = [h for h in heads if h in tokens]
    tops = [h for h in inside if parse.heads[h] not in tokens or parse.heads[h] == h] or inside
    if gold.source and not tops:
        return None
    head = tops[0] if tops else -1
    some = [head_properties(parse, cue, h, m, labels, len(heads)) for h, m in heads.items()]
    rows["head"].add(some, list(heads).index(head), n)
    if head < 0:
        return None
    source = ruled if ruled is not None and ruled.head == head else source_at(parse, cue, head)
    spans = source_spans(parse, cue, source)
    want = inked(gold.source, document.text)
    for k, (first, stop) in enumerate(spans):
        place = line.span(first, stop)
        if inked([(place.start, place.end)], document.text) == want:
            if len(spans) > 1:
                some = [span_properties(parse, source, s, m) for s, m in spans.items()]
                rows["span"].add(some, k, n)
            return Source(head=head, first=first, stop=stop, denotes=source.denotes)
    return source


def lines_of(document: Document) -> Iterable[tuple[Line, Quoted]]:
    """The sentences of a document with the quotations that touch them."""
    paragraphs = [list(some) for _, some in groupby(document.body(), key=lambda line: line.paragraph)]
    marks = find_marked(document.text, [(some[0].start, some[-1].end) for some in paragraphs])
    for line in document.body():
        yield line, quoted_in(line, tuple(m for m in marks if m.start < line.end and m.end > line.start))


def tokens_of(line: Line, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The tokens of a line that some spans cover."""
    found: set[int] = set()
    for a, b in spans:
        if line.start <= a < line.end:
            found |= set(range(*line.tokens_of(a, min(b, line.end))))
    return found


def by_line(document: Document, gold: Iterable[Gold]) -> dict[int, list[Gold]]:
    """Attributions by the line that their cue stands in."""
    found: dict[int, list[Gold]] = defaultdict(list)
    for g in gold:
        line = document.line_at(g.cue[0][0]) if g.cue else None
        if line is not None and not line.sentence.boilerplate and tokens_of(line, g.cue):
            found[line.number].append(g)
    return found


def top_of(parse: Parse, tokens: set[int]) -> list[int]:
    """The tokens of a cue that hang on none of its others."""
    return [i for i in sorted(tokens) if parse.heads[i] not in tokens or parse.heads[i] == i]


def heads_of(
    line: Line, golds: Iterable[Gold], cues: Sequence[tuple[int, Attributed | None]]
) -> dict[int, Gold]:
    """Each gold attribution with the candidate cue that stands for it: the rules' last, else the main verb."""
    found: dict[int, Gold] = {}
    for gold in golds:
        tokens = tokens_of(line, gold.cue)
        inside = [
            (head, rule)
            for head, rule in cues
            if head in tokens or (rule is not None and not tokens.isdisjoint(range(rule.cue.first, head)))
        ]
        if inside:
            tops = top_of(line.parse, tokens)
            mine = [h for h, rule in inside if rule is not None]
            main = [h for h, _ in inside if h in tops and line.parse.pos[h] == "VERB"]
            main = main or [h for h, _ in inside if h in tops] or [inside[-1][0]]
            found.setdefault(mine[-1] if mine else main[0], gold)
    return found


def lemmas_of(
    documents: Sequence[Document], golds: Sequence[Mapping[int, list[Gold]]]
) -> tuple[frozenset[str], frozenset[str]]:
    """The verbs and nouns that are cues often enough to be looked at."""
    where: dict[tuple[str, str], set[int]] = defaultdict(set)
    cue: dict[tuple[str, str], set[int]] = defaultdict(set)
    count: Counter[tuple[str, str]] = Counter()
    hits: Counter[tuple[str, str]] = Counter()
    for n, (document, gold) in enumerate(zip(documents, golds, strict=True)):
        for line in document.body():
            parse = line.parse
            for i in range(len(parse)):
                if parse.pos[i] in ("VERB", "NOUN"):
                    count[parse.lemmas[i], parse.pos[i]] += 1
                    where[parse.lemmas[i], parse.pos[i]].add(n)
            for g in gold.get(line.number, []):
                tops = top_of(parse, tokens_of(line, g.cue))
                head = next((i for i in tops if parse.pos[i] == "VERB"), tops[0])
                hits[parse.lemmas[head], parse.pos[head]] += 1
                cue[parse.lemmas[head], parse.pos[head]].add(n)
    kept = [k for k in hits if len(cue[k]) >= SEEN and len(where[k]) >= KNOWN and hits[k] >= RATE * count[k]]
    verbs, nouns = (frozenset(lemma for lemma, kind in kept if kind == k) for k in ("VERB", "NOUN"))
    return verbs, nouns


def fit(rows: Rows, ridge: float, least: int, used: set[int] | None = None) -> dict[str, float]:
    """The weights of a ranker, from the articles `used` (default: all)."""
    some = [k for k in range(len(rows.rows)) if used is None or rows.article[k] in used]
    last, seen = np.full(len(rows.names), -1), np.zeros(len(rows.names), dtype=np.int64)
    for k in some:
        here = rows.rows[k]
        fresh = [f for f in set(here) if last[f] != rows.article[k]]
        last[fresh] = rows.article[k]
        seen[fresh] += 1
    column = np.cumsum(seen >= least) - 1
    pairs = [(r, column[f]) for r, k in enumerate(some) for f in rows.rows[k] if seen[f] >= least]
    row, col = np.array(pairs, dtype=np.int64).T
    group = np.unique(np.array([rows.group[k] for k in some]), return_inverse=True)[1]
    starts = np.concatenate([[0], np.nonzero(np.diff(group))[0] + 1])
    right = np.array([rows.right[k] for k in some], dtype=np.float64)
    size = int(column[-1]) + 1

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = np.bincount(row, weights=w[col], minlength=len(some))
        score -= np.maximum.reduceat(score, starts)[group]
        total = np.add.reduceat(np.exp(score), starts)[group]
        value = float(-(right * (score - np.log(total))).sum() + 0.5 * ridge * (w @ w))
        slope = np.bincount(col, weights=(np.exp(score) / total - right)[row], minlength=size)
        return value, slope + ridge * w

    w = least_of(loss, np.zeros(size))
    return {
        name: round(float(w[column[i]]), 2)
        for name, i in sorted(rows.names.items())
        if seen[i] >= least and abs(w[column[i]]) >= 0.03
    }


def trained(
    rows: Mapping[str, Rows],
    verbs: frozenset[str],
    nouns: frozenset[str],
    used: set[int] | None = None,
) -> Weights:
    """The five models, from the articles `used` (default: all)."""
    models = {name: fit(rows[name], RIDGE[name], ARTICLES[name], used) for name in MODELS}
    return Weights(verbs=verbs, nouns=nouns, cutoffs=CUTOFFS, **models)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """An article with what quotes are read from."""

    article: Article
    document: Document
    cast: Cast
    dates: Sequence[Date]


def laid(some: Sequence[Article], documents: Sequence[Document]) -> list[Laid]:
    return [
        Laid(article=a, document=d, cast=find_actors(d), dates=find_dates(d))
        for a, d in zip(some, documents, strict=True)
    ]


def score(some: Iterable[Laid], how: str, model: Weights | None, into: Score) -> Score:
    """Adds the quotes by the rules, by the model alone ("model"), or by both, to a score."""

    def found(
        line: Line, quoted: Quoted, ruled: Mapping[int, Attributed | None], _: Weights
    ) -> Iterable[Attributed]:
        if how == "rules" or model is None:
            return [r for r in ruled.values() if r is not None]
        return attributions(line, quoted, ruled if how == "both" else {}, model)

    quotes.attributions = found  # type: ignore[attr-defined, assignment]
    for one in some:
        into.add(one.article, quotes.find_quotes(one.document, one.cast, one.dates))
    return into


def main(folder: Path, held: int) -> None:
    """Learns, writes the weights and scores dev; `held`: how many folds of train to hold out in turn."""
    language = Language(DiskCache())
    train, dev = articles(folder, "train"), articles(folder, "dev")
    documents = lay_out([a.report for a in train], language)
    golds = [by_line(d, a.gold) for a, d in zip(train, documents, strict=True)]
    verbs, nouns = lemmas_of(documents, golds)
    rows = collect(documents, golds, verbs, nouns)
    model = trained(rows, verbs, nouns)
    OUT.write_bytes(msgspec.json.format(msgspec.json.encode(model, order="sorted"), indent=0))
    print(f"{len(train)} articles, {sum(len(a.gold) for a in train)} attributions: {OUT.name}", flush=True)
    tests = laid(dev, lay_out([a.report for a in dev], language))
    for how in ("rules", "both"):
        print(f"dev, {how}:", score(tests, how, model, Score.empty()).line(), flush=True)
    if not held:
        return
    print(f"cut-offs: {CUTOFFS}\nridge: {RIDGE}, articles: {ARTICLES}", flush=True)
    without = collect(documents, golds, verbs, nouns, alone=True)
    model = trained(without, verbs, nouns)
    print("dev, model:", score(tests, "model", model, Score.empty()).line(), flush=True)
    fold = np.random.default_rng(0).permutation(len(train)) % FOLDS
    totals = {how: Score.empty() for how in ("rules", "model", "both")}
    for k in range(held):
        used = {n for n in range(len(train)) if fold[n] != k}
        out = [n for n in range(len(train)) if fold[n] == k]
        some = laid([train[n] for n in out], [documents[n] for n in out])
        for how, source in (("rules", None), ("model", without), ("both", rows)):
            learned = trained(source, verbs, nouns, used) if source is not None else None
            score(some, how, learned, totals[how])
    for how, total in totals.items():
        print(f"train, {held} of {FOLDS} folds by article, {how}: {total.line()}", flush=True)


if __name__ == "__main__":
    place = os.environ.get("TWOSOURCE_GOLD")
    if not place:
        sys.exit("train_quotes: set TWOSOURCE_GOLD to a folder with data/polnear")
    wanted = next((a for a in sys.argv[1:] if a.startswith("--validate")), "")
    main(Path(place).resolve(), int(wanted.partition("=")[2] or FOLDS) if wanted else 0)
