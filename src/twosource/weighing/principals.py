"""Whom an actor speaks for: ministers and spokespeople stand for their country or organization."""

import re
from collections.abc import Mapping, Sequence

from twosource.lexicon import load
from twosource.model import RecordActor

__all__ = ["holds_office", "principals"]

_STATE = frozenset(load("negotiation")["state"]["words"])
_WORD = re.compile(r"[^\W\d_]+")


def principals(actors: Sequence[RecordActor]) -> Mapping[str, str]:
    """For each actor's id the id of the party it speaks for: its own, its country's or its organization's.

    Somebody without an office stands for himself: two firms of one country are two parties.
    """
    countries = [a for a in actors if a.type == "country"]
    by_code: dict[str, str] = {}
    for a in countries:
        if a.country is not None:
            by_code.setdefault(a.country, a.id)
    spellings = _spellings(countries)
    bodies = _spellings([a for a in actors if a.type == "organization"])
    found = {a.id: _principal(a, by_code, spellings, bodies) for a in actors}
    leaders = _spellings([a for a in actors if a.type == "person" and found[a.id] != a.id])
    for a in actors:
        if a.type == "organization" and found[a.id] == a.id and holds_office(a):
            # "the Lind administration", "Lind's government": its leader's country.
            leader = _named([a.name], leaders)
            found[a.id] = found[leader] if leader is not None else a.id
    return found


def _principal(
    actor: RecordActor, by_code: Mapping[str, str], countries: Mapping[str, str], bodies: Mapping[str, str]
) -> str:
    if actor.type == "country":
        return by_code.get(actor.country, actor.id) if actor.country is not None else actor.id
    told = [*actor.roles, actor.name, *actor.aliases]
    if holds_office(actor):
        if actor.country is not None and actor.country in by_code:
            return by_code[actor.country]
        if (country := _named(told, countries)) is not None:
            return country
    if actor.type in ("person", "unnamed"):
        return _named(actor.roles if actor.type == "person" else told, bodies) or actor.id
    return actor.id


def holds_office(actor: RecordActor) -> bool:
    """Whether an actor's name or roles hold the word of a public office or body ("minister", "embassy")."""
    told = (actor.name, *actor.aliases, *actor.roles)
    words = (w.lower() for text in told for w in _WORD.findall(text))
    return any(w in _STATE or w.removesuffix("s") in _STATE for w in words)


def _spellings(actors: Sequence[RecordActor]) -> dict[str, str]:
    """Every name and alias of these actors, as words, to their ids."""
    found: dict[str, str] = {}
    for a in actors:
        for name in (a.name, *a.aliases):
            key = " ".join(_WORD.findall(name)).lower()
            if key not in _STATE:
                found.setdefault(key, a.id)
    found.pop("", None)
    return found


def _named(told: Sequence[str], spellings: Mapping[str, str]) -> str | None:
    """The actor that a role or description names ("spokesman for Harwood Motors"), the longest name first."""
    for text in told:
        words = _WORD.findall(text.lower())
        for size in range(min(6, len(words)), 0, -1):
            for k in range(len(words) - size + 1):
                found = spellings.get(" ".join(words[k : k + size]))
                if found is not None:
                    return found
    return None
