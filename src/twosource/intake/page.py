"""A web page → its article's text and metadata. Nothing is fetched; trafilatura and htmldate see a string.

The page is made small before it is parsed (scripts, styles and comments go), and one with more tags or
more text than any article has is refused, so that a hostile page costs no more than a second.
"""

import logging
import re
from dataclasses import replace
from functools import cache
from html import unescape
from types import ModuleType

from ..errors import InputError
from ..model import Report
from .assemble import Given, assemble
from .names import one_line
from .stamps import from_metadata

__all__ = ["MAX_PAGE", "looks_like_page", "read_page"]

MAX_PAGE = 10_000_000
"""The longest page that is read, in bytes or characters."""
_MAX_TAGS = 12_000
_MAX_SLIM = 1_500_000
_PAGE = re.compile(
    r"(?i)\s{0,999}(?:<!--|<!doctype html|<html|<head|<body|<\?xml[^>]{0,200}>\s{0,99}<(?:!doctype )?html)"
)
_DROPPED = re.compile(r"(?i)<(script|style|svg|noscript|template|iframe)(?=[\s>/])[^>]{0,4000}>|<!--")
_LINKED = re.compile(r"(?i)application/ld\+json")
_MOMENT = re.compile(
    r"""(?ix)"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"
    |<meta\s[^>]{0,400}?(?:article:published_time|datePublished|parsely-pub-date|sailthru\.date|\bdate)["'][^>]{0,200}?
     content\s?=\s?["']([^"']{8,40})["']
    |<time\s[^>]{0,300}?datetime\s?=\s?["']([^"']{8,40})["'][^>]{0,200}?pubdate"""
)
_HEADLINE = re.compile(r'"headline"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){4,300})"')


def looks_like_page(text: str) -> bool:
    """Whether a text without a telling name opens like HTML."""
    return _PAGE.match(text, 0, 4096) is not None


def read_page(html: str, given: Given, *, source: str, name: str) -> Report | InputError:
    """The report that a page's main text and metadata make; what is `given` goes before the page's own."""
    if len(html) > MAX_PAGE:
        return InputError(name, f"is a page over {MAX_PAGE // 1_000_000} MB: save the article alone")
    slim = _slim(html)
    if len(slim) > _MAX_SLIM or slim.count("<") > _MAX_TAGS:
        return InputError(name, "has more tags or text than an article: save the article alone")
    try:
        found = _extract(slim)
    except Exception as error:  # two parsers that see the open web: whatever they raise is this page's fault
        return InputError(
            name, f"cannot be parsed as HTML ({one_line(type(error).__name__)}): save it as text"
        )
    if found is None:
        return InputError(name, "no article text found: save the article's text instead of the page")
    text, own = found
    merged = Given(**{key: getattr(given, key) or getattr(own, key) for key in Given.__slots__})
    return assemble(text, replace(merged, language=given.language), source=source, name=name)


def _slim(html: str) -> str:
    """The page without scripts, styles and comments; scripts that carry linked data stay."""
    pieces: list[str] = []
    at = 0
    while found := _DROPPED.search(html, at):
        tag = found[1]
        close = "-->" if tag is None else f"</{tag}"
        end = _ends(close).search(html, found.end())
        stop = end.end() if end else len(html)
        keep = tag is not None and tag.lower() == "script" and _LINKED.search(found[0]) and end
        pieces.append(html[at : stop if keep else found.start()])
        if not keep and tag is not None and end:
            stop = html.find(">", stop) + 1 or len(html)
        at = stop
    pieces.append(html[at:])
    return "".join(pieces).replace("\x00", "")


@cache
def _ends(close: str) -> re.Pattern[str]:
    return re.compile(re.escape(close), re.IGNORECASE)


def _extract(html: str) -> tuple[str, Given] | None:
    """Main text and metadata, or None where there is no main text."""
    trafilatura, htmldate = _libraries()
    document = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=False, deduplicate=False, with_metadata=True
    )
    text = (document.text or "").strip() if document else ""
    if not text:
        return None
    moment = next((date for date in map(from_metadata, _moments(html)) if date), None)
    day = htmldate.find_date(html, original_date=True, extensive_search=False)
    if moment and day and not moment.startswith(day) and len(moment) <= 10:
        moment = day
    title = document.title or next((unescape(m[1]) for m in _HEADLINE.finditer(html)), None)
    return text, Given(
        title=_line(title),
        outlet=_line(document.sitename),
        byline=_line(document.author.replace("; ", ", ")) if document.author else None,
        published=moment or day,
        url=_line(document.url),
    )


def _moments(html: str) -> list[str]:
    """What the page's linked data and meta tags give as its first publication."""
    return [next(group for group in found.groups() if group) for found in _MOMENT.finditer(html)][:5]


def _line(text: str | None) -> str | None:
    """A metadata string with its blanks set right, or None when nothing is in it."""
    return " ".join(text.split()) or None if text else None


@cache
def _libraries() -> tuple[ModuleType, ModuleType]:
    """trafilatura and htmldate, their warnings kept off standard error: our own line says what matters."""
    import htmldate
    import trafilatura

    for name in ("trafilatura", "htmldate", "charset_normalizer", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura, htmldate
