"""What the parties of the sample do, say and want."""

from twosource.model import (
    History,
    RecordCondition,
    RecordDate,
    RecordEvent,
    RecordPosition,
    RecordQuote,
    Variant,
)

from .texts import HOPED, NEW_DATE, NO_GATES, NO_TALKS, POSTPONED, ev

__all__ = ["events", "positions", "quotes"]


def _date(report: str, words: str, day: str) -> RecordDate:
    place = ev(report, words)
    return RecordDate(
        report=report,
        start=place.start,
        end=place.end,
        text=words,
        type="DATE",
        value=day,
        earliest=day,
        latest=day,
    )


def events() -> tuple[RecordEvent, ...]:
    friday = _date("gazette-0506", "Friday", "2031-05-09")
    later = _date("daily-0509", "May 21", "2031-05-21")
    return (
        RecordEvent(
            id="v1",
            type="CONSULT",
            mode="meet",
            quad="verbal cooperation",
            trigger=ev("gazette-0506", "Talks"),
            actors=("a1", "a2"),
            place="Port Lume",
            when=later,
            status="planned",
            reason=ev("gazette-0506", "both sides said the other had to move first"),
            evidence=POSTPONED + NEW_DATE,
            history=(
                History(
                    status="planned",
                    as_of="2031-05-06",
                    when=friday,
                    evidence=(ev("gazette-0506", "due to open on Friday"),),
                ),
                History(status="postponed", as_of="2031-05-06", when=None, evidence=POSTPONED),
                History(status="planned", as_of="2031-05-09", when=later, evidence=NEW_DATE),
            ),
        ),
        RecordEvent(
            id="v2",
            type="REJECT",
            quad="verbal conflict",
            trigger=ev("gazette-0506", "rejected"),
            actors=("a2",),
            recipients=("a1",),
            status="held",
            evidence=(ev("gazette-0506", "Vardany's foreign ministry rejected the demand"),),
        ),
    )


def quotes() -> tuple[RecordQuote, ...]:
    variant = NO_TALKS[2]
    return (
        RecordQuote(
            id="q1",
            speaker="a3",
            source=ev("gazette-0506", "Kessian Water Minister Orla Brandt"),
            cue=ev("gazette-0506", "told"),
            content=(NO_TALKS[0],),
            kind="direct",
            attribution="named",
            said_on=_date("gazette-0506", "Tuesday", "2031-05-06"),
            variants=(
                Variant(
                    text="Kessia would stay away until the sluices were opened",
                    report=variant.report,
                    start=variant.start,
                    end=variant.end,
                ),
            ),
            evidence=NO_TALKS,
        ),
        RecordQuote(
            id="q2",
            speaker="a4",
            source=None,
            cue=None,
            content=(NO_GATES[0],),
            kind="direct",
            attribution="named",
            evidence=NO_GATES,
        ),
        RecordQuote(
            id="q3",
            speaker="a4",
            source=None,
            cue=None,
            content=(ev("courier-0506", '"Nobody negotiates at gunpoint,"'),),
            kind="direct",
            attribution="named",
            evidence=(ev("courier-0506", '"Nobody negotiates at gunpoint,"'),),
        ),
        RecordQuote(
            id="q4",
            speaker="a6",
            source=None,
            cue=None,
            content=(ev("daily-0509", "Vardany had asked for June"),),
            kind="indirect",
            attribution="unnamed",
            evidence=(ev("daily-0509", "Vardany had asked for June"),),
        ),
        RecordQuote(
            id="q5",
            speaker="a5",
            source=None,
            cue=None,
            content=(HOPED[0],),
            kind="indirect",
            attribution="organization",
            manner="thought",
            evidence=HOPED,
        ),
    )


def positions() -> tuple[RecordPosition, ...]:
    return (
        RecordPosition(
            id="p1",
            party="a1",
            stance="refuses",
            action=ev("gazette-0506", "return to the table"),
            condition=RecordCondition(
                kind="until", span=ev("gazette-0506", "the sluices are opened"), by="a2"
            ),
            evidence=NO_TALKS,
        ),
        RecordPosition(
            id="p2",
            party="a2",
            stance="refuses",
            action=ev("gazette-0506", "open a single gate"),
            condition=RecordCondition(
                kind="as long as", span=ev("gazette-0506", "Kessian patrol boats remain on the lake"), by="a1"
            ),
            evidence=NO_GATES,
        ),
        RecordPosition(
            id="p3",
            party="a5",
            stance="offers",
            action=ev("courier-0506", "station observers at both ends of the lake"),
            condition=RecordCondition(kind="if", span=ev("courier-0506", "the two governments agreed")),
            evidence=(
                ev("courier-0506", "The commission offered to station observers at both ends of the lake"),
            ),
        ),
    )
