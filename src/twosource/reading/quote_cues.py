"""Cues: the verbs, nouns and prepositions of a sentence that say somebody said or holds something.

Works on ClearNLP dependencies. What is denied to have been said ("did not say"), asked or merely supposed
("if he says") is no cue; a cue word inside a quotation belongs to the quotation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load

__all__ = ["Cue", "Frames", "find_cues", "frames", "is_said", "is_told"]

_VERBAL = frozenset(("VERB", "AUX"))
_NEVER = frozenset(("not", "n't", "never", "hardly", "nor", "neither", "without"))
_NOBODY = frozenset(("no", "neither", "nobody", "none"))
_MODAL = frozenset(("would", "could", "should", "might", "may", "can", "must"))
_BESIDE = frozenset(("aux", "auxpass", "neg", "advmod"))


@dataclass(frozen=True, slots=True)
class Frames:
    """The lexicon of cues, by what they take."""

    say: frozenset[str]
    clause: frozenset[str]
    infinitive: frozenset[str]
    gerund: frozenset[str]
    object: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    nouns: frozenset[str]
    documents: frozenset[str]
    occasions: frozenset[str]
    not_said: frozenset[str]
    refusing: frozenset[str]
    silent: frozenset[str]
    addressing: frozenset[str]
    judging: frozenset[str]
    hiding: frozenset[str]
    outer: frozenset[str]
    aside: frozenset[str]
    according: dict[str, tuple[tuple[str, ...], ...]]
    every: frozenset[str]


@cache
def frames() -> Frames:
    """The lexicon `speech`, ready for look-ups."""
    data = load("speech")
    sets = {k: frozenset(data[k]) for k in ("say", "clause", "infinitive", "gerund", "object")}
    nouns = frozenset(data["nouns"]["clause"])
    prepositions = {k: frozenset(v) for k, v in data["prepositions"].items()}
    according = {k: tuple(tuple(a.split()) for a in v) for k, v in data["according"].items()}
    return Frames(
        **sets,
        prepositions=prepositions,
        nouns=nouns,
        documents=frozenset(data["nouns"]["document"]),
        occasions=frozenset(data["nouns"]["occasion"]),
        **{k: frozenset(v) for k, v in data["fixed"].items()},
        according=according,
        every=frozenset().union(*sets.values(), prepositions, nouns, according),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue in one sentence's parse: its head token, the tokens `first` to `stop` it spans, and its sort."""

    head: int
    first: int
    stop: int
    sort: str  # "verb", "noun" or "according"


def find_cues(parse: Parse, quoted: Sequence[bool]) -> Iterator[Cue]:
    """The cues of a sentence in order. `quoted` says of each token whether it stands in quotation marks."""
    lexicon = frames()
    if lexicon.every.isdisjoint(parse.lemmas):
        return
    every = lexicon.every
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in every or quoted[i]:
            continue
        cue = _cue(parse, i, lemma, lexicon)
        if cue is not None:
            yield cue


def _cue(parse: Parse, i: int, lemma: str, lexicon: Frames) -> Cue | None:
    if lemma in lexicon.according and (cue := _according(parse, i, lexicon.according[lemma])):
        return cue
    if parse.pos[i] in _VERBAL:
        if parse.deps[i] in ("aux", "auxpass", "amod", "compound") or not is_said(parse, i):
            return None
        return Cue(head=i, first=_left(parse, i), stop=_right(parse, i), sort="verb")
    if parse.pos[i] == "NOUN" and lemma in lexicon.nouns:
        return Cue(head=i, first=i, stop=i + 1, sort="noun")
    return None


def _according(parse: Parse, i: int, runs: tuple[tuple[str, ...], ...]) -> Cue | None:
    """A fixed run of words before a source, of which token `i` is the last but one."""
    for words in runs:
        first = i + 2 - len(words)
        if first >= 0 and tuple(w.lower() for w in parse.words[first : i + 2]) == words:
            return Cue(head=i + 1, first=first, stop=i + 2, sort="according")
    return None


def _left(parse: Parse, verb: int) -> int:
    """Where the cue starts: its auxiliaries and adverbs, as far as they stand right before it."""
    first = verb
    while first and parse.heads[first - 1] == verb and parse.deps[first - 1] in _BESIDE:
        if parse.deps[first - 1] == "advmod" and parse.pos[first - 1] not in ("ADV", "PART"):
            break
        first -= 1
    return first


def _right(parse: Parse, verb: int) -> int:
    """Where the cue stops: behind its particle ("pointed out")."""
    stop = verb + 1
    if stop < len(parse) and parse.heads[stop] == verb and parse.deps[stop] == "prt":
        stop += 1
    return stop


def is_said(parse: Parse, verb: int) -> bool:
    """Whether a verb tells of something that was said: not negated, asked or supposed, nor put off."""
    deps, lemmas, children = parse.deps, parse.lemmas, parse.children
    subject = aux = None
    for i in children[verb]:
        dep = deps[i]
        if dep == "neg" or (dep in ("advmod", "cc", "preconj") and lemmas[i].lower() in _NEVER):
            return False
        if dep == "mark" and lemmas[i].lower() in frames().not_said:
            return False
        if dep == "aux":
            if parse.words[i].lower() in _MODAL:
                return False
            aux = i if aux is None else aux
        elif dep in ("nsubj", "nsubjpass"):
            subject = i
            if lemmas[i].lower() in _NOBODY or any(
                lemmas[k].lower() in _NOBODY for k in children[i] if deps[k] == "det"
            ):
                return False
    if aux is not None and subject is not None and aux < subject < verb and parse.words[-1] == "?":
        return False
    return not _held_back(parse, verb)


def is_told(parse: Parse, verb: int) -> bool:
    """Whether a verb says that somebody was addressed ("was told", "asked what it would do, Ruiz said…")."""
    if parse.lemmas[verb] not in frames().addressing:
        return False
    kinds = {parse.deps[i] for i in parse.children[verb]}
    if "auxpass" in kinds:
        return True
    if parse.tags[verb] not in ("VBN", "VBD") or not kinds.isdisjoint(("dobj", "aux")):
        return False
    return _is_set_in(parse, verb) or (parse.deps[verb] in ("advcl", "acl") and "nsubj" not in kinds)


def _is_set_in(parse: Parse, verb: int) -> bool:
    """Whether a participle between commas was taken for the main verb ("Ruiz, asked if she knew, said…")."""
    if not verb or parse.words[verb - 1] != ",":
        return False
    return any(
        i > verb
        and parse.deps[i] in ("ccomp", "conj", "dep")
        and parse.tags[i] in ("VBD", "VBZ")
        and parse.lemmas[i] in frames().say
        and parse.child(i, "nsubj") is None
        and "," in parse.words[verb:i]
        for i in parse.children[verb]
    )


def _held_back(parse: Parse, verb: int) -> bool:
    """Whether a governing word keeps the speech from happening ("declined to say", "without saying")."""
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb:
        return False
    if dep == "pcomp":
        return parse.lemmas[head].lower() == "without"
    if dep == "xcomp":
        if parse.lemmas[head].lower() in frames().refusing:
            return True
        return any(parse.deps[i] == "neg" for i in parse.children[head])
    return False
