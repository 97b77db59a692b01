"""Counterparts: "his Ruritanian counterpart" is the one Ruritanian of the report who holds such an office."""

from twosource.lexicon import load

from .actor_groups import Draft, Drafts
from .actor_phrases import country_in, extent
from .document import Line

__all__ = ["counterpart"]


def counterpart(drafts: Drafts, line: Line, head: int) -> Draft | None:
    """Whom a counterpart of a country is; None for other nouns, without a country, or when several fit.

    Of several office holders of the country the one is meant whose office is that of the sentence's subject.
    """
    parse = line.parse
    if parse.lemmas[head].lower() != "counterpart":
        return None
    code = country_in(parse, *extent(parse, head))
    if code is None:
        return None
    holders = [d for d in drafts.drafts if d.type == "person" and d.country == code and _ranks(d)]
    if len(holders) > 1:
        wanted = {r for d in _named_before(drafts, line, head) if d not in holders for r in _ranks(d)}
        holders = [d for d in holders if _ranks(d) & wanted]
    return holders[0] if len(holders) == 1 else None


def _named_before(drafts: Drafts, line: Line, head: int) -> list[Draft]:
    """The people named in the line up to a token."""
    end = line.start + line.parse.starts[head]
    return [
        d
        for d in drafts.drafts
        if d.type == "person" and any(line.start <= a < end and kind == "name" for a, _, kind in d.places)
    ]


def _ranks(draft: Draft) -> set[str]:
    """The ranks of a person's offices: presidents and prime ministers are leaders, secretaries ministers."""
    found: set[str] = set()
    alike: dict[str, list[str]] = load("offices")["alike"]
    for role in draft.roles:
        low = role.lower().removeprefix("former ")
        core = low.split(" of ")[0].split(" for ")[0].split()
        if not core or low != role.lower():
            continue
        rank = next((r for r in alike if core[-1] in alike[r] or " ".join(core[-2:]) in alike[r]), core[-1])
        found.add(rank)
    return found
