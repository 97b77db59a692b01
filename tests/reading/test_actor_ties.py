"""What a text ties to a named person: descriptions, nicknames, counterparts, those described before."""

import pytest

from tests.reading.casting import actor, cast_of_text, mentions


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "Carla Mendes, a key aide to the mayor of Orrin, resigned.",
            "Carla Mendes",
            "a key aide to the mayor of Orrin",
        ),
        ("Tom Hale, Sweden's former spymaster, arrived on Friday.", "Tom Hale", "Sweden's former spymaster"),
        ("Jon Berg, 61, the head of the port, wept.", "Jon Berg", "the head of the port"),
        ("The chairman of the board, Carla Mendes, resigned.", "Carla Mendes", "The chairman of the board"),
        ("Carla Mendes is the head of the dockers' union.", "Carla Mendes", "the head of the dockers' union"),
        ("President Aino Salo of Finland arrived.", "Aino Salo", "President Aino Salo of Finland"),
        (
            "Finnish leader Aino Salo came by ship. The young Finnish leader smiled.",
            "Aino Salo",
            "the young Finnish leader",
        ),
        (
            "Finnish President Aino Salo came by ship. Premier Jon Berg thanked his Finnish counterpart.",
            "Aino Salo",
            "his Finnish counterpart",
        ),
        (
            "Norway's security chief warned that the port was next. The official, Tom Hale, gave no date.",
            "Tom Hale",
            "Norway's security chief",
        ),
        ('Carla Mendes often referred to Jon Berg as "Ferry King," he said.', "Jon Berg", "Ferry King"),
        ('Carla Mendes has nicknamed Jon Berg "Captain Rust" in two speeches.', "Jon Berg", "Captain Rust"),
    ],
)
def test_what_the_text_ties_to_a_person_is_an_alias(text: str, name: str, alias: str) -> None:
    assert alias in actor(text, name).aliases


@pytest.mark.parametrize(
    "text",
    [
        "Jon Berg is not the head of the union.",
        "Jon Berg would be the head of the union.",
        "Is Jon Berg the head of the union?",
        "Carla Mendes said that if Jon Berg is the head of the union, all is lost.",
        "Jon Berg left the club, as the head of the union did.",
        "Jon Berg met Carla Mendes and Pedro Hale of Orrin, the incoming head of the union.",
    ],
)
def test_what_a_sentence_denies_asks_or_says_of_others_ties_nothing(text: str) -> None:
    assert not any("head of the union" in a for a in actor(text, "Jon Berg").aliases)


def test_a_counterpart_that_two_fit_is_neither() -> None:
    text = (
        "Finnish President Aino Salo came with Finnish President Leo Dahl. "
        "Prime Minister Jon Berg thanked his Finnish counterpart."
    )
    for name in ("Aino Salo", "Leo Dahl"):
        assert not any("counterpart" in a for a in actor(text, name).aliases)


def test_a_counterpart_of_one_s_own_rank_is_meant() -> None:
    text = (
        "Finnish President Aino Salo and Finnish Foreign Minister Leo Dahl flew to Oslo. "
        "Norwegian Foreign Minister Jon Berg thanked his Finnish counterpart."
    )
    assert "his Finnish counterpart" in actor(text, "Leo Dahl").aliases
    assert not actor(text, "Aino Salo").aliases


def test_the_official_is_not_the_one_of_two_described_before() -> None:
    text = "A port chief warned. A union chief warned too. The official, Tom Hale, gave no date."
    assert actor(text, "Tom Hale").aliases == ()


def test_a_vice_president_is_not_the_president() -> None:
    text = (
        "Vice President Mona Hale left. President Leo Dahl slept. The president ate. The vice president flew."
    )
    assert "The president" in mentions(text, "Leo Dahl", "nominal")
    assert "The vice president" in mentions(text, "Mona Hale", "nominal")


def test_a_described_object_is_taken_up_only_when_it_is_known() -> None:
    text = "Health Minister Carla Mendes resigned. Jon Berg praised the minister and sued a banker."
    assert "the minister" in mentions(text, "Carla Mendes", "nominal")
    assert not [
        a for a in cast_of_text("Jon Berg sued the mayor's rival over the consul.") if "consul" in a.name
    ]


def test_a_role_ends_where_another_person_is_named() -> None:
    text = "Speaker Jon Berg of Orrin and Senator Carla Mendes met. The club of Orrin and Mr. Hale lost."
    assert actor(text, "Carla Mendes").roles == ("Senator",)
    assert actor(text, "Hale").roles == ()


def test_an_editor_of_something_abroad_is_not_from_there() -> None:
    text = "Jon Berg, the editor of a book on the war in Norway, spoke. Tom Hale, the envoy to Peru, slept."
    assert actor(text, "Jon Berg").country is None
    assert actor(text, "Tom Hale").country is None
