"""A story's readings → units: one clause of one report each, with what it takes to set two side by side."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import Date, Evidence, Quote, Reading, Sentence

from . import claims_roles as roles
from .claims_clauses import Clause, asked_for, clauses_of, supposed
from .claims_nouns import inner_facts
from .claims_numbers import counts_of, ones_of
from .claims_offices import offices
from .story import Story

__all__ = ["Unit", "stem", "units_of"]

_KEPT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "AUX"})
_DENIALS = frozenset(
    {"never", "no", "not", "none", "neither", "nor", "without", "nobody", "nothing", "hardly"}
)
_NAMED = ("person", "organization", "country")
_SUFFIXES = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ates", "ated", "ating", "ate",
    "ements", "ement", "ments", "ment", "nesses", "ness", "ities", "ity", "ings", "ing", "ions",
    "ion", "ances", "ance", "ences", "ence", "ives", "ive", "ers", "er", "ors", "or", "als", "al",
    "ies", "ed", "es", "ly", "s", "e", "y",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Unit:
    """One statement of one report.

    `evidence` covers the clause with its attribution; `text` is the clause alone, made to stand by itself.
    `terms` are its content words by stem and synonym class, and its actors as "@id"; `stated` those that do
    not stand under "if" or "whether"; `predicate` those of its head. `named` are the record actors in reading
    order, `subjects` and `objects` those who do it and to whom or with whom it is done. `dates` are the
    reading's dates that stand in what is stated, not in the attribution; `numbers` what it counts
    (`counts_of`), `alone` what it has one of (`ones_of`). `speaker` is a record actor id. `running` are all
    its words in lower case; `doing` the terms (and actors) of its subject, whichever way the verb is turned.
    `things` are those of its object or complement, `proper` those of the names outside its subject.
    `resolved` is the text for sentence vectors: with names for the pronouns that stand for them, without
    "however". `aside` are those of its dates that stand in a clause inside it, `holder` is the actor whose
    role a titled clause tells. `order` is the unit's place in the story.
    """

    order: int
    reading: Reading
    sentence: Sentence
    parse: Parse
    clause: Clause
    evidence: Evidence
    text: str
    terms: frozenset[str]
    stated: frozenset[str]
    predicate: frozenset[str]
    actors: frozenset[str]
    named: tuple[str, ...]
    subjects: frozenset[str]
    objects: frozenset[str]
    numbers: frozenset[tuple[str, float]]
    dates: tuple[Date, ...]
    negated: bool
    modal: bool
    passive: bool
    infinitive: bool
    direct: bool
    speaker: str | None
    running: tuple[str, ...]
    doing: frozenset[str]
    things: frozenset[str]
    proper: frozenset[str]
    resolved: str
    alone: frozenset[str]
    aside: tuple[Date, ...]
    holder: str | None

    @property
    def report(self) -> str:
        """The id of the report it stands in."""
        return self.evidence.report


@cache
def _classes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for group in load("claims")["synonyms"]:
        for word in group:
            found.setdefault(word, group[0])
    return found


@cache
def stem(lemma: str) -> str:
    """The synonym class of a lemma, or the lemma without its ending ("announcement", "announce")."""
    low = lemma.lower()
    known = _classes().get(low)
    if known is not None:
        return known
    for suffix in _SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= 4:
            return low[: -len(suffix)]
    return low


def units_of(story: Story) -> tuple[Unit, ...]:
    """All statements of the story, in reading order; boilerplate sentences and questions have none.

    The core of a clause and what its nouns tell are statements too: `inner` ones (`claims_nouns`).
    """
    texts, places = [], []
    for reading in story.readings:
        for sentence in reading.sentences:
            if not sentence.boilerplate:
                texts.append(reading.report.text[sentence.start : sentence.end])
                places.append((reading, sentence))
    found: list[Unit] = []
    finders = {r.report.id: _Finder(story, r) for r in story.readings}
    known: dict[int, tuple[Clause, ...]] = {}  # by parse: a line that stands often is taken apart once
    for (reading, sentence), parse in zip(places, story.language.parse(texts), strict=True):
        if parse.text.rstrip(" \"”’'").endswith("?"):
            continue
        finder = finders[reading.report.id]
        if id(parse) not in known:
            clauses = clauses_of(parse)
            known[id(parse)] = (*clauses, *inner_facts(parse, clauses))
        for clause in (*known[id(parse)], *finder.offices(sentence, parse)):
            unit = finder.unit(len(found), sentence, parse, clause)
            if unit is not None:
                found.append(unit)
    return tuple(found)


class _Finder:
    """What one reading knows, addressed by offset."""

    def __init__(self, story: Story, reading: Reading) -> None:
        report = reading.report.id
        self.reading = reading
        self.called = {a.id: a.name for a in story.actors if a.type in _NAMED}
        self.mentions = sorted(
            (m.start, m.end, story.actor_of[report, a.id], m.kind != "nominal")
            for a in reading.actors
            for m in a.mentions
            if (report, a.id) in story.actor_of
        )
        self.mention_starts = [m[0] for m in self.mentions]
        self.dates = sorted(reading.dates, key=lambda d: d.start)
        self.date_starts = [d.start for d in self.dates]
        self.said = sorted(_contents(story, reading), key=lambda c: c[:2])
        self.said_starts = [c[0] for c in self.said]

    def offices(self, sentence: Sentence, parse: Parse) -> Iterator[Clause]:
        """What the sentence says that somebody is, before the name."""
        first = bisect_right(self.mention_starts, sentence.start - 1)
        last = bisect_right(self.mention_starts, sentence.end - 1)
        base = sentence.start
        if any(not named for *_, named in self.mentions[first:last]):
            return offices(parse, [(s - base, e - base, a, n) for s, e, a, n in self.mentions[first:last]])
        return iter(())

    def unit(self, order: int, sentence: Sentence, parse: Parse, clause: Clause) -> Unit | None:
        """The unit of a clause; None where nothing is stated (a stray name, a number, a lone word)."""
        base = sentence.start
        clause = self._after_dateline(base, parse, clause)
        if not clause.tokens:
            return None
        own = [*clause.lent, *clause.tokens]
        dates = self._dates(base, parse, clause.tokens)
        given = self._dates(base, parse, sorted(own)) if clause.lent else dates
        dated = {i for i in own for d in given if d.start - base <= parse.starts[i] < d.end - base}
        who = self._actors(base, parse, own)
        self._own_words(base, parse, clause, who)
        doubtful = _doubtful(parse, clause)
        aside = roles.asides(parse, clause)
        words_of = {
            i: set(_term(parse, i)) for i in own if i not in dated | aside and not (i in who and who[i][1])
        }
        terms = {f"@{a}" for i, (a, _) in who.items() if i not in aside}.union(*words_of.values())
        stated = set[str]().union(*(v for i, v in words_of.items() if i not in doubtful))
        subject = parse.child(clause.head, "nsubj", "nsubjpass")
        verbal = parse.pos[clause.head] in ("VERB", "AUX") and subject is not None
        if not terms or (len(terms) < 2 and not verbal) or _cut_name(parse, clause):
            return None
        first, stop = clause.bounds()
        start, end = parse.chars(first, stop)
        evidence = Evidence(report=self.reading.report.id, start=base + start, end=base + end)
        inner = parse.chars(clause.tokens[0], clause.tokens[-1] + 1)
        speaker, direct = self._speaker(base, parse, clause, base + inner[0], base + inner[1])
        return Unit(
            order=order, reading=self.reading, sentence=sentence, parse=parse, clause=clause,
            evidence=evidence, text=roles.plain_text(parse, clause), terms=frozenset(terms),
            stated=frozenset(stated),
            predicate=_predicate(parse, clause), actors=frozenset(a for a, _ in who.values()),
            named=tuple(dict.fromkeys(who[i][0] for i in sorted(who))), dates=dates,
            numbers=frozenset(counts_of(parse, own, dated)), negated=_negated(parse, clause),
            modal=_modal(parse, clause),
            passive=parse.child(clause.head, "nsubjpass", "auxpass") is not None,
            infinitive=any(parse.tags[c] == "TO" for c in parse.children[clause.head]) and clause.minor,
            direct=direct, speaker=speaker, subjects=roles.subjects(parse, clause, who),
            objects=roles.objects(parse, clause, who),
            doing=frozenset(_of(doer := roles.doer(parse, clause), words_of, who)),
            things=frozenset(_of(roles.things(parse, clause), words_of, who)),
            proper=frozenset(_of(roles.proper(parse, own, doer), words_of, who)),
            resolved=roles.resolved(parse, clause, who, self.called), alone=frozenset(ones_of(parse, own)),
            aside=tuple(d for d in dates if _in_aside(parse, clause, d, base)),
            holder=_holder(parse, clause, who),
            running=tuple(parse.words[i].lower() for i in own if parse.pos[i] != "PUNCT" and i not in aside),
        )  # fmt: skip

    def _after_dateline(self, base: int, parse: Parse, clause: Clause) -> Clause:
        """The clause without what only says where and by whom the report was filed."""
        filed = self.reading.report.dateline_span
        if filed is None or base >= filed.end:
            return clause
        kept = tuple(i for i in clause.tokens if base + parse.starts[i] >= filed.end)
        said = tuple(i for i in clause.said if base + parse.starts[i] >= filed.end)
        return replace(clause, tokens=kept, said=said)

    def _dates(self, base: int, parse: Parse, tokens: Sequence[int]) -> tuple[Date, ...]:
        start, end = base + parse.starts[tokens[0]], base + parse.ends[tokens[-1]]
        at = bisect_right(self.date_starts, start - 1)
        found = []
        inside = {parse.starts[i] + base for i in tokens}
        while at < len(self.dates) and self.dates[at].start < end:
            date = self.dates[at]
            if any(date.start <= s < date.end for s in inside):
                found.append(date)
            at += 1
        return tuple(found)

    def _actors(self, base: int, parse: Parse, tokens: Sequence[int]) -> dict[int, tuple[str, bool]]:
        """Token → record actor and whether by name, for tokens in a mention; the innermost mention counts."""
        found: dict[int, tuple[str, bool]] = {}
        if not self.mentions or not tokens:
            return found
        for i in tokens:
            at = base + parse.starts[i]
            k = bisect_right(self.mention_starts, at) - 1
            for start, end, actor, named in reversed(self.mentions[max(0, k - 3) : k + 1]):
                if start <= at < end:
                    found[i] = actor, named
                    break
        return found

    def _own_words(self, base: int, parse: Parse, clause: Clause, who: dict[int, tuple[str, bool]]) -> None:
        """A "he", "she" or "I" that opens what somebody is reported to say is the one who says it."""
        if clause.speaker is None:
            return
        subject = parse.child(clause.head, "nsubj", "nsubjpass")
        if subject is not None and subject not in who and parse.lemmas[subject].lower() in ("he", "she", "i"):
            heard = self._actors(base, parse, [clause.speaker]).get(clause.speaker)
            if heard is not None:
                who[subject] = heard[0], True

    def _speaker(
        self, base: int, parse: Parse, clause: Clause, start: int, end: int
    ) -> tuple[str | None, bool]:
        """The record actor who says it, and whether in direct speech."""
        k = bisect_right(self.said_starts, start + (end - start) // 2)
        for left, right, who, direct in reversed(self.said[max(0, k - 3) : k]):
            if min(end, right) - max(start, left) >= 0.6 * (end - start):
                return who, direct
        if clause.speaker is not None:
            heard = self._actors(base, parse, [clause.speaker]).get(clause.speaker)
            return (heard[0] if heard else None), False
        return None, False


def _contents(story: Story, reading: Reading) -> Iterator[tuple[int, int, str | None, bool]]:
    """Where somebody's words stand in a reading: start, end, record actor, direct."""
    report = reading.report.id

    def who(quote: Quote) -> str | None:
        return story.actor_of.get((report, quote.speaker)) if quote.speaker else None

    for quote in reading.quotes:
        for span in quote.content:
            yield span.start, span.end, who(quote), quote.kind == "direct"


def _in_aside(parse: Parse, clause: Clause, date: Date, base: int) -> bool:
    """Whether a date stands in a clause inside this one ("bills that passed last year")."""
    own = set(clause.tokens)
    at = next((i for i in clause.tokens if date.start <= base + parse.starts[i] < date.end), clause.head)
    while at != clause.head and at in own:
        if parse.deps[at] in ("relcl", "acl", "advcl", "ccomp"):
            return True
        if parse.heads[at] == at:
            break
        at = parse.heads[at]
    return False


def _holder(parse: Parse, clause: Clause, who: Mapping[int, tuple[str, bool]]) -> str | None:
    """The actor whose role a titled clause tells: the first that it names outside the role."""
    if not clause.titled:
        return None
    ends = (clause.tokens[-1], clause.tokens[0])
    return next((who[i][0] for i in ends if i in who and parse.pos[i] == "PROPN" and i != clause.head), None)


def _cut_name(parse: Parse, clause: Clause) -> bool:
    """Whether an inner clause ends within a name ("as 51-year-old Capt")."""
    last = clause.tokens[-1]
    if not clause.minor or parse.pos[last] != "PROPN":
        return False
    above = parse.heads[last]
    goes_on = parse.deps[last] == "compound" and above > last and above not in clause.tokens
    return goes_on or parse.words[last].lower().rstrip(".") in words("abbreviations", "before_name")


def _term(parse: Parse, i: int) -> Iterator[str]:
    lemma = parse.lemmas[i].lower()
    particle = parse.child(i, "prt") if parse.pos[i] == "VERB" else None
    if particle is not None:
        both = _classes().get(f"{lemma} {parse.lemmas[particle].lower()}")
        if both is not None:
            yield both
            return
    if parse.pos[i] in _KEPT and lemma not in words("claims", "empty") and any(c.isalnum() for c in lemma):
        yield stem(lemma)


def _predicate(parse: Parse, clause: Clause) -> frozenset[str]:
    """Stems of the head and, where it is a light verb ("take place", "be"), of what it leans on."""
    found = set(_term(parse, clause.head))
    whole = parse.child(clause.head, "dobj", "nsubjpass") is not None
    if whole and parse.lemmas[clause.head].lower() in words("claims", "full"):
        found.add(stem(parse.lemmas[clause.head]))
    leaning = [c for c in parse.children[clause.head] if parse.deps[c] in ("xcomp", "acomp", "attr", "dobj")]
    if not found or any(parse.deps[c] == "xcomp" for c in leaning):
        for c in leaning:
            found.update(_term(parse, c))
    if not found:
        for c in parse.children[clause.head]:
            if parse.deps[c] in ("nsubj", "nsubjpass"):
                found.update(_term(parse, c))
    return frozenset(found)


def _of(
    tokens: Iterable[int], words_of: Mapping[int, set[str]], who: Mapping[int, tuple[str, bool]]
) -> Iterator[str]:
    for i in tokens:
        yield from words_of.get(i, ())
        if i in who:
            yield f"@{who[i][0]}"


def _doubtful(parse: Parse, clause: Clause) -> frozenset[int]:
    """The tokens of a clause that stand under "if" or "whether" inside it, or under a demand, a hope or a
    guess ("called on the envoy to resign").
    """
    found: set[int] = set()
    own = set(clause.tokens)
    for i in clause.tokens:
        head = parse.heads[i]
        inner = parse.deps[i] == "mark" and head in own and head != clause.head
        if inner and supposed(parse, head):
            found.update(parse.below(head))
        if i != clause.head and parse.pos[i] in ("VERB", "AUX") and head in own and asked_for(parse, i):
            found.update(parse.below(i))
    return frozenset(found)


def _negated(parse: Parse, clause: Clause) -> bool:
    """Whether the clause denies: a negation on its head, or "no", "never" among what hangs on the head."""
    heads = [clause.head, *(c for c in parse.children[clause.head] if parse.deps[c] in ("xcomp", "acomp"))]
    count = 0
    for head in heads:
        for c in parse.children[head]:
            if parse.deps[c] == "neg" or parse.lemmas[c].lower() in _DENIALS:
                count += 1
            elif parse.deps[c] in ("dobj", "nsubj", "attr", "nsubjpass"):
                count += any(parse.lemmas[g].lower() in _DENIALS for g in parse.children[c])
    count += any(_denied(parse, head) for head in heads) + any(
        parse.lemmas[i].lower() in words("claims", "denying") for i in clause.said if parse.pos[i] == "VERB"
    )
    return count % 2 == 1


def _denied(parse: Parse, head: int) -> bool:
    """Whether a verb denies what hangs on it ("denied meeting the envoy")."""
    return parse.lemmas[head].lower() in words("claims", "denying") and any(
        parse.deps[c] in ("xcomp", "ccomp") and parse.tags[c] == "VBG" for c in parse.children[head]
    )


def _modal(parse: Parse, clause: Clause) -> bool:
    return any(parse.tags[c] == "MD" for c in parse.children[clause.head] if parse.deps[c] == "aux")
