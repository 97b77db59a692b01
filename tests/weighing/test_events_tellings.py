"""What of a sentence shows an event, what a bare telling joins, and which happenings count by themselves."""

import pytest

from .test_events import meetings, merged, reading


def shown(text: str, kind: str | None) -> list[str]:
    """The evidence of the first event of a type, as text."""
    events, _ = merged(reading("r0", text))
    event = next(e for e in events if e.type == kind)
    return [text[e.start : e.end] for e in event.evidence]


def test_what_was_done_does_not_take_in_the_verb_that_answers_it() -> None:
    text = "Marlow turned down an invitation from Petrova."
    assert shown(text, "REQUEST") == ["invitation from Petrova"]
    assert shown(text, "REJECT") == ["Marlow turned down an invitation from Petrova"]


def test_what_is_open_takes_in_the_words_that_leave_it_open() -> None:
    assert shown("Ruiz offered to meet Lindqvist.", "CONSULT") == ["Ruiz offered to meet Lindqvist"]


def test_the_talks_are_no_visit() -> None:
    found = meetings("Ruiz negotiated with Lindqvist. Haddad visited Freedonia. The talks went well.")
    assert sorted(len(e.evidence) for e in found) == [1, 2]
    assert next(e for e in found if e.mode == "visit").evidence[1:] == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Council passed a bill on wages.",
        "Petrova was elected mayor.",
        "Marlow won the election.",
        "The island's assembly passed a new version of the wage law on Monday.",  # nobody known, but a day
        "The wage bill failed in the Senate on Monday.",
        "Zenith Bank published thousands of stolen documents.",
        "Haddad joined the cabinet.",
    ],
)
def test_a_weighty_happening_counts_in_one_report(text: str) -> None:
    events, _ = merged(reading("r0", text))
    assert [e.type for e in events] == [None]


@pytest.mark.parametrize("text", ["The Harbour Council passed the bridge.", "Marlow won the lottery."])
def test_a_plain_happening_does_not(text: str) -> None:
    assert merged(reading("r0", text))[0] == ()


def test_a_paper_to_be_signed_and_signed_is_one_event() -> None:
    events, _ = merged(
        reading("r0", "Marlow is to sign the fisheries bill."),
        reading("r1", "The Harbour Council passed a bill. It is passing bills to reopen the port."),
    )
    assert [(e.type, e.status) for e in events] == [("AGREE", "planned"), (None, "held")]


def test_the_evidence_takes_in_what_was_passed() -> None:
    text = "The Harbour Council passed an amended bill to reopen the port."
    assert shown(text, None) == ["Harbour Council passed an amended bill"]


def test_a_shutdown_is_one_event_of_the_reports_that_name_it() -> None:
    events, _ = merged(
        reading("r0", "The shutdown of the mines goes into a third week."),
        reading("r1", "Prices rose as the shutdown went on."),
    )
    (event,) = [e for e in events if e.type is None and len(e.evidence) > 1]
    assert (event.status, {e.report for e in event.evidence}) == ("under way", {"r0", "r1"})
