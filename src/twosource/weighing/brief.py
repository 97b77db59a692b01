"""The brief: four to eight sentences that say where the story stands, each with its source.

Nothing is written that a report does not say: sentences are the reports' own statements, joined to their
speaker, or short frames around findings that carry their evidence.
"""

from collections.abc import Iterator, Sequence

from twosource.model import (
    BriefLine,
    Claim,
    Conflict,
    RecordEvent,
    RecordPosition,
    Standoff,
)

from .headline import no_reason
from .statements import in_headlines, is_headline, open_words, statements, tells_office, within
from .story import Story
from .wording import clip, finished, listed, spelled

__all__ = ["find_brief"]

_LONGEST, _SHORTEST = 8, 4
_LOOKED_AT_POSITIONS = 8
_MOST_PARTIES = 2
_LONGEST_TOLD = 240  # characters of a statement that tells a position
_LONGEST_STANDOFF = 520  # characters
_HEARD = 4.0  # what a statement of the headlines' words is worth, against 2 for a source
_SPOKEN = frozenset({"polarity", "status"})  # what a conflict is about when its values are words like "for"
_COURSE = ["still to come", "done"]  # the values of the two sides where an act was announced and done
_EDGES = ' .,;:"“”'
_LOOKED_AT = 40  # claims, best first, that are looked through for the brief


def find_brief(
    story: Story,
    main: RecordEvent | None,
    positions: Sequence[RecordPosition],
    standoffs: Sequence[Standoff],
    conflicts: Sequence[Conflict],
    claims: Sequence[Claim],
) -> tuple[BriefLine, ...]:
    """The brief, at most eight lines; fewer than four only when the reports hold fewer statements."""
    lines: list[BriefLine] = []
    ranked = _ranked(story, claims, main)
    if ranked:
        lines.append(_claim_line(story, ranked[0]))
    reason = no_reason(claims)
    if (
        reason is not None
        and main is not None
        and main.reason is None
        and (not ranked or reason is not ranked[0])
    ):
        lines.append(_claim_line(story, reason))
    lines.extend(_conflict_line(story, c) for c in conflicts[:2])
    lines.extend(_standoff_lines(story, standoffs))
    if not standoffs:
        lines.extend(
            x for x in _position_lines(story, positions, claims) if not any(_like(x, y) for y in lines)
        )
    for claim in ranked[1:]:
        if len(lines) >= (_LONGEST if claim.independent_sources > 1 else max(_SHORTEST, len(lines))):
            break
        line = _claim_line(story, claim)
        if not any(_like(line, other) for other in lines):
            lines.append(line)
    return tuple(lines[:_LONGEST])


def _ranked(story: Story, claims: Sequence[Claim], main: RecordEvent | None) -> list[Claim]:
    """Claims: those first that most sources make, that tell of the main event or what the headlines tell, and
    that are not in quotation marks; then by their place. Who holds what post is no news.
    """
    share = in_headlines(story)

    def weight(claim: Claim) -> tuple[float, float, str]:
        on_main = main is not None and any(e.overlap(x) for e in claim.evidence for x in main.evidence)
        place = min(e.start / max(1, len(story.reading(e.report).report.text)) for e in claim.evidence)
        told = any(story.text(e).lstrip()[:1] in '"“' for e in claim.evidence)
        firm = claim.independent_sources > 1
        worth = 2 * claim.independent_sources + _HEARD * share(claim.text) + 1.0 * (firm and on_main) - told
        return -worth, place, claim.id

    repeats = is_headline(story)
    whole = [c for c in claims if len(c.text.split()) >= 5 and not repeats(c)]
    best = sorted(whole, key=weight)[:_LOOKED_AT]
    return [claim for claim, parse in statements(story, best) if not tells_office(parse)]


def _claim_line(story: Story, claim: Claim) -> BriefLine:
    """A statement with who says so and how well it stands."""
    text = finished(clip(open_words(claim.text), 260))
    speakers = [a.name for i in claim.attributed_to if (a := story.actor(i)) is not None]
    if speakers and not any(s.split()[-1].lower() in claim.text.lower() for s in speakers):
        text = f"{text.rstrip('.')} ({listed(speakers[:2])})."
    if claim.independent_sources > 1:
        text = f"{text.rstrip('.')} [{claim.independent_sources} sources]."
    return BriefLine(text=text, evidence=claim.evidence)


def _conflict_line(story: Story, conflict: Conflict) -> BriefLine:
    """The question with each side's value, and its words where the value alone says little ("delayed")."""
    told = []
    for side in conflict.sides:
        text = clip(open_words(side.text), 110).strip(_EDGES)
        opens = side.value.split(" ", 1)[0].lower() in ("if", "unless", "until", "whether")
        plain = not (opens or conflict.about in _SPOKEN) or not text or text == side.value
        told.append(spelled(side.value) if plain else f"{side.value} (“{text}”)")
    evidence = tuple(dict.fromkeys(e for s in conflict.sides for e in s.evidence))
    lead = "Reports disagree" if conflict.kind == "conflict" else "Updated"
    values = listed(told, "or")
    first = _earlier(story, conflict) if conflict.kind == "update" else None
    if first is not None:
        values = f"First {told[first]}, later {told[1 - first]}"
    return BriefLine(text=f"{lead}: {conflict.question} {values}.", evidence=evidence)


def _earlier(story: Story, conflict: Conflict) -> int | None:
    """Which of two sides has all its reports before the other's; None where their days do not say and what is
    told does not either ("still to come", "done").
    """
    if [side.value for side in conflict.sides] == _COURSE:
        return 0
    days = [
        {(story.reading(e.report).report.published or "")[:10] for e in side.evidence}
        for side in conflict.sides
    ]
    if len(days) != 2 or "" in days[0] | days[1] or not days[0] or not days[1]:
        return None
    if max(days[0]) < min(days[1]):
        return 0
    return 1 if max(days[1]) < min(days[0]) else None


def _standoff_lines(story: Story, standoffs: Sequence[Standoff]) -> Iterator[BriefLine]:
    for standoff in standoffs[:1]:
        names = [a.name if (a := story.actor(p)) is not None else p for p in standoff.parties]
        evidence = tuple(dict.fromkeys(e for s in standoff.steps for e in s.evidence))
        why = standoff.why or f"{listed(names)} wait for each other"
        yield BriefLine(text=finished(f"Standoff: {why}", _LONGEST_STANDOFF), evidence=evidence)


def _position_lines(
    story: Story, positions: Sequence[RecordPosition], claims: Sequence[Claim]
) -> Iterator[BriefLine]:
    """What the parties that hold most positions want, one statement a party, two parties at most.

    A position is told in the sentence that a report tells it in; one that no statement tells is left out.
    """
    count: dict[str, int] = {}
    for p in positions:
        count[p.party] = count.get(p.party, 0) + len(p.evidence)
    shown = 0
    for party in sorted(count, key=lambda p: (-count[p], p)):
        held = [p for p in positions if p.party == party]
        held.sort(key=lambda p: (-len({e.report for e in p.evidence}), p.condition is None, p.id))
        line = next((x for p in held[:_LOOKED_AT_POSITIONS] if (x := _position_line(story, p, claims))), None)
        if line is not None:
            yield line
            shown += 1
        if shown == _MOST_PARTIES:
            return


def _position_line(story: Story, position: RecordPosition, claims: Sequence[Claim]) -> BriefLine | None:
    """The shortest statement that holds a position's act and names who holds it."""
    name = a.name if (a := story.actor(position.party)) is not None else position.party
    needed = [position.action, *((position.condition.span,) if position.condition is not None else ())]

    def tells(claim: Claim) -> bool:
        named = name.split()[-1] in claim.text or position.party in claim.attributed_to
        return named and any(all(within(n, e) for n in needed) for e in claim.evidence)

    own = sorted(filter(tells, claims), key=lambda c: (len(c.text), c.id))
    found = next((c for c, _ in statements(story, own[:3])), None)
    if found is None or len(found.text) > _LONGEST_TOLD:
        return None
    return _claim_line(story, found)


def _like(a: BriefLine, b: BriefLine) -> bool:
    x, y = (frozenset(w.strip(".,").lower() for w in line.text.split() if len(w) > 3) for line in (a, b))
    return len(x & y) >= 0.6 * max(1, min(len(x), len(y)))
