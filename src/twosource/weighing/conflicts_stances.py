"""Conflicts about where a party stands: for and against one thing, refused and put off.

A stand is a holder, a value ("for", "against", "delayed") and a topic. Two stands of one holder on
one topic that cannot both hold are a conflict when different reports give them, neither report gives both,
and the words set neither of them in another time.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import load
from twosource.model import ConflictAbout

from .conflicts_lines import Dispute
from .conflicts_tellings import MOST, Telling, clash
from .conflicts_topics import OnTopic, extent, kind_of, same_topic, topic_of, whole

__all__ = ["stance_disputes"]

_LINKS = frozenset({"to", "of", "about", "toward", "towards", "with", "against", "for", "on"})
_OPPOSED: Mapping[frozenset[str], ConflictAbout] = {
    frozenset({"for", "against"}): "polarity",
    frozenset({"against", "delayed"}): "status",
}
_FLIPPED = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Stand(OnTopic):
    """Where a record actor stands on a topic, by one report's words: "for", "against" or "delayed"."""

    holder: str


def stance_disputes(told: Sequence[Telling]) -> list[Dispute]:
    """Conflicts between stands, in story order."""
    blocks: dict[tuple[str, str], list[_Stand]] = defaultdict(list)
    for telling in told:
        for stand in _stands(telling):
            blocks[stand.holder, stand.topic.head].append(stand)
    disputes = []
    for key in sorted(blocks):
        names = told[0].cast.names if told else {}
        found = _dispute(blocks[key][:MOST], names)
        if found is not None:
            disputes.append(found)
    return disputes


def _stands(telling: Telling) -> Iterator[_Stand]:
    """The stands that one sentence tells of; suppositions and questions have none."""
    parse = telling.parse
    known = _outcomes()
    if telling.vocabulary.isdisjoint(known):
        return
    for token in range(len(parse)):
        lemma = parse.lemmas[token].lower()
        outcome = known.get(lemma)
        planned = outcome == "for" and lemma == "plan" and _has(telling, token)
        if outcome is None or not (planned or parse.pos[token] in ("VERB", "ADJ", "ADP", "ADV")):
            continue
        about = _about(telling, token)
        verb = parse.heads[token] if planned else token
        holder = telling.holder(verb)
        if about is None or holder is None or not telling.firm(verb):
            continue
        if telling.cast.types.get(holder) == "unnamed":
            continue
        if telling.denied(token) or telling.denied(verb):
            if outcome not in _FLIPPED:
                continue
            outcome = _FLIPPED[outcome]
        topic = topic_of(telling, about)
        ends = [token, about, extent(parse, about)[1] - 1]
        subject = telling.subject(verb)
        if subject is not None and token - subject <= 6:
            ends.append(subject)
        yield _Stand(
            holder=holder, value=outcome, topic=topic, days=telling.dates(verb),
            bygone=telling.bygone(verb), line=telling.line(outcome, ends, token),
        )  # fmt: skip


@cache
def _outcomes() -> Mapping[str, str]:
    """Word of stance → outcome."""
    known: dict[str, list[str]] = load("conflicts")["stands"]
    return {word: outcome for outcome, some in known.items() for word in some}


def _has(telling: Telling, noun: int) -> bool:
    """Whether somebody has it: "has no plans to resign"."""
    parse = telling.parse
    return parse.deps[noun] == "dobj" and parse.lemmas[parse.heads[noun]].lower() == "have"


def _about(telling: Telling, token: int) -> int | None:
    """The noun or verb that a word of stance is about; a decision stands for what is decided."""
    parse = telling.parse
    found = parse.child(token, "acl") if parse.pos[token] == "NOUN" else parse.child(token, "xcomp", "dobj")
    if found is None or parse.pos[found] not in ("NOUN", "VERB"):
        for c in parse.children[token]:
            if parse.deps[c] == "prep" and parse.lemmas[c].lower() in _LINKS:
                found = parse.child(c, "pobj", "pcomp")
    if found is None and parse.pos[token] == "ADP":
        found = parse.child(token, "pobj", "pcomp")
    if found is None or parse.pos[found] not in ("NOUN", "VERB"):
        return None
    if kind_of(parse, found) == "decide" or parse.lemmas[found].lower() in ("decision", "ruling", "move"):
        inner = parse.child(found, "acl")
        return whole(parse, inner) if inner is not None and parse.pos[inner] == "VERB" else found
    return whole(parse, found)


def _rivals(a: _Stand, b: _Stand) -> bool:
    if a.report == b.report or frozenset({a.value, b.value}) not in _OPPOSED:
        return False
    return not (a.bygone or b.bygone or clash(a.days, b.days)) and same_topic(a.topic, b.topic)


def _dispute(block: Sequence[_Stand], names: Mapping[str, str]) -> Dispute | None:
    for n, a in enumerate(block):
        for b in block[n + 1 :]:
            if _rivals(a, b) and not _both_told(a, b, block):
                return _shown(a, b, block, names)
    return None


def _both_told(a: _Stand, b: _Stand, block: Sequence[_Stand]) -> bool:
    """Whether a report tells of both stands: it then tells of a change, or of two matters."""
    return any(
        (s.report == a.report and s.value == b.value) or (s.report == b.report and s.value == a.value)
        for s in block
    )


def _shown(a: _Stand, b: _Stand, block: Sequence[_Stand], names: Mapping[str, str]) -> Dispute:
    about = _OPPOSED[frozenset({a.value, b.value})]
    sides = tuple(
        tuple(s.line for s in block if s is one or (s.value == one.value and same_topic(s.topic, one.topic)))
        for one in (a, b)
    )
    who, what = names[a.holder], min(a.topic.deed, b.topic.deed, key=len)
    if "delayed" in (a.value, b.value):
        question, why = (
            f"Has {who} refused to {what}, or put it off?",
            "refused in one report, put off in the other",
        )
    else:
        verb = f"Is {who} ready to {what}?" if a.topic.verbal else f"Where does {who} stand on {what}?"
        question, why = verb, "one party, for it in one report and against it in the other"
    return Dispute(about=about, kind="conflict", question=question, why=why, sides=sides)
