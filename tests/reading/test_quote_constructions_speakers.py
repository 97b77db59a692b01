"""Who speaks, when, and of what kind: whole short reports, read from their text alone."""

from typing import NamedTuple

import pytest

from twosource import Report, read
from twosource.model import Span

from .quoting import language, words


class Told(NamedTuple):
    """A quote as a reader sees it."""

    speaker: str | None
    source: str | None
    cue: str | None
    content: list[str]


def told(text: str, **more: object) -> list[Told]:
    """The quotes of a report, by where their content starts, longer ones first."""
    reading = read(Report(id="r1", text=text, **more), language=language())  # type: ignore[arg-type]
    names = {a.id: a.name for a in reading.actors}
    quotes = sorted(reading.quotes, key=lambda q: (q.content[0].start, -q.content[-1].end))
    return [
        Told(
            names[q.speaker] if q.speaker is not None else None,
            words(text, q.source),
            words(text, q.cue),
            [text[s.start : s.end] for s in q.content],
        )
        for q in quotes
    ]


REPORTS: dict[str, tuple[str, list[Told]]] = {
    "a paragraph that opens with a pronoun goes on with the last speaker named": (
        'Mayor Ana Ruiz spoke first. "We have no more money," she said.\n\n'
        'Tom Lindqvist, the owner, disagreed. "The city has plenty," he said. "It only lacks will."',
        [
            Told("Ana Ruiz", "she", "said", ['"We have no more money,"']),
            Told("Tom Lindqvist", "he", "said", ['"The city has plenty,"', '"It only lacks will."']),
        ],
    ),
    "a paragraph's he after a woman spoke": (
        'Mayor Ana Ruiz met the owner, Tom Lindqvist, on Monday. "We have no more money," Ruiz said.\n\n'
        "He said the mill would close in May.",
        [
            Told("Ana Ruiz", "Ruiz", "said", ['"We have no more money,"']),
            Told("Tom Lindqvist", "He", "said", ["the mill would close in May"]),
        ],
    ),
    "countries, and a capital for its country": (
        "Norway said it would reopen the border. Oslo said the crossing was safe.",
        [
            Told("Norway", "Norway", "said", ["it would reopen the border"]),
            Told("Norway", "Oslo", "said", ["the crossing was safe"]),
        ],
    ),
    "a firm": (
        "Volvo said it would buy Scania.",
        [Told("Volvo", "Volvo", "said", ["it would buy Scania"])],
    ),
    "a crowd": (
        'Union members said they would strike on Friday. The crowd chanted, "No pay, no work!"',
        [
            Told("Union members", "Union members", "said", ["they would strike on Friday"]),
            Told(None, "The crowd", "chanted", ['"No pay, no work!"']),
        ],
    ),
    "a spokeswoman with her name, then the name alone": (
        "A spokeswoman for the finance ministry, Mara Lind, said the budget would pass. "
        '"There is no plan B," Lind said.',
        [
            Told(
                "Mara Lind", "A spokeswoman for the finance ministry, Mara Lind,", "said",
                ["the budget would pass"],
            ),
            Told("Mara Lind", "Lind", "said", ['"There is no plan B,"']),
        ],
    ),
    "somebody's lawyer is not somebody": (
        "Mara Lind's lawyer said she was innocent. Mara Lind left the court without a word.",
        [Told("Mara Lind's lawyer", "Mara Lind's lawyer", "said", ["she was innocent"])],
    ),
    "a passive with its agent": (
        "The crews were told by Mara Lind that the mill would close.",
        [Told("Mara Lind", "Mara Lind", "were told", ["that the mill would close"])],
    ),
    "quoted as saying": (
        '"The mill will close," Mara Lind was quoted as saying by the Courier.',
        [Told("Mara Lind", "Mara Lind", "saying", ['"The mill will close,"'])],
    ),
    "quoted by somebody as saying": (
        "Mara Lind was quoted by the Courier as saying the mill would close.",
        [Told("Mara Lind", "Mara Lind", "saying", ["the mill would close"])],
    ),
    "inverted, with an office behind": (
        '"The mill will close," says Mara Lind, the head of the union.',
        [Told("Mara Lind", "Mara Lind, the head of the union", "says", ['"The mill will close,"'])],
    ),
    "inverted between commas": (
        "The mill, said Tom Lindqvist, will close in May.",
        [Told("Tom Lindqvist", "Tom Lindqvist", "said", ["The mill", "will close in May"])],
    ),
    "a participle behind": (
        "Mara Lind defended the budget, noting that taxes had not risen.",
        [Told("Mara Lind", "Mara Lind", "noting", ["that taxes had not risen"])],
    ),
    "a participle before": (
        "Saying the owners had lied, Mara Lind left the talks early.",
        [Told("Mara Lind", "Mara Lind", "Saying", ["the owners had lied"])],
    ),
    "two levels": (
        'Prime Minister Ana Ruiz said Finance Minister Tom Lindqvist had told her the budget was "a mess".',
        [
            Told(
                "Ana Ruiz", "Prime Minister Ana Ruiz", "said",
                ['Finance Minister Tom Lindqvist had told her the budget was "a mess"'],
            ),
            Told("Tom Lindqvist", "Finance Minister Tom Lindqvist", "had told", ['the budget was "a mess"']),
        ],
    ),
    "an accusation and its denial": (
        "Ana Ruiz accused Tom Lindqvist of lying. Lindqvist denied the charge.",
        [
            Told("Ana Ruiz", "Ana Ruiz", "accused", ["Tom Lindqvist of lying"]),
            Told("Tom Lindqvist", "Lindqvist", "denied", ["the charge"]),
        ],
    ),
    "what she made clear": (
        "Mara Lind has made it clear that the mill would close.",
        [Told("Mara Lind", "Mara Lind", "has made it clear", ["that the mill would close"])],
    ),
    "a promise not to": (
        "Mara Lind promised not to reopen the mill.",
        [Told("Mara Lind", "Mara Lind", "promised", ["not to reopen the mill"])],
    ),
    "an order": (
        "Mara Lind told the crews to go home.",
        [Told("Mara Lind", "Mara Lind", "told", ["to go home"])],
    ),
    "a headline and the words below": (
        "Merger is dead, says Volvo chief\n\nThe board of Volvo met on Monday.",
        [Told("Volvo chief", "Volvo chief", "says", ["Merger is dead"])],
    ),
    "labels of an interview": (
        "Mara Lind met us at the mill.\n\nMARA LIND: It will close in May.\n\nLIND: They will be paid.",
        [
            Told("Mara Lind", "MARA LIND", ":", ["It will close in May."]),
            Told("Mara Lind", "LIND", ":", ["They will be paid."]),
        ],
    ),
    "labels that name nobody": (
        "Mara Lind, the mayor, opened the meeting.\n\nQ: Will the mill close?\n\nA: It will close in May.",
        [],
    ),
    "one of them": (
        "Two officials met the crews. One of them said Volvo had walked away.",
        [Told(None, "One of them", "said", ["Volvo had walked away"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), REPORTS.values(), ids=list(REPORTS))
def test_who_speaks(text: str, quotes: list[Told]) -> None:
    assert told(text) == quotes


def test_a_misspelled_name_is_nobody_elses() -> None:
    text = "Finance Minister Tom Lindqvist met Ana Ruiz. Lindquist said the vote was set for June."
    (quote,) = told(text)
    assert quote.speaker in (None, "Tom Lindqvist")


def test_two_names_are_one_source() -> None:
    (quote,) = told("Ana Ruiz and Tom Lindqvist said the budget would pass.")
    assert quote.source == "Ana Ruiz and Tom Lindqvist"
    assert quote.content == ["the budget would pass"]


DAYS = [  # published on Friday, 9 May 2031
    ("Mara Lind said on Tuesday that the strike would end on Thursday.", "2031-05-06"),
    ("Mara Lind said Tuesday that the strike would end.", "2031-05-06"),
    ('"The strike will end on Friday," Mara Lind said on Wednesday.', "2031-05-07"),
    ("The strike will end on Friday, Mara Lind said on Wednesday.", "2031-05-07"),
    ("Mara Lind said the strike had begun on Monday.", None),
    ('Mara Lind said: "We began on Monday."', None),
    ("Mara Lind's claim on Monday that the owners had lied was false.", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS, ids=[text[:50] for text, _ in DAYS])
def test_the_day_of_the_saying_is_the_cues_not_the_contents(text: str, day: str | None) -> None:
    reading = read(Report(id="r1", text=text, published="2031-05-09"), language=language())
    (quote,) = reading.quotes
    assert (quote.said_on.value if quote.said_on is not None else None) == day


def test_a_day_between_cue_and_clause_is_no_content() -> None:
    assert [t.content for t in told("Mara Lind said Monday the mill would close.")] == [
        ["the mill would close"]
    ]
    assert [t.content for t in told("Volvo said on Monday it would not buy Scania.")] == [
        ["it would not buy Scania"]
    ]


KINDS = [
    ('"The mill will close," Mara Lind said.', "direct", "named"),
    ("Mara Lind said the mill would close.", "indirect", "named"),
    ('Mara Lind called the budget "a joke".', "mixed", "named"),
    ("Volvo said the mill would close.", "indirect", "organization"),
    ("Two officials said the mill would close.", "indirect", "unnamed"),
    ("A person familiar with the talks said the mill would close.", "indirect", "unnamed"),
    ('"The mill will close in May."', "direct", "none"),
]


@pytest.mark.parametrize(("text", "kind", "attribution"), KINDS, ids=[row[0][:50] for row in KINDS])
def test_kind_and_attribution(text: str, kind: str, attribution: str) -> None:
    (quote,) = read(Report(id="r1", text=text), language=language()).quotes
    assert (quote.kind, quote.attribution) == (kind, attribution)


def test_captions_and_teasers_give_no_quote() -> None:
    text = "Mara Lind said the mill would close, at the gate. (Photo)\n\nThe mill closed in May."
    caption = Span(start=0, end=text.index("\n"))
    assert told(text, furniture=(caption,)) == []
