"""Refusals without "will not": "we are not going back until", "said talks would begin only after"."""

from collections.abc import Iterator, Sequence

from twosource.lexicon import load

from .positions_conditions import Clause
from .positions_findings import Finding, is_moot
from .positions_grammar import is_negated, modal_of
from .positions_parties import Scene
from .positions_voices import awaits_other

__all__ = ["find_refusals"]

_STARTING = frozenset(load("standoffs")["terms"]["starting"])
_BEING = frozenset({"is", "are", "am", "'re", "’re", "'m", "’m"})


def find_refusals(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """ "We are not going back until they pay", "said talks would begin only after Peru has paid"."""
    parse = scene.parse
    for clause in clauses:
        verb = clause.governor
        if clause.first <= verb or parse.pos[verb] not in ("VERB", "AUX") or not clause.finite:
            continue
        subject = parse.child(verb, "nsubj")
        if subject is None or is_moot(parse, verb, clauses):
            continue
        cue, speaker = scene.speaker_of(verb)
        lasting = clause.kind in ("until", "unless", "as long as") and is_negated(parse, verb)
        if parse.tags[verb] == "VBG" and lasting and parse.child(verb, "aux") is not None:
            plain = parse.words[parse.child(verb, "aux") or 0].lower() in _BEING
            named = cue is None and scene.cast.of_token(scene.line, subject) is not None
            if plain and (named or scene.own(subject, speaker, cue)):
                yield Finding(
                    stance="refuses", trigger=verb, head=verb, holder=subject, speaker=speaker,
                    self_moved=True, cue=cue,
                )  # fmt: skip
        elif parse.lemmas[verb] in _STARTING and modal_of(parse, verb) in ("will", "would"):
            thing = parse.pos[subject] == "NOUN" and scene.cast.of_token(scene.line, subject) is None
            if thing and (lasting or clause.only) and awaits_other(scene, clause, speaker):
                yield Finding(
                    stance="refuses", trigger=verb, head=subject, holder=None, speaker=speaker,
                    self_moved=True, cue=cue, modal=True,
                )  # fmt: skip
