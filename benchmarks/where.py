"""Where the time of `twosource read` goes: CPU seconds a stage over some reports.

    python benchmarks/where.py INPUT...     # default: the example reports

Start-up (imports, the models) is told apart from the work. CPU time, one process: a shared machine's other
work does not count.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
EXAMPLES = Path(__file__).parent.parent / "examples" / "herring-talks"


class Clock:
    """CPU seconds by name, in the order of first use."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def run(self, name: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        try:
            return work()
        finally:
            self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - start

    def table(self) -> None:
        whole = sum(self.spent.values())
        for name, seconds in self.spent.items():
            print(f"  {name:34} {seconds:7.2f} s {100 * seconds / whole:5.1f} %")
        print(f"  {'sum':34} {whole:7.2f} s")


def main() -> None:
    """Prints the two tables."""
    clock = Clock()
    api = clock.run("import twosource", _face)
    from twosource import InputError, Report

    sources = sys.argv[1:] or [str(EXAMPLES)]
    found = clock.run("intake", lambda: list(api.load(*sources)))
    reports = [r for r in found if isinstance(r, Report) and not isinstance(r, InputError)]
    clock.run("import the stages", _stages)
    from twosource.export import reading_json
    from twosource.language import Language
    from twosource.reading.actors import find_actors
    from twosource.reading.dates import find_dates
    from twosource.reading.document import lay_out, sentences_of
    from twosource.reading.events import find_events
    from twosource.reading.positions import find_positions
    from twosource.reading.quotes import find_quotes
    from twosource.reading.read import read_document

    language = Language()
    clock.run("split into sentences", lambda: [sentences_of(r) for r in reports])
    clock.run("load the parser", lambda: language.parse(["A first sentence."]))
    clock.run("parse (split once more)", lambda: lay_out(reports, language))
    documents = clock.run("lay out, all sentences known", lambda: lay_out(reports, language))
    for document in documents:
        cast = clock.run("actors", lambda d=document: find_actors(d))
        dates = clock.run("dates", lambda d=document: find_dates(d))
        quotes = clock.run("quotes", lambda d=document, c=cast, t=dates: find_quotes(d, c, t))
        clock.run("events", lambda d=document, c=cast, t=dates: find_events(d, c, t))
        clock.run("positions", lambda d=document, c=cast, q=quotes: find_positions(d, c, q))
    readings = [read_document(d) for d in documents]
    clock.run("JSON", lambda: [reading_json(r) for r in readings])
    print(
        f"{len(reports)} reports, {sum(len(d.lines) for d in documents)} sentences; CPU seconds, one process"
    )
    clock.table()


def _face() -> Any:
    import twosource

    return twosource


def _stages() -> None:
    import twosource.export
    import twosource.reading  # noqa: F401


if __name__ == "__main__":
    main()
