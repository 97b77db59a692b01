"""Who somebody is, told in a title or an aside."""

import pytest

from tests.weighing.sample_story import language
from twosource import Report, read_all, record
from twosource.model import Claim
from twosource.weighing.claims_offices import offices
from twosource.weighing.claims_wording import wording


def told(sentence: str, role: str, name: str) -> list[str]:
    """The offices in a sentence whose mentions are a role and a name of one person."""
    (parse,) = language().parse([sentence])
    at, by_name = sentence.index(role), sentence.index(name)
    mentions = sorted([(at, at + len(role), "a", False), (by_name, by_name + len(name), "a", True)])
    return [wording(parse, c.tokens) for c in offices(parse, mentions)]


@pytest.mark.parametrize(
    ("sentence", "role", "title"),
    [
        (
            "Harbour union chief Mara Voss slept badly.",
            "Harbour union chief Mara Voss",
            "Harbour union chief Mara Voss",
        ),
        (
            "Mara Voss, the union's chief negotiator, slept badly.",
            "the union's chief negotiator",
            "Mara Voss, the union's chief negotiator",
        ),
        (
            "The deputy harbour master, Mara Voss, slept badly.",
            "The deputy harbour master",
            "deputy harbour master, Mara Voss",
        ),
    ],
)
def test_a_role_beside_a_name_is_a_statement(sentence: str, role: str, title: str) -> None:
    assert told(sentence, role, "Mara Voss") == [title]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("President Mara Voss slept badly.", "President Mara Voss"),
        ("Mara Voss slept badly, and the tired union chief left.", "the tired union chief"),
    ],
)
def test_a_bare_title_and_a_role_elsewhere_are_none(sentence: str, role: str) -> None:
    assert told(sentence, role, "Mara Voss") == []


def joined(*texts: str) -> list[Claim]:
    reports = [Report(id=f"r{n}", text=t, published="2031-05-07") for n, t in enumerate(texts)]
    found = record(list(read_all(reports))).claims
    return [c for c in found if len({e.report for e in c.evidence}) > 1]


def test_a_title_and_an_aside_that_say_the_same_are_one_claim() -> None:
    found = joined(
        "Harbour union lawyer Ilan Reyes warned on Tuesday that the strike in Velmora could last for weeks.",
        "The grain traders met twice. Ilan Reyes, a lawyer for the harbour union, did not attend the talks.",
    )
    assert any("Reyes" in c.text and "lawyer" in c.text for c in found)


def test_two_people_with_one_title_are_two() -> None:
    found = joined(
        "Deputy Finance Minister Mara Voss flew to Velmora on Tuesday to see the flooded schools.",
        "Deputy Finance Minister Ilan Reyes has written a book about the price of bread.",
    )
    assert not found


def test_an_office_is_nobodys_statement() -> None:
    (found,) = joined(
        "“Ilan Reyes, then the deputy director of the harbour bank, sold the port,” Mara Voss said.",
        "Voters slept late. Ilan Reyes, then the deputy director of the harbour bank, left for Velmora.",
    )
    assert found.text == "Ilan Reyes, then the deputy director of the harbour bank"
    assert not found.attributed_to
