"""What stands for a group of units: the wording that every one of them makes true, and who does not.

Sentences that overlap in most of their words still differ in what they add. The text of a claim is the least
detailed common core (compare the "pyramids" of Nenkova & Passonneau 2004): a member that does not make the
core true is no evidence for it and leaves the group.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import Date

from .claims_alike import Alike, one_date
from .claims_trim import unshared
from .claims_units import Unit, stem
from .claims_wording import wording

__all__ = ["Group", "cores", "full_clause", "gives", "text_of", "undated"]

_PRONOUNS = frozenset({"it", "he", "she", "they", "this", "that", "these", "those", "we", "i", "you"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ADDED = frozenset(
    {"advcl", "relcl", "conj", "ccomp", "parataxis"}
)  # how a second assertion hangs on a first
_LOOKED_AT = 24  # wordings of a group that are tried as its core
_ONE_MEANING = 0.8  # cosine from which two wordings with different verbs say one thing
_LABEL = 7  # words below which words without a verb are no text for what others tell in full
_SURE = 0.9  # chance from which it may hold less
_LEAST = 0.3  # share of a core's weight of words that its evidence holds at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Units that say the same, and the words of what they say; `agreed` is what two sides of a conflict both
    state.
    """

    members: tuple[Unit, ...]
    text: str
    core: Unit
    agreed: bool = False


def cores(members: Sequence[Unit], alike: Alike) -> Iterator[Group]:
    """The members as groups, each with a core that all of it makes true; differently worded units only."""
    left = list(members)
    while left:
        tried = sorted(left, key=lambda u: (full_clause(u), len(u.text), u.text))[:_LOOKED_AT]
        ranked = []
        for n, u in enumerate(tried):
            without = [v for v in left if v is not u and not gives(v, u, alike)]
            detail = -round(sum(alike.matcher.shares(u, v)[0] for v in left) / len(left), 1)
            standing = full_clause(u)
            kept = {v.report for v in left if v not in without}
            label = standing == 3 and not u.clause.titled and len(u.running) < _LABEL
            lone = label or len(kept) < 2
            apart = len(without) + (standing == 1)
            # A kernel stands for the others only where no fuller wording does.
            ranked.append((lone, max(1, standing), apart, u.clause.kernel, detail, n, u, without))
        *_, core, out = min(ranked, key=lambda r: r[:6])
        ids = {id(v) for v in out}
        agreed = [v for v in left if id(v) not in ids]
        yield Group(members=tuple(agreed), text=text_of(core, agreed), core=core)
        left = out


def gives(given: Unit, asked: Unit, alike: Alike) -> bool:
    """Whether one unit makes another true: its numbers, its days, its deeds and its "not"."""
    if given.text == asked.text:
        return True
    if given.negated != asked.negated or not _numbers_held(given, asked):
        return False
    if any(not _held(d, given) and not _hung(asked, d) for d in _dated(asked)):
        return False
    deed = asked.predicate
    told = deed & (given.terms | given.predicate) or deed <= _of_subject(asked)
    dated = one_date(given, asked)
    if not told and not dated and alike.matcher.cosine(given, asked) < _ONE_MEANING:
        return False
    if not dated and alike.matcher.shares(asked, given)[0] < _LEAST:
        firm = deed & given.predicate and asked.doing & given.doing
        if not firm and alike.chance(given, asked) < _SURE:
            return False
    return all(deed in given.terms for deed in _added(asked))


def _of_subject(unit: Unit) -> frozenset[str]:
    """The subject's own stem: it stands in for the predicate where the verb says nothing ("is in May")."""
    parse = unit.parse
    subject = parse.child(unit.clause.head, "nsubj", "nsubjpass")
    return frozenset() if subject is None else frozenset({stem(parse.lemmas[subject])})


def _numbers_held(given: Unit, asked: Unit) -> bool:
    known = [v for _, v in given.numbers]
    return all(any(abs(v - k) <= 0.005 * max(v, k) for k in known) for _, v in asked.numbers)


def _added(unit: Unit) -> list[str]:
    """The deeds that a unit tells beside its own: "not consulted as Iceland puts off …"."""
    parse = unit.parse
    return [
        stem(parse.lemmas[i]) for i in unit.clause.tokens
        if parse.pos[i] == "VERB" and i != unit.clause.head and parse.deps[i] in _ADDED
        and stem(parse.lemmas[i]) in unit.stated
    ]  # fmt: skip


def _dated(unit: Unit) -> list[Date]:
    return [d for d in unit.dates if d.earliest and d.latest and d.type in ("DATE", "TIME")]


def _held(date: Date, given: Unit) -> bool:
    """Whether a unit gives a day that fits."""
    return any(
        (d.earliest or "") <= (date.latest or "") and (date.earliest or "") <= (d.latest or "")
        for d in _dated(given)
    ) or any(d.text.lower() == date.text.lower() for d in given.dates)


def _hung(unit: Unit, date: Date) -> list[int]:
    """The tokens of a date with its preposition, where it hangs on the clause's own head."""
    parse, base = unit.parse, unit.sentence.start
    own = {i for i in unit.clause.tokens if date.start <= base + parse.starts[i] < date.end}
    top = next((i for i in sorted(own) if parse.heads[i] not in own), None)
    if top is None:
        return []
    up = parse.heads[top]
    if parse.pos[up] == "ADP" and parse.heads[up] == unit.clause.head:
        hung = [up, *parse.below(top)]
    elif up == unit.clause.head and parse.deps[top] in ("npadvmod", "advmod"):
        hung = list(parse.below(top))
    else:
        return []
    plain = all(i in own or i == up or parse.pos[i] in ("DET", "PUNCT") for i in hung)
    return sorted({*hung} & {*unit.clause.tokens}) if plain else []


def undated(unit: Unit) -> bool:
    """Whether a day that a unit gives cannot be left out of its words."""
    return any(not _hung(unit, d) for d in _dated(unit))


def text_of(core: Unit, members: Sequence[Unit]) -> str:
    """The core's words without what some report does not give, as a sentence would have them."""
    parse, clause = core.parse, core.clause
    lent = set(clause.lent)
    person = any(e.label == "PERSON" and e.start in lent for e in parse.entities)
    if clause.nominal and person and parse.pos[clause.head] == "NOUN":
        # "Ann Lind, the envoy": she is the envoy; "then the envoy": she was
        past = parse.lemmas[clause.tokens[0]].lower() == "then"
        said = "are" if parse.tags[clause.head] == "NNS" else "was" if past else "is"
        return f"{wording(parse, clause.lent)} {said} {wording(parse, clause.tokens[past:])}"
    # "Warned that if …, that prices would rise": what only joined it to its verb of speech goes.
    out = {i for i in clause.tokens if parse.deps[i] == "mark" and parse.lemmas[i].lower() == "that"
           and parse.heads[i] == clause.head}  # fmt: skip
    for d in _dated(core):
        if not all(_held(d, m) for m in members):
            out.update(_hung(core, d))
    out |= unshared(core, members)
    if not out:
        return core.text
    return wording(parse, [i for i in clause.spoken if i not in out], clause.lent)


def _only_meant(parse: Parse, head: int) -> bool:
    """Whether a clause hangs on a verb that is none of saying: "to ensure the vote is held" tells no vote."""
    return parse.lemmas[parse.heads[head]].lower() not in words("claims", "speech")


def full_clause(unit: Unit) -> int:
    """How far a wording is from standing alone: 3 without a verb, 2 without a subject or a finite verb, 1
    where it opens with a pronoun ("it", "its"), 0 for a full statement.
    """
    parse, clause = unit.parse, unit.clause
    if parse.pos[clause.head] not in ("VERB", "AUX"):
        return 3
    own = [*clause.lent, *clause.spoken]
    if (
        clause.minor
        and parse.deps[clause.head] == "relcl"
        and parse.child(clause.head, "nsubj") in clause.tokens
    ):
        return 2
    if not any(parse.deps[i] in ("nsubj", "nsubjpass", "expl") for i in own) and not clause.relative:
        return 2
    if clause.minor and parse.deps[clause.head] == "ccomp" and _only_meant(parse, clause.head):
        return 2
    helpers = [c for c in (*parse.children[clause.head], *clause.lent) if parse.deps[c] in ("aux", "auxpass")]
    tags = {parse.tags[i] for i in (clause.head, *helpers)}
    opener = own[0] if parse.heads[own[0]] == clause.head else clause.head
    hanging = parse.deps[opener] == "mark" or parse.tags[opener] in ("WRB", "WDT", "WP", "TO")
    cut_off = parse.lemmas[clause.head] == "do" and parse.child(clause.head, "dobj") is None
    if not tags & _FINITE or hanging or cut_off:
        return 2
    nameless = parse.lemmas[own[0]].lower() in _PRONOUNS or parse.tags[own[0]] == "PRP$"
    return 1 if nameless or not parse.words[own[0]][:1].isalnum() else 0
