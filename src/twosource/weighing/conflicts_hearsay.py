"""Updates of standing: what was known from sources or other media only, and is now confirmed by one named.

A confirmation is a verb ("confirmed", "acknowledged") with a named subject and an event. Where the event
stands without its parties ("acknowledged the meeting"), the sentences before it in that report lend them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from twosource.lexicon import words

from .claims_units import Unit, stem
from .conflicts_alike import same_event
from .conflicts_frames import Frame
from .conflicts_lines import Dispute, Line
from .conflicts_questions import whether
from .conflicts_tellings import MOST, Telling

__all__ = ["confirmed_disputes", "hearsay_disputes"]

_BEFORE = 6  # sentences that lend an event its parties
_PARTIES = 2
_SHARED = 1.35  # what a rumour and its confirmation share, weighed
_FAR = 6  # tokens between the confirming verb and its event


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Confirmed:
    """An event that a named actor confirms: its class, its parties, the line."""

    by: str
    event: str
    parties: frozenset[str]
    line: Line


def hearsay_disputes(told: Sequence[Telling]) -> list[Dispute]:
    """Updates where one report has an event from hearsay and another has it confirmed."""
    confirmed = list(_confirmations(told))
    if not confirmed:
        return []
    heard: dict[str, list[Unit]] = defaultdict(list)
    for telling in told:
        unit = next((u for u in telling.units if not u.clause.minor and _hearsay(telling, u)), None)
        if unit is not None:
            for term in sorted({term for u in telling.units for term in u.predicate}):
                heard[term].append(unit)
    names = told[0].cast.names
    disputes, done = [], set[tuple[str, str]]()
    for one in confirmed:
        lines = [
            Line(unit=u, value="sources or other media", text=u.text, evidence=u.evidence)
            for u in heard.get(one.event, ()) if len(u.actors & one.parties) >= _PARTIES and not u.negated
        ]  # fmt: skip
        if (one.by, one.event) in done or not any(x.unit.report != one.line.unit.report for x in lines):
            continue
        done.add((one.by, one.event))
        mine = [
            c.line for c in confirmed
            if (c.by, c.event) == (one.by, one.event) and len(c.parties & one.parties) >= _PARTIES
        ]  # fmt: skip
        parties = " and ".join(names[p] for p in sorted(one.parties)[:2] if p in names)
        disputes.append(
            Dispute(
                about="attribution", kind="update", sides=(tuple(lines), tuple(mine)),
                question=f"Who confirms what is reported of {parties}?",
                why=f"from sources in one report, confirmed by {names[one.by]} in the other",
            )
        )  # fmt: skip
    return disputes


def _confirmations(told: Sequence[Telling]) -> Iterator[_Confirmed]:
    before: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        before[telling.report].append(telling)
        parse = telling.parse
        if telling.vocabulary.isdisjoint(words("conflicts", "confirming")):
            continue
        for token in range(len(parse)):
            if parse.pos[token] != "VERB" or parse.lemmas[token].lower() not in words(
                "conflicts", "confirming"
            ):
                continue
            by = telling.holder(token)
            if by is None or telling.cast.types.get(by) not in ("person", "organization", "country"):
                continue
            if telling.denied(token) or not telling.firm(token):
                continue
            event = _event(telling, token)
            if event is None:
                continue
            kind = stem(parse.lemmas[event])
            parties = _parties(before[telling.report][-_BEFORE:], kind)
            if len(parties) < _PARTIES:
                continue
            first = telling.subject(token)
            line = telling.line(
                telling.cast.names[by], [token if first is None else first, token, event], token
            )
            yield _Confirmed(by=by, event=kind, parties=parties, line=line)


def _event(telling: Telling, verb: int) -> int | None:
    """The event noun that a confirmation is about: "confirmed the meeting", "reports of the meeting"."""
    parse = telling.parse
    noun = parse.child(verb, "dobj")
    for _ in range(2):
        if noun is None or noun - verb > _FAR + 4:
            return None
        if parse.lemmas[noun].lower() in words("conflicts", "events"):
            return noun
        link = next((c for c in parse.children[noun] if parse.lemmas[c].lower() == "of"), None)
        noun = parse.child(link, "pobj") if link is not None else None
    return None


def _parties(near: Sequence[Telling], kind: str) -> frozenset[str]:
    """Those who take part in the last event of a kind that is told with two parties or more."""
    for telling in reversed(near):
        for unit in telling.units:
            here = unit.subjects | unit.objects
            if kind in unit.predicate and len(here) >= _PARTIES:
                return here
    return frozenset()


def _hearsay(telling: Telling, unit: Unit) -> bool:
    """Whether a report has a statement from unnamed people or from other media."""
    parse = unit.parse
    own = {*unit.clause.tokens, *unit.clause.said}
    spoken = [parse.lemmas[i].lower() for i in sorted(own)]
    if "reportedly" in spoken:
        return True
    said = [parse.lemmas[i].lower() for i in unit.clause.said]
    heard = unit.clause.speaker
    spoken_for = heard is not None and parse.lemmas[heard].lower().startswith("spokes")
    if "accord" in said and heard is not None and parse.lemmas[heard].lower() in words("offices", "sources"):
        return not spoken_for
    if spoken_for:
        return False
    if unit.speaker is not None and unit.clause.said:
        return telling.cast.types.get(unit.speaker) == "unnamed" or _media(telling.cast.names[unit.speaker])
    return "accord" in said and bool({"report", "source", "medium", "media"} & set(said))


def _media(name: str) -> bool:
    return any(w.lower() in words("conflicts", "press") for w in name.split())


def confirmed_disputes(frames: Mapping[str, Sequence[Frame]]) -> list[Dispute]:
    """Updates where what one report has from unnamed people is confirmed, in so many words, in another."""
    found = []
    for kind in sorted(frames):
        block = frames[kind][:MOST]
        sure = [(f, by) for f in block if (by := _confirms(f)) is not None]
        pairs = (
            (g, f, by) for f, by in sure for g in block
            if _hearsay(g.telling, g.unit) and same_event(g, f, "", _SHARED)
        )  # fmt: skip
        for heard, firm, by in islice(pairs, 1):
            names = firm.telling.cast.names
            found.append(
                Dispute(
                    about="attribution", kind="update",
                    question=f"{whether(firm)[:-1]}, and who confirms it?",
                    why=f"from sources in one report, confirmed by {names[by]} in the other",
                    sides=((heard.line("sources or other media"),), (firm.line(names[by]),)),
                )
            )  # fmt: skip
    return found


def _confirms(frame: Frame) -> str | None:
    """The named actor who confirms what a clause says."""
    unit, parse = frame.unit, frame.telling.parse
    who = unit.speaker
    said = [i for i in unit.clause.said if parse.lemmas[i].lower() in words("conflicts", "confirming")]
    if not said or who is None or frame.telling.denied(said[0]) or parse.pos[frame.token] != "VERB":
        return None
    if _media(frame.telling.cast.names[who]):
        return None
    return who if frame.telling.cast.types.get(who) in ("person", "organization", "country") else None
