"""Posts in one body: "campaign chairman Ola Lind" in one report, "campaign manager Ola Lind" in another.

A body (lexicon/conflicts.toml, `bodies`) has one chairman, one manager, one treasurer, and nobody is two of
them at once. Present and past holders compare ("former campaign manager"), for what they were is one post;
deputies, years ("his 2012 campaign manager") and bodies of two owners do not.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from twosource.language import Parse
from twosource.lexicon import load, words

from .conflicts_lines import Dispute, Line
from .conflicts_tellings import Telling

__all__ = ["body_disputes"]

_NEAR = 5  # tokens before the body that may say whose it is, or that it is another one
_BESIDE = 7  # tokens from a name to the post beside it


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Post:
    """A post in a body that a report gives somebody; `owner` are the names before it."""

    who: str
    body: str
    post: str
    owner: frozenset[str]
    line: Line


def body_disputes(told: Sequence[Telling]) -> list[Dispute]:
    """Conflicts between reports that give one person two posts in one body, each report one."""
    blocks: dict[tuple[str, str], list[_Post]] = defaultdict(list)
    for telling in told:
        if not telling.vocabulary.isdisjoint(_bodies()) and not telling.vocabulary.isdisjoint(_heads()):
            for post in _posts(telling):
                blocks[post.who, post.body].append(post)
    found = []
    for who, body in sorted(blocks):
        sides: dict[str, list[_Post]] = defaultdict(list)
        for post in blocks[who, body]:
            sides[post.post].append(post)
        reports = [{p.line.unit.report for p in some} for some in sides.values()]
        if len(sides) < 2 or any(a & b for a, b in combinations(reports, 2)):
            continue
        owners = {p.owner for some in sides.values() for p in some if p.owner}
        if owners and not frozenset.intersection(*owners):
            continue
        name = told[0].cast.names[who]
        found.append(
            Dispute(
                about="role", kind="conflict", question=f"Which post in the {body} is, or was, {name}’s?",
                why="one person, two posts in one body",
                sides=tuple(tuple(p.line for p in some) for some in sides.values()),
            )
        )  # fmt: skip
    return found


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("conflicts")["bodies"]["bodies"])


@cache
def _heads() -> Mapping[str, str]:
    """Word for a post → the post."""
    known: dict[str, list[str]] = load("conflicts")["body_posts"]
    return {word: post for post, some in known.items() for word in some}


def _posts(telling: Telling) -> Iterator[_Post]:
    """The posts in bodies that a sentence gives to people by name, right beside the name."""
    parse = telling.parse
    for head in range(1, len(parse)):
        post = _heads().get(parse.words[head].lower())
        body = head - 1 if parse.words[head - 1].lower() not in ("'s", "’s") else head - 2
        if post is None or body < 0 or parse.lemmas[body].lower() not in _bodies():
            continue
        before = [w.lower() for w in parse.words[max(0, body - _NEAR) : body]]
        if not _others().isdisjoint(before[-2:]) or any(w[:4].isdigit() for w in before):
            continue
        name = _after(telling, head) or _before(telling, body)
        who = telling.cast.person(telling.actor(name)) if name is not None else None
        if name is None or who is None:
            continue
        said = parse.lemmas[body].lower()
        yield _Post(
            who=who, body=said, post=post, owner=_owner(parse, body),
            line=telling.line(f"{said} {post}", [body, head, name], name),
        )  # fmt: skip


@cache
def _others() -> frozenset[str]:
    """Words that make a post another than the body's own."""
    return words("conflicts", "deputies") | {"and", "or", "co", "national", "regional", "acting", "interim"}


def _owner(parse: Parse, body: int) -> frozenset[str]:
    """The names right before a body: "Lind campaign manager", "Lind's former campaign manager"."""
    run = range(max(0, body - _NEAR), body)
    return frozenset(
        parse.words[i].lower() for i in run
        if parse.pos[i] == "PROPN" and (parse.deps[i] in ("poss", "compound")) and parse.heads[i] >= body
    )  # fmt: skip


def _after(telling: Telling, head: int) -> int | None:
    """The last word of the name right after a post, or after a comma."""
    parse, at = telling.parse, head + 1
    if at < len(parse) and parse.words[at] == ",":
        at += 1
    first = at
    while at < len(parse) and parse.pos[at] == "PROPN" and at - first < 4:
        at += 1
    comma = first == head + 2
    if at == first or (comma and at < len(parse) and parse.words[at] not in (",", ".")):
        return None
    return at - 1


def _before(telling: Telling, body: int) -> int | None:
    """The name before a post between commas: "Ola Lind, the campaign chairman, "."""
    parse = telling.parse
    for i in range(body - 1, max(0, body - _BESIDE), -1):
        if parse.words[i] == ",":
            return i - 1 if parse.pos[i - 1] == "PROPN" else None
        if parse.pos[i] in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP"):
            return None
    return None
