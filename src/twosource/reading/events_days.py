"""The day of an event: the date that hangs on its words, or on the clause that tells it."""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.model import Date

from .dates import date_of
from .document import Document, Line

__all__ = ["dates_within", "day_of_event"]

_NEAR = 14
"""How many words after a trigger a date may stand when the parse hangs it elsewhere."""


def day_of_event(
    document: Document, line: Line, token: int, anchor: int, dates: Sequence[Date]
) -> Date | None:
    """The date that tells when an event is, was or was to be; None when its sentence gives none.

    `token` is the trigger, `anchor` the verb that carries it (itself for a verb); `dates` are the
    sentence's, in order.
    """
    for head in dict.fromkeys((token, *_clauses(line.parse, token, anchor))):
        if (found := date_of(document, line, head, dates)) is not None:
            return found
    return _nearby(line, token, dates)


def dates_within(line: Line, dates: Sequence[Date], low: int) -> list[Date]:
    """The days and times of one sentence; `dates[low]` is the first that does not stand before it."""
    found = []
    for i in range(low, len(dates)):
        if dates[i].start >= line.end:
            break
        if dates[i].type in ("DATE", "TIME"):
            found.append(dates[i])
    return found


def _clauses(parse: Parse, token: int, anchor: int) -> Iterator[int]:
    """Words whose dates are the event's too, best first."""
    for i in parse.children[token]:  # "talks due to take place on Friday", "the visit planned for May"
        if parse.deps[i] in ("acl", "relcl") and i > token:
            yield i
            yield from (j for j in parse.children[i] if parse.deps[j] == "xcomp")
    yield anchor
    head, dep = parse.heads[token], parse.deps[token]
    if dep in ("dobj", "nsubj", "nsubjpass") and parse.pos[head] in ("VERB", "AUX"):
        yield from (j for j in parse.children[head] if parse.deps[j] == "xcomp")
        yield head
    if parse.deps[anchor] == "xcomp":
        yield parse.heads[anchor]


def _nearby(line: Line, token: int, dates: Sequence[Date]) -> Date | None:
    """The first date after the trigger with no other verb between the two."""
    parse = line.parse
    for date in dates:
        first, stop = line.tokens_of(date.start, date.end)
        if first < len(parse) and parse.deps[first] == "poss" and parse.heads[first] != token:
            continue  # "Friday's vote": the vote's day
        if token < first < min(stop, token + _NEAR):
            if any(
                parse.pos[i] == "VERB" or parse.words[i] in (";", ":", "“", "”", '"')
                for i in range(token + 1, first)
            ):
                return None
            return date
    return None
