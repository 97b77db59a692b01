"""Conflicts about people: their age, their office, whose expectation it is, what is confirmed."""

import pytest

from tests.weighing.disputes import conflicts, told

# People.


def test_two_ages() -> None:
    (found,) = conflicts("Ola Lind, 52, leads the yard.", "The yard is led by Ola Lind, 54.")
    assert (found.about, found.question) == ("number", "How old is Ola Lind?")
    assert [s.value for s in found.sides] == ["52", "54"]


def test_two_offices() -> None:
    (found,) = conflicts("Finance Minister Ola Lind resigned.", "Interior Minister Ola Lind resigned.")
    assert (found.about, found.kind) == ("role", "conflict")
    assert [s.value for s in found.sides] == ["finance minister", "interior minister"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Finance Minister Ola Lind resigned.", "Former Interior Minister Ola Lind resigned."),
        ("Finance Minister Ola Lind resigned.", "Treasury Minister Ola Lind resigned."),
        ("Finance Minister Ola Lind resigned.", "Interior Minister Ines Ruiz resigned."),
        ("Finance Minister Ola Lind resigned.", "Minister Ola Lind resigned."),
        (
            "Finance Minister Ola Lind resigned. Interior Minister Ola Lind was he before.",
            "Interior Minister Ola Lind resigned.",
        ),
        ("Ola Lind, 52, leads the yard.", "Ines Ruiz, 54, leads the yard."),
        ("Ola Lind, 52, leads the yard.", "Ola Lind, 54 points ahead, leads the race."),
        ("Ola Lind, 52, leads the yard.", "Lind was 51 when he took the yard."),
    ],
)
def test_people_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


def test_whose_expectation_it_is() -> None:
    (found,) = conflicts(
        "Lind said he expected Berg to ask for a loan.", "Ruiz expects Berg to ask for a loan, said Lind."
    )
    assert (found.about, found.question) == ("attribution", "Who expects Tomas Berg to ask for a loan?")
    assert {s.value for s in found.sides} == {"Ola Lind", "Ines Ruiz"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Two speakers may each expect it.
        ("Lind said he expected Berg to ask for a loan.", "Ruiz said she expected Berg to ask for a loan."),
        # Two things expected.
        ("Lind said he expected Berg to ask for a loan.", "Ruiz expects Berg to resign, said Lind."),
        # Of two people.
        ("Lind said he expected Berg to resign.", "Ruiz expects Freedonia to resign, said Lind."),
    ],
)
def test_expectations_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


# What was hearsay and is confirmed.


def test_what_sources_said_is_confirmed() -> None:
    (found,) = conflicts(
        "Berg met Ruiz in secret, two officials said.",
        "Berg met Ruiz at a hotel. Lind confirmed the meeting.",
    )
    assert (found.about, found.kind) == ("attribution", "update")
    assert [s.value for s in found.sides] == ["sources or other media", "Ola Lind"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Nobody confirms it.
        ("Berg met Ruiz in secret, two officials said.", "Berg met Ruiz. Lind did not confirm the meeting."),
        # Another meeting.
        ("Berg met Ruiz in secret, two officials said.", "Berg met Lind. Lind confirmed the meeting."),
        # What the sources tell is something else.
        (
            "Berg promised Ruiz a loan before they parted, two officials said.",
            "Berg met Ruiz. Lind confirmed the meeting.",
        ),
        # Told as a fact by both.
        ("Berg met Ruiz in secret.", "Berg met Ruiz at a hotel. Lind confirmed the meeting."),
    ],
)
def test_what_is_no_confirmation(one: str, two: str) -> None:
    assert told(one, two) == []
