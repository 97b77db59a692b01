"""Numbers in a statement: in digits or words, with what they count and how they are meant.

"Twenty-five", "half a million", "$1.5bn", "two-thirds", "one in three", "dozens of", "between 10 and 15".
Ages beside a name ("Brell, 31,") and numbers that only name a thing ("Flight 370") are kept apart: who
leaves them out counts nothing otherwise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from twosource.language import Parse
from twosource.lexicon import load, words

__all__ = ["Kind", "Number", "numbers"]

Kind = Literal["count", "one", "age", "label"]
"""How a number is meant: "one" is the word, as often an article; a label names ("Flight 370")."""

_DIGITS = re.compile(
    r"[$€£¥]?(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,6})?(%|st|nd|rd|th|k|m|mn|b|bn|tn)?\+?$"
)
_SIGNS = ("$", "€", "£", "¥")
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
_OLDEST = 115  # years: the greatest age
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_WHOLES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)  # "one in three"
_DEEP = 3  # words before a number that may say how it is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as said: `sense` is = (or about), > (more than, at least) or < (fewer than, at most).

    `above` marks "more than", which the number itself does not fulfil; `rough` "about", "nearly", a fraction.
    """

    value: float
    sense: str = "="
    unit: str | None
    text: str
    kind: Kind = "count"
    rough: bool = False
    above: bool = False


class _Run(NamedTuple):
    """A number found: its tokens, from `start` to before `stop`."""

    value: float
    start: int
    stop: int
    plural: bool = False  # "dozens": that and more
    part: bool = False  # a share of a whole, in per cent


def numbers(parse: Parse, low: Sequence[str]) -> Iterator[tuple[int, int, Number]]:
    """The numbers of a sentence in order, each with its first token and the one after its last."""
    at = 0
    waiting: tuple[int, int, Number] | None = None
    while at < len(low):
        run = _run(low, at)
        if run is None:
            at += 1
            continue
        at = run.stop
        if low[run.start] == "one" and parse.pos[run.start] != "NUM":
            continue
        found = (run.start, run.stop, _number(parse, low, run))
        if waiting and _spans(low, waiting, found):
            first, last = waiting[2], found[2]
            waiting = (*waiting[:2], replace(first, sense=">", unit=first.unit or last.unit))
            found = (*found[:2], replace(last, sense="<", unit=last.unit or first.unit))
        if waiting:
            yield waiting
        waiting = found
    if waiting:
        yield waiting


def _run(low: Sequence[str], at: int) -> _Run | None:
    """The number that starts at this token, if one does."""
    return _plural(low, at) or _fraction(low, at) or _one_in(low, at) or _plain(low, at)


def _plural(low: Sequence[str], at: int) -> _Run | None:
    """ "Dozens", "tens of thousands": from twice the first on."""
    scales = load("compare")["scales"]
    value, stop = 1.0, at
    while stop < len(low) and low[stop][-1:] == "s":
        single = low[stop][:-1]
        size = 10 if single == "ten" else scales.get(single)
        if not size or len(single) < 3:
            break
        value *= size
        stop += 2 if low[stop + 1 : stop + 2] == ["of"] else 1
    if stop == at:
        return None
    return _Run(2 * value, at, stop - 1 if low[stop - 1] == "of" else stop, plural=True)


def _fraction(low: Sequence[str], at: int) -> _Run | None:
    """ "Two-thirds", "a quarter of", "half of the": a share, in per cent."""
    if low[at] == "half" and low[at + 1 : at + 2] in (["of"], ["the"], ["all"], ["its"], ["their"]):
        return (
            None if at and low[at - 1] in ("first", "second", "other") else _Run(50.0, at, at + 1, part=True)
        )
    top = 1.0 if low[at] in ("a", "one") else load("compare")["numbers"].get(low[at])
    if not top:
        return None
    place = at + 2 if low[at + 1 : at + 2] == ["-"] else at + 1
    name = low[place] if place < len(low) else ""
    if top > 1 and name[-1:] == "s" and (below := _PARTS.get(name[:-1])) and top < below:
        return _Run(100 * top / below, at, place + 1, part=True)
    if top == 1 and (below := _PARTS.get(name)) and below > 2 and low[place + 1 : place + 2] == ["of"]:
        return _Run(100 / below, at, place + 1, part=True)
    return None


def _one_in(low: Sequence[str], at: int) -> _Run | None:
    """ "One in three", "four out of 10": a share, in per cent."""
    top = _value(low[at])
    if top is None or not 1 <= top < 1000:
        return None
    for link in (["in"], ["out", "of"], ["of", "every"], ["in", "every"]):
        place = at + 1 + len(link)
        if list(low[at + 1 : place]) == link and place < len(low):
            whole = _value(low[place])
            after = low[place + 1] if place + 1 < len(low) else ""
            if whole in _WHOLES and top < whole and after.rstrip("s") not in words("compare", "spans"):
                return _Run(100 * top / whole, at, place + 1, part=True)
    return None


def _plain(low: Sequence[str], at: int) -> _Run | None:
    """ "1.5bn", "twenty-five", "two hundred and fifty", "a dozen", "half a million"."""
    scales = load("compare")["scales"]
    stop = at + 1
    if low[at] in ("a", "an"):
        if low[stop : stop + 1] and low[stop] in scales and len(low[stop]) > 2:
            return _Run(float(scales[low[stop]]), at, stop + 1)
        return None
    value = _value(low[at])
    if value is None:
        return None
    if _ten(value) and low[stop : stop + 1] == ["-"] and stop + 1 < len(low) and _unit_word(low[stop + 1]):
        value, stop = value + load("compare")["numbers"][low[stop + 1]], stop + 2
    if (
        low[at] == "half"
        and low[stop : stop + 1] == ["a"]
        and low[stop + 1 : stop + 2]
        and low[stop + 1] in scales
    ):
        stop += 1
    scaled = 0
    while stop < len(low) and low[stop] in scales:
        value *= scales[low[stop]]
        scaled, stop = scales[low[stop]], stop + 1
    if scaled in (100, 1000):
        place = stop + 1 if low[stop : stop + 1] == ["and"] else stop
        more = _value(low[place]) if place < len(low) and low[place].isalpha() else None
        if more is not None and 1 <= more < min(scaled, 100) and low[place] != "half":
            value, stop = value + more, place + 1
    return _Run(value, at, stop)


def _ten(value: float) -> bool:
    return value in (20, 30, 40, 50, 60, 70, 80, 90)


def _unit_word(word: str) -> bool:
    return 1 <= float(load("compare")["numbers"].get(word, 0)) <= 9


def _value(word: str) -> float | None:
    """The value of one word, in digits or letters ("twenty-five" as one word too)."""
    found = _DIGITS.match(word)
    if found:
        return float(found[1].replace(",", "") + (found[2] or "")) * _SUFFIXES.get(found[3] or "", 1.0)
    known = load("compare")["numbers"]
    if word in known:
        return float(known[word])
    first, dash, second = word.partition("-")
    if dash and _ten(known.get(first, 0)) and _unit_word(second):
        return float(known[first] + known[second])
    return None


def _number(parse: Parse, low: Sequence[str], run: _Run) -> Number:
    """The number in these tokens, with its unit, kind and sense."""
    start, stop = run.start, run.stop
    unit = "%" if run.part else _unit(parse, low, start, stop)
    first = start - 1 if start and low[start - 1] in (*_SIGNS, "us$") else start
    sense, rough, above = _sense(low, first, stop)
    if (run.plural or low[stop - 1].endswith("+")) and sense == "=":
        sense = ">"
    return Number(
        value=run.value,
        sense=sense,
        unit=unit,
        text=parse.text[parse.starts[start] : parse.ends[stop - 1]],
        kind=_kind(parse, low, start, stop, run.value),
        rough=rough or run.part,
        above=above,
    )


def _sense(low: Sequence[str], at: int, stop: int) -> tuple[str, bool, bool]:
    """The sense of the number that starts at `at`, whether it is rough and whether it is "more than"."""
    data = load("compare")
    if _aged(low, at):  # "under the age of 17"
        at = max(i for i in range(max(0, at - _DEEP), at) if low[i] in ("age", "ages", "aged"))
        at -= 1 if at and low[at - 1] == "the" else 0
    before = [" ".join(low[max(0, at - n) : at]) for n in range(1, _DEEP + 1)]
    after = " ".join(low[stop : stop + 2])
    rough = before[0] in data["roughly"] or after == "or so"
    if after in ("or more", "or greater") or any(b in data["least"] for b in before):
        return ">", rough, False
    if after in ("or fewer", "or less") or any(b in data["most"] for b in before):
        return "<", rough, False
    if any(b in data["above"] for b in before):
        return ">", rough, True
    if any(b in data["beneath"] for b in before):
        return "<", rough, True
    return "=", rough, False


def _unit(parse: Parse, low: Sequence[str], start: int, stop: int) -> str | None:
    """What the number counts: %, the sign of a currency, or the noun it stands with."""
    for sign in _SIGNS:
        if low[start].startswith(sign) or (start and low[start - 1] in (sign, f"us{sign}")):
            return sign
    after = low[stop] if stop < len(low) else ""
    if (
        low[start].endswith("%")
        or after in ("%", "percent", "pct")
        or list(low[stop : stop + 2]) == ["per", "cent"]
    ):
        return "%"
    top = next((t for t in range(stop - 1, start - 1, -1) if not start <= parse.heads[t] < stop), stop - 1)
    head = parse.heads[top]
    if not (start <= head < stop) and parse.pos[head] in ("NOUN", "PROPN"):
        lemma = parse.lemmas[head].lower()
        currencies: dict[str, str] = load("compare")["currencies"]
        return currencies.get(lemma, lemma)
    return None


def _kind(parse: Parse, low: Sequence[str], start: int, stop: int, value: float) -> Kind:
    before = low[start - 1] if start else ""
    after = low[stop] if stop < len(low) else ""
    years = list(low[stop : stop + 4]) == ["-", "year", "-", "old"]
    set_off = start > 1 and before == "," and parse.pos[start - 2] == "PROPN" and after in (",", ".", "")
    if value <= _OLDEST and (years or _aged(low, start) or (set_off and parse.heads[start] < start)):
        return "age"
    if before in words("compare", "labels") or (
        before == "."
        and start > 1
        and low[start - 2] == "no"
        and parse.starts[start - 1] == parse.ends[start - 2]
    ):
        return "label"
    if start and parse.pos[start - 1] == "PROPN" and start - 1 <= parse.heads[stop - 1] < start:
        return "label"
    return "one" if stop == start + 1 and low[start] == "one" else "count"


def _aged(low: Sequence[str], at: int) -> bool:
    """ "Aged 17", "age 17", "the age of 17"."""
    return list(low[max(0, at - 1) : at]) in (["aged"], ["age"], ["ages"]) or list(
        low[max(0, at - 2) : at]
    ) == ["age", "of"]


def _spans(low: Sequence[str], first: tuple[int, int, Number], last: tuple[int, int, Number]) -> bool:
    """Whether two numbers are the ends of one range: "between 10 and 15", "75 to 80 inches"."""
    one, other = first[2], last[2]
    if last[0] != first[1] + 1 or one.value >= other.value or {one.sense, other.sense} != {"="}:
        return False
    if (
        (one.unit and other.unit and one.unit != other.unit)
        or one.kind in ("age", "label")
        or other.kind in ("age", "label")
    ):
        return False
    before = low[first[0] - 1] if first[0] else ""
    link = low[first[1]]
    if link == "and":
        return before == "between"
    return (
        link in ("to", "or", "-", "–")
        and before not in ("from", "by", "beat", "lost", "won")
        and (link == "or" or other.unit is not None)
    )
