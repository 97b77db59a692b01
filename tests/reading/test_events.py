"""Types, participants, days and places of events."""

import pytest

from twosource.lexicon import load
from twosource.reading.dates import find_dates
from twosource.reading.events import find_events
from twosource.reading.events_words import quad_of, table

from .events_told import cast_by_hand, events_of, lay, told, typed

R, F = "Ruritania", "Freedonia"


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # verbs, active and passive
        ("Ruiz met Lindqvist on Monday.", "CONSULT", ["Ruiz"], ["Lindqvist"]),
        ("Ruritania accused Freedonia of closing the strait.", "ACCUSE", ["Ruritania"], ["Freedonia"]),
        ("Freedonia was accused by Ruritania of piracy.", "ACCUSE", ["Ruritania"], ["Freedonia"]),
        ("Marlow praised the Harbour Council.", "SUPPORT", ["Marlow"], ["Harbour Council"]),
        ("Police arrested Haddad at the port.", "COERCE", [], ["Haddad"]),
        ("Haddad was arrested by police at the port.", "COERCE", ["police"], ["Haddad"]),
        ("Ruritania expelled two diplomats from Freedonia.", "SANCTION", ["Ruritania"], ["Freedonia"]),
        ("The army shelled Borduria overnight.", "ASSAULT", ["The army"], ["Borduria"]),
        # particles and objects
        ("Ruiz called for reforms from the Harbour Council.", "REQUEST", ["Ruiz"], ["Harbour Council"]),
        ("Ruritania pulled out of the treaty with Freedonia.", "REJECT", ["Ruritania"], ["Freedonia"]),
        ("Ruritania lifted its blockade of Freedonia.", "YIELD", ["Ruritania"], ["Freedonia"]),
        ("Ruritania cut aid to Freedonia.", "SANCTION", ["Ruritania"], ["Freedonia"]),
        ("Sylvania sent blankets to Borduria.", "AID", ["Sylvania"], ["Borduria"]),
        ("Ruritania imposed tariffs on Freedonia.", "SANCTION", ["Ruritania"], ["Freedonia"]),
        ("The rebels released Okafor.", "RETREAT", [], ["Okafor"]),
        # turns of phrase
        ("Ruritania attacked Freedonia's plan for the dam.", "ACCUSE", ["Ruritania"], ["Freedonia"]),
        ("Marlow launched an attack on Freedonia's record.", "ACCUSE", ["Marlow"], ["Freedonia"]),
        ("Marlow fought the bill by Petrova.", "REJECT", ["Marlow"], ["Petrova"]),
        ("Marlow questioned Petrova's motives.", "ACCUSE", ["Marlow"], ["Petrova"]),
        ("Marlow unveiled a plan for Borduria.", "REQUEST", ["Marlow"], ["Borduria"]),
        ("Marlow agreed with Petrova's view.", "SUPPORT", ["Marlow"], ["Petrova"]),
        ("Marlow received the premier of Sylvania.", "CONSULT", ["Marlow"], ["Sylvania"]),
        ("The Dockers Union is open to talks with Zenith Bank.", "AGREE", ["Dockers Union"], ["Zenith Bank"]),
        ("Ruritania shot down the proposal by Freedonia.", "REJECT", ["Ruritania"], ["Freedonia"]),
        ("The army sent its troops home from Borduria.", "RETREAT", ["The army"], ["Borduria"]),
        # nouns, light verbs, owners
        ("Ruiz held talks with Lindqvist.", "CONSULT", ["Ruiz"], ["Lindqvist"]),
        ("Talks between Ruritania and Freedonia collapsed.", "CONSULT", [R, F], [R, F]),
        ("Ruiz's planned meeting with Lindqvist is in doubt.", "CONSULT", ["Ruiz"], ["Lindqvist"]),
        ("Ruritania launched an attack on Freedonia.", "ASSAULT", ["Ruritania"], ["Freedonia"]),
        ("Haddad's arrest angered Marlow.", "COERCE", [], ["Haddad"]),
        ("The sanctions levied by Ruritania on Freedonia bite.", "SANCTION", ["Ruritania"], ["Freedonia"]),
        ("Sylvania opened an investigation into Zenith Bank.", "INVESTIGATE", ["Sylvania"], ["Zenith Bank"]),
        ("Freedonia faces tariffs on wheat.", "SANCTION", [], ["Freedonia"]),
        # coordination, reciprocity, relative and shared subjects
        ("Ruiz and Lindqvist met in Geneva.", "CONSULT", ["Ruiz", "Lindqvist"], ["Ruiz", "Lindqvist"]),
        ("Ruiz criticised Marlow and Haddad.", "ACCUSE", ["Ruiz"], ["Marlow", "Haddad"]),
        ("Okafor, who visited Sylvania in March, is back.", "CONSULT", ["Okafor"], ["Sylvania"]),
        ("Ruiz flew home and thanked Lindqvist.", "SUPPORT", ["Ruiz"], ["Lindqvist"]),
        ("Ruiz urged Lindqvist to resign.", "REQUEST", ["Ruiz"], ["Lindqvist"]),
        # operators and statements
        ("Marlow refused to meet with Petrova.", "REJECT", ["Marlow"], ["Petrova"]),
        ("Freedonia is willing to send doctors to Borduria.", "AGREE", ["Freedonia"], ["Borduria"]),
        ("Freedonia is prepared to wait or to invade Borduria.", "THREATEN", ["Freedonia"], []),
        # what governments and parliaments do with papers, and with what they said before
        ("Marlow signed the fisheries bill on Monday.", "AGREE", ["Marlow"], []),
        ("The bill reached Marlow, and Marlow signed it.", "AGREE", ["Marlow"], []),
        ("Marlow rescinded an invitation to Petrova.", "REJECT", ["Marlow"], ["Petrova"]),
        ("Marlow backed off after the vote.", "YIELD", ["Marlow"], []),
        ("Haddad pleaded guilty to smuggling.", "YIELD", ["Haddad"], []),
        ("Ruiz huddled with Lindqvist over the dam.", "CONSULT", ["Ruiz"], ["Lindqvist"]),
        (
            "They struck the deal in calls between Ruiz and Lindqvist.",
            "CONSULT",
            ["Ruiz", "Lindqvist"],
            ["Ruiz", "Lindqvist"],
        ),
        ("Sylvania's opposition to Borduria's dam grew.", "REJECT", ["Sylvania"], ["Borduria"]),
        ("Ruritania said it would release Okafor.", "AGREE", ["Ruritania"], ["Okafor"]),
        ("Ruritania said it would not release Okafor.", "REJECT", ["Ruritania"], ["Okafor"]),
        ("Ruritania vowed to retaliate against Freedonia.", "THREATEN", ["Ruritania"], ["Freedonia"]),
        ("Ruritania threatened to attack Freedonia.", "THREATEN", ["Ruritania"], ["Freedonia"]),
        # what another must do, what oneself will not do
        ("Ruritania said that Freedonia must release Okafor.", "REQUEST", [R], [F]),
        ("Petrova says that Marlow needs to resign.", "REQUEST", ["Petrova"], ["Marlow"]),
        ("Ruritania said it will not accept the rebels.", "REJECT", [R], ["the rebels"]),
        # who stands behind a paper, a pronoun, a passive
        (
            "The Harbour Council passed a resolution condemning Zenith Bank.",
            "ACCUSE",
            ["Harbour Council"],
            ["Zenith Bank"],
        ),
        ("Haddad is expected to meet Petrova.", "CONSULT", ["Haddad"], ["Petrova"]),
        ("Haddad was freed and thanked Petrova.", "SUPPORT", ["Haddad"], ["Petrova"]),
        ("Freedonia faces criticism from Ruritania.", "ACCUSE", [R], [F]),
        ("Ruiz, in a meeting with Lindqvist, agreed to the plan.", "CONSULT", ["Ruiz"], ["Lindqvist"]),
        # what is moved or talked about is no other side
        ("Ruritania withdrew its troops from Borduria.", "RETREAT", [R], ["Borduria"]),
        ("Ruritania mobilized the army against Freedonia.", "MOBILIZE", [R], [F]),
        ("Ruiz discussed the dam with Lindqvist.", "CONSULT", ["Ruiz"], ["Lindqvist"]),
        ("Ruritania deployed peacekeepers in Borduria.", "AID", [R], ["Borduria"]),
        # signing is support, a blockade an attack, a mediator no party
        ("Ruritania and Freedonia signed a treaty.", "SUPPORT", [R, F], [R, F]),
        ("Ruritania imposed a blockade on Freedonia.", "ASSAULT", [R], [F]),
        (
            "Sylvania launched a mediation effort between Ruritania and Freedonia.",
            "CONSULT",
            ["Sylvania"],
            [R, F],
        ),
        ("Ruritania announced a suspension of aid to Freedonia.", "SANCTION", [R], [F]),
        ("Ruritania violated a ban by Freedonia.", "REJECT", [R], [F]),
        ("Ruritania declared a cessation of hostilities in Borduria.", "RETREAT", [R], ["Borduria"]),
        # an actor in front of a noun that is none itself
        ("Ruritanian warplanes bombed Freedonia.", "ASSAULT", ["Ruritanian"], ["Freedonia"]),
    ],
)
def test_who_did_what_to_whom(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = told(text, kind)
    assert (list(event.actors), list(event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Marlow usually meets Petrova for lunch.",  # a habit
        "Haddad has pleaded not guilty.",
        "A hurricane hit Borduria and Sylvania.",  # weather
        "Ruritania beat Freedonia by one goal in the last match of the season.",  # sport
        "Marlow suffered a heart attack.",  # not that kind of attack
        "Ruiz did not offer an explanation.",  # nothing is offered
        "The Freedonia deal is four pages long.",  # a paper, not its signing
        "Ruiz failed to break the ice.",  # a figure of speech
        "Marlow held a rally in Geneva.",  # a campaign, not a protest
        "Ruritania hit back last week, when its parliament doubled the levy.",
        "The Harbour Council sent its workers home.",
        "Marlow struck a softer tone.",
        "Marlow came under fire over the dam.",
        "Zenith Bank launched a review of its loans to Borduria.",
        "Zenith Bank launched a campaign in Borduria.",
        "Zenith Bank released a report on Borduria.",  # nobody is freed
        "Marlow asked whether Petrova was ill.",  # only an answer is asked for
        "E-mails released by Zenith Bank told of Borduria.",
        "Asked by Marlow, Petrova blushed.",
        "Haddad mended what Marlow called a useless and illegal pump.",
        "The rumour was reinforced by Haddad.",
        "The delay fed rumours in Borduria.",
        "Zenith Bank received money in Borduria.",
        "Ruiz returned to Sylvania.",
        "The Dockers Union is fighting for higher wages.",
        "Petrova took a position on the dam.",
        "An aide, who was not allowed to discuss the dam, left Geneva.",  # why a source has no name
        "Marlow said he would not expect rain.",  # no refusal
        "The weather in Geneva was fine.",
        "",
    ],
)
def test_no_event(text: str) -> None:
    assert typed(text) == ()


def test_a_day_is_no_part_of_a_phrase() -> None:
    assert told("Ruiz called on Lindqvist to resign.", "REQUEST").recipients == ("Lindqvist",)
    assert typed("Ruiz called Lindqvist on Friday.") == ()


def test_inside_a_quote_it_is_the_speakers_to_answer_for() -> None:
    text = "Marlow said: “Ruritania attacked Freedonia.”"
    attack, said = told(text, "ASSAULT"), events_of(text)[0]
    assert (attack.actors, said.actors) == (("Ruritania",), ("Marlow",))
    assert text.index("“") < attack.trigger.start < text.index("”")


def test_a_headline_tells_an_event() -> None:
    event = told("Ruiz meets Lindqvist over dock strike\n\nThe port was quiet.", "CONSULT")
    assert event.status == "held"


def test_what_is_threatened_is_no_event_of_its_own() -> None:
    for text in (
        "Ruritania threatened to attack Freedonia.",
        "Ruritania threatened Freedonia with retaliation.",
    ):
        assert [e.type for e in typed(text)] == ["THREATEN"]


def test_modes() -> None:
    assert told("Okafor visited Sylvania.", "CONSULT").mode == "visit"
    assert told("Police detained Haddad.", "COERCE").mode == "arrest"
    assert told("Ruritania expelled Okafor.", "SANCTION").mode == "expel"


def test_trigger_place_and_sentence() -> None:
    text = "Rain fell. Ruiz met Lindqvist in Geneva."
    event = told(text, "CONSULT")
    assert text[event.trigger.start : event.trigger.end] == "met"
    assert (event.place, event.sentence, event.id) == ("Geneva", "s2", "e2")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ruiz met Lindqvist on Monday.", "2031-05-12"),
        ("Ruiz's Friday meeting with Lindqvist was cancelled.", "2031-05-16"),
        ("Ruiz will meet Lindqvist on May 20.", "2031-05-20"),
        ("The talks between Ruritania and Freedonia, due to open on May 20, are off.", "2031-05-20"),
        ("Ruiz met Lindqvist.", None),
        ("Ruiz will meet Lindqvist after Friday's vote.", None),
        ("The meeting between Ruiz and Lindqvist before Friday's vote is off.", None),
    ],
)
def test_the_day_of_the_clause(text: str, day: str | None) -> None:
    when = told(text, "CONSULT").when
    assert (when.earliest if when else None) == day


def test_every_type_has_a_quad_a_title_and_a_slot() -> None:
    data = load("plover")
    kinds = {t.type for some in (table().verbs, table().nouns) for ts in some.values() for t in ts}
    assert kinds <= set(data["quads"])
    assert kinds <= set(data["titles"])
    assert kinds <= set(data["recipients"])
    assert quad_of("ASSAULT") == "material conflict"


def test_odd_input_gives_no_traceback() -> None:
    for text in ("attack " * 400, "“" * 500, "met met met with with.", "talks\n\ntalks\n\ntalks"):
        document = lay(text)
        find_events(document, cast_by_hand(text), find_dates(document))
