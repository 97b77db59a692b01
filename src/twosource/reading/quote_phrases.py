"""Content other than a verb's finite clause: infinitives, gerunds, objects, prepositional phrases, a noun's
clause, and the clause around "according to". Token ranges of one sentence.
"""

from twosource.language import Parse

from .quote_cues import Cue, frames
from .quote_speakers import Source
from .quote_torn import torn_end

__all__ = ["Pieces", "around", "as_put", "bars", "complement", "made_clear", "of_noun", "set_into"]

Pieces = list[tuple[int, int]]
"""Token ranges (first, stop) of a sentence, in order."""

_BEFORE_AS = frozenset((",", "—", "–", "(", '"', "”", "''", "»"))
_VERBAL = ("VERB", "AUX")


def complement(parse: Parse, cue: Cue) -> tuple[Cue, Pieces]:
    """An infinitive, a gerund, an object or a prepositional phrase that gives what is said.

    Also the cue, with its preposition where that stands right behind it ("called for").
    """
    lexicon, lemma = frames(), parse.lemmas[cue.head]
    for i in parse.children[cue.head]:
        if i < cue.stop:
            continue
        dep = parse.deps[i]
        to = _to(parse, i) if dep in ("xcomp", "ccomp") and lemma in lexicon.infinitive else None
        if to is not None:
            if _holds_back(parse, lemma, i):
                return cue, []
            first, stop = parse.subtree(i)
            return cue, [(first if lemma in lexicon.expecting and first >= cue.stop else to, stop)]
        if dep in ("xcomp", "ccomp", "dobj") and lemma in lexicon.gerund and parse.tags[i] == "VBG":
            first, stop = parse.subtree(i)
            return cue, [(max(cue.stop, first), stop)]
    return _phrase(parse, cue, lemma)


def _to(parse: Parse, verb: int) -> int | None:
    """The "to" of an infinitive, or the "not" right before it."""
    to = next((k for k in parse.children[verb] if parse.tags[k] == "TO" and k < verb), None)
    return to - 1 if to and parse.deps[to - 1] == "neg" and parse.heads[to - 1] == verb else to


def bars(parse: Parse, cue: Cue) -> bool:
    """Whether a cue says that nothing, or no name, is given ("declined to comment")."""
    lemma = parse.lemmas[cue.head]
    verbs = (i for i in parse.children[cue.head] if i >= cue.stop and parse.deps[i] in ("xcomp", "ccomp"))
    return any(_to(parse, i) is not None and _holds_back(parse, lemma, i) for i in verbs)


def _holds_back(parse: Parse, lemma: str, verb: int) -> bool:
    lexicon = frames()
    return (parse.lemmas[verb] in lexicon.silent and lemma in lexicon.refusing) or _hides(parse, verb)


def _hides(parse: Parse, verb: int) -> bool:
    """Whether an infinitive asks for no name ("asked not to be named", "to remain anonymous")."""
    hiding = frames().hiding
    if parse.lemmas[verb] in hiding and parse.child(verb, "auxpass") is not None:
        return True
    return any(parse.deps[i] in ("acomp", "oprd") and parse.lemmas[i] in hiding for i in parse.children[verb])


def _phrase(parse: Parse, cue: Cue, lemma: str) -> tuple[Cue, Pieces]:
    """A prepositional phrase ("accused him of C"), an object, or what an object is called."""
    lexicon = frames()
    after = [i for i in parse.children[cue.head] if i >= cue.stop]
    thing = next((i for i in after if parse.deps[i] in ("dobj", "ccomp")), None)
    wanted = lexicon.prepositions.get(lemma, frozenset())
    prep = next((i for i in after if parse.deps[i] in ("prep", "agent") and parse.lemmas[i] in wanted), None)
    if prep is not None and parse.children[prep]:
        stop = torn_end(parse, prep, parse.subtree(prep)[1])
        if thing is not None and thing < prep:
            whom = lemma in lexicon.addressing
            return cue, [(prep if whom else max(cue.stop, parse.subtree(thing)[0]), stop)]
        if prep == cue.stop:
            cue = Cue(head=cue.head, first=cue.first, stop=prep + 1, sort=cue.sort)
        return cue, [(prep + 1, stop)]
    if lemma not in lexicon.object:
        return cue, []
    names = [i for i in after if parse.deps[i] in ("oprd", "xcomp")]
    if thing is None:
        return cue, [parse.subtree(i) for i in names[:1] if parse.deps[i] == "oprd"]
    first, stop = parse.subtree(thing)
    for i in names:
        if i >= stop and parse.subtree(i)[0] <= stop + 1:
            stop = parse.subtree(i)[1]
    return cue, [(max(cue.stop, first), stop)]


def around(parse: Parse, cue: Cue, source: Source | None) -> Pieces:
    """The clause that "according to S" stands in, without it."""
    if source is None:
        return []
    head = parse.heads[cue.first]
    while parse.heads[head] != head and parse.pos[head] not in _VERBAL:
        head = parse.heads[head]
    first, stop = parse.subtree(head)
    if parse.heads[head] == head:
        stop = _own(parse, head, cue.first, stop)
    end = max(cue.stop, source.stop)
    pieces = [(a, b) for a, b in ((first, cue.first), (end, stop)) if b > a]
    # What is left behind the source is often no more than its full stop.
    if len(pieces) == 2 and stop - end <= 2:
        pieces.pop()
    if parse.heads[source.head] >= end and parse.deps[source.head] == "nsubj":
        return [p for p in pieces if p[1] <= cue.first]  # what is behind was torn from the source
    return pieces


def _own(parse: Parse, head: int, at: int, stop: int) -> int:
    """Where a main clause stops: before the clauses joined to it that have a subject of their own."""
    for i in parse.children[head]:
        if parse.deps[i] == "conj" and parse.child(i, "nsubj", "nsubjpass") is not None:
            start = parse.subtree(i)[0]
            if start > at:
                stop = min(stop, start)
    return stop


def of_noun(parse: Parse, cue: Cue) -> Pieces:
    """The clause or infinitive that a noun of speech takes ("his claim that C")."""
    for i in parse.children[cue.head]:
        if i > cue.head and parse.deps[i] in ("acl", "ccomp", "relcl"):
            first, stop = parse.subtree(i)
            that = parse.words[first].lower() == "that" and parse.deps[first] == "mark"
            to = parse.deps[i] == "acl" and parse.tags[first] == "TO"
            if that or (to and parse.lemmas[cue.head] not in frames().telling):
                return [(first, stop)]
    return []


def as_put(parse: Parse, cue: Cue) -> Pieces:
    """The clause that "as S said" or "as S put it" is set beside, without it."""
    verb = cue.head
    if parse.deps[verb] != "advcl" or parse.heads[verb] == verb:
        return []
    mark = next((i for i in parse.children[verb] if i < verb and parse.lemmas[i].lower() == "as"), None)
    thing = parse.child(verb, "ccomp", "dobj", "xcomp", "attr", "acomp")
    if mark is None or (thing is not None and parse.words[thing].lower() != "it"):
        return []
    first, stop = parse.subtree(parse.heads[verb])
    left, right = parse.subtree(verb)
    # "As quickly as she had said": a measure, no report.
    if left != mark or (left > 0 and parse.words[left - 1] not in _BEFORE_AS):
        return []
    return [(a, b) for a, b in ((first, left), (right, stop)) if b > a + 1]


def made_clear(parse: Parse, cue: Cue) -> Pieces:
    """The clause of "made clear that"; the parse hangs it on either word."""
    clear = cue.stop - 1
    for i in (*parse.children[clear], *parse.children[cue.head]):
        first, stop = parse.subtree(i)
        if first == cue.stop and parse.deps[i] in ("ccomp", "advcl") and parse.words[first].lower() == "that":
            return [(first, stop)]
    return []


def set_into(parse: Parse, cue: Cue, source: Source) -> Pieces:
    """The clause that "said S" between commas is set into, on both sides."""
    first, stop = 0, len(parse)
    return [(first, cue.first), (source.stop, stop)]
