"""A record as the three renderings look at it: numbered reports, names for ids, words for evidence."""

import re
from collections.abc import Iterable
from typing import Final

from twosource.model import (
    Claim,
    Evidence,
    Record,
    RecordCondition,
    RecordDate,
    RecordEvent,
    RecordPosition,
    RecordQuote,
    Step,
    WeighedReport,
)

from .plain import clip, conditional, day, one_line, paired, plural, safe_url, stance_words, unquoted

__all__ = ["BASIS", "EVENTS", "STANDING", "Event", "View"]

_SITE: Final = re.compile(r"https?://(?:www\.)?([^/:?#@]+)(?=[/:?#]|$)", re.IGNORECASE)
_REPRINT: Final = 0.8  # share of a report from which it is a reprint rather than derived
_HASH: Final = re.compile(r"([0-9a-f]{6})[0-9a-f]{6,}")

BASIS: Final = {
    "stated": "stated in the text",
    "metadata": "from metadata",
    "inferred": "inferred from the other reports",
}
"""How a report's date is known, in words."""

STANDING: Final = {
    "contested": ("◆", "contested"),
    "corroborated": ("●", "corroborated"),
    "single-source": ("○", "single source"),
}
"""Each standing's sign and words, in the order in which claims are shown."""

EVENTS: Final = {
    "AGREE": "agreement",
    "CONSULT": "talks or meeting",
    "SUPPORT": "support",
    "COOPERATE": "cooperation",
    "CONCEDE": "concession",
    "AID": "aid",
    "RETREAT": "withdrawal",
    "YIELD": "concession",
    "INVESTIGATE": "investigation",
    "ACCUSE": "accusation",
    "DEMAND": "demand",
    "REQUEST": "request",
    "REJECT": "rejection",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilization",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
"""PLOVER's event types in plain words."""


class Event:
    """The parts of an event's line: what, who, where and when, and the words that carry it."""

    __slots__ = ("kind", "place", "when", "who", "words")

    def __init__(self, view: "View", event: RecordEvent) -> None:
        told = view.text_of(event.trigger) if event.type is None else event.type
        kind = EVENTS.get(event.type or "", clip(told.lower(), 40))
        mode = clip(event.mode or "", 30).replace("_", " ")
        named = f"{kind} ({mode})" if mode and mode != kind else kind
        self.kind = named[:1].upper() + named[1:]
        actors = view.people(event.actors)
        recipients = view.people(actor for actor in event.recipients if actor not in event.actors)
        self.who = f"{actors} → {recipients}" if actors and recipients else actors or recipients
        self.place = clip(event.place or "", 60)
        self.when = view.when(event.when)
        self.words = clip(view.text_of(event.evidence[0] if event.evidence else event.trigger), 220)


_SAID = frozenset(("said", "say", "says", "saying", "added", "adding", "told", "tells", "to", "that", "by"))
_LONG_CUE = 30
_GAP = 4


class View:
    """Look-ups over one record. Reports are numbered from 1 in the record's order."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.reports: dict[str, WeighedReport] = {}
        for weighed in record.reports:
            self.reports.setdefault(weighed.report.id, weighed)
        self.numbers = {id_: n for n, id_ in enumerate(self.reports, 1)}
        self.names = {id_: _short_name(weighed) for id_, weighed in self.reports.items()}
        self._positions = {p.id: p for p in record.positions}
        self._actors = {actor.id: clip(actor.name, 80) or "someone" for actor in record.actors}

    def actor(self, id_: str | None, *, missing: str = "a speaker not named") -> str:
        """The actor's name; the id itself, made safe, where the record does not list it."""
        if id_ is None:
            return missing
        return self._actors.get(id_) or clip(id_, 60) or missing

    def people(self, ids: Iterable[str]) -> str:
        """Names, joined as prose."""
        names = [self.actor(id_) for id_ in dict.fromkeys(ids)]
        if len(names) > 4:
            names = [*names[:3], f"{len(names) - 3} more"]
        return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""

    def text_of(self, place: Evidence) -> str:
        """The report's own words at `place`, on one line; empty where the report is not in the record."""
        weighed = self.reports.get(place.report)
        if weighed is None:
            return ""
        return one_line(weighed.report.text[place.start : min(place.end, place.start + 4000)])

    def cited(self, evidence: Iterable[Evidence]) -> list[str]:
        """The ids of the reports that the evidence stands in, in the record's order, each once."""
        found = {place.report for place in evidence}
        return [id_ for id_ in self.numbers if id_ in found] if found else []

    def marks(self, evidence: Iterable[Evidence], *, limit: int = 8) -> str:
        """`[1][3]`: the numbers of the reports behind a line."""
        numbers = sorted({self.numbers[place.report] for place in evidence if place.report in self.numbers})
        more = f"+{len(numbers) - limit}" if len(numbers) > limit else ""
        return "".join(f"[{n}]" for n in numbers[:limit]) + more

    def when(self, date: RecordDate | None) -> str:
        """A date of the record as an editor writes it; the report's words where it has no day."""
        if date is None:
            return "day not stated"
        first, last = date.earliest, date.latest
        if first and last and first != last:
            return f"{day(first)} to {day(last)}"
        if first or last:
            return day(first) if first == last else f"from {day(first)}" if first else f"until {day(last)}"
        return f"“{clip(date.text, 40)}”"

    def claims(self) -> dict[str, list[Claim]]:
        """Claims by standing, those with most independent sources first."""
        kept: dict[str, list[Claim]] = {standing: [] for standing in STANDING}
        for claim in self.record.claims:
            kept.setdefault(claim.standing, []).append(claim)
        for some in kept.values():
            some.sort(key=lambda claim: -claim.independent_sources)
        return kept

    def positions(self) -> dict[str, list[RecordPosition]]:
        """Positions by party: the parties of standoffs first, then those that hold most."""
        kept: dict[str, list[RecordPosition]] = {}
        for position in self.record.positions:
            kept.setdefault(position.party, []).append(position)
        stuck = {party for standoff in self.record.standoffs for party in standoff.parties}
        return dict(sorted(kept.items(), key=lambda item: (item[0] not in stuck, -len(item[1]))))

    def condition(self, condition: RecordCondition) -> str:
        """A condition in the report's words, its kind before it where the words do not open with it."""
        return conditional(condition.kind, paired(self.text_of(condition.span)))

    def action(self, position: RecordPosition) -> str:
        """The act in the report's words, without the condition that stands in them: it is shown beside it."""
        act, condition = position.action, position.condition
        if condition and act.report == condition.span.report and act.start < condition.span.start < act.end:
            before = Evidence(report=act.report, start=act.start, end=condition.span.start)
            return paired(self.text_of(before).rstrip(" ,;:–—"))
        return paired(self.text_of(act))

    def stance(self, position: RecordPosition) -> str:
        """The stance before the act's words: "refuses", or "says" where the words deny by themselves."""
        hangs_on = self.text_of(position.condition.span) if position.condition else ""
        return stance_words(position.stance, self.action(position), hangs_on)

    def mover(self, position: RecordPosition) -> str:
        """`Vardany’s move`: whose move a condition is, where it is not the holder's own."""
        by = position.condition.by if position.condition else None
        return f"{self.actor(by)}’s move" if by and by not in (position.party, *position.reported_by) else ""

    def told(self, step: Step) -> tuple[str, str]:
        """The sentence that tells a step of a standoff, in quotation marks, and the name of its report."""
        if step.sentence is None:
            return f"“{clip(step.action, 200)}” — “{clip(step.condition, 200)}”", ""
        words = paired(clip(self.text_of(step.sentence), 500))
        return f"“{words}”", self.names.get(step.sentence.report, "")

    def aside(self, position: RecordPosition) -> str:
        """` (softened; earlier refuses; as told by X)`: what a reader must know besides; else nothing."""
        told = []
        before = self._positions.get(position.replaces) if position.replaces else None
        if position.change and before is not None:
            told.append(f"{position.change}; earlier {before.stance}{self._since(before)}")
        if position.reported_by:
            told.append(f"as told by {', '.join(self.actor(r) for r in position.reported_by[:2])}")
        return f" ({'; '.join(told)})" if told else ""

    def _since(self, position: RecordPosition) -> str:
        return f", {position.as_of}" if position.as_of else ""

    def quotes(self) -> dict[str | None, list[RecordQuote]]:
        """Quotes by speaker: speakers with most quotes first, those not named last."""
        kept: dict[str | None, list[RecordQuote]] = {}
        for quote in self.record.quotes:
            kept.setdefault(quote.speaker, []).append(quote)
        return dict(sorted(kept.items(), key=lambda item: (item[0] is None, -len(item[1]))))

    def utterance(self, quote: RecordQuote) -> str:
        """What was said: in quotation marks where these are the speaker's own words."""
        parts = [text for place in quote.content if (text := self.text_of(place))]
        if quote.kind != "direct":
            words = " … ".join(parts)
            if told := self._cue_before(quote):
                return f"{told} {words}"
            return words[5:] if words[:5].lower() == "that " else words
        return f"“{' … '.join(map(unquoted, parts))}”"

    def _cue_before(self, quote: RecordQuote) -> str:
        """`warned`, `demanded` right before words that say little without it; nothing for "said"."""
        cue = quote.cue
        if cue is None or not quote.content or quote.content[0].report != cue.report:
            return ""
        gap = quote.content[0].start - cue.end
        told = self.text_of(cue)
        if not told or told.lower().split()[-1] in _SAID or len(told) > _LONG_CUE or not 0 < gap < _GAP:
            return ""
        between = Evidence(report=cue.report, start=cue.end, end=quote.content[0].start)
        return "" if self.text_of(between).strip() else told

    def manner(self, quote: RecordQuote) -> str:
        """` (thought, not said)` for what somebody is only reported to think, hope or know; else nothing."""
        return " (thought, not said)" if quote.manner == "thought" else ""

    def copy_note(self, weighed: WeighedReport) -> str:
        """`42% also in Strand Wire [3]`, `reprint of …`, or nothing."""
        if weighed.copy_of is None:
            return ""
        number = self.numbers.get(weighed.copy_of)
        name = self.names.get(weighed.copy_of) or clip(weighed.copy_of, 40)
        source = f"{name} [{number}]" if number else name
        share = f"{round(weighed.copied_share * 100)} %"
        if weighed.independent:
            return f"copies {share} from {source}"
        return f"{'reprint of' if weighed.copied_share >= _REPRINT else 'derived from'} {source}, {share}"

    def published(self, weighed: WeighedReport) -> str:
        """The report's date, with `(inferred)` where no text or metadata states it."""
        report = weighed.report
        inferred = " (inferred)" if report.published and report.published_basis == "inferred" else ""
        return day(report.published) + inferred

    def span_of_days(self) -> str:
        """The days that bound the story's reports."""
        first, last = self.record.from_day, self.record.to_day
        if not first and not last:
            return "days not stated"
        return day(first or last) if first == last or not (first and last) else f"{day(first)} to {day(last)}"

    def title(self) -> str:
        """The story's title; the first report's own where the record has none."""
        own = (weighed.report.title or "" for weighed in self.reports.values() if weighed.independent)
        return clip(self.record.title, 300) or next(
            filter(None, (clip(one, 300) for one in own)), "Untitled story"
        )

    def counts(self) -> str:
        """`4 reports, 3 independent sources`."""
        record = self.record
        sources = plural(record.independent_sources, "independent source")
        return f"{plural(len(self.reports), 'report')}, {sources}"


def _short_name(weighed: WeighedReport) -> str:
    """The outlet, else the site, else the last part of the id with a long hash in it cut short."""
    report = weighed.report
    outlet = clip(report.outlet or "", 40)
    if outlet:
        return outlet
    site = _SITE.match(safe_url(report.url) or "")
    if site:
        return clip(site[1], 40)
    tail = one_line(report.id[:500]).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return clip(_HASH.sub(r"\1", tail), 30) or "report"
