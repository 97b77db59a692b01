"""Stances of attitude: "is opposed to", "does not support", "has no plans to", "it is time for X to"."""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.lexicon import load

from .positions_conditions import Clause
from .positions_findings import MATTERS, MOVES, Finding, has_to, is_matter, triggers
from .positions_grammar import cue_over, is_negated, modal_of, past_modal
from .positions_parties import Scene
from .positions_subjects import subject_of

__all__ = ["ATTITUDES", "DENIED", "find_attitudes"]

_LEXICON = load("negotiation")["attitudes"]
_FAVOURING = frozenset(_LEXICON["favouring"])
_MEANING = frozenset(_LEXICON["meaning"])
_STANDING = frozenset(_LEXICON["standing"])
_ACTS = MOVES | frozenset(load("negotiation")["hollow"]["deeds"])
ATTITUDES = frozenset({"opposed", "oppose", "against"})
"""Lemmas one of which such a stance holds; a denied one and "it is time" hold one of `DENIED` instead."""
DENIED = _FAVOURING | _MEANING | {"time"}
_ALL = ATTITUDES | DENIED


def find_attitudes(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """The stances of attitude that a sentence holds, in text order."""
    parse = scene.parse
    for i, lemma in triggers(parse, _ALL, clauses):
        found = None
        if lemma in ("opposed", "oppose"):
            found = _opposed(scene, i)
        elif lemma == "against":
            found = _against(scene, i)
        elif lemma in _FAVOURING:
            found = _unsupported(scene, i)
        elif lemma in _MEANING and parse.pos[i] == "NOUN":
            found = _not_meant(scene, i)
        elif lemma == "time":
            found = _due(scene, i)
        if found is not None:
            yield found


def _goal(parse: Parse, prep: int | None) -> int | None:
    """The act or matter behind a preposition."""
    if prep is None:
        return None
    act, noun = parse.child(prep, "pcomp"), parse.child(prep, "pobj")
    if act is not None:
        return act if parse.tags[act] == "VBG" else None
    return noun if noun is not None and is_matter(parse, noun) else None


def _opposed(scene: Scene, i: int) -> Finding | None:
    """ "Is opposed to the merger", "groups opposed to cutting pensions"."""
    parse = scene.parse
    if parse.words[i].lower() != "opposed" or (i and parse.words[i - 1].lower() == "as"):
        return None
    prep = next((c for c in parse.children[i] if c == i + 1 and parse.words[c] == "to"), None)
    head = _goal(parse, prep)
    verb = parse.heads[i] if parse.deps[i] in ("acomp", "oprd", "xcomp") else i
    if head is None or is_negated(parse, verb) or is_negated(parse, i) or modal_of(parse, verb) is not None:
        return None
    return _refused(i, head, subject_of(parse, verb), cue_over(parse, verb))


def _against(scene: Scene, i: int) -> Finding | None:
    """ "The union is against the sale", "came out against cutting pensions"."""
    parse = scene.parse
    verb = parse.heads[i]
    stands = (
        parse.lemmas[verb] in _STANDING and parse.deps[i] == "prep" and parse.pos[verb] in ("VERB", "AUX")
    )
    head = _goal(parse, i)
    if not stands or head is None or is_negated(parse, verb) or modal_of(parse, verb) is not None:
        return None
    return _refused(i, head, subject_of(parse, verb), cue_over(parse, verb))


def _unsupported(scene: Scene, i: int) -> Finding | None:
    """ "Does not support any plan that would close the school": refused."""
    parse = scene.parse
    head = parse.child(i, "dobj")
    if parse.pos[i] != "VERB" or head is None or head < i or not is_negated(parse, i):
        return None
    if modal_of(parse, i) is not None or parse.lemmas[head].lower() not in MATTERS | {
        "anything",
        "proposition",
    }:
        return None
    if not any(parse.lemmas[c] == "do" and parse.deps[c] == "aux" for c in parse.children[i]):
        return None
    return _refused(i, head, subject_of(parse, i), cue_over(parse, i))


def _not_meant(scene: Scene, i: int) -> Finding | None:
    """ "Has no plans to sell", "had no intention of selling": refused by whoever has none."""
    parse = scene.parse
    verb = parse.heads[i]
    none = any(parse.deps[c] == "det" and parse.words[c].lower() == "no" for c in parse.children[i])
    if not none or parse.lemmas[verb] not in ("have", "show") or parse.deps[i] != "dobj":
        return None
    head = next((c for c in parse.children[i] if c > i and has_to(parse, c)), None)
    if head is None:
        prep = next((c for c in parse.children[i] if c > i and parse.words[c] in ("of", "in")), None)
        head = parse.child(prep, "pcomp") if prep is not None else None
    if head is None or parse.pos[head] != "VERB":
        return None
    return Finding(
        stance="refuses", trigger=i, head=head, holder=subject_of(parse, verb), self_moved=True,
        cue=cue_over(parse, verb),
    )  # fmt: skip


def _due(scene: Scene, i: int) -> Finding | None:
    """ "It is time for the cabinet to open the books," she said: asked for."""
    parse = scene.parse
    verb = parse.heads[i]
    subject = parse.child(verb, "nsubj")
    if parse.lemmas[verb] != "be" or parse.deps[i] != "attr" or subject is None or past_modal(parse, verb):
        return None
    if parse.words[subject].lower() != "it" or parse.tags[verb] == "VBD" or is_negated(parse, verb):
        return None
    head = next(
        (
            c
            for h in (i, verb)
            for c in parse.children[h]
            if c > i and has_to(parse, c) and parse.pos[c] == "VERB"
        ),
        None,
    )
    if head is None:
        return None
    _, speaker = scene.speaker_of(verb)
    mover = parse.child(head, "nsubj")
    if speaker is None or (mover is None and parse.lemmas[head] not in _ACTS):
        return None
    return Finding(
        stance="demands", trigger=i, head=head, holder=None, speaker=speaker, mover=mover,
        cue=cue_over(parse, verb),
    )  # fmt: skip


def _refused(trigger: int, head: int, holder: int | None, cue: int | None) -> Finding | None:
    if holder is None:
        return None
    return Finding(stance="refuses", trigger=trigger, head=head, holder=holder, cue=cue)
