import pytest

from tests.reading.casting import actor, mentions, who
from twosource.reading.quoted_stretches import quoted_stretches


@pytest.mark.parametrize(
    ("text", "pronoun", "names"),
    [
        ("Ana Ruiz said she would resign.", "she", ["Ana Ruiz"]),
        ("Tom Reed met Ana Ruiz. He praised her.", "he", ["Tom Reed"]),
        ("Tom Reed met Ana Ruiz. He praised her.", "her", ["Ana Ruiz"]),
        ("Union leader Jon Berg spoke. Berg added that he would strike.", "he", ["Jon Berg"]),
        ("Governor Maria Costa spoke. The governor said she was tired.", "she", ["Maria Costa"]),
        ("The mayor said he would sue. Ana Ruiz laughed.", "he", ["mayor"]),
        ("Ms. Ortega signed. Later she left.", "she", ["Ortega"]),
        ("Tom Reed met Paul Grant. He left early.", "he", ["Tom Reed"]),
        ("The Harbor Union called a strike. It rejected the offer.", "it", ["Harbor Union"]),
        ("Peru recalled its envoy.", "its", ["Peru"]),
        ("Analysts doubted the plan. They expect a delay.", "they", ["Analysts"]),
        (
            "Jon Berg, who leads the union, met Carla Mendes, who leads the port.",
            "who",
            ["Jon Berg", "Carla Mendes"],
        ),
        ("Jon Berg lost his seat.", "his", ["Jon Berg"]),
    ],
)
def test_a_pronoun_is_the_fitting_actor_that_stands_out(text: str, pronoun: str, names: list[str]) -> None:
    assert who(text, pronoun) == names


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Tom Reed and Paul Grant met. He left early.", "he"),
        ("Tom Reed left. She stayed.", "she"),
        ("It rained.", "it"),
        ("He left.", "he"),
        ("Jon Berg praised him.", "him"),
        ("There is nothing Ana Ruiz won't do to make sure Carla Mendes wins. She sang on a roof.", "she"),
        ("Ana Ruiz smiled. They left.", "they"),
    ],
)
def test_a_pronoun_that_none_or_two_fit_is_left_alone(text: str, pronoun: str) -> None:
    assert who(text, pronoun) == []


@pytest.mark.parametrize(
    "text",
    [
        'Tom Reed met Jon Berg. "He is a liar," Reed said.',
        "Tom Reed met Jon Berg. “He is a liar,” Reed said.",
        'Jon Berg spoke. "The union says he will win, and he knows it," a friend said.',
    ],
)
def test_a_pronoun_in_quotation_marks_is_left_alone(text: str) -> None:
    assert who(text, "he") == []


def test_far_away_actors_fade() -> None:
    text = "Jon Berg resigned. " + "The rain fell on the roofs of the town. " * 6 + "He was late."
    assert who(text, "he") == []


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
        ('An open "mark\nends with its line. "So"', ['"mark', '"So"']),
        ("«Non»", ["«Non»"]),
        ("''Go,'' he said, ''or stay.''", ["''Go,''", "''or stay.''"]),
        ("No marks, it's fine.", []),
        ("”", []),
    ],
)
def test_quoted_stretches(text: str, stretches: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_stretches(text)] == stretches


def test_a_when_clause_behind_another_name_tells_of_nobody() -> None:
    text = (
        "Union leader Bo Lund made his first visit to the palace since the meeting with Carlos Vega, "
        "when he said that the port would close."
    )
    assert [a for a in ("Bo Lund", "Carlos Vega") if "he" in mentions(text, a, "pronoun")] == []


def test_a_quotation_runs_over_lines_to_the_mark_that_only_closes() -> None:
    text = (
        '"The mayor did not do this.\nHe spoke of it freely," Ruiz said.\n"We left.\nThe port "closed" early.'
    )
    found = [text[a:b] for a, b in quoted_stretches(text)]
    assert found == ['"The mayor did not do this.\nHe spoke of it freely,"', '"We left.', '"closed"']


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        # Who spoke goes on, however prominent others are in what was said.
        ('Tom Reed said Paul Grant must go. "Paul Grant has lied," he said.', "he", "Tom Reed"),
        ("Tom Reed told Paul Grant that the port was shut. He added that it was late.", "he", "Tom Reed"),
        (
            "Tom Reed blasted Paul Grant, saying that he had lied. He added that it was late.",
            "he",
            "Tom Reed",
        ),
        (
            "The ruling drew the wrath of Ana Ruiz, who said it was late. It would not last, she said.",
            "she",
            "Ana Ruiz",
        ),
        # "also" keeps the subject.
        ("Tom Reed expected Paul Grant to sue. He also told the union to wait.", "he", "Tom Reed"),
        # The one person of the sentence before speaks now.
        ("Tom Reed met Ana Ruiz. Paul Grant signed the deal. It was late, he said.", "he", "Paul Grant"),
        # Quotations between do not make anybody fade.
        (
            'Tom Reed said: "It is over. It was late. It was cold. It was dark." He left the port.',
            "he",
            "Tom Reed",
        ),
    ],
)
def test_who_has_the_word_goes_on(text: str, pronoun: str, name: str) -> None:
    assert who(text, pronoun)[-1] == name


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        # An answer may be another's.
        ("Tom Reed said Paul Grant had lied. He replied that it was late.", "he"),
        # Two spoke.
        ("Tom Reed said it was late, and Paul Grant said it was cold. He added that it was dark.", "he"),
        # Several together, or things, are no one actor.
        ("Ministers met. Tom Reed and some aides said it was late. They added that it was cold.", "they"),
        ("Analysts spoke. The letters show little. They also echo an old plan.", "they"),
        ("While the letters show analysts at work, they say little.", "they"),
    ],
)
def test_who_has_the_word_is_not_sure(text: str, pronoun: str) -> None:
    assert who(text, pronoun) == []


def test_who_is_named_again_outweighs_somebody_unnamed_before() -> None:
    text = (
        "Gov. Bo Marsh said even his own brother was against the new dam. Marsh's worry was that "
        "the dam would flood two villages, and he wants that settled."
    )
    assert who(text, "he") == ["Bo Marsh"]
    assert actor(text, "Bo Marsh’s own brother").type == "unnamed"
