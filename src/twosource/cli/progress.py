"""Progress of long work: a bar on a terminal's standard error, nothing in a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.language import Progress

__all__ = ["sentence_progress"]

_WORTH_SHOWING = 200  # sentences: fewer are parsed before a bar can be read


@contextmanager
def sentence_progress() -> Iterator["Progress | None"]:
    """A callback for `Language` that draws a bar, or None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("sentences"),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("reading", visible=False)

    def show(done: int, of: int) -> None:
        bar.update(task, completed=done, total=of, visible=of >= _WORTH_SHOWING)

    with bar:
        yield show
