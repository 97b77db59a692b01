"""Report → Reading: what one report says, each finding with its span."""

from .cast import Cast
from .document import Document, Line, lay_out
from .read import read_document

__all__ = ["Cast", "Document", "Line", "lay_out", "read_document"]
