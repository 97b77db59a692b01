"""Stances in set phrases: "off the table", "wants them returned", "complained that it has not paid"."""

from collections.abc import Iterator, Sequence

from twosource.lexicon import load

from .positions_conditions import Clause
from .positions_findings import MATTERS, Finding, triggers
from .positions_grammar import is_negated
from .positions_parties import Scene
from .positions_subjects import subject_of

__all__ = ["IDIOMS", "find_idioms"]

_REFUSING = frozenset(load("negotiation")["idle"]["unthinkable"])
IDIOMS = frozenset({"want", "table", "question", "complain", "acceptable", "option"}) | _REFUSING


def find_idioms(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """The stances that set phrases of the sentence state, in text order."""
    parse = scene.parse
    for i, lemma in triggers(parse, IDIOMS, clauses):
        found = None
        if lemma == "want" and parse.pos[i] == "VERB":
            found = _wanted(scene, i)
        elif lemma == "complain":
            found = _complained(scene, i)
        elif lemma in ("table", "question", "acceptable", "option") or lemma in _REFUSING:
            found = _off_the_table(scene, i)
        if found is not None:
            yield found


def _wanted(scene: Scene, i: int) -> Finding | None:
    """ "Chile wants the pilots freed": a demand whose act is a participle."""
    parse = scene.parse
    act = next(
        (c for c in parse.children[i] if c > i and parse.deps[c] == "ccomp" and parse.tags[c] == "VBN"), None
    )
    if act is None or is_negated(parse, i) or parse.child(act, "nsubj", "nsubjpass") is None:
        return None
    return Finding(stance="demands", trigger=i, head=act, holder=subject_of(parse, i), whole=True)


def _complained(scene: Scene, i: int) -> Finding | None:
    """ "It complained that the bank has not paid": what has not been done is asked for."""
    parse = scene.parse
    act = parse.child(i, "ccomp")
    if act is None or not is_negated(parse, act) or parse.tags[act] != "VBN":
        return None
    subject = parse.child(act, "nsubj")
    holder = subject_of(parse, i)
    if (
        subject is None
        or holder is None
        or scene.actor(subject) is None
        or scene.actor(subject) == scene.actor(holder)
    ):
        return None
    # With its subject and its "not": the bare act would read as if it were asked for the other way round.
    return Finding(stance="demands", trigger=i, head=act, holder=holder, mover=subject, whole=True)


def _off_the_table(scene: Scene, i: int) -> Finding | None:
    """ "said a pay cut was off the table", "is not acceptable", "out of the question"."""
    parse = scene.parse
    at, away = i, parse.lemmas[i] in _REFUSING
    while parse.deps[at] in ("pobj", "prep", "acomp", "attr") and parse.lemmas[at] != "be":
        away = away or parse.lemmas[at] in ("off", "out")
        at = parse.heads[at]
    subject = parse.child(at, "nsubj")
    if parse.lemmas[at] != "be" or subject is None or away == is_negated(parse, at):
        return None
    cue, speaker = scene.speaker_of(at)
    noun = parse.lemmas[subject].lower()
    if noun == "action":  # "called her actions unacceptable" blames
        return None
    if speaker is None or not (noun in MATTERS or noun.endswith(("al", "tion", "ing"))):
        return None
    return Finding(
        stance="refuses", trigger=i, head=subject, holder=None, speaker=speaker, self_moved=True, cue=cue
    )
