"""The same utterance in several reports is one quote with variants."""

from typing import Any

from twosource.model import Date, Quote, Reading, Report, Span
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
