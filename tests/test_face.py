import inspect
from importlib.metadata import version
from pathlib import Path

import pytest

import twosource
from twosource import InputError, Reading, Record, Report, UsageError, read, read_all, record
from twosource.language import Language

FIRST = Report(
    id="r1", text="Ana Ruiz rejected the offer. She will resign on Monday.", published="2031-03-04"
)
OTHER = Report(id="r2", text="Ana Ruiz, the harbour minister, rejected the offer, her office said.")


def test_a_star_import_gives_the_face_and_nothing_else() -> None:
    found: dict[str, object] = {}
    exec("from twosource import *", found)
    found.pop("__builtins__")
    assert sorted(found) == sorted(twosource.__all__)


@pytest.mark.parametrize("name", twosource.__all__)
def test_every_name_of_the_face_is_documented(name: str) -> None:
    doc = getattr(twosource, name).__doc__
    assert doc
    assert len(doc.split()) >= 4


@pytest.mark.parametrize("name", [n for n in twosource.__all__ if inspect.isfunction(getattr(twosource, n))])
def test_every_function_of_the_face_is_typed(name: str) -> None:
    signature = inspect.signature(getattr(twosource, name))
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values())


def test_the_version_is_the_package_s() -> None:
    assert twosource.__version__ == version("twosource")


def test_read_is_pure(language: Language) -> None:
    reading = read(FIRST, language=language)
    assert isinstance(reading, Reading)
    assert reading.report is FIRST
    assert read(FIRST, language=language) == reading
    assert [a.name for a in reading.actors] == ["Ana Ruiz"]


def test_read_all_goes_in_input_order(language: Language) -> None:
    assert [r.report.id for r in read_all([OTHER, FIRST], language=language)] == ["r2", "r1"]
    assert list(read_all([], language=language)) == []


def test_one_broken_report_costs_no_other(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    from twosource import reading
    from twosource.reading.document import Document

    real = reading.read_document

    def fragile(document: Document) -> Reading:
        if document.report.id == "r7":
            raise ZeroDivisionError("division\nby zero")
        return real(document)

    monkeypatch.setattr(reading, "read_document", fragile)
    reports = [Report(id=f"r{n}", text=FIRST.text, source=f"{n}.txt") for n in range(30)]
    problems: list[InputError] = []
    found = [r.report.id for r in read_all(reports, language=language, problems=problems.append)]
    assert found == [f"r{n}" for n in range(30) if n != 7]
    assert [p.source for p in problems] == ["7.txt"]
    assert "ZeroDivisionError" in str(problems[0])
    assert "\n" not in str(problems[0])
    with pytest.raises(ZeroDivisionError):
        list(read_all(reports, language=language))


def test_a_record_of_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="no report"):
        record([])


def test_a_record_of_one_or_two_readings(language: Language) -> None:
    readings = list(read_all([FIRST, OTHER], language=language))
    made = record(readings, language=language)
    assert isinstance(made, Record)
    assert [r.report.id for r in made.reports] == ["r1", "r2"]
    assert made.from_day == "2031-03-04"
    assert [a.name for a in made.actors if a.type == "person"] == ["Ana Ruiz"]
    assert record(readings[:1], language=language).independent_sources == 1


def test_load_read_and_record_as_the_docstring_shows(language: Language, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(FIRST.text + " The union will call off its strike on Friday.")
    (tmp_path / "two.txt").write_bytes(b"")
    loaded = list(twosource.load(tmp_path))
    assert [type(x) for x in loaded] == [Report, InputError]
    made = record([read(x, language=language) for x in loaded if isinstance(x, Report)], language=language)
    assert made.reports[0].report.id == "one"
