"""PolNeAR's attributions (Newell, Margolin and Ruths 2018), and how well quotes agree with them.

For `train_quotes.py`; the figures are those of the gold folder's own scorer (`score.py quotes`).
"""

import bisect
import csv
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource import api
from twosource.model import Quote, Report

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One attribution: the spans of its cue, its source (none: []) and its content."""

    cue: Pairs
    source: Pairs
    content: Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    report: Report
    gold: list[Gold]


def articles(folder: Path, part: str) -> list[Article]:
    """The articles of a part ("train", "dev"), read as `twosource read` reads a line of JSONL."""
    with open(folder / "data/polnear/data/metadata.tsv", encoding="utf8") as lines:
        meta = {row["filename"]: row for row in csv.DictReader(lines, delimiter="\t")}
    golds: dict[str, list[Gold]] = {}
    rows = []
    for path in sorted((folder / f"data/polnear/data/{part}/attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in golds:  # some articles were annotated by several people: the first counts
            continue
        golds[name] = list(_attributions(path))
        about = meta.get(name, {})
        with open(folder / f"data/polnear/data/{part}/text/{name}.txt", encoding="utf8", newline="") as text:
            rows.append(
                {
                    "id": name,
                    "text": text.read(),
                    "outlet": about.get("publisher"),
                    "published": about.get("publication_date"),
                }
            )
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "articles.jsonl")
        path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
        reports = [r for r in api.load(path) if isinstance(r, Report)]
    return [Article(report=r, gold=golds[r.id]) for r in reports]


def _attributions(path: Path) -> Iterator[Gold]:
    """The events of a brat file."""
    spans: dict[str, Pairs] = {}
    events: list[list[str]] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("T") and line.count("\t") == 2:
            name, place, _ = line.split("\t")
            pieces = place.split(" ", 1)[1].split(";")
            spans[name] = [(int(a), int(b)) for a, b in (p.split() for p in pieces)]
        elif line.startswith("E"):
            events.append(line.split("\t")[1].split()[1:])
    for event in events:
        roles: dict[str, Pairs] = defaultdict(list)
        for part in event:
            role, name = part.split(":")
            roles[re.sub(r"\d+$", "", role)] += spans.get(name, [])
        yield Gold(cue=roles["Cue"], source=roles["Source"], content=roles["Content"])


def inked(spans: Iterable[tuple[int, int]], text: str) -> frozenset[int]:
    """The places of a text's characters in some spans, white space left out."""
    return frozenset(i for a, b in spans for i in range(a, b) if not text[i].isspace())


@dataclass(slots=True)
class Score:
    """Counts over articles: hits, found, gold."""

    exact: dict[str, Counter[str]]
    attributed: Counter[str]
    content: Counter[str]

    @classmethod
    def empty(cls) -> "Score":
        return cls({r: Counter() for r in ("content", "cue", "source")}, Counter(), Counter())

    def add(self, article: Article, quotes: Sequence[Quote]) -> None:
        """Counts the quotes found in an article."""
        text = article.report.text
        found = [
            Gold(
                cue=[(q.cue.start, q.cue.end)] if q.cue else [],
                source=[(q.source.start, q.source.end)] if q.source else [],
                content=[(c.start, c.end) for c in q.content],
            )
            for q in quotes
        ]
        for role, count in self.exact.items():
            g = Counter(inked(getattr(x, role), text) for x in article.gold if getattr(x, role))
            p = Counter(inked(getattr(x, role), text) for x in found if getattr(x, role))
            count.update(hit=(g & p).total(), found=p.total(), gold=g.total())
        starts = [m.start() for m in re.finditer(r"\w+|[^\w\s]", text)]
        gold, mine = _owners(article.gold, starts), _owners(found, starts)
        same = [t for t in mine if t in gold]
        right = sum(any(_same(a, b) for a in mine[t] for b in gold[t]) for t in same)
        self.attributed.update(hit=right, found=len(mine), gold=len(gold))
        self.content.update(hit=len(same), found=len(mine), gold=len(gold))

    def line(self) -> str:
        """One row of the table."""
        p, r, f = _prf(self.attributed)
        exact = " ".join(f"{k} {_prf(c)[2]:.3f}" for k, c in self.exact.items())
        return f"attributed F1 {f:.3f} (P {p:.3f}, R {r:.3f}); exact F1 {exact}"


def _owners(some: Sequence[Gold], starts: Sequence[int]) -> dict[int, list[Pairs]]:
    found: dict[int, list[Pairs]] = defaultdict(list)
    for x in some:
        for a, b in x.content:
            for t in starts[bisect.bisect_left(starts, a) : bisect.bisect_left(starts, b)]:
                found[t].append(x.source)
    return found


def _same(a: Pairs, b: Pairs) -> bool:
    return not (a or b) or any(min(x[1], y[1]) > max(x[0], y[0]) for x in a for y in b)


def _prf(count: Counter[str]) -> tuple[float, float, float]:
    p, r = count["hit"] / (count["found"] or 1), count["hit"] / (count["gold"] or 1)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
