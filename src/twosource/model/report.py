"""One outlet's article, as it came in."""

from dataclasses import dataclass
from typing import Literal

from .spans import Span

__all__ = ["PublishedBasis", "Report"]

PublishedBasis = Literal["stated", "metadata", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report. `text` is never changed: every offset of every finding indexes it.

    `published` is ISO 8601 (a moment with offset, or a day); `published_basis` says whether the text
    states it, the file's metadata carries it, or co-reports let it be inferred. `furniture` holds the
    spans of `text` that are not the article's own words (headline doubles, teasers, captions, cookie
    lines); they are kept, and kept out of findings. `place` is the dateline's place, where one is given.
    `title_span` is where the headline stands in `text` (a headline is read, so it is not furniture), and
    `dateline_span` the opening of the first paragraph that only says where and by whom it was filed
    ("PORT ANSELM, Freedonia (Reuters) - "); both are None where the text has no such thing.
    """

    id: str
    text: str
    source: str = "-"
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    place: str | None = None
    furniture: tuple[Span, ...] = ()
    title_span: Span | None = None
    dateline_span: Span | None = None
