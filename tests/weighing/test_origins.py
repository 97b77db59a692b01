import pytest

from tests.weighing.sample_story import Told, tell
from twosource.model import ActorType, Claim
from twosource.weighing.claims import find_claims
from twosource.weighing.origins import is_medium
from twosource.weighing.story import Story

ACTORS: dict[str, ActorType] = {
    "Mara Voss": "person",
    "Ilan Reyes": "person",
    "Harbour News": "organization",
    "Velpress": "organization",
}


def story(*texts: str, families: dict[str, str] | None = None) -> Story:
    return tell({f"r{n}": Told(text=t) for n, t in enumerate(texts)}, ACTORS, families)


def joined(*texts: str, families: dict[str, str] | None = None) -> list[Claim]:
    found = find_claims(story(*texts, families=families), (), ())
    return [c for c in found if len({e.report for e in c.evidence}) > 1]


@pytest.mark.parametrize(
    "name",
    [
        "Reuters",
        "the Anselm Times",
        "Channel 4",
        "CNN",
        "Velmora Daily Herald",
        "Yonhap",
        "The New York Times",
    ],
)
def test_media_are_known_by_name_or_by_ending(name: str) -> None:
    assert is_medium(name)


@pytest.mark.parametrize(
    "name", ["Harbour Union", "Ministry of Finance", "Times", "Mara Voss", "White House"]
)
def test_other_organizations_are_no_media(name: str) -> None:
    assert not is_medium(name)


def test_reports_that_cite_one_paper_are_one_source() -> None:
    (claim,) = joined(
        "The port of Velmora will be sold to a private fund, Harbour News reported.",
        "According to Harbour News, the port of Velmora will be sold to a private fund.",
    )
    assert (claim.independent_sources, claim.standing) == (1, "single-source")
    assert claim.why == "2 reports, 1 source: all cite Harbour News"


def test_what_somebody_told_one_paper_has_one_source() -> None:
    (claim,) = joined(
        "Mara Voss told Reuters that the port of Velmora would be sold in May.",
        "The port of Velmora would be sold in May, Mara Voss told Reuters.",
        "Voss told Reuters the port of Velmora would be sold in May.",
    )
    assert claim.independent_sources == 1
    assert claim.why == "3 reports, 1 source: all cite Reuters"


def test_two_who_heard_the_minister_are_two_sources() -> None:
    (claim,) = joined(
        "Mara Voss said the port of Velmora would be sold in May.",
        "The port of Velmora would be sold in May, Mara Voss told reporters.",
    )
    assert claim.independent_sources == 2


def test_one_tweet_is_one_source() -> None:
    (claim,) = joined(
        "Mara Voss said in a tweet that the port of Velmora would be sold in May.",
        "The port of Velmora would be sold in May, Mara Voss tweeted.",
    )
    assert claim.independent_sources == 1
    assert claim.why.endswith("all rest on one post of Mara Voss")


def test_a_report_of_its_own_is_a_source_beside_those_who_cite() -> None:
    (claim,) = joined(
        "The port of Velmora will be sold to a private fund, Harbour News reported.",
        "According to Harbour News, the port of Velmora will be sold to a private fund.",
        "The port of Velmora will be sold to a private fund.",
    )
    assert (claim.independent_sources, claim.standing) == (2, "corroborated")
    assert claim.why == "3 reports, 2 sources: 2 cite Harbour News"


def test_different_media_are_different_sources() -> None:
    (claim,) = joined(
        "The port of Velmora will be sold to a private fund, Harbour News reported.",
        "The port of Velmora will be sold to a private fund, Velpress News Agency reported.",
    )
    assert claim.independent_sources == 2


def test_copies_that_cite_the_paper_count_once_with_it() -> None:
    text = "The port of Velmora will be sold to a private fund, Harbour News reported."
    (claim,) = joined(text, text, families={"r0": "r0", "r1": "r0"})
    assert claim.independent_sources == 1


def test_what_a_report_adds_itself_is_not_the_papers() -> None:
    found = joined(
        "Mara Voss, who was born in Anselm, told Reuters on Monday that the port would be sold.",
        "Mara Voss, who was born in Anselm, told Reuters the port would be sold.",
    )
    (born,) = [c for c in found if "born" in c.text]
    assert born.independent_sources == 2


def test_a_writers_words_that_two_reports_print_are_one_text() -> None:
    (claim,) = joined(
        "The alarm was raised at the mill after a night guard noticed flames coming from the old hall.",
        "Officials said the alarm was raised at the mill after a night guard noticed flames coming from the "
        "old hall.",
    )
    assert (claim.independent_sources, claim.why) == (
        1,
        "2 reports, 1 source: all have it in the words of one text",
    )


def test_words_that_one_report_quotes_and_the_other_writes_are_one_text() -> None:
    (claim,) = joined(
        "The bridge has become a symbol of everything that went wrong in the town since the war.",
        'One paper wrote that "the bridge has become a symbol of everything that went wrong in the town '
        'since the war".',
    )
    assert claim.independent_sources == 1


def test_what_both_quote_from_one_speaker_has_two_who_heard_it() -> None:
    (claim,) = joined(
        '"We will not leave the table until every one of our people is back at work," Mara Voss said.',
        'Mara Voss said: "We will not leave the table until every one of our people is back at work."',
    )
    assert claim.independent_sources == 2


def test_one_fact_in_two_writers_words_has_two_sources() -> None:
    (claim,) = joined(
        "The union voted on Monday to strike at all four ports until the new contract is signed.",
        "The union voted on Monday for a strike at all four ports until a new contract is signed.",
    )
    assert claim.independent_sources == 2


def test_what_somebody_told_a_medium_has_that_medium_for_its_source() -> None:
    (claim,) = joined(
        "A source in the governor's office told Harbour News about the plan on Wednesday.",
        "On Wednesday a source in the governor's office told Harbour News about the sale plan.",
    )
    assert claim.independent_sources == 1
