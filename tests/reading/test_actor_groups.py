"""Several as one, and one of several: groups of named actors, namesakes, types by vote."""

import pytest

from tests.reading.casting import actor, cast_of_text, mentions
from tests.reading.quoting import language
from twosource.model import Report
from twosource.reading.actor_groups import group_names
from twosource.reading.actor_names import named_at
from twosource.reading.document import lay_out


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Maria Costa and Jon Berg said the strike would go on. The two would meet again on Friday.",
            "Maria Costa and Jon Berg",
            ["Maria Costa and Jon Berg", "The two"],
        ),
        (
            "Mr. Ruiz and Mr. Lindqvist met in Oslo. The two leaders agreed on a plan.",
            "Ruiz and Lindqvist",
            ["The two leaders"],
        ),
        ("Norway and Sweden signed. Both countries will ratify it.", "Norway and Sweden", ["Both countries"]),
        (
            "Carla Mendes told Jon Berg to wait. Both sides regret it.",
            "Carla Mendes and Jon Berg",
            ["Both sides"],
        ),
        (
            "Jon Berg, Carla Mendes and Tom Hale warned of delays.",
            "Jon Berg, Carla Mendes and Tom Hale",
            ["Jon Berg, Carla Mendes and Tom Hale"],
        ),
        (
            "The mayor said Jon Berg would see Carla Mendes, and the two would sign.",
            "Jon Berg and Carla Mendes",
            ["the two"],
        ),
    ],
)
def test_several_who_act_as_one_are_a_group_of_that_name(text: str, name: str, words: list[str]) -> None:
    found = actor(text, name)
    assert found.type == "group"
    assert [text[m.start : m.end] for m in found.mentions if m.kind != "pronoun"] == words


@pytest.mark.parametrize(
    "text",
    [
        "Maria Costa and Jon Berg met. Pedro Hale and Lena Hoff met too. The two men left.",
        "Maria Costa and Jon Berg left. It had rained on both sides of the river.",
        "Maria Costa and Jon Berg left. The two ferries sank.",
        "Tom Hale, a spokesman for President Jon Berg, said no. The two would meet.",
        "Maria Costa came with Jon Berg and Norway left.",
    ],
)
def test_no_group_where_the_text_does_not_tell_who_the_two_are(text: str) -> None:
    assert not [a for a in cast_of_text(text) if a.type == "group" and " and " in a.name]


def test_a_member_s_own_mentions_stay_the_member_s() -> None:
    text = "Maria Costa and Jon Berg said the strike would go on. Berg left."
    assert mentions(text, "Jon Berg", "name") == ["Jon Berg", "Berg"]


def people(text: str) -> list[str]:
    return [a.name for a in cast_of_text(text) if a.type == "person"]


def test_two_presidents_of_one_name_are_told_apart_by_their_initials() -> None:
    assert people("George W. Hale met George H.W. Hale.") == ["George W. Hale", "George H.W. Hale"]


def test_father_and_son_are_two() -> None:
    text = (
        "Ben Hale Jr. ran the firm. His father, Ben Hale, founded it. Hale Jr. wept. The younger Hale left."
    )
    assert mentions(text, "Ben Hale Jr.", "name") == ["Ben Hale Jr.", "Hale Jr.", "Hale"]
    assert mentions(text, "Ben Hale", "name") == ["Ben Hale"]


def test_the_younger_of_two_whom_nothing_tells_apart_is_neither() -> None:
    text = "Ben Hale met Tom Hale. The younger Mr. Hale laughed. The elder Mr. Hale slept."
    assert people(text) == ["Ben Hale", "Tom Hale", "younger Hale", "elder Hale"]


def test_husband_and_wife_are_two() -> None:
    text = "Jon Berg's wife, Ikra Berg, spoke. Mrs. Berg laughed. Mr. Berg wept."
    assert "Mrs. Berg" in actor(text, "Ikra Berg").aliases
    assert "Mr. Berg" in actor(text, "Jon Berg").aliases


def test_an_initial_tells_namesakes_apart() -> None:
    text = "J. Lindqvist resigned. Jonas Lindqvist had led the bank. K. Lindqvist will follow."
    assert people(text) == ["Jonas Lindqvist", "K. Lindqvist"]


def test_two_leaders_of_one_family_name_stay_two() -> None:
    text = "Park Min-jun spoke. His father, Park Dong-hyun, listened. Park Ha-jun left."
    assert people(text) == ["Park Min-jun", "Park Dong-hyun", "Park Ha-jun"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Justice Department sued on Monday.", "Justice Department", "organization"),
        ("An official White House visit is planned.", "White House", "organization"),
        ("The chairman of the Harbor Union, Reinke Prohl, resigned.", "Reinke Prohl", "person"),
        ("Sean Harmon said he would sue.", "Sean Harmon", "person"),
        ("He wrote on Twitter. Twitter said no.", "Twitter", "organization"),
        ("Jon Berg told Sean Harmon on Monday to wait.", "Sean Harmon", "person"),
        ("Morgan Stanley said on Monday that it would wait.", "Morgan Stanley", "organization"),
    ],
)
def test_types_by_the_company_that_a_name_keeps(text: str, name: str, kind: str) -> None:
    assert actor(text, name).type == kind


def test_short_names_of_bodies() -> None:
    text = (
        "The Harbor Gazette sued. The Gazette has three readers. Harwood Motors lost. Later Harwood appealed."
    )
    assert "Gazette" in mentions(text, "Harbor Gazette", "name")
    house = "The White House protested. The House voted."
    assert "White House" in [a.name for a in cast_of_text(house)]
    assert "House" not in mentions(house, "White House", "name")


def test_who_is_introduced_with_junior_is_later_named_without() -> None:
    text = "Roger J. Hale Jr. sued the port. Roger Hale said he would wait."
    assert people(text) == ["Roger J. Hale Jr."]
    text = "Ben Hale Jr. met aides. President Ben Hale slept."
    assert people(text) == ["Ben Hale Jr.", "Ben Hale"]


def test_a_headline_taken_for_a_name_joins_nobody() -> None:
    text = "Jon Berg Backs Carla Mendes\n\nJon Berg said he would back Carla Mendes. Mendes thanked Berg."
    assert {"Jon Berg", "Carla Mendes"} <= {a.name for a in cast_of_text(text)}


def test_a_name_of_small_words_alone_joins_nothing() -> None:
    (document,) = lay_out([Report(id="r1", text="OF the Harbour Union THE crews spoke.")], language())
    (line,) = document.body()
    found = group_names([named_at(line, 0, 1, "organization"), named_at(line, 2, 4, "organization")])
    assert [d.name for d in found.drafts] == ["OF", "Harbour Union"]
