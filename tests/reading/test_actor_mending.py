"""Names set right by the rest of the report."""

import pytest

from tests.reading.casting import actor, cast_of_text, mentions


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Carla Mendes wrote memos. Reporters asked about the Mendes memos.",
            "Carla Mendes",
            ["Carla Mendes", "Mendes"],
        ),
        (
            "Carla Mendes left. Following Mendes's visit, Mendes tweeted.",
            "Carla Mendes",
            ["Carla Mendes", "Mendes", "Mendes"],
        ),
        ('Jon Berg left. "[Berg] paused," she wrote.', "Jon Berg", ["Jon Berg", "Berg"]),
        (
            "Jon Berg left. Carla Mendes stayed. The Mendes-Berg talks failed.",
            "Jon Berg",
            ["Jon Berg", "Berg"],
        ),
        ("Jon Berg wrote emails. Berg Emails leaked.", "Jon Berg", ["Jon Berg", "Berg"]),
        (
            "President Volodymyr Halinsky spoke. Halinskyy left. She thanked Halynsky.",
            "Volodymyr Halinsky",
            ["Volodymyr Halinsky", "Halinskyy", "Halynsky"],
        ),
    ],
)
def test_names_within_other_words_are_the_person_s(text: str, name: str, words: list[str]) -> None:
    assert mentions(text, name, "name") == words


def test_a_possessor_is_no_part_of_a_body_s_name() -> None:
    names = {a.name for a in cast_of_text("Jon Berg's Ferry Board met. Jon Berg slept.")}
    assert names == {"Jon Berg", "Ferry Board"}


def test_a_word_written_small_elsewhere_is_no_part_of_a_name() -> None:
    text = "Jon Berg accused the mayor. Accuses Jon Berg of lies: the mayor."
    assert not [a.name for a in cast_of_text(text) if "Accuses" in a.name]


def test_a_tower_is_not_its_owner() -> None:
    text = "Jon Berg left. Guests slept in Berg Tower."
    assert mentions(text, "Jon Berg", "name") == ["Jon Berg"]


def test_where_a_senator_is_from_does_not_act() -> None:
    names = [a.name for a in cast_of_text("Senator Jon Berg, a Republican of Texas, left.")]
    assert "Texas" not in names


@pytest.mark.parametrize(
    "text", ["He sold glossy magazines.", "She left this office.", "They fed the funds."]
)
def test_things_do_not_act(text: str) -> None:
    assert not [a for a in cast_of_text(text) if a.type == "organization"]


def test_unnamed_sources_keep_what_tells_them_apart() -> None:
    text = (
        "A source with knowledge of the merger said it was dead. Another source denied it. "
        "An official with the foreign ministry of Norway laughed. The official asked not to be named."
    )
    assert [a.name for a in cast_of_text(text) if a.type == "unnamed"] == [
        "A source with knowledge of the merger",
        "Another source",
        "An official with the foreign ministry of Norway",
    ]
    assert "The official" in mentions(text, "An official with the foreign ministry of Norway")


def test_seats_stand_for_their_countries() -> None:
    text = "The Kremlin and the Matignon agreed. The Beehive and Oslo protested."
    assert {a.name for a in cast_of_text(text) if a.type == "country"} >= {"Russia", "France", "Norway"}


def test_the_title_with_the_country_is_one_mention() -> None:
    text = "President Aino Salo of Finland arrived."
    assert "President Aino Salo of Finland" in mentions(text, "Aino Salo", "nominal")
    assert actor(text, "Aino Salo").country == "FI"
