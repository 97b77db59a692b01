"""Conflicts about people: whose expectation it is, how old somebody is, which office somebody holds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import load, words
from twosource.model import ConflictAbout

from .claims_units import stem
from .conflicts_lines import Dispute, Line, may_be_one
from .conflicts_tellings import Telling
from .conflicts_topics import kind_of, topic_of

__all__ = ["person_disputes"]

_OLDEST = 115
_TITLES = ("compound", "appos", "nmod", "amod")
_KNOWN_BY = frozenset({"compound", "amod", "nmod", "poss"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Said:
    """A value that a report gives of somebody: an age, an office."""

    of: str
    value: str
    line: Line

    @property
    def report(self) -> str:
        return self.line.unit.report


def person_disputes(told: Sequence[Telling]) -> list[Dispute]:
    """Conflicts about whose view is told, and about the age and office of people."""
    if not told:
        return []
    names = told[0].cast.names
    ages = [s for t in told for s in _ages(t)]
    offices = [s for t in told for s in _offices(t)]
    return [
        *_valued(ages, "number", "How old is {}?", "one person, two ages", names),
        *_valued(offices, "role", "What office does {} hold?", "one person, two offices", names),
        *_views(told),
    ]


def _valued(
    said: Sequence[_Said], about: ConflictAbout, asked: str, why: str, names: dict[str, str]
) -> Iterator[Dispute]:
    """A conflict where different reports give one person different values, each report one."""
    by_person: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        by_person[one.of].append(one)
    for person in sorted(by_person):
        sides: dict[str, list[_Said]] = defaultdict(list)
        for one in by_person[person]:
            sides[one.value].append(one)
        reports = [frozenset(s.report for s in some) for some in sides.values()]
        if len(sides) != 2 or reports[0] & reports[1]:
            continue
        yield Dispute(
            about=about, kind="conflict", question=asked.format(names[person]), why=why,
            sides=tuple(tuple(s.line for s in some) for some in sides.values()),
        )  # fmt: skip


def _person(telling: Telling, token: int) -> str | None:
    """The person whose name ends at a token."""
    parse = telling.parse
    if parse.pos[token] != "PROPN" or parse.deps[token] == "compound":
        return None
    who = telling.actor(token)
    return who if who is not None and telling.cast.types.get(who) == "person" else None


def _ages(telling: Telling) -> Iterator[_Said]:
    """ "Ola Lind, 52, …": a bare number between commas after a name."""
    parse = telling.parse
    if "NUM" not in parse.pos:
        return
    for i in range(2, len(parse)):
        if parse.pos[i] != "NUM" or parse.words[i - 1] != "," or not parse.words[i].isdigit():
            continue
        closed = i + 1 == len(parse) or parse.words[i + 1] in (",", ".", ";", ")")
        age = int(parse.words[i]) if len(parse.words[i]) <= 3 else 0
        who = _person(telling, i - 2)
        if closed and who is not None and 10 <= age <= _OLDEST:
            yield _Said(of=who, value=parse.words[i], line=telling.line(parse.words[i], [i - 2, i], i))


def _offices(telling: Telling) -> Iterator[_Said]:
    """ "Finance Minister Ola Lind", "Ola Lind, the finance minister": offices of which one holds one."""
    parse = telling.parse
    if telling.vocabulary.isdisjoint(_titles()):
        return
    for i in range(len(parse)):
        who = _person(telling, i)
        if who is None:
            continue
        titles = [c for c in parse.children[i] if parse.deps[c] in _TITLES]
        if parse.deps[i] == "appos":
            titles.append(parse.heads[i])
        for title in titles:
            office = _office(telling, title, i)
            if office is not None and abs(title - i) <= 6:
                yield _Said(of=who, value=office, line=telling.line(office, [title, i], i))


@cache
def _titles() -> frozenset[str]:
    """All words for offices, short forms with their full stop too."""
    ranks: dict[str, str] = load("conflicts")["ranks"]
    return words("conflicts", "fielded") | frozenset(ranks) | {f"{r}." for r in ranks}


def _office(telling: Telling, title: int, name: int) -> str | None:
    """An office with its field ("finance minister"), or a rank; None for one of the past or of a deputy."""
    parse = telling.parse
    lemma = parse.lemmas[title].lower().rstrip(".")
    ranks: dict[str, str] = load("conflicts")["ranks"]
    around = [c for c in (*parse.children[title], *parse.children[name]) if c != title]
    if any(parse.lemmas[c].lower() in words("conflicts", "unseated") for c in around):
        return None
    if lemma in ranks:
        other = any(parse.lemmas[c].lower().rstrip(".") in ranks for c in around)
        return None if other else ranks[lemma]
    if lemma not in words("conflicts", "fielded"):
        return None
    near = (*parse.children[title], *parse.children[name])
    fields = [c for c in near if 0 < title - c <= 3 and parse.deps[c] in _KNOWN_BY]
    known: dict[str, list[str]] = load("conflicts")["fields"]
    for c in fields:
        field = next((f for f, some in known.items() if parse.lemmas[c].lower() in some), None)
        if field is not None:
            return f"{field} {lemma}"
    return None


def _views(told: Sequence[Telling]) -> Iterator[Dispute]:
    """One speaker who tells of one expectation, by one report his own and by the other somebody else's."""
    blocks: dict[tuple[str, str, str, str], list[tuple[str, Line]]] = defaultdict(list)
    deeds: dict[tuple[str, str, str, str], str] = {}
    for telling in told:
        for key, holder, line, deed in _expectations(telling):
            blocks[key].append((holder, line))
            deeds[key] = min(deeds.get(key, deed), deed, key=lambda d: (-len(d), d))
    for key in sorted(blocks):
        sides: dict[str, list[Line]] = defaultdict(list)
        for holder, line in blocks[key]:
            sides[holder].append(line)
        if len(sides) != 2:
            continue
        names = told[0].cast.names
        (one, mine), (two, theirs) = sides.items()
        if may_be_one(names[one], names[two]) or {x.unit.report for x in mine} & {
            x.unit.report for x in theirs
        }:
            continue
        verb, who = key[1], names[key[2]]
        yield Dispute(
            about="attribution", kind="conflict",
            question=f"Who {verb}s {who} to {deeds[key]}?",
            why="one speaker, one expectation, held by different people",
            sides=(tuple(mine), tuple(theirs)),
        )  # fmt: skip


def _expectations(telling: Telling) -> Iterator[tuple[tuple[str, str, str, str], str, Line, str]]:
    """(speaker, verb, of whom, what they will do), holder, line and words of what somebody expects."""
    parse = telling.parse
    if telling.vocabulary.isdisjoint(words("conflicts", "minds")):
        return
    for token in range(len(parse)):
        verb = parse.lemmas[token].lower()
        if parse.pos[token] != "VERB" or verb not in words("conflicts", "minds"):
            continue
        inner = parse.child(token, "ccomp", "xcomp")
        subject = parse.child(inner, "nsubj") if inner is not None else None
        if inner is None or subject is None or telling.denied(token):
            continue
        about, holder = telling.actor(subject), telling.holder(token)
        speaker = telling.teller(token)
        if about is None or holder is None or speaker is None or holder == about:
            continue
        first = telling.subject(token)
        ends = [token if first is None else first, min(parse.subtree(inner)[1] - 1, inner + 10)]
        line = telling.line(telling.cast.names[holder], ends, token)
        key = (speaker, stem(verb), about, kind_of(parse, inner))
        yield key, holder, line, topic_of(telling, inner).deed
