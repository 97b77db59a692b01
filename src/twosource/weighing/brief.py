"""The brief: four to eight sentences that say where the story stands, each with its source.

Nothing is written that a report does not say: sentences are the reports' own statements, joined to their
speaker, or short frames around findings that carry their evidence.
"""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.model import (
    BriefLine,
    Claim,
    Conflict,
    RecordEvent,
    RecordPosition,
    RecordQuote,
    Standoff,
)

from .headline import no_reason
from .story import Story
from .wording import clip, finished, listed

__all__ = ["find_brief"]

_LONGEST, _SHORTEST = 8, 4
_LOOKED_AT = 40  # claims, best first, that are looked through for the brief
_NO_MARKS = str.maketrans("", "", '"“”')
_BARE = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "who", "there")
)


def find_brief(
    story: Story,
    main: RecordEvent | None,
    quotes: Sequence[RecordQuote],
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
    lines.extend(_conflict_line(c) for c in conflicts[:2])
    lines.extend(_standoff_lines(story, standoffs))
    if not standoffs:
        lines.extend(_position_lines(story, positions))
    for claim in ranked[1:]:
        if len(lines) >= (_LONGEST if claim.independent_sources > 1 else max(_SHORTEST, len(lines))):
            break
        line = _claim_line(story, claim)
        if not any(_like(line, other) for other in lines):
            lines.append(line)
    return tuple(lines[:_LONGEST])


def _ranked(story: Story, claims: Sequence[Claim], main: RecordEvent | None) -> list[Claim]:
    """Claims: those on the main event first, then by independent sources, then by their place."""

    def weight(claim: Claim) -> tuple[int, bool, float, str]:
        on_main = main is not None and any(e.overlap(x) for e in claim.evidence for x in main.evidence)
        place = min(e.start / max(1, len(story.reading(e.report).report.text)) for e in claim.evidence)
        told = any(story.text(e).lstrip()[:1] in '"“' for e in claim.evidence)
        firm = claim.independent_sources > 1
        return told - 2 * claim.independent_sources, firm and not on_main, place, claim.id

    whole = [c for c in claims if len(c.text.split()) >= 5 and not _is_headline(story, c)]
    best = sorted(whole, key=weight)[:_LOOKED_AT]
    plain = [" ".join(c.text.translate(_NO_MARKS).split()).rstrip(" .,;:") + "." for c in best]
    return [c for c, p in zip(best, story.language.parse(plain), strict=True) if _is_sentence(p)]


def _is_sentence(parse: Parse) -> bool:
    """Whether a statement stands by itself: a finite main verb with a subject that is no bare pronoun."""
    if "whose" in parse.words and sum(t in ("VBD", "VBZ", "VBP", "MD") for t in parse.tags) < 2:
        return False
    for root in parse.roots():
        subject = parse.child(root, "nsubj", "nsubjpass", "expl", "csubj")
        verbs = [root, *(i for i in parse.children[root] if parse.deps[i] in ("aux", "auxpass"))]
        finite = any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in verbs)
        if subject is not None and finite:
            return parse.lemmas[subject].lower() not in _BARE
    return False


def _is_headline(story: Story, claim: Claim) -> bool:
    """Whether a statement is no more than what some headlines say."""
    titles = {" ".join(r.report.title.split()).lower().rstrip(".") for r in story.readings if r.report.title}
    if " ".join(claim.text.split()).lower().rstrip(".") in titles:
        return True
    spans = {r.report.id: r.report.title_span for r in story.readings}
    return all(
        (s := spans[e.report]) is not None and s.start <= e.start and e.end <= s.end for e in claim.evidence
    )


def _claim_line(story: Story, claim: Claim) -> BriefLine:
    """A statement with who says so and how well it stands."""
    text = finished(clip(_open_words(claim.text), 260))
    speakers = [a.name for i in claim.attributed_to for a in story.actors if a.id == i]
    if speakers and not any(s.split()[-1].lower() in claim.text.lower() for s in speakers):
        text = f"{text.rstrip('.')} ({listed(speakers[:2])})."
    if claim.independent_sources > 1:
        text = f"{text.rstrip('.')} [{claim.independent_sources} sources]."
    return BriefLine(text=text, evidence=claim.evidence)


def _open_words(text: str) -> str:
    """Without a quotation mark that the cut of a clause left open."""
    for opening, closing in (('"', '"'), ("“", "”")):
        if text.count(opening) + (text.count(closing) if closing != opening else 0) == 1:
            text = text.replace(opening, "").replace(closing, "")
    return text


def _conflict_line(conflict: Conflict) -> BriefLine:
    said = listed([f"{s.value}" for s in conflict.sides], "or")
    lead = "Reports disagree" if conflict.kind == "conflict" else "Updated"
    evidence = tuple(dict.fromkeys(e for s in conflict.sides for e in s.evidence))
    return BriefLine(text=f"{lead}: {conflict.question} {said}.", evidence=evidence)


def _standoff_lines(story: Story, standoffs: Sequence[Standoff]) -> Iterator[BriefLine]:
    for standoff in standoffs[:1]:
        names = [next((a.name for a in story.actors if a.id == p), p) for p in standoff.parties]
        evidence = tuple(dict.fromkeys(e for s in standoff.steps for e in s.evidence))
        why = standoff.why or f"{listed(names)} wait for each other"
        yield BriefLine(text=finished(f"Standoff: {why}"), evidence=evidence)


def _position_lines(story: Story, positions: Sequence[RecordPosition]) -> Iterator[BriefLine]:
    """What the parties that hold most positions want, one line a party, two parties at most."""
    count: dict[str, int] = {}
    for p in positions:
        count[p.party] = count.get(p.party, 0) + len(p.evidence)
    for party in sorted(count, key=lambda p: (-count[p], p))[:2]:
        first = next(p for p in positions if p.party == party)
        name = next((a.name for a in story.actors if a.id == party), party)
        text = f"{name} — {first.stance}: “{clip(story.text(first.action), 140)}”"
        if first.condition is not None:
            text += f" ({clip(story.text(first.condition.span), 120)})"
        yield BriefLine(text=finished(text), evidence=first.evidence)


def _like(a: BriefLine, b: BriefLine) -> bool:
    x, y = (frozenset(w.strip(".,").lower() for w in line.text.split() if len(w) > 3) for line in (a, b))
    return len(x & y) >= 0.6 * max(1, min(len(x), len(y)))
