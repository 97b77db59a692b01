"""Whom an actor speaks for: ministers and spokespeople stand for their country or organization."""

import re
from collections.abc import Mapping, Sequence

from twosource.lexicon import load
from twosource.model import RecordActor

__all__ = ["holds_office", "principals"]

_STATE = frozenset(load("negotiation")["state"]["words"])
_HEADS = frozenset(load("standoffs")["voices"]["heads"])
_BODIES = frozenset(load("standoffs")["voices"]["bodies"])
_ORGAN_OF = re.compile(
    r"(?:the )?(?:board|management|leadership|council|executive)(?: of directors)? of (?P<body>.+)", re.I
)
_ORGAN = re.compile(r"(?P<body>.+?)[’']s? (?:board|management|leadership|executive)", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def principals(actors: Sequence[RecordActor], texts: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """For each actor's id the id of the party it speaks for: its own, its country's or its organization's.

    Somebody without an office stands for himself: two firms of one country are two parties. `texts` maps
    report ids to their texts: what stands before a person's office there ("Harwood's chairman") tells whose
    it is.
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
    for a in actors:
        if a.type in ("organization", "unnamed") and found[a.id] == a.id:
            whole = _whole(a, bodies)
            found[a.id] = found[whole] if whole is not None else a.id
    for a in actors:
        if a.type in ("person", "unnamed") and found[a.id] == a.id and _heads(a):
            body = _by_kind(a, actors) or (_owner(a, actors, texts) if texts is not None else None)
            found[a.id] = found[body] if body is not None else a.id
    return found


def _whole(actor: RecordActor, bodies: Mapping[str, str]) -> str | None:
    """The body that an organ is one of: "the board of Harwood Motors", "Harwood Motors' management"."""
    for name in (actor.name, *actor.aliases):
        found = _ORGAN_OF.fullmatch(name) or _ORGAN.fullmatch(name)
        whole = bodies.get(" ".join(_WORD.findall(found["body"])).lower()) if found else None
        if whole is not None and whole != actor.id:
            return whole
    return None


def _heads(actor: RecordActor) -> bool:
    """Whether an actor heads or serves some body, by name or role ("leader", "spokeswoman")."""
    told = (actor.name, *actor.roles) if actor.type == "unnamed" else actor.roles
    return any(w.lower().removesuffix("s") in _HEADS for text in told for w in _WORD.findall(text))


def _by_kind(actor: RecordActor, actors: Sequence[RecordActor]) -> str | None:
    """The one organization whose name says of which kind it is ("union leader": the Harbor Union)."""
    told = (actor.name, *actor.roles) if actor.type == "unnamed" else actor.roles
    kinds = {w for text in told for w in _WORD.findall(text) if w in _BODIES and w not in _HEADS}
    if not kinds:
        return None
    bodies = {
        a.id
        for a in actors
        if a.type in ("organization", "group")
        and any(kinds & {w.lower() for w in _WORD.findall(name)} for name in (a.name, *a.aliases))
        and a.name[:1].isupper()
    }
    return bodies.pop() if len(bodies) == 1 else None


def _owner(actor: RecordActor, actors: Sequence[RecordActor], texts: Mapping[str, str]) -> str | None:
    """The body whose name stands right before the actor's office, as its owner ("its rector Paul Eames")."""
    starts = {(m.report, m.start) for m in actor.mentions}
    found = {
        other.id
        for other in actors
        if other.id != actor.id and other.type in ("organization", "country", "group")
        for m in other.mentions
        if _owns(texts.get(m.report, ""), m.start, m.end, m.report, starts)
    }
    return found.pop() if len(found) == 1 else None


def _owns(text: str, start: int, end: int, report: str, starts: set[tuple[str, int]]) -> bool:
    """Whether a mention is the possessor of what stands behind it ("Peru's", "its")."""
    if (report, start) in starts:  # "Peru's chairman Leo Brandt" is one mention of Brandt
        return text[end : end + 2] in ("'s", "’s")
    if text[start:end].lower() in ("its", "their"):
        return (report, end + 1) in starts
    return text[end : end + 2] in ("'s", "’s") and (report, end + 3) in starts


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
