"""A statement without what only one report says of it: the text that all of its evidence makes true.

"She was arrested in Vesta on Monday, after a chase" where the others have no chase is "She was arrested in
Vesta on Monday". What only adds a place, a time, a manner or an aside can go, for the rest follows from the
whole; not so under a "not", "only" or "first", where less said means more claimed (monotonicity: MacCartney &
Manning 2007, "Natural logic for textual inference").
"""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.lexicon import words

from .claims_units import Unit, stem

__all__ = ["unshared"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_ASIDE = frozenset({"relcl", "acl", "appos", "advcl", "parataxis"})
_SET_OFF = frozenset({",", "–", "—", "--"})
_COMPLEMENTS = ("dobj", "attr", "acomp", "xcomp", "ccomp", "auxpass", "dative", "oprd")
_FEWEST = 2  # content words that are left


def unshared(core: Unit, members: Sequence[Unit]) -> set[int]:
    """The tokens of a core's sentence that its text can do without and that some other report lacks.

    Days are left to `claims_core`: reports write one day in many ways.
    """
    parse, clause = core.parse, core.clause
    if core.direct or core.negated or clause.nominal:
        return set()
    bound = {i for i in clause.spoken if parse.lemmas[i].lower() in words("claims", "bounding")}
    told: dict[str, set[str]] = {}
    for u in members:
        if u.report != core.report:
            told.setdefault(u.report, set()).update(_said(u.parse))
    own = set(clause.tokens)
    base = core.sentence.start
    dated = {i for i in own for d in core.dates if d.start <= base + parse.starts[i] < d.end}
    out: set[int] = set()
    for top in _optional(parse, clause.head, own):
        below = {i for i in parse.below(top) if i in own}
        if top in out or below & dated or bound - below or _guarded(parse, below):
            continue
        tokens = [i for i in below if parse.pos[i] in _CONTENT]
        if tokens and any(not _held(parse, tokens, known) for known in told.values()):
            out |= below
    left = sum(parse.pos[i] in _CONTENT for i in own - out)
    return out if clause.head not in out and left >= _FEWEST else set()


def _said(parse: Parse) -> Iterator[str]:
    """The words of a sentence, as they are written and by stem."""
    for word, lemma in zip(parse.words, parse.lemmas, strict=True):
        yield word.lower()
        yield stem(lemma)


def _held(parse: Parse, tokens: Sequence[int], known: set[str]) -> bool:
    """Whether a report has any of these words."""
    return any(parse.words[i].lower() in known or stem(parse.lemmas[i]) in known for i in tokens)


def _guarded(parse: Parse, tokens: set[int]) -> bool:
    """Whether words tell a condition or deny something: without them the rest would be another statement."""
    conditions = words("claims", "conditions")
    return any(parse.deps[i] == "neg" or parse.lemmas[i].lower() in conditions for i in tokens)


def _optional(parse: Parse, head: int, own: set[int]) -> Iterator[int]:
    """The tops of what a clause can do without: asides set off by commas, places, times and manners."""
    complete = parse.child(head, *_COMPLEMENTS) is not None
    for i in sorted(own):
        first = parse.subtree(i)[0]
        if parse.deps[i] in _ASIDE and first and parse.words[first - 1] in _SET_OFF:
            yield i
            continue
        placing = parse.deps[i] == "prep" and parse.lemmas[i].lower() in words("claims", "placing")
        if parse.heads[i] == head and ((placing and complete) or _manner(parse, i)):
            yield i


def _manner(parse: Parse, token: int) -> bool:
    """Whether an adverb only tells how: "quickly", not "allegedly"."""
    lemma = parse.lemmas[token].lower()
    return parse.deps[token] == "advmod" and lemma.endswith("ly") and lemma not in words("claims", "hedges")
