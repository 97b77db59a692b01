import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.told import COURIER, LEDGER, REPORTS

COMMANDS = ("read", "record", "group")
PROGRAM = [sys.executable, "-m", "twosource"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample story as text files."""
    made = tmp_path / "story"
    made.mkdir()
    for report in REPORTS:
        (made / f"{report.id}.txt").write_text(report.text, "utf-8")
    return made


def lines(err: str) -> list[str]:
    """Standard error's lines; a traceback is never among them."""
    assert "Traceback" not in err
    return err.splitlines()


def test_read_gives_one_line_a_report_in_input_order(cli: Runner, folder: Path) -> None:
    ran = cli("read", folder / "tribune.txt", folder / "courier.txt", "--format", "jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert [json.loads(x)["report"]["id"] for x in ran.out.splitlines()] == ["tribune", "courier"]


def test_read_as_one_json_array(cli: Runner, folder: Path) -> None:
    found = json.loads(cli("read", folder, "--format", "json").out)
    assert [r["report"]["id"] for r in found] == ["courier", "ledger", "tribune"]


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl", "markdown", "html"])
def test_a_record_in_every_format(cli: Runner, folder: Path, form: str) -> None:
    ran = cli("record", folder, "--format", form)
    assert (ran.code, ran.err) == (0, "")
    text = ran.out.decode("utf-8")
    assert "Berg" in text
    assert "postponed" in text
    assert text.endswith("\n") or form == "html"
    if form in ("json", "jsonl"):
        assert json.loads(text)["schema"] == "twosource/record/1"
    if form == "jsonl":
        assert text.count("\n") == 1
    if form == "html":
        assert text.lower().startswith("<!doctype html>")


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl"])
def test_groups_in_every_format(cli: Runner, folder: Path, form: str) -> None:
    ran = cli("group", folder, "--format", form)
    assert (ran.code, ran.err) == (0, "")
    if form == "jsonl":
        found = [json.loads(x) for x in ran.out.splitlines()]
        assert [g["id"] for g in found] == ["courier", "ledger", "tribune"]
        assert all(g["story"] for g in found)


def test_pairs_are_compared_and_a_line_that_is_none_is_named(cli: Runner, tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(
        '{"id": "p1", "a": "Forty ships are waiting.", "b": "Sixty ships are waiting."}\n'
        "not json\n"
        '{"a": "It rained.", "b": "It rained."}\n'
    )
    ran = cli("compare", file, "--format", "jsonl")
    assert [json.loads(x)["id"] for x in ran.out.splitlines()] == ["p1", "3"]
    assert json.loads(ran.out.splitlines()[1])["relation"] == "same"
    assert ran.code == 1
    assert len(lines(ran.err)) == 1
    assert f"{file}:2" in ran.err


def test_standard_input(cli: Runner) -> None:
    ran = cli("read", "-", "--format", "jsonl", stdin=LEDGER.text.encode())
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["report"]["text"] == LEDGER.text


def test_out_writes_a_file_and_nothing_else(cli: Runner, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    ran = cli("record", folder, "--format", "json", "--out", out)
    assert (ran.code, ran.out, ran.err) == (0, b"", "")
    assert json.loads(out.read_bytes())["reports"]


def test_an_out_that_cannot_be_written_is_named(cli: Runner, folder: Path, tmp_path: Path) -> None:
    ran = cli("group", folder, "--out", tmp_path / "none" / "x.json")
    assert ran.code == 2
    assert len(lines(ran.err)) == 1
    assert "none/x.json" in ran.err


@pytest.mark.parametrize("command", [*COMMANDS, "compare"])
def test_an_unknown_format_is_a_wrong_call(cli: Runner, command: str, folder: Path) -> None:
    ran = cli(command, folder / "ledger.txt", "--format", "docx")
    assert (ran.code, ran.out) == (2, b"")
    assert len(lines(ran.err)) == 1
    assert "docx" in ran.err
    assert "terminal" in ran.err


@pytest.mark.parametrize("call", [["frobnicate"], ["read", "--loud", "x"], ["read"], ["compare"]])
def test_a_wrong_call_says_so_without_a_traceback(cli: Runner, call: list[str]) -> None:
    ran = cli(*call)
    assert ran.code == 2
    assert lines(ran.err)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_file_is_named_and_the_rest_delivered(cli: Runner, command: str, folder: Path) -> None:
    ran = cli(command, folder / "absent.txt", folder / "ledger.txt", "--format", "jsonl")
    assert ran.code == 1
    assert len(lines(ran.err)) == 1
    assert "absent.txt" in ran.err
    assert len(ran.out.splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["jsonl", "terminal"])
def test_no_readable_input_at_all_is_named_and_no_crash(cli: Runner, command: str, form: str) -> None:
    ran = cli(command, "absent.txt", "--format", form)
    assert ran.code in (1, 2)
    assert "absent.txt" in ran.err
    assert len(lines(ran.err)) == 1
    assert "internal error" not in ran.err


def test_one_broken_report_among_thirty_costs_no_other(cli: Runner, tmp_path: Path) -> None:
    for n in range(30):
        (tmp_path / f"n{n:02}.txt").write_text(
            f"The port of Velmora was closed for the {n + 2}th day, officials said."
        )
    (tmp_path / "n13.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40)
    ran = cli("read", tmp_path, "--format", "jsonl")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 29
    assert len(lines(ran.err)) == 1
    assert "n13.txt" in ran.err


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not text"),
        (
            "french.txt",
            "Les dockers du port ont cessé le travail mardi après l’échec des négociations sur les "
            "salaires, a annoncé le syndicat dans un communiqué. Le ministre n’a pas réagi.".encode(),
            "French",
        ),
        ("lines.jsonl", b'{"no_text": 1}\n[1, 2]\n', "lines.jsonl"),
    ],
)
def test_an_input_that_cannot_be_read_is_named_with_its_reason(
    cli: Runner, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text(COURIER.text, "utf-8")
    ran = cli("read", bad, good, "--format", "jsonl")
    assert ran.code == 1
    assert [json.loads(x)["report"]["id"] for x in ran.out.splitlines()] == ["good"]
    assert all(name in line for line in lines(ran.err))
    assert why in ran.err


def test_names_with_control_characters_cannot_write_to_the_terminal(cli: Runner) -> None:
    ran = cli("read", "no\x1b[31m\nsuch.txt")
    assert ran.code == 1
    assert len(lines(ran.err)) == 1
    assert "\x1b" not in ran.err


def test_a_missing_model_is_one_line_with_its_command(
    cli: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from twosource import language
    from twosource.errors import ModelError

    def absent() -> None:
        raise ModelError("the model package x is not installed: pip install x")

    monkeypatch.setattr(language, "check", absent)
    ran = cli("read", folder)
    assert ran.code == 2
    assert ran.err == "twosource: the model package x is not installed: pip install x\n"


def test_our_own_mistake_is_one_line_too(cli: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from twosource import api

    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too\ndeep")

    monkeypatch.setattr(api, "record", broken)
    monkeypatch.delenv("TWOSOURCE_DEBUG", raising=False)
    ran = cli("record", folder)
    assert ran.code == 2
    assert len(lines(ran.err)) == 1
    assert "internal error (RecursionError: too)" in ran.err


def test_the_user_s_cache_is_used_and_nothing_else_is_written(
    cli: Runner, folder: Path, cache_home: Path
) -> None:
    before = sorted(folder.parent.rglob("*"))
    assert cli("record", folder).code == 0
    assert sorted(folder.parent.rglob("*")) == before
    assert {p.name for p in cache_home.iterdir()} == {"twosource"}


def test_version_and_help(cli: Runner) -> None:
    assert cli("--version").out.startswith(b"twosource 0.")
    for words in ([], ["record"], ["compare"]):
        ran = cli(*words, "--help")
        assert ran.code == 0
        assert b"Usage:" in ran.out


def test_a_closed_pipe_ends_it_quietly(folder: Path, cache_home: Path) -> None:
    many = [str(folder)] + [str(folder / "ledger.txt")] * 3
    started = subprocess.Popen(
        [*PROGRAM, "read", *many, "--format", "jsonl"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"XDG_CACHE_HOME": str(cache_home)},
    )  # fmt: skip
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.close()
    assert started.stderr.read() == b""
    started.stderr.close()
    assert started.wait(timeout=60) in (0, -signal.SIGPIPE)


def test_an_interrupt_ends_it_with_one_line(cache_home: Path) -> None:
    started = subprocess.Popen(
        [*PROGRAM, "read", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"XDG_CACHE_HOME": str(cache_home)},
    )  # fmt: skip
    time.sleep(1.5)  # it is waiting for the end of its input now
    assert started.poll() is None
    started.send_signal(signal.SIGINT)
    _, error = started.communicate(timeout=60)
    assert started.returncode == 130
    assert lines(error.decode()) == ["twosource: interrupted; what was read is kept, run it again to go on"]
