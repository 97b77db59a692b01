"""Reports that came with the same id → reports with ids of their own, whatever the order they came in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from ..model import Report

__all__ = ["distinct"]


def distinct(reports: Iterable[Report]) -> list[Report]:
    """These reports in this order with no id twice.

    A report that is another one in all but name of variable (same id, source and content) is dropped; the
    others that share an id each become `id~<6 hex digits>` of their content and source, so a report's new
    id does not depend on what was read before it.
    """
    listed = list(reports)
    marks = [_mark(report) for report in listed]
    by_id: dict[str, set[str]] = defaultdict(set)
    for report, mark in zip(listed, marks, strict=True):
        by_id[report.id].add(mark)
    taken = {report_id for report_id, group in by_id.items() if len(group) == 1}
    names: dict[tuple[str, str], str] = {}
    for report_id in sorted(by_id):
        group = by_id[report_id]
        for mark in sorted(group):
            name = report_id if len(group) == 1 else _free(report_id, mark, taken)
            taken.add(name)
            names[report_id, mark] = name
    result: list[Report] = []
    done: set[tuple[str, str]] = set()
    for report, mark in zip(listed, marks, strict=True):
        key = (report.id, mark)
        if key not in done:
            done.add(key)
            result.append(report if names[key] == report.id else replace(report, id=names[key]))
    return result


def _mark(report: Report) -> str:
    """What tells one report from another that bears the same id."""
    parts = (report.text, report.outlet, report.url, report.published, report.source)
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass") + b"\x00")
    return digest.hexdigest()


def _free(report_id: str, mark: str, taken: set[str]) -> str:
    """The id with as many digits of the mark as it needs to be free: six, but for an id made to clash."""
    return next(
        (name for width in (6, 12, 32) if (name := f"{report_id}~{mark[:width]}") not in taken),
        f"{report_id}~{mark}~",
    )
