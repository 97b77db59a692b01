"""JSON objects → reports: one a line, or one file that is a single object or a list of them."""

import json
from collections.abc import Iterable, Iterator

from ..errors import InputError
from ..model import Report
from .assemble import Given, assemble
from .decode import decode
from .names import one_line, writable
from .page import read_page
from .stamps import from_metadata

__all__ = ["MAX_INPUT", "read_lines", "read_whole"]

MAX_INPUT = 50_000_000
"""The longest file, or line of a JSONL file, that is read; in bytes."""
_NO_OBJECT = 'not a JSON object: write one report object a line, {"text": "..."}'


def read_lines(lines: Iterable[bytes | None], *, source: str) -> Iterator[Report | InputError]:
    """One report, or one problem, for each line that is not blank; None stands for a line over the limit."""
    for number, line in enumerate(lines, 1):
        name = f"{one_line(source)}:{number}"
        if line is None:
            yield InputError(name, f"this line is over {MAX_INPUT // 1_000_000} MB: split the report")
        elif line.strip(b" \t\r\n\x00\xef\xbb\xbf"):
            yield _read_line(line, source=source, name=name)


def read_whole(text: str, *, source: str) -> Iterator[Report | InputError]:
    """A `.json` file: an object, a list of objects, or objects one a line."""
    name = one_line(source)
    value = _parsed(text)
    if isinstance(value, dict):
        yield _report(value, source=source, name=name)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield _report(item, source=source, name=f"{name}[{index}]")
    else:
        yield from read_lines(text.encode("utf-8", "surrogatepass").split(b"\n"), source=source)


def _read_line(line: bytes, *, source: str, name: str) -> Report | InputError:
    if line.lstrip(b" \t\r\xef\xbb\xbf")[:1] != b"{":
        return InputError(name, _NO_OBJECT)
    text = decode(line, repair=False)
    if text is None:
        return InputError(name, "this line is in no known encoding: save the file as UTF-8")
    value = _parsed(text)
    if isinstance(value, str):
        return InputError(name, f"not a JSON object ({value}): write one report object a line")
    return _report(value, source=source, name=name)


def _parsed(text: str) -> object:
    """The JSON value, or a short reason, as a string, why there is none."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return f"{one_line(error.msg)} at column {error.colno}"
    except RecursionError:
        return "nested too deep"
    except ValueError:
        return "a number that is too long"
    return "a bare string" if isinstance(value, str) else value


def _report(value: object, *, source: str, name: str) -> Report | InputError:
    """The report that one object describes; keys that are not in the contract are ignored."""
    if not isinstance(value, dict):
        return InputError(name, _NO_OBJECT)
    text, html = value.get("text"), value.get("html")
    given = Given(
        id=_identity(value.get("id")),
        title=_words(value.get("title")),
        outlet=_words(value.get("outlet")),
        byline=_words(value.get("byline")),
        published=from_metadata(value.get("published")),
        url=_words(value.get("url")),
        language=_words(value.get("language")),
    )
    if isinstance(text, str) and text.strip():
        return assemble(text, given, source=source, name=name)
    if isinstance(html, str) and html.strip():
        return read_page(writable(html), given, source=source, name=name)
    if "text" not in value and "html" not in value:
        return InputError(name, 'has neither "text" nor "html": give one of them')
    return InputError(name, '"text" or "html" is empty or no string: give the report\'s words')


def _identity(value: object) -> str | None:
    """An id that is a string or a whole number; else None, and the content gives one."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return writable(str(value)).strip() or None if isinstance(value, str) or abs(value) < 10**30 else None


def _words(value: object) -> str | None:
    """A string, or a list of strings joined with commas, with its blanks set right."""
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    if not isinstance(value, str):
        return None
    return " ".join(writable(value).split()) or None
