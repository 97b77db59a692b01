"""What only the model sees is given when somebody says or holds it, never when somebody does it."""

import pytest

from twosource.reading.document import Line
from twosource.reading.quote_cues import Cue, cue_at
from twosource.reading.quote_marks import find_marked
from twosource.reading.quote_model import weights
from twosource.reading.quote_proposals import Proposed, can_speak, is_thing, needed
from twosource.reading.quote_rules import quoted_in
from twosource.reading.quote_speakers import source_at

from .quoting import document_of


def proposed(text: str, cue: str, source: str, content: str, name: str = "ccomp") -> tuple[Line, Proposed]:
    """A proposal for the sentence, its parts given by their words."""
    line = document_of(text + "\n").lines[0]
    words = line.parse.words
    found = cue_at(line.parse, words.index(cue)) or Cue(head=0, first=0, stop=1, sort="verb")
    head = words.index(source)
    start = text.index(content)
    return line, Proposed(
        cue=found,
        source=source_at(line.parse, found, head),
        content=[(start, start + len(content))],
        names=[name],
    )


def odds_for(text: str, cue: str, source: str, content: str, name: str = "ccomp") -> float:
    line, said = proposed(text, cue, source, content, name)
    marks = find_marked(line.text, [(0, len(line.text))])
    return needed(line, quoted_in(line, marks), said, (), weights().cutoffs)


def test_a_reported_clause_needs_no_more_than_any_cue() -> None:
    text = "The mayor believes that the strike will end on Friday."
    found = odds_for(text, "believes", "mayor", "that the strike will end on Friday")
    assert found == weights().cutoffs["cue"]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "name"),
    [
        ("The council passed a law on night shifts.", "passed", "council", "a law on night shifts", "dobj"),
        ("Ruiz withdrew the ferry from the northern route.", "withdrew", "Ruiz", "the ferry", "dobj"),
        ("Ruiz sought to win over the union.", "sought", "Ruiz", "to win over the union", "xcomp"),
        ("The port shows how the town grew.", "shows", "port", "how the town grew", "ccomp"),
        ("Ruiz wants to win.", "wants", "Ruiz", "to win", "xcomp"),
    ],
)  # fmt: skip
def test_deeds_and_things_are_no_words(text: str, cue: str, source: str, content: str, name: str) -> None:
    assert odds_for(text, cue, source, content, name) == float("inf")


def test_what_somebody_opposes_needs_more_than_a_clause() -> None:
    text = "The union opposes a ban on night shifts."
    assert odds_for(text, "opposes", "union", "a ban on night shifts", "dobj") == weights().cutoffs["thing"]


def test_a_quotation_of_several_words_is_no_thing() -> None:
    text = "Ruiz opposed “the worst ban of all years” in the port."
    line, said = proposed(text, "opposed", "Ruiz", "“the worst ban of all years”", "dobj")
    quoted = quoted_in(line, find_marked(line.text, [(0, len(line.text))]))
    assert not is_thing(line, quoted, said.content, said.names)
    assert is_thing(line, quoted_in(line, ()), said.content, said.names)


def test_people_bodies_and_texts_speak_and_machines_do_not() -> None:
    for text, head, speaks in (
        ("The harbour crane says that it rains.", "crane", False),
        ("The union says that it rains.", "union", True),
        ("The survey says that it rains.", "survey", True),
        ("Economists say that it rains.", "Economists", True),
        ("They say that it rains.", "They", True),
    ):
        line = document_of(text + "\n").lines[0]
        cue = cue_at(line.parse, next(i for i, w in enumerate(line.parse.lemmas) if w == "say"))
        assert cue is not None
        assert can_speak(line.parse, source_at(line.parse, cue, line.parse.words.index(head))) is speaks, text


def test_a_judgement_with_its_reason_says_more_than_a_bare_one() -> None:
    full, bare = "The mayor praised the crew for staying late.", "The mayor praised the crew."
    reasoned = odds_for(full, "praised", "mayor", "the crew for staying late", "dobj")
    assert reasoned == weights().cutoffs["reasoned"]
    assert odds_for(bare, "praised", "mayor", "the crew", "dobj") == weights().cutoffs["judged"] > reasoned
