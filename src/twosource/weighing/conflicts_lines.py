"""What the finders of conflicts pass on: lines that give a value, and the sides that lines fall into."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.model import ConflictAbout, ConflictKind, Evidence, RecordActor, Side

from .claims_units import Unit
from .story import Story

__all__ = ["Dispute", "Line", "cut", "later", "short_names", "sides_of"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """One place that gives a value: the words it gives it in, where they stand, and the unit around them."""

    unit: Unit
    value: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A conflict before it has its number in the record."""

    about: ConflictAbout
    kind: ConflictKind
    question: str
    why: str
    sides: tuple[tuple[Line, ...], ...]

    def place(self) -> tuple[int, int]:
        """Where it first stands in the story: what disputes are ordered by."""
        orders = sorted(line.unit.order for side in self.sides for line in side)
        return orders[0], orders[-1]


def cut(unit: Unit, first: int, stop: int) -> tuple[str, Evidence]:
    """The words of tokens `first` to `stop` (exclusive) of a unit's sentence, and where they stand."""
    start, end = unit.parse.chars(first, stop)
    base = unit.sentence.start
    return unit.parse.text[start:end], Evidence(report=unit.report, start=base + start, end=base + end)


def sides_of(dispute: Dispute, story: Story) -> tuple[Side, ...]:
    """The sides with their evidence; the shortest words stand for each."""
    found = []
    for lines in dispute.sides:
        evidence = tuple(dict.fromkeys(line.evidence for line in lines))
        shown = min(lines, key=lambda x: (len(x.text), x.unit.order))
        found.append(
            Side(
                value=lines[0].value, text=shown.text, evidence=evidence,
                independent_sources=story.sources(evidence),
            )
        )  # fmt: skip
    return tuple(found)


def later(a: Iterable[Line], b: Iterable[Line]) -> bool:
    """Whether all reports of `b` are dated after all of `a`."""
    mine = [line.unit.reading.report.published for line in a]
    theirs = [line.unit.reading.report.published for line in b]
    if not all(mine) or not all(theirs):
        return False
    return max(x for x in mine if x)[:10] < min(x for x in theirs if x)[:10]


def short_names(actors: Sequence[RecordActor]) -> dict[str, str]:
    """Record actor → the name to use in a question."""
    return {a.id: a.name for a in actors}
