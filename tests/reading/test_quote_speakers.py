"""Whose words: quoted speakers, documents, groups, terms in quotation marks, quotes within quotes."""

import pytest

from tests.reading.quoting import language, quotes_of, told, words
from twosource.model import Report
from twosource.reading import lay_out, read_document


def read(text: str) -> list[tuple[str | None, str, list[str]]]:
    """(speaker's name, attribution, content) of each quote, with the cast as the program finds it."""
    document = lay_out([Report(id="r1", text=text)], language())[0]
    reading = read_document(document)
    names = {a.id: a.name for a in reading.actors}
    return [
        (names.get(q.speaker or ""), q.attribution, [text[c.start : c.end] for c in q.content])
        for q in reading.quotes
    ]


def speakers(text: str) -> list[str | None]:
    """The speakers' names in order."""
    return [name for name, _, _ in read(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Courier quoted Ruiz as saying that the port would close.", "that the port would close"),
        ("Ruiz was quoted as telling the owners that the port would close.", "that the port would close"),
        ('"The port will close," Ruiz was quoted as saying by The Courier.', '"The port will close,"'),
    ],
)
def test_who_is_quoted_as_saying_speaks(text: str, content: str) -> None:
    assert [(q[0], q[3]) for q in told(text)] == [("Ana Ruiz", [content])]


def test_a_relative_pronoun_is_whom_the_cast_knows_it_for() -> None:
    text = "The ruling drew the wrath of Osei, who said that the port would close."
    assert told(text, who="Osei")[0][0] == "Osei"


@pytest.mark.parametrize(
    "text",
    [
        'In a letter to the owners, Ruiz asked for more pay. "We have waited long enough," the letter said.',
        'A letter from Ruiz came on Monday. "We have waited long enough," the letter said.',
        'Ruiz released a statement on Monday. "We have waited long enough," the statement said.',
        'The owners met. Ruiz posted a statement. "We have waited long enough," that statement read.',
    ],
)
def test_a_document_speaks_for_who_gave_it_out_before(text: str) -> None:
    assert told(text)[-1][0] == "Ana Ruiz"


@pytest.mark.parametrize(
    "text",
    [
        'Ruiz read a letter on the plane. "We have waited long enough," the letter said.',
        'The owners got a letter. "We have waited long enough," the letter said.',
        'Ruiz spoke in a letter. Osei slept. Osei ate. Osei ran. Osei sat. "We wait," the letter said.',
        'Ruiz released a statement. "We have waited long enough," a letter said.',
    ],
)
def test_a_document_that_nobody_gave_out_is_nobodys(text: str) -> None:
    assert told(text)[-1][0] is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Last year Ruiz referred to Osei as "the night captain."', 'as "the night captain."'),
        ("Ruiz once derided him as “small and lazy” and left.", "as “small and lazy”"),
        ('Ruiz described the long talks at the port as "very frank."', 'as "very frank."'),
        (
            'Ruiz hailed the friendship of the ports as having "grown more solid."',
            'as having "grown more solid."',
        ),
        ('Ruiz calls the head of the port "a sleepy captain."', None),
    ],
)
def test_what_a_thing_is_called_is_what_was_said(text: str, content: str | None) -> None:
    found = told(text)
    assert [q[0] for q in found] == ["Ana Ruiz"]
    assert content is None or found[0][3] == [content]


def test_a_short_thing_stays_with_what_it_is_called() -> None:
    assert told('Ruiz dismissed it as "an old and tired tale."')[0][3] == ['it as "an old and tired tale."']


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The strike began after the Harbor Union\'s "not one cent" pledge.', "the Harbor Union"),
        ('The strike began after her "rain and thunder" threat.', "Ana Ruiz"),
    ],
)
def test_a_possessor_speaks_the_words_of_a_threat_or_pledge(text: str, speaker: str) -> None:
    assert [q[0] for q in told("Ruiz left. " + text, her="Ana Ruiz")] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "harbor law" was passed.',
        'Ruiz signed her "Safe Ports" act.',
        'The owners made a "not one cent" pledge.',
        'Ruiz left as "Night Captain" played.',
    ],
)
def test_a_term_that_nobody_is_said_to_use_is_no_quote(text: str) -> None:
    assert told(text, her="Ana Ruiz") == []


def test_words_that_the_verb_before_gives_are_not_given_again() -> None:
    text = 'As they touted what Ruiz called "a very old friendship," Osei hinted at a rift.'
    assert [(q[0], q[3]) for q in told(text) if q[0] is not None] == [
        ("Ana Ruiz", ['"a very old friendship,"'])
    ]


def test_according_to_a_paper_is_about_what_another_said() -> None:
    text = "The ministry said that the port was closed, according to The Courier."
    assert [(q[0], q[3]) for q in told(text)] == [
        ("the ministry", ["that the port was closed"]),
        ("The Courier", ["The ministry said that the port was closed"]),
    ]


def test_according_to_a_person_is_the_inner_quote() -> None:
    text = "The Harbor Union added that the port would close, according to Osei."
    assert told(text)[0][0] == "Osei"


def test_the_inner_of_two_quotes_comes_first() -> None:
    text = "The Courier reported that Ruiz told the owners that there was no money."
    assert [q[0] for q in told(text)] == ["Ana Ruiz", "The Courier"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            '"The old port is as good as dead," Ruiz said of Osei, who denies that. "We all know it."',
            "Ana Ruiz",
        ),
        ('Ruiz said that Osei had lied, and Osei said that she was wrong. "We all know it by now."', None),
    ],
)
def test_after_two_speakers_the_one_whose_words_open_the_sentence_goes_on(
    text: str, speaker: str | None
) -> None:
    found = [q for q in quotes_of(text) if "We all know it" in (words(text, q.content[-1]) or "")]
    assert [q.speaker for q in found] == [speaker]


def test_several_speak_as_the_group_that_the_cast_has() -> None:
    text = "Ana Ruiz and Jon Berg said they would sign. They added that the port would open."
    found = read(text)
    assert [name for name, _, _ in found] == ["Ana Ruiz and Jon Berg"] * 2
    assert found[0][1] == "named"


def test_she_said_goes_on_with_who_spoke_before() -> None:
    text = (
        "Port chief Ana Ruiz said that Carla Mendes must step down. "
        '"Carla Mendes has lied to the owners," she said. "It has to end."'
    )
    assert speakers(text) == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Osei, the ministry's envoy, said that it rained.", "Osei, the ministry's envoy,"),
        ('"It rained," said Osei, the envoy, on Monday.', "Osei, the envoy,"),
        ('"It rained," said Osei, who came by boat.', "Osei, who came by boat"),
        ("The owners -- Osei among them -- said that it rained.", "The owners -- Osei among them --"),
        ('According to "The Port" by Ruiz, it rained.', '"The Port" by Ruiz'),
    ],
)
def test_where_a_source_ends(text: str, source: str) -> None:
    assert told(text)[0][1] == source


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            'Mayor Bo Lind leads the city. "We will not pay for the bridges that they let rot, the Grand '
            'Harbor Board Ferries and papers held by the tall man and Port Offices," Lind, a Liberal, wrote.',
            "Bo Lind",
        ),
        ('Bo Lind wrote. The "Gang of Nine" senators said they would vote no.', '"Gang of Nine" senators'),
    ],
)
def test_who_speaks_stands_outside_the_quotation(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_a_thing_said_of_does_not_recall() -> None:
    text = (
        "Ana Ruiz said in an interview that the plan had been in the making for years, and recalled seeing a "
        "draft."
    )
    assert speakers(text) == ["Ana Ruiz", "Ana Ruiz"]


def test_a_letter_s_giver_is_not_who_speaks_behind_it() -> None:
    text = "In a letter released by Mr. Dahl, Bo Lind, Mr. Dahl's doctor, said the test had been clean."
    assert speakers(text) == ["Bo Lind"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Guild for Bakers President Ana Ruiz said that the ovens were cold.", "Ana Ruiz"),
        ("“The ovens are cold,” said union co-founder Ana Ruiz.", "Ana Ruiz"),
        (
            "House Speaker Ana Ruiz and Senate Minority Leader Tom Reed said that it was over.",
            "Ana Ruiz and Tom Reed",
        ),
        ("Gov. Ana Ruiz and Mayor Tom Reed conceded that the toll had failed.", "Ana Ruiz and Tom Reed"),
        (
            "“The ovens are cold,” said Tom Reed, a spokesman for Speaker Ana Ruiz.",
            "Tom Reed",
        ),
    ],
)
def test_offices_around_names_do_not_hide_who_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
