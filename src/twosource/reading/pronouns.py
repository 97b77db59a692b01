"""Pronouns → actors, sentence by sentence, by salience (after Lappin & Leass 1994, much reduced).

Subjects weigh most, the weight of a sentence fades in the next; gender and number must fit. Where two actors
weigh nearly the same, the pronoun stays unresolved. Pronouns inside quotation marks are left alone: whom a
speaker means is not said by the report.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from twosource.language import Parse

from .actor_groups import Draft, Drafts
from .document import Line
from .pronoun_doubts import draft_at, is_doubtful, is_only_one, is_strange, is_torn
from .pronoun_turns import Turn, is_answer, is_crowded, says, turn_of
from .quoted_stretches import quoted_stretches
from .relatives import antecedent_of

__all__ = ["add_pronouns"]

_SINGULAR = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
_PLURAL = frozenset(("they", "them", "their", "themselves"))
_THINGS = frozenset(("it", "its", "itself"))
_PRONOUNS = frozenset(_SINGULAR) | _PLURAL | _THINGS | {"who"}
_FADE = 0.45
_WEIGHTS = {
    "nsubj": 4.0,
    "nsubjpass": 3.5,
    "agent": 2.5,
    "dobj": 1.6,
    "dative": 1.6,
    "pobj": 1.3,
    "poss": 1.2,
    "appos": 1.5,
}
_CAUSING = frozenset(("ensure", "make", "let", "see"))
_NO_FLAGS = (False,) * 2000
_CLEAR = 1.35  # the best must outweigh the next by this much


_Before = tuple[Line, Sequence[bool], Sequence[tuple[int, int, int]]]
"""A sentence, which of its tokens are quoted, and its mentions (start, end, draft)."""


@dataclass(slots=True, kw_only=True)
class _Memory:
    """How present each actor is, by its index among the drafts, and who spoke in the sentence before."""

    drafts: Sequence[Draft]
    weights: dict[int, float] = field(default_factory=dict)
    before: _Before | None = None
    read: Turn | None = None

    @property
    def turn(self) -> Turn:
        """Who spoke in the sentence before; read only where a pronoun asks for it."""
        if self.read is None:
            self.read = _turn(self.drafts, *self.before) if self.before is not None else Turn()
        return self.read

    def fade(self) -> None:
        self.weights = {k: w * _FADE for k, w in self.weights.items() if w * _FADE > 0.05}

    def add(self, actor: int, weight: float) -> None:
        self.weights[actor] = max(self.weights.get(actor, 0.0), weight) + 0.1 * min(
            weight, self.weights.get(actor, 0.0)
        )


def add_pronouns(drafts: Drafts, lines: Sequence[Line], text: str) -> None:
    """Mentions of kind pronoun on the drafts that they mean; one that nobody fits is left alone."""
    quoted = quoted_stretches(text)
    starts = [a for a, _ in quoted]
    places = sorted((a, b, n) for n, d in enumerate(drafts.drafts) for a, b, _ in d.places)
    memory, at = _Memory(drafts=drafts.drafts), 0
    for line in lines:
        whole = _is_whole(quoted, starts, line)
        if not whole:
            memory.fade()
        here: list[tuple[int, int, int]] = []
        while at < len(places) and places[at][0] < line.end:
            if places[at][0] >= line.start:
                here.append(places[at])
            at += 1
        flags = _flags(line, quoted, starts)
        _read_line(drafts, memory, line, here, flags)
        if not whole:
            memory.before, memory.read = (line, flags, here), None


def _turn(
    drafts: Sequence[Draft], line: Line, flags: Sequence[bool], here: Sequence[tuple[int, int, int]]
) -> Turn:
    owner = partial(draft_at, here, line)
    return turn_of(line, flags, owner, [n for _, _, n in here], partial(is_strange, drafts=drafts))


def _is_whole(quoted: list[tuple[int, int]], starts: list[int], line: Line) -> bool:
    """Whether a line is all quotation: nobody is told of there, so nobody fades."""
    i = bisect_right(starts, line.start) - 1
    return i >= 0 and quoted[i][0] <= line.start and quoted[i][1] >= line.end - 1


def _flags(line: Line, quoted: list[tuple[int, int]], starts: list[int]) -> Sequence[bool]:
    """Which tokens of a line stand in quotation marks."""
    low = bisect_right(starts, line.start)
    before = low > 0 and quoted[low - 1][1] > line.start
    if (
        not before
        and not (low < len(starts) and starts[low] < line.end)
        and len(line.parse) <= len(_NO_FLAGS)
    ):
        return _NO_FLAGS
    flags = [False] * len(line.parse)
    for start, end in quoted[low - before : bisect_left(starts, line.end)]:
        first, stop = line.tokens_of(max(start, line.start), min(end, line.end))
        flags[first:stop] = [True] * (stop - first)
    return flags


def _read_line(
    drafts: Drafts,
    memory: _Memory,
    line: Line,
    here: list[tuple[int, int, int]],
    flags: Sequence[bool],
) -> None:
    parse = line.parse
    events: list[tuple[int, int, int]] = []  # token, actor, -1 for a pronoun
    for start, end, actor in here:
        _, stop = line.tokens_of(start, end)
        if stop:
            events.append((stop - 1, 0, actor))
    events.extend(
        (i, 1, -1) for i, p in enumerate(parse.pos) if p == "PRON" and parse.words[i].lower() in _PRONOUNS
    )
    for token, _, actor in sorted(events):
        start = line.start + parse.starts[token]
        inside = flags[token]
        if actor >= 0 and inside and actor not in memory.weights:
            continue  # somebody addressed or spoken of in a quote is not who "he said" means
        if actor >= 0:
            memory.add(actor, _weight(parse, token) * (0.1 if inside else 1.0))
            continue
        if inside:
            continue
        found = _goes_on(drafts, memory, line, here, flags, token)
        if found is None and not _is_theirs(memory, line, here, token):
            found = _antecedent(drafts, memory, line, here, flags, token)
        if found is not None:
            drafts.drafts[found].add(start, line.start + parse.ends[token], "pronoun")
            here.append((start, line.start + parse.ends[token], found))
            word = parse.words[token].lower()
            draft = drafts.drafts[found]
            if word in _SINGULAR and draft.gender is None:
                draft.gender = _SINGULAR[word]
            memory.add(found, _weight(parse, token) * 0.9)


def _weight(parse: Parse, token: int) -> float:
    while parse.deps[token] == "conj" and parse.heads[token] != token:
        token = parse.heads[token]  # "Roe and Lind met": both are the subject
    weight = _WEIGHTS.get(
        parse.deps[token], 0.15 if parse.deps[token] in ("compound", "nmod", "amod") else 1.0
    )
    if parse.deps[token] == "npadvmod" and parse.tags[token] == "NNP" and parse.heads[token] > token:
        weight = 3.0  # a subject that the parser took for an adverb ("Mr. Roe projected calm")
    if parse.deps[token] == "nsubj" and parse.deps[parse.heads[token]] in ("relcl", "advcl", "acl"):
        weight *= 0.6
    elif parse.deps[token] == "nsubj" and _is_brought_about(parse, parse.heads[token]):
        weight *= 0.5
    return weight


def _is_brought_about(parse: Parse, verb: int) -> bool:
    """Whether a clause is what somebody else makes sure of ("she does anything to make sure Ruiz wins")."""
    head = parse.heads[verb]
    if parse.deps[verb] != "ccomp" or head > verb:
        return False
    return parse.pos[head] == "ADJ" or parse.lemmas[head] in _CAUSING


def _goes_on(
    drafts: Drafts,
    memory: _Memory,
    line: Line,
    here: Sequence[tuple[int, int, int]],
    flags: Sequence[bool],
    token: int,
) -> int | None:
    """The speaker of the sentence before, where the pronoun says more; its subject, where it "also" acts."""
    parse, word = line.parse, line.parse.words[token].lower()
    if parse.deps[token] != "nsubj" or word == "who":
        return None
    verb = says(parse, token)
    also = any(parse.words[i].lower() == "also" for i in parse.children[parse.heads[token]])
    if (verb is None and not also) or memory.turn.unknown:
        return None
    turn, fitting = memory.turn, set[int]()
    if verb is not None and not is_answer(parse, verb):
        fitting = {n for n in turn.speakers if _fits(drafts.drafts[n], word)}
    if not fitting and turn.subject is not None and _fits(drafts.drafts[turn.subject], word):
        sure = turn.paragraph == line.paragraph or _known_gender(drafts.drafts[turn.subject], word)
        alone = sure and verb is not None and not turn.speakers and word in _SINGULAR
        others = (n for n in turn.present if n != turn.subject and _fits(drafts.drafts[n], word))
        if also or (alone and next(others, None) is None):
            fitting = {turn.subject}
    if len(fitting) != 1:
        return None
    (found,) = fitting
    for start, end, n in here:
        first, stop = line.tokens_of(start, end)
        before = first < stop <= token and not flags[stop - 1]
        if before and n != found and _fits(drafts.drafts[n], word):
            return None
    return found


def _is_theirs(memory: _Memory, line: Line, here: Sequence[tuple[int, int, int]], token: int) -> bool:
    """Whether "they" are the several who spoke together in the sentence before, whom no one actor is."""
    if line.parse.words[token].lower() not in _PLURAL or not memory.turn.many:
        return False
    start = line.start + line.parse.starts[token]
    return not any(end <= start for _, end, _ in here)


def _antecedent(
    drafts: Drafts,
    memory: _Memory,
    line: Line,
    here: list[tuple[int, int, int]],
    flags: Sequence[bool],
    token: int,
) -> int | None:
    """The index of the draft that a pronoun means; None when none fits, or two fit about as well."""
    parse = line.parse
    word = parse.words[token].lower()
    if word == "who":
        found = _of_relative(here, line, token)
        return None if found is not None and is_only_one(parse, token, drafts.drafts[found]) else found
    barred = set(_same_clause(here, line, token))
    matrix = dict(_matrix_subjects(here, line, token))
    if word in _PLURAL and is_crowded(line, token, bool(matrix), partial(draft_at, here, line)):
        return None
    named = {n for _, _, n in here if drafts.drafts[n].names}
    ranked = sorted(
        (
            (
                w * _doubt(drafts.drafts[a], word) * _faded(drafts.drafts[a], a, here, named)
                + (2.0 if a in matrix else 0.0),
                -a,
            )
            for a, w in memory.weights.items()
            if a not in barred and _fits(drafts.drafts[a], word)
        ),
        reverse=True,
    )
    if not ranked:
        return None
    if len(ranked) > 1:
        sure = _known_gender(drafts.drafts[-ranked[0][1]], word) and not _known_gender(
            drafts.drafts[-ranked[1][1]], word
        )
        if ranked[0][0] < ranked[1][0] * (1.05 if sure else _CLEAR):
            return None
    best = -ranked[0][1]
    if ranked[0][0] < 0.2 or _aside(line, here, token, best, {-a for _, a in ranked}):
        return None
    if is_torn(parse, token, best, matrix):
        return None
    doubtful = is_doubtful(line, token, best, here, flags, drafts.drafts, lambda: memory.turn)
    return None if doubtful else best


def _aside(
    line: Line, here: Sequence[tuple[int, int, int]], token: int, best: int, fitting: set[int]
) -> bool:
    """Whether a "when" clause hangs on somebody named after `best` ("her talk with Vega, when he …"): it may
    tell of either, so it tells of nobody.
    """
    parse = line.parse
    verb = parse.heads[token]
    hinge = next((i for i in parse.children[verb] if parse.words[i].lower() in ("when", "where")), None)
    if hinge is None or hinge == 0 or parse.words[hinge - 1] != ",":
        return False
    start = line.start + parse.starts[token]
    named = [n for _, end, n in sorted(here) if end <= start and n in fitting]
    return bool(named) and named[-1] != best


def _doubt(draft: Draft, word: str) -> float:
    """How far an actor of unknown gender counts for "he" or "she"."""
    return 0.5 if word in _SINGULAR and draft.gender is None else 1.0


def _faded(draft: Draft, index: int, here: Sequence[tuple[int, int, int]], named: AbstractSet[int]) -> float:
    """How far somebody without a name, told of once and in an earlier sentence, counts where another is named
    in this one ("Ruiz said his own brother was against it. Ruiz's worry was …, and he wants").
    """
    past = not draft.names and len(draft.places) == 1 and named and all(n != index for _, _, n in here)
    return 0.7 if past else 1.0


def _known_gender(draft: Draft, word: str) -> bool:
    return draft.gender is not None and draft.gender == _SINGULAR.get(word)


def _fits(draft: Draft, word: str) -> bool:
    if word in _SINGULAR:
        single = draft.type == "person" or (draft.type == "unnamed" and not draft.plural)
        return single and draft.gender in (None, _SINGULAR[word])
    if word in _THINGS:
        return draft.type in ("organization", "country")
    return draft.plural or draft.type == "group"


def _of_relative(here: Sequence[tuple[int, int, int]], line: Line, token: int) -> int | None:
    """The actor whose name or description the relative clause of this "who" hangs on; where the parse hung it
    on a thing ("the wrath of Ruiz, who…"), the actor named right before it.
    """
    parse = line.parse
    verb = parse.heads[token]
    for head in (verb, *parse.ancestors(verb)):
        if parse.deps[head] == "relcl":
            noun = antecedent_of(parse, token)
            found = draft_at(here, line, parse.heads[head] if noun is None else noun)
            if noun is not None and noun != parse.heads[head]:
                return found
            last = token - 2 if token > 1 and parse.words[token - 1] == "," else token - 1
            if found is None and last >= 0 and parse.heads[head] in islice(parse.ancestors(last), 8):
                return draft_at(here, line, last)
            return found
    return None


def _same_clause(here: Sequence[tuple[int, int, int]], line: Line, token: int) -> Iterator[int]:
    """Actors that a pronoun cannot mean: the subject of its own clause, when it is that clause's object."""
    parse = line.parse
    if parse.deps[token] not in ("dobj", "pobj", "dative"):
        return
    head = parse.heads[token]
    if parse.deps[token] == "pobj":
        head = parse.heads[head]
    for i in parse.children[head]:
        if parse.deps[i] in ("nsubj", "nsubjpass") and (found := draft_at(here, line, i)) is not None:
            yield found


def _matrix_subjects(
    here: Sequence[tuple[int, int, int]], line: Line, token: int
) -> Iterator[tuple[int, int]]:
    """Subjects of the clauses that the pronoun's clause hangs on ("Ruiz" for "he" in "Ruiz said he …"): whose
    draft, and the token."""
    parse = line.parse
    verb = next((a for a in parse.ancestors(token) if parse.pos[a] in ("VERB", "AUX")), None)
    if verb is None:
        return
    for above in (verb, *parse.ancestors(verb)):
        if above == verb and parse.deps[token] in ("nsubj", "nsubjpass"):
            continue
        for i in parse.children[above]:
            if (
                parse.deps[i] in ("nsubj", "nsubjpass")
                and i != token
                and (found := draft_at(here, line, i)) is not None
            ):
                yield found, i
