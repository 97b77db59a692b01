"""Actors that are described, not named: "the ministry", "an official with the union", "some experts".

A definite description is the actor whose role or name it repeats, when exactly one fits; an indefinite or
plural one is an actor in its own right, unnamed or a group. What fits nobody stays on its own, never the
nearest name.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import ActorType

from .actor_bodies import BODIES, named_shortly_before
from .actor_counterparts import counterpart
from .actor_groups import Draft, Drafts
from .actor_offices import PARTIES, field_of, held_once, holds_still, role_fits, told_apart, with_of
from .actor_phrases import country_in, described, extent, told
from .document import Line
from .gazetteer import country_name
from .person_names import gender_of_title
from .quoted_stretches import quoted_stretches

__all__ = ["add_nominals"]

_NOT_HEADS = frozenset(("compound", "nmod", "amod", "npadvmod", "attr", "oprd", "advmod"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_GOVERNS = frozenset(("government", "regime"))
_OTHERS = frozenset(
    ("former", "new", "next", "previous", "another", "other", "first", "second", "late", "future", "own")
)
_OBJECTS_OF = frozenset(("by", "with", "to", "against", "from", "between", "among", "on", "for", "upon"))
_NEAR = 400  # characters within which a description must have come to be taken up by "the official, Bo Lund"
_FAR = 1_000_000_000
_CROWD = 100  # people taken up so in one report
_ANYBODY = frozenset(("official", "man", "woman", "officer", "suspect", "victim", "witness", "candidate"))


_KINDS = frozenset(("NOUN", "PROPN", "ADJ"))


@dataclass(slots=True, kw_only=True)
class _Stage:
    """What is known while the described actors of a report are read, in text order."""

    drafts: Drafts
    memory: dict[str, Draft] = field(default_factory=dict)  # who was last described by a noun
    held: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # line number → characters taken
    earlier: Line | None = None  # the line before the one at hand
    quoted: Sequence[tuple[int, int]] = ()  # where quoted words stand

    def is_quoted(self, at: int) -> bool:
        """Whether a place in the text stands in quotation marks."""
        i = bisect_right(self.quoted, at, key=itemgetter(0)) - 1
        return i >= 0 and at < self.quoted[i][1]


def add_nominals(drafts: Drafts, lines: Sequence[Line], text: str = "") -> None:
    """Mentions of described actors, in text order, each on its draft or on a new one; `text` is all of it."""
    stage = _Stage(drafts=drafts, quoted=quoted_stretches(text))
    starts = [line.start for line in lines]
    for draft in drafts.drafts:
        for start, end, _ in draft.places:
            line = lines[max(0, bisect_right(starts, start) - 1)]
            stage.held.setdefault(line.number, []).append((start, end))
    nouns = _nouns()
    for line in lines:
        parse = line.parse
        for i, pos in enumerate(parse.pos):
            if pos not in _KINDS or parse.lemmas[i].lower() not in nouns or parse.deps[i] in _NOT_HEADS:
                continue
            if pos == "ADJ" and parse.deps[i] not in ("nsubj", "nsubjpass"):
                continue
            at = line.start + parse.starts[i]
            if any(a <= at < b for a, b in stage.held.get(line.number, ())):
                continue  # it is a name, a role or an apposition already
            if _takes_part(parse, i):
                _add_nominal(stage, line, i)
            elif _is_told_of(parse, i):
                _add_nominal(stage, line, i, known=True)
        stage.earlier = line
    _join_presupposed(drafts)


def _is_told_of(parse: Parse, token: int) -> bool:
    """Whether a noun phrase may be taken up as an actor that the report has named: "thanked the minister"."""
    if parse.deps[token] not in ("dobj", "pobj") or parse.words[parse.heads[token]].lower() == "as":
        return False  # "resigned as secretary of trade" is told of who resigned
    return parse.lemmas[token].lower() in words("offices", "roles")


def _takes_part(parse: Parse, token: int) -> bool:
    """Whether a noun phrase names somebody who acts, is acted on or is spoken to."""
    dep, head = parse.deps[token], parse.heads[token]
    if any(
        parse.deps[c] == "poss" and parse.words[c].lower() in ("my", "our", "your")
        for c in parse.children[token]
    ):
        return False
    if dep == "conj":
        return _takes_part(parse, head)
    if dep in ("nsubj", "nsubjpass", "poss", "dative", "appos"):
        return True
    if dep == "pobj":
        return parse.lemmas[head].lower() in _OBJECTS_OF
    return dep in ("dobj", "ROOT") and parse.lemmas[token].lower() in _people()


@cache
def _people() -> frozenset[str]:
    """Nouns for people, in the singular as the parser's lemmas are."""
    return words("offices", "sources") | {g.removesuffix("s") for g in words("offices", "groups")}


@cache
def _nouns() -> frozenset[str]:
    """Nouns for anybody who may act."""
    return (
        _people() | words("offices", "organizations") | words("offices", "groups") | words("offices", "roles")
    )


def _add_nominal(stage: _Stage, line: Line, head: int, known: bool = False) -> None:
    """One description on its draft; of those that are only told of, the `known` ones alone."""
    parse, drafts = line.parse, stage.drafts
    span = extent(parse, head)
    lemma = parse.lemmas[head].lower()
    plural = parse.tags[head] in ("NNS", "NNPS")
    if _is_thing(parse, span[0], head, lemma, plural) or _is_abstract(parse, span[0], head, lemma):
        return
    definite = _is_definite(parse, span[0], head, plural)
    draft = None
    if definite and not plural:
        draft = (
            _governed(drafts, parse, head, lemma)
            or counterpart(drafts, line, head)
            or _known(stage, line, span, head, lemma)
        )
    if draft is None and definite and plural and head - span[0] == 1:
        draft = stage.memory.get(lemma + "s")
    if known and (draft is None or draft.type != "person" or not draft.names):
        return
    name, kind = described(line, head, span), _type_of(lemma, plural)
    if draft is None and kind != "unnamed":
        low = name.lower()
        draft = next(
            (d for d in drafts.drafts if d.type == kind and not d.names and d.name.lower() == low), None
        )
    if draft is None:
        draft = Draft(type=kind, name=name, plural=plural)
        draft.country = country_in(parse, *span)
        draft.gender = gender_of_title(lemma)
        drafts.drafts.append(draft)
    elif draft.type == "person" and draft.names:
        text = told(line, span[0], max(span[1], with_of(parse, head)))
        if 1 < len(text.split()) < 10:
            draft.described.append(text[0].lower() + text[1:] if text.startswith("The ") else text)
    place = line.span(*span)
    draft.add(place.start, place.end, "nominal")
    stage.held.setdefault(line.number, []).append((place.start, place.end))
    if not definite and stage.is_quoted(place.start):
        return  # “a plan by a tired mayor”: nobody whom "the mayor" of the report takes up
    stage.memory[lemma + ("s" if plural else "")] = draft
    if not plural and (noun := _noun(parse, head)) != lemma:
        stage.memory[noun] = draft


def _is_definite(parse: Parse, first: int, head: int, plural: bool) -> bool:
    """Whether a description means somebody known; headlines leave articles out ("union calls strike")."""
    if parse.words[first].lower() in _DEFINITE or any(parse.deps[c] == "poss" for c in parse.children[head]):
        return True
    return not plural and head == first


def _is_thing(parse: Parse, first: int, head: int, lemma: str, plural: bool) -> bool:
    """Whether a noun for a body means the thing here: "glossy magazines", "left this office", "the funds"."""
    if parse.words[first].lower() == "whose":
        return True
    if lemma not in words("offices", "things") or "NNP" in parse.tags[first : head + 1]:
        return False
    return plural or parse.deps[head] not in ("nsubj", "agent", "poss")


def _is_abstract(parse: Parse, first: int, head: int, lemma: str) -> bool:
    """Whether a noun without an article means no one: "obstruction of justice", "ran for governor"."""
    if first < head or parse.tags[head] != "NN" or parse.words[head][0].isupper():
        return False
    if any(parse.deps[c] in ("det", "poss") for c in parse.children[head]):
        return False
    if lemma in words("offices", "abstract"):
        return True
    return parse.deps[head] in ("dobj", "pobj") and lemma in words("offices", "roles")


def _join_presupposed(drafts: Drafts) -> None:
    """ "A port chief warned … The official, Bo Lund, said": who is named so was described shortly before."""
    for draft in [d for d in drafts.drafts if d.presupposes is not None][:_CROWD]:
        assert draft.presupposes is not None
        at, noun = draft.presupposes
        before = [
            (max(a for a, _, _ in d.places), d)
            for d in drafts.drafts
            if d.type == "unnamed" and not d.plural and d.places and at - _NEAR < max(d.places)[0] < at
        ]
        alike = [(a, d) for a, d in before if _last_noun(d.name) == noun]
        if not alike and noun in _ANYBODY:
            alike = before
        if len(alike) != 1 or min(draft.places)[0] < alike[0][0]:
            continue
        other = alike[0][1]
        draft.places.extend(other.places)
        draft.described.append(other.name)
        draft.country = draft.country or other.country
        draft.roles.extend(r for r in (_plain(other.name),) if r not in draft.roles)
        drafts.drafts.remove(other)


def _last_noun(name: str) -> str:
    """The noun of a description: the last word before "of", "with", "for" …"""
    found = name.lower().split()
    for n, word in enumerate(found):
        if n and word in ("of", "with", "for", "at", "from", "in", "to", "close"):
            return found[n - 1]
    return found[-1] if found else ""


def _plain(name: str) -> str:
    """A description without its article."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("a", "an", "the", "one") and rest else name


def _type_of(lemma: str, plural: bool) -> ActorType:
    if lemma in words("offices", "organizations") and lemma not in words("offices", "sources"):
        return "organization"
    if plural and lemma + "s" in words("offices", "groups") and lemma not in words("offices", "sources"):
        return "group"
    return "unnamed"


def _governed(drafts: Drafts, parse: Parse, head: int, lemma: str) -> Draft | None:
    """The country behind "the Ruritanian government" or "Ruritania's regime"."""
    if lemma not in _GOVERNS:
        return None
    first, stop = extent(parse, head)
    code = country_in(parse, first, stop)
    if code is None:
        return None
    for draft in drafts.drafts:
        if draft.type == "country" and draft.country == code:
            return draft
    draft = Draft(type="country", name=country_name(code), country=code)
    drafts.drafts.append(draft)
    return draft


def _known(stage: _Stage, line: Line, span: tuple[int, int], head: int, lemma: str) -> Draft | None:
    """The one actor whose role ends in this noun, or whose name does, or that was last described so."""
    parse = line.parse
    plain = {parse.words[i].lower() for i in range(span[0], head)} - _DEFINITE
    country = country_in(parse, span[0], with_of(parse, head))
    owned = country is None and any(parse.deps[c] == "poss" for c in parse.children[head])
    if "former" in plain and not owned:
        return _sole([d for d in stage.drafts.drafts if d.type == "person" and held_once(d, lemma, plain)])
    capitals = {
        parse.words[i].lower() for i in range(span[0], head) if parse.words[i][0].isupper()
    } - _DEFINITE
    if plain & _OTHERS or (owned and not capitals):
        return None
    drafts = stage.drafts
    apart = capitals | told_apart(parse, span[0], head)
    office = apart if country else apart | field_of(parse, head)
    known = [d for d in drafts.drafts if d.type == "person"]
    holders = [d for d in known if role_fits(d, lemma, office - PARTIES, country)]
    people = [d for d in holders if role_fits(d, lemma, office, country)]
    if not people and len(holders) == 1 and office & PARTIES:
        people = holders  # "the Republican governor", of whom the report has but one
    if len(people) > 1:
        people = [d for d in people if holds_still(d, lemma)]
    if len(people) > 1:
        people = _in_view(people, line.start + parse.starts[head])
    recent = stage.memory.get(lemma)
    if recent is not None and not plain and _is_fresher(recent, people, line.start):
        return recent
    if len(people) == 1:
        return people[0]
    if owned:
        return None
    if not any(parse.deps[c] == "poss" for c in parse.children[head]):
        bodies = [d for d in drafts.drafts if _is_body(d, lemma, set() if country else apart)]
        if len(bodies) == 1:
            return bodies[0]
    if lemma in BODIES and not plain and not _is_near(recent, stage.earlier or line):
        body = named_shortly_before(drafts.drafts, line, stage.earlier, head)
        if body is not None:
            return body
    if plain:
        return stage.memory.get(_noun(parse, head)) if plain == {parse.words[head - 1].lower()} else None
    return stage.memory.get(lemma)


def _is_near(recent: Draft | None, line: Line) -> bool:
    """Whether a description came in a line or later."""
    return recent is not None and max(recent.places)[0] >= line.start


def _noun(parse: Parse, head: int) -> str:
    """A noun with the one that it makes a compound with ("task force")."""
    joined = head and parse.deps[head - 1] == "compound" and parse.heads[head - 1] == head
    return " ".join(parse.lemmas[i].lower() for i in range(head - bool(joined), head + 1))


def _sole(found: Sequence[Draft]) -> Draft | None:
    """The only one; None of none or several."""
    return found[0] if len(found) == 1 else None


def _is_body(draft: Draft, lemma: str, apart: set[str]) -> bool:
    """Whether a body's name ends with a noun and holds the words that tell it apart ("the budget office")."""
    name = draft.name.lower().split()
    named = draft.type == "organization" and bool(draft.names)
    return named and name[-1] == lemma and apart <= set(name)


def _in_view(people: Sequence[Draft], at: int) -> list[Draft]:
    """Of several who hold such an office the one that has just been named, alone; else the one that the
    report is about, named clearly more often, where no other has been named since. Else nobody.
    """
    last = {d.name: max((a for a, _, _ in d.places if a < at), default=-_FAR) for d in people}
    near = [d for d in people if at - last[d.name] < _NEAR]
    ranked = sorted(people, key=lambda d: -sum(d.names.values()))
    clear = sum(ranked[0].names.values()) >= 2 * sum(ranked[1].names.values())
    if clear and all(_is_passing(d, ranked[0], at) for d in ranked[1:]):
        return ranked[:1]
    if len(near) == 1:
        return near
    return ranked[:1] if clear and last[ranked[0].name] == max(last.values()) else []


def _is_passing(draft: Draft, main: Draft, at: int) -> bool:
    """Whether an office holder was named a single time, some way back, in a report that opens with another
    of that office ("served under another mayor, Bo Lund. … The mayor said").
    """
    named = [a for a, _, kind in draft.places if kind == "name"]
    return len(named) == 1 and at - named[0] > _NEAR // 2 and min(main.places)[0] < named[0]


def _is_fresher(recent: Draft, people: Sequence[Draft], at: int) -> bool:
    """Whether somebody unnamed was described so since all who are known to be so were last named: "One
    adviser said… The adviser" is that one.
    """
    if recent.type != "unnamed" or recent.names or not recent.places:
        return False
    last = recent.places[-1][0]
    return not any(last < place[0] < at for d in people for place in d.places)
