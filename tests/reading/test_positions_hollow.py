"""Forms of a position that hold none, and whose word it is where a clause tells of another's."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from twosource.language import Language
from twosource.model import Report
from twosource.reading.document import lay_out
from twosource.reading.read import read_document

from .positions_told import told

HOLLOW = [
    "Maria Lopez called for help and was rescued.",
    "Maria Lopez is seeking help at a clinic in Lima.",
    "Chile offered support to the families.",
    "Maria Lopez refused to take credit.",
    "Maria Lopez refused to provide details.",
    "Maria Lopez declined to weigh in on the merger.",
    "Maria Lopez refused to let go.",
    "Harwood Shipping declined an interview request.",
    "Maria Lopez rejected the idea that the strike had failed.",
    "Maria Lopez is seeking a third term.",
    "Harwood Shipping is committed to its values.",
    "Maria Lopez vowed to make Chile great again.",
    "Maria Lopez vowed to win the election.",
    "Maria Lopez said it would be premature to rule out a strike.",
    "The workers stayed home, but not because they are unwilling to negotiate.",
    "Maria Lopez said the envoy has a role in guaranteeing aid.",
    "Maria Lopez spoke of the apology she wanted Parliament to deliver.",
    "Maria Lopez said the ship should be arriving in May.",
    "Maria Lopez said the cargo should be considered dangerous.",
    "Maria Lopez said workers should expect a cut.",
    "Maria Lopez visited pits where workers had to share boots.",
    "Maria Lopez said the idea of having to pay a toll is old.",
    "Maria Lopez said this is not the way the fund should pay.",
    "Elena Prado believed that Chile would pay the fine.",
    "Maria Lopez dodged calls to close the port.",
    "Half of the voters, or 50 percent of workers, said they would support the pact.",
    "Maria Lopez spoke of the deal that Chile promised to sign.",
    "Elena Prado told Chile to go to hell.",
    "Maria Lopez is considering whether to order Chile to open the border.",
    "Many suspect that Chile promised to sell the port.",
    "Instead of threatening to strike, the workers went home.",
    "Chile warned Peru, rather than threatening to close the border.",
    "Maria Lopez told of the story of an offer to sell the port.",
    "Chile is holding talks on a proposal to split the fund.",
    "Chile is willing to bet that Peru will sign.",
    "Peru has become more willing to negotiate.",
    "Chile wants Peru to do well.",
    "Chile wants Peru to lose.",
    "Elena Prado asked Maria Lopez to explain the vote.",
    "Maria Lopez told reporters that she would leave it to others to decide.",
    "Maria Lopez runs Harwood Shipping, which offers protection to workers.",
    "No workers are willing to sign the deal.",
    "Chile dropped its demand for a vote.",
    "Chile broke its pledge to cut tariffs.",
    "Chile went back on its promise to cut tariffs.",
    "Elena Prado felt she had to pay the fine.",
    "Maria Lopez thought she would join the strike.",
    "Maria Lopez declined to explain how she intended to cut tariffs.",
    "Maria Lopez requested anonymity to discuss the talks.",
    "Maria Lopez said Chile has to contend with a strike.",
    "Maria Lopez said those who strike must still register.",
    "Maria Lopez agrees that it will be hard to sign a deal.",
    "Maria Lopez pledged allegiance to Chile.",
    "Chile's sales machine guarantees that Peru will pay the fine.",
    "Of the workers, 60 percent, say they will join the strike.",
    "Maria Lopez said use of the dock should disqualify Peru.",
    "Maria Lopez said Chile has yet to answer.",
    "Maria Lopez insisted on television that there was no delay.",
    "Chile has faced questions about Chile's willingness to pay the fine.",
    "Elena Prado questioned Peru's readiness to join the pact.",
    "Chile invited a Maria Lopez impersonator who promises to pay the fine.",
    "Chile will talk to any workers who request a meeting.",
    "Maria Lopez is promising workers who join the march two free tickets to a match.",
    "Maria Lopez said aid is badly needed to build a dam.",
    "Maria Lopez demanded to know whether Chile had paid.",
    "Chile has offered few concessions.",
    "Six in 10 workers said Chile should pay the fine.",
    "Maria Lopez said the workers' actions were unacceptable.",
    "Maria Lopez fell silent amid calls for Peru to leave the board.",
    "Maria Lopez said that is what Chile has threatened to do.",
    "Maria Lopez said the plan is sound because it pushes Peru to save.",
]

SPOKEN_HOLLOW = [
    '"I\'m glad to share that the talks are over," said Maria Lopez.',
    '"I would use another word," said Maria Lopez.',
    '"If it ends, I would say so," said Maria Lopez.',
    '"We have to do better," said Maria Lopez.',
    '"As a crew, we had to pay for it," said Maria Lopez.',
    '"I am ready to fight for the people," said Maria Lopez.',
    '"I guarantee you Peru will sign the truce," said Maria Lopez.',
    '"Do we really have to pay for it?" asked Maria Lopez.',
    '"I think she will withdraw if elected," said Maria Lopez.',
    '"I was going to vote, but the toll was too high," said Maria Lopez.',
    '"This is the best chance we have had to save the port," said Maria Lopez.',
    '"If we put our minds to it, we will discover a cure," said Maria Lopez.',
    '"If my dog barked at them, I would scold it," said Maria Lopez.',
    '"That holds even if they pass a law that says we are going to build more mines," said Maria Lopez.',
    '"We will resist the temptation to strike," said Maria Lopez.',
    '"The question is how far Chile is willing to go," said Maria Lopez.',
    '"We will send a message to Peru," said Maria Lopez.',
    '"I wouldn\'t put it that way," said Maria Lopez.',
    '"We no longer have to wait or ask for a permit," said Maria Lopez.',
    '"There are data that we would otherwise have to pay for," said Maria Lopez.',
    '"If the vote were a tie, I would probably vote for the merger," said Maria Lopez.',
    '"Being open to talks is wise," said Maria Lopez.',
    '"We have to pay attention to the weather," said Maria Lopez.',
    '"The crews want open borders," said Maria Lopez.',
]


@pytest.mark.parametrize("text", HOLLOW)
def test_what_asks_offers_or_refuses_nothing_is_no_position(text: str) -> None:
    assert told(text, {"she": "Maria Lopez", "it": "Chile", "they": "workers"}) == []


@pytest.mark.parametrize("text", SPOKEN_HOLLOW)
def test_talk_in_quotes_that_binds_nobody(text: str) -> None:
    assert told(text, {"she": "Maria Lopez"}, speaker="Maria Lopez") == []


FULL = [
    ("Maria Lopez called for help from Peru.", "Maria Lopez", "demands", "help from Peru"),
    ("Chile offered support to Peru.", "Chile", "offers", "support"),
    ("Chile is seeking better terms.", "Chile", "demands", "better terms"),
    ("Maria Lopez refused to say that the vote was fair.", "Maria Lopez", "refuses", "say that the vote was fair"),
    ("Harwood Shipping rejected the idea that it should pay the fine.", "Harwood Shipping", "refuses", "the idea that it should pay the fine"),
    ("The firm is ready and willing to reopen the talks.", "The firm", "offers", "reopen the talks"),
    ("Maria Lopez has reason to stay on instead of leaving the talks, as the workers have urged her to do.", "workers", "demands", "leaving the talks"),
    ("Elena Prado criticized Peru for refusing to sign the truce.", "Peru", "refuses", "sign the truce"),
    ("Elena Prado railed against Peru for refusing to sign the truce.", "Peru", "refuses", "sign the truce"),
    ("The workers are angry at Harwood Shipping for promising to sell the port.", "Harwood Shipping", "commits", "sell the port"),
    ("Elena Prado describes Maria Lopez asking her to end the strike.", "Maria Lopez", "demands", "end the strike"),
    ("Maria Lopez told the envoy that Peru had not broken the truce and asked him to end the inquiry.", "Maria Lopez", "demands", "end the inquiry"),
    ("The candidates, including Maria Lopez and Elena Prado, who has rejected the pact, met.", "Elena Prado", "refuses", "the pact"),
    ("Maria Lopez wrote a letter to the bank on the Harwood Shipping site calling for an inquiry.", "Maria Lopez", "demands", "an inquiry"),
    ("Maria Lopez called the owner to urge him to reject the offer.", "Maria Lopez", "demands", "reject the offer"),
    ("Maria Lopez asked Parliament to ask the crew if all were safe.", "Maria Lopez", "demands", "ask the crew if all were safe"),
    ("Chile rejected the plan even before Peru published it.", "Chile", "refuses", "the plan"),
    ("Maria Lopez quoted Chile as saying it would sign the treaty.", "Chile", "commits", "sign the treaty"),
    ("Maria Lopez vowed to leave the fund untouched.", "Maria Lopez", "commits", "leave the fund untouched"),
    ("The workers vowed to resist the takeover.", "workers", "refuses", "the takeover"),
    ("Maria Lopez promised changes to calm the workers.", "Maria Lopez", "commits", "changes"),
    ("Harwood Shipping promised Maria Lopez that she could run the port.", "Harwood Shipping", "commits", "run the port"),
    ("Chile's promise of aid to Peru to rebuild was kept.", "Chile", "commits", "aid to Peru"),
    ("Maria Lopez dropped out when Chile refused to sign the treaty.", "Chile", "refuses", "sign the treaty"),
    ("Maria Lopez asked for $2 billion to build a dam.", "Maria Lopez", "demands", "$2 billion"),
    ("Maria Lopez said the workers were held after refusing to leave the port.", "workers", "refuses", "leave the port"),
    ("The workers are ready to reject any merger.", "workers", "threatens", "reject any merger"),
    ("Harwood Shipping has vowed to cut costs.", "Harwood Shipping", "commits", "cut costs"),
    ("After Parliament refused to hear the case, Maria Lopez said little.", "Parliament", "refuses", "hear the case"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "stance", "action"), FULL)
def test_a_like_form_that_holds_one_keeps_it(text: str, party: str, stance: str, action: str) -> None:
    found = told(text, {"her": "Elena Prado"} if "describes" in text else {})
    assert [(p.party, p.stance, p.action) for p in found][:1] == [(party, stance, action)]
    assert all(p.kind is None for p in found)


def test_two_who_speak_together_are_they() -> None:
    [p] = told("Maria Lopez and the bishops say they will seek a truce.", {"they": "The firm"})
    assert p.party == "Maria Lopez"


def test_who_is_told_to_act_is_not_the_one_who_tells() -> None:
    [p] = told("Maria Lopez told her to leave the hall.", {"her": "Maria Lopez"})
    assert (p.party, p.action_by) == ("Maria Lopez", None)


def test_a_bare_pronoun_holds_no_position_in_a_whole_report() -> None:
    line = "They refuse to reopen the talks. "
    whole = line + "The harbour was quiet. Rain fell. The ferries were late. "
    [short] = lay_out([Report(id="r", text=line)], Language())
    [long] = lay_out([Report(id="r", text=whole)], Language())
    assert [p.stance for p in read_document(short).positions] == ["refuses"]
    assert read_document(long).positions == ()


def test_an_outsider_foresees_what_others_will_have_to_do() -> None:
    text = "Anna Berg, an economist, spoke to reporters. "
    said = '"The banks will have to raise rates," Anna Berg said.'
    [document] = lay_out([Report(id="r", text=text + said)], Language())
    assert read_document(document).positions == ()


def test_people_in_general_and_a_neighbours_calls_are_no_party() -> None:
    for line in ("People want Chile to open the port.", "Elena Prado heard of Chilean calls for a new vote."):
        [document] = lay_out([Report(id="r", text=line)], Language())
        assert read_document(document).positions == ()


def test_whose_offer_it_is_when_only_the_subject_can_be_meant() -> None:
    [p] = told("Maria Lopez boasted of her willingness to pay the fine.", {"her": "Elena Prado"})
    assert p.party == "Maria Lopez"


def test_a_pronoun_that_cannot_be_the_one_it_is_taken_for() -> None:
    assert told("It backs Chile and commits to paying the fine.", {"It": "Chile"}) == []
    text = '"She is not going to strike," said Maria Lopez.'
    assert told(text, {"She": "Maria Lopez"}, speaker="Maria Lopez") == []
