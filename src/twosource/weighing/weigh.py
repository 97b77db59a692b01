"""[Reading] → Record: the stages of a story in their order."""

from collections.abc import Sequence

from twosource.language import Language
from twosource.model import Reading, Record, Span, WeighedReport

from .brief import find_brief
from .claims import find_claims
from .claims_units import units_of
from .conflicts import find_conflicts
from .copies import Copy, families, find_copies
from .events import merge_events
from .headline import find_title, main_event, status_line
from .people import merge_actors
from .position_changes import follow_positions
from .positions import merge_positions
from .quotes import merge_quotes
from .standoffs import find_standoffs
from .story import Story, in_order
from .timeline import find_timeline

__all__ = ["weigh"]


def weigh(readings: Sequence[Reading], language: Language) -> Record:
    """The record of one story. The order of the readings does not matter: it is byte for byte the same.

    `language` gives the parses and vectors of the readings' sentences, from its cache where it knows them.
    """
    ordered = in_order(readings)
    copies = find_copies([r.report for r in ordered])
    roots = families(copies)
    actors, actor_of = merge_actors(ordered)
    story = Story(readings=ordered, families=roots, actors=actors, actor_of=actor_of, language=language)
    events = merge_events(ordered, actor_of, actors, roots)
    quotes = merge_quotes(ordered, actor_of)
    positions = follow_positions(story, merge_positions(ordered, actor_of, actors))
    standoffs = find_standoffs(
        positions,
        actors,
        {r.report.id: r.report.text for r in ordered},
        {r.report.id: [Span(start=s.start, end=s.end) for s in r.sentences] for r in ordered},
    )
    units = units_of(story)
    conflicts = find_conflicts(story, units)
    claims = find_claims(story, quotes, conflicts, units)
    main = main_event(story, events)
    days = [r.report.published[:10] for r in ordered if r.report.published]
    return Record(
        title=find_title(story),
        status=status_line(story, main, conflicts, claims, standoffs),
        from_day=min(days, default=None),
        to_day=max(days, default=None),
        reports=tuple(_weighed(r, c) for r, c in zip(ordered, copies, strict=True)),
        independent_sources=len(set(roots.values())),
        actors=actors,
        claims=claims,
        conflicts=conflicts,
        events=events,
        quotes=quotes,
        positions=positions,
        standoffs=standoffs,
        timeline=find_timeline(story, events, quotes, claims),
        brief=find_brief(story, main, positions, standoffs, conflicts, claims),
    )


def _weighed(reading: Reading, copy: Copy) -> WeighedReport:
    return WeighedReport(
        report=reading.report,
        copy_of=copy.copy_of,
        copied_share=copy.copied_share,
        independent=copy.copy_of is None,
        why=copy.why,
    )
