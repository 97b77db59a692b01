"""The two drawings: who waits for whom, and the days of the story. Both say in words what they show.

Plain SVG with attributes only: the page's policy allows no inline styles. Colours come from the sheet's
classes, and nothing is told by colour alone.
"""

import textwrap
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from twosource.model import Standoff, TimelineEntry
from twosource.render.plain import clip, day
from twosource.render.view import View

from .element import Html, el, join

__all__ = ["standoff_drawing", "timeline_drawing"]

_WIDTH: Final = 380
_LINE: Final = 15
_MOST_DOTS: Final = 9
_DOT: Final = 11


def _words(x: float, y: float, lines: Sequence[str], *, anchor: str, class_: str) -> Html:
    """Lines of text under one another, the first with its base line at `y`."""
    spans = [el("tspan", words, x=f"{x:g}", y=f"{y + n * _LINE:g}") for n, words in enumerate(lines)]
    return el("text", spans, text_anchor=anchor, class_=class_)


def _wrapped(words: str, width: int, most: int) -> list[str]:
    """At most `most` lines of `width` characters, the last one cut with an ellipsis."""
    lines = textwrap.wrap(clip(words, width * most + 40), width, break_long_words=True) or [""]
    if len(lines) > most:
        lines = [*lines[: most - 1], clip(lines[most - 1] + " " + lines[most], width - 1)]
        lines[-1] = lines[-1] if lines[-1].endswith("…") else lines[-1] + "…"
    return lines


def _node(x: float, y: float, name: str, *, width: float = 170) -> Html:
    """A party in its box, centred on `x`; 40 high."""
    lines = _wrapped(name, 22, 2)
    base = y + 25 if len(lines) == 1 else y + 17
    return join(
        el("rect", x=f"{x - width / 2:g}", y=f"{y:g}", width=f"{width:g}", height=40, rx=4, class_="node"),
        _words(x, base, lines, anchor="middle", class_="node-name"),
    )


def _arrow(path: str, tip_x: float, tip_y: float, *, up: bool) -> Html:
    """A line and its head; the head is drawn, not a marker, so that every viewer shows it."""
    wing = tip_y + (9 if up else -9)
    head = f"M{tip_x - 5:g} {wing:g} L{tip_x:g} {tip_y:g} L{tip_x + 5:g} {wing:g} Z"
    return join(el("path", d=path, class_="edge"), el("path", d=head, class_="head"))


def standoff_drawing(view: View, standoff: Standoff, number: int) -> Html:
    """Parties as boxes, an arrow from each to the one it waits for, numbered as in the list beside it."""
    steps = standoff.steps[:6]
    names = [view.actor(step.party) for step in steps]
    if len(steps) == 2 and steps[0].waits_for == steps[1].party and steps[1].waits_for == steps[0].party:
        body, height = _pair(view, standoff)
    else:
        body, height = _chain(view, standoff)
    told = "; ".join(
        f"{view.actor(step.party)} waits for {view.actor(step.waits_for)}: "
        f"{clip(step.why or step.condition, 240)}"
        for step in steps
    )
    ids = f"standoff-drawing-{number}"
    return el(
        "svg",
        el("title", f"Standoff between {', '.join(dict.fromkeys(names))}", id=f"{ids}-title"),
        el("desc", f"{told}.", id=f"{ids}-desc"),
        body,
        viewBox=f"0 0 {_WIDTH} {height:g}",
        role="img",
        aria_labelledby=f"{ids}-title {ids}-desc",
        class_="drawing standoff-drawing",
    )


def _pair(view: View, standoff: Standoff) -> tuple[Html, float]:
    """Two parties, one above the other, each one's condition beside its arrow."""
    first, second = standoff.steps
    labels = [_wrapped(f"“{clip(step.condition, 150)}”", 23, 6) for step in (first, second)]
    gap = max(len(lines) for lines in labels) * _LINE + 52
    top, bottom = 46.0, 44 + gap - 2
    middle = _WIDTH / 2
    down, up = middle - 14, middle + 14
    parts = [
        _node(middle, 4, view.actor(first.party)),
        _node(middle, 44 + gap, view.actor(second.party)),
        _arrow(f"M{down:g} {top:g} L{down:g} {bottom - 8:g}", down, bottom, up=False),
        _arrow(f"M{up:g} {bottom:g} L{up:g} {top + 8:g}", up, top, up=True),
        _words(down - 12, top + 22, ["1  waits for"], anchor="end", class_="edge-kind"),
        _words(down - 12, top + 22 + _LINE + 2, labels[0], anchor="end", class_="edge-label"),
        _words(up + 12, top + 22, ["2  waits for"], anchor="start", class_="edge-kind"),
        _words(up + 12, top + 22 + _LINE + 2, labels[1], anchor="start", class_="edge-label"),
    ]
    return join(parts), 44 + gap + 44


def _chain(view: View, standoff: Standoff) -> tuple[Html, float]:
    """Any number of parties, top to bottom; the last arrow leads back to the first."""
    steps = standoff.steps[:6]
    middle, y = 130.0, 4.0
    parts: list[Html] = []
    rows: list[float] = []
    for number, step in enumerate(steps, 1):
        parts.append(_node(middle, y, view.actor(step.party)))
        rows.append(y)
        if number < len(steps):
            label = _wrapped(f"“{clip(step.condition, 150)}”", 30, 3)
            gap = (len(label) + 1) * _LINE + 22
            parts.append(
                _arrow(f"M{middle:g} {y + 42:g} L{middle:g} {y + 30 + gap:g}", middle, y + 38 + gap, up=False)
            )
            parts.append(
                _words(middle + 12, y + 60, [f"{number}  waits for"], anchor="start", class_="edge-kind")
            )
            parts.append(_words(middle + 12, y + 62 + _LINE, label, anchor="start", class_="edge-label"))
            y += 40 + gap
    back = steps[-1].waits_for if steps else ""
    target = next(
        (row for row, step in zip(rows, steps, strict=True) if step.party == back), rows[0] if rows else y
    )
    if len(steps) > 1:
        left = middle - 85
        parts.append(
            el(
                "path",
                d=f"M{left:g} {y + 20:g} L20 {y + 20:g} L20 {target + 20:g} L{left - 10:g} {target + 20:g}",
                class_="edge",
            )
        )
        tip = f"M{left - 11:g} {target + 15:g} L{left - 2:g} {target + 20:g} L{left - 11:g} {target + 25:g} Z"
        parts.append(el("path", d=tip, class_="head"))
        parts.append(_words(14, y + 62, [f"{len(steps)}  waits for"], anchor="start", class_="edge-kind"))
        label = _wrapped(f"“{clip(steps[-1].condition, 150)}”", 48, 2)
        parts.append(_words(14, y + 64 + _LINE, label, anchor="start", class_="edge-label"))
        y += (len(label) + 1) * _LINE + 14
    return join(parts), y + 48


def _ordinal(iso: str | None) -> int | None:
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None


def timeline_drawing(entries: Sequence[TimelineEntry]) -> Html | None:
    """The entries on one line, to scale; entries of one day stand on top of one another.

    None where fewer than two different days are known, for there is nothing to draw to scale.
    """
    placed = []
    for entry in entries:
        first, last = _ordinal(entry.earliest), _ordinal(entry.latest)
        bounds = [at for at in (first, last) if at is not None]
        if bounds:
            placed.append((min(bounds), max(bounds)))
    low, high = min((one[0] for one in placed), default=0), max((one[1] for one in placed), default=0)
    if low == high:
        return None
    shapes, height = _on_axis(placed, low, high)
    first_day, last_day = (day(date.fromordinal(at).isoformat()) for at in (low, high))
    drawing = el(
        "svg",
        el("title", "The story's days, to scale", id="timeline-title"),
        el(
            "desc",
            f"{len(placed)} entries from {first_day} to {last_day}; the list below names each.",
            id="timeline-desc",
        ),
        shapes,
        role="img",
        aria_labelledby="timeline-title timeline-desc",
        class_="drawing timeline-drawing",
        width="100%",
        height=height,
    )
    ends = el("p", el("span", first_day), el("span", last_day), class_="ends", aria_hidden="true")
    return join(drawing, ends)


def _on_axis(placed: Sequence[tuple[int, int]], low: int, high: int) -> tuple[list[Html], int]:
    """The axis with a dot for a day and a bar for a stretch of days (first and last, as ordinals)."""

    def percent(at: float) -> str:
        return f"{3 + 94 * (at - low) / (high - low):.2f}%"

    singles = Counter(first for first, last in placed if first == last)
    tallest = min(max(singles.values(), default=1), _MOST_DOTS)
    height = 24 + (tallest - 1) * _DOT
    base = height - 10
    shapes = [el("line", x1="0", x2="100%", y1=base, y2=base, class_="axis")]
    stacked: Counter[int] = Counter()
    for first, last in placed:
        if last > first:
            width = f"{94 * (last - first) / (high - low):.2f}%"
            shapes.append(el("rect", x=percent(first), y=base - 3, width=width, height=6, class_="stretch"))
            continue
        stacked[first] += 1
        level = stacked[first]
        if level <= _MOST_DOTS:
            rise = (level - 1) * _DOT
            shapes.append(el("circle", cx=percent(first), cy=base - rise, r="4.5", class_="dot"))
    return shapes, height
