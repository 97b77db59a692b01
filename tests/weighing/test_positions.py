"""The same position told twice is one position with all its evidence."""

from collections.abc import Mapping, Sequence

import pytest

from twosource.model import (
    Actor,
    Condition,
    Mention,
    Placed,
    Position,
    Reading,
    RecordActor,
    RecordPosition,
    Report,
    Span,
    Stance,
)
from twosource.weighing.position_actions import alike, form_of
from twosource.weighing.positions import merge_positions

Entry = tuple[str, Stance, str, str]  # party, stance, action, condition ("" for none)


def reading(report: str, text: str, entries: Sequence[Entry], parties: Sequence[str]) -> Reading:
    """A reading whose positions stand where their words do."""

    def span(words: str) -> Span:
        return Span(start=text.index(words), end=text.index(words) + len(words))

    return Reading(
        report=Report(id=report, text=text),
        actors=tuple(
            Actor(id=p.lower(), name=p, type="country", mentions=(Mention(start=0, end=1, kind="name"),))
            for p in parties
        ),
        positions=tuple(
            Position(
                id=f"p{n + 1}",
                party=party.lower(),
                stance=stance,
                action=span(action),
                condition=Condition(kind="until", span=span(condition)) if condition else None,
                sentence="s1",
            )
            for n, (party, stance, action, condition) in enumerate(entries)
        ),
    )


def merged(*readings: Reading) -> tuple[RecordPosition, ...]:
    names = sorted({a.name for r in readings for a in r.actors})
    actors = [
        RecordActor(id=n, name=n, type="country", mentions=(Placed(report="a", start=0, end=1, kind="name"),))
        for n in names
    ]
    actor_of: Mapping[tuple[str, str], str] = {
        (r.report.id, a.id): a.name for r in readings for a in r.actors
    }
    return merge_positions(readings, actor_of, actors)


def test_two_outlets_wordings_of_one_refusal_meet() -> None:
    a = reading(
        "a",
        "Chile will not lift the tariffs until Peru pays.",
        [("Chile", "refuses", "lift the tariffs", "until Peru pays")],
        ["Chile"],
    )
    b = reading(
        "b", "Chile refused to ease its tariffs.", [("Chile", "refuses", "ease its tariffs", "")], ["Chile"]
    )
    [found] = merged(a, b)
    assert [(e.report, e.start) for e in found.evidence] == [("a", 15), ("b", 17)]
    assert found.condition is not None
    assert found.condition.span.report == "a"
    first = found.evidence[0]
    assert a.report.text[first.start : first.end] == "lift the tariffs until Peru pays"


def test_the_telling_with_the_condition_speaks_whatever_the_order() -> None:
    a = reading(
        "a", "Chile refused to ease its tariffs.", [("Chile", "refuses", "ease its tariffs", "")], ["Chile"]
    )
    b = reading(
        "b",
        "Chile will not lift the tariffs until Peru pays.",
        [("Chile", "refuses", "lift the tariffs", "until Peru pays")],
        ["Chile"],
    )
    [found] = merged(a, b)
    assert found.action.report == "b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Chile", "refuses", "lift the tariffs", ""), ("Peru", "refuses", "lift the tariffs", "")),
        (("Chile", "refuses", "lift the tariffs", ""), ("Chile", "offers", "lift the tariffs", "")),
        (("Chile", "offers", "lift the tariffs", ""), ("Chile", "offers", "raise the tariffs", "")),
        (("Chile", "offers", "lift the tariffs", ""), ("Chile", "offers", "free the pilots", "")),
    ],
)
def test_other_parties_stances_directions_and_matters_stay_apart(one: Entry, other: Entry) -> None:
    a = reading("a", f"{one[0]} {one[2]}.", [one], [one[0]])
    b = reading("b", f"{other[0]} {other[2]}.", [other], [other[0]])
    assert len(merged(a, b)) == 2


def test_different_conditions_make_two_positions() -> None:
    text = "Chile will not lift the tariffs until Peru pays, nor lift the tariffs until grain prices fall."
    first = reading("a", text, [("Chile", "refuses", "lift the tariffs", "until Peru pays")], ["Chile"])
    second = reading(
        "b", text, [("Chile", "refuses", "lift the tariffs", "until grain prices fall")], ["Chile"]
    )
    assert len(merged(first, second)) == 2


def test_a_position_whose_party_the_record_does_not_know_is_left_out() -> None:
    r = reading("a", "Chile freed the pilots.", [("Chile", "offers", "freed the pilots", "")], ["Chile"])
    assert merge_positions([r], {}, []) == ()


def test_no_positions() -> None:
    assert merge_positions([], {}, []) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("lift the sanctions", "easing its sanctions", True),
        ("take the sanctions off", "remove all sanctions", True),
        ("impose sanctions", "lift sanctions", False),
        ("release the hostages", "free all prisoners", True),
        ("end the strike", "endorse the strike fund for members", False),
        ("", "", False),
    ],
)
def test_actions_meet_by_what_they_do_and_to_what(one: str, other: str, same: bool) -> None:
    assert alike(form_of(one), form_of(other)) is same
