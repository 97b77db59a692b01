"""Sources → reports: files, folders and standard input, decoded, told apart and looked through once.

Only this room knows HTML. `load` yields reports and problems in input order; `from_bytes` does the same
for the bytes of one file; `distinct` gives each report of a list an id of its own.
"""

from .clashes import distinct
from .jsonl import MAX_INPUT
from .page import MAX_PAGE
from .pairs import Pair, load_pairs
from .sources import Kind, from_bytes, load

__all__ = ["MAX_INPUT", "MAX_PAGE", "Kind", "Pair", "distinct", "from_bytes", "load", "load_pairs"]
