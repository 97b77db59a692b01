"""The record as one HTML page: no request leaves it, and every line leads to the words it rests on."""

import base64
import hashlib
from functools import cache
from importlib import resources

from twosource.model import Record, WeighedReport
from twosource.render.plain import clip, day, one_line, safe_url
from twosource.render.view import BASIS, View

from .element import Html, el, join
from .index import Index
from .sections import SECTIONS, standing_mark
from .weave import weave

__all__ = ["record_page"]


def record_page(record: Record) -> str:
    """The whole page, deterministic; its size is linear in the reports and in the record's lines."""
    view = View(record)
    index = Index(view)
    blocks = []
    for id_, heading, write in SECTIONS:
        body = write(view, index)
        if body is not None:
            blocks.append((id_, heading, body))
    blocks.append(("reports", "Reports", _reports_table(view)))
    sections = [_section(*block) for block in blocks]
    links = [(id_, heading) for id_, heading, _ in blocks] + [("texts", "Side by side")]
    body = join(
        el("a", "Skip to the record", href="#record", class_="skip"),
        _header(view),
        el(
            "div",
            _navigation(links),
            el("main", sections, _texts(view, index), id="record", tabindex=-1),
            class_="page",
        ),
        _footer(),
        _bar(),
    )
    return _document(view.title(), body)


def _document(title: str, body: Html) -> str:
    """Head and body. The policy names the one style and the one script by hash and refuses all else."""
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        "default-src 'none'; img-src data:; "
        f"style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", title),
        Html(f"<style>{style}</style>"),
    )
    page = el("html", head, el("body", body, Html(f"<script>{script}</script>")), lang="en")
    return f"<!doctype html>\n{page}\n"


@cache
def _asset(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _digest(content: str) -> str:
    """The source expression of Content Security Policy 3 for an inline block."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _header(view: View) -> Html:
    record = view.record
    return el(
        "header",
        el("h1", view.title()),
        el("p", one_line(record.status), class_="status") if record.status else None,
        el("p", f"{view.span_of_days()} · {view.counts()}", class_="meta"),
        class_="masthead",
    )


def _navigation(links: list[tuple[str, str]]) -> Html:
    items = [el("li", el("a", heading, href=f"#{id_}")) for id_, heading in links]
    return el("nav", el("ul", items, class_="plain-list"), aria_label="Sections", class_="contents")


def _section(id_: str, heading: str, body: Html) -> Html:
    title = el("h2", heading, id=f"{id_}-heading")
    return el("section", title, el("div", body, class_="body"), id=id_, aria_labelledby=f"{id_}-heading")


def _reports_table(view: View) -> Html:
    """Every report with its outlet, its date and how that is known, and what it copies."""
    if not view.reports:
        return el("p", "No report.", class_="quiet")
    rows = []
    for id_, weighed in view.reports.items():
        number = view.numbers[id_]
        report = weighed.report
        basis = BASIS.get(report.published_basis or "", "") if report.published else ""
        title = clip(report.title or "", 200)
        rows.append(
            el(
                "tr",
                el("td", str(number), class_="number"),
                el(
                    "th",
                    el("a", view.names[id_], href=f"#report-{number}"),
                    el("span", title, class_="block plain-weight") if title else None,
                    scope="row",
                ),
                el(
                    "td",
                    day(report.published),
                    el("span", basis, class_="block quiet small") if basis else None,
                ),
                el("td", view.copy_note(weighed) or "none found", _why(weighed)),
            )
        )
    labels = ("#", "Report", "Published", "Copies")
    head = el("thead", el("tr", [el("th", label, scope="col") for label in labels]))
    return el(
        "table", el("caption", view.counts(), class_="vh"), head, el("tbody", rows), class_="reports-table"
    )


def _why(weighed: WeighedReport) -> Html | None:
    return el("span", clip(weighed.why, 160), class_="block quiet small") if weighed.why else None


def _texts(view: View, index: Index) -> Html:
    """The reports' texts beside one another, the sentences that the record rests on marked."""
    articles = [_article(view, index, id_, weighed) for id_, weighed in view.reports.items()]
    legend = el(
        "p",
        "Marked words carry a line of the record: ",
        join([standing_mark(standing) for standing in ("corroborated", "single-source", "contested")]),
        class_="legend quiet small",
    )
    return el(
        "section",
        el("h2", "The reports side by side", id="texts-heading"),
        legend,
        el("div", articles, class_="columns"),
        id="texts",
        aria_labelledby="texts-heading",
        class_="texts",
    )


def _article(view: View, index: Index, id_: str, weighed: WeighedReport) -> Html:
    report = weighed.report
    number = view.numbers[id_]
    url = safe_url(report.url)
    title = clip(report.title or "", 300)
    facts = [view.published(weighed), clip(report.byline or "", 120), view.copy_note(weighed)]
    link = el("a", "original", href=url, rel="noopener noreferrer") if url else None
    body = weave(report.text, index.in_report(id_), report.furniture)
    name = view.names[id_]
    return el(
        "article",
        el(
            "div",
            el("h3", el("span", f"{number}", class_="number"), f" {name}", id=f"report-{number}-name"),
            el("p", title, class_="report-title") if title else None,
            el(
                "p",
                " · ".join(fact for fact in facts if fact),
                " · " if link else None,
                link,
                class_="quiet small",
            ),
            class_="report-head",
        ),
        el(
            "div",
            body,
            class_="report-text",
            role="region",
            aria_label=f"Text of report {number}, {name}",
            tabindex=0,
            lang=_language(report.language),
            dir="auto",
        ),
        id=f"report-{number}",
        aria_labelledby=f"report-{number}-name",
    )


def _language(language: str | None) -> str | None:
    """A language tag fit for an attribute; the page's own (English) is left out."""
    tag = (language or "").strip()
    return (
        tag
        if tag.isascii() and tag.replace("-", "").isalnum() and 2 <= len(tag) <= 12 and tag != "en"
        else None
    )


def _footer() -> Html:
    words = (
        "Made by twosource. Every line rests on the sentences it leads to; what no report says is left out."
    )
    return el("footer", el("p", words, class_="quiet small"))


def _bar() -> Html:
    """What the script shows while sentences are lit: where one is, the next place, the way back."""
    return join(
        el("p", "", id="live", class_="vh", role="status", aria_live="polite"),
        el(
            "div",
            el("p", "", id="bar-words"),
            el("button", "Previous", type="button", id="bar-previous"),
            el("button", "Next", type="button", id="bar-next"),
            el("button", "Back to the line", type="button", id="bar-back", class_="main"),
            el("button", "Show all reports", type="button", id="bar-all"),
            id="bar",
            role="region",
            aria_label="Evidence",
            hidden=True,
        ),
    )
