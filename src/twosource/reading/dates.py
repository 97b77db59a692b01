"""Time expressions of a report: TimeML TIMEX3 types and values, and the days that bound them.

Method: a grammar of our own over word classes (`dates_grammar`), read against the day of publication in the
direction that the clause gives (`dates_direction`). Annotation follows TimeML 1.2.1 (Pustejovsky et al., ISO
24617-1): no preposition in the span, articles in it, `2018-W45`, `2018-11-06TNI`, `P4M`, `XXXX-WXX-5`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import Date

from .dates_direction import direction_of
from .dates_filter import is_time
from .dates_grammar import Expression, Grammar, grammar, worth_reading
from .dates_resolve import Resolved, resolve
from .dates_words import Anchor
from .document import Document, Line

__all__ = ["date_among", "date_of", "find_dates"]

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "conj"})
_NEEDS_DIRECTION = frozenset({"calendar", "weekday", "month", "holiday", "season", "quarter", "unit"})


_TAKES_PLACE = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_OPENING = 16  # characters within which a sentence opens with the week that it tells of
_MODIFIERS = frozenset({"poss", "compound", "nmod", "nummod", "amod"})
_DAY = len("2031-05-14")
_DEEPEST = 12  # steps from a date up to the word that it belongs to


def find_dates(document: Document) -> tuple[Date, ...]:
    """Every time expression of a report, in text order, none over another; boilerplate lines give none."""
    rules = grammar()
    found: list[Date] = []
    anchor = Anchor(day=document.day)
    for line in document.lines:
        if line.sentence.boilerplate or not worth_reading(rules.triggers, line.parse.words, line.text):
            continue
        dates, anchor = _dates_of(line, rules, anchor)
        found.extend(dates)
    return tuple(found)


def _dates_of(line: Line, rules: Grammar, anchor: Anchor) -> tuple[list[Date], Anchor]:
    """The dates of one sentence, each read with what stood before it, and the anchor for the next."""
    found = []
    expressions = [e for e in rules.find(line.text) if is_time(e, line)]
    for number, expression in enumerate(expressions):
        here = anchor
        if expression.kind in _NEEDS_DIRECTION and anchor.day is not None:
            first, stop = line.parse.token_at(expression.start), line.parse.token_at(expression.end - 1)
            if first is not None and stop is not None:
                way = direction_of(line.parse, first, stop + 1)
                here = replace(
                    anchor, direction="future" if way == "asked" and expression.kind != "weekday" else way
                )
                if expression.kind == "weekday" and len(expressions) > 1:
                    here = replace(here, week=_week_of(line.text, expressions, number, here))
        resolved = resolve(expression, here)
        if resolved is None:
            continue
        found.append(_date(expression, line, resolved))
        anchor = _moved_on(anchor, expression, resolved)
        if expression.kind == "weekday" and len(found) > 1:
            found[-2:] = _in_turn(line, found[-2], found[-1])
    return found, anchor


def _in_turn(line: Line, first: Date, last: Date) -> tuple[Date, Date]:
    """Two weekdays that bound a stretch of days ("from Monday to Thursday"), the first before the last."""
    between = line.text[first.end - line.start : last.start - line.start].strip().lower()
    opening = line.text[: first.start - line.start].rstrip().lower()
    ends = (between in ("to", "through", "until", "till") and opening.endswith("from")) or (
        between == "and" and opening.endswith("between")
    )
    if not ends or not first.earliest or not last.earliest or first.earliest <= last.earliest:
        return first, last
    if len(first.value) != _DAY or len(last.value) != _DAY:
        return first, last
    day = (date.fromisoformat(first.value) - timedelta(7)).isoformat()
    return replace(first, value=day, earliest=day, latest=day), last


def _week_of(text: str, expressions: Sequence[Expression], number: int, anchor: Anchor) -> str:
    """Which week a weekday is said to be of: "coming" ("Friday, in the week ahead"), "next" ("Friday of next
    week"), empty when the sentence does not say.
    """
    day = expressions[number]
    after = expressions[number + 1] if number + 1 < len(expressions) else None
    if after is not None:
        between = text[day.end : after.start].strip().lower()
        if between in load("dates")["follow"]["of_week"] and (which := _week_ahead(after)):
            return which
    before = expressions[number - 1] if number else None
    opens = before is not None and before.start < _OPENING and anchor.direction in ("future", "asked")
    return _week_ahead(before) if before is not None and opens else ""


def _week_ahead(expression: Expression) -> str:
    """The week ahead that an expression names; empty when it names none."""
    if expression.kind != "unit" or expression.word("unit") != "week":
        return ""
    word = expression.word("rel")
    return "coming" if word in ("ahead", "coming", "upcoming") else "next" if word == "next" else ""


def _date(expression: Expression, line: Line, resolved: Resolved) -> Date:
    earliest, latest = resolved.bounds or (None, None)
    return Date(
        start=line.start + expression.start,
        end=line.start + expression.end,
        text=line.text[expression.start : expression.end],
        type=resolved.type,
        value=resolved.value,
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
    )


def _moved_on(anchor: Anchor, expression: Expression, resolved: Resolved) -> Anchor:
    """The anchor for what comes after an expression: the day and the quarter that were mentioned last."""
    if resolved.type not in ("DATE", "TIME") or resolved.value == "PRESENT_REF":
        return anchor
    quarter = anchor.quarter
    if expression.kind == "quarter" and "ord" in expression.slots and "yearago" not in expression.slots:
        quarter = resolved.value if resolved.value[:4].isdecimal() else None
    if resolved.bounds and resolved.bounds[0] == resolved.bounds[1]:
        return replace(anchor, last_day=resolved.bounds[0], quarter=quarter)
    return replace(anchor, quarter=quarter) if quarter is not anchor.quarter else anchor


def date_of(line: Line, token: int, dates: Sequence[Date]) -> Date | None:
    """The date that belongs to the clause headed by a verb or noun: the nearest that hangs below it.

    `token` indexes `line.parse`; `dates` are the report's, in text order. A date inside another clause
    below it (what was said, a relative clause) is not its own, unless that clause only says that it takes
    place ("talks that are to open Friday"); a noun may have its date from such a verb above it. Durations
    and repeated times do not say when.
    """
    first = bisect_left(dates, line.start, key=lambda d: d.start)
    stop = bisect_left(dates, line.end, key=lambda d: d.start)
    return date_among(line, token, [d for d in dates[first:stop] if d.type in ("DATE", "TIME")])


def date_among(line: Line, token: int, here: Sequence[Date]) -> Date | None:
    """As `date_of`, from the days and times that stand in the sentence."""
    if not here:
        return None
    found = _nearest(line, token, here)
    parse = line.parse
    if found is None and parse.pos[token] in ("NOUN", "PROPN") and parse.deps[token] in _TAKES_PLACE:
        above = parse.heads[token]
        if parse.lemmas[above].lower() in _occurs():
            found = _nearest(line, above, here)
    return found


def _nearest(line: Line, token: int, dates: Sequence[Date]) -> Date | None:
    """The date with the fewest steps up to `token`, then the one with the fewest words in between."""
    best: tuple[int, int, Date] | None = None
    for told in dates:
        first, stop = line.tokens_of(told.start, told.end)
        steps = _steps_up(line.parse, first, stop, token) if first < stop else None
        if steps is None:
            continue
        apart = min(abs(first - token), abs(stop - 1 - token))
        if best is None or (steps, apart) < best[:2]:
            best = steps, apart, told
    return best[2] if best else None


def _steps_up(parse: Parse, first: int, stop: int, token: int) -> int | None:
    """How far the tokens of a date hang below `token`; None when they do not, or in another clause."""
    if first <= token < stop:
        return None
    heads, deps, at = parse.heads, parse.deps, first
    for i in range(first, stop):
        if not first <= heads[i] < stop or heads[i] == i:
            at = i
            break
    if heads[at] != token and _names_another(parse, at, token):
        return None
    for steps in range(_DEEPEST):
        if at == token:
            return steps
        owner = steps and (deps[at] in _CLAUSES or parse.pos[at] in ("VERB", "AUX"))
        if owner and (parse.lemmas[at].lower() not in _occurs() or _of_another(parse, at, token)):
            return None
        if steps > 1 and deps[at] == "prep" and parse.lemmas[at].lower() in _beside():
            return None  # "will meet after Friday's vote": the day is the vote's
        if heads[at] == at:
            return None
        at = heads[at]
    return None


def _names_another(parse: Parse, date: int, token: int) -> bool:
    """Whether a date only tells which thing is meant ("criticised Tuesday's ruling", "the 2015 accord").

    Where the thing is itself what took place at that time ("said at Tuesday's hearing", "Tuesday's raid
    killed two"), or nothing but a day ("by the Friday deadline"), its day is that of the clause.
    """
    if parse.deps[date] not in _MODIFIERS:
        return False
    noun = parse.heads[date]
    if parse.lemmas[noun].lower() in words("event_days", "day_nouns"):
        return False
    if parse.pos[noun] == "PROPN" and date and parse.words[date - 1].lower() == "on":
        return False  # "On Tuesday Ruiz closed the port", parsed as a "Tuesday Ruiz"
    if parse.deps[noun] == "pobj":
        before = parse.heads[noun]
        # "The inquiry into the fraud in the 2016 vote": a year so far down is not the inquiry's.
        far = parse.deps[date] == "nummod" and parse.pos[parse.heads[before]] not in ("VERB", "AUX")
        far = far and parse.heads[before] != token
        return far or parse.lemmas[before].lower() not in words("event_days", "during")
    return parse.pos[noun] != "NOUN" or parse.deps[noun] != "nsubj" or parse.deps[date] == "nummod"


def _of_another(parse: Parse, verb: int, token: int) -> bool:
    """Whether a relative clause that says when something took place is of another word than `token`."""
    return parse.deps[verb] in ("relcl", "acl") and parse.heads[verb] != token


@cache
def _beside() -> frozenset[str]:
    """Prepositions that set an event before or after another."""
    return frozenset(load("dates")["follow"]["beside"])


@cache
def _occurs() -> frozenset[str]:
    """Verbs that only say that an event takes place."""
    return frozenset(load("dates")["follow"]["occurs"])
