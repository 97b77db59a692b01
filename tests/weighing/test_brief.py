from tests.weighing.stories_told import at, claim, event, story
from twosource.model import Conflict, RecordCondition, RecordPosition, Side, Standoff, Step
from twosource.weighing.brief import find_brief

BODY = (
    "The harbour meeting was postponed on Monday. No reason was given for it. "
    "The union demands more pay if ships return. Cranes stood idle along the quay. "
    "Silos in the valley are empty again. Ferries carry on to the outer islands. "
    "Bakers fear for their autumn flour. Trams run late in the old town. Rain is expected by forecasters."
)
STORY = story(
    {"r1": BODY, "r2": BODY}, titles={"r1": "Harbour meeting off"}, actors=("Harbor Union", "Port Authority")
)
MAIN = event(at(STORY, "r1", "meeting"), status="postponed", evidence=(at(STORY, "r1", "meeting"),))
SENTENCES = [s + "." for s in BODY.rstrip(".").split(". ")]


SHARED = [claim(n, s, at(STORY, "r1", s), at(STORY, "r2", s)) for n, s in enumerate(SENTENCES, 1)]
SINGLE = [claim(n, s, at(STORY, "r1", s)) for n, s in enumerate(SENTENCES, 1)]


def test_the_main_event_comes_first_then_that_no_reason_was_given() -> None:
    lines = find_brief(STORY, MAIN, [], [], [], SHARED[::-1])
    assert lines[0].text == "The harbour meeting was postponed on Monday [2 sources]."
    assert lines[1].text == "No reason was given for it [2 sources]."
    assert lines[0].evidence == SHARED[0].evidence


def test_four_lines_of_single_sources_and_at_most_eight() -> None:
    assert len(find_brief(STORY, MAIN, [], [], [], SINGLE)) == 4
    assert len(find_brief(STORY, MAIN, [], [], [], SHARED)) == 8


def test_every_line_is_a_sentence_with_evidence_and_none_is_said_twice() -> None:
    lines = find_brief(STORY, MAIN, [], [], [], [*SHARED, *SINGLE])
    assert all(line.evidence and line.text[0].isupper() and line.text.endswith(".") for line in lines)
    assert len({line.text for line in lines}) == len(lines)
    assert len({line.text.split(" [")[0] for line in lines}) == len(lines)


def test_a_statement_names_its_speaker_unless_it_does_so_itself() -> None:
    words = "Silos in the valley are empty again."
    by_union = claim(1, words, at(STORY, "r1", words), attributed_to=("a1",))
    assert find_brief(STORY, None, [], [], [], [by_union])[0].text == (
        "Silos in the valley are empty again (Harbor Union)."
    )
    own = claim(
        1, "The union demands more pay if ships return.", at(STORY, "r1", "The union"), attributed_to=("a1",)
    )
    assert "(" not in find_brief(STORY, None, [], [], [], [own])[0].text


def test_a_headline_and_a_scrap_are_no_lines() -> None:
    scraps = [
        claim(1, "Harbour meeting off", at(STORY, "r1", "meeting")),
        claim(2, "Trams late", at(STORY, "r1", "Trams")),
    ]
    assert find_brief(STORY, None, [], [], [], scraps) == ()


def test_a_conflict_gives_both_values_and_an_update_says_so() -> None:
    sides = tuple(
        Side(value=v, text=v, evidence=(at(STORY, r, "Cranes"),), independent_sources=1)
        for v, r in (("40", "r1"), ("60", "r2"))
    )
    conflict = Conflict(id="k1", about="number", question="How many cranes?", kind="conflict", sides=sides)
    update = Conflict(id="k2", about="number", question="How many cranes?", kind="update", sides=sides)
    lines = find_brief(STORY, None, [], [], [conflict, update], [])
    assert lines[0].text == "Reports disagree: How many cranes? 40 or 60."
    assert {e.report for e in lines[0].evidence} == {"r1", "r2"}
    assert lines[1].text.startswith("Updated: ")


def test_a_position_is_told_in_a_reports_own_sentence_or_not_at_all() -> None:
    demand = RecordPosition(
        id="p1", party="a1", stance="demands", action=at(STORY, "r1", "more pay"),
        evidence=(at(STORY, "r1", "more pay"),),
    )  # fmt: skip
    assert find_brief(STORY, None, [demand], [], [], []) == ()
    scrap = claim(1, "More pay for the union", at(STORY, "r1", SENTENCES[2]), attributed_to=("a1",))
    assert find_brief(STORY, None, [demand], [], [], [scrap]) == ()


def test_a_value_that_says_little_is_shown_with_its_words() -> None:
    sides = tuple(
        Side(value=v, text=t, evidence=(at(STORY, r, "Cranes"),), independent_sources=1)
        for v, t, r in (("for", "backed the levy", "r1"), ("against", "will not have the levy", "r2"))
    )
    conflict = Conflict(id="k1", about="polarity", question="Is it for it?", kind="conflict", sides=sides)
    (line,) = find_brief(STORY, None, [], [], [conflict], [])
    assert line.text == (
        "Reports disagree: Is it for it? for (“backed the levy”) or against (“will not have the levy”)."
    )


def test_a_standoff_takes_the_place_of_single_positions() -> None:
    demand = RecordPosition(
        id="p1", party="a1", stance="demands", action=at(STORY, "r1", "more pay"),
        evidence=(at(STORY, "r1", "more pay"),),
        condition=RecordCondition(kind="if", span=at(STORY, "r1", "if ships return")),
    )  # fmt: skip
    told = claim(1, SENTENCES[2], at(STORY, "r1", SENTENCES[2]), attributed_to=("a1",))
    alone = find_brief(STORY, None, [demand], [], [], [told])
    assert [line.text for line in alone] == ["The union demands more pay if ships return."]
    step = Step(party="a1", waits_for="a2", action="x", condition="y", evidence=demand.evidence)
    back = Step(party="a2", waits_for="a1", action="y", condition="x", evidence=(at(STORY, "r2", "ships"),))
    stuck = find_brief(STORY, None, [demand], [Standoff(parties=("a1", "a2"), steps=(step, back))], [], [])
    assert [line.text for line in stuck] == ["Standoff: Harbor Union and Port Authority wait for each other."]
    assert {e.report for e in stuck[0].evidence} == {"r1", "r2"}


def test_a_quotation_mark_that_a_cut_left_open_is_dropped() -> None:
    cut = claim(1, 'Silos in the "valley are empty again', at(STORY, "r1", "Silos"))
    assert '"' not in find_brief(STORY, None, [], [], [], [cut])[0].text
    whole = claim(1, 'Silos in the "valley" are empty again', at(STORY, "r1", "Silos"))
    assert find_brief(STORY, None, [], [], [], [whole])[0].text.count('"') == 2


def test_nothing_told_nothing_said() -> None:
    assert find_brief(STORY, None, [], [], [], []) == ()


def test_an_update_says_what_came_first_where_the_days_tell() -> None:
    dated = story({"r1": BODY, "r2": BODY}, published={"r1": "2031-05-08", "r2": "2031-05-07"})
    sides = tuple(
        Side(value=v, text=v, evidence=(at(dated, r, "Cranes"),), independent_sources=1)
        for v, r in (("60", "r1"), ("40", "r2"))
    )
    update = Conflict(id="k1", about="number", question="How many cranes?", kind="update", sides=sides)
    lines = find_brief(dated, None, [], [], [update], [])
    assert lines[0].text == "Updated: How many cranes? First 40, later 60."


def test_who_holds_what_post_is_no_line_of_a_brief() -> None:
    post = claim(1, "Mara Voss is the chief of the old harbour union", at(STORY, "r1", "union"))
    assert find_brief(STORY, None, [], [], [], [post]) == ()


def test_what_was_to_come_and_is_done_is_told_in_that_order_on_one_day_too() -> None:
    coming, done = (
        Side(value=v, evidence=(at(STORY, r, "union"),), text=v, independent_sources=1)
        for v, r in (("still to come", "r1"), ("done", "r2"))
    )
    update = Conflict(
        id="k1", about="status", question="Did the union sign?", kind="update", sides=(coming, done)
    )
    (line,) = find_brief(STORY, None, [], [], [update], [])
    assert line.text == "Updated: Did the union sign? First still to come, later done."
