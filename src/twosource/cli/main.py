"""`twosource`: read, record, group, compare."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.errors import InputError, TwosourceError, UsageError

from .output import Problems, colour, emit, note, width
from .progress import sentence_progress

if TYPE_CHECKING:
    from twosource.language import Language
    from twosource.model import Report

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads many reports of one story and keeps one sourced record.",
    epilog="Exit status: 0 done; 1 some inputs could not be read (each is named); 2 the call is wrong.",
)

_INTERRUPTED = "interrupted; what was read is kept, run it again to go on"

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help=".txt, .md, .html or .jsonl files, folders of these, or - for standard input.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", help="Write to this file instead of standard output.")
]


@app.command()
def read(
    inputs: Inputs,
    form: Annotated[str, typer.Option("--format", "-f", help="terminal, json or jsonl.")] = "terminal",
    out: Out = None,
) -> None:
    """Says what each report says: actors, dates, quotes, events, positions, each with its place."""
    _one_of(form, "terminal", "json", "jsonl")
    from twosource import api, export

    with _session(inputs) as (reports, language, problems):
        readings = api.read_all(reports, language=language, problems=problems.add)
        if form == "terminal":
            from twosource import render

            emit((render.terminal_reading(r, width=width(), color=colour()) for r in readings), out)
        elif form == "json":
            emit(_array(export.reading_json(r) for r in readings), out)
        else:
            emit((export.reading_json(r) + b"\n" for r in readings), out)


@app.command()
def record(
    inputs: Inputs,
    form: Annotated[
        str, typer.Option("--format", "-f", help="terminal, json, jsonl, markdown or html.")
    ] = "terminal",
    out: Out = None,
) -> None:
    """Prints the record of one story: what happened, who said so, what is confirmed, what is in conflict."""
    _one_of(form, "terminal", "json", "jsonl", "markdown", "html")
    from twosource import api, export

    with _session(inputs) as (reports, language, problems):
        readings = list(api.read_all(reports, language=language, problems=problems.add))
        if not readings:
            return
        made = api.record(readings, language=language)
        if form == "json":
            emit([export.record_json(made, indent=1), b"\n"], out)
        elif form == "jsonl":
            emit([export.record_json(made), b"\n"], out)
        else:
            from twosource import render

            if form == "markdown":
                emit([render.markdown(made)], out)
            elif form == "html":
                emit([render.html(made)], out)
            else:
                emit([render.terminal(made, width=width(), color=colour())], out)


@app.command()
def group(
    inputs: Inputs,
    form: Annotated[str, typer.Option("--format", "-f", help="terminal, json or jsonl.")] = "terminal",
    out: Out = None,
) -> None:
    """Says which reports tell the same story, and which copy one another."""
    _one_of(form, "terminal", "json", "jsonl")
    from twosource import api, export

    with _session(inputs) as (reports, _, _):
        grouped = api.group(reports)
        if form == "terminal":
            from twosource import render

            emit([render.terminal_groups(grouped, reports, width=width(), color=colour())], out)
        elif form == "json":
            emit(_array(export.grouped_json(g) for g in grouped), out)
        else:
            emit((export.grouped_json(g) + b"\n" for g in grouped), out)


@app.command()
def compare(
    source: Annotated[
        str, typer.Argument(metavar="INPUT.jsonl", help='Lines of {"id", "a", "b"}; - for standard input.')
    ],
    form: Annotated[str, typer.Option("--format", "-f", help="terminal, json or jsonl.")] = "terminal",
    out: Out = None,
) -> None:
    """Says how two statements, or two reports, stand to each other."""
    _one_of(form, "terminal", "json", "jsonl")
    from twosource import api, export
    from twosource.intake import load_pairs

    problems = Problems()
    pairs = []
    for item in load_pairs(source, stdin=sys.stdin.buffer):
        if isinstance(item, InputError):
            problems.add(item)
        else:
            pairs.append(item)
    with _language() as language:
        verdicts = api.compare_all(pairs, language=language)
    if form == "terminal":
        from twosource import render

        emit([render.terminal_comparisons(verdicts, pairs, width=width(), color=colour())], out)
    elif form == "json":
        emit(_array(export.comparison_json(v) for v in verdicts), out)
    else:
        emit((export.comparison_json(v) + b"\n" for v in verdicts), out)
    if problems.count:
        raise typer.Exit(1)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        from twosource import __version__

        print(f"twosource {__version__}")
        raise typer.Exit


@contextmanager
def _session(inputs: list[str]) -> Iterator[tuple[list["Report"], "Language", Problems]]:
    """The reports of the inputs and the models; afterwards, exit status 1 when an input could not be read."""
    from twosource import api

    problems, reports = Problems(), []
    for item in api.load(*inputs, stdin=sys.stdin.buffer):
        if isinstance(item, InputError):
            problems.add(item)
        else:
            reports.append(item)
    with _language() as language:
        yield reports, language, problems
    if problems.count:
        raise typer.Exit(1)


@contextmanager
def _language() -> Iterator["Language"]:
    from twosource.language import Language, check
    from twosource.store import DiskCache

    check()
    cache = DiskCache()
    try:
        with sentence_progress() as progress:
            yield Language(cache, workers=os.cpu_count() or 1, progress=progress)
    finally:
        cache.close()


def _one_of(form: str, *forms: str) -> None:
    if form not in forms:
        raise UsageError(f"--format {form}: not a format of this command; one of {', '.join(forms)}")


def _array(items: Iterator[bytes]) -> Iterator[bytes]:
    """JSON objects as one JSON array."""
    first = next(items, None)
    yield b"[" + (first or b"")
    for item in items:
        yield b",\n" + item
    yield b"]\n"


def main() -> None:
    """The program. Every error of ours is one line; a closed pipe and an interrupt end it quietly."""
    # What is made here is kept to the end and hardly ever cyclic: searching it again and again finds nothing.
    gc.set_threshold(50_000, 20, 50)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except UsageError as error:
        note(str(error))
        sys.exit(2)
    except TwosourceError as error:
        note(str(error))
        sys.exit(2)
    except OSError as error:
        note(f"{error.filename or 'output'}: {error.strerror or error}")
        sys.exit(2)
    except Exception as error:
        if os.environ.get("TWOSOURCE_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}".split("\n")[0][:200]
        note(f"internal error ({what}); set TWOSOURCE_DEBUG=1 to see where, and please report it")
        sys.exit(2)
    except KeyboardInterrupt:
        note(_INTERRUPTED)
        sys.exit(130)
    except SystemExit as end:
        if end.code == 130:  # typer turns an interrupt into this, without a word
            note(_INTERRUPTED)
        raise
