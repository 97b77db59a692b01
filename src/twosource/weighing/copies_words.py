"""A report's own words, ready to be laid beside another's: page furniture and quoted speech left out.

What two reporters heard the same speaker say is not copying, so each quoted span becomes one mark; what a
site prints round its articles (captions, credits, invitations) is not the article. Words are lowered and
spellings that editors swap ("USA" for "US", "says" for "said") are read as one.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from twosource.lexicon import load
from twosource.model import Span

__all__ = ["GRAM", "OwnWords", "agency_mark", "fingerprints", "is_agency", "own_words"]

GRAM = 5  # words in a shingle
_MARK = "§"  # stands for a quoted span
_SEED = np.uint64(0x9E3779B97F4A7C15)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_QUOTED = re.compile(r'"[^"\n]*"|^[ \t]*"[^"\n]*$', re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*|[§%]")
_SENTENCE_END = re.compile(r"[.!?\"')…]\s*$")
_DATELINE = re.compile(
    r"\s{0,9}[A-Z][A-Z.' -]{2,40}(?:, ?[\w.' ]{2,30}?)?\s{0,3}(?:\(([^()\n]{2,30})\))?\s{0,3}(?:—|–|--| - )"
)
_AGENCY_CREDIT = re.compile(
    r"\(([A-Z][\w .-]{1,30})\)\s{0,3}(?:—|–|-)|\bBy (?:The )?([A-Z][\w ]{1,30})$", re.MULTILINE
)
_POSTED_BY = re.compile(r"\s{0,9}[—–-]{1,2}[^@\n]{1,80}\(@\w{1,30}\)")
_HEAD = 600  # characters in which an agency's mark is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """`hashes[i]` is the shingle of words i to i+GRAM-1 (0: none); `own[i]` is False where a quote stands."""

    hashes: NDArray[np.uint64]
    own: NDArray[np.bool_]

    @property
    def ordered(self) -> NDArray[np.uint64]:
        """Each hash once, sorted, without 0; made anew each time, for it is as large as the hashes."""
        ordered = np.sort(self.hashes)
        if not len(ordered):
            return ordered
        kept = np.empty(len(ordered), dtype=np.bool_)
        kept[0] = ordered[0] != 0
        np.not_equal(ordered[1:], ordered[:-1], out=kept[1:])
        found: NDArray[np.uint64] = ordered[kept]
        return found

    @property
    def size(self) -> int:
        """How many own words there are."""
        return int(self.own.sum())


@cache
def _respell() -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Single words and phrases (by first word, longest first) that are read as another."""
    data = load("copies")
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, other in data["phrases"].items():
        first, *rest = phrase.split()
        phrases.setdefault(first, []).append((tuple(rest), other))
    ordered = {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in phrases.items()}
    return dict(data["words"]), ordered


@cache
def _furniture() -> tuple[tuple[str, ...], "re.Pattern[str]"]:
    lists = load("copies")["furniture"]
    return tuple(lists["starts"]), re.compile("|".join(map(re.escape, lists["holds"])))


def _lines(text: str) -> list[str]:
    """The lines that are the article's own; all of them when none is left."""
    starts, holds = _furniture()
    kept: list[str] = []
    lines = text.split("\n")
    place, half = 0, len(text) / 2
    for line in lines:
        if place < half and _DATELINE.match(line):
            kept = []  # the article opens here: what stood above were headlines and captions
        place += len(line) + 1
        if "(@" in line and kept and _POSTED_BY.match(line):
            kept.pop()  # the line above is what was posted
            continue
        words = line.count(" ") + 1
        if words < 8 and not _SENTENCE_END.search(line[-9:]):
            continue
        if words < 80:
            low = line.lower()
            if low.lstrip().startswith(starts) or holds.search(low):
                continue
        kept.append(line)
    return kept or lines


@lru_cache(maxsize=1 << 16)
def _respelled(word: str) -> str:
    """A lower-case word as it is compared: "" where it says nothing."""
    known = _respell()[0].get(word, word)
    return known[:-2] if known.endswith("'s") else known


def _tokens(text: str) -> list[str]:
    """Normalised words; a run of quoted spans is one mark."""
    words = _WORD.findall(_QUOTED.sub(f" {_MARK} ", text).lower())
    phrases = _respell()[1]
    found: list[str] = []
    done = 0
    for at in [i for i, word in enumerate(words) if word in phrases]:
        if at < done:
            continue
        for rest, other in phrases[words[at]]:
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                found.extend(map(_respelled, words[done:at]))
                found.append(other)
                done = at + 1 + len(rest)
                break
    found.extend(map(_respelled, words[done:]))
    return [
        word for i, word in enumerate(found)
        if word and not (word == _MARK and _runs_on(found, i))
    ]  # fmt: skip


def _runs_on(found: Sequence[str], i: int) -> bool:
    """Whether the word before, empty ones aside, is a mark too."""
    i -= 1
    while i >= 0 and not found[i]:
        i -= 1
    return i >= 0 and found[i] == _MARK


@lru_cache(maxsize=1 << 16)
def _code(token: str) -> int:
    raw = token.encode("utf-8", "surrogatepass")
    return (zlib.crc32(raw) << 32) | zlib.adler32(raw)


def fingerprints(tokens: Sequence[str]) -> NDArray[np.uint64]:
    """One 64-bit hash a shingle of GRAM words, the same in every run and on every machine.

    Fewer words than GRAM make one shingle of all of them; no words make none.
    """
    if not tokens:
        return np.zeros(0, dtype=np.uint64)
    codes = np.fromiter(map(_code, tokens), dtype=np.uint64, count=len(tokens))
    width = min(GRAM, len(codes))
    found = np.zeros(len(codes) - width + 1, dtype=np.uint64)
    for k in range(width):
        found = (found ^ codes[k : k + len(found)]) * _SEED
        found ^= found >> np.uint64(29)
    return found


def own_words(text: str, furniture: Sequence[Span] = ()) -> OwnWords:
    """The own words of a report's text, without its furniture spans. Linear in the text."""
    for span in sorted(furniture, reverse=True):
        text = text[: span.start] + "\n" + text[span.end :]
    text = text.translate(_STRAIGHT).replace("''", '"')
    tokens = _tokens("\n".join(_lines(text)))
    own = np.fromiter((t != _MARK for t in tokens), dtype=np.bool_, count=len(tokens))
    return OwnWords(hashes=fingerprints(tokens), own=own)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(load("copies")["agencies"]["names"])


def is_agency(outlet: str | None) -> bool:
    """Whether an outlet of this name is a news agency, so the likely origin of what others print too."""
    return bool(outlet) and outlet is not None and outlet.lower().strip() in _agencies()


def agency_mark(text: str, byline: str | None = None) -> str | None:
    """The agency that the dateline, the credit or the byline names ("PARIS (AFP) —"), or None."""
    for found in _AGENCY_CREDIT.finditer(text[:_HEAD]):
        name = (found[1] or found[2]).strip()
        if name.lower() in _agencies():
            return name
    for part in re.split(r"[,/|]| and ", byline[:200]) if byline else ():
        if part.strip().lower() in _agencies():
            return part.strip()
    return None
