"""Conflicts about the state and the place of one event: under way or over, called off or put off, where.

Events of one kind are many, so the anchor is strict. Two states are of one occasion where one speaker tells
of it in both reports, or where the two lines give the same day or the same two parties. Two places are of one
deed where it is done to one person once (a birth, an arrest, a death).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.language import Parse
from twosource.lexicon import load, words

from .claims_units import stem
from .conflicts_lines import Dispute, Line
from .conflicts_tellings import MOST, Telling, clash
from .conflicts_topics import Topic, extent, kind_of, same_topic, topic_of
from .story import Story

__all__ = ["state_disputes"]

_WHY = {
    frozenset({"under way", "over"}): "under way in one report, over in the other",
    frozenset({"cancelled", "postponed"}): "called off in one report, only put off in the other",
    frozenset({"cancelled", "over"}): "called off in one report, held in the other",
    frozenset({"cancelled", "under way"}): "called off in one report, under way in the other",
}
_UNSURE = frozenset({"could", "would", "might", "may", "should", "will"})
_PLACED = frozenset({"in", "at"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _State:
    """A state or place of an event, by one report's words."""

    topic: Topic
    value: str
    actors: frozenset[str]
    speaker: str | None
    days: tuple[tuple[str, str], ...]
    bygone: bool
    line: Line

    @property
    def report(self) -> str:
        return self.line.unit.report


def state_disputes(story: Story, told: Sequence[Telling]) -> list[Dispute]:
    """Conflicts about the state of an occasion, and about the place of a deed."""
    states: dict[str, list[_State]] = defaultdict(list)
    places: dict[tuple[str, str], list[_State]] = defaultdict(list)
    for telling in told:
        for state in _states(telling):
            states[state.topic.head].append(state)
        for key, place in _places(telling):
            places[key].append(place)
    texts = {r.report.id: r.report.text for r in story.readings}
    names = {a.id: a.name for a in story.actors}
    found = [_on_states(states[key][:MOST]) for key in sorted(states)]
    found += [_on_places(places[key][:MOST], key, texts, names) for key in sorted(places)]
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
    if called[0].lower() in ("the", "a", "an", "such", "this", "that"):
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


def _places(telling: Telling) -> Iterator[tuple[tuple[str, str], _State]]:
    """(deed, to whom) and the place of what is done to somebody in a country or city."""
    parse = telling.parse
    if telling.vocabulary.isdisjoint(words("conflicts", "once")):
        return
    named = {i: e for e in parse.entities if e.label == "GPE" for i in range(e.start, e.end)}
    if not named:
        return
    for token in range(len(parse)):
        lemma = parse.lemmas[token].lower()
        if parse.pos[token] != "VERB" or lemma not in words("conflicts", "once"):
            continue
        whom = parse.child(token, "nsubjpass")
        if whom is None:
            whom = parse.child(token, "nsubj") if lemma == "die" else parse.child(token, "dobj")
        person = telling.actor(whom) if whom is not None else None
        if person is None or telling.cast.types.get(person) != "person" or telling.denied(token):
            continue
        if whom is None or not telling.firm(token) or _helped(parse, token) & _UNSURE:
            continue
        for link in parse.children[token]:
            inner = parse.child(link, "pobj") if parse.lemmas[link].lower() in _PLACED else None
            if inner is None or inner not in named:
                continue
            entity = named[inner]
            start, end = parse.chars(entity.start, entity.end)
            where = parse.text[start:end]
            state = _State(
                topic=topic_of(telling, token), value=where.removeprefix("the "),
                actors=frozenset({person}), speaker=telling.unit(token).speaker, days=telling.dates(token),
                bygone=telling.bygone(token), line=telling.line(where, [whom, token, inner], token),
            )  # fmt: skip
            yield (kind_of(parse, token), person), state


def _on_places(
    block: Sequence[_State], key: tuple[str, str], texts: Mapping[str, str], names: Mapping[str, str]
) -> Dispute | None:
    for n, a in enumerate(block):
        for b in block[n + 1 :]:
            if a.report == b.report or a.bygone or b.bygone or clash(a.days, b.days):
                continue
            if not _elsewhere(a.value, b.value, (texts[a.report], texts[b.report])):
                continue
            sides = tuple(tuple(s.line for s in block if s.value == one.value) for one in (a, b))
            deed = next(v for v in words("conflicts", "once") if stem(v) == key[0] or v == key[0])
            asked = {"die": f"Where did {names[key[1]]} die?"}.get(deed, f"Where was it that {a.line.text}?")
            return Dispute(
                about="place", kind="conflict", question=asked, sides=sides,
                why="one deed, places that are not one within the other",
            )  # fmt: skip
    return None


def _elsewhere(one: str, two: str, texts: Sequence[str]) -> bool:
    """Whether neither of two places can lie in the other: two countries, or towns that no report joins."""
    if one.lower() in two.lower() or two.lower() in one.lower():
        return False
    countries = _countries()
    if (one in countries) != (two in countries):
        return False
    return one in countries or not any(one in t and two in t for t in texts)


def _countries() -> frozenset[str]:
    return frozenset(row[0] for row in load("countries")["table"].values())
