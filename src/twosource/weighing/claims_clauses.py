"""A sentence's parse → its clauses: the smallest stretches that say something by themselves.

Coordinated clauses, what a speech verb reports, relative clauses with their antecedent and adverbial clauses
with a subject of their own come apart; what follows "if", "unless" or "until" stays, for it changes what the
main clause says. The idea is that of clause-based open information extraction (Del Corro & Gemulla 2013,
ClausIE), kept to the splits that hold up on a small parser.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.language import Parse
from twosource.lexicon import words
from twosource.reading.relatives import of_two_nouns

from .claims_moods import asked_for, supposed, unsaid, wished

__all__ = ["Clause", "asked_for", "clauses_of", "supposed", "unsaid", "wished"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EDGE = frozenset({"PUNCT", "CCONJ", "SPACE"})
_FEWEST = 2  # content words below which a relative or adverbial clause is not worth a line of its own
_RESTRICTIVE = 4  # the same for a clause that the sentence cannot do without and therefore keeps
_INNER = frozenset({"advcl", "relcl", "pcomp", "ccomp"})
_APART = frozenset({"punct", "ccomp", "advcl", "mark", "cc", "conj"})
_INNER_FEWEST = 3  # content words of an inner clause
_LONGEST_LENT = 12  # tokens of a subject that is borrowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Tokens of one clause.

    `tokens` are its own, in order, its subject or antecedent included; `said` are those of its attribution
    ("the ministry said Tuesday"), not part of what is stated; `speaker` is the head of the attribution's
    subject. `lent` is the subject that a coordinated clause shares with the one before it. A `minor` clause
    stays part of a greater one too ("after hosting the envoys"): it is of use where others say the same.
    `antecedent` is set for a relative clause whose noun is its object. A `nominal` one is a noun with its
    modifiers; an `inner` one is told inside another (both: see `claims_nouns`); a `titled` one is a role with
    the name beside it (see `claims_offices`); a `kernel` is all that is left of a clause without its details.
    """

    head: int
    tokens: tuple[int, ...]
    said: tuple[int, ...] = ()
    speaker: int | None = None
    lent: tuple[int, ...] = ()
    relative: bool = False
    minor: bool = False
    nominal: bool = False
    inner: bool = False
    titled: bool = False
    kernel: bool = False
    antecedent: tuple[int, ...] = ()

    @property
    def spoken(self) -> tuple[int, ...]:
        """Its tokens in the order of a main clause: what a relative clause is about goes to its
        place as object ("the levy that parliament approved": "parliament approved the levy").
        """
        if not self.antecedent:
            return self.tokens
        about = set(self.antecedent)
        rest = [i for i in self.tokens if i not in about]
        before = [i for i in rest if i <= self.head]
        return (*before, *self.antecedent, *rest[len(before) :])

    def bounds(self) -> tuple[int, int]:
        """First and last-plus-one token of the clause with its attribution; what is lent lies outside."""
        both = [*self.tokens, *self.said]
        return min(both), max(both) + 1


def clauses_of(parse: Parse) -> tuple[Clause, ...]:
    """The clauses of a sentence, in reading order; a fragment without a verb is one clause."""
    heads = _heads(parse)
    detached = {h: kind for h, kind in heads.items() if kind != "root"}
    found = []
    reported = {parse.heads[h] for h, kind in heads.items() if kind == "reported"}
    for head, kind in heads.items():
        own = _own(parse, head, {h for h, k in detached.items() if k != "restrictive" or h == head})
        if kind == "attribution" or (head in reported and _bare(parse, head, own)):
            found.append(_occasion(parse, head, own))
            continue
        found.append(_clause(parse, head, kind, own, heads))
    found.extend(_minor(parse, token, heads) for token in range(len(parse)) if token not in heads)
    return tuple(sorted((c for c in found if c is not None), key=lambda c: (c.tokens[0], c.head)))


def _heads(parse: Parse) -> dict[int, str]:
    """Clause heads, outer ones first, with the way each hangs on the one above it."""
    heads: dict[int, str] = {}
    stack = [(r, True) for r in reversed(list(parse.roots()))]
    while stack:
        token, is_root = stack.pop()
        kind = "root" if is_root else _kind(parse, token, heads)
        if kind:
            heads[token] = kind
        stack.extend((c, False) for c in reversed(parse.children[token]))
    return heads


def _kind(parse: Parse, token: int, heads: dict[int, str]) -> str | None:
    """How a token heads a clause, or None: reported, attribution, joined, relative, restrictive, adverbial,
    aside speech ("…, adding that").
    """
    if parse.pos[token] not in ("VERB", "AUX"):
        return None
    dep, above = parse.deps[token], parse.heads[token]
    subject = parse.child(token, *_SUBJECTS)
    if dep in ("ccomp", "parataxis"):
        return _complement(parse, token, above, subject, heads)
    if dep == "conj" and above in heads and heads[above] != "attribution":
        enough = subject is not None or _content(parse, parse.below(token)) >= _FEWEST
        return "joined" if enough and parse.pos[above] in ("VERB", "AUX") else None
    content = _content(parse, parse.below(token)) if dep in ("relcl", "advcl") else 0
    if dep == "relcl" and content >= _FEWEST:
        first = parse.subtree(token)[0]
        if first and parse.words[first - 1] == ",":
            return "relative"
        return "restrictive" if content >= _RESTRICTIVE and _known(parse, above) else None
    if dep == "advcl" and subject is None and above in heads and parse.child(token, "ccomp") is not None:
        return "aside speech" if parse.lemmas[token].lower() in words("claims", "speech") else None
    if dep == "advcl" and subject is not None and above in heads and content >= _FEWEST:
        mark = parse.child(token, "mark")
        opener = parse.lemmas[mark].lower() if mark is not None else ""
        return "adverbial" if opener in words("claims", "asides") else None
    return None


def _complement(
    parse: Parse, token: int, above: int, subject: int | None, heads: dict[int, str]
) -> str | None:
    """A clause complement: what a speech verb reports, or the speech verb set into what it reports."""
    speech = words("claims", "speech")
    if parse.lemmas[token].lower() in speech and subject is not None:
        inner = parse.child(token, "ccomp", "dobj")
        if parse.deps[token] == "parataxis" and inner is None:
            return "attribution"
    if above not in heads or subject is None:
        return None
    if parse.lemmas[above].lower() in speech:
        return None if _torn(parse, token, above) or unsaid(parse, token) else "reported"
    loose = parse.child(token, "mark") is None and token < above
    return "joined" if loose or parse.deps[token] == "parataxis" else None


def _known(parse: Parse, noun: int) -> bool:
    """Whether a noun is a name or a definite thing: of "a deal that…" nothing is stated yet."""
    if parse.pos[noun] == "PROPN":
        return True
    first = (c for c in parse.children[noun] if parse.deps[c] in ("det", "poss"))
    return any(parse.deps[c] == "poss" or parse.lemmas[c].lower() in ("the", "this", "these") for c in first)


def _torn(parse: Parse, token: int, speech: int) -> bool:
    """Whether the parser cut a reported clause in two: the speech verb's words go on with a verb after it."""
    stop = parse.subtree(token)[1]
    rest = (i for i in _own(parse, speech, {token}) if i >= stop)
    return speech < token and any(parse.pos[i] == "AUX" for i in rest)


def _own(parse: Parse, head: int, detached: set[int]) -> list[int]:
    """The tokens below a head, without what hangs below other clause heads."""
    found, stack = [], [head]
    while stack:
        i = stack.pop()
        found.append(i)
        stack.extend(c for c in parse.children[i] if c not in detached)
    return sorted(found)


def _bare(parse: Parse, head: int, own: Iterable[int]) -> bool:
    """Whether a speech verb's own words say nothing but who speaks, when and to whom."""
    return parse.child(head, "dobj") is None or _content(parse, own) <= 6


def _content(parse: Parse, tokens: Iterable[int]) -> int:
    return sum(parse.pos[i] in _CONTENT for i in tokens)


def _clause(parse: Parse, head: int, kind: str, own: list[int], heads: dict[int, str]) -> Clause | None:
    said, speaker = _attribution(parse, head, kind, heads)
    attributed = set(said)
    tokens = [i for i in own if i not in attributed]
    lent: tuple[int, ...] = ()
    before: list[int] = []
    pronoun = None
    if kind in ("relative", "restrictive"):
        above, pronoun = _antecedent(parse, head)
        if pronoun is not None and of_two_nouns(parse, above, pronoun):
            return None
        stop = parse.subtree(head)[0]
        hidden = {h for h, k in heads.items() if k in ("relative", "restrictive", "reported")}
        # "In which", "to whom": the preposition goes with its pronoun, and the noun is no part of the clause.
        placed = parse.heads[pronoun] if pronoun is not None and parse.deps[pronoun] == "pobj" else None
        by_place = placed is not None or (pronoun is not None and parse.tags[pronoun] in ("WRB", "WP$"))
        tokens = [i for i in tokens if i != placed]
        before = [] if by_place else [i for i in _own(parse, above, hidden) if i < stop]
        while before and parse.pos[before[-1]] == "PUNCT":
            before.pop()
        tokens = [*before, *(i for i in tokens if i != pronoun and i >= stop)]
    elif kind == "joined" and parse.child(head, *_SUBJECTS) is None:
        lent = _shared_subject(parse, head, heads)
    tokens = _trimmed(parse, head, sorted(set(tokens)))
    if not tokens or not (_content(parse, tokens) or lent):
        return None
    about: tuple[int, ...] = ()
    if before and _is_object(parse, head, pronoun, before):
        about = tuple(i for i in before if i in tokens)
    return Clause(
        head=head, tokens=tuple(tokens), said=tuple(said), speaker=speaker, lent=lent,
        relative=kind in ("relative", "restrictive"), antecedent=about,
    )  # fmt: skip


def _occasion(parse: Parse, head: int, own: Sequence[int]) -> Clause | None:
    """Where, to whom or on what occasion somebody spoke ("Voss told a meeting of the harbour union"); None
    where the words say little more than that he did.
    """
    if parse.pos[head] != "VERB" or parse.child(head, *_SUBJECTS) is None:
        return None
    kept = [
        i for c in parse.children[head] if parse.deps[c] not in _APART
        for i in parse.below(c) if i in own
    ]  # fmt: skip
    about = [
        i for c in parse.children[head] if parse.deps[c] in ("prep", "dobj", "dative", "pobj")
        for i in parse.below(c) if i in kept
    ]  # fmt: skip
    told = any(
        parse.pos[i] == "PROPN" or parse.lemmas[i].lower() in words("claims", "spoken_at")
        or parse.lemmas[i].lower() in words("conflicts", "events") for i in about
    )  # fmt: skip
    tokens = _trimmed(parse, head, sorted({head, *kept}))
    if not told or head not in tokens or _content(parse, tokens) < _INNER_FEWEST:
        return None
    return Clause(head=head, tokens=tuple(tokens), minor=True, inner=True)


def _minor(parse: Parse, token: int, heads: dict[int, str]) -> Clause | None:
    """A clause inside another: participial, of purpose or time, a noun's, or what is said beside a name."""
    dep = parse.deps[token]
    verbal = parse.pos[token] in ("VERB", "AUX") and dep in _INNER
    named = dep == "appos" and parse.pos[token] == "NOUN" and parse.pos[parse.heads[token]] == "PROPN"
    if not verbal and not named:
        return None
    if supposed(parse, token) or (verbal and (wished(parse, token) or unsaid(parse, token))):
        return None
    if (named and _listed(parse, token)) or _is_source(parse, token):
        return None
    own = _own(parse, token, set(heads))
    if _content(parse, own) < (_INNER_FEWEST if verbal else _FEWEST):
        return None
    lent: tuple[int, ...] = ()
    if named or dep == "relcl":
        stop = parse.subtree(token)[0]
        lent = tuple(i for i in _own(parse, parse.heads[token], set(heads) | {token}) if i < stop)
        if named:
            # Of "Voss and Reyes, the new envoy" the one who is the envoy stands next to it.
            beside = next((e for e in parse.entities if stop - 2 <= e.end <= stop), None)
            lent = tuple(range(beside.start, beside.end)) if beside is not None else lent
    elif parse.child(token, *_SUBJECTS) is None:
        lent = _lender(parse, token, heads)
    linking = {i for i in own if parse.tags[i] in ("WDT", "WP") and parse.lemmas[i].lower() != "what"}
    tokens = [i for i in _trimmed(parse, token, own) if i not in linking and i not in lent]
    if not tokens or len(lent) > _LONGEST_LENT:
        return None
    return Clause(head=token, tokens=tuple(tokens), lent=lent, minor=True, nominal=named)


def _is_source(parse: Parse, token: int) -> bool:
    """Whether what reads like a clause stands behind "according to"."""
    first = parse.subtree(token)[0]
    return first > 1 and parse.words[first - 1] == "to" and parse.lemmas[first - 2].lower() == "accord"


def _listed(parse: Parse, token: int) -> bool:
    """Whether what stands beside a name is one of a list: "a judge, Ames, a clerk and a guard"."""
    beside = [c for c in parse.children[parse.heads[token]] if parse.deps[c] == "appos"]
    return len(beside) > 1 or parse.child(token, "appos") is not None


def _lender(parse: Parse, token: int, heads: dict[int, str]) -> tuple[int, ...]:
    """The subject of the nearest verb above that has one."""
    for n, up in enumerate(parse.ancestors(token)):
        subject = parse.child(up, *_SUBJECTS)
        if subject is not None:
            return tuple(i for i in _own(parse, subject, set(heads)) if parse.pos[i] != "PUNCT")
        if n >= 5:
            break
    return ()


def _attribution(parse: Parse, head: int, kind: str, heads: dict[int, str]) -> tuple[list[int], int | None]:
    """The tokens that say who states a clause, and the head of their subject."""
    speech = None
    if kind == "reported":
        speech = parse.heads[head]
    else:
        speech = next(
            (h for h, k in heads.items() if k == "attribution" and _above(parse, h, heads) == head), None
        )
    if speech is not None:
        own = _own(parse, speech, {h for h, k in heads.items() if h != speech})
        if kind != "reported":
            own = [i for i in own if i != head]
        speaker = parse.child(speech, *_SUBJECTS)
        if speaker is None and heads.get(speech) == "aside speech":
            speaker = parse.child(parse.heads[speech], *_SUBJECTS)
        return own, speaker
    for c in parse.children[head]:
        if parse.lemmas[c].lower() == "accord" and parse.deps[c] in ("prep", "advcl", "advmod"):
            below = parse.below(c)
            names = [i for i in below if parse.deps[i] == "pobj"]
            if not names:  # the parser made a clause of the source: "according to one of those present, …"
                stop = next((i for i in range(c, len(parse)) if parse.words[i] == ","), c)
                below = sorted({*below, *range(c, stop)})
            return below, names[0] if names else None
    return [], None


def _above(parse: Parse, token: int, heads: dict[int, str]) -> int | None:
    """The nearest clause head above a token."""
    return next((a for a in parse.ancestors(token) if a in heads), None)


def _antecedent(parse: Parse, head: int) -> tuple[int, int | None]:
    """What a relative clause is about: its noun and its pronoun.

    "Which" is never a person, and only an occasion takes place or is due: where the parser hung such a clause
    on a name, it goes up to the noun that has the name in its modifiers ("a meeting with Reyes, which…").
    """
    above = parse.heads[head]
    pronoun = next((i for i in parse.below(head) if parse.tags[i] in ("WDT", "WP", "WP$", "WRB")), None)
    if pronoun is None or parse.lemmas[pronoun].lower() != "which":
        return above, pronoun
    people = {i for e in parse.entities if e.label == "PERSON" for i in range(e.start, e.end)}
    said = {head, *parse.children[head], *(g for c in parse.children[head] for g in parse.children[c])}
    occasion = any(parse.lemmas[i].lower() in words("claims", "takes_place") for i in said)
    if above in people or (occasion and not _is_occasion(parse, above)):
        for up in parse.ancestors(above):
            if parse.pos[up] in ("VERB", "AUX"):
                break
            if parse.pos[up] == "NOUN" and (
                _is_occasion(parse, up) or parse.deps[up] in ("nsubj", "nsubjpass")
            ):
                return up, pronoun
    return above, pronoun


def _is_object(parse: Parse, head: int, pronoun: int | None, before: Sequence[int]) -> bool:
    """Whether the noun before a relative clause is the object of its verb."""
    subject = parse.child(head, "nsubj")
    if (
        subject is None
        or subject in before
        or subject == pronoun
        or parse.child(head, "dobj") not in (None, pronoun)
    ):
        return False
    return pronoun is None or (parse.deps[pronoun] == "dobj" and parse.heads[pronoun] == head)


def _is_occasion(parse: Parse, token: int) -> bool:
    return parse.lemmas[token].lower() in words("conflicts", "events")


def _shared_subject(parse: Parse, head: int, heads: dict[int, str]) -> tuple[int, ...]:
    """The subject, and the auxiliaries where its own are missing, that a coordinated verb borrows."""
    first = parse.heads[head]
    for _ in range(8):
        subject = parse.child(first, *_SUBJECTS)
        if subject is not None:
            borrowed = _own(parse, subject, set(heads))
            if parse.child(head, "aux", "auxpass") is None and parse.tags[head] in ("VB", "VBN", "VBG"):
                borrowed += [c for c in parse.children[first] if parse.deps[c] in ("aux", "auxpass", "neg")]
            return tuple(sorted(borrowed))
        if parse.deps[first] not in ("conj", "xcomp"):
            break
        first = parse.heads[first]
    return ()


def _trimmed(parse: Parse, head: int, tokens: list[int]) -> list[int]:
    """Without conjunctions, openers and punctuation at either end."""
    first, last = 0, len(tokens)
    while first < last and (
        parse.pos[tokens[first]] in _EDGE
        or (parse.heads[tokens[first]] == head and _opens(parse, tokens[first]))
    ):
        first += 1
    while last > first and parse.pos[tokens[last - 1]] in _EDGE:
        last -= 1
    return tokens[first:last]


def _opens(parse: Parse, token: int) -> bool:
    return parse.deps[token] == "mark" or parse.lemmas[token].lower() in ("when", "where")
