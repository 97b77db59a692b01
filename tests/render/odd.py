"""Records no newsroom would send: hostile words everywhere, and a story of many reports."""

from dataclasses import replace

from twosource.model import (
    BriefLine,
    Claim,
    Conflict,
    Evidence,
    History,
    Placed,
    Record,
    RecordActor,
    RecordCondition,
    RecordDate,
    Report,
    Side,
    Span,
    Standoff,
    Step,
    TimelineEntry,
    Variant,
    WeighedReport,
)

from .sample import sample

__all__ = ["HOSTILE", "hostile", "large"]

HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(2)> ![p](http://evil.example/p.png) '
    "[bold red]rich[/] [click](javascript:alert(3)) \x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link "
    "\u202etxet desrever\u202c </style></mark></article> &lt;b&gt; # *x* | `y` \x00\x9b31m \ud800 end."
)


def hostile() -> Record:
    """The sample with hostile words in every place that words from outside can reach."""
    text = HOSTILE + "\n\n# Heading\n- " + HOSTILE + "\r\n" + HOSTILE
    where = (
        Evidence(report="r", start=0, end=len(HOSTILE)),
        Evidence(report="r", start=9, end=40),
        Evidence(report="r", start=30, end=len(text)),
        Evidence(report="r", start=3, end=len(text) + 50),
        Evidence(report="r", start=len(text) + 9, end=len(text) + 10),
        Evidence(report="not there", start=0, end=4),
    )
    report = Report(
        id="r",
        text=text,
        outlet=HOSTILE,
        title=HOSTILE,
        byline=HOSTILE,
        url="javascript:alert(document.domain)",
        published=HOSTILE,
        furniture=(Span(start=2, end=60),),
    )
    place = where[0]
    odd = RecordDate(report="r", start=0, end=5, text=HOSTILE, type="DATE", value=HOSTILE, earliest=HOSTILE)
    base = sample()
    return replace(
        base,
        title=HOSTILE,
        status=HOSTILE,
        from_day=HOSTILE,
        to_day=None,
        reports=(WeighedReport(report=report, copy_of=HOSTILE, copied_share=0.5, why=HOSTILE),),
        actors=(
            RecordActor(
                id="x",
                name=HOSTILE,
                type="person",
                aliases=(HOSTILE,),
                roles=(HOSTILE,),
                country=HOSTILE,
                mentions=(Placed(report="r", start=0, end=5, kind="name"),),
            ),
        ),
        claims=(
            replace(base.claims[0], text=HOSTILE, evidence=where, attributed_to=("x", HOSTILE), why=HOSTILE),
        ),
        conflicts=(
            Conflict(
                id=HOSTILE,
                about="number",
                question=HOSTILE,
                kind="conflict",
                sides=tuple(
                    Side(value=HOSTILE, text=HOSTILE, evidence=where, independent_sources=1) for _ in "ab"
                ),
                why=HOSTILE,
            ),
        ),
        events=(
            replace(
                base.events[0],
                type=HOSTILE,
                actors=("x",),
                place=HOSTILE,
                trigger=place,
                when=odd,
                reason=place,
                evidence=where,
                history=(History(status="held", as_of=HOSTILE, when=odd, evidence=where),),
            ),
        ),
        quotes=(
            replace(
                base.quotes[0],
                speaker="x",
                source=place,
                cue=place,
                content=where[:2],
                evidence=where,
                said_on=odd,
                variants=(Variant(text=HOSTILE, report="r", start=0, end=9),),
            ),
        ),
        positions=(
            replace(
                base.positions[0],
                party="x",
                action=place,
                evidence=where,
                condition=RecordCondition(kind="if", span=place, by=HOSTILE),
            ),
        ),
        standoffs=(
            Standoff(
                parties=("x", HOSTILE),
                steps=(
                    Step(party="x", waits_for=HOSTILE, action=HOSTILE, condition=HOSTILE, evidence=where),
                ),
                why=HOSTILE,
            ),
        ),
        timeline=(TimelineEntry(date=HOSTILE, earliest=HOSTILE, latest=None, text=HOSTILE, evidence=where),),
        brief=(BriefLine(text=HOSTILE, evidence=where),),
    )


def large(reports: int = 50, claims: int = 500) -> Record:
    """A big story: reports of about 6,000 characters, each claim told in eight of them."""
    line = "The harbour council said on Monday that the new pier would open before the summer season. "
    text = "\n\n".join(line * 4 for _ in range(17))
    kept = tuple(
        WeighedReport(report=Report(id=f"r{n}", text=text, outlet=f"Outlet {n}")) for n in range(reports)
    )
    made = []
    for n in range(claims):
        start = (n * 37) % (len(text) - 400)
        where = tuple(
            Evidence(report=f"r{(n * 7 + k) % reports}", start=start, end=start + 60 + n % 300)
            for k in range(8)
        )
        made.append(
            Claim(
                id=f"c{n}",
                text=f"Statement {n}: {line}",
                evidence=where,
                independent_sources=8,
                standing="corroborated",
            )
        )
    return replace(
        Record(
            title="Pier",
            status="Open",
            from_day=None,
            to_day=None,
            reports=kept,
            independent_sources=reports,
        ),
        claims=tuple(made),
    )
