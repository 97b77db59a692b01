"""Actions brought to one form, so that "lift" and "take off" the sanctions meet and "impose" does not.

The form is a set of word stems plus the concepts of `lexicon/negotiation.toml` (`[same]`): what is done
("+ease" against "-ease") and to what ("#sanctions").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.lexicon import load

__all__ = ["Form", "alike", "form_of", "opposite"]

_WORD = re.compile(r"[a-z][a-z'’-]*|\d[\d.,]*")
_EMPTY = frozenset(load("negotiation")["plain"]["empty"])
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e")
_CONCEPTS = tuple(
    (name, tuple(entry.split())) for name, entries in load("negotiation")["same"].items() for entry in entries
)
_PHRASES = tuple((name, frozenset(entry)) for name, entry in _CONCEPTS if len(entry) > 1)


def _by_stem() -> dict[str, list[str]]:
    """Stem → the concepts that a word of it stands for."""
    found: dict[str, list[str]] = {}
    for name, entry in _CONCEPTS:
        if len(entry) == 1:
            found.setdefault(entry[0], []).append(name)
    return found


_STEMS = _by_stem()
_LONGEST = max(map(len, _STEMS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An action's normal form: its `stems`, its `acts` ("+ease") and `matters` ("#sanctions")."""

    stems: frozenset[str]
    acts: frozenset[str]
    matters: frozenset[str]


def form_of(text: str) -> Form:
    """The normal form of an action's or condition's words. Linear in the length of the text."""
    words = [w for w in _WORD.findall(text.lower()[:2000]) if w not in _EMPTY]
    stems = frozenset(_stem(w) for w in words)
    every = frozenset(words) | frozenset(_WORD.findall(text.lower()[:2000]))
    found = frozenset(_concepts(words, every))
    return Form(
        stems=stems,
        acts=frozenset(c for c in found if c[0] in "+-"),
        matters=frozenset(c for c in found if c[0] == "#"),
    )


def alike(one: Form, other: Form) -> bool:
    """Whether two forms are of one action: the same act on the same matter, or mostly the same words."""
    if opposite(one, other):
        return False
    if one.matters and one.matters == other.matters and one.acts & other.acts:
        return True
    shared = len(one.stems & other.stems)
    if not shared:
        return False
    fewer, all_of_them = min(len(one.stems), len(other.stems)), len(one.stems | other.stems)
    return 2 * shared >= all_of_them or (shared >= 3 and shared == fewer)


def opposite(one: Form, other: Form) -> bool:
    """Whether one does what the other undoes ("+ease", "-ease")."""
    return any(
        f"{'-' if a[0] == '+' else '+'}{a[1:]}" in other.acts and a not in other.acts for a in one.acts
    )


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _concepts(words: list[str], every: frozenset[str]) -> Iterator[str]:
    for name, phrase in _PHRASES:
        if phrase <= every:
            yield name
    for word in words:
        for size in range(1, min(len(word), _LONGEST) + 1):
            stem = word[:size]
            if stem in _STEMS and _is_form(word, stem):
                yield from _STEMS[stem]


def _is_form(word: str, stem: str) -> bool:
    """Whether a word is an inflection of a stem ("lifting", "lifted" of "lift"; not "endorse" of "end")."""
    if not word.startswith(stem):
        return False
    rest = word[len(stem) :]
    return len(rest) <= 5 if len(stem) >= 5 else rest in ("", "s", "e", "es", "ed", "d", "ing", "ting")
