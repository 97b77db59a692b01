import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twosource.weighing.wording import clip, day_words, days_words, finished, listed, spelled


def test_clip_keeps_what_fits_on_one_line() -> None:
    assert clip("  two\n words ") == "two words"
    assert clip("one two three", 13) == "one two three"


def test_clip_cuts_at_a_word() -> None:
    assert clip("one two, three", 10) == "one two…"


@given(st.text(max_size=400), st.integers(12, 80))
@example("a" * 300, 40)
@example("wor " * 90, 41)
def test_clipped_text_is_one_line_within_its_length(text: str, longest: int) -> None:
    line = clip(text, longest)
    assert len(line) <= longest
    assert "\n" not in line
    assert line == line.strip()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("the talks failed", "The talks failed."),
        ("The talks failed.", "The talks failed."),
        ("why now?", "Why now?"),
        ('he said "no."', 'He said "no."'),
        ("“no way!”", "“no way!”"),
        ("the talks failed,", "The talks failed."),
        ("  ", ""),
    ],
)
def test_finished(text: str, sentence: str) -> None:
    assert finished(text) == sentence


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2031-03-07", "2031-03-07", "Friday 7 March 2031"),
        ("2031-03-07", None, "Friday 7 March 2031"),
        (None, "2031-03-07", "Friday 7 March 2031"),
        ("2031-02-01", "2031-02-28", "February 2031"),
        ("2032-02-01", "2032-02-28", "between Sunday 1 February 2032 and Saturday 28 February 2032"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-03-07", "2031-03-09", "between Friday 7 March 2031 and Sunday 9 March 2031"),
        (None, None, ""),
        ("soon", "later", "soon to later"),
    ],
)
def test_days(earliest: str | None, latest: str | None, words: str) -> None:
    assert days_words(earliest, latest) == words


def test_what_is_no_day_is_given_back() -> None:
    assert day_words("2031-13-40") == "2031-13-40"


@given(st.lists(st.sampled_from(["Roe", "Lind", "Berg"]), max_size=5))
def test_names_in_a_row(some: list[str]) -> None:
    line = listed(some, "or")
    assert line.count(" or ") == (len(some) > 1)
    assert line.replace(" or ", ", ") == ", ".join(some)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Thursday (2031-03-06)", "Thursday (6 March 2031)"),
        ("next week (2031-03-31/2031-04-06)", "next week (31 March 2031 to 6 April 2031)"),
        ("40 cranes (2 of them new)", "40 cranes (2 of them new)"),
        ("(2031-99-99)", "(2031-99-99)"),
    ],
)
def test_days_in_brackets_are_written_out(value: str, shown: str) -> None:
    assert spelled(value) == shown
