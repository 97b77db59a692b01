"""Refusals without a verb of refusing, what they swallow, and names that blame or praise."""

import pytest

from .events_told import events_of, told, typed


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Ruiz will not meet Lindqvist.", ["Ruiz"], ["Lindqvist"]),
        ("Ruritania won't lift its embargo on Freedonia.", ["Ruritania"], ["Freedonia"]),
        ("Marlow will not attend the launch.", ["Marlow"], []),
        ("The Harbour Council will not take up the petition.", ["Harbour Council"], []),
        ("Petrova does not support the merger with Zenith Bank.", ["Petrova"], ["Zenith Bank"]),
        ("The Dockers Union is not giving in to Zenith Bank.", ["Dockers Union"], ["Zenith Bank"]),
        ("Haddad had no intention of paying Marlow.", ["Haddad"], ["Marlow"]),
        ("Freedonia is not willing to free Okafor.", ["Freedonia"], ["Okafor"]),
        ("Marlow said that Petrova's design was not acceptable.", ["Marlow"], ["Petrova"]),
        ("Marlow skipped the ceremony.", ["Marlow"], []),
        ("Zenith Bank pushed back against Haddad.", ["Zenith Bank"], ["Haddad"]),
        ("Ruiz likes the dam, but he will not pay Marlow for it.", ["Ruiz"], ["Marlow"]),
    ],
)
def test_who_will_not_do_it_refuses(text: str, actors: list[str], recipients: list[str]) -> None:
    event = told(text, "REJECT")
    assert (list(event.actors), list(event.recipients), event.status) == (actors, recipients, "held")


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz will not meet Lindqvist until Friday.",  # a matter of days
        "The Harbour Council will not meet on Friday.",  # nobody is refused
        "Ruiz would not have helped Lindqvist.",
        "Ruritania has not agreed with Freedonia yet.",
        "If Ruritania does not support Freedonia, prices rise.",
        "Marlow attends the launch.",
    ],
)
def test_no_refusal(text: str) -> None:
    assert "REJECT" not in [e.type for e in events_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Marlow refused to hold talks with Petrova.",
        "Ruritania declined to negotiate with Freedonia.",
        "Marlow rejected a compromise that Petrova may offer.",
        "Marlow reneged on his commitment to the Harbour Council.",
        "Ruritania ruled out talks with Freedonia.",
    ],
)
def test_what_is_refused_is_no_event_of_its_own(text: str) -> None:
    assert [e.type for e in typed(text)] == ["REJECT"]


def test_what_is_turned_down_or_denied_was_all_the_same() -> None:
    asked = told("Marlow turned down an invitation from Petrova.", "REQUEST")
    assert (asked.actors, asked.status) == (("Petrova",), "held")
    assert told("Marlow denied meeting Petrova.", "CONSULT").status == "denied"


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Marlow called Petrova's plan a cheap stunt.", "ACCUSE", ["Marlow"], ["Petrova"]),
        ("Haddad described Marlow as a liar.", "ACCUSE", ["Haddad"], ["Marlow"]),
        ("Haddad called Petrova a hero.", "SUPPORT", ["Haddad"], ["Petrova"]),
        ("Petrova issued a statement calling Marlow reckless.", "ACCUSE", ["Petrova"], ["Marlow"]),
        ("Marlow spoke out against Petrova.", "ACCUSE", ["Marlow"], ["Petrova"]),
    ],
)
def test_names_that_blame_or_praise(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = told(text, kind)
    assert (list(event.actors), list(event.recipients), event.status) == (actors, recipients, "held")


@pytest.mark.parametrize(
    "text",
    [
        "Marlow called Petrova on the phone.",
        "Marlow called Petrova no liar.",
        "Marlow called the boat Zenith Bank.",
    ],
)
def test_other_names(text: str) -> None:
    assert not {"ACCUSE", "SUPPORT"} & {e.type for e in events_of(text)}
