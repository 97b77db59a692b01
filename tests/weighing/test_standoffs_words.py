from tests.weighing.stories_told import at, story
from twosource.model import ConditionKind, Evidence, RecordActor, RecordCondition, RecordPosition, Stance
from twosource.weighing.standoffs import find_standoffs
from twosource.weighing.standoffs_words import short

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
