"""What a rule finds in a sentence, in tokens, and when what stands there is supposed rather than said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Stance

from .positions_conditions import Clause
from .positions_grammar import cue_over, is_negated, modal_of, past_modal

__all__ = [
    "HOSTILE",
    "MATTERS",
    "MOVES",
    "OBJECTS",
    "STANCES",
    "Finding",
    "agent_of",
    "has_to",
    "hurts",
    "is_matter",
    "is_moot",
    "triggers",
]

_LEXICON = load("negotiation")
STANCES: tuple[Stance, ...] = ("demands", "offers", "commits", "accepts", "refuses", "threatens")
MATTERS = frozenset(_LEXICON["matters"]["nouns"])
MOVES = frozenset(_LEXICON["acts"]["moves"])
HOSTILE = frozenset(_LEXICON["acts"]["hostile"])
OBJECTS = frozenset(_LEXICON["idle"]["objects"])
_AVERTING = frozenset(_LEXICON["idle"]["averting"])
_DOUBTFUL = frozenset(_LEXICON["hollow"]["doubtful"])
_PROSPECTS = frozenset(_LEXICON["hollow"]["prospects"])
_SUPPOSING = frozenset(_LEXICON["hollow"]["supposing"])
_PLANNING = frozenset(("intend", "plan", "propose", "want"))
_SEVERED = frozenset(_LEXICON["acts"]["severed"])
_ASKING = frozenset(
    w for word in ("whether", "if", "how", "what", "where", "when") for w in (word, word.title())
)
_ENABLING = frozenset(("allow", "enable", "let", "permit", "empower"))
_FORECASTING = frozenset(
    ("expect", "predict", "forecast", "project", "tip", "think", "believe", "rumor", "rumour")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A stance in a sentence, in tokens: what states it, the action's head, who holds it, whose action it is.

    `mover` is None where the holder itself acts (`self_moved`) or nobody is named. `whole` asks for the
    action's span to begin with its subject; `denied` for one that begins with its "not". `speaker` is an
    actor id where the holder is not a token of the sentence; `modal` tells a finding of `positions_modals`.
    """

    stance: Stance
    trigger: int
    head: int
    holder: int | None
    mover: int | None = None
    self_moved: bool = False
    whole: bool = False
    denied: bool = False
    cue: int | None = None
    speaker: str | None = None
    modal: bool = False


def triggers(parse: Parse, lemmas: frozenset[str], clauses: Sequence[Clause]) -> Iterator[tuple[int, str]]:
    """The words with one of these lemmas that state something, in text order, with their lemma."""
    if lemmas.isdisjoint(parse.lemmas):
        return
    for i, lemma in enumerate(parse.lemmas):
        if lemma in lemmas and not is_moot(parse, i, clauses):
            yield i, lemma


def is_moot(parse: Parse, at: int, clauses: Sequence[Clause]) -> bool:
    """Whether what stands at a token is supposed, asked or averted, not said ("if X promises")."""
    for clause in clauses:
        if clause.word in ("when", "before") and clause.verb is not None and parse.tags[clause.verb] == "VBD":
            continue  # "when he said that he would insist": told, not supposed
        if clause.word == "or":
            continue  # "pay or we will strike" asks for the pay too
        if clause.first <= at < clause.stop and (
            clause.verb is None or at == clause.verb or clause.verb in set(parse.ancestors(at))
        ):
            return True
    asking = not _ASKING.isdisjoint(parse.words)
    child = at
    for _ in range(8):
        head = parse.heads[child]
        if asking and _is_asked_about(parse, child):
            return True
        if head == child:
            return False
        dep = parse.deps[child]
        if dep == "ccomp" and parse.lemmas[head] in _SUPPOSING:
            return True
        if dep == "pcomp" and _is_forgone(parse, head):
            return True
        if dep in ("xcomp", "advcl") and _is_doubted(parse, child):
            return True
        if dep == "pcomp" and _is_prospect(parse, parse.heads[head]):
            return True
        if dep == "prep" and modal_of(parse, head) == "could" and parse.deps[at] != "pobj":
            return True
        if dep == "prep" or (dep == "acl" and parse.pos[head] == "NOUN"):
            child = head
            continue
        if dep in ("relcl", "appos", "conj") and parse.pos[child] not in ("VERB", "AUX"):
            return False
        if dep in ("xcomp", "ccomp", "pcomp", "advcl", "pobj", "dobj", "acl"):
            if parse.lemmas[head] in _AVERTING and dep != "advcl":
                return True
            if parse.lemmas[head] in _ENABLING and at == child and parse.child(at, "nsubj") is not None:
                return True  # "to allow judges to approve fines"
            if parse.lemmas[head] in _FORECASTING and parse.child(head, "auxpass") is not None:
                return True  # "was expected to reject": a forecast
            if dep != "dobj" and modal_of(parse, head) in ("could",) and cue_over(parse, head) is None:
                return True
            if dep == "ccomp" and child > head and is_negated(parse, head):
                return True
            if dep == "advcl" and parse.child(child, "nsubj") is None and past_modal(parse, head):
                return True  # "should have lined up leaders to offer it"
        child = head
    return False


def _is_prospect(parse: Parse, above: int) -> bool:
    """Whether what a preposition hangs on leaves its act open: "a role in", "plays an active role in"."""
    thing = parse.child(above, "dobj") if parse.pos[above] == "VERB" else above
    return thing is not None and parse.lemmas[thing] in _PROSPECTS


def _is_asked_about(parse: Parse, verb: int) -> bool:
    """ "Weighs whether to order", "even if a law says so", "how far it is willing to go": left open."""
    dep = parse.deps[verb]
    mark = parse.child(verb, "mark")
    if mark is not None and dep in ("ccomp", "xcomp", "pcomp", "advcl"):
        word = parse.lemmas[mark]
        if word == "whether" or (word == "if" and dep == "advcl"):
            return True
    if dep not in ("ccomp", "pcomp", "attr", "csubj", "advcl"):
        return False
    first = parse.subtree(verb)[0]
    if parse.lemmas[verb] in _PLANNING and parse.words[first].lower() in ("how", "what", "where", "when"):
        return True
    return parse.words[first].lower() == "how" and parse.tags[first + 1] in ("JJ", "RB", "JJR", "RBR")


def _is_forgone(parse: Parse, prep: int) -> bool:
    """Whether a preposition says that its act is not done: "instead of insisting", "rather than suing"."""
    word = parse.words[prep].lower()
    if word == "of":
        return prep > 0 and parse.words[prep - 1].lower() == "instead"
    return word == "than" and parse.words[prep - 1].lower() == "rather"


def _is_doubted(parse: Parse, verb: int) -> bool:
    """ "It is premature to rule it out", "not because they are not willing": nothing is taken a stand on."""
    if verb >= 2 and (mark := parse.child(verb, "mark")) is not None:
        return parse.words[mark].lower() == "because" and mark > 0 and parse.words[mark - 1].lower() == "not"
    head = parse.heads[verb]
    state = head if parse.pos[head] == "ADJ" else parse.child(head, "acomp")
    if state is None or state > verb or parse.lemmas[state] not in _DOUBTFUL or not has_to(parse, verb):
        return False
    return parse.child(verb, "nsubj") is None


def has_to(parse: Parse, verb: int) -> bool:
    """Whether a verb is a "to" infinitive."""
    return any(parse.tags[c] == "TO" for c in parse.children[verb])


def is_matter(parse: Parse, noun: int) -> bool:
    """Whether a noun is something that parties negotiate about, or a "sort of" such a thing."""
    if parse.lemmas[noun] in ("sort", "kind", "form", "type"):
        of = parse.child(noun, "prep")
        noun = (parse.child(of, "pobj") if of is not None else None) or noun
    return parse.lemmas[noun].lower() in MATTERS


def hurts(parse: Parse, verb: int) -> bool:
    """Whether a verb is an act that hurts another ("close the port", but not "leave the fund untouched")."""
    if parse.lemmas[verb] == "cut":
        thing = parse.child(verb, "dobj")
        return parse.child(verb, "prt") is not None or (
            thing is not None and parse.lemmas[thing].lower() in _SEVERED
        )
    return parse.lemmas[verb] in HOSTILE and not (
        parse.lemmas[verb] == "leave" and parse.child(verb, "oprd", "ccomp") is not None
    )


def agent_of(parse: Parse, noun: int) -> int | None:
    """Who is to act where a noun names the act: "the sale of X by Y" is Y's, "its resignation" its own."""
    for c in parse.children[noun]:
        if parse.deps[c] == "prep" and parse.lemmas[c] in ("by", "from"):
            return parse.child(c, "pobj")
    return parse.child(noun, "poss")
