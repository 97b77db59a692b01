"""What happened, is to happen or was called off: the events of one report, with their PLOVER types.

Types and modes are those of PLOVER (Open Event Data Alliance); a trigger is a verb ("bombed"), a noun
("the talks") or a noun that a light verb carries ("held talks": the noun is the trigger, the verb gives the
actor and the tense). What somebody says that he will do is an AGREE, a REJECT or a THREATEN of his besides.
"""

from collections.abc import Container, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Date, Event, EventStatus

from .cast import Cast
from .document import Document, Line
from .events_days import Days, day_of_event, days_within
from .events_found import Found
from .events_naming import naming
from .events_noun_status import noun_status
from .events_reasons import may_give_reason, reason_of
from .events_refusals import as_refusal, is_refusal, refusable, refusals, without_refused
from .events_said import HARMING, demands, statements, willing
from .events_sides import carrier_of, noun_sides, subjects_of, verb_sides
from .events_status import verb_status
from .events_untyped import untyped
from .events_words import (
    Trigger,
    match_noun,
    match_verb,
    of_habit,
    of_nature,
    of_sport,
    quad_of,
    table,
)

__all__ = ["find_events"]

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LONG = timedelta(days=60)
"""How long before the report lies what can no longer be to come."""
_WHILE = timedelta(days=14)
"""How long a stretch of days is at most in the midst of which a visit or talks are told to be under way."""
_LASTING_NOUNS = frozenset({"SANCTION", "INVESTIGATE", "MOBILIZE"})
_KNOWN = frozenset({"CONSULT", "SANCTION", "RETREAT", "PROTEST", "ASSAULT", "INVESTIGATE"})
_SWALLOWING = frozenset({"THREATEN", "REJECT", "REQUEST"})


def find_events(document: Document, cast: Cast, dates: Sequence[Date]) -> tuple[Event, ...]:
    """The events of a report, e1… in text order. Those within a quote are its speaker's to answer for:
    the quote covers their trigger.
    """
    events: list[Event] = []
    low = 0
    for line in document.body():
        while low < len(dates) and dates[low].start < line.start:
            low += 1
        parse = line.parse
        tokens = [i for i, lemma in enumerate(parse.lemmas) if _is_known(lemma)]
        typed = _typed(line, cast, tokens) if tokens and not _passed_over(parse) else []
        here = [*typed, *untyped(line, cast, _taken(parse, typed))]
        if here:
            if len(here) > 1:
                here.sort(key=lambda e: (e.first, e.stop, e.trigger.type))
            told = days_within(document, line, dates, low)
            reasons = may_give_reason(line)
            places = any(e.label in _PLACES for e in parse.entities)
            for found in here:
                events.append(_event(document, told, reasons, places, found, len(events) + 1))
    return tuple(events)


@lru_cache(maxsize=16384)
def _is_known(lemma: str) -> bool:
    """Whether the lexicon has a lemma, as it stands or small."""
    known = table().lemmas
    return lemma in known or lemma.lower() in known


def _taken(parse: Parse, events: Sequence[Found]) -> set[int]:
    """Tokens that tell an event already: triggers, the verbs that carry them, "effort" in "relief effort"."""
    heads = {parse.heads[e.token] for e in events if parse.deps[e.token] == "compound"}
    return heads | {i for e in events for i in (e.token, e.anchor)}


def _typed(line: Line, cast: Cast, tokens: Sequence[int]) -> list[Found]:
    """The events of one sentence that have a PLOVER type."""
    here = [e for i in tokens if (e := _event_at(line, cast, i)) is not None]
    here = _once([*here, *willing(line, cast), *refusals(line, cast)])
    here = [*here, *statements(line, cast, here)]
    return without_refused([*here, *demands(line, cast, {e.token for e in here})])


def _passed_over(parse: Parse) -> bool:
    """Sentences of the sports pages: two of their words are enough."""
    return len(of_sport().intersection(parse.lemmas)) > 1


def _once(events: Sequence[Found]) -> list[Found]:
    """Without the nouns whose light verb already tells an event of their type ("imposed sanctions"), and
    without what another event swallows.
    """
    verbs = {(e.token, e.trigger.type) for e in events}
    swallowing = {e.token for e in events if e.trigger.type in _SWALLOWING}
    return [
        e
        for e in events
        if (e.anchor == e.token or (e.anchor, e.trigger.type) not in verbs) and not _swallowed(e, swallowing)
    ]


def _swallowed(event: Found, swallowing: Container[int]) -> bool:
    """Whether it is only what is threatened, refused or asked for: PLOVER codes the threat alone."""
    parse, token = event.line.parse, event.token
    if parse.deps[token] == "pobj" and event.status in ("possible", "planned"):
        above = parse.heads[parse.heads[token]]  # "threatened it with retaliation"
        return above in swallowing and parse.lemmas[above].lower() in _threats()
    first = parse.heads[token] if parse.deps[token] == "conj" else token  # "ready to talk or strike"
    return (
        parse.pos[token] == "VERB" and parse.deps[first] in ("xcomp", "ccomp") and parse.tags[token] == "VB"
        and event.status in ("possible", "planned", "denied") and parse.heads[first] in swallowing
    )  # fmt: skip


def _threats() -> frozenset[str]:
    return frozenset(load("plover")["operators"]["threaten"])


def _event_at(line: Line, cast: Cast, token: int) -> Found | None:
    parse = line.parse
    if parse.pos[token] == "VERB":
        return _told_by_verb(line, cast, token)
    if parse.pos[token] in ("NOUN", "PROPN"):
        return _told_by_noun(line, cast, token)
    return None


def _told_by_verb(line: Line, cast: Cast, verb: int) -> Found | None:
    parse = line.parse
    trigger = match_verb(parse, verb) or naming(parse, verb)
    undone = trigger is None and refusable(parse, verb)
    if undone and is_refusal(parse, verb, None):
        trigger = Trigger(type="REJECT")  # "will not attend"
    if trigger is None or parse.deps[verb] == "amod" or _habitual(parse, verb) or _unallowed(parse, verb):
        return None
    subjects = subjects_of(parse, verb)
    if any(parse.lemmas[s].lower() in of_nature() for s in subjects):
        return None
    trigger = _keeping_peace(parse, _threatening(parse, verb, trigger))
    sides = verb_sides(line, cast, verb, trigger)
    if not sides.actors and not sides.recipients:
        return None
    found = Found(
        line=line, token=verb, first=verb, stop=_stop(parse, verb, trigger), trigger=trigger, sides=sides,
        status=verb_status(parse, verb, trigger.type), anchor=verb,
    )  # fmt: skip
    if undone and not sides.actors:
        return None
    refused = undone or is_refusal(
        parse, verb, trigger, doers=bool(sides.actors), others=bool(sides.recipients)
    )
    return as_refusal(found) if refused else found


def _threatening(parse: Parse, verb: int, trigger: Trigger) -> Trigger:
    """A promise to harm is a threat ("vowed to retaliate")."""
    inner = parse.child(verb, "xcomp") if trigger.type == "AGREE" else None
    harm = match_verb(parse, inner) if inner is not None else None
    if harm is None or harm.type not in HARMING:
        return trigger
    return Trigger(type="THREATEN", beside=trigger.beside)


def _keeping_peace(parse: Parse, trigger: Trigger) -> Trigger:
    """Peacekeepers that are sent are help, not a show of force."""
    if trigger.type != "MOBILIZE" or "peacekeep" not in parse.text:
        return trigger
    return Trigger(type="AID", beside=trigger.beside)


@cache
def _frames() -> frozenset[str]:
    return frozenset(load("plover")["operators"]["frames"])


def _stop(parse: Parse, verb: int, trigger: Trigger) -> int:
    """One past the trigger's last word: particles that follow at once belong to it."""
    stop = verb + 1
    while stop < len(parse) and parse.words[stop].lower() in trigger.beside:
        stop += 1
    return stop


def _told_by_noun(line: Line, cast: Cast, noun: int) -> Found | None:
    parse = line.parse
    word = noun
    if parse.deps[noun] == "compound" and parse.lemmas[parse.heads[noun]].lower() in _frames():
        noun = parse.heads[noun]  # "a mediation effort": the effort has the sides and the tense
    if parse.deps[noun] in ("compound", "nmod", "amod", "npadvmod"):
        return None
    trigger = match_noun(parse, word)
    if trigger is None or (parse.pos[word] == "PROPN" and _named(parse, word)):
        return None
    trigger = _keeping_peace(parse, trigger)
    sides = noun_sides(line, cast, noun, trigger)
    if not sides.actors and not sides.recipients and not _definite(parse, noun, trigger):
        return None
    carrier = carrier_of(parse, noun)
    if trigger.type == "AGREE" and carrier is None and not (sides.actors and sides.recipients):
        return None  # "the Freedonia deal" names a paper; that it was struck is told elsewhere
    status = noun_status(parse, noun, trigger.type)
    if status is None:
        status = "under way" if trigger.type in _LASTING_NOUNS else "held"
    return Found(
        line=line, token=word, first=word, stop=word + 1, trigger=trigger, sides=sides,
        status=status, anchor=carrier if carrier is not None else noun,
    )  # fmt: skip


def _named(parse: Parse, noun: int) -> bool:
    """Whether a word is part of a name ("March", "the Paris Accord") and tells no event."""
    return any(e.start <= noun < e.end and e.label != "EVENT" for e in parse.entities)


def _definite(parse: Parse, noun: int, trigger: Trigger) -> bool:
    """ "the talks", "these sanctions": an event that was told before, or that everybody knows."""
    return trigger.type in _KNOWN and any(
        (parse.words[i].lower() in ("the", "those", "these", "this") and parse.deps[i] == "det")
        or (parse.deps[i] == "poss" and parse.pos[i] == "PRON")
        for i in parse.children[noun]
    )


def _habitual(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] in ("VBZ", "VBP", "VB") and any(
        parse.deps[i] == "advmod" and parse.words[i].lower() in of_habit() for i in parse.children[verb]
    )


def _unallowed(parse: Parse, verb: int) -> bool:
    """ "Was not allowed to discuss the talks": why a source has no name, no talks of his."""
    if parse.deps[verb] != "xcomp":
        return False
    lists, head = load("plover")["permission"], parse.heads[verb]
    return (
        parse.lemmas[head].lower() in lists["verbs"]
        and parse.lemmas[verb].lower() in lists["acts"]
        and any(parse.deps[i] == "neg" for i in parse.children[head])
    )


# ---- place, day, the event itself


def _place(line: Line, token: int, anchor: int) -> str | None:
    """The place that hangs on the event: "in Port Anselm", "at the border crossing of Ruritania"."""
    parse = line.parse
    # The parser likes to hang a place on the name before it ("met Ruiz in Port Anselm").
    beside = [i for i in parse.children[anchor] if i > anchor and parse.deps[i] == "dobj"]
    beside += [
        j for i in parse.children[token] if parse.words[i].lower() == "with" for j in parse.children[i]
    ]
    for head in dict.fromkeys((token, anchor, *beside)):
        for i in parse.children[head]:
            if parse.deps[i] != "prep" or parse.words[i].lower() not in ("in", "at", "near", "outside", "on"):
                continue
            for j in parse.children[i]:
                for e in parse.entities:
                    if e.label in _PLACES and e.start <= j < e.end:
                        first = e.start + (parse.words[e.start].lower() in ("the", "a"))
                        start, end = parse.chars(min(first, e.end - 1), e.end)
                        return parse.text[start:end]
    return None


def _event(document: Document, days: Days, reasons: bool, places: bool, found: Found, number: int) -> Event:
    """One event; `reasons` and `places` tell whether its sentence may have any."""
    line, trigger = found.line, found.trigger
    dated = days.here or days.before
    when = day_of_event(document, line, found.token, found.anchor, days, found.status) if dated else None
    return Event(
        id=f"e{number}",
        type=trigger.type or None,
        mode=trigger.mode,
        quad=quad_of(trigger.type),
        trigger=line.span(found.first, found.stop),
        actors=found.sides.actors,
        recipients=found.sides.recipients,
        place=_place(line, found.token, found.anchor) if places else None,
        when=when,
        status=found.status if when is None else _by_date(document, found, when),
        reason=reason_of(line, found.token) if reasons else None,
        sentence=line.sentence.id,
    )


def _long_past(found: Found, when: Date, today: date | None) -> bool:
    """Whether what its sentence leaves to come lies months back ("promises for her 2005 hearing")."""
    if found.status != "planned" or not when.latest or today is None:
        return False
    noun = found.line.parse.pos[found.token] == "NOUN"
    return noun and when.latest[:10] < (today - _LONG).isoformat()


def _by_date(document: Document, found: Found, when: Date) -> EventStatus:
    """A day to come makes planned what the tense leaves open ("the leaders meet on Friday"); a visit
    "this week" is under way.
    """
    status, today = found.status, document.day
    if _long_past(found, when, today):
        return "held"
    if status not in ("held", "under way") or not when.earliest or today is None:
        return status
    parse, token = found.line.parse, found.token
    if parse.pos[token] == "VERB" and (parse.tags[token] in ("VBD", "VBN") or parse.child(token, "xcomp")):
        return status  # what is told as past or as a preparation ("is set to begin on Friday") stays so
    first, last, day = when.earliest[:10], (when.latest or when.earliest)[:10], today.isoformat()
    if first > day:
        return "planned"
    if parse.pos[token] != "NOUN" or found.trigger.type != "CONSULT" or _told_as_past(parse, token):
        return status
    whole = date.fromisoformat(first) + _WHILE if len(first) == 10 else today
    return "under way" if first < last and first <= day < last and last <= whole.isoformat() else status


def _told_as_past(parse: Parse, noun: int) -> bool:
    """ "The meeting this week broke up"."""
    head = parse.heads[noun]
    return parse.tags[head] == "VBD" and parse.deps[noun] in ("nsubj", "nsubjpass", "dobj")
