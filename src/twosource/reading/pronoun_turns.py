"""Who has the word: the speaker of a sentence, whom "he said" in the next one goes on with.

News convention: a pronoun that says, adds or tells something is whoever was reported to speak just before,
however prominent others are in what was said ("Ruiz said Lind had lied. He added…" is Ruiz). A verb that
answers ("he replied") may change the speaker and goes on with nobody.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice

from twosource.language import Parse

from .document import Line
from .quote_cues import frames

__all__ = ["Turn", "is_answer", "is_crowded", "says", "turn_of"]

_ANSWERS = frozenset(
    ("respond", "reply", "answer", "counter", "retort", "object", "protest", "interject", "agree", "concede")
)
_JOINED = frozenset(("conj", "xcomp", "advcl", "acl"))
_INSIDE = frozenset(("ccomp", "pcomp", "relcl", "advcl", "acl", "xcomp"))
_STEPS = 5
_DEEPEST = 30
"""Words above a word in its sentence's tree that are looked at."""
_WINDOW = 80
"""Tokens before a pronoun in which its sentence may have a plural subject."""

Owner = Callable[..., int | None]
"""The number of the draft that is mentioned on a token, or from a token to another, if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Who spoke in a sentence and who its subject was, as numbers of drafts.

    `speakers` are those of its outermost verbs of speech; `unknown` tells that one of them is a person whom
    the cast does not know, `many` that several speak together or that a crowd nobody knows is the subject.
    `subject` is the subject of the main clause, `present` are all whom the sentence mentions; `strange` tells
    that its subject, or one who speaks, may be a person whom the cast does not know as one.
    """

    speakers: tuple[int, ...] = field(default=())
    subject: int | None = None
    unknown: bool = False
    many: bool = False
    present: tuple[int, ...] = field(default=())
    paragraph: int = -1
    strange: bool = False

    @property
    def acting(self) -> tuple[int, ...]:
        """Its speakers, and the subject of its main clause."""
        return self.speakers if self.subject is None else (*self.speakers, self.subject)


def says(parse: Parse, token: int) -> int | None:
    """The verb of speech whose subject a token is."""
    verb = parse.heads[token]
    if parse.deps[token] != "nsubj" or parse.pos[verb] != "VERB" or parse.lemmas[verb] not in frames().say:
        return None
    return verb


def is_answer(parse: Parse, verb: int) -> bool:
    """Whether a verb of speech answers somebody, who may have had the word before."""
    return parse.lemmas[verb] in _ANSWERS


def is_crowded(line: Line, token: int, governed: bool, owner: Owner) -> bool:
    """Whether a plural pronoun may mean a subject that is no one actor: several joined by "and", or things.

    `governed` tells that the subject of a clause above the pronoun's is an actor.
    """
    parse = line.parse
    subjects = [i for i in range(max(0, token - _WINDOW), token) if parse.deps[i] in ("nsubj", "nsubjpass")]
    if governed:
        above = set(islice(parse.ancestors(token), _DEEPEST))
        return any(_is_several(parse, i) and parse.heads[i] in above for i in subjects)
    plural = (i for i in subjects if parse.tags[i] in ("NNS", "NNPS") or _is_handful(parse, i))
    return any(_is_several(parse, i) for i in subjects) or any(owner(i) is None for i in plural)


def _is_handful(parse: Parse, token: int) -> bool:
    """Whether a noun counts people or things ("a handful of owners", "a group of them")."""
    of = parse.child(token, "prep")
    thing = parse.child(of, "pobj") if of is not None and parse.lemmas[of].lower() == "of" else None
    return thing is not None and parse.tags[thing] in ("NNS", "NNPS") and parse.tags[token] == "NN"


def _is_several(parse: Parse, token: int) -> bool:
    return any(parse.deps[i] == "conj" and parse.pos[i] in ("NOUN", "PROPN") for i in parse.children[token])


def turn_of(
    line: Line,
    quoted: Sequence[bool],
    owner: Owner,
    present: Sequence[int],
    strange: Callable[[Parse, int, Owner], bool],
) -> Turn:
    """Who speaks in a sentence.

    `quoted` says of each token whether it stands in quotation marks, `present` whom the sentence mentions,
    `strange` of a subject whether he may be a person whom the cast does not know as one.
    """
    parse = line.parse
    subject = _main_subject(parse, quoted)
    acts = owner(subject) if subject is not None else None
    speakers: list[int] = []
    unknown = many = False
    odd = subject is not None and strange(parse, subject, owner)
    for verb in _outermost(parse, quoted):
        token = _speaker(parse, verb)
        if token is None or quoted[token]:
            continue
        odd = odd or strange(parse, token, owner)
        others = [i for i in parse.children[token] if parse.deps[i] == "conj" and i > token]
        found = owner(token, others[-1]) if others else owner(token)
        if others and found is None:
            many, found = True, owner(token)
        if found is None:
            unknown = unknown or _is_somebody(parse, token)
        elif acts is None or found == acts or _is_main(parse, verb):
            speakers.append(found)
    if not speakers and subject is not None and acts is None:
        many = many or parse.tags[subject] in ("NNS", "NNPS")
    return Turn(
        speakers=tuple(dict.fromkeys(speakers)),
        subject=acts,
        unknown=unknown,
        many=many,
        present=tuple(present),
        paragraph=line.paragraph,
        strange=odd,
    )


def _outermost(parse: Parse, quoted: Sequence[bool]) -> list[int]:
    """Verbs of speech that do not stand in what another one says."""
    say = frames().say
    if say.isdisjoint(parse.lemmas):
        return []
    verbs = {
        i
        for i, lemma in enumerate(parse.lemmas)
        if lemma in say
        and not quoted[i]
        and parse.pos[i] == "VERB"
        and parse.deps[i] not in ("amod", "compound")
    }
    return [v for v in sorted(verbs) if not _is_within(parse, v, verbs)]


def _is_within(parse: Parse, verb: int, verbs: Set[int]) -> bool:
    """Whether a verb stands in the clause that another of the verbs gives."""
    below = verb
    for above in islice(parse.ancestors(verb), _DEEPEST):
        if above in verbs and above < below and parse.deps[below] in ("ccomp", "xcomp"):
            return True
        below = above
    return False


def _is_main(parse: Parse, verb: int) -> bool:
    """Whether a verb is its sentence's main one, or is joined to it."""
    for _ in range(_STEPS):
        if parse.heads[verb] == verb:
            return True
        if parse.deps[verb] in _INSIDE and parse.heads[verb] < verb:
            return False
        verb = parse.heads[verb]
    return False


def _speaker(parse: Parse, verb: int) -> int | None:
    """The subject of a verb of speech, if need be that of the clause it hangs on ("blasted X, saying")."""
    for _ in range(_STEPS):
        subject = parse.child(verb, "nsubj")
        if subject is not None:
            return subject
        if parse.child(verb, "nsubjpass", "auxpass") is not None or parse.deps[verb] not in _JOINED:
            return None
        if parse.heads[verb] == verb or parse.pos[parse.heads[verb]] not in ("VERB", "AUX"):
            return None
        verb = parse.heads[verb]
    return None


def _main_subject(parse: Parse, quoted: Sequence[bool]) -> int | None:
    """The subject of the main clause outside of quotation marks."""
    for i, dep in enumerate(parse.deps):
        if dep in ("nsubj", "nsubjpass") and not quoted[i]:
            head = parse.heads[i]
            if parse.heads[head] == head:
                return i
    return None


def _is_somebody(parse: Parse, token: int) -> bool:
    """Whether a speaker whom the cast does not know bears a name of his own."""
    if parse.tags[token] != "NNP":
        return False
    return not any(e.start <= token < e.end and e.label != "PERSON" for e in parse.entities)
