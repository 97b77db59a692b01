"""Stances that a modal carries in somebody's words: "said the bank must pay", "insists it will not talk"."""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.lexicon import load

from .positions_announced import announced, hanging_on
from .positions_conditions import Clause
from .positions_findings import MOVES, Finding, is_moot
from .positions_grammar import is_negated, modal_of, past_modal
from .positions_parties import Scene
from .positions_stances import TRIGGERS
from .positions_subjects import subject_of

__all__ = ["BINDING", "LASTING", "find_modal"]

_LEXICON = load("negotiation")
_THREATS = frozenset(_LEXICON["cues"]["threat"])
_NOTIONS = frozenset(_LEXICON["idle"]["notions"])
_HARD = frozenset(_LEXICON["idle"]["hard"])
BINDING = frozenset({"have", "need", "ought", "go"})
"""Verbs that bind like a modal, before "to" ("has to", "needs to", "going to")."""
LASTING = frozenset({"until", "unless", "long", "without", "only"})
"""Words of the conditions under which a reporter's own "will not" tells a party's refusal."""
_WITHHELD = frozenset(_LEXICON["acts"]["withheld"])
_LASTING = frozenset({"until", "unless", "as long as"})
_EVIDENCING = frozenset(
    {"show", "prove", "demonstrate", "indicate", "suggest", "illustrate", "reflect", "tell"}
)
_SEEMING = frozenset({"come", "stand", "serve", "act", "count", "rank"})
_GENERIC = frozenset(
    {
        "you",
        "it",
        "that",
        "this",
        "there",
        "one",
        "what",
        "everyone",
        "everybody",
        "people",
        "who",
        "anyone",
        "those",
    }
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
    if parse.words[verb].lower() == "re" and any(w in MOVES for w in parse.lemmas[verb + 2 : verb + 3]):
        return False  # "should re-open the port": the first piece heads the act
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
    """ "A date that should leave time", "should come as no surprise", "stand as a model": seen, of things."""
    parse = scene.parse
    if parse.lemmas[verb] in _EVIDENCING and _is_thing(scene, verb, subject):
        return True  # "the vote should show that"
    seen = parse.lemmas[verb] in _SEEMING and any(parse.lemmas[i] == "as" for i in parse.children[verb])
    if seen and scene.cast.of_token(scene.line, subject) is None:
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
    return announced(scene, verb, modal, cue, speaker, subject, clauses)


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
    first = parse.heads[verb] if parse.deps[verb] == "conj" else verb
    if parse.deps[first] == "xcomp" and is_negated(parse, parse.heads[first]):
        return None  # "no longer needs to (wait or) pay": nothing is asked for
    if (word not in ("we", "us") or parse.words[subject] == "US") and (
        scene.first_person(subject) or _may_be_speaker(scene, verb, subject, speaker, cue)
    ):
        return None
    return Finding(
        stance="demands", trigger=verb, head=verb, holder=None, speaker=speaker, cue=cue, modal=True,
        mover=None if passive else subject,
        whole=passive or is_negated(parse, verb) or _is_thing(scene, verb, subject),
    )  # fmt: skip


def _is_thing(scene: Scene, verb: int, subject: int) -> bool:
    """Whether what "must start" or "should remain" has to be shown with the act: it is no party."""
    own = scene.parse.heads[subject] == verb and scene.parse.pos[subject] == "NOUN"
    return own and scene.cast.of_token(scene.line, subject) is None


def _may_be_speaker(scene: Scene, verb: int, subject: int, speaker: str, cue: int | None) -> bool:
    """Whether what "he said he must do" is his own: the same actor, or a pronoun that can be."""
    parse = scene.parse
    who = scene.cast.of_token(scene.line, subject)
    if who == speaker:
        return True
    word = parse.words[subject].lower()
    host = parse.heads[verb]
    if word in ("he", "she") and parse.deps[verb] == "xcomp" and parse.words[host].lower() == "had":
        return True  # "the mayor felt that he had to answer"
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


def _in_reporters_voice(
    scene: Scene, verb: int, modal: str, subject: int | None, clauses: Sequence[Clause]
) -> Finding | None:
    """ "The union will not return to work until ...": a party's refusal, told without its words.

    "Berg will not attend the summit" needs no condition: nobody but Berg decides that.
    """
    parse = scene.parse
    hanging = hanging_on(parse, verb, clauses)
    if modal not in ("will", "would") or subject is None:
        return None
    negated = is_negated(parse, verb)
    if hanging is None and negated and modal == "will" and parse.lemmas[verb] in _WITHHELD:
        who = scene.cast.of_token(scene.line, subject)
        if who is None or scene.cast.actor(who).type == "unnamed" or parse.child(verb, "auxpass") is not None:
            return None
        return Finding(stance="refuses", trigger=verb, head=verb, holder=subject, self_moved=True, modal=True)
    if hanging is None or not hanging.finite:
        return None
    if (
        parse.lemmas[verb] not in MOVES
        or scene.actor(subject) is None
        or parse.child(verb, "auxpass") is not None
    ):
        return None
    if not (negated and hanging.kind in _LASTING) and not (hanging.only and not negated):
        return None
    return Finding(stance="refuses", trigger=verb, head=verb, holder=subject, self_moved=True, modal=True)
