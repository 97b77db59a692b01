"""Conflicts of reports with a cast given by hand, for the tests that set lines side by side slot by slot."""

from tests.weighing.sample_story import Told, tell
from twosource.model import ActorType, Conflict
from twosource.weighing.conflicts import find_conflicts

__all__ = ["conflicts", "told"]

ACTORS: dict[str, ActorType] = {
    "Ola Lind": "person",
    "Ines Ruiz": "person",
    "Tomas Berg": "person",
    "Freedonia": "country",
    "Sylvania": "country",
    "Nordic Rail": "organization",
    "Dockers Union": "organization",
    "two officials": "unnamed",
}
DAYS = {
    "Thursday": "2031-05-08",
    "Friday": "2031-05-09",
    "20 May": "2031-05-20",
    "22 May": "2031-05-22",
    "in March": "2031-03-01/2031-03-31",
    "2019": "2019-01-01/2019-12-31",
    "2021": "2021-01-01/2021-12-31",
}


def conflicts(*texts: str, quotes: dict[str, str] | None = None) -> list[Conflict]:
    """The conflicts of reports with these texts; `quotes` are words of theirs and who says them."""
    reports = {
        f"r{n}": Told(
            text=text,
            days={w: d for w, d in DAYS.items() if w in text},
            quotes={q: who for q, who in (quotes or {}).items() if q in text},
        )
        for n, text in enumerate(texts)
    }
    return list(find_conflicts(tell(reports, ACTORS)))


def told(*texts: str) -> list[tuple[str, str]]:
    """The kinds of conflict between reports with these texts: what about, conflict or update."""
    return [(c.about, c.kind) for c in conflicts(*texts)]
