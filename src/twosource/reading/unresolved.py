"""Pronouns that stand for nobody the report names: actors of the last resort, for positions only.

A position needs a party. "She vowed to raise wages" has one, though a text that is a single sentence does not
say who; the party is then an unnamed actor called "she". Quotes do without: a speaker not told is null.
"""

from collections.abc import Sequence

from twosource.model import Actor, Mention, Position

from .cast import Cast, cast_of
from .document import Document

__all__ = ["used_in", "widened"]

_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "it", "who", "both"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def widened(document: Document, cast: Cast) -> Cast:
    """The cast and, behind it, an unnamed actor for each subject pronoun that nobody of it stands behind."""
    held = {(s.start, s.end) for s in cast.standings if s.kind == "pronoun"}
    found = []
    for line in document.body():
        parse = line.parse
        for i, word in enumerate(parse.words):
            if parse.deps[i] in _SUBJECTS and word.lower() in _PRONOUNS:
                span = line.span(i, i + 1)
                if (span.start, span.end) not in held:
                    found.append((word.lower(), Mention(start=span.start, end=span.end, kind="pronoun")))
    first = len(cast.actors) + 1
    loose = [
        Actor(id=f"a{first + n}", name=word, type="unnamed", mentions=(mention,))
        for n, (word, mention) in enumerate(found)
    ]
    return cast_of((*cast.actors, *loose)) if loose else cast


def used_in(positions: Sequence[Position], cast: Cast, wide: Cast) -> tuple[Actor, ...]:
    """The actors of the report: the cast, and of the unnamed pronouns those that a position needs."""
    known = {a.id for a in cast.actors}
    needed = {
        who
        for p in positions
        for who in (p.party, p.action_by, p.condition.by if p.condition is not None else None)
        if who is not None and who not in known
    }
    return (*cast.actors, *(a for a in wide.actors if a.id in needed))
