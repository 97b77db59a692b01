"""What an editor is asked about a conflict: "On which day is the trial of Otto Krane to begin?"."""

import re
from collections.abc import Sequence
from itertools import islice

from twosource.language import Parse
from twosource.model import ConflictAbout

from .conflicts_frames import Frame
from .conflicts_lines import particle
from .conflicts_tellings import Telling
from .conflicts_topics import classes

__all__ = ["asked", "lowered", "named", "noun_words", "whether"]

_LONGEST = 9  # tokens of a subject or object that a question repeats


def asked(about: ConflictAbout, a: Frame, b: Frame, values: Sequence[str] = ()) -> str:
    """A question that both frames answer, in the words of the one that says it most plainly.

    `values` are the answers, which the question must not give away.
    """
    frame = min((a, b), key=lambda f: (_awkward(f), len(f.unit.clause.tokens), f.unit.order))
    if about in ("person", "attribution"):
        return _who((a, b), frame)
    question = _asked(about, frame, a, b)
    for value in values:
        question = re.sub(rf" (?:in|at|near|outside|off|to) (?:the )?{re.escape(value)}\b", "", question)
    return question


def _asked(about: ConflictAbout, frame: Frame, a: Frame, b: Frame) -> str:
    opener = "Where" if about == "place" else _when((a, b))
    parse = frame.telling.parse
    if parse.pos[frame.token] != "VERB":
        return f"{opener} {_of_occasion(frame)}?"
    return f"{opener} {_of_deed(frame)}?"


def _awkward(frame: Frame) -> int:
    """0 for a deed with its subject beside it."""
    parse = frame.telling.parse
    bare = parse.tags[frame.token] == "VBN" and parse.child(frame.token, "aux", "auxpass") is None
    return (
        int(bare) + int(frame.telling.subject(frame.token) is None) + int(not (frame.doers or frame.things))
    )


def _when(frames: Sequence[Frame]) -> str:
    days = [d for f in frames for d in f.days]
    return "On which day" if all(d.earliest == d.latest for d in days) else "When"


def _of_occasion(frame: Frame) -> str:
    parse = frame.telling.parse
    what = noun_words(frame, frame.token)
    many = parse.tags[frame.token] == "NNS"
    be, was = ("are", "were") if many else ("is", "was")
    if frame.phase:
        return f"{be} {what} to {frame.phase}" if frame.mode == "plan" else f"did {what} {frame.phase}"
    return f"{be} {what} to be" if frame.mode == "plan" else f"{was} {what}"


def noun_words(frame: Frame, token: int) -> str:
    """A noun with what narrows it, made definite: "the trial of Otto Krane"."""
    parse = frame.telling.parse
    first = parse.subtree(token)[0]
    first = max(first, token - 4)
    last = token
    for c in parse.children[token]:
        if (
            c > token
            and parse.deps[c] == "prep"
            and parse.lemmas[c].lower() in ("of", "between", "on", "with")
        ):
            stop = parse.subtree(c)[1]
            if stop - c <= _LONGEST and not any(
                parse.tags[i] in ("WDT", "WP", "VBD") for i in range(c, stop)
            ):
                last = stop - 1
    start, end = parse.chars(first, last + 1)
    said = parse.text[start:end].strip(" ,")
    return _definite(parse, first, said)


def _definite(parse: Parse, first: int, said: str) -> str:
    head = parse.words[first]
    if parse.tags[first] in ("DT", "PRP$"):
        rest = said[len(head) :].strip()
        return f"the {rest}"
    if parse.pos[first] == "PROPN" and parse.deps[first] in ("poss", "nsubj", "compound", "nsubjpass"):
        return said
    return f"the {said[0].lower() + said[1:] if parse.pos[first] != 'PROPN' else said}"


def named(frame: Frame, token: int) -> str:
    """The words of a subject or object with those joined to it; the name of whom a pronoun stands for."""
    parse = frame.telling.parse
    joined = [token, *(c for c in parse.children[token] if parse.deps[c] == "conj")]
    if len(joined) == 1 or not all(_name(frame, i) for i in joined):
        return _name(frame, token) or _words(frame, token)
    names = [_name(frame, i) for i in joined]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _name(frame: Frame, token: int) -> str:
    """The name of the person at a token, or beside it; "" where there is none."""
    telling, parse = frame.telling, frame.telling.parse
    cast = telling.cast
    if parse.pos[token] == "PRON":
        who = telling.actor(token)
        return cast.names[who] if who is not None else parse.words[token].lower()
    for i in (token, *(c for c in parse.children[token] if parse.deps[c] == "appos")):
        who = cast.person(telling.actor(i)) if parse.pos[i] == "PROPN" else None
        if who is not None and cast.types.get(who) == "person":
            return cast.names[who]
    return ""


def _words(frame: Frame, token: int) -> str:
    """The words of a noun up to its first clause, as they stand within a sentence."""
    parse = frame.telling.parse
    first, stop = parse.subtree(token)
    first, stop = max(first, token - 4), min(stop, token + _LONGEST)
    for i in range(token + 1, stop):
        if parse.words[i] == "," or parse.tags[i] in ("WDT", "WP", "WRB"):
            stop = i
            break
    start, end = parse.chars(first, stop)
    said = parse.text[start:end].strip(" ,")
    return lowered(frame.telling, first, said)


def lowered(telling: Telling, first: int, said: str) -> str:
    """Words with a small letter where only the beginning of a sentence gave them a great one."""
    parse = telling.parse
    who = telling.actor(first)
    word = parse.words[first]
    named_so = who is not None and word in telling.cast.names[who].split()
    title = parse.pos[first] == "PROPN" and (first > 0 or parse.pos[first + 1 : first + 2] != ("NOUN",))
    if title or named_so or not said or word[1:2].isupper():
        return said
    return said[0].lower() + said[1:]


def _of_deed(frame: Frame) -> str:
    parse, token = frame.telling.parse, frame.token
    subject = frame.telling.subject(token)
    passive = _is_passive(parse, token)
    if subject is None:
        what = named(frame, frame.things[0].token) if frame.things else "it"
        return (
            f"was it that {what} {parse.words[token]}"
            if not frame.things
            else f"was {what} {parse.words[token]}"
        )
    if parse.tags[subject] in ("WDT", "WP"):
        subject = parse.heads[token]
    who = named(frame, subject)
    many = parse.tags[subject] in ("NNS", "NNPS") or parse.child(subject, "cc") is not None
    be = "are" if many else "is"
    was = "were" if many else "was"
    verb = parse.lemmas[token] + particle(parse, token)
    if passive:
        done = parse.words[token] + particle(parse, token)
        return f"{be} {who} to be {done}" if frame.mode == "plan" else f"{was} {who} {done}"
    told = parse.child(token, "dobj")
    what = f" {named(frame, told)}" if told is not None else _aim(parse, token) or _goal(frame)
    return f"{be} {who} to {verb}{what}" if frame.mode == "plan" else f"did {who} {verb}{what}"


def _is_passive(parse: Parse, verb: int) -> bool:
    bare = parse.tags[verb] == "VBN" and parse.child(verb, "aux") is None
    return bare or parse.child(verb, "nsubjpass", "auxpass") is not None


def _aim(parse: Parse, verb: int) -> str:
    """What a verb is completed by: " to sell its mine" of "agreed to sell its mine"."""
    inner = parse.child(verb, "xcomp")
    if inner is None or parse.child(inner, "aux") is None:
        return ""
    first, stop = parse.subtree(inner)
    start, end = parse.chars(first, min(stop, first + _LONGEST))
    return f" {parse.text[start:end].strip(' ,.')}"


def _goal(frame: Frame) -> str:
    """What a verb without an object goes out to: " on the takeover", " to power"."""
    parse, token = frame.telling.parse, frame.token
    for c in islice(parse.children[token], 12):
        lemma = parse.lemmas[c].lower()
        if parse.deps[c] == "prep" and c > token and lemma in ("on", "to", "for", "into", "with", "over"):
            noun = parse.child(c, "pobj")
            dated = noun is not None and any(
                e.label in ("DATE", "TIME") and e.start <= noun < e.end for e in parse.entities
            )
            if noun is not None and not dated:
                return f" {parse.words[c]} {named(frame, noun)}"
    return ""


def _who(frames: Sequence[Frame], plain: Frame) -> str:
    """ "Who won the election in Belmora?", "Who was named head of the bank?", "Whom did the board name?"."""
    given = frames[0].kind in classes("bestowed")
    turned = [f for f in frames if _is_passive(f.telling.parse, f.token)]
    frame = turned[0] if given and turned else plain
    parse, token = frame.telling.parse, frame.token
    subject = frame.telling.subject(token)
    passive = _is_passive(parse, token)
    if passive and subject is not None and parse.child(token, "agent") is not None:
        return f"By whom was {named(frame, subject)} {parse.words[token]}?"
    own = frame.unit.clause.tokens
    told = parse.child(token, "dobj")
    if given and not passive and subject is not None and parse.lemmas[token].lower() != "win":
        stop = parse.subtree(told)[1] if told is not None else token + 1
        return f"Whom did {named(frame, subject)} {parse.lemmas[token]}{_from(parse, own, stop)}?"
    said = _from(parse, own, parse.subtree(subject)[1] if subject is not None else own[0])
    return f"Who{said or ' ' + parse.words[token]}?"


def _from(parse: Parse, own: Sequence[int], first: int) -> str:
    """The words of a clause from a token on."""
    rest = [i for i in own if i >= first]
    if not rest:
        return ""
    start, end = parse.chars(rest[0], rest[-1] + 1)
    said = parse.text[start:end].strip(" ,.;")
    return f" {said}" if said else ""


def whether(frame: Frame) -> str:
    """ "Did Alma Reyes attend the funeral?", "Were the engineers released?"."""
    if frame.telling.parse.pos[frame.token] != "VERB":
        return f"Is there {noun_words(frame, frame.token)}?"
    asked_after = _of_deed(frame)
    return f"{asked_after[0].upper()}{asked_after[1:]}?"
