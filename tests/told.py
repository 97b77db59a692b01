"""An invented story in three invented outlets: a postponed meeting between two sides that wait for each other."""
# ruff: noqa: E501 (sentences of the samples)

from twosource.model import Report

__all__ = ["COURIER", "LEDGER", "REPORTS", "TRIBUNE"]

LEDGER = Report(
    id="ledger",
    source="ledger.txt",
    outlet="The Ledger",
    title="Harbour talks in Velmora postponed",
    published="2031-03-05",
    published_basis="stated",
    text="""Harbour talks in Velmora postponed

The meeting between the Harbor Union and the Port Authority has been postponed, the authority said on Wednesday. It gave no reason and named no new date.
Union leader Jon Berg was due to meet Transport Minister Carla Mendes on Thursday. "We came to talk, and the door was shut," Berg said.
The Harbor Union demands that the Port Authority raise wages by nine percent. The union said it would call off the strike only if the authority raised wages first.
Mendes said the authority would raise wages only if the union called off its strike.
Some 40 ships are waiting outside the port. Dock workers walked out last Friday.
""",
)

COURIER = Report(
    id="courier",
    source="courier.txt",
    outlet="Courier",
    title="Velmora: authority puts off meeting with dockers",
    published="2031-03-05",
    published_basis="stated",
    text="""Velmora: authority puts off meeting with dockers

The Port Authority has postponed a meeting with the Harbor Union that was planned for Friday, officials said. No reason was given.
Carla Mendes, the transport minister, said that the authority would raise wages only if the strike ended.
"We came to talk and the door was shut," Jon Berg, the leader of the Harbor Union, told reporters.
More than 60 ships are waiting outside the port of Velmora, the harbour office said.
The United States and Norway have offered to mediate. Washington said it would send an envoy if both sides agreed.
""",
)

TRIBUNE = Report(
    id="tribune",
    source="tribune.txt",
    outlet="Tribune",
    title="Dockers’ leader: “door was shut”",
    text="""Dockers’ leader: “door was shut”

Jon Berg, who leads the Harbor Union, said on Wednesday that he would meet Carla Mendes as soon as she named a day.
“We came to talk and the door was shut,” he said in Velmora — naïve hopes, he added, were gone 🙂.
The Port Authority refuses to pay more unless the strike ends. The strike began on February 28.
""",
)

REPORTS = (LEDGER, COURIER, TRIBUNE)
