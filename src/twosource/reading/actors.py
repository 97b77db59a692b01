"""Actors within a report: people, organizations, countries, groups, unnamed sources; every mention."""

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import Actor, Mention

from .actor_groups import Draft, Drafts, group_names
from .actor_names import Named, find_names, named_at
from .actor_nominals import add_nominals, add_roles, role_tokens
from .cast import Cast, cast_of
from .document import Document, Line
from .gazetteer import starts_place
from .person_names import called
from .pronouns import add_pronouns

__all__ = ["find_actors"]


def find_actors(document: Document) -> Cast:
    """The cast of a report. Names, descriptions and pronouns that cannot be told apart stay apart."""
    lines = list(document.body())
    names = [n for line in lines for n in find_names(line) if n.sure or _borne_out(n, document)]
    names = _with_missed(_uncoupled(names), lines)
    names = _outside_roles(names)
    drafts = group_names(names)
    _add_sides(drafts, lines)
    add_roles(drafts, names)
    add_nominals(drafts, names, lines)
    drafts.drafts.sort(key=lambda d: min(d.places))
    add_pronouns(drafts, lines, document.text)
    _name_owners(drafts)
    return cast_of(tuple(_actor(n, d, document) for n, d in enumerate(drafts.drafts)))


def _uncoupled(names: list[Named]) -> list[Named]:
    """ "Roe and Lindqvist" taken for a firm: two people, where one of them bears the name elsewhere."""
    known = {w for n in names if n.type == "person" for w in called(n.text)}
    found: list[Named] = []
    for named in names:
        words_ = named.line.parse.words[named.first : named.stop]
        couple = len(words_) == 3 and words_[1].lower() in ("and", "&") and named.type == "organization"
        if couple and (words_[0].lower() in known or words_[2].lower() in known):
            found.append(named_at(named.line, named.first, named.first + 1, "person"))
            found.append(named_at(named.line, named.stop - 1, named.stop, "person"))
        else:
            found.append(named)
    return found


def _borne_out(named: Named, document: Document) -> bool:
    """Whether a name of the headline, where every word may bear a capital, stands in the body too."""
    title = document.report.title_span
    if title is None or not (title.start <= named.line.start and named.line.end <= title.end):
        return True
    return document.text.find(named.text, title.end) >= 0


def _outside_roles(names: list[Named]) -> list[Named]:
    """Without pieces of offices that the model takes for bodies ("State" in "Secretary of State")."""
    roles = {(n.line.number, i) for n in names if n.type == "person" for i in role_tokens(n)}
    return [
        n
        for n in names
        if n.country
        or (not _is_portfolio(n) and (n.type == "person" or (n.line.number, n.stop - 1) not in roles))
    ]


def _is_portfolio(named: Named) -> bool:
    """ "Transport" in "Transport Minister Ana Ruiz": what a minister is in charge of, not a body."""
    parse, stop = named.line.parse, named.stop
    alone = stop - named.first == 1 and parse.words[named.first].isalpha()
    return alone and stop < len(parse) and parse.words[stop].lower() in ("minister", "secretary")


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
                and _is_name(parse, i)
                and parse.deps[i] not in ("compound", "nmod")
                and not starts_place([word])
            ):
                found.append(named_at(line, i, i + 1, "person"))
    return sorted(found, key=lambda n: (n.line.number, n.first))


def _is_name(parse: Parse, token: int) -> bool:
    """A proper noun; or a bare subject that the model takes for a common noun ("Ruiz thanked him")."""
    if parse.pos[token] == "PROPN":
        return True
    bare = not any(parse.deps[c] == "det" for c in parse.children[token])
    return parse.pos[token] == "NOUN" and bare and parse.deps[token] in ("nsubj", "nsubjpass", "poss")


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


def _described(draft: Draft, document: Document) -> list[str]:
    """Descriptions that stand for a named person in this report ("the young Ruritanian leader")."""
    if draft.type != "person" or not draft.names:
        return []
    found = []
    for start, end, kind in sorted(draft.places):
        text = " ".join(document.text[start:end].split())
        if kind == "nominal" and text.lower().startswith("the ") and 2 < len(text.split()) < 8:
            found.append(text)
    return list(dict.fromkeys(found))


def _actor(number: int, draft: Draft, document: Document) -> Actor:
    names = [n for n, _ in sorted(draft.names.items(), key=lambda x: (-x[1], x[0]))]
    if draft.type == "country":
        aliases = [n for n in names if n != draft.name]
    else:
        aliases = [n for n in names if n != draft.name and n.lower() not in words("offices", "titles")]
        aliases.extend(t for t in dict.fromkeys(draft.titled) if t not in aliases)
        aliases.extend(t for t in _described(draft, document) if t not in aliases)
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
