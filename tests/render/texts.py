"""The invented reports of the sample, and the words in them that its lines rest on."""

from twosource.model import Evidence

__all__ = [
    "COURIER",
    "DAILY",
    "FAMILIES",
    "FARMERS",
    "GAZETTE",
    "HOPED",
    "NEW_DATE",
    "NO_GATES",
    "NO_TALKS",
    "POSTPONED",
    "TEXTS",
    "WIRE",
    "ev",
]

GAZETTE = """River talks put off

PORT LUME, May 6 — Talks between Kessia and Vardany over the Sel Gorge dam, due to open on Friday, \
were postponed on Tuesday after both sides said the other had to move first.

"We will not return to the table until the sluices are opened," Kessian Water Minister Orla Brandt \
told reporters in Port Lume. She said 12,000 farmers had lost their spring planting.

Vardany's foreign ministry rejected the demand. "We will not open a single gate while Kessian patrol \
boats remain on the lake," spokesman Teo Marrick said.

The Lake Commission, which mediates, said it hoped to bring the two delegations together before the end \
of the month. A third of the reservoir's water has been held back since March, according to the commission.

More news: Ferry fares to rise in June
"""

COURIER = """Vardany holds firm as dam talks slip

By Ines Holt

LAKESIDE, May 6 — The second round of negotiations on the Sel Gorge dam will not take place this week, \
the Lake Commission said on Tuesday.

Brandt said Kessia would stay away until the sluices were opened. Farmers' unions in the valley put the \
number of families without a harvest at 9,000.

Teo Marrick, the Vardan spokesman, said no gate would be opened while patrol boats were on the lake. \
"Nobody negotiates at gunpoint," he added.

The commission offered to station observers at both ends of the lake if the two governments agreed.
"""

WIRE = """PORT LUME, May 6 (Strand Wire) — Talks between Kessia and Vardany over the Sel Gorge dam, due to \
open on Friday, were postponed on Tuesday.

"We will not return to the table until the sluices are opened," Kessian Water Minister Orla Brandt said.

The Lake Commission said it hoped to bring the two delegations together before the end of the month.
"""

DAILY = """New date for river talks

PORT LUME, May 9 — Kessia and Vardany are now to meet on May 21, the Lake Commission announced on Friday, \
three days after it had called off the round planned for this week.

Vardany had asked for June, a diplomat close to the talks said. Kessia's harvest losses were put at 12,000 \
farmers by its water ministry.

Kessia has not withdrawn its patrol boats, the commission's observers reported.
"""

TEXTS = {"gazette-0506": GAZETTE, "courier-0506": COURIER, "strand-0506": WIRE, "daily-0509": DAILY}


def ev(report: str, words: str) -> Evidence:
    """The place where the report says these words."""
    start = TEXTS[report].index(words)
    return Evidence(report=report, start=start, end=start + len(words))


POSTPONED = (
    ev("gazette-0506", "Talks between Kessia and Vardany over the Sel Gorge dam"),
    ev("strand-0506", "were postponed on Tuesday"),
    ev("courier-0506", "The second round of negotiations on the Sel Gorge dam will not take place this week"),
)
NO_TALKS = (
    ev("gazette-0506", "We will not return to the table until the sluices are opened"),
    ev("strand-0506", "We will not return to the table until the sluices are opened"),
    ev("courier-0506", "Kessia would stay away until the sluices were opened"),
)
NO_GATES = (
    ev("gazette-0506", "We will not open a single gate while Kessian patrol boats remain on the lake"),
    ev("courier-0506", "no gate would be opened while patrol boats were on the lake"),
)
NEW_DATE = (ev("daily-0509", "Kessia and Vardany are now to meet on May 21"),)
FARMERS = (
    ev("gazette-0506", "12,000 farmers had lost their spring planting"),
    ev("daily-0509", "Kessia's harvest losses were put at 12,000 farmers by its water ministry"),
)
FAMILIES = (ev("courier-0506", "the number of families without a harvest at 9,000"),)
HOPED = (
    ev("gazette-0506", "it hoped to bring the two delegations together before the end of the month"),
    ev("strand-0506", "it hoped to bring the two delegations together before the end of the month"),
)
