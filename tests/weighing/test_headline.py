from dataclasses import replace

import pytest

from tests.weighing.stories_told import at, claim, event, moment, story
from twosource.model import Conflict, History, Side, Standoff, Step
from twosource.weighing.headline import find_title, main_event, no_reason, status_line

TEXTS = {
    "r1": "The meeting was postponed. No reason was given. Ferries ran on Friday.",
    "r2": "A meeting on Thursday was postponed. Elsewhere, a parade was held because it was sunny.",
}
STORY = story(TEXTS, actors=("Port Authority", "Harbor Union"))
MEETING = event(
    at(STORY, "r1", "meeting"),
    status="postponed",
    evidence=(at(STORY, "r1", "meeting"), at(STORY, "r2", "meeting")),
    when=moment(STORY, "r2", "Thursday", "2031-03-06"),
    actors=("a1",),
)
PARADE = event(at(STORY, "r2", "parade"), number=2)


def test_the_main_event_is_what_most_reports_put_first() -> None:
    assert main_event(STORY, [PARADE, MEETING]) is MEETING
    assert main_event(STORY, [MEETING, PARADE]) is MEETING
    assert main_event(STORY, []) is None


def test_a_move_goes_before_its_like() -> None:
    held = replace(MEETING, id="e0", status="held")
    assert main_event(STORY, [held, MEETING]) is MEETING


def test_what_the_headlines_tell_comes_first() -> None:
    parade = "Talks dragged on in Orrin all week. In the end the parade was held."
    told = story(
        {"r1": parade, "r2": parade}, titles={"r1": "Parade held in Orrin", "r2": "Orrin holds its parade"}
    )
    both = [
        event(at(told, "r1", w), number=n, evidence=(at(told, "r1", w), at(told, "r2", w)))
        for n, w in ((1, "Talks"), (2, "parade"))
    ]
    assert main_event(told, both) is both[1]


def test_an_event_without_a_plain_noun_is_told_in_the_reports_words() -> None:
    text = "The Port Authority will test its sirens next week, officials said. Ferries ran on Friday."
    told = story({"r1": text}, actors=("Port Authority",))
    words = "The Port Authority will test its sirens next week"
    drill = replace(
        event(at(told, "r1", "test"), status="planned", actors=("a1",)), type="MOBILIZE",
        evidence=(at(told, "r1", "Port Authority will test its sirens"),),
    )  # fmt: skip
    assert status_line(told, drill, [], [claim(1, words, at(told, "r1", words))]) == words
    assert "obiliz" in status_line(told, drill, [], [])


def test_where_no_event_is_what_reports_put_first_their_lead_says_where_things_stand() -> None:
    text = "Bread prices in Orrin rose by a tenth in a single week. Years ago a parade was held there."
    told = story({"r1": text, "r2": text})
    words = "Bread prices in Orrin rose by a tenth in a single week"
    lead = claim(1, words, at(told, "r1", words), at(told, "r2", words))
    assert status_line(told, event(at(told, "r1", "parade")), [], [lead]) == words


def test_the_title_is_the_headline_that_shares_most_with_the_others() -> None:
    titles = {
        "r1": "Harbour talks postponed without reason",
        "r2": "Sunny  parade in Orrin",
        "r3": "Talks on harbour wages postponed",
    }
    assert find_title(story(TEXTS | {"r3": "Talks."}, titles=titles)) == "Talks on harbour wages postponed"
    assert find_title(story(TEXTS, titles={"r2": "Sunny  parade"})) == "Sunny parade"


def test_without_headlines_the_title_is_the_first_sentence() -> None:
    assert find_title(STORY) == "The meeting was postponed."
    assert find_title(story({"r1": " "})) == ""


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("No reason was given.", True),
        ("The authority did not give a reason.", True),
        ("Officials didn't explain the reason.", True),
        ("The reason was the storm.", False),
        ("The meeting was postponed.", False),
    ],
)
def test_a_claim_that_no_reason_was_given_is_known(text: str, absent: bool) -> None:
    made = claim(1, text, at(STORY, "r1", "No reason"))
    assert no_reason([made]) is (made if absent else None)


def test_the_status_says_what_when_why_and_what_next() -> None:
    silent = claim(1, "No reason was given.", at(STORY, "r1", "No reason was given"))
    line = status_line(STORY, MEETING, [], [silent])
    assert "Port Authority" in line
    assert line.endswith("postponed; Thursday 6 March 2031; no reason given; no new date")
    assert "\n" not in line


def test_a_reason_that_is_given_is_quoted() -> None:
    sunny = replace(MEETING, reason=at(STORY, "r2", "because it was sunny"))
    assert "reason given: because it was sunny" in status_line(STORY, sunny, [], [])


def test_a_new_day_is_not_denied() -> None:
    first, then = moment(STORY, "r2", "Thursday", "2031-03-06"), moment(STORY, "r1", "Friday", "2031-03-14")
    evidence = (at(STORY, "r1", "postponed"),)
    moved = replace(
        MEETING,
        history=(
            History(status="planned", as_of=None, when=first, evidence=evidence),
            History(status="postponed", as_of=None, when=then, evidence=evidence),
        ),
    )
    assert "no new date" not in status_line(STORY, moved, [], [])


def test_days_that_the_reports_disagree_on_are_both_named() -> None:
    sides = tuple(
        Side(value=v, text=v, evidence=(at(STORY, r, "meeting"),), independent_sources=1)
        for v, r in (("Thursday", "r1"), ("Friday", "r2"))
    )
    conflict = Conflict(id="k1", about="date", question="When?", kind="conflict", sides=sides)
    assert "reports disagree on the day: Thursday or Friday" in status_line(STORY, MEETING, [conflict], [])
    assert "disagree" not in status_line(STORY, PARADE, [conflict], [])


def test_no_event_no_status() -> None:
    assert status_line(STORY, None, [], []) == ""


STUCK = (
    "Ferries in Orrin stood still for a week. The Harbor Union will not sail unless the Port Authority pays."
)
WHY = "The Harbor Union will not sail unless the Port Authority pays; the Port Authority will not pay."


def test_where_no_event_is_in_front_the_standoff_is_where_things_stand() -> None:
    text = f"{STUCK} A parade was held years ago."
    told = story({"r1": text, "r2": text}, actors=("Port Authority", "Harbor Union"))
    step = Step(
        party="a2",
        waits_for="a1",
        action="sail",
        condition="unless",
        evidence=(at(told, "r1", "will not sail"),),
    )
    standoff = Standoff(parties=("a2", "a1"), steps=(step,), why=WHY)
    parade = event(at(told, "r1", "parade"))
    assert status_line(told, parade, [], [], [standoff]) == f"Standoff: {WHY}".rstrip(".")
    denied = replace(event(at(told, "r1", "sail"), status="denied"), evidence=step.evidence)
    assert status_line(told, denied, [], [], [standoff]).startswith("Standoff: ")
    assert status_line(told, None, [], [], [standoff]).startswith("Standoff: ")


def test_a_lead_that_somebody_states_is_told_with_its_speaker() -> None:
    text = "The Harbor Union will sail on Sunday if the wind allows it. Years ago a parade was held there."
    told = story({"r1": text, "r2": text}, actors=("Leo Brandt",))
    words = "The Harbor Union will sail on Sunday if the wind allows it"
    lead = replace(claim(1, words, at(told, "r1", words)), attributed_to=("a1",))
    parade = event(at(told, "r1", "parade"))
    assert status_line(told, parade, [], [lead]) == f"{words}, according to Leo Brandt"
