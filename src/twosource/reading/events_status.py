"""Whether an event is planned, under way, held, postponed, cancelled, denied or only possible, and why."""

from functools import cache
from typing import cast

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import EventStatus, Span

from .document import Line
from .events_words import light_verbs

__all__ = ["may_give_reason", "noun_status", "reason_of", "verb_status"]

_LASTING = frozenset({"SANCTION", "INVESTIGATE", "MOBILIZE", "COERCE", "SUPPORT", "COOPERATE"})
_STEPS = 6
"""How far up the parse a governing word is looked for."""


@cache
def _classes(section: str) -> dict[str, EventStatus]:
    """Word → status of one table of lexicon/event_status.toml."""
    found: dict[str, EventStatus] = {}
    for status, members in load("event_status")[section].items():
        for word in members:
            found.setdefault(word, cast(EventStatus, status.replace("_", " ")))
    return found


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(load("event_status")[section][key])


def _class_of(parse: Parse, word: int) -> str | None:
    """The class of a governing verb or adjective, with its particle ("put off", "call for")."""
    lemma = parse.lemmas[word].lower()
    verbs = _classes("verbs")
    for i in parse.children[word]:
        if i > word and parse.deps[i] in ("prt", "prep", "advmod", "dobj"):
            found = verbs.get(f"{lemma} {parse.words[i].lower()}")
            if found is not None:
                return found
    return verbs.get(lemma)


def _negated(parse: Parse, token: int) -> bool:
    return any(
        parse.deps[i] == "neg"
        or (parse.deps[i] in ("det", "preconj") and parse.words[i].lower() in ("no", "neither"))
        for i in parse.children[token]
    )


def _mark(parse: Parse, verb: int) -> str | None:
    """The word that opens a verb's clause: "if", "when", "before"…"""
    for i in parse.children[verb]:
        if i < verb and parse.deps[i] in ("mark", "advmod") and parse.pos[i] in ("SCONJ", "ADV", "ADP"):
            return parse.words[i].lower()
    return None


# ---- verbs


def verb_status(parse: Parse, verb: int, kind: str = "", depth: int = 0) -> EventStatus:
    """The status of what a verb tells. `kind` is the event's PLOVER type: a state lasts, a deed does not."""
    mark = _mark(parse, verb)
    if _negated(parse, verb):
        return "denied"
    if mark in _words("auxiliaries", "if_words"):
        return "possible"
    finite = _finite(parse, verb, kind, mark)
    if depth >= _STEPS or parse.heads[verb] == verb:
        return finite or "held"
    if finite is None:
        return _of_infinite(parse, verb, kind, depth)
    if finite in ("held", "under way") and _denier(parse, verb):
        return "denied"
    return finite


def _finite(parse: Parse, verb: int, kind: str, mark: str | None) -> EventStatus | None:
    """What a verb's own form says; None for an infinitive, a bare participle, a verb that shares helpers."""
    helpers = [i for i in parse.children[verb] if parse.deps[i] in ("aux", "auxpass")]
    said = [parse.words[i].lower() for i in helpers]
    tag = parse.tags[verb]
    if any(w in _words("auxiliaries", "planned") for w in said):
        return "planned"
    if any(w in _words("auxiliaries", "would") for w in said) and tag != "VBN":
        return "planned" if _in_past_speech(parse, verb) else "possible"
    if any(w in _words("auxiliaries", "possible") for w in said):
        return "possible"
    if "to" in said:
        return None
    if (
        "been" in said
        or tag == "VBD"
        or any(w in ("was", "were", "had", "did", "has", "have", "'ve") for w in said)
    ):
        return "under way" if tag == "VBG" and "was" not in said and "were" not in said else "held"
    if tag == "VBG":
        return "under way" if said else None
    if tag == "VBN":
        return "held" if said else None
    if tag in ("VBZ", "VBP"):
        if mark in ("when", "before", "until", "once", "as soon as"):
            return "planned"
        return "under way" if kind in _LASTING else "held"
    if tag == "VB" and said:
        return "held"
    return "held" if parse.heads[verb] == verb else None


def _in_past_speech(parse: Parse, verb: int) -> bool:
    """Whether "would" is "will" as told in the past: "she said that they would meet"."""
    if parse.deps[verb] not in ("ccomp", "conj", "relcl"):
        return False
    head = parse.heads[verb]
    return parse.tags[head] in ("VBD", "VBN")


def _denier(parse: Parse, verb: int) -> bool:
    """Whether a clause is what somebody denies."""
    return parse.deps[verb] == "ccomp" and parse.lemmas[parse.heads[verb]].lower() in ("deny", "refute")


def _of_infinite(parse: Parse, verb: int, kind: str, depth: int) -> EventStatus:
    """The status of an infinitive or a participle: that which governs it decides."""
    head, dep, tag = parse.heads[verb], parse.deps[verb], parse.tags[verb]
    if dep == "conj":
        return verb_status(parse, head, kind, depth + 1)
    if parse.pos[head] == "ADP":
        return _after_preposition(parse, head, kind, depth)
    if parse.pos[head] in ("NOUN", "PROPN"):
        if dep == "relcl" or tag != "VB":
            return "held" if tag == "VBN" else "under way" if tag == "VBG" else "planned"
        return _classes("nouns").get(parse.lemmas[head].lower(), "planned")
    governor = _class_of(parse, head)
    outer = verb_status(parse, head, "", depth + 1)
    if kind in _words("speech", "kinds") and (
        dep == "advcl" or parse.lemmas[head].lower() in _words("speech", "trying")
    ):
        return outer if outer != "denied" else "held"
    if dep == "advcl" or governor is None:
        if tag == "VB":
            return "planned" if outer in ("held", "under way", "planned", "denied") else outer
        return "held" if outer == "denied" else outer
    return _combined(governor, outer, tag)


def _after_preposition(parse: Parse, preposition: int, kind: str, depth: int) -> EventStatus:
    word = parse.words[preposition].lower()
    if word in _words("prepositions", "planned"):
        return "planned"
    if word in _words("prepositions", "held"):
        return "held"
    above = parse.heads[preposition]
    if parse.pos[above] in ("NOUN", "PROPN"):
        return _classes("nouns").get(parse.lemmas[above].lower(), "held")
    governor = _class_of(parse, above)
    if governor in ("possible", "planned", "denied"):
        return cast(EventStatus, governor)
    return "held"


def _combined(governor: str, outer: EventStatus, tag: str = "VB") -> EventStatus:
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


# ---- nouns


def noun_status(parse: Parse, noun: int, kind: str) -> EventStatus | None:
    """The status of what a noun tells; None when its sentence leaves it open (its date may say)."""
    if _negated(parse, noun):
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
    attributes = _classes("attributes")
    for i in parse.children[noun]:
        word = parse.words[i].lower()
        if i < noun and parse.deps[i] in ("amod", "compound", "advmod", "nmod", "det"):
            if word in attributes:
                return attributes[word]
            for part in word.split("-"):
                if part in attributes and "-" in word:
                    return attributes[part]
        elif i > noun and parse.deps[i] in ("acl", "relcl"):
            if parse.pos[i] == "AUX":
                continue
            governor = _class_of(parse, i)
            own = verb_status(parse, i)
            if parse.tags[i] == "VB":
                return "planned"
            if governor is not None:
                if found := _combined(governor, own):
                    return found
            elif parse.tags[i] in ("VBG", "VBN") and parse.child(i, "aux", "auxpass") is None:
                continue
            elif own in ("planned", "possible"):
                return own
    return None


def _took_place(parse: Parse, noun: int) -> bool:
    head = parse.heads[noun]
    return _class_of(parse, head) == "took place" and parse.deps[noun] in ("nsubj", "nsubjpass", "dobj")


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
    ):
        found = _classes("nouns").get(lemma)
        if found in ("postponed", "cancelled", "denied"):
            return found
        outer = _governed(parse, above, kind, depth + 1)
        if found is not None:
            return outer if outer in ("denied", "cancelled", "postponed") else found
        return outer if word == "of" or lemma in ("round", "series", "day", "set") else None
    if word in _words("prepositions", "planned"):
        return "planned"
    if word in _words("prepositions", "held") and word != "in":
        return "held"
    if parse.pos[above] in ("VERB", "ADJ"):
        governor = _class_of(parse, above)
        if governor is not None and governor not in ("took place", "under way"):
            return _combined(governor, verb_status(parse, above))
        outer = verb_status(parse, above)
        return outer if outer in ("planned", "possible") else None
    return None


def _under_verb(parse: Parse, noun: int, verb: int, kind: str) -> EventStatus | None:
    dep = parse.deps[noun]
    outer = verb_status(parse, verb, kind)
    if parse.lemmas[verb].lower() == "be":
        return _copula(parse, verb, outer)
    governor = _class_of(parse, verb)
    if governor is not None:
        plain = dep in ("dobj", "nsubjpass", "nsubj", "oprd")
        if (
            dep == "nsubj"
            and governor in ("planned", "possible", "denied")
            and parse.child(verb, "dobj") is not None
        ):
            return outer if outer != "held" else None
        if plain:
            return _combined(governor, outer)
    if dep in ("nsubj", "nsubjpass"):
        return outer
    if dep == "dobj" and parse.lemmas[verb].lower() in light_verbs():
        return outer
    return outer if outer in ("planned", "possible") and dep == "dobj" else None


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
        if found := _class_of(parse, i):
            return _combined(found, outer)
        if word == "in" and any(
            parse.words[j].lower() in ("doubt", "limbo", "question") for j in parse.children[i]
        ):
            return "possible"
    return outer


# ---- reasons


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
    return any(word in line.text for word in _openings())


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
        if parse.lemmas[i].lower() in _words("reasons", "verbs") and parse.tags[i] == "VBG":
            return (i + 1, stop) if i + 1 < stop and not _nothing(parse, i + 1, stop) else None
        mark = parse.child(i, "mark")
        if mark is not None and parse.words[mark].lower() in _words("reasons", "clauses"):
            return (mark + 1, stop) if mark + 1 < stop else None
    return None


def _nothing(parse: Parse, first: int, stop: int) -> bool:
    return parse.words[first].lower() == "no" and any(
        parse.lemmas[i].lower() in _words("reasons", "nothing") for i in range(first, stop)
    )
