"""Why a pronoun may mean nobody that the report surely names, though an actor fits it.

"Berg opened the hall. He…": where the cast takes "Berg" for a body, or does not know him, "he" is not the
next best man. "The tax costs nothing. It…" is no country, and "A handful of owners say they…" nobody
before them.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from twosource.language import Parse

from .actor_groups import Draft
from .document import Line
from .pronoun_turns import Turn, says
from .relatives import has_plural_verb

__all__ = ["draft_at", "is_doubtful", "is_only_one", "is_strange", "is_torn"]

_HE = frozenset(("he", "she"))
_SINGLE = {"he": "he", "him": "he", "his": "he", "himself": "he"}
_SINGLE |= {"she": "she", "her": "she", "herself": "she"}
"""Pronouns of one person, with their subject form."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_JOINED = frozenset(("det", "compound", "conj", "poss", "amod"))
_FAR = 60
"""Tokens before a pronoun in which its sentence may name somebody else."""

Places = Sequence[tuple[int, int, int]]
"""The mentions of a sentence so far (start, end, number of the draft)."""
Owner = Callable[[int], int | None]
"""The number of the draft that is mentioned on a token, if any."""


def is_doubtful(
    line: Line,
    token: int,
    best: int,
    here: Places,
    quoted: Sequence[bool],
    drafts: Sequence[Draft],
    before: Callable[[], Turn],
) -> bool:
    """Whether somebody or something else than the draft `best` may be meant by a pronoun; `before` tells who
    spoke in the sentence before.
    """
    parse, word = line.parse, line.parse.words[token].lower()
    start = line.start + parse.starts[token]
    within = [line.token_at(b - 1) for _, b, n in here if n == best and b <= start]
    if word == "it":
        return _is_things(parse, token, within) or (not within and best not in before().acting)
    if word == "they":
        return not within and best not in before().present
    if word not in _SINGLE:
        return False
    owner = partial(draft_at, here, line)
    others = (i for i in range(max(0, token - _FAR), token) if not quoted[i])
    strange = any(is_strange(parse, i, owner, drafts, _SINGLE[word]) for i in others)
    if strange and not any(parse.deps[i] in _SUBJECTS for i in within if i is not None):
        return True
    if within or not before().strange:
        return False
    return best not in (before().present if says(parse, token) is None else before().acting)


def _is_things(parse: Parse, token: int, within: Sequence[int | None]) -> bool:
    """Whether an "it" may mean the thing that is its sentence's subject ("The union agrees, but the plan is
    new and it shows…"), since the body, mentioned at `within`, is none.
    """
    if parse.deps[token] not in _SUBJECTS or any(
        i is not None and parse.deps[i] in _SUBJECTS for i in within
    ):
        return False
    start = max(0, token - _FAR)
    return any(parse.deps[i] in _SUBJECTS and parse.tags[i] == "NN" for i in range(start, token))


def is_strange(parse: Parse, token: int, owner: Owner, drafts: Sequence[Draft], word: str = "") -> bool:
    """Whether a subject is a name that may be a person's, though no person of the cast bears it, or a "he"
    whom nobody is known for; where `word` is given, that pronoun only.
    """
    if parse.deps[token] not in _SUBJECTS:
        return False
    found = owner(token)
    if (subject := parse.words[token].lower()) in _HE:
        return found is None and word in ("", subject)
    if parse.tags[token] != "NNP" or not _is_bare(parse, token):
        return False
    if found is not None:
        return drafts[found].type == "organization"
    return not any(e.start <= token < e.end and e.label not in ("PERSON", "ORG") for e in parse.entities)


def _is_bare(parse: Parse, token: int) -> bool:
    """Whether a name is one word, as a surname is: no article, no acronym, nothing joined to it."""
    word = parse.words[token]
    if not word.isalpha() or not word[:1].isupper() or word.isupper():
        return False
    return not any(parse.deps[i] in _JOINED for i in parse.children[token])


def is_torn(parse: Parse, token: int, best: int, above: Mapping[int, int]) -> bool:
    """Whether a "he" in a clause below another "he" may mean him rather than the one named in between ("he
    knew Ruiz lied when he asked"); `above` are the drafts of the subjects over it, each with its token.
    """
    word = parse.words[token].lower()
    if parse.deps[token] not in _SUBJECTS or word not in _HE:
        return False
    return any(n != best and parse.words[i].lower() == word for n, i in above.items())


def is_only_one(parse: Parse, pronoun: int, draft: Draft) -> bool:
    """Whether a "who" with a plural verb was taken for one alone ("officials at the ministry, who were…",
    "candidates like Ruiz who say…")."""
    return draft.type != "group" and not draft.plural and has_plural_verb(parse, pronoun)


def draft_at(here: Places, line: Line, token: int, last: int = -1) -> int | None:
    """The draft with the shortest mention on a token, and on all tokens up to `last` where that is given;
    `here` are the line's mentions (start, end, draft)."""
    start, end = line.start + line.parse.starts[token], line.start + line.parse.ends[max(token, last)]
    found = [(b - a, n) for a, b, n in here if a <= start and end <= b]
    return min(found)[1] if found else None
