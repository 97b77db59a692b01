"""What happens besides PLOVER's types: triggers, sides and statuses, one sentence a construction."""

import pytest

from .events_told import events_of, status_at


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        # tense and aspect
        ("Profits at the brewery rose by a third.", "rose", "held"),
        ("Profits will rise next year.", "rise", "planned"),
        ("An earthquake shook the coast.", "earthquake", "held"),
        ("An earthquake shook the coast.", "shook", "held"),
        ("The brewery is being sold.", "sold", "under way"),
        ("The brewery was being sold.", "sold", "held"),
        ("The brewery is to be sold in June.", "sold", "planned"),
        ("The brewery to close in June", "close", "planned"),
        ("The ferry will be available in June.", "available", "planned"),
        ("The shares were down two points.", "down", "held"),
        ("The bridge will be repaired before the ferry returns.", "returns", "planned"),
        ("The ferry sank before the crew was rescued.", "rescued", "held"),
        # modality, negation, conditions, what did not come to be
        ("The bank may buy the brewery.", "buy", "possible"),
        ("The bank must pay for the delay.", "pay", "possible"),
        ("The bank must pay for the delay.", "delay", "held"),
        ("The bank did not buy the brewery.", "buy", "denied"),
        ("The bank will not buy the brewery.", "buy", "denied"),
        ("The bank should not buy the brewery.", "buy", "possible"),
        ("The council told the bank not to buy the brewery.", "buy", "possible"),
        ("The bank would buy the brewery if the price fell.", "buy", "possible"),
        ("The bank would buy the brewery if the price fell.", "fell", "possible"),
        ("Unless the price falls, the mine will close.", "falls", "possible"),
        ("The bank would have bought the brewery.", "bought", "denied"),
        ("The bank should have bought the brewery.", "bought", "denied"),
        ("There was no sale.", "sale", "denied"),
        ("The sale never took place.", "sale", "denied"),
        # what governs it
        ("Marlow is expected to retire.", "retire", "planned"),
        ("The bank has decided to buy the brewery.", "buy", "planned"),
        ("The bank failed to buy the brewery.", "buy", "denied"),
        ("The bank refused to sell the brewery.", "sell", "denied"),
        ("The bank denied that it bought the brewery.", "bought", "denied"),
        ("The bank wants to buy the brewery.", "buy", "possible"),
        ("The bank considered closing the brewery.", "closing", "possible"),
        ("The bank managed to close the brewery.", "close", "held"),
        ("The bank claims to own the brewery.", "own", "held"),
        ("The bank will continue to lend.", "lend", "planned"),
        ("The bank sold the mine so that it could pay its debts.", "pay", "planned"),
        ("Okafor was the first mayor to sail there.", "sail", "held"),
        ("The council demanded that the bank close the mine.", "close", "possible"),
        ("Traders expect prices to fall.", "fall", "planned"),
        # nouns
        ("The planned merger of the two breweries needs a vote.", "merger", "planned"),
        ("The merger of the two breweries collapsed.", "merger", "cancelled"),
        ("The bank announced the closure of the brewery.", "closure", "planned"),
        ("The bank announced that it had closed the brewery.", "closed", "held"),
        ("Marlow hopes for a sale of the mine.", "sale", "possible"),
        ("A sale of the mine is possible.", "sale", "possible"),
        ("The sale of the mine is under way.", "sale", "under way"),
        ("The launch was scrapped.", "launch", "cancelled"),
        ("The launch was put off because of fog.", "launch", "postponed"),
        ("The storm delayed the ferry.", "storm", "held"),
        ("The delay of the ferry was due to the storm.", "delay", "held"),
        ("The decision to close the mine angered the town.", "decision", "held"),
        ("Her decision to close the mine angered the town.", "close", "held"),
        ("The Harbour Games will open on Friday.", "Games", "planned"),
        # moved to another day, and to another place
        ("The vote was moved from Monday to Friday.", "vote", "postponed"),
        ("The vote has been rescheduled for June 2.", "vote", "postponed"),
        ("The vote was brought forward to Friday.", "vote", "planned"),
        ("The vote was moved to another hall.", "vote", "held"),
    ],
)
def test_status(text: str, word: str, status: str) -> None:
    assert status_at(text, word) == status


@pytest.mark.parametrize(
    "text",
    [
        "Marlow usually walks to the port.",  # a habit
        "The brewery belongs to the bank.",  # a state
        "The long-awaited sequel is blue.",  # an attribute
        "The weather in Geneva was fine.",
        "",
    ],
)
def test_nothing_happens(text: str) -> None:
    assert events_of(text) == ()


def test_no_type_no_mode_no_quad() -> None:
    event = events_of("Zenith Bank opened a branch in Geneva.")[0]
    assert (event.type, event.mode, event.quad) == (None, None, None)


def test_subject_and_object_where_they_are_actors() -> None:
    text = "Zenith Bank and the Harbour Council overtook Ruiz."
    assert [(e.actors, e.recipients) for e in events_of(text)] == [
        (("Zenith Bank", "Harbour Council"), ("Ruiz",))
    ]
    speech = events_of("Marlow's speech was long.")[0]
    assert (speech.actors, speech.recipients) == (("Marlow",), ())


def test_a_day_and_a_reason() -> None:
    text = "The launch was put off on Monday because of fog."
    event = next(e for e in events_of(text) if e.status == "postponed")
    assert event.reason is not None
    assert event.when is not None
    assert text[event.reason.start : event.reason.end] == "fog"
    assert event.when.earliest == "2031-05-12"


def test_where_no_reason_is_given_there_is_none() -> None:
    events = events_of("The launch was scrapped. No reason was given.")
    assert [e.reason for e in events] == [None] * len(events)


def test_a_typed_event_is_not_told_twice() -> None:
    events = events_of("Ruritania imposed tariffs on Freedonia.")
    assert len({(e.trigger.start, e.trigger.end) for e in events}) == len(events)
    assert [e.type for e in events if e.type] == ["SANCTION"]
