"""Conflicts: lines of different reports that cannot both be true, and lines that a later one supersedes.

Only where two lines speak of one event, one measure and one time; what is left out costs an editor nothing,
a false alarm costs the next true one its reader.
"""

from collections.abc import Mapping, Sequence

from twosource.model import Conflict

from .claims_match import Matcher, candidates, known_names
from .claims_units import Unit, units_of
from .conflicts_accounts import account_disputes
from .conflicts_bodies import body_disputes
from .conflicts_counts import count_disputes
from .conflicts_days import day_disputes
from .conflicts_demands import demand_disputes
from .conflicts_denials import act_disputes
from .conflicts_doers import doer_disputes
from .conflicts_facts import fact_disputes
from .conflicts_fillers import Scene
from .conflicts_frames import Frame, deeds_in, frame_of
from .conflicts_hearsay import confirmed_disputes, hearsay_disputes
from .conflicts_lines import Dispute, sides_of
from .conflicts_members import member_disputes
from .conflicts_numbers import number_disputes
from .conflicts_outcomes import denial_disputes, outcome_disputes
from .conflicts_persons import person_disputes
from .conflicts_quotes import quote_disputes
from .conflicts_slots import slot_disputes
from .conflicts_stances import stance_disputes
from .conflicts_states import state_disputes
from .conflicts_tellings import MOST, tellings
from .conflicts_terms import term_disputes
from .conflicts_updates import update_disputes
from .conflicts_wordings import wording_disputes
from .story import Story

__all__ = ["find_conflicts"]


def find_conflicts(
    story: Story,
    units: Sequence[Unit] | None = None,
) -> tuple[Conflict, ...]:
    """The conflicts and updates of the story, in the order in which they first stand in it.

    `units` are the story's statements (`units_of`), where they are known.
    """
    known = units_of(story) if units is None else units
    found = _distinct(_disputes(story, tuple(u for u in known if not u.clause.inner)))
    found.sort(key=lambda d: (d.place(), d.about))
    return tuple(
        Conflict(
            id=f"k{n + 1}", about=d.about, question=d.question, kind=d.kind,
            sides=sides_of(d, story), why=d.why,
        )
        for n, d in enumerate(found)
    )  # fmt: skip


def _disputes(story: Story, every: Sequence[Unit]) -> list[Dispute]:
    """What each comparer finds in the story's statements, the surest comparers first."""
    units = tuple(u for u in every if not u.clause.minor)
    told = tellings(story, every)
    worded: dict[str, list[Unit]] = {}
    for unit in units:
        worded.setdefault(unit.text.lower(), []).append(unit)
    matcher = _matcher(story, units, worded)
    scenes = [Scene(telling) for telling in told]
    framed = _framed(scenes)
    return [
        *day_disputes(story, units, matcher),
        *number_disputes(story, units, matcher, scenes),
        *hearsay_disputes(told),
        *confirmed_disputes(framed),
        *stance_disputes(told),
        *state_disputes(told),
        *term_disputes(story, told),
        *person_disputes(told, story.families),
        *demand_disputes(told, story.families),
        *doer_disputes(framed),
        *body_disputes(told),
        *member_disputes(told),
        *act_disputes(told),
        *account_disputes(scenes),
        *denial_disputes(framed),
        *fact_disputes(worded, matcher),
        *slot_disputes(story, framed),
        *outcome_disputes(scenes),
        *quote_disputes(story, units),
        *wording_disputes(story, units),
        *count_disputes(told),
        *update_disputes(scenes, story.families),
    ]


def _distinct(found: Sequence[Dispute]) -> list[Dispute]:
    """Without those that set the same two sentences against each other as one before them does."""
    kept: list[Dispute] = []
    seen: set[tuple[str, tuple[str, int], tuple[str, int]]] = set()
    for dispute in found:
        kind = dispute.about if dispute.about in ("date", "number", "place", "role") else "fact"
        places = [
            sorted({(line.unit.report, line.unit.sentence.start) for line in side}) for side in dispute.sides
        ]
        pairs = {
            (kind, x, y) for n, one in enumerate(places) for two in places[n + 1 :] for x in one for y in two
        }
        if not pairs & seen:
            kept.append(dispute)
            seen |= pairs | {(kind, y, x) for _, x, y in pairs}
    return kept


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


def _framed(scenes: Sequence[Scene]) -> dict[str, list[Frame]]:
    """The frames of the story by class of deed, `MOST` of each; a class of one report alone is left out."""
    places: dict[str, list[tuple[Scene, int]]] = {}
    for scene in scenes:
        for token, kind in deeds_in(scene.telling):
            places.setdefault(kind, []).append((scene, token))
    found = {}
    for kind, some in places.items():
        if len({scene.telling.report for scene, _ in some}) > 1:
            frames = (frame_of(scene, token, kind) for scene, token in some[:MOST])
            found[kind] = [f for f in frames if f is not None]
    return found
