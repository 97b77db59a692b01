""" "The group": the body that the sentence, or the one before it, has named."""

import pytest

from tests.reading.casting import actor, cast_of_text, mentions


@pytest.mark.parametrize(
    "text",
    [
        "Tom Reed, the director of the Harbor Workers League, said the group would sue.",
        "Tom Reed, who leads the Harbor Workers League, left. The Harbor Workers League told the Ashford "
        "Gazette that the group would sue.",
        "The Harbor Workers League met on Monday. The group opposed the toll.",
    ],
)
def test_the_group_is_the_body_named_shortly_before(text: str) -> None:
    assert mentions(text, "Harbor Workers League", "nominal")[-1].lower() == "the group"


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Workers League met the Ferry Owners Association. The group opposed the toll.",
        "The Senate met on Monday. The group opposed the toll.",
        "Tom Reed told the Ashford Gazette that the group would sue.",
        "A group of senators met the Harbor Workers League. The group opposed the toll.",
    ],
)
def test_the_group_is_not_guessed(text: str) -> None:
    named = [a for a in cast_of_text(text) if any(m.kind == "name" for m in a.mentions)]
    assert not any(text[m.start : m.end].lower() == "the group" for a in named for m in a.mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The U.S. Department of the Treasury sold bonds.", "U.S. Department of the Treasury"),
        ("The Bureau of Public Works and Fisheries closed the dam.", "Bureau of Public Works and Fisheries"),
    ],
)
def test_an_office_keeps_its_field(text: str, name: str) -> None:
    assert actor(text, name).type == "organization"


def test_the_place_of_a_dateline_is_nobody() -> None:
    text = "HOUSTON — The mayor closed the dam on Monday."
    assert all(a.name != "HOUSTON" for a in cast_of_text(text))


def test_one_of_many_is_no_name() -> None:
    assert all(a.name != "Marine" for a in cast_of_text("As a retired Marine, he spoke of his service."))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Washington will join other states in the lawsuit over the dam.", False),
        ("Washington, Oregon and California sued over the dam.", False),
        ("Washington rejected the offer that Norway made.", True),
    ],
)
def test_washington_among_states_is_a_state(text: str, country: bool) -> None:
    assert any(a.type == "country" and a.country == "US" for a in cast_of_text(text)) is country


@pytest.mark.parametrize(
    ("text", "full"),
    [
        (
            "Michael Ford opened the meeting. Ford criticized the owners. “I am done,” Ford said.",
            ["Michael Ford", "Ford", "Ford"],
        ),
        (
            "Nancy Holm won again. The 76-year-old Holm thanked the party.",
            ["Nancy Holm", "Holm"],
        ),
    ],
)
def test_a_bare_family_name_is_whom_the_report_has_introduced(text: str, full: list[str]) -> None:
    assert mentions(text, full[0], "name") == full


def test_the_verb_of_a_headline_is_no_part_of_a_name() -> None:
    text = "Rep. Tom Lindqvist Resigns\nRep. Tom Lindqvist is resigning over the toll. Lindqvist left Friday."
    assert [a.name for a in cast_of_text(text) if a.type == "person"] == ["Tom Lindqvist"]


def test_an_office_and_a_full_name_are_one_person_where_nothing_tells_of_kin() -> None:
    text = "President Reed vetoed the toll. Mr. Reed left. Donald Reed has opposed tolls for years."
    assert mentions(text, "Donald Reed", "name") == ["Reed", "Reed", "Donald Reed"]


@pytest.mark.parametrize(
    "text",
    [
        "President Reed vetoed the toll. His oldest son, Donald Reed, praised the veto.",
        "President Reed vetoed the toll. Melissa Reed praised the veto.",
    ],
)
def test_a_relative_s_full_name_is_not_the_president_s(text: str) -> None:
    assert len([a for a in cast_of_text(text) if a.type == "person"]) == 2
