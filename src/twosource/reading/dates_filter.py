"""Whether words that look like a time are one: "may", "march", names with a weekday in them, counts."""

from functools import cache

from twosource.language import Parse
from twosource.lexicon import load

from .dates_grammar import Expression
from .document import Line

__all__ = ["is_time"]

_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "EVENT", "FAC", "LAW"})


@cache
def _words(name: str) -> frozenset[str]:
    """A list of the lexicon's words that may stand beside a time."""
    return frozenset(load("dates")["follow"][name])


def is_time(expression: Expression, line: Line) -> bool:
    """Whether the words mean a time here: "May" and "March" are verbs too, 1990 may count things."""
    parse = line.parse
    token = parse.token_at(expression.start)
    if token is None:
        return False
    month = expression.word("month")
    if month in ("may", "march") and not _is_month(expression, line):
        return False
    if expression.kind == "month" and expression.word("short"):
        # "Mar" or "Sep" alone is a month only with its full stop, or before a year.
        if "year" not in expression.slots and not line.text[: expression.end].endswith("."):
            return False
        return line.text[expression.start].isupper()
    if expression.kind == "year":
        return _is_year(expression, parse, token, line.text)
    if expression.kind == "calendar" and not month and expression.word("short"):
        return (
            line.text[expression.start : expression.end]
            != line.text[expression.start : expression.end].lower()
        )
    return expression.kind in ("calendar", "month", "quarter") or not _in_name(parse, expression)


def _is_month(expression: Expression, line: Line) -> bool:
    """Whether "may" or "march" is the month: with a capital, and beside a figure or where a month stands."""
    at = line.text.lower().find(expression.word("month"), expression.start, expression.end)
    if at < 0 or not line.text[at].isupper():
        return False
    if expression.kind == "calendar" or "year" in expression.slots:
        return True
    token = line.parse.token_at(at)
    if token is None or line.parse.deps[token] in ("nsubj", "nsubjpass", "aux", "ROOT"):
        return False
    if token + 1 < len(line.parse) and line.parse.tags[token + 1] == "NNP":
        return False
    return bool(expression.slots.keys() & {"rel", "mod", "edge", "of_year"}) or expression.before in _words(
        "before_month"
    )


def _is_year(expression: Expression, parse: Parse, token: int, text: str) -> bool:
    """Whether four figures are a year: not money, not a count, not part of a longer figure or a name."""
    if "spoken" in expression.slots:
        return True
    if expression.end < len(text) and (
        text[expression.end] in "%$°"
        or (text[expression.end] in ".,:/" and text[expression.end + 1 : expression.end + 2].isdigit())
    ):
        return False
    if (
        expression.start
        and text[expression.start - 1] in "$£€¥#.,:/+_@"
        and not text[expression.start - 2 : expression.start].isspace()
    ):
        return False
    year = int(expression.word("year"))
    if len(expression.slots) > 1 or expression.before == "fiscal":
        return True
    last = parse.token_at(expression.end - 1)
    here = token if last is None else last
    head = parse.heads[here]
    if year % 100 == 0 and parse.deps[here] == "nummod" and head > here and parse.tags[head] == "NNS":
        return False  # 2000 troops
    if (
        here
        and parse.tags[here - 1] == "NNP"
        and parse.deps[here - 1] in ("compound", "nmod")
        and head == parse.heads[here - 1]
    ):
        return False  # the Zenit 1985
    if not 1900 <= year <= 2049:
        return expression.before in _words("before_far_year")
    return expression.before not in _words("before_no_year")


def _in_name(parse: Parse, expression: Expression) -> bool:
    """Whether a word of the expression is part of a name ("Sunday Times", "High Noon")."""
    first, last = parse.token_at(expression.start), parse.token_at(expression.end - 1)
    if first is None or last is None:
        return False
    capital = any(parse.words[i][:1].isupper() for i in range(max(first, 1), last + 1))
    return capital and any(
        e.start < last + 1
        and first < e.end
        and e.label in _NAMES
        and not (e.start == first and e.end == last + 1)
        for e in parse.entities
    )
