"""Actors within a report: people, organizations, countries, groups, unnamed sources; every mention."""

from twosource.lexicon import words
from twosource.model import Actor, Mention

from .actor_collectives import add_collectives, name_collectives
from .actor_groups import Draft, Drafts, group_names
from .actor_mending import mended
from .actor_names import find_names
from .actor_nominals import add_nominals
from .actor_roles import add_roles
from .actor_ties import add_ties
from .cast import Cast, cast_of
from .document import Document, Line
from .pronouns import add_pronouns

__all__ = ["find_actors"]


def find_actors(document: Document) -> Cast:
    """The cast of a report. Names, descriptions and pronouns that cannot be told apart stay apart."""
    lines = list(document.body())
    names = mended([n for line in lines for n in find_names(line)], lines, document)
    drafts = group_names(names)
    _add_sides(drafts, lines)
    add_roles(drafts, names)
    add_ties(drafts, names)
    add_nominals(drafts, lines, document.text)
    add_collectives(drafts, names, lines)
    name_collectives(drafts)
    drafts.drafts.sort(key=lambda d: min(d.places))
    add_pronouns(drafts, lines, document.text)
    _name_owners(drafts)
    return cast_of(tuple(_actor(n, d) for n, d in enumerate(drafts.drafts)))


def _add_sides(drafts: Drafts, lines: list[Line]) -> None:
    """ "the North", "the South": the country of the report whose name starts so."""
    for side in ("North", "South", "East", "West"):
        owners = [d for d in drafts.drafts if d.type == "country" and d.name.startswith(side + " ")]
        if len(owners) != 1:
            continue
        for line in lines:
            parse = line.parse
            for i in range(1, len(parse)):
                if (
                    parse.words[i] == side
                    and parse.words[i - 1].lower() == "the"
                    and parse.deps[i] not in ("compound", "nmod", "amod")
                ):
                    span = line.span(i - 1, i + 1)
                    owners[0].add(span.start, span.end, "name")
                    owners[0].names[f"the {side}"] += 1


def _name_owners(drafts: Drafts) -> None:
    """ "his administration" by its owner's name, once the pronoun is resolved."""
    owners = {start: d for d in drafts.drafts for start, _, kind in d.places if kind == "pronoun"}
    for draft in drafts.drafts:
        first, _, rest = draft.name.partition(" ")
        if draft.names or first.lower() not in ("his", "her", "its", "their"):
            continue
        owner = owners.get(min(draft.places)[0])
        if owner is not None and owner is not draft:
            draft.name = f"{owner.name}{'’' if owner.name.endswith('s') else '’s'} {rest}"
            draft.country = draft.country or owner.country


def _actor(number: int, draft: Draft) -> Actor:
    names = [n for n, _ in sorted(draft.names.items(), key=lambda x: (-x[1], x[0]))]
    if draft.type == "country":
        aliases = [n for n in names if n != draft.name]
    else:
        aliases = [n for n in names if n != draft.name and n.lower() not in words("offices", "titles")]
        aliases.extend(t for t in dict.fromkeys(draft.titled) if t not in aliases)
        aliases.extend(t for t in dict.fromkeys(draft.described) if t not in aliases)
    mentions = sorted({(a, b): k for a, b, k in sorted(draft.places, key=lambda p: p[2] == "name")}.items())
    return Actor(
        id=f"a{number + 1}",
        name=draft.name,
        type=draft.type,
        aliases=tuple(aliases),
        roles=tuple(draft.roles),
        country=draft.country,
        mentions=tuple(Mention(start=a, end=b, kind=k) for (a, b), k in mentions),  # type: ignore[arg-type]
    )
