"""Stances stated outright by verbs and adjectives ("vowed to", "is willing to").

Each finding is at the level of tokens; who the tokens stand for is worked out afterwards.
"""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Stance

from .positions_conditions import Clause
from .positions_findings import MOVES, OBJECTS, Finding, has_to, hurts, is_moot
from .positions_frames import VERBS, complement_of, infinitive, infinitive_of_other
from .positions_grammar import cue_over, is_negated, modal_of, past_modal
from .positions_nouns import NOUNS, by_noun
from .positions_parties import Scene
from .positions_subjects import subject_of

__all__ = ["TRIGGERS", "WILLING", "find_stated"]

_LEXICON = load("negotiation")
_ADJECTIVES: dict[str, str] = {a: s for s, words in _LEXICON["adjectives"].items() for a in words}
WILLING = frozenset(a for a, stance in _ADJECTIVES.items() if stance != "refuses")
"""Adjectives of who is ready to act ("willing", "prepared")."""
_IDLE = frozenset(_LEXICON["idle"]["refusing"])
_IDLE_DECLINED = frozenset(_LEXICON["idle"]["declining"])
_WISHES = frozenset({"love", "like"})
_WANTING = frozenset({"want", "demand", "like"})
_BINDING_DEEDS = (MOVES | frozenset(_LEXICON["hollow"]["deeds"])) - frozenset(_LEXICON["hollow"]["doings"])
_FIERCE = frozenset(_LEXICON["acts"]["fierce"])
_RESISTING = frozenset({"resist", "oppose"})
_MENTAL = frozenset(_LEXICON["idle"]["mental"])
_WORSENING = frozenset(_LEXICON["idle"]["worsening"])
TRIGGERS = frozenset(VERBS) | frozenset(NOUNS) | frozenset(_ADJECTIVES) | _WISHES


def find_stated(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """The stances that a word of the sentence states, in text order."""
    parse = scene.parse
    if TRIGGERS.isdisjoint(parse.lemmas):
        return
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in TRIGGERS:
            continue
        found = None
        if parse.pos[i] in ("VERB", "AUX"):
            if lemma in VERBS:
                found = _by_verb(scene, i, clauses)
            elif lemma in _WISHES:
                found = _by_wish(scene, i, clauses)
        elif parse.pos[i] in ("ADJ", "VERB") and lemma in _ADJECTIVES:
            found = _by_adjective(scene, i, clauses)
        elif parse.pos[i] == "NOUN" and lemma in NOUNS:
            found = by_noun(scene, i, clauses)
        if (
            found is None
            and lemma in _ADJECTIVES
            and parse.pos[i] == "VERB"
            and parse.child(i, "dobj") is None
        ):
            found = _by_adjective(scene, i, clauses)
        if found is not None:
            yield found


def _by_verb(scene: Scene, i: int, clauses: Sequence[Clause]) -> Finding | None:
    parse = scene.parse
    stance, frames = VERBS[parse.lemmas[i]]
    if (
        (parse.child(i, "auxpass") is not None and parse.lemmas[i] != "commit")
        or parse.deps[i] == "amod"
        or (parse.tags[i] == "VBN" and parse.deps[i] == "acl")
    ):
        return None
    modal = modal_of(parse, i)
    if modal == "could" and stance == "accepts" and cue_over(parse, i) is not None:
        stance = "offers"  # "said it could agree to a deal if ..."
    elif modal in ("could", "should", "must"):
        return None
    if past_modal(parse, i) or is_moot(parse, i, clauses) or _is_wished(parse, i):
        return None
    if modal == "would" and cue_over(parse, i) is None and not scene.quoted(i) and not is_negated(parse, i):
        return None
    matched = next((m for f in frames if (m := complement_of(scene, i, f)) is not None), None)
    if matched is None:
        return None
    head, mover, frame = matched
    if frames == ("meant",):
        if not clauses and parse.lemmas[head] not in _BINDING_DEEDS:
            return None  # "plans to hold a fair"
        warned = (cue := cue_over(parse, i)) is not None and parse.lemmas[cue] == "warn"
        stance = "threatens" if warned and hurts(parse, head) else stance
    holder = subject_of(parse, i)
    if parse.lemmas[i] in _RESISTING and modal is not None and not is_negated(parse, i):
        return _will_resist(parse, i, head, holder, mover)
    if is_negated(parse, i):
        return _denied(scene, i, stance, head, holder, modal)
    if (stance == "refuses" and _is_idle(parse, i, head)) or _is_aimless(parse, i, head, clauses):
        return None
    stance, whole = _shaded(parse, i, stance, head, frame)
    if stance == "refuses" and frame == "own" and (thing := _resisted(parse, i, head)) is not None:
        return Finding(stance=stance, trigger=i, head=thing, holder=holder, cue=cue_over(parse, i))
    passive = frame == "that" and stance == "demands" and parse.child(head, "nsubjpass") is not None
    whole = whole or passive or _of_none(parse, head) or _shows_mover(scene, i, stance, matched)
    own = (
        frame in ("own", "gerund", "on", "to", "out") and mover is None and parse.pos[head] in ("VERB", "AUX")
    )
    return Finding(
        stance=stance, trigger=i, head=head, holder=holder, mover=mover, self_moved=own, whole=whole,
        denied=parse.lemmas[i] == "threaten" or stance == "demands", cue=cue_over(parse, i),
    )  # fmt: skip


def _will_resist(parse: Parse, i: int, head: int, holder: int | None, mover: int | None) -> Finding:
    """ "Will resist the sale" refuses the sale; "will oppose the sale" commits to oppose it."""
    cue = cue_over(parse, i)
    if parse.lemmas[i] == "resist":
        return Finding(stance="refuses", trigger=i, head=head, holder=holder, mover=mover, cue=cue)
    return Finding(stance="commits", trigger=i, head=i, holder=holder, self_moved=True, cue=cue)


def _shows_mover(scene: Scene, i: int, stance: Stance, matched: tuple[int, int | None, str]) -> bool:
    """ "Demanded that the reforms be first", "ordered flags to be flown": whom or what the act is about.

    Not where it is the addressee's act ("urged drivers to return").
    """
    parse = scene.parse
    head, mover, frame = matched
    if mover is None or frame not in ("that", "other") or stance not in ("demands", "offers"):
        return False
    if parse.pos[mover] == "PRON" or mover < i:
        return False
    if frame == "other" and parse.child(head, "auxpass") is not None:
        return parse.pos[mover] == "NOUN"
    spoken_to = (
        frame == "other" and parse.lemmas[i] not in _WANTING and parse.lemmas[parse.heads[mover]] != "for"
    )
    return not spoken_to and parse.pos[mover] == "NOUN" and scene.cast.of_token(scene.line, mover) is None


def _is_wished(parse: Parse, i: int) -> bool:
    """ "Asked that Peru accept the deal", "would rather they accept it": what another wants done."""
    if parse.tags[i] != "VB" or parse.deps[i] != "ccomp" or has_to(parse, i):
        return False
    if any(parse.lemmas[c] == "rather" for c in parse.children[i]):
        return True
    return not any(parse.deps[c] == "aux" for c in parse.children[i])


def _shaded(parse: Parse, i: int, stance: Stance, head: int, frame: str) -> tuple[Stance, bool]:
    """The stance in the light of the action: "vow not to" refuses, "vow to boycott" threatens."""
    if frame == "own" and is_negated(parse, head) and stance in ("commits", "accepts", "offers"):
        return "refuses", False
    if frame == "own" and stance == "commits" and parse.lemmas[head] in _RESISTING:
        return "refuses", False  # "vowed to resist the takeover": see `_resisted`
    if frame == "own" and stance == "commits" and parse.lemmas[i] == "vow" and hurts(parse, head):
        return "threatens", False
    if frame in ("on", "upon") and parse.tags[head] == "VBG":
        return "commits", False
    if frame == "that":
        modal = modal_of(parse, head)
        if parse.lemmas[i] == "agree":
            return ("demands" if modal in ("should", "must") else "commits"), modal in ("will", "would")
        if stance == "commits" and is_negated(parse, head):
            return "refuses", False
    return stance, False


def _resisted(parse: Parse, i: int, head: int) -> int | None:
    """What "vowed to resist the takeover" refuses: the takeover, and not to resist it.

    And in "the billions that Peru refused to pay", the billions.
    """
    thing = parse.child(head, "dobj")
    if parse.deps[i] == "relcl" and thing is not None and parse.tags[thing] == "WDT" and thing < i:
        noun = parse.heads[i]
        return noun if parse.pos[noun] == "NOUN" and parse.lemmas[noun] not in OBJECTS else None
    if VERBS[parse.lemmas[i]][0] == "refuses" or is_negated(parse, head):
        return None
    return parse.child(head, "dobj") if parse.lemmas[head] in _RESISTING else None


def _denied(
    scene: Scene, i: int, stance: Stance, head: int, holder: int | None, modal: str | None
) -> Finding | None:
    """A denied stance: "will not accept the offer" refuses it; "did not call for" says nothing."""
    parse = scene.parse
    did = any(parse.lemmas[k] == "do" and parse.deps[k] == "aux" for k in parse.children[i])
    if (stance in ("offers", "commits") and modal in ("will", "would")) or (
        stance == "accepts" and (modal or did)
    ):
        at = head if stance == "accepts" and parse.pos[head] in ("VERB", "AUX") else i
        return Finding(
            stance="refuses", trigger=i, head=at, holder=holder, self_moved=True, cue=cue_over(parse, i)
        )
    return None


def _is_idle(parse: Parse, i: int, head: int) -> bool:
    lemma = parse.lemmas[head]
    if parse.pos[head] in ("NOUN", "PROPN"):
        return lemma in OBJECTS
    if lemma == "be" or parse.child(head, "auxpass") is not None:
        return parse.lemmas[i] == "decline" or lemma in ("name", "identify", "quote", "interview")
    return lemma in _IDLE or (parse.lemmas[i] == "decline" and lemma in _IDLE_DECLINED)


def _of_none(parse: Parse, head: int) -> bool:
    """Whether an action's subject denies it ("recommended no charges be filed")."""
    subject = parse.child(head, "nsubj", "nsubjpass")
    return subject is not None and any(parse.words[k].lower() == "no" for k in parse.children[subject])


def _is_aimless(parse: Parse, i: int, head: int, clauses: Sequence[Clause]) -> bool:
    """ "Wants you to know"; what is only bound to come of it ("cut prices, threatening to deepen a glut")."""
    lemma = parse.lemmas[head]
    if parse.lemmas[i] == "threaten":
        return lemma in _WORSENING and not any(c.governor in (i, head) for c in clauses)
    return parse.lemmas[i] in ("want", "like") and lemma in _MENTAL


def _by_wish(scene: Scene, i: int, clauses: Sequence[Clause]) -> Finding | None:
    """ "We would love to sign" offers; "we would like them to sign" demands."""
    parse = scene.parse
    subject = subject_of(parse, i)
    if modal_of(parse, i) != "would" or subject is None or is_negated(parse, i) or is_moot(parse, i, clauses):
        return None
    if not scene.first_person(subject):
        return None
    other = infinitive_of_other(scene, i)
    if other is not None:
        return Finding(stance="demands", trigger=i, head=other[0], holder=subject, mover=other[1])
    head = infinitive(parse, i)
    if head is None or parse.lemmas[head] not in MOVES | {"take"}:
        return None
    return Finding(stance="offers", trigger=i, head=head, holder=subject, self_moved=True)


def _by_adjective(scene: Scene, i: int, clauses: Sequence[Clause]) -> Finding | None:
    parse = scene.parse
    if any(parse.deps[c] == "conj" and parse.lemmas[c] in _ADJECTIVES for c in parse.children[i]):
        return None  # "ready and willing to sign": the last one holds the act
    head = infinitive(parse, i)
    if head is None:
        for c in parse.children[i]:
            if parse.deps[c] == "prep" and parse.lemmas[c] == "to":
                head = parse.child(c, "pcomp", "pobj")
    verb = parse.heads[i] if parse.deps[i] in ("acomp", "attr", "oprd", "xcomp") else i
    if head is None or is_moot(parse, i, clauses) or modal_of(parse, verb) in ("could", "should", "must"):
        return None
    kind = _ADJECTIVES[parse.lemmas[i]]
    bare = cue_over(parse, verb) is None and not scene.quoted(i)
    if kind == "spoken" and bare and parse.lemmas[head] not in MOVES:
        return None
    fierce = parse.pos[head] == "VERB" and (parse.lemmas[head] in _FIERCE or _hits_back(parse, head))
    stance: Stance = "refuses" if kind == "refuses" else "threatens" if fierce else "offers"
    if is_negated(parse, verb) or is_negated(parse, i):
        if stance == "refuses":
            return None
        stance = "refuses"
    return Finding(
        stance=stance,
        trigger=i,
        head=head,
        holder=subject_of(parse, verb),
        self_moved=True,
        cue=cue_over(parse, verb),
    )


def _hits_back(parse: Parse, verb: int) -> bool:
    """ "Ready to return fire", "to strike back"."""
    if parse.lemmas[verb] == "return":
        thing = parse.child(verb, "dobj")
        return thing is not None and parse.lemmas[thing] == "fire"
    back = any(parse.words[c].lower() == "back" for c in parse.children[verb] if c > verb)
    return back and parse.lemmas[verb] in ("fire", "hit", "punch", "strike", "fight")
