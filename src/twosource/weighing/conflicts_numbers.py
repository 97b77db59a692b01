"""Conflicts about numbers: one measure, values that cannot both be right.

A quantity is a number with the noun it counts and what is done to it. Two quantities are of one measure when
the noun, the deed and the qualifiers agree and the statements speak of one thing at one time. Words such as
"about" and "at least", and round numbers, leave room: only values that no reading lets meet are a conflict.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations, islice, pairwise

from twosource.lexicon import load, words
from twosource.model import ConflictKind

from .claims_match import Matcher, days_clash
from .claims_units import Unit
from .conflicts_alike import set_apart, shared, weigh
from .conflicts_fillers import Scene
from .conflicts_frames import Frame, deed_of, frame_of
from .conflicts_lines import Dispute, later, one_voice, particle
from .conflicts_quantities import CURRENCIES, MONEY, Quantity, apart, quantities
from .conflicts_topics import kind_of
from .story import Story

__all__ = ["number_disputes"]

_ALIKE = 0.9  # nearness (cosine + shared words) of two statements about one toll
_NEARBY = 1.5  # two sums that differ by less are more likely one sum, told twice
_ALIKE_NEAR = 1.0  # nearness for such sums, where the deed is one
_ALIKE_FAR = 1.4  # for sums further apart
_ALIKE_ONLY = 1.25  # where the deed is not one
_ALIKE_TOLD = 0.7  # where one of them names the other's value as the old one
_ALIKE_HAIR = 1.05  # for large sums of money a hair apart, where the deed is not one
_HAIR, _LARGE = 1.12, 1000.0
_COMMON = frozenset({"DET", "PRON", "NOUN", "ADJ", "NUM"})
_PART_OF = frozenset({"during", "throughout", "within"})
_CLOSE = 1.25  # sums for one purpose that differ by less are one sum, told twice
_PARTIES = 1.4  # what two frames share, weighed, beside the noun that is counted
_WIDE = 10.0  # tolls further apart are of two events, whatever is said of the dead
_SCALE = 3.0  # tolls further apart are of two events where only one says whose dead they are


def number_disputes(
    story: Story, units: Sequence[Unit], matcher: Matcher, scenes: Sequence[Scene]
) -> list[Dispute]:
    """Conflicts and updates about numbers."""
    known = _Measures(matcher, scenes)
    blocks: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for unit in units:
        for q in quantities(unit):
            blocks["toll" if q.toll else "", q.deed if q.toll else q.noun].append(q)
    disputes = []
    for key in sorted(blocks):
        taken: set[int] = set()
        block = blocks[key]
        for n, a in enumerate(block):
            if id(a) in taken:
                continue
            rivals = [b for b in block[n + 1 :] if id(b) not in taken and _rival(a, b, known)]
            rivals = [b for b in rivals if not _both_told(a, b, block, known)]
            if not rivals:
                continue
            sides = _sides(a, rivals, block, known)
            if any(
                _one_teller(x.unit, y.unit) for one, two in combinations(sides, 2) for x in one for y in two
            ):
                continue  # a report that gives both knows of two things
            taken.update(id(q) for side in sides for q in side)
            disputes.append(_dispute(sides, story.families))
    return disputes


class _Measures:
    """Which quantities measure one thing at one time."""

    def __init__(self, matcher: Matcher, scenes: Sequence[Scene]) -> None:
        self._matcher = matcher
        self._scenes = {(s.telling.report, s.telling.units[0].sentence.start): s for s in scenes}
        self._frames: dict[int, Frame | None] = {}

    def one(self, a: Quantity, b: Quantity) -> bool:
        """Whether two quantities measure one thing at one time."""
        if _scope(a) != _scope(b):
            return False
        mine, theirs = self._frame(a), self._frame(b)
        if mine is not None and theirs is not None and set_apart(mine, theirs, "number") == "place":
            return False
        if a.purpose and b.purpose and not a.purpose & b.purpose:
            return False
        if {_tense(a), _tense(b)} == {"before", "now"}:
            return False  # "had asked for 5 million", "is asking for 6 million"
        return _one_measure(a, b, self._matcher) or self._one_deed(a, b) or self._one_purpose(a, b)

    def _one_deed(self, a: Quantity, b: Quantity) -> bool:
        """Whether two numbers of one noun stand in one deed of the same parties."""
        if a.noun != b.noun or a.toll != b.toll or not (a.marks <= b.marks or b.marks <= a.marks):
            return False
        if max(a.value, b.value) > _WIDE * min(a.value, b.value):
            return False
        mine, theirs = self._frame(a), self._frame(b)
        if mine is None or theirs is None or (a.of and b.of and not a.of & b.of):
            return False
        amount = a.noun in (*MONEY.values(), "%")
        if (amount and not a.of & b.of) or _light(a) != _light(b):
            return False
        if set_apart(mine, theirs, "amount" if amount else "number"):
            return False
        counted = {a.noun, b.noun}
        core = [f for f in shared(mine.fillers, theirs.fillers) if f.kind not in counted]
        wide = weigh(mine, theirs) - (0 if len(core) == len(shared(mine.fillers, theirs.fillers)) else 0.7)
        return wide >= _PARTIES

    def _one_purpose(self, a: Quantity, b: Quantity) -> bool:
        """Whether two sums that lie near each other are for one purpose of one party."""
        if a.noun not in MONEY.values() or a.noun != b.noun or not a.purpose & b.purpose:
            return False
        if max(a.value, b.value) > _CLOSE * min(a.value, b.value):
            return False
        mine, theirs = self._frame(a), self._frame(b)
        if mine is None or theirs is None or set_apart(mine, theirs, "sum"):
            return False
        return any(f.names for f in shared((*mine.fillers, *mine.around), (*theirs.fillers, *theirs.around)))

    def _frame(self, q: Quantity) -> Frame | None:
        if id(q) not in self._frames:
            scene = self._scenes.get((q.unit.report, q.unit.sentence.start))
            kind = q.deed
            if scene is not None and not q.toll:
                parse = scene.parse
                lemma = parse.lemmas[q.verb].lower()
                kind = "gain" if lemma in words("conflicts", "gains") else deed_of(parse, q.verb) or kind
            self._frames[id(q)] = None if scene is None else frame_of(scene, q.verb, kind)
        return self._frames[id(q)]


def _one_measure(a: Quantity, b: Quantity, matcher: Matcher) -> bool:
    """Whether two quantities measure one thing at one time."""
    if a.noun != b.noun or a.toll != b.toll or a.unit.negated != b.unit.negated:
        return False
    if days_clash(a.unit, b.unit) or not (a.marks <= b.marks or b.marks <= a.marks):
        return False
    alike = matcher.cosine(a.unit, b.unit) + matcher.words(a.unit, b.unit)
    if a.replaces == b.value or b.replaces == a.value:
        return alike >= _ALIKE_TOLD
    far = max(a.value, b.value) / max(1.0, min(a.value, b.value))
    if a.toll:
        return alike >= (_ALIKE if far <= (_WIDE if a.marks == b.marks else _SCALE) else _ALIKE_FAR)
    if max(a.value, b.value) > _NEARBY * min(a.value, b.value):
        return a.deed == b.deed and alike >= _ALIKE_FAR and _during(a.unit) == _during(b.unit)
    if not _one_time(a.unit, b.unit):
        return False
    if a.deed == b.deed:
        return alike >= (_ALIKE_ONLY if a.noun == "%" else _ALIKE_NEAR)
    if a.noun == "%":
        return False
    money = a.noun in MONEY.values()
    if far <= _HAIR and min(a.value, b.value) >= _LARGE:
        # Two large figures that differ by a hair, for one kind of thing, are one figure told twice.
        return alike >= (_ALIKE_HAIR if money else _ALIKE)
    return not money and (alike >= _ALIKE_ONLY or _one_period(a, b))


def _one_period(a: Quantity, b: Quantity) -> bool:
    """Whether both count over a stated time, and an actor or what narrows the one stands in the other."""
    if not all(any(d.earliest for d in q.unit.dates) for q in (a, b)):
        return False
    if a.unit.actors & b.unit.actors:
        return True
    told = any(not _names_somebody(q.unit) for q in (a, b))  # "the yard built 23 ferries in 16 years"
    return told and bool(a.marks & b.unit.terms or b.marks & a.unit.terms)


def _tense(q: Quantity) -> str:
    """Whether the verb is in the past perfect ("before") or tells of the present ("now"); else ""."""
    parse = q.unit.parse
    helping = {parse.words[c].lower() for c in parse.children[q.verb] if parse.deps[c] in ("aux", "auxpass")}
    if helping & {"had", "'d", "’d"}:
        return "before"
    present = helping & {"is", "are", "'s", "’s", "'re", "’re"} or parse.tags[q.verb] in ("VBZ", "VBP")
    return "now" if present else ""


def _scope(q: Quantity) -> bool:
    """Whether a number is one of the whole: "130 in the whole country"."""
    parse = q.unit.parse
    return any(parse.lemmas[i].lower() in words("conflicts", "wholes") for i in q.unit.clause.spoken)


def _light(q: Quantity) -> frozenset[str]:
    """The light in which a number is told: a poll's, a forecast, a demand, an offer."""
    parse = q.unit.parse
    known: dict[str, str] = _lights()
    return frozenset(known[w] for i in q.unit.clause.spoken if (w := parse.lemmas[i].lower()) in known)


@cache
def _lights() -> dict[str, str]:
    lights: dict[str, list[str]] = load("conflicts")["lights"]
    return {word: name for name, some in lights.items() for word in some}


def _names_somebody(unit: Unit) -> bool:
    """Whether a name, other than a month's, stands in a statement that has actors."""
    parse = unit.parse
    days = {i for e in parse.entities if e.label in ("DATE", "TIME") for i in range(e.start, e.end)}
    return bool(unit.actors) and any(parse.pos[i] == "PROPN" and i not in days for i in unit.clause.tokens)


def _during(unit: Unit) -> bool:
    """Whether a statement counts over a part of something: "during the last quarter they blocked two"."""
    parse, head = unit.parse, unit.clause.head
    over = {head, *islice(parse.ancestors(head), 4), *unit.clause.tokens}
    return any(w.lower() in _PART_OF and parse.heads[i] in over for i, w in enumerate(parse.words))


def _one_time(a: Unit, b: Unit) -> bool:
    """Whether the periods that both state, if both state one, are about the same."""
    mine = [(d.earliest, d.latest) for d in a.dates if d.earliest and d.latest]
    theirs = [(d.earliest, d.latest) for d in b.dates if d.earliest and d.latest]
    return not mine or not theirs or any(x[0][:4] == y[0][:4] for x in mine for y in theirs)


def _rival(a: Quantity, b: Quantity, known: "_Measures") -> bool:
    return not one_voice(a.unit, b.unit) and apart(a, b) and known.one(a, b)


def _both_told(a: Quantity, b: Quantity, block: Sequence[Quantity], known: "_Measures") -> bool:
    """Whether a report gives both numbers in one voice: then they are numbers of two things."""
    return any(
        other.value == two.value and _one_teller(other.unit, one.unit) and known.one(other, one)
        for one, two in ((a, b), (b, a))
        for other in block
    )


def _one_teller(a: Unit, b: Unit) -> bool:
    """Whether one report says both in its own words, or by one speaker."""
    return a.report == b.report and a.speaker == b.speaker


def _sides(
    a: Quantity, rivals: Sequence[Quantity], block: Sequence[Quantity], known: "_Measures"
) -> list[list[Quantity]]:
    """Quantities by value: a side takes in all that say its number."""
    sides = [[a]]
    for rival in rivals:
        if all(apart(rival, side[0]) for side in sides):
            sides.append([rival])
    heads = [side[0] for side in sides]
    for other in block:
        if any(other is h for h in heads):
            continue
        fits = [side for side in sides if other.value == side[0].value]
        if fits and any(known.one(other, h) for h in heads):
            fits[0].append(other)
    return sides


def _dispute(sides: list[list[Quantity]], families: Mapping[str, str]) -> Dispute:
    ordered = sorted(sides, key=lambda side: (side[0].value, side[0].unit.order))
    lines = tuple(tuple(q.line for q in side) for side in ordered)
    first = ordered[0][0]
    kind: ConflictKind = "conflict"
    why = "one measure, numbers that cannot both be right"
    if first.toll and all(later(x, y, families) for x, y in pairwise(lines)):
        kind, why = "update", "the later report gives a higher count"
    elif any(
        _supersedes(ordered[new], ordered[1 - new]) and not later(lines[new], lines[1 - new], families)
        for new in range(2)
        if len(lines) == 2
    ):
        kind, why = "update", "the words give it as a new value of the same measure"
    return Dispute(about="number", kind=kind, question=_question(first), why=why, sides=lines)


def _supersedes(new: Sequence[Quantity], old: Sequence[Quantity]) -> bool:
    """Whether the words of one side make the other's number the old one."""
    known = {q.value for q in old}
    if any(q.replaces in known for q in new):
        return True
    return any(q.revised and q.replaces is None and q.toll for q in new) and new[0].value > old[0].value


def _question(q: Quantity) -> str:
    """In words a reader understands: "How many people were killed?"."""
    parse = q.unit.parse
    if q.toll:
        noun = "people" if q.deed == q.noun else q.word
        link = "are" if q.deed == "missing" else "were"
        return f"How many {noun} {link} {q.deed}?"
    if q.noun in ("year", "month"):
        return "How long is the sentence?"
    subject = parse.child(q.unit.clause.head, "nsubj")
    verb = parse.lemmas[q.unit.clause.head].lower()
    who = None
    if subject is not None and parse.pos[q.unit.clause.head] == "VERB":
        first, stop = parse.subtree(subject)
        if stop - first <= 8:
            start, end = parse.chars(first, stop)
            who = parse.text[start:end]
            who = who[0].lower() + who[1:] if first == 0 and parse.pos[first] in _COMMON else who
    money = q.noun in MONEY.values()
    much = f"How much in {q.noun}" if money else f"How many {q.word}"
    if q.noun == "%":
        much = "What percentage"
    lemmas = [lemma.lower() for lemma in parse.lemmas]
    counted = {
        i for i, lemma in enumerate(lemmas) if q.noun in (lemma, kind_of(parse, i), CURRENCIES.get(lemma))
    }  # fmt: skip
    told = parse.child(q.unit.clause.head, "dobj")
    if money and told is not None and parse.pos[told] in ("NOUN", "PROPN") and told not in counted:
        # "Put its losses at two million": the sum is not what the verb is done to.
        return f"Which sum in {q.noun} is right?"
    done = {told, *(c for c in (parse.children[told] if told is not None else ()) if parse.deps[c] == "conj")}
    plain = told is not None and (
        told in counted or parse.pos[told] == "NUM" or done & counted or q.noun == "%"
    )
    said_little = verb in words("conflicts", "vague") | {"put", "be"}
    if who and plain and not said_little and subject not in counted and not any(c.isdigit() for c in who):
        verb += particle(parse, q.unit.clause.head)
        return f"{much} will {who} {verb}?" if q.unit.modal else f"{much} did {who} {verb}?"
    return (
        f"Which sum in {q.noun} is right?"
        if money
        else "Which percentage is right?"
        if q.noun == "%"
        else f"{much} were there?"
    )
