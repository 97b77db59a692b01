"""Time expressions by form."""

import time

import pytest

from twosource.reading.dates_grammar import grammar, worth_reading


def _found(text: str) -> list[tuple[str, str]]:
    return [(e.kind, text[e.start : e.end]) for e in grammar().find(text)]


def test_the_longest_reading_wins_where_several_start_together() -> None:
    assert _found("the first nine months of 1989") == [("span", "the first nine months"), ("year", "1989")]
    assert _found("on Monday, Oct. 26, 1998") == [("calendar", "Monday, Oct. 26, 1998")]
    assert _found("at 5 p.m. EST, Nov. 9") == [("calendar", "5 p.m. EST, Nov. 9")]


def test_no_preposition_stands_in_a_span() -> None:
    assert _found("since the end of last year") == [("unit", "the end of last year")]
    assert _found("in late November") == [("month", "late November")]


def test_figures_in_words() -> None:
    assert _found("in nineteen ninety-four") == [("year", "nineteen ninety-four")]
    assert _found("for twenty-four hours") == [("span", "twenty-four hours")]


def test_a_sentence_without_time_words_is_not_worth_reading() -> None:
    triggers = grammar().triggers
    assert not worth_reading(triggers, ("The", "board", "met"), "The board met")
    assert worth_reading(triggers, ("on", "Friday"), "on Friday")
    assert worth_reading(triggers, ("in", "1953"), "in 1953")


@pytest.mark.parametrize(
    "text",
    [
        "the " * 20_000,
        "twenty " * 20_000,
        "late " * 20_000,
        "1:" * 20_000,
        "two to " * 20_000 + "years",
        "9" * 99_999,
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    grammar().find(text)
    assert time.process_time() - start < 2
