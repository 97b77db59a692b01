"""How far an action reaches, what it shows of whom it is about, and whose it is."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from .positions_told import told

SPANS = [
    (
        "Maria Lopez urged Parliament to pass the bill, while mocking its members for their haste.",
        "pass the bill",
    ),
    ("Maria Lopez said that Peru needs to step back and questioning its motives.", "step back"),
    ("Parliament refused to fund the dam, turning a quarrel over money into a clash.", "fund the dam"),
    (
        "Maria Lopez said the port should stay open, as well as contending that tolls are theft.",
        "the port should stay open",
    ),
    ("Maria Lopez said Peru should leave the pact because the pact is dead.", "leave the pact"),
    (
        "Maria Lopez said she would insist that any budget include a raise and would call a strike.",
        "any budget include a raise",
    ),
    ("Maria Lopez rebuffed calls late Monday to leave the board.", "calls late Monday to leave the board"),
    (
        "Maria Lopez called for a session to at least rebuke the envoy.",
        "a session to at least rebuke the envoy",
    ),
    ("Chile spent the millions that Parliament refused to give it.", "the millions"),
    (
        "Maria Lopez demanded that the reforms be the first act of the board.",
        "the reforms be the first act of the board",
    ),
    ("Maria Lopez renewed her demand that the tolls fall.", "the tolls fall"),
    (
        "Maria Lopez believes that the cleanup must start with Parliament.",
        "the cleanup must start with Parliament",
    ),
    ("Maria Lopez ordered the flags to be flown at half-staff.", "the flags to be flown at half-staff"),
    ("Maria Lopez proposed that armed crews guard the port.", "armed crews guard the port"),
    ("Maria Lopez urged the drivers to return to work.", "return to work"),
    (
        "Chile threatened to try Maria Lopez for three crimes, including theft, breaking the truce and lying to a court.",
        "try Maria Lopez for three crimes, including theft, breaking the truce and lying to a court",
    ),
    ("The workers have vowed to oppose the takeover.", "the takeover"),
]


@pytest.mark.parametrize(("text", "action"), SPANS)
def test_the_action_is_whole_and_no_more(text: str, action: str) -> None:
    assert [p.action for p in told(text, {"she": "Maria Lopez", "her": "Maria Lopez"})] == [action]


PARTIES = [
    ("Maria Lopez said she was paid, and Parliament for months had refused to discuss it.", "Parliament"),
    ("Maria Lopez was among those who called on Peru to drop the plan.", "Maria Lopez"),
    ("The speech prompted Elena Prado to call for an inquiry.", "Elena Prado"),
    ("Maria Lopez confirmed that Elena Prado called him and told him to quit.", "Elena Prado"),
    (
        "Maria Lopez spent the week writing letters to Chile on the Harwood Shipping site calling for an inquiry.",
        "Maria Lopez",
    ),
]


@pytest.mark.parametrize(("text", "party"), PARTIES)
def test_whose_act_it_is_behind_a_noun_or_an_and(text: str, party: str) -> None:
    assert [p.party for p in told(text)] == [party]


def test_who_is_ready_to_hit_back_threatens() -> None:
    [p] = told("The workers are ready to return fire with a strike.")
    assert p.stance == "threatens"


def test_we_are_those_of_whom_the_speaker_is_one() -> None:
    text = '"Elena Prado agrees that we should close the port," said Maria Lopez.'
    [p] = [q for q in told(text, speaker="Maria Lopez") if q.party == "Elena Prado"]
    assert p.action_by is None
