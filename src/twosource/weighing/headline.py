"""The story's title, its main event and the one line that says where things stand."""

from collections.abc import Sequence

from twosource.lexicon import load, words
from twosource.model import Claim, Conflict, Evidence, RecordEvent

from .events import event_title
from .story import Story
from .wording import days_words, listed

__all__ = ["find_title", "main_event", "no_reason", "status_line"]

_TURNS = ("postponed", "cancelled")


def main_event(story: Story, events: Sequence[RecordEvent]) -> RecordEvent | None:
    """The event that the most reports put first; one that was moved or called off goes before its like."""

    def weight(event: RecordEvent) -> tuple[float, str]:
        found: dict[str, float] = {}
        for e in event.evidence:
            place = story.sentence(e).start / max(1, len(story.reading(e.report).report.text))
            found[e.report] = max(found.get(e.report, 0.0), 0.3 + 1.0 / (1.0 + 12.0 * place))
        turn = 1.0 if event.status in _TURNS else 0.0
        sides = 0.25 * bool(event.actors) + 0.25 * bool(event.recipients)
        return -(sum(found.values()) + turn + sides), event.id

    return min(events, key=weight, default=None)


def find_title(story: Story) -> str:
    """The headline that shares most with the others' headlines; the first sentence where none has one."""
    titles = [(r.report.title, r.report.id) for r in story.readings if r.report.title]
    if not titles:
        first = next((s for r in story.readings for s in r.sentences if not s.boilerplate), None)
        text = story.readings[0].report.text[first.start : first.end] if first is not None else ""
        return " ".join(text.split())[:160]
    bags = {t: frozenset(w.lower().strip(".,:;'’\"") for w in t.split() if len(w) > 3) for t, _ in titles}

    def shared(title: str) -> int:
        return sum(len(bags[title] & bag) for t, bag in bags.items() if t != title)

    best = min(titles, key=lambda t: (-shared(t[0]), len(t[0]), t))
    return " ".join(best[0].split())


def no_reason(claims: Sequence[Claim]) -> Claim | None:
    """The claim that no reason was given, if there is one."""
    absent, reason = words("brief", "absent"), words("brief", "reason")
    for claim in sorted(claims, key=lambda c: (-c.independent_sources, c.id)):
        found = [w.strip(".,;:\"'“”’").lower() for w in claim.text.split()]
        for i, word in enumerate(found):
            before = found[max(0, i - 8) : i]
            after = found[i + 1] if i + 1 < len(found) else ""
            if (
                word in reason
                and after not in ("to", "that")
                and any(w in absent or w.endswith("n't") for w in before)
            ):
                return claim
    return None


def status_line(
    story: Story, main: RecordEvent | None, conflicts: Sequence[Conflict], claims: Sequence[Claim]
) -> str:
    """Where things stand, on one line; "" when the reports tell of no event."""
    if main is None:
        return ""
    line = event_title(main, story.actors)
    said = load("brief")["status"].get(main.status, main.status)
    line = line.removesuffix(f" — {main.status}")
    parts = [f"{line}: {said}"]
    dates = [c for c in conflicts if c.about == "date" and _touches(c, main)]
    if dates:
        parts.append(f"reports disagree on the day ({listed([s.value for s in dates[0].sides], 'or')})")
    elif main.when is not None and (main.when.earliest or main.when.latest):
        parts.append(days_words(main.when.earliest, main.when.latest))
    if main.status in _TURNS:
        if main.reason is not None:
            parts.append(f"reason given: {' '.join(story.text(main.reason).split())}")
        elif no_reason(claims) is not None:
            parts.append("no reason given")
        if main.status == "postponed" and (dates or not _new_day(main)):
            parts.append("no new date")
    return "; ".join(parts)


def _touches(conflict: Conflict, event: RecordEvent) -> bool:
    sides: list[Evidence] = [e for s in conflict.sides for e in s.evidence]
    return any(e.overlap(x) for e in sides for x in event.evidence)


def _new_day(event: RecordEvent) -> bool:
    """Whether a move of the event came with another day than the one it had."""
    days = {(h.when.earliest, h.when.latest) for h in event.history if h.when is not None and h.when.earliest}
    moved = [h for h in event.history if h.status == "postponed" and h.when is not None]
    return len(days) > 1 and bool(moved)
