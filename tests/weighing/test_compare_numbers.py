"""Numbers in digits and words, what they count, and which makes which true."""

import pytest

from twosource.language import Language
from twosource.weighing.compare_features import ENTAILS, apart, directed, holds, numbers_clash, unmatched
from twosource.weighing.compare_numbers import Number
from twosource.weighing.compare_words import Statement, statement


@pytest.fixture(scope="module")
def language() -> Language:
    return Language()


def read(text: str, language: Language) -> Statement:
    return statement(language.parse([text])[0])


def first(text: str, language: Language) -> Number:
    return read(text, language).numbers[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Twenty-five miners were freed.", 25, "miner"),
        ("The harbour cost $1.5bn.", 1.5e9, "$"),
        ("The fund holds 1.5 billion dollars.", 1.5e9, "$"),
        ("The dam cost 40 million euros.", 4e7, "€"),
        ("The guild has half a million members.", 5e5, "member"),
        ("A dozen ferries were idle.", 12, "ferry"),
        ("Two hundred and fifty clerks walked out.", 250, "clerk"),
        ("Two-thirds of the deputies left.", 200 / 3, "%"),
        ("A quarter of the crop was lost.", 25, "%"),
        ("Half of the crews stayed away.", 50, "%"),
        ("One in four voters stayed home.", 25, "%"),
        ("Nine out of 10 members agreed.", 90, "%"),
        ("Prices rose 3 per cent.", 3, "%"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str, language: Language) -> None:
    found = first(text, language)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "sense"),
    [
        ("At least 30 boats sank.", 30, ">"),
        ("As many as 120 boats sank.", 120, "<"),
        ("No more than 12 boats sank.", 12, "<"),
        ("Some 30 or more boats sank.", 30, ">"),
        ("Dozens of boats sank.", 24, ">"),
        ("Tens of thousands of boats sank.", 20_000, ">"),
        ("About 30 boats sank.", 30, "="),
    ],
)
def test_sense(text: str, value: float, sense: str, language: Language) -> None:
    found = first(text, language)
    assert (found.value, found.sense) == (value, sense)


def test_a_range_is_open_to_both_sides(language: Language) -> None:
    low, high = read("Between 10 and 15 ships wait off Skell.", language).numbers
    assert (low.sense, low.unit, high.sense, high.unit) == (">", "ship", "<", "ship")
    exact = first("Some 12 ships wait off Skell.", language)
    assert holds(exact, low)
    assert holds(exact, high)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Brell, 31, leads the union.", "age"),
        ("A 31-year-old clerk leads the union.", "age"),
        ("Nobody under the age of 16 may work there.", "age"),
        ("Flight 512 was turned back.", "label"),
        ("Route 9 was closed.", "label"),
        ("One official disagreed.", "one"),
        ("Some 31 clerks disagreed.", "count"),
    ],
)
def test_kind(text: str, kind: str, language: Language) -> None:
    assert first(text, language).kind == kind


@pytest.mark.parametrize(
    ("given", "asked", "true"),
    [
        ("The strike idled 706 miners.", "The strike idled more than 700 miners.", True),
        ("The strike idled 700 miners.", "The strike idled more than 700 miners.", False),
        ("The strike idled 700 miners.", "The strike idled at least 700 miners.", True),
        ("The strike idled up to 700 miners.", "The strike idled more than 700 miners.", False),
        ("The fire killed 104 people.", "The fire killed about 100 people.", True),
        ("The fire killed 130 people.", "The fire killed about 100 people.", False),
        ("A third of the fleet sailed.", "Some 33 percent of the fleet sailed.", True),
        ("The wall is 10 miles long.", "The wall is 16 kilometres long.", True),
        ("The wall is 10 miles long.", "The wall is 30 kilometres long.", False),
        ("Thirty-six boats sank.", "Dozens of boats sank.", True),
        ("Nine boats sank.", "Dozens of boats sank.", False),
    ],
)
def test_what_makes_what_true(given: str, asked: str, true: bool, language: Language) -> None:
    assert holds(first(given, language), first(asked, language)) is true


def missing(given: str, asked: str, language: Language) -> float:
    a, b = read(given, language), read(asked, language)
    words = [w for side in unmatched(a, b) for w in side]
    meant = dict(zip(words, language.vectors(words), strict=True))
    return directed(a, b, 0.8, apart(a, b, meant)[1])[ENTAILS.index("number missing")]


@pytest.mark.parametrize(
    ("given", "asked", "lacks"),
    [
        ("The storm wrecked 1,100 barns and damaged another 700.", "The storm hit 1,800 barns.", 0),
        ("Three guards and two drivers were hurt.", "Five drivers were hurt.", 1),
        ("The union's leader spoke.", "The union's leader, Ana Brell, 31, spoke.", 0),
        ("An official disagreed.", "One official disagreed.", 0),
        ("The blast hurt guards.", "The blast hurt 14 guards.", 1),
    ],
)
def test_missing(given: str, asked: str, lacks: float, language: Language) -> None:
    assert missing(given, asked, language) == lacks


def test_currencies_are_measures_of_their_own(language: Language) -> None:
    dollars = read("The port was sold for $5 million.", language)
    assert numbers_clash(dollars, read("The port was sold for 8 million dollars.", language))
    assert not numbers_clash(dollars, read("The port was sold for €4 million.", language))


def test_two_shares_in_time_are_counts(language: Language) -> None:
    assert first("Two in 10 days were dry.", language).unit != "%"


def test_a_near_word_is_less_far_than_a_strange_one(language: Language) -> None:
    a = read("The blast killed two infants.", language)
    near, strange = (
        read("The blast killed two babies.", language),
        read("The blast killed two dogs.", language),
    )
    words = ["infant", "baby", "dog"]
    meant = dict(zip(words, language.vectors(words), strict=True))
    assert sum(apart(a, near, meant)[1]) < sum(apart(a, strange, meant)[1])


@pytest.mark.parametrize("odd", ["1" * 3000, "one " * 3000, "half a " * 2000, "- " * 5000, "$ $ $", "two-"])
def test_odd_numbers(odd: str, language: Language) -> None:
    assert isinstance(read(odd, language).numbers, tuple)
