"""Conflicts about the state of one event by the nouns and verbs around it: in talks, talks held, called off.

Events of one kind are many, so the anchor is strict. Two states are of one occasion where one speaker tells
of it in both reports, or where the two lines give the same day or the same two parties.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.language import Parse
from twosource.lexicon import words

from .conflicts_lines import Dispute
from .conflicts_tellings import MOST, Telling, clash
from .conflicts_topics import OnTopic, extent, same_topic, topic_of

__all__ = ["state_disputes"]

_WHY = {
    frozenset({"under way", "over"}): "under way in one report, over in the other",
    frozenset({"cancelled", "postponed"}): "called off in one report, only put off in the other",
    frozenset({"cancelled", "over"}): "called off in one report, held in the other",
    frozenset({"cancelled", "under way"}): "called off in one report, under way in the other",
}
_UNSURE = frozenset({"could", "would", "might", "may", "should", "will"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _State(OnTopic):
    """A state of an event, by one report's words, with who takes part and who says so."""

    actors: frozenset[str]
    speaker: str | None


def state_disputes(told: Sequence[Telling]) -> list[Dispute]:
    """Conflicts about the state of an occasion."""
    states: dict[str, list[_State]] = defaultdict(list)
    for telling in told:
        for state in _states(telling):
            states[state.topic.head].append(state)
    found = [_on_states(states[key][:MOST]) for key in sorted(states)]
    return [d for d in found if d is not None]


def _states(telling: Telling) -> Iterator[_State]:
    parse = telling.parse
    if telling.vocabulary.isdisjoint(words("conflicts", "events")):
        return
    for token in range(len(parse)):
        if parse.pos[token] != "NOUN" or parse.lemmas[token].lower() not in words("conflicts", "events"):
            continue
        value, verb = _state(telling, token)
        if not value or not telling.firm(verb):
            continue
        topic = topic_of(telling, token)
        unit = telling.unit(token)
        subject = telling.subject(verb)
        first, stop = extent(parse, token)
        ends = [first, token, verb, stop - 1, *(c for c in parse.children[verb] if verb < c <= verb + 2)]
        if subject is not None and abs(subject - verb) <= 6:
            ends.append(subject)
        yield _State(
            topic=topic, value=value, actors=unit.actors | topic.actors, speaker=unit.speaker,
            days=telling.dates(verb), bygone=telling.bygone(verb) and value != "over",
            line=telling.line(value, ends, token),
        )  # fmt: skip


def _state(telling: Telling, noun: int) -> tuple[str, int]:
    """The state that the words around an event noun give it, and the verb that gives it; "" for none."""
    parse = telling.parse
    head, dep = parse.heads[noun], parse.deps[noun]
    lemma, tag = parse.lemmas[head].lower(), parse.tags[head]
    helping = _helped(parse, head)
    if telling.denied(head) or helping & (_UNSURE | {"to", "can"}):
        return "", head
    undone = {"cancelled": "calling_off", "postponed": "putting_off"}
    if dep in ("dobj", "nsubjpass"):
        off = any(parse.lemmas[c].lower() == "off" for c in parse.children[head])
        for state, known in undone.items():
            if lemma in words("conflicts", known) or (
                off and lemma == {"cancelled": "call", "postponed": "put"}[state]
            ):
                return state, head
    if dep == "pobj" and lemma == "in" and parse.lemmas[parse.heads[head]].lower() == "be":
        return "under way", parse.heads[head]
    if dep == "dobj" and lemma in ("hold", "have", "conduct"):
        if tag == "VBG" and helping & {"is", "are", "was", "were", "'re", "’re"}:
            return "under way", head
        if tag == "VBN" and helping & {"have", "has", "had", "'ve", "’ve"}:
            return "over", head
    if dep in ("nsubj", "nsubjpass") and tag in ("VBD", "VBN"):
        done = any(parse.lemmas[c].lower() == "place" for c in parse.children[head]) and lemma == "take"
        if done or lemma in words("conflicts", "ending") or (lemma == "hold" and dep == "nsubjpass"):
            return "over", head
    if dep == "nsubj" and lemma == "be":
        if any(parse.words[c].lower() in ("underway", "ongoing", "way") for c in parse.below(head)[:12]):
            return "under way", head
        if any(
            parse.words[c].lower() in ("over", "finished") and parse.heads[c] == head
            for c in parse.children[head]
        ):
            return "over", head
    if dep == "nsubj" and lemma == "continue" and tag in ("VBP", "VBZ", "VBG"):
        return "under way", head
    return "", head


def _helped(parse: Parse, verb: int) -> set[str]:
    """The auxiliaries of a verb."""
    return {parse.words[c].lower() for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass")}


def _on_states(block: Sequence[_State]) -> Dispute | None:
    for n, a in enumerate(block):
        for b in block[n + 1 :]:
            if _opposed(a, b) and not any(
                s.report == one.report and s.value == other.value
                for s in block
                for one, other in ((a, b), (b, a))
            ):
                sides = tuple(
                    tuple(
                        s.line for s in block if s is one or (s.value == one.value and _one_occasion(s, one))
                    )
                    for one in (a, b)
                )
                what = min(a.topic.deed, b.topic.deed, key=len)
                return Dispute(
                    about="status", kind="conflict", question=_question(what, a, b), sides=sides,
                    why=_WHY[frozenset({a.value, b.value})],
                )  # fmt: skip
    return None


def _question(what: str, a: _State, b: _State) -> str:
    """ "Are the talks under way, or over?"."""
    one, two = sorted((a.value, b.value), reverse="over" in (a.value, b.value))
    called = what.split(maxsplit=1)
    if called[0].lower() in ("the", "a", "an", "such", "this", "that", "their", "its", "his", "her"):
        what = called[-1]
    be = "Are" if what.endswith("s") else "Is"
    return f"{be} the {what} {one}, or {two}?"


def _opposed(a: _State, b: _State) -> bool:
    if a.report == b.report or frozenset({a.value, b.value}) not in _WHY or a.bygone or b.bygone:
        return False
    return not clash(a.days, b.days) and _one_occasion(a, b)


def _one_occasion(a: _State, b: _State) -> bool:
    """Whether two states are of one occasion: one topic, and one speaker, one day or the same two parties."""
    if not same_topic(a.topic, b.topic):
        return False
    shared = a.actors & b.actors
    if a.speaker is not None and a.speaker == b.speaker and a.topic.marks & b.topic.marks and shared:
        return True
    if a.days and b.days and not clash(a.days, b.days):
        return bool(shared)
    return "over" not in (a.value, b.value) and len(shared) >= 2
