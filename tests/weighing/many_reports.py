"""A generator of reports that copy one another: three reporters' accounts of one strike, reprinted, cut, spun.

Who wrote what is known of every report, so what a record counts can be checked against it.
"""
# ruff: noqa: E501 (sentences of the samples)

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.intake import from_bytes
from twosource.model import Report

__all__ = ["ORIGINS", "Printed", "many_reports"]

# Three reporters on one story: what they share is told in other words, and each has lines of his own.
ORIGINS: dict[str, Sequence[str]] = {
    "wire": (
        "Dock workers in the port of Velmora walked out on Tuesday after talks over pay broke down.",
        "The strike idled eleven cranes and left forty ships waiting outside the breakwater, the harbour office reported.",
        "Union leaders had asked for a rise of nine per cent over two years, while the port authority offered half of that.",
        "Grain traders warned that a stoppage of more than a week would empty silos along the coast before the harvest.",
        "The last walkout in Velmora, six years ago, ended after nine days when the transport minister stepped in as mediator.",
        "Ferries to the outer islands were running as usual because their crews belong to another union.",
        "A spokesman for the port authority said the board would meet on Friday to weigh a new proposal.",
        "Police closed the coast road to lorries and sent drivers to a car park near the old airfield.",
        "Bakers in the capital said they had flour for three weeks.",
        "The central bank expects the dispute to shave a tenth of a point from growth if it lasts until June.",
    ),
    "paper": (
        "Velmora harbour stood still on Wednesday as crews refused to load grain for a second day.",
        "Forty ships are now waiting at anchor beyond the breakwater, harbour officials say.",
        "Inside the union hall members voted by a show of hands to keep the pickets at both gates through the weekend.",
        "The workers want nine per cent more pay over two years; the port authority has offered them half.",
        "A spokeswoman for the freight council put the cost at two million marks a day and rising.",
        "The government in Orrin has so far kept out of the quarrel, which began with a dispute about night shifts.",
        "Dora Lind, who has led the union since spring, slept on a cot beside the soup kitchen.",
        "Two tugs collided in the crowded roadstead before dawn, but nobody was hurt.",
        "Port managers will sit down on Friday to consider another offer, according to a memo seen by this paper.",
        "Shopkeepers near the gates complained that their customers had vanished along with the lorries.",
    ),
    "radio": (
        "For the crane drivers of Velmora the third morning of their strike began with rain and a brass band.",
        "Eleven cranes stand idle, and nobody on the quay expects them to move before the weekend.",
        "Mediation failed twice this month, a retired judge who chaired both rounds told listeners.",
        "Farm cooperatives upriver have begun to store wheat in empty school gymnasiums.",
        "Island ferries still sail, for their crews have a union of their own.",
        "The mayor brought blankets and asked both camps to remember the flood of 2019.",
        "Insurance brokers doubled the premium for ships bound for the bay.",
        "A child on the pier held up a sign that said her father had not been home for supper since Sunday.",
        "Analysts at Orrin Savings Bank believe rival ports in the south will keep some of the trade for good.",
        "Night trains have been laid on to carry fruit to the northern markets.",
    ),
}  # fmt: skip

_SWAPS = {
    "said": "stated", "warned": "cautioned", "ended": "finished", "began": "started", "asked": "requested",
    "left": "kept", "expects": "foresees", "believe": "think", "complained": "grumbled", "sent": "directed",
    "rise": "increase", "cost": "price", "quarrel": "row", "carry": "haul", "idle": "unused", "weigh": "discuss",
    "waiting": "queueing", "closed": "shut", "brought": "carried", "store": "keep", "nobody": "no one",
}  # fmt: skip

_FRAMES: Sequence[tuple[str, str]] = (
    ("", "Follow our business desk for more stories from the coast.\n"),
    (
        "ADVERTISEMENT\n\n",
        "Sign up for the morning newsletter and never miss a story.\nAll rights reserved.\n",
    ),
    ("", "More news: Lottery numbers of the week\nRead more: Ten walks along the bay\n"),
    (
        "Photo: Getty Images\n\n",
        "Copyright 2031 Bay Media. This material may not be published without consent.\n",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A report and the reporter whose account it prints."""

    report: Report
    origin: str


def many_reports(count: int, seed: int = 1) -> list[Printed]:
    """`count` reports of one story by three reporters: the accounts themselves, then what was made of them."""
    draw = random.Random(seed)
    names = list(ORIGINS)
    found = [_printed(n, name, list(ORIGINS[name]), draw) for n, name in enumerate(names)]
    while len(found) < count:
        name = draw.choice(names)
        lines = list(ORIGINS[name])
        kind = draw.choice(("reprinted", "cut", "spun", "cut and spun"))
        if "cut" in kind:
            lines = lines[: draw.randint(4, 9)]
        if "spun" in kind:
            lines = [_spun(line, draw) for line in lines]
        found.append(_printed(len(found), name, lines, draw))
    return found


def _spun(line: str, draw: random.Random) -> str:
    words = line.split(" ")
    return " ".join(_SWAPS[w] if w in _SWAPS and draw.random() < 0.6 else w for w in words)


def _printed(number: int, origin: str, lines: Sequence[str], draw: random.Random) -> Printed:
    head, foot = _FRAMES[number % len(_FRAMES)] if number >= len(ORIGINS) else ("", "")
    day = date(2031, 5, 8) + timedelta(days=0 if number < len(ORIGINS) else draw.randint(0, 2))
    text = f"{head}VELMORA, Tarsia — {' '.join(lines[:3])}\n\n{' '.join(lines[3:])}\n\n{foot}"
    outlet = f"Outlet {number % 40}" if number >= len(ORIGINS) else f"The first {origin}"
    row = {"id": f"r{number:03}", "text": text, "outlet": outlet, "published": day.isoformat()}
    (report,) = from_bytes(json.dumps(row).encode(), source="made up", kind="jsonl")
    assert isinstance(report, Report)
    return Printed(report=report, origin=origin)
