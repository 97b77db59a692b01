"""Terms put as nouns: "X is a precondition for Y", "X must come before any Y", "Y can't happen outside of X".

Whoever says so refuses Y until X. What somebody without a stake says of a party ("for Peru, a pullback can't
happen without …", "it can't happen without …" after a sentence on what Peru would do) are that party's terms.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Condition, ConditionKind, Position, Span, Stance

from .document import Line
from .positions_findings import agent_of, has_to
from .positions_grammar import is_negated, modal_of, reach
from .positions_parties import Scene
from .positions_subjects import CUES, subject_of
from .positions_voices import looks_on

__all__ = ["TERMS", "find_terms"]

_LEXICON = load("standoffs")["terms"]
_NOUNS = frozenset(_LEXICON["nouns"])
_ADJECTIVES = frozenset(_LEXICON["adjectives"])
_STARTING = frozenset(_LEXICON["starting"])
TERMS = _NOUNS | _ADJECTIVES
"""Lemmas of which a sentence with such terms may hold one, where it has no modal."""
_REFUSING = frozenset({"refuse", "decline"})
_TALKS = frozenset({"talk", "talks", "negotiation", "negotiations", "dialogue"})
_OPENING = frozenset({"after", "once", "if", "when"})
_TIES = frozenset({"for", "to", "of"})
_MAKING = frozenset({"make", "keep", "render"})
_POINTING = frozenset({"it", "that", "this"})
_LONGEST = 40  # tokens of a term


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What is held back (`action`) and what it waits for (`condition`), both token stretches of `scene`.

    `held` is the party, where it is not the speaker at the token `at`; `told` an action of another sentence.
    """

    at: int
    action: tuple[int, int] | None
    condition: tuple[int, int]
    mover: int | None
    kind: ConditionKind = "until"
    stance: Stance = "refuses"
    party: str | None = None
    told: Span | None = None


def find_terms(scene: Scene, before: Line | None) -> Iterator[Position]:
    """The terms of a sentence, as positions without an id; `before` is the sentence before it."""
    parse = scene.parse
    if "MD" not in parse.tags and TERMS.isdisjoint(parse.lemmas) and _REFUSING.isdisjoint(parse.lemmas):
        return
    for i, lemma in enumerate(parse.lemmas):
        found = None
        if lemma in _NOUNS and parse.pos[i] == "NOUN":
            found = _precondition(scene, i)
        elif lemma in _ADJECTIVES:
            found = _conditional(scene, i)
        elif lemma in _REFUSING and parse.pos[i] == "VERB":
            found = _refused_until_first(scene, i)
        elif parse.tags[i] == "MD":
            verb = parse.heads[i]
            modal = modal_of(parse, verb)
            if modal == "must":
                found = _must_come_first(scene, verb)
            elif modal == "could" and is_negated(parse, verb):
                found = _cannot_without(scene, verb, before)
            elif modal == "could":
                found = _talks_after(scene, verb)
        position = _as_position(scene, found) if found is not None else None
        if position is not None:
            yield position


def _as_position(scene: Scene, found: _Terms) -> Position | None:
    line = scene.line
    _, speaker = scene.speaker_of(found.at)
    if speaker is None and found.party is None:
        speaker = scene.speaker_at(found.at)
    party = found.party or speaker
    if party is None or (found.party is None and looks_on(scene, speaker)):
        return None
    action = found.told if found.action is None else line.span(*found.action)
    if action is None:
        return None
    by = scene.actor(found.mover)
    return Position(
        id="",
        party=party,
        stance=found.stance,
        action=action,
        action_by=party,
        condition=Condition(
            kind=found.kind, span=line.span(*found.condition), by=by if by != party else None
        ),
        sentence=line.sentence.id,
        reported_by=speaker if speaker != party else None,
    )


def _talks_after(scene: Scene, verb: int) -> _Terms | None:
    """ "Said talks can resume after the port is reopened": held out, on that condition."""
    parse = scene.parse
    subject = parse.child(verb, "nsubj")
    if subject is None or parse.lemmas[subject].lower() not in _TALKS or parse.lemmas[verb] not in _STARTING:
        return None
    for c in parse.children[verb]:
        mark = parse.child(c, "mark", "advmod") if parse.deps[c] == "advcl" and c > verb else None
        if mark is None or parse.lemmas[mark] not in _OPENING or mark > c:
            continue
        mover = parse.child(c, "nsubj")
        if parse.child(c, "nsubj", "nsubjpass") is None:
            continue
        only = "only" in parse.words[subject:mark]
        stop = mark - (parse.words[mark - 1] == "only")
        return _Terms(
            at=verb, action=(parse.subtree(subject)[0], stop), condition=(mark, parse.subtree(c)[1]),
            mover=mover, kind="unless" if only else "if", stance="refuses" if only else "offers",
        )  # fmt: skip
    return None


def _precondition(scene: Scene, noun: int) -> _Terms | None:
    """ "The reopening of the post is a precondition for any handover"."""
    parse = scene.parse
    verb = parse.heads[noun]
    thing = parse.child(verb, "nsubj", "csubj")
    if parse.deps[noun] != "attr" or parse.lemmas[verb] != "be" or is_negated(parse, verb) or thing is None:
        return None
    if parse.tags[verb] == "VBD" and not _is_said(parse, verb):
        return None
    tie = next(
        (c for h in (noun, verb) for c in parse.children[h] if c > noun and parse.lemmas[c] in _TIES), None
    )
    act = parse.child(tie, "pobj", "pcomp") if tie is not None else None
    if act is None or parse.pos[thing] == "PRON":
        return None
    owner = parse.child(noun, "poss")
    return _Terms(
        at=verb,
        action=_stretch(parse, act),
        condition=_stretch(parse, thing),
        mover=_mover_of(scene, thing),
        party=scene.actor(owner) if owner is not None else None,
    )


def _conditional(scene: Scene, adjective: int) -> _Terms | None:
    """ "Made the loan conditional on a lease", "said the loan was conditional on a lease"."""
    parse = scene.parse
    tie = next(
        (
            c
            for c in range(adjective + 1, min(adjective + 2, len(parse)))
            if parse.lemmas[c] in ("on", "upon")
        ),
        None,
    )
    if tie is None:
        return None
    verb = next((v for v in parse.ancestors(adjective) if parse.pos[v] in ("VERB", "AUX")), None)
    if verb is None or is_negated(parse, verb):
        return None
    made = parse.lemmas[verb] in _MAKING
    thing = parse.child(verb, "dobj" if made else "nsubj")
    if made and thing is None and (small := parse.child(verb, "ccomp")) is not None:
        thing = parse.child(small, "nsubj")
    if thing is None or parse.pos[thing] == "PRON" or (not made and parse.lemmas[verb] != "be"):
        return None
    first, last = parse.subtree(thing)[0], adjective
    stop = _clause_end(parse, tie + 1)
    mover = next(
        (
            k
            for k in range(tie + 1, stop)
            if parse.deps[k] in ("nsubj", "poss")
            or (parse.deps[k] == "pobj" and k + 1 < stop and parse.tags[k + 1] == "VBG")
        ),
        None,
    )
    if stop <= tie + 1:
        return None
    party = _body(scene, subject_of(parse, verb)) if made else None
    if made and party is None:
        return None
    return _Terms(
        at=verb,
        action=(first, _trimmed(parse, first, last)),
        condition=(tie + 1, stop),
        mover=mover,
        kind="in return for",
        stance="offers",
        party=party,
    )


def _must_come_first(scene: Scene, verb: int) -> _Terms | None:
    """ "A pullback must come before any talks can begin", "must be on the table for any talks to begin"."""
    parse = scene.parse
    thing = parse.child(verb, "nsubj", "nsubjpass")
    later = next((c for c in parse.children[verb] if c > verb and _opens_act(parse, c)), None)
    if thing is None or later is None or parse.pos[thing] == "PRON" or is_negated(parse, verb):
        return None
    act = (
        parse.child(later, "nsubj", "nsubjpass") if parse.pos[later] != "ADP" else parse.child(later, "pobj")
    )
    if act is None or parse.pos[act] not in ("NOUN", "PROPN"):
        return None
    if parse.lemmas[thing] in _NOUNS:
        return _said_condition(scene, verb, thing, act)
    return _Terms(
        at=verb,
        action=_stretch(parse, act),
        condition=_stretch(parse, thing),
        mover=_mover_of(scene, thing),
    )


def _refused_until_first(scene: Scene, verb: int) -> _Terms | None:
    """ "Refused to hand over the footage, saying that the firm must first pay"."""
    parse = scene.parse
    act = next((c for c in parse.children[verb] if parse.deps[c] == "xcomp" and has_to(parse, c)), None)
    saying = next(
        (
            c
            for c in parse.children[verb]
            if parse.deps[c] == "advcl" and parse.lemmas[c] in CUES and c > verb
        ),
        None,
    )
    deed = parse.child(saying, "ccomp") if saying is not None else None
    holder = scene.actor(subject_of(parse, verb))
    if act is None or deed is None or holder is None or is_negated(parse, verb):
        return None
    mover = parse.child(deed, "nsubj")
    first = any(parse.words[c].lower() == "first" for c in parse.children[deed])
    if mover is None or not first or modal_of(parse, deed) not in ("must", "should", "would"):
        return None
    start, stop = reach(parse, act)
    return _Terms(
        at=verb,
        action=(start, stop),
        condition=(parse.subtree(mover)[0], reach(parse, deed)[1]),
        mover=mover,
        party=holder,
    )


def _opens_act(parse: Parse, token: int) -> bool:
    """Whether a token hangs an act on what must come first: "before talks (begin)", "for talks to begin"."""
    if parse.pos[token] in ("VERB", "AUX"):
        mark = parse.child(token, "mark")
        if mark is None or parse.deps[token] not in ("advcl", "xcomp", "ccomp"):
            return False
        word = parse.lemmas[mark]
        return parse.lemmas[token] in _STARTING and (
            word == "before" or (word == "for" and has_to(parse, token))
        )
    return parse.lemmas[token] == "before" and parse.deps[token] == "prep"


def _said_condition(scene: Scene, verb: int, noun: int, act: int) -> _Terms | None:
    """ "Agreed to disarm, a condition that Peru has said must be met for any talks to begin"."""
    parse = scene.parse
    first = parse.subtree(noun)[0]
    for k in range(first, noun + 1):
        if k > 0 and parse.words[k - 1] == ",":
            first = k
    cue = next(
        (c for c in range(noun + 1, verb) if parse.lemmas[c] in CUES and parse.child(c, "nsubj") is not None),
        None,
    )
    if cue is None or first < 3 or parse.words[first - 1] != ",":
        return None
    sayers = [c for c in parse.children[cue] if parse.deps[c] == "nsubj" and c < cue]
    party = scene.actor(sayers[-1] if sayers else None)  # "that Norway had said" has two subjects
    deed = next(
        (
            k
            for k in range(first - 2, max(-1, first - _LONGEST), -1)
            if parse.pos[k] == "VERB" and has_to(parse, k)
        ),
        None,
    )
    if party is None or deed is None:
        return None
    start = deed - 1 if parse.tags[deed - 1] == "TO" else deed
    mover = subject_of(parse, deed) or subject_of(parse, parse.heads[deed])
    return _Terms(
        at=verb,
        action=_stretch(parse, act),
        condition=(start, first - 1),
        mover=mover,
        party=party,
    )


def _cannot_without(scene: Scene, verb: int, before: Line | None) -> _Terms | None:
    """ "A pullback can't happen outside of a deal", "it can't happen without a deal"."""
    parse = scene.parse
    thing = parse.child(verb, "nsubj")
    tie = next(
        (c for c in parse.children[verb] if c > verb and parse.lemmas[c] in ("without", "outside", "absent")),
        None,
    )
    if parse.lemmas[verb] not in _STARTING or thing is None or tie is None:
        return None
    stop = _clause_end(parse, tie)
    if stop <= tie + 1:
        return None
    condition = (tie, stop)
    stake = next((c for c in parse.children[verb] if c < thing and parse.lemmas[c].lower() == "for"), None)
    party = scene.actor(parse.child(stake, "pobj")) if stake is not None else None
    if parse.words[thing].lower() in _POINTING:
        _, speaker = scene.speaker_of(verb)
        told = _act_before(scene, before) if before is not None and looks_on(scene, speaker) else None
        if told is None:
            return None
        return _Terms(
            at=verb, action=None, condition=condition, mover=None, kind="unless", party=told[0], told=told[1]
        )
    if parse.pos[thing] == "PRON":
        return None
    return _Terms(
        at=verb, action=_stretch(parse, thing), condition=condition, mover=None, kind="unless", party=party
    )


def _act_before(scene: Scene, line: Line) -> tuple[str, Span] | None:
    """Who would do what in the sentence before: what "it" in "it can't happen without" points to."""
    parse = line.parse
    other = Scene(line=line, cast=scene.cast, spoken=())
    for verb in range(len(parse) - 1, -1, -1):
        if parse.pos[verb] != "VERB" or modal_of(parse, verb) not in ("will", "would", "could"):
            continue
        who = other.actor(subject_of(parse, verb))
        if who is None or scene.cast.actor(who).type == "unnamed":
            return None
        first, stop = reach(parse, verb)
        return who, line.span(max(first, verb), stop)
    return None


def _is_said(parse: Parse, verb: int) -> bool:
    return parse.deps[verb] == "ccomp" and parse.lemmas[parse.heads[verb]] in CUES


def _body(scene: Scene, token: int | None) -> str | None:
    """The actor of a noun phrase; "the city of Millport" is Millport."""
    found = scene.actor(token)
    if found is not None or token is None:
        return found
    of = next((c for c in scene.parse.children[token] if scene.parse.lemmas[c] == "of"), None)
    return scene.actor(scene.parse.child(of, "pobj")) if of is not None else None


def _mover_of(scene: Scene, noun: int) -> int | None:
    """Whose move a noun is: "Peru's withdrawal", "a pullback of Peru's tanks", "a withdrawal by Peru"."""
    parse = scene.parse
    own = agent_of(parse, noun)
    if own is not None or parse.pos[noun] == "VERB":
        return own if own is not None else parse.child(noun, "nsubj")
    of = next((c for c in parse.children[noun] if c > noun and parse.lemmas[c] == "of"), None)
    inner = parse.child(of, "pobj") if of is not None else None
    return parse.child(inner, "poss") if inner is not None else None


def _stretch(parse: Parse, head: int) -> tuple[int, int]:
    first, stop = parse.subtree(head)
    for k in range(head + 1, stop):
        if parse.words[k] in (",", ";", "—", "–", "”", '"', "''"):
            stop = k
            break
    stop = min(stop, head + _LONGEST)
    return first, _trimmed(parse, first, stop)


def _trimmed(parse: Parse, first: int, stop: int) -> int:
    while stop > first + 1 and parse.pos[stop - 1] in ("PUNCT", "ADV", "CCONJ"):
        stop -= 1
    return stop


def _clause_end(parse: Parse, first: int) -> int:
    """From `first` to the next mark that ends a clause."""
    ends = (",", ";", "—", "–", "”", '"', "''", ".", "!", "?")
    stop = next((k for k in range(first, len(parse)) if parse.words[k] in ends), len(parse))
    return min(stop, first + _LONGEST)
