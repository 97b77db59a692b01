"""Words on a command line → reports: files, folders, standard input; no problem costs another input."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal

from ..errors import InputError
from ..model import Report
from .assemble import Given, assemble
from .decode import decode, kind_of_binary
from .jsonl import MAX_INPUT, read_lines, read_whole
from .names import one_line
from .page import MAX_PAGE, looks_like_page, read_page

__all__ = ["Kind", "from_bytes", "load"]

Kind = Literal["text", "html", "jsonl", "json"]

_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
_LATER = {
    ".warc": "a WARC archive",
    ".warc.gz": "a WARC archive",
    ".opml": "an OPML list",
    ".rss": "a feed",
    ".atom": "a feed",
}
_LATER_OPENINGS = (
    (b"WARC/", "a WARC archive"),
    (b"<rss", "a feed"),
    (b"<feed", "a feed"),
    (b"<opml", "an OPML list"),
)
_BLOCK = 1 << 20
_DEEPEST_FOLDER = 64


def load(sources: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Report | InputError]:
    """The reports of these sources, in order, and between them the problems: yielded, never raised.

    A source is a path to a file or a folder, or "-" for `stdin` (by default the process's own). A folder
    gives its supported files by name, folders inside it too; hidden files and other kinds are passed over.
    """
    for source in sources:
        text = os.fspath(source)
        if text == "-" and isinstance(source, str):
            yield from _from_stdin(stdin)
        elif later := _later_by_name(text):
            yield InputError(
                one_line(text), f"not read yet: {later}; save the articles as text or HTML files"
            )
        else:
            yield from _from_path(text)


def from_bytes(data: bytes, *, source: str, kind: Kind | None = None) -> Iterator[Report | InputError]:
    """The reports in the bytes of one file. Without a `kind`, the bytes are looked at to find it."""
    name = one_line(source)
    problem = _unreadable(data, name)
    if problem:
        yield problem
        return
    kind = kind or _sniff(data)
    if kind == "jsonl" and not _wide(data):
        yield from read_lines(_split([data]), source=source)
        return
    if kind == "html" and len(data) > MAX_PAGE:
        yield InputError(name, f"is a page over {MAX_PAGE // 1_000_000} MB: save the article alone")
        return
    text = decode(data, page=kind == "html", repair=kind in ("text", "html"))
    if text is None:
        yield InputError(name, "is text in an unknown encoding: save it as UTF-8")
    elif kind == "jsonl":
        yield from read_lines(text.encode("utf-8", "replace").split(b"\n"), source=source)
    elif kind == "json":
        yield from read_whole(text, source=source)
    else:
        given = Given(id=_stem(source))
        reader = read_page if kind == "html" else assemble
        yield reader(text, given, source=source, name=name)


def _unreadable(data: bytes, name: str) -> InputError | None:
    """Why these bytes hold no report at all."""
    if not data.strip():
        return InputError(name, "is empty: give a report with at least one sentence")
    opening = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(b"<?xml"):
        opening = opening.partition(b"?>")[2].lstrip()
    for mark, what in _LATER_OPENINGS:
        if opening.startswith(mark.lower()):
            return InputError(name, f"not read yet: {what}; save the articles as text or HTML files")
    binary = kind_of_binary(data)
    if binary:
        return InputError(name, f"is {binary}, not text: save the report as text, Markdown, HTML or JSONL")
    if len(data) > MAX_INPUT:
        return InputError(name, f"is over {MAX_INPUT // 1_000_000} MB: split it, or give a JSONL file")
    return None


def _sniff(data: bytes) -> Kind:
    """JSONL where the first character is a brace, HTML where it opens like a page, else text."""
    head = data[:4096]
    text = decode(head, repair=False) or ""
    if text.lstrip().startswith("{"):
        return "jsonl"
    return "html" if looks_like_page(text) else "text"


def _wide(data: bytes) -> bool:
    """UTF-16 or UTF-32: a line's end is then more than one byte."""
    return b"\x00" in data[:4] or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _stem(source: str) -> str | None:
    return None if source == "-" else Path(source).stem or None


def _later_by_name(text: str) -> str | None:
    """What later versions read, told by the name alone."""
    low = text[:2000].lower()
    if low.startswith(("http://", "https://", "feed://", "ftp://")):
        return "an address"
    return next((what for ending, what in _LATER.items() if text[-20:].lower().endswith(ending)), None)


def _from_stdin(stdin: BinaryIO | None) -> Iterator[Report | InputError]:
    if stdin is None:
        stdin = sys.stdin.buffer if sys.stdin is not None and not sys.stdin.closed else None
    if stdin is None:
        yield InputError("-", "standard input is closed: give a file or a folder")
        return
    yield from _from_stream(stdin, source="-", kind=None)


def _from_stream(stream: BinaryIO, *, source: str, kind: Kind | None) -> Iterator[Report | InputError]:
    """The reports of an open stream; JSONL of any length is read line by line, all else up to the limit."""
    try:
        head = _read(stream, _BLOCK)
        if head.strip() and not _unreadable(head, one_line(source)) and not _wide(head):
            kind = kind or _sniff(head)
            if kind == "jsonl":
                yield from read_lines(_split(_blocks(head, stream)), source=source)
                return
        data = head + _read(stream, MAX_INPUT + 1 - len(head))
    except (OSError, ValueError) as error:
        yield InputError(one_line(source), f"cannot be read ({_reason(error)}): check the file")
        return
    yield from from_bytes(data, source=source, kind=kind)


def _read(stream: BinaryIO, size: int) -> bytes:
    """Up to `size` bytes: a pipe may give them in pieces."""
    pieces = []
    while size > 0 and (piece := stream.read(min(size, _BLOCK))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _blocks(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield head
    while block := stream.read(_BLOCK):
        yield block


def _split(blocks: Iterator[bytes] | list[bytes]) -> Iterator[bytes | None]:
    """Lines without their ends; None for a line over the limit, whose bytes are not kept."""
    pending: list[bytes] = []
    size = 0
    for block in blocks:
        first, *rest = block.split(b"\n")
        size += len(first)
        if size <= MAX_INPUT:
            pending.append(first)
        else:
            pending.clear()
        for line in rest:
            yield b"".join(pending) if size <= MAX_INPUT else None
            pending, size = [line], len(line)
    if size:
        yield b"".join(pending) if size <= MAX_INPUT else None


def _from_path(text: str) -> Iterator[Report | InputError]:
    """One path given by the user: a file of any name, or a folder."""
    try:
        mode = os.stat(text).st_mode
    except (OSError, ValueError) as error:
        yield InputError(one_line(text), f"{_reason(error)}: check the path")
        return
    if not stat.S_ISDIR(mode):
        yield from _from_file(text, mode)
        return
    found = False
    for item in _walk(text):
        found = True
        if isinstance(item, InputError):
            yield item
        else:
            try:
                mode = os.stat(item).st_mode
            except OSError as error:
                yield InputError(one_line(item), f"{_reason(error)}: check the path")
                continue
            yield from _from_file(item, mode)
    if not found:
        endings = ", ".join(_KINDS)
        yield InputError(one_line(text), f"nothing to read in this folder: put reports in it ({endings})")


def _walk(root: str) -> Iterator[str | InputError]:
    """The supported files under `root`, each folder's entries by name; a folder is entered once."""
    seen: set[tuple[int, int]] = set()
    waiting = [(root, 0)]
    while waiting:
        path, depth = waiting.pop()
        if Path(path).suffix.lower() in _KINDS and not os.path.isdir(path):
            yield path
            continue
        try:
            state = os.stat(path)
            if (state.st_dev, state.st_ino) in seen or depth > _DEEPEST_FOLDER:
                continue
            seen.add((state.st_dev, state.st_ino))
            names = sorted(os.listdir(path), reverse=True)
        except OSError as error:
            yield InputError(one_line(path), f"{_reason(error)}: check the folder")
            continue
        inside = [os.path.join(path, name) for name in names if not name.startswith(".")]
        waiting.extend((p, depth + 1) for p in inside if Path(p).suffix.lower() in _KINDS or os.path.isdir(p))


def _from_file(path: str, mode: int) -> Iterator[Report | InputError]:
    if not stat.S_ISREG(mode):
        yield InputError(one_line(path), "is a pipe or a device, not a file: give it as - (standard input)")
        return
    try:
        with open(path, "rb") as stream:
            yield from _from_stream(stream, source=path, kind=_KINDS.get(Path(path).suffix.lower()))
    except OSError as error:
        yield InputError(one_line(path), f"{_reason(error)}: check the file")


def _reason(error: OSError | ValueError) -> str:
    """The system's reason in lower case, as one line."""
    reason = error.strerror if isinstance(error, OSError) else None
    return one_line((reason or "not a path").lower())
