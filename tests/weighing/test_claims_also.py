"""What stands beside the groups: a sentence with two facts, and what two sides of a conflict agree on."""

from dataclasses import replace

from tests.weighing.sample_story import Told, tell
from tests.weighing.test_claims import ACTORS, claims, joined, told
from twosource.weighing.claims import find_claims
from twosource.weighing.claims_alike import Alike
from twosource.weighing.claims_also import agreed, disputed, supported
from twosource.weighing.claims_core import Group
from twosource.weighing.claims_groups import SAME, encode, worth_weighing
from twosource.weighing.claims_match import Matcher, known_names
from twosource.weighing.claims_units import Unit, units_of
from twosource.weighing.conflicts import find_conflicts
from twosource.weighing.story import Story


def weighed(story: Story) -> tuple[list[Unit], list[tuple[Unit, Unit]], Alike]:
    """The whole statements of a story, the pairs worth weighing and the scale."""
    units = [u for u in units_of(story) if not u.clause.inner]
    matcher = Matcher(units, known_names(story.actors))
    pairs = worth_weighing(units, matcher)
    encode(matcher, pairs, story)
    return units, pairs, Alike(matcher)


def alone(unit: Unit) -> Group:
    return Group(members=(unit,), text=unit.text, core=unit)


LONG = "Voss rejected the harbour levy on Friday as a tax on work that no crew can pay."
SHORT = "Voss rejected the harbour levy."
OTHER = "No crew can pay the harbour levy, a tax on work, Voss said."


def test_a_statement_that_joined_one_claim_supports_another_reports_too() -> None:
    units, pairs, alike = weighed(told(SHORT, LONG, OTHER))
    short, long, other = (next(u for u in units if u.report == r) for r in ("r0", "r1", "r2"))
    groups = [alone(short), Group(members=(long, other), text=long.text, core=long)]
    found = supported(groups, pairs, alike, SAME)
    assert [u.report for u in found[0].members] == ["r0", "r1"]
    assert found[0].text == short.text
    assert found[1].members == (long, other)


def test_two_claims_that_other_reports_share_already_stay_as_they_are() -> None:
    units, pairs, alike = weighed(told(SHORT, LONG, OTHER, SHORT.replace("harbour levy", "levy on harbours")))
    one, two, three, four = (next(u for u in units if u.report == f"r{n}") for n in range(4))
    groups = [
        Group(members=(one, four), text=one.text, core=one),
        Group(members=(two, three), text=two.text, core=two),
    ]
    assert supported(groups, pairs, alike, SAME) == groups


def meeting() -> Story:
    """Two reports that set one meeting on two days."""
    days = {"Tuesday": "2031-05-06", "Thursday": "2031-05-08"}
    return tell(
        {
            "r0": Told(text="Mara Voss will meet Ilan Reyes in Anselm on Tuesday.", days=days),
            "r1": Told(text="Ilan Reyes is to meet Mara Voss in Anselm on Thursday.", days=days),
        },
        ACTORS,
    )


def test_what_two_reports_agree_on_beside_the_day_is_a_claim_of_both() -> None:
    story = meeting()
    conflicts = find_conflicts(story)
    assert [c.about for c in conflicts] == ["date"]
    found = find_claims(story, (), conflicts)
    (both,) = joined(found)
    assert both.text == "Mara Voss will meet Ilan Reyes in Anselm"
    assert both.standing == "corroborated"
    assert both.independent_sources == 2
    assert [c.standing for c in found if c is not both] == ["contested", "contested"]


def test_a_conflict_about_something_else_or_an_update_agrees_on_nothing() -> None:
    story = meeting()
    (conflict,) = find_conflicts(story)
    units = units_of(story)
    assert disputed(units, [conflict])
    assert not disputed(units, [replace(conflict, about="number"), replace(conflict, kind="update")])


def test_without_a_word_that_tells_it_apart_a_day_cannot_be_left_out() -> None:
    story = tell(
        {
            "r0": Told(text="Voss's Tuesday meeting was long.", days={"Tuesday": "2031-05-06"}),
            "r1": Told(text="Voss's Friday meeting was long.", days={"Friday": "2031-05-09"}),
        },
        ACTORS,
    )
    units, _, alike = weighed(story)
    encode(alike.matcher, [(units[0], units[1])], story)
    assert not agreed([(units[0], units[1])], alike, 0.0)


def test_each_of_two_facts_in_a_sentence_has_its_second_source() -> None:
    found = joined(
        claims(
            "The harbour union suspended its strike on Friday and called a vote for June on the offer.",
            "The union has called a vote in June on the offer that the company made.",
            "The harbour strike was suspended by the union on Friday.",
        )
    )
    assert [sorted({e.report for e in c.evidence}) for c in found] == [["r0", "r2"], ["r0", "r1"]]
