"""Descriptions and nicknames that a sentence ties to a named person: "Lind is the head of …", "calls Lind
"the Fox"". What a sentence denies, asks or supposes ties nothing.
"""

from collections.abc import Sequence

from twosource.language import Parse
from twosource.lexicon import words

from .actor_groups import Draft, Drafts
from .actor_names import Named
from .actor_phrases import extent, office_country, told
from .document import Line

__all__ = ["add_ties"]

_CALLS = frozenset(
    ("call", "dub", "nickname", "label", "brand", "refer", "mock", "deride", "ridicule", "christen")
)
_LONGEST = 24  # tokens in a description
_NICKNAME = 5  # words in a nickname
_MARKS = frozenset(('"', "“", "”", "``", "''", "‘", "’"))


def add_ties(drafts: Drafts, names: Sequence[Named]) -> None:
    """Roles and descriptions by copula, nicknames by verbs of calling, on the people they are tied to."""
    for index, named in enumerate(names):
        draft = drafts.by_name[index]
        if draft.type != "person":
            continue
        found = _is_what(named.line.parse, named)
        if found is not None:
            _describe(draft, named.line, *found)
        nick = _nickname(named)
        if nick is not None:
            draft.described.append(nick)
            _join_nickname(drafts, draft, nick)


def _join_nickname(drafts: Drafts, draft: Draft, nick: str) -> None:
    """The nickname that the model took for another person is the one who is called so."""
    for other in drafts.drafts:
        if (
            other is not draft
            and other.type == "person"
            and other.name == nick
            and set(other.names) == {nick}
        ):
            draft.places.extend(other.places)
            drafts.by_name = {k: draft if d is other else d for k, d in drafts.by_name.items()}
            drafts.drafts.remove(other)
            return


def _describe(draft: Draft, line: Line, first: int, stop: int) -> None:
    text = told(line, first, stop)
    head, _, rest = text.partition(" ")
    role = rest if head.lower() in ("the", "a", "an") else text
    if role and role not in draft.roles:
        draft.roles.append(role)
    draft.country = draft.country or office_country(line.parse, first, stop)
    if stop - first > 2:
        draft.described.append(text)
    span = line.span(first, stop)
    draft.add(span.start, span.end, "nominal")


def _is_what(parse: Parse, named: Named) -> tuple[int, int] | None:
    """Tokens of the description in "Ruiz is the head of the union", when its verb plainly says so."""
    token = named.stop - 1
    verb = parse.heads[token]
    if parse.deps[token] != "nsubj" or parse.lemmas[verb].lower() != "be" or parse.words[-1] == "?":
        return None
    if parse.tags[verb] not in ("VBZ", "VBD") or parse.deps[verb] not in (
        "ROOT",
        "conj",
        "ccomp",
        "parataxis",
    ):
        return None
    below = parse.children[verb]
    if any(parse.deps[c] in ("neg", "aux", "mark", "advcl") for c in below if c < verb + 3):
        return None
    for i in below:
        if parse.deps[i] != "attr" or i < verb or parse.tags[i] not in ("NN", "NNP"):
            continue
        if parse.lemmas[i].lower() not in words("offices", "roles") or i == verb:
            continue
        first = extent(parse, i)[0]
        stop = min(_end(parse, i), first + _LONGEST)
        if parse.words[first].lower() not in ("no", "not", "what", "who", "such"):
            return first, stop
    return None


def _end(parse: Parse, head: int) -> int:
    """Past the prepositions behind a noun, up to a comma or a clause."""
    stop = head + 1
    for i in parse.children[head]:
        if i == stop and parse.deps[i] == "prep":
            end = parse.subtree(i)[1]
            cut = next((k for k in range(i, end) if parse.words[k] in (",", ";", "—", "–", "(", ":")), end)
            stop = cut
    return stop


def _nickname(named: Named) -> str | None:
    """Capitalised words in quotation marks behind a verb of calling and the name that it is given to."""
    parse, at = named.line.parse, named.stop
    verb = _above(parse, named.stop - 1)
    if verb is None or at + 2 >= len(parse):
        return None
    at += parse.words[at].lower() in ("as", "a", "the")
    at += at < len(parse) and parse.words[at].lower() in ("a", "the")
    if at + 2 >= len(parse) or parse.words[at] not in _MARKS:
        return None
    stop = at + 1
    while stop < len(parse) and parse.words[stop] not in _MARKS and stop - at <= _NICKNAME + 1:
        stop += 1
    first = at + 1
    last = stop - (parse.words[stop - 1] in (",", "."))
    inner = parse.words[first:last]
    if stop >= len(parse) or parse.words[stop] not in _MARKS or not inner or len(inner) > _NICKNAME:
        return None
    if len(inner) < 2 or not all(w[0].isupper() for w in (inner[0], inner[-1])):
        return None
    return told(named.line, first, last)


def _above(parse: Parse, token: int) -> int | None:
    """The verb of calling that a name is the object of ("calls Ruiz", "refers to Ruiz as")."""
    head = parse.heads[token]
    if parse.deps[token] == "pobj" and parse.words[head].lower() == "to":
        head = parse.heads[head]
    elif parse.deps[token] not in ("dobj", "nsubj", "ccomp", "oprd", "nsubjpass"):
        return None
    verb = head
    for _ in range(2):
        if parse.lemmas[verb].lower() in _CALLS:
            denied = any(parse.deps[c] == "neg" for c in parse.children[verb])
            return None if denied or verb > token else verb
        verb = parse.heads[verb]
    return None
