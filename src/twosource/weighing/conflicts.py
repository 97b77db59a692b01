"""Conflicts: lines of different reports that cannot both be true, and lines that a later one supersedes.

Only where two lines speak of one event, one measure and one time; what is left out costs an editor nothing,
a false alarm costs the next true one its reader.
"""

from collections.abc import Mapping, Sequence

from twosource.model import Conflict, RecordEvent, RecordQuote

from .claims_match import Matcher, candidates, known_names
from .claims_units import Unit, units_of
from .conflicts_days import day_disputes
from .conflicts_facts import fact_disputes
from .conflicts_lines import Dispute, sides_of
from .conflicts_numbers import number_disputes
from .conflicts_quotes import quote_disputes
from .story import Story

__all__ = ["find_conflicts"]


def find_conflicts(
    story: Story, events: Sequence[RecordEvent], quotes: Sequence[RecordQuote]
) -> tuple[Conflict, ...]:
    """The conflicts and updates of the story, in the order in which they first stand in it."""
    units = tuple(u for u in units_of(story) if not u.clause.minor)
    worded: dict[str, list[Unit]] = {}
    for unit in units:
        worded.setdefault(unit.text.lower(), []).append(unit)
    matcher = _matcher(story, units, worded)
    found: list[Dispute] = [
        *day_disputes(story, units, matcher),
        *number_disputes(story, units, matcher),
        *fact_disputes(story, worded, matcher),
        *quote_disputes(story, units),
    ]
    found.sort(key=lambda d: (d.place(), d.about))
    return tuple(
        Conflict(
            id=f"k{n + 1}",
            about=d.about,
            question=d.question,
            kind=d.kind,
            sides=sides_of(d, story),
            why=d.why,
        )
        for n, d in enumerate(found)
    )


def _matcher(story: Story, units: Sequence[Unit], worded: Mapping[str, Sequence[Unit]]) -> Matcher:
    """A matcher that knows the vectors of the units that give a day or a number, or may be joined."""
    matcher = Matcher(units, known_names(story.actors))
    first = [same[0] for same in worded.values()]
    wanted = {u.order for pair in candidates(first, matcher) for u in pair}
    wanted.update(u.order for u in units if u.dates or u.numbers)
    rows = sorted(wanted)
    texts = {u.order: u.text for u in units}
    matcher.learn(
        {order: row for row, order in enumerate(rows)}, story.language.vectors([texts[i] for i in rows])
    )
    return matcher
