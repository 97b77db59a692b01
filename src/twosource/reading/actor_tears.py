"""Names that the parser's model tears: pieces on the left or the right of its label that belong to the name.

"Department of the Treasury" is one body, "Jan-Erik Holm" one person, "Writers' Guild" one union.
"""

from functools import cache

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import ActorType

from .gazetteer import gazetteer
from .person_names import given_names

__all__ = ["forerunners", "untorn"]

_MODIFIERS = frozenset(("amod", "compound", "nmod", "nummod", "npadvmod"))
_FIELDS = frozenset(
    (
        *("Agency", "Board", "Bureau", "Commission", "Committee", "Council", "Court", "Department"),
        *("Division", "Institute", "Ministry", "Office"),
    )
)
_LONGEST = 6  # words of a field
_MEMBERSHIPS = frozenset(
    {
        "Alliance",
        "Association",
        "Council",
        "Federation",
        "Front",
        "Guild",
        "League",
        "Party",
        "Society",
        "Union",
    }
)


def untorn(parse: Parse, label: str, first: int, stop: int, kind: ActorType) -> tuple[int, int, ActorType]:
    """A name's first and stop token and its type, with what the model's label left out of it."""
    if kind == "person" and 2 <= first < stop and _hyphened(parse, first):
        first -= 2
    if kind == "person" and first < stop and _cut_short(parse, first, stop):
        first -= 1
    if kind in ("person", "organization") and 2 <= first < stop and _is_owned(parse, first, stop):
        first, kind = first - 2, "organization"
    while label in ("ORG", "PERSON") and 0 < first < stop and _torn(parse, first):
        first -= 1
    if label == "ORG" and first < stop:
        stop = _with_field(parse, first, stop)
    return first, stop, kind


def _with_field(parse: Parse, first: int, stop: int) -> int:
    """The end of an office's name with its field ("Department" + "of the Treasury", "of Public Works")."""
    if parse.words[stop - 1] not in _FIELDS or stop + 1 >= len(parse) or parse.words[stop] != "of":
        return stop
    i = begin = stop + 1 + (parse.words[stop + 1].lower() == "the")
    while i < min(len(parse), begin + _LONGEST):
        at = i + (parse.words[i] == "and" and begin < i < len(parse) - 1)
        if parse.tags[at] not in ("NNP", "NNPS") or not parse.words[at][0].isupper():
            break
        i = at + 1
    return i if i > begin else stop


def _is_owned(parse: Parse, first: int, stop: int) -> bool:
    """Whether a body's name begins with its members, which the model cut off ("Writers' Guild")."""
    if parse.words[first - 1] not in ("'", "’") or parse.tags[first - 2] not in ("NNPS", "NNP"):
        return False
    return parse.words[first - 2].endswith("s") and parse.words[stop - 1] in _MEMBERSHIPS


def _hyphened(parse: Parse, first: int) -> bool:
    """Whether a name is the second half of a hyphenated one that the model cut ("Jan-Erik")."""
    whole = parse.ends[first - 2] == parse.starts[first - 1] and parse.ends[first - 1] == parse.starts[first]
    return whole and parse.words[first - 1] == "-" and parse.tags[first - 2] == "NNP"


def _cut_short(parse: Parse, first: int, stop: int) -> bool:
    """Whether a given name stands left of where the model saw a person's name start ("Jan Erik Holm")."""
    left = first - 1
    return left >= 0 and parse.words[left] in given_names() and parse.heads[left] == stop - 1


def _torn(parse: Parse, first: int) -> bool:
    """Whether a body's name goes on to the left of where the model saw it start."""
    left = first - 1
    return (
        parse.tags[left] == "NNP"
        and (parse.words[left][0].isupper() or parse.words[left][0].isdecimal())
        and parse.deps[left] in _MODIFIERS
        and parse.heads[left] in (first, parse.heads[first], _head_of(parse, first))
        and parse.words[left] not in gazetteer()
        and parse.words[left].lower().strip(".") not in forerunners()
        and not any(e.start <= left < e.end for e in parse.entities)
    )


def _head_of(parse: Parse, token: int) -> int:
    """The head of the name that a token is part of."""
    while parse.deps[token] in ("compound", "nmod") and parse.heads[token] > token:
        token = parse.heads[token]
    return token


@cache
def forerunners() -> frozenset[str]:
    """Words that may stand before a name and are no part of it."""
    return words("offices", "titles") | words("offices", "roles") | words("offices", "addenda")
