"""Standard output and standard error as the command line uses them."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

__all__ = ["Problems", "colour", "emit", "note", "width"]


class Problems:
    """Inputs that could not be read: each is named on standard error when it is met."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, problem: Exception) -> None:
        """Names one."""
        self.count += 1
        note(str(problem))


def note(line: str) -> None:
    """One line on standard error, without control characters."""
    clean = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
    print(f"twosource: {clean}", file=sys.stderr, flush=True)


def emit(pieces: Iterable[bytes | str], out: Path | None) -> None:
    """Writes pieces to a file or to standard output, as they come."""
    if out is not None:
        with out.open("wb") as stream:
            for piece in pieces:
                stream.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
        return
    stream_out = sys.stdout.buffer
    for piece in pieces:
        stream_out.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
    stream_out.flush()


def colour() -> bool:
    """Whether to use colour: on a terminal, unless NO_COLOR asks for none (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns to write in: the terminal's, at most 100; 80 where there is no terminal."""
    if not sys.stdout.isatty():
        return 80
    return max(40, min(100, os.get_terminal_size().columns))
