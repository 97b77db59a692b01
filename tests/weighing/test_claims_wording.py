import pytest

from tests.weighing.sample_story import Told, language, tell
from twosource.model import ActorType
from twosource.weighing.claims import find_claims
from twosource.weighing.claims_clauses import clauses_of
from twosource.weighing.claims_wording import wording

ACTORS: dict[str, ActorType] = {
    "Mara Voss": "person",
    "Freedonia": "country",
    "Harbour Union": "organization",
}


def without(sentence: str, *aside: str) -> str:
    """The sentence's words without those of its asides."""
    (parse,) = language().parse([sentence])
    out: set[int] = set()
    for words in aside:
        start = sentence.index(words)
        out.update(i for i in range(len(parse)) if start <= parse.starts[i] < start + len(words))
    return wording(parse, [i for i in range(len(parse)) if i not in out])


def claims(*texts: str) -> list[str]:
    story = tell({f"r{n}": Told(text=t) for n, t in enumerate(texts)}, ACTORS)
    return [c.text for c in find_claims(story, (), ())]


@pytest.mark.parametrize(
    ("sentence", "asides", "left"),
    [
        (
            "The strike at the mill, which began in May, has ended.",
            ("which began in May",),
            "The strike at the mill has ended",
        ),
        (
            "The envoy Reyes, who was due in Orrin, has been recalled.",
            ("Reyes", "who was due in Orrin,"),
            "The envoy has been recalled",
        ),
        (
            "The mayor, a baker, called the plan, in her words, a gift.",
            ("in her words",),
            "The mayor, a baker, called the plan a gift",
        ),
        ("Rain, snow and wind closed the pass.", (), "Rain, snow and wind closed the pass"),
    ],
)
def test_no_comma_is_left_of_an_aside_that_is_left_out(
    sentence: str, asides: tuple[str, ...], left: str
) -> None:
    assert without(sentence, *asides) == left


def test_what_only_joined_a_clause_to_its_verb_of_speech_goes() -> None:
    found = claims(
        "The union warned that if the mill does not reopen, that its members could strike in May.",
        "If the mill does not reopen, its members could strike in May, the union said.",
    )
    assert not any(", that" in text for text in found)


def test_a_label_of_a_single_report_is_no_claim() -> None:
    found = claims("Voss. The ferry sank off Orrin on Monday night.", "The ferry sank off Orrin on Monday.")
    assert "Voss" not in found
    assert any(text.startswith("The ferry sank off Orrin") for text in found)


def test_a_noun_that_a_full_statement_tells_is_no_claim_beside_it() -> None:
    found = claims(
        "The first meeting of the two unions since the war took place in Orrin in June.",
        "In June, the first meeting of the two unions since the war took place in Orrin.",
    )
    assert "The first meeting of the two unions since the war" not in found


def test_what_is_only_meant_to_happen_does_not_stand_for_those_who_say_it() -> None:
    found = claims(
        "The envoy travelled to ensure Freedonia reopens the border in the spring.",
        "Freedonia will reopen the border in the spring.",
    )
    assert any("will reopen the border" in text for text in found)
    assert "Freedonia reopens the border in the spring" not in found


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "The mayor left the meeting in which Mara Voss asked the crews to end the strike.",
            "Mara Voss asked the crews to end the strike",
        ),
        (
            "Voss seemed ready to sign, according to two of the guests, as the crews pressed him.",
            "Voss seemed ready to sign as the crews pressed him",
        ),
    ],
)
def test_a_clause_reads_as_a_sentence_without_its_which_and_its_source(sentence: str, clause: str) -> None:
    (parse,) = language().parse([sentence])
    assert clause in [wording(parse, c.spoken, c.lent) for c in clauses_of(parse)]
