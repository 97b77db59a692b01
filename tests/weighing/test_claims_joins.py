"""Which statements are joined, and what stands for them: each rule of the weighing by a pair of sentences."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.weighing.sample_story import Told, language, tell
from tests.weighing.test_claims import ACTORS, claims, joined, told
from twosource.weighing.claims import find_claims
from twosource.weighing.claims_alike import Alike
from twosource.weighing.claims_clauses import clauses_of
from twosource.weighing.claims_core import cores, gives
from twosource.weighing.claims_groups import SAME, encode
from twosource.weighing.claims_match import Matcher, known_names
from twosource.weighing.claims_nouns import inner_facts
from twosource.weighing.claims_units import Unit, units_of
from twosource.weighing.claims_wording import wording


def chance(one: str, two: str) -> float:
    """The chance of the first statements of two reports."""
    story = told(one, two)
    units = units_of(story)
    pair = [next(u for u in units if u.report == report) for report in ("r0", "r1")]
    matcher = Matcher(units, known_names(story.actors))
    encode(matcher, [(pair[0], pair[1])], story)
    return Alike(matcher).chance(pair[0], pair[1])


def test_best_partners_of_one_deed_are_one_fact_though_neither_is_sure() -> None:
    one = "The museum returned the stolen statue to Sylvania."
    two = "The bronze statue, stolen in the war, was last week returned to the village of Anselm."
    assert 0.5 <= chance(one, two) < SAME
    assert len(joined(claims(one, two))) == 1


def test_two_short_denials_of_one_deed_by_one_person_are_sure() -> None:
    assert chance("Voss denied bribing anyone.", "Voss did not bribe anyone, she said.") >= SAME


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "What Voss fears is that the harbour will stay shut until June.",
            "Voss fears that the harbour will stay shut until June, she told the crews.",
        ),
        (
            "Reyes said the memos show that Voss used other standards for the miners than for the farmers.",
            "Voss held the miners to another standard than the farmers, by taking notes of talks with them.",
        ),
        (
            "Voss turned down a request by opposition senators for a private meeting.",
            "Voss turned down an invitation from opposition lawmakers to meet in private on her trip.",
        ),
        (
            "The decision to close the pit at Anselm surprised Reyes.",
            "Reyes was surprised when Freedonia decided to close the pit at Anselm.",
        ),
    ],
)
def test_one_fact_in_other_words_is_one_claim(one: str, two: str) -> None:
    assert joined(claims(one, two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Voss gave no sign that she would veto the harbour bill.",
            "Voss would veto the harbour bill, she said.",
        ),
        (
            "Voss did not say that she would veto the harbour bill.",
            "Voss would veto the harbour bill, she said.",
        ),
        (
            "Voss became aware of the leaked letters.",
            "Reyes became a rebel after the leaked letters came out.",
        ),
        ("Reyes was added to the team of the envoy.", "Reyes was removed from the team of the envoy."),
        ("Reyes was added to the team of the envoy.", "Reyes was taken off the team of the envoy."),
    ],
)
def test_what_one_report_does_not_say_is_not_joined(one: str, two: str) -> None:
    assert not joined(claims(one, two))


@pytest.mark.parametrize(
    "sentence",
    [
        "Voss gave no sign that she would veto the harbour bill.",
        "Voss did not say that she would veto the harbour bill.",
    ],
)
def test_what_somebody_does_not_say_is_no_statement(sentence: str) -> None:
    (parse,) = language().parse([sentence])
    found = clauses_of(parse)
    said = [wording(parse, c.spoken, c.lent) for c in (*found, *inner_facts(parse, found))]
    assert said == [sentence.rstrip(".")]


def test_a_day_in_a_relative_clause_is_not_the_day_of_the_deed() -> None:
    reports = {
        "r0": Told(
            text="Reyes plans on Thursday to bring the harbour bill to a vote.",
            days={"Thursday": "2031-05-08"},
        ),
        "r1": Told(
            text="Reyes plans to bring the harbour bill that won wide support last year to a vote.",
            days={"last year": "2030-01-01/2030-12-31"},
        ),
    }
    assert len(joined(find_claims(tell(reports, ACTORS), (), ()))) == 1


def test_two_days_of_the_week_are_two_days_though_one_has_no_date() -> None:
    reports = {
        "r0": Told(text="Voss will meet Reyes in Anselm on Thursday.", days={"Thursday": "2031-05-08"}),
        "r1": Told(text="Voss will meet Reyes in Anselm on Friday.", days={"Friday": "2031-05-09"}),
    }
    story = tell(reports, ACTORS)
    undated = [
        replace(r, dates=tuple(replace(d, earliest=None, latest=None) for d in r.dates))
        for r in story.readings
    ]
    assert not joined(find_claims(replace(story, readings=tuple(undated)), (), ()))


class Distant(Matcher):
    """Finds that no two statements share much."""

    def shares(self, a: Unit, b: Unit) -> tuple[float, float]:
        """Little."""
        return 0.1, 0.1

    def cosine(self, a: Unit, b: Unit) -> float:
        """Not near."""
        return 0.5


def test_what_two_do_together_may_be_told_from_either_side() -> None:
    assert chance("Voss met Reyes in Anselm on her tour.", "Reyes met Voss in Anselm.") >= SAME
    assert not chance("Voss defeated Reyes in Anselm on her tour.", "Reyes defeated Voss in Anselm.")
    assert (
        not chance("Voss met Reyes in Anselm on her tour.", "The premier met Voss in Anselm, Reyes said.") > 1
    )


class Unsure(Alike):
    """Finds every two statements alike, in few words."""

    def __init__(self, units: Sequence[Unit], how: float = 0.8) -> None:
        super().__init__(Distant(units))
        self.how = how

    def chance(self, a: Unit, b: Unit, *, days: bool = True) -> float:
        """The same for all."""
        return self.how


def test_one_deed_of_one_person_is_enough_where_other_words_differ() -> None:
    units = units_of(told("Voss rejected the treaty.", "Voss rejected the levy.", "The union rejected it."))
    mine, same, other = (next(u for u in units if u.report == r) for r in ("r0", "r1", "r2"))
    assert gives(mine, same, Unsure(units))
    assert not gives(other, same, Unsure(units))


def test_what_two_reports_say_stands_before_a_fuller_sentence_of_one() -> None:
    told_by_two = "The memos underscore that Voss applied other standards to the miners."
    units = units_of(told(told_by_two, "Voss judged the miners by applying other standards."))
    inner = next(u for u in units if u.report == "r0" and u.text.startswith("Voss applied"))
    full = next(u for u in units if u.report == "r1")
    (group, *_) = cores((full, inner), Unsure(units, 0.95))
    assert {u.report for u in group.members} == {"r0", "r1"}


def test_a_title_tells_of_its_holder_alone() -> None:
    story = told("Voss is the harbour master of Anselm.", "Reyes is the harbour master of Anselm.")
    units = units_of(story)
    titled = replace(units[0], clause=replace(units[0].clause, titled=True), holder="r-Mara Voss")
    mine, other = (replace(u, subjects=frozenset(), doing=frozenset()) for u in (titled, units[1]))
    matcher = Matcher(units, known_names(story.actors))
    encode(matcher, [(mine, other)], story)
    assert Alike(matcher).chance(replace(mine, holder=None), other) > 0
    assert Alike(matcher).chance(mine, other) == 0


def test_units_may_be_given() -> None:
    story = told("Voss said the harbour will stay shut until June.", "The harbour stays shut, Reyes said.")
    units: tuple[Unit, ...] = units_of(story)
    assert find_claims(story, (), (), units) == find_claims(story, (), ())
