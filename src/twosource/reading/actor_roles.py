"""Roles of the people of a report, as the text gives them: before a name, behind it, or in apposition."""

from collections.abc import Iterator, Sequence

from twosource.language import Parse
from twosource.lexicon import load, words

from .actor_groups import Draft, Drafts
from .actor_names import Named
from .actor_parties import party_behind
from .actor_phrases import extent, office_country, told
from .document import Line
from .gazetteer import gazetteer
from .person_names import gender_of_title

__all__ = ["add_roles", "role_before", "role_tokens"]

_ARTICLES = (
    *("the ", "The ", "a ", "A ", "an ", "An ", "another ", "Another "),
    *("its ", "his ", "her ", "their ", "Its ", "His ", "Her ", "Their "),
)
_ASIDES = frozenset(("then", "now", "once", "himself", "herself"))  # "Bo Lund, then the mayor of Orrin"


def add_roles(drafts: Drafts, names: Sequence[Named]) -> None:
    """Roles as the text gives them: before the name, or in apposition to it."""
    for index, named in enumerate(names):
        draft = drafts.by_name[index]
        if draft.type != "person":
            continue
        parse, line = named.line.parse, named.line
        wall = _wall(names, index)
        before = role_before(parse, named.first, wall)
        if before is not None:
            _add_role(draft, line, before, named.first)
            span = line.span(before, named.stop)
            draft.add(span.start, span.end, "nominal")
            if named.stop - named.first == 1 and named.first - before <= 3:
                draft.titled.append(told(line, before, named.stop))
        _of_country(draft, line, named, before)
        draft.party = draft.party or party_behind(parse, named.stop)
        for aside in _asides(parse, named, before):
            _add_role(draft, line, *aside)
            # The description in apposition is a mention; its head must lead to the person.
            span = line.span(*aside)
            draft.add(span.start, span.end, "nominal")
            if aside[1] - aside[0] == 2 and aside[0] < named.first and parse.words[aside[0]].lower() == "the":
                draft.presupposes = (span.start, parse.lemmas[aside[1] - 1].lower())
            if aside[1] - aside[0] > 2:
                draft.described.append(told(line, *aside))


def _wall(names: Sequence[Named], index: int) -> int:
    """The end of the last person's name before this one in its line: no role reaches over it."""
    line = names[index].line
    for named in names[max(0, index - 5) : index][::-1]:
        if named.line is not line:
            break
        if named.type == "person":
            return named.stop
    return 0


def role_tokens(named: Named) -> range:
    """The tokens of the role that stands right before a person's name, when that role ends in a preposition's
    object ("Secretary of State"): the object is no actor of its own.
    """
    parse = named.line.parse
    before = role_before(parse, named.first)
    if before is None or parse.deps[named.first - 1] != "pobj":
        return range(0)
    return range(before, named.first)


def _add_role(draft: Draft, line: Line, first: int, stop: int) -> None:
    role = told(line, first, stop)
    for article in _ARTICLES:
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
    draft.country = draft.country or office_country(line.parse, first, stop)


def role_before(parse: Parse, first: int, wall: int = 0) -> int | None:
    """Where the role before a name starts ("US Secretary of State" Mike Roe); None when there is none.

    It starts at `wall` or later: another person's name is no part of it.
    """
    i, seen = first - 1, False
    while i >= wall and first - i <= 10:
        low = parse.words[i].lower().strip(".")
        if low in words("offices", "roles") or low in words("offices", "titles"):
            seen = True
        elif low == "and":
            if not _joins_offices(parse, i, seen):
                break
        elif low in ("of", "for"):
            # The office goes on to the left only in capitals: "a spokesman for President Roe" is two people.
            if i == 0 or not parse.words[i - 1][0].isupper():
                break
        elif not _in_role(parse, i, seen):
            break
        i -= 1
    start = i + 1
    while start < first and (
        parse.words[start].lower() in ("of", "for", "and", "-", "'s", "’s", "the", "a")
        or (start < first - 1 and parse.words[start].islower() and _is_address(parse.words[start + 1]))
    ):
        start += 1
    return start if seen and start < first else None


def _is_address(word: str) -> bool:
    """A form of address: "first Mr. Roe" is no office."""
    return word.lower().strip(".") in ("mr", "mrs", "ms", "miss", "dr")


def _joins_offices(parse: Parse, token: int, seen: bool) -> bool:
    """Whether "and" stands inside one office: between two offices ("president and CEO Ana Ruiz"), or within
    the field of one ("Secretary of Health and Welfare Bo Lund"). "Ruiz and Mr. Lund" are two people.
    """
    if token == 0:
        return False
    left = parse.words[token - 1].lower().strip(".")
    if seen:
        return left in words("offices", "roles") and parse.heads[token] == token - 1
    behind = max(0, token - 4)
    return parse.words[token - 1][0].isupper() and any(w in ("of", "for") for w in parse.words[behind:token])


def _in_role(parse: Parse, token: int, seen: bool) -> bool:
    """Whether a word left of a role or of a name may belong to the role."""
    low = parse.words[token].lower()
    if low in words("offices", "role_words") or parse.tags[token] == "NNP":
        return True
    if low == "-":
        return parse.words[token + 1] in ("elect", "designate")
    if parse.tags[token] == "NN":
        # "union leader Roe", but not "the image President Roe gave".
        return not seen or parse.words[token + 1][0].islower()
    return seen and (parse.tags[token] in ("NNPS", "JJ", "POS", "HYPH") or low == "the")


def _of_country(draft: Draft, line: Line, named: Named, before: int | None) -> None:
    """Where somebody holds an office, behind the name ("President Bo Lund of Ruritania"): the name goes on to
    there, and a country is the person's.
    """
    parse = line.parse
    if before is None or named.stop + 1 >= len(parse) or parse.words[named.stop] != "of":
        return
    for place in gazetteer().get(parse.words[named.stop + 1], ()):
        stop = named.stop + 1 + len(place.words)
        if place.kind == "name" and parse.words[named.stop + 1 : stop] == place.words:
            draft.country = draft.country or place.country
            break
    else:
        stop = named.stop + 1
        while stop < min(len(parse), named.stop + 4) and parse.tags[stop] == "NNP":
            stop += 1
        if stop == named.stop + 1 or parse.words[stop - 1].lower() in words("offices", "organizations"):
            return
    draft.titled.append(told(line, before, stop))
    span = line.span(before, stop)
    draft.add(span.start, span.end, "nominal")


def _asides(parse: Parse, named: Named, before: int | None) -> Iterator[tuple[int, int]]:
    """Tokens of the descriptions in apposition to a name: behind it ("Ana Ruiz, a spokeswoman for the union")
    or before it and the office that stands at `before` ("Another moderate, Senator Ana Ruiz,").
    """
    token = named.stop - 1
    above, start = _described(parse, parse.heads[token]), named.first if before is None else before
    if (
        parse.deps[token] == "appos"
        and above < start
        and parse.words[start - 1] == ","
        and _is_person_noun(parse, above)
        and (start == named.first or above == start - 2)
    ):
        yield extent(parse, above)[0], start - 1
    for i in parse.children[token]:
        if parse.deps[i] == "appos" and i > named.stop and _is_person_noun(parse, i):
            behind = _behind(parse, named, i)
            if behind is not None:
                yield behind
            return


def _is_person_noun(parse: Parse, token: int) -> bool:
    """Whether a word is a noun for one person by office, calling or party ("Democrat of Orrin")."""
    if parse.tags[token] in ("NNS", "NNPS"):
        return False
    if parse.tags[token] == "CD":
        return _is_one_of(parse, token)
    low = parse.lemmas[token].lower()
    return low in words("offices", "roles") or low in words("offices", "sources")


def _described(parse: Parse, above: int) -> int:
    """The noun that a name in apposition explains: in "a lawyer for Mr. Ruiz, Bo Lund, said" the lawyer, not
    Ruiz, whom the parser takes.
    """
    if parse.deps[above] != "pobj" or _is_person_noun(parse, above):
        return above
    further = parse.heads[parse.heads[above]]
    return further if further < above and _is_person_noun(parse, further) else above


def _is_one_of(parse: Parse, token: int) -> bool:
    """Whether "one" stands for one of several people ("One of its members, Bo Lund,")."""
    if parse.words[token].lower() != "one" or token + 1 >= len(parse) or parse.words[token + 1] != "of":
        return False
    many = (i for i in parse.children[token + 1] if parse.deps[i] == "pobj")
    nouns = words("offices", "roles") | words("offices", "sources")
    return any(parse.lemmas[i].lower() in nouns for i in many)


def _behind(parse: Parse, named: Named, head: int) -> tuple[int, int] | None:
    """Tokens of a description with this head behind a name, without the clauses that go on from it."""
    first, stop = parse.subtree(head)
    first = max(first, named.stop)
    if parse.tags[first - 1] == "POS" and first - 1 > named.stop:
        # The possessor in "Bo Lund, Ruiz's chief of staff," is taken for an apposition of its own.
        first = max(parse.subtree(parse.heads[first - 1])[0], named.stop)
    first += parse.words[first].lower() in ("then", "now")
    stop = min(stop, _before_clause(parse, head, stop), first + 24)
    inside = named.stop < first <= head < stop
    return (first, stop) if inside and _beside(parse, named.stop, first) else None


def _beside(parse: Parse, stop: int, first: int) -> bool:
    """Whether a description stands right behind a name but for commas, an age, a place ("of Orrin")."""
    return all(
        parse.tags[i] in ("NNP", "CD", "HYPH", ",", ":", ".", "-LRB-", "-RRB-")
        or parse.words[i] == "of"
        or parse.words[i] in _ASIDES
        for i in range(stop, first)
    )


def _before_clause(parse: Parse, head: int, stop: int) -> int:
    """Where a relative clause, a comma or a dash cuts a description short."""
    for i in range(head + 1, stop):
        if parse.deps[i] in ("relcl", "appos") and parse.heads[i] == head:
            return max(head + 1, parse.subtree(i)[0] - (parse.words[parse.subtree(i)[0] - 1] == ","))
        if parse.words[i] in (",", ";", ":", "—", "–", "--", "("):
            return i
    return stop
