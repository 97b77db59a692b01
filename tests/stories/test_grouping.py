"""Which reports tell the same story."""

import random

from tests.weighing.news import BUDGET, FLOOD, OTHER_FLOOD, STRIKE, STRIKE_LATER
from twosource.model import Report
from twosource.stories import group
from twosource.stories.cluster import average_link
from twosource.stories.weights import vectors

REPORTS = [
    Report(id="strike", text=STRIKE, title="Dock strike closes Velmora port", published="2031-03-04"),
    Report(
        id="strike-2", text=STRIKE_LATER, title="Velmora port strike in second day", published="2031-03-05"
    ),
    Report(id="strike-3", text=STRIKE, outlet="Bay News", published="2031-03-05"),
    Report(id="budget", text=BUDGET, title="Parliament passes budget", published="2031-03-06"),
    Report(id="flood", text=FLOOD, title="River floods Kestrel Falls", published="2031-03-02"),
    Report(id="flood-2", text=OTHER_FLOOD, title="Kestrel Falls counts the damage", published="2031-03-03"),
]


def stories(reports: list[Report]) -> dict[str, str]:
    return {g.id: g.story for g in group(reports)}


def test_reports_of_one_event_stand_together() -> None:
    found = stories(REPORTS)
    assert found["strike"] == found["strike-2"] == found["strike-3"]
    assert found["flood"] == found["flood-2"]
    assert len(set(found.values())) == 3


def test_copies_are_named() -> None:
    copy = next(g for g in group(REPORTS) if g.id == "strike-3")
    assert copy.copy_of == "strike"
    assert copy.copied_share == 1.0


def test_order_of_input_does_not_matter() -> None:
    first = stories(REPORTS)
    for seed in range(4):
        mixed = random.Random(seed).sample(REPORTS, len(REPORTS))
        assert [g.id for g in group(mixed)] == [r.id for r in mixed]
        assert stories(mixed) == first


def test_a_story_keeps_its_id_when_reports_are_added() -> None:
    assert stories(REPORTS[:1])["strike"] == stories(REPORTS)["strike-2"]


def test_months_apart_is_another_story() -> None:
    later = Report(
        id="flood-2", text=OTHER_FLOOD, title="Kestrel Falls counts the damage", published="2032-11-03"
    )
    found = stories([REPORTS[4], later])
    assert found["flood"] != found["flood-2"]


def test_a_page_of_several_stories_joins_none() -> None:
    page = "\n".join(t for s in (STRIKE, BUDGET, FLOOD) for t in s.split("\n")[:5])
    found = stories([*REPORTS, Report(id="page", text=page, published="2031-03-01")])
    assert len({found[n] for n in ("strike", "budget", "flood")}) == 3


def test_odd_input() -> None:
    assert group([]) == ()
    odd = [
        Report(id="a", text=""),
        Report(id="b", text=""),
        Report(id="c", text="\x00" * 50, published="soon"),
    ]
    assert len({g.story for g in group(odd)}) == 3
    assert group([Report(id="a", text="x " * 500_000)])[0].story.startswith("s")


def test_average_link_needs_the_mean_not_one_near_pair() -> None:
    texts = ["ferry harbour crane", "ferry harbour crane grain", "grain silo harvest", "harvest silo tractor"]
    reports = [Report(id=str(i), text=t) for i, t in enumerate(texts)]

    def same(item: int, others):  # type: ignore[no-untyped-def]
        return others * 0.0 + 1.0

    assert average_link(vectors(reports), 0.3, same) == [0, 0, 2, 2]
