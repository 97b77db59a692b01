"""Which way a date points from the day of publication: what the clause that it stands in says.

"The board met Friday" looks back, "the board will meet Friday" ahead; "postponed Friday's meeting" and
"was due on Friday" look ahead although their verbs are past. Read off the parse: the verb or noun that
the date hangs on, its auxiliaries, and the words that put an event in the future.
"""

from functools import cache
from typing import Literal

from twosource.language import Parse
from twosource.lexicon import load

__all__ = ["Direction", "direction_of"]

Direction = Literal["past", "future", "asked", "near", "open"]
""" "near": whichever of its days is nearest; "asked": ahead, unless the day before is named ("urged them to
leave Monday" on a Tuesday is when they were urged); "open": the clause does not say."""

_NOUNS = frozenset({"NOUN", "PROPN"})


class _Cues:
    """The lists of the lexicon, as sets."""

    def __init__(self) -> None:
        lists = load("dates")["direction"]
        self.ahead = frozenset(lists["ahead"])
        self.planned = frozenset(lists["planned"])
        self.ahead_adjective = frozenset(lists["ahead_adjective"])
        self.moved = frozenset(lists["moved"])
        self.set_for = frozenset(lists["set_for"])
        self.ahead_noun = frozenset(lists["ahead_noun"])
        self.until = frozenset(lists["until"])
        self.since = frozenset(lists["since"])
        self.says = frozenset(lists["says"])


@cache
def _cues() -> _Cues:
    """The cues, read once a process."""
    return _Cues()


def direction_of(parse: Parse, first: int, stop: int) -> Direction:
    """Where the date in the tokens `first` to `stop` (exclusive) lies from the day of publication."""
    cues = _cues()
    token = _head(parse, first, stop)
    at = parse.heads[token]
    if at == token:
        return _of_verb(parse, token, cues) if parse.pos[token] in ("VERB", "AUX") else "open"
    prep = parse.lemmas[at].lower()
    if prep in cues.since:
        return "past"
    if parse.deps[at] == "prep" or parse.pos[at] == "ADP":
        at = parse.heads[at]
        if prep == "for" and parse.lemmas[at].lower() in cues.set_for:
            return "future"
        if prep in cues.until and _verb(parse, at) in cues.moved:
            return "future"
    found = _of_clause(parse, at, cues)
    if found == "open" and parse.tags[at] in ("VBZ", "VBP") and parse.pos[at] in ("AUX", "VERB"):
        return "future" if parse.child(at, "nsubj") is not None and not _is_it(parse, at) else "open"
    named = parse.deps[token] in ("poss", "compound", "nmod") and parse.heads[token] == at
    if (
        found in ("future", "asked")
        and named
        and not _is_ahead(parse, at, cues)
        and not _is_moved(parse, at, cues)
    ):
        return "near"  # "will appeal Tuesday's ruling", "would skip Friday's vote": an event known by its day
    return found


def _is_it(parse: Parse, verb: int) -> bool:
    """ "It is Friday", "it is two weeks since Monday": no event that lies ahead ("the vote is on Friday")."""
    return any(parse.deps[i] == "nsubj" and parse.pos[i] == "PRON" for i in parse.children[verb])


def _is_moved(parse: Parse, noun: int, cues: _Cues) -> bool:
    """Whether an event's noun is the object or subject of being postponed, called off, awaited…"""
    return _verb(parse, parse.heads[noun]) in cues.moved


def _head(parse: Parse, first: int, stop: int) -> int:
    """The token of a span that hangs on a word outside it."""
    for i in range(first, stop):
        head = parse.heads[i]
        if not first <= head < stop:
            return i
        if head == i:
            return i
    return first


def _of_clause(parse: Parse, token: int, cues: _Cues) -> Direction:
    """The direction of a date that hangs on `token`: a verb, or a noun and then the verb above it."""
    below_noun = False
    for _ in range(12):
        pos = parse.pos[token]
        if pos in ("VERB", "AUX"):
            if below_noun and _verb(parse, token) in cues.moved:
                return "future"
            return _of_verb(parse, token, cues)
        below_noun = below_noun or pos in _NOUNS
        if pos in _NOUNS and _is_ahead(parse, token, cues):
            return "future"
        if parse.lemmas[token].lower() in cues.planned or _foreseen(parse, token, cues):
            return "future"
        if parse.heads[token] == token:
            break
        token = parse.heads[token]
    return "open"


def _verb(parse: Parse, token: int) -> str:
    """The lemma of a verb, with its particle when it has one ("put off")."""
    particle = parse.child(token, "prt")
    lemma = parse.lemmas[token].lower()
    return lemma if particle is None else f"{lemma} {parse.lemmas[particle].lower()}"


def _is_ahead(parse: Parse, noun: int, cues: _Cues) -> bool:
    """Whether an event's noun is called planned, scheduled, upcoming…"""
    return any(
        parse.lemmas[i].lower() in cues.ahead_noun or parse.words[i].lower() in cues.ahead_noun
        for i in parse.children[noun]
        if parse.deps[i] in ("amod", "acl", "relcl", "compound", "advmod")
    )


def _foreseen(parse: Parse, token: int, cues: _Cues) -> bool:
    """Whether a word calls what it is about possible or likely: that is still to come, even when the clause
    is past ("a deal was possible in May").
    """
    return parse.pos[token] == "ADJ" and parse.lemmas[token].lower() in cues.ahead_adjective


def _of_verb(parse: Parse, verb: int, cues: _Cues) -> Direction:
    """The direction that a verb gives to a date below it."""
    if any(parse.deps[i] == "acomp" and _foreseen(parse, i, cues) for i in parse.children[verb]):
        return "future"
    for _ in range(8):
        found = _tense(parse, verb, cues)
        if found is not None:
            return found
        up = parse.heads[verb]
        while up != verb and parse.pos[up] not in ("VERB", "AUX", "NOUN", "ADJ"):
            if parse.heads[up] == up:
                break
            up = parse.heads[up]
        if up == verb:
            return "open"
        if parse.lemmas[up].lower() in cues.planned or parse.lemmas[up].lower() in cues.set_for:
            return "future"
        if parse.pos[up] not in ("VERB", "AUX"):
            return _of_clause(parse, up, cues)
        verb = up
    return "open"


def _tense(parse: Parse, verb: int, cues: _Cues) -> Direction | None:
    """What the form of the verb says; None when only its head can tell (infinitives aside, participles)."""
    below = [i for i in parse.children[verb] if parse.deps[i] in ("aux", "auxpass")]
    helpers = [parse.words[i].lower() for i in below]
    tag, lemma = parse.tags[verb], parse.lemmas[verb].lower()
    perfect = any(parse.lemmas[i].lower() == "have" for i in below)
    if any(w in cues.ahead for w in helpers) and not perfect:
        # "could not be reached Wednesday" tells what failed; "could meet Wednesday" what may come.
        passive = any(parse.deps[i] == "auxpass" for i in below)
        return "past" if passive and "could" in helpers else "future"
    if lemma in cues.planned and parse.pos[verb] == "VERB":
        return "future"
    if (
        lemma in cues.set_for
        and tag == "VBN"
        and any(parse.words[i] in ("for", "to") for i in parse.children[verb])
    ):
        return "future"
    if "to" in helpers and not perfect:
        told = parse.deps[verb] == "xcomp" and parse.tags[parse.heads[verb]] == "VBD"
        return "asked" if told and parse.lemmas[parse.heads[verb]].lower() not in cues.planned else "future"
    if perfect or tag in ("VBD", "VBN"):
        return "past"
    if tag == "VBG":
        return _progressive(parse, below)
    if tag in ("VBZ", "VBP"):
        return "past" if lemma in cues.says else "future" if lemma != "be" else "open"
    return None


def _progressive(parse: Parse, below: list[int]) -> Direction | None:
    """ "was meeting" looks back, "is meeting" ahead; a bare participle is as its head is."""
    for i in below:
        if parse.tags[i] in ("VBD", "VBN"):
            return "past"
        if parse.tags[i] in ("VBZ", "VBP"):
            return "future"
    return None
