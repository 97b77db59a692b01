"""Conflicts about numbers: one measure, values that cannot both be right.

A quantity is a number with the noun it counts and what is done to it. Two quantities are of one measure when
the noun, the deed and the qualifiers agree and the statements speak of one thing at one time. Words such as
"about" and "at least", and round numbers, leave room: only values that no reading lets meet are a conflict.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import ConflictKind

from .claims_match import Matcher, days_clash
from .claims_numbers import number_run, number_value
from .claims_units import Unit, stem
from .conflicts_changes import counted_subject, is_changing, linked, replaced
from .conflicts_lines import Dispute, Line, cut, later, one_voice, particle, plural
from .story import Story

__all__ = ["Quantity", "number_disputes", "quantities"]

_MONEY = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}
_ALIKE = 0.9  # nearness (cosine + shared words) of two statements about one toll
_NEARBY = 1.5  # two sums that differ by less are more likely one sum, told twice
_ALIKE_NEAR = 1.0  # nearness for such sums, where the deed is one
_ALIKE_FAR = 1.4  # for sums further apart
_ALIKE_ONLY = 1.25  # where the deed is not one
_ALIKE_TOLD = 0.7  # where one of them names the other's value as the old one
_COUNTED = frozenset({"NOUN", "PROPN", "SYM"})
_CURRENCIES = {"dollar": "dollars", "pound": "pounds", "euro": "euros", "yen": "yen"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quantity:
    """A number in a unit: `low` to `high` is what it leaves open, `noun` what it counts ("%", "dollars").

    `deed` is the toll ("killed") or the stem of the verb it depends on; `marks` are its other qualifiers;
    `word` is what it counts as the text puts it. `revised` where the words say that it is a new value ("has
    risen to five"), `replaces` the old one where they give it ("to five from two").
    """

    unit: Unit
    value: float
    low: float
    high: float
    noun: str
    deed: str
    toll: bool
    marks: frozenset[str]
    word: str
    replaces: float | None
    revised: bool
    line: Line


def number_disputes(story: Story, units: Sequence[Unit], matcher: Matcher) -> list[Dispute]:
    """Conflicts and updates about numbers."""
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
            rivals = [b for b in block[n + 1 :] if id(b) not in taken and _rival(a, b, matcher)]
            rivals = [b for b in rivals if not _both_told(a, b, block, matcher)]
            if not rivals:
                continue
            sides = _sides(a, rivals, block, matcher)
            taken.update(id(q) for side in sides for q in side)
            disputes.append(_dispute(sides, story.families))
    return disputes


def quantities(unit: Unit) -> Iterator[Quantity]:
    """The numbers of a unit that count something, parts and rates left out."""
    parse, base = unit.parse, unit.sentence.start
    spans = [(d.start - base, d.end - base) for d in unit.dates]
    own = set(unit.clause.tokens)
    done: set[int] = set()
    named = {
        i for e in parse.entities if e.label in ("DATE", "TIME", "ORDINAL", "PERSON", "LAW", "PRODUCT")
        for i in range(e.start, e.end)
    }  # fmt: skip
    for i in unit.clause.tokens:
        if i in done or parse.pos[i] != "NUM" or i in named:
            continue
        if any(a <= parse.starts[i] < b for a, b in spans):
            continue
        run = number_run(parse, i, own)
        done.update(run)
        found = _quantity(unit, run)
        if found is not None:
            yield found


def _quantity(unit: Unit, run: Sequence[int]) -> Quantity | None:
    parse = unit.parse
    value = number_value(parse, run)
    changing = is_changing(parse, run)
    link = linked(parse, run) if changing else ""
    if value is None or link == "from" or (link != "to" and _is_range(parse, run)):
        return None
    top = next((i for i in run if parse.heads[i] not in run), run[0])
    sign = parse.words[run[0] - 1] if run[0] else ""
    noun, head = _counted(parse, top, sign, link == "to")
    if noun in words("conflicts", "loose") or _is_part(parse, run, head):
        return None
    deed, toll = _deed(parse, head)
    if unit.clause.relative and not toll:
        deed = stem(parse.lemmas[unit.clause.head])
    if not deed or deed in words("claims", "empty") or (value <= 1 and noun != "%"):
        return None
    low, high = _room(parse, run, value)
    first = run[0] - 1 if sign in _MONEY else run[0]
    text, evidence = cut(unit, *_stretch(parse, first, run[-1], head, unit))
    word = _word(parse, head, noun)
    return Quantity(
        unit=unit, value=value, low=low, high=high, noun=noun, deed=deed, toll=toll,
        marks=_marks(parse, head), word=word,
        replaces=replaced(parse, run, unit.clause.tokens) if link == "to" else None,
        revised=link == "to" or any(parse.lemmas[i].lower() == "now" for i in unit.clause.tokens),
        line=Line(unit=unit, value=_spelled(parse, first, run[-1], word), text=text, evidence=evidence),
    )  # fmt: skip


def _counted(parse: Parse, top: int, sign: str, new: bool) -> tuple[str, int]:
    """What a number counts, and the token that stands for the whole; `new` where a count has risen to it."""
    if sign in _MONEY:
        return _MONEY[sign], top
    head = parse.heads[top]
    if parse.lemmas[head].lower() in ("percent", "%", "per"):
        return "%", head
    if parse.deps[top] not in ("nummod", "quantmod", "compound") or parse.pos[head] not in _COUNTED:
        told = counted_subject(parse, top) if new else None
        if told is None:
            return "people", top
        head = told
    noun = parse.lemmas[head].lower()
    if noun in _CURRENCIES:
        return _CURRENCIES[noun], head
    tolls: dict[str, list[str]] = load("conflicts")["tolls"]
    people = noun in words("conflicts", "people") or any(noun in known for known in tolls.values())
    return ("people" if people else noun), head


def _word(parse: Parse, head: int, noun: str) -> str:
    """What is counted, in the words of the text where they are a plural."""
    if noun == "people" or noun == "%":
        return noun
    if parse.lemmas[head].lower() == noun:
        return parse.words[head] if parse.tags[head] in ("NNS", "NNPS") else plural(noun)
    return noun


def _is_range(parse: Parse, run: Sequence[int]) -> bool:
    """Whether the number is an end of a range: "between 19 and 22", "30 to 40"."""
    window = range(max(0, run[0] - 6), run[0])
    if any(parse.words[i].lower() in ("between", "from") for i in window):
        return True
    for at in (run[-1] + 1, run[0] - 1):
        step = 1 if at > run[0] else -1
        if 0 <= at < len(parse) and parse.words[at].lower() in ("to", "or", "-", "–"):
            beyond = at + step
            if 0 <= beyond < len(parse) and (parse.pos[beyond] == "NUM" or parse.words[beyond] in _MONEY):
                return True
    return False


def _is_part(parse: Parse, run: Sequence[int], head: int) -> bool:
    """Whether the number counts a part, a rate or an addition."""
    parts = words("conflicts", "parts")
    near = {*parse.children[head], *(c for i in run for c in parse.children[i]), run[0] - 1}
    quantified = {"more", "other"}
    for i in near:
        if i < 0 or i in run:
            continue
        lemma = parse.lemmas[i].lower()
        follows = run[-1] + 1 < len(parse) and parse.words[run[-1] + 1].lower() == "than"
        if lemma in parts and not (lemma in quantified and (follows or _before_than(parse, i))):
            return True
    after = run[-1] + 1
    return after + 1 < len(parse) and parse.words[after].lower() == "of" and parse.pos[run[-1]] == "NUM"


def _before_than(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse) and parse.words[i + 1].lower() == "than"


def _deed(parse: Parse, head: int) -> tuple[str, bool]:
    """The toll a number belongs to, or the stem of the verb it depends on."""
    tolls: dict[str, list[str]] = load("conflicts")["tolls"]
    chain = [head, *islice(parse.ancestors(head), 8)]
    for token in chain:
        near = [
            token,
            *(c for c in parse.children[token] if parse.deps[c] in ("acomp", "attr", "amod", "acl")),
        ]
        for name, known in tolls.items():
            if any(parse.lemmas[t].lower() in known or parse.words[t].lower() in known for t in near):
                return name, True
        if parse.pos[token] == "VERB":
            if parse.lemmas[token].lower() in words("conflicts", "knowing") and (told := _told(parse, token)):
                return told, True
            return stem(parse.lemmas[token]), False
    return "", False


def _told(parse: Parse, verb: int) -> str | None:
    """The toll that is known of: "five are now known to have been injured"."""
    tolls: dict[str, list[str]] = load("conflicts")["tolls"]
    inner = parse.child(verb, "xcomp")
    if inner is None:
        return None
    near = [inner, *(c for c in parse.children[inner] if parse.deps[c] in ("acomp", "attr"))]
    return next(
        (n for n, known in tolls.items() if any(parse.lemmas[t].lower() in known for t in near)), None
    )


def _marks(parse: Parse, head: int) -> frozenset[str]:
    """Adjectives and nouns that narrow what is counted: "civilian" deaths, "nuclear" tests."""
    return frozenset(
        stem(parse.lemmas[c]) for c in parse.children[head]
        if parse.deps[c] in ("amod", "compound", "nmod") and parse.pos[c] != "NUM"
    )  # fmt: skip


def _room(parse: Parse, run: Sequence[int], value: float) -> tuple[float, float]:
    """The least and the most that the words leave open."""
    data = load("conflicts")
    before = [
        parse.words[i].lower() for i in range(max(0, run[0] - 4), run[0]) if parse.words[i] not in _MONEY
    ]
    near = (before[-1:], [" ".join(before[-2:])])
    for (word,) in (x for x in near if x):
        if word in data["leeway"]:
            slack = data["leeway"][word] * value
            return value - slack, value + slack
        end = data["ends"].get(word) or data["ends"].get(word.removeprefix("at ").removeprefix("the "))
        if end:
            return (value, value * 1.5) if end == "up" else (0.0, value)
    return value, value


def _spelled(parse: Parse, first: int, last: int, word: str) -> str:
    start, end = parse.chars(first, last + 1)
    number = parse.text[start:end]
    if parse.words[first] in _MONEY:
        return number
    return f"{number}{word}" if word == "%" else f"{number} {word}"


def _stretch(parse: Parse, first: int, last: int, head: int, unit: Unit) -> tuple[int, int]:
    """The number with the noun it counts, and the unit's verb where it is near."""
    verb = unit.clause.head
    ends = [first, last, head]
    if abs(verb - first) <= 8:
        ends.append(verb)
    return min(ends), max(ends) + 1


def _apart(a: Quantity, b: Quantity) -> bool:
    """Whether no value fits both; a number rounded as the other is meets it."""
    if a.low <= b.high * 1.005 and b.low <= a.high * 1.005:
        return False
    rough, fine = sorted((a.value, b.value), key=_digits)
    unit = 10.0 ** max(0, len(str(int(rough))) - _digits(rough))
    return unit < 100 or abs(rough - fine) >= unit


def _digits(value: float) -> int:
    """Significant digits of a number as written."""
    text = str(int(value)) if value == int(value) else str(value).replace(".", "")
    return len(text.strip("0")) or 1


def _one_measure(a: Quantity, b: Quantity, matcher: Matcher) -> bool:
    """Whether two quantities measure one thing at one time."""
    if a.noun != b.noun or a.toll != b.toll or a.unit.negated != b.unit.negated:
        return False
    if days_clash(a.unit, b.unit) or not (a.marks <= b.marks or b.marks <= a.marks):
        return False
    alike = matcher.cosine(a.unit, b.unit) + matcher.words(a.unit, b.unit)
    if a.replaces == b.value or b.replaces == a.value:
        return alike >= _ALIKE_TOLD
    if a.toll:
        return alike >= _ALIKE
    if max(a.value, b.value) > _NEARBY * min(a.value, b.value):
        return a.deed == b.deed and alike >= _ALIKE_FAR
    if not _one_time(a.unit, b.unit):
        return False
    if a.deed == b.deed:
        return alike >= (_ALIKE_ONLY if a.noun == "%" else _ALIKE_NEAR)
    if a.noun == "%" or a.noun in _MONEY.values():
        return False
    dated = any(d.earliest for d in a.unit.dates) and any(d.earliest for d in b.unit.dates)
    return alike >= _ALIKE_ONLY or (dated and bool(a.unit.actors & b.unit.actors))


def _one_time(a: Unit, b: Unit) -> bool:
    """Whether the periods that both state, if both state one, are about the same."""
    mine = [(d.earliest, d.latest) for d in a.dates if d.earliest and d.latest]
    theirs = [(d.earliest, d.latest) for d in b.dates if d.earliest and d.latest]
    return not mine or not theirs or any(x[0][:4] == y[0][:4] for x in mine for y in theirs)


def _rival(a: Quantity, b: Quantity, matcher: Matcher) -> bool:
    return not one_voice(a.unit, b.unit) and _apart(a, b) and _one_measure(a, b, matcher)


def _both_told(a: Quantity, b: Quantity, block: Sequence[Quantity], matcher: Matcher) -> bool:
    """Whether a report gives both numbers in one voice: then they are numbers of two things."""
    return any(
        other.value == two.value and one_voice(other.unit, one.unit) and _one_measure(other, one, matcher)
        for one, two in ((a, b), (b, a))
        for other in block
    )


def _sides(
    a: Quantity, rivals: Sequence[Quantity], block: Sequence[Quantity], matcher: Matcher
) -> list[list[Quantity]]:
    """Quantities by value: a side takes in all that say its number."""
    sides = [[a]]
    for rival in rivals:
        if all(_apart(rival, side[0]) for side in sides):
            sides.append([rival])
    heads = [side[0] for side in sides]
    for other in block:
        if any(other is h for h in heads):
            continue
        fits = [side for side in sides if other.value == side[0].value]
        if fits and any(_one_measure(other, h, matcher) for h in heads):
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
    subject = parse.child(q.unit.clause.head, "nsubj")
    verb = parse.lemmas[q.unit.clause.head].lower()
    who = None
    if subject is not None and parse.pos[q.unit.clause.head] == "VERB":
        first, stop = parse.subtree(subject)
        if stop - first <= 8:
            start, end = parse.chars(first, stop)
            who = parse.text[start:end]
            who = who[0].lower() + who[1:] if parse.pos[first] in ("DET", "PRON") else who
    money = q.noun in _MONEY.values()
    much = f"How much in {q.noun}" if money else f"How many {q.word}"
    if q.noun == "%":
        much = "What percentage"
    lemmas = [lemma.lower() for lemma in parse.lemmas]
    counted = {i for i, lemma in enumerate(lemmas) if q.noun in (lemma, _CURRENCIES.get(lemma))}
    told = parse.child(q.unit.clause.head, "dobj")
    if money and told is not None and parse.pos[told] in ("NOUN", "PROPN") and told not in counted:
        # "Put its losses at two million": the sum is not what the verb is done to.
        return f"Which sum in {q.noun} is right?"
    if who and subject not in counted and not any(c.isdigit() for c in who):
        return f"{much} did {who} {verb}{particle(parse, q.unit.clause.head)}?"
    return "Which sum is right?" if money else f"{much}?"
