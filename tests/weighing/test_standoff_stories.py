"""Standoffs across reports: whole invented stories, read and weighed, and what must hold of all of them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

import pytest

from twosource.api import read_all
from twosource.intake import from_bytes
from twosource.language import Language
from twosource.model import Evidence, RecordActor, RecordPosition, Report, Span, Standoff
from twosource.weighing.people import merge_actors
from twosource.weighing.positions import merge_positions
from twosource.weighing.standoffs import find_standoffs

STORIES = {
    s["name"]: s
    for s in tomllib.loads(Path(__file__).with_name("standoff_stories.toml").read_text("utf-8"))["story"]
}
FOUND = [name for name, s in STORIES.items() if s["parties"] and "open" not in s]
NOTHING = [name for name, s in STORIES.items() if not s["parties"] or "open" in s]
SEVERAL = ["ceasefire", "border crossing", "gas ring", "port ring", "lecturers", "prisoners", "bank rescue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A story's standoffs, and what they were found in."""

    standoffs: tuple[Standoff, ...]
    positions: tuple[RecordPosition, ...]
    actors: tuple[RecordActor, ...]
    texts: dict[str, str]

    @property
    def parties(self) -> list[set[str]]:
        """The names of each standoff's parties."""
        names = {a.id: a.name for a in self.actors}
        return [{names[p] for p in s.parties} for s in self.standoffs]


def reports_of(name: str) -> list[Report]:
    """The reports of a story, a day apart, through the intake: datelines are set apart there."""
    found = []
    for n, text in enumerate(STORIES[name]["reports"], 1):
        [report] = from_bytes(text.encode(), source=f"r{n}.txt", kind="text")
        assert isinstance(report, Report)
        found.append(replace(report, id=f"r{n}", published=f"2031-03-0{n + 3}", published_basis="stated"))
    return found


def weighed(reports: Sequence[Report], language: Language) -> Weighed:
    """The story's standoffs, by the stages that they need."""
    readings = list(read_all(reports, language=language))
    actors, actor_of = merge_actors(readings)
    positions = merge_positions(readings, actor_of, actors)
    texts = {r.id: r.text for r in reports}
    sentences = {r.report.id: [Span(start=s.start, end=s.end) for s in r.sentences] for r in readings}
    standoffs = find_standoffs(positions, actors, texts, sentences)
    return Weighed(standoffs=standoffs, positions=positions, actors=actors, texts=texts)


def is_called(wanted: str, name: str) -> bool:
    """Whether a name is the wanted one, or part of it ("Guild")."""
    one, other = (frozenset(x.lower().replace("’", "'").split()) for x in (wanted, name))
    return one <= other or other <= one


@pytest.mark.parametrize("name", FOUND)
def test_the_standoff_of_a_story_is_found(name: str, language: Language) -> None:
    [found] = weighed(reports_of(name), language).parties
    wanted = STORIES[name]["parties"]
    assert len(found) == len(wanted)
    assert all(any(is_called(w, f) for f in found) for w in wanted), found


@pytest.mark.parametrize("name", NOTHING)
def test_no_standoff_is_made_up(name: str, language: Language) -> None:
    assert weighed(reports_of(name), language).parties == []


@pytest.mark.parametrize("name", SEVERAL)
def test_a_standoff_is_found_whatever_the_order_of_the_reports(name: str, language: Language) -> None:
    reports = reports_of(name)
    first = weighed(reports, language)
    for order in permutations(reports):
        again = weighed(order, language)
        assert again.parties == first.parties or sorted(map(sorted, again.parties)) == sorted(
            map(sorted, first.parties)
        )
        assert {s.why for s in again.standoffs[0].steps} == {s.why for s in first.standoffs[0].steps}


@pytest.mark.parametrize("name", SEVERAL)
def test_without_a_steps_evidence_there_is_no_standoff(name: str, language: Language) -> None:
    reports = reports_of(name)
    found = weighed(reports, language)
    [standoff] = found.standoffs
    assert len(standoff.steps) == len(standoff.parties)
    for step in standoff.steps:
        assert step.evidence
        left = weighed([_without(r, step.evidence) for r in reports], language)
        assert found.parties[0] not in left.parties, step.why


@pytest.mark.parametrize("name", SEVERAL)
def test_each_step_has_its_sentence_and_says_who_will_not_move(name: str, language: Language) -> None:
    found = weighed(reports_of(name), language)
    names = {a.id: a.name for a in found.actors}
    for step in found.standoffs[0].steps:
        assert step.sentence is not None
        told = found.texts[step.sentence.report][step.sentence.start : step.sentence.end]
        assert step.condition.split()[0] in told
        assert names[step.party] in step.why
        assert step.why in found.standoffs[0].why or step.why[0].lower() + step.why[1:] in (
            found.standoffs[0].why
        )


def _without(report: Report, evidence: Sequence[Evidence]) -> Report:
    """A report with the evidence's words blanked out."""
    text = report.text
    for e in evidence:
        if e.report == report.id:
            text = text[: e.start] + " " * (e.end - e.start) + text[e.end :]
    return replace(report, text=text)
