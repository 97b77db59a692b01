import pytest

from tests.weighing.stories_told import at, claim, story
from twosource.weighing.statements import (
    in_headlines,
    is_headline,
    open_words,
    statements,
    tells_office,
    within,
)

BODY = "The ferry sank off Orrin. Dockers met on Monday."
STORY = story({"r1": BODY}, titles={"r1": "Ferry sinks off Orrin’s coast"})


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The ferry sank off Orrin", True),
        ("Dockers at the mill will strike in May", True),
        ("He sank the ferry off Orrin", False),
        ("His offer to the dockers failed", False),
        ("A day after the ferry sank", False),
        ("What the dockers were offered", False),
        ("The first ferry to Orrin since the war", False),
        ("The mayor (Lind", False),
    ],
)
def test_a_statement_tells_of_whom_it_speaks_and_is_whole(text: str, stands: bool) -> None:
    made = claim(1, text, at(STORY, "r1", "The ferry"))
    assert [c for c, _ in statements(STORY, [made])] == ([made] if stands else [])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('leave the hall" if it is not "worth it', "leave the hall if it is not worth it"),
        ('a "last offer" to dockers', 'a "last offer" to dockers'),
        ("the “last offer to dockers", "the last offer to dockers"),
    ],
)
def test_quotation_marks_without_a_partner_go(text: str, shown: str) -> None:
    assert open_words(text) == shown


def test_what_the_headlines_say_weighs_more() -> None:
    share = in_headlines(STORY)
    assert share("A ferry sank off Orrin") > share("Dockers met on Monday") == 0.0


def test_a_claim_that_only_a_headline_makes_is_known() -> None:
    assert is_headline(STORY)(claim(1, "Ferry sinks off Orrin’s coast", at(STORY, "r1", "The ferry")))
    assert not is_headline(STORY)(claim(1, "The ferry sank off Orrin", at(STORY, "r1", "The ferry")))


def test_a_place_lies_in_another_of_its_own_report() -> None:
    whole, part = at(STORY, "r1", "The ferry sank"), at(STORY, "r1", "ferry")
    assert within(part, whole)
    assert not within(whole, part)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Mara Voss is the chief of the dockers", True),
        ("Ilan Reyes was the ambassador to Orrin", True),
        ("Mara Voss is a threat to the dockers", False),
        ("The chief of the dockers left Orrin", False),
    ],
)
def test_who_holds_what_post_is_told_apart(text: str, office: bool) -> None:
    ((_, parse),) = statements(STORY, [claim(1, text, at(STORY, "r1", "The ferry"))])
    assert tells_office(parse) is office
