"""Own sentences, read to events: a cast by hand, so that only the events are under test."""

import re
from functools import cache

from twosource.language import Language
from twosource.model import Actor, Event, Mention, Report
from twosource.reading.cast import Cast, cast_of
from twosource.reading.dates import find_dates
from twosource.reading.document import Document, lay_out
from twosource.reading.events import find_events

PEOPLE = ["Ruiz", "Lindqvist", "Okafor", "Marlow", "Petrova", "Haddad"]
LANDS = ["Ruritania", "Freedonia", "Sylvania", "Borduria", "Ruritanian", "Freedonian"]
BODIES = ["Dockers Union", "Harbour Council", "Zenith Bank", "the rebels", "the army", "police", "The army"]


@cache
def _language() -> Language:
    return Language()


def cast_by_hand(text: str) -> Cast:
    """Every name of the lists above that stands in the text, each an actor of its own."""
    actors = []
    for name in [*PEOPLE, *LANDS, *BODIES]:
        places = [m.span() for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
        if places:
            mentions = tuple(Mention(start=a, end=b, kind="name") for a, b in places)
            kind = "person" if name in PEOPLE else "country" if name in LANDS else "organization"
            actors.append(Actor(id=name, name=name, type=kind, mentions=mentions))  # type: ignore[arg-type]
    return cast_of(tuple(actors))


def lay(text: str, published: str | None = "2031-05-14", name: str = "r1") -> Document:
    """The text as a document of Wednesday 14 May 2031."""
    return lay_out([Report(id=name, text=text, published=published)], _language())[0]


def events_of(text: str, published: str | None = "2031-05-14") -> tuple[Event, ...]:
    """The events of a text, with the cast by hand and the real dates."""
    document = lay(text, published)
    return find_events(document, cast_by_hand(text), find_dates(document))


def told(text: str, kind: str) -> Event:
    """The first event of a type; fails with what was found when there is none."""
    found = events_of(text)
    for event in found:
        if event.type == kind:
            return event
    raise AssertionError([(e.type, text[e.trigger.start : e.trigger.end]) for e in found])


def typed(text: str) -> tuple[Event, ...]:
    """The events of a text that have a PLOVER type."""
    return tuple(event for event in events_of(text) if event.type is not None)


def status_at(text: str, word: str) -> str:
    """The status of the event that a word tells, of whatever type; fails with what was found otherwise."""
    found = [(text[e.trigger.start : e.trigger.end], e.status) for e in events_of(text)]
    for trigger, status in found:
        if word in trigger.split():
            return status
    raise AssertionError(found)
