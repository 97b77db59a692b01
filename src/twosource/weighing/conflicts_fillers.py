"""The nouns of a sentence as what may take part in a deed: by name or class, and what narrows them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.language import Parse
from twosource.lexicon import words

from .conflicts_tellings import Telling
from .conflicts_topics import kind_of

__all__ = ["Filler", "Scene"]

_NOMINAL = frozenset({"NOUN", "PROPN"})
_SITE = frozenset({"in", "at", "near"})
_NARROWING = frozenset({"compound", "nmod", "poss", "amod"})
_INSIDE = frozenset({"of", "on", "over", "about", "for", "between", "with", "against"})
_HEIRS = frozenset({"jr", "jr.", "sr", "sr.", "junior", "senior", "ii", "iii"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """A noun that takes part: `names` are the words of the name it is or stands for, `kind` its class,
    `marks` the classes and names that narrow it, `sited` the names of where it is, `parties` those of
    who takes part ("talks between the union and the mine").
    """

    token: int
    kind: str
    names: frozenset[str]
    marks: frozenset[str]
    sited: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()

    def meets(self, other: "Filler") -> bool:
        """Whether both may be one: a name in common, or one class of noun that nothing sets apart."""
        if self.names and other.names:
            if (self.names ^ other.names) & _HEIRS:
                return False  # "Roe" need not be "Ben Roe Jr."
            return bool(self.names & other.names)
        if self.kind != other.kind or not self.kind:
            return False
        return not self.apart(other)

    def elsewhere(self, other: "Filler") -> bool:
        """Whether one class of noun is in two places: "the airport in Oslo", "the airport in Bergen"."""
        return bool(self.kind == other.kind and self.sited and other.sited and not self.sited & other.sited)

    def apart(self, other: "Filler") -> bool:
        """Whether one class of noun is narrowed in two ways: "the pension bill", "the land bill"."""
        if self.kind == other.kind and self.parties - other.parties and other.parties - self.parties:
            return True
        return bool(self.kind == other.kind and self.marks and other.marks and not self.marks & other.marks)


class Scene:
    """A sentence with its fillers, each found once."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self._fillers: dict[int, Filler] | None = None

    @property
    def parse(self) -> Parse:
        """The parse of the sentence."""
        return self.telling.parse

    def among(self, tokens: Sequence[int]) -> list[Filler]:
        """The fillers at these tokens."""
        if self._fillers is None:
            self._fillers = {f.token: f for f in _fillers(self.telling)}
        return [self._fillers[i] for i in tokens if i in self._fillers]


def _fillers(telling: Telling) -> Iterator[Filler]:
    """The nouns of a sentence; those that name a time count for nothing."""
    parse = telling.parse
    people = {i for e in parse.entities if e.label == "PERSON" for i in range(e.start, e.end)}
    timed = {i for e in parse.entities if e.label in ("DATE", "TIME") for i in range(e.start, e.end)}
    for i in range(len(parse)):
        if i in timed:
            continue
        if parse.pos[i] in _NOMINAL and not (parse.deps[i] == "compound" and _same_word_class(parse, i)):
            yield _filler(telling, i, people)
        elif parse.pos[i] == "PRON" and (names := _called(telling, i)):
            yield Filler(token=i, kind="", names=names, marks=frozenset())


def _same_word_class(parse: Parse, i: int) -> bool:
    """Whether a compound is one with its head: both names, or both plain nouns."""
    return parse.pos[i] == parse.pos[parse.heads[i]]


def _filler(telling: Telling, token: int, people: Collection[int]) -> Filler:
    """The filler at a noun."""
    parse = telling.parse
    if parse.pos[token] == "PROPN":
        run = [token, *(c for c in parse.children[token] if parse.deps[c] == "compound")]
        names = {parse.words[i].lower() for i in run if parse.pos[i] == "PROPN"} - _titles()
        return Filler(
            token=token, kind="", names=frozenset(names) | _called(telling, token), marks=frozenset()
        )
    marks, parties = set[str](), set[str]()
    for c in parse.children[token]:
        if parse.deps[c] in _NARROWING and (parse.deps[c] != "amod" or parse.tags[c] == "NNP"):
            if c in people and parse.deps[c] != "poss":
                continue  # "named Ines Calder chief executive" tells of no Calder executive
            marks.add(_word(parse, c))
        elif parse.deps[c] == "prep" and parse.lemmas[c].lower() in _INSIDE:
            inner = [g for g in parse.children[c] if parse.deps[g] == "pobj"]
            beside = [h for g in inner for h in parse.children[g] if parse.deps[h] in ("appos", "compound")]
            joined = [h for g in inner for h in parse.children[g] if parse.deps[h] == "conj"]
            marks |= {_word(parse, g) for g in (*inner, *beside, *joined)}
            if joined:
                every = (*inner, *joined)
                parties |= {parse.words[g].lower() for g in every if parse.pos[g] == "PROPN"}
    sited = {
        parse.words[g].lower() for c in parse.children[token] if parse.lemmas[c].lower() in _SITE
        for g in parse.children[c] if parse.deps[g] == "pobj" and parse.pos[g] == "PROPN"
    }  # fmt: skip
    kind = kind_of(parse, token)
    if parse.lemmas[token].lower() in words("conflicts", "shells"):  # "the inflation rate" is inflation
        told = [c for c in parse.children[token] if parse.deps[c] == "compound" and parse.pos[c] == "NOUN"]
        kind = kind_of(parse, told[-1]) if told else kind
        marks -= {kind}
    return Filler(
        token=token, kind=kind, names=_called(telling, token),
        marks=frozenset(m for m in marks if m), sited=frozenset(sited), parties=frozenset(parties),
    )  # fmt: skip


def _word(parse: Parse, i: int) -> str:
    if parse.pos[i] == "PROPN":
        return parse.words[i].lower()
    return kind_of(parse, i) if parse.pos[i] in ("NOUN", "ADJ", "VERB") else ""


@cache
def _titles() -> frozenset[str]:
    return words("offices", "titles") | words("offices", "roles") | {"prime", "vice", "deputy", "chief"}


def _called(telling: Telling, token: int) -> frozenset[str]:
    """The words of the name of whoever a token stands for."""
    who = telling.actor(token)
    if who is None or telling.cast.types.get(who) not in ("person", "country", "organization"):
        return frozenset()
    name = telling.cast.names[who]
    return frozenset(w.lower() for w in name.split() if w[:1].isupper()) - _titles()
