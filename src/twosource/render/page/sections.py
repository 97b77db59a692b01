"""The record's sections as HTML, each line with its source marks. Nothing here knows the style sheet."""

from collections.abc import Callable
from typing import Final

from twosource.model import (
    Claim,
    Conflict,
    Evidence,
    Placed,
    RecordActor,
    RecordCondition,
    RecordPosition,
    RecordQuote,
)
from twosource.render.plain import clip, day, one_line, plural, spelled
from twosource.render.view import STANDING, Event, View

from .drawings import standoff_drawing, timeline_drawing
from .element import Html, el, join
from .index import Index

__all__ = ["SECTIONS", "Section", "badge", "standing_mark"]

Section = Callable[[View, Index], Html | None]
_OPEN_CLAIMS: Final = 40
_OPEN_SINGLE: Final = 20
_MOST_MENTIONS: Final = 6


def standing_mark(standing: str, sources: int | None = None) -> Html:
    """A sign, the words, and a line under them: solid, dotted or wavy. Never colour alone."""
    sign, words = STANDING.get(standing, ("·", standing))
    count = f", {plural(sources, 'source')}" if sources and standing != "single-source" else None
    class_ = f"standing {standing}" if standing in STANDING else "standing"
    return el(
        "span",
        el("span", sign, aria_hidden="true"),
        " ",
        el("span", words, class_="word"),
        count,
        class_=class_,
    )


def badge(words: str, kind: str = "") -> Html:
    """A short word in a frame: a status, a stance."""
    return el("span", clip(words, 40), class_=f"badge {kind}".strip())


def _brief(view: View, index: Index) -> Html | None:
    lines = []
    for one in view.record.brief:
        line = index.line("Brief")
        lines.append(
            el("li", one_line(one.text), " ", index.cite(line, one.evidence), id=line[0], data_line=line[1])
        )
    return el("ul", lines, class_="prose plain-list") if lines else None


def _positions(view: View, index: Index) -> Html | None:
    parties = []
    for party, some in view.positions().items():
        lines = []
        for position in some:
            line = index.line("Position")
            marks = index.cite(line, position.evidence)
            action = el("span", f"“{clip(view.action(position), 400)}”", class_="said")
            hangs = _condition(view, position, position.condition, marks) if position.condition else marks
            stance = badge(view.stance(position), position.stance)
            aside = (
                el("span", " ", view.aside(position).strip(), class_="quiet small")
                if view.aside(position)
                else None
            )
            lines.append(el("li", stance, " ", action, " ", hangs, aside, id=line[0], data_line=line[1]))
        parties.append(
            el("div", el("h3", view.actor(party)), el("ul", lines, class_="plain-list rows"), class_="card")
        )
    return el("div", parties, class_="cards") if parties else None


def _condition(view: View, position: RecordPosition, condition: RecordCondition, marks: Html | None) -> Html:
    """What a position hangs on, and whose move that is."""
    mover = view.mover(position)
    by = el("span", f"({mover}) ", class_="quiet small") if mover else None
    words = el("span", clip(view.condition(condition), 400), class_="said")
    return el("span", words, " ", by, marks, class_="condition")


def _standoffs(view: View, index: Index) -> Html | None:
    blocks = []
    for number, standoff in enumerate(view.record.standoffs, 1):
        steps = []
        for step in standoff.steps:
            line = index.line("Standoff")
            words, name = view.told(step)
            steps.append(
                el(
                    "li",
                    el("strong", view.actor(step.party)),
                    " waits for ",
                    el("strong", view.actor(step.waits_for)),
                    ": ",
                    el("span", words, class_="said"),
                    f" — {name} " if name else " ",
                    index.cite(line, step.evidence),
                    id=line[0],
                    data_line=line[1],
                )
            )
        why = el("p", clip(standoff.why, 600), class_="why") if standoff.why else None
        blocks.append(
            el(
                "div",
                el("figure", standoff_drawing(view, standoff, number)),
                el("div", why, el("ol", steps, class_="rows")),
                class_="standoff",
            )
        )
    return join(blocks) if blocks else None


def _conflicts(view: View, index: Index) -> Html | None:
    real_first = sorted(view.record.conflicts, key=lambda conflict: conflict.kind != "conflict")
    blocks = [_conflict(view, index, conflict) for conflict in real_first]
    return join(blocks) if blocks else el("p", "No conflict found.", class_="quiet")


def _conflict(view: View, index: Index, conflict: Conflict) -> Html:
    line = index.line("Conflict")
    update = conflict.kind == "update"
    sides = []
    for side in conflict.sides:
        words = clip(side.text, 500)
        days = dict.fromkeys(day(view.reports[id_].report.published) for id_ in view.cited(side.evidence))
        told = ", ".join(view.names[id_] for id_ in view.cited(side.evidence)[:4])
        when = f"; {next(iter(days))}" if len(days) == 1 else ""
        sides.append(
            el(
                "li",
                el("p", clip(spelled(side.value), 120), class_="value"),
                el("blockquote", el("p", f"“{words}”")) if words else None,
                el(
                    "p",
                    el(
                        "span",
                        f"{plural(side.independent_sources, 'independent source')}: {told}{when} ",
                        class_="quiet",
                    ),
                    index.cite(line, side.evidence, standing="line" if update else "contested"),
                    class_="small",
                ),
            )
        )
    label = "Update: a later report changes this" if update else "Conflict: these cannot both be true"
    sign = "→" if update else "≠"
    return el(
        "div",
        el(
            "p",
            el("span", sign, aria_hidden="true", class_="sign"),
            f" {label} ({conflict.about})",
            class_="kicker",
        ),
        el("h3", clip(conflict.question, 300)),
        el("ul", sides, class_="sides plain-list"),
        el("p", clip(conflict.why, 300), class_="quiet small") if conflict.why else None,
        class_=f"conflict {'update' if update else 'real'}",
        id=line[0],
        data_line=line[1],
    )


def _quotes(view: View, index: Index) -> Html | None:
    speakers = []
    for speaker, some in view.quotes().items():
        said = [_quote(view, index, quote) for quote in some]
        speakers.append(
            el(
                "div",
                el("h3", view.actor(speaker, missing="Speaker not named")),
                el("ul", said, class_="plain-list rows"),
            )
        )
    return el("div", speakers, class_="speakers") if speakers else None


def _quote(view: View, index: Index, quote: RecordQuote) -> Html:
    line = index.line("Quote")
    words = view.utterance(quote)
    direct = quote.kind == "direct"
    shown = el("q", words[1:-1]) if direct else el("span", words, class_="said")
    notes = []
    if not direct:
        notes.append("in the report’s words" if quote.kind == "indirect" else "partly in the report’s words")
    if quote.manner == "thought":
        notes.append("thought, not said")
    if quote.said_on:
        notes.append(f"said {view.when(quote.said_on)}")
    variants = [
        el("li", f"“{clip(one.text, 400)}” ", el("span", view.names.get(one.report, ""), class_="quiet"))
        for one in quote.variants
    ]
    other = (
        el(
            "details",
            el("summary", f"In other words elsewhere ({len(variants)})"),
            el("ul", variants, class_="plain-list"),
        )
        if variants
        else None
    )
    return el(
        "li",
        shown,
        el("span", f" ({', '.join(notes)})", class_="quiet small") if notes else None,
        " ",
        index.cite(line, quote.evidence),
        other,
        id=line[0],
        data_line=line[1],
    )


def _events(view: View, index: Index) -> Html | None:
    rows = []
    for event in view.record.events:
        line = index.line("Event")
        shown = Event(view, event)
        where = " · ".join(part for part in (shown.place, shown.when) if part)
        reason = view.text_of(event.reason) if event.reason else ""
        history = [
            el(
                "li",
                el("span", day(state.as_of), class_="quiet"),
                f" {state.status}",
                f" for {view.when(state.when)}" if state.when else None,
                " ",
                index.cite(line, state.evidence),
            )
            for state in event.history
        ]
        rows.append(
            el(
                "li",
                el(
                    "p",
                    el("strong", shown.kind),
                    f" {shown.who} " if shown.who else " ",
                    badge(event.status, "status"),
                ),
                el("p", where, " ", index.cite(line, event.evidence), class_="small"),
                el("p", f"“{shown.words}”", class_="quiet words") if shown.words else None,
                el("p", f"Reason given: “{clip(reason, 300)}”", class_="small") if reason else None,
                el("ol", history, class_="history", aria_label="How its status changed")
                if len(history) > 1
                else None,
                id=line[0],
                data_line=line[1],
            )
        )
    return el("ul", rows, class_="plain-list rows events") if rows else None


def _timeline(view: View, index: Index) -> Html | None:
    entries = view.record.timeline
    rows = []
    for entry in entries:
        line = index.line("Timeline")
        rows.append(
            el(
                "li",
                el("span", day(entry.date), class_="when"),
                el("span", one_line(entry.text), " ", index.cite(line, entry.evidence)),
                id=line[0],
                data_line=line[1],
            )
        )
    if not rows:
        return None
    return join(timeline_drawing(entries), el("ol", rows, class_="timeline plain-list"))


def _claims(view: View, index: Index) -> Html | None:
    blocks = []
    for standing, some in view.claims().items():
        if not some:
            continue
        _, words = STANDING.get(standing, ("", standing))
        rows = [_claim(view, index, claim) for claim in some]
        most = _OPEN_SINGLE if standing == "single-source" else _OPEN_CLAIMS
        shown = el("ul", rows[:most], class_="plain-list rows claims")
        rest = rows[most:]
        folded = (
            el(
                "details",
                el("summary", f"{len(rest):,} more"),
                el("ul", rest, class_="plain-list rows claims"),
            )
            if rest
            else None
        )
        heading = el("h3", words[0].upper() + words[1:], " ", el("span", f"{len(some):,}", class_="quiet"))
        blocks.append(join(heading, shown, folded))
    return join(blocks) if blocks else None


def _claim(view: View, index: Index, claim: Claim) -> Html:
    line = index.line("Fact")
    by = view.people(claim.attributed_to)
    # What follows the colon says why sources are fewer than reports.
    told = claim.why if claim.standing == "contested" or ": " in claim.why else ""
    why = el("span", clip(told, 200), class_="quiet small block") if told else None
    return el(
        "li",
        el("span", clip(claim.text, 600), class_="statement"),
        " ",
        index.cite(line, claim.evidence, standing=claim.standing),
        standing_mark(claim.standing, claim.independent_sources),
        el("span", f" — {by}", class_="quiet small") if by else None,
        why,
        id=line[0],
        data_line=line[1],
    )


def _actors(view: View, index: Index) -> Html | None:
    rows = []
    for actor in view.record.actors:
        line = index.line("Actor")
        roles = "; ".join(clip(role, 120) for role in actor.roles[:4])
        aliases = ", ".join(clip(alias, 60) for alias in actor.aliases[:6])
        kind = " · ".join(part for part in (actor.type, clip(actor.country or "", 20)) if part)
        rows.append(
            el(
                "li",
                el("strong", view.actor(actor.id)),
                " ",
                el("span", kind, class_="quiet small"),
                el("span", roles, class_="block small") if roles else None,
                el("span", f"also: {aliases}", class_="block small quiet") if aliases else None,
                el(
                    "span",
                    f"{plural(len(actor.mentions), 'mention')} ",
                    index.cite(line, _first_mentions(actor), standing="who"),
                    class_="block small quiet",
                ),
                id=line[0],
                data_line=line[1],
            )
        )
    return el("ul", rows, class_="plain-list actors") if rows else None


def _first_mentions(actor: RecordActor) -> list[Evidence]:
    """The actor's first mention by name in each report, in at most six reports."""
    first: dict[str, Placed] = {}
    for mention in actor.mentions:
        known = first.get(mention.report)
        if known is None or (known.kind != "name" and mention.kind == "name"):
            first[mention.report] = mention
    kept = list(first.values())[:_MOST_MENTIONS]
    return [Evidence(report=one.report, start=one.start, end=one.end) for one in kept if one.start < one.end]


SECTIONS: Final[tuple[tuple[str, str, Section], ...]] = (
    ("brief", "Brief", _brief),
    ("positions", "What each side wants", _positions),
    ("standoff", "Who waits for whom", _standoffs),
    ("conflicts", "Conflicts", _conflicts),
    ("quotes", "Who said what", _quotes),
    ("events", "Events", _events),
    ("timeline", "Timeline", _timeline),
    ("claims", "Facts and their standing", _claims),
    ("actors", "Actors", _actors),
)
"""The record's sections in reading order: element id, heading, and what writes it."""
