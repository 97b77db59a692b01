"""Conflicts within one quotation: another name, another figure, the rest word for word."""

import pytest

from tests.weighing.disputes import conflicts

SAID = "We will now go to court for the letters that {} Keller kept from the dockers of this port for years"


def found(one: str, two: str, who: str = "Ola Lind") -> list[tuple[str, list[str]]]:
    texts = (f"“{one},” Lind said.", f"“{two},” {who.split()[-1]} said.")
    quotes = {f"{one},": "Ola Lind", f"{two},": who}
    return [(c.about, [s.value for s in c.sides]) for c in conflicts(*texts, quotes=quotes)]


def test_another_name() -> None:
    assert found(SAID.format("Anna"), SAID.format("Wilma")) == [("person", ["Anna", "Wilma"])]


def test_another_figure() -> None:
    one, two = (
        f"In this port there were no fewer than {n} of us who went out on the quay" for n in (340, 430)
    )
    assert ("number", ["340", "430"]) in found(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (SAID.format("Catherine"), SAID.format("Katherine")),  # one name, two spellings
        (SAID.format("Mr."), SAID.format("President")),
        (SAID.format("old"), SAID.format("mean")),
        (SAID.format("Anna"), SAID.format("[Wilma]")),
        (SAID.format("Anna"), SAID.format("Anna")),
        ("Anna Keller kept it", "Wilma Keller kept it"),
        (
            "I'm not one to say that I'm no friend of the dockers",
            "I’m not one to say that I’m no friend of the dockers",
        ),
    ],
)
def test_quotations_that_are_no_conflict(one: str, two: str) -> None:
    assert found(one, two) == []


def test_two_speakers_may_say_the_like() -> None:
    assert found(SAID.format("Anna"), SAID.format("Wilma"), who="Ines Ruiz") == []
