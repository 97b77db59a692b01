"""The words of a quote: gaps, telling words, and time on odd input."""

import time

import pytest

from twosource.weighing.quote_words import contains, wording


def test_gaps_part_runs_and_brackets_are_left_out() -> None:
    assert wording('"The mill [in the valley] will close … in May."').runs == (
        " the mill ",
        " will close ",
        " in may ",
    )


def test_telling_words_have_no_endings() -> None:
    assert wording("It closes.").telling == wording("They closed").telling == wording("closing").telling


def test_marked_words_of_a_mixed_quote() -> None:
    assert wording('that the deal was "as dead as the herring" and “gone”').marked == (
        " as dead as the herring ",
        " gone ",
    )


@pytest.mark.parametrize(
    ("text", "denies"), [("It won't close", True), ("never again", True), ("It is a knot", False)]
)
def test_denials(text: str, denies: bool) -> None:
    assert wording(text).denies is denies


@pytest.mark.parametrize("piece", ['"', "“a", "[", "[a] ", "…", ".", ". ", "‘", "a ", "’"])
def test_odd_input_takes_linear_time(piece: str) -> None:
    begun = time.perf_counter()
    said = wording(piece * 200_000)
    assert contains(said, said) in (True, False)
    assert time.perf_counter() - begun < 5
