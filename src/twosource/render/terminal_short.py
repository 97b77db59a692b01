"""The shorter answers on a terminal: one reading, the stories of `group`, the pairs of `compare`."""

from collections.abc import Mapping, Sequence

from twosource.model import Comparison, Grouped, Reading, Report, Span

from .paper import Part, Sheet
from .plain import clip, conditional, day, one_line, plural, stance_words, unquoted

__all__ = ["comparisons_text", "groups_text", "reading_text"]


def reading_text(reading: Reading, *, width: int = 80, color: bool = False) -> str:
    """Who speaks, what happens, who wants what in one report."""
    report = reading.report
    sheet = Sheet(width=width, color=color)
    sheet.line((clip(report.title or report.id, 200), "bold"))
    outlet = clip(report.outlet or "", 60)
    inferred = " (inferred)" if report.published and report.published_basis == "inferred" else ""
    sheet.line((f"{outlet + ', ' if outlet else ''}{day(report.published)}{inferred}", "dim"))
    names = {actor.id: clip(actor.name, 80) or "someone" for actor in reading.actors}
    _quotes(sheet, reading, names)
    _positions(sheet, reading, names)
    _events(sheet, reading, names)
    if not (reading.quotes or reading.positions or any(event.type for event in reading.events)):
        sheet.gap()
        sheet.line("No quote, position or event found.")
    sheet.gap()
    return sheet.text()


def _words(reading: Reading, span: Span, limit: int = 200) -> str:
    return clip(reading.report.text[span.start : span.end], limit)


def _name(names: Mapping[str, str], id_: str | None) -> str:
    return names.get(id_ or "", "a speaker not named")


def _quotes(sheet: Sheet, reading: Reading, names: Mapping[str, str]) -> None:
    if reading.quotes:
        sheet.heading("Who says what", plural(len(reading.quotes), "quote"))
    for quote in reading.quotes[:20]:
        parts = [_words(reading, span) for span in quote.content[:6]]
        direct = quote.kind == "direct"
        shown = f"“{' … '.join(map(unquoted, parts))}”" if direct else " … ".join(parts)
        thought = " (thought, not said)" if quote.manner == "thought" else ""
        who = _name(names, quote.speaker)
        sheet.line((who, "bold"), f"{thought}: {clip(shown, 300)}", lead="  ", indent=4)
    sheet.more(len(reading.quotes) - 20, "quotes (see --format jsonl)")


def _positions(sheet: Sheet, reading: Reading, names: Mapping[str, str]) -> None:
    if reading.positions:
        sheet.heading("Who wants what", plural(len(reading.positions), "position"))
    for position in reading.positions[:20]:
        act, condition = _words(reading, position.action), position.condition
        hangs_on = _words(reading, condition.span) if condition else ""
        told: list[Part] = [
            (_name(names, position.party), "bold"),
            f" {stance_words(position.stance, act, hangs_on)}: “{act}”",
        ]
        if condition:
            told.append(f" — {conditional(condition.kind, hangs_on)}")
        sheet.line(*told, lead="  ", indent=4)
    sheet.more(len(reading.positions) - 20, "positions (see --format jsonl)")


def _events(sheet: Sheet, reading: Reading, names: Mapping[str, str]) -> None:
    events = [event for event in reading.events if event.type is not None]
    if events:
        sheet.heading("What happens", plural(len(events), "event"))
    for event in events[:20]:
        who = ", ".join(_name(names, id_) for id_ in event.actors[:3])
        when = f" · {clip(event.when.text, 40)}" if event.when else ""
        sheet.line(
            (_words(reading, event.trigger, 60), "bold"),
            f" ({str(event.type).lower()}, {event.status}) {who}{when}",
            lead="  ",
            indent=4,
        )
    sheet.more(len(events) - 20, "events (see --format jsonl)")


def groups_text(
    grouped: Sequence[Grouped], reports: Sequence[Report] = (), *, width: int = 80, color: bool = False
) -> str:
    """Each story with its reports, the largest first; copies named."""
    sheet = Sheet(width=width, color=color)
    known = {report.id: report for report in reports}
    stories: dict[str, list[Grouped]] = {}
    for one in grouped:
        stories.setdefault(one.story, []).append(one)

    def name(id_: str) -> str:
        report = known.get(id_)
        return clip((report.outlet if report else None) or id_, 60)

    sheet.line((f"{plural(len(grouped), 'report')}, {plural(len(stories), 'story', 'stories')}", "bold"))
    for story, some in sorted(stories.items(), key=lambda item: -len(item[1])):
        sheet.gap()
        sheet.line((clip(story, 60), "bold"), ("  " + plural(len(some), "report"), "dim"))
        for one in some[:50]:
            report = known.get(one.id)
            parts: list[Part] = [(name(one.id), "bold")]
            if report and report.title:
                parts.append(f": {clip(report.title, 120)}")
            if one.copy_of is not None:
                parts.append(
                    (f" — copies {round(one.copied_share * 100)} % from {name(one.copy_of)}", "yellow")
                )
            sheet.line(*parts, lead="  ", indent=4)
        sheet.more(len(some) - 50, "reports")
    return sheet.text()


def comparisons_text(
    comparisons: Sequence[Comparison],
    pairs: Sequence[tuple[str, str, str]] = (),
    *,
    width: int = 80,
    color: bool = False,
) -> str:
    """One paragraph a pair: relation, score, both statements, what differs, and the reason."""
    sheet = Sheet(width=width, color=color)
    texts = {id_: (a, b) for id_, a, b in pairs}
    if not comparisons:
        sheet.line("No pair to compare.")
    styles = {"conflicts": "bold red", "supports": "green", "same": "green"}
    for one in comparisons:
        sheet.line(
            (clip(one.id, 60), "dim"),
            "  ",
            (one.relation, styles.get(one.relation, "")),
            f"  {one.score:.2f}",
            f"  {one.copy}, {round(one.copied_share * 100)} % copied" if one.copy != "independent" else "",
        )
        for letter, words in zip("ab", texts.get(one.id, ()), strict=False):
            sheet.line(clip(words, 240), lead=f"  {letter} ")
        for difference in one.differences:
            a, b = (one_line(clip(side or "not stated", 120)) for side in (difference.a, difference.b))
            sheet.line(f"{difference.about}: {a} ≠ {b}", lead="    ", indent=6)
        if one.why:
            sheet.line((clip(one.why, 300), "dim"), lead="    ")
        sheet.gap()
    return sheet.text()
