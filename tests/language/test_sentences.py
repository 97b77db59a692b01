import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.language import split
from twosource.language.sentences import LONGEST


def told(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Port talks collapse in Velmora\n\nDock workers walked out on Monday.\nThey will stay out.",
            ["Port talks collapse in Velmora", "Dock workers walked out on Monday.", "They will stay out."],
        ),
        ("Mr. Roe met Dr. Ana Ruiz. She left.", ["Mr. Roe met Dr. Ana Ruiz.", "She left."]),
        ("Sen. Lind lives in St. Anselm.", ["Sen. Lind lives in St. Anselm."]),
        ("The U.S. Treasury paid. It was late.", ["The U.S. Treasury paid.", "It was late."]),
        ("He lives in the U.S. The firm is his.", ["He lives in the U.S.", "The firm is his."]),
        ("They met in the U.S. on Monday.", ["They met in the U.S. on Monday."]),
        ("Harbor Lines Inc. owns 40 ships. It grew.", ["Harbor Lines Inc. owns 40 ships.", "It grew."]),
        (
            "It was sold to Acme Corp. The price is secret.",
            ["It was sold to Acme Corp.", "The price is secret."],
        ),
        ("She left at 9 a.m. The talks went on.", ["She left at 9 a.m.", "The talks went on."]),
        ("She left at 9 a.m. Monday.", ["She left at 9 a.m. Monday."]),
        ("He was born on Jan. 5. He is old.", ["He was born on Jan. 5.", "He is old."]),
        ("It was sold in Jan. 2031.", ["It was sold in Jan. 2031."]),
        ("J. R. Roe spoke. A. B. Lind followed.", ["J. R. Roe spoke.", "A. B. Lind followed."]),
        ("So did I. Then we left.", ["So did I.", "Then we left."]),
        ("It rose from 3.5 to 4.2 percent. No. 7 lost.", ["It rose from 3.5 to 4.2 percent.", "No. 7 lost."]),
        ("The bill (H.R. 5) passed. It was late.", ["The bill (H.R. 5) passed.", "It was late."]),
        ("What is next? Nobody knows! Really?!", ["What is next?", "Nobody knows!", "Really?!"]),
        ("Roe (who was ill) left. The rest stayed.", ["Roe (who was ill) left.", "The rest stayed."]),
    ],
)
def test_stops_and_abbreviations(text: str, sentences: list[str]) -> None:
    assert told(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('"Why?" Roe asked. Nobody knew.', ['"Why?" Roe asked.', "Nobody knew."]),
        ('"Stop!" shouted the old man. They ran.', ['"Stop!" shouted the old man.', "They ran."]),
        ('"Why now?" Because money ran out.', ['"Why now?"', "Because money ran out."]),
        ('"It is over," Roe said. "We go." He left.', ['"It is over," Roe said.', '"We go."', "He left."]),
        ("“We will not pay.” The union shrugged.", ["“We will not pay.”", "The union shrugged."]),
        (
            "Roe said: \"She told me 'We sign.'\" Then he left.",
            ["Roe said: \"She told me 'We sign.'\"", "Then he left."],
        ),
        ('"Peace is near. " He left at once.', ['"Peace is near. "', "He left at once."]),
        ('He asked: "Is it No. 5?" and left.', ['He asked: "Is it No. 5?" and left.']),
        ('"We are ready."The union shrugged.', ['"We are ready."', "The union shrugged."]),
    ],
)
def test_quotation_marks(text: str, sentences: list[str]) -> None:
    assert told(text) == sentences


def test_ellipses_in_a_sentence_do_not_end_it() -> None:
    assert told("They waited... and waited. Then nothing… The end.") == [
        "They waited... and waited.",
        "Then nothing…",
        "The end.",
    ]


WRAPPED = """Dock workers in the port of Velmora walked out on Tuesday after
talks over pay broke down, and the harbour office said that some
forty ships were waiting outside the breakwater. Union leaders had
asked for a rise of nine per cent over two years, while the port
authority offered half of that. Grain traders warned that a stoppage
would empty silos."""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_wrapped_by_hand_is_joined_across_its_line_ends(end: str) -> None:
    sentences = [" ".join(s.split()) for s in told(WRAPPED.replace("\n", end))]
    assert len(sentences) == 3
    assert sentences[1].startswith("Union leaders had asked for")
    assert sentences[1].endswith("half of that.")


def test_lines_that_are_not_wrapped_are_sentences_of_their_own() -> None:
    assert told("Ferries: late\r\nTrams: on time\r\n\r\nAll left.") == [
        "Ferries: late",
        "Trams: on time",
        "All left.",
    ]


def test_a_sentence_past_the_limit_is_cut_at_a_blank() -> None:
    text = "word " * 1000
    parts = told(text)
    assert all(len(p) <= LONGEST for p in parts)
    assert {w for p in parts for w in p.split()} == {"word"}
    assert sum(len(p.split()) for p in parts) == 1000


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\u2029"])
def test_nothing_but_white_space_has_no_sentence(text: str) -> None:
    assert split(text) == []


PIECES = st.sampled_from(
    ["Roe", "said", "U.S.", "Mr.", "no", ". ", "? ", "! ", '"', "“", "”",
     "'", " ", "\n", "\r\n", "\n\n", "…", "(", ")", "5", "é", "\u00a0", "語", "a.m.", "\t"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=120).map("".join)))
def test_spans_are_ordered_trimmed_and_cover_all_ink(text: str) -> None:
    at = 0
    for start, end in split(text):
        assert at <= start < end <= len(text)
        assert end - start <= LONGEST
        assert text[start:end] == text[start:end].strip()
        assert not text[at:start].strip(), "ink between two sentences"
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "text",
    ["a" * 2_000_000, '"' * 2_000_000, "." * 2_000_000, ". " * 150_000, "A." * 300_000, '. "' * 100_000,
     "Mr. " * 100_000, "a\n" * 150_000, ".'\"" * 300_000, " " * 2_000_000, "a " * 600_000, '!" A ' * 80_000],
    ids=lambda t: repr(t[:5]),
)  # fmt: skip
def test_hostile_text_takes_linear_time(text: str) -> None:
    before = time.process_time()
    split(text)
    assert time.process_time() - before < 5  # a quadratic pass over the shortest of these takes minutes


def test_a_long_run_of_stops_inside_a_word_costs_no_more_than_its_length() -> None:
    start = time.process_time()
    split("A word" + "." * 60_000 + "and on." + "!?" * 30_000 + "x")
    assert time.process_time() - start < 1.0
