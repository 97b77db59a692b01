"""Actors within a report: people, organizations, countries, groups, unnamed sources; every mention."""

from twosource.lexicon import words
from twosource.model import Actor, Mention

from .actor_groups import Draft, Drafts, group_names
from .actor_names import Named, find_names, named_at
from .actor_nominals import add_nominals, add_roles, role_tokens
from .cast import Cast, cast_of
from .document import Document, Line
from .gazetteer import gazetteer
from .person_names import called
from .pronouns import add_pronouns

__all__ = ["find_actors"]


def find_actors(document: Document) -> Cast:
    """The cast of a report. Names, descriptions and pronouns that cannot be told apart stay apart."""
    lines = list(document.body())
    names = [n for line in lines for n in find_names(line)]
    names = _with_missed(names, lines)
    names = _outside_roles(names)
    drafts = group_names(names)
    _add_sides(drafts, lines)
    add_roles(drafts, names)
    add_nominals(drafts, names, lines)
    drafts.drafts.sort(key=lambda d: min(d.places))
    add_pronouns(drafts, lines, document.text)
    return cast_of(tuple(_actor(n, d, document) for n, d in enumerate(drafts.drafts)))


def _outside_roles(names: list[Named]) -> list[Named]:
    """Without pieces of offices that the model takes for bodies ("State" in "Secretary of State")."""
    roles = {(n.line.number, i) for n in names if n.type == "person" for i in role_tokens(n)}
    return [n for n in names if n.country or n.type == "person" or (n.line.number, n.stop - 1) not in roles]


def _with_missed(names: list[Named], lines: list[Line]) -> list[Named]:
    """Family names of the report's people where the parser's model overlooked them."""
    known = {w for n in names if n.type == "person" and " " in n.text for w in _as_written(n.text)}
    held = {(n.line.number, i) for n in names for i in range(n.first, n.stop)}
    found = list(names)
    for line in lines:
        parse = line.parse
        for i, word in enumerate(parse.words):
            if (
                word in known
                and (line.number, i) not in held
                and parse.pos[i] == "PROPN"
                and parse.deps[i] not in ("compound", "nmod")
                and word not in gazetteer()
            ):
                found.append(named_at(line, i, i + 1, "person"))
    return sorted(found, key=lambda n: (n.line.number, n.first))


def _as_written(name: str) -> list[str]:
    """The single words that somebody of this name is called by, with their capitals."""
    plain = set(called(name))
    return [w for w in name.split() if w.lower() in plain and w[0].isupper()]


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


def _actor(number: int, draft: Draft, document: Document) -> Actor:
    names = [n for n, _ in sorted(draft.names.items(), key=lambda x: (-x[1], x[0]))]
    if draft.type == "country":
        aliases = [n for n in names if n != draft.name]
    else:
        aliases = [n for n in names if n != draft.name and n.lower() not in words("offices", "titles")]
        aliases.extend(t for t in dict.fromkeys(draft.titled) if t not in aliases)
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
