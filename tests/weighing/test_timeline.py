from dataclasses import replace

import pytest

from tests.weighing.stories_told import at, claim, event, moment, story
from twosource.model import Date, History, Quote, Reading, RecordQuote, Span
from twosource.weighing.story import Story
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


def test_a_week_is_shown_by_its_month_or_its_first_day() -> None:
    week = replace(moment(STORY, "r1", "Friday", "2031-03-03", "2031-03-09"), value="2031-W10")
    over = replace(moment(STORY, "r2", "Sunday", "2031-03-31", "2031-04-06"), value="2031-W14")
    quarter = replace(moment(STORY, "r2", "Friday", "2031-01-01", "2031-03-31"), value="2031-Q1")
    night = replace(moment(STORY, "r1", "Monday", "2031-03-02"), value="2031-03-02TNI")
    events = [
        event(at(STORY, "r1", "met"), when=when, number=n)
        for n, when in enumerate((week, over, quarter, night))
    ]
    found = find_timeline(STORY, events, [])
    assert [e.date for e in found] == ["2031-01-01", "2031-03-02", "2031-03", "2031-03-31"]


def test_the_text_does_not_open_with_a_dateline() -> None:
    told = story({"r1": "ORIN (Orin Post) - The ferry sank on Monday."})
    (first,) = told.readings
    filed = replace(first, report=replace(first.report, dateline_span=Span(start=0, end=19)))
    monday = moment(told, "r1", "Monday", "2031-03-03")
    found = find_timeline(replace(told, readings=(filed,)), [event(at(told, "r1", "sank"), when=monday)], [])
    assert [e.text for e in found] == ["The ferry sank on Monday."]


def dated(texts: dict[str, str], *dates: tuple[str, str, str]) -> Story:
    """A story with these dates: report, words, day."""
    told = story(texts)

    def read(r: Reading) -> Reading:
        here = [(moment(told, i, words, day)) for i, words, day in dates if i == r.report.id]
        return replace(
            r,
            dates=tuple(
                Date(start=d.start, end=d.end, text=d.text, type=d.type, value=d.value,
                     earliest=d.earliest, latest=d.latest) for d in sorted(here, key=lambda d: d.start)
            ),
        )  # fmt: skip

    return replace(told, readings=tuple(read(r) for r in told.readings))


def test_a_statement_with_a_day_is_placed_although_no_event_stands_for_it() -> None:
    told = dated(
        {
            "r1": "Rain fell. On Monday the crane lost its load.",
            "r2": "A crane lost all it held on May 5.",
        },
        ("r1", "Monday", "2031-05-05"),
        ("r2", "May 5", "2031-05-05"),
    )
    made = claim(
        1, "The crane lost its load", at(told, "r1", "On Monday the crane lost its load"),
        at(told, "r2", "A crane lost all it held on May 5"),
    )  # fmt: skip
    found = find_timeline(told, [], [], [made])
    assert [(e.date, e.text) for e in found] == [("2031-05-05", "On Monday the crane lost its load.")]
    assert {e.report for e in found[0].evidence} == {"r1", "r2"}


def test_reports_that_count_otherwise_are_entries_of_their_own() -> None:
    told = dated(
        {"r1": "Police held 14 dockers on Monday.", "r2": "Police held 17 dockers on Monday."},
        ("r1", "Monday", "2031-05-05"),
        ("r2", "Monday", "2031-05-05"),
    )
    lines = [at(told, r, told.reading(r).report.text) for r in ("r1", "r2")]
    made = claim(1, "Police held dockers", *lines)
    assert len(find_timeline(told, [], [], [made])) == 2


def test_a_sentence_stands_on_one_day_and_its_statement_on_the_other() -> None:
    text = "The talks, which were due to open in Orrin on Friday, were put off on Monday."
    told = dated({"r1": text}, ("r1", "Friday", "2031-05-09"), ("r1", "Monday", "2031-05-05"))
    whole = claim(1, "The talks were put off on Monday", at(told, "r1", text))
    part = claim(
        2, "The talks were due to open in Orrin on Friday",
        at(told, "r1", "The talks, which were due to open in Orrin on Friday"),
    )  # fmt: skip
    found = find_timeline(told, [], [], [whole, part])
    assert [(e.date, e.text) for e in found] == [
        ("2031-05-05", text),
        ("2031-05-09", "The talks were due to open in Orrin on Friday."),
    ]


def test_of_two_months_in_one_breath_the_first_places_it() -> None:
    text = "The talks may open in May or early June."
    told = dated({"r1": text}, ("r1", "May", "2031-05-01"), ("r1", "June", "2031-06-01"))
    told = replace(told, readings=tuple(
        replace(r, dates=tuple(replace(d, start=s, end=s + len(d.text))
                for d, s in zip(r.dates, (text.index("May"), text.index("June")), strict=True)))
        for r in told.readings
    ))  # fmt: skip
    found = find_timeline(told, [], [], [claim(1, text, at(told, "r1", text))])
    assert [e.date for e in found] == ["2031-05-01"]


def test_sentences_of_one_day_that_hold_one_statement_are_one_entry() -> None:
    texts = {
        "r1": "On Monday the envoy warned that the pass would close.",
        "r2": "Freight halts if the road is shut, traders heard on Monday.",
    }
    told = dated(texts, ("r1", "Monday", "2031-05-05"), ("r2", "Monday", "2031-05-05"))
    made = claim(1, "The pass would close", *(at(told, r, t) for r, t in texts.items()))
    assert len(find_timeline(told, [], [], [made])) == 1


def test_what_is_said_on_a_day_of_publication_is_the_news_itself() -> None:
    text = "The port is full, Roe said on Monday."
    for published, kept in (("2031-03-03", 0), ("2031-03-05", 1)):
        told = story({"r1": text}, published={"r1": published})
        said = RecordQuote(
            id="q1", speaker="a1", source=None, cue=None, content=(at(told, "r1", "The port is full"),),
            kind="indirect", attribution="named", said_on=moment(told, "r1", "Monday", "2031-03-03"),
            evidence=(at(told, "r1", "The port is full"),),
        )  # fmt: skip
        assert len(find_timeline(told, [], [said])) == kept


@pytest.mark.parametrize(
    "text",
    [
        "The union won Monday's vote.",
        "The Monday talks failed.",
        "Prices have risen since Monday.",
        "Five were hurt, more than on Monday.",
    ],
)
def test_a_day_that_does_not_tell_when_places_nothing(text: str) -> None:
    told = dated({"r1": text}, ("r1", "Monday", "2031-05-05"))
    assert find_timeline(told, [], [], [claim(1, text, at(told, "r1", text))]) == ()


def test_what_somebody_says_of_a_day_in_his_own_words_is_not_placed() -> None:
    told = dated({"r1": '"We sail on Monday," Roe said.'}, ("r1", "Monday", "2031-05-05"))
    (first,) = told.readings
    words = at(told, "r1", "We sail on Monday")
    quote = Quote(
        id="q1", speaker=None, source=None, cue=None, content=(Span(start=words.start, end=words.end),),
        kind="direct", attribution="none", sentences=("s1",),
    )  # fmt: skip
    spoken = replace(told, readings=(replace(first, quotes=(quote,)),))
    assert find_timeline(spoken, [], [], [claim(1, "We sail on Monday", words)]) == ()
