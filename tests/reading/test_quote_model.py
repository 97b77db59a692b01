import msgspec
import pytest

from twosource import api
from twosource.model import Report
from twosource.reading.quote_model import Weights, best_of, weights


def told(text: str) -> list[tuple[str, str, list[str]]]:
    reading = api.read(Report(id="r", text=text))
    return [
        (
            text[q.cue.start : q.cue.end] if q.cue else "",
            text[q.source.start : q.source.end] if q.source else "",
            [text[c.start : c.end] for c in q.content],
        )
        for q in reading.quotes
    ]


def test_the_likeliest_candidate_and_its_probability() -> None:
    assert best_of([["a"], ["b"]], {"a": 1.0, "b": 1.0}) == (0, 0.5)
    at, share = best_of([["a"], ["b", "c"]], {"a": 1.0, "b": 2.0, "c": 3.0})
    assert at == 1
    assert share == pytest.approx(0.982, abs=0.001)


def test_weights_come_with_the_package_and_are_small() -> None:
    model = weights()
    assert {"cue", "both", "speaker"} <= set(model.cutoffs)
    assert "say" not in model.nouns
    assert len(msgspec.json.encode(model)) < 1_500_000
    assert isinstance(model, Weights)


def test_a_verb_that_the_rules_do_not_know() -> None:
    found = told("The dockworkers' union supports a ban on night shifts, Ana Ruiz said.\n")
    assert found[-1][0] == "said"


def test_planned_speech_is_not_given() -> None:
    assert told("Ana Ruiz plans to announce that the merger is dead.\n") == []


def test_the_writers_own_opinion_is_not_given() -> None:
    assert told("I favor a ban on night shifts at the port.\n") == []
