"""What happens besides PLOVER's types: a merger, an earthquake, a car that is launched, profits that rise.

What counts follows TimeML (Saurí et al., "TimeML Annotation Guidelines", 2006): verbs other than helpers, and
nouns that name a deed, a change or an occasion.
"""

from collections.abc import Container, Sequence
from functools import cache, lru_cache

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import EventStatus

from .cast import Cast
from .document import Line
from .events_found import Found
from .events_noun_status import noun_status
from .events_sides import Sides, carrier_of, subjects_of
from .events_status import verb_status
from .events_words import UNTYPED, objects_of, of_habit

__all__ = ["untyped"]

_TELLING = frozenset({"VERB", "NOUN", "PROPN", "AUX"})
_NOBODY = Sides()
_JOINED = frozenset({"amod", "aux", "auxpass", "compound", "nmod", "prep", "case", "mark", "intj"})
_NO_EVENTS = frozenset({"PERSON", "GPE", "LOC", "NORP", "DATE", "TIME", "PRODUCT", "LAW", "ORG"})
_COMING = frozenset({"will", "'ll", "wo", "would", "'d", "may", "might", "could", "has", "have", "had", "to"})
_MOVED = frozenset(
    {"up", "down", "higher", "lower", "off", "over", "underway", "dead", "missing", "due", "out"}
)
_PREMODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod"})


def untyped(line: Line, cast: Cast, taken: Container[int]) -> list[Found]:
    """The events of a sentence that have no PLOVER type; `taken` are the tokens that tell others."""
    parse, found = line.parse, []
    here = _standing(line, cast)
    for token, pos in enumerate(parse.pos):
        if pos not in _TELLING or token in taken:
            continue
        if pos == "VERB":
            if _tells(parse, token):
                status = verb_status(parse, token)
                sides = _sides(parse, here, token) if here else _NOBODY
                found.append(_found(line, token, token + 1, token, sides, status))
        elif pos == "AUX":
            if _becomes(parse, token):
                sides = _sides(parse, here, token) if here else _NOBODY
                found.append(_found(line, token, _end(parse, token), token, sides, verb_status(parse, token)))
        elif _is_happening(parse.lemmas[token]) and token not in here and _stands_alone(parse, token, pos):
            found.append(_told_by_noun(line, token, here))
    told = {e.token for e in found}
    heads = [e.end - 1 for e in parse.entities if e.label == "EVENT"]  # "the Harbour Games"
    return [*found, *(_told_by_noun(line, i, here) for i in heads if i not in told and i not in taken)]


def _found(line: Line, token: int, stop: int, anchor: int, sides: Sides, status: EventStatus) -> Found:
    return Found(
        line=line, token=token, first=token, stop=stop, trigger=UNTYPED, sides=sides, status=status,
        anchor=anchor,
    )  # fmt: skip


def _stands_alone(parse: Parse, noun: int, pos: str) -> bool:
    """Whether a noun is no mere attribute, and as a name the name of an event."""
    if parse.deps[noun] in _PREMODIFYING:
        return False
    return pos == "NOUN" or not any(
        e.start <= noun < e.end and (e.label in _NO_EVENTS or e.end - 1 != noun) for e in parse.entities
    )


def _becomes(parse: Parse, copula: int) -> bool:
    """ "Will be available", "was up two points": a state that is to come, or that came about."""
    if parse.lemmas[copula] != "be" or parse.deps[copula] in ("aux", "auxpass"):
        return False
    return any(
        parse.words[i].lower() in (_COMING if parse.deps[i] == "aux" else _MOVED)
        for i in parse.children[copula]
        if parse.deps[i] in ("aux", "advmod", "acomp", "prep", "prt", "oprd")
    )


def _end(parse: Parse, copula: int) -> int:
    """One past the trigger: it takes in what is said to be, where that follows close by."""
    said = parse.child(copula, "acomp", "attr", "advmod", "prep", "prt")
    return said + 1 if said is not None and copula < said < copula + 4 else copula + 1


def _told_by_noun(line: Line, noun: int, here: dict[int, str]) -> Found:
    carrier = carrier_of(line.parse, noun)
    sides = _sides_of_noun(line.parse, here, noun, carrier) if here else _NOBODY
    status = noun_status(line.parse, noun, "")
    if line.parse.lemmas[noun].lower() in _lasting():
        now = line.parse.tags[line.parse.heads[noun]] in ("VBZ", "VBP")
        status = "under way" if status is None or (now and status == "held") else status
    status = status or "held"
    return _found(line, noun, noun + 1, noun if carrier is None else carrier, sides, status)


# ---- who takes part: more than who stands in the plain places is not known of a word of no type


def _standing(line: Line, cast: Cast) -> dict[int, str]:
    """The actor that each token of a sentence stands for: of two mentions the shorter one's."""
    found: dict[int, str] = {}
    lengths: dict[int, int] = {}
    for s in cast.within(line.start, line.end):
        length = s.end - s.start
        first, stop = line.tokens_of(s.start, s.end)
        for token in range(first, stop):
            if token not in found or length < lengths[token]:
                found[token], lengths[token] = s.actor, length
    return found


def _of(parse: Parse, here: dict[int, str], heads: Sequence[int]) -> dict[str, None]:
    """The actors at some heads and at what is joined to them, in order."""
    found: dict[str, None] = {}
    queue, deps = list(heads), parse.deps
    for head in queue:
        if head in here:
            found[here[head]] = None
        queue += [i for i in parse.children[head] if deps[i] == "conj"]
    return found


def _sides(parse: Parse, here: dict[int, str], verb: int) -> Sides:
    """Subject and object of a verb."""
    subjects, objects = subjects_of(parse, verb), objects_of(parse, verb)
    doers = _of(parse, here, subjects) if subjects else {}
    others = _of(parse, here, objects) if objects else {}
    if not doers and not others:
        return _NOBODY
    return Sides(actors=tuple(doers), recipients=tuple(a for a in others if a not in doers))


def _sides_of_noun(parse: Parse, here: dict[int, str], noun: int, carrier: int | None) -> Sides:
    """Those in front of a noun ("Marlow's speech"), behind its "by", or its light verb's subject."""
    doers = {here[i]: None for i in parse.children[noun] if i < noun and i in here}
    if not doers:
        by = [i for i in parse.children[noun] if i > noun and parse.words[i] == "by"]
        doers = _of(parse, here, [j for i in by for j in parse.children[i]])
    if not doers and carrier is not None:
        doers = _of(parse, here, subjects_of(parse, carrier))
    return Sides(actors=tuple(doers)) if doers else _NOBODY


# ---- what tells that something happens


def _tells(parse: Parse, verb: int) -> bool:
    """Whether a verb tells that something happens: no attribute, no helper, no state, no habit."""
    lemma = parse.lemmas[verb].lower()
    if parse.deps[verb] in _JOINED or lemma == "be" or lemma in _states():
        return False
    if parse.tags[verb] not in ("VBZ", "VBP", "VB"):
        return True
    deps, habit = parse.deps, of_habit()
    adverbs = [i for i in parse.children[verb] if deps[i] == "advmod"]
    return not any(parse.words[i].lower() in habit for i in adverbs)


@cache
def _states() -> frozenset[str]:
    return frozenset(load("happenings")["verbs"]["states"].split())


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    lists = load("happenings")["nouns"]
    return frozenset(lists["deeds"].split()), frozenset(lists["things"].split()), tuple(lists["endings"])


@cache
def _lasting() -> frozenset[str]:
    return frozenset(load("happenings")["nouns"]["lasting"].split())


@lru_cache(maxsize=8192)
def _is_happening(lemma: str) -> bool:
    """Whether a noun names a deed, a change or an occasion."""
    deeds, things, endings = _nouns()
    lemma = lemma.lower()
    return lemma in deeds or (lemma.endswith(endings) and lemma not in things)
