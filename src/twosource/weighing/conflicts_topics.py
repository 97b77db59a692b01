"""What a noun or verb is about: its class, what narrows it, whether two lines are about the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words

from .claims_units import stem
from .conflicts_lines import Told
from .conflicts_tellings import Telling

__all__ = ["OnTopic", "Topic", "class_of", "classes", "extent", "kind_of", "same_topic", "topic_of", "whole"]

_MARKS = ("amod", "compound", "nmod", "poss")
_DEFINITE = frozenset({"the", "this", "that", "such", "these", "those", "its", "his", "her", "their"})
_ASIDE = frozenset(
    {"during", "throughout", "from", "if", "unless", "until", "while", "because", "that", "at"}
)
_LOOSE = frozenset({"to", "of", "for", "with", "and", "or", "the", "a", "an", "in", "on", "by", "his", "her"})
_ANEW = frozenset({"new", "another", "other", "future", "different", "next", "previous", "old"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What something is about: `head` a noun's or verb's class, `marks` what narrows it, `actors` in it.

    `definite` where the words point back ("the deal", "such a deal"); `anew` where they set it apart from one
    told before ("a new deal", "another vote").
    """

    head: str
    marks: frozenset[str]
    actors: frozenset[str]
    definite: bool
    anew: frozenset[str]
    verbal: bool
    words: str

    @property
    def deed(self) -> str:
        """The words up to the first preposition that is not at once part of the verb: "suspend testing"."""
        parts = self.words.split()
        ends = (n for n, w in enumerate(parts) if n > 1 and w.lower() in _ASIDE)
        parts = parts[: next(ends, len(parts))]
        while len(parts) > 1 and parts[-1].lower() in _LOOSE:
            parts.pop()
        return " ".join(parts).strip(' ,;"“”')


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OnTopic(Told):
    """A value that one report gives a topic: a stand, the state of an occasion.

    `days` are those of the verb that gives it, as (earliest, latest); `bygone` where the words set it in an
    earlier time.
    """

    topic: Topic
    value: str
    days: tuple[tuple[str, str], ...]
    bygone: bool


def topic_of(telling: Telling, token: int) -> Topic:
    """The topic that a noun or verb stands for."""
    parse = telling.parse
    verbal = parse.pos[token] in ("VERB", "AUX")
    if verbal:
        objects = [c for c in parse.children[token] if parse.deps[c] in ("dobj", "attr")]
        near = [*objects, *(g for o in objects for g in _narrowing(parse, o))]
        if not objects:
            near = _reached(parse, token)
    else:
        near = _narrowing(parse, token)
    dets = [
        parse.words[c].lower() for c in parse.children[token] if parse.deps[c] in ("det", "predet", "poss")
    ]
    actors = telling.actors(near)
    marks = frozenset(
        kind_of(parse, i) for i in near
        if telling.actor(i) is None and parse.pos[i] in ("NOUN", "ADJ", "VERB", "PROPN", "NUM")
        and parse.lemmas[i].lower() not in _ANEW
    )  # fmt: skip
    first, stop = extent(parse, token)
    start, end = parse.chars(first, stop)
    said = parse.text[start:end]
    if verbal and first == token:  # "paid the levy": "pay the levy"
        said = parse.lemmas[token].lower() + said[len(parse.words[token]) :]
    again = frozenset({"*"}) if "such" in dets else frozenset(parse.lemmas[i].lower() for i in near) & _ANEW
    return Topic(
        head=kind_of(parse, token), marks=marks, actors=actors, definite=bool(_DEFINITE & set(dets)),
        anew=again,
        verbal=verbal, words=said,
    )  # fmt: skip


def extent(parse: Parse, token: int) -> tuple[int, int]:
    """A topic's own words: up to its first clause, eight tokens at most to either side."""
    first, stop = parse.subtree(token)
    if parse.pos[token] in ("VERB", "AUX"):
        first = token
    for i in range(token + 1, stop):
        if parse.deps[i] in ("relcl", "acl", "advcl", "punct") or (
            parse.tags[i] in ("WDT", "WP", "WRB", "IN") and i > token + 5
        ):
            stop = i
            break
    return max(first, token - 8), min(stop, token + 9)


def _narrowing(parse: Parse, token: int) -> list[int]:
    """What narrows a noun: its modifiers and the nouns that prepositions hang on it."""
    found = [c for c in parse.children[token] if parse.deps[c] in _MARKS]
    for c in parse.children[token]:
        if parse.deps[c] == "prep":
            for g in parse.children[c]:
                if parse.deps[g] == "pobj":
                    found += [g, *(m for m in parse.children[g] if parse.deps[m] in _MARKS)]
    return found


def _reached(parse: Parse, verb: int) -> list[int]:
    """The noun that a verb without an object goes out to: "walk out of the talks"."""
    link = verb
    for _ in range(2):
        inner = next(
            (c for c in parse.children[link] if parse.deps[c] == "prep"
             and parse.lemmas[c].lower() in ("out", "of", "from", "with", "for", "on", "against")), None,
        )  # fmt: skip
        if inner is None:
            return []
        noun = parse.child(inner, "pobj")
        if noun is not None:
            return [noun, *(c for c in parse.children[noun] if parse.deps[c] in _MARKS)]
        link = inner
    return []


def whole(parse: Parse, token: int) -> int:
    """The last part of a word written with a hyphen, "re-open", for a token that is its first."""
    while (
        token + 2 < len(parse)
        and parse.words[token + 1] == "-"
        and parse.ends[token] == parse.starts[token + 1]
    ):
        token += 2
    return token


def kind_of(parse: Parse, token: int) -> str:
    """The class of a word; "re-impose" is "reimpose"."""
    lemma = parse.lemmas[token].lower()
    if token >= 2 and parse.words[token - 1] == "-" and parse.words[token - 2].lower() in ("re", "de", "un"):
        lemma = parse.words[token - 2].lower() + lemma
    if parse.pos[token] == "NOUN" and (known := _kin("kin_nouns").get(lemma)):
        return known
    return class_of(lemma)


def class_of(lemma: str) -> str:
    """The class of a word whatever its part of speech."""
    return _kin("kin").get(lemma) or stem(lemma)


@cache
def classes(key: str) -> frozenset[str]:
    """The classes of one of the lexicon's lists of words."""
    return frozenset(class_of(word) for word in words("conflicts", key)) | words("conflicts", key)


@cache
def _kin(key: str) -> Mapping[str, str]:
    """Word → the word that stands for it and its like."""
    kin: dict[str, list[str]] = load("conflicts")[key]
    return {word: name for name, some in kin.items() for word in some}


def same_topic(a: Topic, b: Topic) -> bool:
    """Whether two topics are one: one head, and what narrows them agrees or is left out on one side."""
    if a.head != b.head or a.verbal != b.verbal:
        return False
    if a.anew != b.anew and "*" not in a.anew | b.anew:
        return False
    mine, theirs = a.marks | a.actors, b.marks | b.actors
    if mine and theirs:
        return bool(mine & theirs)
    if a.verbal:
        return True
    return (a.definite or bool(mine)) and (b.definite or bool(theirs))
