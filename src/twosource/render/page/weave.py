"""A report's text with its evidence marked: spans may nest or cross, and no character is lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from twosource.model import Span

from .element import Html, close_tag, el, open_tag, text
from .index import Anchor, Index

__all__ = ["weave"]

_PARAGRAPH: Final = re.compile(r"[^\r\n]+")
# A span inside this many others gets an anchor but no mark of its own: it bounds the page's size and depth.
_DEEPEST: Final = 8


@dataclass(slots=True)
class _Piece:
    """A span to be marked: evidence (with its anchor) or furniture (without)."""

    start: int
    end: int
    anchor: Anchor | None
    opened: bool = False


class _Writer:
    """Writes one report's markup. `stack` holds the spans that are open, outermost first."""

    def __init__(self, report: str) -> None:
        self.report = report
        self.out: list[str] = []
        self.stack: list[_Piece] = []

    def words(self, start: int, end: int) -> None:
        if end > start:
            self.out.append(text(self.report[start:end]))

    def open(self, piece: _Piece) -> None:
        """The span's tag; only its first piece carries the id."""
        if piece.anchor is None:
            self.out.append(open_tag("span", class_="furniture"))
            return
        anchor = piece.anchor
        self.out.append(
            open_tag(
                "mark",
                class_=f"ev {anchor.standing}",
                id=None if piece.opened else anchor.id,
                data_e=anchor.id if piece.opened else None,
            )
        )
        piece.opened = True

    def close(self, piece: _Piece, *, ends: bool) -> None:
        if piece.anchor is None:
            self.out.append(close_tag("span"))
            return
        self.out.append(close_tag("mark"))
        if ends:
            self.out.append(Index.back(piece.anchor))

    def end_at(self, at: int) -> None:
        """Close the spans that end here; those that go on inside them are closed and opened again."""
        while any(piece.end <= at for piece in self.stack):
            first = next(n for n, piece in enumerate(self.stack) if piece.end <= at)
            going_on = []
            while len(self.stack) > first:
                piece = self.stack.pop()
                self.close(piece, ends=piece.end <= at)
                if piece.end > at:
                    going_on.append(piece)
            for piece in reversed(going_on):
                self.open(piece)
                self.stack.append(piece)

    def start(self, piece: _Piece, at: int) -> None:
        """Open a span; a bare anchor where it is over already (it lies between paragraphs) or too deep."""
        if piece.end > at and len(self.stack) < _DEEPEST:
            self.open(piece)
            self.stack.append(piece)
        else:
            self.bare(piece)

    def bare(self, piece: _Piece) -> None:
        if piece.anchor:
            self.out += [el("span", class_="ev at", id=piece.anchor.id), Index.back(piece.anchor)]


def weave(report: str, anchors: Sequence[Anchor], furniture: Sequence[Span]) -> Html:
    """The report as paragraphs. `anchors` are in reading order; linear in text and spans."""
    pieces = [_Piece(start=one.start, end=_trimmed(report, one), anchor=one) for one in anchors]
    size = len(report)
    pieces += [_Piece(start=s.start, end=min(s.end, size), anchor=None) for s in furniture if s.start < size]
    pieces.sort(key=lambda piece: (piece.start, -piece.end, piece.anchor is not None))
    writer = _Writer(report)
    waiting = 0
    for paragraph in _PARAGRAPH.finditer(report):
        at, end = paragraph.span()
        writer.stack = [piece for piece in writer.stack if piece.end > at]
        if report[at:end].isspace() and not (waiting < len(pieces) and pieces[waiting].start < end):
            continue
        writer.out.append(open_tag("p"))
        for piece in writer.stack:
            writer.open(piece)
        while True:
            while waiting < len(pieces) and pieces[waiting].start <= at:
                writer.start(pieces[waiting], at)
                waiting += 1
            stops = [piece.end for piece in writer.stack if piece.end <= end]
            if waiting < len(pieces):
                stops.append(pieces[waiting].start)
            stop = min((*stops, end))
            writer.words(at, stop)
            at = stop
            if stop == end:
                break
            writer.end_at(at)
        writer.end_at(at)
        for piece in reversed(writer.stack):
            writer.close(piece, ends=False)
        writer.out.append(close_tag("p"))
    for piece in pieces[waiting:]:
        writer.bare(piece)
    return Html("".join(writer.out))


def _trimmed(report: str, anchor: Anchor) -> int:
    """The anchor's end without the line breaks after its last word (so that it ends inside a paragraph)."""
    end = anchor.end
    while end > max(anchor.start + 1, anchor.end - 64) and report[end - 1].isspace():
        end -= 1
    return end
