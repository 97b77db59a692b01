"""The day of an undated report, beside dated reports of the same story (a miners' strike in Orin)."""

from dataclasses import replace
from functools import cache

import pytest

from twosource.language import Language
from twosource.model import Reading, Report
from twosource.reading.dates import find_dates
from twosource.reading.document import lay_out
from twosource.weighing.days import infer_days
from twosource.weighing.days_lines import borne_day


@cache
def _language() -> Language:
    return Language()


def _reading(name: str, text: str, published: str | None = None) -> Reading:
    (document,) = lay_out([Report(id=name, text=text, published=published)], _language())
    return Reading(
        report=document.report,
        sentences=tuple(line.sentence for line in document.lines),
        dates=find_dates(document),
    )


# 7 November 2018 was a Wednesday.
DATED = _reading(
    "dated",
    "The miners of Orin walked out on Tuesday after wage talks with the state company failed. "
    "The governor said Wednesday that soldiers would guard the pits. A court will hear the case on Friday.",
    "2018-11-07",
)


def test_past_weekdays_and_one_ahead_place_a_report() -> None:
    undated = _reading(
        "undated",
        "Soldiers took up posts at the pits of Orin on Wednesday, the governor said. "
        "The miners walked out Tuesday after wage talks with the state company failed. "
        "The case is due to be heard on Friday.",
    )
    inferred = infer_days([undated, DATED])["undated"]
    assert inferred.day == "2018-11-07"
    assert inferred.earliest <= inferred.day <= inferred.latest <= "2018-11-09"
    assert "Tuesday 2018-11-06" in inferred.why


def test_a_later_weekday_moves_the_day_on() -> None:
    undated = _reading(
        "undated",
        "Two miners were arrested at Orin on Thursday. The governor sent soldiers to the pits Wednesday. "
        "The strike began Tuesday.",
    )
    assert infer_days([DATED, undated])["undated"].day == "2018-11-08"


def test_earlier_this_week_is_said_two_days_on() -> None:
    undated = _reading(
        "undated", "The strike, which began earlier this week, is to end Friday, the union said."
    )
    assert infer_days([DATED, undated])["undated"].day in ("2018-11-08", "2018-11-09")


def test_a_full_date_in_the_past_is_a_lower_bound() -> None:
    undated = _reading("undated", "On 9 November 2018 the court threw the case out. The governor resigned.")
    assert infer_days([DATED, undated])["undated"].earliest >= "2018-11-09"


def test_without_ground_there_is_no_day() -> None:
    silent = _reading("silent", "The miners of Orin are on strike and the pits are guarded by soldiers.")
    assert infer_days([DATED, silent]) == {}
    weekdays = _reading("weekdays", "The miners walked out on Tuesday.")
    assert infer_days([weekdays, silent]) == {}
    assert infer_days([]) == {}


def test_a_report_alone_is_dated_by_a_full_date_in_its_lead() -> None:
    alone = _reading("alone", "ORIN, 7 November 2018. The miners walked out on Tuesday. The pits are closed.")
    inferred = infer_days([alone])["alone"]
    assert (inferred.day, inferred.earliest) == ("2018-11-07", "2018-11-07")
    history = _reading("history", "The pits are closed.\n" * 5 + "They were opened on 4 March 1921.")
    assert infer_days([history]) == {}


def test_the_order_of_readings_is_of_no_matter() -> None:
    first = _reading("a", "The governor sent soldiers to the pits Wednesday.")
    second = _reading("b", "The miners of Orin walked out Tuesday.")
    assert infer_days([first, second, DATED]) == infer_days([DATED, second, first])


# 6 November 2018 was a Tuesday.
UPDATED = (
    "The miners of Orin walked out on Tuesday after wage talks failed. "
    "The governor confirmed on Wednesday morning that soldiers would guard the pits of Orin."
)


def _dated(name: str, text: str, published: str, basis: str = "metadata") -> Reading:
    reading = _reading(name, text, published)
    return replace(reading, report=replace(reading.report, published_basis=basis))  # type: ignore[arg-type]


def test_a_report_that_tells_of_the_day_after_its_own_is_of_that_day() -> None:
    bears = _dated("bears", UPDATED, "2018-11-06")
    inferred = infer_days([bears, DATED])
    assert inferred["bears"].day == "2018-11-07"
    assert "Wednesday" in inferred["bears"].why
    stated = _dated("bears", UPDATED, "2018-11-06", "stated")
    assert infer_days([stated, DATED]) == {}


def test_alone_or_beside_an_older_report_it_keeps_its_day() -> None:
    bears = _dated("bears", UPDATED, "2018-11-06")
    assert infer_days([bears]) == {}
    older = _dated(
        "older", "The governor said Wednesday that soldiers would guard the pits of Orin.", "2018-11-02"
    )
    assert infer_days([bears, older]) == {}
    assert infer_days([bears, older, DATED]) == {}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted on May 3, 2013, 4:42 PM EDT", "2013-05-03"),
        ("First published: 2 May 2013\nUpdated: Tue 3 May 2013, 10:00 (GMT+05:00)", "2013-05-03"),
        ("Velpress Sep 18, 2013, 02.16PM IST", "2013-09-18"),
        ("On May 3, 2013 the mill at Velmora burned down", None),
        ("5/6/2013 4:42 PM", None),
    ],
)
def test_a_line_of_its_own_at_the_head_bears_the_day(line: str, day: str | None) -> None:
    report = Report(
        id="r", text=f"Fire at the old mill\n{line}\nThe mill burned down for hours, and nobody was hurt."
    )
    found = borne_day(Reading(report=report))
    assert (found.day if found else None) == day
