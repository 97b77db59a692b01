"""Names of people: their words, which of them a person is called by, and which names may be one person's.

Family names stand last, or first in Korean, Chinese, Vietnamese and Hungarian usage; both are tried where the
first word is a family name of such usage.
"""

import re
import unicodedata
from functools import cache

from twosource.lexicon import load, words

__all__ = ["called", "gender_of", "gender_of_title", "given_names", "may_be_one", "name_words"]

_SPLIT = re.compile(r"[\s\-‐‑–_/]+")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"))


@cache
def name_words(name: str) -> tuple[str, ...]:
    """Lower-case words of a name without accents, initials, titles, suffixes ("Ri Min-seo": ri min seo)."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’s", "").replace("'s", "")
    found = [w.strip(".,'’\"“”()").replace(".", "") for w in _SPLIT.split(plain.lower())]
    found = [w for w in found if w and w not in _SUFFIXES]
    while len(found) > 1 and found[0] in words("offices", "titles"):
        found = found[1:]
    kept = [w for w in found if len(w) > 1]
    return tuple(kept or found or [plain.lower().strip() or name])


@cache
def called(name: str) -> tuple[str, ...]:
    """The single words by which somebody of this full name is called, the family name first."""
    found = name_words(name)
    if len(found) < 2:
        return found
    if _family_first(found):
        # "Jong-un" alone is rare in news but does occur.
        return (found[0], found[-1]) if len(found) == 2 else (found[0],)
    return (found[-1],)


def _family_first(found: tuple[str, ...]) -> bool:
    if found[0] not in _family_names() or found[-1] in _given():
        return False
    return len(found) == 3 or (len(found) == 2 and found[0] not in _given())


@cache
def _family_names() -> frozenset[str]:
    return frozenset(n.lower() for n in load("given_names")["family_first"])


@cache
def _given() -> dict[str, str]:
    data = load("given_names")
    return {n.lower(): g for g in ("female", "male") for n in data[g]}


@cache
def given_names() -> frozenset[str]:
    """Common given names, as they are written."""
    data = load("given_names")
    return frozenset(n for g in ("female", "male") for n in data[g])


@cache
def _long_form(given: str) -> str:
    short: dict[str, str] = {k.lower(): v.lower() for k, v in load("given_names")["short"].items()}
    return short.get(given, given)


def may_be_one(a: str, b: str) -> bool:
    """Whether two full names (two words or more each) may be one person's: equal up to spelling, a middle
    name more or less, or a short form of the given name."""
    x, y = name_words(a), name_words(b)
    if len(x) < 2 or len(y) < 2:
        return False
    if x == y or "".join(x) == "".join(y):
        return True
    if _family_first(x) or _family_first(y):
        return x[0] == y[0] and "".join(x[1:]) == "".join(y[1:])
    if x[-1] != y[-1]:
        return False
    if _long_form(x[0]) == _long_form(y[0]):
        middle_x, middle_y = x[1:-1], y[1:-1]
        return not middle_x or not middle_y or middle_x == middle_y
    return False


@cache
def gender_of(name: str) -> str | None:
    """ "female", "male" or None by the given name's most frequent use; None where it does not tell."""
    found = name_words(name)
    return _given().get(found[0]) if len(found) > 1 else None


def gender_of_title(title: str) -> str | None:
    """ "female" or "male" where a title or role says so ("Mrs.", "spokesman"), else None."""
    last = [w.strip(".,") for w in title.lower().split()]
    for word in reversed(last):
        if word in words("offices", "female"):
            return "female"
        if word in words("offices", "male"):
            return "male"
    return None
