"""Subjects that the parse hung elsewhere, and accusers that it took for the accused."""

from collections.abc import Sequence

from twosource.language import Parse
from twosource.lexicon import words

from .quote_cues import Cue, frames

__all__ = [
    "accuser_of",
    "behind_hyphen",
    "blamed_for",
    "is_accused",
    "is_sued",
    "officer_of",
    "opened",
    "outside_marks",
    "subject_before",
    "subject_behind_day",
    "torn_subject",
    "two_subjects",
]

_BESIDE = frozenset(("aux", "neg", "advmod"))
_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON"))
_FINITE = frozenset(("VBD", "VBP", "VBZ"))
_STEPS = 6
_BESIDES = frozenset(
    ("as", "after", "when", "while", "before", "since", "until", "once", "because", "though", "although")
)


def torn_subject(parse: Parse, verb: int) -> int | None:
    """The subject that the parse joined to the clause before ("denied it owed Lind and Ruiz has denied…")."""
    beside = [i for i in parse.children[verb] if i < verb and parse.deps[i] in _BESIDE]
    noun = min([verb, *beside]) - 1
    finite = [i for i in (verb, *beside) if parse.tags[i] in _FINITE]
    if noun < 1 or not finite or parse.pos[noun] != "PROPN" or parse.deps[noun] != "conj":
        return None
    first = min(parse.subtree(noun)[0], noun)
    return noun if first and parse.words[first - 1].lower() in ("and", "but", "while") else None


def two_subjects(parse: Parse, participle: int) -> tuple[int, int] | None:
    """The subjects of a main clause and of the "as" or "after" clause behind it, either of whom a participle
    behind both may go with ("Ruiz left as Lind spoke, saying that…"); None where there is one reading.
    """
    above = parse.heads[participle]
    inner = above if parse.deps[above] == "advcl" else None
    if inner is None:
        between = (i for i in parse.children[above] if above < i < participle and parse.deps[i] == "advcl")
        inner = next((i for i in between if opened(parse, i)), None)
    if inner is None or not opened(parse, inner):
        return None
    outer = parse.heads[inner]
    if not outer < inner < participle or parse.words[participle - 1] not in (",", "—", "–"):
        return None
    main, beside = (parse.child(v, "nsubj", "nsubjpass") for v in (outer, inner))
    if main is None or beside is None or parse.words[main].lower() == parse.words[beside].lower():
        return None
    return None if parse.pos[beside] == "PRON" else (main, beside)


def opened(parse: Parse, verb: int) -> bool:
    """Whether a clause starts with "as", "after" or the like."""
    return any(i < verb and parse.words[i].lower() in _BESIDES for i in parse.children[verb])


def subject_before(parse: Parse, root: int) -> int | None:
    """The subject of a sentence's first verb, where the parse made its last the main one ("S came, saw…")."""
    left = parse.child(root, "ccomp")
    if left is None or left > root or parse.tags[root] not in _FINITE:
        return None
    if parse.lemmas[root] in frames().say:
        # "The mayor, who built the port and has also been a judge, said that…": what is said stands behind.
        marks = (
            parse.child(i, "mark") for i in parse.children[root] if i > root and parse.deps[i] == "ccomp"
        )
        if next(marks, None) is None:
            return None
    return parse.child(left, "nsubj")


def subject_behind_day(parse: Parse, root: int) -> int | None:
    """The subject that the parse hung on the day or place before it ("In May, Ruiz, 68, had said…")."""
    for i in parse.children[root]:
        if i > root or parse.deps[i] not in ("npadvmod", "prep"):
            continue
        noun = i if parse.deps[i] == "npadvmod" else parse.child(i, "pobj")
        named = parse.child(noun, "appos") if noun is not None else None
        inner = None
        if noun is not None and named is None:
            giving = parse.child(noun, "acl")  # "In a letter released by Mr. Lind, Ruiz, …, said"
            inner = parse.child(noun, "prep") if giving is None else parse.child(giving, "agent")
        if inner is not None and (last := parse.child(inner, "pobj")) is not None:
            noun, named = last, parse.child(last, "appos")  # "In a post to the council, Ruiz, …, said"
        if noun is None or named is None or not noun < named < root or parse.pos[named] != "PROPN":
            continue
        dated = any(e.start <= noun < e.end and e.label == "DATE" for e in parse.entities)
        person = any(e.start <= named < e.end and e.label == "PERSON" for e in parse.entities)
        if dated or (
            person and parse.words[parse.subtree(named)[0] - 1] == "," and parse.words[root - 1] == ","
        ):
            return named
    return None


def is_sued(parse: Parse, verb: int) -> bool:
    """Whether the parse took whom somebody sues for who claims what ("sued Ruiz alleging fraud")."""
    return (
        parse.tags[verb] == "VBG" and parse.deps[verb] == "ccomp" and parse.lemmas[parse.heads[verb]] == "sue"
    )


def accuser_of(parse: Parse, noun: int) -> int | None:
    """Who, or what, accuses: of "filed a suit against Ruiz and Lind alleging…" whoever filed it."""
    for _ in range(_STEPS):
        if parse.deps[noun] != "conj":
            break
        noun = parse.heads[noun]
    prep = parse.heads[noun]
    if parse.deps[noun] == "dobj" and parse.lemmas[prep] == "sue":
        return parse.child(prep, "nsubj")
    if parse.deps[noun] != "pobj" or parse.lemmas[prep] != "against":
        return None
    host = parse.heads[prep]
    if parse.pos[host] == "NOUN" and parse.deps[host] == "dobj":
        host = parse.heads[host]
    return host if parse.pos[host] == "NOUN" else parse.child(host, "nsubj", "nsubjpass")


def blamed_for(parse: Parse, verb: int) -> int | None:
    """Whom somebody blames, praises or stops for saying something ("criticized Ruiz for requesting it")."""
    prep = parse.heads[verb]
    judge = parse.heads[prep]
    if parse.lemmas[prep] not in ("for", "of", "from") or parse.pos[judge] != "VERB":
        return None
    blamed = parse.child(judge, "dobj", "nsubjpass")
    return blamed if blamed is not None and (blamed < prep or parse.deps[blamed] == "nsubjpass") else None


def is_accused(parse: Parse, cue: Cue, noun: int) -> bool:
    """Whether a participle tells what is alleged against a noun, not by it ("sued Ruiz, alleging…")."""
    if parse.tags[cue.head] != "VBG" or noun > cue.first:
        return False
    sued = parse.heads[cue.head] if is_sued(parse, cue.head) else noun
    return sued != noun or accuser_of(parse, noun) not in (None, noun)


def outside_marks(parse: Parse, cue: Cue, head: int, flags: Sequence[bool]) -> tuple[int, int] | None:
    """The tokens of the name or noun between a quotation and its cue ("…and the Port Office," Lind wrote),
    where the parse took a word within the quotation for the subject; None where it did not.
    """
    if cue.sort != "verb" or flags[cue.head] or not flags[head] or head > cue.first:
        return None
    first = cue.first
    while first > 0 and not flags[first - 1]:
        first -= 1
    while first < cue.first and parse.pos[first] == "PUNCT":
        first += 1
    stop = first
    while stop < cue.first and parse.pos[stop] in _NOMINAL:
        stop += 1
    if stop == first or parse.pos[stop - 1] not in ("PROPN", "PRON", "NOUN"):
        return None
    return (first, stop) if stop == cue.first or parse.words[stop] == "," else None


def officer_of(parse: Parse, head: int, stop: int) -> int | None:
    """The person whom a body's name in front makes its officer ("Guild of Bakers President Ana Ruiz said"),
    where the parser hangs the name on the body; `stop` ends the phrase.
    """
    last = stop - 1
    if parse.tags[head] not in ("NNP", "NNPS") or last - 3 <= head or parse.deps[last] != "pobj":
        return None
    if parse.heads[parse.heads[last]] != head or "," in parse.words[head:last]:
        return None
    before = (i for i in parse.children[last] if parse.deps[i] == "compound" and i > head + 1)
    offices = words("offices", "roles")
    return last if any(parse.words[i].lower() in offices for i in before) else None


def behind_hyphen(parse: Parse, verb: int, subject: int) -> int:
    """The name behind an office with a hyphen, of which the parser makes several subjects ("said union
    co-founder Ana Ruiz"); any other subject as it is.
    """
    if subject + 1 >= len(parse) or parse.words[subject + 1] != "-":
        return subject
    names = (
        i
        for i in parse.children[verb]
        if subject < i < subject + _STEPS and parse.deps[i] == "nsubj" and parse.tags[i] == "NNP"
    )
    return next(names, subject)
