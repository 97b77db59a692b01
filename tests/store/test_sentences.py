import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from twosource.store import DiskCache, cache_folder

A, B = b"a" * 16, b"b" * 16


def test_what_is_put_is_got_also_by_the_next_program(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put({A: b"1", B: b"\x00\xff"})
    cache.close()
    assert DiskCache(tmp_path).get([A, b"c" * 16, B]) == {A: b"1", B: b"\x00\xff"}
    assert cache.get([A]) == {A: b"1"}, "a closed cache opens again"


def test_the_first_value_of_a_key_stays(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put({A: b"first"})
    cache.put({A: b"second", B: b"new"})
    assert cache.get([A, B]) == {A: b"first", B: b"new"}


def test_many_keys_at_once(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    items = {n.to_bytes(16, "big"): str(n).encode() for n in range(2500)}
    cache.put(items)
    assert cache.get(items) == items


@pytest.mark.parametrize(
    "junk", [b"this is no database, whatever its name says" * 50, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, junk: bytes) -> None:
    file = tmp_path / "sentences.sqlite"
    file.write_bytes(junk)
    cache = DiskCache(tmp_path)
    assert cache.get([A]) == {}
    cache.put({A: b"1"})
    cache.close()
    assert DiskCache(tmp_path).get([A]) == {A: b"1"}
    assert file.with_suffix(".damaged").read_bytes() == junk


def test_a_page_torn_in_the_middle_costs_no_error(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put({n.to_bytes(16, "big"): bytes(500) for n in range(400)})
    cache.close()
    file = tmp_path / "sentences.sqlite"
    data = file.read_bytes()
    file.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))
    torn = DiskCache(tmp_path)
    torn.get([n.to_bytes(16, "big") for n in range(400)])
    torn.put({A: b"1"})


def test_a_folder_that_cannot_be_made_behaves_as_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = DiskCache(tmp_path / "file" / "twosource")
    cache.put({A: b"1"})
    assert cache.get([A]) == {}


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that even a superuser cannot write")
def test_a_place_that_cannot_be_written_behaves_as_an_empty_cache() -> None:
    cache = DiskCache(Path("/proc/twosource"))
    cache.put({A: b"1"})
    assert cache.get([A]) == {}


def test_a_lock_that_lasts_keeps_nothing_and_raises_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **more: real(path, **(more | {"timeout": 0.05})))
    DiskCache(tmp_path).put({B: b"before"})
    other = real(tmp_path / "sentences.sqlite")
    other.execute("BEGIN IMMEDIATE")
    cache = DiskCache(tmp_path)
    cache.put({A: b"1"})
    other.rollback()
    other.close()
    assert cache.get([A, B]) == {B: b"before"}


WRITER = """
import sys
from pathlib import Path
from twosource.store import DiskCache
cache, mine = DiskCache(Path(sys.argv[1])), sys.argv[2].encode()
for n in range(60):
    cache.put({(n * 10 + k).to_bytes(16, "big"): mine * 20 for k in range(10)})
    assert len(cache.get([(n * 10 + k).to_bytes(16, "big") for k in range(10)])) == 10
"""


def test_two_programs_write_at_once(tmp_path: Path) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], stderr=subprocess.PIPE)
        for name in ("x", "y")
    ]
    for one in started:
        _, error = one.communicate(timeout=60)
        assert one.returncode == 0, error.decode()
    kept = DiskCache(tmp_path).get([n.to_bytes(16, "big") for n in range(600)])
    assert len(kept) == 600
    assert set(kept.values()) <= {b"x" * 20, b"y" * 20}


def test_the_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "twosource"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert cache_folder() == tmp_path / "home" / ".cache" / "twosource"
