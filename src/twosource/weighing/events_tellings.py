"""The events of each report as tellings: what is needed to compare them with one another."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import load
from twosource.model import Actor, ActorType, Event, Evidence, Reading, Report, Sentence

__all__ = ["MUTUAL", "UNTYPED", "Telling", "is_weighty", "is_weighty_noun", "tellings_of"]

MUTUAL = frozenset({"CONSULT", "COOPERATE"})
"""Types in which both sides do the same."""
UNTYPED = "untyped "
"""How the kind of a happening that PLOVER has no type for begins; its word's beginning follows."""
_KIND = {"YIELD": "RETREAT", "CONCEDE": "RETREAT"}
_ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|another|next|previous|last|earlier)\b", re.I)
_BEFORE = 32
"""How many characters before a trigger its ordinal may stand ("a second high-level summit")."""
_REACH = 90
"""How far from its trigger a participant or a date may stand to be shown with it."""
_THEME = 70
"""How many characters around a trigger say what it is about."""
_OWN = frozenset({"held", "under way", "postponed", "cancelled", "denied"})
"""States of what stands by itself, whatever another event of its sentence makes of it."""
_ENDINGS = ("", "s", "es", "ed", "ing")
_PAPER = re.compile(r"\b(?:bills?|legislation|measures?|resolutions?|proposals?) to $", re.I)
"""Before a verb: what a paper is for, no happening of its own ("a bill to reopen the docks")."""
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report's event with what is needed to compare it; `parties` are its participants' record ids."""

    report: str
    day: str | None
    order: tuple[int, int]
    event: Event
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    parties: frozenset[str]
    lands: frozenset[str]
    far_lands: frozenset[str]
    named: frozenset[str]
    persons: frozenset[str]
    theme: frozenset[str]
    word: str
    stem: str
    ordinal: str | None
    evidence: Evidence
    keys: tuple[tuple[str, str], ...]

    @property
    def fullness(self) -> int:
        """How much it says: participants on both sides, a day, a place."""
        return 2 * min(2, len(self.parties)) + 2 * (self.bounds is not None) + (self.event.place is not None)

    @property
    def bounds(self) -> tuple[str, str] | None:
        """The ISO days that bound its date; None for a vague one ("in recent weeks")."""
        when = self.event.when
        if when is None or not when.earliest or when.value.endswith("_REF"):
            return None
        return when.earliest[:10], (when.latest or when.earliest)[:10]

    @property
    def width(self) -> tuple[int, str]:
        """How wide its date is, roughly in days; for choosing the most precise. A vague one is the widest."""
        bounds = self.bounds
        if bounds is None:
            return 10**6, ""
        (a, b) = (tuple(int(p) for p in x.split("-")) if x.count("-") == 2 else (0, 0, 0) for x in bounds)
        return (b[0] - a[0]) * 372 + (b[1] - a[1]) * 31 + b[2] - a[2], bounds[0]


def tellings_of(
    readings: Sequence[Reading],
    actor_of: Mapping[tuple[str, str], str],
    countries: Mapping[str, str | None],
    types: Mapping[str, ActorType],
) -> list[Telling]:
    """Every event of every reading, in order, ready to be compared; of those of no type, the telling ones."""
    found = []
    for number, reading in enumerate(readings):
        sentences = {s.id: s for s in reading.sentences}
        mentions = {a.id: _starts(a) for a in reading.actors}
        typed = sorted((e.trigger.start, e.trigger.end) for e in reading.events if e.type)
        spoken = _spoken(reading)
        for event in reading.events:
            if event.type is None and (_is_plain(reading, event) or _covers(spoken, event.trigger.start)):
                continue
            sentence = sentences.get(event.sentence)
            found.append(
                _telling(number, reading, event, sentence, mentions, typed, actor_of, countries, types)
            )
    return found


def _spoken(reading: Reading) -> list[tuple[int, int]]:
    """Where somebody's own words stand in a report: what happens in them is his account."""
    return sorted((c.start, c.end) for q in reading.quotes if q.kind == "direct" for c in q.content)


def _covers(spans: Sequence[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, 1 << 62)) - 1
    return at >= 0 and place < spans[at][1]


def _is_plain(reading: Reading, event: Event) -> bool:
    """Whether a word of no type tells nothing by itself, or nothing is known of who, where and when."""
    told = reading.report.text[event.trigger.start : event.trigger.end].lower().split()
    word = told[0][:5] if told else ""
    if _PAPER.search(reading.report.text[max(0, event.trigger.start - _BEFORE) : event.trigger.start]):
        return True
    if word in _weighty()[1]:
        return event.status == "denied"
    known = event.actors or event.recipients or event.when or event.place
    return not known or event.status in ("possible", "denied") or word in _plain()


@cache
def _plain() -> frozenset[str]:
    return frozenset(load("event_match")["plain"].split())


@cache
def _weighty() -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[str]]]:
    lists = load("event_match")["weighty"]
    behind = {word: frozenset(after.split()) for word, after in lists["with"].items()}
    return frozenset(lists["alone"].split()), frozenset(lists["nouns"].split()), behind


def is_weighty_noun(telling: Telling) -> bool:
    """Whether a happening of no type is one of those that many reports share by its name alone."""
    return telling.stem in _weighty()[1]


def is_weighty(telling: Telling) -> bool:
    """Whether a happening of no type is an event of the story even where one report alone tells it."""
    alone, _, behind = _weighty()
    if telling.event.status in ("possible", "denied") or not (telling.parties or telling.bounds):
        return False
    if telling.word.endswith(("ion", "ions")):
        return False  # "his nomination" looks back at it
    return telling.stem in alone or not telling.theme.isdisjoint(behind.get(telling.stem, ()))


def _starts(actor: Actor) -> list[tuple[int, int]]:
    return sorted((m.start, m.end) for m in actor.mentions)


def _telling(
    number: int,
    reading: Reading,
    event: Event,
    sentence: Sentence | None,
    mentions: Mapping[str, Sequence[tuple[int, int]]],
    typed: Sequence[tuple[int, int]],
    actor_of: Mapping[tuple[str, str], str],
    countries: Mapping[str, str | None],
    types: Mapping[str, ActorType],
) -> Telling:
    report = reading.report
    actors, recipients = (
        tuple(dict.fromkeys(actor_of[report.id, a] for a in side if (report.id, a) in actor_of))
        for side in (event.actors, event.recipients)
    )
    parties = frozenset(actors) | frozenset(recipients)
    lands = frozenset(c for p in parties if (c := countries.get(p)))
    word = report.text[event.trigger.start : event.trigger.end].lower()
    stem = _stem(word)
    kind = _KIND.get(event.type, event.type) if event.type else f"{UNTYPED}{stem}"
    keys = [(kind, p) for p in dict.fromkeys((*actors, *recipients))]
    named = frozenset(p for p in parties if types.get(p) not in ("unnamed", "group"))
    if kind in MUTUAL:
        keys += [(kind, f"land {c}") for c in sorted(lands)]
    if kind not in MUTUAL or not named:
        keys.append((kind, f"word {stem}"))
    return Telling(
        report=report.id,
        day=report.published[:10] if report.published else None,
        order=(number, event.trigger.start),
        event=event,
        kind=kind,
        actors=actors,
        recipients=recipients,
        parties=parties,
        lands=lands,
        far_lands=frozenset(c for p in recipients if types.get(p) != "person" and (c := countries.get(p))),
        named=named,
        persons=frozenset(p for p in parties if types.get(p) == "person"),
        theme=_theme(report.text, event, sentence, mentions),
        word=word,
        stem=stem,
        ordinal=_ordinal(report.text, event, sentence),
        evidence=_clause(report, event, sentence, mentions, typed),
        keys=tuple(keys),
    )


def _stem(word: str) -> str:
    """A word's beginning, the same for "pass", "passed" and "passing"."""
    return word[:4] if word[4:] in _ENDINGS else word[:5]


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("event_match")["empty"].split())


def _theme(
    text: str, event: Event, sentence: Sentence | None, mentions: Mapping[str, Sequence[tuple[int, int]]]
) -> frozenset[str]:
    """Beginnings of the words around a trigger, its own and its participants' apart: what it is about."""
    start, end = event.trigger.start, event.trigger.end
    low, high = (sentence.start, sentence.end) if sentence else (start, end)
    empty = _empty()
    around = f"{text[max(low, start - _THEME // 2) : start]} {text[end : min(high, end + _THEME)]}"
    names = {
        w[:5]
        for actor in (*event.actors, *event.recipients)
        for a, b in mentions.get(actor, ())[:3]
        for w in _WORD.findall(text[a:b].lower())
    }
    return frozenset(w[:5] for w in _WORD.findall(around.lower()) if w not in empty) - names


def _ordinal(text: str, event: Event, sentence: Sentence | None) -> str | None:
    """The ordinal in front of an event noun ("a second summit"): first and second are two events."""
    start = max(sentence.start if sentence else 0, event.trigger.start - _BEFORE)
    found = _ORDINAL.findall(text[start : event.trigger.start])
    word = found[-1].lower() if found else None
    if word in ("another", "next"):
        return "second"
    return word if word in ("first", "second", "third", "fourth", "fifth") else None


def _matter(text: str, event: Event, high: int) -> tuple[int, int]:
    """What makes a happening weighty, behind its trigger: "passed the amended *bill*"."""
    start, end = event.trigger.start, event.trigger.end
    wanted = _weighty()[2].get(_stem(text[start:end].lower()), frozenset())
    stop = end
    for word in _WORD.finditer(text, end, min(high, end + _REACH // 2)) if wanted else ():
        if word.group()[:5] in wanted:
            stop = word.end()
        elif stop > end:
            break  # "the amended bill on wages": the words that follow one another
    return start, stop


def _clause(
    report: Report,
    event: Event,
    sentence: Sentence | None,
    mentions: Mapping[str, Sequence[tuple[int, int]]],
    typed: Sequence[tuple[int, int]],
) -> Evidence:
    """The part of the sentence that its trigger, participants and date span, as far as they stand near.

    What has happened ends where another event's trigger stands before it ("accepted an invitation from Ruiz":
    the invitation is his); what is yet open takes in the words that leave it open ("offered to hold talks").
    `typed` are the triggers of the report's events that have a PLOVER type, in order.
    """
    start, end = event.trigger.start, event.trigger.end
    low, high = (sentence.start, sentence.end) if sentence else (start, end)
    if event.status in _OWN:
        at = bisect_right(typed, (start, -1))
        low = max(low, min(typed[at - 1][1], start) if at else 0)
    spans = [(start, end)]
    for actor in dict.fromkeys((*event.actors, *event.recipients)):
        places = mentions.get(actor, ())
        first = bisect_right(places, (low - 1, 1 << 62))
        here = []
        for place in places[first:]:
            if place[0] >= high:
                break
            here.append(place)
        nearest = min(here, key=lambda p: (abs(p[0] - start), p), default=None)
        if nearest is not None and start - _REACH < nearest[0] < end + _REACH:
            spans.append(nearest)
    if event.when is not None and low <= event.when.start < high and abs(event.when.start - start) < _REACH:
        spans.append((event.when.start, event.when.end))
    spans.append(_matter(report.text, event, high))
    return Evidence(
        report=report.id, start=max(low, min(s[0] for s in spans)), end=min(high, max(s[1] for s in spans))
    )
