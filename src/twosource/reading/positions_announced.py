"""What the speaker's side will do: "said it would sign", "We will not pay until", "warned it could close"."""

from collections.abc import Sequence

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Stance

from .positions_conditions import Clause
from .positions_findings import HOSTILE, MATTERS, MOVES, Finding
from .positions_grammar import is_negated, modal_of
from .positions_parties import Scene
from .positions_stances import WILLING
from .positions_subjects import subject_of
from .positions_voices import (
    awaits_other,
    binds,
    denies,
    holds_out,
    is_move,
    is_own_body,
    looks_on,
    tells_terms,
    when_on,
)

__all__ = ["announced", "hanging_on"]

_LEXICON = load("negotiation")
_THREATS = frozenset(_LEXICON["cues"]["threat"])
_PROMISES = frozenset(_LEXICON["cues"]["promise"])
_DECLARING = frozenset({"statement", "communique", "declaration", "letter", "decree"})
_SUFFERING = frozenset(_LEXICON["acts"]["suffering"])
_LIGHT = frozenset(_LEXICON["acts"]["light"])
_MEASURES = frozenset(_LEXICON["acts"]["measures"])
_HARMS = frozenset(_LEXICON["acts"]["harms"])
_STATIVE = frozenset(_LEXICON["idle"]["stative"])
_BARGAINING = frozenset({"discuss", "talk", "speak", "name"})
"""Verbs of silence that are acts of a negotiation where a condition hangs on them."""
_SILENT = frozenset(_LEXICON["idle"]["saying"])
_THINGS = frozenset(_LEXICON["idle"]["things"]) | MATTERS
_STAYING = frozenset({"stay", "remain"})
_RESISTING = frozenset({"resist", "reject", "refuse"})
_LASTING = frozenset({"until", "unless", "as long as"})
_GOING = frozenset({"go", "come", "take", "let"})
_SHUNNING = frozenset({"skip", "shun", "snub", "forgo", "forego"})
_THIRD = frozenset({"he", "she", "they", "it"})
_VIOLENT = frozenset(_LEXICON["acts"]["violent"])
_HOLDING = frozenset({"include", "contain", "involve"})
_AGREED = frozenset(
    {"deal", "compromise", "agreement", "settlement", "accord", "budget", "contract", "bill", "pact"}
)
_UNSURE = frozenset({"probably", "maybe", "perhaps", "likely", "possibly"})
_GUESSING = frozenset({"believe", "think", "feel", "expect"})


def announced(
    scene: Scene, verb: int, modal: str, cue: int | None, speaker: str | None, subject: int,
    clauses: Sequence[Clause],
) -> Finding | None:  # fmt: skip
    """ "said it would ...", "warned that it could ...", "We will ...": what the speaker's side will do.

    `verb`, `cue` and `subject` are tokens, `speaker` is an actor id, `modal` as `modal_of` gives it.
    """
    parse, who = scene.parse, scene.actor(subject, verb)
    if who is not None and _is_product(scene, subject):
        return None
    if speaker is None and cue is not None and who is not None and _is_writing(parse, subject_of(parse, cue)):
        speaker = who  # "the statement said Chile would ...": Chile's own word
    own = scene.own(subject, speaker, cue)
    if _is_barred(parse, verb, modal, cue, subject, clauses) or _leaves_out(parse, verb, modal, cue, subject):
        return _by_speaker("refuses", verb, cue, speaker) if not looks_on(scene, speaker) else None
    if not own and who == speaker and scene.quoted(subject) and parse.pos[subject] == "PRON":
        return None  # "he's not going to pay," she said: whoever speaks of himself says "I"
    negated = denies(parse, verb)
    if _is_guess(scene, cue, subject, speaker, own, negated):
        return None
    hanging = hanging_on(parse, verb, clauses) or hanging_on(parse, _caused(parse, verb), clauses)
    if speaker is not None and hanging is not None and not negated and _harms(parse, verb):
        return _by_speaker("threatens", verb, cue, speaker)
    if _is_forecast(parse, verb, negated):
        return None
    passive = parse.child(verb, "auxpass") is not None
    if passive and modal == "could" and not negated and _lets_be_done(scene, verb, cue, speaker, hanging):
        return _by_speaker("offers", verb, cue, speaker)
    if passive and hanging is not None and hanging.only and awaits_other(scene, hanging, speaker):
        return _of_a_matter(scene, verb, cue, speaker, subject, negated, hanging)
    if not own and hanging is not None and is_own_body(scene, subject, speaker):
        return _of_own_side(parse, verb, modal, cue, speaker, None, hanging)
    holder = subject if who is not None else None
    if own or (who is not None and _joined_to_offer(parse, verb)):
        return _of_own_side(parse, verb, modal, cue, speaker, holder, hanging)
    if passive or parse.lemmas[verb] in _STAYING:
        return _of_a_matter(scene, verb, cue, speaker, subject, negated, hanging)
    if who is not None and _is_trade(parse, verb, modal, hanging):
        return Finding(
            stance="offers", trigger=verb, head=verb, holder=subject, self_moved=True, cue=cue, modal=True
        )
    terms = tells_terms(scene, verb, subject, speaker, negated, hanging or when_on(parse, verb, clauses))
    if terms or scene.same_side(who, speaker):
        return _of_own_side(parse, verb, modal, cue, speaker, holder, hanging)
    if cue is not None and cue < verb and parse.lemmas[cue] in _PROMISES and speaker is not None:
        return Finding(
            stance="commits", trigger=verb, head=verb, holder=None, speaker=speaker, cue=cue, mover=subject
        )
    return None


def _is_guess(
    scene: Scene, cue: int | None, subject: int, speaker: str | None, own: bool, negated: bool
) -> bool:
    """ "Believed that Chile would pay"; "they would do little good, analysts say" (of the measures)."""
    if own and scene.parse.words[subject].lower() == "they" and looks_on(scene, speaker):
        return True
    return cue is not None and scene.parse.lemmas[cue] in _GUESSING and not (own and negated)


def _is_barred(
    parse: Parse, verb: int, modal: str, cue: int | None, subject: int, clauses: Sequence[Clause]
) -> bool:
    """ "Told the mayor he could not speak in the hall until the strike was over": leave is refused."""
    if cue is None or parse.lemmas[cue] != "tell" or parse.child(cue, "dobj", "dative") is None:
        return False
    hanging = hanging_on(parse, verb, clauses) if modal == "could" and is_negated(parse, verb) else None
    return hanging is not None and hanging.kind in _LASTING and parse.words[subject].lower() in _THIRD


def _leaves_out(parse: Parse, verb: int, modal: str, cue: int | None, subject: int) -> bool:
    """ "Said any deal would not include money for the dam", "no budget will contain tax rises"."""
    if cue is None or modal not in ("will", "would") or parse.lemmas[verb] not in _HOLDING:
        return False
    return parse.lemmas[subject].lower() in _AGREED and denies(parse, verb)


def _by_speaker(stance: Stance, verb: int, cue: int | None, speaker: str | None) -> Finding:
    return Finding(
        stance=stance, trigger=verb, head=verb, holder=None, speaker=speaker, cue=cue,
        self_moved=True, whole=True, modal=True,
    )  # fmt: skip


def _lets_be_done(
    scene: Scene, verb: int, cue: int | None, speaker: str | None, hanging: Clause | None
) -> bool:
    """ "He said the port could be reopened if they agreed on wages": held out, by one who has a say."""
    if speaker is None or hanging is None or scene.parse.lemmas[verb] not in MOVES:
        return False
    return holds_out(scene.parse, verb, cue, hanging) and not looks_on(scene, speaker)


def _is_forecast(parse: Parse, verb: int, negated: bool) -> bool:
    """Whether a clause tells how things will be, not what somebody will do.

    "Will go", "will be meeting" tell of the days to come; "will not go", "will not be meeting" refuse.
    """
    passive = parse.child(verb, "auxpass") is not None
    idle = parse.lemmas[verb] in _STATIVE and not passive and parse.lemmas[verb] not in _STAYING
    idle = idle and parse.lemmas[verb] != "meet" and not (negated and parse.lemmas[verb] in _GOING)
    if (
        idle
        and not is_move(parse, verb)
        and not _takes_measures(parse, verb)
        and _caused(parse, verb) == verb
    ):
        return True
    going_on = parse.tags[verb] == "VBG" and modal_of(parse, verb) is not None and not negated
    return going_on and parse.child(verb, "xcomp") is None


def _of_own_side(
    parse: Parse, verb: int, modal: str, cue: int | None, speaker: str | None, holder: int | None,
    hanging: Clause | None,
) -> Finding | None:  # fmt: skip
    """What the speaker, or one of his side, will do or not do himself."""
    if parse.child(verb, "auxpass") is not None:
        return None
    if any(parse.deps[c] == "advmod" and parse.lemmas[c] in _UNSURE for c in parse.children[verb]):
        return None
    negated = denies(parse, verb)
    stance = _stance(parse, verb, modal, cue, negated, hanging)
    if stance is None:
        return None
    verb = _caused(parse, verb)
    thing = parse.child(verb, "dobj") if parse.lemmas[verb] in _RESISTING else None
    if stance == "refuses" and not negated and thing is not None:
        if parse.lemmas[thing] in ("urge", "temptation"):
            return None
        return Finding(
            stance=stance, trigger=verb, head=thing, holder=holder, speaker=speaker, cue=cue, modal=True
        )
    return Finding(
        stance=stance, trigger=verb, head=verb, holder=holder, speaker=speaker, self_moved=True, cue=cue,
        whole=hanging is not None and not negated, modal=True,
    )  # fmt: skip


def _is_trade(parse: Parse, verb: int, modal: str, hanging: Clause | None) -> bool:
    """ "say that Chile would give up the claim if it were offered X": a price that others report."""
    if modal not in ("will", "would") or parse.lemmas[verb] not in MOVES or is_negated(parse, verb):
        return False
    return hanging is not None and hanging.kind == "if" and hanging.given


def _caused(parse: Parse, verb: int) -> int:
    """ "would have Chile join the pact": the act is what is brought about; any other verb is itself."""
    act = parse.child(verb, "ccomp") if parse.lemmas[verb] == "have" else None
    bare = act is not None and parse.tags[act] == "VB" and parse.child(act, "nsubj") is not None
    return act if act is not None and bare else verb


def _joined_to_offer(parse: Parse, verb: int) -> bool:
    """ "said Chile was willing to talk and would halt the sale": one breath with its own offer."""
    first = parse.heads[verb]
    if parse.deps[verb] != "conj" or parse.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    state = parse.child(first, "acomp")
    return state is not None and parse.lemmas[state] in WILLING and not is_negated(parse, first)


def _is_product(scene: Scene, subject: int) -> bool:
    """ "Its update will protect users": what a thing does is no word of the one who made it."""
    if scene.cast.of_token(scene.line, subject) is not None:
        return False
    return scene.parse.lemmas[subject].lower() in _THINGS


def _is_writing(parse: Parse, noun: int | None) -> bool:
    return noun is not None and parse.lemmas[noun].lower() in _DECLARING


def _harms(parse: Parse, verb: int) -> bool:
    """Whether a clause says that harm will come: "they will pay a price", "there would be consequences"."""
    harm = parse.child(verb, "dobj", "attr")
    return parse.lemmas[verb] == "regret" or (
        parse.lemmas[verb] in _SUFFERING and harm is not None and parse.lemmas[harm].lower() in _HARMS
    )


def _takes_measures(parse: Parse, verb: int) -> bool:
    """Whether a light verb's noun makes it an act: "take the case to court", "go on strike"."""
    if parse.lemmas[verb] not in _LIGHT:
        return False
    thing = parse.child(verb, "dobj")
    hosts = [verb] if thing is None else [verb, thing]
    nouns = [
        thing,
        *(parse.child(i, "pobj") for h in hosts for i in parse.children[h] if parse.deps[i] == "prep"),
    ]
    return any(n is not None and parse.lemmas[n].lower() in _MEASURES for n in nouns)


def _stance(
    parse: Parse, verb: int, modal: str, cue: int | None, negated: bool, hanging: Clause | None
) -> Stance | None:
    lemma = parse.lemmas[verb]
    cued = parse.lemmas[cue] if cue is not None else ""
    if negated:
        if (
            (modal == "could" and not binds(parse, verb, hanging))
            or (lemma in _SILENT and not (lemma in _BARGAINING and hanging is not None))
            or (modal == "would" and cue is None)
        ):
            return None
        return "refuses"
    if hanging is not None and hanging.only:
        return "refuses"
    if cued in _THREATS:
        return "threatens"
    if modal == "could":
        if hanging is not None and holds_out(parse, verb, cue, hanging):
            return "offers"
        return "threatens" if hanging is not None and lemma in HOSTILE else None
    if lemma in _RESISTING and parse.child(verb, "dobj") is not None:
        return "refuses"
    if lemma in _SHUNNING and modal != "could":
        return "refuses"
    if cued in _PROMISES:
        return "commits"
    if hanging is not None and hanging.kind in ("if", "unless") and _menaces(parse, verb, hanging):
        return "threatens"
    if lemma == "accept":
        return "accepts"
    if lemma in MOVES or (hanging is not None and not _is_imagined(parse, verb, modal, hanging)):
        return "commits"
    return None


def _menaces(parse: Parse, verb: int, hanging: Clause) -> bool:
    """ "If they close the port we will sue", "do that again and I'll throw you out", not "if I am asked"."""
    doer = hanging.mover
    if doer is None and hanging.verb is not None:
        doer = parse.child(hanging.verb, "nsubjpass", "nsubj")
    mover = parse.words[doer].lower() if doer is not None else ""
    if parse.lemmas[verb] in HOSTILE:
        return hanging.kind != "if" or mover not in ("i", "we")
    struck = parse.child(verb, "dobj")
    return (
        parse.lemmas[verb] in _VIOLENT
        and struck is not None
        and parse.words[struck].lower() in ("you", "him", "her", "them")
        and mover not in ("i", "we")
    )


def _is_imagined(parse: Parse, verb: int, modal: str, hanging: Clause) -> bool:
    """ "If we work hard we will find a way", "if my dog bit her, I would scold it": no word is given."""
    if hanging.kind != "if" or hanging.verb is None:
        return False
    if hanging.mover is not None and parse.words[hanging.mover].lower() in ("i", "we"):
        return True
    subject = subject_of(parse, verb)
    own = subject is not None and parse.words[subject].lower() in ("i", "we")
    return own and modal == "would" and parse.tags[hanging.verb] == "VBD"


def _of_a_matter(
    scene: Scene,
    verb: int,
    cue: int | None,
    speaker: str | None,
    subject: int,
    negated: bool,
    hanging: Clause | None,
) -> Finding | None:
    """ "said the tariffs would not be lifted until ...", "said the troops will stay until ..."."""
    parse = scene.parse
    awaited = hanging is not None and awaits_other(
        scene, hanging, speaker, denied=negated or parse.lemmas[verb] in _STAYING
    )
    if speaker is None or (parse.lemmas[subject].lower() not in MATTERS and not awaited):
        return None
    promised = cue is not None and parse.lemmas[cue] in _PROMISES
    if not promised and not awaited and (hanging is None or hanging.kind not in _LASTING):
        return None
    if not negated and parse.lemmas[verb] not in _STAYING and not is_move(parse, verb):
        return None
    only = hanging is not None and hanging.only
    return Finding(
        stance="refuses" if negated or only else "commits", trigger=verb, head=verb, holder=None,
        speaker=speaker, cue=cue, self_moved=True, whole=True, modal=True,
    )  # fmt: skip


def hanging_on(parse: Parse, verb: int, clauses: Sequence[Clause]) -> Clause | None:
    """The condition that hangs on a verb or on the verb that it is coordinated with, if there is one."""
    near = {verb, parse.heads[verb], *(i for i in parse.children[verb] if parse.deps[i] == "xcomp")}
    for clause in clauses:
        firm = clause.only or (clause.word == "before" and clause.finite and denies(parse, verb))
        if clause.word in ("when", "before") and not firm:
            continue
        holds = clause.verb is not None and clause.first <= verb < clause.stop
        if clause.governor in near and not holds:
            return clause
    return None
