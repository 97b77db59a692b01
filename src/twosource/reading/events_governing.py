"""Words that govern an event: what "plan", "deny" or "put off" make of what hangs on them."""

from functools import cache
from typing import cast

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import EventStatus

__all__ = ["class_of", "classes", "combined", "listed", "negated"]


@cache
def classes(section: str) -> dict[str, EventStatus]:
    """Word → status of one table of lexicon/event_status.toml."""
    found: dict[str, EventStatus] = {}
    for status, members in load("event_status")[section].items():
        for word in members:
            found.setdefault(word, cast(EventStatus, status.replace("_", " ")))
    return found


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """One list of lexicon/event_status.toml as a set."""
    return frozenset(load("event_status")[section][key])


def class_of(parse: Parse, word: int) -> str | None:
    """The class of a governing verb or adjective, with its particle ("put off", "call for")."""
    lemma, children = parse.lemmas[word].lower(), parse.children[word]
    verbs = classes("verbs")
    if lemma in listed("moved", "verbs") and (moved := _moved(parse, word)) is not None:
        return moved
    for i in children:
        if lemma == "due" and parse.words[i].lower() == "to":
            return None  # a reason
        if i > word and parse.deps[i] in ("prt", "prep", "advmod", "dobj"):
            found = verbs.get(f"{lemma} {parse.words[i].lower()}")
            if found is not None:
                return found
    return verbs.get(lemma)


def _moved(parse: Parse, verb: int) -> str | None:
    """What "moved to Friday", "brought forward to Monday" make of an event; None for a change of place."""
    below = [i for i in parse.children[verb] if parse.deps[i] in ("prep", "prt", "advmod")]
    days = {i for e in parse.entities if e.label in ("DATE", "TIME") for i in range(e.start, e.end)}
    if not any(j in days for i in below for j in parse.children[i]):
        return None
    sooner = any(parse.words[i].lower() in listed("moved", "sooner") for i in below)
    return "planned" if sooner else "postponed"


def negated(parse: Parse, token: int) -> bool:
    """Whether "not" hangs on a verb, or "no" on a noun."""
    deps = parse.deps
    for i in parse.children[token]:
        dep = deps[i]
        if dep == "neg" or (dep in ("det", "preconj") and parse.words[i].lower() in ("no", "neither")):
            return True
    return False


def combined(governor: str, outer: EventStatus) -> EventStatus:
    """What a governing verb of a class, itself of status `outer`, makes of its object or complement."""
    happened = outer in ("held", "under way")
    if governor in ("postponed", "cancelled"):
        return cast(EventStatus, governor) if happened or outer == "planned" else "planned"
    if governor == "denied":
        return "denied" if happened or outer == "planned" else "possible"
    if governor in ("took place", "ended"):
        return outer if governor == "took place" or outer != "denied" else "under way"
    if governor == "under way":
        return "under way" if happened else outer
    if outer in ("denied", "possible"):
        return outer
    return cast(EventStatus, governor)
