"""Status and reason of events: one sentence a construction."""

import pytest

from .events_told import lay, told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # tense and aspect
        ("Ruiz met Lindqvist.", "held"),
        ("Ruiz has met Lindqvist.", "held"),
        ("Ruiz is meeting Lindqvist.", "under way"),
        ("Ruiz will meet Lindqvist.", "planned"),
        ("Ruiz said that he would meet Lindqvist.", "planned"),
        ("Ruiz meets Lindqvist on May 20.", "planned"),
        ("Petrova will fly home when Ruiz visits Freedonia.", "planned"),
        # modality, conditions, negation
        ("Ruiz could meet Lindqvist.", "possible"),
        ("Ruiz may meet Lindqvist.", "possible"),
        ("If Ruiz meets Lindqvist, the strike ends.", "possible"),
        ("Petrova asked whether Ruiz met Lindqvist.", "possible"),
        ("Ruiz did not meet Lindqvist.", "denied"),
        ("Ruiz did not meet Lindqvist until 2008.", "held"),
        ("Ruiz will not meet Lindqvist until Friday.", "denied"),
        ("Ruiz denied that he met Lindqvist.", "denied"),
        ("Ruiz held no talks with Lindqvist.", "denied"),
        # governing verbs and adjectives
        ("Ruiz plans to meet Lindqvist.", "planned"),
        ("Ruiz is scheduled to meet Lindqvist.", "planned"),
        ("Ruiz is expected to meet Lindqvist.", "planned"),
        ("Ruiz wants to meet Lindqvist.", "possible"),
        ("Ruiz began negotiating with Lindqvist.", "under way"),
        ("After meeting Lindqvist, Ruiz flew home.", "held"),
        ("Before meeting with Lindqvist, Ruiz rested.", "planned"),
        # nouns: what is done with them
        ("Ruiz's meeting with Lindqvist has been postponed.", "postponed"),
        ("Ruritania put off its talks with Freedonia.", "postponed"),
        ("Ruritania called off its talks with Freedonia.", "cancelled"),
        ("The talks between Ruritania and Freedonia were cancelled.", "cancelled"),
        ("The summit between Ruiz and Lindqvist took place in June.", "held"),
        ("The summit between Ruiz and Lindqvist will take place in June.", "planned"),
        ("Ruritania offered to hold talks with Freedonia.", "possible"),
        ("Ruritania proposed talks with Freedonia.", "possible"),
        ("Ruritania continued its talks with Freedonia.", "under way"),
        ("Ruiz held two rounds of talks with Lindqvist.", "held"),
        # nouns: what stands beside them
        ("The planned talks between Ruritania and Freedonia matter.", "planned"),
        ("Traders fear the now-postponed talks between Ruritania and Freedonia.", "postponed"),
        ("Marlow spoke of a possible summit of Ruiz and Lindqvist.", "possible"),
        ("Marlow raised the possibility of a summit between Ruiz and Lindqvist.", "possible"),
        ("Ruiz rested after the talks with Lindqvist.", "held"),
        ("Ruiz rested before the talks with Lindqvist.", "planned"),
        ("Petrova awaits the meeting of Ruiz and Lindqvist, which is scheduled for June.", "planned"),
        ("The talks between Ruritania and Freedonia are under way.", "under way"),
        ("The talks between Ruritania and Freedonia are off.", "cancelled"),
        ("The talks between Ruritania and Freedonia could be postponed.", "planned"),
    ],
)
def test_status_of_a_meeting(text: str, status: str) -> None:
    assert told(text, "CONSULT").status == status


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Ruritania has not released Okafor.", "RETREAT", "denied"),
        ("Ruritania agreed to release Okafor.", "RETREAT", "planned"),
        ("The sanctions on Freedonia are on.", "SANCTION", "under way"),
        ("The sanctions on Freedonia will not be lifted.", "SANCTION", "under way"),
        ("Marlow tried to persuade Petrova to stay.", "REQUEST", "held"),
        ("Ruritania is investigating Zenith Bank.", "INVESTIGATE", "under way"),
        ("Okafor seized a rifle before shooting Petrova.", "ASSAULT", "held"),
        ("Okafor will seize a rifle before shooting Petrova.", "ASSAULT", "planned"),
        # what is said has been said, whatever answers it
        ("Marlow accepted an invitation from Petrova.", "REQUEST", "held"),
        ("Marlow is weighing a request by Petrova.", "REQUEST", "held"),
        ("Zenith Bank accepted donations from Marlow.", "AID", "held"),
        ("Haddad did not sleep before sending Petrova an invitation.", "REQUEST", "held"),
        ("Marlow sent the board a letter congratulating Petrova.", "SUPPORT", "held"),
        ("Marlow said he will leave, calling Petrova a liar.", "ACCUSE", "held"),
        ("Marlow said that he had not stolen and rejecting Petrova.", "REJECT", "held"),
        ("Marlow resigned over Petrova's criticism that he may not stay.", "ACCUSE", "held"),
        ("Ruritania opened an inquiry into Zenith Bank, which could hurt Marlow.", "INVESTIGATE", "held"),
        ("Ruiz and Lindqvist met to discuss the dam.", "CONSULT", "held"),
        ("Petrova had signed a petition urging Marlow to sell.", "REQUEST", "held"),
        ("Marlow hopes to soften the demand from Petrova.", "REQUEST", "held"),
        ("Marlow hopes to contain the threat from Borduria.", "THREATEN", "possible"),
        ("Ruritania seemed intent on arresting Okafor.", "COERCE", "planned"),
        ("Rumours could hurt Sylvania's inquiry into Zenith Bank.", "INVESTIGATE", "under way"),
        ("Marlow may interfere with Sylvania's inquiry into Zenith Bank.", "INVESTIGATE", "under way"),
        # what goes on
        ("Ruritania and Freedonia reported progress in talks with Borduria.", "CONSULT", "under way"),
        ("Ruiz's meeting with Lindqvist this week broke up early.", "CONSULT", "held"),
        ("Ruiz's first meeting of 2031 with Lindqvist was short.", "CONSULT", "held"),
    ],
)
def test_status_of_other_events(text: str, kind: str, status: str) -> None:
    assert told(text, kind).status == status


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ruritania cancelled the talks with Freedonia because of a storm.", "a storm"),
        ("The talks between Ruritania and Freedonia were postponed due to illness.", "illness"),
        ("Ruiz met Lindqvist because the docks were closed.", "the docks were closed"),
        ("Ruritania cancelled the talks with Freedonia, citing security concerns.", "security concerns"),
        ("Ruritania cancelled the talks with Freedonia, citing no reason.", None),
        ("Ruritania cancelled the talks with Freedonia.", None),
    ],
)
def test_reasons(text: str, reason: str | None) -> None:
    event = told(text, "CONSULT")
    assert (lay(text).words(event.reason) if event.reason else None) == reason
