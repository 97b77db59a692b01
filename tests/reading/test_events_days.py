"""The day of an event: where it stands in the sentence, and where it does not (Wednesday 14 May 2031)."""

import pytest

from tests.reading.events_told import events_of, told
from twosource.model import Date


def when(text: str, kind: str) -> Date | None:
    return told(text, kind).when


def day(text: str, kind: str) -> str | None:
    found = when(text, kind)
    return found.earliest if found else None


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # the date of a clause that goes with it
        (
            "When Ruiz met Lindqvist in Geneva on Monday, Ruritania and Freedonia agreed on a truce.",
            "AGREE",
            "2031-05-12",
        ),
        ("Speaking on Sunday, Ruiz accused Freedonia of spying.", "ACCUSE", "2031-05-11"),
        ("In a statement released on Tuesday, Ruiz accused Freedonia of spying.", "ACCUSE", "2031-05-13"),
        ("Ruiz met Lindqvist on Tuesday, accusing Freedonia of spying.", "ACCUSE", "2031-05-13"),
        (
            "As Ruritania warned on Tuesday that it might leave, Ruiz accused Freedonia.",
            "ACCUSE",
            "2031-05-13",
        ),
        ("Ruiz joined the owners on Tuesday in accusing Freedonia of spying.", "ACCUSE", "2031-05-13"),
        ("On Tuesday Ruiz closed the port and accused Freedonia of spying.", "ACCUSE", "2031-05-13"),
        ("Ruiz leaves for Sylvania on Friday so that she could meet Lindqvist.", "CONSULT", "2031-05-16"),
        ("The bank has been safe since last month, when Ruiz met Lindqvist.", "CONSULT", "2031-04-01"),
        ("Ruiz spoke on Tuesday during a meeting with Lindqvist.", "CONSULT", "2031-05-13"),
        # the noun that it brought about, what it was said in
        ("The port is named in the 2015 treaty signed by Ruritania and Freedonia.", "AGREE", "2015-01-01"),
        ("Ruiz sent the owners a letter on Tuesday accusing Freedonia of spying.", "ACCUSE", "2031-05-13"),
        # a day gone by below what was asked for
        ("Ruiz urged Freedonia to leave the bay yesterday.", "REQUEST", "2031-05-13"),
        # the day of something else
        ("Ruiz met Lindqvist ahead of a book on the war that began in 1950.", "CONSULT", None),
        ("Ruiz accused the September 3 Fund of spying for Freedonia.", "ACCUSE", None),
        ("Ruiz met Lindqvist after Friday's vote.", "CONSULT", None),
        ("Ruritania blames Freedonia for the raids of 2015.", "ACCUSE", None),
        ("A January report found that Freedonia had attacked Ruritania.", "ASSAULT", None),
        ("Ruiz accused Freedonia of helping the rebels in the 2016 vote.", "ACCUSE", None),
    ],
)
def test_the_day_of_an_event(text: str, kind: str, expected: str | None) -> None:
    assert day(text, kind) == expected


def test_a_promise_has_its_own_day_and_what_is_promised_has_not() -> None:
    text = "Ruritania agreed on Monday to hold talks with Freedonia."
    assert day(text, "AGREE") == "2031-05-12"
    assert day(text, "CONSULT") is None


def test_what_is_still_to_come_has_no_day_gone_by_from_the_words_around_it() -> None:
    text = "Freedonia called on Monday for the withdrawal of Ruritania from the bay."
    found = [e for e in events_of(text) if e.type == "RETREAT"]
    assert all(e.status == "held" or e.when is None for e in found)


def test_shortly_after_goes_on_from_the_day_told_last() -> None:
    text = (
        "In March, Ruritania threatened to attack Freedonia. Shortly after, Ruiz accused Freedonia of spying."
    )
    found = when(text, "ACCUSE")
    assert found is not None
    assert (found.text, found.earliest, found.latest) == ("March", "2031-03-01", "2031-03-31")
    assert day(text.replace("Shortly after", "In the end"), "ACCUSE") is None


def test_earlier_in_the_day_is_the_day_that_the_report_is_about() -> None:
    text = "Ruiz met Lindqvist on Tuesday. Ruiz had accused Freedonia of spying earlier in the day."
    assert day(text, "ACCUSE") == "2031-05-13"
    old = text.replace("on Tuesday", "on 2 March")
    assert day(old, "ACCUSE") is None


def test_vague_words_of_the_past_have_bounds() -> None:
    found = when("In recent days Ruiz has accused Freedonia of spying.", "ACCUSE")
    assert found is not None
    assert (found.value, found.earliest, found.latest) == ("PAST_REF", "2031-05-04", "2031-05-14")
