"""What somebody calls somebody or his doing: an ACCUSE ("called the plan a disgrace") or a SUPPORT."""

from functools import cache

from twosource.language import Parse
from twosource.lexicon import load

from .events_governing import negated
from .events_words import Trigger

__all__ = ["is_naming", "naming"]

_NAMES = ("oprd", "ccomp", "attr", "acomp", "dobj", "xcomp")
_FAR = 8
"""How many words of a name are read."""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("plover")["naming"][key].split())


def is_naming(lemma: str) -> bool:
    """Whether a verb can give a name ("call", "describe as")."""
    return lemma in _words("verbs")


def naming(parse: Parse, verb: int) -> Trigger | None:
    """ACCUSE or SUPPORT for a verb that gives a name that blames or praises; None for any other."""
    if not is_naming(parse.lemmas[verb].lower()) or negated(parse, verb):
        return None
    for i in _names(parse, verb):
        first, stop = parse.subtree(i)
        told = range(max(first, verb + 1), min(stop, i + _FAR))
        if any(parse.deps[j] == "neg" or parse.words[j].lower() in ("no", "not") for j in told):
            continue
        here = {parse.words[j].lower() for j in told} | {parse.lemmas[j].lower() for j in told}
        if here & _words("blaming"):
            return Trigger(type="ACCUSE")
        if here & _words("praising"):
            return Trigger(type="SUPPORT")
    return None


def _names(parse: Parse, verb: int) -> list[int]:
    """Heads of the name: what the object is called, or what stands behind "as"."""
    below = [i for i in parse.children[verb] if i > verb]
    objects = [i for i in below if parse.deps[i] == "dobj"]
    if any(parse.words[i].lower() == "what" for i in parse.children[verb] if i < verb):
        return []  # "what he called a lie" is only quoted by the way
    names = [i for i in below if parse.deps[i] in _NAMES and i not in objects[:1]]
    return names + [i for i in below if parse.words[i].lower() == "as" and parse.deps[i] in ("prep", "mark")]
