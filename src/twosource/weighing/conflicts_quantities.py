"""The numbers of a statement: what they count, in which deed, and what their words leave open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from twosource.language import Parse
from twosource.lexicon import load, words

from .claims_numbers import number_run, number_value
from .claims_units import Unit, stem
from .conflicts_changes import counted_subject, is_changing, linked, replaced
from .conflicts_frames import deed_of
from .conflicts_lines import Line, cut, plural
from .conflicts_topics import kind_of

__all__ = ["CURRENCIES", "MONEY", "Bounded", "Quantity", "apart", "quantities", "room"]

MONEY = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}
CURRENCIES = {"dollar": "dollars", "pound": "pounds", "euro": "euros", "yen": "yen"}
_COUNTED = frozenset({"NOUN", "PROPN", "SYM"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quantity:
    """A number in a unit: `low` to `high` is what it leaves open, `noun` what it counts ("%", "dollars").

    `deed` is the toll ("killed") or the stem of the verb it depends on; `marks` are its other qualifiers;
    `verb` is the verb above it, `of` the classes of the nouns whose amount it is ("deficit" of "the deficit
    will reach 4 percent"), `purpose` those that a sum is for; `word` is what it counts as the text puts it.
    `revised` where the words say that it is a new value ("has risen to five"), `replaces` the old one where
    they give it ("to five from two").
    """

    unit: Unit
    value: float
    low: float
    high: float
    noun: str
    deed: str
    toll: bool
    marks: frozenset[str]
    verb: int
    of: frozenset[str]
    purpose: frozenset[str]
    word: str
    replaces: float | None
    revised: bool
    line: Line


class Bounded(Protocol):
    """A number with the least and the most that its words leave open."""

    @property
    def value(self) -> float:
        """The number."""

    @property
    def low(self) -> float:
        """The least."""

    @property
    def high(self) -> float:
        """The most."""


def apart(a: Bounded, b: Bounded) -> bool:
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
        if i in done or parse.pos[i] != "NUM":
            continue
        if (i in named or any(a <= parse.starts[i] < b for a, b in spans)) and not _is_term(parse, i):
            continue
        run = _hyphened(parse, number_run(parse, i, own))
        done.update(run)
        found = _quantity(unit, run)
        if found is not None:
            yield found


def _hyphened(parse: Parse, run: list[int]) -> list[int]:
    """The tokens of "twenty-three", where the parser takes it apart."""
    last = run[-1]
    joined = last + 2 < len(parse) and parse.words[last + 1] == "-" and parse.pos[last + 2] == "NUM"
    return [*run, last + 1, last + 2] if joined and parse.words[last].lower().endswith("ty") else run


def _value(parse: Parse, run: Sequence[int]) -> float | None:
    dash = next((n for n, i in enumerate(run) if parse.words[i] == "-"), None)
    if dash is None:
        return number_value(parse, run)
    tens, ones = number_value(parse, run[:dash]), number_value(parse, run[dash + 1 :])
    return tens + ones if tens is not None and ones is not None else None


def _is_term(parse: Parse, i: int) -> bool:
    """Whether a number counts the years of a sentence: "jailed for six years"."""
    head = parse.heads[i]
    if parse.lemmas[head].lower() not in ("year", "month") or parse.deps[head] != "pobj":
        return False
    return any(
        deed_of(parse, u) == "sentence" for u in islice(parse.ancestors(head), 3) if parse.pos[u] == "VERB"
    )


def _quantity(unit: Unit, run: Sequence[int]) -> Quantity | None:
    parse = unit.parse
    value = _value(parse, run)
    changing = is_changing(parse, run)
    link = linked(parse, run) if changing else ""
    if value is None or link == "from" or (link != "to" and _is_range(parse, run)):
        return None
    top = next((i for i in run if parse.heads[i] not in run), run[0])
    sign = parse.words[run[0] - 1] if run[0] else ""
    noun, head = _counted(parse, top, sign, link == "to")
    loose = bool({noun, parse.lemmas[head].lower()} & words("conflicts", "loose"))
    if run[0] and head == top and parse.words[run[0] - 1].lower() == "at":
        return None  # "dies at 91"
    if (loose and not _is_term(parse, top)) or _is_part(parse, run, head):
        return None
    deed, toll = _deed(parse, head)
    if (head == top and noun == "people" and not toll) or _is_label(parse, run, head):
        return None
    if unit.clause.relative and not toll:
        deed = stem(parse.lemmas[unit.clause.head])
    of = _amount_of(parse, head, noun in MONEY.values())
    telling = noun in (*MONEY.values(), "%") and bool(of)
    if (
        not deed
        or (len(noun.rstrip(".")) < 2 and noun != "%")
        or (deed in words("claims", "empty") and not telling)
        or (value <= 1 and noun != "%")
    ):
        return None
    low, high = room(parse, run, value)
    first = run[0] - 1 if sign in MONEY else run[0]
    text, evidence = cut(unit, *_stretch(_bound(parse, first), run[-1], head, unit))
    word = _word(parse, head, noun)
    return Quantity(
        unit=unit, value=value, low=low, high=high, noun=noun, deed=deed, toll=toll,
        marks=_marks(parse, head), word=word, verb=_verb(parse, head), of=of,
        purpose=_purpose(parse, top, head),
        replaces=replaced(parse, run, unit.clause.tokens) if link == "to" else None,
        revised=link == "to" or any(parse.lemmas[i].lower() == "now" for i in unit.clause.tokens),
        line=Line(
            unit=unit, value=_spelled(parse, _bound(parse, first), run[-1], word),
            text=text, evidence=evidence,
        ),
    )  # fmt: skip


def _verb(parse: Parse, head: int) -> int:
    """The verb above what is counted; the noun itself where there is none."""
    return next((u for u in (head, *islice(parse.ancestors(head), 8)) if parse.pos[u] == "VERB"), head)


def _amount_of(parse: Parse, head: int, money: bool) -> frozenset[str]:
    """The nouns whose amount it is: "a rise of 5 percent", "the deficit will reach 4 percent"."""
    found, token = set[str](), head
    for up in islice(parse.ancestors(head), 6):
        if parse.pos[up] in ("VERB", "AUX"):
            subject = parse.child(up, "nsubj")
            lemma = parse.lemmas[up].lower()
            if subject is not None and lemma in words("conflicts", "measuring"):
                found.add(kind_of(parse, subject))
            if money and parse.deps[token] == "dobj":
                found.add(kind_of(parse, up))  # "fined it 300 million": the fine
            if parse.deps[token] == "prep" and (told := parse.child(up, "dobj")) is not None:
                found.add(kind_of(parse, told))
            break
        if parse.pos[up] == "NOUN":
            found.add(kind_of(parse, up))
        token = up
    return frozenset(found)


def _purpose(parse: Parse, top: int, head: int) -> frozenset[str]:
    """What a sum is for: "5 billion for the wall", "5 billion in funding for the wall"."""
    found, stack = set[str](), [top, head]
    for up in islice(parse.ancestors(head), 2):
        stack.append(up)
        if parse.pos[up] == "VERB":
            break
    for _ in range(2):
        links = [
            c for t in stack for c in parse.children[t] if parse.lemmas[c].lower() in ("for", "in", "on")
        ]
        nouns = [g for c in links for g in parse.children[c] if parse.deps[g] == "pobj"]
        nouns = [g for g in nouns if parse.pos[g] == "NOUN"]
        found |= {kind_of(parse, g) for g in nouns if parse.lemmas[parse.heads[g]].lower() != "in"}
        stack = [g for g in nouns if parse.lemmas[parse.heads[g]].lower() == "in"]
    return frozenset(found) - words("conflicts", "general")


def _counted(parse: Parse, top: int, sign: str, new: bool) -> tuple[str, int]:
    """What a number counts, and the token that stands for the whole; `new` where a count has risen to it."""
    if sign in MONEY:
        return MONEY[sign], top
    head = parse.heads[top]
    if (whole := _whole(parse, [top])) is not None:
        return kind_of(parse, whole), whole
    if parse.lemmas[head].lower() in ("percent", "%", "per"):
        return "%", head
    if parse.deps[top] not in ("nummod", "quantmod", "compound") or parse.pos[head] not in _COUNTED:
        told = counted_subject(parse, top) if new else None
        if told is None:
            return "people", top
        head = told
    noun = parse.lemmas[head].lower()
    if noun in CURRENCIES:
        return CURRENCIES[noun], head
    tolls: dict[str, list[str]] = load("conflicts")["tolls"]
    people = noun in words("conflicts", "people") or any(noun in known for known in tolls.values())
    return ("people" if people else kind_of(parse, head)), head


def _word(parse: Parse, head: int, noun: str) -> str:
    """What is counted, in the words of the text where they are a plural."""
    if noun == "people" or noun == "%":
        return noun
    if parse.pos[head] == "NOUN" and noun not in MONEY.values():
        return (
            parse.words[head] if parse.tags[head] in ("NNS", "NNPS") else plural(parse.lemmas[head].lower())
        )
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
            if 0 <= beyond < len(parse) and (parse.pos[beyond] == "NUM" or parse.words[beyond] in MONEY):
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
    if run[0] > 1 and parse.words[run[0] - 2].lower() == "of" and parse.words[run[0] - 1].lower() == "the":
        return True  # "112 of the 200 seats"
    if _whole(parse, run) is not None and parse.lemmas[_verb(parse, head)].lower() in words(
        "conflicts", "gains"
    ):
        return False
    return after + 1 < len(parse) and parse.words[after].lower() == "of" and parse.pos[run[-1]] == "NUM"


def _whole(parse: Parse, run: Sequence[int]) -> int | None:
    """The noun of "112 of the 200 seats"."""
    at = run[-1] + 1
    if at + 3 < len(parse) and [w.lower() for w in parse.words[at : at + 2]] == ["of", "the"]:
        noun = parse.heads[at + 2]
        if parse.pos[at + 2] == "NUM" and parse.pos[noun] == "NOUN":
            return noun
    return None


def _is_label(parse: Parse, run: Sequence[int], head: int) -> bool:
    """Whether a number names, rather than counts: "Browser 7", "04"."""
    first = parse.words[run[0]]
    named = head < run[0] and parse.pos[head] in ("NOUN", "PROPN") and parse.deps[run[0]] == "nummod"
    return named or (len(first) > 1 and first[0] == "0" and first.isdigit())


def _before_than(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse) and parse.words[i + 1].lower() == "than"


def _deed(parse: Parse, head: int) -> tuple[str, bool]:
    """The toll a number belongs to, or the stem of the verb it depends on."""
    tolls: dict[str, list[str]] = load("conflicts")["tolls"]
    chain = [head, *islice(parse.ancestors(head), 8)]
    for token in chain:
        near = [
            token,
            *(c for c in parse.children[token] if parse.deps[c] in ("acomp", "attr", "amod", "acl", "oprd")),
            *(c for c in parse.children[token] if parse.deps[c] == "ccomp" and parse.pos[c] == "ADJ"),
        ]
        for name, known in tolls.items():
            if any(parse.lemmas[t].lower() in known or parse.words[t].lower() in known for t in near):
                return name, True
        if parse.pos[token] == "VERB":
            if (phrase := deed_of(parse, token)) in tolls:
                return phrase, True
            knowing = parse.lemmas[token].lower() in words("conflicts", "knowing") | {"have"}
            if knowing and (told := _told(parse, token)):
                return told, True
            return phrase or stem(parse.lemmas[token]), False
    return "", False


def _told(parse: Parse, verb: int) -> str | None:
    """The toll that is known of: "five are now known to have been injured"."""
    tolls: dict[str, list[str]] = load("conflicts")["tolls"]
    inner = parse.child(verb, "xcomp")
    if inner is None:
        return None
    near = [inner, *(c for c in parse.children[inner] if parse.deps[c] in ("acomp", "attr"))]
    if (phrase := deed_of(parse, inner)) in tolls:
        return phrase
    return next(
        (n for n, known in tolls.items() if any(parse.lemmas[t].lower() in known for t in near)), None
    )


def _marks(parse: Parse, head: int) -> frozenset[str]:
    """Adjectives and nouns that narrow what is counted: "civilian" deaths, "nuclear" tests."""
    return frozenset(
        stem(parse.lemmas[c]) for c in parse.children[head]
        if parse.deps[c] in ("amod", "compound", "nmod") and parse.pos[c] != "NUM"
    )  # fmt: skip


def room(parse: Parse, run: Sequence[int], value: float) -> tuple[float, float]:
    """The least and the most that the words leave open."""
    data = load("conflicts")
    before = [
        parse.words[i].lower() for i in range(max(0, run[0] - 4), run[0]) if parse.words[i] not in MONEY
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


def _bound(parse: Parse, first: int) -> int:
    """Where a number begins with the words that bound it: "at least 12", "about 12"."""
    data = load("conflicts")
    for back in (3, 2, 1):
        if back <= first:
            said = " ".join(parse.words[first - back : first]).lower()
            if said in data["leeway"] or said in data["ends"] or said in words("conflicts", "bounds"):
                return first - back
    return first


def _spelled(parse: Parse, first: int, last: int, word: str) -> str:
    start, end = parse.chars(first, last + 1)
    number = parse.text[start:end]
    if any(parse.words[i] in MONEY for i in range(first, last)):
        return number
    return f"{number}{word}" if word == "%" else f"{number} {word}"


def _stretch(first: int, last: int, head: int, unit: Unit) -> tuple[int, int]:
    """The number with the noun it counts, and the unit's verb where it is near."""
    verb = unit.clause.head
    ends = [first, last, head]
    if abs(verb - first) <= 8:
        ends.append(verb)
    return min(ends), max(ends) + 1
