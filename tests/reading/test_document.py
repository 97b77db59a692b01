from datetime import date

import pytest

from tests.reading.quoting import document_of
from twosource.model import Report, Span
from twosource.reading.document import day_of, sentences_of

TEXT = "Port closed\n\nJon Berg left. He was tired.\nRead also: Ferries run late tonight."


def test_lines_know_their_place_and_their_paragraph() -> None:
    document = document_of(TEXT)
    assert [line.text for line in document.lines] == [
        "Port closed",
        "Jon Berg left.",
        "He was tired.",
        "Read also: Ferries run late tonight.",
    ]
    assert [line.paragraph for line in document.lines] == [0, 1, 1, 2]
    assert all(document.text[line.start : line.end] == line.text for line in document.lines)


def test_tokens_and_offsets_of_the_text_meet() -> None:
    document = document_of(TEXT)
    line = document.lines[1]
    assert document.words(line.span(0, 2)) == "Jon Berg"
    start = TEXT.index("Berg")
    assert line.token_at(start) == 1
    assert line.tokens_of(start, start + 4) == (1, 2)
    assert line.tokens_of(start - 1, start) == (1, 1), "a blank holds no token"


def test_furniture_and_what_is_no_prose_are_boilerplate() -> None:
    start = TEXT.index("Read also")
    report = Report(id="r1", text=TEXT, furniture=(Span(start=start, end=len(TEXT)),))
    assert [s.boilerplate for s in sentences_of(report)] == [False, False, False, True]
    marks = Report(id="r2", text="(" * 3000 + "\nJon Berg left.")
    assert [s.boilerplate for s in sentences_of(marks)][-1] is False
    assert all(s.boilerplate for s in sentences_of(marks)[:-1])
    document = document_of(TEXT, furniture=report.furniture)
    assert [line.number for line in document.body()] == [0, 1, 2]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2031-03-05", date(2031, 3, 5)),
        ("2031-03-05T23:10:00-05:00", date(2031, 3, 5)),
        ("2031-02-30", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_publication(published: str | None, day: date | None) -> None:
    assert day_of(published) == day
    assert document_of("Jon Berg left.", published=published).day == day


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    text = "PORT ANSELM, May 3 — The ferries stopped. Nobody said why."
    span = Span(start=0, end=text.index("The"))
    found = sentences_of(Report(id="r", text=text, dateline_span=span))
    assert [text[s.start : s.end] for s in found] == [
        "PORT ANSELM, May 3 —",
        "The ferries stopped.",
        "Nobody said why.",
    ]
    assert [s.boilerplate for s in found] == [True, False, False]
