"""Bodies taken up by a bare noun: "the group" is the one that the sentence, or the one before it, has named
as somebody who acts or as what a speaker works for.
"""

from collections.abc import Sequence

from twosource.lexicon import words

from .actor_groups import Draft
from .document import Line

__all__ = ["BODIES", "named_shortly_before"]

BODIES = frozenset(("group", "organization", "organisation", "nonprofit"))
_OFFICES = frozenset(("of", "for", "at", "with", "from"))
_STATE = frozenset(("house", "senate", "congress", "court", "police", "parliament", "cabinet", "army"))


def named_shortly_before(
    drafts: Sequence[Draft], line: Line, earlier: Line | None, head: int
) -> Draft | None:
    """The one body that the line names before token `head`, else the one that the line before names; None
    where it is none, several, or an arm of the state, which nobody calls a group.
    """
    for where, stop in ((line, head), (earlier, None)):
        if where is None:
            continue
        end = where.end if stop is None else where.start + where.parse.starts[stop]
        bodies = [d for d in drafts if d.type == "organization" and d.names and not _is_state(d)]
        uses = [(d, use) for d in bodies if (use := _use(d, where, end)) is not None]
        found = [d for d, use in uses if use == "acts"]
        if found:
            return found[0] if len(found) == 1 and all(use != "other" for _, use in uses) else None
    return None


def _is_state(draft: Draft) -> bool:
    last = draft.name.lower().split()[-1]
    return last in _STATE or last in ("department", "ministry", "government", "administration", "party")


def _use(draft: Draft, line: Line, end: int) -> str | None:
    """What a line does with a body that it names before `end`: "acts" for its subject or what somebody works
    for, "told" for whom somebody tells something, "other"; None where it does not name it.
    """
    parse, found = line.parse, None
    for _, stop, kind in draft.places:
        if kind != "name" or not line.start < stop <= end:
            continue
        token = next((i for i in range(len(parse)) if line.start + parse.ends[i] >= stop), None)
        if token is None:
            continue
        above, dep = parse.heads[token], parse.deps[token]
        works = dep == "pobj" and parse.words[above] in _OFFICES
        if dep in ("nsubj", "nsubjpass"):
            return "acts"
        if works and parse.lemmas[parse.heads[above]].lower() in words("offices", "roles"):
            return "acts"
        found = "told" if dep in ("dobj", "dative") and parse.lemmas[above] == "tell" else found or "other"
    return found
