"""Conflicts between what a party calls or says of its own act and what reports call it or tell of it."""

import pytest

from tests.weighing.disputes import conflicts, told


@pytest.mark.parametrize(
    ("own", "quoted", "kind"),
    [
        ("Lind's retreat ended the strike at the port.", "This was in no way a concession", "concession"),
        ("Nordic Rail's takeover of the yard was made known.", "It is not a takeover", "takeover"),
        ("It was a clear climbdown by Lind.", "That is no surrender", "surrender"),
        ("Freedonia's ban on grain ships angered the port.", "This is not a ban", "ban"),
    ],
)
def test_what_a_party_says_its_act_was_not(own: str, quoted: str, kind: str) -> None:
    who = next(name for name in ("Lind", "Nordic Rail", "Freedonia") if name in own)
    full = {"Lind": "Ola Lind"}.get(who, who)
    (found,) = conflicts(own, f"“{quoted},” {who} said on Monday.", quotes={f"{quoted},": full})
    assert (found.about, found.question) == (
        "polarity",
        f"Was what {full} did {'an' if kind[0] in 'aeiou' else 'a'} {kind}?",
    )
    assert [s.value for s in found.sides] == ["yes", f"no ({full})"]


@pytest.mark.parametrize(
    ("own", "quoted", "who"),
    [
        # Somebody else's act; only a narrower name is disowned; nothing is done yet.
        ("Ruiz's concession ended the strike.", "This was in no way a concession,", "Ola Lind"),
        ("Lind's takeover of the yard was made known.", "It is not a hostile takeover,", "Ola Lind"),
        ("Lind's concession ended the strike.", "This would not be a concession,", "Ola Lind"),
        ("Lind's concession ended the strike.", "This was not just a concession,", "Ola Lind"),
        # An owner of something that is no act.
        ("Lind's campaign went on.", "This is not a campaign,", "Ola Lind"),
        # Alleged only.
        ("Lind's alleged threat angered the port.", "This was not a threat,", "Ola Lind"),
    ],
)
def test_names_of_acts_that_are_no_conflict(own: str, quoted: str, who: str) -> None:
    last = who.split()[-1]
    assert conflicts(own, f"“{quoted}” {last} said on Monday.", quotes={quoted: who}) == []


# What somebody denies having done.


@pytest.mark.parametrize(
    ("done", "denied"),
    [
        (
            "Lind asked Berg to drop the inquiry into the port, e-mails show.",
            "Lind has denied asking Berg to shut down the investigation into the port.",
        ),
        (
            "The letters tell of Lind's request for Berg to stop the inquiry into the port.",
            "Lind disputed some parts, including asking Berg to close the inquiry into the port.",
        ),
        ("Lind met Berg and Ruiz in Sylvania.", "Lind denied having met Berg and Ruiz in Sylvania."),
    ],
)
def test_a_deed_told_and_denied(done: str, denied: str) -> None:
    (found,) = conflicts(done, denied)
    assert (found.about, found.kind) == ("polarity", "conflict")
    assert found.question.startswith("Did Ola Lind ")
    assert [s.value for s in found.sides] == ["yes", "no"]


@pytest.mark.parametrize(
    ("done", "denied"),
    [
        # Another deed, another person, another doer; a wish; no deed at all.
        ("Lind asked Berg to delay the school report.", "Lind denied asking Berg to drop the port inquiry."),
        ("Lind asked Ruiz to drop the port inquiry.", "Lind denied asking Berg to drop the port inquiry."),
        ("Ruiz asked Berg to drop the port inquiry.", "Lind denied asking Berg to drop the port inquiry."),
        ("Lind may ask Berg to drop the port inquiry.", "Lind denied asking Berg to drop the port inquiry."),
        (
            "Lind asked Berg to drop the port inquiry.",
            "Lind denied wrongdoing in the port inquiry with Berg.",
        ),
        # Both reports tell of the denial.
        (
            "Lind denied asking Berg to drop the port inquiry.",
            "Lind rejected the claim that he asked Berg to drop the port inquiry.",
        ),
        # He does not deny it.
        (
            "Lind asked Berg to drop the port inquiry.",
            "Lind did not deny asking Berg to drop the port inquiry.",
        ),
    ],
)
def test_accounts_that_are_no_conflict(done: str, denied: str) -> None:
    assert told(done, denied) == []
