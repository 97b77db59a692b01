"""How a party's positions move: hardened, softened, reversed, and what is no move."""

from itertools import permutations

import pytest

from twosource import Record, Report, record
from twosource.language import Language

_REFUSAL = (
    "Chile refused to lift the tariffs on grain from Peru. The Chilean government gave no reason. "
    "Traders in Lima were waiting."
)
_OFFER = (
    "Chile offered to lift the tariffs on grain from Peru. The Chilean government said so in a note. "
    "Farmers near Arequipa were relieved."
)


def _told(language: Language, *told: tuple[str, str]) -> Record:
    from twosource import read_all

    reports = [Report(id=f"r{n}", text=text, published=day) for n, (text, day) in enumerate(told)]
    return record(list(read_all(reports, language=language)), language=language)


def _moves(found: Record) -> list[tuple[str, str | None, str | None]]:
    stance = {p.id: p.stance for p in found.positions}
    return [
        (p.stance, p.change, stance[p.replaces] if p.replaces else None)
        for p in sorted(found.positions, key=lambda p: p.as_of or "")
    ]


def test_a_refusal_and_then_an_offer_is_softened(language: Language) -> None:
    found = _told(language, (_REFUSAL, "2031-03-03"), (_OFFER, "2031-03-09"))
    assert _moves(found) == [("refuses", None, None), ("offers", "softened", "refuses")]
    assert [p.as_of for p in found.positions] == ["2031-03-03", "2031-03-09"]


def test_an_offer_and_then_a_refusal_is_hardened(language: Language) -> None:
    found = _told(language, (_OFFER, "2031-03-03"), (_REFUSAL, "2031-03-09"))
    assert _moves(found) == [("offers", None, None), ("refuses", "hardened", "offers")]


def test_a_promise_and_then_its_opposite_is_reversed(language: Language) -> None:
    found = _told(
        language,
        ("Chile promised to lift the tariffs on grain. Traders in Lima were waiting.", "2031-03-03"),
        ("Chile promised to keep the tariffs on grain. Farmers in Talca were relieved.", "2031-03-09"),
    )
    assert _moves(found) == [("commits", None, None), ("commits", "reversed", "commits")]


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_the_order_of_the_reports_does_not_matter(language: Language, order: tuple[int, ...]) -> None:
    told = [(_REFUSAL, "2031-03-03"), (_OFFER, "2031-03-09")]
    found = _told(language, *(told[n] for n in order))
    assert _moves(found) == [("refuses", None, None), ("offers", "softened", "refuses")]


def test_what_a_later_report_tells_of_an_earlier_day_comes_first(language: Language) -> None:
    history = "On February 2, Chile offered to lift the tariffs on grain from Peru."
    found = _told(language, (_REFUSAL, "2031-03-03"), (history, "2031-03-09"))
    assert _moves(found) == [("offers", None, None), ("refuses", "hardened", "offers")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((_REFUSAL, "2031-03-03"), (_OFFER, "2031-03-03")),
        (
            (_REFUSAL, "2031-03-03"),
            ("Peru offered to lift the tariffs on grain from Chile. Traders were waiting.", "2031-03-09"),
        ),
        (
            (_REFUSAL, "2031-03-03"),
            ("Chile offered to free the pilots. The Chilean government said so in a note.", "2031-03-09"),
        ),
    ],
    ids=["same-day", "another-party", "another-matter"],
)
def test_no_move(language: Language, first: tuple[str, str], second: tuple[str, str]) -> None:
    assert all(p.change is None for p in _told(language, first, second).positions)


def test_who_reports_a_position_that_is_not_told_by_its_party(language: Language) -> None:
    found = _told(
        language,
        (
            "Maria Lind, a lawyer, spoke to reporters in Talca on Monday. Lind said that Chile had offered "
            "to lift the tariffs on grain.",
            "2031-03-05",
        ),
    )
    names = {a.id: a.name for a in found.actors}
    assert [[names[r] for r in p.reported_by] for p in found.positions] == [["Maria Lind"]]
    assert [p.independent_sources for p in found.positions] == [1]


def test_a_reprint_adds_no_source_to_a_position(language: Language) -> None:
    long = _REFUSAL + " Grain prices rose by a tenth in the week before, the port of Callao said."
    found = _told(language, (long, "2031-03-03"), (long, "2031-03-03"))
    [refusal] = [p for p in found.positions if p.stance == "refuses"]
    assert (len(refusal.evidence), refusal.independent_sources) == (2, 1)
