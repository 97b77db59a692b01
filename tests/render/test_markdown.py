import re

import pytest

from twosource.model import Record
from twosource.render import markdown
from twosource.render.markdown_text import escape

from .odd import hostile
from .sample import sample


def test_every_footnote_that_is_cited_stands_once() -> None:
    shown = markdown(sample())
    body, notes = shown.split("## Evidence")
    cited = set(re.findall(r"\[\^(\d+)\]", body))
    assert sorted(cited, key=int) == re.findall(r"^\[\^(\d+)\]: ", notes, re.MULTILINE)
    assert (
        "[^1]: “Talks between Kessia and Vardany over the Sel Gorge dam” — The Harbour Gazette, report 1"
        in notes
    )


def test_what_is_thought_is_told_from_what_is_said() -> None:
    assert markdown(sample()).count("** (thought, not said): ") == 1


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("# not a heading", "\\# not a heading"),
        ("- not a list", "\\- not a list"),
        ("1. not a list", "1\\. not a list"),
        ("*loud* and _soft_", "\\*loud\\* and \\_soft\\_"),
        ("[x](http://a.example)", "\\[x\\]\\(http\\://a.example\\)"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("two\n\n# lines", "two # lines"),
        ("`code` | cell", "\\`code\\` \\| cell"),
        ("www.a.example", "www\\.a.example"),
    ],
)
def test_words_from_reports_are_only_words(words: str, shown: str) -> None:
    assert escape(words) == shown


def test_hostile_words_bring_in_no_element_when_rendered() -> None:
    renderer = pytest.importorskip("markdown_it").MarkdownIt("commonmark", {"html": True})
    page = renderer.render(markdown(hostile()))
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", page))
    assert tags <= {"h1", "h2", "p", "strong", "ul", "li"}


def test_plain_markdown_readers_see_no_link_definition() -> None:
    renderer = pytest.importorskip("markdown_it").MarkdownIt("commonmark")
    page = renderer.render(markdown(sample()))
    assert "<a " not in page
    assert "[^1]: “Talks" in page


def test_an_empty_record() -> None:
    empty = Record(title="", status="", from_day=None, to_day=None, reports=(), independent_sources=0)
    assert markdown(empty) == (
        "# Untitled story\n\ndays not stated · 0 reports, 0 independent sources\n\n"
        "## Conflicts\n\n- No conflict found.\n"
    )


def test_same_record_same_words() -> None:
    assert markdown(sample()) == markdown(sample())
