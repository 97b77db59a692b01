"""A user's own words beside ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from twosource.errors import UsageError
from twosource.lexicon import load, words


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    """Lexicons are read once a process: each test reads its own and leaves none behind."""
    monkeypatch.setenv("TWOSOURCE_LEXICON", str(tmp_path))
    load.cache_clear()
    words.cache_clear()
    yield
    load.cache_clear()
    words.cache_clear()


def test_a_users_words_are_added_to_ours(tmp_path: Path) -> None:
    (tmp_path / "negotiation.toml").write_text('[matters]\nnouns = ["fjord", "deal"]\n', "utf-8")
    nouns = load("negotiation")["matters"]["nouns"]
    assert nouns[-1] == "fjord"
    assert nouns.count("deal") == 1
    assert "hostile" in load("negotiation")["acts"]


def test_without_a_file_of_that_name_ours_stand_alone(tmp_path: Path) -> None:
    assert "fjord" not in load("negotiation")["matters"]["nouns"]


def test_a_new_concept_may_be_added(tmp_path: Path) -> None:
    (tmp_path / "negotiation.toml").write_text('[same]\n"#fish" = ["herring", "cod"]\n', "utf-8")
    assert load("negotiation")["same"]["#fish"] == ["herring", "cod"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[matters\n", "not a lexicon"),
        ('matters = ["fjord"]\n', "matters: ours is a list"),
        ("[matters]\nnouns = [1]\n", "nouns: ours is a list"),
        ("[matters]\nnouns = 'fjord'\n", "nouns: ours is a list"),
    ],
)
def test_a_broken_lexicon_is_named(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "negotiation.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=told) as raised:
        load("negotiation")
    assert str(tmp_path / "negotiation.toml") in str(raised.value)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "negotiation.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="not a lexicon"):
        load("negotiation")


def test_a_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TWOSOURCE_LEXICON", str(tmp_path / "gone"))
    with pytest.raises(UsageError, match="names no folder"):
        load("negotiation")


def test_the_command_line_reads_a_users_matters(tmp_path: Path) -> None:
    (tmp_path / "negotiation.toml").write_text('[matters]\nnouns = ["fjord"]\n', "utf-8")
    report = tmp_path / "a.txt"
    report.write_text("Norland rejected the fjord. The Norland government gave no reason.", "utf-8")

    def positions(folder: str) -> int:
        done = subprocess.run(
            [sys.executable, "-m", "twosource", "read", str(report), "--format", "jsonl"],
            env=os.environ | {"TWOSOURCE_LEXICON": folder},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.count('"stance":"refuses"')

    assert (positions(""), positions(str(tmp_path))) == (0, 1)
