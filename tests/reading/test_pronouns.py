import pytest

from tests.reading.casting import mentions, who
from twosource.reading.pronouns import quoted_stretches


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
