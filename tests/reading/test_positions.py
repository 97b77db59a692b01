"""One sentence per construction: who holds what, and what is no position at all."""
# ruff: noqa: E501 (a sentence a line)

from time import perf_counter

import pytest

from twosource.language import Language
from twosource.model import Actor, Mention, Report
from twosource.reading.cast import cast_of
from twosource.reading.document import lay_out
from twosource.reading.positions import find_positions

from .positions_told import told

STATED = [
    ("Chile demanded that Peru withdraw its troops.", "Chile", "demands", "withdraw its troops", "Peru"),
    ("The Dockers Union demanded a pay rise.", "Dockers Union", "demands", "a pay rise", None),
    ("The Dockers Union called on Harwood Shipping to reopen the talks.", "Dockers Union", "demands", "reopen the talks", "Harwood Shipping"),
    ("The Dockers Union called for a strike vote.", "Dockers Union", "demands", "a strike vote", None),
    ("Maria Lopez urged Parliament to pass the budget.", "Maria Lopez", "demands", "pass the budget", "Parliament"),
    ("Maria Lopez wants Harwood Shipping to pay the fine.", "Maria Lopez", "demands", "pay the fine", "Harwood Shipping"),
    ("Peru wants the pilots released.", "Peru", "demands", "the pilots released", None),
    ("Chile insists that Peru must free the pilots.", "Chile", "demands", "free the pilots", "Peru"),
    ("Maria Lopez said Harwood Shipping should return the deposits.", "Maria Lopez", "demands", "return the deposits", "Harwood Shipping"),
    ("Chile has long sought an exemption from the tariffs.", "Chile", "demands", "an exemption from the tariffs", None),
    ("Peru is looking for more support.", "Peru", "demands", "more support", None),
    ("The workers signed a petition calling on Maria Lopez to resign.", "workers", "demands", "resign", "Maria Lopez"),
    ("Chile complained that Peru has not opened the border.", "Chile", "demands", "Peru has not opened the border", "Peru"),
    ("Chile offered to hold a meeting.", "Chile", "offers", "hold a meeting", "Chile"),
    ("Harwood Shipping proposed raising wages by two percent.", "Harwood Shipping", "offers", "raising wages by two percent", "Harwood Shipping"),
    ("Chile expressed its readiness to send observers.", "Chile", "offers", "send observers", "Chile"),
    ("Peru is willing to free the pilots.", "Peru", "offers", "free the pilots", "Peru"),
    ("Maria Lopez promised to build a new school.", "Maria Lopez", "commits", "build a new school", "Maria Lopez"),
    ("Maria Lopez promised that Chile would honour the contract.", "Maria Lopez", "commits", "honour the contract", "Chile"),
    ("Chile is committed to keeping the border open.", "Chile", "commits", "keeping the border open", "Chile"),
    ("Chile insisted on keeping the tariffs.", "Chile", "commits", "keeping the tariffs", "Chile"),
    ("Chile agreed to extend the truce.", "Chile", "accepts", "extend the truce", "Chile"),
    ("Harwood Shipping agreed to a meeting.", "Harwood Shipping", "accepts", "a meeting", None),
    ("Chile accepted the ceasefire proposal.", "Chile", "accepts", "the ceasefire proposal", None),
    ("Chile refused to sign the treaty.", "Chile", "refuses", "sign the treaty", "Chile"),
    ("Harwood Shipping rejected the offer.", "Harwood Shipping", "refuses", "the offer", None),
    ("Maria Lopez ruled out a merger.", "Maria Lopez", "refuses", "a merger", None),
    ("Chile did not accept the proposal.", "Chile", "refuses", "accept the proposal", "Chile"),
    ("Chile vowed not to recognize the new government.", "Chile", "refuses", "recognize the new government", "Chile"),
    ("Chile is unwilling to sign the treaty.", "Chile", "refuses", "sign the treaty", "Chile"),
    ("Maria Lopez said a pay cut is off the table.", "Maria Lopez", "refuses", "a pay cut", "Maria Lopez"),
    ("Peru repeated its threat to boycott the summit.", "Peru", "threatens", "boycott the summit", "Peru"),
    ("Chile vowed to boycott the summit.", "Chile", "threatens", "boycott the summit", "Chile"),
    ("Peru threatened to close the border.", "Peru", "threatens", "close the border", "Peru"),
    ("Maria Lopez urged Chile not to sign the treaty.", "Maria Lopez", "demands", "not to sign the treaty", "Chile"),
    ("Maria Lopez met the refusal of Peru to pay the fine.", "Peru", "refuses", "pay the fine", "Peru"),
    ("Maria Lopez recommended no duties be lifted.", "Maria Lopez", "demands", "no duties be lifted", None),
    ("Maria Lopez asked that duties be lifted.", "Maria Lopez", "demands", "duties be lifted", None),
    ("Maria Lopez called for a re-run of the vote.", "Maria Lopez", "demands", "a re-run of the vote", None),
    ("Maria Lopez said she will no longer pay the fine.", "Maria Lopez", "refuses", "pay the fine", "Maria Lopez"),
    ("The workers signed a petition calling for a referendum.", "workers", "demands", "a referendum", None),
    ("Chile criticized the deal, threatening on Friday to close the port.", "Chile", "threatens", "close the port", "Chile"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "stance", "action", "action_by"), STATED)
def test_a_stance_is_found_with_its_party_and_its_action(
    text: str, party: str, stance: str, action: str, action_by: str | None
) -> None:
    found = told(text)
    assert [(p.party, p.stance, p.action, p.action_by) for p in found] == [(party, stance, action, action_by)]
    assert found[0].kind is None


NONE_AT_ALL = [
    "Harwood Shipping declined to comment.",
    "Chile did not call for new elections.",
    "Harwood Shipping never promised to keep the plant open.",
    "Will Chile agree to lift the tariffs?",
    "If Chile agreed to lift the tariffs, prices would fall.",
    "Chile could threaten to close the border.",
    "Chile would have agreed to lift the tariffs.",
    "The new bridge will not open until March.",
    "Analysts said Chile would not lift the tariffs until spring.",
    "The reforms offer a chance to cut costs.",
    "Maria Lopez offered her condolences to the families.",
    "Maria Lopez stopped short of promising to cut taxes.",
    "Maria Lopez could do this by telling Parliament that she will withdraw the bill.",
    "Harwood Shipping asked whether it should close the plant.",
    "Economists warned that prices could rise if the harvest fails.",
    "Maria Lopez denied that she had promised to resign.",
    "Parliament received a threat of violence.",
    "Chile could reopen the border or decline to appeal.",
    "Maria Lopez insisted that she had paid.",
    "Maria Lopez said Peru no longer needs to close the border.",
    "Maria Lopez said Chile should have signed.",
    "The law requires workers to offer proof of age.",
    "Maria Lopez declined to say whether Chile would sign.",
    "Elena Prado warned that prices would go up if Chile kept the tariff.",
    "Demand for steel rose in May, Maria Lopez said.",
    "Maria Lopez insisted that they don't lend money.",
    "Maria Lopez called the workers for a meeting.",
    "Maria Lopez voted on a resolution calling for more aid.",
    "Chile warned of leaflets calling for a march.",
    "Maria Lopez said the idea that Peru should run the port is wrong.",
    "Maria Lopez picked a date that should leave time for the vote, she said.",
    "Maria Lopez said the strike should come as no surprise.",
    "Maria Lopez wants workers to know that the port is open.",
    "Chile cut its prices, threatening to deepen a glut.",
    "Harwood Shipping says its software will protect ports.",
    "Maria Lopez asked whether it makes sense to split the bill or push for one vote.",
    "Maria Lopez said that looking at the plan had been dropped and would cease.",
    "Maria Lopez said workers need to re-think that.",
    "Maria Lopez led a failed bid to allow workers to approve the contract.",
    "Parliament was widely expected to reject the bill.",
    "Maria Lopez said that is how Peru has to operate.",
    "Maria Lopez said Peru must understand that the fine is high.",
]


@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_what_is_supposed_denied_or_forecast_is_no_position(text: str) -> None:
    assert told(text, {"she": "Maria Lopez", "it": "Harwood Shipping"}) == []


def test_the_first_person_is_the_speaker_of_the_quote() -> None:
    [p] = told('"We will not sell the port," said Maria Lopez.', speaker="Maria Lopez")
    assert (p.party, p.stance, p.action, p.action_by) == (
        "Maria Lopez",
        "refuses",
        "sell the port",
        "Maria Lopez",
    )


IN_WORDS = [
    ("A statement said Chile would reopen the border.", "Chile", "commits", None),
    ("Maria Lopez said she could accept a deal if Chile lowers the price.", "Maria Lopez", "offers", "if"),
    ("Maria Lopez said the duties levied in May will not be lifted until Peru pays.", "Maria Lopez", "refuses", "until"),
    ("Maria Lopez warned there would be consequences if Chile closes the border.", "Maria Lopez", "threatens", "if"),
    ("Elena Prado warned that Peru would take the case to court if Chile kept the grounds closed.", "Peru", "threatens", "if"),
    ("Elena Prado warned that Peru would go to court unless Chile paid.", "Peru", "threatens", "unless"),
    ("Chile needs to pay the fine, Maria Lopez said.", "Maria Lopez", "demands", None),
    ("Chile renewed its offer of talks.", "Chile", "offers", None),
    ("The Dockers Union renewed its call for a referendum.", "Dockers Union", "demands", None),
    ("The Dockers Union renewed its demand that Harwood Shipping pay overtime.", "Dockers Union", "demands", None),
    ("Peru is ready to negotiate.", "Peru", "offers", None),
    ("Maria Lopez said she will oppose the merger.", "Maria Lopez", "commits", None),
    ("Chile agreed that Peru should pay the fine.", "Chile", "demands", None),
    ("Chile warned that it could close the border.", "Chile", "threatens", None),
    ("Maria Lopez said she would not sign the bill.", "Maria Lopez", "refuses", None),
    ("Maria Lopez said a pay cut is not on the table.", "Maria Lopez", "refuses", None),
    ("Maria Lopez said a pay cut was unacceptable.", "Maria Lopez", "refuses", None),
    ("Neighbours like Chile vowed to send grain.", "Chile", "commits", None),
    ("The port, she vowed, would reopen in May.", "Maria Lopez", "commits", None),
    ("Harwood Shipping threatened not to open the plant unless the workers return.", "Harwood Shipping", "threatens", "unless"),
    ("Chile will not agree to a truce.", "Chile", "refuses", None),
    ("Chile is willing to sue the bank if it does not pay.", "Chile", "threatens", "unless"),
    ("Harwood Shipping announced that they will be willing to pay the fine.", "Harwood Shipping", "offers", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "stance", "kind"), IN_WORDS)
def test_stances_in_reported_words(text: str, party: str, stance: str, kind: str | None) -> None:
    assert [(p.party, p.stance, p.kind) for p in told(text, {"she": "Maria Lopez", "it": "Chile"})] == [
        (party, stance, kind)
    ]


def test_a_wish_for_another_to_act_is_a_demand() -> None:
    [p] = told('"We would like Chile to pay the fine," said Maria Lopez.', speaker="Maria Lopez")
    assert (p.party, p.stance, p.action_by) == ("Maria Lopez", "demands", "Chile")


def test_what_we_must_do_after_but_is_a_demand_and_no_condition() -> None:
    text = '"This is no time to rest, but we must keep watching the border," said Maria Lopez.'
    [p] = told(text, speaker="Maria Lopez")
    assert (p.party, p.stance, p.kind) == ("Maria Lopez", "demands", None)


def test_a_quote_that_goes_on_after_a_judgement() -> None:
    text = '"I have always said we should not sell the port - that would not be wise," said Maria Lopez.'
    [p] = told(text, speaker="Maria Lopez")
    assert (p.party, p.stance) == ("Maria Lopez", "demands")


def test_a_pronoun_in_the_condition_is_the_one_actor_that_the_action_names() -> None:
    [p] = told("Chile urged Parliament to cut off aid to Peru until it frees the pilots.")
    assert (p.party, p.kind, p.by) == ("Chile", "until", "Peru")


def test_a_demand_in_a_quote_is_its_speakers() -> None:
    [p] = told('"Harwood Shipping has to reinstate the drivers," said Maria Lopez.', speaker="Maria Lopez")
    assert (p.party, p.stance, p.action_by) == ("Maria Lopez", "demands", "Harwood Shipping")


def test_what_a_clause_says_of_another_party_in_a_quote_is_not_the_speakers_own_act() -> None:
    text = '"If Peru strikes us, they will pay a heavy price," said Maria Lopez.'
    [p] = told(text, {"they": "Peru"}, speaker="Maria Lopez")
    assert (p.party, p.stance, p.kind, p.by) == ("Maria Lopez", "threatens", "if", "Peru")


def test_a_subject_shared_by_coordinated_verbs() -> None:
    found = told("Chile praised the deal and promised to sign it.")
    assert [(p.party, p.stance) for p in found] == [("Chile", "commits")]


def test_a_relative_clause_speaks_of_its_antecedent() -> None:
    found = told("Parliament heard Maria Lopez, who promised to cut taxes.")
    assert [(p.party, p.stance) for p in found] == [("Maria Lopez", "commits")]


def test_an_official_speaks_for_his_country() -> None:
    [p] = told("The talks failed, and an adviser to Chile warned that Chile could close the border.")
    assert (p.party, p.stance, p.action_by) == (
        "an adviser to Chile",
        "threatens",
        "an adviser to Chile",
    ) or (p.party == "Chile")


def test_a_position_without_a_party_of_the_cast_is_left_out() -> None:
    assert told("Someone demanded a pay rise.") == []


def test_ids_follow_the_text() -> None:
    text = "Chile refused to sign the treaty. Peru threatened to close the border."
    [document] = lay_out([Report(id="r", text=text)], Language())
    cast = cast_of(
        tuple(
            Actor(id=n, name=n, type="country", mentions=(Mention(start=text.index(n), end=text.index(n) + len(n), kind="name"),))
            for n in ("Chile", "Peru")
        )
    )  # fmt: skip
    found = find_positions(document, cast, ())
    assert [(p.id, p.party, p.sentence) for p in found] == [("p1", "Chile", "s1"), ("p2", "Peru", "s2")]


@pytest.mark.parametrize(
    "text", ["", "?", "if " * 400, "unless until if " * 120, "will not " * 200, "demand " * 300]
)
def test_odd_texts_give_no_positions_in_no_time(text: str) -> None:
    begun = perf_counter()
    assert told(text) == []
    assert perf_counter() - begun < 20
