"""Counts of days that run on from report to report."""

import pytest

from tests.weighing.sample_story import Told, tell
from twosource.model import Conflict
from twosource.weighing.conflicts import find_conflicts


def updates(first: str, second: str, days: tuple[str, str] = ("2031-05-05", "2031-05-07")) -> list[Conflict]:
    reports = {f"r{n}": Told(text=t, published=days[n]) for n, t in enumerate((first, second))}
    return [c for c in find_conflicts(tell(reports, {})) if c.kind == "update"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pickets stood outside on the ninth day of the strike.", "It was the 11th day of the strike."),
        ("The rail strike entered its ninth day.", "Trains stood still on the 11th day of the rail strike."),
        # Two names for it, and a growth that fits to the day.
        (
            "With the pay walkout dragging into its ninth day, the strike has emptied the stations.",
            "Talks resumed on the 11th day of the strike.",
        ),
    ],
)
def test_a_count_that_runs_on(first: str, second: str) -> None:
    (found,) = updates(first, second)
    assert (found.about, found.why) == ("number", "the count has run on between the two reports")
    assert [s.value for s in found.sides] == ["9th day" if "9th" in first else "ninth day", "11th day"]
    assert found.question in ("How long has the strike lasted?", "How long has the rail strike lasted?")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # More than the days between, less, none.
        ("It was the ninth day of the strike.", "It was the 21st day of the strike."),
        ("It was the 11th day of the strike.", "It was the ninth day of the strike."),
        # Another unit, another thing, a day of the calendar.
        ("It was the ninth week of the strike.", "It was the 11th day of the strike."),
        ("It was the ninth day of the festival.", "It was the 12th day of the strike."),
        ("They met on the ninth day of the month.", "They met on her second day."),
    ],
)
def test_other_counts(first: str, second: str) -> None:
    assert not updates(first, second)


def test_a_report_without_a_day_counts_for_nothing() -> None:
    strike = "It was the 11th day of the strike."
    assert not updates("It was the ninth day of the strike.", strike, ("", "2031-05-07"))
