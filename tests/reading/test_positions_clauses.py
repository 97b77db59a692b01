"""Stances that a whole clause carries, and what others report of a party's price."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from .positions_told import Told, told

_LOPEZ = "Maria Lopez"
_PRONOUNS = {"she": _LOPEZ, "my": _LOPEZ, "her": _LOPEZ, "it": "Peru", "they": "The union"}
CLAUSES = [
    ('"There will be no talks until Peru frees the pilots," Maria Lopez said.', "refuses", "talks", "until", "until Peru frees the pilots", "Peru"),
    ("Maria Lopez said there would be no deal without a pay rise.", "refuses", "deal", "unless", "without a pay rise", None),
    ('"There is a good deal for Peru when it opens its mines," Maria Lopez said.', "offers", "a good deal for Peru", "if", "when it opens its mines", "Peru"),
    ('"There is a way back for Peru once it pays the fine," Maria Lopez said.', "offers", "a way back for Peru", "if", "once it pays the fine", "Peru"),
    ('"What we want is that Harwood Shipping reinstate the drivers," Maria Lopez said.', "demands", "reinstate the drivers", None, "", None),
    ('"They have my blessing to sell the yard," Maria Lopez said.', "accepts", "sell the yard", None, "", None),
    ("The firm gave its blessing to the merger.", "accepts", "the merger", None, "", None),
    ("Maria Lopez repeated her vow to quit the talks if Peru closes the port.", "threatens", "quit the talks", "if", "if Peru closes the port", "Peru"),
    ("Maria Lopez said she would have Chile join the pact only if Peru opens its archives.", "refuses", "Chile join the pact", "unless", "only if Peru opens its archives", "Peru"),
    ("Analysts say that Chile would give up the claim if it were offered a treaty with Peru.", "offers", "give up the claim", "if", "if it were offered a treaty with Peru", "Peru"),
    ("Maria Lopez said Chile would strongly resist any sale of the port.", "refuses", "any sale of the port", None, "", None),
    ("Maria Lopez said that the cabinet should not vote until after the election.", "demands", "the cabinet should not vote", "until", "until after the election", None),
    ('"If you do not want the strike to last, I ask you to sign this deal," Maria Lopez said.', "demands", "sign this deal", "if", "If you do not want the strike to last", None),
    ("Maria Lopez pledged that, if elected president, she would close the mine.", "commits", "close the mine", "if", "if elected president", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stance", "action", "kind", "condition", "by"), CLAUSES)
def test_a_clause_states_a_position(
    text: str, stance: str, action: str, kind: str | None, condition: str, by: str | None
) -> None:
    [p] = _told(text)
    assert (p.stance, p.action, p.kind, p.condition, p.by) == (stance, action, kind, condition, by)


def test_a_condition_may_stand_without_its_if() -> None:
    [p] = _told('"You close the port, you will have big problems," Maria Lopez said.')
    assert (p.party, p.stance) == (_LOPEZ, "threatens")


def test_what_is_told_in_one_breath_with_an_offer_is_a_promise() -> None:
    told_ = _told(
        "Analysts said that Chile was willing to talk and would halt the sale throughout the talks."
    )
    assert [(p.party, p.stance, p.condition) for p in told_] == [
        ("Chile", "offers", ""),
        ("Chile", "commits", "throughout the talks"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez said there would be a meeting if the weather allows.",
        "Maria Lopez said there were no talks.",
        "There will be a deal if Peru pays.",
        '"Whether he is right or not, you will have problems soon," Maria Lopez said.',
        "Analysts say that Chile would grow if it were offered a loan.",
        "What Peru wants is a mystery.",
        "Peru did not give its blessing to the merger.",
    ],
)
def test_a_forecast_or_a_riddle_is_no_position(text: str) -> None:
    assert _told(text) == []


def _told(text: str) -> list[Told]:
    return told(text, _PRONOUNS, speaker=_LOPEZ if '"' in text else None)
