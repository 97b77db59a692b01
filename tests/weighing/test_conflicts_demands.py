"""Conflicts about what a party demands, and numbers that one report gives side by side."""

import pytest

from tests.weighing.disputes import conflicts, told


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (
            "Lind is asking for $5.6 billion.",
            "Lind now insists that parliament appropriate $5.7 billion for that project.",
            ["$5.6 billion", "$5.7 billion"],
        ),
        (
            "Ruiz said that $420 million in aid for the port is non-negotiable.",
            "Ruiz’s demand for $430 million was turned down.",
            ["$420 million", "$430 million"],
        ),
        (
            "Lind demands £2.3 million for the flooded yard.",
            "Lind wants the council to pay £2.4 million.",
            ["£2.3 million", "£2.4 million"],
        ),
    ],
)
def test_one_demand_two_figures(one: str, two: str, values: list[str]) -> None:
    (found,) = conflicts(one, two)
    assert (found.about, found.kind) == ("number", "conflict")
    assert sorted(s.value for s in found.sides) == values


def test_a_quotation_mark_may_stand_in_a_sum() -> None:
    quoted = "No, no — we’re asking for $5.6"
    texts = (f"“{quoted}” billion, Lind said.", "Lind is insisting that the council pay $5.7 billion.")
    (found,) = conflicts(*texts, quotes={quoted: "Ola Lind"})
    assert sorted(s.value for s in found.sides) == ["$5.6 billion", "$5.7 billion"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # What the words leave room for.
        ("Lind is asking for at least $5.6 billion.", "Lind's demand for $5.7 billion was turned down."),
        ("Lind is asking for nearly $6 billion.", "Lind's demand for $5.7 billion was turned down."),
        ("Lind is asking for $5 billion.", "Lind's demand for $5.7 billion was turned down."),
        # Two things, two parties, two units, two amounts.
        ("Lind wants $5.6 billion for the dam.", "Lind wants $5.7 billion for the railway."),
        ("Lind is asking for $5.6 billion.", "Ruiz is asking for $5.7 billion."),
        ("Lind is asking for $5.6 billion.", "Lind is asking for €5.7 billion."),
        ("Lind is asking for $5.6 billion.", "Lind’s demand for $9.4 billion was turned down."),
        # A part, an offer, an earlier demand, what is to be done with a sum.
        (
            "Lind is asking for $5.6 billion.",
            "In spring, Ruiz writes, Lind had asked the port for $5.7 billion.",
        ),
        ("Lind is asking for $5.6 billion.", "Berg offered Lind $5.7 billion."),
        (
            "Lind wants to move $3.5 billion from the road fund.",
            "Lind wants to spend $3.6 billion on schools.",
        ),
        # One report gives both.
        ("Lind is asking for $5.6 billion. Lind wants $5.7 billion.", "Lind is asking for $5.7 billion."),
    ],
)
def test_demands_that_are_no_conflict(one: str, two: str) -> None:
    assert told(one, two) == []


def test_sums_for_two_purposes_are_two_sums() -> None:
    assert (
        told("Freedonia gave $3.1 billion for the dam.", "Freedonia gave $3.2 billion for the railway.") == []
    )


def test_a_third_report_that_gives_both_numbers_knows_of_two_things() -> None:
    assert told(
        "The navy seized 12 rifles from the boats of the smugglers.",
        "The navy has seized 31 rifles from the boats of the smugglers.",
        "The navy seized 12 rifles from the boats of the smugglers. The navy seized 31 rifles "
        "from the boats of smugglers in all.",
    ) == []  # fmt: skip


def test_what_is_so_now_has_no_day() -> None:
    assert (
        told("The ship is currently hosted by Freedonia.", "The ship is presently hosted by Freedonia.") == []
    )
