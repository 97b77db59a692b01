"""How far the action of a position reaches: not into its condition or what its holder does besides."""

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Span

from .positions_conditions import Clause
from .positions_findings import Finding, has_to
from .positions_grammar import reach
from .positions_parties import Scene
from .positions_subjects import CUES

__all__ = ["action_span"]

_LEXICON = load("negotiation")
_HEADED = frozenset(_LEXICON["actions"]["headed"])
_OPENING = frozenset({'"', "“", "``", "‘"})
_CLOSING = frozenset({'"', "”", "''", "’’"})
_TRAILING = frozenset({",", ";", ":", "-", "—", "–"})


def action_span(scene: Scene, finding: Finding, clause: Clause | None) -> Span:
    """The action's span: the clause or phrase of its head, without the condition at its edge."""
    parse = scene.parse
    first, stop = reach(parse, finding.head, from_subject=finding.whole)
    first = _from_mover(parse, finding, first)
    if finding.stance == "refuses" and stop > first + 1 and parse.words[first].lower() == "no":
        first += 1  # "there will be no talks": talks are refused
    if finding.denied:
        first = min(
            [first, *(i for i in parse.children[finding.head] if parse.deps[i] == "neg" and i < first)]
        )
    stop = _to_own_end(scene, finding, stop)
    if clause is not None:
        last = clause.stop >= stop - 1 or parse.deps[clause.stop] == "cc"
        if first < clause.first < stop and clause.first > finding.head and last:
            stop = clause.first
        elif first <= clause.first and clause.stop <= finding.head:
            first = min(clause.stop, finding.head)
    while stop + 1 < len(parse) and _is_joint(parse, stop):
        # "a re-run of the vote": a word that the parser split at its hyphen
        start, end = parse.subtree(stop + 1)
        stop = max(stop + 2, end if start == stop + 1 else 0)
    while first < finding.head and parse.pos[first] == "PUNCT" and parse.words[first] not in ('"', "“", "``"):
        first += 1
    while stop > finding.head + 1 and (parse.words[stop - 1] in _TRAILING or parse.tags[stop - 1] == "CC"):
        stop -= 1
    return scene.line.span(first, stop)


def _from_mover(parse: Parse, finding: Finding, first: int) -> int:
    """Where an action begins that shows who or what it befalls ("ordered the flags to be lowered")."""
    mover = finding.mover
    if not finding.whole or mover is None or not finding.trigger < mover < finding.head:
        return first
    start, end = parse.subtree(mover)
    return min(first, start) if end <= finding.head and start > finding.trigger else first


def _to_own_end(scene: Scene, finding: Finding, stop: int) -> int:
    """The end of what is to be done, `stop` at most: not what the holder, or the reporter, adds to it."""
    parse, head = scene.parse, finding.head
    told = next((c for c in parse.children[head] if c > head and parse.deps[c] == "relcl"), None)
    if told is not None and told == finding.trigger and parse.subtree(told)[0] > head:
        return parse.subtree(told)[0]  # "the billions that Peru refused to pay": the billions
    ends = [stop]
    for i in range(head + 1, stop):
        if _opens_aside(parse, finding, i, stop):
            ends.append(i)
            break
    if (said := _end_of_words(scene, head, stop)) is not None:
        ends.append(said)
    end = min(ends)
    return _with_purpose(parse, finding, end) if end == stop else max(head + 1, end)


def _opens_aside(parse: Parse, finding: Finding, i: int, stop: int) -> bool:
    """Whether the action is over before the token at `i`."""
    head = finding.head
    if parse.words[i] == ",":
        after = i + 1
        if after >= stop:
            return False
        if tuple(parse.words[after : after + 3]) == ("as", "well", "as") or parse.lemmas[after] == "while":
            return any(parse.tags[k] == "VBG" for k in range(after, min(after + 5, stop)))
        while after + 1 < stop and parse.tags[after] == "RB":
            after += 1  # ", effectively ending ..."
        if parse.tags[after] == "VBG" and parse.deps[after] == "advcl" and parse.heads[after] < i:
            listed = parse.tags[parse.heads[after]] == "VBG"  # "for taking on banks, taking on brokers"
            listed = listed or "including" in parse.words[head:i]  # "including fraud, lying and theft"
            plain = parse.lemmas[after] not in ("include", "use") and not listed
            return plain and parse.subtree(after)[1] >= stop - 1
        # "opposed the merger, pressed for a vote and ...": the next of the holder's own acts
        return (
            parse.tags[after] in ("VBN", "VBD")
            and parse.deps[after] == "acl"
            and parse.heads[after] == head
            and any(parse.deps[c] == "conj" and parse.tags[c] == "VBD" for c in parse.children[after])
        )
    if parse.deps[i] == "cc" and parse.heads[i] == head and parse.pos[head] in ("VERB", "AUX"):
        joined = next((c for c in parse.children[head] if c > i and parse.deps[c] == "conj"), None)
        if joined is None:
            return parse.words[i - 1] == ","  # "..., and with so many cases, it is clear"
        if _has_modal(parse, joined) and not _has_modal(parse, head):
            return True  # "insisted that it include a raise and would strike"
        return parse.tags[head] in ("VB", "VBN") and parse.tags[joined] == "VBG" and has_to(parse, head)
    if parse.lemmas[i] == "because" and parse.deps[i] == "mark":
        return parse.subtree(parse.heads[i])[0] == i and parse.heads[parse.heads[i]] <= i
    return False


def _has_modal(parse: Parse, verb: int) -> bool:
    return any(parse.tags[c] == "MD" for c in parse.children[verb])


def _end_of_words(scene: Scene, head: int, stop: int) -> int | None:
    """Where quoted words that hold the action end, if who says them follows within it."""
    parse = scene.parse
    if not scene.quoted(head):
        return None
    end = next((i for i in range(head + 1, stop) if parse.words[i] in _CLOSING), None)
    if end is None or any(parse.words[i] in _OPENING for i in range(head + 1, end)):
        return None
    rest = range(end + 1, stop)
    return end if any(parse.lemmas[i] in CUES and parse.tags[i] == "VBD" for i in rest) else None


def _with_purpose(parse: Parse, finding: Finding, stop: int) -> int:
    """The end of a noun's action with the "to" torn off it ("rebuffed calls on Monday to quit")."""
    head, at = finding.head, finding.trigger
    if (
        finding.stance == "commits"
        or parse.pos[head] != "NOUN"
        or parse.lemmas[head] not in _HEADED
        or head < at
        or stop >= len(parse)
    ):
        return stop
    for c in parse.children[at]:
        if c >= stop and parse.subtree(c)[0] == stop and has_to(parse, c) and parse.tags[stop] == "TO":
            return parse.subtree(c)[1] if parse.deps[c] in ("advcl", "xcomp") else stop
    if finding.stance == "demands" and parse.tags[stop] == "IN" and parse.words[stop] == "to":
        return parse.subtree(stop)[1] if parse.heads[stop] == at else stop
    return stop


def _is_joint(parse: Parse, token: int) -> bool:
    """Whether a token is the hyphen within a word."""
    touching = parse.ends[token - 1] == parse.starts[token] and parse.ends[token] == parse.starts[token + 1]
    return parse.words[token] == "-" and touching
