"""Whose terms a reported clause gives: a party's, whoever tells them; terms put as nouns."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from twosource.api import read
from twosource.language import Language
from twosource.model import Report


def told(text: str, language: Language) -> list[tuple[str, str, str, str, str]]:
    """Party, stance, action, kind and condition of each position; with every stage of the reading."""
    reading = read(Report(id="r", text=text), language=language)
    names = {a.id: a.name for a in reading.actors}
    return [
        (
            names[p.party],
            p.stance,
            text[p.action.start : p.action.end],
            p.condition.kind if p.condition else "",
            text[p.condition.span.start : p.condition.span.end] if p.condition else "",
        )
        for p in reading.positions
    ]


TERMS = [
    ("The Miners' Federation will not return to the pits as long as Harwood Motors keeps its lists, its leader said.", "Miners' Federation", "refuses", "return to the pits", "as long as"),
    ("Norway would ease its quota if Iceland shared its data, Fisheries Minister Lars Moe said.", "Norway", "commits", "Norway would ease its quota", "if"),
    ("Harwood Motors will hire new men only once the Miners' Federation has signed, a company spokesman said.", "Harwood Motors", "refuses", "Harwood Motors will hire new men", "unless"),
    ("Norway will pay no grants unless Iceland opens its ports, officials in Oslo said.", "Norway", "refuses", "pay no grants", "unless"),
    ("A mediator said Norway would not sign before Iceland opened its ports.", "Norway", "refuses", "sign", "until"),
    ("Norway said it could reopen the strait once Iceland withdrew its ships.", "Norway", "offers", "it could reopen the strait", "if"),
    ("Norway said the crews would not be released unless the fine was paid.", "Norway", "refuses", "the crews would not be released", "unless"),
    ("Norway said the depot would stay shut until Iceland paid the fine.", "Norway", "commits", "the depot would stay shut", "until"),
    ("The unions' position is that they cannot settle the dispute until Harwood Motors opens its books, secretary Ana Ruiz said.", "unions", "refuses", "settle the dispute", "until"),
    ("Norway said trucks would be let in only if Iceland shared its lists.", "Norway", "refuses", "trucks would be let in", "unless"),
    ("Mayor Ruth Lind said the city would sell the arena as soon as the Comets paid their debts.", "Ruth Lind", "commits", "the city would sell the arena", "if"),
    ("Farmers will not lift the blockade until Norway pays, the Farmers' Federation said.", "Farmers' Federation", "refuses", "lift the blockade", "until"),
    ("Vexa will admit nothing unless Norway hands over the maps, its lawyer Paul Teller said.", "Vexa", "refuses", "admit nothing", "unless"),
    ("There can be no talk of a visit before Norway takes its seat, Chile's foreign minister Leo Brandt said.", "Leo Brandt", "refuses", "talk of a visit", "until"),
    ("Chile said that it would not discuss the strait as long as Norway kept its ships there.", "Chile", "refuses", "discuss the strait", "as long as"),
    ("Norway is not signing anything until Iceland opens its books.", "Norway", "refuses", "signing anything", "until"),
    ("Norway will not talk while the ban stays in force.", "Norway", "refuses", "talk", "as long as"),
    ("Norway said talks would begin only after Iceland had paid.", "Norway", "refuses", "talks", "unless"),
    ("An amnesty is a precondition for any ceasefire, Norway said.", "Norway", "refuses", "any ceasefire", "until"),
    ("The city of Bremen has made the loan conditional on a lease by the Comets.", "Bremen", "offers", "the loan", "in return for"),
    ("Norway has said that a withdrawal by Iceland must come before any talks can begin.", "Norway", "refuses", "any talks", "until"),
    ("Iceland agreed to open its archives, a condition that Norway had said must be met for any talks to begin.", "Norway", "refuses", "any talks", "until"),
    ("Norway refused to hand over the maps, saying that Iceland must first pay its share.", "Norway", "refuses", "hand over the maps", "until"),
    ("For Norway, a pullback can't happen outside of a treaty, said Ana Ruiz, a scholar at Kiel.", "Norway", "refuses", "a pullback", "unless"),
    ("Experts doubt that Norway would give up its claim. \"It can't happen without a treaty,\" Ana Ruiz, a scholar at Kiel, wrote.", "Norway", "refuses", "give up its claim", "unless"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "stance", "action", "kind"), TERMS)
def test_a_partys_terms_are_its_own(
    text: str, party: str, stance: str, action: str, kind: str, language: Language
) -> None:
    found = [p for p in told(text, language) if p[4]]
    assert [(p[0], p[1], p[2], p[3]) for p in found] == [(party, stance, action, kind)]


NONE = [
    "Analysts said Norway would not sign unless Iceland opened its ports.",
    "Iceland said Norway would thrive if it joined the pact.",
    "The council will build the lanes if it finds the money, councillor Ana Ruiz said.",
    "Norway rejected the offer before Iceland had even announced it.",
    "Norway said it could rain if the wind turned.",
    "Harwood Motors said the mine would reopen once the water had gone.",
    "Norway will not sign, while Iceland will.",
    "Norway said in March that the loan was not conditional on a lease.",
    "An amnesty was a precondition for the ceasefire of 1999.",
    "We cannot win unless we score, coach Ana Ruiz said.",
]


@pytest.mark.parametrize("text", NONE)
def test_forecasts_and_a_partys_own_affairs_are_no_terms(text: str, language: Language) -> None:
    waits = [p for p in told(text, language) if p[4] and p[1] in ("refuses", "offers")]
    assert [p for p in waits if p[3] in ("until", "unless", "as long as", "in return for")] == []
