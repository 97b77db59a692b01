"""What the small model takes for a person and is none: things, places and bodies, by how they are written.

The label stays a hint: a common given name in front outweighs the last word ("Grace Lake").
"""

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import ActorType

from .gazetteer import starts_place
from .person_names import given_names

__all__ = ["is_thing", "kind_of"]

_SHORT = 4  # letters of an acronym
_DOUBTFUL = frozenset("[]#*+=~^|\\")


def is_thing(parse: Parse, first: int, stop: int) -> bool:
    """Whether the words at first..stop are no actor's name: a law, a place, a word held in brackets."""
    tokens = parse.words[first:stop]
    if any(not _DOUBTFUL.isdisjoint(w) or any(c.isdecimal() for c in w) for w in tokens):
        return True
    last = tokens[-1].lower().strip(".")
    if all(w.lower() in words("offices", "addenda") for w in tokens):
        return True
    if stop - first == 1:
        return last in words("regions", "states") or _is_behind_party(parse, first) or _is_town(parse, stop)
    if tokens[0] in given_names() and stop - first < 4:
        return False
    things = words("offices", "named_things")
    return last in things or any(w.lower() in things for w in tokens[1:-1])


def kind_of(parse: Parse, first: int, stop: int) -> ActorType:
    """What a name that the model takes for a person's names: a body by its last word or as an acronym, a
    group of people in the plural ("Senate Democrats").
    """
    tokens, last = parse.words[first:stop], parse.words[stop - 1].lower().strip(".")
    if stop - first == 1:
        return "organization" if tokens[0].isupper() and 1 < len(tokens[0]) <= _SHORT else "person"
    if tokens[0] in given_names():
        return "person"
    if last in words("offices", "groups"):
        return "group"
    return "organization" if last in words("offices", "named_bodies") else "person"


def _is_behind_party(parse: Parse, token: int) -> bool:
    """Whether a word is the state of a lawmaker ("R-Wis.", "D-Calif.")."""
    word = parse.words[token].strip(".").lower()
    hyphen = token > 1 and parse.words[token - 1] == "-" and len(parse.words[token - 2]) == 1
    return word in words("regions", "short") and (hyphen or parse.words[token].endswith("."))


def _is_town(parse: Parse, stop: int) -> bool:
    """Whether a state or a country stands behind a comma ("an Orrin, Virginia, clinic")."""
    if stop + 1 >= len(parse) or parse.words[stop] != ",":
        return False
    behind = parse.words[stop + 1]
    state = behind.lower().strip(".") in words("regions", "states") | words("regions", "short") | _OPEN
    return (state or starts_place([behind])) and (
        stop + 2 >= len(parse) or not parse.tags[stop + 2].startswith("NNP")
    )


_OPEN = frozenset(("virginia", "georgia", "carolina", "dakota", "hampshire", "jersey", "mexico"))
