"""A record as Markdown: prose and lists for a note or an issue, the evidence quoted in footnotes."""

import re
from collections.abc import Iterable
from typing import Final

from twosource.model import Evidence, Record

from .plain import clip, day, one_line, plural, spelled
from .view import STANDING, Event, View

__all__ = ["escape", "record_markdown"]

# CommonMark lets a backslash stand before any of these; `&` and `<` become entities, so that no HTML starts.
_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]()!|~$@]|:(?=\S)|(?<=[Ww])\.")
_LEADING: Final = re.compile(r"^([-+=#]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    """`text` on one line, so that Markdown shows it and reads nothing in it."""
    line = _SPECIAL.sub(lambda found: "\\" + found[0], one_line(text))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    head = _LEADING.match(line)
    if not head:
        return line
    if head[0].isdigit():
        return head[0] + "\\" + line[head.end() :]
    return "\\" + line


class _Notes:
    """Footnotes, numbered as they are first cited."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._numbers: dict[Evidence, int] = {}

    def cite(self, evidence: Iterable[Evidence]) -> str:
        """` [^1] [^2]` for the places in `evidence` that stand in a report of the record."""
        known = [place for place in dict.fromkeys(evidence) if place.report in self._view.reports]
        marks = [f"[^{self._numbers.setdefault(place, len(self._numbers) + 1)}]" for place in known]
        return (" " + " ".join(marks)) if marks else ""

    def lines(self) -> list[str]:
        """The footnotes themselves; each begins with words in quotes, so it is never a link definition."""
        view = self._view
        kept = []
        for place, number in self._numbers.items():
            words = escape(clip(view.text_of(place), 240)) or "…"
            name = escape(view.names[place.report])
            kept.append(f"[^{number}]: “{words}” — {name}, report {view.numbers[place.report]}")
        return kept


def record_markdown(record: Record) -> str:
    """The whole record; sections with nothing in them are left out, but for conflicts."""
    view = View(record)
    notes = _Notes(view)
    title = escape(view.title())
    out = [f"# {title}", ""]
    if record.status:
        out += [f"**{escape(record.status)}**", ""]
    out += [f"{escape(view.span_of_days())} · {view.counts()}", ""]
    sections = (
        ("Brief", [f"{escape(line.text)}{notes.cite(line.evidence)}" for line in record.brief]),
        ("What each side wants", _positions(view, notes)),
        ("Who waits for whom", _standoffs(view, notes)),
        ("Conflicts", _conflicts(view, notes) or ["No conflict found."]),
        ("Claims", _claims(view, notes)),
        ("Who said what", _quotes(view, notes)),
        ("Events", _events(view, notes)),
        (
            "Timeline",
            [f"**{escape(day(e.date))}**: {escape(e.text)}{notes.cite(e.evidence)}" for e in record.timeline],
        ),
        ("Reports", _reports(view)),
    )
    for heading, lines in sections:
        if lines:
            out += [
                f"## {heading}",
                "",
                *(line if line.startswith(" ") else f"- {line}" for line in lines),
                "",
            ]
    footnotes = notes.lines()
    if footnotes:
        out += ["## Evidence", ""]
        for line in footnotes:
            out += [line, ""]
    return "\n".join(out).rstrip() + "\n"


def _positions(view: View, notes: _Notes) -> list[str]:
    """One line a position, the party in bold."""
    lines = []
    for party, some in view.positions().items():
        for position in some:
            action = escape(view.action(position))
            text = f"**{escape(view.actor(party))}** {view.stance(position)}: “{action}”"
            if position.condition:
                mover = escape(view.mover(position))
                move = f" ({mover})" if mover else ""
                text += f" — {escape(view.condition(position.condition))}{move}"
            aside = view.aside(position)
            lines.append(text + (" " + escape(aside) if aside else "") + notes.cite(position.evidence))
    return lines


def _standoffs(view: View, notes: _Notes) -> list[str]:
    """The standoff in words, then a nested line a step: the sentence that tells it, and its report."""
    lines = []
    for standoff in view.record.standoffs:
        names = [escape(view.actor(party)) for party in standoff.parties]
        lines.append(f"**{escape(clip(standoff.why, 600)) or ', '.join(names)}**")
        for step in standoff.steps:
            words, name = view.told(step)
            lines.append(
                f"  - {escape(view.actor(step.party))} waits for {escape(view.actor(step.waits_for))}:"
                f" {escape(words)}{' — ' + escape(name) if name else ''}{notes.cite(step.evidence)}"
            )
    return lines


def _conflicts(view: View, notes: _Notes) -> list[str]:
    """The question, then a nested line for each side."""
    lines = []
    for conflict in view.record.conflicts:
        lines.append(f"**{escape(conflict.question)}** ({conflict.kind}, {conflict.about})")
        lines += [
            f"  - {escape(spelled(side.value))}: “{escape(side.text)}” "
            f"({plural(side.independent_sources, 'independent source')}){notes.cite(side.evidence)}"
            for side in conflict.sides
        ]
    return lines


def _claims(view: View, notes: _Notes) -> list[str]:
    """Claims with their standing in words."""
    lines = []
    for standing, some in view.claims().items():
        sign, words = STANDING.get(standing, ("", standing))
        for claim in some:
            by = escape(view.people(claim.attributed_to))
            sources = plural(claim.independent_sources, "independent source")
            sources += escape(claim.why[claim.why.index(": ") :]) if ": " in claim.why else ""
            lines.append(
                f"{sign} {escape(claim.text)} ({words}, {sources}{'; according to ' + by if by else ''})"
                + notes.cite(claim.evidence)
            )
    return lines


def _quotes(view: View, notes: _Notes) -> list[str]:
    """Speaker and words."""
    return [
        f"**{escape(view.actor(speaker))}**{view.manner(quote)}: {escape(view.utterance(quote))}"
        + notes.cite(quote.evidence)
        for speaker, some in view.quotes().items()
        for quote in some
    ]


def _events(view: View, notes: _Notes) -> list[str]:
    """What, who, where, when, its status and how that came about."""
    lines = []
    for event in view.record.events:
        shown = Event(view, event)
        parts = [escape(part) for part in (shown.who, shown.place, shown.when) if part]
        lines.append(
            f"**{escape(shown.kind)}**, {event.status}: {', '.join(parts)}{notes.cite(event.evidence)}"
        )
        lines += [
            f"  - {escape(day(state.as_of))}: {state.status}"
            + (f" for {escape(view.when(state.when))}" if state.when else "")
            + notes.cite(state.evidence)
            for state in event.history
        ]
    return lines


def _reports(view: View) -> list[str]:
    """Number, outlet, title, date, copies."""
    lines = []
    for id_, weighed in view.reports.items():
        title = escape(clip(weighed.report.title or "", 160))
        parts = [escape(view.published(weighed))]
        note = escape(view.copy_note(weighed))
        if note:
            parts.append(note)
        name = escape(view.names[id_])
        lines.append(f"{view.numbers[id_]}\\. **{name}**{', ' + title if title else ''} ({'; '.join(parts)})")
    return lines
