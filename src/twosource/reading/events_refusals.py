"""Refusals without a verb of refusing: who will not do a thing, or has no intention to, rejects it.

So code CAMEO (Schrodt, "CAMEO Event and Actor Codebook", 2012, root 12) and PLOVER, which keeps its REJECT.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load

from .cast import Cast
from .document import Line
from .events_found import Found
from .events_governing import listed, negated
from .events_sides import Sides, subjects_of, verb_sides
from .events_status import clause_mark
from .events_words import Trigger

__all__ = ["as_refusal", "is_refusal", "refusable", "refusals", "without_refused"]

_COMING = frozenset({"will", "'ll", "wo", "would", "'d", "shall"})
_PRESENT = frozenset({"do", "does"})
_UNABLE = frozenset({"can", "ca", "could"})
_GIVING = frozenset({"AID", "COOPERATE", "YIELD", "RETREAT", "SUPPORT", "AGREE"})
_HOLDING = frozenset({"AGREE", "SUPPORT"})
_OPEN = frozenset({"to", "could", "may", "might", "should", "must"})
_PERFECT = frozenset({"have", "been", "be"})
_DONE = frozenset({"held", "under way"})
_INTO = frozenset({"dobj", "xcomp", "ccomp", "pcomp", "pobj", "prep", "acl", "nsubjpass", "conj"})
_STEPS = 7
"""How far below a refusal that which it refuses is looked for."""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("plover")["refusals"][key].split())


def refusable(parse: Parse, verb: int) -> bool:
    """Whether a verb of no type tells a refusal where somebody will not do it ("will not attend")."""
    lemma, deeds = parse.lemmas[verb].lower(), _words("deeds")
    return lemma in deeds or any(
        f"{lemma}_{parse.words[i].lower()}" in deeds for i in parse.children[verb] if i > verb
    )


def is_refusal(
    parse: Parse, verb: int, trigger: Trigger | None, doers: bool = True, others: bool = True
) -> bool:
    """Whether what a verb denies is a refusal: "will not sign", "does not support", "is not giving in".

    `doers` and `others` tell whether somebody is named on either side: a council that will not meet refuses
    nobody.
    """
    if not negated(parse, verb) or clause_mark(parse, verb) in listed("auxiliaries", "if_words"):
        return False
    kind = trigger.type if trigger is not None else ""
    said = {parse.words[i].lower() for i in parse.children[verb] if parse.deps[i] in ("aux", "auxpass")}
    if kind == "YIELD" and parse.lemmas[verb].lower() in _words("giving_way"):
        return said.isdisjoint(_OPEN)
    if not doers or not said.isdisjoint(_PERFECT):
        return False
    if said & _COMING:
        return not kind or kind in _GIVING or (kind == "CONSULT" and others and not _till(parse, verb))
    if kind in _HOLDING:
        return bool(said & _PRESENT) or (kind == "AGREE" and bool(said & _UNABLE))
    return False


def _till(parse: Parse, verb: int) -> bool:
    """ "Will not meet until Friday": a matter of days."""
    days = {i for e in parse.entities if e.label in ("DATE", "TIME") for i in range(e.start, e.end)}
    untils = [i for i in parse.children[verb] if parse.words[i].lower() in ("until", "till", "before")]
    return any(parse.child(i, "pobj") in days for i in untils)


def refusals(line: Line, cast: Cast) -> list[Found]:
    """ "Had no intention of signing", "said that the plan was unacceptable"."""
    parse, found = line.parse, []
    if _words("intentions").isdisjoint(parse.lemmas) and _words("verdicts").isdisjoint(parse.words):
        return []
    for i, lemma in enumerate(parse.lemmas):
        one = None
        if lemma in _words("intentions"):
            one = _without_intention(line, cast, i)
        elif parse.words[i].lower() in _words("verdicts"):
            one = _verdict(line, cast, i)
        if one is not None:
            found.append(one)
    return found


def _without_intention(line: Line, cast: Cast, noun: int) -> Found | None:
    parse, verb = line.parse, line.parse.heads[noun]
    first = parse.child(noun, "det")
    if first is None or parse.words[first].lower() != "no" or parse.deps[noun] != "dobj":
        return None
    if parse.lemmas[verb].lower() not in ("have", "see", "express", "show"):
        return None
    trigger = Trigger(type="REJECT")
    doers = verb_sides(line, cast, verb, trigger).actors
    if not doers or not any(parse.deps[i] in ("prep", "acl") for i in parse.children[noun]):
        return None
    others = tuple(a for a in _below(line, cast, noun, trigger) if a not in doers)
    return Found(
        line=line, token=noun, first=first, stop=noun + 1, trigger=trigger, anchor=verb,
        sides=Sides(actors=doers, recipients=others), status="held",
    )  # fmt: skip


def _below(line: Line, cast: Cast, noun: int, trigger: Trigger) -> tuple[str, ...]:
    """Who is meant by the deed that nobody intends."""
    parse = line.parse
    for i in parse.children[noun]:
        inner = parse.child(i, "pcomp") if parse.deps[i] == "prep" else i if parse.deps[i] == "acl" else None
        if inner is not None:
            return verb_sides(line, cast, inner, trigger).recipients
    return ()


def _verdict(line: Line, cast: Cast, word: int) -> Found | None:
    """What somebody says to be unacceptable ("said that the plan was not acceptable"), he rejects."""
    parse, copula = line.parse, line.parse.heads[word]
    bad = parse.words[word].lower() != "acceptable"
    if parse.lemmas[copula] != "be" or parse.deps[copula] != "ccomp" or negated(parse, copula) == bad:
        return None
    cue = parse.heads[copula]
    if parse.lemmas[cue].lower() not in load("plover")["statements"]["say"]:
        return None
    doers = dict.fromkeys(a for s in subjects_of(parse, cue) for a in cast.of_tokens(line, s))
    others = dict.fromkeys(
        a for i in _whose(parse, copula) for a in cast.of_tokens(line, i) if a not in doers
    )
    if not doers:
        return None
    return Found(
        line=line, token=word, first=word, stop=word + 1, trigger=Trigger(type="REJECT"), anchor=copula,
        sides=Sides(actors=tuple(doers), recipients=tuple(others)), status="held",
    )  # fmt: skip


def _whose(parse: Parse, copula: int) -> list[int]:
    """The subject of a copula and what stands in front of it ("Ruiz's plan is …")."""
    heads = [i for i in parse.children[copula] if parse.deps[i] == "nsubj"]
    return heads + [j for i in heads for j in parse.children[i] if parse.deps[j] in ("poss", "compound")]


# ---- what is refused


def without_refused(events: Sequence[Found]) -> list[Found]:
    """Without that which is only refused: the refusal alone is told ("declined to meet", "rejected a deal").

    What was done all the same stays (the invitation that is turned down), and so does what is denied to
    have been.
    """
    refusing = {e.token for e in events if e.trigger.type == "REJECT" and e.status in _DONE and _refuses(e)}
    refusing |= {e.anchor for e in events if e.token in refusing}
    if not refusing:
        return list(events)
    doers = {e.token: e.sides.actors for e in events}
    return [e for e in events if not _is_refused(e, refusing, doers)]


def _refuses(event: Found) -> bool:
    return event.line.parse.lemmas[event.token].lower() not in _words("denying")


def _is_refused(event: Found, refusing: set[int], doers: dict[int, tuple[str, ...]]) -> bool:
    parse, token = event.line.parse, event.token
    if event.trigger.type == "REJECT" or token in refusing:
        return False
    at = token
    for _ in range(_STEPS):
        head, dep = parse.heads[at], parse.deps[at]
        if head == at or dep not in (*_INTO, "relcl") or (dep == "prep" and not _of_matter(parse, at)):
            return False
        if head in refusing:
            if dep == "conj":
                return False
            unheard = event.status in ("denied", "possible", "planned")
            mine = event.trigger.type == "AGREE" and set(event.sides.actors) <= set(doers.get(head, ()))
            return unheard or mine
        at = head
    return False


def _of_matter(parse: Parse, preposition: int) -> bool:
    return parse.words[preposition].lower() in _words("matters")


def as_refusal(found: Found) -> Found:
    """The same, told as a refusal that was made."""
    return replace(found, trigger=replace(found.trigger, type="REJECT", mode=None), status="held")
