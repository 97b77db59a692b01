"""A record made by hand: an invented story of two invented countries, four invented outlets.

Every span is found with `text.index`, so the record is as true to its reports as a real one.
"""

from twosource.model import (
    BriefLine,
    Claim,
    Conflict,
    Evidence,
    Placed,
    Record,
    RecordActor,
    Report,
    Side,
    Span,
    Standoff,
    Step,
    TimelineEntry,
    WeighedReport,
)

from .acts import events, positions, quotes
from .texts import (
    COURIER,
    DAILY,
    FAMILIES,
    FARMERS,
    GAZETTE,
    NEW_DATE,
    NO_GATES,
    NO_TALKS,
    POSTPONED,
    WIRE,
    ev,
)

__all__ = ["sample"]


def _reports() -> tuple[WeighedReport, ...]:
    furniture = ev("gazette-0506", "More news: Ferry fares to rise in June")
    title = ev("gazette-0506", "River talks put off")
    gazette = Report(
        id="gazette-0506",
        text=GAZETTE,
        outlet="The Harbour Gazette",
        title="River talks put off",
        published="2031-05-06T18:20:00+02:00",
        published_basis="metadata",
        url="https://gazette.example/river-talks",
        language="en",
        place="Port Lume",
        furniture=(
            Span(start=title.start, end=title.end),
            Span(start=furniture.start, end=furniture.end),
        ),
    )
    courier = Report(
        id="courier-0506",
        text=COURIER,
        outlet="Lakeside Courier",
        title="Vardany holds firm as dam talks slip",
        byline="Ines Holt",
        published="2031-05-06",
        published_basis="stated",
        url="https://courier.example/2031/05/dam",
    )
    wire = Report(
        id="strand-0506", text=WIRE, outlet="Strand Wire", published="2031-05-06", published_basis="inferred"
    )
    daily = Report(
        id="daily-0509",
        text=DAILY,
        outlet="Northfield Daily",
        title="New date for river talks",
        published="2031-05-09",
        published_basis="stated",
        url="https://northfield.example/a/9",
    )
    return (
        WeighedReport(
            report=gazette,
            copy_of="strand-0506",
            copied_share=0.42,
            independent=True,
            why="adds two speakers",
        ),
        WeighedReport(report=courier),
        WeighedReport(report=wire),
        WeighedReport(report=daily),
    )


def _actor(
    id_: str, name: str, type_: str, *where: Evidence, roles: tuple[str, ...] = (), country: str | None = None
) -> RecordActor:
    return RecordActor(
        id=id_,
        name=name,
        type=type_,  # type: ignore[arg-type]
        roles=roles,
        aliases=(name.split()[-1],) if " " in name else (),
        country=country,
        mentions=tuple(Placed(report=e.report, start=e.start, end=e.end, kind="name") for e in where),
    )


def _actors() -> tuple[RecordActor, ...]:
    return (
        _actor("a1", "Kessia", "country", ev("gazette-0506", "Kessia"), ev("daily-0509", "Kessia")),
        _actor("a2", "Vardany", "country", ev("gazette-0506", "Vardany"), ev("courier-0506", "Vardany")),
        _actor(
            "a3",
            "Orla Brandt",
            "person",
            ev("gazette-0506", "Orla Brandt"),
            ev("strand-0506", "Orla Brandt"),
            roles=("Kessian Water Minister",),
        ),
        _actor("a4", "Teo Marrick", "person", ev("courier-0506", "Teo Marrick"), roles=("Vardan spokesman",)),
        _actor("a5", "Lake Commission", "organization", ev("courier-0506", "Lake Commission")),
        _actor("a6", "a diplomat close to the talks", "unnamed", ev("daily-0509", "a diplomat close")),
    )


def _claims() -> tuple[Claim, ...]:
    def claim(
        n: int,
        text: str,
        evidence: tuple[Evidence, ...],
        sources: int,
        standing: str,
        by: tuple[str, ...] = (),
        why: str = "",
    ) -> Claim:
        return Claim(
            id=f"c{n}",
            text=text,
            evidence=evidence,
            independent_sources=sources,
            standing=standing,  # type: ignore[arg-type]
            attributed_to=by,
            why=why,
        )

    return (
        claim(
            1,
            "Talks on the Sel Gorge dam, due on Friday, were postponed.",
            POSTPONED,
            2,
            "corroborated",
            ("a5",),
            "two outlets that do not copy each other",
        ),
        claim(2, "12,000 farmers had lost their spring planting.", FARMERS, 2, "contested", ("a3",)),
        claim(3, "9,000 families are without a harvest.", FAMILIES, 1, "contested"),
        claim(
            4,
            "A third of the reservoir's water has been held back since March.",
            (ev("gazette-0506", "A third of the reservoir's water has been held back since March"),),
            1,
            "single-source",
            ("a5",),
        ),
        claim(
            5,
            "Kessia has not withdrawn its patrol boats.",
            (ev("daily-0509", "Kessia has not withdrawn its patrol boats"),),
            1,
            "single-source",
            ("a5",),
        ),
        claim(
            6,
            "Vardany had asked for June.",
            (ev("daily-0509", "Vardany had asked for June"),),
            1,
            "single-source",
            ("a6",),
        ),
    )


def _conflicts() -> tuple[Conflict, ...]:
    return (
        Conflict(
            id="k1",
            about="number",
            question="How many lost their harvest?",
            kind="conflict",
            sides=(
                Side(
                    value="12,000 farmers",
                    text="12,000 farmers had lost their spring planting",
                    evidence=FARMERS,
                    independent_sources=2,
                ),
                Side(
                    value="9,000 families",
                    text="the number of families without a harvest at 9,000",
                    evidence=FAMILIES,
                    independent_sources=1,
                ),
            ),
            why="farmers against families, from two different bodies",
        ),
        Conflict(
            id="k2",
            about="date",
            question="When do the talks open?",
            kind="update",
            sides=(
                Side(
                    value="9 May 2031",
                    text="due to open on Friday",
                    evidence=(
                        ev("gazette-0506", "due to open on Friday"),
                        ev(
                            "strand-0506",
                            "due to open \
on Friday",
                        ),
                    ),
                    independent_sources=1,
                ),
                Side(
                    value="21 May 2031",
                    text="Kessia and Vardany are now to meet on May 21",
                    evidence=NEW_DATE,
                    independent_sources=1,
                ),
            ),
        ),
    )


def sample() -> Record:
    """The whole record."""
    return Record(
        title="Talks on the Sel Gorge dam",
        status="Postponed on 6 May; a new date, 21 May, was announced on 9 May. Each waits for the other.",
        from_day="2031-05-06",
        to_day="2031-05-09",
        reports=_reports(),
        independent_sources=3,
        actors=_actors(),
        claims=_claims(),
        conflicts=_conflicts(),
        events=events(),
        quotes=quotes(),
        positions=positions(),
        standoffs=(
            Standoff(
                parties=("a1", "a2"),
                steps=(
                    Step(
                        party="a1",
                        waits_for="a2",
                        action="return to the table",
                        condition="the sluices are opened",
                        evidence=NO_TALKS,
                    ),
                    Step(
                        party="a2",
                        waits_for="a1",
                        action="open a single gate",
                        condition="Kessian patrol boats remain on the lake",
                        evidence=NO_GATES,
                    ),
                ),
                why="each names the other's move as its condition",
            ),
        ),
        timeline=(
            TimelineEntry(
                date="2031-03",
                earliest="2031-03-01",
                latest="2031-03-31",
                text="Vardany begins to hold back a third of the reservoir's water.",
                evidence=(ev("gazette-0506", "has been held back since March"),),
            ),
            TimelineEntry(
                date="2031-05-06",
                earliest="2031-05-06",
                latest="2031-05-06",
                text="The Lake Commission calls off the second round.",
                evidence=POSTPONED,
            ),
            TimelineEntry(
                date="2031-05-09",
                earliest="2031-05-09",
                latest="2031-05-09",
                text="The commission announces a new date.",
                evidence=NEW_DATE,
            ),
            TimelineEntry(
                date="2031-05-21",
                earliest="2031-05-21",
                latest="2031-05-21",
                text="Kessia and Vardany are to meet.",
                evidence=NEW_DATE,
            ),
        ),
        brief=(
            BriefLine(
                text="Talks between Kessia and Vardany on the Sel Gorge dam, due on Friday, were postponed.",
                evidence=POSTPONED,
            ),
            BriefLine(
                text="Kessia will not return until the sluices are opened; Vardany will not open a gate "
                "while Kessian patrol boats remain on the lake.",
                evidence=NO_TALKS + NO_GATES,
            ),
            BriefLine(text="The two are now to meet on 21 May, one report says.", evidence=NEW_DATE),
        ),
    )
