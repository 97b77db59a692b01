"""Whose act a verb tells: its subject, found through coordination, control, relatives and writings."""

from twosource.language import Parse
from twosource.lexicon import load

__all__ = ["CUES", "subject_of", "torn_subject"]

CUES = frozenset(c for cues in load("negotiation")["cues"].values() for c in cues)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLIMBS = frozenset({"acomp", "conj", "xcomp", "ccomp", "advcl", "pcomp", "acl", "dep", "prep"})
_STEERING = frozenset(load("negotiation")["steering"]["verbs"])
_WRITINGS = frozenset(load("negotiation")["writings"]["nouns"])
_SPURNING = frozenset(load("negotiation")["idle"]["spurning"])
_REACHING = CUES | {"call", "phone", "meet", "contact", "approach", "ring", "visit"}
_TOLD_OF = {name: frozenset(verbs) for name, verbs in load("negotiation")["told_of"].items()}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CALLING = frozenset({"urge", "call", "implore", "exhort", "vow", "pledge"})
_CARRYING = frozenset({"in", "with", "via", "through", "by"})
"""Prepositions before a writing that its verb's subject makes ("said in a letter calling for")."""


def subject_of(parse: Parse, verb: int) -> int | None:
    """The head of the noun phrase that does what `verb` says, found through coordination and control."""
    at = verb
    # "the crews were arrested after refusing to leave": theirs, though the arrest is not
    held_to = parse.deps[verb] == "pcomp" and parse.lemmas[parse.heads[verb]] in ("after", "before", "for")
    for _ in range(8):
        own = parse.child(at, "nsubj", "nsubjpass")
        passive = own is not None and parse.deps[own] == "nsubjpass"
        if own is not None and not (at != verb and passive and parse.tags[verb] == "VBG" and not held_to):
            return _antecedent(parse, at, own)
        aside = next((i for i in parse.children[at] if i < at and parse.deps[i] == "parataxis"), None)
        if own is None and aside is not None and (named := parse.child(aside, "nsubj")) is not None:
            return named if parse.pos[named] != "PRON" else None
        if own is None and (taken := _taken_for_object(parse, at)) is not None:
            return taken
        dep, head = parse.deps[at], parse.heads[at]
        if head == at or parse.child(at, "csubj", "csubjpass") is not None:
            return None
        if dep == "relcl":
            return _among(parse, _nearest_joined(parse, at, head))
        if (other := _told_of(parse, at)) is not None:
            return other
        if dep == "acl":
            return _doer(parse, head)
        if dep not in _CLIMBS:
            return None
        if dep == "ccomp" and (twin := torn_subject(parse, at)) is not None:
            return twin
        held = parse.child(head, "dobj") if dep == "xcomp" and parse.lemmas[head] in _STEERING else None
        if held is not None and held < at:
            return held
        if parse.pos[head] in ("NOUN", "PROPN"):
            return _doer(parse, head)
        at = head
    return None


def torn_subject(parse: Parse, verb: int) -> int | None:
    """The subject of a finite clause that the parser tore off it ("said the toll set in May will be cut")."""
    if not any(parse.tags[i] == "MD" for i in parse.children[verb]):
        return None
    for i in parse.children[parse.heads[verb]]:
        if i < verb and parse.deps[i] == "ccomp" and (subject := parse.child(i, "nsubj")) is not None:
            return subject
    return None


def _antecedent(parse: Parse, verb: int, subject: int) -> int:
    """What a relative pronoun stands for; any other subject is itself."""
    if parse.words[subject].lower() not in _RELATIVE or parse.tags[subject] not in ("WP", "WDT", "IN", "DT"):
        return subject
    at = verb
    for _ in range(6):
        if parse.deps[at] == "relcl":
            return _among(parse, _nearest_joined(parse, at, parse.heads[at]))
        at = parse.heads[at]
    return subject


def _among(parse: Parse, noun: int) -> int:
    """ "Ruiz was among those who asked for it": Ruiz, besides others unnamed; else the noun itself."""
    prep = parse.heads[noun]
    be = parse.heads[prep]
    if parse.deps[noun] == "pobj" and parse.lemmas[prep] == "among" and parse.lemmas[be] == "be":
        named = parse.child(be, "nsubj")
        return named if named is not None else noun
    return noun


def _taken_for_object(parse: Parse, verb: int) -> int | None:
    """The subject of a second clause that the parser gave to the first as its object.

    In "said he was paid, and the ministry for weeks had refused to answer" a ministry is not what is said.
    """
    first = parse.heads[verb]
    if parse.deps[verb] != "conj" or not any(parse.deps[c] == "aux" for c in parse.children[verb]):
        return None
    for c in parse.children[first]:
        if first < c < verb and parse.deps[c] == "dobj" and parse.pos[c] in ("NOUN", "PROPN"):
            edge = parse.subtree(c)[0]
            if parse.tags[edge - 1] == "CC" and edge - 1 > first + 1:
                return c
    return None


def _nearest_joined(parse: Parse, verb: int, noun: int) -> int:
    """The antecedent of a relative clause: in "Lopez and Prado, who has signed" the last one alone."""
    one = any(parse.tags[i] == "VBZ" for i in (verb, *parse.children[verb]) if i <= verb)
    joined = [i for i in parse.children[noun] if noun < i < verb and parse.deps[i] == "conj"] if one else []
    return joined[-1] if joined and parse.pos[joined[-1]] == "PROPN" else noun


def _told_of(parse: Parse, verb: int) -> int | None:
    """Who does what another's verb tells of: "criticized Peru for refusing", "heard her asking him".

    Also the speaker who goes on behind what was said ("told him that it had not gone and asked him to stop").
    """
    dep, head = parse.deps[verb], parse.heads[verb]
    if dep == "pcomp" and parse.lemmas[head] in ("for", "over", "as", "of"):
        above = parse.heads[head]
        verbs = _TOLD_OF["citing" if parse.lemmas[head] == "as" else "blaming"]
        if parse.lemmas[above] in verbs and parse.pos[above] == "VERB":
            held = parse.child(above, "dobj")
            if held is None:  # "railed against Peru for refusing"
                at = next((i for i in parse.children[above] if parse.lemmas[i] in ("against", "at")), None)
                held = parse.child(at, "pobj") if at is not None else None
            return held if held is not None and held < head else None
        if parse.pos[above] in ("ADJ", "VERB") and parse.deps[above] in ("acomp", "ROOT", "conj"):
            at = next((i for i in parse.children[above] if i < head and parse.lemmas[i] == "at"), None)
            return parse.child(at, "pobj") if at is not None else None
        return None
    if dep == "advcl" and parse.tags[verb] == "VBG" and parse.lemmas[head] in _TOLD_OF["showing"]:
        held = parse.child(head, "dobj")
        return held if held is not None and parse.subtree(held)[1] == verb else None
    if dep == "conj" and parse.tags[verb] == "VBD" and parse.tags[head] == "VBN":
        above = parse.heads[head]
        past = any(parse.words[i].lower() == "had" and parse.deps[i] == "aux" for i in parse.children[head])
        heard = parse.child(above, "dobj", "dative") is not None
        told = heard and parse.tags[above] == "VBD" and parse.lemmas[above] in CUES
        if past and parse.lemmas[head] not in _REACHING and told and parse.deps[head] == "ccomp":
            return parse.child(above, "nsubj")
    if dep == "conj" and (same := _same_caller(parse, verb)) is not None:
        return same
    return _goes_on(parse, verb) if dep == "conj" else None


def _same_caller(parse: Parse, verb: int) -> int | None:
    """Who told whom in "he confirmed that Ruiz called him and told him to quit": Ruiz; the objects match."""
    above = parse.heads[verb]
    told = parse.child(above, "ccomp")
    heard = parse.child(verb, "dobj", "dative")
    if told is None or heard is None or parse.pos[heard] != "PRON" or not above < told < verb:
        return None
    before = parse.child(told, "dobj", "dative")
    if before is None or parse.words[before].lower() != parse.words[heard].lower():
        return None
    return parse.child(told, "nsubj")


def _goes_on(parse: Parse, verb: int) -> int | None:
    """The speaker of "said the mill made a fair offer and urged drivers to take it": the call is his own."""
    head = parse.heads[verb]
    above = parse.heads[head]
    if (
        parse.tags[verb] != "VBD"
        or parse.lemmas[verb] not in _CALLING
        or parse.child(verb, "mark") is not None
    ):
        return None
    told = parse.deps[head] == "ccomp" and parse.lemmas[above] in CUES and parse.tags[above] == "VBD"
    tensed = any(parse.tags[i] in _FINITE for i in (head, *parse.children[head]) if i <= head)
    finite = tensed and parse.lemmas[head] not in _REACHING
    return parse.child(above, "nsubj") if told and finite and above < head else None


def _doer(parse: Parse, noun: int) -> int | None:
    """Who is behind a noun that a verb hangs on: itself, or for a writing or an offer its owner or maker."""
    for _ in range(2):  # "a letter to the bank demanding": the letter does
        prep = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[prep]].lower() in _WRITINGS:
            noun = parse.heads[prep]
    if parse.lemmas[noun].lower() not in _WRITINGS:
        return _writer(parse, noun)
    owner = parse.child(noun, "poss")
    if owner is not None:
        return owner
    for i in parse.children[noun]:
        if parse.deps[i] == "prep" and parse.lemmas[i] in ("by", "from", "of"):
            return parse.child(i, "pobj")
    at = noun
    for _ in range(5):
        head = parse.heads[at]
        if head == at:
            return None
        if parse.pos[head] in ("VERB", "AUX"):
            makes = parse.deps[at] not in ("nsubj", "nsubjpass") and parse.lemmas[head] not in _SPURNING
            return subject_of(parse, head) if makes else noun
        if parse.deps[at] == "pobj" and parse.lemmas[head] not in _CARRYING:
            return noun  # "warned of posts calling for a march", "voted on a motion calling for more aid"
        at = head
    return None


def _writer(parse: Parse, noun: int) -> int | None:
    """ "Ruiz sent a letter on Monday from his office calling for a vote": Ruiz; else the noun itself."""
    prep = parse.heads[noun]
    verb = parse.heads[prep]
    if parse.deps[noun] != "pobj" or parse.pos[verb] != "VERB" or prep < verb:
        return noun
    thing = parse.child(verb, "dobj")
    if thing is None or parse.lemmas[thing].lower() not in _WRITINGS or thing > prep:
        return noun
    return subject_of(parse, verb)
