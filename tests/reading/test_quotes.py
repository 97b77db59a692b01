"""Each construction of reported speech: what is said, the cue, the source and the speaker."""

import pytest

from twosource.model import Date, Span
from twosource.reading.quotes import find_quotes

from .quoting import cast_for, document_of, quotes_of, told

ONE = [  # text, speaker, source, cue, content
    ("Ruiz said that the port would open.", "Ana Ruiz", "Ruiz", "said", ["that the port would open"]),
    ("Ruiz said the port would open.", "Ana Ruiz", "Ruiz", "said", ["the port would open"]),
    ('"The port is open," Ruiz said.', "Ana Ruiz", "Ruiz", "said", ['"The port is open,"']),
    ("“The port is open,” said Ruiz.", "Ana Ruiz", "Ruiz", "said", ["“The port is open,”"]),
    ("«The port is open», Ruiz said.", "Ana Ruiz", "Ruiz", "said", ["«The port is open»"]),
    ("``The port is open,'' Ruiz said.", "Ana Ruiz", "Ruiz", "said", ["``The port is open,''"]),
    ("‘The port is open,’ Ruiz said.", "Ana Ruiz", "Ruiz", "said", ["‘The port is open,’"]),
    ("'The port is open,' Ruiz said.", "Ana Ruiz", "Ruiz", "said", ["'The port is open,'"]),
    ("The port is open again, Ruiz said.", "Ana Ruiz", "Ruiz", "said", ["The port is open again"]),
    ('Ruiz said: "The port is open."', "Ana Ruiz", "Ruiz", "said", ['"The port is open."']),
    ('Ruiz told reporters, "We are ready to talk."', "Ana Ruiz", "Ruiz", "told", ['"We are ready to talk."']),
    (
        "Ruiz told reporters that the crews were ready.",
        "Ana Ruiz", "Ruiz", "told", ["that the crews were ready"],
    ),
    (
        '"The port is open," Ruiz said. "We will not close it again."',
        "Ana Ruiz", "Ruiz", "said", ['"The port is open,"', '"We will not close it again."'],
    ),
    (
        '"The crews," Ruiz said, "have waited too long."',
        "Ana Ruiz", "Ruiz", "said", ['"The crews,"', '"have waited too long."'],
    ),
    (
        '"The crews are tired. They want to go home," Ruiz said.',
        "Ana Ruiz", "Ruiz", "said", ['"The crews are tired. They want to go home,"'],
    ),
    (
        'Ruiz said the offer was "an insult to every crew" in the city.',
        "Ana Ruiz", "Ruiz", "said", ['the offer was "an insult to every crew" in the city'],
    ),
    (
        'Ruiz said, "Look at the words "fair share" in the letter."',
        "Ana Ruiz", "Ruiz", "said", ['"Look at the words "fair share" in the letter."'],
    ),
    (
        "The crews will return on Monday, according to Ruiz.",
        "Ana Ruiz", "Ruiz", "according to", ["The crews will return on Monday"],
    ),
    (
        "According to Ruiz, the crews will return on Monday.",
        "Ana Ruiz", "Ruiz", "According to", ["the crews will return on Monday"],
    ),
    ("Ruiz vowed to close the port.", "Ana Ruiz", "Ruiz", "vowed", ["to close the port"]),
    ("Ruiz has threatened to close the port.", "Ana Ruiz", "Ruiz", "has threatened", ["to close the port"]),
    ("Ruiz denied meeting the owners.", "Ana Ruiz", "Ruiz", "denied", ["meeting the owners"]),
    ("Ruiz asked whether they would pay.", "Ana Ruiz", "Ruiz", "asked", ["whether they would pay"]),
    (
        "Ruiz accused the owners of breaking their word.",
        "Ana Ruiz", "Ruiz", "accused", ["the owners of breaking their word"],
    ),
    ("Ruiz called for new talks.", "Ana Ruiz", "Ruiz", "called for", ["new talks"]),
    ("Ruiz pointed out that they had paid.", "Ana Ruiz", "Ruiz", "pointed out", ["that they had paid"]),
    ("Ruiz urged the owners to pay.", "Ana Ruiz", "Ruiz", "urged", ["to pay"]),
    ("Ruiz believes that the owners will pay.", "Ana Ruiz", "Ruiz", "believes", ["that the owners will pay"]),
    (
        "Ruiz's claim that the owners lied was new.",
        "Ana Ruiz", "Ruiz's", "claim", ["that the owners lied"],
    ),
    (
        "Ana Ruiz, the head of the dockworkers, said the port would open.",
        "Ana Ruiz", "Ana Ruiz, the head of the dockworkers,", "said", ["the port would open"],
    ),
    (
        "The crews' leader, Ana Ruiz, said the port would open.",
        "Ana Ruiz", "The crews' leader, Ana Ruiz,", "said", ["the port would open"],
    ),
    (
        "The ministry said the port would open.",
        "the ministry", "The ministry", "said", ["the port would open"],
    ),
    ("An official said the port would open.", "An official", "An official", "said", ["the port would open"]),
    ("A statement from the ministry said the port would open.",
     "the ministry", "A statement from the ministry", "said", ["the port would open"]),
    ("Ruiz, who said the owners had lied, left at noon.", "Ana Ruiz", "who", "said", ["the owners had lied"]),
    ("Ruiz said the port would open, while ships waited in the bay.",
     "Ana Ruiz", "Ruiz", "said", ["the port would open"]),
    ("Ruiz said the port would stay closed for a week in an interview.",
     "Ana Ruiz", "Ruiz", "said", ["the port would stay closed for a week"]),
    ("Ruiz called the offer an insult.", "Ana Ruiz", "Ruiz", "called", ["the offer an insult"]),
    ('Ruiz criticized the "shameful" offer.', "Ana Ruiz", "Ruiz", "criticized", ['the "shameful" offer']),
    ("Ruiz asked not to pay the fine.", "Ana Ruiz", "Ruiz", "asked", ["not to pay the fine"]),
    ("Five sailors were injured, Ruiz said, three more than were known on Tuesday.",
     "Ana Ruiz", "Ruiz", "said", ["Five sailors were injured", "three more than were known on Tuesday"]),
    ("Twelve ships were turned back, the ministry said, the largest number in a year.",
     "the ministry", "the ministry", "said",
     ["Twelve ships were turned back", "the largest number in a year"]),
    ("Twelve ships were turned back, the ministry said, Tuesday.",
     "the ministry", "the ministry", "said", ["Twelve ships were turned back"]),
    ("An official, who asked not to be named, said that the port would open.",
     "An official", "An official, who asked not to be named,", "said", ["that the port would open"]),
    ("Ruiz denounced the owners as thieves.", "Ana Ruiz", "Ruiz", "denounced", ["the owners as thieves"]),
    ('The ministry denounced Lindqvist as a "madman," nicknamed him "Little Lord," derided him and '
     "threatened to close the port.", "the ministry", "The ministry", "threatened", ["to close the port"]),
    ("Ruiz added: the crews will return.", "Ana Ruiz", "Ruiz", "added", ["the crews will return"]),
    ("In the words of Ruiz, the port is closed.",
     "Ana Ruiz", "Ruiz", "In the words of", ["the port is closed"]),
    ("The crews, according to Ruiz, will return on Monday.",
     "Ana Ruiz", "Ruiz", "according to", ["The crews", "will return on Monday"]),
    ("Ruiz's vow to close the port was new.", "Ana Ruiz", "Ruiz's", "vow", ["to close the port"]),
    ('Ruiz said the strike would be "long and very bitter," a warning that the owners knew well.',
     "Ana Ruiz", "Ruiz", "said", ['the strike would be "long and very bitter,"']),
    ('Ruiz wrote, "The port is open again," and left.',
     "Ana Ruiz", "Ruiz", "wrote", ['"The port is open again,"']),
    ("Ruiz: The port is open", "Ana Ruiz", "Ruiz", ":", ["The port is open"]),
    ("“The port is open for everybody.” — Ana Ruiz, dockworker",
     "Ana Ruiz", "Ana Ruiz", "—", ["“The port is open for everybody.”"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker", "source", "cue", "content"), ONE, ids=[row[0][:50] for row in ONE]
)
def test_a_construction(text: str, speaker: str, source: str, cue: str, content: list[str]) -> None:
    found = [t for t in told(text) if t[2] == cue]
    assert found == [(speaker, source, cue, content)]


ADDRESSED = [  # text, cue, speaker, content: whom the words are addressed to is not who speaks
    ("Ruiz warned Freedonia against opening the mine.", "warned", "Ana Ruiz", "against opening the mine"),
    (
        'Ruiz met the owners on the "terrible" deal, warning Freedonia against restarting the mine.',
        "warning", "Ana Ruiz", "against restarting the mine",
    ),
    (
        "Ruiz joined Lindqvist in warning Freedonia against an attack.",
        "warning", "Ana Ruiz", "against an attack",
    ),
    ("With Ruiz warning Freedonia against war, talks stalled.", "warning", "Ana Ruiz", "against war"),
    ("Ruiz asked Freedonia what the plan would be.", "asked", "Ana Ruiz", "what the plan would be"),
    ("A reporter asked Freedonia what the plan would be.", "asked", None, "what the plan would be"),
    ("Lindqvist was asked by Ruiz what the plan was.", "was asked", "Ana Ruiz", "what the plan was"),
    ("Ruiz asked Lindqvist about the port.", "asked", "Ana Ruiz", "about the port"),
    ("Ruiz reminded Lindqvist that the port was shut.", "reminded", "Ana Ruiz", "that the port was shut"),
    ("Ruiz assured Freedonia the port would open.", "assured", "Ana Ruiz", "the port would open"),
    ("The meeting ended with Ruiz urging Lindqvist to sign.", "urging", "Ana Ruiz", "to sign"),
    ('"You must pay," warned Lindqvist.', "warned", "Tom Lindqvist", '"You must pay,"'),
    ("Asked what the plan would be, Ruiz said the port was open.", "said", "Ana Ruiz", "the port was open"),
    ("Ruiz, asked if she knew, said the port was open.", "said", "Ana Ruiz", "the port was open"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "speaker", "content"), ADDRESSED, ids=[a[0][:50] for a in ADDRESSED])
def test_who_is_addressed_is_not_the_speaker(text: str, cue: str, speaker: str | None, content: str) -> None:
    assert [(t[2], t[0], t[3]) for t in told(text)] == [(cue, speaker, [content])]


def test_a_clause_ends_before_and() -> None:
    found = told("Ruiz said the port would open and Lindqvist said the owners would pay.")
    assert [t[3] for t in found] == [["the port would open"], ["the owners would pay"]]


def test_a_word_that_the_parse_tore_off_a_clause_belongs_to_it() -> None:
    text = (
        "Iceland will not open the fishing grounds until Portugal lifts the tariff, and Portuguese Fisheries "
        "Minister Osei has told parliament that Lisbon will not lift the tariff as long as Iceland keeps the "
        "grounds closed."
    )
    assert told(text)[-1][3][0].endswith("keeps the grounds closed")


def test_a_question_that_somebody_was_asked_does_not_go_on_in_the_answer() -> None:
    text = '"It is a bad deal," Ruiz said when asked by reporters about the port. "It should not be made."'
    assert [(t[0], t[3]) for t in told(text)] == [
        ("Ana Ruiz", ['"It is a bad deal,"', '"It should not be made."'])
    ]
    answer = 'Ruiz was asked by Lindqvist about the port. "It is closed and will stay closed."'
    assert [t[0] for t in told(answer)] == [None]


NONE = [
    "Ruiz criticized the new offer.",
    "Ruiz spoke for an hour, praising Freedonia.",
    "Ruiz discussed the harbor fees.",
    "Ruiz rejected it.",
    "Ruiz asked not to be quoted by name.",
    "Ruiz asked to remain anonymous.",
    "Lindqvist was told that the port would open.",
    "Ruiz did not say whether the port would open.",
    "Ruiz never said that the owners had lied.",
    "Ruiz declined to comment on Monday.",
    "Ruiz left without saying that the port would open.",
    "Nobody said that the port would open.",
    "No official said the port would open.",
    "If Ruiz says the port is closed, ships will wait.",
    "Ruiz could say that the port is open.",
    "Did Ruiz say the port was open?",
    "I think that the port will open.",
    'The so-called "truce" held for a day.',
    'The "good offer" was on the table.',
    "The crews' wages and the owners' profits rose.",
    "The ship left at 9:30 for the islands.",
    "Update: The port is open",
    "In a reply shortly after the files were made public on Friday, Ruiz repeated the claims.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quote(text: str) -> None:
    assert told(text) == []


def test_pronoun_subject_comes_from_the_cast() -> None:
    text = "Ruiz met the owners. She said the talks had failed."
    assert told(text, She="Ana Ruiz") == [("Ana Ruiz", "She", "said", ["the talks had failed"])]
    assert told(text)[0][:2] == (None, "She")


def test_unresolved_source_is_nobody_not_the_nearest_name() -> None:
    text = "Ruiz met Lindqvist. His brother said the talks had failed."
    assert [t[0] for t in told(text)] == [None]


def test_two_levels_give_both() -> None:
    text = "The ministry said Lindqvist had told the owners that the port would open."
    assert told(text) == [
        ("Tom Lindqvist", "Lindqvist", "had told", ["that the port would open"]),
        ("the ministry", "The ministry", "said", ["Lindqvist had told the owners that the port would open"]),
    ]


def test_participle_goes_on_with_the_outer_speaker() -> None:
    text = "Ruiz said Lindqvist had left, adding that the talks were over."
    assert told(text) == [
        ("Ana Ruiz", "Ruiz", "said", ["Lindqvist had left"]),
        ("Ana Ruiz", "Ruiz", "adding", ["that the talks were over"]),
    ]


def test_a_second_verb_behind_but_has_the_same_speaker() -> None:
    text = "Ruiz said she hoped for a deal but warned that the strike would go on."
    assert [(t[0], t[2], t[3]) for t in told(text, she="Ana Ruiz")] == [
        ("Ana Ruiz", "said", ["she hoped for a deal"]),
        ("Ana Ruiz", "warned", ["that the strike would go on"]),
    ]


def test_a_finite_verb_that_the_parse_takes_for_a_participle() -> None:
    text = (
        "Though some analysts speculate the strike could have been staged by the owners to gain time for "
        "the delayed Friday talks, an official with knowledge of the ministry's position on wages confirmed "
        "to The Courier last week that the port would open."
    )
    assert [(t[0], t[3]) for t in told(text) if t[2] == "confirmed"] == [
        ("an official", ["that the port would open"])
    ]


def test_participle_that_may_be_either_speaker_is_nobody() -> None:
    text = "Ruiz said Lindqvist had made an offer, saying the owners would pay."
    assert [t[0] for t in told(text) if t[2] == "saying"] == [None]


def test_quotation_that_fills_the_next_paragraph_goes_on() -> None:
    text = '"The port is open," Ruiz said.\n\n"We will not close it again."\n\nShips waited in the bay.'
    assert [(t[0], t[3]) for t in told(text)] == [
        ("Ana Ruiz", ['"The port is open,"']),
        ("Ana Ruiz", ['"We will not close it again."']),
    ]


def test_announced_quotation_stands_in_the_next_paragraph() -> None:
    text = 'Ruiz wrote to the owners, adding:\n\n"We will not close the port again."'
    assert told(text) == [("Ana Ruiz", "Ruiz", "adding", ['"We will not close the port again."'])]


OTHERS = '\n\n"We are very happy with how it goes on the islands."'


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The talks were put off, the ministry said Tuesday.", None),
        ("The talks were put off, two officials said Tuesday.", None),
        ('"The talks are off for now," the ministry said Tuesday.', "the ministry"),
        ("The talks were put off, Ruiz said Tuesday.", "Ana Ruiz"),
        ("The ministry said in a statement:", "the ministry"),
    ],
)
def test_quotation_after_what_a_body_is_reported_to_have_said_is_nobodys(
    before: str, speaker: str | None
) -> None:
    last = told(before + OTHERS)[-1]
    assert (last[0], last[3]) == (speaker, [OTHERS.strip()])


def test_quotation_after_another_sentence_is_nobodys() -> None:
    text = 'Ruiz said the port was open. Ships came in. "We have waited for a whole week."'
    assert [t[0] for t in told(text)] == ["Ana Ruiz", None]


def test_unclosed_quotation_goes_on_where_the_next_paragraph_reopens_it() -> None:
    text = 'Ruiz said, "The port is open.\n\n"We will not close it again," she added.'
    found = told(text, she="Ana Ruiz")
    assert [t[3] for t in found] == [['"The port is open.'], ['"We will not close it again,"']]
    assert {t[0] for t in found} == {"Ana Ruiz"}


def test_transcript_label_takes_the_paragraph() -> None:
    text = "Ana Ruiz met Tom Lindqvist.\n\nLINDQVIST: We will pay. We always do."
    assert told(text) == [("Tom Lindqvist", "LINDQVIST", ":", ["We will pay. We always do."])]


def test_dateline_is_no_part_of_a_source() -> None:
    text = "PORT ANSELM, Freedonia — Ana Ruiz said the port would open."
    document = document_of(text, dateline_span=Span(start=0, end=text.index("Ana Ruiz")))
    quote = find_quotes(document, cast_for(document), ())[0]
    assert quote.source is not None
    assert text[quote.source.start : quote.source.end] == "Ana Ruiz"
    assert quote.speaker == "Ana Ruiz"


def test_kinds_and_attributions() -> None:
    text = (
        '"The port is open," Ruiz said. The ministry said the crews were "very tired" of it. '
        "An official said the owners had paid. Her cousin said the talks had failed."
    )
    assert [(q.kind, q.attribution) for q in quotes_of(text)] == [
        ("direct", "named"),
        ("mixed", "organization"),
        ("indirect", "unnamed"),
        ("indirect", "unnamed"),
    ]


def test_said_on_is_the_cue_clauses_day() -> None:
    text = "Ruiz said on Tuesday that the port would open on Friday."
    days = tuple(
        Date(start=text.index(w), end=text.index(w) + len(w), text=w, type="DATE", value=v)
        for w, v in (("Tuesday", "2031-05-06"), ("Friday", "2031-05-09"))
    )
    quote = quotes_of(text, dates=days)[0]
    assert quote.said_on is not None
    assert quote.said_on.value == "2031-05-06"


def test_ids_run_in_text_order_and_sentences_are_named() -> None:
    found = quotes_of('"The crews are tired. They want to go home," Ruiz said. Lindqvist said he would pay.')
    assert [q.id for q in found] == ["q1", "q2"]
    assert found[0].sentences == ("s1", "s2")


@pytest.mark.parametrize(
    "text", ['"' * 20_000, '"a ' * 20_000, "“" * 5_000, "said " * 5_000, "' \" “ ” `` ''"]
)
def test_odd_input_is_read_without_fuss(text: str) -> None:
    assert isinstance(quotes_of(text), tuple)
