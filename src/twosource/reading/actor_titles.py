"""People named behind a title or an office: "Mr. Ruiz", "spokeswoman Ana Ruiz", "President-elect Bo Lund".

A title makes the name behind it a person's, whatever the parser's model takes it for; but many an office is
an adjective of a body's name too ("General Electronics"), and an office behind an office is no name.
"""

from collections.abc import Iterator
from functools import cache

from twosource.language import Parse
from twosource.lexicon import words

from .gazetteer import starts_place
from .person_names import PARTICLES, gender_of_title, generation, given_names

__all__ = ["DAYS", "titled_names"]

DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday")
)
_FORMS = frozenset(("mr", "mrs", "ms", "dr"))  # of address: what follows is a person's name
_BODIES = frozenset(("ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"))
_LONGEST = 8  # words of a name
_FIELD = 8  # words from an office to the name behind its field


def titled_names(parse: Parse) -> Iterator[tuple[int, int, str | None]]:
    """First token, stop token and the title's gender of each name with a title or an office before it."""
    done = 0
    roles, titles = words("offices", "roles"), words("offices", "titles")
    for i, tag in enumerate(parse.tags[1:]):
        word = parse.words[i]
        low = word.lower().strip(".")
        if i >= done and low in roles and (behind := _behind_field(parse, i)) is not None:
            yield *behind, gender_of_title(low)
            done = behind[1]
            continue
        if tag != "NNP" or i < done or not parse.words[i + 1][0].isupper():
            continue
        # "St. Paul" is a place or a church more often than a saint who acts.
        title = low in titles and low != "st" and word[0].isupper() and (word.endswith(".") or low in _FORMS)
        role = (low in roles and word.lower() == low) or _is_elect(parse, i)
        if not title and not role:
            continue
        stop = _run(parse, i + 1)
        while stop > i + 2 and parse.words[stop - 1].lower() in DAYS:
            stop -= 1
        first = i + 1
        while first < stop - 1 and _goes_on(parse.words[first]):
            first += 1
        if _is_no_person(parse, i, first, stop, low in _FORMS):
            continue
        single_role = role and stop - first == 1 and word[0].islower()
        if title or not single_role or parse.deps[i] in ("compound", "nmod", "amod"):
            yield first, stop, gender_of_title(low)
            done = stop


def _behind_field(parse: Parse, role: int) -> tuple[int, int] | None:
    """The name behind an office and its field ("Director of National Intelligence Ana Ruiz"): it starts with
    a common given name, as nothing else tells it from the field.
    """
    if role + 4 >= len(parse) or parse.words[role + 1].lower() != "of":
        return None
    given = given_names()
    for i in range(role + 3, min(role + _FIELD, len(parse) - 1)):
        if not parse.words[i - 1][0].isupper():
            if parse.words[i - 1].lower() not in ("and", "the", "for"):
                return None
            continue
        if parse.words[i] in given and parse.tags[i] == "NNP" and parse.words[i + 1].istitle():
            stop = _run(parse, i)
            named = stop - i > 1 and not _is_no_person(parse, role, i, stop, False)
            return (i, stop) if named else None
    return None


def _is_elect(parse: Parse, token: int) -> bool:
    """The "elect" of "President-elect Bo Lund"."""
    return token > 1 and parse.words[token] in ("elect", "designate") and parse.words[token - 1] == "-"


@cache
def _goes_on(word: str) -> bool:
    """Whether a capitalised word behind an office is a part of it ("Deputy Secretary", "Pro Tem")."""
    low = word.lower().strip(".")
    return low in words("offices", "titles") | words("offices", "roles") | words("offices", "addenda") | {""}


def _is_no_person(parse: Parse, title: int, first: int, stop: int, form: bool) -> bool:
    """Whether what stands behind an office is no person's name: another office ("Deputy Secretary"), "Jr.",
    a place, or the rest of a body's name ("Justice Department", "General Electronics").
    """
    last = parse.words[stop - 1].lower()
    if stop - first == 1 and (_is_office(last) or generation(parse.words[first]) is not None):
        return True
    if form:
        return False
    if starts_place(parse.words[first:stop]) and stop - first <= 2:
        return True
    if last in words("offices", "organizations") | words("regions", "states"):
        return True
    if parse.words[title].lower() not in words("offices", "adjectives"):
        return False
    return any(e.label in _BODIES and e.start <= title and stop <= e.end for e in parse.entities)


@cache
def _is_office(word: str) -> bool:
    """Whether a word is an office and hardly ever a family name ("Secretary", not "King")."""
    offices = words("offices", "roles") - words("offices", "surnames")
    return word in offices or (word.endswith("s") and word[:-1] in offices)


def _run(parse: Parse, first: int) -> int:
    """The end of the run of name words that starts at `first`: proper nouns, initials, hyphenated parts."""
    i = first
    while i < len(parse) and i - first < _LONGEST:
        word, tag = parse.words[i], parse.tags[i]
        named = tag == "NNP" or (tag == "NNPS" and i > first)
        if named and (word[0].isupper() or parse.words[i - 1] == "-"):
            i += 1
        elif (
            word == "-"
            and i + 1 < len(parse)
            and parse.starts[i + 1] == parse.ends[i]
            and parse.starts[i] == parse.ends[i - 1]
        ):
            i += 2
        elif word in PARTICLES and i + 1 < len(parse) and parse.words[i + 1][0].isupper():
            i += 1
        else:
            break
    return min(i, len(parse))
