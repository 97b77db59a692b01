from dataclasses import replace

import pytest

from tests.weighing.sample_story import Told, language, tell
from twosource.model import ActorType, Claim, Conflict, Evidence, Side, Span
from twosource.weighing.claims import find_claims
from twosource.weighing.claims_clauses import clauses_of
from twosource.weighing.claims_units import stem, units_of
from twosource.weighing.claims_wording import wording
from twosource.weighing.story import Story

ACTORS: dict[str, ActorType] = {
    "Mara Voss": "person",
    "Ilan Reyes": "person",
    "Freedonia": "country",
    "Sylvania": "country",
    "Harbour Union": "organization",
}


def claims(*texts: str, families: dict[str, str] | None = None) -> tuple[Claim, ...]:
    return find_claims(told(*texts, families=families), (), ())


def told(*texts: str, families: dict[str, str] | None = None) -> Story:
    return tell({f"r{n}": Told(text=t) for n, t in enumerate(texts)}, ACTORS, families)


def joined(found: tuple[Claim, ...]) -> list[Claim]:
    return [c for c in found if len({e.report for e in c.evidence}) > 1]


def clauses(sentence: str) -> list[tuple[str, str]]:
    (parse,) = language().parse([sentence])
    return [
        (wording(parse, c.tokens, c.lent), wording(parse, c.said)) for c in clauses_of(parse) if not c.minor
    ]


def test_what_is_reported_comes_apart_from_who_reports_it() -> None:
    assert clauses("The ferry has been withdrawn from service, the harbour office said Monday.") == [
        ("The ferry has been withdrawn from service", "the harbour office said Monday")
    ]


def test_coordinated_clauses_come_apart_and_share_their_subject() -> None:
    found = [text for text, _ in clauses("The union rejected the offer and called a strike at three ports.")]
    assert found == ["The union rejected the offer", "The union called a strike at three ports"]


def test_a_relative_clause_says_something_of_its_noun() -> None:
    found = [t for t, _ in clauses("The dam, which was built in 1962, burst after a week of heavy rain.")]
    assert "The dam was built in 1962" in found
    assert "The dam burst after a week of heavy rain" in found


def test_which_is_never_a_person() -> None:
    sentence = (
        "Her planned meeting with the envoy Ilan Reyes, which was due to take place in Anselm on Monday, "
        "has been called off."
    )
    assert any(t.startswith("Her planned meeting with") and "was due" in t for t, _ in clauses(sentence))


def test_a_condition_stays_with_what_hangs_on_it() -> None:
    found = [t for t, _ in clauses("Freedonia will reopen the border if Sylvania withdraws its troops.")]
    assert found == ["Freedonia will reopen the border if Sylvania withdraws its troops"]


@pytest.mark.parametrize(
    ("one", "two"),
    [("announcement", "announce"), ("nomination", "nominate"), ("delay", "postpone"), ("meeting", "talk")],
)
def test_words_of_one_stem_or_class_are_one(one: str, two: str) -> None:
    assert stem(one) == stem(two)


def test_two_wordings_of_one_fact_are_one_claim_with_two_sources() -> None:
    found = joined(
        claims(
            "Freedonia has suspended grain exports to Sylvania because of the drought.",
            "Exports of grain to Sylvania were halted by Freedonia, officials said.",
        )
    )
    assert len(found) == 1
    assert found[0].independent_sources == 2
    assert found[0].standing == "corroborated"
    assert found[0].why == "2 reports, 2 sources"


def test_what_is_only_hoped_is_no_claim() -> None:
    found = claims(
        "Both envoys said they hoped that President Marlow would veto the harbour bill.",
        "There is widespread speculation that President Marlow would veto the harbour bill.",
    )
    assert not any(c.text.startswith("President Marlow would veto") for c in found)


def test_one_of_a_list_is_nobodys_title() -> None:
    found = claims(
        "Okafor was tried for murdering a judge, Mara Voss, a clerk and a guard.",
        "He shot a judge, Voss, a clerk and a guard in the town hall.",
    )
    assert not any(c.text == "Voss, a clerk" for c in found)


def test_copies_of_one_text_are_one_source() -> None:
    text = "Freedonia has suspended grain exports to Sylvania."
    found = joined(claims(text, text, families={"r0": "r0", "r1": "r0"}))
    assert [(c.independent_sources, c.standing) for c in found] == [(1, "single-source")]
    assert "copies of one text count once" in found[0].why


def test_sentences_that_share_a_topic_stay_apart() -> None:
    found = claims(
        "Freedonia has suspended grain exports to Sylvania because of the drought.",
        "The drought in Freedonia has emptied three of its reservoirs.",
        "Sylvania buys most of its grain from Freedonia.",
    )
    assert not joined(found)
    assert {c.standing for c in found} == {"single-source"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sylvania resumed its missile tests in the spring.", "Sylvania suspended its missile tests."),
        ("Mara Voss met the miners in Anselm.", "Ilan Reyes met the miners in Anselm."),
        ("The blast killed 12 miners in Anselm.", "The blast killed 40 miners in Anselm."),
        ("Captain Reyes was arrested at his home.", "Captain Reyes was not arrested at his home."),
        ("Voss warned Freedonia against an attack.", "Voss warned Sylvania against an attack."),
    ],
)
def test_what_differs_in_deed_person_number_or_recipient_stays_apart(one: str, two: str) -> None:
    assert not joined(claims(one, two))


def test_a_claim_names_those_who_say_it() -> None:
    found = joined(
        claims(
            "Mara Voss said the harbour will stay closed until June.",
            "The harbour will stay closed until June, according to the Harbour Union.",
        )
    )
    assert [c.attributed_to for c in found] == [("r-Mara Voss", "r-Harbour Union")]


def test_evidence_is_the_clause_with_its_attribution() -> None:
    text = "The pumps failed at dawn. The harbour will stay closed, Mara Voss said, and the crews went home."
    found = {c.text: c.evidence[0] for c in claims(text)}
    place = found["The pumps failed at dawn"]
    assert text[place.start : place.end] == "The pumps failed at dawn"
    assert any("Mara Voss said" in text[e.start : e.end] for t, e in found.items() if "stay closed" in t)


def test_the_shortest_full_statement_stands_for_all() -> None:
    found = joined(
        claims(
            "Prime Minister Mara Voss signed the water treaty with Sylvania at a ceremony in Anselm.",
            "Mara Voss signed the water treaty with Sylvania.",
        )
    )
    assert [c.text for c in found] == ["Mara Voss signed the water treaty with Sylvania"]


def test_the_same_quotation_is_one_claim() -> None:
    found = joined(
        claims(
            '"We will not sell a single acre of this valley," Reyes told reporters.',
            'Asked about the mine, Reyes answered: "We will not sell a single acre of this valley."',
        )
    )
    assert len(found) == 1


def test_every_statement_is_in_a_claim_and_questions_and_boilerplate_are_not() -> None:
    text = (
        "The pumps failed at dawn. Who will pay for the repairs? Crews drained the lower town. "
        "Sign up now for news."
    )
    story = tell({"r0": Told(text=text, boilerplate=("Sign up",))}, ACTORS)
    found = [c.text for c in find_claims(story, (), ())]
    assert found == ["The pumps failed at dawn", "Crews drained the lower town"]


def test_a_disputed_line_makes_its_claim_contested() -> None:
    story = told("The blast killed 12 miners in Anselm. The mine was opened in 1962.")
    side = Side(
        value="12", text="12", evidence=(Evidence(report="r0", start=10, end=29),), independent_sources=1
    )
    conflict = Conflict(
        id="k1", about="number", question="How many miners were killed?", kind="conflict", sides=(side, side)
    )
    found = {c.text: c.standing for c in find_claims(story, (), (conflict,))}
    assert found["The blast killed 12 miners in Anselm"] == "contested"
    assert found["The mine was opened in 1962"] == "single-source"


def test_a_chain_of_half_alike_statements_is_not_one_claim() -> None:
    found = claims(
        "Freedonia will close the border crossing at Anselm.",
        "Freedonia will close the border crossing at Anselm and recall its envoy from Sylvania.",
        "Freedonia will recall its envoy from Sylvania.",
    )
    ends = [c for c in found if {"r0", "r2"} <= {e.report for e in c.evidence}]
    assert not ends


def test_odd_input_costs_neither_time_nor_a_traceback() -> None:
    assert claims("") == ()
    assert isinstance(claims("a" * 5000, "( ( (", "1 2 3", "“”", "\n\n"), tuple)


def test_units_of_a_he_that_speaks_of_himself_hold_the_speaker() -> None:
    (unit,) = [
        u for u in units_of(told("Reyes said he would be meeting Voss in Anselm.")) if not u.clause.minor
    ]
    assert unit.actors == {"r-Ilan Reyes", "r-Mara Voss"}
    assert unit.speaker == "r-Ilan Reyes"


def test_a_short_statement_is_one_too() -> None:
    assert [c.text for c in claims("We are in no hurry, Voss said.")] == ["We are in no hurry"]


def test_a_dateline_is_no_statement() -> None:
    text = "PORT ANSELM, Freedonia (FNA) - The pumps failed at dawn."
    story = tell({"r0": Told(text=text)}, ACTORS)
    (reading,) = story.readings
    filed = replace(reading, report=replace(reading.report, dateline_span=Span(start=0, end=31)))
    found = find_claims(replace(story, readings=(filed,)), (), ())
    assert [(c.text, c.evidence[0].start) for c in found] == [("The pumps failed at dawn", 31)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Two miners were injured when a roof fell in.", "Five miners were injured, officials said."),
        ("Two miners were injured when a roof fell in.", "The number of injured miners has risen to five."),
        (
            "Freedonia closed three of its ports to grain ships.",
            "Freedonia closed 4 of its ports to them.",
        ),
    ],
)
def test_what_counts_differently_never_corroborates(one: str, two: str) -> None:
    assert not joined(claims(one, two))


def test_a_number_in_words_is_the_number_in_digits() -> None:
    found = joined(
        claims("The blast killed twelve miners in Anselm.", "The blast killed 12 miners in Anselm.")
    )
    assert [c.independent_sources for c in found] == [2]


def test_the_text_of_a_claim_is_what_all_its_evidence_says() -> None:
    found = joined(
        claims(
            "Sylvania not consulted as Freedonia postpones the border talks.",
            "Freedonia has postponed the border talks with Sylvania.",
        )
    )
    assert all("consult" not in c.text for c in found)


def test_a_day_that_one_report_alone_gives_is_not_in_the_text() -> None:
    reports = {
        "r0": Told(text="Freedonia closed the grain ports on Thursday.", days={"Thursday": "2031-05-08"}),
        "r1": Told(text="Freedonia closed its grain ports to all foreign ships, officials said."),
    }
    (found,) = joined(find_claims(tell(reports, ACTORS), (), ()))
    assert found.text == "Freedonia closed the grain ports"


def test_what_a_speaker_takes_for_granted_is_not_his_statement_of_it() -> None:
    found = claims(
        "Voss said that Freedonia will wait as long as Sylvania keeps grain ships out of the northern ports.",
        "Sylvania closed the northern ports to grain ships in the spring.",
    )
    closed = next(c for c in found if "closed" in c.text)
    assert (closed.independent_sources, closed.attributed_to) == (1, ())


def test_who_does_it_is_not_whom_it_is_done_to() -> None:
    assert not joined(
        claims("Freedonia warned Sylvania over the levy.", "Sylvania warned Freedonia over the levy.")
    )


def test_a_relative_clause_is_told_as_a_main_clause() -> None:
    found = [c.text for c in claims("Voss defended the levy, which the upper house approved in the spring.")]
    assert "The upper house approved the levy in the spring" in found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('It "will not be easy to restart" the gate, he said.', 'It "will not be easy to restart" the gate'),
        ('The council had "walked into this fog without a lamp," Voss said.',
         'The council had "walked into this fog without a lamp"'),
        ("“This is a pause. It is not a rupture,” Voss said.", "This is a pause"),
    ],
)  # fmt: skip
def test_quotation_marks_stand_in_pairs(text: str, shown: str) -> None:
    assert shown in [c.text for c in claims(text)]


def test_a_fragment_does_not_stand_for_a_claim() -> None:
    found = claims(
        "Voss spoke of the dam after visiting the miners of Anselm.",
        "Voss flew home after visiting the miners of Anselm.",
    )
    assert not [c for c in found if c.text.startswith("Voss visiting")]
    both = joined(claims("Voss to visit the miners of Anselm.", "Mara Voss will visit the miners of Anselm."))
    assert [c.text for c in both] == ["Mara Voss will visit the miners of Anselm"]


def test_where_somebody_spoke_is_a_fact_of_its_own() -> None:
    found = joined(
        claims(
            "Voss told a meeting of the harbour union that the crews would be paid.",
            "“No ship leaves on Sunday,” Voss said at a meeting of the harbour union.",
            "“The cranes are idle,” Reyes said on Monday.",
        )
    )
    assert [sorted({e.report for e in c.evidence}) for c in found] == [["r0", "r1"]]
    assert "meeting of the harbour union" in found[0].text


def test_what_somebody_calls_it_keeps_its_what() -> None:
    (parse,) = language().parse(["The hall was full when Voss spoke of what dockers call the harbour levy."])
    texts = [wording(parse, c.tokens, c.lent) for c in clauses_of(parse)]
    assert not any("of dockers call" in t for t in texts)
