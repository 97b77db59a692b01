"""Conflicts of polarity and person: two lines that say the same of something, but for a "not" or a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import ConflictAbout, Date

from .claims_match import Matcher, candidates, days_clash
from .claims_units import Unit
from .conflicts_lines import Dispute, Line, one_voice

__all__ = ["fact_disputes"]

_ALIKE = 1.3  # cosine + shared words from which two lines say the same but for a "not"
_OPPOSED = 1.05  # the same where the two verbs are opposites
_NAMED = 1.05  # the same where they name different people
_TWINS = 1.6  # the same where they differ in a date alone
_UNSURE = frozenset(
    {"if", "unless", "whether", "would", "could", "may", "might", "should", "maybe", "perhaps"}
)


def fact_disputes(worded: Mapping[str, Sequence[Unit]], matcher: Matcher) -> list[Dispute]:
    """Conflicts of polarity ("was hurt", "was not hurt") and of person ("A was elected", "B was elected").

    `worded` holds the units by their words: what many reports print alike is looked at once.
    """
    firm = [same[0] for same in worded.values() if not _unsure(same[0])]
    disputes: list[Dispute] = []
    pairs = candidates(firm, matcher)
    beside: dict[int, list[Unit]] = defaultdict(list)
    for a, b in pairs:
        beside[a.order].append(b)
        beside[b.order].append(a)
    for a, b in pairs:
        alike = matcher.cosine(a, b) + matcher.words(a, b)
        if one_voice(a, b):
            continue
        if days_clash(a, b):
            found = _moment(a, b, alike)
            if found is not None:
                disputes.append(replace(found, sides=tuple(_all_alike(side, worded) for side in found.sides)))
            continue
        found = _polarity(a, b, alike)
        if found is not None and not (found.about == "polarity" and _both_told(a, b, beside)):
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
    if any(_of_its_time(u) for u in (a, b)) or _elsewhere(a, b):
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


def _of_its_time(unit: Unit) -> bool:
    """Whether the words leave room for a change ("not yet", "once") or only tell of words or a refusal."""
    parse, head = unit.parse, unit.clause.head
    near = [c for c in parse.children[head] if parse.deps[c] in ("aux", "advmod", "npadvmod")]
    bygone = any(parse.lemmas[c].lower() in words("conflicts", "bygone") for c in near)
    later = any(parse.lemmas[c].lower() in ("yet", "still") for c in near)
    before = any(parse.words[c].lower() == "had" for c in near)
    refused = parse.child(head, "xcomp") is not None and parse.lemmas[head].lower() in words(
        "conflicts", "refusing"
    )
    spoken = parse.lemmas[head].lower() in words("claims", "speech") | words("conflicts", "talking")
    return bygone or later or before or refused or spoken


def _elsewhere(a: Unit, b: Unit) -> bool:
    """Whether both name places and none of the one stands in the other."""
    mine, theirs = (
        {
            u.parse.lemmas[e.end - 1]
            for e in u.parse.entities
            if e.label == "GPE" and e.start in u.clause.tokens
        }
        for u in (a, b)
    )
    return bool(mine - theirs) and bool(theirs - mine)


def _both_told(a: Unit, b: Unit, beside: Mapping[int, Sequence[Unit]]) -> bool:
    """Whether the report of one also says what the other says: it then knows of both."""
    return any(
        c.report == one.report and c.negated == two.negated and bool(c.predicate & two.predicate)
        and c.subjects == two.subjects
        for one, two in ((a, b), (b, a)) for c in beside.get(two.order, ())
    )  # fmt: skip


def _moment(a: Unit, b: Unit, alike: float) -> Dispute | None:
    """One statement but for its date: "has led the union since 2002", "… since 2003"."""
    if alike < _TWINS or a.report == b.report or a.negated != b.negated or not a.predicate & b.predicate:
        return None
    if len(a.dates) != 1 or len(b.dates) != 1 or not a.subjects & b.subjects:
        return None
    mine, theirs = (_linked(u, u.dates[0]) for u in (a, b))
    if mine is None or mine != theirs or a.dates[0].text.lower() == b.dates[0].text.lower():
        return None
    subject = a.parse.child(a.clause.head, "nsubj", "nsubjpass")
    stop = a.parse.subtree(subject)[1] if subject is not None else a.clause.tokens[0]
    start = a.parse.chars(a.clause.tokens[0], stop)
    who = a.parse.text[start[0] : start[1]]
    asked = f"{mine[0].capitalize()} when is it that {who} {_undated(a)}?"
    return _dispute("date", asked, "one statement, two dates", (a, a.dates[0].text), (b, b.dates[0].text))


def _linked(unit: Unit, date: Date) -> tuple[str, int] | None:
    """The word that links a bare year or day to its statement, and the date's precision in characters."""
    base = unit.sentence.start
    first = next((i for i in unit.clause.tokens if base + unit.parse.starts[i] >= date.start), None)
    if not first or date.type != "DATE" or not any(c.isdigit() for c in date.text):
        return None
    link = unit.parse.words[first - 1].lower()
    return (link, len(date.value)) if link in ("since", "in", "on", "until") else None


def _undated(unit: Unit) -> str:
    """What is said of the subject, without the date."""
    date = unit.dates[0]
    told = _third(unit)
    at = told.find(date.text)
    return told[:at].rsplit(" ", 2)[0].strip(" ,") if at > 0 else told


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
    pairs = [(str(x), str(y)) for x, y in load("conflicts")["verdicts"]]
    return frozenset(pairs) | {(y, x) for x, y in pairs}


def _verdicts(a: Unit, b: Unit) -> bool:
    known = _opposites()
    mine, theirs = _verb(a.parse, a), _verb(b.parse, b)
    return (mine, theirs) in known


def _verb(parse: Parse, unit: Unit) -> str:
    return parse.lemmas[unit.clause.head].lower()


def _dispute(
    about: ConflictAbout, question: str, why: str, one: tuple[Unit, str], two: tuple[Unit, str]
) -> Dispute:
    lines = tuple((Line(unit=u, value=value, text=u.text, evidence=u.evidence),) for u, value in (one, two))
    return Dispute(about=about, kind="conflict", question=question, why=why, sides=lines)
