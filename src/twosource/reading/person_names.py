"""Names of people: their words, which of them a person is called by, and which names may be one person's.

Family names stand last, or first in Korean, Chinese, Vietnamese and Hungarian usage; both are tried where the
first word is a family name of such usage.
"""

import re
import unicodedata
from functools import cache

from twosource.lexicon import load, words

from .name_spellings import alike, short_forms

__all__ = [
    "PARTICLES",
    "apart",
    "called",
    "gender_of",
    "gender_of_title",
    "generation",
    "given_initial",
    "given_names",
    "may_be_one",
    "name_words",
    "written_as_name",
]

_SPLIT = re.compile(r"[\s\-‐‑–_/]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")  # "J.", "H.W.", "J"
_GENERATIONS = {"jr": "jr", "sr": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "junior": "jr", "senior": "sr"}
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"))
PARTICLES = frozenset(  # small words inside names
    (
        "de",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "el",
        "der",
        "den",
        "da",
        "di",
        "ben",
        "la",
        "le",
        "dos",
        "du",
        "ter",
    )
)
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)


@cache
def _split(name: str) -> tuple[str, ...]:
    """A name's words as written, without accents, possessive marks, titles and suffixes."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    plain = plain.replace("’s", "").replace("'s", "").replace("`s", "")
    found = [w.strip(",'’\"“”()[]") for w in _SPLIT.split(plain)]
    found = [w for w in found if w.strip(".") and w.lower().replace(".", "") not in _SUFFIXES]
    while len(found) > 1 and found[0].lower().strip(".") in words("offices", "titles"):
        found = found[1:]
    return tuple(found)


@cache
def name_words(name: str) -> tuple[str, ...]:
    """Lower-case words of a name without accents, initials, titles, suffixes ("Ri Min-seo": ri min seo)."""
    found = _split(name)
    inner = [w for n, w in enumerate(found) if n == 0 or not _INITIALS.fullmatch(w)]
    plain = [w.lower().replace(".", "") for w in inner]
    kept = [w for w in plain if len(w) > 1]
    return tuple(kept or [w for w in plain if w] or [name.lower().strip() or name])


@cache
def generation(name: str) -> str | None:
    """ "jr", "sr", "ii", "iii" or "iv" where a name says which of a family's bearers of it is meant."""
    last = _SPLIT.split(name.strip(" ,"))[-1].lower().strip(".,")
    return _GENERATIONS.get(last)


@cache
def given_initial(name: str) -> str | None:
    """The first letter of the given name where it stands before the family name, in full or as an initial."""
    found = _split(name)
    return found[0][0].lower() if len(found) > 1 else None


@cache
def _middle(name: str) -> str:
    """The first letters of what stands between given and family name ("George H.W. Roe": hw)."""
    letters = ""
    for word in _split(name)[1:-1]:
        if word.lower() in ("al", "el"):
            continue
        letters += word.replace(".", "").lower() if _INITIALS.fullmatch(word) else word[0].lower()
    return letters


def apart(a: str, b: str) -> bool:
    """Whether two full names say by initials or "Jr." that they are two people's."""
    x, y = _middle(a), _middle(b)
    if x and y and not x.startswith(y) and not y.startswith(x):
        return True
    g, h = generation(a), generation(b)
    return g is not None and h is not None and g != h


def written_as_name(text: str) -> bool:
    """Whether words are written as a name, not as a description: none but particles is small."""
    found = text.split()
    return all(not w.islower() or w in PARTICLES or w == "of" for w in found) and found[:1] != ["The"]


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


def may_be_one(a: str, b: str) -> bool:
    """Whether two full names (two words or more each) may be one person's.

    They are equal up to spelling, transliteration, a middle or second family name more or less, a short form
    of the given name, the order of given and family name, or a two-part given name alone; and no initial or
    "Jr." tells them apart.
    """
    x, y = name_words(a), name_words(b)
    if len(x) < 2 or len(y) < 2:
        return False
    if _turned(x, y) or _turned(y, x) or _given_alone(x, y, b) or _given_alone(y, x, a):
        return True
    if apart(a, b):
        return False
    if x == y or "".join(x) == "".join(y):
        return True
    if _family_first(x) or _family_first(y):
        return x[0] == y[0] and "".join(x[1:]) == "".join(y[1:])
    if len(x) != len(y):
        short, long = sorted((x, y), key=len)
        if len(long) < 5 and short in (long[-len(short) :], long[:-1]):
            return True
    if not alike(x[-1], y[-1]):
        return False
    if alike(x[0], y[0]) or (short_forms(x[0], y[0]) and _one_gender(x[0], y[0])):
        middle_x, middle_y = (tuple(w for w in n[1:-1] if w not in ("al", "el")) for n in (x, y))
        return not middle_x or not middle_y or middle_x == middle_y
    return False


def _given_alone(full: tuple[str, ...], given: tuple[str, ...], written: str) -> bool:
    """Whether a name is the two-part given name of another whose family name stands first ("Sung-ho")."""
    alone = " " not in written.strip() and len(given) == 2
    return alone and len(full) == 3 and full[1:] == given and _family_first(full)


def _turned(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether one name has the family name first, the other last ("Kovacs Bela", "Bela Kovacs")."""
    if x[0] != y[-1] or "".join(x[1:]) != "".join(y[:-1]):
        return False
    return len(x) > 2 or (x[0] in _family_names() and x[0] not in _given())


def _one_gender(x: str, y: str) -> bool:
    return _given().get(x, "") == _given().get(y, "") or x not in _given() or y not in _given()


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
