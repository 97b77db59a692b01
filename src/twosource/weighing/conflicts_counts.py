"""Updates of a running count: "its ninth day" in one report, "the 11th day of the strike" in a later one.

A count that runs on is one count where it has grown by as much time as lies between the two reports. Where
they call what lasts by two names, its growth has to fit to the day, and one report has to use both names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.language import Parse
from twosource.lexicon import load, words

from .conflicts_lines import Dispute, Told
from .conflicts_tellings import MOST, Telling
from .conflicts_topics import kind_of

__all__ = ["count_disputes"]

_DAYS = {"day": 1, "night": 1, "week": 7}  # a unit of time, in days
_NUMERAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_OWN = frozenset({"its", "their"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Count(Told):
    """The `number`-th `span` (in days) of what `kind` names; `day` is the report's."""

    kind: str
    what: str
    number: int
    span: int
    day: date


def count_disputes(told: Sequence[Telling]) -> list[Dispute]:
    """One update for each count that runs on from report to report."""
    counts = [c for telling in told for c in _counts(telling)][:MOST]
    if len({c.report for c in counts}) < 2:
        return []
    known: dict[str, set[str]] = {}
    for telling in told:
        known.setdefault(telling.report, set()).update(telling.vocabulary)
    found, taken = list[Dispute](), set[str]()
    for a in counts:
        for b in counts:
            if a.kind in taken or b.kind in taken or not _runs_on(a, b, known):
                continue
            taken |= {a.kind, b.kind}
            sides = tuple(
                tuple(c.line for c in counts if c is one or (c.number == one.number and c.kind == one.kind))
                for one in (a, b)
            )
            found.append(
                Dispute(
                    about="number", kind="update", question=f"How long has the {b.what} lasted?",
                    why="the count has run on between the two reports", sides=sides,
                )
            )  # fmt: skip
    return found


def _runs_on(a: _Count, b: _Count, known: dict[str, set[str]]) -> bool:
    """Whether `b` is the count of `a`, some days on."""
    passed = (b.day - a.day).days
    if a.report == b.report or a.span != b.span or passed <= 0 or b.number <= a.number:
        return False
    astray = abs((b.number - a.number) * a.span - passed)
    if a.kind == b.kind:
        return astray <= a.span
    return astray == 0 and (b.what.split()[-1] in known[a.report] or a.what.split()[-1] in known[b.report])


def _counts(telling: Telling) -> Iterator[_Count]:
    if telling.vocabulary.isdisjoint(_DAYS):
        return
    parse = telling.parse
    try:
        day = date.fromisoformat((telling.units[0].reading.report.published or "")[:10])
    except ValueError:
        return
    for token, lemma in enumerate(parse.lemmas):
        span = _DAYS.get(lemma.lower())
        if span is None or parse.pos[token] != "NOUN":
            continue
        nth = next((c for c in parse.children[token] if c < token and _ordinal(parse, c)), None)
        lasting = _lasting(parse, token) if nth is not None else None
        if nth is None or lasting is None or parse.pos[lasting] != "NOUN":
            continue
        named = [c for c in parse.children[lasting] if parse.deps[c] == "compound" and c < lasting]
        what = " ".join(parse.words[i].lower() for i in (*named, lasting))
        text = f"{parse.words[nth]} {parse.words[token]}"
        yield _Count(
            kind=kind_of(parse, lasting), what=what, number=_ordinal(parse, nth), span=span, day=day,
            line=telling.line(text, [nth, token], token),
        )  # fmt: skip


def _ordinal(parse: Parse, token: int) -> int:
    """The number of "12th" or "twelfth"; 0 for what is no such word."""
    word = parse.words[token].lower()
    found = _NUMERAL.fullmatch(word)
    if found is not None:
        return int(found.group(1))
    known: dict[str, int] = load("conflicts")["ordinals"]
    return known.get(word, 0)


def _lasting(parse: Parse, token: int) -> int | None:
    """What a day is counted of: "the ninth day of the strike", "the strike enters its ninth day"."""
    for c in parse.children[token]:
        if parse.deps[c] == "prep" and parse.lemmas[c].lower() == "of":
            return parse.child(c, "pobj")
    if not any(parse.words[c].lower() in _OWN for c in parse.children[token]):
        return None
    above = parse.heads[token]
    if parse.deps[token] == "pobj":  # "a strike now in its ninth day", "a strike dragging into its ninth day"
        above = parse.heads[above]
    if parse.pos[above] == "NOUN":
        return above
    if parse.deps[above] in ("acl", "relcl") and parse.pos[parse.heads[above]] == "NOUN":
        return parse.heads[above]
    if parse.lemmas[above].lower() in words("conflicts", "lasting"):
        return parse.child(above, "nsubj", "nsubjpass")
    return None
