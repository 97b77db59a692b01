"""What `group` and `compare` answer."""

from dataclasses import dataclass
from typing import Literal

from .record import ConflictAbout

__all__ = ["Comparison", "CopyKind", "Difference", "Grouped", "Relation"]

Relation = Literal["same", "supports", "conflicts", "related", "unrelated"]
CopyKind = Literal["reprint", "derived", "independent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The story that a report belongs to, and the report it copies, if any."""

    id: str
    story: str
    copy_of: str | None = None
    copied_share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A slot in which two statements differ, with the words of each (None: only the other gives it)."""

    about: ConflictAbout
    a: str | None
    b: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How two statements, or two reports, stand to each other; `score` is 0 (nothing shared) to 1."""

    id: str
    relation: Relation
    score: float
    differences: tuple[Difference, ...] = ()
    copy: CopyKind
    copied_share: float
    why: str = ""
