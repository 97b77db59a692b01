"""Verbs of speech where nobody speaks, and subjects that the parse hung elsewhere."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from twosource import Report, read_all

from .quoting import language, quotes_of, told

RUIZ, LIND = "Ana Ruiz", "Tom Lindqvist"

SILENT = [
    "The landslide claimed two lives.",
    "The landslide that almost claimed her life was over.",
    "The owners called the sale off in the last hour.",
    "Ruiz looks to celebrate her birthday with friends.",
    "It seems like a port problem to me.",
    "Ruiz lit a fire on the quay to call for help.",
    "Ruiz looked out of the window and saw someone fleeing the mill.",
    "Ruiz is known for avoiding the press.",
    "The court dismissed similar suits.",
    "The Harbor Union sued the port for damages.",
    "Lindqvist spoke after Ruiz's announcement to applaud the crews.",
    "The plan would cut tolls and encourage ports to merge.",
    "The accusations offered little new information about the alleged fraud.",
    "Ruiz's health said to be at risk.",
    "It was far more than analysts had expected.",
    'The council stops women revealing "tempting" eyes in public.',
]


@pytest.mark.parametrize("text", SILENT)
def test_verbs_that_tell_of_no_speech_give_no_quote(text: str) -> None:
    assert [row for row in told(text) if row[0] != LIND] == []


def test_a_call_for_what_somebody_wants_is_still_said() -> None:
    assert [row[3] for row in told("Ruiz called for elections.")] == [["elections"]]


def test_the_writer_of_a_document_did_not_say_what_is_quoted_of_it() -> None:
    text = "Ruiz tweeted that the memos written by Lindqvist “show clearly” no fraud."
    assert {row[0] for row in told(text)} == {RUIZ}


def test_the_us_is_no_pronoun() -> None:
    [reading] = read_all(
        [Report(id="r", text="The US claimed that it had dropped food to the crews near the border.")],
        language=language(),
    )
    [quote] = reading.quotes
    assert reading.actors[0].country == "US"
    assert quote.speaker == reading.actors[0].id


WHO = [
    (
        "The Harbor Union on Friday filed a federal lawsuit against Lindqvist and Osei alleging a plot to fix prices.",
        "the Harbor Union",
        "a plot to fix prices",
    ),
    ("The Harbor Union sued Lindqvist and Osei alleging fraud.", "the Harbor Union", "fraud"),
    (
        "Ruiz denied that his mill colluded with Freedonia and Lindqvist has denied meddling in the vote.",
        LIND,
        "meddling in the vote",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content"), WHO)
def test_the_accuser_speaks_not_the_accused(text: str, speaker: str, content: str) -> None:
    mine = [row[0] for row in told(text) if row[3] == [content]]
    assert [who.lower() for who in mine if who] == [speaker.lower()]


def test_a_plural_verb_passes_over_a_single_name() -> None:
    [row] = [
        r
        for r in told("He quotes suppliers for Freedonia, who claim that the mill will close.")
        if r[2] == "claim"
    ]
    assert row[0] is None


def test_what_a_speaker_was_asked_is_not_the_answer() -> None:
    text = "Asked by one of Ruiz's aides, “Is this the final draft,” Lindqvist replied with a single word: “Yes.”"
    assert [(row[0], row[3]) for row in told(text)] == [(LIND, ["“Yes.”"])]


def test_a_quotation_before_its_cue_goes_before_what_the_speaker_notes_besides() -> None:
    text = '"We plan to raise our revenue and the mill will help," Ruiz adds, noting sales to Freedonia are possible.'
    assert ['"We plan to raise our revenue and the mill will help,"'] in [row[3] for row in told(text)]


def test_a_speaker_that_the_parse_hung_on_a_day() -> None:
    [row] = told("In his note Monday, Ruiz, 54, had said he would lead the port until spring.")
    assert row[0] == RUIZ


def test_an_unusual_verb_beside_a_quotation() -> None:
    [row] = told('"We are rolling out the first engine," enthused Ana Ruiz, manager of the mill.')
    assert (row[0], row[2]) == (RUIZ, "enthused")


def test_a_day_within_the_source_is_not_when_it_was_said() -> None:
    [reading] = read_all(
        [Report(id="r", text="The mayor, who opened the port in May 1995, said that the crews have left.")],
        language=language(),
    )
    assert [q.said_on for q in reading.quotes] == [None]
    assert quotes_of("") == ()


def test_who_is_blamed_for_a_request_made_it() -> None:
    rows = told("Ruiz criticized Lindqvist for requesting to cut a page of the plan.")
    assert [row[0] for row in rows if row[2] == "requesting"] == [LIND]


def test_a_pronoun_is_not_whom_its_own_words_name() -> None:
    [row] = told('"We asked Osei what he wanted," he said.', he="Osei")
    assert row[0] is None
    [row] = told('"We asked the crew what it wanted," he said.', he="Osei")
    assert row[0] == "Osei"


def test_what_a_cue_gives_is_not_the_next_cue() -> None:
    rows = told("Ruiz disagreed, saying the memos are proof of contempt for the law.")
    assert [row[3] for row in rows] == [["the memos are proof of contempt for the law"]]


FOUND = [
    (
        "The mill could reopen by the middle of May, Ruiz reported on Monday.",
        ["The mill could reopen by the middle of May"],
    ),
    (
        "Ruiz said the crates each consisted of a wooden frame with a lid.",
        ["the crates each consisted of a wooden frame with a lid"],
    ),
    ("“The bottom line is that the crews must unify,” Ruiz went on.", ["“The bottom line is that the crews must unify,”"]),
    ('Ruiz demurred: "I have not given that any thought."', ['"I have not given that any thought."']),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), FOUND)
def test_sayings_that_the_parse_hides(text: str, content: list[str]) -> None:
    assert [(row[0], row[3]) for row in told(text)] == [(RUIZ, content)]


def test_talks_that_go_on_say_nothing() -> None:
    assert told("“No,” she cried. The talks in the port went on.", she="Ana Ruiz")[1:] == []


def test_whom_something_leads_to_conclude_concludes() -> None:
    text = "Four captains have left, leading many party leaders to conclude that Ruiz will not run."
    assert [row[1] for row in told(text) if row[2] == "to conclude"] == ["many party leaders"]
