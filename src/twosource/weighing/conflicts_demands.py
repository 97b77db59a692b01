"""Conflicts about what a party demands: one party, sums of one kind that lie near each other, and differ.

"The union is asking for 5.6 million", "insists that the port pay 5.7 million": two figures so near are one
demand told twice; figures further apart are more often two demands. A demand that a report tells as an
earlier one ("had asked for") is another; so is one for something else.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from twosource.language import Parse
from twosource.lexicon import load, words

from .claims_numbers import number_value
from .conflicts_lines import Dispute, Told, later
from .conflicts_quantities import CURRENCIES, MONEY, apart, room
from .conflicts_tellings import MOST, Telling, clash
from .conflicts_topics import kind_of

__all__ = ["demand_disputes"]

_CLOSE = 1.25  # demands that differ by less are one demand, told twice
_PLAIN = frozenset({"want", "seek", "demand", "request", "require"})
_WITH = {"ask": ("for",), "call": ("for",), "push": ("for",), "press": ("for",), "hold": ("for", "out")}
_CLAUSAL = frozenset({"insist", "demand", "ask", "want", "request"})
_NOUNS = frozenset({"demand", "request"})
_HANDING = frozenset(
    {"appropriate", "provide", "give", "pay", "allocate", "approve", "grant", "contribute", "fund", "allot"}
)
_CLOSING = frozenset({"”", '"', "''", "’"})
_FIRM = frozenset({"negotiable", "nonnegotiable"})
_SHOWN = frozenset({"that", "this", "these", "those", "such"})
_UP = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Demand(Told):
    """A sum that a party demands: `unit` its currency or "%", `purpose` what it is for, by class."""

    party: str
    value: float
    low: float
    high: float
    unit: str
    purpose: frozenset[str]
    days: tuple[tuple[str, str], ...]


def demand_disputes(told: Sequence[Telling], families: Mapping[str, str]) -> list[Dispute]:
    """Conflicts between figures that different reports give for one demand of one party."""
    blocks: dict[tuple[str, str], list[_Demand]] = defaultdict(list)
    for telling in told:
        if not telling.vocabulary.isdisjoint(_clues()) and "NUM" in telling.parse.pos:
            for demand in _demands(telling):
                blocks[demand.party, demand.unit].append(demand)
    found = []
    for key in sorted(blocks):
        block = blocks[key][:MOST]
        sides = _sides(block, families)
        if sides:
            name = told[0].cast.names[key[0]]
            asked = "What percentage does" if key[1] == "%" else f"How much in {key[1]} does"
            found.append(
                Dispute(
                    about="number", kind="conflict", question=f"{asked} {name} demand?",
                    why="one party, one demand, figures that cannot both be right",
                    sides=tuple(tuple(d.line for d in side) for side in sides),
                )
            )  # fmt: skip
    return found


def _clues() -> frozenset[str]:
    return _PLAIN | _NOUNS | _FIRM | _CLAUSAL | frozenset(_WITH)


def _sides(block: Sequence[_Demand], families: Mapping[str, str]) -> list[list[_Demand]]:
    """The demands by figure where two of them rule each other out; none where a report gives both."""
    for n, a in enumerate(block):
        for b in block[n + 1 :]:
            if not _rival(a, b) or _both_told(a, b, block):
                continue
            sides = [[d for d in block if d.value == one.value] for one in (a, b)]
            lines = [[d.line for d in side] for side in sides]
            if later(lines[0], lines[1], families) or later(lines[1], lines[0], families):
                continue  # the later figure may be a new demand
            return sorted(sides, key=lambda side: side[0].value)
    return []


def _rival(a: _Demand, b: _Demand) -> bool:
    if a.report == b.report or max(a.value, b.value) > _CLOSE * min(a.value, b.value):
        return False
    if a.purpose and b.purpose and not a.purpose & b.purpose:
        return False
    return apart(a, b) and not clash(a.days, b.days)


def _both_told(a: _Demand, b: _Demand, block: Sequence[_Demand]) -> bool:
    return any(
        d.report == one.report and d.value == two.value for one, two in ((a, b), (b, a)) for d in block
    )


def _demands(telling: Telling) -> Iterator[_Demand]:
    """The sums in a sentence that somebody demands."""
    parse = telling.parse
    for i, pos in enumerate(parse.pos):
        if pos != "NUM" or (i and parse.pos[i - 1] == "NUM"):
            continue
        run = _run(parse, i)
        unit = _unit(parse, run)
        value = number_value(parse, run) if unit else None
        if not unit or value is None or value <= 1:
            continue
        top = _top(parse, run)
        verb = _demanding(parse, top)
        if verb is None or not telling.firm(verb) or _undone(telling, verb):
            continue
        party = _party(telling, verb)
        if party is None or telling.cast.types.get(party) == "unnamed":
            continue
        low, high = room(parse, run, value)
        first = run[0] - 1 if run[0] and parse.words[run[0] - 1] in MONEY else run[0]
        start, end = parse.chars(first, run[-1] + 1)
        said = "".join(c for c in parse.text[start:end] if c not in _CLOSING)
        yield _Demand(
            party=party, value=value, low=low, high=high, unit=unit, purpose=_purpose(parse, top),
            days=telling.dates(verb), line=telling.line(said, [first, run[-1], verb], verb),
        )  # fmt: skip


def _undone(telling: Telling, verb: int) -> bool:
    """Whether a demand is denied ("no, we ask for" is none) or told as an earlier one."""
    parse = telling.parse
    return telling.bygone(verb) or any(
        parse.deps[c] == "neg" or parse.words[c].lower() == "never" for c in parse.children[verb]
    )


def _run(parse: Parse, i: int) -> list[int]:
    """The tokens of a number; a quotation mark may stand before its scale (“5.6” billion)."""
    scales: dict[str, int] = load("conflicts")["scales"]
    run, at = [i], i + 1
    while at < len(parse):
        if parse.words[at] in _CLOSING and at + 1 < len(parse) and parse.words[at + 1].lower() in scales:
            at += 1
        elif parse.pos[at] != "NUM" and parse.words[at].lower() not in scales:
            break
        run.append(at)
        at += 1
    return run


def _unit(parse: Parse, run: Sequence[int]) -> str:
    """The currency of a number, or "%"; "" for anything else."""
    before = parse.words[run[0] - 1] if run[0] else ""
    after = parse.lemmas[run[-1] + 1].lower() if run[-1] + 1 < len(parse) else ""
    if before in MONEY:
        return MONEY[before]
    return CURRENCIES.get(after) or ("%" if after in ("%", "percent", "pct") else "")


def _top(parse: Parse, run: Sequence[int]) -> int:
    return next((i for i in reversed(run) if parse.heads[i] not in run), run[-1])


def _demanding(parse: Parse, top: int) -> int | None:
    """The word that makes a sum a demand: a verb over it, "his demand for", "is non-negotiable"."""
    below = top
    for up in islice(parse.ancestors(top), _UP):
        lemma = parse.lemmas[up].lower()
        link = parse.deps[below]
        if parse.pos[up] == "NOUN" and lemma in _NOUNS and link == "prep":
            return up if parse.child(up, "poss") is not None else None
        if parse.pos[up] in ("VERB", "AUX"):
            if lemma == "be" and link in ("nsubj", "nsubjpass"):
                inner = [parse.words[i].lower() for i in range(up, min(len(parse), up + 6))]
                return up if any(w.endswith(tuple(_FIRM)) for w in inner) and "n't" not in inner else None
            if lemma in _WITH and link == "prep" and parse.lemmas[below].lower() in _WITH[lemma]:
                return up
            if lemma in _PLAIN and link == "dobj":
                return up
            if lemma in _CLAUSAL and link == "ccomp" and _giving(parse, below):
                return up
            if lemma in words("claims", "speech") or link in ("advcl", "relcl", "nsubj"):
                return None
        elif link in ("relcl", "appos") or parse.lemmas[below].lower() in ("than", "from", "by"):
            return None
        below = up
    return None


def _giving(parse: Parse, verb: int) -> bool:
    """Whether a clause has somebody else hand a sum over: "that the port pay 5 million"."""
    return parse.lemmas[verb].lower() in _HANDING and parse.child(verb, "nsubj") is not None


def _party(telling: Telling, verb: int) -> str | None:
    """Who demands it."""
    parse = telling.parse
    if parse.pos[verb] == "NOUN":
        owner = parse.child(verb, "poss")
        return telling.actor(owner) if owner is not None else None
    if parse.lemmas[verb].lower() == "be":
        return telling.teller(verb)
    own = [parse.words[c].lower() for c in parse.children[verb] if parse.deps[c] == "nsubj"]
    if "we" in own or "i" in own:
        return telling.teller(verb)
    return telling.holder(verb)


def _purpose(parse: Parse, top: int) -> frozenset[str]:
    """What a sum is for, in or on, and what it is a sum of; "that project" may be anything."""
    found = set[str]()
    verb = next((u for u in islice(parse.ancestors(top), 3) if parse.pos[u] == "VERB"), None)
    links = (
        [c for c in parse.children[verb] if top not in range(*parse.subtree(c))] if verb is not None else []
    )
    goals = [g for c in links if parse.lemmas[c].lower() in ("for", "on") for g in parse.children[c]]
    found |= {kind_of(parse, g) for g in goals if parse.deps[g] == "pobj" and not _shown(parse, g)}
    for up in (top, parse.heads[top]):
        if parse.pos[up] not in ("NOUN", "NUM", "SYM", "PROPN"):
            continue
        if up != top:
            found.add(kind_of(parse, up))
        stack = [c for c in parse.children[up] if parse.lemmas[c].lower() in ("for", "in", "on", "of")]
        for _ in range(2):
            nouns = [g for c in stack for g in parse.children[c] if parse.deps[g] == "pobj"]
            found |= {kind_of(parse, g) for g in nouns if not _shown(parse, g)}
            stack = [c for g in nouns for c in parse.children[g] if parse.lemmas[c].lower() in ("for", "of")]
    return frozenset(found) - words("conflicts", "general") - {"money", "fund", "funding"}


def _shown(parse: Parse, noun: int) -> bool:
    """Whether a noun only points back: "that project", "it"."""
    return parse.pos[noun] == "PRON" or any(parse.words[c].lower() in _SHOWN for c in parse.children[noun])
