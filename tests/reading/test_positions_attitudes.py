"""Attitudes, answers and orders: who is opposed, has no plans, gives in, refuses what was asked before."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from twosource.language import Language
from twosource.model import Report
from twosource.reading.document import lay_out
from twosource.reading.read import read_document

from .positions_told import told

_WHO = {"she": "Maria Lopez", "it": "Chile", "they": "workers"}
ATTITUDES = [
    ("The workers remain opposed to cutting pensions.", "workers", "refuses", "cutting pensions", None),
    ("Maria Lopez spoke to workers opposed to a merger.", "workers", "refuses", "a merger", None),
    ("Parliament came out against the sale.", "Parliament", "refuses", "the sale", None),
    ("Chile's opposition to any sort of sale is known.", "Chile", "refuses", "any sort of sale", None),
    ("Chile's opposition to selling the port is known.", "Chile", "refuses", "selling the port", None),
    ("Maria Lopez does not support any deal that would close the port.", "Maria Lopez", "refuses", "any deal that would close the port", None),
    ("Chile has no plans to sell the port.", "Chile", "refuses", "sell the port", "Chile"),
    ("Chile showed no interest in selling the port.", "Chile", "refuses", "selling the port", "Chile"),
    ("It is time for Parliament to open the books, Maria Lopez said.", "Maria Lopez", "demands", "open the books", "Parliament"),
    ("Harwood Shipping heard of Chile's demands for a canteen.", "Chile", "demands", "a canteen", None),
    ("Chile turned down an invitation to the talks.", "Chile", "refuses", "an invitation to the talks", None),
    ("Chile rebuffed a call for talks.", "Chile", "refuses", "a call for talks", None),
    ("Maria Lopez said the offer was not acceptable.", "Maria Lopez", "refuses", "the offer", "Maria Lopez"),
    ("Maria Lopez said a strike was not an option.", "Maria Lopez", "refuses", "a strike", "Maria Lopez"),
    ("The workers called the offer unacceptable.", "workers", "refuses", "the offer", None),
    ("The workers want a contract.", "workers", "demands", "a contract", None),
    ("Harwood Shipping intends to repeal the toll.", "Harwood Shipping", "commits", "repeal the toll", "Harwood Shipping"),
    ("Maria Lopez will not attend the talks.", "Maria Lopez", "refuses", "attend the talks", "Maria Lopez"),
    ("Maria Lopez said she would not meet the crews.", "Maria Lopez", "refuses", "meet the crews", "Maria Lopez"),
    ("Maria Lopez said she will not be selling the port.", "Maria Lopez", "refuses", "selling the port", "Maria Lopez"),
    ("Maria Lopez said she will meet the crews.", "Maria Lopez", "commits", "meet the crews", "Maria Lopez"),
    ("Maria Lopez said she is not going to sell the port.", "Maria Lopez", "refuses", "sell the port", "Maria Lopez"),
    ("The workers said they will skip the talks.", "workers", "refuses", "skip the talks", "workers"),
    ("Maria Lopez said she will resist the sale.", "Maria Lopez", "refuses", "the sale", None),
    ("Chile's policy is that the port should be sold.", "Chile", "demands", "the port should be sold", None),
    ("Maria Lopez insisted that any bill include a pay rise.", "Maria Lopez", "demands", "any bill include a pay rise", None),
    ("Asked to resign, Maria Lopez refused.", "Maria Lopez", "refuses", "resign", "Maria Lopez"),
    ("Chile relented on Friday.", "Chile", "accepts", "relented on Friday", "Chile"),
    ("Parliament backed down.", "Parliament", "accepts", "backed down", "Parliament"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "stance", "action", "action_by"), ATTITUDES)
def test_an_attitude_or_an_answer_is_a_stance(
    text: str, party: str, stance: str, action: str, action_by: str | None
) -> None:
    assert [(p.party, p.stance, p.action, p.action_by) for p in told(text, _WHO)] == [
        (party, stance, action, action_by)
    ]


NONE = [
    "Chile chose a deal as opposed to a strike.",
    "Chile plans to hold a fair.",
    "The bridge will not allow trucks.",
    "The workers backed the plan.",
    "Asked whether she had paid, Maria Lopez declined.",
    "Maria Lopez said it was time for a break.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_looks_like_an_attitude_and_is_none(text: str) -> None:
    assert told(text, _WHO) == []


def test_a_refusal_of_what_another_proposed() -> None:
    found = told("Peru had proposed cutting the toll, but Chile refused.")
    assert [(p.party, p.stance, p.action) for p in found] == [
        ("Peru", "offers", "cutting the toll"),
        ("Chile", "refuses", "cutting the toll"),
    ]


def test_an_order_in_quotes_is_a_demand() -> None:
    [p] = told('"Open the port," said Maria Lopez.', speaker="Maria Lopez")
    assert (p.party, p.stance, p.action) == ("Maria Lopez", "demands", "Open the port")
    assert told('"Open wounds," said Maria Lopez.', speaker="Maria Lopez") == []


def test_if_necessary_is_a_condition_of_nobody() -> None:
    [p] = told("Chile said it would call off the vote if necessary.", _WHO)
    assert (p.kind, p.condition, p.by) == ("if", "if necessary", None)


def test_a_pronoun_in_the_second_half_is_the_subject_of_the_first() -> None:
    [p] = told("Maria Lopez backs the pact, but he refuses to pay for the dam.", {})
    assert (p.party, p.stance) == ("Maria Lopez", "refuses")


def test_what_is_told_in_a_clause_of_time_is_told() -> None:
    [p] = told("Elena Prado left when Maria Lopez said that she would sell the port.", _WHO)
    assert (p.party, p.stance) == ("Maria Lopez", "commits")


def _parties(text: str) -> list[tuple[str, str]]:
    [document] = lay_out([Report(id="r", text=text)], Language())
    reading = read_document(document)
    names = {a.id: a.name for a in reading.actors}
    return [(names[p.party], p.stance) for p in reading.positions]


def test_an_officer_speaks_for_a_private_body_unless_of_himself() -> None:
    opening = "Norlund Steel makes rails. "
    chief = "Anna Berg, president of Norlund Steel, "
    assert _parties(opening + chief + "said the cabinet should scrap the toll.") == [
        ("Norlund Steel", "demands")
    ]
    assert _parties(opening + chief + "promised to resign in May.") == [("Anna Berg", "commits")]
    assert _parties("Anna Berg, director of the Harbor Police, said the city should scrap the toll.") == [
        ("Anna Berg", "demands")
    ]
