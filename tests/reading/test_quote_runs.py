"""Quotations over several lines, and whom a quotation without a cue belongs to."""

import pytest

from .test_quote_speakers import read, speakers

_FLOATING = "“The tolls will rise in May and nobody can stop it.”"


@pytest.mark.parametrize(
    "lead",
    [
        "Many owners say that the strike is over.",
        "Ana Ruiz and Tom Berg left. They said that the strike was over.",
        "Critics called the budget a farce.",
        "The port voted to close.",
        "Ana Ruiz believes that the strike is over.",
    ],
)
def test_a_quotation_is_not_a_crowds_nor_goes_on_with_a_thought(lead: str) -> None:
    assert read(f"{lead}\n{_FLOATING}")[-1] == (None, "none", [_FLOATING])


@pytest.mark.parametrize(
    "lead",
    [
        "Ana Ruiz told the council that the strike is over.",
        "Ana Ruiz told the council she hopes that the strike is over.",
        "Ana Ruiz thinks the strike is “over for good and all.”",
    ],
)
def test_a_quotation_goes_on_with_what_one_person_said(lead: str) -> None:
    assert read(f"{lead}\n{_FLOATING}")[-1] == ("Ana Ruiz", "named", [_FLOATING])


def test_what_somebody_says_he_thinks_is_told_once() -> None:
    assert read("Ana Ruiz told the council she regrets that the port was closed.") == [
        ("Ana Ruiz", "named", ["she regrets that the port was closed"])
    ]


def test_what_somebody_says_another_thinks_is_told_of_both() -> None:
    text = "Ana Ruiz said that Tom Berg fears the port will be closed."
    assert sorted(speakers(text), key=str) == ["Ana Ruiz", "Tom Berg"]


def test_a_participle_with_one_speaker_in_both_readings_is_his() -> None:
    text = "Ana Ruiz said she would not sign before May, saying it would be wrong."
    assert ("Ana Ruiz", "named", ["it would be wrong"]) in read(text)
    other = "Ana Ruiz said Tom Berg would not sign before May, saying it would be wrong."
    assert (None, "named", ["it would be wrong"]) in read(other)


def test_a_speaker_with_an_apposition_is_set_into_what_he_says() -> None:
    text = "Ana Ruiz left. Her plan, said Tom Berg, the port's press secretary, is “in line with the budget.”"
    assert read(text) == [("Tom Berg", "named", ["Her plan", "is “in line with the budget.”"])]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            'Ana Ruiz opened the hall.\n"The mill is old.\nIt was built for steam.\nIt must go," she said.',
            ['"The mill is old.\nIt was built for steam.\nIt must go,"'],
        ),
        (
            '"The mill is old," Ana Ruiz said.\n"It was built for steam.\nNobody needs it."',
            ['"It was built for steam.\nNobody needs it."'],
        ),
    ],
)
def test_a_quotation_runs_over_lines_to_the_mark_that_closes_it(text: str, content: list[str]) -> None:
    assert read(text)[-1] == ("Ana Ruiz", "named", content)


def test_a_quotation_left_open_ends_before_who_said_it() -> None:
    text = "“The mill is old, Ana Ruiz said.\n“We will build another, and we will build it well.”"
    assert read(text) == [
        ("Ana Ruiz", "named", ["“The mill is old,"]),
        ("Ana Ruiz", "named", ["“We will build another, and we will build it well.”"]),
    ]


def test_several_of_whom_one_is_named_are_not_he() -> None:
    assert speakers("Ana Ruiz spoke of candidates like Tom Berg who say the mill is old.")[0] is None
