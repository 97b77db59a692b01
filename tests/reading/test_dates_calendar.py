"""Days and values."""

from datetime import date

import pytest

from twosource.reading.dates_calendar import bounds, easter, holiday, narrowed, shift_months, week_value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-11-06TNI", "2018-11-06", "2018-11-06"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2018-W45", "2018-11-05", "2018-11-11"),
        ("2018-W45-WE", "2018-11-10", "2018-11-11"),
        ("2018-Q4", "2018-10-01", "2018-12-31"),
        ("2018-H1", "2018-01-01", "2018-06-30"),
        ("2018-WI", "2018-12-01", "2019-02-28"),
        ("198", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("1950/1953", "1950-01-01", "1953-12-31"),
    ],
)
def test_a_value_is_bounded(value: str, first: str, last: str) -> None:
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["PAST_REF", "XXXX-WXX-4", "P4M", "2018-13", "2018-02-31", "2018-W60", "0", ""]
)
def test_a_value_without_days_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


def test_holidays() -> None:
    assert easter(2018) == date(2018, 4, 1)
    assert easter(2024) == date(2024, 3, 31)
    assert holiday("thanksgiving", 2018) == date(2018, 11, 22)
    assert holiday("memorial day", 2018) == date(2018, 5, 28)
    assert holiday("good friday", 2018) == date(2018, 3, 30)
    assert holiday("groundhog day", 2018) is None


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert shift_months(date(2018, 11, 30), 3) == date(2019, 2, 28)
    assert shift_months(date(2018, 1, 15), -1) == date(2017, 12, 15)


def test_thirds_of_a_stretch() -> None:
    june = (date(2018, 6, 1), date(2018, 6, 30))
    assert narrowed(june, "early") == (date(2018, 6, 1), date(2018, 6, 10))
    assert narrowed(june, "late")[1] == date(2018, 6, 30)
    assert narrowed(june, "") == june


def test_the_week_of_a_day_is_the_iso_week() -> None:
    assert week_value(date(2018, 12, 31)) == "2019-W01"
