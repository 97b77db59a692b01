"""A web page → its article."""

import time

import pytest

from twosource.errors import InputError
from twosource.intake import from_bytes
from twosource.model import Report

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>Dockers reject offer in Port Anselm</title>
<meta property="og:site_name" content="The Harbour Ledger">
<meta property="article:published_time" content="2019-05-04T10:22:00+01:00">
<meta name="author" content="Jane Roe"><link rel="canonical" href="https://ledger.example/dockers">
<script>var trap = "<p>never shown</p>";</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Dockers reject offer in Port Anselm</h1>
<p>PORT ANSELM, Freedonia (Reuters) - Dockers rejected a pay offer on Friday, their union said.</p>
<p>The offer of 3 percent was “an insult”, said Maria Keller, who leads the union’s café workers as well.</p>
<p>Read more: Harbour budget passes</p>
<p>The port authority said that it regretted the vote and would meet mediators on Sunday.</p></article>
<footer>© 2019 The Harbour Ledger. All rights reserved.</footer></body></html>"""


def read(data: bytes, **kind: str) -> Report | InputError:
    (item,) = from_bytes(data, source="page.html", kind="html")
    return item


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("windows-1252", "cp1252"), ("x", "utf-16")]
)
def test_the_main_text_and_the_metadata_are_taken(charset: str, encoding: str) -> None:
    report = read(PAGE.format(charset=charset).encode(encoding))
    assert isinstance(report, Report)
    assert (report.title, report.outlet) == ("Dockers reject offer in Port Anselm", "The Harbour Ledger")
    assert (report.byline, report.url) == ("Jane Roe", "https://ledger.example/dockers")
    assert (report.published, report.published_basis) == ("2019-05-04T10:22:00+01:00", "metadata")
    assert "café workers" in report.text
    assert "never shown" not in report.text
    assert [report.text[s.start : s.end] for s in report.furniture] == ["Read more: Harbour budget passes"]
    assert report.place == "Port Anselm, Freedonia"


def test_a_page_without_a_name_is_seen_to_be_one() -> None:
    (report,) = from_bytes(PAGE.format(charset="utf-8").encode(), source="-")
    assert isinstance(report, Report)
    assert report.outlet == "The Harbour Ledger"


@pytest.mark.parametrize(
    "html",
    [
        "<html><script>var all = 'script';</script></html>",
        "&nbsp;&#0;&lt;",
        "<div>" * 100_000 + "deep" + "</div>" * 100_000,
        "<div>" * 5_000 + "deep" + "</div>" * 5_000,
        "<b>" * 11_000,
        "<" * 1_000_000,
        "<!--" * 200_000,
        "<script>" * 100_000,
        '<a href="' * 100_000,
        "<meta date" * 10_000,
        "<html>" + "a" * 11_000_000,
        "<table><tr><td>" * 3_000,
    ],
    ids=range(12),
)
def test_a_hostile_page_is_one_line_and_no_wait(html: str) -> None:
    start = time.process_time()
    problem = read(html.encode())
    assert isinstance(problem, InputError)
    assert str(problem).isprintable()
    assert time.process_time() - start < 5
