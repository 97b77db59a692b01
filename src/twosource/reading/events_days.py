"""The day of an event: the date that hangs on its words, on the clause that tells it, or on a clause that
tells what was done with it.

In order: the trigger's own date; that of its clause; the noun that it stands at ("the 2015 accord that they
signed"); a date behind it that hangs on nothing else; then a clause that goes with it ("When they met on
Monday, they agreed…", "met on Monday, calling for…"); at last the day that its sentence goes on from
("Shortly after, …", "earlier in the day"). What is only promised has no part in the day of the promise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import Date, EventStatus

from .dates import date_among
from .document import Document, Line

__all__ = ["Days", "day_of_event", "days_within"]

_NEAR = 14
"""How many words after a trigger a date may stand when the parse hangs it elsewhere."""
_OPENING = 24
"""Characters in which a sentence says that it goes on from the day told last."""
_FRESH = 3
"""Days back from the day of publication that "earlier in the day" may mean."""
_HIGHEST = 3
"""How many clauses above its own an event may have its day from."""
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Days:
    """What a sentence's events can have their day from: its own dates, in order, and the day told last."""

    here: tuple[Date, ...] = ()
    before: Date | None = None


def days_within(document: Document, line: Line, dates: Sequence[Date], low: int) -> Days:
    """The days and times of one sentence; `dates[low]` is the report's first that does not stand before it.

    `before` is given only where the sentence says that it goes on from another day.
    """
    found = []
    for i in range(low, len(dates)):
        if dates[i].start >= line.end:
            break
        if dates[i].type in ("DATE", "TIME"):
            found.append(dates[i])
    return Days(tuple(found), _goes_on_from(document, line, dates[max(0, low - 4) : low]))


def day_of_event(
    document: Document, line: Line, token: int, anchor: int, days: Days, status: EventStatus = "held"
) -> Date | None:
    """The date that tells when an event is, was or was to be; None when the text does not say.

    `token` is the trigger, `anchor` the verb that carries it (itself for a verb). A day gone by that only the
    words around an event give is not that of something still to come ("called on Monday for his release"),
    nor one that stands far off that of something present ("blames Freedonia for raids in 2015").
    """
    dates = days.here
    found = date_among(line, token, dates)
    if found is not None and line.parse.tags[token] in ("VBZ", "VBP") and not _hangs_on(line, token, found):
        found = None if _is_over(document, found) else found
    elif found is None:
        found = _told_around(document, line, token, anchor, days, status in ("planned", "possible"))
    return _bounded(document, found) if found is not None else None


def _told_around(
    document: Document, line: Line, token: int, anchor: int, days: Days, ahead: bool
) -> Date | None:
    """The day that stands elsewhere than on the trigger; what is `ahead` has none that is over."""
    parse, dates = line.parse, days.here
    if dates:
        for head in dict.fromkeys(_clauses(parse, token, anchor)):
            if (found := date_among(line, head, dates)) is not None:
                return None if ahead and _is_over(document, found) else found
        found = _of_noun(line, anchor, dates) or _of_when(line, anchor, dates)
        if found is None and (found := _nearby(line, token, dates)) is not None:
            ahead = ahead or parse.tags[token] in ("VBZ", "VBP")
            return None if ahead and _is_over(document, found, today=True) else found
        for head in () if found else dict.fromkeys(_beside(line, token, anchor, dates)):
            if (found := date_among(line, head, dates)) is not None:
                break
        found = found or _asked_on(document, line, anchor, dates)
        if found is not None:
            return None if ahead and _is_over(document, found) else found
    return None if ahead else days.before


def _is_over(document: Document, found: Date, *, today: bool = False) -> bool:
    """Whether a date, or all but the end of a stretch of days, lies before the day of publication; with
    `today`, whether it is over by the end of that day.
    """
    if document.day is None or not found.earliest or not found.latest:
        return False
    day, last = document.day.isoformat(), found.latest[:10]
    return last < day or (last == day and (today or found.earliest[:10] < last))


def _hangs_on(line: Line, verb: int, found: Date) -> bool:
    """Whether a date hangs on a verb itself, or on a preposition at it."""
    parse = line.parse
    first, stop = line.tokens_of(found.start, found.end)
    above = {parse.heads[i] for i in range(first, stop)}
    return verb in above or any(parse.deps[i] == "prep" and parse.heads[i] == verb for i in above)


# ---- the event's own words


def _clauses(parse: Parse, token: int, anchor: int) -> Iterator[int]:
    """Words whose dates are the event's too, best first."""
    for i in parse.children[token]:  # "talks due to take place on Friday", "the visit planned for May"
        if parse.deps[i] in ("acl", "relcl") and i > token:
            yield i
            yield from (j for j in parse.children[i] if parse.deps[j] == "xcomp")
    yield anchor
    head, dep = parse.heads[token], parse.deps[token]
    if dep in ("dobj", "nsubj", "nsubjpass") and parse.pos[head] in _VERBAL:
        yield from (j for j in parse.children[head] if parse.deps[j] == "xcomp")
        yield head
    if parse.deps[anchor] == "xcomp" and not _promises(parse, parse.heads[anchor]):
        yield parse.heads[anchor]


def _promises(parse: Parse, verb: int) -> bool:
    """Whether what hangs on a verb lies ahead of it: "agreed on Monday to hold talks"."""
    return parse.lemmas[verb].lower() in words("event_days", "promising")


def _of_noun(line: Line, anchor: int, dates: Sequence[Date]) -> Date | None:
    """The date in the name of what was brought about: "the 2015 accord that they signed"."""
    parse, noun = line.parse, line.parse.heads[anchor]
    if parse.deps[anchor] not in ("acl", "relcl") or parse.tags[anchor] not in ("VBN", "VBD"):
        return None
    told = parse.lemmas[anchor].lower() in words("event_days", "making")
    if not told or parse.lemmas[noun].lower() not in words("event_days", "made"):
        return None
    for date in dates:
        first, stop = line.tokens_of(date.start, date.end)
        if any(parse.heads[i] == noun and i < noun for i in range(first, stop)):
            return date
    return None


def _of_when(line: Line, anchor: int, dates: Sequence[Date]) -> Date | None:
    """The date right before the "when" of a clause: "since last month, when she accepted"."""
    parse = line.parse
    for i in parse.children[anchor]:
        if i < anchor and parse.words[i].lower() == "when":
            last = i - 2 if i and parse.words[i - 1] == "," else i - 1
            for date in dates:
                first, stop = line.tokens_of(date.start, date.end)
                if first <= last < stop:
                    return date
    return None


def _nearby(line: Line, token: int, dates: Sequence[Date]) -> Date | None:
    """The first date after the trigger with no other verb between the two."""
    parse = line.parse
    for date in dates:
        first, stop = line.tokens_of(date.start, date.end)
        if first < stop and (_names(line, first, stop, token) or date.text.isdecimal()):
            continue  # "Friday's vote": the vote's day; a year is too far from what happens to be guessed at
        if token < first < min(stop, token + _NEAR):
            if any(
                parse.pos[i] == "VERB" or parse.words[i] in (";", ":", "“", "”", '"')
                for i in range(token + 1, first)
            ):
                return None
            return date
    return None


def _names(line: Line, first: int, stop: int, token: int) -> bool:
    """Whether a date only tells which thing is meant, or what the event came before or after."""
    parse = line.parse
    last = next((i for i in range(first, stop) if not first <= parse.heads[i] < stop), first)
    head = parse.heads[last]
    if parse.deps[last] in ("poss", "compound", "nmod", "nummod", "amod") and head != token:
        return parse.lemmas[head].lower() not in words("event_days", "day_nouns")
    return parse.deps[head] == "prep" and parse.lemmas[head].lower() in ("after", "before", "since")


# ---- clauses that go with it


def _beside(line: Line, token: int, anchor: int, dates: Sequence[Date]) -> Iterator[int]:
    """Verbs and nouns whose day is the event's, because they are told as of one time; best first."""
    parse = line.parse
    verb = anchor if parse.pos[anchor] in _VERBAL else None
    if verb is None and parse.deps[token] in ("dobj", "nsubj", "nsubjpass"):
        above = parse.heads[token]
        verb = above if parse.pos[above] in _VERBAL else None
    if parse.deps[token] == "pobj":
        yield from _said_during(parse, token)
    if verb is None:
        return
    yield from _below(parse, verb)
    step, known = [verb], {verb}
    for _ in range(_HIGHEST):
        step = [i for v in step for i in (*_above(line, v, dates), *_told_at(parse, v)) if i not in known]
        known.update(step)
        yield from step


def _said_during(parse: Parse, noun: int) -> Iterator[int]:
    """ "Said on Tuesday during a meeting", "was hurt on Friday in a raid": the verb's day is the noun's."""
    preposition = parse.heads[noun]
    above = parse.heads[preposition]
    if parse.lemmas[preposition].lower() in words("event_days", "during") and parse.pos[above] == "VERB":
        yield above


def _told_at(parse: Parse, verb: int) -> Iterator[int]:
    """ "A speech on Thursday in which he accused…", "sent a letter on Monday urging…": what a clause about
    something said belongs to, and what was done with it.
    """
    noun = parse.heads[verb]
    if parse.deps[verb] not in ("relcl", "acl") or parse.tags[verb] in ("VB", "VBN"):
        return
    if parse.child(verb, "mark") is not None:
        return  # "a January report that agents broke in": what it reports
    for _ in range(2):  # the parser likes to hang it on a place: "a speech Thursday in Varnia in which…"
        if parse.pos[noun] in ("NOUN", "PROPN") and parse.lemmas[noun].lower() in words(
            "event_days", "said_in"
        ):
            yield noun
            yield from (i for i in parse.children[noun] if parse.deps[i] == "acl" and i != verb)
            if parse.deps[noun] == "dobj":
                yield parse.heads[noun]
            return
        if parse.deps[noun] != "pobj":
            return
        noun = parse.heads[parse.heads[noun]]


def _below(parse: Parse, verb: int) -> Iterator[int]:
    """Clauses under a verb: "When they met on Monday, …", "Speaking on Sunday, …"; what it was said in ("in a
    statement on Friday"); the meeting in which somebody asked for something ("… to stay during a visit").
    """
    yield from _in_words(parse, verb)
    for i in parse.children[verb]:
        if parse.deps[i] == "xcomp":
            yield from _asked_during(parse, i)
        if parse.deps[i] != "advcl":
            continue
        mark = _mark(parse, i)
        speaking = mark is None and parse.tags[i] == "VBG" and i < verb
        together = mark in words("event_days", "together") and _past(parse, i) == _past(parse, verb)
        if together or (speaking and parse.lemmas[i].lower() in words("event_days", "speaking")):
            yield i


def _in_words(parse: Parse, verb: int) -> Iterator[int]:
    """ "In a statement released on Tuesday": the clause on what was said, and the noun itself."""
    for i in parse.children[verb]:
        if parse.deps[i] == "prep" and parse.lemmas[i].lower() in words("event_days", "during"):
            for noun in parse.children[i]:
                if parse.lemmas[noun].lower() in words("event_days", "said_in"):
                    yield noun
                    yield from (j for j in parse.children[noun] if parse.deps[j] == "acl")


def _asked_during(parse: Parse, verb: int) -> Iterator[int]:
    """The noun of "during a visit" under what was asked for."""
    for i in parse.children[verb]:
        if parse.words[i].lower() == "during":
            yield from (j for j in parse.children[i] if parse.deps[j] == "pobj")


def _asked_on(document: Document, line: Line, verb: int, dates: Sequence[Date]) -> Date | None:
    """A day gone by that hangs on what somebody was asked or vowed to do: it is that of the asking ("vowed
    to keep the mill open earlier Friday").
    """
    parse, today = line.parse, document.day
    if today is None or parse.tags[verb] not in ("VBD", "VBN"):
        return None
    for i in parse.children[verb]:
        if parse.deps[i] == "xcomp" and parse.tags[i] == "VB":
            found = date_among(line, i, dates)
            day = found.earliest if found is not None and found.earliest == found.latest else None
            if day and (today - timedelta(_FRESH)).isoformat() <= day[:10] <= today.isoformat():
                return found
    return None


def _above(line: Line, verb: int, dates: Sequence[Date]) -> Iterator[int]:
    """The verb that a participle, a purpose or a clause of the same time hangs on or is joined to."""
    parse, dep = line.parse, line.parse.deps[verb]
    head = parse.heads[verb]
    if dep == "pcomp" and parse.words[head].lower() in words("event_days", "same_act"):
        yield parse.heads[head]
    elif dep == "advcl" and parse.pos[head] == "VERB":
        yield from _of_clause(parse, verb, head)
    elif dep == "conj" and parse.pos[head] == "VERB" and parse.tags[verb] == parse.tags[head]:
        start = min(head, verb)
        early = any(line.tokens_of(d.start, d.end)[1] <= start for d in dates)
        if early and parse.child(verb, "nsubj", "nsubjpass") is None:
            yield head  # "On Monday they closed the port and seized two ships."


def _of_clause(parse: Parse, verb: int, head: int) -> Iterator[int]:
    """What an adverbial clause shares its day with."""
    mark, own = _mark(parse, verb), parse.child(verb, "nsubj", "nsubjpass") is not None
    if parse.tags[verb] == "VBG" and not own and mark in (None, "while"):
        yield head
    if mark in words("event_days", "together") and _past(parse, head) == _past(parse, verb):
        yield head
    if parse.tags[verb] == "VB" and (mark == "that" or not own):
        yield from _gone(parse, head)


def _gone(parse: Parse, verb: int) -> Iterator[int]:
    """Going somewhere, for what is done there: "gathered to call for…", "flew so that she could meet…"."""
    below = (j for j in parse.children[verb] if parse.deps[j] == "xcomp")
    return (i for i in (verb, *below) if parse.lemmas[i].lower() in words("event_days", "going"))


def _mark(parse: Parse, verb: int) -> str | None:
    """The word that opens a clause: "when", "so that" (its "that"); None when it has none."""
    found = None
    for i in parse.children[verb]:
        if i < verb and parse.deps[i] in ("mark", "advmod") and parse.pos[i] in ("SCONJ", "ADV", "ADP"):
            word = parse.words[i].lower()
            if parse.deps[i] == "mark" or word == "when":
                found = word
    return found


def _past(parse: Parse, verb: int) -> bool:
    """Whether a clause tells of the past."""
    return parse.tags[verb] == "VBD" or any(
        parse.words[i].lower() in ("was", "were", "had", "did") for i in parse.children[verb]
    )


# ---- the day told last, and vague days


@cache
def _soon_after() -> tuple[str, ...]:
    return tuple(sorted(words("event_days", "soon_after")))


def _goes_on_from(document: Document, line: Line, told: Sequence[Date]) -> Date | None:
    """The day that a sentence goes on from, where it says so: the last that was told, of which `told` are the
    latest; for "earlier in the day" one of the last days before publication.
    """
    opening = line.text[:_OPENING].lower()
    if opening.startswith(_soon_after()):
        last = told[-1] if told else None
        close = document.lines[max(0, line.number - 2)].start
        return last if last and last.start >= close and last.value[:1].isdigit() else None
    today = document.day
    if today is None or "in the day" not in line.text:
        return None
    low = line.text.lower()
    if not any(w in low for w in words("event_days", "in_the_day")):
        return None
    first = (today - timedelta(_FRESH)).isoformat()
    for date in reversed(told):
        if date.earliest and date.earliest == date.latest and first <= date.earliest <= today.isoformat():
            return date
    return None


def _bounded(document: Document, found: Date) -> Date:
    """A vague word of the past, with the days that it can mean at most."""
    today = document.day
    if found.value != "PAST_REF" or found.earliest or today is None:
        return found
    back = load("event_days")["recent"].get(found.text.lower())
    if back is None:
        return found
    return replace(found, earliest=(today - timedelta(back)).isoformat(), latest=today.isoformat())
