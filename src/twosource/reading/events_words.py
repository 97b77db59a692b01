"""The trigger table: which words of a parse tell an event, and of which PLOVER type."""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Quad

__all__ = [
    "UNTYPED",
    "Table",
    "Trigger",
    "light_verbs",
    "match_noun",
    "match_verb",
    "objects_of",
    "of_habit",
    "of_nature",
    "of_sport",
    "quad_of",
    "table",
]

_ENTRY = re.compile(r"^(?P<form>[^={]+?)?(?: ?\{(?P<cls>\w+)\})?(?P<more> [^={]+?)?(?: = (?P<mode>[\w-]+))?$")
_ACTED_ON = ("dobj", "nsubjpass", "oprd", "attr")
_BESIDE = (
    "prt",
    "prep",
    "advmod",
    "acomp",
    "dative",
    "oprd",
    "dobj",
    "xcomp",
    "amod",
    "advcl",
    "ccomp",
    "npadvmod",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that tells an event: its PLOVER type and mode, and what must stand beside it.

    `beside` are words that depend on it (or follow it), in order; `objects` the lemmas of which its object
    must be one; `modifier` a word in front of a noun. `plural` asks for the plural. The type of what PLOVER
    has no type for is empty.
    """

    type: str
    mode: str | None = None
    beside: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    modifier: str | None = None
    plural: bool = False

    @property
    def weight(self) -> int:
        """How much it asks for: of two that fit, the one that asks for more is meant."""
        return 2 * len(self.beside) + 3 * bool(self.objects) + 4 * bool(self.modifier) + self.plural


UNTYPED = Trigger(type="")
"""What PLOVER has no type for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Triggers by lemma, those that ask for most first."""

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    lemmas: frozenset[str]


@cache
def table() -> Table:
    """The table of lexicon/plover.toml; built once a process."""
    data = load("plover")
    classes = {name: frozenset(members.split()) for name, members in data["classes"].items()}
    verbs: dict[str, list[Trigger]] = {}
    nouns: dict[str, list[Trigger]] = {}
    for into, section in ((verbs, "verbs"), (nouns, "nouns")):
        for kind, entries in data[section].items():
            for entry in entries:
                lemma, trigger = _entry(kind, entry, classes)
                into.setdefault(lemma, []).append(trigger)
    both = [
        {k: tuple(sorted(v, key=lambda t: -t.weight)) for k, v in some.items()} for some in (verbs, nouns)
    ]
    refusals, operators = data["refusals"], data["operators"]
    beside = [refusals["deeds"], refusals["intentions"], refusals["verdicts"], data["naming"]["verbs"]]
    words = {word.partition("_")[0] for line in beside for word in line.split()} | {
        *operators["accept"],
        *operators["refuse"],
    }
    lemmas = frozenset(both[0]) | frozenset(both[1]) | words
    return Table(verbs=both[0], nouns=both[1], lemmas=lemmas)


def _entry(kind: str, entry: str, classes: dict[str, frozenset[str]]) -> tuple[str, Trigger]:
    """One entry of the lexicon ("pull out of {deal} = mode", "air~strike", "talk/s")."""
    found = _ENTRY.match(entry)
    if found is None or not found["form"]:
        raise ValueError(f"plover.toml: {kind}: {entry!r} is not an entry")
    head, *beside = found["form"].split()
    beside += (found["more"] or "").split()
    modifier, _, head = head.rpartition("~")
    lemma, _, plural = head.partition("/")
    return lemma, Trigger(
        type=kind,
        mode=found["mode"],
        beside=tuple(beside),
        objects=classes[found["cls"]] if found["cls"] else frozenset(),
        modifier=modifier or None,
        plural=plural == "s",
    )


def quad_of(kind: str) -> Quad | None:
    """The quad of a PLOVER type; None for no type. Raises KeyError for a name that is none."""
    return cast(Quad, load("plover")["quads"][kind]) if kind else None


def objects_of(parse: Parse, verb: int) -> list[int]:
    """Heads of what a verb acts on: its object, a passive's subject, the noun that it modifies."""
    deps, kids = parse.deps, parse.children[verb]
    found = [i for i in kids if deps[i] in _ACTED_ON]
    dep = deps[verb]
    if not found and parse.tags[verb] == "VBN":
        if dep == "acl":
            found = [parse.heads[verb]]
        elif dep in ("conj", "xcomp"):
            found = [i for i in parse.children[parse.heads[verb]] if deps[i] == "nsubjpass"]
    if dep == "relcl" and all(parse.words[i].lower() in ("that", "which", "who", "whom") for i in found):
        found = [parse.heads[verb]]
    for i in found[:4]:
        if parse.children[i]:
            found += [j for j in parse.children[i] if deps[j] == "conj"][:4]
    return found


def match_verb(parse: Parse, verb: int) -> Trigger | None:
    """The trigger that a verb is, with its particles and its object; None when it is none, or only a turn of
    phrase ("sent the crew home").
    """
    lemma = parse.lemmas[verb].lower()
    if lemma in _never_to() and parse.child(verb, "xcomp", "ccomp") is not None:
        return None
    if lemma == "call" and parse.child(verb, "oprd") is not None:
        return None  # "a boy called Joren"
    if lemma in load("plover")["operators"]["given"] and not objects_of(parse, verb):
        return None
    if lemma in ("ask", "question") and _as_a_question(parse, verb):
        return None
    if lemma in _unheard() and _says_nothing(parse, verb):
        return None
    if lemma in _never_with() and _acts_on(parse, verb, verb, _never_with()[lemma]):
        return None
    for trigger in table().verbs.get(lemma, ()):
        at = verb
        for word in trigger.beside:
            at = _beside(parse, at, word)
            if at < 0:
                break
        else:
            if not trigger.objects or _acts_on(parse, verb, at, trigger.objects):
                return trigger if trigger.mode != "none" else None
    return None


def _as_a_question(parse: Parse, verb: int) -> bool:
    """ "Asked whether they would go": an answer is asked for, nothing else."""
    clause = parse.child(verb, "ccomp", "advcl")
    if clause is None or clause < verb:
        asked = parse.child(verb, "agent") is not None and parse.child(verb, "xcomp", "nsubjpass") is None
        return asked and not any(parse.words[i].lower() == "for" for i in parse.children[verb])
    mark = next((i for i in parse.children[clause] if verb < i < clause), None)
    return mark is not None and (
        parse.words[mark].lower() in ("if", "whether") or parse.tags[mark] in ("WRB", "WP", "WDT")
    )


def _beside(parse: Parse, token: int, word: str) -> int:
    """The word that depends on `token` or comes right after it; -1 when there is none."""
    for i in parse.children[token]:
        if (
            i > token
            and parse.words[i].lower() == word
            and parse.deps[i] in _BESIDE
            and not _of_time(parse, i)
        ):
            return i
    nearest = token + 1
    if nearest < len(parse) and parse.words[nearest].lower() == word and not _of_time(parse, nearest):
        return nearest
    for i in parse.children[token]:  # "to" of an infinitive
        if word == "to" and parse.deps[i] == "xcomp":
            return next((j for j in parse.children[i] if parse.tags[j] == "TO"), -1)
    return -1


def _of_time(parse: Parse, preposition: int) -> bool:
    """ "Called him on Friday": the preposition belongs to the day."""
    below = parse.child(preposition, "pobj")
    return below is not None and any(
        e.label in ("DATE", "TIME") and e.start <= below < e.end for e in parse.entities
    )


def _acts_on(parse: Parse, verb: int, particle: int, lemmas: frozenset[str]) -> bool:
    heads = [i for i in parse.children[particle] if parse.deps[i] == "pobj"] if particle != verb else []
    heads = heads or objects_of(parse, verb)
    # "a number of restrictions", "the remaining part of the ban": the noun below counts too.
    below = [j for i in heads for p in parse.children[i] if parse.words[p] == "of" for j in parse.children[p]]
    beside = [j for i in heads for j in parse.children[i] if parse.deps[j] == "compound"]
    if "%person" in lemmas and any(
        e.label == "PERSON" and e.start <= i < e.end for e in parse.entities for i in heads
    ):
        return True
    return any(parse.lemmas[i].lower() in lemmas for i in (*heads, *below, *beside))


def match_noun(parse: Parse, noun: int) -> Trigger | None:
    """The trigger that a noun is ("the talks", "an air strike"); None when it is none."""
    lemma = parse.lemmas[noun].lower()
    for trigger in table().nouns.get(lemma, ()):
        if trigger.plural and parse.tags[noun] not in ("NNS", "NNPS"):
            continue
        if trigger.modifier and not _modified(parse, noun, trigger.modifier):
            continue
        if trigger.beside and not any(
            parse.words[i].lower() == trigger.beside[0]
            and (not trigger.objects or _acts_on(parse, noun, i, trigger.objects))
            for i in parse.children[noun]
        ):
            continue
        return trigger if trigger.mode != "none" else None
    return None


def _modified(parse: Parse, noun: int, modifier: str) -> bool:
    return any(
        parse.words[i].lower() == modifier or parse.lemmas[i].lower() == modifier
        for i in parse.children[noun]
        if i < noun
    )


@cache
def _never_to() -> frozenset[str]:
    return frozenset(load("plover")["operators"]["never_to"])


def _says_nothing(parse: Parse, verb: int) -> bool:
    """ "Declined to comment": nothing that somebody asked for is refused."""
    inner = parse.child(verb, "xcomp")
    return inner is not None and parse.lemmas[inner].lower() in load("plover")["operators"]["comment"]


@cache
def _unheard() -> frozenset[str]:
    return frozenset(load("plover")["operators"]["no_comment"])


@cache
def _never_with() -> dict[str, frozenset[str]]:
    return {k: frozenset(v.split()) for k, v in load("plover")["operators"]["never_with"].items()}


@cache
def light_verbs() -> frozenset[str]:
    """Verbs that lend their subject to the event that is their object."""
    return frozenset(load("plover")["light"]["verbs"].split())


@cache
def of_nature() -> frozenset[str]:
    """Storms and diseases: what they hit is no political event."""
    return frozenset(load("plover")["passing"]["forces_of_nature"].split())


@cache
def of_sport() -> frozenset[str]:
    """Words of the sports pages."""
    return frozenset(load("plover")["passing"]["sport"].split())


@cache
def of_habit() -> frozenset[str]:
    """Adverbs of habit."""
    return frozenset(load("plover")["passing"]["habit"].split())
