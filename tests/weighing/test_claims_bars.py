"""What keeps two alike statements apart, and what anchors two that are worded otherwise."""

import pytest

from tests.weighing.sample_story import Told, language, tell
from tests.weighing.test_claims import ACTORS, claims, joined, told
from twosource.weighing.claims import find_claims
from twosource.weighing.claims_numbers import one_clash, ones_of
from twosource.weighing.claims_units import units_of
from twosource.weighing.story import Story


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Voss called on Reyes to resign over the ferry contract.",
            "Reyes resigned over the ferry contract.",
        ),
        (
            "One man was arrested after the march in Anselm.",
            "There were 46 arrests after the march in Anselm.",
        ),
        ("Voss starred in The Long Harbour.", "Voss starred in Winter Ferry and A Quiet Tide."),
        ("The board would not say what post Reyes was offered.", "Reyes was offered the harbour post."),
    ],
)
def test_statements_that_only_look_alike_stay_apart(one: str, two: str) -> None:
    assert joined(claims(one, two)) == []


def said_by(words: str, *speakers: str) -> Story:
    reports = {
        f"r{n}": Told(text=f'"{words}" {who} said.', quotes={words: who}) for n, who in enumerate(speakers)
    }
    return tell(reports, ACTORS)


def test_a_few_words_that_two_people_say_are_two_statements() -> None:
    words = "We had a hard year,"
    assert joined(find_claims(said_by(words, "Mara Voss", "Ilan Reyes"), (), ())) == []
    assert len(joined(find_claims(said_by(words, "Mara Voss", "Mara Voss"), (), ()))) == 1


def test_a_long_quote_is_one_whoever_it_is_given_to() -> None:
    words = "The harbour will stay shut until every last crane has been tested twice,"
    assert len(joined(find_claims(said_by(words, "Mara Voss", "Ilan Reyes"), (), ()))) == 1


def test_a_year_that_both_give_anchors_two_wordings() -> None:
    one = "A truce ended the conflict between Freedonia and Sylvania in 1953."
    two = "The armistice halted the war between Freedonia and Sylvania in 1953, and trade came back slowly."
    year = {"1953": "1953-01-01/1953-12-31"}
    story = tell({"r0": Told(text=one, days=year), "r1": Told(text=two, days=year)}, ACTORS)
    assert any("1953" in c.text for c in joined(find_claims(story, (), ())))


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("One ferry sank off Anselm.", ["ferry", "sink"]),
        ("One of the ferries sank off Anselm.", []),
        ("The one ferry sank off Anselm.", []),
    ],
)
def test_what_a_statement_has_one_of(sentence: str, things: list[str]) -> None:
    (parse,) = language().parse([sentence])
    assert list(ones_of(parse, range(len(parse)))) == things


def test_one_is_not_forty_six() -> None:
    assert one_clash({"ferry"}, {("ferry", 46.0)})
    assert not one_clash({"ferry"}, {("crane", 46.0)})


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss said that she made no promise to the union.",
        "However, Mara Voss made no promise to the union.",
    ],
)
def test_vectors_are_of_words_with_names_for_pronouns(text: str) -> None:
    assert "Mara Voss made no promise to the union" in [u.resolved.rstrip(" .") for u in units_of(told(text))]


def test_no_statement_ends_within_a_name() -> None:
    text = "The navy named the dead sailor as 51-year-old Capt. Ilan Reyes of the ferry Anselm."
    assert not any(u.text.endswith("Capt") for u in units_of(told(text)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Freedonia will send another half billion doses.", 500_000_000.0),
        ("Half a million people fled.", 500_000.0),
        ("A quarter of a million people fled.", 250_000.0),
        ("Three quarters of a million people fled.", 750_000.0),
        ("Two and a half million people fled.", 2_500_000.0),
        ("More than a million people fled.", 1_000_000.0),
        ("Half of the million people fled.", 1_000_000.0),
    ],
)
def test_a_part_of_a_million_is_not_a_million(text: str, value: float) -> None:
    (unit,) = (u for u in units_of(told(text)) if not u.clause.minor)
    assert max(v for _, v in unit.numbers) == value
