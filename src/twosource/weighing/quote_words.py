"""The words of a quote, made ready to be told from others: runs between ellipses and brackets, telling words.

An ellipsis or a word in square brackets stands for words of the speaker that the report left out or changed
(Chicago Manual of Style, 13.50-13.63), so either is a gap: what stands around it must occur in order.
"""

import re
from dataclasses import dataclass

from twosource.lexicon import words

__all__ = ["Wording", "contains", "wording"]

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_FIGURE = re.compile(r"\d")
_GAP = re.compile(r"\[[^\[\]]{0,80}\]|…|\.(?:[ \t]?\.){2,9}")
_MARKED = re.compile(r"[\"“«]([^\"“”«»]{4,2000})[\"”»]|‘([^‘’]{4,2000})’")
_NOT = re.compile(r"n['’]t\b")
_ENDINGS = ("ing", "ies", "ied", "ed", "es", "s", "e")
_STEM = 4
"""Letters that a stem keeps at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a quote says: its words in lower case, also as one `line` " a b c "; `runs` are the like between
    gaps and `marked` in quotation marks; `telling` are the words that are not grammar, without endings.
    """

    words: tuple[str, ...]
    line: str
    runs: tuple[str, ...]
    marked: tuple[str, ...]
    telling: frozenset[str]
    figures: frozenset[str]
    denies: bool


def wording(text: str) -> Wording:
    """The wording of a quote's content, its pieces joined by blanks. Linear in its length."""
    runs = [_words_of(run) for run in _GAP.split(text)]
    said = tuple([word for run in runs for word in run])
    common, denials = words("quotes", "common"), words("quotes", "denials")
    marked = [_words_of(a or b) for a, b in _MARKED.findall(text)]
    return Wording(
        words=said,
        line=f" {' '.join(said)} ",
        runs=tuple([f" {' '.join(run)} " for run in runs if run]),
        marked=tuple([f" {' '.join(run)} " for run in marked if run]),
        telling=frozenset([_stem(w) for w in said if w not in common]),
        figures=frozenset([w for w in said if _FIGURE.search(w)]),
        denies=any(w in denials for w in said) or _NOT.search(text) is not None,
    )


def contains(long: Wording, short: Wording) -> bool:
    """Whether the runs of one stand in the other in order, with nothing but gaps left out."""
    at, line = 0, long.line
    for run in short.runs:
        found = line.find(run, at)
        if found < 0:
            return False
        at = found + len(run) - 1
    return bool(short.runs)


def _words_of(text: str) -> list[str]:
    return [m.lower() for m in _WORD.findall(text.replace("’", "'"))]


def _stem(word: str) -> str:
    """A word without its ending, so that "closes" and "closed" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
