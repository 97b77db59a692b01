"""The text of a claim: without what only one of its reports says."""

from dataclasses import replace

import pytest

from tests.weighing.sample_story import Told, tell
from tests.weighing.test_claims import ACTORS, claims, joined, told
from twosource.weighing.claims_trim import unshared
from twosource.weighing.claims_units import units_of


def cut(one: str, two: str) -> str:
    """What the first statement of the first report can do without beside the second report."""
    units = [u for u in units_of(told(one, two)) if not u.clause.minor]
    core = next(u for u in units if u.report == "r0")
    out = unshared(core, [core, *(u for u in units if u.report == "r1")])
    return " ".join(core.parse.words[i] for i in sorted(out))


@pytest.mark.parametrize(
    ("one", "two", "gone"),
    [
        (
            "A clerk was arrested in Anselm over the stolen statue.",
            "Police arrested a clerk over the statue that was stolen in May.",
            "in Anselm",
        ),
        ("Parliament quickly approved the levy.", "Parliament has approved the levy.", "quickly"),
        (
            "The museum, a gift of the last queen, returned the statue.",
            "The museum has returned the statue.",
            "a gift of the last queen",
        ),
        (
            "The union suspended its strike during the fair.",
            "The union's strike was suspended.",
            "during the fair",
        ),
    ],
)
def test_what_one_report_alone_adds_can_go(one: str, two: str, gone: str) -> None:
    assert cut(one, two) == gone


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Both have it, in whatever form.
        ("Police arrested a clerk in Anselm.", "In Anselm, a clerk was arrested by police."),
        # Less said is more claimed under a "not" or an "only".
        ("The museum did not return the statue in May.", "The museum did not return the statue."),
        ("The museum returned only the statue in May.", "The museum returned the statue."),
        # Without its condition it is another statement.
        ("The crown fell, if briefly, on the exchange.", "The crown fell."),
        # A hedge tells how sure it is, not how it was done.
        ("The clerk allegedly stole the statue.", "The clerk stole the statue."),
        # The verb is not complete without it.
        ("The envoy stayed in Anselm.", "The envoy stayed."),
        # A day is written in many ways: it is weighed elsewhere.
        ("The museum returned the statue on Friday.", "The museum has returned the statue."),
    ],
)
def test_what_is_shared_or_changes_the_statement_stays(one: str, two: str) -> None:
    assert cut(one, two) in ("", "on Friday")


def test_direct_speech_keeps_its_words() -> None:
    words = "I deeply regret the long delay,"
    story = tell(
        {
            "r0": Told(text=f'"{words}" Mara Voss said.', quotes={words: "Mara Voss"}),
            "r1": Told(text="Mara Voss regrets the long delay."),
        },
        ACTORS,
    )
    mine, theirs = (next(u for u in units_of(story) if u.report == r) for r in ("r0", "r1"))
    assert mine.direct
    assert not unshared(mine, [mine, theirs])
    assert unshared(replace(mine, direct=False), [mine, theirs])


def test_a_claim_of_two_reports_says_what_both_say() -> None:
    found = joined(
        claims(
            "A clerk was arrested in Anselm in connection with the stolen statue.",
            "Police said they had arrested a clerk in connection with the statue stolen from the museum.",
        )
    )
    assert [c.text for c in found] == ["A clerk was arrested in connection with the stolen statue"]


def test_what_one_report_says_alone_keeps_all_of_its_words() -> None:
    (only,) = claims("Parliament quickly approved the levy on harbours in Anselm.")
    assert only.text == "Parliament quickly approved the levy on harbours in Anselm"
