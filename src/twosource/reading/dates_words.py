"""What the resolvers of time expressions share: where an expression stands, and what its words are worth."""

import re
from dataclasses import dataclass
from datetime import date

from twosource.lexicon import load
from twosource.model import DateType

from .dates_direction import Direction
from .dates_grammar import Expression

__all__ = ["Anchor", "Meaning", "codes", "mod_of", "number_of", "relation", "year_of"]

Meaning = tuple[DateType, str]
"""A TIMEX3 type and value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where an expression stands: the day of publication, the last day and quarter that were mentioned before
    it (as values), which way its clause points, and the week that it is said to be of ("coming", "next")."""

    day: date | None
    last_day: date | None = None
    quarter: str | None = None
    direction: Direction = "open"
    week: str = ""


def codes(table: str) -> dict[str, int | str]:
    """A table of the lexicon: word → what it stands for."""
    found: dict[str, int | str] = load("dates")[table]
    return found


def mod_of(expression: Expression) -> str:
    """ "early", "late", "mid", "earlier", "later", or the part that "the end of" names; empty when none."""
    return expression.word("mod", "mod2", "mod3", "edge")


def relation(expression: Expression, slot: str = "rel") -> str:
    """Which one of its kind is meant: last, this, next, that, latest; empty when the words do not say."""
    found = expression.slots.get(slot, ())
    words = load("dates")["word"]
    for name in ("last", "next", "this", "latest", "that", "same"):
        if any(w in words[name] for w in found):
            return "that" if name == "same" else name
    return ""


def number_of(words: tuple[str, ...]) -> float | None:
    """The number that words or figures give ("twenty-four", "2 1/2", "a dozen"); None when they give none."""
    if not words:
        return None
    if fraction := re.fullmatch(r"(\d{1,3}) (\d)/([1-9])", words[0]):
        return int(fraction[1]) + int(fraction[2]) / int(fraction[3])
    table = codes("number")
    total, held, seen = 0, 0, False
    for word in words:
        n = int(word) if word.isdecimal() else table.get(word)
        if n is None:
            continue
        n, seen = int(n), True
        if n in (100, 1000) and not word.isdecimal():
            total, held = total + max(held, 1) * n, 0
        else:
            held = held * (12 if n == 12 and word == "dozen" and held else 1) + (
                0 if word == "dozen" and held else n
            )
    return float(total + held) if seen else None


def year_of(expression: Expression, anchor: Anchor) -> int | None:
    """The year that an expression names, in figures, in words ("nineteen ninety-four") or as "last year"."""
    if figures := expression.word("year", "year2"):
        if figures.isdecimal():
            return int(figures)
        return _relative_year(relation(expression, "year"), anchor)
    if spoken := expression.slots.get("spoken"):
        return _spoken_year(spoken)
    if "of_year" in expression.slots:
        return _relative_year(relation(expression, "of_year"), anchor)
    return None


def _relative_year(which: str, anchor: Anchor) -> int | None:
    base = anchor.last_day if which == "that" and anchor.last_day else anchor.day
    if base is None:
        return None
    return base.year + {"last": -1, "next": 1}.get(which, 0)


def _spoken_year(words: tuple[str, ...]) -> int | None:
    """ "nineteen ninety-four" → 1994; "the year two thousand (one)" → 2001."""
    table = codes("number")
    values = [int(table[w]) for w in words if w in table]
    if "thousand" in words:
        return 2000 + sum(values[2:]) if values[0] == 2 else None
    return values[0] * 100 + sum(values[1:]) if len(values) >= 2 and 15 <= values[0] <= 20 else None
