"""JSON objects → reports."""

import json
from collections.abc import Iterator

import pytest

from twosource.errors import InputError, LanguageError
from twosource.intake import from_bytes, sources
from twosource.model import Report

TEXT = "The union rejected the offer on Friday, and its members will strike from Monday, Keller said."


def read(*objects: object, name: str = "wire.jsonl") -> list[Report | InputError]:
    lines = "\n".join(o if isinstance(o, str) else json.dumps(o) for o in objects)
    return list(from_bytes(lines.encode(), source=name, kind="jsonl"))


def only(items: list[Report | InputError]) -> Report:
    (item,) = items
    assert isinstance(item, Report)
    return item


def test_metadata_goes_before_what_the_text_says() -> None:
    given = {
        "id": 7,
        "text": "Strike looms\n\nPosted May 4, 2019\n\nBy Ann Lee\n\n" + TEXT,
        "title": "Strike  looms",
        "outlet": "The Harbour Ledger",
        "byline": ["Jane Roe", "John Doe"],
        "published": "2019-05-05T10:00:00Z",
        "url": "https://ledger.example/2019/05/06/x",
        "language": "en",
        "unknown": {"key": 1},
    }
    report = only(read(given))
    assert (report.id, report.title, report.outlet) == ("7", "Strike looms", "The Harbour Ledger")
    assert (report.byline, report.language) == ("Jane Roe, John Doe", "en")
    assert (report.published, report.published_basis) == ("2019-05-05T10:00:00+00:00", "metadata")
    assert report.text == given["text"]
    assert report.title_span is not None


def test_what_metadata_lacks_the_text_gives() -> None:
    report = only(read({"text": "Strike looms\n\nPosted May 4, 2019\n\nBy Ann Lee\n\n" + TEXT}))
    assert (report.title, report.byline, report.outlet) == ("Strike looms", "Ann Lee", None)
    assert (report.published, report.published_basis) == ("2019-05-04", "stated")
    assert report.id.startswith("r")
    assert len(report.id) == 13


def test_the_address_dates_a_report_that_nothing_else_dates() -> None:
    report = only(read({"text": TEXT, "url": "https://ledger.example/2019/05/06/x"}))
    assert (report.published, report.published_basis) == ("2019-05-06", "metadata")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"text": ',
        "[" * 100_000,
        "9" * 10_000,
        "null",
        "12",
        '"words"',
        "[]",
        "{}",
        '{"text": ""}',
        '{"text": 3}',
    ],
)
def test_a_broken_line_is_named_and_costs_no_other(line: str) -> None:
    good = {"id": "a", "text": TEXT}
    before, problem, after = read(good, line, good)
    assert isinstance(problem, InputError)
    assert str(problem).startswith("wire.jsonl:2: ")
    assert str(problem).isprintable()
    assert isinstance(before, Report)
    assert isinstance(after, Report)


def test_lone_surrogates_become_marks_of_the_same_length() -> None:
    report = only(read('{"id": "a\\udc80", "text": "' + TEXT + ' \\ud800!"}'))
    assert report.text == TEXT + " \ufffd!"
    report.id.encode()


def test_another_language_is_set_aside() -> None:
    text = (
        "Le gouvernement a annoncé mardi que les négociations avec les dockers reprendraient lundi prochain."
    )
    (problem,) = read({"text": text, "language": "en"})
    assert isinstance(problem, LanguageError)
    assert "fr (French)" in str(problem)


def test_a_file_of_one_object_or_a_list_of_them() -> None:
    one = json.dumps({"id": "a", "text": TEXT}, indent=2).encode()
    many = json.dumps([{"id": "a", "text": TEXT}, 3, {"id": "b", "text": TEXT}], indent=2).encode()
    assert [type(r) for r in from_bytes(one, source="x.json", kind="json")] == [Report]
    found = list(from_bytes(many, source="x.json", kind="json"))
    assert [type(r) for r in found] == [Report, InputError, Report]
    assert str(found[1]).startswith("x.json[1]: ")


def test_a_line_over_the_limit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_INPUT", 200)
    lines: Iterator[bytes | None] = sources._split([b"a\n" + b"b" * 150, b"b" * 150 + b"\nc\n", b"d"])
    assert list(lines) == [b"a", None, b"c", b"d"]


def test_jsonl_in_utf16_is_read() -> None:
    data = json.dumps({"id": "a", "text": TEXT}).encode("utf-16")
    (report,) = from_bytes(data, source="wire.jsonl", kind="jsonl")
    assert isinstance(report, Report)
    assert report.text == TEXT
