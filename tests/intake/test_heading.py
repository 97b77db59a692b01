"""Headline, byline, outlet, dateline and stamp above an article, each only where the text shows it."""

import pytest

from twosource.intake.furniture import lines_of
from twosource.intake.heading import Heading, read_heading

BODY = (
    "\n\nDockers in Port Anselm rejected a pay offer on Friday, their union said, and strike from Monday.\n"
)


def heading(text: str, title: str | None = None) -> Heading:
    lines = list(lines_of(text))
    return read_heading(lines[:16], title=title, alone=len(lines) == 1)


def test_a_label_is_no_title_and_a_doubled_headline_is_furniture() -> None:
    text = "World News\n\nDockers reject pay offer\n\nDockers reject pay offer" + BODY
    found = heading(text)
    assert found.title == "Dockers reject pay offer"
    assert found.title_span is not None
    assert (found.title_span.start, found.title_span.end) == (12, 36)
    assert [text[s.start : s.end] for s in found.spans] == ["World News", "Dockers reject pay offer"]


def test_a_given_title_is_found_not_guessed() -> None:
    text = "Harbour strike looms\n\nDockers reject pay offer" + BODY
    found = heading(text, title="Dockers Reject Pay Offer")
    assert found.title_span is not None
    assert text[found.title_span.start : found.title_span.end] == "Dockers reject pay offer"


@pytest.mark.parametrize(
    "text",
    [
        "Dockers rejected the offer on Friday." + BODY,
        "The government of Freedonia said on Monday that it would\nraise the pay of dockers by 3 percent.",
        "The government of Freedonia said on Monday that the\nPrime Minister would resign.",
        "One line only and nothing below it",
        "PORT ANSELM, Freedonia — Dockers rejected the offer\n\nThey strike from Monday.",
    ],
)
def test_prose_is_no_title(text: str) -> None:
    assert heading(text).title is None


def test_markdowns_hash_is_no_part_of_the_title() -> None:
    text = "# Dockers reject pay offer" + BODY
    found = heading(text)
    assert found.title == "Dockers reject pay offer"
    assert found.title_span is not None
    assert text[found.title_span.start : found.title_span.end] == found.title


@pytest.mark.parametrize(
    ("line", "byline", "outlet", "published"),
    [
        ("By Jane Roe and John Doe", "Jane Roe and John Doe", None, None),
        (
            "By JANE ROE, JOHN DOE and J.R. VAN DER BERG",
            "Jane Roe, John Doe and J.R. Van Der Berg",
            None,
            None,
        ),
        ("Jane Roe, Staff Writer", "Jane Roe", None, None),
        ("By Jane Roe, Associated Press", "Jane Roe", "The Associated Press", None),
        ("By Jane Roe | The Harbour Ledger", "Jane Roe", "The Harbour Ledger", None),
        ("By Jane Roe | May 4, 2019", "Jane Roe", None, "2019-05-04"),
        ("Posted by Jane Roe on May 4, 2019", "Jane Roe", None, "2019-05-04"),
        ("By Jane Roe in Port Anselm", "Jane Roe", None, None),
        ("By Reuters", None, "Reuters", None),
        ("By Staff Writer", None, None, None),
    ],
)
def test_bylines(line: str, byline: str | None, outlet: str | None, published: str | None) -> None:
    text = "Dockers reject pay offer\n" + line + BODY
    found = heading(text)
    assert (found.byline, found.outlet, found.published) == (byline, outlet, published)
    assert line in [text[s.start : s.end] for s in found.spans]


@pytest.mark.parametrize("line", ["By Monday the port was shut", "By Sea or by Land?", "Jane Roe, John Doe"])
def test_no_bylines(line: str) -> None:
    assert heading("Dockers reject pay offer\n\n" + line + BODY).byline is None


@pytest.mark.parametrize(
    ("opening", "place", "outlet"),
    [
        ("PORT ANSELM, Freedonia — ", "Port Anselm, Freedonia", None),
        ("WESTMARK (AP) — ", "Westmark", "The Associated Press"),
        ("Westmark, May 4 (Reuters) - ", "Westmark", "Reuters"),
        ("ST. ANSELM, Fla. -- ", "St. Anselm, Fla.", None),
        ("WESTMARK - ", "Westmark", None),
    ],
)
def test_datelines(opening: str, place: str, outlet: str | None) -> None:
    text = "Dockers reject pay offer\n\n" + opening + BODY.strip()
    found = heading(text)
    assert (found.place, found.outlet) == (place, outlet)
    assert found.dateline is not None
    assert text[found.dateline.start : found.dateline.end] == opening


@pytest.mark.parametrize(
    "opening",
    ["EXCLUSIVE — ", "UPDATE - ", "He left — ", "Westmark — ", "— ", "DOCKERS REJECT THE LAST OFFER - "],
)
def test_no_datelines(opening: str) -> None:
    assert heading("Dockers reject pay offer\n\n" + opening + BODY.strip()).place is None


def test_a_dateline_with_a_year_dates_the_report() -> None:
    found = heading("Dockers reject pay offer\n\nWESTMARK, May 4, 2019 (Reuters) - " + BODY.strip())
    assert (found.place, found.published) == ("Westmark", "2019-05-04")


def test_an_outlets_line_beside_a_headline_is_the_outlet() -> None:
    found = heading("The Harbour Ledger\nDockers reject pay offer" + BODY)
    assert (found.outlet, found.title) == ("The Harbour Ledger", "Dockers reject pay offer")


def test_a_headline_that_looks_like_an_outlet_is_a_headline() -> None:
    found = heading("Union Hits Star" + BODY)
    assert (found.outlet, found.title) == (None, "Union Hits Star")
