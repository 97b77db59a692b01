"""Findings in other programs' formats."""

from .json import comparison_json, grouped_json, reading_json, record_json

__all__ = ["comparison_json", "grouped_json", "reading_json", "record_json"]
