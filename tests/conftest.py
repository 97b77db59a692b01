"""What all tests share: one parser, one cache that is never the user's own, the command line in process."""

import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.reading.quoting import language as one_language
from twosource.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run of the command line left behind."""

    code: int
    out: bytes
    err: str


Runner = Callable[..., Ran]


@pytest.fixture(scope="session")
def language() -> Language:
    """The tests' one language: a sentence is parsed once, whichever test asks first."""
    return one_language()


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An XDG_CACHE_HOME for runs of the command line."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def cli(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], cache_home: Path
) -> Iterator[Runner]:
    """Runs `twosource` with these words, in this process: cli("read", path, stdin=b"") → Ran."""
    from twosource.cli import main

    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))

    def run(*args: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["twosource", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        capsysbinary.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        out, err = capsysbinary.readouterr()
        return Ran(code=code, out=out, err=err.decode())

    before = signal.getsignal(signal.SIGPIPE)
    yield run
    signal.signal(signal.SIGPIPE, before)
