"""No id twice, whatever the order."""

from itertools import permutations

from twosource.intake import distinct
from twosource.model import Report


def report(text: str, source: str) -> Report:
    return Report(id="strike", text=text, source=source)


def test_new_ids_do_not_depend_on_the_order() -> None:
    reports = [report("One.", "a.txt"), report("Two.", "b.txt"), report("One.", "c.txt")]
    outcomes = {tuple(sorted((r.id, r.source) for r in distinct(order))) for order in permutations(reports)}
    assert len(outcomes) == 1
    (ids,) = outcomes
    assert len({name for name, _ in ids}) == 3
    assert all(name.startswith("strike~") and len(name) == len("strike~") + 6 for name, _ in ids)


def test_the_same_report_twice_is_kept_once() -> None:
    same = [report("One.", "a.txt"), report("One.", "a.txt")]
    assert [r.id for r in distinct(same)] == ["strike"]


def test_reports_without_clashes_are_left_alone() -> None:
    reports = [report("One.", "a.txt"), Report(id="other", text="One.", source="a.txt")]
    assert distinct(reports) == reports


def test_a_made_clash_with_a_new_id_is_avoided() -> None:
    reports = [report("One.", "a.txt"), report("Two.", "b.txt")]
    taken = Report(id=distinct(reports)[0].id, text="Three.", source="c.txt")
    assert len({r.id for r in distinct([*reports, taken])}) == 3
