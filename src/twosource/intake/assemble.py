"""A decoded text and what was said about it → a Report: heading, furniture, language, identity."""

from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

from ..errors import InputError, LanguageError
from ..language.sentences import is_prose
from ..model import PublishedBasis, Report, Span
from .furniture import is_furniture, lines_of
from .heading import Heading, read_heading
from .names import writable
from .stamps import from_address, read_stamps
from .tongue import ENGLISH, full_name, judge

__all__ = ["Given", "assemble"]

_LOOKED_INTO = 100_000  # characters from which a text must hold prose
_PLACES, _LOOK = 40, 1_000  # how many places of it are looked at, and how much of each
_HEAD = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known of a report beside its text: a JSONL object's keys, or a page's metadata."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def assemble(text: str, given: Given, *, source: str, name: str) -> Report | InputError:
    """The report, or why it is none: it holds no words, or it is not in English.

    `source` is what `Report.source` keeps, `name` what a message calls the input (one line). The text is
    kept as it is, but for lone surrogates, which no encoding can write.
    """
    text = writable(text)
    if not text or text.isspace():
        return InputError(name, "holds no text: give a report with at least one sentence")
    if not _holds_prose(text):
        return InputError(name, f"holds no prose in its {len(text):,} characters: there is nothing to read")
    language = judge(text, given.language)
    if language not in (None, ENGLISH):
        return LanguageError(name, f"is in {full_name(language)}: only English is read, so it is set aside")
    first = list(islice(lines_of(text), _HEAD))
    head = read_heading(first, title=given.title, alone=len(first) == 1)
    published, basis = _published(given, head)
    return Report(
        id=writable(given.id) if given.id else _content_id(text),
        text=text,
        source=writable(source),
        outlet=given.outlet or head.outlet,
        title=given.title or head.title,
        byline=given.byline or head.byline,
        url=given.url,
        language=language,
        published=published,
        published_basis=basis,
        place=head.place,
        furniture=_furniture(text, head),
        title_span=head.title_span,
        dateline_span=head.dateline,
    )


def _holds_prose(text: str) -> bool:
    """Whether a long text is prose in one of the places looked at; a short one is taken to be."""
    if len(text) < _LOOKED_INTO:
        return True
    step = (len(text) - _LOOK) // (_PLACES - 1)
    return any(is_prose(text[at : at + _LOOK]) for at in range(0, step * _PLACES, step))


def _published(given: Given, head: Heading) -> tuple[str | None, PublishedBasis | None]:
    """Metadata first, then what the text states, then the day in the address."""
    if given.published:
        return given.published, "metadata"
    if head.published:
        return head.published, "stated"
    day = from_address(given.url)
    return (day, "metadata") if day else (None, None)


def _furniture(text: str, head: Heading) -> tuple[Span, ...]:
    """The spans of all lines that are not the article's own words, in order."""
    spans = set(head.spans)
    title = head.title_span
    verdicts: dict[str, bool] = {}
    for line in lines_of(text):
        if title is not None and line.start <= title.start < line.end:
            continue
        verdict = verdicts.get(line.text)
        if verdict is None:
            verdict = verdicts[line.text] = is_furniture(line.text) or _stamped(line.text)
        if verdict:
            spans.add(line.span)
    return tuple(sorted(spans))


def _stamped(line: str) -> bool:
    """ "Updated 4:15 PM GMT" between two paragraphs; a bare day there may be a table's or a diary's."""
    return len(line) <= 120 and any(stamp.labelled for stamp in read_stamps(line))


def _content_id(text: str) -> str:
    return "r" + blake2b(text.encode("utf-8"), digest_size=6).hexdigest()
