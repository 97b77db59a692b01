"""Who said it: the same words in two mouths, and what only looks like that."""

import pytest

from tests.reading.quoting import language
from twosource import Report, read_all, record
from twosource.model import Conflict

WORDS = "The owners sold the northern harbor to pay for their own pensions,"


def disputed(*texts: str) -> list[Conflict]:
    """The conflicts of attribution in the record of reports with these texts."""
    reports = [Report(id=f"r{n}", text=text, published="2031-05-09") for n, text in enumerate(texts)]
    readings = list(read_all(reports, language=language()))
    return [c for c in record(readings, language=language()).conflicts if c.about == "attribution"]


def test_two_people_for_the_same_words() -> None:
    (found,) = disputed(
        f'Mayor Ana Ruiz spoke at noon. "{WORDS}" Ana Ruiz said.',
        f'The council met late. "{WORDS}" Councilman Tom Lindqvist said.',
    )
    assert found.question.startswith("Who said “The owners sold the northern harbor")
    assert {s.value for s in found.sides} == {"Ana Ruiz", "Tom Lindqvist"}
    assert all(s.text == f'"{WORDS}"' and len(s.evidence) == 1 for s in found.sides)
    assert found.kind == "conflict"


def test_words_that_one_report_cuts() -> None:
    (found,) = disputed(
        f'"{WORDS}" Ana Ruiz said at noon.',
        '"The owners sold the northern harbor ... for their own pensions," Tom Lindqvist said.',
    )
    assert {s.value for s in found.sides} == {"Ana Ruiz", "Tom Lindqvist"}


ALIKE = {
    "a short phrase that both may say": (
        '"This is a good day," Ana Ruiz said.', '"This is a good day," Tom Lindqvist said.',
    ),
    "a pronoun": (f'"{WORDS}" Ana Ruiz said.', f'Tom Lindqvist met the crews. "{WORDS}" he said.'),
    "an office": (
        f'"{WORDS}" Ana Ruiz said.', f'Mayor Tom Lindqvist met the crews. "{WORDS}" the mayor said.',
    ),
    "nobody": (f'"{WORDS}" Ana Ruiz said.', f'Posters hung in the streets.\n\n"{WORDS}"'),
    "an unnamed source": (f'"{WORDS}" Ana Ruiz said.', f'"{WORDS}" a dockworker said.'),
    "a body and its spokeswoman": (
        f'"{WORDS}" the finance ministry said.', f'"{WORDS}" ministry spokeswoman Mara Lind said.',
    ),
    "two together": (f'"{WORDS}" Ana Ruiz and Tom Lindqvist said.', f'"{WORDS}" Tom Lindqvist said.'),
    "whose words one passes on": (f'"{WORDS}" Ana Ruiz said.', f'Tom Lindqvist retweeted: "{WORDS}"'),
    "told by one, said by the other": (
        f'Tom Lindqvist said Ana Ruiz had told him: "{WORDS}"', f'"{WORDS}" Tom Lindqvist said.',
    ),
    "two spellings of one name": (f'"{WORDS}" Tom Lindqvist said.', f'"{WORDS}" Tom Lindquist said.'),
    "the same words in an indirect clause": (
        f'"{WORDS}" Ana Ruiz said.',
        "Tom Lindqvist said the owners sold the northern harbor to pay for their own pensions.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("texts", ALIKE.values(), ids=list(ALIKE))
def test_no_conflict(texts: tuple[str, str]) -> None:
    assert disputed(*texts) == []
