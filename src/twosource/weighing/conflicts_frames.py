"""Deeds with who and what takes part in them, so that two lines can be set side by side slot by slot.

A frame is one verb, or one noun for an occasion, with the nouns around it (its fillers), the mode it is told
in (a fact, a plan) and its days. What frame semantics calls core and peripheral elements (Fillmore 1976) is
kept here to what a small parser gives: a doer, what it is done to, and all that stands near.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import Date
from twosource.reading.relatives import of_two_nouns

from .claims_units import Unit
from .conflicts_fillers import Filler, Scene
from .conflicts_lines import Line
from .conflicts_tellings import Telling
from .conflicts_topics import kind_of

__all__ = ["Frame", "deed_of", "deeds_in", "frame_of", "mode_of"]

_UNSURE = frozenset({"may", "might", "could", "can", "would", "should", "must", "shall"})
_CLIMBED = frozenset({"xcomp", "acomp", "conj", "pcomp", "advcl", "ccomp"})
_BEFORE = frozenset({"compound", "det", "amod", "poss", "nummod"})
_BESIDE = 8  # tokens from a verb to the words that a line of it begins or ends with
_YEAR = re.compile(r"\d{4}")
_UP = 5
_NEAR = 9  # tokens between a verb and the words that make it a phrase


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Frame:
    """A deed at `token` of a telling.

    `kind` is the deed's class, `verb` the verb that carries it (itself, or "begins" of "the strike begins"),
    `phase` the end of it that is told ("begin", "end" or ""), `mode` "fact", "plan" or "" (a bare noun),
    `doers` and `things` the fillers of its first two roles, `fillers` all nouns of the clause but the deed,
    `around` those of the rest of the sentence.
    """

    telling: Telling
    token: int
    kind: str
    verb: int
    phase: str
    mode: str
    denied: bool
    doers: tuple[Filler, ...]
    things: tuple[Filler, ...]
    fillers: tuple[Filler, ...]
    around: tuple[Filler, ...]
    days: tuple[Date, ...]
    ordinals: frozenset[str]

    @property
    def unit(self) -> Unit:
        """The smallest statement around the deed."""
        return self.telling.unit(self.token)

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.telling.report

    def line(self, value: str, more: Sequence[int] = ()) -> Line:
        """A line from the doer, or the deed, to the words of a value."""
        parse = self.telling.parse
        ends = [self.token, self.verb, *more]
        near = [f.token for f in (*self.doers, *self.things) if abs(f.token - self.verb) <= _BESIDE]
        ends += [*near, *(c for i in near for c in parse.children[i] if parse.deps[c] in _BEFORE and c < i)]
        ends += [c for c in parse.children[self.token] if parse.deps[c] in ("prt", "acomp")]
        return self.telling.line(value, ends, self.token)


def deeds_in(telling: Telling) -> Iterator[tuple[int, str]]:
    """The tokens that tell a deed, with its class."""
    parse = telling.parse
    for token, pos in enumerate(parse.pos):
        if (pos == "VERB" and parse.deps[token] != "amod") or (
            pos == "NOUN" and parse.lemmas[token].lower() in _occasions()
        ):
            kind = deed_of(parse, token)
            if kind:
                yield token, kind


@cache
def _occasions() -> frozenset[str]:
    return words("conflicts", "events")


@cache
def _mute() -> frozenset[str]:
    """Verbs that tell no deed: of saying, of little meaning, and those that only carry a noun."""
    keys = ("talking", "vague", "carriers")
    mute = words("claims", "speech").union(words("claims", "empty"), *(words("conflicts", k) for k in keys))
    return mute - {"raise", "name"}


@cache
def _phrases() -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    """Verb → the words that go with it and the deed that they make: "walk", {"out"} → "walkout"."""
    known: dict[str, list[str]] = load("conflicts")["phrases"]
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for name, some in known.items():
        for phrase in some:
            first, *rest = phrase.split()
            found.setdefault(first, []).append((frozenset(rest), name))
    return {verb: tuple(some) for verb, some in found.items()}


@cache
def _alone() -> Mapping[str, str]:
    """Verb → the deed that it is without an object: "the teachers will strike"."""
    known: dict[str, list[str]] = load("conflicts")["kin_alone"]
    return {verb: name for name, some in known.items() for verb in some}


def deed_of(parse: Parse, token: int) -> str:
    """The class of a deed; "" for a verb that tells none."""
    lemma = parse.lemmas[token].lower()
    if parse.pos[token] == "VERB":
        for rest, name in _phrases().get(lemma, ()):
            near = {
                parse.lemmas[i].lower()
                for c in parse.children[token]
                for i in (c, *parse.children[c])
                if i <= token + _NEAR
            }
            if rest <= near:
                return name
        if lemma in _mute():
            return ""
        alone = _alone().get(lemma)
        if alone is not None and parse.child(token, "dobj", "nsubjpass") is None:
            return alone
    return kind_of(parse, token)


def frame_of(scene: Scene, token: int, kind: str, mode: str | None = None) -> Frame | None:
    """The frame of a deed, in a `mode` that is known; None where it is only supposed, wished or asked for."""
    telling, parse = scene.telling, scene.parse
    verb, phase = _carried(parse, token)
    days = tuple(_days(telling, token, verb))
    if mode is None:
        mode = mode_of(telling, _refused(parse, verb), days) if parse.pos[verb] in ("VERB", "AUX") else ""
        if mode == "fact" and _refused(parse, verb) != verb:
            mode = ""  # "refused to sign": neither what was done nor what is to come
    if mode is None:
        return None
    unit = telling.unit(token)
    own = sorted({*unit.clause.tokens, *unit.clause.lent})
    doers, things = _roles(scene, token)
    used = {token, verb}
    fillers = tuple(f for f in scene.among(own) if f.token not in used)
    known = {f.token for f in fillers}
    extra = tuple(f for f in (*doers, *things) if f.token not in known)
    return Frame(
        telling=telling, token=token, kind=kind, verb=verb, phase=phase, mode=mode,
        denied=_denied(telling, token, verb) != _none(parse, doers, things),
        doers=doers, things=things, fillers=(*fillers, *extra),
        around=tuple(_around(scene, own)), days=days, ordinals=_ordinals(parse, own),
    )  # fmt: skip


def _refused(parse: Parse, verb: int) -> int:
    """The verb that says that a deed is not done: "refused" over "to sign"; else the deed's own."""
    above = parse.heads[verb]
    undone = parse.deps[verb] == "xcomp" and parse.lemmas[above].lower() in words("conflicts", "undoing")
    return above if undone else verb


def _denied(telling: Telling, token: int, verb: int) -> bool:
    """Whether a "not" stands over the deed, or it is what somebody refused, declined or failed to do."""
    parse = telling.parse
    no = telling.denied(verb) or telling.denied(token)
    return no != (_refused(parse, verb) != verb)


def _none(parse: Parse, doers: Sequence[Filler], things: Sequence[Filler]) -> bool:
    return any(
        parse.lemmas[c].lower() in ("no", "none", "neither") for f in (*doers, *things)
        for c in parse.children[f.token]
    )  # fmt: skip


def _carried(parse: Parse, token: int) -> tuple[int, str]:
    """The verb that carries an occasion and the end of it that it tells; a verb carries itself."""
    if parse.pos[token] != "NOUN":
        return token, ""
    head, lemma = parse.heads[token], parse.lemmas[parse.heads[token]].lower()
    if parse.deps[token] == "pobj" and parse.heads[head] != head:
        head, lemma = parse.heads[head], parse.lemmas[parse.heads[head]].lower()
    elif parse.deps[token] not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return token, ""
    for phase in ("begin", "end"):
        if lemma in words("conflicts", "beginning" if phase == "begin" else "ending"):
            return _inner(parse, head), phase
    if lemma in words("conflicts", "carriers"):
        return _inner(parse, head), ""
    # "A blast tore through the mill on Tuesday", "died in a blast on Tuesday": the day is the blast's.
    told = parse.deps[token] == "nsubj" or parse.lemmas[parse.heads[token]].lower() == "in"
    mute = lemma in words("conflicts", "movers") or lemma in words("claims", "speech")
    return (head, "") if told and not mute and parse.tags[head] == "VBD" else (token, "")


def _inner(parse: Parse, verb: int) -> int:
    """The last verb of a chain: "held" of "is to be held"."""
    for _ in range(3):
        inner = parse.child(verb, "xcomp")
        if inner is None or parse.pos[inner] != "VERB":
            return verb
        verb = inner
    return verb


def _around(scene: Scene, own: Sequence[int]) -> list[Filler]:
    """The nouns of the sentence outside a clause."""
    inside = set(own)
    return scene.among([i for i in range(len(scene.parse)) if i not in inside])


def mode_of(telling: Telling, verb: int, days: Sequence[Date] = ()) -> str | None:
    """ "fact" or "plan"; None where it is only supposed, wished, asked for or thought likely."""
    parse = telling.parse
    if not telling.firm(verb):
        return None
    helping = [parse.words[c].lower() for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass")]
    reported = "would" in helping and _reported(parse, verb)
    if _UNSURE & set(helping) and not reported:
        return None
    plan = (
        reported
        or bool({"will", "'ll", "’ll", "wo"} & set(helping))
        or ("to" in helping and not _had_to(parse, verb))
    )
    chain = [verb]
    while parse.deps[chain[-1]] in _CLIMBED and len(chain) < _UP and parse.heads[chain[-1]] != chain[-1]:
        above = parse.heads[chain[-1]]
        lemma = parse.lemmas[above].lower()
        if parse.deps[chain[-1]] == "conj" and parse.child(chain[-1], "aux") is not None:
            break
        if parse.deps[chain[-1]] in ("xcomp", "ccomp", "pcomp") and lemma in _wishing():
            return None
        if lemma in words("claims", "speech") and parse.deps[chain[-1]] == "ccomp":
            break
        if parse.deps[chain[-1]] == "advcl":
            if any(
                parse.words[c].lower() == "to" for c in parse.children[chain[-1]] if parse.deps[c] == "aux"
            ):
                return None  # "surveyed the scene to help determine the cause"
            break
        over = {parse.words[c].lower() for c in parse.children[above] if parse.deps[c] == "aux"}
        if _UNSURE & over:
            return None
        plan = plan or bool({"will", "'ll", "’ll"} & over) or lemma in words("conflicts", "ahead")
        chain.append(above)
    if parse.tags[verb] in ("VBZ", "VBP", "VB") and not helping and _coming(telling, days):
        plan = True
    if not plan and parse.tags[verb] in ("VBG", "VBN") and {"is", "are", "being"} <= {*helping, "is", "are"}:
        return ""  # "is being bought": neither done nor to come
    return "plan" if plan else "fact"


def _reported(parse: Parse, verb: int) -> bool:
    """Whether "would" is the "will" of what somebody said: "said that it would close"."""
    above = parse.heads[verb]
    return (
        parse.deps[verb] == "ccomp" and parse.tags[above] in ("VBD", "VBN")
        and parse.lemmas[above].lower() in words("claims", "speech")
    )  # fmt: skip


def _had_to(parse: Parse, verb: int) -> bool:
    """ "Had to leave": they left."""
    above = parse.heads[verb]
    return parse.deps[verb] == "xcomp" and parse.words[above].lower() == "had"


@cache
def _wishing() -> frozenset[str]:
    return words("claims", "wishing") | words("conflicts", "minds") | {"threaten", "vow", "try", "seek"}


def _coming(telling: Telling, days: Sequence[Date]) -> bool:
    """Whether a verb in the present has a day ahead: "the strike begins on Monday"."""
    today = (telling.units[0].reading.report.published or "")[:10]
    return bool(today) and any((d.earliest or "") > today for d in days)


def _roles(scene: Scene, token: int) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
    """Who does it, and to whom or what."""
    telling, parse = scene.telling, scene.parse
    doers: list[int] = []
    things: list[int] = []
    if parse.pos[token] in ("VERB", "AUX", "ADJ"):
        subject = telling.subject(token)
        passive = parse.child(token, "nsubjpass", "auxpass") is not None
        if parse.tags[token] == "VBN" and parse.deps[token] == "acl":  # "the truce signed by the army"
            things.append(parse.heads[token])
        elif subject is not None:
            (things if passive else doers).extend(_antecedent(parse, token, subject))
        for c in parse.children[token]:
            if parse.deps[c] in ("dobj", "attr") or (parse.deps[c] == "oprd" and not passive):
                things.append(c)
            elif (
                parse.pos[c] == "ADJ" and (small := parse.child(c, "nsubj")) is not None and small != subject
            ):
                things.append(small)  # "keep the base open"
            elif parse.deps[c] == "agent":
                doers += [g for g in parse.children[c] if parse.deps[g] == "pobj"]
    else:
        for c in parse.children[token]:
            if parse.deps[c] == "poss":
                doers.append(c)
            elif parse.deps[c] == "prep" and parse.lemmas[c].lower() in ("by", "of", "between", "on", "with"):
                some = [g for g in parse.children[c] if parse.deps[g] == "pobj"]
                (doers if parse.lemmas[c].lower() == "by" else things).extend(some)
    return _all(scene, doers), _all(scene, things)


def _antecedent(parse: Parse, verb: int, subject: int) -> list[int]:
    """The noun that "which" or "who" stands for; none where it may be either of two."""
    if parse.tags[subject] not in ("WDT", "WP") or parse.deps[verb] != "relcl":
        return [subject]
    return [] if of_two_nouns(parse, parse.heads[verb], subject) else [parse.heads[verb]]


def _all(scene: Scene, tokens: Sequence[int]) -> tuple[Filler, ...]:
    """The fillers at these tokens and those joined to them by "and"."""
    parse, found = scene.parse, list[int]()
    for i in tokens:
        found += [i, *(c for c in parse.children[i] if parse.deps[c] in ("conj", "appos"))]
    return tuple(scene.among(found))


def _days(telling: Telling, token: int, verb: int) -> Iterator[Date]:
    """The dates that hang on a deed, on what carries it, or on the clause "when" it is done."""
    parse, base = telling.parse, telling.units[0].sentence.start
    chain = {token, verb, *_above(parse, verb), *_meetings(parse, token)}
    subject = telling.subject(verb) if parse.pos[verb] == "VERB" else None
    before = range(*parse.subtree(subject)) if subject is not None and subject < verb else range(0)
    occasions = {i for i in before if parse.lemmas[i].lower() in _occasions()}
    for when in dict.fromkeys(d for u in telling.units for d in u.dates):
        if not when.earliest or not when.latest or when.type not in ("DATE", "TIME"):
            continue
        own = [i for i in range(len(parse)) if when.start <= base + parse.starts[i] < when.end]
        if not own:
            continue
        top = next((i for i in own if parse.heads[i] not in own), own[0])
        if parse.deps[verb] == "relcl" and parse.heads[verb] in own:
            yield when
            continue
        head = parse.heads[top]
        if parse.pos[head] != "ADP" and _YEAR.search(when.text):
            continue  # the date of a headline: "4 April 2012"
        for _ in range(2):
            if parse.pos[head] in ("ADP", "ADV", "SCONJ") and parse.heads[head] != head:
                head = parse.heads[head]
        if head in before and parse.lemmas[parse.heads[top]].lower() == "on" and head not in occasions:
            head = verb  # "a judge in the capital on Monday sentenced him"
        on_object = parse.deps[head] == "dobj" and parse.heads[head] == verb
        if on_object and parse.lemmas[parse.heads[top]].lower() == "on":
            head = verb  # "stop work on 12 June"
        if head in chain and not _bounding(parse, top):
            yield when


def _meetings(parse: Parse, verb: int) -> Iterator[int]:
    """The occasions at which something is done: "vote at a meeting"."""
    for c in parse.children[verb]:
        if parse.lemmas[c].lower() in ("at", "during"):
            yield from (g for g in parse.children[c] if parse.lemmas[g].lower() in _occasions())


def _bounding(parse: Parse, top: int) -> bool:
    """Whether a date only bounds: "until Friday", "since 2019", "by June"."""
    link = parse.heads[top]
    return parse.lemmas[link].lower() in ("until", "till", "since", "after", "before", "by", "within")


def _above(parse: Parse, verb: int) -> Iterator[int]:
    for up in islice(parse.ancestors(verb), 2):
        if parse.deps[verb] not in ("xcomp", "acomp") or parse.pos[up] not in ("VERB", "AUX", "ADJ"):
            return
        yield up
        verb = up


def _ordinals(parse: Parse, own: Sequence[int]) -> frozenset[str]:
    """What tells one of a series from another: "second", "another", "separate"."""
    return frozenset(
        parse.lemmas[i].lower() for i in own
        if parse.pos[i] in ("ADJ", "DET", "ADV") and parse.lemmas[i].lower() in words("conflicts", "series")
    )  # fmt: skip
