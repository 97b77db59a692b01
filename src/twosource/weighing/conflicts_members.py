"""Conflicts about who is one of a number: by one report a defendant, a member, a target, by another not.

A membership is an actor, a class of noun and a yes or no: "the list of defendants includes Lind", "names Lind
as a defendant", "Lind is not among the defendants". What somebody says of somebody in a quotation ("he is no
leader") is an opinion, and no membership.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import words

from .conflicts_lines import Dispute, Told, plural, yes_or_no
from .conflicts_tellings import MOST, Telling
from .conflicts_topics import Topic, kind_of, topic_of

__all__ = ["member_disputes"]

_LISTS = frozenset({"list", "group", "number", "roster", "slate", "host", "array", "range", "series"})
_NAMING = frozenset({"name", "list", "identify", "cite", "designate", "include"})
_WHOLES = frozenset({"among", "amongst"})
_LOOSE = frozenset({"a", "an", "the", "one", "other", "individual", "several"})
_BYGONE = frozenset({"former", "ex", "late", "onetime", "then", "future", "potential", "possible", "alleged"})
_SAYING = frozenset({"NOUN", "PROPN", "ADJ"})
_NEAR = 12  # tokens of a line before the noun
_NOT = frozenset({"not", "n't", "n’t", "never"})
_CLUES = frozenset({"including", *_NOT, *_NAMING, *_WHOLES})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Member(Told):
    """An actor who is, or is not, one of a class; `around` are the classes of the words of the sentence."""

    who: str
    topic: Topic
    yes: bool
    around: frozenset[str]


def member_disputes(told: Sequence[Telling]) -> list[Dispute]:
    """Conflicts between reports that count somebody among a class and those that say he is not of it."""
    blocks: dict[tuple[str, str], list[_Member]] = defaultdict(list)
    noes = [m for t in told if not t.vocabulary.isdisjoint(_NOT) for m in _members(t) if not m.yes]
    for telling in told if noes else ():
        for member in _members(telling):
            blocks[member.who, member.topic.head].append(member)
    found = []
    for who, head in sorted(blocks):
        block = blocks[who, head][:MOST]
        noes = [m for m in block if not m.yes]
        yeses = [m for m in block if m.yes and any(_one_class(m, n) for n in noes)]
        if not yeses or not noes or {m.report for m in yeses} & {m.report for m in noes}:
            continue
        noes = [n for n in noes if any(_one_class(m, n) for m in yeses)]
        names = told[0].cast.names
        noun = noes[0].line.value
        found.append(
            yes_or_no(
                f"Is {names[who]} one of the {plural(noun)}?",
                "one report counts somebody in, another says that it is not so",
                (m.line for m in yeses),
                (n.line for n in noes),
            )
        )
    return found


def _one_class(yes: _Member, no: _Member) -> bool:
    """Whether what one is said not to be is what the other is said to be, and no narrower a class."""
    mine, theirs = yes.topic.marks - _LOOSE, no.topic.marks - _LOOSE
    if (mine | theirs) & _past():
        return False
    return theirs <= mine | yes.around and no.topic.actors <= yes.topic.actors


@cache
def _past() -> frozenset[str]:
    return _BYGONE | words("conflicts", "unseated") - {"first"}


def _members(telling: Telling) -> Iterator[_Member]:
    """Who is said in a sentence to be, or not to be, one of a class."""
    parse = telling.parse
    if telling.vocabulary.isdisjoint(_CLUES):
        return
    for token in range(len(parse)):
        lemma = parse.lemmas[token].lower()
        if lemma == "include" or parse.words[token].lower() == "including":
            yield from _included(telling, token)
        if parse.pos[token] == "VERB" and lemma in _NAMING:
            yield from _named_as(telling, token)
        elif lemma == "be":
            yield from _not_one(telling, token)


def _included(telling: Telling, token: int) -> Iterator[_Member]:
    """ "Defendants include Lind", "a list of defendants that includes Lind", "defendants, including Lind"."""
    parse = telling.parse
    prep = parse.deps[token] == "prep"
    if prep:
        noun, some = parse.heads[token], _all(telling, token, "pobj")
    else:
        subject = parse.child(token, "nsubj")
        if subject is None or parse.child(token, "aux") is not None or telling.denied(token):
            return
        relative = parse.tags[subject] in ("WDT", "WP")
        noun, some = (parse.heads[token] if relative else subject), _all(telling, token, "dobj")
    if parse.lemmas[noun].lower() in _LISTS:
        inner = [
            g for c in parse.children[noun] if parse.lemmas[c].lower() == "of" for g in parse.children[c]
        ]
        noun = next((g for g in inner if parse.deps[g] == "pobj"), noun)
    if parse.tags[noun] != "NNS":
        return
    above = parse.heads[noun]
    if parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]].lower() == "without":
        return
    if any(telling.denied(t) for t in (noun, above)) or not telling.firm(token):
        return
    yield from _each(telling, some, noun, True, [token])


def _named_as(telling: Telling, verb: int) -> Iterator[_Member]:
    """ "Names Lind as a defendant", "does not name Lind as a defendant", "Lind was named as a defendant"."""
    parse = telling.parse
    link = next((c for c in parse.children[verb] if parse.lemmas[c].lower() == "as"), None)
    noun = parse.child(link, "pobj") if link is not None else None
    if noun is None or parse.pos[noun] != "NOUN" or not telling.firm(verb) or _later(telling, verb):
        return
    some = [*_all(telling, verb, "dobj"), *_all(telling, verb, "nsubjpass")]
    yield from _each(telling, some, noun, not telling.denied(verb), [verb])


def _not_one(telling: Telling, verb: int) -> Iterator[_Member]:
    """ "Lind is not a defendant", "Lind is not among the defendants", "Lind is a defendant"."""
    parse = telling.parse
    noun = parse.child(verb, "attr")
    if noun is None:
        link = next((c for c in parse.children[verb] if parse.lemmas[c].lower() in _WHOLES), None)
        noun = parse.child(link, "pobj") if link is not None else None
    elif not any(parse.words[c].lower() in ("a", "an") for c in parse.children[noun]):
        return
    if noun is None or parse.pos[noun] != "NOUN" or not telling.firm(verb) or _later(telling, verb):
        return
    if telling.unit(verb).direct or parse.child(verb, "aux") is not None:
        return
    yield from _each(telling, _all(telling, verb, "nsubj"), noun, not telling.denied(verb), [verb])


def _later(telling: Telling, verb: int) -> bool:
    """Whether the words leave room for a change: "is not yet a defendant", "no longer"."""
    parse = telling.parse
    return telling.bygone(verb) or any(
        parse.lemmas[c].lower() in ("yet", "long", "longer", "still", "currently", "now", "even")
        for c in parse.children[verb]
    )


def _all(telling: Telling, token: int, role: str) -> list[int]:
    """The nouns of one role and those joined to them by "and"."""
    parse, found = telling.parse, list[int]()
    first = parse.child(token, role)
    while first is not None and first not in found:
        found.append(first)
        first = parse.child(first, "conj")
    return found


def _each(
    telling: Telling, some: Sequence[int], noun: int, yes: bool, ends: Sequence[int]
) -> Iterator[_Member]:
    """A membership for each name among these tokens."""
    if telling.parse.lemmas[noun].lower() in words("conflicts", "general"):
        return
    for token in some:
        who = telling.actor(token) if _is_name(telling, token) else None
        if who is None or telling.cast.types.get(who) == "unnamed" or token == noun:
            continue
        parse = telling.parse
        near = [token, noun, *ends, *(c for t in ends for c in parse.children[t] if noun - _NEAR < c < noun)]
        yield _Member(
            who=who, topic=topic_of(telling, noun), yes=yes,
            around=frozenset(kind_of(parse, i) for i in range(len(parse)) if parse.pos[i] in _SAYING),
            line=telling.line(parse.lemmas[noun].lower(), near, token),
        )  # fmt: skip


def _is_name(telling: Telling, token: int) -> bool:
    """Whether a token ends a name, and no owner's: "Lind's son" is not Lind."""
    parse = telling.parse
    after = parse.words[token + 1] if token + 1 < len(parse) else ""
    named = parse.pos[token] in ("PROPN", "NOUN") and parse.words[token][:1].isupper()
    return named and after not in ("'s", "’s", "'", "’")
