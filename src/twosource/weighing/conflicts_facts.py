"""Conflicts of polarity and person: two lines that say the same of something, but for a "not" or a name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import ConflictAbout

from .claims_match import Matcher, candidates, days_clash
from .claims_units import Unit, stem
from .conflicts_lines import Dispute, Line, may_be_one, one_voice
from .story import Story

__all__ = ["fact_disputes"]

_ALIKE = 1.3  # cosine + shared words from which two lines say the same but for a "not"
_OPPOSED = 1.05  # the same where the two verbs are opposites
_NAMED = 1.05  # the same where they name different people
_UNSURE = frozenset(
    {"if", "unless", "whether", "would", "could", "may", "might", "should", "maybe", "perhaps"}
)


def fact_disputes(story: Story, worded: Mapping[str, Sequence[Unit]], matcher: Matcher) -> list[Dispute]:
    """Conflicts of polarity ("was hurt", "was not hurt") and of person ("A was elected", "B was elected").

    `worded` holds the units by their words: what many reports print alike is looked at once.
    """
    people = {a.id: a.name for a in story.actors if a.type == "person"}
    firm = [same[0] for same in worded.values() if not _unsure(same[0])]
    disputes: list[Dispute] = []
    for a, b in candidates(firm, matcher):
        if one_voice(a, b) or days_clash(a, b):
            continue
        alike = matcher.cosine(a, b) + matcher.words(a, b)
        found = _polarity(a, b, alike) or _person(a, b, alike, people)
        if found is not None:
            sides = tuple(_all_alike(side, worded) for side in found.sides)
            disputes.append(replace(found, sides=sides))
    return disputes


def _all_alike(side: Sequence[Line], worded: Mapping[str, Sequence[Unit]]) -> tuple[Line, ...]:
    """A side with every report that words it so."""
    return tuple(
        replace(line, unit=u, text=u.text, evidence=u.evidence)
        for line in side
        for u in worded[line.unit.text.lower()]
    )


def _unsure(unit: Unit) -> bool:
    """Whether a clause only supposes what it says."""
    parse = unit.parse
    return any(parse.lemmas[i].lower() in _UNSURE for i in unit.clause.tokens)


def _polarity(a: Unit, b: Unit, alike: float) -> Dispute | None:
    mine, theirs = _subject(a), _subject(b)
    if a.report == b.report:
        return None  # a report that says both sets them against each other on purpose
    if not mine or not mine & theirs or a.modal != b.modal:
        return None
    denied = a.negated != b.negated and alike >= _ALIKE and bool(a.predicate & b.predicate)
    against = a.negated == b.negated and alike >= _OPPOSED and _verdicts(a, b)
    if not denied and not against:
        return None
    yes, no = (b, a) if a.negated else (a, b)
    core = yes.text
    if (
        yes.parse.pos[yes.clause.tokens[0]] in ("DET", "PRON", "ADJ", "NOUN", "ADP", "ADV")
        and core[:2] != "I "
    ):
        core = core[:1].lower() + core[1:]
    why = "one line says it, the other denies it" if denied else "the two lines say opposite things"
    return _dispute("polarity", f"Is it so that {core}?", why, (yes, yes.text), (no, no.text))


def _person(a: Unit, b: Unit, alike: float, people: Mapping[str, str]) -> Dispute | None:
    """One thing that only one can have done, or that one speaker is said to have said of two."""
    if alike < _NAMED or not a.predicate & b.predicate or a.negated != b.negated or a.modal != b.modal:
        return None
    mine, theirs = _subject(a) & people.keys(), _subject(b) & people.keys()
    if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
        return None
    (one,), (two,) = mine, theirs
    if (
        one in b.actors
        or two in a.actors
        or _several(a)
        or _several(b)
        or may_be_one(people[one], people[two])
    ):
        return None
    heard = a.speaker is not None and a.speaker == b.speaker
    alone = {stem(v) for v in words("conflicts", "alone")}
    if not heard and not a.predicate & b.predicate & alone:
        return None
    question = f"Who {_third(a)}?"
    why = "one statement of one speaker, with different people in it" if heard else "one thing, two names"
    return _dispute("person", question, why, (a, people[one]), (b, people[two]))


def _several(unit: Unit) -> bool:
    """Whether a statement opens with several who did it: the other may be among them."""
    found = unit.text.lower().split()
    return "both" in found or "and" in found[:6]


def _third(unit: Unit) -> str:
    """What is said of the subject: the words of the clause after it."""
    parse, clause = unit.parse, unit.clause
    subject = parse.child(clause.head, "nsubj", "nsubjpass")
    stop = parse.subtree(subject)[1] if subject is not None else clause.tokens[0]
    rest = [i for i in clause.tokens if i >= stop]
    start, end = parse.chars(rest[0], rest[-1] + 1) if rest else parse.chars(clause.head, clause.head + 1)
    return parse.text[start:end].strip(" ,.;")


def _subject(unit: Unit) -> frozenset[str]:
    """Record actors named in the subject of the clause."""
    return unit.subjects


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [(stem(x), stem(y)) for x, y in load("conflicts")["verdicts"]]
    return frozenset(pairs) | {(y, x) for x, y in pairs}


def _verdicts(a: Unit, b: Unit) -> bool:
    known = _opposites()
    mine, theirs = _verb(a.parse, a), _verb(b.parse, b)
    return (mine, theirs) in known


def _verb(parse: Parse, unit: Unit) -> str:
    return stem(parse.lemmas[unit.clause.head])


def _dispute(
    about: ConflictAbout, question: str, why: str, one: tuple[Unit, str], two: tuple[Unit, str]
) -> Dispute:
    lines = tuple((Line(unit=u, value=value, text=u.text, evidence=u.evidence),) for u, value in (one, two))
    return Dispute(about=about, kind="conflict", question=question, why=why, sides=lines)
