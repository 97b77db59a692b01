"""What people take away: a `Record` as terminal text, Markdown or one self-contained HTML page.

Nothing is loaded until it is called, so importing this package is cheap; only the terminal needs rich.
Every function is pure: the same record gives the same string. Words from reports are data everywhere:
they cannot bring in markup, escape sequences or a change of reading direction.
"""

from collections.abc import Iterable, Sequence

from twosource.model import Comparison, Grouped, Reading, Record, Report

__all__ = ["html", "markdown", "terminal", "terminal_comparisons", "terminal_groups", "terminal_reading"]


def terminal(record: Record, *, width: int = 80, color: bool = False) -> str:
    """The record for a terminal of `width` cells (40 at least); escape codes only where `color` is true."""
    from .terminal_record import record_text

    return record_text(record, width=width, color=color)


def terminal_reading(reading: Reading, *, width: int = 80, color: bool = False) -> str:
    """What one report says, for a terminal."""
    from .terminal_short import reading_text

    return reading_text(reading, width=width, color=color)


def terminal_groups(
    grouped: Iterable[Grouped], reports: Sequence[Report] = (), *, width: int = 80, color: bool = False
) -> str:
    """The stories and their reports, copies marked, for a terminal; `reports` gives them their names."""
    from .terminal_short import groups_text

    return groups_text(tuple(grouped), reports, width=width, color=color)


def terminal_comparisons(
    comparisons: Iterable[Comparison],
    pairs: Iterable[tuple[str, str, str]] = (),
    *,
    width: int = 80,
    color: bool = False,
) -> str:
    """How each pair stands to each other, for a terminal; `pairs` (id, a, b) gives the words of both."""
    from .terminal_short import comparisons_text

    return comparisons_text(tuple(comparisons), tuple(pairs), width=width, color=color)


def markdown(record: Record) -> str:
    """The record as Markdown (GitHub flavour), every line with footnotes that quote its evidence."""
    from .markdown_text import record_markdown

    return record_markdown(record)


def html(record: Record) -> str:
    """The record as one HTML page that needs nothing from outside, its reports side by side below it."""
    from .page import record_page

    return record_page(record)
