"""Verbs of speech where nobody speaks: "claimed two lives", "called it off", "a book written by Ruiz"."""

from twosource.language import Parse
from twosource.lexicon import load

__all__ = ["is_idiom"]

_IDIOMS = load("speech")["idioms"]
_SILENT = frozenset(_IDIOMS["silent"])
_OBJECTS = {k: frozenset(v) for k, v in _IDIOMS["objects"].items()}
_PARTICLES = {k: frozenset(v) for k, v in _IDIOMS["particles"].items()}
_MARKS = frozenset('"“”«»')
_RESCUE = frozenset(("help", "backup", "assistance"))
_AFTER = 4
"""Tokens behind a verb in which its particle stands ("called the whole thing off")."""


def is_idiom(parse: Parse, verb: int) -> bool:
    """Whether a verb that can tell of speech or thought does not do so here."""
    lemma = parse.lemmas[verb]
    if lemma in _SILENT:
        return True
    if lemma in _OBJECTS and _has_idle_object(parse, verb, _OBJECTS[lemma]):
        return True
    if lemma in _PARTICLES and _has_particle(parse, verb, _PARTICLES[lemma]):
        return True
    if lemma == "write":
        # "The memos written by Ruiz “show clearly”…": what follows is not what he wrote.
        return parse.tags[verb] == "VBN" and parse.deps[verb] == "acl"
    if lemma == "say":
        # "His health said to be at risk": said by nobody, of its subject.
        return _is_reduced(parse, verb)
    if lemma == "expect":
        # "Far more than economists had expected": what they expected is not told.
        than = parse.child(verb, "mark")
        return than is not None and parse.lemmas[than] == "than" and parse.deps[verb] == "advcl"
    if lemma == "see":
        return any(parse.deps[i] == "ccomp" and parse.tags[i] == "VBG" for i in parse.children[verb])
    if lemma == "know":
        return any(parse.lemmas[i] == "for" and parse.deps[i] == "prep" for i in parse.children[verb])
    if lemma == "quote":
        only = parse.child(verb, "dobj") is not None and parse.child(verb, "prep", "ccomp") is None
        return only and _MARKS.isdisjoint("".join(parse.words))
    return False


def _is_reduced(parse: Parse, verb: int) -> bool:
    """Whether "said" is a passive whose "is" a headline leaves out."""
    to = parse.child(verb, "xcomp")
    return to is not None and to > verb and parse.lemmas[to] == "be" and parse.child(verb, "auxpass") is None


def _has_idle_object(parse: Parse, verb: int, objects: frozenset[str]) -> bool:
    """Whether the verb's object, or what it calls "for", makes the phrase one that says nothing."""
    if parse.child(verb, "ccomp") is not None and parse.child(verb, "dobj") is None:
        clause = parse.child(verb, "ccomp")
        thing = parse.child(clause, "nsubj") if clause is not None and clause > verb else None
        return thing is not None and parse.lemmas[verb] == "claim" and parse.lemmas[thing] in ("life",)
    thing = parse.child(verb, "dobj", "nsubjpass")
    if thing is None:
        prep = next((i for i in parse.children[verb] if parse.lemmas[i] == "for" and i > verb), None)
        thing = parse.child(prep, "pobj") if prep is not None else None
        return thing is not None and not parse.children[thing] and parse.lemmas[thing] in _RESCUE
    return parse.lemmas[thing].lower() in objects


def _has_particle(parse: Parse, verb: int, particles: frozenset[str]) -> bool:
    """Whether a particle of the verb stands right behind it or behind a short object."""
    near = range(verb + 1, min(verb + 1 + _AFTER, len(parse)))
    return any(
        parse.lemmas[i] in particles
        and parse.heads[i] == verb
        and (parse.deps[i] in ("prt", "advmod") or (parse.deps[i] == "prep" and parse.lemmas[i] == "off"))
        for i in near
    )
