"""Quotation marks over sentences and paragraphs."""

import time

import pytest

from twosource.reading.quote_marks import find_marked


def stretches(text: str) -> list[str]:
    """The quoted stretches of a text whose lines are its paragraphs."""
    at, paragraphs = 0, []
    for line in text.split("\n"):
        if line:
            paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [text[m.start : m.end] for m in find_marked(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He called it "a start" and left.', ['"a start"']),
        ('She said, "Read the words "fair share" twice."', ['"Read the words "fair share" twice."']),
        ("“One ‘two’ three,” she said. “Four.”", ["“One ‘two’ three,”", "“Four.”"]),
        ("The workers' pay and the 'new deal' of the '90s", ["'new deal'"]),
        ("It's the owners' plan.", []),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("''Yes, we will,'' he said.", ["''Yes, we will,''"]),
        ("«Oui», he said.", ["«Oui»"]),
        ('"We are ready.\n"We start now," he said.', ['"We are ready.', '"We start now,"']),
        ("”We are ready,” he said.", ["”We are ready,”"]),
        ('A 6" pipe', []),
        ('"We wait.\nNobody comes.\nWe go," he said.', ['"We wait.\nNobody comes.\nWe go,"']),
        ('"We wait.\nNobody comes.\n"We go," he said.', ['"We wait.', '"We go,"']),
        ('"We wait, Ruiz said.\n"We go."', ['"We wait,', '"We go."']),
    ],
)
def test_stretches(text: str, found: list[str]) -> None:
    assert stretches(text) == found


def test_a_paragraph_that_reopens_goes_on() -> None:
    text = '"We are ready.\n"We start now," he said.'
    marks = find_marked(text, [(0, 14), (15, len(text))])
    assert [(m.closed, m.reopened) for m in marks] == [(False, False), (True, True)]


def test_many_unbalanced_marks_take_no_time() -> None:
    text = '"a ' * 100_000
    begun = time.perf_counter()
    find_marked(text, [(0, len(text))])
    assert time.perf_counter() - begun < 5


def test_an_open_mark_looks_no_further_than_the_next_one() -> None:
    text = '"a\nb\n' * 20_000
    start = time.perf_counter()
    stretches(text)
    assert time.perf_counter() - start < 2
