"""How things are or ought to be, which nobody is asked to do; and what stands beside an act."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from .positions_told import told

OPINIONS = [
    "Maria Lopez wants everyone to have a chance.",
    "Maria Lopez urged the workers to do the same.",
    "Elena Prado asked Maria Lopez to take that step.",
    "The workers have pushed for such a law for years.",
    "Maria Lopez said the weather should not change that.",
    "Chile will use its promise to win votes in Peru.",
    "The cabinet agreed with the envoy, so as not to hinder the talks.",
    "The workers were reluctant to oppose the merger.",
    "Maria Lopez would have cut the toll while refusing to say how.",
    "Elena Prado said Chile should have been ready, lining up bishops to offer support for the dam.",
    "The firm took calls for a new vote a step further.",
    "Maria Lopez said the tower should stand as a sign of hope.",
    "Elena Prado said the delay should worry every port.",
    "Elena Prado said the vote should show that the pact is dead.",
    "Chile met families who say they are seeking justice.",
]

SPOKEN = [
    '"We must never let hatred win," said Maria Lopez.',
    '"We are open to all people," said Maria Lopez.',
    '"We won\'t only strike, we will do what it takes," said Maria Lopez.',
    '"We will end up in the high court," said Maria Lopez.',
    '"Now he says we are going to pay for the dam," said Maria Lopez.',
    '"The bishops backed down and Chile backed down," said Maria Lopez.',
]


@pytest.mark.parametrize("text", OPINIONS)
def test_an_opinion_is_no_position(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", SPOKEN)
def test_an_opinion_in_somebodys_words_is_none(text: str) -> None:
    assert told(text, speaker="Maria Lopez") == []


SAID = [
    (
        '"We must not let Peru close the port," said Maria Lopez.',
        "demands",
        "We must not let Peru close the port",
    ),
    ('"Peru should pay the teachers," said Maria Lopez.', "demands", "pay the teachers"),
    ('"I would like to talk about peace," said Maria Lopez.', "offers", "talk about peace"),
    ('"I am open to talks," said Maria Lopez.', "offers", "talks"),
    ('"We will not strike," said Maria Lopez.', "refuses", "strike"),
    ('"We will end the strike," said Maria Lopez.', "commits", "end the strike"),
]


@pytest.mark.parametrize(("text", "stance", "action"), SAID)
def test_its_like_that_asks_or_promises_an_act_is_one(text: str, stance: str, action: str) -> None:
    found = told(text, speaker="Maria Lopez")
    assert [(p.stance, p.action) for p in found] == [(stance, action)]


MENACES = [
    ("If you do that again, I'll throw you off the pier", "threatens"),
    ("If they vote for it, I will veto the bill", "threatens"),
    ("If I were offered such a bill, I would veto it", "commits"),
]


@pytest.mark.parametrize(("words", "stance"), MENACES)
def test_who_is_to_fear_what_hangs_on_a_condition(words: str, stance: str) -> None:
    found = told(f'"{words}," said Maria Lopez.', speaker="Maria Lopez")
    assert [p.stance for p in found] == [stance]


def test_what_lies_behind_a_semicolon_is_not_the_first_speakers_word() -> None:
    text = "In reply, the workers said the cabinet should meet; many would back a vote and would pay for it, analysts say, but they would not strike."
    assert [(p.stance, p.action) for p in told(text)] == [("demands", "meet")]


def test_an_argument_is_no_condition() -> None:
    [p] = told("Maria Lopez said that if banks can be saved, the port should be saved.")
    assert (p.stance, p.kind) == ("demands", None)


def test_who_is_open_to_some_offers_something() -> None:
    [p] = told("Maria Lopez said she was open to some refugees from Peru.", {"she": "Maria Lopez"})
    assert (p.stance, p.action) == ("offers", "some refugees from Peru")
