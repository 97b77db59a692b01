"""The sentence cache on disk: one SQLite file that two programs may use at once.

It lives under `$XDG_CACHE_HOME/twosource` (`~/.cache/twosource`). A cache that cannot be opened, read or
written (a full disk, a read-only home, a damaged file) behaves as an empty one: deleting it costs time only.
"""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

__all__ = ["DiskCache", "cache_folder"]

_AT_ONCE = 500  # SQLite's default limit of bound values is 999 in old builds


def cache_folder() -> Path:
    """Where the cache lives: `$XDG_CACHE_HOME/twosource`, else `~/.cache/twosource`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "twosource"


class DiskCache:
    """Content-keyed bytes in a file; satisfies `twosource.language.SentenceCache`."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or cache_folder()) / "sentences.sqlite"
        self._base: sqlite3.Connection | None = None
        self._failed = False

    def get(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """What is known of these keys."""
        found: dict[bytes, bytes] = {}
        base = self._open()
        if base is None:
            return found
        waiting = iter(keys)
        try:
            while batch := list(islice(waiting, _AT_ONCE)):
                marks = ",".join("?" * len(batch))
                found.update(base.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", batch))
        except sqlite3.Error:
            self._give_up()
        return found

    def put(self, items: Mapping[bytes, bytes]) -> None:
        """Keeps these; the first value of a key stays."""
        base = self._open()
        if base is None:
            return
        try:
            with base:
                base.executemany("INSERT OR IGNORE INTO kept (key, value) VALUES (?, ?)", items.items())
        except sqlite3.OperationalError:
            return  # locked for too long, or a full disk: the work is done, only not kept
        except sqlite3.Error:
            self._give_up()

    def close(self) -> None:
        """Closes the file; the next call opens it again."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def _open(self) -> sqlite3.Connection | None:
        if self._base is not None or self._failed:
            return self._base
        for attempt in (1, 2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                base = sqlite3.connect(self._path, timeout=5, isolation_level="DEFERRED")
                base.execute("PRAGMA journal_mode=WAL")
                base.execute("PRAGMA synchronous=NORMAL")
                base.execute(
                    "CREATE TABLE IF NOT EXISTS kept"
                    " (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
                )
                base.commit()
            except sqlite3.OperationalError:
                break
            except sqlite3.DatabaseError:
                # Not a database (a torn or foreign file): set it aside once and begin anew.
                if attempt == 1:
                    with suppress(OSError):
                        self._path.replace(self._path.with_suffix(".damaged"))
                    continue
                break
            except OSError:
                break
            else:
                self._base = base
                return base
        self._failed = True
        return None

    def _give_up(self) -> None:
        """After an error that will come again: behave as an empty cache for the rest of this run."""
        with suppress(sqlite3.Error):
            self.close()
        self._base, self._failed = None, True
