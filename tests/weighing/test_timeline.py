from dataclasses import replace

from tests.weighing.stories_told import at, event, moment, story
from twosource.model import History, RecordQuote
from twosource.weighing.timeline import find_timeline

TEXTS = {
    "r1": "Dockers and the port authority met on Monday. Talks over wages collapsed on Friday.",
    "r2": "On Friday talks over wages collapsed, the union said on Sunday. The port was founded in 1901.",
}
STORY = story(TEXTS)
MONDAY = moment(STORY, "r1", "Monday", "2031-03-03")
FRIDAY = moment(STORY, "r1", "Friday", "2031-03-07")
ALSO_FRIDAY = moment(STORY, "r2", "Friday", "2031-03-07")


def test_entries_come_in_the_order_of_time() -> None:
    events = [
        event(at(STORY, "r1", "collapsed"), when=FRIDAY, number=1),
        event(at(STORY, "r1", "met"), when=MONDAY, number=2),
    ]
    found = find_timeline(STORY, events, [])
    assert [(e.date, e.text) for e in found] == [
        ("2031-03-03", "Dockers and the port authority met on Monday."),
        ("2031-03-07", "Talks over wages collapsed on Friday."),
    ]
    assert at(STORY, "r1", "met") in found[0].evidence
    assert at(STORY, "r1", "Monday") in found[0].evidence


def test_two_reports_of_one_day_that_tell_the_same_are_one_entry() -> None:
    events = [
        event(at(STORY, "r1", "collapsed"), when=FRIDAY, number=1),
        event(at(STORY, "r2", "collapsed"), when=ALSO_FRIDAY, number=2),
    ]
    found = find_timeline(STORY, events, [])
    assert len(found) == 1
    assert {e.report for e in found[0].evidence} == {"r1", "r2"}
    assert found[0].text == "Talks over wages collapsed on Friday."


def test_other_things_of_the_same_day_are_entries_of_their_own() -> None:
    other = moment(STORY, "r1", "Monday", "2031-03-07")
    events = [
        event(at(STORY, "r1", "collapsed"), when=FRIDAY, number=1),
        event(at(STORY, "r1", "met"), when=other, number=2),
    ]
    assert len(find_timeline(STORY, events, [])) == 2


def test_a_moved_event_stands_on_both_of_its_days() -> None:
    before = History(status="planned", as_of=None, when=MONDAY, evidence=(at(STORY, "r1", "met"),))
    moved = event(at(STORY, "r1", "collapsed"), when=FRIDAY, status="postponed", history=(before,))
    assert [e.date for e in find_timeline(STORY, [moved], [])] == ["2031-03-03", "2031-03-07"]


def test_a_quote_with_a_day_and_a_speaker_is_placed() -> None:
    sunday = moment(STORY, "r2", "Sunday", "2031-03-09")
    quote = RecordQuote(
        id="q1", speaker="a1", source=None, cue=None, content=(at(STORY, "r2", "talks"),),
        kind="indirect", attribution="named", said_on=sunday, evidence=(at(STORY, "r2", "talks"),),
    )  # fmt: skip
    assert [e.date for e in find_timeline(STORY, [], [quote])] == ["2031-03-09"]
    assert find_timeline(STORY, [], [replace(quote, speaker=None)]) == ()


def test_what_has_no_day_or_is_wider_than_a_year_is_not_placed() -> None:
    decade = moment(STORY, "r2", "1901", "1901-01-01", "1910-12-31")
    unknown = replace(MONDAY, earliest=None, latest=None)
    lasting = replace(MONDAY, type="DURATION")
    events = [
        event(at(STORY, "r1", "met"), when=w, number=n)
        for n, w in enumerate((decade, unknown, lasting, None))
    ]
    assert find_timeline(STORY, events, []) == ()


def test_a_year_is_as_precise_as_the_report_is() -> None:
    year = replace(moment(STORY, "r2", "1901", "1901-01-01", "1901-12-31"), value="1901")
    found = find_timeline(STORY, [event(at(STORY, "r2", "founded"), when=year)], [])
    assert [(e.date, e.earliest, e.latest) for e in found] == [("1901", "1901-01-01", "1901-12-31")]
