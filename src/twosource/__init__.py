"""twosource reads many reports of one story and keeps one sourced record.

    from twosource import load, read, record

    readings = [read(report) for report in load("reports/")]
    print(record(readings).status)

`load` yields an `InputError` in the place of an input that cannot be read.
"""

from .api import compare, compare_all, group, load, read, read_all, record
from .errors import InputError, LanguageError, ModelError, TwosourceError, UsageError
from .model import Comparison, Grouped, Reading, Record, Report

__version__ = "0.4.0"

__all__ = [
    "Comparison",
    "Grouped",
    "InputError",
    "LanguageError",
    "ModelError",
    "Reading",
    "Record",
    "Report",
    "TwosourceError",
    "UsageError",
    "compare",
    "compare_all",
    "group",
    "load",
    "read",
    "read_all",
    "record",
]
