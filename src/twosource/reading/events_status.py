"""Whether what a verb tells is planned, under way, held, postponed, cancelled, denied or only possible."""

from typing import cast

from twosource.language import Parse
from twosource.model import EventStatus

from .events_governing import class_of, classes, combined, listed, negated

__all__ = ["clause_mark", "verb_status", "with_to"]

_LASTING = frozenset({"SANCTION", "INVESTIGATE", "MOBILIZE", "COERCE", "SUPPORT", "COOPERATE"})
_HELPING = ("aux", "auxpass")
_OPENING = ("mark", "advmod")
_OPENERS = ("SCONJ", "ADV", "ADP")
_HYPOTHETIC = frozenset({"would", "'d", "should"})
_WAS = frozenset({"was", "were"})
_DONE = frozenset({"been", "had", "did", "has", "have", "'ve"})
_STEPS = 6
"""How far up the parse a governing word is looked for."""


def clause_mark(parse: Parse, verb: int) -> str | None:
    """The word that opens a verb's clause: "if", "when", "before"…"""
    deps = parse.deps
    for i in parse.children[verb]:
        if i > verb:
            break  # children stand in order
        if deps[i] in _OPENING and parse.pos[i] in _OPENERS:
            return parse.words[i].lower()
    return None


def _not_before(parse: Parse, verb: int) -> bool:
    """ "Did not meet him until 2008": they met then."""
    if not any(parse.words[i].lower() == "did" for i in parse.children[verb]):
        return False
    days = {i for e in parse.entities if e.label in ("DATE", "TIME") for i in range(e.start, e.end)}
    return any(
        parse.words[i].lower() in ("until", "till") and parse.child(i, "pobj") in days
        for i in parse.children[verb]
    )


def _advised(parse: Parse, verb: int) -> bool:
    """Whether "not" only advises or may be ("should not buy", "told them not to buy", "may not sell")."""
    said = [parse.words[i].lower() for i in parse.children[verb] if parse.deps[i] in ("aux", "auxpass")]
    if "to" in said:
        return parse.lemmas[parse.heads[verb]].lower() in listed("auxiliaries", "advising")
    return any(word in listed("auxiliaries", "open") for word in said)


def verb_status(parse: Parse, verb: int, kind: str = "", depth: int = 0) -> EventStatus:
    """The status of what a verb tells. `kind` is the event's PLOVER type: a state lasts, a deed does not."""
    if negated(parse, verb):
        if _not_before(parse, verb):
            return "held"
        return "possible" if _advised(parse, verb) else "denied"
    mark = clause_mark(parse, verb)
    if mark is not None and _left_open(parse, verb, mark):
        return "possible"
    finite = _finite(parse, verb, kind, mark)
    if depth >= _STEPS or parse.heads[verb] == verb:
        return finite or ("planned" if with_to(parse, verb) else "held")
    if finite is None:
        return _of_infinite(parse, verb, kind, depth)
    if finite in ("held", "under way") and _denier(parse, verb):
        return "denied"
    if finite == "held" and parse.deps[verb] == "advcl" and mark in ("before", "until", "once", "when"):
        outer = verb_status(parse, parse.heads[verb], "", depth + 1)
        return outer if outer in ("planned", "possible") else finite
    return finite


def _left_open(parse: Parse, verb: int, mark: str) -> bool:
    """Whether the word that opens a clause leaves open what it tells: "if", "demanded that he resign"."""
    if mark in listed("auxiliaries", "if_words"):
        return True
    head = parse.lemmas[parse.heads[verb]].lower()
    return mark == "that" and parse.tags[verb] in ("VB", "VBP") and head in listed("speech", "subjunctive")


def _finite(parse: Parse, verb: int, kind: str, mark: str | None) -> EventStatus | None:
    """What a verb's own form says; None for an infinitive, a bare participle, a verb that shares helpers."""
    deps, words = parse.deps, parse.words
    said = {words[i].lower() for i in parse.children[verb] if deps[i] in _HELPING}
    tag = parse.tags[verb]
    if said and (told := _by_helpers(parse, verb, kind, mark, said)) is not None:
        return told
    if "to" in said:
        return None
    if tag == "VBD":
        return "held"
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


def _by_helpers(parse: Parse, verb: int, kind: str, mark: str | None, said: set[str]) -> EventStatus | None:
    """What a verb's helpers say ("will", "could have", "is being"); None when they leave it open."""
    tag = parse.tags[verb]
    if said & listed("auxiliaries", "planned"):
        return "planned"
    if "have" in said and said & _HYPOTHETIC:
        return "denied"  # "would have met": it did not come to it
    if said & listed("auxiliaries", "would") and (tag != "VBN" or "be" in said):
        return "planned" if _in_past_speech(parse, verb) else "possible"
    if said & listed("auxiliaries", "possible"):
        return "planned" if mark in ("so", "that") and _on_purpose(parse, verb) else "possible"
    if "to" in said:
        return None
    past = bool(said & _WAS)
    if "being" in said and not past:
        return "under way"
    if past or tag == "VBD" or said & _DONE:
        lasts = tag == "VBG" and not past and kind not in listed("speech", "kinds")
        return "under way" if lasts else "held"
    return None


def _on_purpose(parse: Parse, verb: int) -> bool:
    """ "Stayed so that he could vote"."""
    marks = [i for i in parse.children[verb] if parse.deps[i] in ("mark", "advmod") and i < verb]
    return any(parse.words[i].lower() == "that" and parse.words[i - 1].lower() == "so" for i in marks if i)


def with_to(parse: Parse, verb: int) -> bool:
    """Whether a verb is an infinitive with "to", active or passive ("to be delivered")."""
    return any(parse.tags[i] == "TO" for i in parse.children[verb])


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
    if tag == "VBN" and with_to(parse, verb):
        tag = "VB"
    if dep == "conj":
        first = verb_status(parse, head, kind, depth + 1)
        # "said that it had not lied and refuting the charge": "not" is of the first alone.
        return "held" if first == "denied" and tag == "VBG" != parse.tags[head] else first
    if parse.pos[head] == "ADP":
        return _after_preposition(parse, head, kind, depth)
    if parse.pos[head] in ("NOUN", "PROPN"):
        if tag == "VB" and parse.tags[verb] == "VB" and _singled_out(parse, head):
            above = parse.heads[head]
            return verb_status(parse, above, "", depth + 1) if parse.pos[above] == "VERB" else "held"
        if tag == "VBG" and _in_a_paper(parse, head, kind):
            return "held"
        if dep == "relcl" or tag != "VB":
            return "held" if tag == "VBN" else "under way" if tag == "VBG" else "planned"
        if parse.lemmas[head].lower() in listed("speech", "taken"):
            return "held"
        return classes("nouns").get(parse.lemmas[head].lower(), "planned")
    governor = class_of(parse, head)
    outer = verb_status(parse, head, "", depth + 1)
    if kind in listed("speech", "kinds") and (
        dep == "advcl" or parse.lemmas[head].lower() in listed("speech", "trying")
    ):
        if tag == "VBG" and outer in ("planned", "possible") and parse.deps[head] in ("ccomp", "xcomp"):
            return verb_status(
                parse, parse.heads[head], "", depth + 1
            )  # "said he will go, calling it a duty"
        return outer if outer != "denied" else "held"
    if parse.lemmas[head].lower() in listed("speech", "evidence"):
        return outer
    if kind == "CONSULT" and parse.lemmas[head].lower() in listed("speech", "meeting"):
        return outer  # "met to discuss the dam"
    if dep == "advcl" or governor is None:
        if tag == "VB":
            return "planned" if outer in ("held", "under way", "planned", "denied") else outer
        return "held" if outer == "denied" else outer
    return combined(governor, outer)


def _in_a_paper(parse: Parse, noun: int, kind: str) -> bool:
    """ "Sent the members a letter praising them": said in a paper, which is out."""
    if kind not in listed("speech", "kinds") and kind not in listed("speech", "uttered"):
        return False
    papers = listed("speech", "papers")
    if parse.lemmas[noun].lower() in papers:
        return True
    sent = parse.heads[noun]  # the parser likes to hang it on whom the paper goes to
    for above in (sent, parse.heads[sent]):
        if any(parse.lemmas[i].lower() in papers and parse.deps[i] == "dobj" for i in parse.children[above]):
            return parse.pos[above] == "VERB"
    return False


def _singled_out(parse: Parse, noun: int) -> bool:
    """ "The first leader to visit the island": who did it, not who is to do it."""
    return any(
        parse.words[i].lower() in listed("speech", "ordinals") and i < noun for i in parse.children[noun]
    )


def _in_place_of(parse: Parse, preposition: int) -> bool:
    """Whether a preposition is the "of" of "instead of", or the "than" of "rather than"."""
    before = parse.words[preposition - 1].lower() if preposition else ""
    return (before, parse.words[preposition].lower()) in (("instead", "of"), ("rather", "than"))


def _after_preposition(parse: Parse, preposition: int, kind: str, depth: int) -> EventStatus:
    word = parse.words[preposition].lower()
    above = parse.heads[preposition]
    if word == "before" and kind != "CONSULT" and parse.pos[above] == "VERB":
        # "Took the gun before shooting two men", "asked nobody before buying it": of what is past, both were.
        done = verb_status(parse, above, "", depth + 1)
        past = parse.tags[above] == "VBD" or any(
            parse.words[i].lower() == "did" for i in parse.children[above]
        )
        return "held" if done == "held" or (done == "denied" and past) else "planned"
    if word in listed("prepositions", "denied") or _in_place_of(parse, preposition):
        return "denied"  # "left without meeting the crews"
    if word in listed("prepositions", "planned"):
        return "planned"
    if word in listed("prepositions", "held"):
        return "held"
    if parse.pos[above] in ("NOUN", "PROPN"):
        return classes("nouns").get(parse.lemmas[above].lower(), "held")
    governor = class_of(parse, above)
    if governor in ("possible", "planned", "denied"):
        return cast(EventStatus, governor)
    return "held"
