"""Statements inside a clause: its bare core, and what its nouns tell with their modifiers.

"The first meeting of the two leaders since the war", "8,200 soldiers stationed in the north", "his decision
not to spare the port": each tells a fact that another report tells in a clause. Only nouns that tell
something count: what happens, with what is told of it; how many; the first or the only one of a kind; who
bears an office; and the participle beside a noun. The core of a clause is what is left of it without asides
("He made no promise, leaving the union in doubt").
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.language import Parse
from twosource.lexicon import words

from .claims_clauses import Clause, supposed, unsaid, wished

__all__ = ["inner_facts"]

_PLACED = frozenset({"in", "on", "at", "by", "before", "after", "since", "until", "for", "from"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_BESIDE = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "predet", "quantmod", "neg"})
_COMMAS = frozenset({",", "–", "—", "--", "-", ";"})
_ASIDE = frozenset({"relcl", "appos", "parataxis", "punct"})
_FEWEST = 3  # content words of a noun's statement
_LONGEST = 26  # tokens
_LEAST_COUNT = 2  # digits of a count that is worth a statement


def inner_facts(parse: Parse, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The statements inside a sentence's clauses, all `inner` and `minor`; those of nouns `nominal` too."""
    found = [_core(parse, c) for c in clauses if not c.minor or parse.deps[c.head] == "ccomp"]
    found += [_kernel(parse, c) for c in clauses if not c.minor or parse.deps[c.head] == "ccomp"]
    for i in range(len(parse)):
        if parse.pos[i] == "NOUN" and parse.deps[i] != "compound":
            found.append(_noun(parse, i))
        elif parse.deps[i] == "appos" and parse.pos[i] == "PROPN" and parse.pos[parse.heads[i]] == "NOUN":
            found.append(_office(parse, i))
        elif parse.deps[i] == "acl" and parse.pos[i] in ("VERB", "AUX"):
            found.append(_beside(parse, i))
    yield from (replace(clause, inner=True) for clause in found if clause is not None)


def _core(parse: Parse, clause: Clause) -> Clause | None:
    """A clause without its asides; None where that leaves little, or all of it."""
    subject = parse.child(clause.head, "nsubj", "nsubjpass", "expl")
    out: set[int] = set()
    for i in clause.tokens:
        if i == clause.head or i in out:
            continue
        first, stop = parse.subtree(i)
        set_off = (first and parse.words[first - 1] in _COMMAS) or parse.words[
            min(stop, len(parse) - 1)
        ] in _COMMAS
        if not set_off or (parse.heads[i] == clause.head and supposed(parse, i)) or _one_of_two(parse, i):
            continue
        leads = subject is not None and stop <= subject and parse.deps[i] in ("prep", "npadvmod", "advmod")
        if parse.deps[i] in ("advcl", "parataxis", "relcl", "appos", "acl") or (
            leads and parse.heads[i] == clause.head
        ):
            out.update(parse.below(i))
    kept = [i for i in clause.tokens if i not in out]
    while kept and parse.pos[kept[-1]] in ("PUNCT", "CCONJ"):
        kept.pop()
    while kept and parse.pos[kept[0]] in ("PUNCT", "CCONJ"):
        kept.pop(0)
    left = sum(parse.pos[i] in _CONTENT for i in kept)
    lost = sum(parse.pos[i] in _CONTENT for i in clause.tokens) - left
    if clause.head not in kept or lost < 2 or left < 2:
        return None
    about = tuple(i for i in clause.antecedent if i in kept)
    return replace(clause, tokens=tuple(kept), antecedent=about, minor=True)


def _kernel(parse: Parse, clause: Clause) -> Clause | None:
    """Who did what to what, and when, of a clause that tells more ("parliament passed a law on Friday …");
    None where that is all, or little, or where less said would be more claimed ("gave no sign that …").
    """
    subject = parse.child(clause.head, "nsubj", "nsubjpass")
    thing = parse.child(clause.head, "dobj", "attr")
    if parse.pos[clause.head] != "VERB" or (subject is None and not clause.lent):
        return None
    if thing is None and parse.child(clause.head, "auxpass") is None:
        return None
    if parse.child(clause.head, "xcomp", "ccomp", "oprd", "acomp", "agent") is not None:
        return None
    kept = {clause.head}
    for c in parse.children[clause.head]:
        dep = parse.deps[c]
        close = dep == "prep" and ((thing is None and c == clause.head + 1) or not _places(parse, c))
        if (
            dep in ("aux", "auxpass", "neg", "prt")
            or (dep == "advmod" and c < clause.head)
            or _when(parse, c)
        ):
            kept.update(parse.below(c))
        elif dep in ("nsubj", "nsubjpass", "dobj", "attr", "dative"):
            kept.update(_bare(parse, c))
        elif close:
            thing_of = parse.child(c, "pobj")
            if thing_of is None:
                return None
            kept.update((c, *_bare(parse, thing_of)))
    tokens = tuple(i for i in clause.tokens if i in kept)
    left = sum(parse.pos[i] in _CONTENT for i in (*clause.lent, *tokens))
    lost = sum(parse.pos[i] in _CONTENT for i in clause.tokens if i not in kept)
    if lost < _FEWEST or left < _FEWEST or clause.head not in tokens or clause.antecedent:
        return None
    if any(parse.lemmas[i].lower() in words("claims", "bounding") for i in clause.tokens):
        return None
    return replace(clause, tokens=tokens, minor=True, kernel=True)


def _places(parse: Parse, token: int) -> bool:
    """Whether a preposition is one of place or time, which a statement can do without."""
    return parse.lemmas[token].lower() in words("claims", "placing")


def _bare(parse: Parse, noun: int) -> list[int]:
    """A noun with its words in front and what is of it ("the death of the envoy")."""
    found = [noun]
    for c in parse.children[noun]:
        if parse.deps[c] in _BESIDE or (parse.deps[c] == "prep" and parse.lemmas[c].lower() == "of"):
            found.extend(_phrase(parse, c))
    return found


def _when(parse: Parse, token: int) -> bool:
    """Whether a phrase is no more than a day."""
    if parse.deps[token] not in ("npadvmod", "prep"):
        return False
    below = [i for i in parse.below(token) if parse.deps[i] not in ("prep", "det", "punct")]
    dated = {i for e in parse.entities if e.label in ("DATE", "TIME") for i in range(e.start, e.end)}
    return bool(below) and all(i in dated for i in below)


def _one_of_two(parse: Parse, token: int) -> bool:
    """Whether what stands beside a name goes on with the other of two ("between Voss, the owner, and Reyes"):
    without it the first would stand alone.
    """
    above = parse.heads[token]
    between = parse.deps[above] == "pobj" and parse.lemmas[parse.heads[above]].lower() == "between"
    return between and parse.child(above, "cc") is None


def _noun(parse: Parse, head: int) -> Clause | None:
    """What a noun tells with its modifiers; None where it only names a thing."""
    if not _tells(parse, head):
        return None
    own = [head]
    for c in parse.children[head]:
        dep = parse.deps[c]
        if dep in _BESIDE or dep in ("prep", "acl"):
            own.extend(_phrase(parse, c))
    if len(own) > _LONGEST or sum(parse.pos[i] in _CONTENT for i in own) < _FEWEST:
        return None
    return Clause(head=head, tokens=_closed(parse, own), minor=True, nominal=True)


def _beside(parse: Parse, head: int) -> Clause | None:
    """A participle beside its noun ("troops stationed in the north"), or a clause that says what it is."""
    noun = parse.heads[head]
    own = _phrase(parse, head)
    if wished(parse, head) or unsaid(parse, head):
        return None
    if parse.child(head, "nsubj", "nsubjpass") is not None:
        mark = parse.child(head, "mark")
        own = [i for i in own if i != mark]
        lent: tuple[int, ...] = ()
    elif parse.tags[head] in ("VBN", "VBG") and parse.pos[noun] in ("NOUN", "PROPN"):
        lent = tuple(_with(parse, noun, _BESIDE))
    else:
        return None
    enough = sum(parse.pos[i] in _CONTENT for i in own) >= _FEWEST
    if len(lent) + len(own) > _LONGEST or not enough or head < noun:
        return None
    return Clause(head=head, tokens=_closed(parse, own), lent=lent, minor=True, nominal=bool(lent))


def _office(parse: Parse, name: int) -> Clause | None:
    """What a noun before a name says of who bears it ("the union's new leader, Mara Voss")."""
    noun = parse.heads[name]
    own = _with(parse, noun, _BESIDE | {"prep"})
    own = [i for i in own if i < name]
    if noun > name or len(own) > _LONGEST or sum(parse.pos[i] in _CONTENT for i in own) < 2:
        return None
    lent = tuple(i for i in _phrase(parse, name) if parse.pos[i] == "PROPN")
    return Clause(head=noun, tokens=_closed(parse, own), lent=lent, minor=True, nominal=True)


def _tells(parse: Parse, head: int) -> bool:
    """Whether a noun with its modifiers is a fact: a count, the first of its kind, or a placed happening."""
    counted = specific = False
    about = 0
    for c in parse.children[head]:
        dep, lemma = parse.deps[c], parse.lemmas[c].lower()
        if dep == "nummod":
            counted |= parse.words[c][:1].isdigit() and len(parse.words[c]) >= _LEAST_COUNT
        elif dep == "amod":
            specific |= lemma.partition("-")[0] in words("claims", "singular")
        elif dep in ("poss", "prep"):
            about += 1
            specific |= dep == "prep" and lemma in _PLACED
        elif dep == "acl" and parse.tags[c] == "VB":
            about += 1
            specific = True
    if counted:
        return about > 0 or parse.child(head, "acl", "amod") is not None
    lemma = parse.lemmas[head].lower()
    if lemma in words("claims", "happenings"):
        return about > 1 or (specific and about > 0)
    return lemma in words("conflicts", "events") and specific and about > 0


def _phrase(parse: Parse, top: int) -> list[int]:
    """What hangs below a token, without relative clauses and asides."""
    found, stack = [], [top]
    while stack:
        i = stack.pop()
        found.append(i)
        stack.extend(c for c in parse.children[i] if parse.deps[c] not in _ASIDE)
    return sorted(found)


def _with(parse: Parse, noun: int, ways: frozenset[str]) -> list[int]:
    """A noun with what hangs on it in these ways."""
    beside = (i for c in parse.children[noun] if parse.deps[c] in ways for i in _phrase(parse, c))
    return sorted({noun, *beside})


def _closed(parse: Parse, tokens: list[int]) -> tuple[int, ...]:
    """With the hyphens and commas between them."""
    while len(tokens) > 1 and parse.pos[tokens[-1]] in ("CCONJ", "PUNCT"):
        tokens = tokens[:-1]
    own = set(tokens)
    marks = (i + 1 for i in tokens if i + 2 in own and parse.pos[i + 1] == "PUNCT")
    return tuple(sorted({*own, *marks}))
