import pytest

from tests.weighing.sample_story import Told, tell
from twosource.model import ActorType, Conflict
from twosource.weighing.conflicts import find_conflicts

ACTORS: dict[str, ActorType] = {
    "Mara Voss": "person",
    "Ilan Reyes": "person",
    "Freedonia": "country",
    "Sylvania": "country",
}
DAYS = {
    "Thursday": "2031-05-08",
    "Friday": "2031-05-09",
    "Tuesday": "2031-05-06",
    "June": "2031-06-01/2031-06-30",
    "next month": "2031-06-01/2031-06-30",
}


def conflicts(*texts: str, published: tuple[str, ...] = ()) -> tuple[Conflict, ...]:
    reports = {
        f"r{n}": Told(
            text=text,
            published=published[n] if published else "2031-05-07",
            days={w: d for w, d in DAYS.items() if w in text},
        )
        for n, text in enumerate(texts)
    }
    return find_conflicts(tell(reports, ACTORS))


def test_one_planned_meeting_on_two_days() -> None:
    found = conflicts(
        "Mara Voss's planned meeting with Ilan Reyes, which was due to take place in Anselm on Thursday, has "
        "been postponed.",
        "Voss had said that she would be meeting Reyes Friday in Anselm.",
    )
    assert [(c.about, c.kind) for c in found] == [("date", "conflict")]
    assert found[0].question == "On which day was Mara Voss to meet Ilan Reyes?"
    assert [s.value for s in found[0].sides] == ["Thursday (2031-05-08)", "Friday (2031-05-09)"]
    assert [s.evidence[0].report for s in found[0].sides] == ["r0", "r1"]
    assert all(s.independent_sources == 1 for s in found[0].sides)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # The day something was said is not the day of what was said.
        ("Voss said Tuesday that she would meet Reyes.", "Voss is to meet Reyes on Thursday in Anselm."),
        # A day and its month are one time in two degrees of precision.
        ("Voss is to meet Reyes in June.", "Voss and Reyes are to meet next month."),
        # What is over is not what is to come.
        ("Voss met Reyes on Tuesday in Anselm.", "Voss will meet Reyes on Thursday in Anselm."),
        # Other people.
        ("Voss is to meet Reyes on Thursday.", "Voss is to meet the miners on Friday."),
        # The first of a series is not the second.
        (
            "The first meeting of Voss and Reyes is set for Thursday.",
            "The second meeting of Voss and Reyes is set for Friday.",
        ),
    ],
)  # fmt: skip
def test_days_that_are_no_conflict(one: str, two: str) -> None:
    assert conflicts(one, two) == ()


def test_one_weekday_is_one_day_whenever_it_is_printed() -> None:
    reports = {
        "r0": Told(text="Voss is to meet Reyes on Friday.", days={"Friday": "2031-05-09"}),
        "r1": Told(
            text="Voss is to meet Reyes on Friday.", published="2031-04-30", days={"Friday": "2031-05-02"}
        ),
    }
    assert find_conflicts(tell(reports, ACTORS)) == ()


def test_a_report_that_tells_of_both_days_tells_of_two_meetings() -> None:
    assert not conflicts(
        "Voss is to meet Reyes on Thursday in Anselm. Voss is to meet Reyes again on Friday in Anselm.",
        "Voss is to meet Reyes on Friday in Anselm.",
    )


def test_two_counts_of_the_dead() -> None:
    found = conflicts("The blast at the mine killed 12 people.", "The blast at the mine killed 19 people.")
    assert [(c.about, c.kind, c.question) for c in found] == [
        ("number", "conflict", "How many people were killed?")
    ]
    assert [s.value for s in found[0].sides] == ["12 people", "19 people"]


def test_a_toll_that_grows_is_an_update() -> None:
    found = conflicts(
        "The blast at the mine killed 12 people.",
        "The blast at the mine killed 19 people.",
        published=("2031-05-07", "2031-05-08"),
    )
    assert [(c.kind, c.why) for c in found] == [("update", "the later report gives a higher count")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The blast at the mine killed at least 12 people.", "The blast at the mine killed 14 people."),
        ("The blast at the mine hurt about 100 people.", "The blast at the mine hurt 104 people."),
        ("The blast at the mine killed 12 people.", "The blast at the mine injured 30 people."),
        ("The blast at the mine killed 12 people.", "The blast at the mine killed another 3 people."),
        ("The blast at the mine killed 12 miners.", "The blast at the mine killed 2 children."),
        ("The fund paid out 1,200 pensions.", "The fund paid out 1,187 pensions."),
        ("The union has 40 branches in Freedonia.", "The club has 12 branches in Sylvania."),
        ("The mine closed 12 shafts.", "The mine did not close 40 shafts."),
        ("During the last week Voss signed two treaties.", "In all, Voss signed six treaties."),
    ],
)
def test_numbers_that_are_no_conflict(one: str, two: str) -> None:
    assert conflicts(one, two) == ()


def test_two_sums_of_money() -> None:
    found = conflicts(
        "Freedonia paid $1.7 billion to Sylvania for the dam.",
        "Freedonia paid $2.9 billion to Sylvania for the dam.",
    )
    assert [s.value for s in found[0].sides] == ["$1.7 billion", "$2.9 billion"]
    assert found[0].question == "How much in dollars did Freedonia pay?"


def test_a_line_and_its_denial() -> None:
    found = conflicts(
        "Sylvania attacked the lighthouse at Anselm.", "Sylvania did not attack the lighthouse at Anselm."
    )
    assert [c.about for c in found] == ["polarity"]
    assert found[0].question == "Did Sylvania attack the lighthouse?"


def test_what_may_be_is_no_denial_of_what_is() -> None:
    assert not conflicts(
        "Sylvania could attack the lighthouse at Anselm.", "Sylvania did not attack the lighthouse at Anselm."
    )


def test_a_post_that_only_one_can_win() -> None:
    found = conflicts(
        "Mara Voss won the election for mayor of Anselm.", "Ilan Reyes won the election for mayor of Anselm."
    )
    assert [(c.about, {s.value for s in c.sides}) for c in found] == [("person", {"Mara Voss", "Ilan Reyes"})]
    assert found[0].question == "Who won the election for mayor of Anselm?"


def test_one_quotation_in_two_mouths() -> None:
    words = "we will not sell a single acre of this valley"
    reports = {
        "r0": Told(text=f'"{words}," Voss said.', quotes={words: "Mara Voss"}),
        "r1": Told(text=f'"{words}," Reyes said.', quotes={words: "Ilan Reyes"}),
    }
    (found,) = find_conflicts(tell(reports, ACTORS))
    assert found.about == "attribution"
    assert found.question == f"Who said “{words}”?"
    assert [s.value for s in found.sides] == ["Mara Voss", "Ilan Reyes"]


def test_a_story_without_reports_of_one_thing_has_no_conflict() -> None:
    assert conflicts("", "The pumps failed at dawn.", "a" * 3000) == ()


def test_a_report_that_gives_both_numbers_counts_two_things() -> None:
    assert not conflicts(
        "The council bought 12 ferries. The council bought 15 ferries.",
        "The council bought 15 ferries.",
    )


def test_how_often_is_not_a_measure_of_the_story() -> None:
    assert not conflicts("Voss has met Reyes 6 times.", "Voss has met Reyes 20 times.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The firm earned $20 million in Freedonia.",
            "The firm earned between $31 and $39 million in Freedonia.",
        ),
        (
            "Republicans may hold 240 seats in the chamber.",
            "Republicans lost nearly 60 seats in the chamber.",
        ),
        ("The tax took 30 percent of the firm's profit.", "The firm gave 35.7 percent of its profit away."),
    ],
)
def test_numbers_of_two_things_in_one_field(one: str, two: str) -> None:
    assert not conflicts(one, two)


def test_two_spellings_of_a_name_are_no_conflict() -> None:
    reports = {
        "r0": Told(text="Pavel Zelenko won the election in Anselm."),
        "r1": Told(text="Pawel Selenko won the election in Anselm."),
    }
    story = tell(reports, {"Pavel Zelenko": "person", "Pawel Selenko": "person"})
    assert find_conflicts(story) == ()


def test_one_of_several_who_did_it_is_no_other_person() -> None:
    reports = {
        "r0": Told(text="Pavel Zelenko and Mara Voss both won a seat in Anselm."),
        "r1": Told(text="Mara Voss won a seat in Anselm."),
    }
    story = tell(reports, {"Pavel Zelenko": "person", "Mara Voss": "person"})
    assert find_conflicts(story) == ()


def test_a_report_that_sets_two_lines_against_each_other_is_no_conflict() -> None:
    assert not conflicts("Sylvania kept the lighthouse open. Sylvania did not keep the lighthouse open.")


def test_one_person_under_two_names_is_not_two_mouths() -> None:
    words = "we will not sell a single acre of this valley"
    reports = {
        "r0": Told(text=f'"{words}," Mara Voss said.', quotes={words: "Mara Voss"}),
        "r1": Told(text=f'"{words}," Premier Voss said.', quotes={words: "Premier Voss"}),
    }
    story = tell(reports, {"Mara Voss": "person", "Premier Voss": "organization"})
    assert find_conflicts(story) == ()


def test_one_deed_of_one_actor_on_two_days() -> None:
    (found,) = conflicts("Voss said she would resign on Thursday.", "Mara Voss will resign on Friday.")
    assert found.question == "On which day was Mara Voss to resign?"
    assert not conflicts("Voss will travel to Anselm on Thursday.", "Voss will travel to Sylvania on Friday.")


EVE_AND_DAY = ("2031-05-06", "2031-05-07")
DUE = "Mara Voss is to meet Ilan Reyes in Anselm on Thursday."


def test_put_off_is_no_new_day() -> None:
    (found,) = conflicts(
        "Mara Voss's planned meeting with Ilan Reyes, which was due to take place in Anselm on Thursday, has "
        "been postponed.",
        "The meeting of Mara Voss and Ilan Reyes planned for Friday in Anselm has been postponed.",
        published=EVE_AND_DAY,
    )
    assert (found.about, found.kind) == ("date", "conflict")


@pytest.mark.parametrize(
    "told",
    [
        "The meeting of Mara Voss and Ilan Reyes in Anselm has been postponed to Friday.",
        "The meeting of Mara Voss and Ilan Reyes in Anselm was rescheduled for Friday.",
        "The meeting of Mara Voss and Ilan Reyes in Anselm was moved from Thursday to Friday.",
        "The meeting of Mara Voss and Ilan Reyes in Anselm has been put off until Friday.",
    ],
)
def test_a_new_day_in_words_is_an_update(told: str) -> None:
    (found,) = conflicts(DUE, told, published=EVE_AND_DAY)
    assert (found.kind, found.why) == ("update", "one event, moved to another day")
    assert [s.value for s in found.sides] == ["Thursday (2031-05-08)", "Friday (2031-05-09)"]


def test_two_ministers_are_the_ministers_of_two_countries() -> None:
    (found,) = conflicts(
        "The two ministers had been due to meet in Anselm on Thursday.",
        "The meeting of the Freedonian and Sylvanian mining ministers that was planned for Friday has been "
        "postponed.",
    )
    assert (found.about, found.question) == ("date", "On which day were the two ministers to meet?")
    assert not conflicts(
        "The two ministers had been due to meet in Anselm on Thursday.",
        "The meeting of the miners that was planned for Friday has been postponed.",
    )


def test_a_reprint_of_the_next_morning_is_no_later_source() -> None:
    early, late = "The blast at the mine killed 12 people.", "The blast at the mine killed 19 people."
    reports = {
        "r0": Told(text=early, published="2031-05-06"),
        "r1": Told(text=late, published="2031-05-07"),
        "r2": Told(text=early, published="2031-05-07"),
    }
    story = tell(reports, ACTORS, families={"r2": "r0"})
    assert [c.kind for c in find_conflicts(story)] == ["update"]
    assert [c.kind for c in find_conflicts(tell(reports, ACTORS))] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "two", "question"),
    [
        (
            "The fleet owners put their losses at 2.5 million euros.",
            "The fleet owners raised their estimate of the losses to 3.2 million euros from the 2.5 million "
            "euros that they gave on Tuesday.",
            "Which sum in euros is right?",
        ),
        (
            "The fleet owners put their losses at 2.5 million euros.",
            "The fleet owners raised their estimate of the losses from 2.5 to 3.2 million euros.",
            "Which sum in euros is right?",
        ),
        (
            "Two fishermen were injured.",
            "The number of injured fishermen has risen to five.",
            "How many fishermen were injured?",
        ),
        (
            "Two fishermen were injured.",
            "Five fishermen are now known to have been injured.",
            "How many fishermen were injured?",
        ),
        (
            "The blast at the mine killed 12 people.",
            "The death toll of the blast at the mine has climbed to 19 from 12.",
            "How many people were killed?",
        ),
    ],
)
def test_a_value_that_the_words_call_new_is_an_update(one: str, two: str, question: str) -> None:
    for published in ((), EVE_AND_DAY):
        found = conflicts(one, two, published=published)
        assert [(c.kind, c.question) for c in found] == [("update", question)]


def test_questions_and_values_use_the_words_of_the_text() -> None:
    (found,) = conflicts(
        "Freedonia's coast guard turned back 14 Sylvanian trawlers.",
        "Freedonia's coast guard turned back 17 Sylvanian trawlers.",
    )
    assert found.question == "How many trawlers did Freedonia's coast guard turn back?"
    assert [s.value for s in found.sides] == ["14 trawlers", "17 trawlers"]
