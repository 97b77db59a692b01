"""Cycles of parties that wait for one another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import (
    ActorType,
    ConditionKind,
    Evidence,
    Placed,
    RecordActor,
    RecordCondition,
    RecordPosition,
    Stance,
    Standoff,
)
from twosource.weighing.principals import principals
from twosource.weighing.standoffs import find_standoffs

CHILE, PERU, LAOS = "Chile", "Peru", "Laos"


def actor(
    name: str, kind: ActorType = "country", country: str | None = None, roles: tuple[str, ...] = ()
) -> RecordActor:
    mentions = (Placed(report="r", start=0, end=1, kind="name"),)
    return RecordActor(id=name, name=name, type=kind, country=country, roles=roles, mentions=mentions)


class Story:
    """Positions over a text that grows as they are told."""

    def __init__(self, *actors: RecordActor) -> None:
        self.actors = actors or (
            actor(CHILE, country="CL"),
            actor(PERU, country="PE"),
            actor(LAOS, country="LA"),
        )
        self.text = ""
        self.positions: list[RecordPosition] = []

    def _add(self, words: str) -> Evidence:
        start = len(self.text)
        self.text += words + " "
        return Evidence(report="r", start=start, end=start + len(words))

    def tell(
        self,
        party: str,
        stance: Stance,
        action: str,
        kind: ConditionKind | None = None,
        condition: str = "",
        by: str | None = None,
        action_by: str | None = None,
    ) -> "Story":
        self.text += "to "  # a verb, as reports tell it
        did = self._add(action)
        hangs_on = RecordCondition(kind=kind, span=self._add(condition), by=by) if kind else None
        evidence = Evidence(report="r", start=did.start, end=hangs_on.span.end if hangs_on else did.end)
        self.positions.append(
            RecordPosition(
                id=f"p{len(self.positions) + 1}",
                party=party,
                stance=stance,
                action=did,
                action_by=action_by or party,
                condition=hangs_on,
                evidence=(evidence,),
            )
        )
        return self

    def standoffs(self, positions: list[RecordPosition] | None = None) -> tuple[Standoff, ...]:
        told = self.positions if positions is None else positions
        return find_standoffs(told, self.actors, {"r": self.text})


def border_dispute() -> Story:
    return (
        Story()
        .tell(CHILE, "refuses", "lift the tariffs", "until", "until Peru frees the pilots", PERU)
        .tell(PERU, "refuses", "free the pilots", "as long as", "as long as the tariffs stay", CHILE)
    )


def test_two_parties_that_wait_for_each_other() -> None:
    [found] = border_dispute().standoffs()
    assert found.parties == (CHILE, PERU)
    assert [(s.party, s.waits_for, s.action, s.condition) for s in found.steps] == [
        (CHILE, PERU, "lift the tariffs", "until Peru frees the pilots"),
        (PERU, CHILE, "free the pilots", "as long as the tariffs stay"),
    ]
    assert found.why == (
        "Chile will not lift the tariffs until Peru frees the pilots; "
        "Peru will not free the pilots as long as the tariffs stay."
    )


def test_each_step_carries_all_its_evidence() -> None:
    story = border_dispute().tell(CHILE, "threatens", "close the border", "unless", "unless Peru pays", PERU)
    [found] = story.standoffs()
    assert len(found.steps[0].evidence) == 2


def test_a_one_sided_condition_is_no_standoff() -> None:
    story = Story().tell(CHILE, "refuses", "lift the tariffs", "until", "until Peru frees the pilots", PERU)
    assert story.standoffs() == ()


def test_positions_without_conditions_make_no_standoff() -> None:
    assert Story().tell(CHILE, "refuses", "pay").tell(PERU, "refuses", "pay").standoffs() == ()


def test_waiting_for_oneself_is_no_standoff() -> None:
    assert Story().tell(CHILE, "offers", "pay", "if", "if Chile can", CHILE).standoffs() == ()


def test_three_parties_in_a_ring() -> None:
    story = (
        Story()
        .tell(PERU, "refuses", "sign", "until", "until Laos signs", LAOS)
        .tell(LAOS, "refuses", "sign", "until", "until Chile signs", CHILE)
        .tell(CHILE, "refuses", "sign", "until", "until Peru signs", PERU)
    )
    [found] = story.standoffs()
    assert found.parties == (CHILE, PERU, LAOS)


def test_a_larger_ring_around_a_standoff_is_not_shown_again() -> None:
    story = (
        border_dispute()
        .tell(PERU, "refuses", "sign", "until", "until Laos signs", LAOS)
        .tell(LAOS, "refuses", "sign", "until", "until Chile signs", CHILE)
    )
    assert [s.parties for s in story.standoffs()] == [(CHILE, PERU)]


def test_whose_move_it_is_is_inferred_from_the_matter() -> None:
    story = (
        Story()
        .tell(CHILE, "refuses", "lift the tariffs", "until", "until Peru frees the pilots", PERU)
        .tell(PERU, "refuses", "free the pilots", "as long as", "as long as the tariffs stay")
    )
    assert [s.parties for s in story.standoffs()] == [(CHILE, PERU)]


def test_nothing_is_inferred_where_two_parties_hold_the_matter() -> None:
    story = (
        Story()
        .tell(CHILE, "refuses", "lift the tariffs", "until", "until Peru frees the pilots", PERU)
        .tell(LAOS, "refuses", "lift its tariffs", "until", "until Peru frees the pilots", PERU)
        .tell(PERU, "refuses", "free the pilots", "as long as", "as long as the tariffs stay")
    )
    assert story.standoffs() == ()


def test_a_demand_in_return_for_something_waits_for_the_one_who_is_to_act() -> None:
    story = (
        Story()
        .tell(CHILE, "demands", "free the pilots", "in return for", "in return for grain", action_by=PERU)
        .tell(PERU, "refuses", "free the pilots", "until", "until Chile lifts the tariffs", CHILE)
    )
    assert [s.parties for s in story.standoffs()] == [(CHILE, PERU)]


def test_officials_wait_for_their_country() -> None:
    envoy = actor("Ana Ruiz", "person", "CL", ("foreign minister",))
    story = (
        Story(actor(CHILE, country="CL"), actor(PERU, country="PE"), envoy)
        .tell("Ana Ruiz", "refuses", "lift the tariffs", "until", "until Peru frees the pilots", PERU)
        .tell(PERU, "refuses", "free the pilots", "as long as", "as long as the tariffs stay", "Ana Ruiz")
    )
    assert [s.parties for s in story.standoffs()] == [(CHILE, PERU)]


def test_two_firms_of_one_country_are_two_parties() -> None:
    story = (
        Story(
            actor(CHILE, country="CL"),
            actor("Harwood", "organization", "CL"),
            actor("Dockers", "organization", "CL"),
        )
        .tell("Harwood", "refuses", "raise wages", "until", "until the Dockers return", "Dockers")
        .tell("Dockers", "refuses", "return", "until", "until Harwood raises wages", "Harwood")
    )
    assert [s.parties for s in story.standoffs()] == [("Harwood", "Dockers")]


def test_an_office_holder_without_a_country_decides_for_the_country_whose_matter_it_is() -> None:
    president = actor("Ana Ruiz", "person", None, ("President",))
    story = (
        Story(actor(CHILE, country="CL"), actor(PERU, country="PE"), president)
        .tell("Ana Ruiz", "refuses", "lift the tariffs", "until", "until Peru frees the pilots", PERU)
        .tell(PERU, "threatens", "close the border", "unless", "if Chile does not ease its tariffs", CHILE)
    )
    assert [s.parties for s in story.standoffs()] == [(CHILE, PERU)]


@pytest.mark.parametrize(
    ("who", "behind"),
    [
        (actor("Leo Brandt", "person", None, ("spokesman for Harwood Motors",)), "Harwood Motors"),
        (actor("Foreign Ministry of Chile", "organization"), "Chile"),
        (actor("officials in Chile", "unnamed"), "Chile"),
        (actor("Ana Ruiz", "person", "CL", ("novelist",)), "Ana Ruiz"),
        (actor("Ana Ruiz", "person", "CL", ("defence minister",)), "Chile"),
        (actor("Harwood Motors", "organization", "CL"), "Harwood Motors"),
    ],
)
def test_whom_an_actor_speaks_for(who: RecordActor, behind: str) -> None:
    cast = [actor(CHILE, country="CL"), actor("Harwood Motors", "organization", "CL")]
    assert principals([*(a for a in cast if a.id != who.id), who])[who.id] == behind


def test_an_administration_speaks_for_its_leaders_country() -> None:
    cast = [
        actor(CHILE, country="CL"),
        actor("Ana Ruiz", "person", "CL", ("president",)),
        actor("Ana Ruiz’s administration", "organization"),
        actor("Leo Brandt", "person", None, ("lawyer",)),
        actor("Leo Brandt’s administration", "organization"),
    ]
    found = principals(cast)
    assert found["Ana Ruiz’s administration"] == CHILE
    assert found["Leo Brandt’s administration"] == "Leo Brandt’s administration"


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(4)))
def test_a_standoff_is_found_whatever_the_order(order: list[int]) -> None:
    story = (
        border_dispute()
        .tell(PERU, "threatens", "leave the talks", "unless", "unless Chile pays", CHILE)
        .tell(LAOS, "demands", "a seat at the table", "if", "if Chile stays", CHILE)
    )
    assert story.standoffs([story.positions[i] for i in order]) == story.standoffs()


RINGS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda arc: arc[0] != arc[1]),
    max_size=12,
    unique=True,
)


@settings(max_examples=80, deadline=None)
@given(RINGS)
def test_steps_follow_on_one_another_and_removing_one_removes_the_standoff(
    arcs: list[tuple[int, int]],
) -> None:
    names = [f"Party {n}" for n in "ABCDE"]
    story = Story(*(actor(n, "organization") for n in names))
    for a, b in arcs:
        story.tell(names[a], "refuses", "sign", "until", f"until {names[b]} signs", names[b])
    found = story.standoffs()
    assert len({frozenset(s.parties) for s in found}) == len(found)
    for standoff in found:
        ring = [(s.party, s.waits_for) for s in standoff.steps]
        assert [b for _, b in ring] == [a for a, _ in ring[1:] + ring[:1]]
        for step in standoff.steps:
            left = [p for p in story.positions if not set(p.evidence) & set(step.evidence)]
            assert set(standoff.parties) not in [set(s.parties) for s in story.standoffs(left)]
