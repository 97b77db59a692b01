"""Report → Reading: the stages of one report in their order."""

from twosource.model import Reading

from .actors import find_actors
from .dates import find_dates
from .document import Document
from .events import find_events
from .participants import peopled, sides_of
from .positions import find_positions
from .quotes import find_quotes
from .unresolved import used_in, widened

__all__ = ["read_document"]


def read_document(document: Document) -> Reading:
    """Everything one report says. Pure: the same document gives the same reading."""
    cast = find_actors(document)
    dates = find_dates(document)
    quotes = find_quotes(document, cast, dates)
    wide = widened(document, cast)
    positions = find_positions(document, wide, quotes)
    peopled_cast = peopled(document, cast, wide)
    events = find_events(document, peopled_cast, dates)
    return Reading(
        report=document.report,
        sentences=tuple([line.sentence for line in document.lines]),
        actors=(*used_in(positions, cast, wide), *sides_of(events, cast, peopled_cast)),
        dates=dates,
        quotes=quotes,
        events=events,
        positions=positions,
    )
