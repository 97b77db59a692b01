"""The story's title, its main event and the one line that says where things stand."""

from collections.abc import Iterable, Sequence

from twosource.lexicon import load, words
from twosource.model import Claim, Conflict, Evidence, RecordEvent, Standoff

from .events import event_title
from .statements import in_headlines, is_headline, open_words, statements, stems, within
from .story import Story
from .wording import days_words, listed, spelled

__all__ = ["find_title", "main_event", "no_reason", "status_line"]

_TURNS = ("postponed", "cancelled")
_OPEN = ("planned", "possible", "denied")
_LEANING = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "xcomp"})
_MANY = 3  # sources from which a first sentence says better where things stand than a standoff does
_LONGEST = 32  # words of a statement that stands for an event
_LOOKED_AT = 12
_A_LINE = 40  # characters: a first sentence that is shorter is a label or a byline


def main_event(story: Story, events: Sequence[RecordEvent]) -> RecordEvent | None:
    """The event that the most reports put first, in their headlines above all; one that was moved or called
    off goes before its like.
    """
    fronts = _Fronts(story)

    def weight(event: RecordEvent) -> tuple[float, str]:
        found: dict[str, float] = {}
        for e in event.evidence:
            place = story.sentence(e).start / max(1, len(story.reading(e.report).report.text))
            found[e.report] = max(found.get(e.report, 0.0), 0.3 + 1.0 / (1.0 + 12.0 * place))
        turn = 1.0 if event.status in _TURNS else 0.0
        sides = 0.25 * bool(event.actors) + 0.25 * bool(event.recipients)
        typed = 1.0 if event.type else 0.0  # what has no type must be told by more
        return -(sum(found.values()) + fronts.telling(event) + turn + sides + typed), event.id

    return min(events, key=weight, default=None)


class _Fronts:
    """What the reports put first: in which headlines each stem stands, and where first sentences end."""

    def __init__(self, story: Story) -> None:
        parses = story.language.parse([" ".join((r.report.title or "").split()) for r in story.readings])
        self._story = story
        self._stops: dict[str, int] = {}
        self._titled: dict[str, set[str]] = {}
        for reading, parse in zip(story.readings, parses, strict=True):
            lines = (s for s in reading.sentences if not s.boilerplate and s.end - s.start > _A_LINE)
            self._stops[reading.report.id] = next((s.end for s in lines), 0)
            for word in stems(parse.lemmas):
                self._titled.setdefault(word, set()).add(reading.report.id)

    def telling(self, event: RecordEvent) -> int:
        """How many reports tell an event in their headline or their first sentence."""
        found = self._headed(stems(self._story.text(event.trigger).split()[:1]))
        sides = [a for i in event.actors + event.recipients if (a := self._story.actor(i)) is not None]
        if sides and found:
            found &= self._headed(stems(word for a in sides for word in a.name.split()[-1:]))
        return len(found.union(e.report for e in event.evidence if e.start < self._stops.get(e.report, 0)))

    def _headed(self, some: Iterable[str]) -> set[str]:
        """The reports in whose headlines one of these stems stands."""
        return set[str]().union(*(self._titled.get(word, ()) for word in some))


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
    story: Story,
    main: RecordEvent | None,
    conflicts: Sequence[Conflict],
    claims: Sequence[Claim],
    standoffs: Sequence[Standoff] = (),
) -> str:
    """Where things stand, on one line; "" when the reports tell of no event.

    An event that the reports do not put first is not where things stand: then it is what several first
    sentences state, else the standoff, if there is one, else what one first sentence states.
    """
    stuck = next((f"Standoff: {s.why}".rstrip(".") for s in standoffs if s.why), None)
    if main is None:
        return stuck or ""
    said = load("brief")["status"].get(main.status, main.status)
    appointed = main.type == "CONSULT" and (main.status in _TURNS or bool(main.recipients))
    front = 2 * _Fronts(story).telling(main) >= len(story.readings)
    told = None if appointed else _told(story, main, claims)
    settled = main.type == "CONSULT" or main.status in _TURNS
    if stuck and main.status in _OPEN and _is_step(main, standoffs):
        return stuck  # one side's half of it is not where things stand
    if not front or (told is None and not settled):
        firm = _lead(story, [c for c in claims if c.independent_sources >= _MANY])
        lead = firm or stuck or _lead(story, claims)
        if lead is not None:
            return lead
    if told is None:
        title = event_title(main, story.actors) if main.type else _in_own_words(story, main)
        parts = [f"{title.removesuffix(f' — {main.status}')}: {said}"]
    else:  # whoever reads "Ann Lind will endorse Jo Berg" knows that it is planned
        parts = [told]
    dates = [c for c in conflicts if c.about == "date" and _touches(c, main)]
    if dates:
        parts.append(
            f"reports disagree on the day: {listed([spelled(s.value) for s in dates[0].sides], 'or')}"
        )
    elif main.when is not None and (main.when.earliest or main.when.latest):
        parts.append(days_words(main.when.earliest, main.when.latest))
    if main.status in _TURNS:
        if main.reason is not None:
            parts.append(f"reason given: {' '.join(story.text(main.reason).split())}")
        elif no_reason(claims) is not None:
            parts.append("no reason given")
        if main.status == "postponed" and appointed and (dates or not _new_day(main)):
            parts.append("no new date")
    return "; ".join(parts)


def _is_step(event: RecordEvent, standoffs: Sequence[Standoff]) -> bool:
    steps = [e for standoff in standoffs for step in standoff.steps for e in step.evidence]
    return any(e.overlap(x) for e in steps for x in event.evidence)


def _told(story: Story, event: RecordEvent, claims: Sequence[Claim]) -> str | None:
    """The event as the reports state it: the short statement on it that the most sources make; None where
    none stands by itself. PLOVER's noun ("Mobilization") says less to a reader than the reports' own words.
    """
    own = stems(w for a in story.actors for w in a.name.split())
    told = {e: stems(story.text(e).split()) - own for e in event.evidence}
    for claim, parse in statements(story, _short(story, claims, event.evidence)):
        root = next(parse.roots())
        leaning = (c for c in parse.children[root] if parse.deps[c] in _LEANING)
        main = stems(parse.lemmas[i] for i in (root, *leaning))
        if any(main & bag for e, bag in told.items() if any(within(e, x) for x in claim.evidence)):
            return open_words(claim.text).rstrip(" .")
    return None


def _lead(story: Story, claims: Sequence[Claim]) -> str | None:
    """What the reports' first sentences state, where no event is what they put first."""
    leads: tuple[list[Evidence], list[Evidence]] = ([], [])
    for reading in story.readings:
        some = [s for s in reading.sentences if not s.boilerplate and s.end - s.start > _A_LINE][:2]
        for which, s in zip(leads, some, strict=False):
            which.append(Evidence(report=reading.report.id, start=s.start, end=s.end))
    for which, told in ((leads[0], False), (leads[0], True), (leads[1], False)):
        here = [
            c for c in claims
            if bool(c.attributed_to) is told and any(within(x, lead) for x in c.evidence for lead in which)
        ]  # fmt: skip
        found = statements(story, _short(story, here, ()))
        if found:
            return _with_speaker(story, found[0][0])
    return None


def _with_speaker(story: Story, claim: Claim) -> str:
    """A claim's words, and who says so where that is not told in them."""
    text = open_words(claim.text).rstrip(" .")
    names = [a.name for i in claim.attributed_to if (a := story.actor(i)) is not None]
    told = not names or any(n.split()[-1].lower() in text.lower() for n in names)
    return text if told else f"{text}, according to {listed(names[:2])}"


def _short(story: Story, claims: Sequence[Claim], on: Sequence[Evidence]) -> list[Claim]:
    """The few short claims on this evidence (on anything where there is none): first those that most sources
    make in the headlines' words.
    """
    share, repeats = in_headlines(story), is_headline(story)

    def weight(claim: Claim) -> tuple[float, int, str]:
        return -share(claim.text) - 0.2 * claim.independent_sources, len(claim.text), claim.id

    kept = (
        c for c in claims
        if 4 <= len(c.text.split()) <= _LONGEST and not repeats(c)
        and (not on or any(within(x, e) for x in on for e in c.evidence))
        and not any(story.text(e).lstrip()[:1] in '"“' for e in c.evidence)
    )  # fmt: skip
    return sorted(kept, key=weight)[:_LOOKED_AT]


def _in_own_words(story: Story, event: RecordEvent) -> str:
    """An event of no type, as the report that tells it first does."""
    told = " ".join(story.text(event.evidence[0]).split())
    return told[:1].upper() + told[1:]


def _touches(conflict: Conflict, event: RecordEvent) -> bool:
    sides: list[Evidence] = [e for s in conflict.sides for e in s.evidence]
    return any(e.overlap(x) for e in sides for x in event.evidence)


def _new_day(event: RecordEvent) -> bool:
    """Whether a move of the event came with another day than the one it had."""
    days = {(h.when.earliest, h.when.latest) for h in event.history if h.when is not None and h.when.earliest}
    moved = [h for h in event.history if h.status == "postponed" and h.when is not None]
    return len(days) > 1 and bool(moved)
