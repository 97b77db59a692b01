"""Conditions: their kinds, how far they reach, and whose move they are."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from twosource.language import Language
from twosource.reading.positions_conditions import find_clauses

from .positions_told import told

KINDS = [
    ("Peru is willing to free the pilots if Chile withdraws its tanks.", "if", "if Chile withdraws its tanks", "Chile"),
    ("Peru threatened to close the border if Chile does not lift the tariffs.", "unless", "if Chile does not lift the tariffs", "Chile"),
    ("Peru threatened to close the border if Chile fails to lift the tariffs.", "unless", "if Chile fails to lift the tariffs", "Chile"),
    ("Chile threatened to close the border unless Peru pays its debts.", "unless", "unless Peru pays its debts", "Peru"),
    ("The Dockers Union will not return to work until Harwood Shipping reinstates the drivers.", "until", "until Harwood Shipping reinstates the drivers", "Harwood Shipping"),
    ("Chile refused to release the ship before Peru pays the fine.", "until", "before Peru pays the fine", "Peru"),
    ("Chile refuses to reopen the border without guarantees.", "unless", "without guarantees", None),
    ("Chile promised to free the pilots provided that Peru pays the fine.", "if", "provided that Peru pays the fine", "Peru"),
    ("Chile promised to free the pilots once Peru pays the fine.", "if", "once Peru pays the fine", "Peru"),
    ("Chile promised to free the pilots as soon as Peru pays the fine.", "if", "as soon as Peru pays the fine", "Peru"),
    ("Chile offered to lift the ban in exchange for access to the mines.", "in return for", "in exchange for access to the mines", None),
    ("Chile agreed to free the captives in return for grain.", "in return for", "in return for grain", None),
    ("Chile will join the pact only if Peru opens its archives.", "unless", "only if Peru opens its archives", "Peru"),
    ("If Peru raises the toll, Chile said, it will close the border.", "if", "If Peru raises the toll", "Peru"),
    ("Chile vowed to send no grain as long as Peru blocks the river.", "as long as", "as long as Peru blocks the river", "Peru"),
    ("Peru will not lift the tariff as long as Chile keeps the grounds closed.", "as long as", "as long as Chile keeps the grounds closed", "Chile"),
    ("Harwood Shipping will not reopen the yard until the workers return and the Dockers Union drops its demands.", "until", "until the workers return and the Dockers Union drops its demands", "workers"),
    ("Chile promised to free the pilots if Peru pays the fine and withdraws its tanks.", "if", "if Peru pays the fine and withdraws its tanks", "Peru"),
    ("Chile will not open the grounds until Peru lifts the tariff and Peru will not lift the tariff until Chile opens the grounds.", "until", "until Peru lifts the tariff", "Peru"),
    ("Harwood Shipping pledged to hire 300 welders if elected to the board.", "if", "if elected to the board", None),
    ("Chile said it would sign the pact in the event that Peru disarms.", "if", "in the event that Peru disarms", "Peru"),
    ("Chile is ready to sign, on the understanding that Peru disarms.", "if", "on the understanding that Peru disarms", "Peru"),
    ("Chile agreed to sign the pact upon the condition that Peru disarms.", "if", "upon the condition that Peru disarms", "Peru"),
    ("If the terms are not met, Maria Lopez warned, the workers plan to leave the union.", "unless", "If the terms are not met", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "condition", "by"), KINDS)
def test_a_condition_has_its_kind_its_words_and_its_mover(
    text: str, kind: str, condition: str, by: str | None
) -> None:
    [p] = told(text, {"it": "Chile"})
    assert (p.kind, p.condition, p.by) == (kind, condition, by)
    assert condition not in p.action


def test_each_condition_belongs_to_its_own_clause() -> None:
    text = (
        "Chile will not open the grounds until Peru lifts the tariff, and Elena Prado has told the cabinet that "
        "Peru will not lift the tariff as long as Chile keeps the grounds closed."
    )
    assert [(p.party, p.stance, p.action, p.condition) for p in told(text)] == [
        ("Chile", "refuses", "open the grounds", "until Peru lifts the tariff"),
        ("Peru", "refuses", "lift the tariff", "as long as Chile keeps the grounds closed"),
    ]
    found = told(
        "Chile threatened to close the border unless Peru pays its debts, and Peru called for talks."
    )
    assert [(p.party, p.condition) for p in found] == [("Chile", "unless Peru pays its debts"), ("Peru", "")]
    found = told(
        "Chile says it will not open the port until Peru lifts the tariff, but Peru has vowed to keep it "
        "unless Chile pays.",
        {"it": "Chile"},
    )
    assert [(p.party, p.condition) for p in found] == [
        ("Chile", "until Peru lifts the tariff"),
        ("Peru", "unless Chile pays"),
    ]


def test_double_negation_refuses_until() -> None:
    [p] = told("Maria Lopez said the tariffs will not be lifted until Peru frees the pilots.")
    assert (p.party, p.stance, p.kind, p.by) == ("Maria Lopez", "refuses", "until", "Peru")
    assert p.action == "the tariffs will not be lifted"


def test_a_fronted_condition_inside_a_that_clause() -> None:
    [p] = told("Peru insists that as long as the tariffs stay it will not negotiate.", {"it": "Peru"})
    assert (p.party, p.stance, p.kind, p.by) == ("Peru", "refuses", "as long as", None)
    assert p.condition == "as long as the tariffs stay"


def test_what_the_other_must_do_first_after_but() -> None:
    text = '"We would love to sign the deal, but Chile has to lower the price," said Maria Lopez.'
    [p] = told(text, speaker="Maria Lopez")
    assert (p.stance, p.action, p.kind, p.by) == ("offers", "sign the deal", "if", "Chile")
    assert p.condition == "Chile has to lower the price"


def test_what_is_to_be_had_in_return_put_first() -> None:
    [p] = told("To get our votes, the cabinet must cut the fuel tax, Maria Lopez said.")
    assert (p.party, p.stance, p.kind, p.condition) == (
        "Maria Lopez",
        "demands",
        "in return for",
        "To get our votes",
    )


NO_CONDITION = [
    "Chile vowed to stay in the talks until Friday.",
    "Chile vowed to stay in the talks until the election.",
    "Chile refused to sign the treaty even if Peru pays the fine.",
    "Chile refused to sign the treaty when the leaders met in May.",
    "Maria Lopez vowed to pay the crews when it comes to wages.",
]


@pytest.mark.parametrize("text", NO_CONDITION)
def test_dates_occasions_and_concessions_are_no_conditions(text: str) -> None:
    assert [p.kind for p in told(text)] == [None]


def test_a_sentence_without_a_marker_has_no_clauses() -> None:
    [parse] = Language().parse(["Chile refused the treaty."])
    assert find_clauses(parse) == []


def test_an_order_or_its_alternative_threatens_unless_it_is_done() -> None:
    text = '"They must pay the crews now, or we will walk out," said Maria Lopez.'
    asked, held_out = told(text, {"They": "Peru"}, speaker="Maria Lopez")
    assert (asked.stance, asked.action, asked.condition) == ("demands", "pay the crews now", "")
    assert (held_out.stance, held_out.kind, held_out.condition, held_out.by) == (
        "threatens",
        "unless",
        "They must pay the crews now",
        "Peru",
    )
    [p] = told('"We can pay now or we will pay later," said Maria Lopez.', speaker="Maria Lopez")
    assert p.kind is None


def test_an_aside_between_dashes_does_not_part_a_condition_from_its_demand() -> None:
    text = '"If you don\'t want the firm to sell the port - which is what a merger does - I ask you to sign this deal," said Maria Lopez.'
    [p] = told(text, speaker="Maria Lopez")
    assert (p.stance, p.kind, p.condition) == (
        "demands",
        "if",
        "If you don't want the firm to sell the port",
    )


def test_what_we_come_to_is_no_condition() -> None:
    [p] = told('"I will sign it when we get to Lima," said Maria Lopez.', speaker="Maria Lopez")
    assert p.kind is None


def test_a_return_goes_on_behind_an_apostrophe() -> None:
    text = "Chile said it would soon vote to lift the toll, in exchange for Peruvians’ commitment to swiftly build and pay for a dam."
    [p] = told(text, {"it": "Chile"})
    assert p.stance == "commits"
    assert p.condition == "in exchange for Peruvians’ commitment to swiftly build and pay for a dam"
