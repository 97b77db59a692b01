"""Some tokens of a sentence as running text: what was left out between them is closed up."""

import re
from collections.abc import Sequence

from twosource.language import Parse

__all__ = ["wording"]

_QUOTES = frozenset('"“”')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DOUBLED = re.compile(r"\s*,(?:\s*,)+")


def wording(parse: Parse, tokens: Sequence[int], lent: Sequence[int] = ()) -> str:
    """The words of these tokens as running text; what was left out between them is closed up."""
    pieces: list[str] = []
    last = -1
    spoken = [*lent, *tokens]
    for n, i in enumerate(spoken):
        if parse.words[i] == "," and _left_over(parse, spoken, n):
            continue
        if pieces and (i != last + 1 or (parse.starts[i] > parse.ends[last])):
            pieces.append(" ")
        pieces.append(parse.words[i])
        last = i
    # Two commas side by side held what was left out.
    text = _DOUBLED.sub("", "".join(pieces).replace(" ,", ","))
    return _quoted_whole(text.strip(" ,;:-–—'‘’.").replace("  ", " "))


def _left_over(parse: Parse, spoken: Sequence[int], n: int) -> bool:
    """Whether a comma set off an aside that was left out: none parts a subject from its verb."""
    first = last = n
    while first and parse.words[spoken[first]] == ",":
        first -= 1
    while last < len(spoken) - 1 and parse.words[spoken[last]] == ",":
        last += 1
    if not first < n < last or parse.tags[spoken[last]] not in _FINITE:
        return False
    return spoken[last] - spoken[first] > last - first


def _quoted_whole(text: str) -> str:
    """With its quotation marks in pairs: one that opens and is cut off is closed, all others alone go."""
    marks = [i for i, c in enumerate(text) if c in _QUOTES]
    if not marks:
        return text
    pieces = list(text)
    opened: int | None = None
    for i in marks:
        before = text[i - 1] if i else " "
        opens = text[i] == "“" or (text[i] == '"' and opened is None and not before.isalnum())
        if opens and opened is None:
            opened = i
        elif opens or opened is None:
            pieces[i] = ""
        elif opened == 0 and i == len(text) - 1:
            pieces[0] = pieces[i] = ""
            opened = None
        else:
            opened = None
    if opened == 0:
        pieces[0] = ""
    elif opened is not None:
        pieces.append("”" if text[opened] == "“" else '"')
    return "".join(pieces).strip(" ,;:-–—'‘’.").replace("  ", " ")
