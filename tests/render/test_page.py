import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from twosource.model import Evidence, Record, Report, Span, WeighedReport
from twosource.render import html
from twosource.render.page.element import el, open_tag
from twosource.render.page.index import Anchor
from twosource.render.page.weave import weave
from twosource.render.plain import one_line

from .odd import hostile, large
from .sample import sample

VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """Reads a page strictly: tags must nest. Keeps ids, links, tags, and each report's own words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.texts: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags[tag] += 1
        assert not any(name.startswith("on") or name == "style" for name in values)
        if values.get("id"):
            self.ids[values["id"] or ""] += 1
        if values.get("href"):
            self.links.append(values["href"] or "")
        class_ = values.get("class") or ""
        if class_ == "report-text":
            self.texts.append("")
        if tag not in VOID:
            self._open.append((tag, class_))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [class_ for _, class_ in self._open]
        if "report-text" in classes and "back" not in classes:
            self.texts[-1] += data


def squeezed(text: str) -> str:
    return one_line(text).replace(" ", "")


@pytest.mark.parametrize("make", [sample, hostile, lambda: large(6, 60)])
def test_every_link_into_the_page_leads_somewhere_and_ids_stand_once(make: Callable[[], Record]) -> None:
    page = Page(html(make()))
    assert [id_ for id_, count in page.ids.items() if count > 1] == []
    for link in page.links:
        assert link.startswith("https://") or link[1:] in page.ids


@pytest.mark.parametrize("make", [sample, hostile, lambda: large(6, 60)])
def test_all_text_of_each_report_is_there_in_order(make: Callable[[], Record]) -> None:
    record = make()
    page = Page(html(record))
    assert [squeezed(text) for text in page.texts] == [squeezed(w.report.text) for w in record.reports]


def test_hostile_words_stay_words() -> None:
    page = html(hostile())
    read = Page(page)
    assert read.tags["script"] == 1
    assert read.tags["style"] == 1
    assert read.tags["img"] == 0
    assert not any("javascript" in link for link in read.links)
    page.encode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_nothing_comes_from_outside() -> None:
    page = html(sample())
    assert "default-src 'none'" in page
    assert "unsafe" not in page
    assert not re.search(r"\bsrc=|@import|url\(", page)
    links = re.findall(r'<a [^>]*href="https?:[^>]*>', page)
    assert links
    assert all('rel="noopener noreferrer"' in link for link in links)


def test_the_page_says_what_is_missing() -> None:
    empty = Record(title="", status="", from_day=None, to_day=None, reports=(), independent_sources=0)
    page = html(empty)
    assert "No conflict found." in page
    assert "days not stated" in page
    assert '<h2 id="quotes-heading">' not in page
    Page(page)


def test_what_is_thought_is_told_from_what_is_said() -> None:
    assert html(sample()).count("in the report’s words, thought, not said)") == 1


def test_standing_is_told_in_words_and_signs() -> None:
    page = html(sample())
    for words in ("contested", "corroborated", "single source", "Update: a later report changes this"):
        assert words in page
    assert "copies 42 % from Strand Wire [3]" in page
    assert "inferred from the other reports" in page


def test_the_standoff_is_told_in_words_beside_its_drawing() -> None:
    page = html(sample())
    assert '<title id="standoff-drawing-1-title">Standoff between Kessia, Vardany</title>' in page
    assert "Kessia waits for Vardany: the sluices are opened; Vardany waits for Kessia" in page


def test_a_standoff_of_three_is_drawn_as_a_ring() -> None:
    record = sample()
    standoff = record.standoffs[0]
    first, second = standoff.steps
    third = replace(second, party="a5", waits_for="a1")
    ring = replace(
        standoff, parties=("a1", "a2", "a5"), steps=(first, replace(second, waits_for="a5"), third)
    )
    page = html(replace(record, standoffs=(ring,)))
    assert page.count('class="node"') == 3
    assert page.count('class="head"') == 3


def _anchor(n: int, start: int, end: int) -> Anchor:
    return Anchor(id=f"e{n}", start=start, end=end, standing="line")


def _bare(markup: str) -> str:
    return re.sub(r'<span class="back"></span>| class="[^"]*"', "", markup)


def test_nested_spans_nest() -> None:
    woven = weave("abcdef", [_anchor(1, 0, 6), _anchor(2, 2, 4)], ())
    assert _bare(woven) == '<p><mark id="e1">ab<mark id="e2">cd</mark>ef</mark></p>'


def test_crossing_spans_are_cut_and_go_on() -> None:
    woven = weave("abcdef", [_anchor(1, 0, 4), _anchor(2, 2, 6)], ())
    assert _bare(woven) == '<p><mark id="e1">ab<mark id="e2">cd</mark></mark><mark data-e="e2">ef</mark></p>'


def test_a_span_over_two_paragraphs_goes_on_in_the_second() -> None:
    woven = weave("ab\n\ncd", [_anchor(1, 1, 5)], ())
    assert _bare(woven) == '<p>a<mark id="e1">b</mark></p><p><mark data-e="e1">c</mark>d</p>'


def test_furniture_is_dimmed_and_may_hold_evidence() -> None:
    woven = weave("More news: x", [_anchor(1, 5, 9)], [Span(start=0, end=12)])
    assert '<span class="furniture">More <mark class="ev line" id="e1">news</mark>' in woven


def test_a_span_between_paragraphs_still_has_its_anchor() -> None:
    assert 'id="e1"' in weave("ab\n\n\ncd", [_anchor(1, 3, 4)], ())
    assert 'id="e1"' in weave("ab\n\n", [_anchor(1, 3, 4)], ())


def test_many_spans_in_one_place_stay_linear() -> None:
    text = "word " * 4000
    anchors = [_anchor(n, n, n + 15_000) for n in range(4000)]
    began = time.perf_counter()
    woven = weave(text, anchors, ())
    assert time.perf_counter() - began < 2
    assert len(woven) < 40 * len(text)
    assert all(f'id="e{n}"' in woven for n in range(4000))


def test_a_big_story_is_fast() -> None:
    record = large()
    html(record)
    began = time.perf_counter()
    html(record)
    assert time.perf_counter() - began < 1.5


def test_one_line_of_many_characters() -> None:
    text = "a" * 3_000_000
    record = Record(
        title="x",
        status="",
        from_day=None,
        to_day=None,
        reports=(WeighedReport(report=Report(id="r", text=text)),),
        independent_sources=1,
    )
    assert text in html(record)


def test_evidence_outside_the_record_is_not_linked() -> None:
    record = sample()
    line = replace(record.brief[0], evidence=(Evidence(report="gone", start=0, end=3),))
    page = html(replace(record, brief=(line,)))
    assert "postponed. </li>" in page


def test_same_record_same_page() -> None:
    assert html(sample()) == html(sample())


def test_elements_escape_by_construction() -> None:
    assert el("p", "<b>", el("b", "&"), None, ["x", "y"]) == "<p>&lt;b&gt;<b>&amp;</b>xy</p>"
    assert el("p", title='"x"', hidden=True, id=None) == '<p title="&quot;x&quot;" hidden></p>'
    assert el("p", el("b", "x") + "<i>") == "<p>&lt;b&gt;x&lt;/b&gt;&lt;i&gt;</p>"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//a.example", "#A b"])
def test_a_link_leads_into_the_page_or_to_the_web(link: str) -> None:
    with pytest.raises(ValueError, match="not a link"):
        open_tag("a", href=link)


def test_importing_the_room_loads_neither_rich_nor_the_page() -> None:
    code = (
        "import sys, twosource.render; "
        "print([m for m in sys.modules if m == 'rich' or m.startswith('twosource.render.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
