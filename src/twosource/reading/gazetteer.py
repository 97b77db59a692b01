"""Countries, their people, capitals and seats of government, looked up word by word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from twosource.lexicon import load

__all__ = ["Place", "PlaceKind", "country_name", "gazetteer", "starts_place", "words_of"]

PlaceKind = Literal["name", "people", "capital", "seat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry: the words it is written with, the country it stands for and how it stands for it."""

    words: tuple[str, ...]
    country: str
    kind: PlaceKind


def words_of(name: str) -> tuple[str, ...]:
    """A name as the parser's words: a possessive or a hyphen would be a word of its own."""
    return tuple(name.replace("'s", " 's").replace("-", " - ").split())


@cache
def gazetteer() -> Mapping[str, tuple[Place, ...]]:
    """All entries by their first word, the longest first."""
    data = load("countries")
    found: dict[str, list[Place]] = {}

    def add(name: str, country: str, kind: PlaceKind) -> None:
        words = words_of(name)
        if words and words[0] in ("The", "the") and len(words) > 1:
            words = words[1:]
        if words:
            found.setdefault(words[0], []).append(Place(words=words, country=country, kind=kind))

    for code, (name, people, capital) in data["table"].items():
        add(name, code, "name")
        add(capital, code, "capital")
        for one in people.split("|"):
            add(one, code, "people")
            if one and not one.endswith(("ese", "sh", "ch", "s", "z")):
                add(one + "s", code, "people")
    for code, names in data["also"].items():
        for name in names:
            add(name, code, "name")
    for capital, code in data["capitals"].items():
        add(capital, code, "capital")
    for seat, code in data["seats"].items():
        add(seat, code, "seat")
    return {word: tuple(sorted(some, key=lambda p: -len(p.words))) for word, some in found.items()}


def starts_place(words: Sequence[str]) -> bool:
    """Whether these words open with an entry's whole name ("Costa" alone does not: "Costa Rica" does)."""
    some = gazetteer().get(words[0], ()) if words else ()
    return any(tuple(words[: len(p.words)]) == p.words for p in some)


def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166-1 alpha-2 code."""
    row: list[str] = load("countries")["table"][code]
    return row[0]
