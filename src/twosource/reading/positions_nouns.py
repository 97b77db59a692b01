"""Stances that a noun carries: "its threat to V", "calls on X to V", "an offer of X"."""

from collections.abc import Sequence

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Stance

from .positions_conditions import Clause
from .positions_findings import HOSTILE, MATTERS, STANCES, Finding, agent_of, has_to, is_moot
from .positions_grammar import is_negated, modal_of, subject_of
from .positions_parties import Scene

__all__ = ["NOUNS", "by_noun"]

_LEXICON = load("negotiation")
NOUNS: dict[str, Stance] = {n: s for s in STANCES for n in _LEXICON["nouns"].get(s, ())}
_STATING = frozenset(_LEXICON["clauses"]["stating"])
_HELD = frozenset({"willingness", "readiness", "unwillingness", "refusal"})
"""Nouns whose "of" gives the holder ("the refusal of some members to sign"), not what is offered."""
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
    if stance == "commits" and parse.lemmas[i] == "vow" and parse.lemmas[head] in HOSTILE:
        stance = "threatens"
    own = stance != "demands" and parse.pos[head] in ("VERB", "AUX")
    return Finding(stance=stance, trigger=i, head=head, holder=holder, mover=mover, self_moved=own)


def _noun_complement(scene: Scene, i: int, stance: Stance) -> tuple[int, int | None] | None:
    parse = scene.parse
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
            if lemma == "for" and parse.lemmas[noun].lower() in MATTERS:
                return noun, agent_of(parse, noun)
        if dep == "prep" and lemma == "of" and stance in ("offers", "threatens"):
            inner, noun = parse.child(c, "pcomp"), parse.child(c, "pobj")
            if inner is not None:
                return inner, None
            if noun is not None and parse.lemmas[noun].lower() in MATTERS:
                return noun, None
    return None


def _torn_complement(parse: Parse, i: int, stance: Stance) -> tuple[int, int | None] | None:
    """The infinitive of a noun that the parser hung on its verb ("repeated her vow to walk out")."""
    verb = parse.heads[i]
    if stance == "demands" or parse.deps[i] != "dobj" or parse.lemmas[verb] not in _STATING:
        return None
    act = next((c for c in parse.children[verb] if c > i and parse.deps[c] in ("advcl", "xcomp")), None)
    if act is None or not has_to(parse, act) or parse.child(act, "nsubj") is not None:
        return None
    return act, None


def _noun_holder(scene: Scene, i: int) -> int | None:
    """Whose offer, threat or call it is: its owner, its maker, else its verb's subject."""
    parse = scene.parse
    owner = parse.child(i, "poss")
    if owner is not None and (parse.pos[owner] != "PRON" or scene.actor(owner) is not None):
        return owner
    for c in parse.children[i]:
        held = c > i and parse.lemmas[c] == "of" and parse.lemmas[i] in _HELD
        if parse.deps[c] == "prep" and (parse.lemmas[c] in ("by", "from") or held):
            return parse.child(c, "pobj")
    at = i
    for _ in range(4):
        head = parse.heads[at]
        if head == at or parse.deps[at] in ("nsubj", "nsubjpass"):
            return None
        if parse.pos[head] in ("VERB", "AUX"):
            return subject_of(parse, head) if parse.lemmas[head] not in _SPURNING else None
        at = head
    return None
