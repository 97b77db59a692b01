"""How an input is named in a message, and how text is kept writable: both must survive any bytes."""

import re

__all__ = ["one_line", "writable"]

_LONGEST_NAME = 300
_SURROGATE = re.compile("[\ud800-\udfff]")


def one_line(name: str) -> str:
    """`name` as one printable line: control, format and surrogate characters are escaped, the rest kept."""
    if len(name) > _LONGEST_NAME:
        name = f"{name[:200]}…{name[-60:]}"
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def writable(text: str) -> str:
    """`text` with each lone surrogate replaced by U+FFFD: the same length, and it can be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text) if not text.isascii() else text
