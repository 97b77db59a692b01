"""Conflicts about days: one event, given days that cannot be the same.

An occurrence is an event word (a noun like "meeting" or a verb like "arrive") with the day that hangs on it.
Two occurrences are of one event when the word is the same, both are ahead or both are over, and two actors
take part in both, or the statements around them say the same but for the day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import ConflictKind, Date

from .claims_match import Matcher
from .claims_units import Unit, stem
from .conflicts_lines import Dispute, Line, cut, later, one_voice
from .story import Story

__all__ = ["Occurrence", "day_disputes", "occurrences"]

_LONGEST = 8  # days: a week at most; months and years differ in precision, not in fact
_COMPANY = 0.6  # nearness (cosine + shared words) of two statements on what "the ministers" are to do
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "previous", "next", "another"})
_ONGOING = frozenset({"currently", "presently", "now", "at present", "nowadays"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Occurrence:
    """An event word at token `anchor` with its day: `earliest` and `latest` are ISO days. `moved` where the
    words say that this is the new day of something put off or brought forward.
    """

    unit: Unit
    when: Date
    anchor: int
    kind: str
    ahead: bool
    earliest: str
    latest: str
    ordinals: frozenset[str]
    weekday: str | None
    moved: bool
    line: Line

    def apart(self, other: "Occurrence") -> bool:
        """Whether no day fits both. One weekday's name is one day: only the day of print sets them apart."""
        if self.weekday is not None and self.weekday == other.weekday:
            return False
        return self.latest < other.earliest or other.latest < self.earliest


def occurrences(units: Sequence[Unit]) -> list[Occurrence]:
    """The dated events of the story, in story order."""
    found = []
    for unit in units:
        dated = [(when, _anchored(unit, when)) for when in unit.dates]
        unsure = {a for when, a in dated if a is not None and _is_unsure(unit, a, when)}
        for when, anchor in dated:
            occurrence = (
                _occurrence(unit, when, anchor) if anchor is not None and anchor not in unsure else None
            )
            if occurrence is not None:
                found.append(occurrence)
    return found


def day_disputes(story: Story, units: Sequence[Unit], matcher: Matcher) -> list[Dispute]:
    """Conflicts and updates about the day of an event."""
    people = {a.id for a in story.actors if a.type in ("person", "organization", "group")}
    persons = {a.id for a in story.actors if a.type == "person"}
    names = {a.id: a.name for a in story.actors}
    found = occurrences(units)
    taken: set[int] = set()
    disputes = []
    for n, a in enumerate(found):
        if id(a) in taken:
            continue
        rivals = [b for b in found[n + 1 :] if _rival(a, b, people, matcher)]
        rivals = [b for b in rivals if not _both_told(a, b, found, people, matcher)]
        if not rivals:
            continue
        sides = _sides(a, rivals, found, people, matcher)
        taken.update(id(o) for side in sides for o in side)
        disputes.append(_dispute(sides, persons, names, story.families))
    return disputes


def _own(unit: Unit, when: Date) -> list[int]:
    base = unit.sentence.start
    return [i for i in unit.clause.tokens if when.start <= base + unit.parse.starts[i] < when.end]


def _anchored(unit: Unit, when: Date) -> int | None:
    """The token of the event that a date is the day of."""
    if when.type not in ("DATE", "TIME") or not when.earliest or not when.latest:
        return None
    if when.text.lower() in _ONGOING:
        return None  # what is so now may be so on another day too
    own = _own(unit, when)
    return _anchor(unit.parse, own) if own else None


def _is_unsure(unit: Unit, anchor: int, when: Date) -> bool:
    """ "Will meet on Friday", printed on a Friday: today or in a week."""
    return _is_ahead(unit, anchor) and when.earliest == (unit.reading.report.published or "")[:10]


def _occurrence(unit: Unit, when: Date, anchor: int) -> Occurrence | None:
    earliest, latest = when.earliest or "", when.latest or ""
    try:
        length = (date.fromisoformat(latest) - date.fromisoformat(earliest)).days
    except ValueError:
        return None
    if not 0 <= length <= _LONGEST:
        return None
    parse, own = unit.parse, _own(unit, when)
    moved = _new_day(parse, own) is not None
    first, stop = min(anchor, *own), max(anchor, *own) + 1
    text, evidence = cut(unit, first, stop)
    spelled = earliest if earliest == latest else f"{earliest}/{latest}"
    return Occurrence(
        unit=unit, when=when, anchor=anchor, kind=stem(parse.lemmas[anchor]),
        ahead=moved or _is_ahead(unit, anchor),
        earliest=earliest, latest=latest, ordinals=_ordinals(parse, anchor), weekday=_weekday(when),
        moved=moved,
        line=Line(unit=unit, value=f"{when.text} ({spelled})", text=text, evidence=evidence),
    )  # fmt: skip


def _weekday(when: Date) -> str | None:
    """The name of a weekday that is all a date gives: "on Friday", "next Friday"."""
    if any(c.isdigit() for c in when.text):
        return None
    return next((w for w in when.text.lower().split() if w in load("dates")["weekday"]), None)


def _anchor(parse: Parse, own: Sequence[int]) -> int | None:
    """The event word a date hangs on; None where it dates something said, moved or not an event."""
    inside = set(own)
    mover = _new_day(parse, own)
    if mover is not None:
        return _leant_on(parse, mover)
    top = next((i for i in own if parse.heads[i] not in inside), own[0])
    token, step = parse.heads[top], 0
    while parse.pos[token] in ("ADP", "SCONJ", "PART") and parse.heads[token] != token and step < 4:
        if parse.lemmas[token].lower() in ("until", "till", "since", "from", "after", "before", "to"):
            return None
        token, step = parse.heads[token], step + 1
    lemma = parse.lemmas[token].lower()
    if parse.pos[token] == "NOUN":
        return token if lemma in words("conflicts", "events") else None
    if parse.pos[token] not in ("VERB", "AUX", "ADJ"):
        return None
    if lemma in words("conflicts", "carriers"):
        return _leant_on(parse, token)
    if lemma in words("conflicts", "movers"):
        return None
    return token if lemma in words("conflicts", "deeds") else None


def _new_day(parse: Parse, own: Sequence[int]) -> int | None:
    """The verb that moves an event to a date: "postponed to", "rescheduled for", "moved from Thursday to"."""
    top = next((i for i in own if parse.heads[i] not in own), own[0])
    link = parse.heads[top]
    if parse.lemmas[link].lower() not in ("to", "until", "till", "for") or parse.pos[link] not in (
        "ADP",
        "SCONJ",
    ):
        return None
    verb = parse.heads[link]
    if parse.pos[verb] in ("ADP", "ADV", "NOUN") or parse.deps[link] == "pobj":
        verb = parse.heads[verb]
    lemma = parse.lemmas[verb].lower()
    if parse.lemmas[link].lower() == "for" and lemma != "reschedule":
        return None
    return verb if lemma in words("conflicts", "shifters") else None


def _leant_on(parse: Parse, token: int) -> int | None:
    """The event noun that is subject or object of a carrier, through what carries it in turn."""
    for _ in range(4):
        for c in parse.children[token]:
            named = parse.lemmas[c].lower() in words("conflicts", "events")
            if named and parse.deps[c] in ("nsubj", "nsubjpass", "dobj"):
                return c
        if parse.deps[token] in ("relcl", "acl"):
            return _relative_noun(parse, token)
        if parse.deps[token] not in ("xcomp", "acomp", "ccomp") or parse.heads[token] == token:
            return None
        token = parse.heads[token]
    return None


def _relative_noun(parse: Parse, token: int) -> int | None:
    """The event noun a relative clause is about, when it is not further than a few steps up."""
    for n, up in enumerate(parse.ancestors(token)):
        if parse.lemmas[up].lower() in words("conflicts", "events") and parse.pos[up] == "NOUN":
            return up
        if n >= 4 or parse.pos[up] == "VERB":
            return None
    return None


def _is_ahead(unit: Unit, anchor: int) -> bool:
    parse = unit.parse
    ahead = words("conflicts", "ahead")
    near = [anchor, *parse.children[anchor], unit.clause.head, *parse.children[unit.clause.head]]
    if parse.pos[anchor] == "NOUN":
        near += [i for i in parse.below(anchor) if parse.deps[i] in ("relcl", "acl")]
    if any(parse.lemmas[i].lower() in ahead or parse.words[i].lower() in ahead for i in near):
        return True
    return parse.pos[anchor] == "VERB" and parse.tags[anchor] in ("VB", "VBZ", "VBP")


def _ordinals(parse: Parse, anchor: int) -> frozenset[str]:
    return frozenset(
        parse.lemmas[c].lower() for c in parse.children[anchor] if parse.lemmas[c].lower() in _ORDINALS
    )


def _one_event(a: Occurrence, b: Occurrence, people: set[str], matcher: Matcher) -> bool:
    """Whether two occurrences are of one event, their days aside."""
    if a.kind != b.kind or a.ahead != b.ahead or a.unit.negated != b.unit.negated:
        return False
    if a.ordinals and b.ordinals and not a.ordinals & b.ordinals:
        return False
    mine, theirs = a.unit.actors & people, b.unit.actors & people
    shared = mine & theirs
    near, words_shared = matcher.cosine(a.unit, b.unit), matcher.words(a.unit, b.unit)
    one_wording = near >= 0.7 and words_shared >= 0.6
    if a.ahead:
        # What is planned between two parties is planned once at a time; a third party makes it another.
        return len(shared) >= 2 or one_wording or _one_deed(a, b) or _one_company(a, b, near + words_shared)
    return one_wording or (len(shared) >= 2 and near + words_shared >= 0.95)


def _one_company(a: Occurrence, b: Occurrence, alike: float) -> bool:
    """Whether "the two ministers" are to do what "the ministers of the two countries" are to do."""
    if alike < _COMPANY or not _company(a) & _company(b):
        return False
    mine, theirs = a.unit.actors, b.unit.actors
    return not mine or not theirs or bool(mine & theirs)


def _company(o: Occurrence) -> frozenset[str]:
    """The definite plural nouns for those who take part: "the ministers"."""
    parse = o.unit.parse
    taking: list[int] = []
    if parse.pos[o.anchor] == "VERB":
        for up in (o.anchor, *islice(parse.ancestors(o.anchor), 3)):
            taking += [c for c in parse.children[up] if parse.deps[c] in ("nsubj", "nsubjpass")]
            if taking or parse.deps[up] not in ("xcomp", "acomp"):
                break
    else:
        links = [c for c in parse.children[o.anchor] if parse.lemmas[c].lower() in ("of", "between")]
        taking = [g for c in links for g in parse.children[c] if parse.deps[g] == "pobj"]
    return frozenset(
        parse.lemmas[t].lower() for t in taking
        if parse.tags[t] == "NNS"
        and any(parse.lemmas[c].lower() in ("the", "both", "their") for c in parse.children[t])
    )  # fmt: skip


def _one_deed(a: Occurrence, b: Occurrence) -> bool:
    """Whether one actor is to do one thing that needs nobody and nothing else: to resign, to arrive."""
    return bool(a.unit.subjects & b.unit.subjects) and all(_alone(o) for o in (a, b))


def _alone(o: Occurrence) -> bool:
    parse = o.unit.parse
    if parse.pos[o.anchor] != "VERB":
        return False
    hanging = [c for c in parse.children[o.anchor] if parse.deps[c] in ("dobj", "prep", "xcomp", "attr")]
    own = set(_own(o.unit, o.when))
    return all(any(g in own for g in parse.children[c]) for c in hanging)


def _rival(a: Occurrence, b: Occurrence, people: set[str], matcher: Matcher) -> bool:
    return a.apart(b) and not one_voice(a.unit, b.unit) and _one_event(a, b, people, matcher)


def _both_told(
    a: Occurrence, b: Occurrence, found: Sequence[Occurrence], people: set[str], matcher: Matcher
) -> bool:
    """Whether a report gives both days in its own words: then the event happened, or is to happen, twice."""
    days = (a, b)
    for one, two in (days, days[::-1]):
        for other in found:
            if (
                other.unit.report == one.unit.report
                and not other.apart(two)
                and other.apart(one)
                and not other.unit.direct
                and not one.unit.direct
                and not (other.moved or one.moved)
                and _one_event(other, one, people, matcher)
            ):
                return True
    return False


def _sides(
    a: Occurrence,
    rivals: Sequence[Occurrence],
    found: Sequence[Occurrence],
    people: set[str],
    matcher: Matcher,
) -> list[list[Occurrence]]:
    """Occurrences of the event by day: a side takes in all whose day fits its first."""
    sides = [[a]]
    for rival in rivals:
        if all(rival.apart(side[0]) for side in sides):
            sides.append([rival])
    heads = [side[0] for side in sides]
    for other in found:
        if any(other is h for h in heads):
            continue
        fits = [side for side in sides if not other.apart(side[0])]
        if len(fits) == 1 and any(_one_event(other, h, people, matcher) for h in heads):
            fits[0].append(other)
    return sides


def _dispute(
    sides: list[list[Occurrence]], people: set[str], names: dict[str, str], families: Mapping[str, str]
) -> Dispute:
    ordered = sorted(sides, key=lambda side: (side[0].earliest, side[0].unit.order))
    lines = tuple(tuple(o.line for o in side) for side in ordered)
    moved = [n for n, side in enumerate(ordered) if any(o.moved for o in side)]
    kind: ConflictKind = "conflict"
    why = "one event, days that cannot be the same"
    # Only a new day in words supersedes: that a thing was put off says nothing of two days given for it.
    if len(lines) == 2 and len(moved) == 1 and not later(lines[moved[0]], lines[1 - moved[0]], families):
        kind, why = "update", "one event, moved to another day"
    return Dispute(
        about="date", kind=kind, question=_question(ordered, people, names), why=why, sides=lines
    )  # fmt: skip


def _question(sides: Sequence[Sequence[Occurrence]], people: set[str], names: dict[str, str]) -> str:
    first, shared = _shown(sides, people)
    parse = first.unit.parse
    by_day = all(o.earliest == o.latest for side in sides for o in side)
    asked = "On which day" if by_day else "When"
    if first.kind == "meet" and len(shared) >= 2:
        one, two = names[shared[0]], names[shared[1]]
        return f"{asked} was {one} to meet {two}?" if first.ahead else f"{asked} did {one} meet {two}?"
    lemma = parse.lemmas[first.anchor].lower()
    if parse.pos[first.anchor] == "NOUN":
        whose = f" of {names[shared[0]]}" if shared else ""
        return f"{asked} was the {lemma}{whose} to be?" if first.ahead else f"{asked} was the {lemma}{whose}?"
    who, many = (names[shared[0]], False) if shared else _subject(first)
    planned = f"{asked} {'were' if many else 'was'} {who} to {lemma}?"
    return planned if first.ahead else f"{asked} did {who} {lemma}?"


def _shown(sides: Sequence[Sequence[Occurrence]], people: set[str]) -> tuple[Occurrence, list[str]]:
    """The occurrence to ask after and whom both of two sides name in it, in reading order."""
    pairs = [(x, y) for x in sides[0] for y in sides[1]]
    one, two = max(pairs, key=lambda p: len(p[0].unit.actors & p[1].unit.actors & people))
    both = one.unit.actors & two.unit.actors & people
    return one, [a for a in one.unit.named if a in both]


def _subject(o: Occurrence) -> tuple[str, bool]:
    """The words of who does it, and whether they are many."""
    parse = o.unit.parse
    for token in (o.anchor, *islice(parse.ancestors(o.anchor), 3)):
        subject = parse.child(token, "nsubj", "nsubjpass")
        if subject is not None:
            first, stop = parse.subtree(subject)
            start, end = parse.chars(first, min(stop, first + 8))
            who = parse.text[start:end]
            if parse.pos[first] in ("DET", "PRON"):
                who = who[0].lower() + who[1:]
            return who, parse.tags[subject] in ("NNS", "NNPS") or who == "they"
    return "they", True
