"""Where actors are named: people, organizations, countries, parties, by the parser's entities and our lists.

The model's labels are a hint only: a title before a name ("President Ruiz"), the gazetteer and the other
mentions of the same words in the report overrule it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from twosource.language import Entity, Parse
from twosource.lexicon import words
from twosource.model import ActorType

from .actor_tears import forerunners, untorn
from .actor_things import is_thing, kind_of
from .actor_titles import DAYS, titled_names
from .document import Line
from .gazetteer import Place, gazetteer, starts_place
from .person_names import PARTICLES, given_names

__all__ = ["Named", "find_names", "name_edges", "named_at"]

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "poss", "agent"))
_PLACE_PREPOSITIONS = frozenset(
    ("in", "at", "near", "outside", "around", "to", "from", "into", "via", "through", "across", "toward")
)
_MODIFIERS = frozenset(("amod", "compound", "nmod", "nummod", "npadvmod"))
_DASHES = frozenset(("-", "–", "—", "--"))
_AMBIGUOUS = frozenset(
    ("Georgia", "Jordan", "Chad", "Turkey", "Male", "Victoria", "Kingston", "Lima", "Santiago", "Wellington")
)
_LABELS: dict[str, ActorType] = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "group",
    "GPE": "organization",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in a line: tokens `first` to `stop`, what it names, and the country when it stands for one.

    `sure` names are so by a title or the gazetteer, not by the model's label alone. `text` is its words.
    """

    line: Line
    first: int
    stop: int
    type: ActorType
    text: str
    country: str | None = None
    sure: bool = False
    gender: str | None = None


def named_at(line: Line, first: int, stop: int, kind: ActorType, **more: Any) -> Named:
    """The name at tokens `first` to `stop` of a line; `more` are further fields of `Named`."""
    start, end = line.parse.chars(first, stop)
    return Named(
        line=line, first=first, stop=stop, type=kind, text=" ".join(line.text[start:end].split()), **more
    )


def find_names(line: Line) -> list[Named]:
    """The names in a line, in order, none overlapping another."""
    parse = line.parse
    places = list(_places(line))
    taken = [False] * len(parse)
    found: list[Named] = []
    for named in _titled(line):
        if not any(taken[named.first : named.stop]):
            found.append(named)
            _take(taken, named)
    for named in _entities(line):
        if not any(taken[named.first : named.stop]) and not _is_place(named, places):
            found.append(named)
            _take(taken, named)
    for named in _overlooked(line):
        if not any(taken[named.first : named.stop]):
            found.append(named)
            _take(taken, named)
    for named in places:
        inside = any(taken[named.first : named.stop])
        if not inside or _possessor(parse, named):
            found = [
                n for n in found if n.stop <= named.first or n.first >= named.stop or _possessor(parse, named)
            ]
            found.append(named)
            _take(taken, named)
    return sorted(found, key=lambda n: (n.first, -n.stop))


def _take(taken: list[bool], named: Named) -> None:
    for i in range(named.first, named.stop):
        taken[i] = True


def _is_place(named: Named, places: list[Named]) -> bool:
    """Whether an entity is just a country of the gazetteer (and no person or body whose name holds one)."""
    width = named.stop - named.first
    return any(
        p.first >= named.first and p.stop <= named.stop and p.stop - p.first >= width - 1 for p in places
    )


def _possessor(parse: Parse, named: Named) -> bool:
    return named.stop < len(parse) and parse.words[named.stop] in ("'s", "’s", "'", "’")


def _places(line: Line) -> Iterator[Named]:
    """Countries by name, people, capital or seat of government."""
    parse, table, i = line.parse, gazetteer(), 0
    tokens = parse.words
    if table.keys().isdisjoint(tokens):
        return
    while i < len(tokens):
        step = 1
        for place in table.get(tokens[i], ()):
            width = len(place.words)
            if tokens[i : i + width] == place.words:
                if _stands(parse, place, i, i + width):
                    yield named_at(line, i, i + width, "country", country=place.country, sure=True)
                step = width
                break
        i += step


def _stands(parse: Parse, place: Place, first: int, stop: int) -> bool:
    """Whether the words at first..stop stand for the country as one that acts or is acted on."""
    label = next((e for e in parse.entities if e.start <= first and e.end >= stop), None)
    inside = label is not None and (
        label.end - name_edges(parse, label.start, label.end, "organization")[0]
        > (stop - first) + (parse.words[label.end - 1] in ("'s", "’s"))
    )
    if (
        inside
        and label is not None
        and label.label in ("PERSON", "ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "LOC")
    ):
        return False
    if place.words[0] in _AMBIGUOUS and (label is None or label.label != "GPE"):
        return False
    if (
        stop < len(parse)
        and parse.tags[stop] == "NNP"
        and place.kind != "people"
        and parse.heads[stop - 1] == stop
    ):
        return False  # "Washington Post", "Paris Match"
    head = stop - 1
    if place.kind == "name":
        return not (place.words == ("US",) and parse.pos[first] == "PRON")
    if place.kind == "people":
        return (
            parse.tags[head] in ("NNS", "NNPS", "NNP")
            and parse.deps[head] not in _MODIFIERS
            and parse.words[head].endswith("s")
        )
    if place.kind == "seat":
        return parse.deps[head] not in _MODIFIERS and not _is_state(parse, head)
    return _acts(parse, head) and not _is_state(parse, head)


def _is_state(parse: Parse, token: int) -> bool:
    """Whether the name of a seat of government is that of a state here: it stands among states ("Washington,
    Oregon and Idaho sued"), or joins others ("Washington will join other states").
    """
    states = words("regions", "states")
    near = [parse.heads[token], *parse.children[token]]
    if any(parse.words[i].lower() in states and "conj" in (parse.deps[i], parse.deps[token]) for i in near):
        return True
    verb = parse.heads[token]
    with_others = (c for c in parse.children[verb] if parse.words[c].lower() == "states")
    return any(parse.words[k].lower() == "other" for c in with_others for k in parse.children[c])


def _acts(parse: Parse, token: int) -> bool:
    """Whether a capital's name stands for its government: subject, possessor, agent, or between such."""
    dep, head = parse.deps[token], parse.heads[token]
    if dep == "conj":
        return _acts(parse, head)
    if dep in _SUBJECTS or dep in ("dobj", "dative"):
        return True
    if dep == "pobj":
        preposition = parse.lemmas[head].lower()
        return preposition not in _PLACE_PREPOSITIONS
    return False


def _of_what(parse: Parse, token: int) -> bool:
    """Whether a name stands behind somebody's "of": "a senator of Orrin" tells where from, not who acts."""
    above = parse.heads[token]
    if parse.deps[token] != "pobj" or parse.words[above] != "of":
        return False
    whose = parse.heads[above]
    return parse.tags[whose] == "NNP" or parse.lemmas[whose].lower() in words("offices", "roles")


def _titled(line: Line) -> Iterator[Named]:
    """Names behind a title or an office, which makes them a person's."""
    for first, stop, gender in titled_names(line.parse):
        yield named_at(line, first, stop, "person", sure=True, gender=gender)


def _entities(line: Line) -> Iterator[Named]:
    """The model's people, bodies, parties and places, trimmed."""
    parse = line.parse
    for e in parse.entities:
        kind = _LABELS.get(e.label)
        if kind is None:
            continue
        first, stop = name_edges(parse, e.start, e.end, kind)
        if _is_no_name(parse, e, first, stop):
            continue
        first, stop, kind = untorn(parse, e.label, first, stop, kind)
        if first >= stop or not any(w[0].isupper() for w in parse.words[first:stop]):
            continue
        named = named_at(line, first, stop, kind)
        if len(named.text) < 2 or len(named.text) > 80 or any(c in named.text for c in '@#\n"“”/:;<>'):
            continue
        if _aged(parse, stop) and stop - first <= 4:
            yield replace(named, type="person", sure=True)
            continue
        if e.label == "PERSON" and kind == "person":
            if not _ends_a_name(parse, stop - 1) or is_thing(parse, first, stop):
                continue
            named = replace(named, type=kind_of(parse, first, stop))
        if e.label == "NORP" and (
            parse.deps[stop - 1] in _MODIFIERS or not parse.words[stop - 1].endswith("s")
        ):
            continue
        if e.label == "GPE":
            if not _acts(parse, stop - 1) or parse.deps[stop - 1] == "dobj" or _of_what(parse, stop - 1):
                continue
            named = replace(named, type="organization")
        yield named


def _is_no_name(parse: Parse, entity: Entity, first: int, stop: int) -> bool:
    """Whether an entity is no name of anybody who acts: the place of a dateline ("ORRIN — The mayor …"), or
    one of many ("as a retired Marine").
    """
    if first >= stop:
        return True
    if entity.label == "GPE":
        dashed = stop < len(parse) and parse.words[stop] in _DASHES
        return entity.start == 0 and dashed and parse.words[0].isupper()
    return stop - first == 1 and any(parse.words[c].lower() in ("a", "an") for c in parse.children[first])


def _aged(parse: Parse, stop: int) -> bool:
    """Whether an age stands behind a name ("Noor Vega, 47, lives …"): only people have one."""
    tokens = parse.words[stop : stop + 3]
    if len(tokens) < 3 or tokens[0] != "," or tokens[2] not in (",", ".", "and"):
        return False
    return tokens[1].isdecimal() and len(tokens[1]) < 4 and 0 < int(tokens[1]) < 115


def _overlooked(line: Line) -> Iterator[Named]:
    """A common given name and a family name that the model gave no label ("Ana Ruiz said …")."""
    parse, labelled, given = line.parse, None, given_names()
    if given.isdisjoint(parse.words):
        return
    for i in range(len(parse) - 1):
        if parse.words[i] not in given or parse.tags[i] != "NNP":
            continue
        stop = i + 2
        if parse.tags[i + 1] not in ("NNP", "NNPS") or not parse.words[i + 1].istitle():
            continue
        if labelled is None:
            labelled = {t for e in parse.entities if not _mislabelled(e) for t in range(e.start, e.end)}
        around = {i - 1, stop} & set(range(len(parse)))
        if {i, i + 1} & labelled or any(parse.tags[t] in ("NNP", "NNPS") for t in around):
            continue
        family = parse.words[i + 1]
        if parse.deps[i + 1] not in _MODIFIERS and not _is_common(family) and not starts_place([family]):
            yield named_at(line, i, stop, "person")


def _mislabelled(entity: Entity) -> bool:
    """Whether a label is one that the model gives many a family name that it does not know."""
    return entity.label in ("LAW", "PRODUCT", "WORK_OF_ART", "EVENT") and entity.end - entity.start < 3


def _is_common(word: str) -> bool:
    """Whether the last word of a name is that of a body or an office ("Grace Council")."""
    low = word.lower()
    return low in words("offices", "organizations") or low in words("offices", "roles")


def _ends_a_name(parse: Parse, token: int) -> bool:
    """Whether a person's name may end here; the model tags the last syllable behind a hyphen as it likes."""
    hyphen = token > 0 and parse.words[token - 1] in "-‐‑"
    return hyphen or parse.tags[token] in ("NNP", "NNPS", "NN", "IN", "FW")


def _runs_ahead(word: str, left: int) -> bool:
    """Whether a word before a name is a title, an office, in the plural too, or a part of one; `left`
    words are left of the name.
    """
    if word in forerunners():
        return True
    plural = word.endswith("s") and word[:-1] in words("offices", "roles") - words("offices", "surnames")
    return plural or (left > 2 and word in words("offices", "role_words"))


def name_edges(parse: Parse, first: int, stop: int, kind: ActorType) -> tuple[int, int]:
    """A name's tokens without article, titles, roles, possessive marks and loose punctuation."""
    lower = [w.lower().strip(".") for w in parse.words[first:stop]]
    a, b = 0, stop - first
    while b > a and (parse.words[first + b - 1] in ("'s", "’s", "'", "’", ",", "-", "–", "—", ".")):
        b -= 1
    while a < b and (
        lower[a] in ("the", "a", "an") or not lower[a][:1].isalnum() or parse.tags[first + a] == "POS"
    ):
        a += 1
    dash = next((k for k in range(b - 2, a, -1) if _is_apart(parse, first + k)), None)
    a = a if dash is None else dash + 1  # "PORT ANSELM - Norland": a dateline is no part of a name
    if kind == "person":
        while b > a + 1 and lower[b - 1] in DAYS:
            b -= 1
        while a < b - 1 and (
            _runs_ahead(lower[a], b - a) or (parse.words[first + a].islower() and lower[a] not in PARTICLES)
        ):
            a += 1
    return first + a, first + b


def _is_apart(parse: Parse, token: int) -> bool:
    """Whether a token is a dash with a space on either side."""
    if parse.words[token] not in ("-", "–", "—"):
        return False
    return parse.ends[token - 1] < parse.starts[token] and parse.ends[token] < parse.starts[token + 1]
