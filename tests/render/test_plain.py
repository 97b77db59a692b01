import pytest

from twosource.render.plain import clip, day, one_line, paired, plain, plural, safe_url, spelled, unquoted


def test_escape_sequences_and_controls_are_shown_as_a_sign() -> None:
    assert plain("a\x1b[31mb\x07\x9bc\x00") == "a\ufffd[31mb\ufffd\ufffdc\ufffd"


def test_direction_overrides_and_invisible_characters_vanish() -> None:
    assert plain("pay\u202e001\u202c \u2066now\u2069\u200b\U000e0041") == "pay001 now"


def test_lone_surrogates_can_be_written_out() -> None:
    plain("\ud800").encode()


def test_line_breaks_stay_and_one_line_folds_them() -> None:
    assert plain("one\r\ntwo") == "one\ntwo"
    assert one_line(" one\r\n\ttwo ") == "one two"


def test_letters_of_other_scripts_and_joined_emoji_stay() -> None:
    assert plain("Müller, Ζωή, 東京, 👩‍🚒") == "Müller, Ζωή, 東京, 👩‍🚒"


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2031-05-06", "6 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-05-06T18:20:00+02:00", "6 May 2031, 18:20 +02:00"),
        ("2031-05-06T18:20:00.5Z", "6 May 2031, 18:20 UTC"),
        ("2031-13-06", "2031-13-06"),
        ("2031-W12", "2031-W12"),
        ("spring", "spring"),
        (None, "day not stated"),
        ("", "day not stated"),
    ],
)
def test_days_as_an_editor_writes_them(date: str | None, shown: str) -> None:
    assert day(date) == shown


def test_clip_cuts_between_words() -> None:
    assert clip("the ferry did not leave the harbour", 20) == "the ferry did not…"
    assert clip("short", 20) == "short"
    assert len(clip("x" * 10_000_000, 20)) == 20


def test_only_web_addresses_become_links() -> None:
    assert safe_url("https://a.example/x?y=1") == "https://a.example/x?y=1"
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "https://a b",
        'http://a"b',
        None,
        "",
    ):
        assert safe_url(bad) is None


def test_marks_around_words_are_taken_off() -> None:
    assert unquoted("“Nobody leaves,”") == "Nobody leaves"
    assert unquoted("it said") == "it said"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('the "last offer" of the mill"', 'the "last offer" of the mill'),
        ('leave the hall" if it is not "worth it', "leave the hall if it is not worth it"),
        ("reopen the pass”", "reopen the pass"),
        ("the “last offer”", "the “last offer”"),
    ],
)
def test_quotation_marks_without_a_partner_are_not_shown(text: str, shown: str) -> None:
    assert paired(text) == shown


def test_plural() -> None:
    assert (plural(1, "story", "stories"), plural(2000, "story", "stories")) == ("1 story", "2,000 stories")


def test_days_in_brackets_are_written_out() -> None:
    assert spelled("Easter (2031-04-12/2031-04-13)") == "Easter (12 April 2031 to 13 April 2031)"
    assert spelled("Thursday (2031-03-06)") == "Thursday (6 March 2031)"
    assert spelled("two (of 40)") == "two (of 40)"
