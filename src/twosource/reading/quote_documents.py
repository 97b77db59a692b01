"""Whose a document is that speaks ("the statement said", "the letter read"): who gave it out before.

The document is looked for in the few sentences before: by whom it was ("a letter from Ruiz", "the ministry's
statement"), who spoke in it ("Ruiz said in a statement") or who put it out ("Ruiz issued a statement").
"""

from collections.abc import Sequence

from twosource.language import Parse

from .cast import Cast
from .document import Document, Line
from .quote_cues import frames
from .quote_floating import Said
from .quote_speakers import Source, attribution_of, giver_of

__all__ = ["author_of", "find_authors"]

_BACK = 4
"""Sentences in which a document that is spoken of again was spoken of before."""
_STEPS = 6
_THE = frozenset(("the", "that", "this"))
_PUT_OUT = frozenset(
    ("issue", "release", "publish", "post", "write", "make", "give", "send", "deliver", "file", "sign", "put")
)
_IN = frozenset(("in", "via", "with", "through", "on"))


def find_authors(document: Document, here: Sequence[Said], cast: Cast) -> None:
    """Fills in the speaker of the quotes whose source is a document that somebody gave out before."""
    for said in here:
        if said.speaker is not None or said.source is None or said.cue is None:
            continue
        at = said.source_line.number
        found = author_of(said.source_line, said.source, document.lines[max(0, at - _BACK) : at], cast)
        if found is not None:
            said.speaker = found
            said.attribution = attribution_of(said.source_line, said.source, found, cast)


def author_of(line: Line, source: Source, before: Sequence[Line], cast: Cast) -> str | None:
    """The actor who gave out the document that a source is; None where the source is none, or nobody did.

    `before` are the lines before this one, the nearest last.
    """
    parse, head = line.parse, source.denotes
    noun = parse.lemmas[head].lower()
    if noun not in frames().documents or not _is_the(parse, head):
        return None
    for earlier in reversed(before[-_BACK:]):
        for i, lemma in enumerate(earlier.parse.lemmas):
            if lemma.lower() == noun and earlier.parse.pos[i] in ("NOUN", "PROPN"):
                giver = giver_of(earlier.parse, i)
                giver = giver if giver is not None else _who_speaks(earlier.parse, i)
                return cast.of_token(earlier, giver) if giver is not None else None
    return None


def _is_the(parse: Parse, noun: int) -> bool:
    return any(parse.deps[i] == "det" and parse.words[i].lower() in _THE for i in parse.children[noun])


def _who_speaks(parse: Parse, noun: int) -> int | None:
    """Who says something in a document, or puts it out: the subject of the verb above it."""
    lead, verb = parse.deps[noun], parse.heads[noun]
    if lead == "pobj" and parse.lemmas[verb].lower() in _IN:
        verb = parse.heads[verb]
        allowed = frames().say | frames().infinitive | frames().object | _PUT_OUT
    elif lead == "dobj":
        allowed = _PUT_OUT
    else:
        return None
    if parse.pos[verb] != "VERB" or parse.lemmas[verb] not in allowed:
        return None
    for _ in range(_STEPS):
        subject = parse.child(verb, "nsubj")
        if subject is not None:
            return subject
        if parse.deps[verb] not in ("conj", "xcomp", "advcl") or parse.child(verb, "auxpass") is not None:
            return None
        verb = parse.heads[verb]
    return None
