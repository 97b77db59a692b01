import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from twosource.model import (
    Actor,
    Comparison,
    Condition,
    Difference,
    Grouped,
    Mention,
    Position,
    Quote,
    Reading,
    Record,
    Report,
    Span,
)
from twosource.render import terminal, terminal_comparisons, terminal_groups, terminal_reading
from twosource.render.paper import Sheet

from .odd import HOSTILE, hostile, large
from .sample import sample

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("make", [sample, hostile, large])
@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_asked(make: Callable[[], Record], width: int) -> None:
    for line in terminal(make(), width=width).splitlines():
        assert cell_len(line) <= width


def test_wide_characters_count_as_two_cells() -> None:
    record = replace(sample(), status="東京" * 60)
    assert all(cell_len(line) <= 80 for line in terminal(record).splitlines())


@pytest.mark.parametrize("make", [sample, hostile])
def test_without_colour_there_is_no_escape_code(make: Callable[[], Record]) -> None:
    assert not CONTROLS.search(terminal(make(), color=False))


def test_without_colour_the_environment_does_not_bring_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in terminal(sample())


def test_with_colour_only_our_own_codes_appear() -> None:
    shown = terminal(hostile(), color=True)
    assert "\x1b[" in shown
    assert not CONTROLS.search(re.sub(r"\x1b\[[0-9;]*m", "", shown))
    assert "[bold red]rich[/]" in re.sub(
        r"\x1b\[[0-9;]*m|\s+", lambda m: "" if m[0][0] == "\x1b" else " ", shown
    )


def test_the_record_reads_from_new_to_known() -> None:
    shown = terminal(sample())
    order = ["Talks on the Sel Gorge dam", "Postponed on 6 May", "BRIEF", "CONFLICTS", "STANDOFF"]
    order += ["WHO WANTS WHAT", "WHO SAID WHAT", "CORROBORATED", "SINGLE SOURCE", "TIMELINE", "REPORTS"]
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert "Kessia waits for Vardany: “return to the table” — “the sluices are" in shown
    assert "[3] Strand Wire, 6 May 2031 (inferred)" in shown
    assert "copies\n    42 % from Strand Wire [3]" in shown
    assert "Orla Brandt: “We will not return to the table until the sluices are opened”" in shown


def test_what_is_thought_is_told_from_what_is_said() -> None:
    shown = terminal(sample())
    assert shown.count("(thought, not said): ") == 1


def test_an_update_is_told_from_a_conflict() -> None:
    shown = terminal(sample())
    assert "≠ CONFLICT How many lost their harvest?" in shown
    assert "→ update When do the talks open?" in shown


def test_an_empty_record_says_so_in_few_lines() -> None:
    empty = Record(title="", status="", from_day=None, to_day=None, reports=(), independent_sources=0)
    shown = terminal(empty)
    assert "Untitled story" in shown
    assert "No conflict found." in shown
    assert len(shown.splitlines()) < 12


def test_what_is_left_out_is_counted() -> None:
    assert "… and 490 more corroborated facts (see --format html)" in terminal(large())


def _reading() -> Reading:
    text = '"We sail on Monday," Ada Holm said, if the strike ends. ' + HOSTILE
    return Reading(
        report=Report(id="x", text=text, title=HOSTILE, outlet="Quay Times"),
        actors=(
            Actor(
                id="a1", name="Ada Holm", type="person", mentions=(Mention(start=20, end=28, kind="name"),)
            ),
        ),
        quotes=(
            Quote(
                id="q1",
                speaker="a1",
                source=None,
                cue=None,
                content=(Span(start=0, end=19), Span(start=56, end=len(text))),
                kind="direct",
                attribution="named",
                sentences=(),
            ),
        ),
        positions=(
            Position(
                id="p1",
                party="a1",
                stance="commits",
                action=Span(start=4, end=18),
                condition=Condition(kind="if", span=Span(start=38, end=54)),
                sentence="s1",
            ),
        ),
    )


def test_a_reading() -> None:
    shown = terminal_reading(_reading())
    assert not CONTROLS.search(shown)
    assert "Ada Holm commits: “sail on Monday” — if: “the strike ends”" in shown
    assert all(cell_len(line) <= 80 for line in shown.splitlines())
    assert "No quote, position or event found." in terminal_reading(Reading(report=Report(id="e", text="")))


def test_groups_name_their_copies() -> None:
    grouped = [Grouped(id="a", story="s1"), Grouped(id="b", story="s1", copy_of="a", copied_share=0.82)]
    shown = terminal_groups(grouped, [Report(id="a", text="", outlet="Quay Times")])
    assert "2 reports, 1 story" in shown
    assert "b — copies 82 % from Quay Times" in shown


def test_comparisons() -> None:
    verdict = Comparison(
        id="1",
        relation="conflicts",
        score=0.71,
        differences=(Difference(about="number", a="40 ships", b=None),),
        copy="independent",
        copied_share=0,
        why="\x1b[2Jtwo numbers",
    )
    shown = terminal_comparisons([verdict], [("1", "40 ships left.", HOSTILE)])
    assert "number: 40 ships ≠ not stated" in shown
    assert "a 40 ships left." in shown
    assert not CONTROLS.search(shown)
    assert terminal_comparisons([]) == "No pair to compare.\n"


def test_one_left_out_is_told_in_the_singular() -> None:
    shown = []
    for count, what in ((1, "parties"), (2, "parties"), (1, "events that changed")):
        sheet = Sheet(width=80, color=False)
        sheet.more(count, what)
        shown.append(sheet.text().strip())
    assert shown == ["… and 1 more party", "… and 2 more parties", "… and 1 more event that changed"]
