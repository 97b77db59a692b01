"""What a statement rests on: reports that cite one medium or quote one post have one source between them.

A statement's own words tell where a report has it from ("told Harbour News", "the agency Velpress reported",
"in a tweet"). Two reporters who both heard a minister are two sources; two who read the same tweet of his, or
cite the same paper, are one, and the paper's own report with them. Reports whose own words (not those they
quote) run alike for long have it from one text (verbatim runs as signs of reuse: Clough et al. 2002, METER).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from twosource.lexicon import words
from twosource.model import Reading

from .claims_units import Unit
from .claims_wording import wording
from .copies_words import is_agency
from .origins_wording import one_text, wording_of
from .story import Story

__all__ = ["Citations", "Origins", "is_medium", "origins_of"]

_NAME = r"(?:[tT]he )?([A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4})"
_MARKS = ".,'’"
_COVERED = 0.6  # share of a statement that lies in what a medium is quoted with
_CITED = ("medium:", "post:")
_COMPARED = 24  # sources of a statement whose wordings are held against one another
_WORDINGS = 3  # statements of each that are


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many sources a statement has, and why they are fewer than its reports ("" where they are not)."""

    count: int
    why: str


class Citations:
    """What each report of a story quotes a medium with, and whose report is in the story; built once."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.homes = _homes(story)
        self._quoted = {r.report.id: _media_quotes(r) for r in story.readings}

    def quoted_by(self, unit: Unit) -> Iterator[str]:
        """Media whose words, by the reading, hold the unit."""
        quotes = self._quoted[unit.report]
        own = unit.evidence
        at = bisect_left(quotes, own.end, key=lambda q: q.start) - 1
        if at < 0 or quotes[at].reach <= own.start:
            return
        inner = [unit.sentence.start + unit.parse.starts[i] for i in unit.clause.tokens]
        while at >= 0 and quotes[at].reach > own.start:
            held = sum(any(start <= i < end for start, end in quotes[at].spans) for i in inner)
            if held >= _COVERED * len(inner):
                yield quotes[at].name
            at -= 1


@dataclass(frozen=True, slots=True)
class _Quoted:
    """What a medium is quoted with; `reach` is the furthest end of this and all quotes before it."""

    start: int
    reach: int
    name: str
    spans: tuple[tuple[int, int], ...]


def _media_quotes(reading: Reading) -> list[_Quoted]:
    media = {
        a.id: a.name
        for a in reading.actors
        if a.type in ("organization", "group", "unnamed") and is_medium(a.name)
    }
    found: list[_Quoted] = []
    reach = 0
    for quote in sorted(reading.quotes, key=lambda q: (q.content[0].start, q.content[-1].end)):
        name = media.get(quote.speaker or "")
        if name is not None:
            reach = max(reach, quote.content[-1].end)
            spans = tuple((s.start, s.end) for s in quote.content)
            found.append(_Quoted(quote.content[0].start, reach, name, spans))
    return found


def origins_of(members: Sequence[Unit], citations: Citations) -> Origins:
    """The independent sources of a statement: families of copies, media, posts and texts it rests on."""
    told: dict[str, list[Unit]] = {}
    for u in members:
        told.setdefault(u.report, []).append(u)
    if len(told) < 2:
        return Origins(count=1, why="")
    story, homes = citations.story, citations.homes
    keys: dict[str, str] = {}
    for report, units in told.items():
        own = story.families.get(report, report)
        cited = [_cited(u, citations) for u in units]
        # Whoever states it once without naming a source has it from elsewhere too.
        rests = next((c for c in cited if c is not None), None) if all(cited) else None
        keys[report] = homes.get(rests, rests) if rests is not None else own
    worded = _one_wording(told, keys)
    return Origins(count=len(set(worded.values())), why=_why(worded, story, homes, worded != keys))


def _one_wording(told: Mapping[str, Sequence[Unit]], keys: Mapping[str, str]) -> dict[str, str]:
    """The keys, one for reports that have the statement from one text; of many reports the first few.

    A report that names the medium it has it from is believed, unless it goes on in the same words.
    """
    found = dict(keys)
    firsts = {key: report for report, key in reversed(list(keys.items()))}
    first = list(firsts.values())[::-1][:_COMPARED]
    worded = {r: [wording_of(u) for u in told[r][:_WORDINGS]] for r in first}
    for one, two in combinations(first, 2):
        cited = keys[one].startswith(_CITED) or keys[two].startswith(_CITED)
        alike = (one_text(a, b, cited=cited) for a in worded[one] for b in worded[two])
        if found[one] != found[two] and any(alike):
            old, new = found[two], found[one]
            found = {r: new if k == old else k for r, k in found.items()}
    return found


def is_medium(name: str) -> bool:
    """Whether a name is a newspaper's, a broadcaster's or a news agency's."""
    low = _plain(name)
    if low in words("origins", "outlets") or is_agency(low):
        return True
    first, _, last = low.rpartition(" ")
    return bool(first) and last in words("origins", "endings")


def _plain(name: str) -> str:
    return " ".join(
        name.lower().replace("’", "'").strip(_MARKS).removeprefix("the ").removesuffix("'s").split()
    )


def _cited(unit: Unit, citations: Citations) -> str | None:
    """The key of what a unit rests on: "medium:harbour news", "post:a3", or None."""
    media = [*citations.quoted_by(unit), *_named(unit)]
    if media:
        return f"medium:{_plain(media[0])}"
    if unit.speaker is not None and _told(unit) and _post().search(_around(unit).lower()):
        return f"post:{unit.speaker}"
    return None


def _around(unit: Unit) -> str:
    """The words of a sentence that are not the statement: its attribution where the parse gives one."""
    parse = unit.parse
    own = {*unit.clause.tokens, *unit.clause.lent}
    said = unit.clause.said or tuple(i for i in range(len(parse)) if i not in own)
    pieces: list[str] = []
    last = -2
    for i in said:
        pieces.append(parse.words[i] if i == last + 1 else f"| {parse.words[i]}")
        last = i
    return " ".join(pieces)


def _told(unit: Unit) -> bool:
    """Whether the words around a statement can be its attribution: it is no aside of the report's own."""
    clause = unit.clause
    return bool(clause.said) or not (clause.relative or clause.minor)


def _named(unit: Unit) -> Iterator[str]:
    """Media that the attribution names: "told Harbour News", "the Anselm Times reported"; or the statement
    itself, where that is all it tells ("a source told Harbour News").
    """
    text = _around(unit) if _told(unit) else ""
    if unit.parse.lemmas[unit.clause.head].lower() in words("origins", "telling"):
        text = wording(unit.parse, unit.clause.tokens)
    if not any(c.isupper() for c in text):
        return
    for pattern in _patterns():
        for found in pattern.finditer(text):
            name = found[1]
            shorter = (name.rsplit(" ", n)[0] for n in range(1, name.count(" ") + 1))
            if is_medium(name):
                yield name
            else:
                # "Fox News host Dan Ames", but not "White House Press Secretary".
                yield from (
                    s for s in shorter if _plain(s) in words("origins", "outlets") or is_agency(_plain(s))
                )


@cache
def _patterns() -> tuple["re.Pattern[str]", ...]:
    cited = "|".join(sorted(words("origins", "cited")))
    carries = "|".join(sorted(words("origins", "carries")))
    return (
        re.compile(rf"\b(?:{cited}) {_NAME}"),
        re.compile(rf"{_NAME}(?: [a-z]{{2,12}})? (?:{carries})\b"),
    )


@cache
def _post() -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{'|'.join(sorted(words('origins', 'posts')))})\b")


def _homes(story: Story) -> dict[str, str]:
    """Medium key → the family of its own report, where the story has it."""
    found: dict[str, str] = {}
    for reading in story.readings:
        if reading.report.outlet:
            key = f"medium:{_plain(reading.report.outlet)}"
            found.setdefault(key, story.families.get(reading.report.id, reading.report.id))
    return found


def _why(keys: Mapping[str, str], story: Story, homes: Mapping[str, str], worded: bool) -> str:
    """Why the sources are fewer than the reports, in few words; `worded` where some have it from one text."""
    if len(set(keys.values())) == len(keys):
        return ""
    names = {v: k.partition(":")[2] for k, v in homes.items()}
    reasons = []
    for key in dict.fromkeys(keys.values()):
        reports = [r for r, k in keys.items() if k == key]
        if len(reports) < 2:
            continue
        kind, _, name = key.partition(":")
        many = "all" if len(reports) == len(keys) else str(len(reports))
        if kind == "medium" and name:
            reasons.append(f"{many} cite {_shown(name, story)}")
        elif kind == "post" and name:
            who = a.name if (a := story.actor(name)) is not None else name
            reasons.append(f"{many} rest on one post of {who}")
        elif worded and len({story.families.get(r, r) for r in reports}) > 1:
            reasons.append(f"{many} have it in the words of one text")
        elif len({story.families.get(r, r) for r in reports}) > 1:
            reasons.append(f"{_shown(names.get(key, key), story)} and those that cite it count once")
        else:
            reasons.append("copies of one text count once")
    return "; ".join(dict.fromkeys(reasons))


def _shown(plain: str, story: Story) -> str:
    """A medium's name as the story spells it."""
    spelled = [r.report.outlet for r in story.readings if r.report.outlet] + [
        n for a in story.actors for n in (a.name, *a.aliases)
    ]
    for name in spelled:
        if _plain(name) == plain:
            return name.removeprefix("the ").removeprefix("The ")
    return plain.upper() if len(plain) <= 4 else plain.title()
