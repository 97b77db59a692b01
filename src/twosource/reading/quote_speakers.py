"""Whom a cue belongs to: the source's noun phrase, and the actor of the cast that it denotes.

The subject of the verb, or of the clause that a participle or a coordinated verb hangs on; the phrase with
its apposition is the source (PolNeAR's convention). Where the cast does not say who it is, there is no
speaker.
"""

from dataclasses import dataclass, replace

from twosource.language import Parse
from twosource.model import Attribution

from .cast import Cast
from .document import Line
from .quote_cues import Cue, frames, is_told, set_in
from .quote_subjects import (
    accuser_of,
    behind_hyphen,
    blamed_for,
    is_sued,
    officer_of,
    subject_before,
    subject_behind_day,
    torn_subject,
    two_subjects,
)
from .relatives import antecedent_of, has_plural_verb

__all__ = [
    "Source",
    "attribution_of",
    "behind",
    "giver_of",
    "is_writer",
    "source_at",
    "source_of",
    "speaker_of",
]

_LOOSE = frozenset(("relcl", "advcl", "parataxis"))
_CLOSERS = frozenset((")", "]", '"', "”", "''"))
_OPENERS = frozenset(('"', "“", "``", "«"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_WRITER = frozenset(("i", "we", "you", "me", "us", "one"))
_FINITE = frozenset(("VBD", "VBP", "VBZ"))
_OBJECTIVE = frozenset(("him", "her", "them", "me", "us"))
_STEPS = 6
_LEADING = frozenset(
    ("lead", "cause", "prompt", "push", "force", "allow", "enable", "persuade", "convince", "get")
)
"""Verbs whose object says what their infinitive says ("leading many to conclude that…")."""
_WORDS = frozenset(
    ("comment", "remark", "word", "criticism", "announcement", "decision", "move", "visit", "talk")
)
"""Doings of somebody that "come as" another does something; they are nobody that speaks."""
_DASHES = frozenset(("—", "–", "--"))
_FROM = frozenset(("from", "by", "of"))
_QUOTING = frozenset(("quote", "cite", "report", "record"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source in a sentence: its phrase is the tokens `first` to `stop`, headed by `head`.

    `denotes` is the head of the phrase that it stands for (of a relative pronoun: the noun before it).
    `sure` is false where the sentence can be read two ways ("Ruiz said Lind had agreed, saying…"); `other` is
    the head of the other reading.
    """

    head: int
    first: int
    stop: int
    denotes: int
    sure: bool = True
    other: int | None = None


def source_of(parse: Parse, cue: Cue, quote_before: bool = False) -> Source | None:
    """The source of a cue; None where the sentence does not give one."""
    sure, other = True, None
    if cue.sort == "according":
        head = parse.child(cue.head, "pobj", "pcomp", "poss")
        if head is None and cue.stop < len(parse):
            head = _head_of_run(parse, cue.stop)
    elif cue.sort == "noun":
        head = _owner(parse, cue.head)
    else:
        verb = cue.head
        if parse.tags[verb] == "VBG" and parse.deps[verb] in ("advcl", "conj"):
            outer = _reporting(parse, parse.heads[verb])
            if outer is not None:
                sure = (
                    parse.lemmas[verb] in frames().outer
                    and parse.lemmas[parse.heads[verb]] not in frames().say
                )
                other = None if sure else _subject(parse, outer, False)
                verb = outer if sure else verb
            elif (two := two_subjects(parse, verb)) is not None:
                further = parse.lemmas[verb] in frames().outer
                if not further and parse.lemmas[two[0]].lower() in frames().documents | _WORDS:
                    return source_at(parse, cue, two[1])  # "Ruiz's remarks came as Lind left, saying…"
                sure = further and parse.lemmas[parse.heads[verb]] in frames().say
                head = _subject(parse, verb, False)
                other = None if sure else next((i for i in two if i != head), None)
        if verb == cue.head and (after := set_in(parse, verb)) is not None:
            return source_at(parse, cue, after, sure)
        told = verb == cue.head and is_told(parse, verb)
        inverted = quote_before and verb == cue.head
        head = _agent(parse, verb) if told else _subject(parse, verb, inverted)
    return replace(source_at(parse, cue, head, sure), other=other) if head is not None else None


def _reporting(parse: Parse, verb: int) -> int | None:
    """The verb of speech in whose content clause a verb stands."""
    for _ in range(_STEPS):
        head, dep = parse.heads[verb], parse.deps[verb]
        if dep == "ccomp" and verb > head:
            return head if parse.lemmas[head] in frames().say else None
        if dep not in ("conj", "xcomp", "advcl") or head == verb:
            return None
        verb = head
    return None


def behind(line: Line, source: Source, filed: int) -> Source:
    """A source without the dateline ("PORT ANSELM — ") that the parse took it together with."""
    parse = line.parse
    first = next((i for i in range(source.first, source.stop) if line.start + parse.starts[i] >= filed), None)
    if first is None or first == source.first:
        return source
    head = source.head
    if head < first:
        nouns = [i for i in range(first, source.stop) if parse.pos[i] in ("NOUN", "PROPN", "PRON")]
        head = next((i for i in nouns if parse.heads[i] < first), nouns[-1] if nouns else source.stop - 1)
    return replace(source, head=head, first=first, denotes=head)


def is_writer(parse: Parse, source: Source) -> bool:
    """Whether the report speaks of itself or its reader ("I think", "as we said")."""
    one_of_them = parse.child(source.head, "prep") is not None
    word = parse.words[source.head]
    return word != "US" and word.lower() in _WRITER and not one_of_them


def _head_of_run(parse: Parse, token: int) -> int | None:
    """The noun that the phrase starting at `token` is headed by, where the parse hung it elsewhere."""
    for head in range(token, min(token + 6, len(parse))):
        if parse.pos[head] in ("PROPN", "NOUN", "PRON") and parse.heads[head] < token:
            return head
    # "According to two of the guests there, as…": the parse made the noun a subject of what follows.
    last = min(token + 6, len(parse))
    subjects = (i for i in range(token, last) if parse.deps[i] == "nsubj" and parse.subtree(i)[0] == token)
    return next(subjects, None)


def source_at(parse: Parse, cue: Cue, head: int, sure: bool = True) -> Source:
    """The source that a token heads: its phrase with its apposition, no clause that hangs on loosely."""
    first, stop = _phrase(parse, head, head >= cue.stop)
    if head < cue.first:
        stop = min(stop, cue.first)
    elif head >= cue.stop:
        first = max(first, cue.stop)
    if cue.sort == "according":
        stop = _before_quotation(parse, head, stop)
    while stop - 1 > head and parse.pos[stop - 1] == "PUNCT" and parse.words[stop - 1] not in _CLOSERS:
        stop -= 1
    while first < head and parse.pos[first] == "PUNCT" and parse.words[first] not in ("(", "["):
        first += 1
    first, stop = _closed(parse, cue, first, stop)
    return Source(head=head, first=first, stop=stop, denotes=_antecedent(parse, head), sure=sure)


def _closed(parse: Parse, cue: Cue, first: int, stop: int) -> tuple[int, int]:
    """A phrase with the comma or dash that closes its apposition, and with a title's opening mark."""
    within = parse.words[first:stop]
    if first and parse.words[first - 1] in _OPENERS and not _CLOSERS.isdisjoint(within[:-1]):
        first -= 1
    behind = parse.words[stop] if stop < len(parse) else ""
    comma = behind == "," and "," in within and (stop + 1 == cue.first or cue.stop <= first)
    dash = behind in _DASHES and behind in within and stop + 1 == cue.first
    return first, stop + (comma or dash)


def _before_quotation(parse: Parse, head: int, stop: int) -> int:
    """Where a source ends before words in quotation marks ("in the words of Ruiz, "a disaster"")."""
    marks = (i for i in range(head + 1, stop) if parse.words[i] in _OPENERS and parse.words[i - 1] == ",")
    return next(marks, stop)


def _phrase(parse: Parse, head: int, behind: bool) -> tuple[int, int]:
    """The noun phrase of `head` without the clauses that hang on it loosely; behind its cue, with "who…"."""
    first, last = head, head
    for k in parse.children[head]:
        if not _is_loose(parse, k, behind):
            low, stop = parse.subtree(k)
            first, last = min(first, low), max(last, stop - 1)
    return first, last + 1


def _is_loose(parse: Parse, token: int, behind: bool) -> bool:
    """Whether a clause only adds to the noun that it hangs on: a relative clause behind a comma, an aside, a
    day ("the report on Monday").
    """
    if parse.deps[token] not in _LOOSE:
        return parse.deps[token] == "prep" and parse.words[token].lower() == "on" and _is_dated(parse, token)
    first = parse.subtree(token)[0]
    if parse.deps[token] != "relcl" or not first:
        return True
    return parse.pos[first - 1] == "PUNCT" and not (behind and parse.words[first].lower() == "who")


def _is_dated(parse: Parse, prep: int) -> bool:
    day = parse.child(prep, "pobj")
    return any(day is not None and e.start <= day < e.end and e.label == "DATE" for e in parse.entities)


def _antecedent(parse: Parse, head: int) -> int:
    """What a relative pronoun stands for; any other head stands for itself."""
    if parse.words[head].lower() not in _RELATIVE:
        return head
    noun = antecedent_of(parse, head)
    return head if noun is None else noun


def _subject(parse: Parse, verb: int, quote_before: bool) -> int | None:
    """The subject of a verb, if need be that of the clause it hangs on."""
    for _ in range(_STEPS):
        if parse.deps[verb] == "pcomp" and (quoted := _quoted(parse, verb)) is not None:
            return quoted
        if parse.deps[verb] == "pcomp" and (blamed := blamed_for(parse, verb)) is not None:
            return blamed
        passive = False
        for i in parse.children[verb]:
            if parse.deps[i] == "nsubj" and not is_sued(parse, verb):
                return behind_hyphen(parse, verb, i)
            passive = passive or parse.deps[i] in ("nsubjpass", "auxpass")
        if passive:
            return _agent(parse, verb)
        if quote_before and (after := _inverted(parse, verb)) is not None:
            return after
        quote_before = False
        head, dep = parse.heads[verb], parse.deps[verb]
        if head == verb:
            return subject_before(parse, verb) or subject_behind_day(parse, verb)
        if dep == "acl":
            return _described(parse, verb, head)
        if dep == "conj" and (torn := torn_subject(parse, verb)) is not None:
            return torn
        if dep == "pcomp":
            head = parse.heads[head]
        elif (
            dep == "xcomp"
            and parse.lemmas[head] in _LEADING
            and (led := parse.child(head, "dobj")) is not None
        ):
            return led
        elif dep not in ("conj", "advcl", "xcomp", "dep", "ccomp") or (
            dep == "ccomp" and parse.tags[verb] != "VBG" and not is_told(parse, head)
        ):
            return None
        if parse.pos[head] not in ("VERB", "AUX"):
            return None
        verb = head
    return None


def _quoted(parse: Parse, verb: int) -> int | None:
    """Whom somebody quotes: "the agency quoted Ruiz as saying", "Ruiz was quoted as saying"."""
    prep = parse.heads[verb]
    quoting = parse.heads[prep]
    if parse.lemmas[prep].lower() != "as" or parse.lemmas[quoting] not in _QUOTING:
        return None
    if parse.deps[quoting] == "acl":
        return parse.heads[quoting]
    return parse.child(quoting, "nsubjpass" if parse.child(quoting, "auxpass") is not None else "dobj")


def _agent(parse: Parse, verb: int) -> int | None:
    """Who does what a passive says."""
    agent = parse.child(verb, "agent")
    return parse.child(agent, "pobj") if agent is not None else None


def _inverted(parse: Parse, verb: int) -> int | None:
    """The speaker behind the verb ("…," said Ruiz); what is told something more is not the speaker."""
    after = parse.child(verb, "dobj", "attr", "npadvmod")
    if after is None or parse.words[after].lower() in _OBJECTIVE:
        return None
    if after != verb + 1 or parse.pos[after] not in ("PROPN", "PRON") or parse.tags[verb] not in _FINITE:
        return None
    more = (i for i in parse.children[verb] if i > after and parse.deps[i] in ("ccomp", "xcomp"))
    return after if next(more, None) is None else None


def _described(parse: Parse, verb: int, noun: int) -> int | None:
    """The noun that a participle says something of ("a letter saying that…"), if it can be a source.

    A past form with a clause of its own is no participle, whatever the parse says ("a source close to the
    talks confirmed that…"): its subject is the whole phrase before it.
    """
    if parse.tags[verb] != "VBG":
        if parse.child(verb, "ccomp") is None:
            return None
        for _ in range(_STEPS):
            if parse.deps[noun] != "pobj":
                break
            noun = parse.heads[parse.heads[noun]]
    elif (accuser := accuser_of(parse, noun)) is not None:
        return accuser
    return noun if parse.pos[noun] in ("NOUN", "PROPN", "PRON") else None


def _owner(parse: Parse, noun: int) -> int | None:
    """Whose claim it is: the possessor, or whom it comes from."""
    owner = parse.child(noun, "poss")
    if owner is not None:
        return owner
    for i in parse.children[noun]:
        if parse.deps[i] == "prep" and parse.lemmas[i].lower() in ("from", "by"):
            return parse.child(i, "pobj")
    return None


def speaker_of(line: Line, source: Source, cast: Cast) -> str | None:
    """The actor of the source's head, else of its apposition, else, of a document, of its giver."""
    parse, head = line.parse, source.denotes
    if not source.sure:  # "Ruiz said he had agreed, saying…": both readings may mean one
        found = cast.of_token(line, head)
        return found if source.other is not None and cast.of_token(line, source.other) == found else None
    together = _together(line, source, cast)
    if together is not None:
        return together
    officer = officer_of(parse, head, source.stop) if source.head == head else None
    found = cast.of_token(line, head if officer is None else officer)
    alone = parse.tags[head] in ("NN", "NNP") and source.head != head and has_plural_verb(parse, source.head)
    if alone and found is not None and cast.actor(found).type not in ("group", "unnamed"):
        return None  # "officials at the ministry, who were…"
    if found is None and source.head != head:
        found = cast.of_token(line, source.head)  # "the wrath of Ruiz, who said…": the cast knows better
    if found is None or cast.actor(found).type != "person" or parse.pos[head] != "PROPN":
        for i in parse.children[head]:
            named = cast.of_token(line, i) if parse.deps[i] == "appos" else None
            better = named is not None and parse.pos[i] == "PROPN" and cast.actor(named).type == "person"
            if found is not None and cast.actor(found).type == "organization" and parse.pos[head] == "PROPN":
                better = False  # "according to The Courier, Ruiz …": a body that is named is no person
            if named is not None and (found is None or better):
                return named
    if found is not None:
        return found
    if parse.lemmas[head].lower() in frames().documents:
        giver = giver_of(parse, head)
        if giver is not None:
            return cast.of_token(line, giver)
    return None


def _together(line: Line, source: Source, cast: Cast) -> str | None:
    """The group that several speak as ("Ruiz and Lindqvist said"), where the cast has it."""
    parse, head = line.parse, source.denotes
    last = next((i for i in reversed(parse.children[head]) if parse.deps[i] == "conj"), head)
    if last < head:
        return None
    low, high = line.start + parse.starts[head], line.start + parse.ends[last]
    over = [s for s in cast.within(low, high) if s.start <= low and s.end >= high]
    if last == head:  # the parser hangs the others on the last: then the group opens the phrase
        begin = line.start + parse.starts[source.first]
        over = [s for s in over if begin <= s.start < low and s.end == high and s.kind == "name"]
        over = [s for s in over if cast.actor(s.actor).type == "group"]
    found = min(over, key=lambda s: (s.end - s.start, s.start), default=None)
    return found.actor if found is not None and cast.actor(found.actor).type in ("group", "unnamed") else None


def giver_of(parse: Parse, noun: int) -> int | None:
    """Who gave a document out ("a statement from the ministry", "the senator's tweet")."""
    owner = parse.child(noun, "poss")
    if owner is not None:
        return owner
    for i in parse.children[noun]:
        if parse.lemmas[i].lower() in _FROM and parse.deps[i] in ("prep", "agent"):
            return parse.child(i, "pobj")
    return None


def attribution_of(line: Line | None, source: Source | None, speaker: str | None, cast: Cast) -> Attribution:
    """How the source is given: by name, as a body, without a name, or not at all."""
    if speaker is not None:
        kind = cast.actor(speaker).type
        if kind == "group" and line is not None and source is not None:
            return "named" if line.parse.pos[source.denotes] == "PROPN" else "organization"
        if kind == "person":
            return "named"
        return "unnamed" if kind == "unnamed" else "organization"
    if line is None or source is None or line.parse.pos[source.denotes] == "PRON":
        return "none"
    parse, head = line.parse, source.denotes
    if parse.pos[head] != "PROPN":
        return "unnamed"
    label = next((e.label for e in parse.entities if e.start <= head < e.end), None)
    return "named" if label == "PERSON" else "organization"
