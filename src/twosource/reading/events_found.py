"""An event on its way: what the rules found in one sentence, before it has its id, day and place."""

from dataclasses import dataclass

from twosource.model import EventStatus

from .document import Line
from .events_sides import Sides
from .events_words import Trigger

__all__ = ["Found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An event of one sentence, in tokens of its parse.

    `token` is the word that tells it, `first` to `stop` (exclusive) its trigger, `anchor` the verb that
    carries it (itself for a verb).
    """

    line: Line
    token: int
    first: int
    stop: int
    trigger: Trigger
    sides: Sides
    status: EventStatus
    anchor: int
