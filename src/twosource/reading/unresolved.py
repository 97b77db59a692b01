"""Pronouns that stand for nobody the report names: actors of the last resort, for positions only.

A position needs a party. "She vowed to raise wages" has one, though a text that is a single sentence does not
say who; the party is then an unnamed actor called "she". Quotes do without: a speaker not told is null.
"""

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Actor, Mention, Position

from .cast import Cast, cast_of
from .document import Document

__all__ = ["settled", "used_in", "widened"]

_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "it", "who", "both"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def widened(document: Document, cast: Cast) -> Cast:
    """The cast and, behind it, an unnamed actor for each subject pronoun that nobody of it stands behind."""
    held = {(s.start, s.end) for s in cast.standings if s.kind == "pronoun"}
    found = []
    for line in document.body():
        parse = line.parse
        for i, dep in enumerate(parse.deps):
            if dep in _SUBJECTS and (word := parse.words[i]).lower() in _PRONOUNS:
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
        for who in (p.party, p.action_by, p.reported_by, p.condition.by if p.condition else None)
        if who is not None and who not in known
    }
    return (*cast.actors, *(a for a in wide.actors if a.id in needed))


def settled(position: Position, cast: Cast) -> Position | None:
    """A position of a whole report: None where its party is a bare pronoun, which no reader could follow.

    Where only the one who acts, reports or meets the condition is such a pronoun, that one is left open.
    """

    def known(who: str | None) -> str | None:
        return None if who is not None and _is_bare(cast.actor(who)) else who

    if known(position.party) is None:
        return None
    condition = position.condition
    if condition is not None and condition.by is not None:
        condition = replace(condition, by=known(condition.by))
    return replace(
        position,
        action_by=known(position.action_by),
        reported_by=known(position.reported_by),
        condition=condition,
    )


def _is_bare(actor: Actor) -> bool:
    return actor.type == "unnamed" and actor.name.lower() in _PRONOUNS
