"""The whole way over examples/: four reports of an invented story, and what their record must show."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from twosource import Reading, Record, Report, load, read_all, record
from twosource.export import record_json
from twosource.language import Language
from twosource.model import Conflict, Evidence, RecordActor

EXAMPLES = Path(__file__).parent.parent / "examples" / "herring-talks"
LEDGER, COURIER, GAZETTE, QUAYSIDE = (
    "northern-ledger",
    "atlantic-courier",
    "harbour-gazette",
    "quayside-daily",
)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    found = [x for x in load(EXAMPLES) if isinstance(x, Report)]
    assert sorted(r.id for r in found) == sorted([LEDGER, COURIER, GAZETTE, QUAYSIDE])
    return found


@pytest.fixture(scope="module")
def readings(reports: list[Report], language: Language) -> list[Reading]:
    return list(read_all(reports, language=language))


@pytest.fixture(scope="module")
def made(readings: list[Reading], language: Language) -> Record:
    return record(readings, language=language)


@pytest.fixture(scope="module")
def texts(reports: list[Report]) -> dict[str, str]:
    return {r.id: r.text for r in reports}


def said(evidence: Evidence, texts: Mapping[str, str]) -> str:
    return texts[evidence.report][evidence.start : evidence.end]


def told_by(evidence: Sequence[Evidence]) -> set[str]:
    return {e.report for e in evidence}


def country(made: Record, code: str) -> RecordActor:
    found = [a for a in made.actors if a.type == "country" and a.country == code]
    assert len(found) == 1
    return found[0]


def person(made: Record, family: str) -> RecordActor:
    found = [a for a in made.actors if a.type == "person" and a.name.endswith(family)]
    assert len(found) == 1
    return found[0]


def disputes(made: Record, about: str) -> list[Conflict]:
    return [c for c in made.conflicts if c.about == about]


# ---------------------------------------------------------------- what came in


def test_plain_text_gives_its_outlet_headline_byline_and_moment(reports: list[Report]) -> None:
    ledger = next(r for r in reports if r.id == LEDGER)
    assert ledger.outlet == "The Northern Ledger"
    assert ledger.title == "Iceland postpones herring talks with Portugal"
    assert ledger.byline is not None
    assert "Edda Runvald" in ledger.byline
    assert ledger.published is not None
    assert ledger.published.startswith("2025-10-14T18:40")
    assert ledger.published_basis == "stated"


def test_a_page_gives_its_metadata_and_not_its_furniture(reports: list[Report], made: Record) -> None:
    courier = next(r for r in reports if r.id == COURIER)
    assert courier.outlet == "Atlantic Courier"
    assert courier.published is not None
    assert courier.published.startswith("2025-10-15T11:05")
    assert courier.published_basis == "metadata"
    shown = record_json(made).decode()
    for furniture in (
        "cookie",
        "Subscribe",
        "Five recipes",
        "All rights reserved",
        "Trawlers in the harbour",
    ):
        assert furniture not in shown


# ---------------------------------------------------------------- who copies whom


def test_four_reports_are_two_sources(made: Record) -> None:
    assert made.independent_sources == 2
    by_id = {w.report.id: w for w in made.reports}
    assert by_id[LEDGER].independent
    assert by_id[COURIER].independent
    assert by_id[COURIER].copy_of is None


def test_the_reprint_is_a_copy_of_the_ledger(made: Record) -> None:
    gazette = next(w for w in made.reports if w.report.id == GAZETTE)
    assert gazette.copy_of == LEDGER
    assert gazette.copied_share >= 0.9
    assert not gazette.independent


def test_the_rewrite_is_a_copy_in_part(made: Record) -> None:
    quayside = next(w for w in made.reports if w.report.id == QUAYSIDE)
    assert quayside.copy_of in (LEDGER, GAZETTE)
    assert 0.2 <= quayside.copied_share < 0.9
    assert not quayside.independent


# ---------------------------------------------------------------- when


def test_the_undated_report_is_placed_by_its_co_reports(made: Record) -> None:
    quayside = next(w.report for w in made.reports if w.report.id == QUAYSIDE)
    assert quayside.published_basis == "inferred"
    assert quayside.published in ("2025-10-14", "2025-10-15")


def test_last_friday_in_the_undated_report_is_the_tenth(made: Record, texts: dict[str, str]) -> None:
    on_the_tenth = [t for t in made.timeline if t.date == "2025-10-10"]
    assert any("last Friday" in said(e, texts) for t in on_the_tenth for e in t.evidence)


def test_the_timeline_runs_forward(made: Record) -> None:
    days = [t.latest for t in made.timeline if t.latest]
    assert len(days) >= 5
    assert days[0] < days[-1]


# ---------------------------------------------------------------- what happened


def test_the_meeting_was_postponed_and_both_sources_say_so(made: Record) -> None:
    postponed = [e for e in made.events if e.type == "CONSULT" and e.status == "postponed"]
    assert any({LEDGER, COURIER} <= told_by(e.evidence) for e in postponed)
    assert "postponed" in made.status
    assert "no reason" in made.status


def test_the_days_of_the_meeting_are_a_conflict(made: Record, texts: dict[str, str]) -> None:
    (found,) = disputes(made, "date")
    assert found.kind == "conflict"
    thursday, friday = sorted(found.sides, key=lambda side: "2025-10-17" in side.value)
    assert "2025-10-16" in thursday.value
    assert "2025-10-17" in friday.value
    assert all("Thursday" in said(e, texts) for e in thursday.evidence)
    assert all("Friday" in said(e, texts) for e in friday.evidence)
    assert LEDGER in told_by(thursday.evidence)
    assert told_by(friday.evidence) == {COURIER}
    assert thursday.independent_sources == friday.independent_sources == 1


def test_the_number_of_trawlers_is_a_conflict(made: Record, texts: dict[str, str]) -> None:
    (found,) = [c for c in disputes(made, "number") if c.kind == "conflict"]
    fewer, more = sorted(found.sides, key=lambda side: side.value)
    assert fewer.value.startswith("14")
    assert more.value.startswith("17")
    assert all("14 Portuguese trawlers" in said(e, texts) for e in fewer.evidence)
    assert all("17 Portuguese trawlers" in said(e, texts) for e in more.evidence)


def test_the_grown_number_of_injured_is_an_update_and_no_conflict(made: Record) -> None:
    (found,) = [c for c in disputes(made, "number") if c.kind == "update"]
    assert [side.value.split()[0].lower() for side in found.sides] == ["two", "five"]
    assert not any("injured" in c.question for c in made.conflicts if c.kind == "conflict")


def test_nothing_else_is_called_a_conflict(made: Record) -> None:
    assert sum(c.kind == "conflict" for c in made.conflicts) == 2


# ---------------------------------------------------------------- who wants what


def test_each_country_waits_for_the_other(made: Record) -> None:
    iceland, portugal = country(made, "IS").id, country(made, "PT").id
    assert any({iceland, portugal} == set(s.parties) for s in made.standoffs)
    standoff = next(s for s in made.standoffs if {iceland, portugal} == set(s.parties))
    waits = {(step.party, step.waits_for): step for step in standoff.steps}
    assert set(waits) == {(iceland, portugal), (portugal, iceland)}
    assert "tariff" in waits[iceland, portugal].condition
    assert "tariff" in waits[portugal, iceland].action


def test_a_position_keeps_its_condition(made: Record, texts: dict[str, str]) -> None:
    kinds = {
        (p.stance, p.condition.kind, p.condition.by)
        for p in made.positions
        if p.condition and "tariff" in said(p.condition.span, texts)
    }
    assert ("refuses", "until", country(made, "PT").id) in kinds


# ---------------------------------------------------------------- who said what


def test_a_quote_over_two_sentences_has_one_speaker(made: Record, texts: dict[str, str]) -> None:
    def speaker_of(words: str) -> set[str | None]:
        return {q.speaker for q in made.quotes for e in q.content if words in said(e, texts)}

    assert speaker_of("It is not a rupture") == {person(made, "Valdal").id}
    assert speaker_of("Nobody called me") == {person(made, "Seixas").id}
    assert speaker_of("Lisbon can undo it tomorrow") == {person(made, "Haldal").id}


def test_a_source_without_a_name_stays_without_one(made: Record, texts: dict[str, str]) -> None:
    names = {a.id: a for a in made.actors}
    found = [q for q in made.quotes if any("text message" in said(e, texts) for e in q.content)]
    assert found
    for quote in found:
        assert quote.attribution == "unnamed"
        assert quote.speaker is not None
        assert names[quote.speaker].type == "unnamed"


def test_a_capital_stands_for_its_country(made: Record, texts: dict[str, str]) -> None:
    def spellings(actor: RecordActor) -> set[str]:
        return {texts[m.report][m.start : m.end] for m in actor.mentions}

    assert "Lisbon" in spellings(country(made, "PT"))
    assert "Reykjavik" in spellings(country(made, "IS"))


def test_two_spellings_are_one_person(made: Record, texts: dict[str, str]) -> None:
    spelled = {texts[m.report][m.start : m.end] for m in person(made, "Haldal").mentions}
    assert any("Sigrún" in s for s in spelled)
    assert any("Sigrun" in s for s in spelled)


# ---------------------------------------------------------------- what is confirmed


def test_two_sources_carry_the_tariff_and_the_closed_grounds(made: Record, texts: dict[str, str]) -> None:
    for words in ("12 percent", "closed the herring grounds"):
        (claim, *_) = [
            c
            for c in made.claims
            if c.standing == "corroborated" and {LEDGER, COURIER} <= told_by(c.evidence)
            if any(words in said(e, texts) for e in c.evidence if e.report == LEDGER)
        ]
        assert claim.independent_sources == 2


def test_what_only_copies_repeat_is_single_source(made: Record, texts: dict[str, str]) -> None:
    repeated = [c for c in made.claims if any("text message" in said(e, texts) for e in c.evidence)]
    assert repeated
    assert all(c.independent_sources == 1 and c.standing == "single-source" for c in repeated)


# ---------------------------------------------------------------- evidence and order


def test_the_brief_has_four_to_eight_lines_with_evidence(made: Record, texts: dict[str, str]) -> None:
    assert 4 <= len(made.brief) <= 8
    for line in made.brief:
        assert line.text.strip()
        assert line.evidence
        assert all(said(e, texts).strip() and e.end <= len(texts[e.report]) for e in line.evidence)


def test_every_span_of_the_record_holds_words(made: Record, texts: dict[str, str]) -> None:
    spans = list(placed(json.loads(record_json(made))))
    assert len(spans) > 100
    for span in spans:
        text = texts[span["report"]]
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert text[span["start"] : span["end"]].strip()


def placed(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a report, a start and an end."""
    if isinstance(value, dict):
        if {"report", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from placed(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from placed(inner)


def test_the_order_of_reports_does_not_change_a_byte(
    reports: list[Report], made: Record, language: Language
) -> None:
    expected = record_json(made)
    for order in list(permutations(reports))[5::7]:
        assert record_json(record(list(read_all(order, language=language)), language=language)) == expected
