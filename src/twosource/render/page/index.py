"""Which places of the reports the record's lines point at: anchors, marks, and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from twosource.model import Evidence
from twosource.render.plain import clip
from twosource.render.view import View

from .element import Html, el, join

__all__ = ["Anchor", "Index"]

# What a marked sentence is shown as, where several lines rest on it: the strongest wins.
_STRENGTH: Final = {"who": 1, "line": 2, "single-source": 3, "corroborated": 4, "contested": 5}
_MOST_LINES: Final = 6


@dataclass(slots=True)
class Anchor:
    """One place in a report. `lines` are the record's lines that rest on it: (element id, name)."""

    id: str
    start: int
    end: int
    standing: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    more: int = 0


class Index:
    """Collects every citation while the record is written, so that the reports can be marked after it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._anchors: dict[Evidence, Anchor] = {}
        self._by_report: dict[str, list[Anchor]] = {id_: [] for id_ in view.reports}
        self._counts: dict[str, int] = {}

    def line(self, kind: str) -> tuple[str, str]:
        """The element id and the name of the next line of this kind: `("fact-4", "Fact 4")`."""
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind.lower().replace(' ', '-')}-{number}", f"{kind} {number}"

    def cite(
        self, line: tuple[str, str], evidence: Iterable[Evidence], *, standing: str = "line"
    ) -> Html | None:
        """The source marks of a line: one link a place, numbered by report; None where there is none."""
        found = []
        for place in dict.fromkeys(evidence):
            report = self.view.reports.get(place.report)
            if report is None or place.start >= len(report.report.text):
                continue
            found.append((self.view.numbers[place.report], place))
        if not found:
            return None
        found.sort(key=lambda pair: pair[0])
        marks: list[Html] = []
        before, nth = 0, 0
        for number, place in found:
            nth = nth + 1 if number == before else 0
            before = number
            marks.append(self._mark(line, number, nth, self._anchor(line, place, standing), place))
        return el("span", marks, class_="src-list" if len(marks) < 5 else None)

    def _anchor(self, line: tuple[str, str], place: Evidence, standing: str) -> Anchor:
        anchor = self._anchors.get(place)
        if anchor is None:
            end = min(place.end, len(self.view.reports[place.report].report.text))
            anchor = Anchor(id=f"e{len(self._anchors) + 1}", start=place.start, end=end, standing=standing)
            self._anchors[place] = anchor
            self._by_report[place.report].append(anchor)
        if _STRENGTH.get(standing, 0) > _STRENGTH.get(anchor.standing, 0):
            anchor.standing = standing
        if line not in anchor.lines:
            if len(anchor.lines) < _MOST_LINES:
                anchor.lines.append(line)
            else:
                anchor.more += 1
        return anchor

    def _mark(self, line: tuple[str, str], number: int, nth: int, anchor: Anchor, place: Evidence) -> Html:
        """`2`, then `2b`, `2c` for further places in the same report."""
        letter = "" if nth == 0 else chr(ord("a") + nth) if nth < 26 else f".{nth + 1}"
        name = self.view.names[place.report]
        return el(
            "a",
            f"{number}{letter}",
            class_="src",
            href=f"#{anchor.id}",
            title=f"{name}: “{clip(self.view.text_of(place), 110)}”",
            aria_label=f"{line[1]}: source {number}{letter}, {name}",
        )

    def in_report(self, report: str) -> list[Anchor]:
        """The places of one report that are cited, in reading order, the wider first."""
        return sorted(self._by_report[report], key=lambda anchor: (anchor.start, -anchor.end))

    @staticmethod
    def back(anchor: Anchor) -> Html:
        """The way back from a lit sentence to the lines that rest on it."""
        links = [
            el("a", f"↑ {name}", href=f"#{id_}", class_="back-link", aria_label=f"Back to: {name}")
            for id_, name in anchor.lines
        ]
        more = f"+{anchor.more}" if anchor.more else None
        return el("span", join(links), more, class_="back")
