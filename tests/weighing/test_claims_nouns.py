# ruff: noqa: E501 (sentences of the samples)

import pytest

from tests.weighing.sample_story import Told, language, tell
from twosource.model import ActorType, Claim
from twosource.weighing.claims import find_claims
from twosource.weighing.claims_clauses import clauses_of
from twosource.weighing.claims_nouns import inner_facts
from twosource.weighing.claims_units import units_of
from twosource.weighing.claims_wording import wording

ACTORS: dict[str, ActorType] = {
    "Mara Voss": "person",
    "Ilan Reyes": "person",
    "Freedonia": "country",
    "Sylvania": "country",
    "Harbour Union": "organization",
}


def inner(sentence: str) -> list[str]:
    (parse,) = language().parse([sentence])
    return [wording(parse, c.spoken, c.lent) for c in inner_facts(parse, clauses_of(parse))]


def joined(*texts: str) -> list[Claim]:
    story = tell({f"r{n}": Told(text=t) for n, t in enumerate(texts)}, ACTORS)
    return [c for c in find_claims(story, (), ()) if len({e.report for e in c.evidence}) > 1]


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("He made no promise to the miners, leaving it open who pays.", "He made no promise to the miners"),
        ("Voss rejected the calls of 8,200 soldiers stationed in Sylvania.", "8,200 soldiers stationed in Sylvania"),
        ("Crowds welcomed the first meeting between the two kings since the war.", "first meeting between the two kings"),
        ("The port was hurt by his decision not to spare it from the tax.", "his decision not to spare it from the tax"),
        ("The union's new leader, Mara Voss, has slept badly for weeks.", "Mara Voss The union's new leader"),
    ],
)  # fmt: skip
def test_facts_in_nouns_and_cores_are_found(sentence: str, fact: str) -> None:
    assert any(fact in found for found in inner(sentence)), inner(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The leader of Sylvania slept well.",
        "The meeting was long.",
        "They will strike unless the owners, who live abroad, pay.",
    ],
)
def test_what_only_names_a_thing_is_no_fact(sentence: str) -> None:
    assert not [f for f in inner(sentence) if "strike" not in f]


def test_a_count_in_a_noun_and_in_a_clause_is_one_claim() -> None:
    found = joined(
        "Ilan Reyes wants Freedonia to withdraw the 8,200 soldiers stationed in Sylvania before the vote.",
        "There are 8,200 Freedonian soldiers in Sylvania.",
    )
    assert any("8,200" in c.text and c.independent_sources == 2 for c in found)


def test_an_office_beside_a_name_is_one_claim_either_way_round() -> None:
    found = joined(
        "Ilan Reyes flew in to see Mara Voss, the union's new chief negotiator.",
        "The union's new chief negotiator, Mara Voss, is known for her patience.",
    )
    assert any("negotiator" in c.text for c in found)


def test_the_core_of_a_clause_is_what_the_other_report_says() -> None:
    found = joined(
        "Mara Voss rejected the water treaty, leaving it open whether her coalition with the farmers will last.",
        "Mara Voss rejected the water treaty.",
    )
    assert [c.text for c in found] == ["Mara Voss rejected the water treaty"]


def test_what_is_denied_is_not_said() -> None:
    story = tell({"r": Told(text="Mara Voss denied meeting Ilan Reyes.")}, ACTORS)
    assert [u.negated for u in units_of(story)] == [True]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Mara Voss called off the visit to Sylvania.", "The visit to Sylvania was cancelled by Mara Voss."),
        ("Ilan Reyes stepped down as leader of the Harbour Union.", "Ilan Reyes resigned as leader of the Harbour Union."),
    ],
)  # fmt: skip
def test_a_verb_with_its_particle_is_one_word(one: str, two: str) -> None:
    assert joined(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Mara Voss voiced support for the water treaty.", "Mara Voss voiced opposition to the water treaty."),
        ("Mara Voss left the coalition over the water treaty.", "Ilan Reyes left the coalition over the water treaty."),
        ("Not a single minister defended Mara Voss in parliament.", "A minister defended Mara Voss in parliament."),
    ],
)  # fmt: skip
def test_what_undoes_or_is_done_by_others_stays_apart(one: str, two: str) -> None:
    assert not joined(one, two)


def test_one_of_two_does_not_stand_alone_after_between() -> None:
    text = (
        "The letters showed a quarrel between Mara Voss, then the owner of the port, and her deputy over pay."
    )
    assert all("deputy" in fact for fact in inner(text) if "between" in fact)


@pytest.mark.parametrize(
    ("sentence", "kernel"),
    [
        (
            "Parliament passed a sweeping law on Friday that would give the dockers of three ports a raise.",
            "Parliament passed a sweeping law",
        ),
        (
            "The harbour union filed a lawsuit against the port after a strike of nine long weeks.",
            "The harbour union filed a lawsuit against the port",
        ),
    ],
)
def test_the_kernel_of_a_clause_is_a_statement(sentence: str, kernel: str) -> None:
    assert any(
        fact.startswith(kernel) and "raise" not in fact and "nine" not in fact for fact in inner(sentence)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Voss gave no sign that she would veto the long harbour bill this summer.",
        "Only the union filed a lawsuit against the port after a strike of nine weeks.",
        "Voss accused the port of having sold the cranes of three towns.",
    ],
)
def test_less_is_not_said_where_it_would_be_more_or_nothing(sentence: str) -> None:
    (parse,) = language().parse([sentence])
    assert not any(c.kernel for c in inner_facts(parse, clauses_of(parse)))


def test_two_long_leads_agree_on_what_was_done() -> None:
    (found,) = joined(
        "Parliament passed a law on dock work that would give the crews of three ports 12 days of leave.",
        "In a session that ran past midnight, parliament passed a law on dock work, 40 pages in length.",
    )
    assert found.text.startswith("Parliament passed a law on dock work")
