"""Stories built by hand for the tests of claims and conflicts: no other stage has a say in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from twosource.language import Language
from twosource.model import (
    Actor,
    ActorType,
    Date,
    Mention,
    Placed,
    Quote,
    Reading,
    RecordActor,
    Report,
    Sentence,
    Span,
)
from twosource.reading.document import sentences_of
from twosource.weighing.story import Story, in_order


@cache
def language() -> Language:
    """One for all tests: the models load once."""
    return Language()


@dataclass(frozen=True, kw_only=True)
class Told:
    """One report: its text, its day, what its time words stand for and who is quoted saying what."""

    text: str
    published: str | None = "2031-05-07"
    days: Mapping[str, str] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)
    boilerplate: Sequence[str] = ()


def tell(
    reports: Mapping[str, Told], actors: Mapping[str, ActorType], families: Mapping[str, str] | None = None
) -> Story:
    """A story. `actors` are found by their full name or, for people, their last name; "Thursday" and other
    keys of `days` become dates: "2031-05-08" for a day, "2031-05-01/2031-05-31" for a longer time.
    """
    readings = [_reading(name, told, actors) for name, told in reports.items()]
    record = tuple(
        RecordActor(id=f"r-{name}", name=name, type=kind, mentions=_placed(readings, name))
        for name, kind in actors.items()
        if _placed(readings, name)
    )
    return Story(
        readings=in_order(readings),
        families={r: (families or {}).get(r, r) for r in reports},
        actors=record,
        actor_of={(r.report.id, a.id): f"r-{a.name}" for r in readings for a in r.actors},
        language=language(),
    )


def _reading(name: str, told: Told, actors: Mapping[str, ActorType]) -> Reading:
    report = Report(id=name, text=told.text, published=told.published)
    sentences = tuple(
        Sentence(
            id=s.id, start=s.start, end=s.end,
            boilerplate=any(b in told.text[s.start : s.end] for b in told.boilerplate),
        )
        for s in sentences_of(report)
    )  # fmt: skip
    found = tuple(
        Actor(id=f"{name}-{n}", name=who, type=kind, mentions=mentions)
        for n, (who, kind) in enumerate(actors.items())
        if (mentions := _mentions(told.text, who, kind))
    )
    ids = {a.name: a.id for a in found}
    return Reading(
        report=report,
        sentences=sentences,
        actors=found,
        dates=tuple(d for words, value in told.days.items() for d in _dates(told.text, words, value)),
        quotes=tuple(
            _quote(f"q{n}", told.text, words, who, ids) for n, (words, who) in enumerate(told.quotes.items())
        ),
    )


def _mentions(text: str, who: str, kind: ActorType) -> tuple[Mention, ...]:
    names = [who, who.split()[-1]] if kind == "person" else [who]
    pattern = "|".join(re.escape(n) for n in names)
    return tuple(Mention(start=m.start(), end=m.end(), kind="name") for m in re.finditer(pattern, text))


def _dates(text: str, words: str, value: str) -> list[Date]:
    earliest, _, latest = value.partition("/")
    return [
        Date(
            start=m.start(), end=m.end(), text=words, type="DATE", value=value,
            earliest=earliest, latest=latest or earliest,
        )
        for m in re.finditer(re.escape(words), text)
    ]  # fmt: skip


def _quote(name: str, text: str, words: str, who: str, ids: Mapping[str, str]) -> Quote:
    start, source = text.index(words), text.index(who.split()[-1])
    return Quote(
        id=name, speaker=ids[who], source=Span(start=source, end=source + len(who.split()[-1])), cue=None,
        content=(Span(start=start, end=start + len(words)),), kind="direct", attribution="named",
        sentences=("s1",),
    )  # fmt: skip


def _placed(readings: Sequence[Reading], name: str) -> tuple[Placed, ...]:
    return tuple(
        Placed(report=r.report.id, start=m.start, end=m.end, kind=m.kind)
        for r in readings
        for a in r.actors
        if a.name == name
        for m in a.mentions
    )
