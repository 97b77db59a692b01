"""Noun phrases that describe somebody: where they start, what they say, which country they name."""

from twosource.language import Parse

from .document import Line
from .gazetteer import gazetteer

__all__ = ["country_in", "described", "extent", "office_country", "told"]

_LONGEST_NAME = 14  # tokens in the name of somebody described
_LEFT = frozenset(("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod"))


def extent(parse: Parse, head: int) -> tuple[int, int]:
    """A noun phrase's tokens from its left edge to its head."""
    first = head
    for i in parse.children[head]:
        if i < head and parse.deps[i] in _LEFT:
            first = min(first, parse.subtree(i)[0])
    while first < head and parse.words[first].lower() == "even":
        first += 1  # "even his own brother": nothing that tells whose, or which
    return first, head + 1


def told(line: Line, first: int, stop: int) -> str:
    """The text of tokens first..stop with single spaces, without loose marks at its ends."""
    start, end = line.parse.chars(first, stop)
    return " ".join(line.text[start:end].split()).strip(" ,;")


def described(line: Line, head: int, span: tuple[int, int]) -> str:
    """The words of a description with what tells it apart ("an official with the foreign ministry")."""
    parse, stop = line.parse, span[1]
    for i in parse.children[head]:
        if (
            i > head
            and parse.deps[i] == "prep"
            and parse.lemmas[i].lower() in ("with", "of", "from", "at", "for", "in", "to", "close")
        ):
            end = parse.subtree(i)[1]
            if end - span[0] <= _LONGEST_NAME and i == stop:
                stop = end
    name = told(line, span[0], stop)
    return name.removeprefix("the ").removeprefix("The ")


def country_in(parse: Parse, first: int, stop: int) -> str | None:
    """The country whose name or people stands in tokens first..stop."""
    for i in range(first, stop):
        for place in gazetteer().get(parse.words[i], ()):
            if parse.words[i : i + len(place.words)] == place.words:
                return place.country
    return None


def office_country(parse: Parse, first: int, stop: int) -> str | None:
    """The country that an office is of: left of the office, or behind its "of" or "for".

    "The editor … of the war in Ruritania" is no Ruritanian, nor is the "ambassador to Ruritania".
    """
    edge = first
    while edge < stop and parse.deps[edge] not in ("prep", "relcl", "acl"):
        edge += 1
    found = country_in(parse, first, edge)
    if found is None and edge < stop and parse.words[edge] in ("of", "for"):
        behind = edge + 1
        while behind < stop and parse.words[behind].lower() in ("the", "south", "north"):
            behind += 1
        found = country_in(parse, edge + 1, min(behind + 1, stop))
    return found
