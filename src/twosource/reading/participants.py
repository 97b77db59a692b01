"""Who takes part in an event though nobody of the cast does: "an Iranian tanker", "two soldiers", "Kirkuk".

Actors of the last resort, as the pronouns of `unresolved` are: a reading holds those alone that an event
names as a side. They are described (a noun for people, bodies or vehicles), named without the cast's knowing
(the parser's model labels no name, or a place), or the country of an adjective ("Syrian air strikes").
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import Actor, ActorType, Event, Mention, MentionKind

from .actor_phrases import country_in, extent, told
from .cast import Cast, cast_of
from .document import Document, Line
from .events_words import table
from .gazetteer import country_name, gazetteer

__all__ = ["peopled", "sides_of", "within_reach"]

_SIDES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos"))
_IN_FRONT = frozenset(("amod", "compound", "nmod"))
_ARTICLES = frozenset(("the", "this", "that", "these", "those"))
_INDEFINITE = frozenset(("a", "an", "another", "some", "two", "three", "several"))
_TAGS = frozenset(("NNP", "NNPS", "NN", "NNS", "JJ"))
_PLACES = frozenset(("GPE", "LOC"))
_NAMES = frozenset(("", "GPE", "LOC", "PERSON", "ORG", "NORP"))
_LONGEST_NAME = 6


@dataclass(slots=True, kw_only=True)
class _Found:
    """One participant in the making."""

    name: str
    type: ActorType
    country: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    known: Actor | None = None  # the actor of the cast that it is
    thing: bool = False  # a vehicle, a building, a place


@dataclass(slots=True, kw_only=True)
class _Stage:
    """What is known while the lines are read in text order."""

    cast: Cast
    found: dict[str, _Found] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)  # noun → key of who was last described by it

    def add(
        self, key: str, new: Callable[[], _Found], line: Line, place: tuple[int, int, MentionKind]
    ) -> None:
        """One more mention: tokens first..stop and their kind."""
        if key not in self.found:
            self.found[key] = new()
        span = line.span(place[0], place[1])
        self.found[key].mentions.append(Mention(start=span.start, end=span.end, kind=place[2]))


def peopled(document: Document, cast: Cast, after: Cast) -> Cast:
    """The cast with the actors of the last resort behind it: `last` where people and bodies are a side, `hit`
    where things and places may be one too. Their ids go on behind those of `after`.
    """
    stage, known, events, places = _Stage(cast=cast), table().lemmas, table().nouns, gazetteer()
    title = document.report.title_span
    for line in document.body():
        parse = line.parse
        if known.isdisjoint(parse.lemmas):
            continue
        in_title = title is not None and title.start <= line.start < title.end
        deps, tokens = parse.deps, parse.words
        for i, tag in enumerate(parse.tags):
            if tag not in _TAGS:
                continue
            dep = deps[i]
            if dep in _SIDES:
                if tag == "JJ" or (_type_at(parse, i) is None and (tag != "NNP" or in_title)):
                    continue
                if cast.of_token(line, i) is None and not _described(stage, line, i) and tag == "NNP":
                    _named(stage, line, i)
            elif dep in _IN_FRONT:
                if tokens[i] in places:
                    _demonym(stage, line, i)
                elif dep == "compound" and parse.lemmas[parse.heads[i]] in events:
                    _doer_in_front(stage, line, i)
    return _cast(cast, after, list(stage.found.values())) if stage.found else cast


def _cast(cast: Cast, after: Cast, found: Sequence[_Found]) -> Cast:
    actors, number = [], len(after.actors)
    for one in found:
        if one.known is not None:
            actors.append(replace(one.known, mentions=tuple(one.mentions)))
            continue
        number += 1
        actors.append(
            Actor(
                id=f"a{number}",
                name=one.name,
                type=one.type,
                country=one.country,
                mentions=tuple(one.mentions),
            )
        )
    people = [a for a, one in zip(actors, found, strict=True) if not one.thing]
    return cast.with_last(cast_of(tuple(people)), cast_of(tuple(actors)))


def sides_of(events: Sequence[Event], cast: Cast, wide: Cast) -> Iterator[Actor]:
    """The actors of the last resort that an event names as a side; `wide` is what `peopled` made."""
    if wide.hit is None:
        return
    used = {a for e in events for a in (*e.actors, *e.recipients)}
    for actor in wide.hit.actors:
        if actor.id in used and actor.id not in cast.by_id:
            yield actor


def within_reach(cast: Cast, kind: str) -> Cast:
    """The cast with vehicles, buildings and places among its last resort, where such may be a side of an
    event of this PLOVER type.
    """
    if cast.reaching is None or kind not in words("participants", "on_places"):
        return cast
    return cast.reaching


# ---- described


def _type_at(parse: Parse, token: int) -> ActorType | None:
    return _type_of(parse.lemmas[token].lower())


@cache
def _people() -> frozenset[str]:
    offices = words("offices", "roles") | words("offices", "sources") | words("participants", "people")
    return offices | {g.removesuffix("s") for g in words("offices", "groups")}


@cache
def _bodies() -> frozenset[str]:
    return words("offices", "organizations") | words("participants", "bodies")


@cache
def _things() -> frozenset[str]:
    return words("participants", "vehicles") | words("participants", "sites")


@lru_cache(maxsize=4096)
def _type_of(lemma: str) -> ActorType | None:
    """What a noun describes: "unnamed" for people and things, "organization" for bodies; None for neither."""
    if lemma in _things() and lemma not in words("offices", "organizations"):
        return "unnamed"
    if lemma in _people():
        return "unnamed"
    if lemma in _bodies():
        return "organization"
    human = len(lemma) > 5 and lemma.endswith(("ist", "man", "woman")) and lemma.isalpha()
    return "unnamed" if human and lemma not in words("participants", "nobody") else None


def _described(stage: _Stage, line: Line, head: int) -> bool:
    """A noun phrase that describes somebody, kept where it tells enough; False when it describes nobody."""
    parse = line.parse
    lemma = parse.lemmas[head].lower()
    kind = _type_of(lemma)
    if kind is None:
        return False
    if any(parse.deps[c] == "poss" and parse.pos[c] == "PRON" for c in parse.children[head]):
        return True  # "its soldiers": its owner takes part, if the report tells who that is
    first, stop = extent(parse, head)
    bare = head - first == (parse.words[first].lower() in _ARTICLES)
    plural = parse.tags[head] in ("NNS", "NNPS")
    noun = lemma + ("s" if plural else "")
    first = _amount(parse, head, first)
    definite = parse.words[first].lower() in _ARTICLES
    code = country_in(parse, first, stop)
    if code is not None and lemma in ("government", "regime"):
        _add_country(stage, line, code, (first, stop, "nominal"))
        return True
    if definite and bare and noun in stage.latest:
        key = stage.latest[noun]
    elif bare and kind == "organization" and not plural:
        return True  # "the company": which one?
    else:
        name = told(line, first, stop).removeprefix("the ").removeprefix("The ")
        new = parse.words[first].lower() in _INDEFINITE
        key = f"{name.lower()} {line.number}" if new else name.lower()
    stage.add(
        key,
        lambda: _Found(name=name, type=kind, country=code, thing=lemma in _things()),
        line,
        (first, stop, "nominal"),
    )
    stage.latest[noun] = key
    return True


def _amount(parse: Parse, head: int, first: int) -> int:
    """Where "hundreds of Ruritanian traders" starts: the amount stands for those whom it counts."""
    above = parse.heads[head]
    if parse.deps[head] != "pobj" or parse.words[above] != "of":
        return first
    count = parse.heads[above]
    if count < first and parse.lemmas[count].lower() in words("participants", "amounts"):
        return extent(parse, count)[0]
    return first


# ---- named


def _named(stage: _Stage, line: Line, head: int) -> None:
    """A name that the cast does not hold, as the parser's model gave it no label or takes it for a place."""
    parse = line.parse
    label, first, stop = _run(parse, head)
    if label not in _NAMES or not parse.words[head][0].isupper() or stop - first > _LONGEST_NAME:
        return
    place = label in _PLACES
    if parse.deps[head] == "pobj" and not _is_meant(parse, head, label):
        return
    if parse.lemmas[head].lower() in words("participants", "happenings"):
        return
    text = line.span(first, stop)
    name = " ".join(line.text[text.start - line.start : text.end - line.start].split())
    if len(name) < 3 or not all(w.replace("-", "").replace(".", "").isalnum() for w in name.split()):
        return
    stage.add(
        name.lower(),
        lambda: _Found(name=name, type="person" if label == "PERSON" else "organization", thing=place),
        line,
        (first, stop, "name"),
    )


def _is_meant(parse: Parse, head: int, label: str) -> bool:
    """Whether a name behind a preposition may be somebody: a place only where something is done to it."""
    if label in _PLACES:
        return parse.words[parse.heads[head]].lower() in words("participants", "place_prepositions")
    return label != "" and parse.words[parse.heads[head]].lower() not in ("in", "at", "near", "from")


def _run(parse: Parse, head: int) -> tuple[str, int, int]:
    """The label of the name that ends at a token, "" for none, and the tokens of the name."""
    for e in parse.entities:
        if e.start <= head < e.end:
            first = e.start + (parse.words[e.start].lower() in ("the", "a", "an"))
            return e.label, min(first, head), head + 1
    first = head
    while first > 0 and parse.tags[first - 1] == "NNP" and parse.heads[first - 1] == head:
        first -= 1
    return "", first, head + 1


# ---- in front of a noun


def _demonym(stage: _Stage, line: Line, token: int) -> None:
    """The country of an adjective in front of a noun ("Syrian air strikes", "a North Korean proposal")."""
    parse = line.parse
    for place in gazetteer().get(parse.words[token], ()):
        stop = token + len(place.words)
        if place.kind in ("people", "name") and parse.words[token:stop] == place.words:
            if stage.cast.of_token(line, token) is None:
                _add_country(stage, line, place.country, (token, stop, "nominal"))
            return


def _add_country(stage: _Stage, line: Line, code: str, place: tuple[int, int, MentionKind]) -> None:
    known = next((a for a in stage.cast.actors if a.type == "country" and a.country == code), None)
    stage.add(
        f"country {code}",
        lambda: _Found(name=country_name(code), type="country", country=code, known=known),
        line,
        place,
    )


def _doer_in_front(stage: _Stage, line: Line, token: int) -> None:
    """Whose doing a noun tells ("a rebel attack", "the police raid"); the noun must tell an event."""
    parse = line.parse
    lemma, above = parse.lemmas[token].lower(), parse.lemmas[parse.heads[token]].lower()
    if above not in table().nouns or lemma in _things() or stage.cast.of_token(line, token) is not None:
        return
    kind = _type_of(lemma)
    if kind is not None and kind != "organization":
        word = parse.words[token]
        stage.add(
            f"{lemma} of {above}",
            lambda: _Found(name=word, type="unnamed"),
            line,
            (token, token + 1, "nominal"),
        )
