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
_Place = tuple[str, int]  # a report's id and an offset in its text


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
    kinds = _kinds(actors)
    owned = _owned(actors, texts) if texts is not None else {}
    for a in actors:
        if a.type in ("person", "unnamed") and found[a.id] == a.id and _heads(a):
            body = _by_kind(a, kinds) or _owner(a, owned)
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


def _kinds(actors: Sequence[RecordActor]) -> dict[str, set[str]]:
    """Word for a kind of body → the organizations and groups in whose names it stands."""
    found: dict[str, set[str]] = {}
    for a in actors:
        if a.type in ("organization", "group") and a.name[:1].isupper():
            for word in {w.lower() for name in (a.name, *a.aliases) for w in _WORD.findall(name)} & _BODIES:
                found.setdefault(word, set()).add(a.id)
    return found


def _by_kind(actor: RecordActor, bodies: Mapping[str, set[str]]) -> str | None:
    """The one organization whose name says of which kind it is ("union leader": the Harbor Union)."""
    told = (actor.name, *actor.roles) if actor.type == "unnamed" else actor.roles
    kinds = {w for text in told for w in _WORD.findall(text) if w in _BODIES and w not in _HEADS}
    found = set[str]().union(*(bodies.get(kind, ()) for kind in kinds))
    return found.pop() if len(found) == 1 else None


def _owned(actors: Sequence[RecordActor], texts: Mapping[str, str]) -> dict[_Place, list[tuple[str, _Place]]]:
    """Where somebody's mention must start to be what a body owns ("Peru's", "its") → the owners, each with
    the start of its own mention.
    """
    found: dict[_Place, list[tuple[str, _Place]]] = {}
    for a in actors:
        if a.type not in ("organization", "country", "group"):
            continue
        for m in a.mentions:
            text = texts.get(m.report, "")
            genitive = text[m.end : m.end + 2] in ("'s", "’s")
            starts = [m.start] if genitive else []  # "Peru's chairman Leo Brandt" is one mention of Brandt
            if text[m.start : m.end].lower() in ("its", "their"):
                starts.append(m.end + 1)
            elif genitive:
                starts.append(m.end + 3)
            for start in starts:
                found.setdefault((m.report, start), []).append((a.id, (m.report, m.start)))
    return found


def _owner(actor: RecordActor, owned: Mapping[_Place, Sequence[tuple[str, _Place]]]) -> str | None:
    """The body whose name stands right before the actor's office, as its owner ("its rector Paul Eames")."""
    starts = {(m.report, m.start) for m in actor.mentions}
    found = {
        other
        for place in starts
        for other, own in owned.get(place, ())
        if other != actor.id and (place == own or own not in starts)
    }
    return found.pop() if len(found) == 1 else None


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
