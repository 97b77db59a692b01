"""Stories in the making, from plain sentences, for the tests of the timeline, the headline and the brief."""

from collections.abc import Mapping

from twosource.language import Language, split
from twosource.model import (
    Claim,
    EventStatus,
    Evidence,
    History,
    Placed,
    Reading,
    RecordActor,
    RecordDate,
    RecordEvent,
    Report,
    Sentence,
)
from twosource.weighing.story import Story, in_order

__all__ = ["at", "claim", "event", "moment", "story"]


def story(
    texts: Mapping[str, str],
    *,
    titles: Mapping[str, str] | None = None,
    published: Mapping[str, str] | None = None,
    families: Mapping[str, str] | None = None,
    actors: tuple[str, ...] = (),
) -> Story:
    """A story of reports with these texts by id; `actors` are named, not found."""
    readings = [
        Reading(
            report=Report(id=i, text=t, title=(titles or {}).get(i), published=(published or {}).get(i)),
            sentences=tuple(Sentence(id=f"s{n}", start=a, end=b) for n, (a, b) in enumerate(split(t), 1)),
        )
        for i, t in texts.items()
    ]
    first = readings[0].report.id
    cast = tuple(
        RecordActor(
            id=f"a{n}",
            name=name,
            type="organization",
            mentions=(Placed(report=first, start=0, end=1, kind="name"),),
        )
        for n, name in enumerate(actors, 1)
    )
    return Story(
        readings=in_order(readings),
        families={i: (families or {}).get(i, i) for i in texts},
        actors=cast,
        actor_of={},
        language=Language(),
    )


def at(told: Story, report: str, words: str) -> Evidence:
    """Where words stand in a report."""
    start = told.reading(report).report.text.index(words)
    return Evidence(report=report, start=start, end=start + len(words))


def moment(told: Story, report: str, words: str, day: str, latest: str | None = None) -> RecordDate:
    """A time expression and its days."""
    e = at(told, report, words)
    return RecordDate(
        report=report,
        start=e.start,
        end=e.end,
        text=words,
        type="DATE",
        value=day,
        earliest=day,
        latest=latest or day,
    )


def event(
    trigger: Evidence,
    *,
    status: EventStatus = "held",
    when: RecordDate | None = None,
    history: tuple[History, ...] = (),
    evidence: tuple[Evidence, ...] = (),
    actors: tuple[str, ...] = (),
    reason: Evidence | None = None,
    number: int = 1,
) -> RecordEvent:
    """A meeting."""
    return RecordEvent(
        id=f"e{number}", type="CONSULT", quad="verbal cooperation", trigger=trigger, status=status, when=when,
        history=history, evidence=evidence or (trigger,), actors=actors, reason=reason,
    )  # fmt: skip


def claim(number: int, text: str, *evidence: Evidence, attributed_to: tuple[str, ...] = ()) -> Claim:
    """A claim; each piece of evidence counts as a source."""
    sources = len({e.report for e in evidence})
    return Claim(
        id=f"c{number}", text=text, evidence=evidence, independent_sources=sources,
        attributed_to=attributed_to,
        standing="corroborated" if sources > 1 else "single-source",
    )  # fmt: skip
