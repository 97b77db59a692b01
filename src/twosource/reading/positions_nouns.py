"""Stances that a noun carries: "its threat to V", "calls on X to V", "an offer of X"."""

from collections.abc import Sequence

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Stance

from .positions_conditions import Clause
from .positions_findings import (
    MATTERS,
    OBJECTS,
    STANCES,
    Finding,
    agent_of,
    has_to,
    hurts,
    is_matter,
    is_moot,
)
from .positions_grammar import is_negated, modal_of
from .positions_parties import Scene
from .positions_subjects import subject_of

__all__ = ["NOUNS", "by_noun"]

_LEXICON = load("negotiation")
NOUNS: dict[str, Stance] = {n: s for s in STANCES for n in _LEXICON["nouns"].get(s, ())}
_STATING = frozenset(_LEXICON["clauses"]["stating"])
_HELD = frozenset({"willingness", "readiness", "unwillingness", "refusal"})
"""Nouns whose "of" gives the holder ("the refusal of some members to sign"), not what is offered."""
_DEBATES = frozenset(_LEXICON["hollow"]["debates"])
_OWNERS = {"his": ("person",), "her": ("person",), "its": ("organization", "country", "group")}
_AMID = frozenset(
    {"amid", "amidst", "despite", "after", "following", "alongside", "against", "under", "since"}
)
_AGAINST = frozenset({"opposition", "objection"})
_ACCOUNTS = frozenset(_LEXICON["hollow"]["accounts"])
_HEARD = frozenset({"call", "appeal", "plea", "request"})
_TAKING = frozenset({"take", "bring", "carry", "use", "address", "acknowledge", "amplify", "turn", "leave"})
"""Verbs that do something with the calls of others ("took calls for a vote a step further")."""
_SPURNING = frozenset(_LEXICON["idle"]["spurning"])


def by_noun(scene: Scene, i: int, clauses: Sequence[Clause]) -> Finding | None:
    """The stance that the noun at `i` carries, where it says to do what."""
    parse = scene.parse
    if is_moot(parse, i, clauses) or any(parse.words[c].lower() == "no" for c in parse.children[i]):
        return None
    stance = NOUNS[parse.lemmas[i]]
    matched = _noun_complement(scene, i, stance) or _torn_complement(parse, i, stance)
    if matched is None:
        return None
    head, mover = matched
    holder = _noun_holder(scene, i)
    if holder is None or holder == mover:
        return None
    if stance in ("commits", "accepts") and parse.pos[head] == "VERB" and is_negated(parse, head):
        stance = "refuses"
    if stance == "commits" and parse.lemmas[i] == "vow" and hurts(parse, head):
        stance = "threatens"
    own = stance != "demands" and parse.lemmas[i] not in _AGAINST and parse.pos[head] in ("VERB", "AUX")
    thing = stance == "demands" and mover is not None and parse.heads[mover] == head
    whole = thing and mover is not None and parse.pos[mover] == "NOUN" and scene.actor(mover) is None
    return Finding(
        stance=stance, trigger=i, head=head, holder=holder, mover=mover, self_moved=own, whole=whole
    )


def _noun_complement(scene: Scene, i: int, stance: Stance) -> tuple[int, int | None] | None:
    parse = scene.parse
    if stance == "commits" and (thing := _promised(parse, i)) is not None:
        return thing, None
    for c in parse.children[i]:
        if c < i:
            continue
        dep, lemma = parse.deps[c], parse.lemmas[c]
        if dep in ("acl", "relcl", "xcomp", "ccomp") and parse.pos[c] in ("VERB", "AUX"):
            subject = parse.child(c, "nsubj", "nsubjpass")
            if has_to(parse, c) and (dep != "relcl" or subject is None):
                return c, subject
            if (
                stance == "demands"
                and subject is not None
                and (parse.tags[c] in ("VB", "VBP") or modal_of(parse, c))
            ):
                return c, subject
        if dep == "prep" and stance == "demands" and lemma in ("for", "on"):
            inner, noun = parse.child(c, "pcomp"), parse.child(c, "pobj")
            if inner is not None:
                return inner, parse.child(inner, "nsubj")
            if noun is None:
                continue
            act = next(
                (k for k in (*parse.children[noun], *parse.children[i]) if k > noun and has_to(parse, k)),
                None,
            )
            if act is not None and scene.actor(noun) is not None:
                return act, noun
            said = parse.tags[i] == "NNS" or parse.child(i, "poss") is not None
            asked = said and parse.lemmas[i] == "demand" and parse.lemmas[noun].lower() not in OBJECTS
            if lemma == "for" and (asked or parse.lemmas[noun].lower() in MATTERS):
                return noun, agent_of(parse, noun)
        if dep == "prep" and lemma == "to" and parse.lemmas[i] in _AGAINST:
            inner, noun = parse.child(c, "pcomp"), parse.child(c, "pobj")
            if inner is not None and parse.tags[inner] == "VBG":
                return inner, parse.child(inner, "nsubj")
            if noun is not None and is_matter(parse, noun):
                return noun, None
        if dep == "prep" and lemma == "of" and stance in ("offers", "threatens"):
            inner, noun = parse.child(c, "pcomp"), parse.child(c, "pobj")
            if inner is not None:
                return inner, None
            if noun is not None and parse.lemmas[noun].lower() in MATTERS:
                return noun, None
    return None


def _promised(parse: Parse, i: int) -> int | None:
    """What a promise is of: "promises of aid to the islands to rebuild"."""
    of = parse.child(i, "prep")
    if of is None or parse.lemmas[of] != "of":
        return None
    noun = parse.child(of, "pobj")
    return noun if noun is not None and parse.lemmas[noun].lower() in MATTERS else None


def _torn_complement(parse: Parse, i: int, stance: Stance) -> tuple[int, int | None] | None:
    """The infinitive of a noun that the parser hung on its verb ("repeated her vow to walk out")."""
    verb = parse.heads[i]
    if stance == "demands" or parse.deps[i] != "dobj" or parse.lemmas[verb] not in _STATING:
        return None
    act = next((c for c in parse.children[verb] if c > i and parse.deps[c] in ("advcl", "xcomp")), None)
    if act is None or not has_to(parse, act) or parse.child(act, "nsubj") is not None:
        return None
    return act, None


def _bound(scene: Scene, i: int, owner: int) -> int | None:
    """Whose "his" is, where only its clause's subject can be meant ("Ruiz boasted of his offer to ...")."""
    parse = scene.parse
    kinds = _OWNERS.get(parse.words[owner].lower())
    verb = next((h for h in parse.ancestors(i) if parse.pos[h] == "VERB"), None)
    if kinds is None or verb is None or verb > owner or parse.lemmas[verb] in _SPURNING:
        return None
    subject = subject_of(parse, verb)
    who = scene.actor(subject) if subject is not None and parse.pos[subject] == "PROPN" else None
    if who is None or scene.cast.actor(who).type not in kinds:
        return None
    rivals = any(parse.pos[k] in ("PROPN", "PRON") for k in range(verb + 1, owner))
    return None if rivals else subject


def _is_told_of(parse: Parse, prep: int) -> bool:
    """Whether a noun is only what another one is about ("the story of an offer")."""
    above = parse.heads[prep]
    if parse.lemmas[prep] in ("on", "over", "about") and parse.lemmas[above].lower() in _DEBATES:
        return True
    return parse.lemmas[prep] in ("of", "about") and parse.lemmas[above].lower() in _ACCOUNTS


def _noun_holder(scene: Scene, i: int) -> int | None:
    """Whose offer, threat or call it is: its owner, its maker, else its verb's subject."""
    parse = scene.parse
    owner = parse.child(i, "poss")
    if owner is not None and (own := _bound(scene, i, owner)) is not None:
        return own
    if owner is not None and (parse.pos[owner] != "PRON" or scene.actor(owner) is not None):
        return owner
    for c in parse.children[i]:
        held = c > i and parse.lemmas[c] == "of" and parse.lemmas[i] in _HELD
        if parse.deps[c] == "prep" and (parse.lemmas[c] in ("by", "from") or held):
            return parse.child(c, "pobj")
    adjective = next(
        (c for c in parse.children[i] if c < i and parse.tags[c] == "JJ" and parse.words[c][0].isupper()),
        None,
    )
    if adjective is not None:
        return adjective  # "Republican calls for a vote": theirs, whoever renews them
    at = i
    for _ in range(4):
        head = parse.heads[at]
        if head == at or parse.deps[at] in ("nsubj", "nsubjpass"):
            return None
        if parse.deps[at] == "pobj" and (_is_told_of(parse, head) or parse.lemmas[head].lower() in _AMID):
            return None
        if parse.pos[head] in ("VERB", "AUX"):
            heard = parse.lemmas[head] in _SPURNING or (
                parse.deps[at] == "dobj" and parse.lemmas[i] in _HEARD and parse.lemmas[head] in _TAKING
            )
            return subject_of(parse, head) if not heard else None
        at = head
    return None
