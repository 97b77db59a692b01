"""Lines as two outlets would print them, through the whole program: those that conflict and those that only
look it. The pairs stand in conflict_pairs.toml, in our own words, of stories that nobody tuned on.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.weighing.sample_story import language
from twosource import Report, read_all, record
from twosource.model import Conflict, Reading

PAIRS = tomllib.loads(Path(__file__).with_name("conflict_pairs.toml").read_text("utf-8"))["pair"]
FOUND = [n for n, pair in enumerate(PAIRS) if pair["conflict"]]
LEFT_ALONE = [n for n, pair in enumerate(PAIRS) if not pair["conflict"]]


@cache
def readings() -> Mapping[str, Reading]:
    """All reports of all pairs, read at once."""
    reports = [
        Report(id=f"{n}-{side}", text=pair[side], published="2031-05-07", outlet=side)
        for n, pair in enumerate(PAIRS)
        for side in ("one", "two")
    ]
    return {reading.report.id: reading for reading in read_all(reports, language=language())}


def conflicts(n: int) -> tuple[Conflict, ...]:
    return record([readings()[f"{n}-one"], readings()[f"{n}-two"]], language=language()).conflicts


def name(n: int) -> str:
    return f"{PAIRS[n]['about']}: {PAIRS[n]['one'][:60]}"


@pytest.mark.parametrize("n", FOUND, ids=name)
def test_lines_that_cannot_both_be_true(n: int) -> None:
    found = [c for c in conflicts(n) if c.about == PAIRS[n]["about"]]
    assert found
    for conflict in found:
        assert conflict.question.endswith("?")
        sides = [{e.report for e in side.evidence} for side in conflict.sides]
        assert sides in ([{f"{n}-one"}, {f"{n}-two"}], [{f"{n}-two"}, {f"{n}-one"}])


@pytest.mark.parametrize("n", LEFT_ALONE, ids=name)
def test_lines_that_only_look_it(n: int) -> None:
    assert conflicts(n) == ()


def test_every_kind_of_conflict_has_its_pairs_and_its_look_alikes() -> None:
    kinds = ("date", "number", "place", "person", "role", "attribution", "polarity", "status")
    for kind in kinds:
        assert sum(PAIRS[n]["about"] == kind for n in FOUND) >= 8
        assert sum(PAIRS[n]["about"] == kind for n in LEFT_ALONE) >= 8


QUESTIONS = {
    "Prime Minister Alma Reyes arrived in Castellia": "On which day did Reyes fly into Castellia?",
    "Otto Krane will open": "On which day is Otto Krane to go on trial?",
    "Aerolux will move its headquarters": "Where is Aerolux to move its headquarters?",
    "President Viktor Dahl and Prime Minister": "Where are Viktor Dahl and Alma Reyes to meet?",
    "Novatek appointed Sofia Brandt": "Whom did Novatek appoint?",
    "Halden Steel was founded": "By whom was Halden Steel founded?",
    "Exports from Belmora fell": "Did exports from Belmora go up, or down?",
    "The peace conference in Geneva was": "Has the peace conference in Geneva begun, or is it called off?",
    "Novatek has dropped": "Is the bid for Orbis called off, or going ahead?",
    "The council voted to demolish the Rosetta": "Is the council to demolish the Rosetta bridge?",
    "Former mayor Peter Aldous was sentenced to six years in prison for": "How long is the sentence?",
}


@pytest.mark.parametrize(("words", "question"), QUESTIONS.items())
def test_what_an_editor_is_asked(words: str, question: str) -> None:
    asked = [c.question for n in FOUND if words in PAIRS[n]["one"] for c in conflicts(n)]
    assert question in asked
