"""Sides of events whom the cast does not hold: described, unlabelled, or told by an adjective."""

import pytest

from tests.reading.casting import cast_of_text
from twosource import Reading, Report, read
from twosource.language import Language


def _read(text: str, language: Language) -> Reading:
    return read(Report(id="r", text=text), language=language)


def _sides(text: str, kind: str, language: Language) -> tuple[list[str], list[str]]:
    """The names of the doers and of the others of the first event of a type."""
    reading = _read(text, language)
    names = {a.id: a.name for a in reading.actors}
    event = next(e for e in reading.events if e.type == kind)
    return [names[a] for a in event.actors], [names[a] for a in event.recipients]


DESCRIBED = [
    ("The navy seized an Estonian tanker off the coast.", "COERCE", ["an Estonian tanker"]),
    ("Police arrested a Chilean businessman on Monday.", "COERCE", ["a Chilean businessman"]),
    ("The court accused the Peruvian navy of fraud.", "ACCUSE", ["Peruvian navy"]),
    ("Norway deported hundreds of Danish traders.", "COERCE", ["hundreds of Danish traders"]),
    ("Norway accused the Danish government of fraud.", "ACCUSE", ["Denmark"]),
]


@pytest.mark.parametrize(("text", "kind", "others"), DESCRIBED)
def test_a_description_is_the_other_side(text: str, kind: str, others: list[str], language: Language) -> None:
    assert _sides(text, kind, language)[1] == others


def test_a_described_side_has_the_country_of_its_adjective(language: Language) -> None:
    reading = _read("The navy seized an Estonian tanker off the coast.", language)
    (tanker,) = [a for a in reading.actors if "tanker" in a.name]
    assert (tanker.type, tanker.country, [m.kind for m in tanker.mentions]) == ("unnamed", "EE", ["nominal"])


def test_who_is_described_again_is_one_actor(language: Language) -> None:
    text = "Police arrested a Chilean violinist. Guards beat the violinist."
    reading = _read(text, language)
    assert [a.name for a in reading.actors if "violinist" in a.name] == ["a Chilean violinist"]


def test_a_description_that_no_event_uses_is_no_actor(language: Language) -> None:
    text = "An Estonian tanker lay at the quay."
    assert not [a for a in _read(text, language).actors if "tanker" in a.name]
    assert not [a for a in cast_of_text("The navy seized an Estonian tanker.") if "tanker" in a.name]


def test_an_adjective_in_front_of_an_event_tells_whose_it_is(language: Language) -> None:
    doers, _ = _sides("Peruvian air strikes killed nine nurses in the camp.", "ASSAULT", language)
    assert doers == ["Peru"]


def test_a_place_is_a_side_where_it_is_cut_off_not_where_people_meet(language: Language) -> None:
    assert _sides("Norway suspended aid to Bergamo.", "SANCTION", language)[1] == ["Bergamo"]
    reading = _read("Norway held talks with Ana Ruiz in Jakarta.", language)
    assert "Jakarta" not in [a.name for a in reading.actors]


def test_a_bare_body_is_nobody(language: Language) -> None:
    assert _sides("Norway accused the company of fraud.", "ACCUSE", language)[1] == []


def test_what_is_sent_is_no_side(language: Language) -> None:
    reading = _read("Norway deployed a warship and a frigate.", language)
    assert [a.name for a in reading.actors] == ["Norway"]


def test_another_spelling_of_a_capital_is_no_country_where_it_is_a_place() -> None:
    assert [a.country for a in cast_of_text("Kiev agreed to the deal.")] == ["UA"]
    assert cast_of_text("The crowd gathered in Kiev.") == ()


def test_who_is_described_in_a_clause_beside_the_object_is_no_side(language: Language) -> None:
    text = "Norway supported a budget that hurts struggling families."
    assert "struggling families" not in [a.name for a in _read(text, language).actors]


def test_what_somebody_agrees_to_make_is_no_side(language: Language) -> None:
    text = "Norway agreed to establish a research institute and a Danish factory."
    assert "a Danish factory" not in [a.name for a in _read(text, language).actors]
