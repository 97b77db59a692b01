"""Two statements, or two reports, side by side."""
# ruff: noqa: E501 (sentences of the samples)

import pytest

from twosource.language import Language
from twosource.model import Comparison
from twosource.weighing.compare import compare, compare_all

from .news import BUDGET, FLOOD, STRIKE, STRIKE_LATER


@pytest.fixture(scope="module")
def language() -> Language:
    return Language()


def stands(a: str, b: str, language: Language) -> Comparison:
    return compare("x", a, b, language=language)


SAME = [
    (
        "The port of Velmora reopened on Monday after a nine-day strike.",
        "Velmora's port reopened Monday after a strike of nine days.",
    ),
    (
        "Parliament passed the budget by three votes late on Thursday.",
        "The budget was passed by parliament late Thursday, by three votes.",
    ),
]
SUPPORTS = [
    (
        "Engineers began on Friday to drain the flooded tunnel under the river Ande, which had been closed for six weeks.",
        "Engineers began to drain the flooded tunnel.",
    ),
]
CONFLICTS = [
    (
        "The mayor of Kestrel Falls resigned over the weir contract.",
        "The mayor of Kestrel Falls did not resign over the weir contract.",
    ),
    (
        "A shark was seen in the harbour of Velmora.",
        "The story of a shark seen in the harbour of Velmora is a hoax.",
    ),
    ("Grain exports from Velmora rose last month.", "Grain exports from Velmora fell last month."),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same(a: str, b: str, language: Language) -> None:
    assert stands(a, b, language).relation == "same"


@pytest.mark.parametrize(("a", "b"), SUPPORTS)
def test_more_detail_supports(a: str, b: str, language: Language) -> None:
    found = stands(a, b, language)
    assert found.relation == "supports"
    assert "more detail" in found.why


@pytest.mark.parametrize(("a", "b"), CONFLICTS)
def test_conflicts(a: str, b: str, language: Language) -> None:
    found = stands(a, b, language)
    assert found.relation == "conflicts"
    assert [d.about for d in found.differences] == ["polarity"]
    assert found.why


def test_no_matter_in_common(language: Language) -> None:
    found = stands("The budget passed by three votes.", "A ferry ran aground in fog near Skell.", language)
    assert found.relation == "unrelated"
    assert found.copy == "independent"


def test_refusing_beside_not_is_no_contradiction(language: Language) -> None:
    found = stands("The union refused to accept the offer.", "The union did not accept the offer.", language)
    assert found.relation != "conflicts"


@pytest.mark.parametrize(
    ("a", "b", "about", "values"),
    [
        (
            "The strike cost 40 workers their jobs.",
            "The strike cost 75 workers their jobs.",
            "number",
            ("40", "75"),
        ),
        ("The vote is on Tuesday.", "The vote is on Friday.", "date", ("Tuesday", "Friday")),
        (
            "The summit was held on March 3.",
            "The summit was held on March 9.",
            "date",
            ("March 3", "March 9"),
        ),
        ("The envoys met in Geneva.", "The envoys met in Vienna.", "place", ("Geneva", "Vienna")),
    ],
)
def test_slots(a: str, b: str, about: str, values: tuple[str, str], language: Language) -> None:
    found = stands(a, b, language).differences
    assert [(d.about, (d.a, d.b)) for d in found] == [(about, values)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Police said 12 people were hurt.", "Twelve people were hurt, police said."),
        ("More than 700 miners walked out.", "706 miners walked out."),
        ("Prices rose 3 percent in May.", "In May prices rose by 3%."),
        ("The loan is worth $1.5 million.", "The loan is worth 1,500,000 dollars."),
    ],
)
def test_numbers_that_agree_are_no_difference(a: str, b: str, language: Language) -> None:
    assert stands(a, b, language).differences == ()


def test_a_report_that_says_it(language: Language) -> None:
    claim = "Parliament passed the budget by three votes late on Thursday."
    assert stands(claim, BUDGET, language).relation == "supports"
    assert stands(claim, FLOOD, language).relation == "unrelated"


def test_two_reports(language: Language) -> None:
    assert stands(STRIKE, STRIKE, language).relation == "same"
    reprint = stands(STRIKE, "\n".join(STRIKE.split("\n")[:5]), language)
    assert (reprint.relation, reprint.copy) == ("same", "reprint")
    assert stands(STRIKE, STRIKE_LATER, language).relation in ("related", "supports")
    assert stands(BUDGET, FLOOD, language).relation == "unrelated"


def test_batch_is_the_same_as_one_by_one(language: Language) -> None:
    pairs = [(str(i), a, b) for i, (a, b) in enumerate(SAME + SUPPORTS + CONFLICTS)]
    together = compare_all(pairs, language=language)
    assert together == [compare(i, a, b, language=language) for i, a, b in pairs]


@pytest.mark.parametrize(
    "odd", ["", " \n ", "…", "多くの人が港に集まった。", "x" * 200_000, "a. " * 50_000, "\ud800"]
)
def test_odd_texts(odd: str, language: Language) -> None:
    for a, b in ((odd, STRIKE), (SAME[0][0], odd), (odd, odd)):
        found = stands(a, b, language)
        assert 0 <= found.score <= 1
        assert found.why


@pytest.mark.parametrize(
    ("a", "b", "about"),
    [
        (
            "Tarsia's coast guard turned back 14 trawlers off Skell on Saturday.",
            "Tarsia's coast guard turned back 17 trawlers off Skell on Saturday.",
            "number",
        ),
        (
            "The two ministers had been due to meet in Velmora on Thursday.",
            "The two ministers had been due to meet in Velmora on Friday.",
            "date",
        ),
        ("The summit will be held in Geneva in May.", "The summit will be held in Vienna in May.", "place"),
    ],
)
def test_one_statement_with_two_values_is_a_conflict(a: str, b: str, about: str, language: Language) -> None:
    found = stands(a, b, language)
    assert found.relation == "conflicts"
    assert [d.about for d in found.differences] == [about]


def test_a_rough_number_is_no_conflict(language: Language) -> None:
    found = stands("The fire killed about 100 people.", "The fire killed 104 people.", language)
    assert found.relation == "same"
