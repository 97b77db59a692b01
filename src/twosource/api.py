"""The functions behind the face and the command line. Nothing heavy is imported until it is called."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from twosource.errors import InputError, UsageError
from twosource.model import Comparison, Grouped, Reading, Record, Report

if TYPE_CHECKING:
    from twosource.language import Language

__all__ = ["compare", "compare_all", "group", "load", "read", "read_all", "record"]

_BLOCK = 512  # reports read together: enough to fill both cores, few enough to bound memory


def load(*sources: str | Path, stdin: BinaryIO | None = None) -> Iterator[Report | InputError]:
    """Reports from files, folders and `-` (standard input), in the order given.

    An input that cannot be read comes as an `InputError` in its place: it is yielded, not raised, so that
    it costs the others nothing. Ids are distinct, whatever the order of the sources.
    """
    from twosource.intake import distinct
    from twosource.intake import load as intake

    found = list(intake(sources, stdin=stdin))
    named = distinct([x for x in found if isinstance(x, Report)])
    at = 0
    for x in found:
        if not isinstance(x, Report):
            yield x
        elif at < len(named) and named[at].text is x.text:  # else: the same report given twice
            yield named[at]
            at += 1


def read(report: Report, *, language: "Language | None" = None) -> Reading:
    """What one report says: actors, dates, quotes, events, positions, each with its span.

    Pure: the same report gives the same reading. `language` carries the models and their cache; without
    one, a cache in memory is used. Raises ModelError when a model package is missing.
    """
    return next(iter(read_all([report], language=language)))


def read_all(
    reports: Sequence[Report],
    *,
    language: "Language | None" = None,
    problems: Callable[[InputError], None] | None = None,
) -> Iterator[Reading]:
    """Readings of many reports, in order. Sentences that several reports share are parsed once.

    With `problems`, a report that cannot be read is handed to it as an `InputError` and left out, so that
    it costs the others nothing; without, what goes wrong is raised.
    """
    from twosource.reading import lay_out, read_document

    language = language or _language()
    waiting = iter(reports)
    while block := list(islice(waiting, _BLOCK)):
        for document in lay_out([_writable(r) for r in block], language):
            try:
                yield read_document(document)
            except Exception as error:  # whatever a report does to a stage must not cost the other reports
                if problems is None:
                    raise
                problems(
                    InputError(
                        document.report.source, f"could not be read ({_kind(error)}): please report it"
                    )
                )
        language.forget()


def record(readings: Sequence[Reading], *, language: "Language | None" = None) -> Record:
    """The record of one story from its readings, whatever their order.

    Reports without a day get one from what they and their co-reports say (`published_basis` "inferred").
    Raises UsageError when there is no reading, ModelError when a model package is missing.
    """
    from twosource.weighing import infer_days, weigh

    if not readings:
        raise UsageError("no report to make a record of")
    language = language or _language()
    days = infer_days(readings)
    dated = {
        r.report.id: replace(r.report, published=days[r.report.id].day, published_basis="inferred")
        for r in readings
        if r.report.id in days
    }
    again = {r.report.id: r for r in read_all(list(dated.values()), language=language)}
    return weigh([again.get(r.report.id, r) for r in readings], language)


def group(reports: Sequence[Report]) -> tuple[Grouped, ...]:
    """Which reports tell the same story, in input order; story ids do not depend on the order."""
    from twosource.stories import group as grouped

    return grouped(reports)


def compare(a: str, b: str, *, language: "Language | None" = None) -> Comparison:
    """How two statements, or the texts of two reports, stand to each other."""
    return compare_all([("", a, b)], language=language)[0]


def compare_all(
    pairs: Sequence[tuple[str, str, str]], *, language: "Language | None" = None
) -> list[Comparison]:
    """As `compare`, for many (id, a, b) at once."""
    from twosource.intake.names import writable
    from twosource.weighing import compare_all as compared

    clean = [(name, writable(a), writable(b)) for name, a, b in pairs]
    return compared(clean, language=language or _language())


def _writable(report: Report) -> Report:
    """The report, without lone surrogates in its text: no encoding can write them. Offsets stay."""
    from twosource.intake.names import writable

    text = writable(report.text)
    return report if text is report.text or text == report.text else replace(report, text=text)


def _kind(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".split("\n")[0][:120]


def _language() -> "Language":
    from twosource.language import Language

    return Language()
