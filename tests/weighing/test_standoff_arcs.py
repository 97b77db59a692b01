"""Whose move a condition is where it names nobody."""

from dataclasses import replace

import pytest

from twosource.weighing.principals import principals

from .test_standoffs import CHILE, PERU, Story, actor

UNION, MILL = "Harbor Union", "Orrin Mill"


def firms() -> Story:
    return Story(actor(UNION, "organization"), actor(MILL, "organization"))


def test_two_sides_whose_terms_answer_each_other_wait_for_each_other() -> None:
    story = (
        firms()
        .tell(UNION, "refuses", "load the ships", "until", "until the lists are burnt")
        .tell(MILL, "refuses", "burn the lists", "unless", "unless the ships have been loaded")
    )
    assert [set(s.parties) for s in story.standoffs()] == [{UNION, MILL}]


def test_who_withholds_what_another_waits_for_waits_for_him() -> None:
    story = (
        firms()
        .tell(UNION, "refuses", "load the ships", "until", "until the Mill burns the lists", MILL)
        .tell(MILL, "refuses", "burn the lists", "as long as", "while the cranes are idle")
    )
    assert [set(s.parties) for s in story.standoffs()] == [{UNION, MILL}]


@pytest.mark.parametrize(
    "condition",
    [
        "until the court has ruled",
        "until it finds the money",
        "until the inquiry is over",
        "until parliament votes",
    ],
)
def test_a_third_ones_move_or_ones_own_is_not_the_others(condition: str) -> None:
    story = (
        firms()
        .tell(UNION, "refuses", "load the ships", "until", "until the Mill burns the lists", MILL)
        .tell(MILL, "refuses", "burn the lists", "until", condition)
    )
    assert story.standoffs() == ()


def test_terms_that_share_no_matter_do_not_answer_each_other() -> None:
    story = (
        firms()
        .tell(UNION, "refuses", "load the ships", "until", "until the lists are burnt")
        .tell(MILL, "refuses", "sell the barge", "until", "until the price has doubled")
    )
    assert story.standoffs() == ()


def test_a_settlement_takes_two() -> None:
    story = (
        firms()
        .tell(UNION, "refuses", "load the ships", "until", "until the Mill burns the lists", MILL)
        .tell(MILL, "offers", "burn the lists", "if", "if they come to an agreement on wages")
    )
    assert [set(s.parties) for s in story.standoffs()] == [{UNION, MILL}]


def test_a_mover_without_a_name_is_the_party_whose_name_holds_the_word() -> None:
    story = (
        Story(actor(UNION, "organization"), actor(MILL, "organization"), actor("the union", "unnamed"))
        .tell(UNION, "refuses", "load the ships", "until", "until the Mill burns the lists", MILL)
        .tell(MILL, "refuses", "burn the lists", "until", "until the union returns", "the union")
    )
    assert [set(s.parties) for s in story.standoffs()] == [{UNION, MILL}]


def test_the_party_that_a_condition_names_by_the_way_is_awaited() -> None:
    story = (
        Story(actor(CHILE, country="CL"), actor(PERU, country="PE"))
        .tell(CHILE, "refuses", "reopen the pass", "unless", "without money from Peru")
        .tell(PERU, "refuses", "pay", "until", "until Chile reopens the pass", CHILE)
    )
    assert [set(s.parties) for s in story.standoffs()] == [{CHILE, PERU}]


def test_a_country_that_quarrels_at_home_is_shown_as_the_one_who_speaks_for_it() -> None:
    story = (
        Story(
            actor(CHILE, country="CL"),
            actor("Ana Ruiz", "person", "CL", ("President",)),
            actor("Greens", "group"),
        )
        .tell("Ana Ruiz", "refuses", "sign the budget", "until", "until the Greens vote for it", "Greens")
        .tell("Greens", "refuses", "vote for the budget", "until", "until Ruiz signs it", "Ana Ruiz")
    )
    assert [set(s.parties) for s in story.standoffs()] == [{"Ana Ruiz", "Greens"}]


def test_an_organ_and_a_head_speak_for_their_body() -> None:
    cast = [
        actor(MILL, "organization"),
        actor(UNION, "organization"),
        actor("board of Orrin Mill", "organization"),
        actor("Leo Brandt", "person", None, ("union leader",)),
        actor("Ida Holm", "person", None, ("painter",)),
    ]
    found = principals(cast)
    assert found["board of Orrin Mill"] == MILL
    assert found["Leo Brandt"] == UNION
    assert found["Ida Holm"] == "Ida Holm"


def test_what_was_given_later_is_held_back_no_more() -> None:
    story = (
        firms()
        .tell(UNION, "refuses", "load the ships", "until", "until the Mill burns the lists", MILL)
        .tell(MILL, "refuses", "burn the lists", "until", "until the ships are loaded", UNION)
        .tell(MILL, "commits", "burn the lists")
    )
    first, second, third = story.positions
    given = replace(third, replaces=second.id, change="softened")
    assert story.standoffs([first, second, third]) != ()
    assert story.standoffs([first, second, given]) == ()


def test_a_price_is_awaited_from_the_one_who_flatly_refuses_it() -> None:
    story = (
        firms()
        .tell(UNION, "offers", "load the ships", "in return for", "in return for a pension fund")
        .tell(MILL, "refuses", "pay into any pension fund")
        .tell(MILL, "refuses", "sign the lease", "until", "until the Harbor Union leaves the quay", UNION)
    )
    assert [set(s.parties) for s in story.standoffs()] == [{UNION, MILL}]


def test_a_flat_refusal_alone_waits_for_nobody() -> None:
    story = (
        firms()
        .tell(UNION, "offers", "load the ships", "in return for", "in return for a pension fund")
        .tell(MILL, "refuses", "pay into any pension fund")
    )
    assert story.standoffs() == ()
