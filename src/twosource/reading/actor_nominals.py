"""Actors that are described, not named: "the ministry", "an official with the union", "some experts".

A definite description is the actor whose role or name it repeats, when exactly one fits; an indefinite or
plural one is an actor in its own right, unnamed or a group. What fits nobody stays on its own, never the
nearest name.
"""

from collections.abc import Sequence
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import ActorType

from .actor_groups import Draft, Drafts
from .actor_names import Named
from .document import Line
from .gazetteer import country_name, gazetteer
from .person_names import gender_of_title

__all__ = ["add_nominals", "add_roles", "role_tokens"]

_NOT_HEADS = frozenset(("compound", "nmod", "amod", "npadvmod", "attr", "oprd", "advmod"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_GOVERNS = frozenset(("government", "regime"))
_OTHERS = frozenset(
    ("former", "new", "next", "previous", "another", "other", "first", "second", "late", "future", "own")
)
_OBJECTS_OF = frozenset(("by", "with", "to", "against", "from", "between", "among", "on", "for", "upon"))
_LONGEST_NAME = 14  # tokens in the name of an unnamed source


def add_roles(drafts: Drafts, names: Sequence[Named]) -> None:
    """Roles as the text gives them: before the name, or in apposition behind it."""
    for index, named in enumerate(names):
        draft = drafts.by_name[index]
        if draft.type != "person":
            continue
        parse, line = named.line.parse, named.line
        last = names[index - 1] if index else None
        wall = last.stop if last is not None and last.line is line and last.type == "person" else 0
        before = _role_before(parse, named.first, wall)
        if before is not None:
            _add_role(draft, line, before, named.first)
            span = line.span(before, named.stop)
            draft.add(span.start, span.end, "nominal")
            if named.stop - named.first == 1 and named.first - before <= 3:
                start, end = parse.chars(before, named.stop)
                draft.titled.append(" ".join(line.text[start:end].split()))
        _of_country(draft, line, named, before)
        behind = _role_behind(parse, named)
        if behind is not None:
            _add_role(draft, line, *behind)
            # The description in apposition is a mention; its head must lead to the person.
            span = line.span(behind[0], behind[1])
            draft.add(span.start, span.end, "nominal")


def role_tokens(named: Named) -> range:
    """The tokens of the role that stands right before a person's name, when that role ends in a preposition's
    object ("Secretary of State"): the object is no actor of its own.
    """
    parse = named.line.parse
    before = _role_before(parse, named.first)
    if before is None or parse.deps[named.first - 1] != "pobj":
        return range(0)
    return range(before, named.first)


def _add_role(draft: Draft, line: Line, first: int, stop: int) -> None:
    start, end = line.parse.chars(first, stop)
    role = " ".join(line.text[start:end].split()).strip(" ,;")
    for article in ("the ", "The ", "a ", "A ", "an ", "An ", "its ", "his ", "her ", "their "):
        role = role.removeprefix(article)
    low = role.lower().strip(".")
    if (low in words("offices", "titles") and low not in load("offices")["short"]) or len(role) > 120:
        draft.gender = draft.gender or gender_of_title(role)
        return
    if low.startswith("whose "):
        return
    if role and role not in draft.roles:
        draft.roles.append(role)
    draft.gender = draft.gender or gender_of_title(role)
    draft.country = draft.country or _country_in(line.parse, first, stop)


def _country_in(parse: Parse, first: int, stop: int) -> str | None:
    """The country whose name or people stands in a role."""
    for i in range(first, stop):
        for place in gazetteer().get(parse.words[i], ()):
            if parse.words[i : i + len(place.words)] == place.words:
                return place.country
    return None


def _role_before(parse: Parse, first: int, wall: int = 0) -> int | None:
    """Where the role before a name starts ("US Secretary of State" Mike Roe); None when there is none.

    It starts at `wall` or later: another person's name is no part of it.
    """
    i, seen = first - 1, False
    while i >= wall and first - i <= 10:
        low = parse.words[i].lower().strip(".")
        if low in words("offices", "roles") or low in words("offices", "titles"):
            seen = True
        elif low in ("of", "for", "and"):
            # The office goes on to the left only in capitals: "a spokesman for President Roe" is two people.
            if i == 0 or not parse.words[i - 1][0].isupper():
                break
        elif not _in_role(parse, i, seen):
            break
        i -= 1
    start = i + 1
    while start < first and parse.words[start].lower() in ("of", "for", "and", "-", "'s", "’s", "the", "a"):
        start += 1
    return start if seen and start < first else None


def _in_role(parse: Parse, token: int, seen: bool) -> bool:
    """Whether a word left of a role or of a name may belong to the role."""
    low = parse.words[token].lower()
    if low in words("offices", "role_words") or parse.tags[token] == "NNP":
        return True
    if parse.tags[token] == "NN":
        # "union leader Roe", but not "the image President Roe gave".
        return not seen or parse.words[token + 1][0].islower()
    return seen and (parse.tags[token] in ("NNPS", "JJ", "POS", "HYPH") or low == "the")


def _of_country(draft: Draft, line: Line, named: Named, before: int | None) -> None:
    """The country behind a name with its office ("President Bo Lund of Ruritania")."""
    parse = line.parse
    if before is None or named.stop + 1 >= len(parse) or parse.words[named.stop] != "of":
        return
    for place in gazetteer().get(parse.words[named.stop + 1], ()):
        stop = named.stop + 1 + len(place.words)
        if place.kind == "name" and parse.words[named.stop + 1 : stop] == place.words:
            draft.country = draft.country or place.country
            start, end = parse.chars(before, stop)
            draft.titled.append(" ".join(line.text[start:end].split()))
            return


def _role_behind(parse: Parse, named: Named) -> tuple[int, int] | None:
    """Tokens of a description in apposition to a name: behind it ("Ana Ruiz, a spokeswoman for the union")
    or before it ("Ruritania's president, Ana Ruiz,").
    """
    token = named.stop - 1
    above = parse.heads[token]
    if (
        parse.deps[token] == "appos"
        and above < named.first
        and parse.words[named.first - 1] == ","
        and parse.lemmas[above].lower() in words("offices", "roles")
        and parse.tags[above] not in ("NNS", "NNPS")
    ):
        return _extent(parse, above)
    for i in parse.children[token]:
        if (
            parse.deps[i] == "appos"
            and i > named.stop
            and parse.lemmas[i].lower() in words("offices", "roles")
            and parse.tags[i] not in ("NNS", "NNPS")
        ):
            first, stop = parse.subtree(i)
            first = max(first, named.stop)
            stop = min(stop, _before_clause(parse, i, stop), first + 24)
            return (first, stop) if first <= i < stop else None
    return None


def _before_clause(parse: Parse, head: int, stop: int) -> int:
    """Where a relative clause, a comma or a dash cuts a description short."""
    for i in range(head + 1, stop):
        if parse.deps[i] in ("relcl", "appos") and parse.heads[i] == head:
            return max(head + 1, parse.subtree(i)[0] - (parse.words[parse.subtree(i)[0] - 1] == ","))
        if parse.words[i] in (",", ";", "—", "–", "(") and not any(
            parse.deps[c] == "conj" for c in parse.children[head]
        ):
            return i
    return stop


def add_nominals(drafts: Drafts, names: Sequence[Named], lines: Sequence[Line]) -> None:
    """Mentions of described actors, in text order, each on its draft or on a new one."""
    held: dict[int, list[tuple[int, int]]] = {}
    for named in names:
        held.setdefault(named.line.number, []).append((named.first, named.stop))
    memory: dict[str, Draft] = {}
    for line in lines:
        parse = line.parse
        for i, lemma in enumerate(parse.lemmas):
            if (
                lemma.lower() not in _nouns()
                or parse.pos[i] not in ("NOUN", "PROPN", "ADJ")
                or parse.deps[i] in _NOT_HEADS
            ):
                continue
            if parse.pos[i] == "ADJ" and parse.deps[i] not in ("nsubj", "nsubjpass"):
                continue
            if any(a <= i < b for a, b in held.get(line.number, ())) or not _takes_part(parse, i):
                continue
            _add_nominal(drafts, memory, line, i)


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


def _add_nominal(drafts: Drafts, memory: dict[str, Draft], line: Line, head: int) -> None:
    parse = line.parse
    span = _extent(parse, head)
    place = line.span(*span)
    at = line.start + parse.starts[head]
    if any(a <= at < b for d in drafts.drafts for a, b, _ in d.places):
        return  # it is a role or an apposition already
    lemma = parse.lemmas[head].lower()
    plural = parse.tags[head] in ("NNS", "NNPS")
    first_word = parse.words[span[0]].lower()
    definite = first_word in _DEFINITE or any(parse.deps[c] == "poss" for c in parse.children[head])
    # Headlines leave articles out: "authority puts off meeting" is the authority.
    definite = definite or (not plural and span[1] - span[0] == 1)
    draft = None
    if definite and not plural:
        draft = _governed(drafts, parse, head, lemma) or _known(drafts, memory, parse, span, head, lemma)
    if draft is None and definite and plural and head - span[0] == 1:
        draft = memory.get(lemma + "s")
    name, kind = _described(line, head, span), _type_of(lemma, plural)
    if draft is None and kind != "unnamed":
        low = name.lower()
        draft = next(
            (d for d in drafts.drafts if d.type == kind and not d.names and d.name.lower() == low), None
        )
    if draft is None:
        draft = Draft(type=kind, name=name, plural=plural)
        draft.country = _country_in(parse, *span)
        draft.gender = gender_of_title(lemma)
        drafts.drafts.append(draft)
    draft.add(place.start, place.end, "nominal")
    memory[lemma + ("s" if plural else "")] = draft


def _type_of(lemma: str, plural: bool) -> ActorType:
    if lemma in words("offices", "organizations") and lemma not in words("offices", "sources"):
        return "organization"
    if plural and lemma + "s" in words("offices", "groups") and lemma not in words("offices", "sources"):
        return "group"
    return "unnamed"


def _extent(parse: Parse, head: int) -> tuple[int, int]:
    """A noun phrase from its left edge to its head."""
    first = head
    for i in parse.children[head]:
        if i < head and parse.deps[i] in (
            "det",
            "amod",
            "compound",
            "nmod",
            "poss",
            "nummod",
            "quantmod",
            "predet",
            "advmod",
        ):
            first = min(first, parse.subtree(i)[0])
    return first, head + 1


def _described(line: Line, head: int, span: tuple[int, int]) -> str:
    """The words of a description with what tells it apart ("an official with the foreign ministry")."""
    parse, stop = line.parse, span[1]
    for i in parse.children[head]:
        if (
            i > head
            and parse.deps[i] == "prep"
            and parse.lemmas[i].lower() in ("with", "of", "from", "at", "for", "in", "close")
        ):
            end = parse.subtree(i)[1]
            if end - span[0] <= _LONGEST_NAME and i == stop:
                stop = end
    start, end = parse.chars(span[0], stop)
    name = " ".join(line.text[start:end].split())
    return name.removeprefix("the ").removeprefix("The ")


def _governed(drafts: Drafts, parse: Parse, head: int, lemma: str) -> Draft | None:
    """The country behind "the Ruritanian government" or "Ruritania's regime"."""
    if lemma not in _GOVERNS:
        return None
    first, stop = _extent(parse, head)
    code = _country_in(parse, first, stop)
    if code is None:
        return None
    for draft in drafts.drafts:
        if draft.type == "country" and draft.country == code:
            return draft
    draft = Draft(type="country", name=country_name(code), country=code)
    drafts.drafts.append(draft)
    return draft


def _known(
    drafts: Drafts, memory: dict[str, Draft], parse: Parse, span: tuple[int, int], head: int, lemma: str
) -> Draft | None:
    """The one actor whose role ends in this noun, or whose name does, or that was last described so."""
    plain = {parse.words[i].lower() for i in range(span[0], head)} - _DEFINITE
    country = _country_in(parse, span[0], _with_of(parse, head))
    if plain & _OTHERS or (country is None and any(parse.deps[c] == "poss" for c in parse.children[head])):
        return None
    capitals = {
        parse.words[i].lower() for i in range(span[0], head) if parse.words[i][0].isupper()
    } - _DEFINITE
    people = [d for d in drafts.drafts if d.type == "person" and _role_fits(d, lemma, capitals, country)]
    if len(people) > 1:
        people = [
            d for d in people if not any(r.lower().startswith(("former", "ex-", "late")) for r in d.roles)
        ]
    if len(people) > 1:
        # The office that the report is about: named clearly more often than the others.
        ranked = sorted(people, key=lambda d: -sum(d.names.values()))
        people = ranked[:1] if sum(ranked[0].names.values()) >= 2 * sum(ranked[1].names.values()) else []
    if len(people) == 1:
        return people[0]
    bodies = [
        d
        for d in drafts.drafts
        if d.type == "organization" and d.names and d.name.lower().split()[-1] == lemma
    ]
    if len(bodies) == 1 and not any(parse.deps[c] == "poss" for c in parse.children[head]):
        return bodies[0]
    return memory.get(lemma) if not plain else None


def _with_of(parse: Parse, head: int) -> int:
    """Past "of Ruritania" behind a noun."""
    for i in parse.children[head]:
        if i == head + 1 and parse.words[i] == "of":
            return min(parse.subtree(i)[1], i + 4)
    return head + 1


def _role_fits(draft: Draft, lemma: str, capitals: set[str], country: str | None) -> bool:
    """Whether a person's role is what a definite description says ("the Ruritanian leader")."""
    for role in draft.roles:
        found = role.lower().replace("'s", "").split()
        core = role.lower().split(" of ")[0].split(" for ")[0].split()
        if not core:
            continue
        core[-1] = load("offices")["short"].get(core[-1].strip("."), core[-1])
        if core[-1] == lemma and capitals <= set(found):
            return True
        if core[-1] == lemma and country is not None and draft.country in (None, country) and len(found) == 1:
            return True  # "President Roe … the Ruritanian president"
        alike: list[str] = load("offices")["alike"].get(lemma, [])
        if core[-1] not in alike and " ".join(core[-2:]) not in alike:
            continue
        if country is not None and draft.country == country:
            return True
        if country is None and capitals and capitals <= set(found):
            return True
    return False
