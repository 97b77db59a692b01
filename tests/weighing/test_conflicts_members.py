"""Conflicts about who is one of a number, who has which post in a body, and whether it is one or several."""

import pytest

from tests.weighing.disputes import conflicts, told


@pytest.mark.parametrize(
    ("one", "two", "question"),
    [
        (
            "The tenants' suit has a long list of defendants that includes Lind and two builders.",
            "The suit does not name Lind as a defendant.",
            "Is Ola Lind one of the defendants?",
        ),
        (
            "Police listed several suspects, including Ruiz and Berg, in the fraud at the port.",
            "Ruiz is not a suspect in the port fraud, a spokesman said.",
            "Is Ines Ruiz one of the suspects?",
        ),
        (
            "The witnesses include Berg and a nurse.",
            "Berg is not among the witnesses.",
            "Is Tomas Berg one of the witnesses?",
        ),
        (
            "Yesterday the court named Nordic Rail as a debtor.",
            "Nordic Rail was never named as a debtor.",
            "Is Nordic Rail one of the debtors?",
        ),
    ],
)
def test_counted_in_and_left_out(one: str, two: str, question: str) -> None:
    (found,) = conflicts(one, two)
    assert (found.about, found.kind, found.question) == ("polarity", "conflict", question)
    assert [s.value for s in found.sides] == ["yes", "no"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Not yet, no longer.
        ("Police listed several suspects, including Ruiz.", "Ruiz is not yet a suspect, a spokesman said."),
        ("Police listed several suspects, including Ruiz.", "Ruiz is no longer a suspect."),
        # Another person, another class, a narrower one, a past one.
        ("Police listed several suspects, including Ruiz.", "Berg is not a suspect."),
        ("Police listed several suspects, including Ruiz.", "Ruiz is not a witness."),
        ("The lobbyists include Lind.", "Lind is not a registered lobbyist."),
        ("He met former ministers, including Lind.", "Lind is not a minister."),
        # A son is not his father.
        ("Police listed several suspects, including Lind's son.", "Lind is not a suspect."),
        # One report knows of both.
        (
            "Police listed several suspects, including Ruiz. Her lawyer says that Ruiz is not a suspect.",
            "Ruiz is not a suspect.",
        ),
        # May be, if.
        ("Suspects could include Ruiz.", "Ruiz is not a suspect."),
    ],
)
def test_memberships_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


def test_an_opinion_is_no_membership() -> None:
    texts = ("Guests included Lind, a leader of the dockers, and other leaders, including Lind.",
             "“Lind is not a leader,” Berg said.")  # fmt: skip
    assert conflicts(*texts, quotes={"Lind is not a leader,": "Tomas Berg"}) == []


# Posts in one body.


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Former campaign chairman Ola Lind was jailed.",
            "Ruiz's former campaign manager Ola Lind was jailed.",
        ),
        ("The campaign's manager, Ola Lind, was jailed.", "Ola Lind, the campaign chair, was jailed."),
        ("Union treasurer Ines Ruiz resigned.", "Union spokeswoman Ines Ruiz resigned."),
    ],
)
def test_two_posts_in_one_body(one: str, two: str) -> None:
    (found,) = conflicts(one, two)
    assert (found.about, found.kind) == ("role", "conflict")
    assert found.question.startswith("Which post in the ")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Campaign chairman Ola Lind was jailed.", "Campaign chair Ola Lind was jailed."),
        ("Campaign chairman Ola Lind was jailed.", "Deputy campaign manager Ola Lind was jailed."),
        ("Campaign chairman Ola Lind was jailed.", "Ruiz's 2012 campaign manager Ola Lind was jailed."),
        ("Ruiz's campaign chairman Ola Lind was jailed.", "Berg's campaign manager Ola Lind was jailed."),
        ("Campaign chairman Ola Lind was jailed.", "Union treasurer Ola Lind was jailed."),
        ("Campaign chairman Ola Lind was jailed.", "Campaign manager Ines Ruiz was jailed."),
        ("Campaign chairman Ola Lind was jailed.", "Campaign adviser Ola Lind was jailed."),
        ("Campaign chairman Ola Lind was jailed.", "Campaign chairman and manager Ola Lind was jailed."),
        (
            "Campaign manager Ola Lind paid. He left later. Campaign chairman Ola Lind sang.",
            "Campaign manager Ola Lind was jailed.",
        ),
    ],
)
def test_posts_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


# One or several.


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The case was brought by Harbour Watch, a charity run by a former port ministry official.",
            "The suit was the work of Harbour Watch, a charity run by former port ministry officials.",
        ),
    ],
)
def test_one_or_several(one: str, two: str) -> None:
    (found,) = conflicts(one, two)
    assert (found.about, [s.value for s in found.sides]) == ("number", ["one", "more than one"])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # What is said, other people, another thing, an article that points back.
        ("A senior rail official told Lind of it.", "Senior rail officials told Lind of it."),
        (
            "Harbour Watch is a charity run by a former port ministry official.",
            "Harbour Watch is a charity run by former schools ministry officials.",
        ),
        (
            "Harbour Watch is a charity run by a former port ministry official.",
            "Nordic Rail is a firm run by former port ministry officials.",
        ),
        (
            "Harbour Watch is a charity run by the former port ministry official.",
            "Harbour Watch is a charity run by former port ministry officials.",
        ),
        (
            "Harbour Watch is a charity run by a former port ministry official.",
            "Harbour Watch may be run by former port ministry officials.",
        ),
    ],
)
def test_counts_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []
