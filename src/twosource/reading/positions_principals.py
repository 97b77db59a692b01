"""For whom an officer of a private body speaks: what a union's president asks for, the union asks for."""

import re
from functools import lru_cache

from twosource.lexicon import load
from twosource.model import Actor

from .cast import Cast

__all__ = ["principal"]

_LEXICON = load("negotiation")["principals"]
_VOICES = frozenset(_LEXICON["voices"])
_OFFICERS = frozenset(_LEXICON["officers"])
_STATE = frozenset(load("negotiation")["state"]["words"]) | frozenset(_LEXICON["public"])
_WORD = re.compile(r"[^\W\d_]+")


def principal(cast: Cast, actor: str, *, personal: bool) -> str:
    """The body for which an actor (an id) speaks, else the actor itself.

    A spokesman always speaks for his body; its head does unless the word is `personal` ("I will resign").
    Public bodies are left out: there the person who speaks is the party that readers know.
    """
    who = cast.actor(actor)
    if who.type not in ("person", "unnamed"):
        return actor
    for role in who.roles if who.type == "person" else (who.name,):
        words = _words(role)
        lower = {w.lower() for w in words}
        speaks = not _VOICES.isdisjoint(lower) or (not personal and not _OFFICERS.isdisjoint(lower))
        if not speaks or "former" in lower:
            continue
        for body in cast.actors:
            if body.type == "organization" and body.id != actor and _is_named_in(body, words):
                return body.id
    return actor


def _is_named_in(body: Actor, role: tuple[str, ...]) -> bool:
    for name in (body.name, *body.aliases):
        told = _words(name)
        lower = {w.lower() for w in told} | {"".join(told).lower()}  # "F.B.I." too
        if not told or not told[0][0].isupper() or not _STATE.isdisjoint(lower):
            continue
        if any(role[k : k + len(told)] == told for k in range(len(role) - len(told) + 1)):
            return True
    return False


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(w for w in _WORD.findall(text) if w.lower() not in ("the", "s"))
