"""Conflicts found slot by slot: stands, states, terms, figures a hair apart."""

import pytest

from tests.weighing.disputes import conflicts, told

# Where a party stands.


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lind is open to a ban on night trains.", "Lind is skeptical of a ban on night trains."),
        ("Ruiz supports the wage deal.", "Ruiz opposes the wage agreement."),
        ("Lind agreed to sell the harbour.", "Lind refused to sell the harbour."),
        ("Lind has plans to close the yard.", "Lind has no plans to close the yard."),
        ("Ruiz does not support the wage deal.", "Ruiz supports the wage deal."),
    ],
)
def test_for_it_in_one_report_and_against_it_in_the_other(one: str, two: str) -> None:
    assert told(one, two) == [("polarity", "conflict")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Two deals.
        ("Ruiz supports the wage deal.", "Ruiz opposes the fishing deal."),
        ("Ruiz opposes the wage deal.", "Ruiz is open to a new wage deal."),
        # Two people.
        ("Ruiz supports the wage deal.", "Lind opposes the wage deal."),
        # Another time.
        ("Ruiz once opposed the wage deal.", "Ruiz supports the wage deal."),
        ("Ruiz had opposed the wage deal.", "Ruiz supports the wage deal."),
        # Only supposed.
        ("If Ruiz opposes the wage deal, it is dead.", "Ruiz supports the wage deal."),
        ("Ruiz may oppose the wage deal.", "Ruiz supports the wage deal."),
        # One report knows of both: a change, or two matters.
        (
            "Ruiz opposed the wage deal on Thursday. Ruiz supports the wage deal.",
            "Ruiz opposes the wage deal.",
        ),
    ],
)
def test_stands_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


def test_a_stand_is_asked_after_in_words() -> None:
    (found,) = conflicts("Ruiz supports the wage deal.", "Ruiz opposes the wage agreement.")
    assert found.question == "Where does Ines Ruiz stand on the wage deal?"
    assert [s.value for s in found.sides] == ["for", "against"]
    assert [s.evidence[0].report for s in found.sides] == ["r0", "r1"]


def test_refused_or_put_off() -> None:
    (found,) = conflicts(
        "Lind refused to license the new port.", "Lind delayed the decision to license the new port."
    )
    assert (found.about, found.kind) == ("status", "conflict")
    assert found.question == "Has Ola Lind refused to license the new port, or put it off?"


def test_refused_or_done() -> None:
    assert told("Lind has signed the charter.", "Lind refused to sign the charter.") == [
        ("polarity", "conflict")
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lind signed the charter in March.", "Lind refused on Thursday to sign the charter."),
        ("Lind signed the letter.", "Lind refused to sign the charter."),
        ("Lind gave no reasons.", "Lind refused to give reasons."),
        ("Lind has not yet signed the charter.", "Lind signed the charter."),
        # On one occasion he did, on another not.
        ("Lind refused to answer questions.", "Lind answered questions in parliament."),
        ("Lind did not mention the strike.", "Lind mentioned the strike twice in a letter."),
    ],
)
def test_deeds_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


def test_done_or_not_done() -> None:
    found = told("Berg never paid the harbour levy.", "Berg paid the harbour levy with a loan from Ruiz.")
    assert found == [("polarity", "conflict")]


# States of an occasion.


def test_called_off_or_put_off() -> None:
    (found,) = conflicts(
        "Freedonia called off the fishing talks with Sylvania.",
        "Freedonia postponed the fishing talks with Sylvania.",
    )
    assert (found.about, found.why) == ("status", "called off in one report, only put off in the other")


def test_under_way_or_over() -> None:
    (found,) = conflicts(
        "Lind said Freedonia was in secret talks with Sylvania.",
        "Lind said that secret talks with Sylvania had already taken place in Freedonia.",
    )
    assert (found.about, found.kind) == ("status", "conflict")
    assert {s.value for s in found.sides} == {"under way", "over"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Talks follow talks: those of one day say nothing of those of another.
        (
            "Freedonia is holding fishing talks with Sylvania.",
            "Fishing talks of Freedonia and Sylvania ended in March.",
        ),
        ("Freedonia called off the fishing talks with Sylvania.", "Freedonia postponed the border talks."),
        (
            "Freedonia called off the talks with Nordic Rail.",
            "Freedonia postponed the talks with the Dockers Union.",
        ),
        (
            "Freedonia may call off the fishing talks with Sylvania.",
            "Freedonia postponed the fishing talks with Sylvania.",
        ),
        (
            "Freedonia did not cancel the fishing talks with Sylvania.",
            "Freedonia postponed the fishing talks with Sylvania.",
        ),
    ],
)
def test_states_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


# Places.


def test_two_countries_for_one_arrest() -> None:
    (found,) = conflicts("Berg was arrested in Norway.", "Berg was arrested in Sweden.")
    assert (found.about, found.kind) == ("place", "conflict")
    assert [s.value for s in found.sides] == ["Norway", "Sweden"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Berg was arrested in Norway.", "Berg was arrested in Oslo."),
        ("Berg was arrested in Norway on Thursday.", "Berg was arrested in Sweden in March."),
        ("Berg was arrested in Norway.", "Berg was not arrested in Sweden."),
        ("Berg was arrested in Norway.", "Berg could have been arrested in Sweden."),
        ("Berg met Ruiz in Norway.", "Berg met Ruiz in Sweden."),
        ("Berg was arrested in Norway.", "Ruiz was arrested in Sweden."),
        ("Berg died in Brooklyn.", "Berg died in Chicago. Brooklyn mourned him."),
    ],
)
def test_places_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


# Terms.


def test_two_conditions_of_one_deed() -> None:
    (found,) = conflicts(
        "Lind said he would leave the talks if prices did not fall.",
        "Lind said he would walk out of the talks if Sylvania kept its fleet at sea.",
    )
    assert found.question == "On what condition would Ola Lind leave the talks?"
    assert [s.value for s in found.sides] == ["if prices did not fall", "if Sylvania kept its fleet at sea"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # One condition, two wordings of it.
        ("Lind would leave the talks if prices did not fall.", "Lind would leave the talks if prices rose."),
        # Two deeds.
        ("Lind would leave the talks if prices did not fall.", "Lind would leave the party if it merged."),
        # Two people.
        ("Lind would leave the talks if prices fell.", "Ruiz would leave the talks if ships sailed."),
        # What never came to be.
        (
            "Lind would have left the talks if prices had fallen.",
            "Lind would have left the talks if ships had sailed.",
        ),
        # Both conditions in one report.
        (
            "Lind would leave the talks if prices fell. Lind would leave the talks if ships sailed.",
            "Lind would leave the talks if ships sailed.",
        ),
    ],
)
def test_conditions_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


def test_a_term_from_a_day_on_supersedes_one_for_a_while() -> None:
    (found,) = conflicts(
        "Sylvania would suspend shipments throughout the talks.",
        "From 20 May, Sylvania will stop shipments of ore.",
    )
    assert (found.about, found.kind) == ("status", "update")
    assert found.question == "When is Sylvania to suspend shipments?"


def test_two_decisions_for_one_day() -> None:
    (found,) = conflicts(
        "Lind must decide by 20 May whether to dissolve parliament.",
        "Lind must decide by 20 May whether to sign the budget.",
    )
    assert found.question == "What must Ola Lind decide by 20 May 2031?"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Lind must decide by 20 May whether to sign the budget.",
            "Lind must decide by 22 May whether to sell the port.",
        ),
        (
            "Lind must decide by 20 May whether to sign the budget.",
            "Ruiz must decide by 20 May whether to sell the port.",
        ),
        (
            "Lind must decide by 20 May whether to sign the budget.",
            "Lind must decide by 20 May whether to sign the bill.",
        ),
        (
            "Lind must decide by 20 May whether to sign the budget.",
            "Lind must decide by 20 May whether to veto it.",
        ),
    ],
)
def test_decisions_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


# Numbers and dates that only a hair sets apart.


def test_one_statement_with_two_dates() -> None:
    (found,) = conflicts(
        "Lind has led the Dockers Union since 2019.", "Lind has led the Dockers Union since 2021."
    )
    assert (found.about, found.question) == ("date", "Since when is it that Lind has led the Dockers Union?")
    assert [s.value for s in found.sides] == ["2019", "2021"]


def test_two_large_sums_a_hair_apart() -> None:
    (found,) = conflicts(
        "Lind wants to shift $3.5 billion from the road fund to the port.",
        "The order lets Lind divert $3.6 billion from the road fund to the port.",
    )
    assert (found.about, found.question) == ("number", "Which sum in dollars is right?")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lind has led the Dockers Union since 2019.", "Ruiz has led the Dockers Union since 2021."),
        ("Lind left the Dockers Union in 2019.", "Lind has led the Dockers Union since 2021."),
        (
            "Lind wants to shift $3.5 billion from the road fund to the port.",
            "Lind wants to spend $3.6 billion on schools.",
        ),
        (
            "Lind wants to shift $4 billion from the road fund to the port.",
            "The order lets Lind divert $3.6 billion from the road fund to the port.",
        ),
        # A toll of another order is that of another quake.
        ("The quake killed 6 people in the valley.", "The quake killed 612 people that year."),
        # What is no count.
        ("Posted 04 at Freedonia Harbour News.", "Posted 05 at Freedonia Harbour News."),
        ("Lind uses Harbour Browser 7 at home.", "Lind uses Harbour Browser 9 at home."),
    ],
)
def test_near_figures_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []
