"""A record on a terminal, for a tired editor: what is new first, each line with its source marks."""

from collections.abc import Callable
from typing import Final

from twosource.model import Claim, Record, RecordPosition

from .paper import Part, Sheet
from .plain import clip, day, paired, plural, spelled
from .view import Event, View

__all__ = ["record_text"]

_HTML: Final = " (see --format html)"
_MARK: Final = "cyan"
_FEW_WORDS: Final = 6
_FEW_ENTRIES: Final = 15
_SCRAP: Final = 3  # words of an act below which it comes last ("a deal")


def record_text(record: Record, *, width: int = 80, color: bool = False) -> str:
    """The whole record, each section cut to what fits a screen, the cuts counted."""
    view = View(record)
    sheet = Sheet(width=width, color=color)
    sheet.line((view.title(), "bold"))
    if record.status:
        sheet.line(clip(record.status, 500))
    sheet.line((f"{view.span_of_days()} · {view.counts()}", "dim"))
    sections: tuple[Callable[[Sheet, View], None], ...] = (
        _brief,
        _conflicts,
        _standoffs,
        _positions,
        _quotes,
        _claims,
        _events,
        _timeline,
        _reports,
    )
    for section in sections:
        section(sheet, view)
    return sheet.text()


def _marks(marks: str) -> Part:
    """Source marks, held to the word before them by one space."""
    return (" " + marks if marks else "", _MARK)


def _brief(sheet: Sheet, view: View) -> None:
    lines = view.record.brief
    if lines:
        sheet.heading("Brief")
    for line in lines[:8]:
        sheet.line(clip(line.text, 600), _marks(view.marks(line.evidence)), lead="  ")
    sheet.more(len(lines) - 8, "sentences", hint=_HTML)


def _conflicts(sheet: Sheet, view: View) -> None:
    conflicts = view.record.conflicts
    sheet.heading("Conflicts")
    if not conflicts:
        sheet.line("No conflict found.", lead="  ")
    real_first = sorted(conflicts, key=lambda conflict: conflict.kind != "conflict")
    for conflict in real_first[:8]:
        update = conflict.kind == "update"
        label = "update" if update else "CONFLICT"
        style = "yellow" if update else "bold red"
        sheet.line((label, style), f" {clip(conflict.question, 200)}", lead="→ " if update else "≠ ")
        for side in conflict.sides[:6]:
            value = clip(spelled(side.value), 80)
            words = paired(clip(side.text, 160))
            parts: list[Part] = [(value, "bold")]
            if words and words != value:
                parts.append(f" — “{words}”")
            sources = plural(side.independent_sources, "source")
            sheet.line(*parts, f" ({sources})", _marks(view.marks(side.evidence)), lead="    ", indent=6)
        sheet.more(len(conflict.sides) - 6, "answers", margin=4)
    sheet.more(len(conflicts) - 8, "conflicts and updates", hint=_HTML)


def _standoffs(sheet: Sheet, view: View) -> None:
    standoffs = view.record.standoffs
    if standoffs:
        sheet.heading("Standoff" if len(standoffs) == 1 else "Standoffs", "each waits for the next")
    for standoff in standoffs[:3]:
        if standoff.why:
            sheet.line((clip(standoff.why, 600), "bold"), lead="⇄ ")
        for step in standoff.steps[:6]:
            words, name = view.told(step)
            sheet.line(
                f"{view.actor(step.party)} waits for {view.actor(step.waits_for)}: ",
                words,
                (f" — {name}" if name else "", "dim"),
                _marks(view.marks(step.evidence)),
                lead="    ",
                indent=6,
            )
    sheet.more(len(standoffs) - 3, "standoffs", hint=_HTML)


def _positions(sheet: Sheet, view: View) -> None:
    by_party = view.positions()
    if by_party:
        sheet.heading("Who wants what")
    for party, some in list(by_party.items())[:6]:
        sheet.line((view.actor(party), "bold"), lead="  ")
        scraps_last = sorted(some, key=lambda p: p.condition is None and len(view.action(p).split()) < _SCRAP)
        for position in scraps_last[:4]:
            _position(sheet, view, position)
        sheet.more(len(some) - 4, "positions", margin=4)
    sheet.more(len(by_party) - 6, "parties", hint=_HTML)


def _position(sheet: Sheet, view: View, position: RecordPosition) -> None:
    """`refuses: “return to the table” — until: “…” (Vardany’s move)`."""
    parts: list[Part] = [f"{view.stance(position)}: “{clip(view.action(position), 160)}”"]
    condition = position.condition
    if condition:
        parts.append(f" — {clip(view.condition(condition), 150)}")
        if mover := view.mover(position):
            parts.append(f" ({mover})")
    if aside := view.aside(position):
        parts.append(" " + clip(aside, 120))
    sheet.line(*parts, _marks(view.marks(position.evidence)), lead="    ", indent=6)


def _quotes(sheet: Sheet, view: View) -> None:
    by_speaker = view.quotes()
    if by_speaker:
        sheet.heading("Who said what")
    shown = 0
    for speaker, some in list(by_speaker.items())[:8]:
        # What is said in a few words ("the plan", "to wait") comes after what is said in full.
        full = sorted(some, key=lambda quote: len(view.utterance(quote).split()) < _FEW_WORDS)
        for quote in full[:2]:
            name = view.names.get(quote.evidence[0].report, "") if quote.evidence else ""
            parts: list[Part] = [
                (view.actor(speaker), "bold"),
                f"{view.manner(quote)}: {clip(view.utterance(quote), 260)}",
            ]
            if name:
                parts.append((f" — {name}", "dim"))
            sheet.line(*parts, _marks(view.marks(quote.evidence)), lead="  ", indent=4)
            shown += 1
    sheet.more(len(view.record.quotes) - shown, "quotes", hint=_HTML)


def _claims(sheet: Sheet, view: View) -> None:
    by_standing = view.claims()
    firm, alone = by_standing["corroborated"], by_standing["single-source"]
    if firm:
        sheet.heading("Corroborated", "by sources that do not copy each other")
    for claim in firm[:10]:
        sources = plural(claim.independent_sources, "source")
        _claim(sheet, view, claim, lead="✓ ", note=f" ({sources}{_reason(claim)})", style="green")
    sheet.more(len(firm) - 10, "corroborated facts", hint=_HTML)
    if alone:
        sheet.heading("Single source", "not confirmed by another")
    for claim in alone[:6]:
        _claim(sheet, view, claim, lead="○ ", note=f" ({claim.why})" if _reason(claim) else "")
    sheet.more(len(alone) - 6, "single-source facts", hint=_HTML)


def _reason(claim: Claim) -> str:
    """Why a claim has fewer sources than reports, after a colon; "" where it has not."""
    return claim.why[claim.why.index(": ") :] if ": " in claim.why else ""


def _claim(sheet: Sheet, view: View, claim: Claim, *, lead: str, note: str = "", style: str = "") -> None:
    by = view.people(claim.attributed_to)
    parts: list[Part] = [clip(claim.text, 300)]
    if by:
        parts.append((f" — {by}", "dim"))
    sheet.line(*parts, note, _marks(view.marks(claim.evidence)), lead=lead, lead_style=style)


def _events(sheet: Sheet, view: View) -> None:
    """Only events whose state changed: what merely happened stands in the timeline."""
    changed = [event for event in view.record.events if len(event.history) > 1]
    if changed:
        sheet.heading("What changed")
    for event in changed[:6]:
        shown = Event(view, event)
        states = " → ".join(
            state.status + (f" for {view.when(state.when)}" if state.when else "")
            for state in event.history[-5:]
        )
        who = f", {shown.who}" if shown.who else ""
        sheet.line(
            (f"{shown.kind}{who}", "bold"),
            f": {states}",
            _marks(view.marks(event.evidence)),
            lead="  ",
            indent=4,
        )
    sheet.more(len(changed) - 6, "events that changed", hint=_HTML)


def _timeline(sheet: Sheet, view: View) -> None:
    entries = view.record.timeline
    if not entries:
        return
    sheet.heading("Timeline")
    last = view.record.to_day or view.record.from_day or ""
    # Those that most reports tell, then the latest up to the story's last day, then what is still to come.
    order = sorted(
        range(len(entries)),
        key=lambda n: (-len(view.cited(entries[n].evidence)), entries[n].date > last, -n),
    )
    kept = [entries[n] for n in sorted(order[: 12 if len(entries) > _FEW_ENTRIES else len(entries)])]
    sheet.more(len(entries) - len(kept), "entries", hint=_HTML)
    days = [clip(day(entry.date), 18) for entry in kept]
    margin = 2 + max(map(len, days)) + 2
    for entry, when in zip(kept, days, strict=True):
        sheet.line(clip(entry.text, 260), _marks(view.marks(entry.evidence)), lead=f"  {when}", indent=margin)


def _reports(sheet: Sheet, view: View) -> None:
    sheet.heading("Reports")
    if not view.reports:
        sheet.line("No report.", lead="  ")
    margin = len(str(len(view.reports))) + 3
    for id_, weighed in list(view.reports.items())[:40]:
        parts: list[Part] = [(view.names[id_], "bold"), f", {view.published(weighed)}"]
        title = clip(weighed.report.title or "", 100)
        if title:
            parts.append(f": {title}")
        note = view.copy_note(weighed)
        if note:
            parts.append((f" — {note}", "yellow"))
        sheet.line(*parts, lead=f"[{view.numbers[id_]}]", indent=margin, lead_style=_MARK)
    sheet.more(len(view.reports) - 40, "reports", hint=_HTML)
