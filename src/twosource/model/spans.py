"""Where a finding stands: a span of one report's text, and the same span with its report's name."""

from dataclasses import dataclass

__all__ = ["Evidence", "Span"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """`text[start:end]`: Python string indices into a report's text, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"an empty or backward span: {self.start}..{self.end}")

    def of(self, report: str) -> "Evidence":
        """The same span as evidence from the report with this id."""
        return Evidence(report=report, start=self.start, end=self.end)

    def overlap(self, other: "Span") -> int:
        """How many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """A span of the report with this id: what a line of the record points at."""

    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or backward evidence: {self.report} {self.start}..{self.end}")

    def overlap(self, other: "Evidence") -> int:
        """How many characters the two share; none when they are of different reports."""
        if self.report != other.report:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))
