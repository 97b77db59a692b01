from dataclasses import replace

import pytest

from twosource.model import Evidence, Record, RecordQuote, Report, WeighedReport
from twosource.render import html, markdown, terminal
from twosource.render.plain import stance_words
from twosource.render.view import Event, View

from .sample import sample


def _record(report: Report) -> Record:
    kept = (WeighedReport(report=report),)
    return Record(title="", status="", from_day=None, to_day=None, reports=kept, independent_sources=1)


@pytest.mark.parametrize(
    ("report", "name"),
    [
        (Report(id="x", text="", outlet="Quay\nTimes"), "Quay Times"),
        (Report(id="x", text="", url="https://www.quay.example:80/a"), "quay.example"),
        (Report(id="in/box/story_0123456789abcdef", text=""), "story_012345"),
        (Report(id="in/box/quay.txt", text=""), "quay.txt"),
        (Report(id="", text="", url="javascript:alert(1)"), "report"),
    ],
)
def test_a_report_is_called_by_its_outlet_else_its_site_else_its_id(report: Report, name: str) -> None:
    assert View(_record(report)).names[report.id] == name


def test_a_record_without_a_title_takes_its_first_reports() -> None:
    assert View(_record(Report(id="x", text="", title="Ferry late"))).title() == "Ferry late"
    assert View(_record(Report(id="x", text=""))).title() == "Untitled story"


def test_marks_are_numbered_by_report_and_counted_past_the_limit() -> None:
    view = View(sample())
    places = sample().brief[1].evidence
    assert view.marks(places) == "[1][2][3]"
    assert view.marks(places, limit=2) == "[1][2]+1"
    assert view.marks([Evidence(report="gone", start=0, end=1)]) == ""


def test_people_are_joined_as_prose() -> None:
    view = View(sample())
    assert view.people(["a1", "a2", "a1"]) == "Kessia and Vardany"
    assert view.people(["a1", "a2", "a3", "a4", "a5"]) == "Kessia, Vardany, Orla Brandt and 2 more"
    assert view.people([]) == ""


def test_dates_keep_the_precision_they_have() -> None:
    view = View(sample())
    when = sample().events[0].when
    assert when is not None
    assert view.when(None) == "day not stated"
    assert view.when(when) == "21 May 2031"
    assert view.when(replace(when, latest="2031-05-23")) == "21 May 2031 to 23 May 2031"
    assert view.when(replace(when, latest=None)) == "from 21 May 2031"
    assert view.when(replace(when, earliest=None, latest=None)) == "“May 21”"


def test_an_event_says_who_did_what_to_whom() -> None:
    record = sample()
    shown = Event(View(record), record.events[1])
    assert (shown.kind, shown.who, shown.when) == ("Rejection", "Vardany → Kessia", "day not stated")


def test_a_reprint_is_told_from_a_report_that_borrows() -> None:
    record = sample()
    view = View(record)
    assert view.copy_note(record.reports[0]) == "copies 42 % from Strand Wire [3]"
    reprint = replace(record.reports[0], independent=False, copied_share=0.97)
    assert view.copy_note(reprint) == "reprint of Strand Wire [3], 97 %"
    assert view.copy_note(record.reports[1]) == ""


def test_a_position_tells_what_it_changes_and_who_reports_it() -> None:
    record = sample()
    first, second, *rest = record.positions
    first = replace(first, as_of="2031-03-03", stance="refuses")
    second = replace(second, change="softened", replaces=first.id, reported_by=(record.actors[0].id,))
    view = View(replace(record, positions=(first, second, *rest)))
    assert view.aside(first) == ""
    told = f"as told by {record.actors[0].name}"
    assert view.aside(second) == f" (softened; earlier refuses, 2031-03-03; {told})"


def test_words_that_say_little_alone_are_shown_with_their_cue() -> None:
    text = "Ruiz warned against a strike. Lind said the mill would close."
    report = Report(id="a", text=text)

    def told(cue: str, content: str) -> RecordQuote:
        def place(words: str) -> Evidence:
            return Evidence(report="a", start=text.index(words), end=text.index(words) + len(words))

        return RecordQuote(
            id="q1", speaker=None, source=None, cue=place(cue), content=(place(content),), kind="indirect",
            attribution="none", evidence=(place(content),),
        )  # fmt: skip

    view = View(_record(report))
    assert view.utterance(told("warned", "against a strike")) == "warned against a strike"
    assert view.utterance(told("said", "the mill would close")) == "the mill would close"


@pytest.mark.parametrize(
    ("stance", "act", "condition", "words"),
    [
        ("refuses", "open the sluices", "until Vardany signs", "refuses"),
        ("refuses", "the sluices will not be opened", "until Vardany signs", "says"),
        ("refuses", "We will open one gate", "only if Vardany signs", "says"),
        ("refuses", "open one gate", "only if Vardany signs", "would allow"),
        ("refuses", "pay no toll", "", "says it will"),
        ("refuses", "take up a bill that Roe has not signed", "", "refuses"),
        ("refuses", "sign a deal that would cut the toll", "", "refuses"),
        ("demands", "free crews who have not been charged", "", "demands"),
        ("demands", "the toll has not been paid", "", "complains"),
        ("demands", "pay the toll", "", "demands"),
        ("threatens", "the gates will not open", "", "threatens"),
    ],
)
def test_a_denial_is_never_denied_again(stance: str, act: str, condition: str, words: str) -> None:
    assert stance_words(stance, act, condition) == words


def test_a_step_is_told_in_its_sentence_with_its_report() -> None:
    record = sample()
    standoff = record.standoffs[0]
    view = View(record)
    assert view.told(standoff.steps[0])[0].startswith("“return to the table” — “")
    place = standoff.steps[0].evidence[0]
    step = replace(standoff.steps[0], sentence=place, why="Kessia will not return")
    words, name = view.told(step)
    assert words.strip("“”") == view.text_of(place)
    assert name == view.names[place.report]
    record = replace(record, standoffs=(replace(standoff, steps=(step, standoff.steps[1])),))
    for shown in (markdown(record), terminal(record), html(record)):
        plain = " ".join(shown.replace("\\", "").replace("&#x27;", "'").split())
        assert name in plain
        assert standoff.why in plain
