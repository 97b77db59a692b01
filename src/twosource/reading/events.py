"""What happened, is to happen or was called off: the PLOVER events of one report.

Types and modes are those of PLOVER (Open Event Data Alliance); a trigger is a verb ("bombed"), a noun
("the talks") or a noun that a light verb carries ("held talks": the noun is the trigger, the verb gives the
actor and the tense). What somebody says that he will do is an AGREE, a REJECT or a THREATEN of his besides.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Date, Event, EventStatus, Quote

from .cast import Cast
from .document import Document, Line
from .events_days import dates_within, day_of_event
from .events_sides import Sides, carrier_of, noun_sides, subjects_of, verb_sides
from .events_status import may_give_reason, noun_status, reason_of, verb_status
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

_WILLING = frozenset({"willing", "ready", "prepared", "unwilling", "reluctant"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LASTING_NOUNS = frozenset({"SANCTION", "INVESTIGATE", "MOBILIZE"})
_KNOWN = frozenset({"CONSULT", "SANCTION", "RETREAT", "PROTEST", "ASSAULT", "INVESTIGATE"})
_SWALLOWING = frozenset({"THREATEN", "REJECT", "REQUEST"})
_GIVING = frozenset({"AID", "COOPERATE", "YIELD", "RETREAT", "CONSULT", "SUPPORT"})
_HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An event before it has its id."""

    line: Line
    token: int
    first: int
    stop: int
    trigger: Trigger
    sides: Sides
    status: EventStatus
    anchor: int


def find_events(
    document: Document, cast: Cast, dates: Sequence[Date], quotes: Sequence[Quote]
) -> tuple[Event, ...]:
    """The events of a report, e1… in text order. Those within a quote are its speaker's to answer for:
    the quote covers their trigger.
    """
    events: list[Event] = []
    known, low = table().lemmas, 0
    for line in document.body():
        while low < len(dates) and dates[low].start < line.start:
            low += 1
        parse = line.parse
        tokens = [i for i, lemma in enumerate(parse.lemmas) if lemma in known or lemma.lower() in known]
        if not tokens or _passed_over(parse):
            continue
        here = _in_line(line, cast, tokens)
        if here:
            told = dates_within(line, dates, low)
            reasons = may_give_reason(line)
            events += [_event(document, told, reasons, e, len(events) + n) for n, e in enumerate(here, 1)]
    return tuple(events)


def _in_line(line: Line, cast: Cast, tokens: Sequence[int]) -> list[_Found]:
    """The events of one sentence, in order."""
    here = [e for i in tokens if (e := _event_at(line, cast, i)) is not None]
    here = _once([*here, *_adjectives(line, cast)])
    return sorted([*here, *_statements(line, cast, here)], key=lambda e: (e.first, e.stop, e.trigger.type))


def _passed_over(parse: Parse) -> bool:
    """Sentences of the sports pages: two of their words are enough."""
    return len(of_sport().intersection(parse.lemmas)) > 1


def _once(events: Sequence[_Found]) -> list[_Found]:
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


def _swallowed(event: _Found, swallowing: Container[int]) -> bool:
    """Whether it is only what is threatened, refused or asked for: PLOVER codes the threat alone."""
    parse, token = event.line.parse, event.token
    if parse.deps[token] == "pobj" and event.status in ("possible", "planned"):
        above = parse.heads[parse.heads[token]]  # "threatened it with retaliation"
        return above in swallowing and parse.lemmas[above].lower() in _threats()
    return (
        parse.pos[token] == "VERB" and parse.deps[token] in ("xcomp", "ccomp") and parse.tags[token] == "VB"
        and event.status in ("possible", "planned", "denied") and parse.heads[token] in swallowing
    )  # fmt: skip


def _threats() -> frozenset[str]:
    return frozenset(load("plover")["operators"]["threaten"])


def _event_at(line: Line, cast: Cast, token: int) -> _Found | None:
    parse = line.parse
    if parse.pos[token] == "VERB":
        return _told_by_verb(line, cast, token)
    if parse.pos[token] in ("NOUN", "PROPN"):
        return _told_by_noun(line, cast, token)
    return None


def _told_by_verb(line: Line, cast: Cast, verb: int) -> _Found | None:
    parse = line.parse
    trigger = match_verb(parse, verb)
    if trigger is None or parse.deps[verb] == "amod" or _habitual(parse, verb) or _unallowed(parse, verb):
        return None
    subjects = subjects_of(parse, verb)
    if any(parse.lemmas[s].lower() in of_nature() for s in subjects):
        return None
    trigger = _threatening(parse, verb, trigger)
    sides = verb_sides(line, cast, verb, trigger)
    if not sides.actors and not sides.recipients:
        return None
    return _Found(
        line=line, token=verb, first=verb, stop=_stop(parse, verb, trigger), trigger=trigger, sides=sides,
        status=verb_status(parse, verb, trigger.type), anchor=verb,
    )  # fmt: skip


def _threatening(parse: Parse, verb: int, trigger: Trigger) -> Trigger:
    """A promise to harm is a threat ("vowed to retaliate")."""
    inner = parse.child(verb, "xcomp") if trigger.type == "AGREE" else None
    harm = match_verb(parse, inner) if inner is not None else None
    if harm is None or harm.type not in _HARMING:
        return trigger
    return Trigger(type="THREATEN", beside=trigger.beside)


def _stop(parse: Parse, verb: int, trigger: Trigger) -> int:
    """One past the trigger's last word: particles that follow at once belong to it."""
    stop = verb + 1
    while stop < len(parse) and parse.words[stop].lower() in trigger.beside:
        stop += 1
    return stop


def _told_by_noun(line: Line, cast: Cast, noun: int) -> _Found | None:
    parse = line.parse
    if parse.deps[noun] in ("compound", "nmod", "amod", "npadvmod"):
        return None
    trigger = match_noun(parse, noun)
    if trigger is None or (parse.pos[noun] == "PROPN" and _named(parse, noun)):
        return None
    sides = noun_sides(line, cast, noun, trigger)
    if not sides.actors and not sides.recipients and not _definite(parse, noun, trigger):
        return None
    carrier = carrier_of(parse, noun)
    if trigger.type == "AGREE" and carrier is None and not (sides.actors and sides.recipients):
        return None  # "the Freedonia deal" names a paper; that it was struck is told elsewhere
    status = noun_status(parse, noun, trigger.type)
    if status is None:
        status = "under way" if trigger.type in _LASTING_NOUNS else "held"
    return _Found(
        line=line, token=noun, first=noun, stop=noun + 1, trigger=trigger, sides=sides,
        status=status, anchor=carrier if carrier is not None else noun,
    )  # fmt: skip


def _named(parse: Parse, noun: int) -> bool:
    """Whether a word is part of a name ("March", "the Paris Accord") and tells no event."""
    return any(e.start <= noun < e.end and e.label != "EVENT" for e in parse.entities)


def _definite(parse: Parse, noun: int, trigger: Trigger) -> bool:
    """ "the talks", "these sanctions": an event that was told before, or that everybody knows."""
    return trigger.type in _KNOWN and any(
        parse.words[i].lower() in ("the", "those", "these", "this") and parse.deps[i] == "det"
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


# ---- what is said to be done


def _adjectives(line: Line, cast: Cast) -> list[_Found]:
    """ "is willing to", "stands ready to", "is reluctant to"."""
    parse, operators, found = line.parse, load("plover")["operators"], []
    if _WILLING.isdisjoint(parse.words):
        return []
    for i, pos in enumerate(parse.pos):
        if pos != "ADJ":
            continue
        lemma = parse.lemmas[i].lower()
        kind = "AGREE" if lemma in operators["accept"] else "REJECT" if lemma in operators["refuse"] else None
        if kind is None or parse.child(i, "xcomp") is None:
            continue
        trigger = Trigger(type=kind)
        sides = verb_sides(line, cast, i, trigger)
        if sides.actors:
            head = parse.heads[i]
            found.append(
                _Found(
                    line=line,
                    token=i,
                    first=i,
                    stop=i + 1,
                    trigger=trigger,
                    sides=sides,
                    status=verb_status(parse, head) if parse.pos[head] in ("VERB", "AUX") else "held",
                    anchor=i,
                )
            )
    return found


def _statements(line: Line, cast: Cast, events: Sequence[_Found]) -> list[_Found]:
    """What a speaker says he will do or will not do, as a promise, a threat or a refusal of his."""
    parse, found, seen = line.parse, [], set()
    say = frozenset(load("plover")["statements"]["say"])
    for event in events:
        verb = event.anchor
        if parse.pos[verb] != "VERB" or parse.deps[verb] not in ("ccomp", "conj"):
            continue
        top = parse.heads[verb] if parse.deps[verb] == "conj" else verb
        cue = parse.heads[top]
        if parse.deps[top] != "ccomp" or parse.lemmas[cue].lower() not in say or cue in seen:
            continue
        kind = _promised(parse, event)
        speakers = tuple(dict.fromkeys(a for s in subjects_of(parse, cue) for a in cast.of_tokens(line, s)))
        if kind is None or not speakers or not _same(line, cast, verb, speakers):
            continue
        seen.add(cue)
        others = tuple(r for r in event.sides.recipients if r not in speakers)
        found.append(
            _Found(
                line=line,
                token=cue,
                first=cue,
                stop=cue + 1,
                trigger=Trigger(type=kind),
                sides=Sides(actors=speakers, recipients=others),
                status=verb_status(parse, cue),
                anchor=cue,
            )
        )
    return found


def _promised(parse: Parse, event: _Found) -> str | None:
    future = any(
        parse.words[i].lower() in ("will", "'ll", "would", "wo", "shall", "'d")
        for i in parse.children[event.anchor]
        if parse.deps[i] == "aux"
    )
    if not future:
        return None
    negated = any(parse.deps[i] == "neg" for i in parse.children[event.anchor])
    if event.trigger.type in _GIVING:
        return "REJECT" if negated else "AGREE"
    if event.trigger.type in _HARMING:
        return None if negated else "THREATEN"
    return None


def _same(line: Line, cast: Cast, verb: int, speakers: tuple[str, ...]) -> bool:
    """Whether the speaker himself is to do it."""
    parse = line.parse
    for s in subjects_of(parse, verb):
        if parse.pos[s] == "PRON" and parse.words[s].lower() in ("he", "she", "it", "they", "we", "i"):
            return True
        if set(cast.of_tokens(line, s)) & set(speakers):
            return True
    return False


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


def _event(document: Document, dates: Sequence[Date], reasons: bool, found: _Found, number: int) -> Event:
    line, trigger = found.line, found.trigger
    when = day_of_event(document, line, found.token, found.anchor, dates) if dates else None
    return Event(
        id=f"e{number}",
        type=trigger.type,
        mode=trigger.mode,
        quad=quad_of(trigger.type),
        trigger=line.span(found.first, found.stop),
        actors=found.sides.actors,
        recipients=found.sides.recipients,
        place=_place(line, found.token, found.anchor),
        when=when,
        status=_by_date(document, found, when),
        reason=reason_of(line, found.token) if reasons else None,
        sentence=line.sentence.id,
    )


def _by_date(document: Document, found: _Found, when: Date | None) -> EventStatus:
    """A day to come makes planned what the tense leaves open ("the leaders meet on Friday"); a visit
    "this week" is under way.
    """
    status, today = found.status, document.day
    if status not in ("held", "under way") or when is None or not when.earliest or today is None:
        return status
    first, last, day = when.earliest[:10], (when.latest or when.earliest)[:10], today.isoformat()
    if first > day:
        return "planned"
    noun = found.line.parse.pos[found.token] == "NOUN"
    return (
        "under way"
        if noun and first < last and first <= day < last and found.trigger.type == "CONSULT"
        else status
    )
