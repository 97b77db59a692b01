"""The index of names finds everybody whose name may be a spelling of another."""

from itertools import permutations

import pytest

from twosource.reading.name_spellings import alike, sound_key
from twosource.reading.person_names import may_be_one
from twosource.weighing.people_index import NameIndex

ONE_PERSON = [
    ("Mohammed Al-Sayed", "Muhamad al Sayyed"),
    ("Kovacs Bela", "Bela Kovacs"),
    ("Ri Min-seo", "Ri Minseo"),
    ("Michael Torvald", "Mike Torvald"),
    ("Ana Ruiz Ortega", "Ana Ruiz"),
    ("Lars Erik Holm", "Erik Holm"),
    ("Omar Qasimi", "Omar Gasimi"),
    ("Viktor Sokolov", "Viktor Sokolow"),
]


@pytest.mark.parametrize(("one", "other"), [p for pair in ONE_PERSON for p in permutations(pair)])
def test_spellings_of_one_name_are_near(one: str, other: str) -> None:
    index = NameIndex()
    index.add(0, "Greta Sand")
    index.add(1, one)
    assert may_be_one(one, other)
    assert index.near(other) == [1]


def test_one_letter_astray_is_near() -> None:
    index = NameIndex()
    index.add(0, "Petra Haldorsen")
    assert index.near("Petra Haldorsan") == [0]
    assert index.near("Petro Haldorsen") == [0]
    assert index.near("Ivo Brandt") == []


def test_words_that_sound_alike_share_a_key() -> None:
    for a, b in (("mohammed", "muhamad"), ("qaddafi", "gadhafi"), ("sokolow", "sokolov")):
        assert alike(a, b)
        assert sound_key(a) == sound_key(b)


def test_who_is_called_by_a_word_and_whose_name_opens_with_it() -> None:
    index = NameIndex()
    for number, name in enumerate(("Ana Ruiz", "Bo Ruiz", "Ana Holm")):
        index.add(number, name)
        index.add(number, name)
    assert index.called("ruiz") == [0, 1]
    assert index.given("ana") == [0, 2]
    assert index.called("sand") == index.given("sand") == []
