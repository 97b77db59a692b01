"""Cues: the verbs, nouns and prepositions of a sentence that say somebody said or holds something.

Works on ClearNLP dependencies. What is denied to have been said ("did not say"), asked or merely supposed
("if he says") is no cue; a cue word inside a quotation belongs to the quotation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Manner

from .quote_idioms import is_idiom

__all__ = ["Cue", "Frames", "cue_at", "find_cues", "frames", "is_said", "is_told", "manner_of", "set_in"]

_VERBAL = frozenset(("VERB", "AUX"))
_NEVER = frozenset(("not", "n't", "never", "hardly", "nor", "neither", "without"))
_NOBODY = frozenset(("no", "neither", "nobody", "none"))
_MODAL = frozenset(("would", "could", "should", "might", "may", "can", "must"))
_WRITERS = frozenset(("my", "our", "your", "one"))
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
    thinking: frozenset[str]
    denying: frozenset[str]
    ahead: frozenset[str]
    put: frozenset[str]
    expecting: frozenset[str]
    announcing: frozenset[str]
    outspoken: frozenset[str]
    telling: frozenset[str]
    owned: dict[str, frozenset[str]]
    according: dict[str, tuple[tuple[str, ...], ...]]
    every: frozenset[str]


@cache
def frames() -> Frames:
    """The lexicon `speech`, ready for look-ups."""
    data = load("speech")
    sets = {k: frozenset(data[k]) for k in ("say", "clause", "infinitive", "gerund", "object")}
    nouns = frozenset(data["nouns"]["clause"])
    prepositions = {k: frozenset(v) for k, v in data["prepositions"].items()}
    owned = {k: frozenset(v) for k, v in data["owned"].items()}
    according = {k: tuple(tuple(a.split()) for a in v) for k, v in data["according"].items()}
    return Frames(
        **sets,
        prepositions=prepositions,
        nouns=nouns,
        documents=frozenset(data["nouns"]["document"]),
        occasions=frozenset(data["nouns"]["occasion"]),
        **{k: frozenset(v) for k, v in data["fixed"].items()},
        owned=owned,
        according=according,
        every=frozenset(("make", "go", *data["fixed"]["put"])).union(
            *sets.values(), prepositions, nouns, owned, according
        ),
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
        cue = _going_on(parse, i, quoted) if lemma == "go" else _cue(parse, i, lemma, lexicon)
        if cue is not None:
            yield cue


def _cue(parse: Parse, i: int, lemma: str, lexicon: Frames) -> Cue | None:
    if lemma in lexicon.according and (cue := _according(parse, i, lexicon.according[lemma])):
        return cue
    if lemma in lexicon.owned and (cue := _owned(parse, i, lexicon.owned[lemma])):
        return cue
    if parse.pos[i] in _VERBAL or (parse.pos[i] == "NOUN" and lemma in lexicon.nouns):
        return cue_at(parse, i)
    return None


def _going_on(parse: Parse, verb: int, quoted: Sequence[bool]) -> Cue | None:
    """ "…," she went on."""
    stop = verb + 2
    if parse.tags[verb] not in ("VBD", "VBZ") or parse.child(verb, "nsubj") is None:
        return None
    if parse.words[verb + 1 : stop] != ("on",) or (stop < len(parse) and parse.pos[stop] != "PUNCT"):
        return None
    first = parse.subtree(parse.child(verb, "nsubj") or verb)[0]
    beside = 0 < first < verb and (quoted[first - 1] or quoted[max(0, first - 2)])
    return Cue(head=verb, first=_left(parse, verb), stop=stop, sort="verb") if beside else None


def cue_at(parse: Parse, token: int) -> Cue | None:
    """A cue with this verb or noun as its head; None where it stands for nothing that was said."""
    if parse.pos[token] in _VERBAL:
        if parse.deps[token] in ("aux", "auxpass", "amod", "compound") or not is_said(parse, token):
            return None
        if parse.lemmas[token] == "make":
            return _making_clear(parse, token)
        if is_idiom(parse, token):
            return None
        return Cue(head=token, first=_left(parse, token), stop=_right(parse, token), sort="verb")
    if parse.pos[token] == "NOUN":
        return Cue(head=token, first=token, stop=token + 1, sort="noun")
    return None


def _making_clear(parse: Parse, verb: int) -> Cue | None:
    """ "Made clear", "made it clear"."""
    at = verb + 1
    if at < len(parse) and parse.words[at].lower() == "it":
        at += 1
    if at >= len(parse) or parse.words[at].lower() not in ("clear", "plain"):
        return None
    return Cue(head=verb, first=_left(parse, verb), stop=at + 1, sort="verb")


def _owned(parse: Parse, i: int, prepositions: frozenset[str]) -> Cue | None:
    """Whose view something is, beside a comma or at the sentence's end ("in her view, …")."""
    prep, owner = parse.heads[i], parse.child(i, "poss")
    if parse.deps[i] != "pobj" or parse.lemmas[prep].lower() not in prepositions or owner is None:
        return None
    beside = i + 1 >= len(parse) or parse.pos[i + 1] == "PUNCT"
    if not beside or not prep < owner < i or parse.words[owner].lower() in _WRITERS:
        return None
    return Cue(head=i, first=prep, stop=i + 1, sort="according")


def _according(parse: Parse, i: int, runs: tuple[tuple[str, ...], ...]) -> Cue | None:
    """A fixed run of words before a source, of which token `i` is the last but one; "per" behind a comma."""
    for words in runs:
        if len(words) == 1:
            named = i + 1 < len(parse) and parse.pos[i + 1] == "PROPN"
            return Cue(head=i, first=i, stop=i + 1, sort="according") if named and _opens(parse, i) else None
        first = i + 2 - len(words)
        if first >= 0 and tuple(w.lower() for w in parse.words[first : i + 2]) == words:
            return Cue(head=i + 1, first=first, stop=i + 2, sort="according")
    return None


def _opens(parse: Parse, i: int) -> bool:
    return i == 0 or parse.words[i - 1] in (",", "(", "—", "–")


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
        if dep == "advmod" and any(lemmas[k].lower() in _NOBODY for k in children[i]):
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
    if subject is None and aux is None and deps[verb] == "conj" and _shares_modal(parse, verb):
        return False
    # Asked ("Did she say…?") or imagined ("Had she said…, we would have left").
    imagined = deps[verb] in ("advcl", "ccomp") and parse.heads[verb] > verb
    if aux is not None and subject is not None and aux < subject < verb:
        return not imagined and parse.words[-1] != "?" and not _held_back(parse, verb)
    return not _held_back(parse, verb)


def _shares_modal(parse: Parse, verb: int) -> bool:
    """Whether a bare verb is joined to one with a modal ("would cut tolls and encourage ports to merge")."""
    head = parse.heads[verb]
    return (
        parse.tags[verb] == "VB"
        and parse.tags[head] == "VB"
        and any(parse.deps[i] == "aux" and parse.words[i].lower() in _MODAL for i in parse.children[head])
    )


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


def set_in(parse: Parse, verb: int) -> int | None:
    """The speaker of "said S" between commas inside a clause ("The mill, said Ruiz, will close")."""
    if not verb or parse.words[verb - 1] != "," or parse.tags[verb] not in ("VBD", "VBZ"):
        return None
    if parse.lemmas[verb] not in frames().say:
        return None
    head = verb + 1
    while head < len(parse) and parse.pos[head] == "PROPN":
        head += 1
    if head == verb + 1 or head >= len(parse) - 1 or parse.words[head] != ",":
        return None
    clause = parse.child(verb, "ccomp")
    return head - 1 if clause is not None and clause > head else None


def _held_back(parse: Parse, verb: int) -> bool:
    """Whether a governing word keeps the speech from happening ("declined to say", "without saying",
    "denied that she had said", "has yet to say", "stopped short of saying", "is expected to say").
    """
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb:
        return False
    if dep == "pcomp":
        return parse.lemmas[head].lower() == "without" or parse.lemmas[parse.heads[head]] in ("short", "stop")
    if dep == "ccomp":
        return verb > head and parse.lemmas[head].lower() in frames().denying
    if dep == "xcomp":
        if parse.lemmas[head].lower() in frames().refusing or parse.lemmas[head].lower() in frames().ahead:
            return True
        return any(parse.deps[i] == "neg" or parse.words[i].lower() == "yet" for i in parse.children[head])
    return False


def manner_of(parse: Parse, cue: Cue) -> Manner:
    """Whether a cue is one of speech or of thought ("believes", "in the view of")."""
    words = range(cue.first, cue.stop) if cue.sort == "according" else (cue.head,)
    return "thought" if any(parse.lemmas[i].lower() in frames().thinking for i in words) else "said"
