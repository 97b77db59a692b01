"""The page as a browser shows it. Needs Chromium and playwright; the accessibility check needs axe-core."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from twosource.render import html

from .odd import hostile
from .sample import sample

pytestmark = pytest.mark.browser

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
Open = Callable[..., Any]


def _chromium() -> str | None:
    named = os.environ.get("TWOSOURCE_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = _chromium()
    if path is None or not Path(path).exists():
        pytest.skip("no Chromium: install it, or name it in TWOSOURCE_CHROMIUM")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from a file; whatever it asks of the network, or throws, fails the test."""
    asked: list[str] = []
    wrong: list[str] = []
    contexts = []

    def refuse(dialog: Any) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    def open_page(page: str, *, size: str = "desktop", scheme: str = "light", script: bool = True) -> Any:
        file = tmp_path / "record.html"
        file.write_text(page, encoding="utf-8")
        context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, java_script_enabled=script)
        contexts.append(context)
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("dialog", refuse)
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        tab.goto(file.as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith("file://") or "record.html" not in url] == []
    assert wrong == []


def _axe() -> str:
    path = os.environ.get("TWOSOURCE_AXE")
    if not path or not Path(path).exists():
        pytest.skip("no axe-core: name axe.min.js in TWOSOURCE_AXE")
    return Path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("lit", [False, True])
def test_no_serious_accessibility_fault(opened: Open, scheme: str, size: str, lit: bool) -> None:
    axe = _axe()
    tab = opened(html(sample()), size=size, scheme=scheme)
    if lit:
        tab.locator("#brief-1 a.src").first.click()
    tab.evaluate(axe)
    found = tab.evaluate("axe.run(document, {rules: {'target-size': {enabled: true}}})")
    bad = [
        (fault["id"], [node["html"][:160] for node in fault["nodes"][:3]])
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    assert bad == []


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_mark_lights_its_sentences_and_leads_back(opened: Open, size: str) -> None:
    tab = opened(html(sample()), size=size)
    mark = tab.locator("#brief-1 a.src").nth(1)
    mark.focus()
    tab.keyboard.press("Enter")
    now = tab.locator("mark.now")
    assert (
        now.inner_text()
        == "The second round of negotiations on the Sel Gorge dam will not take place this week"
    )
    assert tab.evaluate("document.activeElement.classList.contains('now')")
    box = now.bounding_box()
    assert 0 < box["y"] < SIZES[size]["height"] - 100
    assert tab.locator("mark.lit").count() == 3
    assert tab.locator("article:visible").count() == 3
    assert tab.locator("#live").inner_text() == "Brief 1: place 2 of 3, report 2 Lakeside Courier"
    tab.locator("#bar-next").click()
    assert tab.locator("mark.now").inner_text() == "were postponed on Tuesday"
    tab.keyboard.press("Escape")
    assert tab.locator("mark.lit").count() == 0
    assert tab.locator("article:visible").count() == 4
    assert tab.evaluate("document.activeElement.closest('[data-line]').id") == "brief-1"


def test_every_line_reaches_its_sentences(opened: Open) -> None:
    tab = opened(html(sample()))
    missing = tab.evaluate(
        """() => [...document.querySelectorAll('[data-line]')].filter((line) => {
            const marks = [...line.querySelectorAll('a.src')];
            marks[0]?.click();
            return !marks.length || marks.some((mark) => !document.querySelector(mark.hash + '.lit'));
        }).map((line) => line.id)"""
    )
    assert missing == []


def test_without_script_the_links_light_the_sentence(opened: Open) -> None:
    tab = opened(html(sample()), script=False)
    tab.locator("#brief-1 a.src").first.click()
    lit = tab.locator("mark:target")
    assert lit.inner_text() == "Talks between Kessia and Vardany over the Sel Gorge dam"
    box = lit.bounding_box()
    assert 0 < box["y"] < 900
    tab.locator("mark:target + .back a").first.click()
    assert tab.url.endswith("#brief-1")


def test_the_browsers_own_back_clears_the_light(opened: Open) -> None:
    tab = opened(html(sample()))
    tab.locator("#brief-1 a.src").first.click()
    assert tab.locator("mark.lit").count() == 3
    tab.go_back()
    tab.wait_for_function("document.querySelectorAll('.lit').length === 0")


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("make", [sample, hostile])
def test_nothing_is_wider_than_the_window(opened: Open, size: str, make: Callable[[], Any]) -> None:
    tab = opened(html(make()), size=size)
    assert tab.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]


def test_hostile_words_make_no_element_and_run_nothing(opened: Open) -> None:
    tab = opened(html(hostile()))
    count = "(selector) => document.querySelectorAll(selector).length"
    assert tab.evaluate(count, "img, iframe, object, embed, form") == 0
    assert tab.evaluate(count, "script") == 1
    assert tab.evaluate(count, "a[href^='javascript'], [onerror], [onclick]") == 0
    for mark in tab.locator("a.src").all()[:6]:
        mark.click()
        tab.keyboard.press("Escape")
