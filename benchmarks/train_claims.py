"""Learns the model that joins statements to claims and writes src/twosource/lexicon/claims_model.toml.

    python benchmarks/train_claims.py DATA

DATA holds `basil/articles/*/*.json` (BASIL, Fan et al. 2019). The judged pairs are claims_pairs.tsv beside this
script: places in those articles and a digest of the words, no text. A pair whose statements the program cuts
otherwise today is left out. Prints cross-validated figures, folds by story.
"""

import csv
import json
import sys
from collections import defaultdict
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from train_compare import fit

from twosource import read_all
from twosource.intake import from_bytes
from twosource.language import Language
from twosource.model import Report
from twosource.store import DiskCache
from twosource.weighing.claims_alike import MEASURES, measures
from twosource.weighing.claims_groups import encode, worth_weighing
from twosource.weighing.claims_match import Matcher, known_names
from twosource.weighing.claims_units import Unit, units_of
from twosource.weighing.copies import families, find_copies
from twosource.weighing.people import merge_actors
from twosource.weighing.story import Story, in_order

RIDGE = 10.0
FOLDS = 8
ONE_FACT = frozenset("1=<>")
PARTLY = 0.3  # what a pair counts that shares an occurrence, neither holding the other
HERE = Path(__file__).parent


def stories(data: Path, wanted: set[str], language: Language) -> dict[str, Story]:
    """The stories named, read."""
    rows = defaultdict(list)
    for path in sorted(data.glob("basil/articles/*/*.json")):
        name = path.stem.rpartition("_")[0]
        if name in wanted:
            article = json.loads(path.read_text("utf-8"))
            text = "\n".join(s for paragraph in article["body-paragraphs"] for s in paragraph)
            rows[name].append(
                {
                    "id": f"{article['source'].lower()}{len(rows[name])}", "text": text,
                    "title": article["title"], "outlet": article["source"].lower(), "published": article["date"],
                }
            )  # fmt: skip
    found = {}
    for name, articles in rows.items():
        lines = "\n".join(map(json.dumps, articles)).encode()
        reports = [r for r in from_bytes(lines, source=name, kind="jsonl") if isinstance(r, Report)]
        readings = in_order(list(read_all(reports, language=language)))
        actors, actor_of = merge_actors(readings)
        found[name] = Story(
            readings=readings, families=families(find_copies(reports)), actors=actors, actor_of=actor_of,
            language=language,
        )  # fmt: skip
    return found


def place(unit: Unit) -> tuple[str, int, int, str]:
    """How a pair names a statement."""
    e = unit.evidence
    return e.report, e.start, e.end, blake2b(unit.text.encode(), digest_size=4).hexdigest()


def samples(data: Path) -> tuple[NDArray[np.float64], NDArray[np.float64], list[str]]:
    """Measures, labels and stories of the pairs that are found again."""
    with open(HERE / "claims_pairs.tsv", encoding="utf-8") as lines:
        rows = list(csv.DictReader((x for x in lines if x[0] != "#"), delimiter="\t"))
    told = stories(data, {r["story"] for r in rows}, Language(DiskCache()))
    x, y, of = [], [], []
    for name, story in told.items():
        units = {u.text.lower(): u for u in reversed(units_of(story))}
        where = {place(u): u for u in units.values()}
        matcher = Matcher(list(units.values()), known_names(story.actors))
        pairs = [
            (a, b, PARTLY if r["same"] == "~" else float(r["same"] in ONE_FACT))
            for r in rows
            if r["story"] == name
            and (a := found(r, "a", where))
            and (b := found(r, "b", where))
            and (r["same"] != "0" or not (a.clause.titled or b.clause.titled))
        ]
        paired = worth_weighing(list(units.values()), matcher)
        encode(matcher, [*paired, *((a, b) for a, b, _ in pairs)], story)
        matcher.learn_partners(paired)
        for a, b, same in pairs:
            x.append(measures(a, b, matcher))
            y.append(float(same))
            of.append(name)
    print(f"{len(y)} of {len(rows)} pairs found again")
    return np.array(x), np.array(y), of


def found(row: dict[str, str], side: str, where: dict[tuple[str, int, int, str], Unit]) -> Unit | None:
    """The unit of one side of a judged pair."""
    key = row[side], int(row[f"{side}_start"]), int(row[f"{side}_end"]), row[f"{side}_words"]
    return where.get(key)


def main(data: Path, out: Path) -> None:
    """Fits, validates and writes."""
    x, y, of = samples(data)
    names = sorted(set(of))
    fold = np.array([names.index(n) % FOLDS for n in of])
    p = np.zeros(len(y))
    for k in range(FOLDS):
        p[fold == k] = 1 / (1 + np.exp(-x[fold == k] @ fit(x[fold != k], y[fold != k], RIDGE)))
    same = y > PARTLY
    sure = p >= 0.65
    figures = (
        f"# {len(y)} pairs, {int(same.sum())} of them one fact; folds by story: accuracy {((p >= 0.5) == same).mean():.3f}; "
        f"from 0.65 on\n# precision {same[sure].mean():.3f}, recall {same[sure].sum() / same.sum():.3f} (of pairs drawn near the border)."
    )
    print(figures)
    weights = fit(x, y, RIDGE)
    lines = [
        CARD + figures,
        "[same_fact]",
        *(f'"{n}" = {w:.3f}' for n, w in zip(MEASURES, weights, strict=True)),
    ]
    out.write_text("\n".join(lines) + "\n", "utf-8")


CARD = """# Model card. A logistic regression over the measures of weighing/claims_alike.py: the log odds that two
# statements of different reports state one fact. Learned from pairs of statements of BASIL stories (Fan et al.
# 2019; its articles are third-party news), judged for twosource: benchmarks/claims_pairs.tsv, places and
# labels only. Only coefficients stand here, no text. Retrained by: python benchmarks/train_claims.py DATA
# Known weaknesses: facts told in words that have nothing in common; two people in one role.
"""

if __name__ == "__main__":
    main(Path(sys.argv[1]), HERE.parent / "src/twosource/lexicon/claims_model.toml")
