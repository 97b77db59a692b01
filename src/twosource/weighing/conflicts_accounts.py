"""Conflicts of accounts: a party denies having done what another report tells that it did.

"Denied asking the auditor to drop the inquiry", "disputed having met him": the deed denied is a clause under
a verb of denial. It is the deed told elsewhere where the doer is one, the verb of one class, and people and
matters in it are the same; "denied wrongdoing" denies no deed that could be told.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from twosource.language import Parse
from twosource.lexicon import load

from .conflicts_fillers import Filler, Scene
from .conflicts_lines import Dispute, Told, yes_or_no
from .conflicts_tellings import MOST
from .conflicts_topics import class_of

__all__ = ["account_disputes"]

_DENYING = frozenset({"deny", "dispute", "reject", "contest", "refute"})
_PREPS = frozenset({"including", "include", "of", "such"})
_NAME, _WORD = 1.0, 0.7
_ENOUGH = 2.3  # names and words that the deed denied and the deed told share, weighed
_MODAL = frozenset({"will", "would", "may", "might", "could", "can", "should", "must", "to"})
_NARROW = 12  # tokens after a verb or noun that tell what is done


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Deed(Told):
    """What a party did, or denies to have done: `words` are the classes of the verbs told with it,
    `asked` its words as they stand after "did they"."""

    party: str
    kind: str
    fillers: tuple[Filler, ...]
    words: frozenset[str]
    asked: str


def account_disputes(scenes: Sequence[Scene]) -> list[Dispute]:
    """Conflicts between a party's denial of a deed and the deed as other reports tell it."""
    denied: dict[tuple[str, str], list[_Deed]] = defaultdict(list)
    for scene in scenes:
        if not scene.telling.vocabulary.isdisjoint(_DENYING):
            for deed in _denied(scene):
                denied[deed.party, deed.kind].append(deed)
    if not denied:
        return []
    wanted = {kind for _, kind in denied}
    told: dict[tuple[str, str], list[_Deed]] = defaultdict(list)
    for scene in scenes:
        if not any(_class(lemma) in wanted for lemma in scene.telling.vocabulary):
            continue
        for deed in _told(scene, wanted):
            told[deed.party, deed.kind].append(deed)
    found = []
    for key in sorted(denied):
        noes = denied[key][:MOST]
        yeses = [d for d in told.get(key, ())[:MOST] if any(_same(d, n) for n in noes)]
        if not any(d.report != n.report for d in yeses for n in noes):
            continue
        names = scenes[0].telling.cast.names
        found.append(
            yes_or_no(
                f"Did {names[key[0]]} {noes[0].asked}?",
                "one report tells it, the one of whom it is told denies it",
                (d.line for d in yeses),
                (d.line for d in noes),
            )
        )
    return found


@cache
def _kin() -> Mapping[str, str]:
    kin: dict[str, list[str]] = load("conflicts")["accounts"]
    return {word: name for name, some in kin.items() for word in some}


@cache
def _class(lemma: str) -> str:
    return _kin().get(lemma) or class_of(lemma)


def _kind(parse: Parse, token: int) -> str:
    return _class(parse.lemmas[token].lower())


def _denied(scene: Scene) -> Iterator[_Deed]:
    """The deeds that somebody in a sentence denies."""
    telling, parse = scene.telling, scene.parse
    for token in range(len(parse)):
        if parse.pos[token] != "VERB" or parse.lemmas[token].lower() not in _DENYING:
            continue
        if telling.denied(token) or not telling.firm(token):
            continue
        party = telling.holder(token)
        if party is None:
            continue
        for verb in _beneath(parse, token):
            subject = parse.child(verb, "nsubj")
            if subject is not None and telling.actor(subject) != party:
                continue
            yield _deed(scene, verb, party, "no", [token])


def _beneath(parse: Parse, verb: int) -> Iterator[int]:
    """The deeds right under a verb of denial, or among "the claims, including" under it."""
    for c in parse.children[verb]:
        if parse.deps[c] in ("xcomp", "ccomp") and parse.pos[c] == "VERB":
            yield c
        elif parse.deps[c] == "dobj":
            for link in parse.children[c]:
                if parse.lemmas[link].lower() in _PREPS:
                    yield from (
                        g for g in parse.children[link] if parse.deps[g] == "pcomp" and parse.tags[g] == "VBG"
                    )
                elif (
                    parse.deps[link] == "acl"
                    and parse.pos[link] == "VERB"
                    and parse.child(link, "mark") is not None
                ):
                    yield link


def _told(scene: Scene, wanted: Collection[str]) -> Iterator[_Deed]:
    """The deeds of these classes that a sentence tells as done, by a verb or "his request"."""
    telling, parse = scene.telling, scene.parse
    for token in range(len(parse)):
        if parse.pos[token] not in ("VERB", "NOUN") or _kind(parse, token) not in wanted:
            continue
        if not telling.firm(token) or telling.denied(token) or _disowned(parse, token):
            continue
        if parse.pos[token] == "VERB":
            party = None if _to_come(parse, token) else telling.holder(token)
        else:
            owner = parse.child(token, "poss")
            party = telling.actor(owner) if owner is not None else None
        if party is not None and telling.unit(token).speaker != party:
            yield _deed(scene, token, party, "yes", [])


def _to_come(parse: Parse, verb: int) -> bool:
    """Whether a verb tells of what may be, will be or is wanted."""
    aux = {parse.lemmas[c].lower() for c in parse.children[verb] if parse.deps[c] == "aux"}
    return bool(aux & _MODAL) or parse.deps[verb] == "xcomp"


def _disowned(parse: Parse, token: int) -> bool:
    """Whether a denial stands over a word."""
    return any(parse.lemmas[u].lower() in _DENYING for u in islice(parse.ancestors(token), 6))


def _deed(scene: Scene, token: int, party: str, value: str, more: Sequence[int]) -> _Deed:
    telling, parse = scene.telling, scene.parse
    first, stop = parse.subtree(token)
    if parse.pos[token] == "NOUN":  # what a request is for may hang on the verb above it
        ends_at = (i for i in range(token + 1, len(parse)) if parse.pos[i] == "PUNCT")
        stop = next(ends_at, len(parse))
    own = range(max(first, token - _NARROW), min(stop, token + 2 * _NARROW))
    inner = [i for i in own if i > token]
    fillers = tuple(f for f in scene.among(inner) if party != telling.actor(f.token))
    verbs = frozenset(_kind(parse, i) for i in inner if parse.pos[i] == "VERB")
    last = max((f.token for f in fillers), default=token)
    subject = telling.subject(token) if parse.pos[token] == "VERB" else parse.child(token, "poss")
    ends = [token, last, *more]
    if subject is not None and abs(subject - token) <= _NARROW:
        ends.append(subject)
    start, end = parse.chars(token + 1, last + 1) if last > token else (0, 0)
    return _Deed(
        party=party, kind=_kind(parse, token), fillers=fillers, words=verbs,
        asked=f"{parse.lemmas[token].lower()} {parse.text[start:end]}".strip(),
        line=telling.line(value, ends, token),
    )  # fmt: skip


def _same(told: _Deed, denied: _Deed) -> bool:
    """Whether what is told and what is denied are one deed."""
    mine = [f for f in denied.fillers if f.names]
    theirs = [f for f in told.fillers if f.names]
    if mine and theirs and not any(x.names & y.names for x in mine for y in theirs):
        return False
    score, seen = 0.0, set[str]()
    for f in denied.fillers:
        if not any(f.meets(g) for g in told.fillers):
            continue
        key = min(f.names) if f.names else f.kind
        if key not in seen:
            seen.add(key)
            score += _NAME if f.names else _WORD
    score += _WORD * len(told.words & denied.words)
    return score >= _ENOUGH
