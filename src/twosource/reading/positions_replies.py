"""Stances of those who answer or order: "but Chile refused", "the firm relented", "Open the port!"."""

from collections.abc import Iterator, Sequence

from twosource.lexicon import load

from .positions_conditions import Clause
from .positions_findings import Finding, has_to, is_matter, is_moot
from .positions_grammar import cue_over, is_negated, modal_of
from .positions_parties import Scene
from .positions_subjects import subject_of

__all__ = ["ORDERED", "REPLIES", "find_replies"]

_LEXICON = load("negotiation")["replies"]
_REFUSING = frozenset({"refuse", "decline", "balk", "demur"})
_YIELDING = frozenset(_LEXICON["yielding"])
_PARTICLES: dict[str, list[str]] = _LEXICON["particles"]
_ASKING = frozenset(_LEXICON["asking"])
_BRANDING = frozenset({"call", "deem", "brand", "label"})
_UNTHINKABLE = frozenset(load("negotiation")["idle"]["unthinkable"])
_COUNTERED = frozenset(_LEXICON["countered"])
_SUMS = frozenset(_LEXICON["sums"])
ORDERED = frozenset(_LEXICON["ordered"])
REPLIES = _YIELDING | _BRANDING | {"counter"}
"""Lemmas of answers, besides those of verbs that state a position; an order holds one of `ORDERED`."""
_EVERY = REPLIES | frozenset(_PARTICLES) | _REFUSING | ORDERED


def find_replies(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """The answers and orders that a sentence holds, in text order."""
    parse = scene.parse
    if _EVERY.isdisjoint(parse.lemmas):
        return
    for i, lemma in enumerate(parse.lemmas):
        found = None
        if lemma not in _EVERY or parse.pos[i] != "VERB" or is_moot(parse, i, clauses):
            continue
        if lemma in _REFUSING:
            found = _bare_refusal(scene, i)
        elif lemma in _YIELDING or lemma in _PARTICLES:
            found = _yielded(scene, i)
        elif lemma in _BRANDING:
            found = _branded(scene, i)
        elif lemma == "counter":
            found = _countered(scene, i)
        elif lemma in ORDERED and parse.tags[i] == "VB":
            found = _ordered(scene, i)
        if found is not None:
            yield found


def _bare_refusal(scene: Scene, i: int) -> Finding | None:
    """ "Peru proposed cutting the toll, but Chile refused", "asked to resign, Prado declined"."""
    parse = scene.parse
    if is_negated(parse, i) or modal_of(parse, i) is not None or parse.tags[i] not in ("VBD", "VBZ", "VBP"):
        return None
    if any(c > i and parse.deps[c] in ("dobj", "xcomp", "ccomp", "prep", "advcl") for c in parse.children[i]):
        return None
    asked = [c for c in parse.children[i] if c < i and parse.deps[c] == "advcl"]
    if parse.deps[i] == "conj":
        asked.append(parse.heads[i])
    for verb in asked:
        if parse.lemmas[verb] not in _ASKING:
            continue
        act = next(
            (c for c in parse.children[verb] if verb < c < i and parse.deps[c] in ("xcomp", "ccomp")), None
        )
        if act is not None and not (has_to(parse, act) or parse.tags[act] == "VBG"):
            continue  # "asked whether he had paid, he declined"
        head = act if act is not None else parse.child(verb, "dobj")
        holder = parse.child(i, "nsubj")
        if head is not None and holder is not None:
            own = parse.deps[verb] == "advcl" and act is not None and has_to(parse, act)
            return Finding(
                stance="refuses", trigger=i, head=head, holder=holder, self_moved=own, cue=cue_over(parse, i)
            )
    return None


def _yielded(scene: Scene, i: int) -> Finding | None:
    """ "The firm relented", "the cabinet backed down", "gave in to the demands": accepted."""
    parse = scene.parse
    particles = _PARTICLES.get(parse.lemmas[i])
    if particles is not None:
        if i + 1 >= len(parse) or parse.words[i + 1].lower() not in particles:
            return None
        if parse.heads[i + 1] != i or parse.deps[i + 1] not in ("prt", "advmod"):
            return None
    if parse.tags[i] != "VBD" or is_negated(parse, i) or parse.child(i, "dobj") is not None:
        return None
    holder = parse.child(i, "nsubj")
    if holder is None or scene.cast.of_token(scene.line, holder) is None:
        return None
    return Finding(
        stance="accepts", trigger=i, head=i, holder=holder, self_moved=True, cue=cue_over(parse, i)
    )


def _branded(scene: Scene, i: int) -> Finding | None:
    """ "Called the offer unacceptable": refused."""
    parse = scene.parse
    thing = parse.child(i, "dobj")
    # "a non-starter" comes in pieces
    branded = any(parse.deps[c] == "oprd" and parse.lemmas[c] in _UNTHINKABLE for c in parse.children[i])
    if thing is None or not branded or is_negated(parse, i):
        return None
    if not is_matter(parse, thing):
        return None
    return Finding(
        stance="refuses", trigger=i, head=thing, holder=subject_of(parse, i), cue=cue_over(parse, i)
    )


def _countered(scene: Scene, i: int) -> Finding | None:
    """ "The guild countered with a raise of 4 percent": offered."""
    parse = scene.parse
    prep = next((c for c in parse.children[i] if c > i and parse.lemmas[c] == "with"), None)
    thing = parse.child(prep, "pobj") if prep is not None else None
    if thing is None or parse.tags[i] != "VBD" or is_negated(parse, i):
        return None
    lemma = parse.lemmas[thing].lower()
    sum_named = lemma in _SUMS and parse.child(thing, "nummod", "compound", "quantmod", "nmod") is not None
    if not sum_named and lemma not in _COUNTERED:
        return None
    return Finding(
        stance="offers", trigger=i, head=thing, holder=subject_of(parse, i), cue=cue_over(parse, i)
    )


def _ordered(scene: Scene, i: int) -> Finding | None:
    """ "Open the port now," she said: asked for."""
    parse = scene.parse
    first = i == 0 or parse.pos[i - 1] == "PUNCT" or parse.words[i - 1].lower() in ("please", "just", "now")
    thing = parse.child(i, "dobj")
    if not first or thing is None or thing < i or not scene.quoted(i) or is_negated(parse, i):
        return None
    if (
        parse.deps[i] not in ("ROOT", "ccomp")
        or parse.child(i, "nsubj", "aux", "auxpass", "expl") is not None
    ):
        return None
    if "?" in parse.words or not any(
        parse.deps[c] in ("det", "poss") or parse.pos[c] == "PROPN" for c in (thing, *parse.children[thing])
    ):
        return None  # "open borders"
    speaker = scene.speaker_at(i)
    if speaker is None:
        return None
    return Finding(stance="demands", trigger=i, head=i, holder=None, speaker=speaker)
