"""The same utterance in several reports is one quote with variants."""

from typing import Any

import pytest

from twosource.model import Date, Quote, Reading, Report, Span
from twosource.weighing.quote_words import contains, wording
from twosource.weighing.quotes import merge_quotes


def reading(name: str, *said: tuple[str, str | None], **more: Any) -> Reading:
    """A report that consists of quotes (content, speaker), one a line; each speaker is a named actor."""
    text = "\n".join(words for words, _ in said)
    quotes, at = [], 0
    for n, (words, speaker) in enumerate(said):
        quotes.append(
            Quote(
                id=f"q{n + 1}",
                speaker=speaker,
                source=None,
                cue=None,
                content=(Span(start=at, end=at + len(words)),),
                kind="direct" if words.startswith('"') else "indirect",
                attribution="named" if speaker else "none",
                sentences=("s1",),
                **more,
            )
        )
        at += len(words) + 1
    return Reading(report=Report(id=name, text=text), quotes=tuple(quotes))


def who(*readings: Reading) -> dict[tuple[str, str], str]:
    """Every actor under its own name."""
    return {(r.report.id, q.speaker): q.speaker for r in readings for q in r.quotes if q.speaker}


OPEN = '"The port will open on Monday and the crews will be paid,"'


def test_identical_quotes_are_one_without_variants() -> None:
    a, b = reading("a", (OPEN, "ruiz")), reading("b", (OPEN, "ruiz"))
    (quote,) = merge_quotes([a, b], who(a, b))
    assert (quote.id, quote.speaker, len(quote.evidence), quote.variants) == ("q1", "ruiz", 2, ())


def test_a_cut_quote_is_a_variant_and_the_fullest_stands_for_all() -> None:
    a = reading("a", ('"the crews will be paid,"', "ruiz"))
    b = reading("b", (OPEN, "ruiz"))
    (quote,) = merge_quotes([a, b], who(a, b))
    assert quote.content[0].report == "b"
    assert [(v.report, v.text) for v in quote.variants] == [("a", '"the crews will be paid,"')]


def test_a_reworded_quote_is_a_variant() -> None:
    a = reading("a", (OPEN, "ruiz"))
    b = reading("b", ("that the port will open Monday and that crews will all be paid", "ruiz"))
    (quote,) = merge_quotes([a, b], who(a, b))
    assert quote.kind == "direct"
    assert [v.report for v in quote.variants] == ["b"]


def test_a_quote_without_speaker_joins_and_the_known_speaker_stays() -> None:
    a, b = reading("a", (OPEN, None)), reading("b", (OPEN, "ruiz"))
    (quote,) = merge_quotes([a, b], who(a, b))
    assert (quote.speaker, quote.attribution) == ("ruiz", "named")


def test_two_known_speakers_stay_two() -> None:
    a, b = reading("a", (OPEN, "ruiz")), reading("b", (OPEN, "lind"))
    assert [q.speaker for q in merge_quotes([a, b], who(a, b))] == ["ruiz", "lind"]


def test_a_nameless_copy_does_not_bridge_two_speakers() -> None:
    a, b, c = reading("a", (OPEN, "ruiz")), reading("b", (OPEN, None)), reading("c", (OPEN, "lind"))
    assert {q.speaker for q in merge_quotes([a, b, c], who(a, b, c))} == {"ruiz", "lind"}


def test_another_figure_or_a_denial_is_another_quote() -> None:
    a = reading("a", ("that 300 dockworkers will lose their jobs at the northern harbor", "ruiz"))
    b = reading("b", ("that 500 dockworkers would lose their jobs at the northern harbor", "ruiz"))
    c = reading("c", ("that 300 dockworkers will not lose jobs at the northern harbor", "ruiz"))
    assert len(merge_quotes([a, b], who(a, b))) == 2
    assert len(merge_quotes([a, c], who(a, c))) == 2


def test_reworded_on_another_day_is_another_quote() -> None:
    def day(value: str) -> Date:
        return Date(start=0, end=1, text="x", type="DATE", value=value, earliest=value, latest=value)

    a = reading("a", ("the harbor crews will return to northern docks", "ruiz"), said_on=day("2031-05-06"))
    b = reading(
        "b", ("harbor crews would return to the northern docks soon", "ruiz"), said_on=day("2031-05-09")
    )
    assert len(merge_quotes([a, b], who(a, b))) == 2


def test_short_and_unlike_quotes_stay_apart() -> None:
    a = reading("a", ('"We will see,"', "ruiz"), ('"The owners lied to every crew,"', "ruiz"))
    b = reading("b", ('"We will not,"', "ruiz"), ('"The harbor needs a new crane,"', "ruiz"))
    assert len(merge_quotes([a, b], who(a, b))) == 4


def test_one_told_within_another_stays_two() -> None:
    text = "Lind had told the owners that the northern harbor would open on Monday"
    report = Report(id="a", text=text)
    spans = (Span(start=0, end=len(text)), Span(start=text.index("that"), end=len(text)))
    quotes = tuple(
        Quote(id=f"q{n}", speaker=None, source=None, cue=None, content=(s,), kind="indirect",
              attribution="none", sentences=("s1",))
        for n, s in enumerate(spans)
    )  # fmt: skip
    assert len(merge_quotes([Reading(report=report, quotes=quotes)], {})) == 2


def test_many_copies_are_one_quote() -> None:
    many = [reading(f"r{n:03}", (OPEN, "ruiz")) for n in range(300)]
    (quote,) = merge_quotes(many, who(*many))
    assert len(quote.evidence) == 300


LONG = '"There is no need for tests any more, and the mill in the valley will be closed for good,"'


def one(first: str, second: str, speaker: str | None = "ruiz", other: str | None = "ruiz") -> bool:
    """Whether two quotes of two reports become one."""
    a, b = reading("a", (first, speaker)), reading("b", (second, other))
    return len(merge_quotes([a, b], who(a, b))) == 1


def test_a_few_words_cut_from_a_quote_are_that_quote_where_one_known_speaker_says_both() -> None:
    assert one('"no need for tests"', LONG)
    assert not one('"no need for tests"', LONG, None, "ruiz")
    assert not one('"for good"', LONG)


CUTS = [  # what a report keeps of LONG; whether it can be cut from it
    ('"There is no need for tests … the mill in the valley will be closed"', True),
    ('"There is no need for tests. . . . The mill in the valley will be closed"', True),
    ('"no need for [missile] tests any more"', True),
    ('"[They say] the mill in the valley will be closed for good"', True),
    ('"the mill in the valley ... no need for tests"', False),
    ('"no need for more tests"', False),
    ('"..."', False),
]


@pytest.mark.parametrize(("cut", "kept"), CUTS)
def test_ellipses_and_brackets_are_gaps(cut: str, kept: bool) -> None:
    assert contains(wording(LONG), wording(cut)) is kept
    assert not kept or one(cut, LONG)


def test_curly_and_straight_marks_read_the_same() -> None:
    a = reading("a", ("\"We don't need the owners' money for this bridge,\"", "ruiz"))
    b = reading("b", ("“We don’t need the owners’ money for this bridge.”", "ruiz"))
    (quote,) = merge_quotes([a, b], who(a, b))
    assert quote.variants == ()


def test_an_indirect_quote_of_the_same_words() -> None:
    assert one(
        "that there was no longer a need for tests and that the mill in the valley would be closed", LONG
    )


def test_a_quoted_phrase_in_a_reported_clause_is_cut_from_the_quote() -> None:
    text = 'that the region had "no need for tests any more" after the vote'
    report = Report(id="a", text=text)
    mixed = Quote(
        id="q1", speaker="ruiz", source=None, cue=None, content=(Span(start=0, end=len(text)),), kind="mixed",
        attribution="named", sentences=("s1",),
    )  # fmt: skip
    a, b = Reading(report=report, quotes=(mixed,)), reading("b", (LONG, "ruiz"))
    (quote,) = merge_quotes([a, b], who(a, b))
    assert quote.kind == "direct"
    assert [v.text for v in quote.variants] == [text]


def test_a_translation_in_other_words() -> None:
    assert one(
        '"The fishermen of the north will never accept a border in the middle of the sea,"',
        '"Northern fishermen will never accept borders in the middle of the sea,"',
    )


def test_a_slogan_on_two_days_is_said_twice() -> None:
    def day(value: str) -> Date:
        return Date(start=0, end=1, text="x", type="DATE", value=value, earliest=value, latest=value)

    a = reading("a", ('"Bread and peace,"', "ruiz"), said_on=day("2031-05-06"))
    b = reading("b", ('"Bread and peace,"', "ruiz"), said_on=day("2031-05-09"))
    assert len(merge_quotes([a, b], who(a, b))) == 2
    c = reading("c", ('"Bread and peace,"', "ruiz"), said_on=day("2031-05-06"))
    assert len(merge_quotes([a, c], who(a, c))) == 1


def test_what_is_thought_stays_so() -> None:
    a = reading("a", ("that the northern harbor will open on Monday", "ruiz"), manner="thought")
    (quote,) = merge_quotes([a], who(a))
    assert quote.manner == "thought"


def test_two_words_by_nobody_are_no_utterance() -> None:
    assert not one("additional proof", "additional proof", None, None)
    assert one("additional proof", "additional proof")


def test_four_like_words_by_nobody_are_no_utterance() -> None:
    assert not one(
        '"Mara Lind has a very simple test,"', "a simple test by the founder Mara Lind", None, None
    )
