"""How things are, or ought to be, in somebody's eyes: nobody is asked, and nobody says that he will act."""

from collections.abc import Callable

from twosource.lexicon import load

from .positions_findings import OBJECTS, Finding
from .positions_grammar import modal_of
from .positions_parties import Scene
from .positions_subjects import subject_of

__all__ = ["is_opinion"]

_LEXICON = load("negotiation")["opinions"]
_LETTING = frozenset(_LEXICON["letting"])
_WELCOMED = frozenset(_LEXICON["welcomed"])
_EMPLOYING = frozenset(_LEXICON["employing"])
_POINTING = frozenset({"that", "this", "such"})
_STEPS = frozenset({"step", "action", "measure", "move", "course"})
_MARKS = frozenset({'"', "“", "”", "''", "``", "’’"})
_THIRD = frozenset({"he", "she", "they", "it"})


def is_opinion(scene: Scene, finding: Finding) -> bool:
    """Whether a finding only tells how things are, ought to be or will turn out."""
    return any(test(scene, finding) for test in _TESTS)


def _is_maxim(scene: Scene, finding: Finding) -> bool:
    """ "We must never let hatred win": of an evil, and asked of nobody in particular."""
    parse, verb = scene.parse, finding.head
    if not finding.modal or finding.stance != "demands" or parse.lemmas[verb] not in _LETTING:
        return False
    ours = finding.mover is not None and parse.words[finding.mover].lower() == "we"
    return ours and any(parse.words[c].lower() == "never" for c in parse.children[verb])


def _is_wish(scene: Scene, finding: Finding) -> bool:
    """ "I want everyone to have a chance": no act is asked for."""
    parse, verb = scene.parse, finding.head
    if finding.stance != "demands" or finding.modal or parse.lemmas[finding.trigger] not in ("want", "like"):
        return False
    thing = parse.child(verb, "dobj")
    return (
        parse.lemmas[verb] in ("have", "get") and thing is not None and parse.lemmas[thing].lower() in OBJECTS
    )


def _is_welcome(scene: Scene, finding: Finding) -> bool:
    """ "Open to all people", "open to visitors": no readiness to do anything."""
    parse, head = scene.parse, finding.head
    if parse.lemmas[finding.trigger] != "open" or parse.pos[head] not in ("NOUN", "PROPN", "PRON"):
        return False
    prep = parse.heads[head]
    lemma = parse.lemmas[head].lower()
    if any(parse.deps[c] == "det" and parse.words[c].lower() == "some" for c in parse.children[head]):
        return False  # "open to some refugees"
    return parse.lemmas[prep] == "to" and lemma in _WELCOMED


def _points_back(scene: Scene, finding: Finding) -> bool:
    """ "Urged them to do the same", "to take that step", "such a law": the act itself stands elsewhere."""
    parse, verb = scene.parse, finding.head
    if parse.pos[verb] == "NOUN":
        first, stop = parse.subtree(verb)
        return parse.words[first].lower() == "such" and stop - first <= 3
    if parse.pos[verb] != "VERB":
        return False
    thing = parse.child(verb, "dobj")
    if thing is None or thing < verb:
        return False
    if parse.lemmas[verb] == "do":
        return parse.words[thing].lower() in ("same", "likewise")
    things = finding.modal and finding.mover is not None and scene.actor(finding.mover) is None
    if things and parse.words[thing].lower() in _POINTING and parse.subtree(thing) == (thing, thing + 1):
        return True  # "the threat should not change that"
    if parse.lemmas[verb] != "take" or parse.lemmas[thing] not in _STEPS:
        return False
    return any(parse.words[c].lower() in _POINTING for c in parse.children[thing])


def _is_half(scene: Scene, finding: Finding) -> bool:
    """ "We won't only complain, we will sue": the first half alone is not what is said."""
    parse, at = scene.parse, finding.trigger
    if not finding.modal:
        return False
    return any(
        parse.deps[c] == "neg" and parse.words[c + 1].lower() in ("only", "just", "merely", "simply")
        for c in parse.children[at]
        if c + 1 < at
    )


def _is_outcome(scene: Scene, finding: Finding) -> bool:
    """ "We will end up in court": how it will turn out."""
    parse, verb = scene.parse, finding.head
    if not finding.modal or parse.lemmas[verb] not in ("end", "wind", "finish"):
        return False
    return any(parse.words[c].lower() == "up" for c in parse.children[verb] if parse.deps[c] != "prep")


def _is_put_in_mouth(scene: Scene, finding: Finding) -> bool:
    """ "Then he says we are going to pay for it," said Ruiz: what another makes of the speaker's side."""
    parse, cue = scene.parse, finding.cue
    if not finding.modal or finding.stance == "demands" or cue is None or not scene.quoted(cue):
        return False
    between = parse.words[min(cue, finding.trigger) : max(cue, finding.trigger)]
    if not _MARKS.isdisjoint(between):
        return False
    sayer, doer = subject_of(parse, cue), subject_of(parse, finding.trigger)
    if sayer is None or doer is None or modal_of(parse, finding.trigger) not in ("will", "would"):
        return False
    return parse.words[sayer].lower() in _THIRD and parse.words[doer].lower() in ("i", "we")


def _is_put_to_use(scene: Scene, finding: Finding) -> bool:
    """ "Will use his promise to vote against it": the vote is what the promise is used for."""
    parse, at = scene.parse, finding.trigger
    if parse.pos[at] != "NOUN" or parse.deps[at] != "dobj" or parse.pos[finding.head] != "VERB":
        return False
    return parse.lemmas[parse.heads[at]] in _EMPLOYING


def _is_told_by_critic(scene: Scene, finding: Finding) -> bool:
    """ "Too many of them backed down," she said: how another's conduct looks to her."""
    parse, at = scene.parse, finding.trigger
    if finding.stance != "accepts" or finding.head != at or finding.modal or finding.holder is None:
        return False
    return scene.quoted(at) and parse.pos[at] == "VERB" and not scene.first_person(finding.holder)


_TESTS: tuple[Callable[[Scene, Finding], bool], ...] = (
    _is_maxim, _is_wish, _is_welcome, _points_back, _is_half, _is_outcome,
    _is_put_in_mouth, _is_put_to_use, _is_told_by_critic,
)  # fmt: skip
