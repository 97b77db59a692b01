"""Names set right by the rest of the report before they are grouped.

The model's edges are a hint: words that a report writes small elsewhere are no part of a name ("Lind Memos"),
two people are no firm ("Lind and Ruiz", "the Lind-Ruiz talks"), a possessor is not its possession.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import DamerauLevenshtein

from twosource.language import Parse
from twosource.lexicon import words

from .actor_names import Named, named_at
from .actor_roles import role_tokens
from .actor_tears import forerunners
from .document import Document, Line
from .gazetteer import starts_place
from .name_spellings import alike
from .person_names import called, given_names, name_words

__all__ = ["mended"]

_CROWD = 300  # names above which slips are not looked for: it would take too long
_LONG = 6  # letters of a name in which one may be astray
_DOERS = frozenset(("nsubj", "nsubjpass", "poss", "dobj", "pobj", "agent"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the whole report tells of its people: the words they are called by, their names, small words."""

    called: frozenset[str]
    names: frozenset[str]
    small: frozenset[str]


def mended(names: Sequence[Named], lines: Sequence[Line], document: Document) -> list[Named]:
    """The names of a report without those that its headline alone tells, cut and split as the report bears
    out, and with family names that the model overlooked.
    """
    found = [n for n in names if n.sure or _borne_out(n, document)]
    people = [n for n in found if n.type == "person"]
    known = _Known(
        called=frozenset(w for n in people for w in called(n.text)),
        names=frozenset(" ".join(name_words(n.text)) for n in people),
        small=frozenset(w for line in lines for w in line.parse.words if w.islower()),
    )
    found = [part for n in found for part in _parts(n, known)]
    return _outside_roles(_with_missed(found, lines, known))


def _borne_out(named: Named, document: Document) -> bool:
    """Whether a name of the headline, where every word may bear a capital, stands in the body too."""
    title = document.report.title_span
    if title is None or not (title.start <= named.line.start and named.line.end <= title.end):
        return True
    return document.text.find(named.text, title.end) >= 0


def _parts(named: Named, known: _Known) -> Iterator[Named]:
    """A name, or the names that it turns out to hold."""
    words = named.line.parse.words
    if named.country is not None or named.stop - named.first < 2:
        yield named
        return
    inner = range(named.first + 1, named.stop - 1)
    owner = next((i for i in inner if words[i] in ("'s", "’s")), None)
    if owner is not None and _is_person(named, named.first, owner, known):
        yield named_at(named.line, named.first, owner, "person", sure=named.sure)
        if named.type != "person" and words[owner + 1][0].isupper():
            yield named_at(named.line, owner + 1, named.stop, named.type)
        return
    couple = next((i for i in inner if words[i].lower() in ("and", "&", "-", "–")), None)
    if couple is not None and not named.sure and _is_couple(named, couple, known):
        for first, stop in ((named.first, couple), (couple + 1, named.stop)):
            if not starts_place(words[first:stop]):
                yield named_at(named.line, first, stop, "person")
        return
    yield _trimmed(named, known)


def _is_person(named: Named, first: int, stop: int, known: _Known) -> bool:
    """Whether some words of a name are a person of the report."""
    if named.type == "person":
        return True
    plain = name_words(" ".join(named.line.parse.words[first:stop]))
    return " ".join(plain) in known.names or (len(plain) == 1 and plain[0] in known.called)


def _is_couple(named: Named, at: int, known: _Known) -> bool:
    """ "Roe and Lindqvist", "Roe-Lindqvist": two people or a person and a country, not a firm.

    With "and" it is enough that one of them bears the name elsewhere; a hyphen may be within one name.
    """
    words = named.line.parse.words
    left, right = words[named.first : at], words[at + 1 : named.stop]
    here = [_is_person(named, *s, known) for s in ((named.first, at), (at + 1, named.stop))]
    if words[at] in ("-", "–"):
        if named.type == "person":
            return False
        return all(h or starts_place(w) for h, w in zip(here, (left, right), strict=True)) and any(here)
    return named.type == "organization" and any(here) and len(left) == len(right) == 1


def _trimmed(named: Named, known: _Known) -> Named:
    """A person's name without words at its edges that the report writes small, when the rest is a person of
    the report: "Memos" of "Ana Ruiz Memos", "Accuses" of "Accuses Ana Ruiz".
    """
    if named.type != "person":
        return named
    if named.sure:
        return _without_verb(named, known)
    words, first, stop = named.line.parse.words, named.first, named.stop
    while stop - first > 1 and _is_small(words[stop - 1], known):
        stop -= 1
    while stop - first > 1 and _no_given_name(words[first], known):
        first += 1
    if (first, stop) == (named.first, named.stop):
        return named
    plain = name_words(" ".join(words[first:stop]))
    if " ".join(plain) in known.names or (len(plain) == 1 and plain[0] in known.called):
        return replace(named_at(named.line, first, stop, "person"), gender=named.gender)
    return named


def _without_verb(named: Named, known: _Known) -> Named:
    """A name behind an office without the verb of a headline ("Rep. Bo Lund Resigns"): what is left is
    somebody whom the report names in full, and the verb stands in it small.
    """
    tokens, stop = named.line.parse.words, named.stop - 1
    plain = " ".join(name_words(" ".join(tokens[named.first : stop])))
    if stop - named.first < 2 or plain not in known.names or not _is_small(tokens[stop], known):
        return named
    return replace(named_at(named.line, named.first, stop, "person", sure=True), gender=named.gender)


def _no_given_name(word: str, known: _Known) -> bool:
    return word not in given_names() and _is_small(word, known)


def _is_small(word: str, known: _Known) -> bool:
    """Whether the report writes a word small, or another form of it ("Accuses", "accused")."""
    low = word.lower()
    return low in known.small or (
        len(low) > 4 and not known.small.isdisjoint((low[:-1], low[:-1] + "d", low + "s"))
    )


def _outside_roles(names: list[Named]) -> list[Named]:
    """Without pieces of offices that the model takes for bodies ("State" in "Secretary of State")."""
    roles = {(n.line.number, i) for n in names if n.type == "person" for i in role_tokens(n)}
    return [
        n
        for n in names
        if n.country
        or (not _is_portfolio(n) and (n.type == "person" or (n.line.number, n.stop - 1) not in roles))
    ]


def _is_portfolio(named: Named) -> bool:
    """ "Transport" in "Transport Minister Ana Ruiz", "State" in "nominee for Secretary of State": what a
    minister is in charge of, not a body.
    """
    parse, first, stop = named.line.parse, named.first, named.stop
    alone = stop - first == 1 and parse.words[first].isalpha()
    if alone and first > 1 and parse.words[first - 1] == "of" and parse.words[first - 2] == "Secretary":
        return True
    return alone and stop < len(parse) and parse.words[stop].lower() in ("minister", "secretary")


def _with_missed(names: list[Named], lines: Sequence[Line], people: _Known) -> list[Named]:
    """Family names of the report's people where the parser's model overlooked them, slips of the pen too."""
    full = {w for n in names if n.type == "person" and " " in n.text for w in _as_written(n.text)}
    known = full | {n.text for n in names if n.type == "person" and n.sure and n.text.isalpha()}
    long = tuple(sorted(w for w in full if len(w) >= _LONG)) if len(full) < _CROWD else ()
    held = {(n.line.number, i) for n in names for i in range(n.first, n.stop)}
    found = list(names)
    for line in lines:
        parse = line.parse
        for i, word in enumerate(parse.words):
            if word not in known and (not long or parse.tags[i] != "NNP" or len(word) < _LONG):
                continue
            if (line.number, i) in held or not (word in known or _is_slip(parse, i, long, people)):
                continue
            if starts_place([word]):
                continue
            first = i if _is_name(parse, i) else _with_given(parse, i, people)
            if first is not None and (line.number, first) not in held:
                found.append(named_at(line, first, i + 1, "person"))
    return sorted(found, key=lambda n: (n.line.number, n.first))


def _is_slip(parse: Parse, token: int, names: Sequence[str], people: _Known) -> bool:
    """Whether a proper noun is a known family name misspelled or in another transliteration."""
    word = parse.words[token]
    if parse.deps[token] not in _DOERS:
        return False
    near = [n for n in names if n[0] == word[0] and abs(len(n) - len(word)) < 3]
    if not near or word.lower() in people.small:
        return False
    return any(
        alike(n.lower(), word.lower()) or DamerauLevenshtein.distance(n, word, score_cutoff=1) == 1
        for n in near
    )


def _is_name(parse: Parse, token: int) -> bool:
    """Whether a known name's word stands for the person: no other capitalised word leans on it.

    The model takes many a name for a common noun or a verb ("Ruiz thanked him", "Following Ruiz's visit").
    """
    left, right = token - 1, token + 1
    if right < len(parse) and parse.tags[right] in ("NNP", "NNPS") and parse.words[right][0].isupper():
        return False
    if left >= 0 and parse.tags[left] in ("NNP", "NNPS") and parse.words[left][0].isupper():
        return parse.heads[left] != token and parse.heads[token] != left
    # "the Ruiz" is no person, "the 76-year-old Ruiz" is.
    before = [parse.deps[c] for c in parse.children[token] if c < token]
    return "det" not in before or "amod" in before


def _with_given(parse: Parse, token: int, people: _Known) -> int | None:
    """Where the name starts whose given name the model does not know ("Rahn Ruiz", elsewhere "Mr. Ruiz")."""
    left, right = token - 1, token + 1
    if left < 0 or parse.tags[left] != "NNP" or parse.heads[left] != token or parse.deps[token] not in _DOERS:
        return None
    if right < len(parse) and parse.tags[right] in ("NNP", "NNPS"):
        return None
    if left and parse.tags[left - 1] in ("NNP", "NNPS", "POS"):
        return None
    word = parse.words[left]
    named = len(word) > 2 and word.istitle() and word.isalpha() and not starts_place([word])
    low = word.lower()
    if not named or low in people.called or low in people.small or low in forerunners():
        return None
    bodies = words("offices", "organizations") | words("offices", "role_words") | words("regions", "states")
    return None if low in bodies or low in words("offices", "groups") else left


def _as_written(name: str) -> list[str]:
    """The single words that somebody of this name is called by, with their capitals."""
    plain = set(called(name))
    return [w for w in name.split() if w.lower() in plain and w[0].isupper() and len(w) > 1]
