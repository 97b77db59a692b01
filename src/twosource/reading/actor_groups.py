"""Names of one report → actors: which names are one person's, one body's, one country's.

Never two people under one name: a family name that several people of the report bear is given to one of them
only when a title or the weight of the report decides; otherwise it stays an actor of its own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from twosource.lexicon import words
from twosource.model import ActorType

from .actor_kinds import kinds_of
from .actor_names import Named
from .gazetteer import country_name
from .person_names import (
    called,
    gender_of,
    gender_of_title,
    generation,
    given_initial,
    may_be_one,
    name_words,
)

__all__ = ["Draft", "Drafts", "group_names"]

_DOMINANT = 2  # a bearer of a shared family name must be named at least this many times as often as the next
_KIN_NEAR = 10  # words on either side of a name within which kin are told of
_CHILDREN = frozenset(("son", "daughter", "stepson", "stepdaughter"))


@dataclass(slots=True, kw_only=True)
class Draft:
    """An actor in the making."""

    type: ActorType
    name: str
    names: Counter[str] = field(default_factory=Counter)
    places: list[tuple[int, int, str]] = field(default_factory=list)  # start, end, kind
    roles: list[str] = field(default_factory=list)
    titled: list[str] = field(default_factory=list)  # the name with its title or office ("Mr. Ruiz")
    described: list[str] = field(default_factory=list)  # what the text ties to the name ("the elder brother")
    presupposes: tuple[int, str] | None = None  # where "the official, NAME" takes up a description, its noun
    members: list["Draft"] = field(default_factory=list)  # of a group that the report names one by one
    country: str | None = None
    gender: str | None = None
    party: tuple[str, str] | None = None  # of a lawmaker: its noun and the state, cut short
    plural: bool = False
    alone: tuple[str, str | None, str | None, str | None] | None = None  # a single name that nobody bears
    sure: bool = False  # a title or an office stands before one of its full names
    kin: bool = False  # introduced as somebody's wife, son, …
    related: bool = False  # named in a sentence that tells of kin
    child: bool = False  # introduced as somebody's son or daughter

    def add(self, start: int, end: int, kind: str) -> None:
        """One more mention."""
        self.places.append((start, end, kind))


@dataclass(slots=True, kw_only=True)
class Drafts:
    """All actors of a report in the making, and which of them each name is."""

    drafts: list[Draft] = field(default_factory=list)
    by_name: dict[int, Draft] = field(default_factory=dict)  # index of the Named → draft


def group_names(names: Sequence[Named]) -> Drafts:
    """The drafts behind the names, in order of first mention."""
    found = Drafts()
    kinds = kinds_of(names)
    people: list[Draft] = []
    bodies: dict[tuple[str, ...], Draft] = {}
    countries: dict[str, Draft] = {}
    bare: list[int] = []
    for i, named in enumerate(names):
        if named.country is not None:
            _put(
                found,
                i,
                named,
                countries.setdefault(named.country, _country(found, named.country, countries)),
            )
        elif kinds[i] == "person":
            if len(name_words(named.text)) > 1:
                _put(found, i, named, _full_name(found, people, named))
            else:
                bare.append(i)
        else:
            key = _body_key(named.text)
            if key not in bodies:
                bodies[key] = _new(found, Draft(type=kinds[i], name=named.text))
            _put(found, i, named, bodies[key])
    others = _other_bearers(people, [names[i] for i in bare])
    for i in bare:
        word, gender = name_words(names[i].text)[0], names[i].gender
        # "Ms. Roe" is the president's wife; "Mr. Roe" beside Ben Roe Jr. is as likely the president.
        mine = [
            d
            for d in people
            if (word, id(d)) not in others or (gender and gender == d.gender and not _heir(d.name))
        ]
        _put(found, i, names[i], _bearer(found, mine, names[i]))
    _join_bodies(found, bodies)
    for draft in found.drafts:
        draft.places.sort()
    found.drafts = sorted((d for d in found.drafts if d.places), key=lambda d: d.places[0])
    return found


def _new(found: Drafts, draft: Draft) -> Draft:
    found.drafts.append(draft)
    return draft


def _country(found: Drafts, code: str, countries: dict[str, Draft]) -> Draft:
    if code in countries:
        return countries[code]
    return _new(found, Draft(type="country", name=country_name(code), country=code))


def _put(found: Drafts, index: int, named: Named, draft: Draft) -> None:
    span = named.line.span(named.first, named.stop)
    draft.add(span.start, span.end, "name")
    draft.names[named.text] += 1
    draft.gender = draft.gender or named.gender
    draft.sure = draft.sure or (named.sure and len(name_words(named.text)) > 1)
    draft.related = draft.related or (draft.type == "person" and _tells_of_kin(named))
    found.by_name[index] = draft


def _tells_of_kin(named: Named) -> bool:
    """Whether a word for kin stands near a full name ("Roe's youngest son, Ben Roe")."""
    near = named.line.parse.words[max(0, named.first - _KIN_NEAR) : named.stop + _KIN_NEAR]
    return " " in named.text and not words("offices", "kin").isdisjoint(w.lower() for w in near)


def _full_name(found: Drafts, people: list[Draft], named: Named) -> Draft:
    """The person of this full name; the fullest spelling becomes the name."""
    for draft in people:
        if may_be_one(draft.name, named.text) and _same_heir(draft, named):
            if len(name_words(named.text)) > len(name_words(draft.name)):
                draft.name = named.text
            return draft
    gender = gender_of(named.text) or _kin_gender(named)
    before = _before(named)
    draft = Draft(type="person", name=named.text, gender=gender, kin=before in words("offices", "kin"))
    draft.child = before in _CHILDREN
    people.append(draft)
    return _new(found, draft)


def _kin_gender(named: Named) -> str | None:
    """The gender that a word for kin right before a name tells ("his wife, Mia Roe")."""
    return gender_of_title(_before(named))


def _before(named: Named) -> str:
    """The word before a name and its comma, in small letters; "" where it comes first."""
    i = named.first - 1
    if i > 0 and named.line.parse.words[i] == ",":
        i -= 1
    return named.line.parse.words[i].lower() if i >= 0 else ""


def _heir(name: str) -> str | None:
    """ "jr" or "sr": within one report father and son are told apart by it; nobody meets his "III" there."""
    found = generation(name)
    return found if found in ("jr", "sr") else None


def _same_heir(draft: Draft, named: Named) -> bool:
    """Whether a name with "Jr." and one without mean one person: who is introduced with "Jr." may be named
    without it later; who is not, is another; so is his kin, and who alone has an office.
    """
    if _heir(draft.name) == _heir(named.text):
        return True
    return _heir(draft.name) == "jr" and not named.sure and _kin_gender(named) is None


def _other_bearers(people: Sequence[Draft], bare: Sequence[Named]) -> set[tuple[str, int]]:
    """(family name, draft) pairs where the bare name means somebody else than the full name that bears it.

    So it is when a title tells another gender, or when the bare name comes first, with a title that the full
    name never bears, as only those are named whom every reader knows ("President Roe … his wife, Ana Roe").
    """
    found = set()
    for draft in people:
        first = min(draft.places)[0]
        for named in bare:
            word = name_words(named.text)[0]
            if word not in called(draft.name):
                continue
            other_gender = (
                named.gender is not None and draft.gender is not None and named.gender != draft.gender
            )
            early = named.line.start + named.line.parse.starts[named.first] < first
            if other_gender or (named.sure and early and not draft.sure and _may_be_kin(draft, people, word)):
                found.add((word, id(draft)))
    return found


def _may_be_kin(draft: Draft, people: Sequence[Draft], word: str) -> bool:
    """Whether the report leaves it open that a full name is that of a relative of whom it calls by office
    and family name alone: another bears the family name too, it is a woman's, or an introduction says so.
    """
    alone = not any(d is not draft and word in called(d.name) for d in people)
    return not alone or draft.kin or draft.related or draft.gender != "male" or _heir(draft.name) is not None


def _bearer(found: Drafts, people: list[Draft], named: Named) -> Draft:
    """Whom a single name means: the one person of the report who is called so, else an actor of its own."""
    word, heir = name_words(named.text)[0], _heir(named.text)
    side = _elder_or_younger(named)
    if heir is not None:
        people = [d for d in people if _heir(d.name) == heir]
    bearers = [d for d in _called_so(people, word) if _initial_fits(named.text, d.name)]
    fitting = [d for d in bearers if _one_gender(named, d)]
    if side is not None:
        young = [d for d in fitting if _heir(d.name) == "jr" or d.child]
        fitting = young if side == "younger" else [d for d in fitting if d not in young]
        fitting = fitting if len(bearers) > len(fitting) == 1 else []
    if len(fitting) > 1 and side is None and (relative := _relative_told_of(named, fitting)) is not None:
        return relative
    if len(fitting) > 1 and side is None:
        # "President Roe and his wife, Ana Roe": Roe alone is the president.
        fitting = [d for d in fitting if not d.kin] or fitting
    if len(fitting) > 1:
        ranked = sorted(fitting, key=lambda d: -_full_names(d))
        clear = _full_names(ranked[0]) >= max(2, _DOMINANT * _full_names(ranked[1]))
        fitting = ranked[:1] if clear else []
    if len(fitting) == 1:
        return fitting[0]
    alone = (word, heir, side, given_initial(named.text))
    same = [d for d in found.drafts if d.alone == alone and _one_gender(named, d)]
    text = named.text if side is None else f"{side} {named.text}"
    return same[0] if same else _new(found, Draft(type="person", name=text, alone=alone))


def _relative_told_of(named: Named, fitting: Sequence[Draft]) -> Draft | None:
    """The relative whom "Mr. Roe" takes up where the report tells of two Roes by turns: named in full no less
    often than the other, without an office before this name, and named twice since the other was.
    """
    if named.gender is None or not _is_addressed(named) or any(_heir(d.name) for d in fitting):
        return None
    at = named.line.start + named.line.parse.starts[named.first]
    last = {id(d): max((a for a, _, _ in d.places if a < at), default=-1) for d in fitting}
    recent = max(fitting, key=lambda d: last[id(d)])
    others = [d for d in fitting if d is not recent]
    since = max(last[id(d)] for d in others)
    if not recent.kin or _full_names(recent) < max(2, *map(_full_names, others)):
        return None
    return recent if sum(since < a < at for a, _, _ in recent.places) >= 2 else None


def _is_addressed(named: Named) -> bool:
    """Whether a form of address stands before a name ("Mr."), no office."""
    return _before(named).strip(".") in words("offices", "titles")


def _one_gender(named: Named, draft: Draft) -> bool:
    return not (named.gender and draft.gender and named.gender != draft.gender)


def _called_so(people: Sequence[Draft], word: str) -> list[Draft]:
    """The people of the report whom a single word names: by family name, else given name, else misspelled."""
    bearers = [d for d in people if word in called(d.name)]
    if bearers:
        return bearers
    given = [d for d in people if name_words(d.name)[0] == word]
    if given:
        return given if len(given) == 1 else []
    if len(word) < 6:
        return []
    near = [
        d
        for d in people
        if any(DamerauLevenshtein.distance(word, c) == 1 for c in called(d.name) if len(c) >= 6)
    ]
    return near if len(near) == 1 else []


def _initial_fits(name: str, full: str) -> bool:
    """Whether the initial before a family name, if any, is that of the full name ("J. Lind": Jonas Lind)."""
    initial = given_initial(name)
    return initial is None or initial in (w[0] for w in name_words(full)) or initial == given_initial(full)


def _elder_or_younger(named: Named) -> str | None:
    """ "elder" or "younger" where a name is told apart so ("the younger Mr. Roe")."""
    parse, first = named.line.parse, named.first
    for i in range(first - 1, max(-1, first - 3), -1):
        low = parse.words[i].lower()
        if low in ("elder", "older", "younger"):
            return "younger" if low == "younger" else "elder"
        if low.strip(".") not in words("offices", "titles") and low not in words("offices", "roles"):
            return None
    return None


def _full_names(draft: Draft) -> int:
    """How often a person is named in full."""
    return sum(n for t, n in draft.names.items() if len(name_words(t)) > 1)


def _body_key(name: str) -> tuple[str, ...]:
    found = [
        w.strip(".,'’").replace(".", "") for w in name.lower().replace("’", "'").replace("'s", "").split()
    ]
    return tuple(w for w in found if w and w not in ("the", "of", "and", "for", "&"))


def _join_bodies(found: Drafts, bodies: dict[tuple[str, ...], Draft]) -> None:
    """A body under its short name or its initials joins the one fuller name of the report."""
    for key, draft in sorted(bodies.items()):
        if draft.type != "organization" or not key:
            continue  # "OF" in capitals has no words of a name
        fuller = [k for k in bodies if len(k) > len(key) and _is_short_for(key, k)]
        if len(fuller) == 1 and bodies[fuller[0]] is not draft:
            into = bodies[fuller[0]]
            into.places.extend(draft.places)
            into.names.update(draft.names)
            for index, owner in found.by_name.items():
                if owner is draft:
                    found.by_name[index] = into
            draft.places = []
            bodies[key] = into


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a body's name is cut short: its last words, its initials, a paper's last word ("the Gazette"),
    a firm's first ("Harwood" of "Harwood Motors").
    """
    if len(short) > 1:
        return full[-len(short) :] == short
    if _initials(full) == short[0]:
        return True
    plain = len(short[0]) > 3 and short[0] not in words("offices", "organizations") | words(
        "offices", "roles"
    )
    firm = full[0] == short[0] and all(w in words("offices", "firms") for w in full[1:])
    return plain and (full[-1] == short[0] or firm)


def _initials(key: tuple[str, ...]) -> str:
    return "".join(w[0] for w in key) if len(key) > 1 else ""
