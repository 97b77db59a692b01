"""Whose word a party's terms are: "the union will not return until …, its leader said".

What somebody says that another will or will not do is a forecast, unless he speaks for that other: its
leader, its spokeswoman, the body that it is. A refusal that lasts until somebody else moves is a party's own
term, whoever tells it; only those who look on ("analysts said") foresee it.
"""

import re
from collections.abc import Sequence

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Actor

from .cast import Cast
from .positions_conditions import Clause
from .positions_findings import MOVES
from .positions_grammar import is_negated, modal_of
from .positions_parties import Scene

__all__ = [
    "awaits_other",
    "binds",
    "denies",
    "holds_out",
    "is_move",
    "is_own_body",
    "looks_on",
    "speaks_for",
    "tells_terms",
    "when_on",
]

_VOICES = load("standoffs")["voices"]
_HEADS = frozenset(_VOICES["heads"])
_BODIES = frozenset(_VOICES["bodies"])
_PHRASAL = frozenset(_VOICES["phrasal"])
_OUTSIDERS = frozenset(load("negotiation")["hollow"]["outsiders"])
_ONLOOKERS = _OUTSIDERS - _HEADS
_STATIVE = frozenset(load("negotiation")["idle"]["stative"])
_LASTING = frozenset({"until", "unless", "as long as"})
_BODIED = frozenset({"organization", "country", "group"})
_PARTIES = frozenset({"organization", "country", "group", "person"})
_LINES = frozenset({"view", "position", "stance", "line", "policy", "message", "attitude"})
_SETTLING = frozenset({"resolve", "settle", "begin", "start", "proceed", "move", "agree"})
_WORD = re.compile(r"[^\W\d_]+")


def tells_terms(
    scene: Scene, verb: int, subject: int, speaker: str | None, negated: bool, hanging: Clause | None
) -> bool:
    """Whether a reported clause on what another will (not) do gives that other's own terms.

    `verb` heads the clause and `subject` its subject, both tokens; `hanging` is the condition on it.
    """
    who = scene.cast.of_token(scene.line, subject)
    if who is None or speaker is None or hanging is None or looks_on(scene, speaker):
        return False
    party, voice = scene.cast.actor(who), scene.cast.actor(speaker)
    if scene.parse.pos[subject] == "PRON":
        return negated and hanging.kind in _LASTING and _is_stated_line(scene, verb, who)
    lemma = scene.parse.lemmas[verb]
    lasting = hanging.kind in _LASTING and negated and hanging.word != "if"
    if not _moves_another(scene, hanging, who):
        return False
    if not is_move(scene.parse, verb) and (lemma in _STATIVE or not negated):
        waits = lasting or hanging.only or awaits_other(scene, hanging, speaker)
        return waits and speaks_for(scene.cast, voice, party) and lemma not in _STATIVE
    return lasting or hanging.only or speaks_for(scene.cast, voice, party)


def is_own_body(scene: Scene, subject: int, speaker: str | None) -> bool:
    """ "The party will join if …, its leader said", "drivers will not return, the Drivers' Union said".

    A body without a name is the one that its head speaks of; members are those whom their body is named for.
    """
    parse = scene.parse
    if speaker is None or parse.tags[subject] not in ("NN", "NNS"):
        return False
    voice = scene.cast.actor(speaker)
    told = [w for text in (voice.name, *voice.roles) for w in _WORD.findall(text.split(" for ")[0])]
    plain = parse.child(subject, "amod") is None
    if plain and parse.tags[subject] == "NNS" and parse.words[subject].capitalize() in told:
        return True
    who = scene.cast.of_token(scene.line, subject)
    if who is not None and (who == speaker or _is_named(scene.cast.actor(who))):
        return False
    heads = any(_singular(w.lower()) in _HEADS for role in voice.roles for w in _WORD.findall(role))
    return voice.type == "person" and heads and parse.lemmas[subject].lower() in _BODIES


def _is_named(actor: Actor) -> bool:
    return actor.type != "unnamed" and actor.name[:1].isupper()


def when_on(parse: Parse, verb: int, clauses: Sequence[Clause]) -> Clause | None:
    """ "Will step down when Norland pays": a time that is somebody's move."""
    for clause in clauses:
        if clause.word == "when" and clause.governor == verb and clause.verb is not None and clause.finite:
            present = parse.tags[clause.verb] in ("VBZ", "VBP") and modal_of(parse, verb) in ("will", "would")
            if present and clause.mover is not None and parse.pos[clause.mover] != "PRON":
                return clause
    return None


def is_move(parse: Parse, verb: int) -> bool:
    """Whether a verb is an act of negotiation, alone or with its particle ("pay", "take back")."""
    if parse.lemmas[verb] in MOVES:
        return True
    small = (
        c for c in parse.children[verb] if c > verb and parse.deps[c] in ("prt", "advmod", "ccomp", "xcomp")
    )
    return any(f"{parse.lemmas[verb]} {parse.lemmas[c]}" in _PHRASAL for c in small)


def _is_stated_line(scene: Scene, verb: int, who: str) -> bool:
    """ "The clubs' position is that they cannot sign until ...": whose line it is is told."""
    parse = scene.parse
    frame = parse.heads[verb]
    if parse.deps[verb] != "ccomp" or parse.lemmas[frame] != "be":
        return False
    line = parse.child(frame, "nsubj")
    owner = parse.child(line, "poss") if line is not None and parse.lemmas[line] in _LINES else None
    return owner is not None and scene.actor(owner) == who


def speaks_for(cast: Cast, voice: Actor, party: Actor) -> bool:
    """Whether an actor's word is a party's: its head or spokesman, or the body that it is."""
    if party.type not in _PARTIES:
        return False
    told = [w.lower() for text in (voice.name, *voice.roles) for w in _WORD.findall(text)]
    names = {w.lower() for n in (party.name, *party.aliases) for w in _WORD.findall(n) if w[0].isupper()}
    if names & set(told):
        return True
    if voice.country is not None and party.country is not None and voice.country != party.country:
        return False
    if voice.type == "person":
        # A role that names another body ("head of the Dockers") is that body's.
        others = (a for a in cast.actors if a.id != party.id and a.type in _BODIED and a.name[:1].isupper())
        named = any(a.name in role for a in others for role in voice.roles)
        return not named and any(_singular(w) in _HEADS for w in told)
    plain = not any(w[0].isupper() for w in _WORD.findall(voice.name))
    return plain and any(_singular(w) in _BODIES | _HEADS for w in told)


def looks_on(scene: Scene, actor: str | None) -> bool:
    """Whether somebody has no stake: an analyst, a scholar, a professor."""
    if actor is None:
        return False
    who = scene.cast.actor(actor)
    told = (*who.roles, who.name) if who.type == "unnamed" else who.roles
    words = {_singular(w.lower()) for text in told for w in _WORD.findall(text)}
    return not words.isdisjoint(_ONLOOKERS)


def awaits_other(scene: Scene, clause: Clause, speaker: str | None, *, denied: bool = False) -> bool:
    """Whether a condition is a clause on what a named party other than the speaker is to do.

    Of what is `denied`, also one on what is to be done by nobody says whom ("unless the ban is lifted").
    """
    if speaker is None or not clause.finite or clause.verb is None or looks_on(scene, speaker):
        return False
    if clause.mover is None:
        staying = scene.parse.lemmas[clause.governor] in ("stay", "remain")
        kinds = ("unless", "as long as", "until") if staying else ("unless", "as long as")
        undone = clause.kind in kinds and scene.parse.lemmas[clause.verb] in MOVES
        return denied and undone
    by = scene.actor(clause.mover)
    if by is None or scene.same_side(by, speaker) or (clause.word in ("when", "if") and not clause.only):
        return False
    return scene.cast.actor(by).type in _PARTIES


def denies(parse: Parse, verb: int) -> bool:
    """Whether a clause says no: "will not sign", "will sign no contract"."""
    thing = parse.child(verb, "dobj")
    none = thing is not None and (
        parse.words[thing].lower() in ("nothing", "none", "nobody")
        or any(parse.deps[c] == "det" and parse.words[c].lower() == "no" for c in parse.children[thing])
    )
    return none or is_negated(parse, verb)


def binds(parse: Parse, verb: int, hanging: Clause | None) -> bool:
    """Whether "cannot" refuses: "we cannot talk unless they sign"; "cannot win unless we score" does not."""
    if hanging is None or hanging.kind not in _LASTING or parse.lemmas[verb] not in MOVES | _SETTLING:
        return False
    return hanging.mover is not None and parse.words[hanging.mover].lower() not in (
        "i",
        "we",
        "you",
        "it",
        "he",
        "she",
    )


def holds_out(parse: Parse, verb: int, cue: int | None, hanging: Clause) -> bool:
    """Whether "could" offers: "said it could reopen the pass once they pay", not "it could rain if"."""
    if cue is None or hanging.kind != "if" or hanging.mover is None or not hanging.finite:
        return False
    return parse.lemmas[verb] in MOVES and parse.words[hanging.mover].lower() not in (
        "i",
        "we",
        "it",
        "there",
    )


def _moves_another(scene: Scene, clause: Clause, party: str) -> bool:
    """Whether a condition is not the party's own affair ("if it finds the money")."""
    if clause.mover is None or clause.given:
        return True
    by = scene.actor(clause.mover)
    if scene.parse.pos[clause.mover] != "PRON":
        return by != party
    return by is not None and by != party and scene.cast.actor(by).type != "unnamed"


def _singular(word: str) -> str:
    return word.removesuffix("s") if word.removesuffix("s") in _HEADS | _BODIES | _OUTSIDERS else word
