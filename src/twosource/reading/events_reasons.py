"""The reason that a sentence gives for what happened."""

from functools import cache

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Span

from .document import Line

__all__ = ["may_give_reason", "reason_of"]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("event_status")["reasons"][key])


def reason_of(line: Line, token: int) -> Span | None:
    """The span of the reason that a sentence gives for an event; None when it gives none."""
    parse = line.parse
    chain = [token]
    for above in parse.ancestors(token):
        chain.append(above)
        if parse.pos[above] in ("VERB", "AUX") or len(chain) > 4:
            break
    for head in chain:
        for i in parse.children[head]:
            if i < token and parse.deps[i] not in ("advcl", "prep"):
                continue
            found = _reason(parse, i)
            if found is not None:
                return line.span(*found)
    return None


def may_give_reason(line: Line) -> bool:
    """A quick first look: whether a sentence has one of the words that open a reason."""
    text = line.text
    return any(word in text for word in _openings())


@cache
def _openings() -> tuple[str, ...]:
    """Words without which a sentence gives no reason, in text form: a quick first look."""
    return tuple(load("event_status")["reasons"]["openings"])


def _reason(parse: Parse, i: int) -> tuple[int, int] | None:
    """Tokens (first, stop) of the reason that a dependent is."""
    dep = parse.deps[i]
    stop = parse.subtree(i)[1]
    opening = " ".join(parse.words[i : i + 4]).lower()
    if dep in ("prep", "amod", "acomp", "advmod"):
        for phrase in load("event_status")["reasons"]["prepositions"]:
            if opening.startswith(phrase + " "):
                begin = i + len(phrase.split())
                return (begin, stop) if begin < stop and not _nothing(parse, begin, stop) else None
    if dep == "advcl":
        if parse.lemmas[i].lower() in _words("verbs") and parse.tags[i] == "VBG":
            return (i + 1, stop) if i + 1 < stop and not _nothing(parse, i + 1, stop) else None
        mark = parse.child(i, "mark")
        if mark is not None and parse.words[mark].lower() in _words("clauses"):
            return (mark + 1, stop) if mark + 1 < stop else None
    return None


def _nothing(parse: Parse, first: int, stop: int) -> bool:
    return parse.words[first].lower() == "no" and any(
        parse.lemmas[i].lower() in _words("nothing") for i in range(first, stop)
    )
