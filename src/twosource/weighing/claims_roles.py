"""The parts of a clause: who does it, to what or to whom, and its words as text."""

from collections.abc import Mapping, Sequence

from twosource.language import Parse

from .claims_clauses import Clause
from .claims_wording import wording

__all__ = ["asides", "doer", "objects", "plain_text", "proper", "resolved", "subjects", "things"]

_BETWEEN = frozenset(
    {"however", "meanwhile", "moreover", "nevertheless", "nonetheless", "therefore", "furthermore", "also"}
)


def doer(parse: Parse, clause: Clause) -> list[int]:
    """The tokens of who does it: the subject, in the passive the agent, of a noun whose it is."""
    found: list[int] = []
    turned = False
    for c in parse.children[clause.head]:
        dep = parse.deps[c]
        turned |= dep == "nsubjpass"
        by = dep == "prep" and clause.nominal and parse.lemmas[c].lower() == "by"
        if by or dep in ("nsubj", "poss", "agent"):
            found += parse.below(c)
    if clause.lent and not found and not turned:
        return list(clause.lent)
    own = {*clause.tokens, *clause.lent}
    return [i for i in found if i in own]


def things(parse: Parse, clause: Clause) -> list[int]:
    """The noun that the deed is done to, or that the subject is; without one, those of the head's phrases."""
    own = {*clause.tokens, *clause.lent}
    beside = [c for c in parse.children[clause.head] if c in own]
    found = [c for c in beside if parse.deps[c] in ("dobj", "attr", "nsubjpass")]
    if not found:
        preps = (c for c in beside if parse.deps[c] == "prep")
        found = [g for c in preps for g in parse.children[c] if parse.deps[g] == "pobj" and g in own]
    return [i for i in found if parse.pos[i] in ("NOUN", "PROPN")]


def asides(parse: Parse, clause: Clause) -> set[int]:
    """What is said beside a name between commas: a statement of its own, which two clauses may share and
    still tell of two things ("Voss, the owner, left", "Voss, the owner, wept").
    """
    if clause.nominal:
        return set()
    found: set[int] = set()
    for i in clause.tokens:
        beside = parse.deps[i] == "appos" and parse.pos[i] == "NOUN" and parse.pos[parse.heads[i]] == "PROPN"
        if beside and i != clause.head and parse.words[parse.subtree(i)[0] - 1] in (",", "–", "—", "("):
            found.update(parse.below(i))
    return found - {clause.head}


def proper(parse: Parse, own: Sequence[int], doer: Sequence[int]) -> list[int]:
    """The names outside the subject."""
    out = set(doer)
    return [i for i in own if parse.pos[i] == "PROPN" and i not in out]


def resolved(
    parse: Parse, clause: Clause, who: Mapping[int, tuple[str, bool]], called: Mapping[str, str]
) -> str:
    """The words of a clause with names for pronouns, without "however" and its like."""
    spoken, said = [*clause.lent, *clause.spoken], []
    changed = False
    for i in spoken:
        name = called.get(who[i][0]) if i in who and parse.pos[i] == "PRON" else None
        if name is not None:
            said.append(f"{name}'s" if parse.tags[i] == "PRP$" else name)
        elif parse.words[i].lower() not in _BETWEEN:
            said.append(parse.words[i])
        changed |= not said or said[-1] != parse.words[i]
    return " ".join(said).replace(" ,", ",").strip(" ,;") if changed else plain_text(parse, clause)


def subjects(parse: Parse, clause: Clause, who: Mapping[int, tuple[str, bool]]) -> frozenset[str]:
    """The actor who is the subject itself; where it is shared, the one who lends it."""
    heads = [c for c in parse.children[clause.head] if parse.deps[c] in ("nsubj", "nsubjpass")]
    if not heads:
        heads = [i for i in clause.lent if parse.deps[i] in ("nsubj", "nsubjpass")]
    return frozenset(who[i][0] for i in heads if i in who)


def objects(parse: Parse, clause: Clause, who: Mapping[int, tuple[str, bool]]) -> frozenset[str]:
    """The actors whom the deed is done to or with, next to the head ("is to meet": to the deed that the head
    leans on) or by one preposition.
    """
    found = set()
    deeds = (c for c in parse.children[clause.head] if parse.deps[c] == "xcomp" and parse.pos[c] == "VERB")
    for c in (*parse.children[clause.head], *(g for deed in deeds for g in parse.children[deed])):
        if parse.deps[c] in ("dobj", "dative", "iobj") and c in who:
            found.add(who[c][0])
        elif parse.deps[c] == "prep" and parse.lemmas[c].lower() in ("with", "against"):
            found.update(who[g][0] for g in parse.children[c] if g in who)
    return frozenset(found)


def plain_text(parse: Parse, clause: Clause) -> str:
    """The words of a clause; a name and what is said beside it stand as they would in a sentence."""
    if clause.lent and parse.pos[clause.head] == "NOUN":
        return f"{wording(parse, clause.lent)}, {wording(parse, clause.tokens)}"
    return wording(parse, clause.spoken, clause.lent)
