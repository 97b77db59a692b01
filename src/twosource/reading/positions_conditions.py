"""Conditions in a sentence: what a position hangs on, of which kind, and which verb it belongs to."""

import re
from dataclasses import dataclass, replace

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import ConditionKind

from .positions_grammar import is_negated, modal_of, past_apostrophe
from .positions_subjects import subject_of

__all__ = ["Clause", "find_clauses"]

_LEXICON = load("negotiation")
_BARRED = frozenset(_LEXICON["conditions"]["no_condition"])
_FAILING = frozenset(_LEXICON["conditions"]["failing"])
_KINDS: tuple[ConditionKind, ...] = ("if", "unless", "until", "as long as", "in return for")
_PHRASES: dict[str, list[tuple[tuple[str, ...], ConditionKind]]] = {}
for _kind in _KINDS:
    for _entry in _LEXICON["conditions"][_kind]:
        _words: tuple[str, ...] = tuple(_entry.split())
        _PHRASES.setdefault(_words[0], []).append((_words, _kind))
for _found in _PHRASES.values():
    _found.sort(key=lambda p: -len(p[0]))
_STARTS = frozenset(_PHRASES) | {"when", "before", "but", "to", "or"}
# What a sentence with a condition holds: the phrases, "to" at its head, "but ... have to".
_MARKED = re.compile(
    r"\b(?:"
    + "|".join(re.escape(" ".join(words)) for some in _PHRASES.values() for words, _ in some)
    + r"|when|before|but)\b|(?:^|[\"“,])\s*(?:in order )?to\b|\bor [^,;.]{1,40}\b(?:will|would)\b",
)
_GAINS = frozenset(_LEXICON["conditions"]["gains"])
_LONGEST = 50  # tokens of a condition
_GIVING = frozenset(_LEXICON["conditions"]["giving"])
_KEEPING = frozenset(_LEXICON["conditions"]["keeping"])
_WISHING = frozenset({"want", "like", "wish", "mind", "care"})
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PRON", "PART", "NUM"})
_LASTING = frozenset(
    {"be", "stay", "remain", "continue", "last", "persist", "stand", "keep", "hold", "exist", "have"}
)
_REFUSING = frozenset({"refuse", "decline", "reject", "rule"})
_WILL = frozenset({"will", "would", "wo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A condition: tokens `first` to `stop`, the verb (or token) it hangs on, whose move it is (a token).

    `word` is what it starts with ("if", "before", "when"); `finite` tells a clause from a phrase; `only` is
    set after "only"; `given` where the holder is to be given something ("if it were offered a treaty").
    """

    kind: ConditionKind
    word: str
    first: int
    stop: int
    governor: int
    verb: int | None
    mover: int | None
    finite: bool
    only: bool = False

    given: bool = False


def find_clauses(parse: Parse) -> list[Clause]:
    """The conditions of a sentence, in order; empty for most sentences."""
    if _MARKED.search(parse.text.lower()) is None:
        return []
    words = [w.lower() for w in parse.words]
    found: list[Clause] = []
    free = 0
    for i, word in enumerate(words):
        if word not in _STARTS or i < free:
            continue
        clause = _clause(parse, words, i)
        if clause is None and word == "or":
            clause = _alternative(parse, i)
        if clause is None and word in ("but", "to"):
            clause = _demurral(parse, i) if word == "but" else _prize(parse, words, i)
        if clause is not None:
            if clause.kind == "in return for":
                clause = replace(clause, stop=past_apostrophe(parse, clause.stop))
            found.append(clause)
            free = clause.first + 1
    return found


def _clause(parse: Parse, words: list[str], at: int) -> Clause | None:
    only = at > 0 and words[at - 1] == "only"
    for phrase, kind in _PHRASES.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            clause = _as_condition(parse, words, at, len(phrase), kind, only)
            return replace(clause, only=True) if clause and phrase[0] == "only" else clause
    if words[at] in ("when", "before"):
        kind = "if" if words[at] == "when" else "until"
        return _as_condition(parse, words, at, 1, kind, only)
    return None


def _as_condition(
    parse: Parse, words: list[str], at: int, length: int, kind: ConditionKind, only: bool
) -> Clause | None:
    word, previous = words[at], words[at - 1] if at else ""
    if word == "if" and (previous in _BARRED or parse.lemmas[at - 1] in _BARRED if at else False):
        return None
    if word == "if" and at + 1 < len(words) and words[at + 1] in ("not", "any", "so", "only"):
        return None
    if word in ("before", "when") and previous == "even":
        return None
    if words[at : at + 4] == ["when", "it", "comes", "to"]:
        return None
    if word in ("provided", "providing", "assuming", "should", "pending") and not _opens(parse, words, at):
        return None
    verb = _verb_of(parse, at, length)
    if verb is None:
        return _phrase(parse, words, at, length, kind, only)
    if (word == "while" and not _bars(parse, at, verb)) or (
        word == "if" and parse.deps[verb] == "ccomp" and parse.heads[verb] < at
    ):
        return None
    if kind == "until" and any(
        e.start <= at + 1 < e.end and e.label in ("DATE", "TIME") for e in parse.entities
    ):
        return None
    if word == "if" and parse.lemmas[parse.heads[verb]] in _BARRED and parse.heads[verb] < at:
        return None  # "asked the jury if all were present"
    first, stop = _bounds(parse, at, verb)
    governor = parse.heads[verb]
    if parse.deps[verb] == "amod" and verb < governor:
        # "if elected president": the noun completes the participle.
        stop = governor + 1
        governor = next((i for i in parse.ancestors(governor) if parse.pos[i] in ("VERB", "AUX")), governor)
    if first <= governor < stop:
        above = parse.heads[at]  # "said it would pay provided that they sign": the marker hangs on a verb
        outside = not first <= above < stop and parse.pos[above] in ("VERB", "AUX")
        governor = above if outside else _outside(parse, at, stop)
    wished = parse.lemmas[verb] in _WISHING  # "if you don't want a strike, sign": no act is left undone
    undone = is_negated(parse, verb) or parse.lemmas[verb] in _FAILING or _is_absent(parse, verb)
    if kind == "if" and not wished and undone:
        kind = "unless"
    return Clause(
        kind=kind, word=word, first=first - only, stop=stop, governor=governor, verb=verb, only=only,
        mover=_mover(parse, verb, at), finite=_finite(parse, verb, at), given=_is_given(parse, verb),
    )  # fmt: skip


def _is_absent(parse: Parse, verb: int) -> bool:
    """Whether a condition is that something is not there: "if there is no contract"."""
    thing = parse.child(verb, "attr", "nsubj")
    bare = parse.lemmas[verb] == "be" and parse.child(verb, "expl") is not None and thing is not None
    return bare and any(parse.words[i].lower() == "no" for i in parse.children[thing or 0])


def _bars(parse: Parse, at: int, verb: int) -> bool:
    """Whether "while" gives the time of a refusal ("will not talk while the ban stays"), not a contrast."""
    governor = parse.heads[verb]
    lasts = parse.lemmas[verb] in _LASTING or any(
        parse.deps[i] in ("aux", "auxpass") for i in parse.children[verb]
    )
    if not governor < at or parse.words[at - 1] == "," or not lasts:
        return False
    if any(parse.lemmas[i] in _REFUSING for i in (governor, parse.heads[governor])):
        return True
    noun = parse.child(governor, "dobj", "attr", "nsubj")
    none = noun is not None and any(parse.words[i].lower() == "no" for i in parse.children[noun])
    return (none or is_negated(parse, governor)) and modal_of(parse, governor) in ("will", "would", "could")


def _is_given(parse: Parse, verb: int) -> bool:
    if parse.lemmas[verb] in _GAINS:
        return parse.child(verb, "dobj") is not None
    return parse.lemmas[verb] in _GIVING and parse.child(verb, "auxpass") is not None


def _demurral(parse: Parse, at: int) -> Clause | None:
    """ "We would sign, but they have to pay": what the other must do first."""
    governor = parse.heads[at]
    verb = next((i for i in parse.children[governor] if i > at and parse.deps[i] == "conj"), None)
    if verb is None or parse.deps[at] != "cc":
        return None
    subject = parse.child(verb, "nsubj")
    inner = parse.child(verb, "xcomp")
    bound = modal_of(parse, verb) == "must" or (inner is not None and modal_of(parse, inner) == "must")
    if subject is None or subject < at or not bound or parse.words[subject].lower() in ("i", "we"):
        return None
    if modal_of(parse, governor) not in ("will", "would") and parse.child(governor, "acomp") is None:
        return None
    first, stop = parse.subtree(subject)[0], min(parse.subtree(verb)[1], at + _LONGEST)
    while stop > verb + 1 and parse.pos[stop - 1] == "PUNCT":
        stop -= 1
    return Clause(
        kind="if", word="but", first=first, stop=stop, governor=governor, verb=verb,
        mover=subject, finite=True,
    )  # fmt: skip


def _alternative(parse: Parse, at: int) -> Clause | None:
    """ "Pay the crews or we will strike", "they must pay or we will strike": what averts what follows."""
    verb = parse.heads[at]
    act = next((i for i in parse.children[verb] if i > at and parse.deps[i] == "conj"), None)
    if parse.deps[at] != "cc" or act is None or modal_of(parse, act) not in ("will", "would"):
        return None
    subject = parse.child(verb, "nsubj")
    if parse.child(act, "nsubj") is None or verb > at or parse.pos[verb] != "VERB":
        return None
    order = parse.tags[verb] == "VB" and subject is None
    if not order and modal_of(parse, verb) != "must":
        return None
    first = parse.subtree(subject)[0] if subject is not None else verb
    stop = at - (parse.pos[at - 1] == "PUNCT")
    return Clause(
        kind="unless", word="or", first=first, stop=stop, governor=act, verb=verb, mover=subject, finite=True
    )


def _prize(parse: Parse, words: list[str], at: int) -> Clause | None:
    """ "To win our votes, they must ...": what is given in return, put first."""
    verb = parse.heads[at]
    if parse.deps[at] != "aux" or parse.deps[verb] != "advcl" or parse.lemmas[verb] not in _GAINS:
        return None
    governor = parse.heads[verb]
    if not verb < governor or (at and parse.pos[at - 1] != "PUNCT" and words[at - 1] != "order"):
        return None
    stop = parse.subtree(verb)[1]
    if stop >= len(words) or stop > governor:
        return None
    owner = next((i for i in parse.below(verb) if parse.deps[i] == "poss"), None)
    return Clause(
        kind="in return for", word="to", first=at, stop=stop, governor=governor, verb=verb,
        mover=owner, finite=False,
    )  # fmt: skip


def _opens(parse: Parse, words: list[str], at: int) -> bool:
    """Whether an ambiguous word opens a condition: "should the talks fail", "provided that"."""
    if words[at] == "should":
        # Inversion: the modal stands before its subject, with no other subject before it.
        verb = parse.heads[at]
        subject = parse.child(verb, "nsubj", "nsubjpass")
        return parse.deps[at] == "aux" and subject is not None and at < subject < verb
    if words[at] == "pending":
        return parse.deps[at] in ("prep", "advcl")
    if words[at + 1 : at + 2] == ["that"]:
        return True
    return (
        parse.deps[at] in ("mark", "advcl", "prep")
        and at + 1 < len(words)
        and words[at + 1] not in ("by", "with", "a", "an")
    )


def _verb_of(parse: Parse, at: int, length: int) -> int | None:
    """The verb of the clause that a marker opens; None where it opens a phrase."""
    for i in (at + length - 1, at):
        head = parse.heads[i]
        if parse.deps[i] in ("mark", "aux", "advmod") and head > i and parse.pos[head] in ("VERB", "AUX"):
            return head
        if parse.words[i].lower() == "that" and length > 2 and parse.deps[head] == "relcl":
            return head  # "in the event that they sign": taken for a relative clause
        if parse.deps[i] == "prep" and (inner := parse.child(i, "pcomp")) is not None:
            return inner
        if parse.deps[i] == "advcl" and (inner := parse.child(i, "ccomp")) is not None:
            return inner
    if parse.words[at].lower() in ("provided", "providing", "assuming") and parse.pos[at] == "VERB":
        return at
    if parse.words[at].lower() in ("if", "unless", "until", "till", "once", "when", "before", "as", "so"):
        for i in range(at + length, min(at + length + 8, len(parse))):
            if parse.pos[i] == "VERB" or (parse.pos[i] == "AUX" and parse.deps[i] not in ("aux", "auxpass")):
                near = parse.deps[i] in ("advcl", "amod", "acl", "ccomp", "pcomp", "conj", "ROOT")
                return i if near and parse.words[at].lower() in ("if", "unless", "as", "so") else None
            if parse.pos[i] == "PUNCT":
                return None
    return None


def _bounds(parse: Parse, at: int, verb: int) -> tuple[int, int]:
    """From the marker to the end of its clause; a main clause that the parser put below it is cut off."""
    stop = min(_with_joined(parse, verb, _with_state(parse, verb, parse.subtree(verb)[1])), at + _LONGEST)
    for i in parse.children[verb]:
        # "If they strike, the firm will close": the main clause hung below the condition.
        if i > verb and parse.deps[i] in ("ccomp", "parataxis") and parse.words[i - 1] == ",":
            stop = min(stop, parse.subtree(i)[0])
    stop = _before_promise(parse, verb, stop)
    for i in range(at + 1, stop):
        if parse.words[i] in ("”", "''") and i > verb:
            stop = i
            break
    while stop > verb + 1 and (
        (parse.pos[stop - 1] == "PUNCT" and parse.words[stop - 1] != '"') or parse.deps[stop - 1] == "cc"
    ):
        stop -= 1
    return at, max(stop, verb + 1)


def _with_state(parse: Parse, verb: int, stop: int) -> int:
    """The clause with the state of its object, where the parser tore that off ("keeps X closed")."""
    thing = parse.child(verb, "dobj")
    if thing is None or parse.lemmas[verb] not in _KEEPING or parse.subtree(thing)[1] != stop:
        return stop
    torn = stop < len(parse) and parse.tags[stop] in ("VBN", "JJ") and parse.subtree(stop)[0] == stop
    return parse.subtree(stop)[1] if torn else stop


def _with_joined(parse: Parse, verb: int, stop: int) -> int:
    """The clause with the one that "and" joins to it, where the parser hung that on the main verb.

    Only a present tense: "… until they return and the firm pays", not "… and the firm will pay".
    """
    if parse.deps[stop - 1] != "cc" or parse.heads[stop - 1] != verb:
        return stop
    main = parse.heads[verb]
    for i in parse.children[main]:
        if i > stop and parse.deps[i] == "conj" and parse.subtree(i)[0] == stop:
            return parse.subtree(i)[1] if parse.tags[i] == "VBZ" and parse.tags[main] == "VB" else stop
    return stop


def _before_promise(parse: Parse, verb: int, stop: int) -> int:
    """Where a condition ends before a joined clause that promises ("… lifts the ban and Peru will sign")."""
    if modal_of(parse, verb) is not None:
        return stop
    for k in range(verb + 1, stop - 2):
        if parse.deps[k] != "cc" or parse.words[k].lower() not in ("and", "but"):
            continue
        i = k + 1
        while i < stop and parse.pos[i] in _NOMINAL:
            i += 1
        if k + 1 < i < stop and parse.tags[i] == "MD" and parse.words[i].lower() in _WILL:
            return k
    return stop


def _outside(parse: Parse, at: int, stop: int) -> int:
    """A verb outside the condition to hang it on: the nearest one before it, else the nearest after."""
    before = (i for i in range(at - 1, -1, -1) if parse.pos[i] == "VERB")
    after = (i for i in range(stop, len(parse)) if parse.pos[i] == "VERB")
    return next(before, next(after, at))


def _mover(parse: Parse, verb: int, at: int) -> int | None:
    """Whose move the condition is: its subject; of a passive the agent, where it is named."""
    subject = subject_of(parse, verb)
    own = parse.child(verb, "nsubj", "nsubjpass")
    if (own is not None and parse.deps[own] == "nsubjpass") or parse.child(verb, "auxpass") is not None:
        agent = parse.child(verb, "agent")
        return parse.child(agent, "pobj") if agent is not None else None
    if own is None and parse.tags[verb] == "VBN":
        return None
    return subject if subject is not None and (subject >= at or own is None) else None


def _finite(parse: Parse, verb: int, at: int) -> bool:
    return any(parse.deps[i] in ("nsubj", "nsubjpass") and i >= at for i in parse.children[verb])


def _phrase(
    parse: Parse, words: list[str], at: int, length: int, kind: ConditionKind, only: bool
) -> Clause | None:
    """A condition without a verb: "in exchange for aid", "without a vote", "until an agreement"."""
    head = parse.heads[at]
    if words[at] == "if" and words[at + 1 : at + 2] in (["necessary"], ["needed"], ["required"]):
        above = parse.heads[at + 1]
        return Clause(
            kind=kind, word="if", first=at, stop=at + 2, governor=above, verb=None, mover=None, finite=False
        )
    if words[at] in ("when", "before", "while", "should", "if", "once", "as", "so") and length == 1:
        return None
    last = at + length - 1
    noun = parse.child(last, "pobj") if parse.child(last, "pobj") is not None else parse.child(at, "pobj")
    stop = min(parse.subtree(at)[1], at + _LONGEST)
    if noun is None and words[at : at + length] not in (["in", "return"], ["in", "exchange"]):
        return None
    if noun is not None and any(
        e.start <= noun < e.end and e.label in ("DATE", "TIME") for e in parse.entities
    ):
        return None
    if kind == "until" and length == 1 and (noun is None or not _nominal_act(parse, noun)):
        return None
    owner = parse.child(noun, "poss") if noun is not None else None
    return Clause(
        kind=kind, word=words[at], first=at - only, stop=max(stop, at + length), governor=head, verb=None,
        mover=owner, finite=False, only=only,
    )  # fmt: skip


_ACTS = ("ment", "tion", "sion", "al", "deal", "ance", "release")
_DATED = frozenset(_LEXICON["conditions"]["dated"])


def _nominal_act(parse: Parse, noun: int) -> bool:
    """Whether a noun names an act of somebody ("agreement", "withdrawal") and not a day on the calendar."""
    lemma = parse.lemmas[noun].lower()
    return lemma.endswith(_ACTS) and lemma not in _DATED
