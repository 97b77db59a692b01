"""Clauses that the parser tore, and what a colon goes on with."""

import pytest

from .test_quote_speakers import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ana Ruiz rejected the offer, saying $2.5 million in repairs was insufficient.",
            "$2.5 million in repairs was insufficient",
        ),
        (
            "Ana Ruiz accused the owners of holding dock workers hostage for the sake of a loan.",
            "the owners of holding dock workers hostage for the sake of a loan",
        ),
        (
            "Ana Ruiz said there was one way out: a new mill on the river.",
            "there was one way out: a new mill on the river",
        ),
        (
            'On Friday night, Ana Ruiz said on the radio that the terms were clear: "No bridge, no deal."',
            'that the terms were clear: "No bridge, no deal."',
        ),
        ("Ana Ruiz said the mill would close, even as ships wait in the bay.", "the mill would close"),
    ],
)
def test_a_clause_is_whole(text: str, content: str) -> None:
    assert ("Ana Ruiz", "named", [content]) in read(text)


def test_made_clear_goes_on_behind_a_colon() -> None:
    text = "Ana Ruiz made clear that the offer comes with limits: the cuts should be small."
    assert read(text) == [
        ("Ana Ruiz", "named", ["that the offer comes with limits: the cuts should be small"])
    ]


def test_whom_a_claim_is_about_is_part_of_it() -> None:
    text = "The mayor denied a report claiming the country's largest yard was dropping its bid for the ferry."
    assert "the country's largest yard was dropping its bid for the ferry" in [
        c for _, _, (c, *_) in read(text)
    ]


def test_what_is_torn_from_a_source_is_not_what_it_says() -> None:
    text = "The line will go in May, according to one of the union officers present, as crews walked out."
    assert all("crews walked" not in piece for _, _, content in read(text) for piece in content)
