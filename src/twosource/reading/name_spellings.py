"""Spellings of one name: transliterations and short forms of given names."""

import re
from functools import cache
from typing import TYPE_CHECKING

from twosource.lexicon import load

if TYPE_CHECKING:
    from nicknames import NickNamer

__all__ = ["alike", "short_forms", "sound_key"]

_SHORTEST = 5  # letters: short words that sound alike are often two names ("Reed", "Read")
_PAIRS = (  # what newsrooms write for one letter of another script, in the order in which they are tried
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("ck", "k"),
    ("x", "ks"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("ij", "i"),
    ("y", "i"),
    ("w", "v"),
    ("o", "u"),
)
_HARD_C = re.compile(r"c(?![eiyhz])")
_E = re.compile(r"e(?!$)")  # a final e tells "Marie" from "Maria"
_DOUBLE = re.compile(r"(.)\1+")


def alike(a: str, b: str) -> bool:
    """Whether two lower-case words are one name in two transliterations ("mohammed", "muhamad")."""
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST or abs(len(a) - len(b)) > 3:
        return False
    x, y = _sound(a), _sound(b)
    if x == y:
        return True
    # The Arabic qaf is written q, k, g or gh.
    return "q" in (a[0], b[0]) and {x[0], y[0]} <= {"q", "g", "k"} and x[1:] == y[1:]


def sound_key(word: str) -> str:
    """A key that words which are `alike` share; others may share it too."""
    sound = _sound(word)
    return f"q{sound[1:]}" if sound[:1] in ("q", "g", "k") else sound


@cache
def _sound(word: str) -> str:
    """A word with the letters that transliterations swap made one."""
    found = _HARD_C.sub("k", word)
    for one, other in _PAIRS:
        found = found.replace(one, other)
    return _DOUBLE.sub(r"\1", _E.sub("a", found))


def short_forms(a: str, b: str) -> bool:
    """Whether two lower-case given names are one name, long and short ("michael", "mike")."""
    long: dict[str, str] = _own()
    if a == b or long.get(a, a) == long.get(b, b):
        return True
    names = _names()
    return b in names.nicknames_of(a) or a in names.nicknames_of(b)


@cache
def _own() -> dict[str, str]:
    return {k.lower(): v.lower() for k, v in load("given_names")["short"].items()}


@cache
def _names() -> "NickNamer":
    """The hand-curated English nicknames of Northern & Crews (package `nicknames`), read on first use."""
    from nicknames import NickNamer

    return NickNamer()
