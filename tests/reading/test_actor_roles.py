"""Descriptions in apposition: who is behind "a moderate", "the top Democrat", "one of its members"."""

import pytest

from tests.reading.casting import actor, cast_of_text, mentions


@pytest.mark.parametrize(
    ("text", "name", "described"),
    [
        (
            "Another moderate Republican, Senator Bob Lund of Ohio, opposed the ferry subsidy.",
            "Bob Lund",
            "Another moderate Republican",
        ),
        (
            "Representative Ana Ruiz, Democrat of Oregon, opposed the ferry subsidy.",
            "Ana Ruiz",
            "Democrat of Oregon",
        ),
        (
            "Senator Ana Ruiz of Oregon, the top Democrat on the Fisheries Committee, resigned.",
            "Ana Ruiz",
            "the top Democrat on the Fisheries Committee",
        ),
        (
            "Tom Reed, then the director of the ferry board, refused to pay.",
            "Tom Reed",
            "the director of the ferry board",
        ),
        (
            "“We wait,” Tom Reed, Ruiz’s chief of staff, told reporters.",
            "Tom Reed",
            "Ruiz’s chief of staff",
        ),
        (
            "A lawyer for Mr. Reed, Michael Bauer, confirmed that the fine was paid.",
            "Michael Bauer",
            "A lawyer for Mr. Reed",
        ),
        (
            "One of the nine strikers, Tom Reed, said the port would stay shut.",
            "Tom Reed",
            "One of the nine strikers",
        ),
    ],
)
def test_a_description_beside_a_name_is_that_person(text: str, name: str, described: str) -> None:
    assert described in mentions(text, name, "nominal")


def test_two_people_described_alike_stay_two() -> None:
    text = (
        "Representative Ana Ruiz, Democrat of Oregon, agreed. "
        "Representative Tom Reed, Democrat of Virginia, disagreed."
    )
    assert mentions(text, "Ana Ruiz", "nominal")[-1] == "Democrat of Oregon"
    assert mentions(text, "Tom Reed", "nominal")[-1] == "Democrat of Virginia"
    assert len(cast_of_text(text)) == 2


def test_descriptions_before_and_behind_a_name_are_both_kept() -> None:
    text = "One candidate, Tom Reed, the mayor of Ashford, opposed the toll."
    assert actor(text, "Tom Reed").roles == ("One candidate", "mayor of Ashford")


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (
            "Gov. Ana Ruiz of Oregon closed the dam. The Oregon governor said it was unsafe.",
            "Ana Ruiz",
            "The Oregon governor",
        ),
        (
            "Rep. Tom Reed voted no. The four-term congressman said the dam was unsafe.",
            "Tom Reed",
            "The four-term congressman",
        ),
        (
            "Gov. Tom Reed closed the dam. The Republican governor said it was unsafe.",
            "Tom Reed",
            "The Republican governor",
        ),
        (
            "Former Mayor Tom Reed opposed the dam. The former mayor said it was unsafe.",
            "Tom Reed",
            "The former mayor",
        ),
        (
            "Tom Reed, Ms. Ruiz’s lawyer, arrived late. Ms. Ruiz’s lawyer said the dam was unsafe.",
            "Tom Reed",
            "Ms. Ruiz’s lawyer",
        ),
    ],
)
def test_a_definite_description_is_the_one_who_holds_the_office(text: str, name: str, told: str) -> None:
    assert mentions(text, name, "nominal")[-1] == told


def test_the_state_and_party_behind_a_name_tell_who_is_meant() -> None:
    text = (
        "Sen. Ana Ruiz, D-Calif., met Rep. Tom Reed (R-Fla.) at the dam. The California Democrat opposed it. "
        "The Florida Republican left. The Ohio Republican stayed."
    )
    assert mentions(text, "Ana Ruiz", "nominal")[-1] == "The California Democrat"
    assert mentions(text, "Tom Reed", "nominal")[-1] == "The Florida Republican"


def test_a_former_mayor_is_not_the_mayor() -> None:
    text = "Mayor Ana Ruiz opposed the dam. The former mayor said it was safe."
    assert "The former mayor" not in mentions(text, "Ana Ruiz")


@pytest.mark.parametrize(
    "text",
    [
        "She was charged with obstruction of justice.",
        "Mayor Ana Ruiz is running for governor.",
    ],
)
def test_an_office_without_an_article_is_nobody(text: str) -> None:
    assert all(a.name in ("Ana Ruiz", "") or a.type == "person" for a in cast_of_text(text))
    assert not any("justice" in a.name or a.name == "governor" for a in cast_of_text(text))


def test_a_body_s_noun_with_another_s_name_is_not_that_body() -> None:
    text = "The Ferry Safety Administration met on Monday. The Ruiz administration opposed the toll."
    assert mentions(text, "Ferry Safety Administration") == ["Ferry Safety Administration"]


def test_a_compound_is_taken_up_as_it_was_described() -> None:
    text = "A 12-person task force studied the dam. The task force said the wall was unsafe."
    assert mentions(text, "A 12-person task force") == ["A 12-person task force", "The task force"]
