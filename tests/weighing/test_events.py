"""Merging of events: what is one event, what are two, and how its states follow one another."""

from dataclasses import replace
from functools import cache
from itertools import permutations
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.events_told import cast_by_hand, lay
from twosource.model import ActorType, Event, Placed, Reading, RecordActor, RecordEvent, Span
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
        events=find_events(document, cast, dates),
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


def test_a_report_gives_one_state_and_the_plan_is_background() -> None:
    one = reading(
        "a", "Ruiz's meeting with Lindqvist was postponed. Ruiz was due to meet Lindqvist on Friday."
    )
    two = reading("b", "Ruiz was due to meet Lindqvist on Friday. The meeting was postponed.", "2031-05-15")
    (event,), _ = merged(one, two)
    assert [(h.status, h.as_of) for h in event.history] == [("postponed", "2031-05-14")]
    assert {e.report for e in event.history[0].evidence} == {"a", "b"}
    assert event.when is not None
    assert event.when.earliest == "2031-05-16"


def test_a_new_plan_is_a_step_of_its_own() -> None:
    first = reading("a", "Ruiz will meet Lindqvist on Friday.")
    off = reading("b", "The meeting of Ruiz and Lindqvist on Friday was postponed.", "2031-05-15")
    again = reading("c", "Ruiz will meet Lindqvist on Sunday.", "2031-05-16")
    (event,), _ = merged(first, off, again)
    assert [h.status for h in event.history] == ["planned", "postponed", "planned"]
    assert event.when is not None
    assert event.when.earliest == "2031-05-18"


def test_what_reports_of_one_day_differ_on_is_no_change() -> None:
    found = meetings(
        "Ruiz will meet Lindqvist in Geneva.",
        "Ruiz will meet Lindqvist.",
        "Ruiz may meet Lindqvist in Geneva.",
    )
    assert [[h.status for h in e.history] for e in found] == [["planned"]]


def test_somebody_who_was_not_asked_is_no_denial_of_the_meeting() -> None:
    found = meetings(
        "Ruiz's meeting with Lindqvist has been postponed. Lindqvist was not consulted.",
    )
    assert [(e.status, len(e.history)) for e in found] == [("postponed", 1), ("denied", 1)]
    assert len(meetings("Ruiz will meet Lindqvist.", "Ruiz will not meet Lindqvist.")) == 1


def test_two_days_of_a_meeting_that_was_put_off_are_one_event() -> None:
    found = meetings(
        "Ruiz's meeting with Lindqvist, due on Thursday, has been postponed.",
        "Ruiz's Friday meeting with a junior minister has been postponed.",
        "Ruiz had been due to meet Lindqvist on Friday.",
    )
    assert len(found) == 1
    assert {e.report for e in found[0].evidence} == {"r0", "r1", "r2"}


def test_other_meetings_of_one_person_stay_apart() -> None:
    assert len(meetings("Ruiz met Lindqvist on Monday.", "Ruiz met Okafor on Tuesday.")) == 2
    off = ("Ruiz's Thursday meeting with Lindqvist has been postponed.",)
    assert len(meetings(*off, "Ruiz's Friday meeting with Okafor has been postponed.")) == 2
    assert len(meetings(*off, "Ruiz's meeting with Lindqvist on June 20 has been postponed.")) == 2


def test_talks_of_states_in_general_are_not_the_meeting_of_two_persons() -> None:
    general = "Ruritania and Freedonia hold talks. "
    found = meetings(f"{general}Ruiz of Ruritania will meet Lindqvist of Freedonia on Friday.")
    assert len(found) == 2


def test_a_body_that_announces_a_postponement_takes_no_part() -> None:
    text = (
        "Ruiz's Friday meeting with Lindqvist has been postponed. "
        "The Harbour Council announced its decision to postpone the meeting."
    )
    found, actors = merged(reading("a", text))
    assert [event_title(e, actors) for e in found if e.type == "CONSULT"] == [
        "Meeting of Ruiz and Lindqvist — postponed"
    ]


Name = tuple[str, ActorType]


def titled(place: str | None, *names: Name, mode: str | None = None) -> str:
    """The title of an event of the first with the others."""
    event = reading("a", "Ruiz met Lindqvist.").events[0].trigger.of("a")
    actors = [
        RecordActor(
            id=f"a{n}", name=name, type=kind, mentions=(Placed(report="a", start=0, end=1, kind="name"),)
        )
        for n, (name, kind) in enumerate(names)
    ]
    told = RecordEvent(
        id="e1", type="CONSULT", mode=mode, quad="verbal cooperation", trigger=event, status="held",
        actors=("a0",), recipients=tuple(a.id for a in actors[1:]), place=place, evidence=(event,),
    )  # fmt: skip
    return event_title(told, actors).removesuffix(" — held")


def test_titles_name_persons_first_and_a_place_once() -> None:
    ruiz: Name = ("Ana Ruiz", "person")
    lund: Name = ("Bo Lund", "person")
    harbour: Name = ("Harbour Council", "organization")
    land: Name = ("Freedonia", "country")
    assert titled("Dublin", ruiz, land, lund) == "Meeting of Ana Ruiz and Bo Lund in Dublin"
    assert titled("Freedonia", harbour, land) == "Meeting of Harbour Council and Freedonia"
    assert titled("Port Orin", ruiz, ("Port Orin", "organization")) == "Meeting of Ana Ruiz in Port Orin"
    assert titled("Freedonia", ruiz, lund, land, mode="visit") == (
        "Visit of Ana Ruiz to Bo Lund in Freedonia"
    )
    assert titled("Port Orin", ruiz, ("Port Orin", "organization"), mode="visit") == (
        "Visit of Ana Ruiz to Port Orin"
    )
    assert titled("Orin", ruiz, ("miners of Orin", "unnamed")) == "Meeting of Ana Ruiz and miners of Orin"


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


# ---- states over time

PLAN = ("plan", "Ruiz will meet Lindqvist on May 20.", "2031-05-14")
OFF = ("off", "The meeting of Ruiz and Lindqvist, due on May 20, was postponed.", "2031-05-16")
NEW = ("new", "Ruiz will meet Lindqvist on May 22.", "2031-05-17")
HELD = ("held", "Ruiz met Lindqvist on May 22.", "2031-05-23")
SIDE = ("side", "Ruritania accused Freedonia of spying on May 13.", "2031-05-15")
AGAIN = ("again", "Freedonia was accused by Ruritania of spying. Ruiz will meet Lindqvist.", "2031-05-15")


def states(*reports: tuple[str, str, str]) -> list[tuple[str, str | None, str | None]]:
    events, _ = merged(*(reading(*r) for r in reports))
    (event,) = [e for e in events if e.type == "CONSULT"]
    return [(h.status, h.as_of, h.when.earliest if h.when else None) for h in event.history]


def test_a_plan_that_is_put_off_and_held_keeps_its_old_and_its_new_day() -> None:
    assert states(PLAN, OFF, NEW) == [
        ("planned", "2031-05-14", "2031-05-20"),
        ("postponed", "2031-05-16", "2031-05-20"),
        ("planned", "2031-05-17", "2031-05-22"),
    ]
    events, _ = merged(*(reading(*r) for r in (PLAN, OFF, NEW, HELD)))
    (event,) = [e for e in events if e.type == "CONSULT"]
    assert event.status == "held"
    assert event.when is not None
    assert event.when.earliest == "2031-05-22"
    assert [h.status for h in event.history] == ["planned", "postponed", "planned", "held"]


def test_an_earlier_report_that_comes_in_later_moves_nothing() -> None:
    assert states(OFF, PLAN) == states(PLAN, OFF)
    events, _ = merged(reading(*OFF), reading(*PLAN))
    assert [e.status for e in events] == ["postponed"]


@settings(max_examples=40, deadline=None)
@given(st.permutations([PLAN, OFF, NEW, HELD, SIDE, AGAIN]), st.integers(1, 6))
def test_any_order_of_reports_gives_the_same_events(reports: list[tuple[str, str, str]], count: int) -> None:
    some = [told(r) for r in reports[:count]]
    assert merged(*some) == merged(*sorted(some, key=lambda r: r.report.id))


@cache
def told(report: tuple[str, str, str]) -> Reading:
    return reading(*report)


# ---- the day of an event that several reports tell


def test_the_day_is_that_of_the_most_reports_and_the_most_precise() -> None:
    texts = (
        "Ruiz met Lindqvist this week.",
        "Ruiz met Lindqvist on Tuesday.",
        "Ruiz met Lindqvist on Tuesday in Geneva.",
        "Ruiz met Lindqvist.",
    )
    (event,) = meetings(*texts)
    assert event.when is not None
    assert event.when.earliest == "2031-05-13"


def test_days_of_one_year_are_no_ground_to_join() -> None:
    found = meetings("Ruiz met Lindqvist this year.", "Ruiz will meet Lindqvist later this year.")
    assert len(found) == 2


# ---- what has no PLOVER type


def happening(name: str, text: str, word: str, published: str = "2031-05-14") -> Reading:
    """A reading with one event of no type, told by `word`."""
    base = reading(name, text, published)
    start = text.index(word)
    event = Event(
        id="e1",
        type=None,
        quad=None,
        trigger=Span(start=start, end=start + len(word)),
        actors=tuple(a.id for a in base.actors),
        status="held",
        sentence=base.sentences[0].id,
    )
    return replace(base, events=(event,))


def test_a_happening_without_a_type_is_of_the_story_when_two_reports_tell_it() -> None:
    one = happening("a", "Zenith Bank collapsed after months of losses.", "collapsed")
    two = happening("b", "After months of losses Zenith Bank collapsed.", "collapsed")
    other = happening("c", "Ruiz sneezed.", "sneezed")
    events, _ = merged(one, two, other)
    assert [(e.type, e.quad, len(e.evidence)) for e in events] == [(None, None, 2)]
    assert merged(one, other)[0] == ()


def test_copies_and_plain_words_make_no_such_event() -> None:
    one = happening("a", "Zenith Bank collapsed after months of losses.", "collapsed")
    two = happening("b", "After months of losses Zenith Bank collapsed.", "collapsed")
    ordered = in_order([one, two])
    actors, actor_of = merge_actors(ordered)
    assert merge_events(ordered, actor_of, actors, {"a": "a", "b": "a"}) == ()
    said = [happening(n, "Zenith Bank said it had losses.", "said") for n in ("a", "b")]
    assert merged(*said)[0] == ()
