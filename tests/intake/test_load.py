"""Files, folders and standard input → reports and problems, in order."""

import io
import os
from pathlib import Path

import pytest

from twosource.errors import InputError
from twosource.intake import load, sources
from twosource.model import Report

TEXT = "The union rejected the offer on Friday, and its members will strike from Monday, Keller said.\r\n"


def problem(*items: str | Path, stdin: bytes | None = None) -> str:
    (found,) = load(items, stdin=io.BytesIO(stdin) if stdin is not None else None)
    assert isinstance(found, InputError)
    assert str(found).isprintable()
    return str(found)


def ids(*items: str | Path) -> list[str]:
    return [item.id if isinstance(item, Report) else f"! {item.source}" for item in load(items)]


def test_text_is_the_decoded_file_unchanged(tmp_path: Path) -> None:
    (tmp_path / "strike.txt").write_bytes(b"\xef\xbb\xbf  " + TEXT.encode())
    (report,) = load([tmp_path / "strike.txt"])
    assert isinstance(report, Report)
    assert report.text == "  " + TEXT
    assert (report.id, report.source) == ("strike", str(tmp_path / "strike.txt"))


def test_a_folder_gives_its_reports_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.txt", ".hidden.txt", ".git/x.txt", "d.png", "notes.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "z.jsonl").write_text('{"id": "one", "text": "A deal."}\nbroken\n')
    assert ids(tmp_path) == ["a", "b", "c", "one", f"! {tmp_path}/z.jsonl:2"]


def test_one_problem_costs_nothing_else(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7 not text")
    assert ids(tmp_path) == ["a", f"! {tmp_path}/b.txt", "c"]


def test_links_that_loop_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert ids(tmp_path) == ["a", f"! {tmp_path}/self.txt"]


def test_what_cannot_be_read_is_named_with_what_to_do(tmp_path: Path) -> None:
    assert "no such file" in problem(tmp_path / "missing.txt")
    assert "nothing to read in this folder" in problem(tmp_path)
    for name, data, words in (
        ("a.pdf", b"%PDF-1.7", "is a PDF, not text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        ("b.txt", b" \n\n", "is empty"),
        ("c.txt", bytes(range(256)) * 8, "not text"),
        ("d.txt", "Правительство объявило".encode("koi8-r") * 9, "unknown encoding"),
        ("e.xml", b'<?xml version="1.0"?><rss version="2.0">', "not read yet: a feed"),
        ("f.warc.gz", b"", "not read yet: a WARC archive"),
    ):
        (tmp_path / name).write_bytes(data)
        assert words in problem(tmp_path / name), name
    assert "not read yet: an address" in problem("https://ledger.example/dockers")


def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe or a device" in problem(tmp_path / "pipe.txt")
    assert "pipe or a device" in problem("/dev/zero")


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_INPUT", 1_000)
    (tmp_path / "a.txt").write_text(TEXT * 20)
    assert "MB" in problem(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["two\nlines.txt", "red\x1b[31m.txt", "bad\udcff.txt", "rtl\u202e.txt"])
def test_a_name_is_one_printable_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert "is empty" in problem(tmp_path / name)
    (tmp_path / name).write_text(TEXT)
    (report,) = load([tmp_path / name])
    assert isinstance(report, Report)
    (report.id + report.source).encode()


@pytest.mark.parametrize("name", ["a\x00b", "", "x" * 5_000])
def test_an_impossible_path_is_a_line(name: str) -> None:
    problem(name)


def test_standard_input_is_looked_at() -> None:
    def read(data: bytes) -> list[Report | InputError]:
        return list(load(["-"], stdin=io.BytesIO(data)))

    (plain,) = read(TEXT.encode())
    assert isinstance(plain, Report)
    assert (plain.source, plain.id[0]) == ("-", "r")
    assert [
        r.id
        for r in read(b' {"id": "a", "text": "A deal."}\n{"id": "b", "text": "No deal."}')
        if isinstance(r, Report)
    ] == ["a", "b"]
    assert "is empty" in problem("-", stdin=b"")
