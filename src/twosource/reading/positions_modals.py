"""Stances that a modal carries in somebody's words: "said the bank must pay", "insists it will not talk"."""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Stance

from .positions_conditions import Clause
from .positions_findings import HOSTILE, MATTERS, MOVES, Finding, is_moot
from .positions_grammar import is_negated, modal_of, past_modal, subject_of
from .positions_parties import Scene
from .positions_stances import TRIGGERS, WILLING

__all__ = ["BINDING", "LASTING", "find_modal"]

_LEXICON = load("negotiation")
_THREATS = frozenset(_LEXICON["cues"]["threat"])
_PROMISES = frozenset(_LEXICON["cues"]["promise"])
_DECLARING = frozenset({"statement", "communique", "declaration", "letter", "decree"})
_SUFFERING = frozenset(_LEXICON["acts"]["suffering"])
_LIGHT = frozenset(_LEXICON["acts"]["light"])
_MEASURES = frozenset(_LEXICON["acts"]["measures"])
_HARMS = frozenset(_LEXICON["acts"]["harms"])
_STATIVE = frozenset(_LEXICON["idle"]["stative"])
_SILENT = frozenset(_LEXICON["idle"]["saying"])
_NOTIONS = frozenset(_LEXICON["idle"]["notions"])
_THINGS = frozenset(_LEXICON["idle"]["things"]) | MATTERS
_STAYING = frozenset({"stay", "remain"})
_RESISTING = frozenset({"resist", "reject", "refuse"})
_HARD = frozenset(_LEXICON["idle"]["hard"])
BINDING = frozenset({"have", "need", "ought", "go"})
"""Verbs that bind like a modal, before "to" ("has to", "needs to", "going to")."""
LASTING = frozenset({"until", "unless", "long", "without", "only"})
"""Words of the conditions under which a reporter's own "will not" tells a party's refusal."""
_LASTING = frozenset({"until", "unless", "as long as"})
_GUESSING = frozenset({"believe", "think", "feel", "expect"})
_GENERIC = frozenset(
    {"you", "it", "that", "this", "there", "one", "what", "everyone", "everybody", "people", "who", "anyone"}
)


def find_modal(scene: Scene, clauses: Sequence[Clause], taken: set[int]) -> Iterator[Finding]:
    """The stances of modal clauses, in text order; `taken` are verbs that a stated stance has used."""
    parse = scene.parse
    for verb in _bound(parse):
        if verb in taken:
            continue
        modal = modal_of(parse, verb)
        if (
            modal is None
            or past_modal(parse, verb)
            or is_moot(parse, verb, clauses)
            or _indirect_question(parse, verb)
            or _is_mere_notion(parse, verb)
        ):
            continue
        found = _judge(scene, verb, modal, clauses)
        if found is not None:
            yield found


def _bound(parse: Parse) -> list[int]:
    """The verbs that a modal governs, directly or through coordination, in order."""
    found = {parse.heads[i] for i, tag in enumerate(parse.tags) if tag == "MD"}
    if not BINDING.isdisjoint(parse.lemmas):
        found |= {
            i for i, h in enumerate(parse.heads) if parse.deps[i] == "xcomp" and parse.lemmas[h] in BINDING
        }
    found |= {c for v in found for c in parse.children[v] if parse.deps[c] == "conj"}
    return sorted(v for v in found if parse.pos[v] in ("VERB", "AUX") and not _torn(parse, v))


def _torn(parse: Parse, verb: int) -> bool:
    """Whether a verb is a piece of a word that was split at its hyphen ("re-think")."""
    if not parse.words[verb].replace("-", "").isalpha() and parse.words[verb] not in ("'s", "’s"):
        return True
    behind = verb + 1
    return behind < len(parse) and parse.words[behind] == "-" and parse.ends[verb] == parse.starts[behind]


def _is_mere_notion(parse: Parse, verb: int) -> bool:
    """ "The idea that the state should run schools": a thing talked about, not what the speaker asks for."""
    at, head = verb, parse.heads[verb]
    for _ in range(3):
        if parse.deps[at] == "acl" and parse.lemmas[head].lower() in _NOTIONS:
            return True
        at, head = head, parse.heads[head]
    return False


def _is_expected(scene: Scene, verb: int, subject: int) -> bool:
    """ "A date that should leave time", "should come as no surprise": what is expected, of things."""
    parse = scene.parse
    if parse.lemmas[verb] == "come" and any(parse.lemmas[i] == "as" for i in parse.children[verb]):
        return True
    return parse.deps[verb] == "relcl" and parse.heads[verb] == subject and scene.actor(subject) is None


def _indirect_question(parse: Parse, verb: int) -> bool:
    """ "asked whether it would", "what they would do": nothing is taken a stand on."""
    above = parse.heads[verb] if parse.deps[verb] == "xcomp" else verb
    for i in sorted({*parse.children[verb], *parse.children[above]}):
        if i < verb and (
            parse.tags[i] in ("WRB", "WP")
            or (parse.lemmas[i] in ("whether", "if") and parse.deps[i] == "mark" and above == verb)
        ):
            return parse.deps[verb] != "relcl" or parse.tags[i] == "WRB"
    return False


def _judge(scene: Scene, verb: int, modal: str, clauses: Sequence[Clause]) -> Finding | None:
    parse = scene.parse
    cue, speaker = scene.speaker_of(verb)
    subject = subject_of(parse, verb)
    if cue is not None and (
        is_negated(parse, cue) or is_moot(parse, cue, clauses) or modal_of(parse, cue) == "could"
    ):
        return None
    if cue is None and not scene.quoted(verb):
        return _in_reporters_voice(scene, verb, modal, subject, clauses)
    if modal in ("should", "must"):
        return _demanded(scene, verb, cue, speaker, subject)
    if subject is None:
        subject = parse.child(verb, "expl")
    if subject is None or (
        modal == "could" and (cue is None or parse.lemmas[cue] not in _THREATS) and not clauses
    ):
        return None
    return _announced(scene, verb, modal, cue, speaker, subject, clauses)


def _demanded(
    scene: Scene, verb: int, cue: int | None, speaker: str | None, subject: int | None
) -> Finding | None:
    """ "said the bank must pay": what ought to be done, in the eyes of the one who says so."""
    parse = scene.parse
    lemma = parse.lemmas[verb]
    passive = parse.child(verb, "auxpass") is not None
    if speaker is None or subject is None or (lemma in _HARD and not passive and not _enabled(parse, verb)):
        return None
    word = parse.words[subject].lower()
    if word in _GENERIC or (cue is not None and parse.lemmas[cue] in ("ask",)):
        return None
    if parse.lemmas[verb] in TRIGGERS and is_negated(parse, verb):
        return None
    if not passive and _is_expected(scene, verb, subject):
        return None
    if parse.deps[verb] == "xcomp" and is_negated(parse, parse.heads[verb]):
        return None  # "no longer needs to": nothing is asked for
    if (word not in ("we", "us") or parse.words[subject] == "US") and (
        scene.first_person(subject) or _may_be_speaker(scene, subject, speaker, cue)
    ):
        return None
    return Finding(
        stance="demands", trigger=verb, head=verb, holder=None, speaker=speaker, cue=cue, modal=True,
        mover=None if passive else subject, whole=passive or is_negated(parse, verb),
    )  # fmt: skip


def _may_be_speaker(scene: Scene, subject: int, speaker: str, cue: int | None) -> bool:
    """Whether what "he said he must do" is his own: the same actor, or a pronoun that can be."""
    parse = scene.parse
    who = scene.cast.of_token(scene.line, subject)
    if who == speaker:
        return True
    word = parse.words[subject].lower()
    if word not in ("he", "she", "they") or (who is not None and scene.cast.actor(who).type != "unnamed"):
        return False
    sayer = subject_of(parse, cue) if cue is not None else None
    if sayer is not None and parse.pos[sayer] == "PRON":
        return parse.words[sayer].lower() == word
    return scene.cast.actor(speaker).type in ("person", "unnamed") or word == "they"


def _enabled(parse: Parse, verb: int) -> bool:
    """ "must be able to", "should be contingent on": a state that somebody has to bring about."""
    state = parse.child(verb, "acomp")
    return state is not None and parse.lemmas[state] in (
        "able",
        "free",
        "contingent",
        "conditional",
        "ready",
        "responsible",
        "accountable",
        "allowed",
    )


def _announced(
    scene: Scene,
    verb: int,
    modal: str,
    cue: int | None,
    speaker: str | None,
    subject: int,
    clauses: Sequence[Clause],
) -> Finding | None:
    """ "said it would ...", "warned that it could ...", "We will ...": what the speaker's side will do."""
    parse = scene.parse
    lemma = parse.lemmas[verb]
    passive = parse.child(verb, "auxpass") is not None
    negated = is_negated(parse, verb)
    hanging = _hanging(parse, verb, clauses) or _hanging(parse, _caused(parse, verb), clauses)
    who = scene.actor(subject, verb)
    if who is not None and _is_product(scene, subject):
        return None
    if speaker is None and cue is not None and who is not None and _is_writing(parse, subject_of(parse, cue)):
        speaker = who  # "the statement said Chile would ...": Chile's own word
    own = scene.own(subject, speaker, cue)
    if not own and cue is not None and parse.lemmas[cue] in _GUESSING:
        return None  # "believed that Chile would pay": a forecast
    if speaker is not None and hanging is not None and not negated and _harms(parse, verb):
        return Finding(
            stance="threatens",
            trigger=verb,
            head=verb,
            holder=None,
            speaker=speaker,
            self_moved=True,
            cue=cue,
            whole=True,
            modal=True,
        )
    idle = lemma in _STATIVE and not passive and lemma not in _STAYING
    if idle and not _takes_measures(parse, verb) and _caused(parse, verb) == verb:
        return None
    if parse.tags[verb] == "VBG" and modal_of(parse, verb) and parse.child(verb, "xcomp") is None:
        return None
    if not own and (passive or lemma in _STAYING):
        return _of_a_matter(scene, verb, cue, speaker, subject, negated, hanging)
    if not own and who is not None and _joined_to_offer(parse, verb):
        own = True
    if not own and who is not None and _is_trade(parse, verb, modal, hanging):
        return Finding(
            stance="offers", trigger=verb, head=verb, holder=subject, self_moved=True, cue=cue, modal=True
        )
    if not own and not scene.same_side(who, speaker):
        if cue is not None and parse.lemmas[cue] in _PROMISES and speaker is not None:
            return Finding(
                stance="commits",
                trigger=verb,
                head=verb,
                holder=None,
                speaker=speaker,
                cue=cue,
                mover=subject,
            )
        return None
    if passive:
        return None
    stance = _stance(parse, verb, modal, cue, negated, hanging)
    if stance is None:
        return None
    verb = _caused(parse, verb)
    return Finding(
        stance=stance, trigger=verb, head=verb, holder=subject if who is not None else None, speaker=speaker,
        self_moved=True, cue=cue, whole=hanging is not None and not negated, modal=True,
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
        if modal == "could" or lemma in _SILENT or (modal == "would" and cue is None):
            return None
        return "refuses"
    if hanging is not None and hanging.only:
        return "refuses"
    if cued in _THREATS:
        return "threatens"
    if modal == "could":
        return "threatens" if hanging is not None and lemma in HOSTILE else None
    if lemma in _RESISTING and parse.child(verb, "dobj") is not None:
        return "refuses"
    if cued in _PROMISES:
        return "commits"
    if hanging is not None and lemma in HOSTILE and hanging.kind in ("if", "unless"):
        return "threatens"
    if hanging is not None or lemma in MOVES:
        return "commits"
    return None


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
    if speaker is None or parse.lemmas[subject].lower() not in MATTERS:
        return None
    promised = cue is not None and parse.lemmas[cue] in _PROMISES
    if not promised and (hanging is None or hanging.kind not in _LASTING):
        return None
    if not negated and parse.lemmas[verb] not in MOVES | _STAYING:
        return None
    return Finding(
        stance="refuses" if negated else "commits", trigger=verb, head=verb, holder=None, speaker=speaker,
        cue=cue, self_moved=True, whole=True, modal=True,
    )  # fmt: skip


def _in_reporters_voice(
    scene: Scene, verb: int, modal: str, subject: int | None, clauses: Sequence[Clause]
) -> Finding | None:
    """ "The union will not return to work until ...": a party's refusal, told without its words."""
    parse = scene.parse
    hanging = _hanging(parse, verb, clauses)
    if modal not in ("will", "would") or subject is None or hanging is None or not hanging.finite:
        return None
    negated = is_negated(parse, verb)
    if (
        parse.lemmas[verb] not in MOVES
        or scene.actor(subject) is None
        or parse.child(verb, "auxpass") is not None
    ):
        return None
    if not (negated and hanging.kind in _LASTING) and not (hanging.only and not negated):
        return None
    return Finding(stance="refuses", trigger=verb, head=verb, holder=subject, self_moved=True, modal=True)


def _hanging(parse: Parse, verb: int, clauses: Sequence[Clause]) -> Clause | None:
    """The condition that hangs on a verb or on the verb that it is coordinated with, if there is one."""
    near = {verb, parse.heads[verb]}
    for clause in clauses:
        if clause.word in ("when", "before") and not clause.only:
            continue
        holds = clause.verb is not None and clause.first <= verb < clause.stop
        if clause.governor in near and not holds:
            return clause
    return None
