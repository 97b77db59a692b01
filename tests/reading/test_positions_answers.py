"""Answers to an offer, talks held out, leave refused; whose call a joined "urged" is."""
# ruff: noqa: E501 (a sentence a line)

import pytest

from twosource.language import Language

from .test_positions_voices import told

TOLD = [
    ("Norwegian minister Lars Berg said talks can resume after the port is reopened.", "Lars Berg", "offers", "talks can resume", "if"),
    ("Lars Berg said that talks could begin when Chile lifts the ban.", "Lars Berg", "offers", "talks could begin", "if"),
    ("Lars Berg said negotiations can only start once the troops leave.", "Lars Berg", "refuses", "negotiations can only start", "unless"),
    ("Lars Berg said Harwood Mills made a fair offer and urged drivers to take the money.", "Lars Berg", "demands", "take the money", ""),
    ("Anna Lund said Harwood Mills is closing and called on drivers to stay calm and stop the strike.", "Anna Lund", "demands", "stay calm and stop the strike", ""),
    ("Anna Lund said no deal would include money for the dam.", "Anna Lund", "refuses", "deal would include money for the dam", ""),
    ("Anna Lund said any contract would not include a night shift.", "Anna Lund", "refuses", "any contract would not include a night shift", ""),
    ("Anna Lund said the pay cut was a deal-breaker.", "Anna Lund", "refuses", "the pay cut", ""),
    ("Anna Lund and Per Holm countered with a raise of 4 percent.", "Anna Lund", "offers", "a raise of 4 percent", ""),
    ("Anna Lund countered with $2 million for repairs.", "Anna Lund", "offers", "$2 million for repairs", ""),
    ("Olga Olsen told the mayor he could not speak in the hall until the strike was over.", "Olga Olsen", "refuses", "he could not speak in the hall", "until"),
    ("Anna Lund said the mayor should re-open the port.", "Anna Lund", "demands", "re-open the port", ""),
    ("Anna Lund announced on Thursday that she would delay the vote.", "Anna Lund", "commits", "delay the vote", ""),
    ("Anna Lund said the Drivers Union would accept the offer if it is raised.", "Drivers Union", "accepts", "the offer", "if"),
    ("Karl Lind spoke in Oslo. The Lind campaign said Tuesday that Mr. Lind would restore the grants.", "Karl Lind", "commits", "restore the grants", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "stance", "action", "kind"), TOLD)
def test_an_answer_is_its_givers(
    text: str, party: str, stance: str, action: str, kind: str, language: Language
) -> None:
    assert [p[:4] for p in told(text, language)] == [(party, stance, action, kind)]


def test_an_offer_branded_in_pieces_is_refused(language: Language) -> None:
    [p] = told("Anna Lund had called his early proposal “a non-starter.”", language)
    assert p[:2] == ("Anna Lund", "refuses")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lund countered with a joke.",
        "Anna Lund said talks would resume when the holidays end.",
        "Anna Lund said the annual report would not include photographs.",
        "Anna Lund told reporters she could not see the ship.",
    ],
)
def test_what_answers_nobody_is_no_position(text: str, language: Language) -> None:
    assert told(text, language) == []
