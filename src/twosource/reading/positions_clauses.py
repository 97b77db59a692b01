"""Stances of a whole clause: "there will be no talks until", "what we want is that", "no deal without"."""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.lexicon import load

from .positions_conditions import Clause
from .positions_findings import MATTERS, Finding, has_to, is_moot
from .positions_grammar import is_negated, modal_of, past_modal
from .positions_parties import Scene
from .positions_subjects import subject_of

__all__ = ["CLAUSAL", "find_clausal"]

_LEXICON = load("negotiation")
_OPENINGS = frozenset(_LEXICON["clauses"]["openings"])
_WISHES = frozenset(_LEXICON["clauses"]["wishes"])
_CONSENTS = frozenset(_LEXICON["clauses"]["consents"])
_GIVING = frozenset({"give", "grant", "have", "get", "lend"})
_HARMS = frozenset(_LEXICON["acts"]["harms"])
CLAUSAL = frozenset({"there"}) | _WISHES | _CONSENTS | _HARMS
"""Lemmas that such a clause holds; "no deal without" holds one of `MATTERS` instead."""
_HELD = CLAUSAL | MATTERS


def find_clausal(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """The stances that clauses of the sentence carry as a whole, in text order."""
    parse = scene.parse
    if _HELD.isdisjoint(parse.lemmas):
        return
    for i, lemma in enumerate(parse.lemmas):
        found = None
        if lemma == "there" and parse.deps[i] == "expl":
            found = _there(scene, parse.heads[i], clauses)
        elif lemma in _WISHES and parse.deps[i] in ("csubj", "csubjpass"):
            found = _cleft(scene, i)
        elif lemma in _CONSENTS and parse.pos[i] == "NOUN" and not is_moot(parse, i, clauses):
            found = _consent(scene, i)
        elif lemma in MATTERS and parse.deps[i] in ("ROOT", "ccomp", "dep") and clauses:
            found = _verbless(scene, i, clauses)
        elif lemma in _HARMS and parse.pos[i] == "NOUN":
            found = _juxtaposed(scene, i)
        if found is not None:
            yield found


def _there(scene: Scene, verb: int, clauses: Sequence[Clause]) -> Finding | None:
    """ "There will be no talks until X", "There is a deal for them when they X": refused, or held out."""
    parse = scene.parse
    noun = parse.child(verb, "attr", "nsubj")
    modal = modal_of(parse, verb)
    if noun is None or parse.lemmas[verb] != "be" or parse.tags[verb] == "VBD" or past_modal(parse, verb):
        return None
    hung = [c for c in clauses if c.governor in (verb, noun) and not c.first <= verb < c.stop]
    _, speaker = scene.speaker_of(verb)
    if speaker is None or is_moot(parse, verb, clauses):
        return None
    lemma = parse.lemmas[noun].lower()
    if is_negated(parse, verb) or _has_no(parse, noun):
        below = set(parse.below(noun))
        hung = hung or [c for c in clauses if c.governor in below and c.first > noun and c.finite]
        firm = hung or modal in ("will", "would")
        return _refused(verb, noun, speaker) if lemma in MATTERS and firm else None
    if not hung or lemma not in MATTERS | _OPENINGS or lemma in _HARMS or modal == "could":
        return None
    if not any(_anothers_move(scene, c, speaker) for c in hung):
        return None
    return Finding(stance="offers", trigger=verb, head=noun, holder=None, speaker=speaker, self_moved=True)


def _anothers_move(scene: Scene, clause: Clause, speaker: str) -> bool:
    """Whether a condition is what another party has to do, and not the weather."""
    if not clause.finite or clause.kind in ("unless", "until") or clause.mover is None:
        return False
    by = scene.actor(clause.mover)
    return by != speaker and (by is not None or scene.parse.words[clause.mover].lower() in ("they", "it"))


def _has_no(parse: Parse, noun: int) -> bool:
    return any(
        parse.deps[c] in ("det", "neg") and parse.words[c].lower() == "no" for c in parse.children[noun]
    )


def _refused(verb: int, noun: int, speaker: str) -> Finding:
    return Finding(
        stance="refuses", trigger=verb, head=noun, holder=None, speaker=speaker, self_moved=True, whole=True
    )


def _verbless(scene: Scene, noun: int, clauses: Sequence[Clause]) -> Finding | None:
    """ "No deal without a signature," in somebody's own words."""
    speaker = scene.speaker_at(noun)
    if speaker is None or not _has_no(scene.parse, noun):
        return None
    hung = any(c.governor == noun and c.kind in ("unless", "until") and c.first > noun for c in clauses)
    return _refused(noun, noun, speaker) if hung else None


def _cleft(scene: Scene, wish: int) -> Finding | None:
    """ "What we want is that X V", "What the union wants is for X to V"."""
    parse = scene.parse
    verb = parse.heads[wish]
    opened = any(parse.words[c].lower() in ("what", "all") for c in parse.children[wish] if c < wish)
    if not opened or parse.lemmas[verb] != "be" or is_negated(parse, verb) or is_negated(parse, wish):
        return None
    holder = subject_of(parse, wish)
    for c in parse.children[verb]:
        if c < verb or parse.deps[c] not in ("ccomp", "advcl", "xcomp"):
            continue
        mover = parse.child(c, "nsubj", "nsubjpass")
        if mover is None or holder is None or parse.words[mover].lower() in ("i", "we"):
            continue
        if parse.tags[c] == "VB" or has_to(parse, c) or modal_of(parse, c) in ("should", "must"):
            return Finding(stance="demands", trigger=wish, head=c, holder=holder, mover=mover)
    return None


def _consent(scene: Scene, noun: int) -> Finding | None:
    """ "They have my blessing to sell", "The cabinet gave its blessing to the merger"."""
    parse = scene.parse
    verb = parse.heads[noun]
    owner = parse.child(noun, "poss")
    if parse.deps[noun] != "dobj" or parse.lemmas[verb] not in _GIVING or is_negated(parse, verb):
        return None
    if owner is None or modal_of(parse, verb) is not None or past_modal(parse, verb):
        return None
    giver = subject_of(parse, verb) if parse.lemmas[verb] in ("give", "grant", "lend") else owner
    for host in (noun, verb):
        for c in parse.children[host]:
            if c < noun:
                continue
            if parse.deps[c] in ("advcl", "acl", "xcomp") and has_to(parse, c):
                return Finding(stance="accepts", trigger=noun, head=c, holder=giver)
            if parse.deps[c] in ("prep", "dative") and parse.lemmas[c] in ("to", "for"):
                thing = parse.child(c, "pobj")
                if thing is not None and parse.lemmas[thing].lower() in MATTERS:
                    return Finding(stance="accepts", trigger=noun, head=thing, holder=giver)
    bare = parse.lemmas[verb] == "have" and parse.subtree(noun)[1] == noun + 1
    return Finding(stance="accepts", trigger=noun, head=noun, holder=giver) if bare else None


def _juxtaposed(scene: Scene, harm: int) -> Finding | None:
    """ "They close the strait, they're going to have problems": a condition without its "if"."""
    parse = scene.parse
    verb = parse.heads[harm]
    root = parse.heads[verb] if parse.deps[verb] == "xcomp" else verb
    if modal_of(parse, verb) != "will" or parse.deps[harm] not in ("dobj", "attr"):
        return None
    speaker = scene.speaker_at(harm)
    subject = parse.child(root, "nsubj")
    given = next((c for c in parse.children[root] if c < root and parse.deps[c] == "ccomp"), None)
    if speaker is None or subject is None or given is None or parse.tags[given] != "VBP":
        return None
    if parse.child(given, "mark") is not None or given > subject or modal_of(parse, given) is not None:
        return None
    if parse.words[subject].lower() not in ("they", "you", "he", "she", "it"):
        return None
    return Finding(
        stance="threatens", trigger=verb, head=verb, holder=None, speaker=speaker, self_moved=True, whole=True
    )
