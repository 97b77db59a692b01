"""Positions of long ago, which are none of the report's day."""

import pytest

from twosource.language import Language
from twosource.model import Report
from twosource.reading.document import lay_out
from twosource.reading.read import read_document

from .positions_told import told

_DAY = "2031-09-14"

PAST = [
    "Elena Prado opposed the merger in 2027.",
    "In March 2026, Parliament ordered Harwood Shipping to pay the fine.",
    "Elena Prado reported in May 2027 that Chile turned down the invitation to the talks.",
    "Maria Lopez called for a new toll during the 2025 campaign.",
    "The workers were angry at Harwood Shipping for promising to sell the port in its 2028 meeting.",
    "In the 1990s, Peru demanded an inquiry.",
    "Last year, Maria Lopez led the crew in refusing to sign the pact.",
    "The workers refused to sign the pact two years ago.",
    "The workers have called for a new dock before.",
    "The head of the port at the time, Maria Lopez, demanded a new dock.",
    "Elena Prado said the workers, then a small crew, demanded a new dock.",
]

PRESENT = [
    ("Elena Prado opposed the merger.", "refuses"),
    ("Elena Prado opposed the merger in March 2031.", "refuses"),
    ("Elena Prado has refused since 2027 to sign the pact.", "refuses"),
    ("Elena Prado, who ran the port in 2027, refused to sign the pact.", "refuses"),
    ("Peru demanded that the dock be closed in 2033.", "demands"),
    ("Maria Lopez opposed the merger in 2027 but has promised to support the new bid.", "commits"),
    ("Parliament last year explained that it refuses to fund the dam.", "refuses"),
    ("The workers demanded a new dock two days ago.", "demands"),
    ("The workers demanded a vote before the strike.", "demands"),
]


@pytest.mark.parametrize("text", PAST)
def test_what_was_held_long_ago_is_no_position(text: str) -> None:
    assert told(text, published=_DAY) == []


@pytest.mark.parametrize(("text", "stance"), PRESENT)
def test_what_is_held_now_is_one(text: str, stance: str) -> None:
    assert [p.stance for p in told(text, published=_DAY)][:1] == [stance]


def test_a_year_tells_nothing_without_the_day_of_the_report() -> None:
    [p] = told("Elena Prado opposed the merger in 2027.")
    assert p.stance == "refuses"


def test_last_year_is_news_in_january() -> None:
    text = "Last year, the workers refused to sign the pact."
    assert told(text, published="2031-08-10") == []
    assert [p.stance for p in told(text, published="2031-01-10")] == ["refuses"]


def test_what_a_former_office_holder_asked_for_in_office_is_over() -> None:
    first = "Former governor Maria Lopez is running for parliament. "
    then = "As governor, she requested more troops from Chile."
    stands = "Governor Maria Lopez is running for parliament. "
    for line, expected in ((first + then, []), (stands + then, ["demands"])):
        [document] = lay_out([Report(id="r", text=line)], Language())
        assert [p.stance for p in read_document(document).positions] == expected
