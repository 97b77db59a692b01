"""What every weighing stage needs to know of the story: its readings side by side, who copied whom."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.language import Language
from twosource.model import Date as ReadingDate
from twosource.model import Evidence, Reading, RecordActor, RecordDate

__all__ = ["Story", "in_order", "placed_date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story's readings in canonical order (`in_order`).

    `families` maps a report id to the id of the report at the root of its copies (itself when it is
    independent); `actor_of` maps (report id, the reading's actor id) to the record's actor id.
    """

    readings: tuple[Reading, ...]
    families: Mapping[str, str]
    actors: tuple[RecordActor, ...]
    actor_of: Mapping[tuple[str, str], str]
    language: Language
    _by_report: Mapping[str, Reading] = field(init=False, repr=False, compare=False)
    _by_id: Mapping[str, RecordActor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_report", {r.report.id: r for r in reversed(self.readings)})
        object.__setattr__(self, "_by_id", {a.id: a for a in self.actors})

    def sources(self, evidence: Iterable[Evidence]) -> int:
        """How many independent sources stand behind this evidence: copies of one another count once."""
        return len({self.families.get(e.report, e.report) for e in evidence})

    def reading(self, report: str) -> Reading:
        """The reading of the report with this id. Raises KeyError when there is none."""
        return self._by_report[report]

    def actor(self, actor: str) -> RecordActor | None:
        """The actor with this id."""
        return self._by_id.get(actor)

    def text(self, evidence: Evidence) -> str:
        """The words that a piece of evidence points at."""
        return self.reading(evidence.report).report.text[evidence.start : evidence.end]

    def sentence(self, evidence: Evidence) -> Evidence:
        """The sentence that a piece of evidence starts in (the evidence itself when it is in none)."""
        sentences = self.reading(evidence.report).sentences
        at = bisect_right(sentences, evidence.start, key=lambda s: s.start) - 1
        if at < 0 or sentences[at].end <= evidence.start:
            return evidence
        return Evidence(report=evidence.report, start=sentences[at].start, end=sentences[at].end)

    def day(self, report: str) -> str | None:
        """The day of a report's publication."""
        published = self.reading(report).report.published
        return published[:10] if published else None


def in_order(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Readings in the one order that does not depend on how they came in: by day, then id, then text."""
    return tuple(sorted(readings, key=lambda r: (r.report.published or "9999", r.report.id, r.report.text)))


def placed_date(date: ReadingDate | None, report: str) -> RecordDate | None:
    """A reading's date with the report that it stands in."""
    if date is None:
        return None
    return RecordDate(
        report=report,
        start=date.start,
        end=date.end,
        text=date.text,
        type=date.type,
        value=date.value,
        earliest=date.earliest,
        latest=date.latest,
    )
