"""What the finders of conflicts pass on: lines that give a value, and the sides that lines fall into."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from twosource.language import Parse
from twosource.model import ConflictAbout, ConflictKind, Evidence, Side

from .claims_units import Unit
from .story import Story

__all__ = [
    "Dispute",
    "Line",
    "Said",
    "Told",
    "cut",
    "later",
    "may_be_one",
    "one_voice",
    "particle",
    "plural",
    "sides_of",
    "yes_or_no",
]

_PARTICLES = frozenset({"back", "away", "out", "off", "up", "down", "over", "in", "aside"})
_ONE_NAME = 60.0  # likeness of last names, in per cent, from which they may be one name


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """Something that a line of a report tells."""

    line: Line

    @property
    def report(self) -> str:
        """The id of the report that tells it."""
        return self.line.unit.report


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said(Told):
    """A value that a report gives of somebody (a record actor): an age, an office."""

    of: str
    value: str


def yes_or_no(
    question: str, why: str, yes: Iterable[Line], no: Iterable[Line], no_value: str = "no"
) -> Dispute:
    """The dispute over a question that some lines answer with yes and others with no."""
    return Dispute(
        about="polarity", kind="conflict", question=question, why=why,
        sides=(
            tuple(replace(line, value="yes") for line in yes),
            tuple(replace(line, value=no_value) for line in no),
        ),
    )  # fmt: skip


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


def later(a: Iterable[Line], b: Iterable[Line], families: Mapping[str, str]) -> bool:
    """Whether all independent sources of `b` speak after all of `a`; a reprint's day is not its source's."""
    mine, theirs = _days(a, families), _days(b, families)
    return bool(mine and theirs) and max(mine) < min(theirs)


def _days(lines: Iterable[Line], families: Mapping[str, str]) -> list[str]:
    """The day of each source's earliest report; none where the day of a source is not known."""
    first: dict[str, str] = {}
    for line in lines:
        family = families.get(line.unit.report, line.unit.report)
        day = (line.unit.reading.report.published or "")[:10]
        first[family] = min(filter(None, (first.get(family), day)), default="")
    return list(first.values()) if all(first.values()) else []


def one_voice(a: Unit, b: Unit) -> bool:
    """Whether one report says both, in its own words or by one speaker: it then knows of both."""
    return a.report == b.report and a.speaker == b.speaker and a.direct == b.direct


def may_be_one(one: str, two: str) -> bool:
    """Whether two names may be names of one: they share a word, or their last words are spelled alike."""
    mine, theirs = (name.replace("-", " ").lower().split() for name in (one, two))
    if not mine or not theirs:
        return True
    return bool(set(mine) & set(theirs)) or ratio(mine[-1], theirs[-1]) >= _ONE_NAME


def particle(parse: Parse, verb: int) -> str:
    """The little word right after a verb that is part of it: "turned back", "laid off"."""
    after = verb + 1
    if after >= len(parse) or parse.heads[after] != verb:
        return ""
    adverb = parse.deps[after] == "advmod" and parse.lemmas[after].lower() in _PARTICLES
    return f" {parse.words[after]}" if adverb or parse.deps[after] == "prt" else ""


def plural(noun: str) -> str:
    """A noun in the plural, for nouns that the text has in the singular only."""
    if noun == "people" or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("x", "ch", "sh", "ss")) else "s")
