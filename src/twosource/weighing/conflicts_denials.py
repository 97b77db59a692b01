"""Conflicts between what a party calls its own act and what reports call it.

A party says that what it did was no concession (threat, ban, ...), and a report speaks, in its own words, of
"the party's concession". The nouns stand in lexicon/conflicts.toml, `names_for_acts`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from twosource.language import Parse
from twosource.lexicon import load

from .conflicts_lines import Dispute, Told, yes_or_no
from .conflicts_tellings import MOST, Telling
from .conflicts_topics import kind_of

__all__ = ["act_disputes"]

_POINTING = frozenset({"this", "that", "it", "these"})
_NOTHING = frozenset({"no", "not", "n't", "never", "hardly", "n’t"})
_ONLY = frozenset({"just", "only", "merely", "simply", "so"})
_DOUBTFUL = frozenset(
    {"alleged", "supposed", "so", "possible", "potential", "apparent", "any", "next", "future"}
)
_VIEWING = frozenset(
    {"call", "describe", "deny", "avoid", "label", "portray", "cast", "frame", "brand", "mock"}
)
_NARROW = ("amod", "compound", "nmod")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Act(Told):
    """An act of a party by the noun it is called by, or that the party says it was not."""

    party: str
    kind: str
    marks: frozenset[str]


def act_disputes(told: Sequence[Telling]) -> list[Dispute]:
    """Conflicts between a party that disowns a name for its act and reports that give it that name."""
    named = [t for t in told if not t.vocabulary.isdisjoint(_acts())]
    denied: dict[tuple[str, str], list[_Act]] = defaultdict(list)
    for telling in named:
        for act in _denied(telling):
            denied[act.party, act.kind].append(act)
    called: dict[tuple[str, str], list[_Act]] = defaultdict(list)
    for telling in named if denied else ():
        for act in _called(telling):
            called[act.party, act.kind].append(act)
    found = []
    for key in sorted(denied):
        noes = denied[key][:MOST]
        yeses = [a for a in called.get(key, ())[:MOST] if any(n.marks <= a.marks for n in noes)]
        if not any(a.report != n.report for a in yeses for n in noes):
            continue
        names = told[0].cast.names
        noun = noes[0].line.value
        article = "an" if noun[:1] in "aeiou" else "a"
        found.append(
            yes_or_no(
                f"Was what {names[key[0]]} did {article} {noun}?",
                "a party says that it was not, a report calls it so in its own words",
                (a.line for a in yeses),
                (n.line for n in noes),
                f"no ({names[key[0]]})",
            )
        )
    return found


@cache
def _acts() -> Mapping[str, str]:
    """Noun for an act → its class."""
    acts: dict[str, list[str]] = load("conflicts")["names_for_acts"]
    return {noun: name for name, some in acts.items() for noun in some}


def _nouns(parse: Parse) -> Iterator[tuple[int, str]]:
    """The nouns of a sentence that name an act, with the class of each."""
    for token, lemma in enumerate(parse.lemmas):
        kind = _acts().get(lemma.lower())
        if kind is not None and parse.pos[token] == "NOUN":
            yield token, kind


def _denied(telling: Telling) -> Iterator[_Act]:
    """The names for an act that its party disowns."""
    parse = telling.parse
    for token, kind in _nouns(parse):
        verb = _disowned(telling, token)
        party = telling.teller(token) if verb is not None else None
        if verb is not None and party is not None and telling.cast.types.get(party) != "unnamed":
            subject = parse.child(verb, "nsubj")
            ends = [token, verb if subject is None else subject]
            yield _act(telling, token, kind, party, ends)


def _called(telling: Telling) -> Iterator[_Act]:
    """The acts that a report, in its own words, calls those of a party."""
    parse = telling.parse
    for token, kind in _nouns(parse):
        owner = _owner(telling, token)
        if owner is None or _disowned(telling, token) is not None:
            continue
        unit, (party, ends) = telling.unit(token), owner
        own = unit.speaker is None and unit.clause.speaker is None and not unit.direct
        if not own or telling.cast.types.get(party) == "unnamed":
            continue
        if telling.firm(token) and not telling.denied(token) and not _not_over(telling, token):
            yield _act(telling, token, kind, party, [token, *ends])


def _act(telling: Telling, token: int, kind: str, party: str, ends: Sequence[int]) -> _Act:
    parse = telling.parse
    marks = frozenset(
        kind_of(parse, c) for c in parse.children[token]
        if parse.deps[c] in _NARROW and parse.pos[c] in ("NOUN", "PROPN", "ADJ")
    )  # fmt: skip
    line = telling.line(parse.lemmas[token].lower(), ends, token)
    return _Act(party=party, kind=kind, marks=marks, line=line)


def _disowned(telling: Telling, noun: int) -> int | None:
    """The "be" of "this was not a concession", "it is no threat", "that was in no way a climbdown"."""
    parse, verb = telling.parse, telling.parse.heads[noun]
    if parse.deps[noun] != "attr" or parse.lemmas[verb].lower() not in ("be", "'s"):
        return None
    subject = parse.child(verb, "nsubj")
    if subject is None or parse.lemmas[subject].lower() not in _POINTING or not telling.firm(verb):
        return None
    if any(parse.deps[c] == "aux" for c in parse.children[verb]):
        return None  # "it will not be a concession": nothing is done yet
    between = {w.lower() for w in parse.words[verb:noun]}
    no = bool(between & _NOTHING)
    article = any(parse.words[c].lower() in ("a", "an", "no", "any") for c in parse.children[noun])
    return verb if no and article and not between & _ONLY else None


def _owner(telling: Telling, noun: int) -> tuple[str, list[int]] | None:
    """Whose act it is: "the president's concession", "a clear concession by the president"."""
    parse = telling.parse
    for c in parse.children[noun]:
        if parse.deps[c] == "poss" and (who := telling.actor(c)) is not None:
            return who, [c, parse.subtree(c)[0]]
        if parse.deps[c] in ("prep", "agent") and parse.lemmas[c].lower() == "by":
            inner = parse.child(c, "pobj")
            if inner is not None and (who := telling.actor(inner)) is not None:
                return who, [inner]
    return None


def _not_over(telling: Telling, noun: int) -> bool:
    """Whether a word around the noun makes it a supposition, a wish or somebody's view."""
    parse = telling.parse
    beside = {parse.words[c].lower() for c in parse.children[noun]}
    return bool(beside & (_DOUBTFUL | _NOTHING)) or any(
        parse.lemmas[u].lower() in _VIEWING for u in islice(parse.ancestors(noun), 3)
    )
