"""What somebody is, told beside the name: "harbour union chief Mara Voss", "Ilan Reyes, the union's lawyer".

Who a person is stands in few reports as a sentence and in most as a title or an aside. The reading has found
these: mentions of a person that hold a role and end in the name or stand beside it. Each says as much as
"Mara Voss is the union's chief" does, and is set beside such statements of other reports.
"""

from collections.abc import Iterator, Sequence

from twosource.language import Parse

from .claims_clauses import Clause

__all__ = ["offices"]

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})
_FEWEST = 2  # words of a role that says something
_LONGEST = 14  # tokens


def offices(parse: Parse, mentions: Sequence[tuple[int, int, str, bool]]) -> Iterator[Clause]:
    """The roles beside names in a sentence, as statements.

    `mentions` are those of its actors, sorted: start, end (offsets in the sentence), actor, and whether by
    name; one that is none by name and ends where one by name of the same actor does, or has a comma and such
    a one next to it, holds a role.
    """
    names = [(start, end, actor) for start, end, actor, named in mentions if named]
    for start, end, actor, named in mentions:
        beside = [] if named else [n for n in names if n[2] == actor and _together(parse, start, end, n)]
        if not beside:
            continue
        left, right, _ = beside[0]
        role = [i for i in range(len(parse)) if start <= parse.starts[i] < end]
        name = [i for i in range(len(parse)) if left <= parse.starts[i] < right]
        role = [i for i in role if i not in name]
        if not name or not role or len(role) > _LONGEST:
            continue
        if sum(parse.pos[i] in _CONTENT for i in role) < _FEWEST:
            continue
        both = range(min(role[0], name[0]), max(role[-1], name[-1]) + 1)
        whole = both[1:] if parse.pos[both[0]] == "DET" else both
        yield Clause(
            head=_head(parse, role), tokens=tuple(whole), minor=True, nominal=True, inner=True, titled=True
        )


def _together(parse: Parse, start: int, end: int, name: tuple[int, int, str]) -> bool:
    """Whether a mention ends in a name, or nothing but a comma stands between the two."""
    left, right, _ = name
    if left >= end or right <= start:
        return parse.text[min(end, right) : max(start, left)].strip() == ","
    return start < left and right == end


def _head(parse: Parse, role: Sequence[int]) -> int:
    """The word for the office: before its "of" or "for" ("Secretary of State"), otherwise the last."""
    for n, i in enumerate(role):
        if n and parse.pos[i] == "ADP":
            return role[n - 1]
    return role[-1]
