"""Conflicts about people: whose expectation it is, how old somebody is, which office somebody holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from twosource.lexicon import load, words
from twosource.model import ConflictAbout

from .claims_units import stem
from .conflicts_lines import Dispute, Line, Said, later, may_be_one
from .conflicts_posts import posts_of
from .conflicts_tellings import Telling
from .conflicts_topics import kind_of, topic_of

__all__ = ["person_disputes"]

_OLDEST = 115
_TITLES = ("compound", "appos", "nmod", "amod")
_KNOWN_BY = frozenset({"compound", "amod", "nmod", "poss"})


def person_disputes(told: Sequence[Telling], families: Mapping[str, str]) -> list[Dispute]:
    """Conflicts about whose view is told, and about the age and office of people.

    `families` tells copies of one report (`Story.families`).
    """
    if not told:
        return []
    names = told[0].cast.names
    ages = [s for t in told for s in _ages(t)]
    offices = [s for t in told for s in _offices(t)]
    posts = defaultdict(list)
    for ladder, said in (x for t in told for x in posts_of(t)):
        posts[ladder].append(said)
    disputes = [
        *_valued(ages, "number", "How old is {}?", "one person, two ages", names, families),
        *_valued(offices, "role", "What office does {} hold?", "one person, two offices", names, families),
        *_views(told),
    ]
    for ladder in sorted(posts):
        disputes += _valued(
            posts[ladder], "role", "What is {}’s post?", "one person, two posts", names, families
        )
    return disputes


def _valued(
    said: Sequence[Said],
    about: ConflictAbout,
    asked: str,
    why: str,
    names: Mapping[str, str],
    families: Mapping[str, str],
) -> Iterator[Dispute]:
    """A conflict where different reports give one person different values, each report one."""
    by_person: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_person[one.of].append(one)
    for person in sorted(by_person):
        sides: dict[str, list[Said]] = defaultdict(list)
        for one in by_person[person]:
            sides[one.value].append(one)
        reports = [frozenset(s.report for s in some) for some in sides.values()]
        if len(sides) != 2 or reports[0] & reports[1]:
            continue
        ordered = sorted(sides, key=lambda value: not value.startswith("incoming "))
        lines = tuple(tuple(s.line for s in sides[value]) for value in ordered)
        if ordered[0].startswith("incoming "):  # "the incoming mayor", and by a later report the mayor
            if ordered[0] != f"incoming {ordered[1]}" or not later(lines[0], lines[1], families):
                continue
            question = f"Has {names[person]} taken office as {ordered[1]}?"
            yield Dispute(
                about=about, kind="update", question=question, why="the later report has the new office",
                sides=lines,
            )  # fmt: skip
            continue
        yield Dispute(
            about=about, kind="conflict", question=asked.format(names[person]), why=why, sides=lines
        )


def _person(telling: Telling, token: int) -> str | None:
    """The person whose name ends at a token."""
    parse = telling.parse
    if parse.pos[token] != "PROPN" or parse.deps[token] == "compound":
        return None
    return telling.cast.person(telling.actor(token))


def _ages(telling: Telling) -> Iterator[Said]:
    """ "Ola Lind, 52, …", "Ola Lind, who was 52, died", "the 52-year-old Ola Lind", "died at 52"."""
    parse = telling.parse
    for i in range(2, len(parse)):
        word = parse.words[i].removesuffix("-year")
        if not word.isdigit() or len(word) > 3 or not 10 <= int(word) <= _OLDEST:
            continue
        who = _aged(telling, i)
        if who is not None:
            of, token = who
            yield Said(of=of, value=word, line=telling.line(word, [token, i], i))


def _aged(telling: Telling, i: int) -> tuple[str, int] | None:
    """The person whose age a number is now, or was at death, and where the name stands."""
    parse = telling.parse
    closed = i + 1 == len(parse) or parse.words[i + 1] in (",", ".", ";", ")")
    if closed and parse.words[i - 1] == "," and (who := _person(telling, i - 2)) is not None:
        return who, i - 2
    before = [w.lower() for w in parse.words[max(0, i - 4) : i]]
    at_age = before[-1:] == ["aged"] or before[-2:] == ["age", "of"] or before[-1:] == ["at"]
    if (at_age and closed) or before[-2:] == ["age", "of"]:
        died = next((u for u in islice(parse.ancestors(i), 5) if parse.lemmas[u].lower() == "die"), None)
        subject = telling.subject(died) if died is not None else None
        who = telling.cast.person(telling.actor(subject)) if subject is not None else None
        if subject is not None and who is not None:
            return who, subject
    return None


def _offices(telling: Telling) -> Iterator[Said]:
    """ "Finance Minister Ola Lind", "Ola Lind, the finance minister": offices of which one holds one."""
    parse = telling.parse
    if telling.vocabulary.isdisjoint(words("conflicts", "fielded")):
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
                yield Said(of=who, value=office, line=telling.line(office, [title, i], i))


def _office(telling: Telling, title: int, name: int) -> str | None:
    """An office with its field ("finance minister"); None for one of the past or of a deputy."""
    parse = telling.parse
    lemma = parse.lemmas[title].lower().rstrip(".")
    first = min(title, parse.subtree(name)[0])
    around = [i for i in range(max(first, title - 4), name) if i != title]
    around += [c for c in (*parse.children[title], *parse.children[name]) if c not in around and c != title]
    if any(
        {parse.lemmas[c].lower(), parse.words[c].lower()} & words("conflicts", "unseated") for c in around
    ):
        return None
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
