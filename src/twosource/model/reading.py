"""What one report says: every finding carries the span of the report's text that it came from."""

from dataclasses import dataclass
from typing import Literal

from .report import Report
from .spans import Span

__all__ = [
    "Actor",
    "ActorType",
    "Attribution",
    "Condition",
    "ConditionKind",
    "Date",
    "DateType",
    "Event",
    "EventStatus",
    "Manner",
    "Mention",
    "MentionKind",
    "Position",
    "Quad",
    "Quote",
    "QuoteKind",
    "Reading",
    "Sentence",
    "Stance",
]

ActorType = Literal["person", "organization", "country", "group", "unnamed"]
MentionKind = Literal["name", "nominal", "pronoun"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Manner = Literal["said", "thought"]
Attribution = Literal["named", "organization", "unnamed", "none"]
EventStatus = Literal["planned", "under way", "held", "postponed", "cancelled", "denied", "possible"]
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Stance = Literal["demands", "offers", "commits", "accepts", "refuses", "threatens"]
ConditionKind = Literal["if", "unless", "until", "as long as", "in return for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the report; `boilerplate` ones (teasers, captions, cookie lines) yield no findings."""

    id: str
    start: int
    end: int
    boilerplate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an actor is named, described or referred to."""

    start: int
    end: int
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone who acts or speaks in one report. `country` is ISO 3166-1 alpha-2."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str | None = None
    mentions: tuple[Mention, ...]

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"an actor without a mention: {self.name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A time expression (TimeML TIMEX3). `earliest` and `latest` are ISO days that bound it, or None."""

    start: int
    end: int
    text: str
    type: DateType
    value: str
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words or content that somebody is reported to have said. `content` is in reading order.

    `manner` tells what is only reported to be thought, hoped or known ("Ruiz believes…") from what was said.
    """

    id: str
    speaker: str | None
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: QuoteKind
    attribution: Attribution
    manner: Manner = "said"
    said_on: Date | None = None
    sentences: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a quote without content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, is to happen or was called off; `type` and `mode` are PLOVER's.

    `type`, `mode` and `quad` are None for what PLOVER has no type for (a merger, an earthquake).
    """

    id: str
    type: str | None
    mode: str | None = None
    quad: Quad | None
    trigger: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    when: Date | None = None
    status: EventStatus
    reason: Span | None = None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a position hangs on, and whose move it is (`by`, an actor id)."""

    kind: ConditionKind
    span: Span
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a party demands, offers, commits to, accepts, refuses or threatens.

    `reported_by` is the actor who says so where it is not the party itself ("aides said the king would
    sign"); `said_on` the day that its clause gives.
    """

    id: str
    party: str
    stance: Stance
    action: Span
    action_by: str | None = None
    condition: Condition | None = None
    reported_by: str | None = None
    said_on: Date | None = None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one report says."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    dates: tuple[Date, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
