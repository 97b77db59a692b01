"""Copies: kinds, shares, direction, families, digests, boilerplate, odd input."""
# ruff: noqa: E501 (sentences of the samples)

import random
import time

import pytest

from twosource.model import Report, Span
from twosource.weighing.copies import Copy, families, find_copies, pair_copy
from twosource.weighing.copies_words import agency_mark, own_words

from .news import BUDGET, FLOOD, OTHER_FLOOD, STRIKE, STRIKE_LATER


def report(name: str, text: str, **more: object) -> Report:
    return Report(id=name, text=text, **more)  # type: ignore[arg-type]


def by_id(*reports: Report) -> dict[str, Copy]:
    return {c.report: c for c in find_copies(reports)}


class TestPair:
    def test_same_text_is_a_reprint(self) -> None:
        assert pair_copy(STRIKE, STRIKE)[:2] == ("reprint", 1.0)

    def test_cut_at_the_end_is_a_reprint(self) -> None:
        kind, share, why = pair_copy(STRIKE, "\n".join(STRIKE.split("\n")[:4]))
        assert kind == "reprint"
        assert share > 0.95
        assert "own words" in why

    def test_spun_synonyms_are_seen_through(self) -> None:
        a = "The USA said on Friday that it would send 3 more ships to New York, U.S. officials said in a note to ports."
        b = "The United States says on Friday that it would send three more ships to NY, US officials say in a note to ports."
        assert pair_copy(a * 2, b * 2).kind == "reprint"

    def test_new_top_over_old_text_is_derived(self) -> None:
        old = STRIKE.split("\n")
        assert pair_copy(STRIKE, STRIKE_LATER + "\n".join(old[2:4])).kind == "derived"

    def test_own_reports_of_one_event_are_independent(self) -> None:
        assert pair_copy(STRIKE, STRIKE_LATER).kind == "independent"
        assert pair_copy(FLOOD, OTHER_FLOOD).kind == "independent"

    def test_the_same_speech_is_no_copy(self) -> None:
        speech = '"We shall stay at these gates until the last clause is signed and the last shift is paid in full," '
        a = f"{speech}union chief Dora Lind told a crowd in Velmora. Rain fell on the pickets all morning long.\n"
        b = f"A defiant Dora Lind addressed her members. {speech}she cried. Traders across the bay shook their heads.\n"
        assert pair_copy(a, b).kind == "independent"

    def test_the_same_post_is_no_copy(self) -> None:
        post = "Nobody in this city will go without heating this winter as long as I hold the keys to the hall, and that is a promise.\n— Mayor Lind (@mayorlind) March 3, 2031\n"
        a = (
            "The mayor of Velmora promised warm homes.\n"
            + post
            + "Her rivals said that the coal had yet to be paid for.\n"
        )
        b = (
            "Heating is the talk of the town in Velmora this week.\n"
            + post
            + "The power company would not comment on it.\n"
        )
        assert pair_copy(a, b).kind == "independent"

    def test_page_furniture_is_no_copy(self) -> None:
        page = "Subscribe to our newsletter and never miss the news of the day again, dear reader.\n" * 4
        assert pair_copy(page + BUDGET, page + FLOOD).kind == "independent"

    @pytest.mark.parametrize(
        ("a", "b"), [("", ""), ("", STRIKE), ("\n\n", "…"), ("多くの人が集まった。", "اجتمع الناس")]
    )
    def test_odd_texts_are_independent(self, a: str, b: str) -> None:
        assert pair_copy(a, b).kind == "independent"

    @pytest.mark.parametrize("one", ['"', "“", "a", " ", "\n", "A-", "(", "é ", '" a'])
    def test_ten_megabytes_of_one_thing(self, one: str) -> None:
        start = time.perf_counter()
        pair_copy(one * (3_000_000 // len(one)), STRIKE)
        assert time.perf_counter() - start < 20


class TestFind:
    def test_the_earlier_one_is_the_source(self) -> None:
        found = by_id(
            report("late", STRIKE, published="2031-03-05T09:00:00+00:00"),
            report("early", STRIKE, published="2031-03-04T22:30:00-03:00"),
            report("other", BUDGET, published="2031-03-04"),
        )
        # 22:30 at -03:00 is 01:30 on the fifth in UTC: still before nine
        assert found["late"].copy_of == "early"
        assert found["late"].kind == "reprint"
        assert "published earlier" in found["late"].why
        assert found["early"].copy_of is None
        assert found["other"].kind == "independent"

    def test_the_agency_comes_before_its_customers(self) -> None:
        found = by_id(
            report("paper", STRIKE, outlet="Tarsia Herald", published="2031-03-04"),
            report("wire", STRIKE, outlet="Reuters", published="2031-03-04"),
        )
        assert found["paper"].copy_of == "wire"
        assert "agency" in found["paper"].why

    def test_order_of_input_does_not_matter(self) -> None:
        reports = [
            report("a", STRIKE),
            report("b", "\n".join(STRIKE.split("\n")[:4])),
            report("c", STRIKE_LATER),
            report("d", BUDGET),
            report("e", STRIKE + STRIKE_LATER),
        ]
        first = {c.report: c for c in find_copies(reports)}
        for seed in range(4):
            mixed = random.Random(seed).sample(reports, len(reports))
            again = find_copies(mixed)
            assert [c.report for c in again] == [r.id for r in mixed]
            assert {c.report: c for c in again} == first

    def test_share_is_of_the_reports_own_words(self) -> None:
        found = by_id(report("long", STRIKE + BUDGET), report("short", STRIKE, published="2031-03-04"))
        assert found["long"].copy_of == "short"
        assert 0.35 < found["long"].copied_share < 0.7

    def test_furniture_is_left_out(self) -> None:
        box = "Our readers met at the summer fair last week and asked the editors about the new printing works in Orrin.\n"
        texts = [box * 3 + STRIKE, box * 3 + FLOOD]
        marked = [
            report(n, t, furniture=(Span(start=0, end=3 * len(box)),))
            for n, t in zip("ab", texts, strict=True)
        ]
        assert {c.kind for c in find_copies(marked)} == {"independent"}

    def test_what_an_outlet_prints_under_every_article_is_left_out(self) -> None:
        foot = "The Tarsia Herald has told the story of this country since the first steam ferry crossed the bay of Velmora, and it goes on.\n"
        some = [STRIKE, BUDGET, FLOOD, OTHER_FLOOD]
        reports = [report(f"r{i}", t + foot * 2, outlet="Tarsia Herald") for i, t in enumerate(some)]
        assert {c.kind for c in find_copies(reports)} == {"independent"}

    def test_a_page_of_several_stories_joins_none(self) -> None:
        page = "\n".join(t for s in (STRIKE, BUDGET, FLOOD) for t in s.split("\n")[:5])
        found = by_id(
            report("page", page, published="2031-03-01"),
            report("strike", STRIKE, published="2031-03-04"),
            report("budget", BUDGET, published="2031-03-04"),
            report("flood", FLOOD, published="2031-03-04"),
        )
        assert found["page"].digest
        assert {found[n].copy_of for n in ("strike", "budget", "flood")} == {None}
        assert len(set(families(list(found.values())).values())) == 4

    def test_nothing(self) -> None:
        assert find_copies([]) == ()
        assert find_copies([report("a", "")])[0].kind == "independent"

    def test_many_copies_of_three_origins(self) -> None:
        rng = random.Random(5)
        origins, reports, truth = (STRIKE, BUDGET, FLOOD), [], {}
        for i in range(60):
            source = i % 3
            lines = origins[source].strip().split("\n")
            if i >= 3 and i % 4 == 0:
                lines = lines[: len(lines) - 1]
            elif i >= 3 and i % 4 == 1:
                lines = lines[:1] + lines[2:] + lines[1:2]
            elif i >= 3 and i % 4 == 2:
                lines = [x.replace(" and ", " as well as ", 1) for x in lines]
            reports.append(report(f"r{i:02d}", "\n".join(lines), published=f"2031-03-{1 + i // 3:02d}"))
            truth[f"r{i:02d}"] = f"r{source:02d}"
        rng.shuffle(reports)
        assert families(find_copies(reports)) == truth


class TestWords:
    def test_dateline_drops_what_stands_above_it(self) -> None:
        caption = "A crane stands idle over the harbour of Velmora on a grey morning in March of this year.\n"
        plain, captioned = own_words(STRIKE), own_words(caption + STRIKE)
        assert plain.hashes.tolist() == captioned.hashes.tolist()

    def test_fingerprints_are_the_same_in_every_run(self) -> None:
        assert int(own_words("one small boat crossed the bay").hashes[0]) == 3950142645145773617

    @pytest.mark.parametrize(
        ("text", "byline", "mark"),
        [
            ("ORRIN, Tarsia (AP) — Parliament met.", None, "AP"),
            ("Parliament met.", "Ana Roe, Reuters", "Reuters"),
            ("The minister (PLO) — met.", None, None),
        ],
    )
    def test_agency_marks(self, text: str, byline: str | None, mark: str | None) -> None:
        assert agency_mark(text, byline) == mark


def test_families_follow_chains() -> None:
    chain = [Copy(report="c", copy_of="b"), Copy(report="b", copy_of="a"), Copy(report="a"), Copy(report="x")]
    assert families(chain) == {"c": "a", "b": "a", "a": "a", "x": "x"}
