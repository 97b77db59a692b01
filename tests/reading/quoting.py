"""Short reports with a cast given by hand, for the tests of quotes."""

import re
from collections.abc import Mapping
from functools import cache

from twosource.language import Language
from twosource.model import Actor, ActorType, Date, Mention, MentionKind, Quote, Report, Span
from twosource.reading.cast import Cast, cast_of
from twosource.reading.document import Document, lay_out
from twosource.reading.quotes import find_quotes

PEOPLE = ("Ana Ruiz", "Ruiz", "Tom Lindqvist", "Lindqvist", "Osei")
BODIES = ("the ministry", "The ministry", "the Harbor Union", "The Harbor Union", "Freedonia", "The Courier")
UNNAMED = ("An official", "an official", "two officials", "One dockworker", "analysts", "experts")
SAME = {"Ruiz": "Ana Ruiz", "Lindqvist": "Tom Lindqvist", "The ministry": "the ministry"}


@cache
def language() -> Language:
    """One parser for all tests."""
    return Language()


def document_of(text: str, **more: object) -> Document:
    """The text laid out."""
    return lay_out([Report(id="r1", text=text, **more)], language())[0]  # type: ignore[arg-type]


def cast_for(document: Document, **pronouns: str) -> Cast:
    """The cast of names that occur in the text; `pronouns` gives the actor that a pronoun stands for."""
    mentions: dict[str, list[Mention]] = {}
    types: dict[str, ActorType] = {}
    taken: list[tuple[int, int]] = []

    def put(name: str, kind: ActorType, word: str, sort: MentionKind) -> None:
        for m in re.finditer(rf"\b{re.escape(word)}\b", document.text):
            if not any(a < m.end() and m.start() < b for a, b in taken):
                taken.append((m.start(), m.end()))
                mentions.setdefault(name, []).append(Mention(start=m.start(), end=m.end(), kind=sort))
                types.setdefault(name, kind)

    for words, kind in ((PEOPLE, "person"), (BODIES, "organization"), (UNNAMED, "unnamed")):
        for word in words:
            put(SAME.get(word, word), kind, word, "name")  # type: ignore[arg-type]
    for word, name in pronouns.items():
        put(name, types.get(name, "person"), word, "pronoun")
    return cast_of(
        tuple([Actor(id=n, name=n, type=types[n], mentions=tuple(m)) for n, m in mentions.items()])
    )


def quotes_of(
    text: str, pronouns: Mapping[str, str] | None = None, dates: tuple[Date, ...] = ()
) -> tuple[Quote, ...]:
    """The quotes of a text; ids of its actors are their names."""
    document = document_of(text)
    return find_quotes(document, cast_for(document, **(pronouns or {})), dates)


def words(text: str, span: Span | None) -> str | None:
    """The text of a span."""
    return text[span.start : span.end] if span is not None else None


def told(text: str, **pronouns: str) -> list[tuple[str | None, str | None, str | None, list[str]]]:
    """(speaker, source, cue, content) of each quote."""
    return [
        (q.speaker, words(text, q.source), words(text, q.cue), [text[s.start : s.end] for s in q.content])
        for q in quotes_of(text, pronouns)
    ]
