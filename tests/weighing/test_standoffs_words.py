# ruff: noqa: E501 (a sentence a line)
import pytest

from tests.weighing.stories_told import at, story
from twosource.model import ConditionKind, Evidence, RecordActor, RecordCondition, RecordPosition, Stance
from twosource.weighing.standoffs import find_standoffs
from twosource.weighing.standoffs_words import in_words, short

TEXT = (
    "Norland would reopen the pass if Sudland paid its debts in full. "
    "Sudland will not pay its debts unless Norland reopens the pass."
)
TOLD = story({"r1": TEXT}, actors=("Norland", "Sudland"))


def position(
    number: int, party: str, stance: Stance, act: Evidence, condition: Evidence, by: str
) -> RecordPosition:
    kind: ConditionKind = "if" if number == 1 else "unless"
    return RecordPosition(
        id=f"p{number}", party=party, stance=stance, action=act, action_by=party,
        condition=RecordCondition(kind=kind, span=condition, by=by), evidence=(act, condition),
    )  # fmt: skip


def test_a_long_text_is_cut_at_a_comma_in_its_second_half() -> None:
    text = "if they are given what they ask for, such as grain, timber and free passage through the strait"
    assert short(text, 12) == "if they are given what they ask for, such as grain …"
    assert short("one two three four five six", 4) == "one two three four …"
    assert short("one, two three four five six", 5) == "one, two three four five …"
    assert short(" “one two.” ") == "one two"


def test_a_condition_that_stands_in_the_act_is_told_once() -> None:
    act = at(TOLD, "r1", "reopen the pass if Sudland paid its debts in full")
    positions = [
        position(1, "a1", "offers", act, at(TOLD, "r1", "if Sudland paid its debts in full"), "a2"),
        position(2, "a2", "refuses", at(TOLD, "r1", "pay its debts"), at(TOLD, "r1", "unless Norland"), "a1"),
    ]
    actors = [RecordActor(id=a.id, name=a.name, type="country", mentions=a.mentions) for a in TOLD.actors]
    (found,) = find_standoffs(positions, actors, {"r1": TEXT})
    assert found.steps[0].action == "reopen the pass"
    assert found.why.count("if Sudland paid its debts in full") == 1


@pytest.mark.parametrize(
    ("stance", "action", "kind", "condition", "verb", "words"),
    [
        ("refuses", "open the pass", "until", "until Sudland pays", True, "Norland will not open the pass until Sudland pays"),
        ("refuses", "pay no toll", "unless", "unless Sudland pays", True, "Norland will pay no toll unless Sudland pays"),
        ("refuses", "raise the toll", "unless", "only if Sudland agrees", True, "Norland will raise the toll only if Sudland agrees"),
        ("refuses", "any talks", "until", "the release of the crew", False, "Norland: no talks until the release of the crew"),
        ("refuses", "the offer", "until", "until Sudland pays", False, "Norland: no to the offer until Sudland pays"),
        ("refuses", "talks", "until", "to open its archives", False, "Norland: no talks until Sudland moves to open its archives"),
        ("refuses", "going back", "until", "until Sudland pays", True, "Norland will not be going back until Sudland pays"),
        ("refuses", "the toll will not be cut", "until", "until Sudland pays", False, "Norland: the toll will not be cut until Sudland pays"),
        ("commits", "Norland would open the pass", "if", "if Sudland paid", False, "Norland would open the pass if Sudland paid"),
        ("commits", "We will open the pass", "if", "if they pay", False, "Norland: “We will open the pass if they pay”"),
        ("threatens", "they will pay a price", "if", "if Sudland moves", False, "Norland: “they will pay a price” if Sudland moves"),
        ("offers", "open the pass", "in return for", "timber", True, "Norland would open the pass in return for timber"),
        ("demands", "free the crew", "in return for", "timber", True, "Sudland must free the crew in return for timber"),
        ("threatens", "close the pass", "unless", "unless Sudland pays", True, "Norland will close the pass unless Sudland pays"),
    ],
)  # fmt: skip
def test_a_step_reads_as_one_clause_without_a_double_denial(
    stance: Stance, action: str, kind: ConditionKind, condition: str, verb: bool, words: str
) -> None:
    assert in_words(("Norland",), stance, action, condition, kind, "Sudland", verb=verb) == words
