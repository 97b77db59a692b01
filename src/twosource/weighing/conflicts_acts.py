"""Acts that a report tells as still to come or as done: who does it, to what, on which day.

What is to come is told by a "will", by words of intent over an infinitive ("plans to sign", "poised to take
over") or as not done yet; a possibility counts where it is somebody's. What is done stands in a past tense
with nothing over it that makes it a wish, a supposition or another time.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Literal

from twosource.language import Parse
from twosource.lexicon import load, words

from .claims_numbers import number_run, number_value
from .claims_units import stem
from .conflicts_fillers import Scene
from .conflicts_frames import Frame, frame_of
from .conflicts_tellings import Telling

__all__ = ["Act", "Thing", "acts"]

_State = Literal["still to come", "done"]
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_MAYBE = frozenset({"may", "might"})
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve"})
_UNSURE = frozenset({"would", "could", "can", "might", "may", "should", "must", "'d", "’d"})
_IT = frozenset({"it", "this", "that", "they"})
_WAITING = "pending"
_OUT = frozenset({"on", "with", "from", "for", "to", "of"})
_NEAR = 7  # tokens from a verb to the words that make it a phrase
_BACK, _LONG = 8, 24  # tokens before and after a noun that may tell more of it
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Thing:
    """What an act is done to: its class, the record actor or name it is, what is said around it.

    `name` are the words of its proper name, `number` is how many there are, where the words count them,
    `series` what tells it from others of its kind ("the second bill").
    """

    token: int
    kind: str
    actor: str | None
    around: frozenset[str]
    marks: frozenset[str]
    name: frozenset[str]
    series: frozenset[str]
    number: float | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Act:
    """One telling of an act: `state` is "still to come" or "done".

    `bygone` where the words set it in an earlier time; `days` are those it is, or is to be, done on.
    """

    kind: str
    state: _State
    frame: Frame
    things: tuple[Thing, ...]
    bygone: bool
    days: tuple[tuple[str, str], ...]

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.frame.report


@cache
def _phrases() -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    """Verb → the words that go with it and the class of act that they make, longest first."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    known: dict[str, list[str]] = load("conflicts")["acts"]
    for kind, some in known.items():
        for phrase in some:
            first, *rest = phrase.split()
            found.setdefault(first, []).append((frozenset(rest), kind))
    return {verb: tuple(sorted(some, key=lambda s: -len(s[0]))) for verb, some in found.items()}


def acts(scene: Scene, before: Scene | None = None) -> Iterator[Act]:
    """The acts that one sentence tells of; `before` is the sentence before it in its report."""
    telling, parse = scene.telling, scene.parse
    if telling.vocabulary.isdisjoint(_phrases()):
        return
    for token, pos in enumerate(parse.pos):
        if pos != "VERB" or parse.lemmas[token].lower() not in _phrases():
            continue
        kinds = _kinds(parse, token)
        state = _state(telling, token) if kinds else None
        waiting = _WAITING in kinds
        if waiting:  # "a bill sent to her desk", "the bill awaits her signature"
            kinds = ["sign"]
            state = None if state == "still to come" or telling.denied(token) else "still to come"
        if state is None:
            continue
        frame = frame_of(scene, token, kinds[0], "plan" if state == "still to come" else "fact")
        if frame is None:
            continue
        if waiting or _moved(parse, token, kinds[0]):
            frame = replace(frame, doers=())
        things = tuple(_things(scene, frame, kinds[0], before))
        days = () if waiting else _days(frame, state)
        bygone = telling.bygone(token)
        for kind in kinds:
            yield Act(kind=kind, state=state, frame=frame, things=things, bygone=bygone, days=days)


def _moved(parse: Parse, token: int, kind: str) -> bool:
    """Whether the subject is what is done, not who does it: "the bill passed the senate"."""
    subject = parse.child(token, "nsubj")
    own = subject is not None and parse.lemmas[subject].lower() in _matters()
    return own and kind in ("introduce", "pass")


def _days(frame: Frame, state: _State) -> tuple[tuple[str, str], ...]:
    """The days of an act. A day gone by is not that of an act to come, but of its announcement; what is done
    and has no day of its own is of the day of its clause.
    """
    today = (frame.unit.reading.report.published or "")[:10]
    given = frame.days or [d for d in frame.unit.dates if state == "done" and d not in frame.unit.aside]
    days = ((d.earliest or "", d.latest or "") for d in given)
    return tuple(day for day in days if all(day) and (state == "done" or day[1] >= today))


def _kinds(parse: Parse, token: int) -> list[str]:
    """The classes of act that a verb tells with the words around it."""
    near = {
        parse.lemmas[i].lower()
        for c in parse.children[token]
        for i in (c, *parse.children[c], *(h for g in parse.children[c] for h in parse.children[g]))
        if token - 2 <= i <= token + _NEAR
    }
    found = (kind for rest, kind in _phrases()[parse.lemmas[token].lower()] if rest <= near)
    return list(dict.fromkeys(found))


# ---- to come or done


def _state(telling: Telling, token: int) -> _State | None:
    """Whether an act is still to come or done; None for neither."""
    parse = telling.parse
    if not telling.firm(token):
        return None
    aux = {parse.words[c].lower() for c in parse.children[token] if parse.deps[c] in ("aux", "auxpass")}
    if telling.denied(token):
        yet = any(parse.lemmas[c].lower() == "yet" for c in parse.children[token])
        return "still to come" if yet and not _FUTURE & aux else None
    if (_FUTURE | _MAYBE) & aux or ("would" in aux and _reported(parse, token)):
        return None if "have" in aux else "still to come"
    if _UNSURE & aux:
        return None
    if "to" in aux:
        above = parse.heads[token]
        if parse.deps[token] == "xcomp" and parse.lemmas[above].lower() == "vote":
            return _state(telling, above)  # "voted to override the veto", "is set to vote to override it"
        return "still to come" if _intended(telling, token) else None
    if parse.tags[token] == "VBD" or (parse.tags[token] == "VBN" and _finite(parse, token, aux)):
        return None if _under_plan(parse, token) else "done"
    return None


def _finite(parse: Parse, token: int, aux: Collection[str]) -> bool:
    """Whether a participle tells a fact: "has passed", "was passed", "passed by the council"."""
    told = any(word in _HAVE or word in ("was", "were") for word in aux)
    return told or (parse.deps[token] == "acl" and parse.child(token, "agent") is not None)


def _reported(parse: Parse, token: int) -> bool:
    """Whether "would" is the "will" of what somebody said."""
    verb = parse.heads[token] if parse.deps[token] == "conj" else token
    above = parse.heads[verb]
    return (
        parse.deps[verb] == "ccomp" and parse.tags[above] in ("VBD", "VBN")
        and parse.lemmas[above].lower() in words("claims", "speech")
    )  # fmt: skip


def _intended(telling: Telling, token: int) -> bool:
    """Whether an infinitive stands under words of intent, told as standing now."""
    parse = telling.parse
    for up in islice(parse.ancestors(token), 3):
        lemma = parse.lemmas[up].lower()
        if lemma in words("conflicts", "intents") or (lemma == "go" and parse.tags[up] == "VBG"):
            said = parse.heads[up] if parse.deps[up] == "ccomp" else up
            return not (telling.denied(up) or telling.bygone(up) or telling.bygone(said))
        if parse.pos[up] == "VERB":
            return False
    return False


def _under_plan(parse: Parse, token: int) -> bool:
    """Whether a past tense stands under something to come: "once it was passed, he would…"."""
    if parse.deps[token] != "advcl":
        return False
    above = parse.heads[token]
    aux = {parse.words[c].lower() for c in parse.children[above] if parse.deps[c] == "aux"}
    return bool((_FUTURE | _UNSURE) & aux)


# ---- what it is done to


def _things(scene: Scene, frame: Frame, kind: str, before: Scene | None) -> Iterator[Thing]:
    """What an act is done to; "a version of the bill" is the bill, and so is the "it" after it."""
    parse = scene.parse
    objects = _objects(parse, frame.token, kind)
    joined = [c for i in objects for c in parse.children[i] if parse.deps[c] in ("conj", "appos")]
    for token in dict.fromkeys(_core(parse, i) for i in (*objects, *joined)):
        relative = parse.tags[token] in ("WDT", "WP") and parse.deps[frame.token] == "relcl"
        meant = parse.heads[frame.token] if relative else token
        if parse.lemmas[meant].lower() in _IT:
            yield _meant(scene, before, meant)
        elif parse.lemmas[meant].lower() not in words("conflicts", "parts_of"):
            yield _thing(scene, meant)


def _objects(parse: Parse, verb: int, kind: str) -> list[int]:
    """The tokens of what an act is done to: its object, else what stands behind its prepositions."""
    if parse.tags[verb] == "VBN" and parse.deps[verb] == "acl":
        return [parse.heads[verb]]
    subject = parse.child(verb, "nsubj")
    if subject is not None and _moved(parse, verb, kind):
        return [subject]
    found = [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "nsubjpass")]
    return found or [
        g for c in parse.children[verb] if parse.deps[c] == "prep" and parse.lemmas[c].lower() in _OUT
        for g in parse.children[c] if parse.deps[g] == "pobj"
    ]  # fmt: skip


def _core(parse: Parse, token: int) -> int:
    """The noun that "a version of", "control of" or "changes to" leaves to be told."""
    if parse.lemmas[token].lower() not in words("conflicts", "parts_of"):
        return token
    links = [c for c in parse.children[token] if parse.lemmas[c].lower() in ("of", "to", "in")]
    links += [c for c in parse.children[parse.heads[token]] if c > token and parse.lemmas[c].lower() == "to"]
    inner = (parse.child(c, "pobj") for c in links)
    return next((i for i in inner if i is not None), token)


def _meant(scene: Scene, before: Scene | None, pronoun: int) -> Thing:
    """The nearest bill, deal or plan before an "it"."""
    for place, stop in ((scene, pronoun), (before, None)):
        if place is None:
            continue
        parse = place.parse
        for i in range((len(parse) if stop is None else stop) - 1, -1, -1):
            if parse.pos[i] in ("NOUN", "PROPN") and parse.lemmas[i].lower() in _matters():
                return replace(_thing(place, i), token=pronoun)
    return _thing(scene, pronoun)


def _thing(scene: Scene, token: int) -> Thing:
    telling, parse = scene.telling, scene.parse
    first, stop = parse.subtree(token)
    own = [i for i in range(max(first, token - _BACK), min(stop, token + _LONG)) if i != token]
    for c in parse.children[parse.heads[token]]:  # "introduce two bills to free the ports"
        if c > token and parse.deps[c] == "advcl" and parse.tags[c] == "VB":
            own += range(c, min(parse.subtree(c)[1], c + _BACK))
    timed = {i for e in parse.entities if e.label in ("DATE", "TIME") for i in range(e.start, e.end)}
    near = [c for c in parse.children[token] if c not in timed]
    narrowing = [c for c in near if parse.deps[c] in ("amod", "compound", "nmod")]
    counted = [c for c in near if parse.deps[c] == "nummod"]
    run = number_run(parse, counted[0], set(range(first, stop))) if counted else []
    name = [token, *(c for c in near if parse.deps[c] == "compound")] if parse.pos[token] == "PROPN" else []
    return Thing(
        token=token, kind=_matter(parse, token), actor=telling.actor(token),
        around=frozenset(stem(parse.lemmas[i]) for i in own if parse.pos[i] in _CONTENT and i not in timed),
        marks=frozenset(stem(parse.lemmas[c]) for c in narrowing),
        name=frozenset(parse.words[i].lower() for i in name),
        series=frozenset(parse.lemmas[c].lower() for c in near) & words("conflicts", "series"),
        number=number_value(parse, run) if run else None,
    )  # fmt: skip


@cache
def _matters() -> Mapping[str, str]:
    known: dict[str, list[str]] = load("conflicts")["matters"]
    return {word: name for name, some in known.items() for word in some}


def _matter(parse: Parse, token: int) -> str:
    """The class of a thing; a pronoun has none."""
    if parse.pos[token] == "PRON":
        return ""
    lemma = parse.lemmas[token].lower()
    return _matters().get(lemma) or stem(lemma)
