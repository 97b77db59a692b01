"""Positions of a text, in words, for the tests: with a cast and speakers given by hand."""

import re
from dataclasses import dataclass

from twosource.language import Language
from twosource.model import Actor, ActorType, Mention, Quote, Report, Span
from twosource.reading.cast import Cast, cast_of
from twosource.reading.document import lay_out
from twosource.reading.positions import find_positions

__all__ = ["Told", "told"]

_LANGUAGE = Language()
_CAST: dict[str, tuple[ActorType, str | None]] = {
    "Chile": ("country", "CL"),
    "Peru": ("country", "PE"),
    "Maria Lopez": ("person", None),
    "Elena Prado": ("person", "PE"),
    "Harwood Shipping": ("organization", None),
    "Dockers Union": ("organization", None),
    "Parliament": ("organization", None),
    "The union": ("unnamed", None),
    "the cabinet": ("organization", None),
    "workers": ("unnamed", None),
    "Analysts": ("unnamed", None),
    "Economists": ("unnamed", None),
    "The firm": ("unnamed", None),
    "an adviser to Chile": ("unnamed", "CL"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    party: str
    stance: str
    action: str
    action_by: str | None
    kind: str | None
    condition: str
    by: str | None


def told(
    text: str,
    pronouns: dict[str, str] | None = None,
    speaker: str | None = None,
    published: str | None = None,
) -> list[Told]:
    """The positions of a text. `pronouns` and `speaker` say who the pronouns are and who is quoted."""
    [document] = lay_out([Report(id="r", text=text, published=published)], _LANGUAGE)
    cast = _cast(text, pronouns or {})
    ids = {a.name: a.id for a in cast.actors}
    quotes = [_quote(n, m, ids.get(speaker or "")) for n, m in enumerate(re.finditer(r'"([^"]+)"', text))]

    def name(actor: str | None) -> str | None:
        return cast.actor(actor).name if actor is not None else None

    return [
        Told(
            party=cast.actor(p.party).name,
            stance=p.stance,
            action=document.words(p.action),
            action_by=name(p.action_by),
            kind=p.condition.kind if p.condition else None,
            condition=document.words(p.condition.span) if p.condition else "",
            by=name(p.condition.by) if p.condition else None,
        )
        for p in find_positions(document, cast, quotes)
    ]


def _cast(text: str, pronouns: dict[str, str]) -> Cast:
    actors: list[Actor] = []
    for name, (kind, country) in _CAST.items():
        spellings = [name, *(p for p, who in pronouns.items() if who == name)]
        places = [m.span() for s in spellings for m in re.finditer(rf"\b{re.escape(s)}\b", text)]
        if places:
            mentions = tuple(Mention(start=a, end=b, kind="name") for a, b in sorted(places))
            actors.append(
                Actor(id=f"a{len(actors) + 1}", name=name, type=kind, country=country, mentions=mentions)
            )
    return cast_of(tuple(actors))


def _quote(n: int, found: re.Match[str], speaker: str | None) -> Quote:
    span = Span(start=found.start(1), end=found.end(1))
    return Quote(
        id=f"q{n + 1}", speaker=speaker, source=None, cue=None, content=(span,), kind="direct",
        attribution="named" if speaker else "none", sentences=("s1",),
    )  # fmt: skip
