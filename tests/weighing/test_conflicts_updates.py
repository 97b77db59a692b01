"""Acts told as still to come by one report and as done by a later one."""

import pytest

from tests.weighing.sample_story import Told, tell
from twosource.model import ActorType, Conflict
from twosource.weighing.conflicts import find_conflicts

ACTORS: dict[str, ActorType] = {
    "Ola Lind": "person",
    "Ines Ruiz": "person",
    "Tomas Berg": "person",
    "Senate": "organization",
    "House": "organization",
    "Congress": "organization",
    "Unity Party": "organization",
    "Nordic Rail": "organization",
}
DAYS = {
    "on Monday": "2031-05-05",
    "on Tuesday": "2031-05-06",
    "on Wednesday": "2031-05-07",
    "on Thursday": "2031-05-08",
    "in 2024": "2024-01-01/2024-12-31",
    "in June": "2031-06-01/2031-06-30",
}
FIRST, SECOND = "2031-05-05", "2031-05-08"


def updates(first: str, second: str, published: tuple[str, str] = (FIRST, SECOND)) -> list[Conflict]:
    reports = {
        f"r{n}": Told(text=text, published=published[n], days={w: d for w, d in DAYS.items() if w in text})
        for n, text in enumerate((first, second))
    }
    return [c for c in find_conflicts(tell(reports, ACTORS)) if c.kind == "update"]


@pytest.mark.parametrize(
    ("first", "second", "question"),
    [
        (
            "Governor Ola Lind said she plans to sign the harbour bill.",
            "Governor Ola Lind signed the harbour bill on Thursday.",
            "Did Ola Lind sign the harbour bill?",
        ),
        (
            "The Unity Party is poised to take control of the House on Tuesday.",
            "The dispute began after the Unity Party took control of the House.",
            "Did the Unity Party take control of the House?",
        ),
        (
            "The Senate is set to vote to override the veto of the mining bill.",
            "The Senate voted on Wednesday to override the veto of the mining bill.",
            "Did the Senate override the veto of the mining bill?",
        ),
        # The steps that a bill takes: what has been passed has been brought up.
        (
            "Speaker Ines Ruiz intends to bring up two bills to free the ports.",
            "The Unity Party passed legislation in the House that would free the ports.",
            "Did the Unity Party pass legislation in the House?",
        ),
        (
            "Lawmakers want more time with the grazing bill sent to the governor's desk on Monday.",
            "Governor Ola Lind signed a revised version of the grazing act on Thursday.",
            "Did Ola Lind sign a revised version of the grazing act?",
        ),
        # "It" is the bill of the sentence before; the question then takes the words of the plan.
        (
            "Governor Ola Lind is likely to sign a bill to fund the ferries.",
            "The ferry bill passed late at night. Governor Ola Lind signed it on Thursday.",
            "Did Ola Lind sign a bill to fund the ferries?",
        ),
        (
            "Nordic Rail has not yet released the report on the derailment.",
            "Nordic Rail released the report on the derailment on Wednesday.",
            "Did Nordic Rail release the report on the derailment?",
        ),
        (
            "Minister Tomas Berg is expected to resign on Wednesday.",
            "Minister Tomas Berg resigned on Wednesday.",
            "Did Tomas Berg resign?",
        ),
    ],
)
def test_what_was_to_come_is_done(first: str, second: str, question: str) -> None:
    (found,) = updates(first, second)
    assert (found.about, found.question) == ("status", question)
    assert found.why == "still to come in the report of 5 May 2031, done in the later one"
    assert [s.value for s in found.sides] == ["still to come", "done"]
    assert [s.evidence[0].report for s in found.sides] == ["r0", "r1"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The earlier report knows that it is done.
        (
            "Governor Ola Lind said she would sign the harbour bill. She signed the bill on Monday.",
            "Governor Ola Lind signed the harbour bill.",
        ),
        # By the later one it is to come still.
        (
            "Governor Ola Lind plans to sign the harbour bill.",
            "Governor Ola Lind signed a harbour bill, aides said. She will sign the harbour bill in June.",
        ),
        # Another thing, another number of them, another one of a series.
        ("Governor Ola Lind will sign the harbour bill.", "Governor Ola Lind signed the pension bill."),
        ("The Senate will pass two harbour bills.", "The Senate passed four harbour bills."),
        ("The Senate will pass the second harbour bill.", "The Senate passed the first harbour bill."),
        # Another doer: one chamber is not the other.
        ("The Senate will vote on the harbour bill.", "The House passed the harbour bill."),
        ("Governor Ola Lind will sign the harbour bill.", "Mayor Tomas Berg signed the harbour bill."),
        # Another day, or a time before the plan.
        (
            "The Senate will vote on the harbour bill on Wednesday.",
            "The Senate passed the harbour bill on Monday.",
        ),
        ("Governor Ola Lind will sign the harbour bill.", "Governor Ola Lind signed a harbour bill in 2024."),
        (
            "Minister Tomas Berg said he would resign in June.",
            "The party was shaken when Minister Tomas Berg resigned.",
        ),
        # Supposed, denied, given up: nothing that is to come.
        (
            "It is not known whether Governor Ola Lind will sign the harbour bill.",
            "Governor Ola Lind signed the harbour bill.",
        ),
        ("Governor Ola Lind will not sign the harbour bill.", "Governor Ola Lind signed the harbour bill."),
        (
            "Governor Ola Lind had once planned to sign the harbour bill.",
            "Governor Ola Lind signed the harbour bill.",
        ),
        # Not done.
        (
            "Governor Ola Lind will sign the harbour bill.",
            "Governor Ola Lind has not signed the harbour bill.",
        ),
        (
            "Governor Ola Lind will sign the harbour bill.",
            "Once the Senate had signed the harbour bill, Ola Lind would rest.",
        ),
        # Acts that are done day by day.
        (
            "Governor Ola Lind will say more about the harbour.",
            "Governor Ola Lind said more about the harbour.",
        ),
    ],
)
def test_look_alikes(first: str, second: str) -> None:
    assert not updates(first, second)


PLAN, ACT = "Governor Ola Lind will sign the harbour bill.", "Governor Ola Lind signed the harbour bill"


@pytest.mark.parametrize(
    ("published", "act", "shown"),
    [
        ((SECOND, FIRST), f"{ACT}.", False),
        ((SECOND, SECOND), f"{ACT}.", False),
        ((SECOND, SECOND), f"{ACT} on Thursday.", True),
        (("2031-05-08T18:00:00", "2031-05-08T09:00:00"), f"{ACT} on Thursday.", False),
        (("2031-05-08T09:00:00", "2031-05-08T18:00:00"), f"{ACT} on Thursday.", True),
    ],
)
def test_only_the_later_report_supersedes(published: tuple[str, str], act: str, shown: bool) -> None:
    assert bool(updates(PLAN, act, published)) is shown


def test_a_reprint_is_no_later_than_its_source() -> None:
    days = {"plan": "2031-05-06", "act": "2031-05-05", "copy": "2031-05-08"}
    reports = {
        name: Told(text=PLAN if name == "plan" else f"{ACT}.", published=day) for name, day in days.items()
    }
    found = find_conflicts(tell(reports, ACTORS, families={"copy": "act"}))
    assert not [c for c in found if c.kind == "update"]


@pytest.mark.parametrize(("day", "shown"), [("2031-05-12", True), ("2031-05-13", False)])
def test_after_a_week_it_may_be_another_one(day: str, shown: bool) -> None:
    first, second = "The Senate will pass a harbour bill.", "Congress passed a harbour bill."
    assert bool(updates(first, second, (FIRST, day))) is shown


def test_one_update_for_one_matter() -> None:
    (found,) = updates(
        "The Senate plans to take up the harbour bill. The Senate will pass the harbour bill on Wednesday.",
        "The Senate passed the harbour bill on Wednesday. The harbour bill was passed by the Senate.",
    )
    assert [len(s.evidence) for s in found.sides] == [2, 2]
