"""Merging of events: what is one event, what are two, and how its states follow one another."""

from itertools import permutations
from time import process_time

from tests.reading.events_told import cast_by_hand, lay
from twosource.model import Reading, RecordActor, RecordEvent
from twosource.reading.dates import find_dates
from twosource.reading.events import find_events
from twosource.weighing.events import event_title, merge_events
from twosource.weighing.people import merge_actors
from twosource.weighing.story import in_order


def reading(name: str, text: str, published: str = "2031-05-14") -> Reading:
    document = lay(text, published, name)
    cast, dates = cast_by_hand(text), find_dates(document)
    return Reading(
        report=document.report,
        sentences=tuple([line.sentence for line in document.lines]),
        actors=cast.actors,
        dates=dates,
        events=find_events(document, cast, dates, ()),
    )


def merged(*readings: Reading) -> tuple[tuple[RecordEvent, ...], tuple[RecordActor, ...]]:
    ordered = in_order(readings)
    actors, actor_of = merge_actors(ordered)
    return merge_events(ordered, actor_of, actors), actors


def meetings(*texts: str) -> list[RecordEvent]:
    events, _ = merged(*(reading(f"r{n}", t) for n, t in enumerate(texts)))
    return [e for e in events if e.type == "CONSULT"]


def test_two_outlets_tell_one_meeting() -> None:
    found = meetings("Ruiz met Lindqvist on Monday.", "On Monday Lindqvist held talks with Ruiz.")
    assert len(found) == 1
    assert {e.report for e in found[0].evidence} == {"r0", "r1"}
    assert found[0].when is not None
    assert found[0].when.earliest == "2031-05-12"


def test_evidence_is_the_part_of_the_sentence_that_tells_it() -> None:
    text = "Prices rose. After lunch Ruiz met Lindqvist on Monday, and the port was quiet."
    event = meetings(text)[0]
    (place,) = event.evidence
    assert text[place.start : place.end] == "Ruiz met Lindqvist on Monday"


def test_other_people_meet_at_another_meeting() -> None:
    assert len(meetings("Ruiz met Lindqvist.", "Okafor met Petrova.")) == 2


def test_other_days_are_other_meetings() -> None:
    assert len(meetings("Ruiz met Lindqvist on Monday.", "Ruiz met Lindqvist on April 2.")) == 2


def test_other_places_are_other_meetings() -> None:
    assert len(meetings("Ruiz met Lindqvist in Geneva.", "Ruiz met Lindqvist in Vienna.")) == 2


def test_what_was_held_is_not_what_is_planned() -> None:
    assert len(meetings("Ruiz met Lindqvist. Ruiz will meet Lindqvist again.")) == 2


def test_first_and_second_summit_stay_apart() -> None:
    told = "The first summit of Ruiz and Lindqvist helped. A second summit of Ruiz and Lindqvist did not."
    assert len(meetings(told)) == 2


def test_a_call_is_no_meeting() -> None:
    assert len(meetings("Ruiz met Lindqvist.", "Ruiz telephoned Lindqvist.")) == 2


def test_a_bare_telling_joins_the_event_before_it() -> None:
    found = meetings("Ruiz met Lindqvist on Monday. The talks were long.")
    assert len(found) == 1
    assert len(found[0].evidence) == 2
    assert meetings("The talks were long.") == []


def test_a_later_report_moves_the_status_and_an_earlier_one_does_not() -> None:
    plan = reading("plan", "Ruiz will meet Lindqvist in Geneva.", "2031-05-14")
    off = reading("off", "The meeting between Ruiz and Lindqvist has been postponed.", "2031-05-15")
    (event,), _ = merged(plan, off)
    assert event.status == "postponed"
    assert [(h.status, h.as_of) for h in event.history] == [
        ("planned", "2031-05-14"),
        ("postponed", "2031-05-15"),
    ]
    again = reading("again", "The meeting between Ruiz and Lindqvist has been postponed.", "2031-05-13")
    assert merged(plan, again)[0][-1].status == "planned"


def test_the_old_and_the_new_day_stay_in_the_history() -> None:
    plan = reading("plan", "Ruiz will meet Lindqvist on May 20.", "2031-05-14")
    off = reading("off", "The meeting between Ruiz and Lindqvist was postponed.", "2031-05-15")
    (event,), _ = merged(plan, off)
    assert [h.when.earliest if h.when else None for h in event.history] == ["2031-05-20", None]


def test_deeds_of_one_matter_merge_and_of_others_do_not() -> None:
    same, _ = merged(
        reading("a", "Ruritania imposed tariffs on Freedonia over wheat."),
        reading("b", "Freedonia faces tariffs that Ruritania imposed over wheat exports."),
    )
    assert len([e for e in same if e.type == "SANCTION"]) == 1
    other, _ = merged(
        reading("a", "Ruritania accused Freedonia of spying."),
        reading("b", "Sylvania accused Borduria of spying."),
    )
    assert len(other) == 2


def test_a_deed_without_a_doer_is_known_by_whom_it_hit() -> None:
    events, _ = merged(
        reading("a", "Haddad was arrested at the port."), reading("b", "Police arrested Haddad.")
    )
    assert [e.type for e in events] == ["COERCE"]


def test_the_order_of_input_does_not_matter() -> None:
    readings = [
        reading("a", "Ruiz met Lindqvist on Monday. The talks were long."),
        reading("b", "Ruiz and Lindqvist met.", "2031-05-15"),
        reading("c", "Ruritania imposed tariffs on Freedonia.", "2031-05-13"),
    ]
    assert len({merged(*some)[0] for some in permutations(readings)}) == 1


def test_ids_follow_the_evidence() -> None:
    events, _ = merged(reading("a", "Ruiz met Lindqvist. Ruritania accused Freedonia of spying."))
    assert [e.id for e in events] == ["e1", "e2"]


def test_titles() -> None:
    events, actors = merged(reading("a", "Ruiz's meeting with Lindqvist in Geneva has been postponed."))
    assert event_title(events[0], actors) == "Meeting of Ruiz and Lindqvist in Geneva — postponed"
    events, actors = merged(reading("a", "Ruritania threatened to attack Freedonia."))
    assert event_title(events[0], actors) == "Threat by Ruritania against Freedonia — held"


def test_many_tellings_take_linear_time() -> None:
    text = " ".join(
        f"Ruiz met Lindqvist on May {1 + n % 13}. Ruritania accused Freedonia." for n in range(300)
    )
    one = reading("a", text)
    assert len(one.events) >= 500
    start = process_time()
    merged(one)
    assert process_time() - start < 4
