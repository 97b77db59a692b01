"""Offices: whether a definite description ("the Ruritanian leader", "the two-term governor") says what
somebody of the report is.
"""

from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words

from .actor_groups import Draft
from .actor_parties import of_party

__all__ = ["PARTIES", "field_of", "held_once", "holds_still", "role_fits", "told_apart", "with_of"]

PARTIES = frozenset(("republican", "democratic", "gop", "conservative", "labour", "liberal"))
_TERMS = frozenset(("term", "member", "seat", "time", "year", "old", "-"))  # "the two-term governor"
_IDLE = frozenset(
    ("of", "the", "for", "and", "senior", "top", "veteran", "longtime", "first", "lead", "house", "white")
)


def told_apart(parse: Parse, first: int, head: int) -> set[str]:
    """The words left of a noun that make another office of it ("vice", "trade"), not "two-term"."""
    found = {
        parse.words[i].lower()
        for i in range(first, head)
        if parse.words[i].lower() in _ranks() or (parse.deps[i] == "compound" and parse.heads[i] == head)
    }
    return found - _TERMS


def held_once(draft: Draft, lemma: str, plain: set[str]) -> bool:
    """Whether somebody is told to have held an office before ("the former mayor": "former Mayor Bo Lund")."""
    wanted = {w.replace(".", "") for w in plain} - {"former"}
    for role in draft.roles:
        found = [w.replace(".", "") for w in role.lower().split()]
        core = " ".join(found).split(" of ")[0].split(" for ")[0].split()
        if found[0] == "former" and core[-1] == lemma and wanted <= set(found):
            return True
    return False


def field_of(parse: Parse, head: int) -> set[str]:
    """The word that tells what an office is of ("the secretary of trade": trade); empty without one."""
    behind = [c for c in parse.children[head] if c == head + 1 and parse.words[c].lower() == "of"]
    return {parse.words[i].lower() for c in behind for i in parse.children[c] if parse.deps[i] == "pobj"}


def holds_still(draft: Draft, lemma: str) -> bool:
    """Whether no office of somebody's is told to be over, or not this one ("Gov. Roe, a former judge")."""
    former = [r for r in draft.roles if r.lower().startswith(("former", "ex-", "late"))]
    short: dict[str, str] = load("offices")["short"]
    last = (r.lower().split()[-1].strip(".") for r in draft.roles if r not in former and r.split())
    return not former or any(short.get(w, w) == lemma for w in last)


def with_of(parse: Parse, head: int) -> int:
    """Past "of Ruritania" behind a noun."""
    for i in parse.children[head]:
        if i == head + 1 and parse.words[i] == "of":
            return min(parse.subtree(i)[1], i + 4)
    return head + 1


@cache
def _ranks() -> frozenset[str]:
    """Words that make another office of an office ("vice", "foreign", "minority")."""
    return words("offices", "role_words") - _IDLE


@cache
def _same(lemma: str) -> frozenset[str]:
    """Offices that a word for any of them may mean ("the congressman": a representative)."""
    return frozenset(load("offices")["same"].get(lemma, ()))


def role_fits(draft: Draft, lemma: str, capitals: set[str], country: str | None) -> bool:
    """Whether a person's role is what a definite description says ("the Ruritanian leader").

    `capitals` are the words of the description that tell its office apart: the role must hold them too.
    """
    if draft.party is not None and of_party(draft.party, lemma, capitals):
        return True
    # "Gov. Bo Lund of Orrin … the Orrin governor"
    whence = [w.lower() for text in draft.titled if " of " in text for w in text.split(" of ")[-1].split()]
    for role in draft.roles:
        found = role.lower().replace("’s", "").replace("'s", "").split() + whence
        core = role.lower().split(" of ")[0].split(" for ")[0].split()
        if not core:
            continue
        core[-1] = load("offices")["short"].get(core[-1].strip("."), core[-1])
        if core[-2:-1] and core[-2] in ("vice", "deputy") and core[-2] not in capitals:
            continue
        if (core[-1] == lemma or core[-1] in _same(lemma)) and capitals <= set(found):
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
