"""Readings, records and verdicts as the JSON of the contract. Field names there are stable."""

from typing import Any

import msgspec

from twosource.model import Comparison, Grouped, Reading, Record, Report, WeighedReport

__all__ = [
    "READING",
    "RECORD",
    "comparison_json",
    "grouped_json",
    "reading_json",
    "record_json",
]

READING = "twosource/reading/1"
RECORD = "twosource/record/1"

_encode = msgspec.json.Encoder().encode


def reading_json(reading: Reading) -> bytes:
    """One reading as one line of JSON (UTF-8, no line end)."""
    return _encode(
        {
            "schema": READING,
            "report": _report(reading.report) | {"text": reading.report.text},
            "sentences": reading.sentences,
            "actors": reading.actors,
            "dates": reading.dates,
            "quotes": reading.quotes,
            "events": reading.events,
            "positions": reading.positions,
        }
    )


def record_json(record: Record, *, indent: int = 0) -> bytes:
    """A record as JSON (UTF-8); `indent` blanks a level, 0 for one line."""
    data = _encode(
        {
            "schema": RECORD,
            "title": record.title,
            "status": record.status,
            "from": record.from_day,
            "to": record.to_day,
            "reports": [_weighed(r) for r in record.reports],
            "independent_sources": record.independent_sources,
            "actors": record.actors,
            "claims": record.claims,
            "conflicts": record.conflicts,
            "events": record.events,
            "quotes": record.quotes,
            "positions": record.positions,
            "standoffs": record.standoffs,
            "timeline": record.timeline,
            "brief": record.brief,
        }
    )
    return msgspec.json.format(data, indent=indent) if indent else data


def grouped_json(grouped: Grouped) -> bytes:
    """One report's story as one line of JSON."""
    return _encode(grouped)


def comparison_json(comparison: Comparison) -> bytes:
    """One verdict as one line of JSON."""
    return _encode(comparison)


def _report(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "source": report.source,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "url": report.url,
        "language": report.language,
        "published": report.published,
        "published_basis": report.published_basis,
    }


def _weighed(weighed: WeighedReport) -> dict[str, Any]:
    return _report(weighed.report) | {
        "copy_of": weighed.copy_of,
        "copied_share": weighed.copied_share,
        "independent": weighed.independent,
        "why": weighed.why,
    }
