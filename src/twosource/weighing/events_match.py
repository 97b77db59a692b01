"""Whether two tellings can be of one event: kind, participants, days, places, phase, ordinal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from .events_tellings import MUTUAL, UNTYPED, Telling, is_weighty_noun

__all__ = ["Group", "likeness", "meet"]

_DAYS = 8
"""How many days of one event are kept to be compared with."""
_MOVED = 4
"""How many days apart reports may place a meeting that did not take place as planned."""
_WEEK, _MONTH = 7, 31
_TURNS = frozenset({"postponed", "cancelled"})
_PHASE = {"possible": 0, "planned": 1, "denied": 1, "postponed": 2, "cancelled": 2, "under way": 3, "held": 4}
_APART = (
    {"held", "planned"}, {"held", "possible"}, {"held", "postponed"}, {"held", "cancelled"},
    {"possible", "postponed"}, {"possible", "cancelled"}, {"possible", "under way"},
)  # fmt: skip
"""States that are not those of one event at one time."""


@dataclass(slots=True, kw_only=True)
class Group:
    """Tellings of one event, and what they say together. Only `add` changes it."""

    number: int
    members: list[Telling] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    core: Telling | None = None
    bounds: list[tuple[str, str]] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    ordinals: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)

    def add(self, telling: Telling) -> None:
        """Takes a telling in."""
        self.members.append(telling)
        self.core = self.core or telling
        self.parties |= telling.parties
        self.persons |= telling.persons
        self.states.add(telling.event.status)
        self.stems.add(telling.stem[:4])
        self._take_days(telling.bounds)
        if telling.event.place:
            self.places.add(telling.event.place.lower())
        if telling.ordinal:
            self.ordinals.add(telling.ordinal)

    def _take_days(self, new: tuple[str, str] | None) -> None:
        """Reports that disagree on the day give the event several; of days within days the narrower count."""
        if new is None or any(_inside(old, new) for old in self.bounds):
            return
        self.bounds = [*(old for old in self.bounds if not _inside(new, old)), new][:_DAYS]


def _inside(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return b[0] <= a[0] and a[1] <= b[1]


# ---- likeness


def likeness(group: Group, telling: Telling) -> float:
    """How well a telling fits a group; 0 when it cannot be of the same event."""
    core = group.core
    if core is None or core.kind != telling.kind:
        return 0.0
    if (core.event.mode == "phone") != (telling.event.mode == "phone") and telling.kind == "CONSULT":
        return 0.0
    if not telling.parties and not _same_journey(group, telling):
        return 0.0
    if not _same_ordinal(group, telling) or not _same_place(group, telling):
        return 0.0
    if not _same_denial(group, telling):
        return 0.0
    new = telling.bounds
    dated = bool(group.bounds) and new is not None
    if dated and not any(meet(b, new) for b in group.bounds) and not _moved(group, telling):
        return 0.0
    # That both fall in one year tells nothing.
    dated = new is not None and _length(new) <= _MONTH and any(_length(b) <= _MONTH for b in group.bounds)
    if not _same_phase(group, telling, dated):
        return 0.0
    parties = _same_parties(group, core, telling, dated)
    return parties + (2.0 if dated else 0.0) if parties > 0 else 0.0


def _same_journey(group: Group, telling: Telling) -> bool:
    """ "The visit" is one that was told as a visit, "the talks" are none that were only a visit."""
    if telling.kind != "CONSULT":
        return True
    return any((m.event.mode == "visit") == (telling.event.mode == "visit") for m in group.members[:16])


def _same_denial(group: Group, telling: Telling) -> bool:
    """What is denied is the event only when it is denied in the event's own words: "Roe was not consulted" is
    not of the meeting that Roe was to attend.
    """
    if telling.stem[:4] in group.stems:
        return True
    return "denied" in group.states if telling.event.status == "denied" else group.states != {"denied"}


def _moved(group: Group, telling: Telling) -> bool:
    """Whether a telling gives another day to a meeting that was put off or called off: the reports disagree
    on the day that it was planned for, or give its old day and its new one.
    """
    if telling.kind not in MUTUAL or not (group.persons & telling.persons):
        return False
    states = group.states | {telling.event.status}
    if not states <= _TURNS | {"planned"} or not states & _TURNS:
        return False
    return any(telling.bounds and _days_apart(b, telling.bounds) <= _MOVED for b in group.bounds)


def _length(bounds: tuple[str, str]) -> int:
    """Days that a stretch of days is long."""
    return _days_apart((bounds[0], bounds[0]), (bounds[1], bounds[1])) + 1


def _days_apart(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Days between two stretches of days; the widest gap there is when one is no calendar day."""
    first, second = sorted((a, b))
    try:
        return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days
    except ValueError:
        return 10**6


def meet(a: tuple[str, str], b: tuple[str, str] | None) -> bool:
    """Whether two stretches of days (ISO, both ends inclusive) share a day."""
    return b is not None and a[0] <= b[1] and b[0] <= a[1]


def _same_ordinal(group: Group, telling: Telling) -> bool:
    if telling.ordinal is None or not group.ordinals:
        return True
    return telling.ordinal in group.ordinals


def _same_place(group: Group, telling: Telling) -> bool:
    place = (telling.event.place or "").lower()
    return not place or not group.places or any(place in p or p in place for p in group.places)


def _same_phase(group: Group, telling: Telling, dated: bool) -> bool:
    """What has been held is not what is still to come, unless a later report says so or the days agree."""
    if dated:
        return True
    new = telling.event.status
    for member in group.members[:16]:
        old = member.event.status
        if {old, new} in _APART:
            ahead, past = (member, telling) if _PHASE[new] > _PHASE[old] else (telling, member)
            if not (ahead.day and past.day and ahead.day < past.day):
                return False
    return True


def _same_parties(group: Group, core: Telling, telling: Telling, dated: bool) -> float:
    if telling.kind.startswith(UNTYPED):
        return max((_same_happening(t, telling) for t in group.members[:8]), default=0.0)
    if not telling.parties:
        return 0.5
    shared = len(group.parties & telling.parties)
    if telling.kind not in MUTUAL:
        return max((_same_deed(t, telling) for t in group.members[:8]), default=0.0)
    if bool(group.persons) != bool(telling.persons) and not _same_level(group, telling, dated):
        return 0.0
    if shared >= 2 or (shared == 1 and (len(telling.parties) == 1 or len(group.parties) == 1)):
        return float(shared)
    if shared and _same_lead(group, telling, dated):
        return 1.25
    if (
        not telling.named and not core.named
    ):  # "experts of both sides": nobody is named, the words are the same
        return 1.0 if telling.bounds in group.bounds and len(core.theme & telling.theme) > 2 else 0.0
    # "the two countries' leaders" and their names: every land of the one is a land of the other.
    lands = {land for t in group.members[:8] for land in t.lands}
    if len(telling.lands) >= 2 and telling.lands <= lands:
        return 1.5
    return 0.0


def _same_level(group: Group, telling: Telling, dated: bool) -> bool:
    """Talks of two states are a meeting of two persons only when both were put off or both have a day: "talks
    with Freedonia" in general are not.
    """
    days = _length(telling.bounds) if telling.bounds is not None else 0
    if days > _MONTH:
        return False
    turned = telling.event.status in _TURNS and not group.states.isdisjoint(_TURNS)
    one_party = len(telling.parties) == 1 or len(group.parties) == 1
    return turned or one_party or (dated and days <= _WEEK)


def _same_lead(group: Group, telling: Telling, dated: bool) -> bool:
    """Whether one person's meeting is told twice, once without the other's name ("with an aide")."""
    if not group.persons & telling.persons:
        return False
    rest = telling.named - group.parties
    others = {p for m in group.members[:16] for p in m.named} - telling.parties
    if rest and others:
        return False
    turned = telling.event.status in _TURNS and not group.states.isdisjoint(_TURNS)
    return dated and (turned or telling.bounds in group.bounds)


def _same_deed(a: Telling, b: Telling) -> float:
    """For what one does to another: nobody else on either side, somebody shared, and the same matter."""
    doer = _shared(a.actors, b.actors)
    other = _shared(a.recipients, b.recipients) or len(a.far_lands & b.far_lands)
    if (not doer and _clash(a, b, a.actors, b.actors)) or (
        not other and _clash(a, b, a.recipients, b.recipients)
    ):
        return 0.0
    theme, same_word = len(a.theme & b.theme), a.stem == b.stem
    if not doer and not other:  # "a gunman shot two men", "the attacker shot a clerk": told much alike
        return 0.5 + theme if same_word and theme > 2 else 0.0
    same_day = a.bounds is not None and a.bounds == b.bounds and a.bounds[0] == a.bounds[1]
    if doer and other:
        same = theme > 0 or same_word or same_day
    elif other:  # "Haddad was arrested", told twice
        same = same_word or theme > 1
    else:
        same = theme > 1 or (same_word and (theme > 0 or same_day))
    return 1.0 + theme + min(1, doer) + min(1, other) if same else 0.0


def _same_happening(a: Telling, b: Telling) -> float:
    """For what has no type and the same word: somebody shared and something of the matter, or told much
    alike; never where both name others.
    """
    shared, theme = len(a.parties & b.parties), len(a.theme & b.theme)
    if not shared and a.named and b.named:
        return 0.0
    same_day = a.bounds is not None and a.bounds == b.bounds and a.bounds[0] == a.bounds[1]
    same = theme + same_day > 0 if shared else theme > 2
    if is_weighty_noun(a):  # "the shutdown"
        same = same or shared > 0 or theme > 0 or not (a.named or b.named)
    return 1.0 + theme + shared if same else 0.0


def _clash(a: Telling, b: Telling, one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether both sides are told by name: then they are not the same."""
    return any(p in a.named for p in one) and any(p in b.named for p in two)


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    return len(set(a) & set(b))
