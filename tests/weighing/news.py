"""Made-up reports of made-up places, for the tests of copies, stories and comparisons."""
# ruff: noqa: E501 (sentences of the samples)

STRIKE = """VELMORA, Tarsia — Dock workers in the port of Velmora walked out on Tuesday after talks over pay broke down.
The strike idled eleven cranes and left some forty ships waiting outside the breakwater, the harbour office reported.
Union leaders had asked for a rise of nine per cent over two years, while the port authority offered half of that.
Grain traders warned that a stoppage of more than a week would empty silos along the coast before the harvest.
The last walkout in Velmora, six years ago, ended after nine days when the transport minister stepped in as mediator.
Ferries to the outer islands were running as usual because their crews belong to another union.
"""

STRIKE_LATER = """Velmora harbour at a standstill as crews refuse to load grain for a second day
Ship owners counted their losses on Wednesday as Tarsia's biggest port stayed closed and the mediator went home.
A spokeswoman for the freight council put the cost at two million marks a day and rising.
Inside the union hall members voted by a show of hands to keep the pickets at both gates through the weekend.
The government in Orrin has so far kept out of the quarrel, which began with a dispute about night shifts.
"""

BUDGET = """ORRIN, Tarsia — Parliament passed the budget by three votes late on Thursday, ending a month of quarrels over school meals.
The finance minister dropped a levy on heating oil that rural members had called unfair to their voters.
Spending on hospitals goes up by a tenth next year, and the army will buy two patrol aircraft instead of five.
Opposition members left the chamber before the final count and said they would take the bill to the constitutional court.
Analysts at Orrin Savings Bank expect the deficit to shrink to two per cent of output if growth holds.
"""

FLOOD = """KESTREL FALLS — The river Ande burst its banks on Sunday and flooded the lower town within an hour.
Firefighters in rubber boats took more than ninety people from roofs and from a stranded tram.
The regional hospital moved its patients to the upper floors after water reached the emergency generators.
Engineers are examining a weir upstream that was rebuilt only two years ago at a cost of four million marks.
"""

OTHER_FLOOD = """The mayor of Kestrel Falls promised help on Monday for everyone who lost a home when the Ande flooded the lower town.
Soldiers with pumps worked through the night, and volunteers handed out blankets in a school gymnasium.
Whether the weir upstream failed will be settled by an inquiry, the regional governor told reporters.
Insurers believe the damage in Kestrel Falls may pass thirty million marks.
"""
