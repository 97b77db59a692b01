"""Positions of pronouns that nobody is named for."""

import pytest

from twosource import Report, read, record
from twosource.language import Language


def test_a_position_of_a_bare_pronoun_has_an_unnamed_party(language: Language) -> None:
    reading = read(Report(id="r", text="She vowed to raise the wages of the ferry crews."), language=language)
    (position,) = reading.positions
    party = next(a for a in reading.actors if a.id == position.party)
    assert (party.type, party.name) == ("unnamed", "she")
    assert [m.kind for m in party.mentions] == ["pronoun"]


def test_a_pronoun_without_a_position_is_no_actor(language: Language) -> None:
    reading = read(Report(id="r", text="She walked along the quay for an hour."), language=language)
    assert reading.actors == ()


def test_a_named_antecedent_is_the_party(language: Language) -> None:
    text = "Ana Ruiz runs the ferry company. She vowed to raise the wages of the crews."
    reading = read(Report(id="r", text=text), language=language)
    (position,) = reading.positions
    assert next(a for a in reading.actors if a.id == position.party).name == "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She vowed to raise the wages of the ferry crews.", ["ferry crews"]),
        ("She vowed to raise wages.", []),
    ],
)
def test_the_record_leaves_bare_pronouns_out(language: Language, text: str, names: list[str]) -> None:
    made = record([read(Report(id="r", text=text), language=language)], language=language)
    assert [a.name for a in made.actors] == names
    assert made.positions == ()
    assert all(event.actors == () for event in made.events)
