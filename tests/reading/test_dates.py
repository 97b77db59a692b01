"""Time expressions in their reports, published on Wednesday 7 November 2018 where nothing else is said."""

from functools import cache
from itertools import pairwise

import pytest

from twosource.language import Language
from twosource.model import Date, Report, Span
from twosource.reading.dates import date_of, find_dates
from twosource.reading.document import Document, lay_out

WEDNESDAY = "2018-11-07"


@cache
def _language() -> Language:
    return Language()


def _document(text: str, published: str | None = WEDNESDAY, furniture: tuple[Span, ...] = ()) -> Document:
    return lay_out([Report(id="r", text=text, published=published, furniture=furniture)], _language())[0]


def _dates(text: str, published: str | None = WEDNESDAY) -> tuple[Date, ...]:
    return find_dates(_document(text, published))


def _values(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    return [(d.text, d.type, d.value) for d in _dates(text, published)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The miners voted on 8 October 2018 to strike.", "8 October 2018", "2018-10-08"),
        ("The miners voted on Oct. 8 to strike.", "Oct. 8", "2018-10-08"),
        ("The ferry sank on Monday, Oct. 29, off Varnia.", "Monday, Oct. 29", "2018-10-29"),
        ("The budget was passed on the 3rd of May.", "the 3rd of May", "2018-05-03"),
        ("The port will close on January 4.", "January 4", "2019-01-04"),
        ("The bank failed on 2018-10-31.", "2018-10-31", "2018-10-31"),
        ("The union meets from 3 to 5 December.", "3 to 5 December", "2018-12-03/2018-12-05"),
        ("The ceasefire has held since June.", "June", "2018-06"),
        ("Varnia held elections in late September.", "late September", "2018-09"),
        ("The merger was announced last May.", "last May", "2018-05"),
        ("The talks began in January this year.", "January this year", "2018-01"),
        ("The war ended in 1953.", "1953", "1953"),
        ("The 1950-53 war left the valley empty.", "1950-53", "1950/1953"),
        ("The mine flourished in the early 1980s.", "the early 1980s", "198"),
        ("The canal was dug in the 19th century.", "the 19th century", "18"),
        ("Sales rose in the third quarter of 2018.", "the third quarter of 2018", "2018-Q3"),
        ("Profit fell in the first half of 2018.", "the first half of 2018", "2018-H1"),
        ("Exports grew last year.", "last year", "2017"),
        ("The board will vote in the week ahead.", "the week ahead", "2018-W46"),
        ("The minister resigned last week.", "last week", "2018-W44"),
        ("Earlier this year the port was shut.", "Earlier this year", "2018"),
        ("The court will rule later this month.", "later this month", "2018-11"),
        ("Parliament returns next month.", "next month", "2018-12"),
        ("The storm hit the coast last summer.", "last summer", "2018-SU"),
        ("The dam broke two weeks ago.", "two weeks ago", "2018-W43"),
        ("The firm was founded five years ago.", "five years ago", "2013"),
        ("The pact was signed three days ago.", "three days ago", "2018-11-04"),
        ("The ministers dined yesterday.", "yesterday", "2018-11-06"),
        ("The envoy arrives tomorrow.", "tomorrow", "2018-11-08"),
        ("They reached Varnia at Christmas.", "Christmas", "2017-12-25"),
        ("The strike was called over the weekend.", "the weekend", "2018-W44-WE"),
        ("Fighting has eased in recent days.", "recent days", "PAST_REF"),
        ("The two sides may meet again in the near future.", "the near future", "FUTURE_REF"),
        ("The border is now closed.", "now", "PRESENT_REF"),
    ],
)
def test_dates_of_the_calendar(text: str, found: str, value: str) -> None:
    assert (found, "DATE", value) in _values(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The board met Friday in Port Orin.", "2018-11-02"),
        ("The board will meet Friday in Port Orin.", "2018-11-09"),
        ("The hearing was due to take place in Port Orin on Thursday.", "2018-11-08"),
        ("The hearing was due on Thursday.", "2018-11-08"),
        ("The ministry announced the merger Monday.", "2018-11-05"),
        ("The governor postponed Friday's meeting with the miners.", "2018-11-09"),
        ("The planned Friday meeting with the miners drew protests.", "2018-11-09"),
        ("The owners will appeal Monday's ruling.", "2018-11-05"),
        ("The owners would skip Friday's hearing, their lawyer said.", "2018-11-09"),
        ("The strike is scheduled for Saturday.", "2018-11-10"),
        ("The strike has been set for Saturday.", "2018-11-10"),
        ("The governor is to meet the miners on Sunday.", "2018-11-11"),
        ("The two leaders are meeting Friday.", "2018-11-09"),
        ("The vote was put off until Monday.", "2018-11-12"),
        ("The owners called off Sunday's talks.", "2018-11-11"),
        ("The owners called off the talks on Sunday.", "2018-11-04"),
        ("The police arrested two officials on Wednesday.", "2018-11-07"),
        ("The miners have been on strike since Monday.", "2018-11-05"),
        ("The owner could not be reached Tuesday.", "2018-11-06"),
        ("The governor left for Varnia last Friday.", "2018-11-02"),
        ("The governor leaves for Varnia next Friday.", "2018-11-16"),
        ("The governor leaves for Varnia this Friday.", "2018-11-09"),
        ("The parties meet this coming Sunday.", "2018-11-11"),
        ("The vote is Tuesday.", "2018-11-13"),
        ("The hearing is on Monday.", "2018-11-12"),
        ("The mediator urged the owners to withdraw Tuesday.", "2018-11-06"),
        ("The mediator urged the owners to withdraw on Friday.", "2018-11-09"),
        ("The strike follows the governor's statement on Monday.", "2018-11-05"),
        ("The owner said last month that she expected to resign after Tuesday's strike vote.", "2018-11-06"),
    ],
)
def test_a_weekday_lies_where_its_clause_points(text: str, value: str) -> None:
    (date,) = [d for d in _dates(text) if "day" in d.text.lower()]
    assert (date.value, date.earliest, date.latest) == (value, value, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The miners will meet on Wednesday.", "2018-11-07"),
        ("The miners will meet on Wednesday in the week ahead.", "2018-11-14"),
        ("In the week ahead, the miners will meet on Wednesday.", "2018-11-14"),
        ("The miners will meet on Friday of next week.", "2018-11-16"),
        ("The miners met on Monday and will vote next week.", "2018-11-05"),
    ],
)
def test_a_weekday_is_of_the_week_that_is_named(text: str, value: str) -> None:
    assert [d.value for d in _dates(text) if d.text in ("Monday", "Wednesday", "Friday")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A mediator said a merger was possible in December.", "2018-12"),
        ("A strike is likely in March, the union warned.", "2019-03"),
        ("A merger was unlikely in December, the owner said.", "2018-12"),
        ("A strike was costly in December.", "2017-12"),
    ],
)
def test_what_is_possible_or_likely_is_still_to_come(text: str, value: str) -> None:
    assert [d.value for d in _dates(text)] == [value]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("Rockets fell on the town Tuesday night.", "Tuesday night", "2018-11-06TNI"),
        ("The convoy left on Monday morning local time.", "Monday morning local time", "2018-11-05TMO"),
        ("The president spoke at 7 p.m. Friday EDT.", "7 p.m. Friday EDT", "2018-11-02T19:00"),
        ("The polls closed at noon Sunday.", "noon Sunday", "2018-11-04T12:00"),
        ("The army said Thursday morning that it held the town.", "Thursday morning", "2018-11-08TMO"),
        ("The mayor was arrested this morning.", "this morning", "2018-11-07TMO"),
        ("The statement came in the middle of the night.", "the middle of the night", "XXXX-XX-XXTNI"),
    ],
)
def test_parts_of_a_day(text: str, found: str, value: str) -> None:
    assert (found, "TIME", value) in _values(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The talks lasted two days.", "DURATION", "P2D"),
        ("He was held for a year and a half.", "DURATION", "P1Y6M"),
        ("They agreed more in those four or five months.", "DURATION", "PXM"),
        ("The siege dragged on for nearly forty years.", "DURATION", "P40Y"),
        ("The two-week truce ran out.", "DURATION", "P2W"),
        ("The flight takes 2 1/2 hours.", "DURATION", "PT2H30M"),
        ("Over the past two months prices doubled.", "DURATION", "P2M"),
        ("The ferry sails every Monday.", "SET", "XXXX-WXX-1"),
        ("The council meets daily.", "SET", "P1D"),
        ("The pipeline costs $5 million a year.", "SET", "P1Y"),
        ("Reports are due every two weeks.", "SET", "P2W"),
    ],
)
def test_lengths_and_repeated_times(text: str, kind: str, value: str) -> None:
    (date,) = [d for d in _dates(text) if d.type in ("DURATION", "SET")]
    assert (date.type, date.value, date.earliest, date.latest) == (kind, value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "We may march again, the union said, and the sun will rise.",
        "Mrs May said the deal was dead.",
        "The second witness sat down.",
        "The firm paid $2000 for 1,990 tons.",
        "The army sent 2000 troops to the border.",
        "The home side won 3:1 in the derby.",
        "Call 555-1234 for tickets.",
        "He is 52 years old.",
        "The fall of the government surprised few.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert _values(text) == []


def test_three_days_later_counts_from_the_day_before_it() -> None:
    text = "The ship left port on 3 October. Three days later it was seized."
    assert [d.value for d in _dates(text)] == ["2018-10-03", "2018-10-06"]


def test_earlier_and_later_draw_the_bounds_in() -> None:
    (earlier,) = _dates("The port was shut earlier this year.")
    (later,) = _dates("The port will open later this year.")
    assert (earlier.earliest, earlier.latest) == ("2018-01-01", WEDNESDAY)
    assert (later.earliest, later.latest) == (WEDNESDAY, "2018-12-31")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The strike lasted from Monday to Thursday.", ["2018-10-29", "2018-11-01"]),
        ("The pits were shut between Monday and Thursday.", ["2018-10-29", "2018-11-01"]),
        ("The pits were shut on Monday and Tuesday.", ["2018-11-05", "2018-11-06"]),
    ],
)
def test_two_weekdays_that_bound_a_stretch_follow_one_another(text: str, days: list[str]) -> None:
    assert [d.value for d in _dates(text)] == days


def test_the_past_week_is_the_seven_days_up_to_now() -> None:
    (date,) = _dates("Two pits were shut over the past week.")
    assert (date.earliest, date.latest) == ("2018-10-31", WEDNESDAY)


def test_a_day_by_which_an_event_is_known_has_its_year() -> None:
    assert [d.value for d in _dates("The Sept. 11 attacks changed the port.")] == ["2001-09-11"]
    assert [d.value for d in _dates("The port reopened on Sept. 11.")] == ["2018-09-11"]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("Profits rose in fiscal 2017.", "fiscal 2017", "2017"),
        ("The pit opened in the early 1990s.", "the early 1990s", "199"),
        ("The fair is on Easter Monday.", "Easter Monday", "2019-04-22"),
        ("Talks were held on 3-5 May.", "3-5 May", "2018-05-03/2018-05-05"),
        ("The vote is due by the end of the year.", "the end of the year", "2018"),
        ("The talks are planned for next month.", "next month", "2018-12"),
        (
            "The accord is planned for the second half of next year.",
            "the second half of next year",
            "2019-H2",
        ),
        ("They had met the previous Friday.", "the previous Friday", "2018-11-02"),
    ],
)
def test_longer_stretches(text: str, found: str, value: str) -> None:
    assert (found, "DATE", value) in _values(text)


def test_an_undated_report_keeps_what_it_does_not_know_open() -> None:
    text = "The board met Friday. The board will sit again on May 12 and in 2019. It met last month."
    assert [(d.value, d.earliest) for d in _dates(text, None)] == [
        ("XXXX-WXX-5", None),
        ("XXXX-05-12", None),
        ("2019", "2019-01-01"),
        ("XXXX-XX", None),
    ]


def test_spans_index_the_report_and_stand_in_order() -> None:
    text = "Late news.\n\nThe board met Friday and will meet again on 3 December 2018, at 9 a.m."
    found = _dates(text)
    assert [text[d.start : d.end] for d in found] == [d.text for d in found]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_boilerplate_gives_no_dates() -> None:
    text = "Read more: what happened on Tuesday.\n\nThe board met Friday."
    furniture = (Span(start=0, end=36),)
    assert [d.text for d in find_dates(_document(text, furniture=furniture))] == ["Friday"]


@pytest.mark.parametrize(
    "text", ["31 June 2018", "Feb. 30", "İ on Friday", "9" * 5000 + " days", "at 25:99", "’"]
)
def test_odd_input_is_no_error(text: str) -> None:
    assert isinstance(_dates(text), tuple)
    assert isinstance(_dates(text, None), tuple)


def _when(text: str, word: str) -> str | None:
    document = _document(text)
    line = document.lines[0]
    date = date_of(line, line.parse.words.index(word), find_dates(document))
    return date.text if date else None


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("The union said Monday that it would strike on Friday.", "said", "Monday"),
        ("The union said Monday that it would strike on Friday.", "strike", "Friday"),
        ("The governor's Friday meeting with the miners was called off.", "meeting", "Friday"),
        (
            "The hearing, which was due to take place in Port Orin on Thursday, was called off.",
            "hearing",
            "Thursday",
        ),
        ("The talks were held on Sunday in Varnia.", "talks", "Sunday"),
        ("The hearing was called off, the court said Tuesday.", "called", None),
        ("The miners walked out for two days.", "walked", None),
        ("The union criticised Tuesday's ruling.", "criticised", None),
        ("The governor criticised the owners at Tuesday's hearing.", "criticised", "Tuesday"),
        ("The owners must pay by the Friday deadline.", "pay", "the Friday"),
        ("They are writing a book on the strike that began in 1950.", "writing", None),
    ],
)
def test_the_date_of_a_clause(text: str, word: str, when: str | None) -> None:
    assert _when(text, word) == when
