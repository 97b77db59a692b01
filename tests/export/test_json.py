import json
from collections.abc import Iterable
from typing import Any

import pytest

from tests.told import REPORTS
from twosource import Report, group, read, read_all, record
from twosource.export import comparison_json, grouped_json, reading_json, record_json
from twosource.language import Language
from twosource.model import Comparison, Difference, Grouped

ACTOR = "id name type aliases roles country mentions"
DATE = "start end text type value earliest latest"
QUOTE = "id speaker source cue content kind attribution manner said_on"
EVENT = "id type mode quad trigger actors recipients place when status reason"
POSITION = "id party stance action action_by condition"
REPORT = "id source outlet title byline url language published published_basis"


@pytest.fixture(scope="module")
def reading(language: Language) -> dict[str, Any]:
    return json.loads(reading_json(read(REPORTS[0], language=language)))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def told(language: Language) -> dict[str, Any]:
    readings = list(read_all(REPORTS, language=language))
    return json.loads(record_json(record(readings, language=language)))  # type: ignore[no-any-return]


def has(found: Iterable[Any], fields: str) -> None:
    """There is something, and all of it has these fields."""
    items = list(found)
    assert items
    for item in items:
        assert set(fields.split()) <= set(item)


def test_a_reading_has_the_fields_of_the_contract(reading: dict[str, Any]) -> None:
    assert reading["schema"] == "twosource/reading/1"
    has([reading], "report sentences actors dates quotes events positions")
    has([reading["report"]], REPORT + " text")
    has(reading["sentences"], "id start end boilerplate")
    has(reading["actors"], ACTOR)
    has(reading["actors"][0]["mentions"], "start end kind")
    has(reading["dates"], DATE)
    has(reading["quotes"], QUOTE + " sentences")
    has(reading["events"], EVENT + " sentence")
    has(reading["positions"], POSITION + " sentence")


def test_spans_of_a_reading_are_objects_that_index_its_text(reading: dict[str, Any]) -> None:
    text = reading["report"]["text"]
    quote = next(q for q in reading["quotes"] if q["kind"] == "direct")
    assert set(quote["content"][0]) == {"start", "end"}
    assert "We came to talk" in text[quote["content"][0]["start"] : quote["content"][0]["end"]]
    for date in reading["dates"]:
        assert text[date["start"] : date["end"]] == date["text"]
    ids = {s["id"] for s in reading["sentences"]}
    assert all(set(q["sentences"]) <= ids for q in reading["quotes"])
    assert all(e["sentence"] in ids for e in reading["events"])


def test_a_record_has_the_fields_of_the_contract(told: dict[str, Any]) -> None:
    assert told["schema"] == "twosource/record/1"
    has([told], "title status from to reports independent_sources actors claims conflicts events quotes")
    has([told], "positions standoffs timeline brief")
    has(told["reports"], REPORT + " copy_of copied_share independent")
    assert all("text" not in r for r in told["reports"])
    has(told["actors"], ACTOR)
    has([m for a in told["actors"] for m in a["mentions"]], "report start end kind")
    has(told["claims"], "id text evidence independent_sources attributed_to standing")
    has(told["conflicts"], "id about question kind sides")
    has([s for c in told["conflicts"] for s in c["sides"]], "value text evidence independent_sources")
    has(told["events"], EVENT + " evidence history")
    has([h for e in told["events"] for h in e["history"]], "status as_of when evidence")
    has(told["quotes"], QUOTE + " variants evidence")
    has([v for q in told["quotes"] for v in q["variants"]], "text report start end")
    has(told["positions"], POSITION + " evidence")
    has([p["condition"] for p in told["positions"] if p["condition"]], "kind span by")
    has(told["timeline"], "date earliest latest text evidence")
    has(told["brief"], "text evidence")


def test_all_evidence_of_a_record_points_into_its_reports(told: dict[str, Any]) -> None:
    length = {r.id: len(r.text) for r in REPORTS}
    lists = ("claims", "events", "quotes", "positions", "timeline", "brief")
    found = [e for name in lists for item in told[name] for e in item["evidence"]]
    assert len(found) > 30
    for e in found:
        assert set(e) == {"report", "start", "end"}
        assert 0 <= e["start"] < e["end"] <= length[e["report"]]


def test_ids_that_a_record_refers_to_exist(told: dict[str, Any]) -> None:
    ids = {a["id"] for a in told["actors"]}
    used = [e for x in told["events"] for e in (*x["actors"], *x["recipients"])]
    used += [q["speaker"] for q in told["quotes"] if q["speaker"]]
    used += [p["party"] for p in told["positions"]]
    used += [a for c in told["claims"] for a in c["attributed_to"]]
    assert used
    assert set(used) <= ids


def test_indented_json_says_the_same(language: Language) -> None:
    made = record(list(read_all(REPORTS[:1], language=language)), language=language)
    assert json.loads(record_json(made, indent=1)) == json.loads(record_json(made))
    assert b"\n" in record_json(made, indent=1)
    assert b"\n" not in record_json(made)


@pytest.mark.parametrize(
    "odd",
    [
        "naïve 語 🙂",
        'quotes " and \\ and \x07 bells',
        "a line\u2028separator and \u0000 nil",
        "a lone \ud800",
    ],
)
def test_odd_characters_stay_valid_utf8_and_one_line(odd: str, language: Language) -> None:
    line = reading_json(read(Report(id="r", text=f"Ana Ruiz said: {odd}."), language=language))
    assert b"\n" not in line
    back = json.loads(line.decode("utf-8"))
    assert back["report"]["text"] == f"Ana Ruiz said: {odd}.".replace("\ud800", "\N{REPLACEMENT CHARACTER}")


def test_a_group_has_the_fields_of_the_contract() -> None:
    found = [json.loads(grouped_json(g)) for g in group(REPORTS)]
    has(found, "id story copy_of copied_share")
    assert [g["id"] for g in found] == [r.id for r in REPORTS]
    assert json.loads(grouped_json(Grouped(id="x", story="s"))) == {
        "id": "x", "story": "s", "copy_of": None, "copied_share": 0.0,
    }  # fmt: skip


def test_a_comparison_has_the_fields_of_the_contract() -> None:
    verdict = Comparison(
        id="1", relation="conflicts", score=0.5, copy="independent", copied_share=0.0,
        differences=(Difference(about="number", a="40", b=None),),
    )  # fmt: skip
    found = json.loads(comparison_json(verdict))
    has([found], "id relation score differences copy copied_share")
    assert found["differences"] == [{"about": "number", "a": "40", "b": None}]
