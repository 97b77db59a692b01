"""Whether what a noun tells is planned, under way, held, postponed, cancelled, denied or only possible."""

from typing import cast

from twosource.language import Parse
from twosource.model import EventStatus

from .events_governing import class_of, classes, combined, listed, negated
from .events_status import verb_status, with_to
from .events_words import light_verbs

__all__ = ["noun_status"]

_WILLED = frozenset({"planned", "possible"})
_STANDING = frozenset({"INVESTIGATE", "SANCTION"})
"""Types of what stands when it is named, but for the words that open it or ask for it."""
_GOING = frozenset({"took place", "under way"})
_STEPS = 6
"""How far up the parse a governing word is looked for."""


def noun_status(parse: Parse, noun: int, kind: str) -> EventStatus | None:
    """The status of what a noun tells; None when its sentence leaves it open (its date may say)."""
    if negated(parse, noun):
        return "denied"
    beside = _beside(parse, noun)
    above = _governed(parse, noun, kind, 0)
    for status in ("postponed", "cancelled"):
        if status in (beside, above):
            return cast(EventStatus, status)
    if above == "denied":
        return above
    if beside is not None and not (beside == "held" and above is not None):
        # "the planned talks took place" is held; "the planned talks will …" stays planned.
        return (
            "held"
            if beside in ("planned", "possible") and above == "held" and _took_place(parse, noun)
            else beside
        )
    return above


def _beside(parse: Parse, noun: int) -> EventStatus | None:
    """What stands at the noun itself: an attribute, a participle or a relative clause."""
    attributes = classes("attributes")
    for i in parse.children[noun]:
        word = parse.words[i].lower()
        if i < noun and parse.deps[i] in ("amod", "compound", "advmod", "nmod", "det"):
            if word in attributes:
                return attributes[word]
            for part in word.split("-"):
                if part in attributes and "-" in word:
                    return attributes[part]
        elif i > noun and parse.deps[i] in ("acl", "relcl"):
            if parse.pos[i] == "AUX" or _tells_content(parse, i):
                continue  # "criticism that he should resign": what it says, not what it is
            if parse.tags[i] == "VBG" and _lemma(parse, noun) in listed("speech", "papers"):
                continue  # "a petition urging a ban": what it says
            governor = class_of(parse, i)
            own = verb_status(parse, i)
            if parse.tags[i] == "VB" and governor not in ("took place", "under way"):
                continue  # "the decision to sell": taken
            if with_to(parse, i):
                return "planned"
            if governor is not None:
                if found := combined(governor, own):
                    return found
            elif parse.tags[i] in ("VBG", "VBN") and parse.child(i, "aux", "auxpass") is None:
                continue
            elif own == "planned" or (own == "possible" and not _does_it(parse, i)):
                return own
    return None


def _does_it(parse: Parse, verb: int) -> bool:
    """Whether the noun does what its clause says ("an inquiry, which could hurt him"): that alone is open."""
    subject = parse.child(verb, "nsubj")
    return subject is not None and parse.tags[subject] == "WDT"


def _tells_content(parse: Parse, verb: int) -> bool:
    """Whether a clause behind a noun says what its word is ("criticism that he should go"), not which one."""
    return any(
        parse.deps[i] == "mark" or (parse.words[i].lower() == "that" and parse.tags[i] == "IN")
        for i in parse.children[verb]
        if i < verb
    )


def _took_place(parse: Parse, noun: int) -> bool:
    head = parse.heads[noun]
    return class_of(parse, head) == "took place" and parse.deps[noun] in ("nsubj", "nsubjpass", "dobj")


def _governed(parse: Parse, noun: int, kind: str, depth: int) -> EventStatus | None:
    """What the word above the noun makes of it."""
    head, dep = parse.heads[noun], parse.deps[noun]
    if head == noun or depth >= _STEPS:
        return None
    if dep in ("conj", "appos", "compound", "nmod", "poss"):
        return _governed(parse, head, kind, depth + 1)
    if dep == "pobj":
        return _under_preposition(parse, head, kind, depth)
    if parse.pos[head] not in ("VERB", "AUX", "ADJ"):
        return None
    return _under_verb(parse, noun, head, kind)


def _under_preposition(parse: Parse, preposition: int, kind: str, depth: int) -> EventStatus | None:
    word, above = parse.words[preposition].lower(), parse.heads[preposition]
    lemma = parse.lemmas[above].lower()
    if word in ("under", "than") or (word == "to" and lemma == "due"):
        return None
    if word == "of" and parse.words[above].lower() == "ahead":
        return "planned"
    if parse.pos[above] in ("NOUN", "PROPN") and word in (
        "of",
        "for",
        "on",
        "to",
        "about",
        "over",
        "at",
        "with",
        "in",
    ):
        found = classes("nouns").get(lemma)
        if found in ("postponed", "cancelled", "denied"):
            return found
        outer = _governed(parse, above, kind, depth + 1)
        if found is not None:
            return outer if outer in ("denied", "cancelled", "postponed") else found
        return outer if word == "of" or lemma in ("round", "series", "day", "set") else None
    if word in listed("prepositions", "planned"):
        return "planned"
    if word in listed("prepositions", "held") and word != "in":
        return "held"
    if parse.pos[above] in ("VERB", "ADJ"):
        governor = class_of(parse, above) if word not in ("in", "at") else None
        if governor is not None and governor not in ("took place", "under way"):
            return combined(governor, verb_status(parse, above))
        outer = verb_status(parse, above)
        if word in listed("prepositions", "reasons"):
            return None  # "will pay for the delay"
        if kind in _STANDING:
            return None  # "may interfere with the inquiry": there is one
        return outer if outer in ("planned", "possible") else None
    return None


def _under_verb(parse: Parse, noun: int, verb: int, kind: str) -> EventStatus | None:
    dep = parse.deps[noun]
    outer = verb_status(parse, verb, kind)
    if parse.lemmas[verb].lower() == "be":
        return _copula(parse, verb, outer)
    if dep in ("dobj", "nsubjpass", "pobj") and _was_said(parse, noun, verb, kind):
        return "held"
    governor = class_of(parse, verb)
    if (
        governor == "planned"
        and kind
        and kind != "CONSULT"
        and _lemma(parse, verb) in listed("speech", "had")
    ):
        return outer
    if not kind and dep == "dobj" and governor is None and _announced(parse, noun, verb):
        governor = "planned"
    if governor is not None:
        plain = dep in ("dobj", "nsubjpass", "nsubj", "oprd")
        if dep == "nsubj" and (governor in _WILLED or (governor not in _GOING and parse.child(verb, "dobj"))):
            return outer if outer in _WILLED else None  # "the trouble delays the tour"
        if plain:
            return combined(governor, outer)
    if dep in ("nsubj", "nsubjpass"):
        # "The talks did not help": they were held all the same.
        lent = dep == "nsubjpass" and parse.lemmas[verb].lower() in light_verbs()
        return outer if outer != "denied" or lent else None
    if dep == "dobj" and parse.lemmas[verb].lower() in light_verbs():
        return outer
    if kind in _STANDING or (kind in listed("speech", "uttered") and _known(parse, noun)):
        return None
    return outer if outer in ("planned", "possible") and dep == "dobj" else None


def _known(parse: Parse, noun: int) -> bool:
    """Whether a noun tells whose it is ("her warning", "the offer from Ruiz"): it was, whatever follows."""
    danger = _lemma(parse, noun) == "threat"  # "the threat from the floods"
    return any(
        parse.deps[i] == "poss" or (parse.words[i] == "from" and not danger) for i in parse.children[noun]
    )


def _lemma(parse: Parse, token: int) -> str:
    return parse.lemmas[token].lower()


def _was_said(parse: Parse, noun: int, verb: int, kind: str) -> bool:
    """Whether a verb answers what a noun says was said or asked: it was, whatever comes of it."""
    uttered = kind in listed("speech", "uttered") or _lemma(parse, noun) in listed("speech", "answered")
    return uttered and _lemma(parse, verb) in listed("speech", "answering")


def _announced(parse: Parse, noun: int, verb: int) -> bool:
    """Whether a noun is what somebody announces to come."""
    return parse.lemmas[verb].lower() in listed("speech", "announcing") and parse.lemmas[
        noun
    ].lower() not in classes("nouns")


def _copula(parse: Parse, verb: int, outer: EventStatus) -> EventStatus | None:
    """ "the talks are off", "the visit is possible", "the sanctions are on"."""
    for i in parse.children[verb]:
        word = parse.words[i].lower()
        if i <= verb or parse.deps[i] not in ("acomp", "advmod", "prep", "prt", "attr"):
            continue
        if word == "off":
            return "cancelled"
        if word in ("on", "underway", "ongoing", "under"):
            return "under way" if outer in ("held", "under way") else outer
        if found := class_of(parse, i):
            return combined(found, outer)
        if word == "in" and any(
            parse.words[j].lower() in ("doubt", "limbo", "question") for j in parse.children[i]
        ):
            return "possible"
    return outer
