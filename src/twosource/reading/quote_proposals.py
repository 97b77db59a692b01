"""What a cue that only the quote model sees must have, so that nobody's deeds are given as words.

PolNeAR, which the model learns from, counts attitudes and many verbs of action in ("passed a bill", "sought
to win"); these bounds, made by reading what the model proposes in other news, keep them out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from twosource.language import Parse
from twosource.lexicon import words

from .document import Line
from .quote_content import Quoted
from .quote_cues import Cue, frames
from .quote_speakers import Source

__all__ = ["Proposed", "can_speak", "is_thing", "needed"]

_SAYS = frozenset(("ccomp", "<ccomp", "xcomp", "acl", "before", "around", "^ccomp", "^parataxis", "advcl"))
"""Constructions of a candidate that make it a clause."""
_TELLING = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
"""What content must have: "which" and "it on March 13" say nothing."""
_SHORT = 3
"""Spaces in a quotation of fewer words than make it more than a name or a term."""
_LEAST = 3
"""Tokens of a clause; "to see" says nothing."""
_VERBAL = ("VERB", "AUX")
_HUMAN = ("ist", "man", "men", "woman", "women")
_NOBODY = frozenset(("this", "that", "these", "those", "which", "what"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What the model proposes for a cue: its source, and its content with the constructions that gave it."""

    cue: Cue
    source: Source | None
    content: Sequence[tuple[int, int]]
    names: Sequence[str]


def needed(
    line: Line, quoted: Quoted, said: Proposed, ruled: Collection[int], cutoffs: Mapping[str, float]
) -> float:
    """The log odds that a cue needs which only the model sees; infinite where it is never given.

    `ruled`: the heads of the rules' cues. More is needed without a source, and where the content only names a
    thing; nothing helps where the source is no one who speaks, the verb is one of doing, the content says
    nothing or takes in another's words.
    """
    parse, cue, source = line.parse, said.cue, said.source
    lemma = parse.lemmas[cue.head]
    ranges = [line.tokens_of(max(a, line.start), min(b, line.end)) for a, b in said.content]
    inside = [i for first, stop in ranges for i in range(first, stop)]
    if len(inside) < 2 or not any(parse.pos[i] in _TELLING for i in inside):
        return inf
    if source is not None and not can_speak(parse, source):
        return inf
    others = (i for i in inside if i < cue.first and i in ruled)
    if any(cue.head not in parse.ancestors(i) for i in others) or _is_so(parse, cue.head):
        return inf
    thing = is_thing(line, quoted, said.content, said.names)
    named = bool(quoted.marks) and any(quoted.flags[i] for i in inside)
    least = cutoffs["sourceless"] if source is None else cutoffs["cue"]
    if named and not thing:
        return least
    if (len(inside) < _LEAST and not thing) or (not named and lemma in words("proposals", "doing")):
        return inf
    if not thing and _is_clause(parse, frozenset(inside)):
        return least
    if lemma in frames().judging or (named and lemma not in frames().object):
        reasoned = lemma in frames().judging and _gives_reason(parse, inside)
        return max(least, cutoffs["reasoned" if reasoned else "judged"])
    return max(least, cutoffs["thing"]) if _takes_things(lemma) else inf


def _is_clause(parse: Parse, inside: frozenset[int]) -> bool:
    """Whether a verb heads some tokens."""
    return any(
        parse.pos[i] in _VERBAL and (parse.heads[i] not in inside or parse.heads[i] == i) for i in inside
    )


def _gives_reason(parse: Parse, inside: Sequence[int]) -> bool:
    """Whether what is judged is judged for or as something ("praised the crew for staying")."""
    return any(
        parse.deps[i] == "prep" and parse.lemmas[i] in ("for", "as") and parse.heads[i] not in inside[:1]
        for i in inside[1:]
    ) or any(parse.pos[i] in _VERBAL for i in inside)


def _takes_things(lemma: str) -> bool:
    """Whether what a verb or noun takes says something even without a verb."""
    lexicon = frames()
    if lemma in words("proposals", "siding"):
        return True
    named = lemma in lexicon.object or lemma in lexicon.prepositions
    return named or (lemma in lexicon.every and lemma not in lexicon.infinitive)


def is_thing(line: Line, quoted: Quoted, content: Sequence[tuple[int, int]], names: Sequence[str]) -> bool:
    """Whether content is no clause and holds no quotation."""
    if not _SAYS.isdisjoint(names):
        return False
    marks = (m for m in quoted.marks if any(a < m.end and m.start < b for a, b in content))
    return not any(line.text[m.inner - line.start : m.outer - line.start].count(" ") >= _SHORT for m in marks)


def can_speak(parse: Parse, source: Source) -> bool:
    """Whether a source's head names people, a body or a text."""
    head = source.denotes
    kind, lemma = parse.pos[head], parse.lemmas[head].lower()
    if kind in ("PRON", "DET"):
        return parse.words[head].lower() not in _NOBODY
    return kind != "NOUN" or lemma in _speaking() or (len(lemma) > 5 and lemma.endswith(_HUMAN))


@cache
def _speaking() -> frozenset[str]:
    offices = [words("offices", name) for name in ("roles", "sources", "organizations", "bodies", "groups")]
    plural = [frozenset(w.removesuffix("s") for w in some) for some in offices]
    others = [words("participants", "people"), words("participants", "bodies")]
    own = [words("proposals", "people"), words("proposals", "telling"), frames().documents]
    return frozenset().union(*offices, *plural, *others, *own)


def _is_so(parse: Parse, verb: int) -> bool:
    """Whether a clause with "that" tells what came of it ("so crowded that…")."""
    chain = (verb, parse.heads[verb])
    before = [parse.words[i].lower() for at in chain for i in parse.children[at] if i < verb]
    return "so" in before or "such" in before
