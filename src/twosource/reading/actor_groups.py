"""Names of one report → actors: which names are one person's, one body's, one country's.

Never two people under one name: a family name that several people of the report bear is given to one of them
only when a title or the weight of the report decides; otherwise it stays an actor of its own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from twosource.model import ActorType

from .actor_names import Named
from .gazetteer import country_name
from .person_names import called, gender_of, may_be_one, name_words

__all__ = ["Draft", "Drafts", "group_names"]

_FULL_NAME = 4  # how many of the model's labels for a bare family name one full name outweighs
_DOMINANT = 2  # a bearer of a shared family name must be named at least this many times as often as the next


@dataclass(slots=True, kw_only=True)
class Draft:
    """An actor in the making."""

    type: ActorType
    name: str
    names: Counter[str] = field(default_factory=Counter)
    places: list[tuple[int, int, str]] = field(default_factory=list)  # start, end, kind
    roles: list[str] = field(default_factory=list)
    titled: list[str] = field(default_factory=list)  # the name with its title or office ("Mr. Ruiz")
    country: str | None = None
    gender: str | None = None
    plural: bool = False

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
    kinds = _kinds(names)
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
        mine = [d for d in people if (word, id(d)) not in others or (gender and gender == d.gender)]
        _put(found, i, names[i], _bearer(found, mine, names[i]))
    _join_bodies(found, bodies)
    for draft in found.drafts:
        draft.places.sort()
    found.drafts = sorted((d for d in found.drafts if d.places), key=lambda d: d.places[0])
    return found


def _kinds(names: Sequence[Named]) -> list[ActorType]:
    """Each name's type, by the vote of all names with the same words; titles are sure.

    The small model takes many a bare family name for a company: company it keeps with people, a "he" behind
    it, or a slip of the pen from a person's name tell otherwise.
    """
    votes: dict[str, Counter[ActorType]] = {}
    for named in names:
        key = " ".join(name_words(named.text))
        weight = 3 if named.sure else 1
        votes.setdefault(key, Counter())[named.type] += weight
        if named.type == "person" and " " in key:
            for word in called(named.text):
                votes.setdefault(word, Counter())["person"] += weight * _FULL_NAME
        if named.type == "organization" and " " not in key and _keeps_company(named, names):
            votes[key]["person"] += 3
    found: list[ActorType] = []
    surnames = sorted({w for n in names if n.type == "person" for w in called(n.text) if len(w) >= 6})
    for named in names:
        key = " ".join(name_words(named.text))
        vote = votes[key]
        person = vote["person"] or int(named.type == "organization" and _slip(key, surnames))
        other = max((n for t, n in vote.items() if t != "person"), default=0)
        person += int(person > 0 and _slip(key, surnames)) * other
        found.append(
            "person" if person >= max(1, other) and named.country is None else _not_person(vote, named)
        )
    return found


def _slip(word: str, surnames: Sequence[str]) -> bool:
    """Whether a word is a person's name of this report with one letter astray."""
    if len(word) < 6 or " " in word:
        return False
    return any(w != word and w[0] == word[0] and DamerauLevenshtein.distance(word, w) == 1 for w in surnames)


def _keeps_company(named: Named, names: Sequence[Named]) -> bool:
    """Whether a bare capitalised word acts like a person: "X and Pat Roe", "X … he" with nobody between."""
    parse, token = named.line.parse, named.stop - 1
    if named.text.isupper() or (named.first and parse.words[named.first - 1].lower() == "the"):
        return False
    people = {n.stop - 1 for n in names if n.line is named.line and n.type == "person"}
    if people & {*parse.children[token], parse.heads[token]} and (
        parse.deps[token] == "conj" or any(parse.deps[c] == "conj" for c in parse.children[token])
    ):
        return True
    if parse.deps[token] != "nsubj" or any(p < token for p in people):
        return False
    return any(
        w in ("he", "she", "himself", "herself") and not any(token < p < i for p in people)
        for i, w in enumerate(parse.words[: token + 40])
        if i > token
    )


def _not_person(vote: Counter[ActorType], named: Named) -> ActorType:
    if named.type != "person":
        return named.type
    return max((t for t in vote if t != "person"), key=lambda t: (vote[t], t), default="organization")


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
    found.by_name[index] = draft


def _full_name(found: Drafts, people: list[Draft], named: Named) -> Draft:
    """The person of this full name; the fullest spelling becomes the name."""
    for draft in people:
        if may_be_one(draft.name, named.text):
            if len(name_words(named.text)) > len(name_words(draft.name)):
                draft.name = named.text
            return draft
    draft = Draft(type="person", name=named.text, gender=gender_of(named.text))
    people.append(draft)
    return _new(found, draft)


def _other_bearers(people: Sequence[Draft], bare: Sequence[Named]) -> set[tuple[str, int]]:
    """(family name, draft) pairs where the bare name means somebody else than the full name that bears it.

    So it is when a title tells another gender, or when the bare name comes first, with a title, as only those
    are named whom every reader knows ("President Roe … his wife, Ana Roe").
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
            if other_gender or (
                named.sure and named.line.start + named.line.parse.starts[named.first] < first
            ):
                found.add((word, id(draft)))
    return found


def _bearer(found: Drafts, people: list[Draft], named: Named) -> Draft:
    """Whom a single name means: the one person of the report who is called so, else an actor of its own."""
    word = name_words(named.text)[0]
    bearers = [d for d in people if word in called(d.name)]
    if not bearers:
        given = [d for d in people if name_words(d.name)[0] == word]
        bearers = given if len(given) == 1 else []
    if not bearers and len(word) >= 6:
        near = [
            d
            for d in people
            if any(DamerauLevenshtein.distance(word, c) == 1 for c in called(d.name) if len(c) >= 6)
        ]
        bearers = near if len(near) == 1 else []
    fitting = [d for d in bearers if not (named.gender and d.gender and named.gender != d.gender)]
    if len(fitting) > 1:
        ranked = sorted(fitting, key=lambda d: -sum(n for t, n in d.names.items() if len(name_words(t)) > 1))
        counts = [sum(n for t, n in d.names.items() if len(name_words(t)) > 1) for d in ranked[:2]]
        fitting = ranked[:1] if counts[0] > 1 and counts[0] >= _DOMINANT * counts[1] else []
    if len(fitting) == 1:
        return fitting[0]
    same = [d for d in found.drafts if d.type == "person" and name_words(d.name) == (word,)]
    if same and not (named.gender and same[0].gender and named.gender != same[0].gender):
        return same[0]
    return _new(found, Draft(type="person", name=named.text))


def _body_key(name: str) -> tuple[str, ...]:
    found = [
        w.strip(".,'’").replace(".", "") for w in name.lower().replace("’", "'").replace("'s", "").split()
    ]
    return tuple(w for w in found if w and w not in ("the", "of", "and", "for", "&"))


def _join_bodies(found: Drafts, bodies: dict[tuple[str, ...], Draft]) -> None:
    """A body under its short name or its initials joins the one fuller name of the report."""
    for key, draft in sorted(bodies.items()):
        if draft.type != "organization":
            continue
        fuller = [
            k
            for k in bodies
            if len(k) > len(key) and (k[-len(key) :] == key if len(key) > 1 else _initials(k) == key[0])
        ]
        if len(fuller) == 1 and bodies[fuller[0]] is not draft:
            into = bodies[fuller[0]]
            into.places.extend(draft.places)
            into.names.update(draft.names)
            for index, owner in found.by_name.items():
                if owner is draft:
                    found.by_name[index] = into
            draft.places = []
            bodies[key] = into


def _initials(key: tuple[str, ...]) -> str:
    return "".join(w[0] for w in key) if len(key) > 1 else ""
