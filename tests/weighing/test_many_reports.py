"""A story told by three reporters and printed hundreds of times has three sources, and so have its claims."""

import time

import pytest

from tests.weighing.many_reports import Printed, many_reports
from tests.weighing.sample_story import language
from twosource import read_all, record
from twosource.model import Record


def weighed(printed: list[Printed]) -> Record:
    return record(list(read_all([p.report for p in printed], language=language())), language=language())


def rightly_counted(found: Record, printed: list[Printed]) -> tuple[int, int]:
    """Claims whose number of sources is that of the reporters behind their evidence, and all claims."""
    origin = {p.report.id: p.origin for p in printed}
    right = [c.independent_sources == len({origin[e.report] for e in c.evidence}) for c in found.claims]
    return sum(right), len(right)


def told_by_several(found: Record, printed: list[Printed]) -> int:
    origin = {p.report.id: p.origin for p in printed}
    return sum(len({origin[e.report] for e in c.evidence}) > 1 for c in found.claims)


def test_twenty_four_reports_of_three_reporters_have_three_sources() -> None:
    printed = many_reports(24)
    found = weighed(printed)
    right, of = rightly_counted(found, printed)
    assert found.independent_sources == 3
    assert right >= 0.95 * of, (right, of)
    assert told_by_several(found, printed) >= 2


@pytest.mark.slow
def test_two_hundred_reports_of_three_reporters_have_three_sources() -> None:
    printed = many_reports(200, seed=7)
    started = time.perf_counter()
    found = weighed(printed)
    taken = time.perf_counter() - started
    right, of = rightly_counted(found, printed)
    assert found.independent_sources == 3
    assert right >= 0.95 * of, (right, of)
    assert told_by_several(found, printed) >= 2
    assert taken < 60, taken
