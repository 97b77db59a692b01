"""The record of one story: what its reports say together, with the evidence for every line."""

from dataclasses import dataclass
from typing import Literal

from .reading import (
    ActorType,
    Attribution,
    ConditionKind,
    DateType,
    EventStatus,
    Manner,
    MentionKind,
    Quad,
    QuoteKind,
    Stance,
)
from .report import Report
from .spans import Evidence

__all__ = [
    "BriefLine",
    "Claim",
    "Conflict",
    "ConflictAbout",
    "ConflictKind",
    "History",
    "Placed",
    "PositionChange",
    "Record",
    "RecordActor",
    "RecordCondition",
    "RecordDate",
    "RecordEvent",
    "RecordPosition",
    "RecordQuote",
    "Side",
    "Standing",
    "Standoff",
    "Step",
    "TimelineEntry",
    "Variant",
    "WeighedReport",
]

Standing = Literal["corroborated", "single-source", "contested"]
ConflictAbout = Literal["date", "number", "place", "person", "role", "attribution", "polarity", "status"]
ConflictKind = Literal["conflict", "update"]
PositionChange = Literal["hardened", "softened", "reversed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedReport:
    """A report and what it owes to others: `copied_share` is the part of it that stands in `copy_of` too."""

    report: Report
    copy_of: str | None = None
    copied_share: float = 0.0
    independent: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mention of a merged actor: where it stands, in which report."""

    report: str
    start: int
    end: int
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordActor:
    """One actor of the story, merged across reports and spellings."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str | None = None
    mentions: tuple[Placed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDate:
    """A time expression with its report."""

    report: str
    start: int
    end: int
    text: str
    type: DateType
    value: str
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement, with every place it stands in and the number of independent sources behind it."""

    id: str
    text: str
    evidence: tuple[Evidence, ...]
    independent_sources: int
    attributed_to: tuple[str, ...] = ()
    standing: Standing
    why: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a claim without evidence: {self.text}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a conflict: the value it gives and the words it gives it in."""

    value: str
    text: str
    evidence: tuple[Evidence, ...]
    independent_sources: int

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a side without evidence: {self.text}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two or more statements that cannot both be true (`conflict`), or one that supersedes (`update`)."""

    id: str
    about: ConflictAbout
    question: str
    kind: ConflictKind
    sides: tuple[Side, ...]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A state an event was in, as of a day."""

    status: EventStatus
    as_of: str | None
    when: RecordDate | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEvent:
    """One event of the story, told by one or several reports; `history` holds its states, oldest first.

    `type`, `mode` and `quad` are None for what PLOVER has no type for; such an event stands here only where
    at least two independent reports tell it.
    """

    id: str
    type: str | None
    mode: str | None = None
    quad: Quad | None
    trigger: Evidence
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    when: RecordDate | None = None
    status: EventStatus
    reason: Evidence | None = None
    evidence: tuple[Evidence, ...]
    history: tuple[History, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """The same utterance in another report's words."""

    text: str
    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordQuote:
    """One utterance, merged across reports."""

    id: str
    speaker: str | None
    source: Evidence | None
    cue: Evidence | None
    content: tuple[Evidence, ...]
    kind: QuoteKind
    attribution: Attribution
    manner: Manner = "said"
    said_on: RecordDate | None = None
    variants: tuple[Variant, ...] = ()
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCondition:
    """What a position hangs on; `by` is an actor id of the record."""

    kind: ConditionKind
    span: Evidence
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPosition:
    """One position of one party, merged across reports.

    `reported_by` are the actors who report it where no telling has it from the party itself; `as_of` is
    the first day on which it is told. `change` says how it stands to an earlier position of the same party
    on the same matter, `replaces`.
    """

    id: str
    party: str
    stance: Stance
    action: Evidence
    action_by: str | None = None
    condition: RecordCondition | None = None
    reported_by: tuple[str, ...] = ()
    as_of: str | None = None
    change: PositionChange | None = None
    replaces: str | None = None
    evidence: tuple[Evidence, ...]
    independent_sources: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One party's move and the other's move that it waits for.

    `why` says it in one clause ("Norland will not sign until Sudland pays"), `sentence` is where a report
    tells it.
    """

    party: str
    waits_for: str
    action: str
    condition: str
    evidence: tuple[Evidence, ...]
    why: str = ""
    sentence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standoff:
    """A cycle of parties: each waits for the next."""

    parties: tuple[str, ...]
    steps: tuple[Step, ...]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A line of the timeline. `date` is a day, a month or a year, as precise as the reports are."""

    date: str
    earliest: str | None
    latest: str | None
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """A sentence of the brief, with the evidence that carries it."""

    text: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a brief line without evidence: {self.text}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record of one story. `from_day` and `to_day` bound its reports (`from` and `to` in JSON)."""

    title: str
    status: str
    from_day: str | None
    to_day: str | None
    reports: tuple[WeighedReport, ...]
    independent_sources: int
    actors: tuple[RecordActor, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    events: tuple[RecordEvent, ...] = ()
    quotes: tuple[RecordQuote, ...] = ()
    positions: tuple[RecordPosition, ...] = ()
    standoffs: tuple[Standoff, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    brief: tuple[BriefLine, ...] = ()
