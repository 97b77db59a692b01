"""A text's cast as plain data, for the tests of actors and pronouns."""

from tests.reading.quoting import language
from twosource.model import Actor, Report
from twosource.reading.actors import find_actors
from twosource.reading.document import lay_out

__all__ = ["actor", "cast_of_text", "mentions", "who"]


def cast_of_text(text: str) -> tuple[Actor, ...]:
    """The actors of a text."""
    return find_actors(lay_out([Report(id="r1", text=text)], language())[0]).actors


def actor(text: str, name: str) -> Actor:
    """The one actor of this name."""
    found = [a for a in cast_of_text(text) if a.name == name]
    assert len(found) == 1, [a.name for a in cast_of_text(text)]
    return found[0]


def mentions(text: str, name: str, *kinds: str) -> list[str]:
    """The words that mention an actor, in order; only of these kinds when some are given."""
    return [text[m.start : m.end] for m in actor(text, name).mentions if not kinds or m.kind in kinds]


def who(text: str, pronoun: str) -> list[str]:
    """The names of the actors that a pronoun stands for, in order of its places."""
    found = [(m.start, m.end, a.name) for a in cast_of_text(text) for m in a.mentions if m.kind == "pronoun"]
    return [name for start, end, name in sorted(found) if text[start:end].lower() == pronoun]
