"""Pronouns that somebody fits, but that may mean somebody or something else."""

import pytest

from .casting import who


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        # A surname that the cast takes for a body, or that nobody bears
        ("Tom Reed wrote a plan for the port. Harwood opened the hall. He said that it was cold.", "he"),
        ("Tom Reed wrote a plan for the port. Kestrel weighed a bid because he wanted more.", "he"),
        # A "he" before it whom nobody is known for
        ("Tom Reed and Paul Grant met at the yard. He was late. He said that it was over.", "he"),
        # The "he" of the clause above, or whoever is named in between
        ("Tom Reed knew Paul Grant lied when he asked for more.", "he"),
        # A thing, not a body mentioned on the way
        ("The plan was new in Peru. It praised the crews of the port.", "it"),
        ("The Harbor Union met on Monday. The plan costs nothing. It helps the crews.", "it"),
        ("The Harbor Union agrees. But the message is new and it shows how far the port has come.", "it"),
        # A number of people whom the cast does not know
        ("The owners met in May. A handful of pilots say they want more.", "they"),
        # Several, of whom one is named
        ("The mayor named candidates like Tom Reed who say the mill is old.", "who"),
    ],
)
def test_a_pronoun_that_may_mean_another_is_left_alone(text: str, pronoun: str) -> None:
    assert who(text, pronoun) == []


@pytest.mark.parametrize(
    ("text", "pronoun", "names"),
    [
        ("Tom Reed led the yard. He was late. He said no.", "he", ["Tom Reed", "Tom Reed"]),
        ("Tom Reed said Harwood would close before he could pay.", "he", ["Tom Reed"]),
        ('Tom Reed spoke. "She was late and Harwood was cold," he said.', "he", ["Tom Reed"]),
        ("The Harbor Union met on Monday. It helps the crews.", "it", ["Harbor Union"]),
        ("The Harbor Union said the plan was old and that it would vote.", "it", ["Harbor Union"]),
        ("The owners met in May. The pilots left. They want more.", "they", ["pilots"]),
        ("The mayor met Tom Reed, who has left.", "who", ["Tom Reed"]),
    ],
)
def test_a_pronoun_that_can_mean_one_only_is_resolved(text: str, pronoun: str, names: list[str]) -> None:
    assert who(text, pronoun) == names


def test_who_is_only_spoken_of_in_a_quotation_is_not_taken_up_outside() -> None:
    text = "Ana Ruiz left. “This is the work of a tired mayor,” Tom Berg said. The mayor smiled and he sang."
    assert who(text, "he") == ["mayor"]
