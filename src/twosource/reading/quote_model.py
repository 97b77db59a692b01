"""Where the rules of attribution end: small linear models over the parse, learned from PolNeAR.

Five of them, each a softmax over candidates (a log-linear ranker): is this word a cue; which word heads its
source, if any; how far the source's phrase reaches; what the cue gives as said; how far the cue reaches. The
rules' own answers are candidates and properties, so that the model corrects them rather than stands beside
them. The weights, where they come from and what they score: src/twosource/weights/quotes.md.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from math import exp, inf, log

import msgspec

from twosource.language import Parse

from .document import Line
from .quote_candidates import Given, content_candidates, cue_spans, head_candidates, source_spans
from .quote_content import Quoted, Stretch
from .quote_cues import Cue, cue_at, frames, set_in
from .quote_features import (
    cue_properties,
    cue_span_properties,
    head_properties,
    labels_of,
    span_properties,
)
from .quote_features_content import content_properties
from .quote_marks import Marked
from .quote_phrases import bars
from .quote_proposals import Proposed, can_speak, is_thing, needed
from .quote_rules import Attributed
from .quote_speakers import Source, is_writer, source_at
from .quote_subjects import is_accused

__all__ = [
    "Weights",
    "attributions",
    "begins",
    "best_of",
    "candidate_cues",
    "marks_of",
    "odds",
    "open_spans",
    "ruled_of",
    "weights",
]

_OPEN = frozenset((":", ","))
"""What ends a sentence that leaves the quotation to the next one."""
_LONGEST = 160
"""Tokens of a sentence that the model looks at; a longer one is seldom prose."""

Weighed = Mapping[str, float]


class Weights(msgspec.Struct, frozen=True):
    """The models' weights by property, the lemmas worth a look, and the cut-offs."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    cue: dict[str, float]
    head: dict[str, float]
    span: dict[str, float]
    content: dict[str, float]
    edge: dict[str, float]
    cutoffs: dict[str, float]


@cache
def weights() -> Weights:
    """The weights that come with the package; read once a process."""
    data = files("twosource").joinpath("weights/quotes.json").read_bytes()
    return msgspec.json.decode(data, type=Weights)


def attributions(
    line: Line, quoted: Quoted, ruled: Mapping[int, Attributed | None], model: Weights
) -> Iterator[Attributed]:
    """The attributions of a sentence, by the head of their cue. `ruled`: what the rules found, by the cue's
    head; None for one that they bar.
    """
    parse = line.parse
    if len(parse) > _LONGEST:
        yield from (r for r in ruled.values() if r is not None)
        return
    labels: list[str] = []
    owners = _owners(quoted, ruled)
    for cue, rule in candidate_cues(parse, quoted, ruled, model.verbs, model.nouns):
        labels = labels or labels_of(parse)
        others = [m for m, head in owners if head != cue.head] if owners else ()
        nested = rule is not None and _is_nested(line, cue, ruled)
        found = _attributed(line, quoted, cue, rule, labels, others, nested, model, ruled)
        if found is not None:
            yield found


def candidate_cues(
    parse: Parse,
    quoted: Quoted,
    ruled: Mapping[int, Attributed | None],
    verbs: frozenset[str],
    nouns: frozenset[str],
) -> Iterator[tuple[Cue, Attributed | None]]:
    """The cues worth a look, in order, each with what the rules made of it (None: nothing).

    Those of the rules, known verbs and nouns outside quotations, and any verb with a clause in "that".
    """
    lemmas = parse.lemmas
    for i, kind in enumerate(parse.pos):
        rule = ruled.get(i) if ruled else None
        if rule is not None:
            yield rule.cue, rule
            continue
        if kind == "VERB":
            known = lemmas[i] in verbs or _takes_that(parse, i)
        else:
            known = kind == "NOUN" and lemmas[i] in nouns
        if known and i not in ruled and not quoted.flags[i]:
            cue = cue_at(parse, i)
            if cue is not None and not _leads_elsewhere(parse, i, quoted.flags):
                yield cue, None


def _attributed(
    line: Line,
    quoted: Quoted,
    cue: Cue,
    rule: Attributed | None,
    labels: Sequence[str],
    others: Sequence[Marked],
    nested: bool,
    model: Weights,
    heads: Collection[int] = (),
) -> Attributed | None:
    """What the model makes of a cue; None: nothing. `others`: the quotations that another cue gives; `heads`:
    those of the rules' cues.
    """
    parse, cutoffs = line.parse, model.cutoffs
    marks = marks_of(line, quoted, cue)
    likely = odds(cue_properties(parse, cue.head, ruled_of(rule), labels, marks), model.cue)
    sure = rule is not None and any(True in quoted.flags[slice(*_range(line, s))] for s in rule.content)
    if likely < _lowest(rule, sure, nested, cutoffs):
        return None
    source = _source(parse, cue, rule, labels, model)
    if source is not None and is_writer(parse, source):
        return None
    if rule is not None and not rule.content and (parse.words[-1] in _OPEN or bars(parse, cue)):
        return rule
    if sure and rule is not None:  # what holds a quotation stays as the rules give it
        return replace(rule, cue=_edges(line, cue, source, rule.content, model), source=source)
    given = content_candidates(line, cue, source, quoted, rule.content if rule is not None else ())
    if others:
        given = {c: n for c, n in given.items() if "rule" in n or not _takes(c, others)}
    if not given:
        return rule
    best, share = _content(line, cue, source, quoted, given, rule, model)
    if rule is not None and rule.content and parse.lemmas[cue.head] in frames().addressing:
        best = next(iter(given))
    floor = log(cutoffs["both_ruled"] if rule is not None else cutoffs["both"])
    if not nested and _log_sigmoid(likely) + log(share) < floor:
        return None
    if rule is None or not rule.content:
        said = Proposed(cue=cue, source=source, content=best, names=given[best])
        least = needed(line, quoted, said, heads, cutoffs)
        if least == inf or (rule is None and likely < least):
            return rule
        if rule is not None and is_thing(line, quoted, best, given[best]):
            return rule
    content = [Stretch(start=a, end=b) for a, b in best]
    return Attributed(cue=_edges(line, cue, source, content, model), source=source, content=content)


def _lowest(rule: Attributed | None, sure: bool, nested: bool, cutoffs: Weighed) -> float:
    """The log odds from which a cue is looked at."""
    if sure:
        return cutoffs["cue_marked"]
    # What the rules see within what another cue gives ("said Ruiz believed…") is seldom annotated, yet right.
    if nested:
        return cutoffs["cue_nested"]
    return cutoffs["cue_ruled" if rule is not None else "cue"]


def _owners(quoted: Quoted, ruled: Mapping[int, Attributed | None]) -> list[tuple[Marked, int]]:
    """The quotations that the rules give to a cue outright, each with the cue's head."""
    given = [(s.start, head) for head, r in ruled.items() if r is not None for s in r.content]
    return [(m, head) for m in quoted.marks for start, head in given if m.start == start]


def _is_nested(line: Line, cue: Cue, ruled: Mapping[int, Attributed | None]) -> bool:
    """Whether a cue stands in what the rules give to another, or behind "as" ("quoted as saying")."""
    if line.parse.deps[cue.head] == "pcomp":
        return True
    at = line.start + line.parse.starts[cue.head]
    others = (r for head, r in ruled.items() if r is not None and head != cue.head)
    return any(s.start <= at < s.end for r in others for s in r.content)


def _takes(content: Sequence[tuple[int, int]], others: Sequence[Marked]) -> bool:
    """Whether content takes in one of some quotations."""
    return any(a < m.end and m.start < b for a, b in content for m in others)


def _content(
    line: Line,
    cue: Cue,
    source: Source | None,
    quoted: Quoted,
    given: Given,
    rule: Attributed | None,
    model: Weights,
) -> tuple[tuple[tuple[int, int], ...], float]:
    """The likeliest candidate with its probability; the rules' own unless another is much likelier."""
    if len(given) == 1:
        return next(iter(given)), 1.0
    ruled = rule.content if rule is not None else ()
    rows = [content_properties(line, cue, source, quoted, s, n, ruled) for s, n in given.items()]
    at, share = best_of(rows, model.content)
    mine, best = next(iter(given)), list(given)[at]
    if ruled and (share < model.cutoffs["content_ruled"] or _runs_on(line, mine, best)):
        return mine, share
    return best, share


def _runs_on(line: Line, mine: Sequence[tuple[int, int]], best: Sequence[tuple[int, int]]) -> bool:
    """Whether content takes in, behind the rules', where it was said ("in an interview") or more saying."""
    first, stop = line.tokens_of(max(mine[-1][1], line.start), min(best[-1][1], line.end))
    words = frames().occasions | frames().say
    return any(lemma in words for lemma in line.parse.lemmas[first:stop])


def _is_mute(parse: Parse, source: Source) -> bool:
    """Whether a source is a thing that says nothing ("said the bridge had shut, and recalled…": bridge)."""
    return parse.pos[source.denotes] == "NOUN" and not can_speak(parse, source)


def _source(
    parse: Parse, cue: Cue, rule: Attributed | None, labels: Sequence[str], model: Weights
) -> Source | None:
    """The source that the model prefers, with the rules' where it agrees with them."""
    ruled = rule.source if rule is not None else None
    heads = head_candidates(parse, cue, ruled)
    if len(heads) == 1 and ruled is None:
        return None
    rows = [head_properties(parse, cue, h, n, labels, len(heads)) for h, n in heads.items()]
    at, share = best_of(rows, model.head)
    head = list(heads)[at]
    # "Quoted Ruiz as saying", "The mill, said Ruiz, will close": the rules know whom.
    known = parse.deps[cue.head] == "pcomp" or (ruled is not None and set_in(parse, cue.head) == ruled.head)
    if ruled is not None and (
        head < 0 or known or share < model.cutoffs["head_ruled"] or is_accused(parse, cue, head)
    ):
        head = ruled.head
    if head < 0:
        return None
    if ruled is not None and ruled.head == head:
        source = ruled
    else:
        sure = share >= model.cutoffs["speaker"] or (ruled is not None and _is_mute(parse, ruled))
        source = source_at(parse, cue, head, sure)
    spans = source_spans(parse, cue, source)
    if not spans:
        return source
    if len(spans) == 1:
        first, stop = next(iter(spans))
        return replace(source, first=first, stop=stop)
    at, share = best_of([span_properties(parse, source, s, n) for s, n in spans.items()], model.span)
    first, stop = list(spans)[at if share >= model.cutoffs["span_ruled"] else 0]
    return replace(source, first=first, stop=stop)


def _edges(line: Line, cue: Cue, source: Source | None, content: Sequence[Stretch], model: Weights) -> Cue:
    """The cue with the words beside it that belong to it."""
    spans = open_spans(line, cue, source, content)
    if len(spans) < 2 or line.parse.pos[cue.stop - 1] == "PRON":
        return cue
    start = begins(line, content)
    rows = [cue_span_properties(line.parse, cue, s, n, s[1] == start) for s, n in spans.items()]
    first, stop = list(spans)[best_of(rows, model.edge)[0]]
    return replace(cue, first=first, stop=stop)


def open_spans(
    line: Line, cue: Cue, source: Source | None, content: Sequence[Stretch]
) -> dict[tuple[int, int], list[str]]:
    """The spans a cue may have that touch neither its source nor what it gives."""
    taken = [_range(line, s) for s in content]
    if source is not None:
        taken.append((source.first, source.stop))
    return {
        span: names
        for span, names in cue_spans(line.parse, cue).items()
        if not any(span[0] < stop and first < span[1] for first, stop in taken)
    }


def begins(line: Line, content: Sequence[Stretch]) -> int:
    """The token that what is said starts with; -1 where there is none."""
    return _range(line, content[0])[0] if content else -1


def _leads_elsewhere(parse: Parse, verb: int, flags: Sequence[bool]) -> bool:
    """Whether a verb only says that somebody will say, or has said ("plans to say", "quoted X as saying"),
    or what a quotation calls somebody ("cast X as "a liar"")."""
    say = frames().say
    if parse.lemmas[verb] in frames().put and parse.child(verb, "dobj") is not None:
        return True
    for i in parse.children[verb]:
        if parse.deps[i] == "xcomp" and parse.lemmas[i] in say:
            return True
        said = parse.deps[i] == "prep" and parse.lemmas[i] == "as"
        if said and (
            any(parse.lemmas[k] in say for k in parse.children[i]) or True in flags[slice(*parse.subtree(i))]
        ):
            return True
    return False


def _takes_that(parse: Parse, verb: int) -> bool:
    """Whether a verb, whatever its lemma, takes a clause with "that"."""
    for i in parse.children[verb]:
        if i > verb and parse.deps[i] == "ccomp":
            first = parse.children[i][0] if parse.children[i] else i
            return parse.lemmas[first] == "that" and parse.deps[first] == "mark"
    return False


def _range(line: Line, stretch: Stretch) -> tuple[int, int]:
    return line.tokens_of(max(stretch.start, line.start), min(stretch.end, line.end))


def marks_of(line: Line, quoted: Quoted, cue: Cue) -> str:
    """Where quotations stand beside a cue: right before it, before, right behind, behind."""
    if not quoted.marks:
        return ""
    start, end = line.start + line.parse.starts[cue.first], line.start + line.parse.ends[cue.stop - 1]
    found = ""
    if any(m.end <= start for m in quoted.marks):
        found += "<"
    if any(m.end <= start and start - m.end < 3 for m in quoted.marks):
        found += "="
    if any(m.start >= end for m in quoted.marks):
        found += ">"
    if any(m.start >= end and m.start - end < 4 for m in quoted.marks):
        found += "#"
    return found


def ruled_of(rule: Attributed | None) -> str:
    """What the rules made of a cue, in short."""
    if rule is None:
        return "-"
    return f"{rule.cue.sort[0]}{'s' if rule.source is not None else ''}{min(2, len(rule.content))}"


def odds(properties: Sequence[str], model: Weighed) -> float:
    """The sum of the weights: the log odds, or a candidate's score."""
    return sum(filter(None, map(model.get, properties)), 0.0)


def best_of(rows: Sequence[Sequence[str]], model: Weighed) -> tuple[int, float]:
    """The index of the candidate with the highest score (the first of equals) and its probability."""
    scores = [odds(r, model) for r in rows]
    top = max(scores)
    return scores.index(top), 1.0 / sum([exp(s - top) for s in scores])


def _log_sigmoid(x: float) -> float:
    return -log(1.0 + exp(-x)) if x > -30 else x
