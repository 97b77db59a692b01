"""JSON lines of {"id", "a", "b"} → pairs to compare."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from ..errors import InputError

__all__ = ["Pair", "load_pairs"]

Pair = tuple[str, str, str]


class _Line(msgspec.Struct):
    a: str
    b: str
    id: str | int | None = None


def load_pairs(source: str | Path, *, stdin: BinaryIO | None = None) -> Iterator[Pair | InputError]:
    """The pairs (id, a, b) of a JSONL file, or of standard input for `-`; a line that is none is named.

    A line without an id is called by its number.
    """
    name = "standard input" if str(source) == "-" else str(source)
    if str(source) == "-":
        yield from _pairs(name, stdin or sys.stdin.buffer)
        return
    try:
        with Path(source).open("rb") as stream:
            yield from _pairs(name, stream)
    except OSError as error:
        yield InputError(name, f"cannot be read: {error.strerror or error}")


def _pairs(name: str, stream: BinaryIO) -> Iterator[Pair | InputError]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield _pair(f"{name}:{number}", str(number), line)


def _pair(place: str, number: str, line: bytes) -> Pair | InputError:
    try:
        found = msgspec.json.decode(line, type=_Line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return InputError(place, f'not a pair of statements, {{"id", "a", "b"}} on one line: {error}')
    # A lone surrogate cannot be written out again; the replacement character keeps every offset.
    a, b = (t.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for t in (found.a, found.b))
    return str(found.id) if found.id is not None else number, a, b
