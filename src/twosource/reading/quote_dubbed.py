"""Names and terms in quotation marks that somebody is said to use: "derided him as 'a sleepy captain'", her
"rain and thunder" threat.

The words in quotation marks alone are what was said, with the "as" before them; the thing so called is the
reporter's. A term whose user the sentence does not give ("the so-called 'harbor law'") is nobody's.
"""

from collections.abc import Sequence

from twosource.language import Parse

from .cast import Cast
from .document import Line
from .quote_content import Stretch
from .quote_cues import Cue, frames, is_said
from .quote_floating import Said, said_by, touched
from .quote_marks import Marked
from .quote_speakers import is_writer, source_at, source_of, speaker_of

__all__ = ["add_dubbed"]

_BETWEEN = frozenset(("a", "an", "the", "having", "being"))
_WRITERS = frozenset(("my", "our", "your"))


def add_dubbed(line: Line, marks: Sequence[Marked], here: list[Said], cast: Cast) -> None:
    """Adds the names and terms of a line to its quotes `here`; `marks` are the quotations that touch it.

    Where a quote holds a thing and what it is called, only the latter is left of it.
    """
    inside = [m for m in marks if m.closed and line.start < m.start and m.end <= line.end]
    if not inside:
        return
    by_verb = {s.cue.head: s for s in here if s.cue is not None and s.cue.sort == "verb"}
    taken = {m.start for s in here for c in s.content for m in touched(inside, c)}
    for m in inside:
        first = line.tokens_of(m.start, m.end)[0]
        prep = _as_before(line.parse, first)
        if prep is None:
            found = _possessed(line, m, first, cast) if m.start not in taken else None
            here.extend([found] if found is not None else [])
            continue
        verb = line.parse.heads[prep]
        stretch = Stretch(start=line.start + line.parse.starts[prep], end=m.end)
        known = by_verb.get(verb)
        if known is not None:
            _shorten(known, stretch)
        elif m.start not in taken and (named := _named(line, verb, stretch, cast)) is not None:
            here.append(named)


def _as_before(parse: Parse, first: int) -> int | None:
    """The "as" of a verb that names or judges, right before a quotation or its article."""
    prep = first - 2 if first > 1 and parse.words[first - 1].lower() in _BETWEEN else first - 1
    if prep < 1 or parse.words[prep].lower() != "as" or parse.deps[prep] != "prep":
        return None
    verb, lexicon = parse.heads[prep], frames()
    lemma = parse.lemmas[verb]
    names = lemma in lexicon.object or "as" in lexicon.prepositions.get(lemma, ()) or lemma == "refer"
    return prep if names and parse.pos[verb] == "VERB" and verb < prep and is_said(parse, verb) else None


def _shorten(said: Said, stretch: Stretch) -> None:
    """Leaves of a quote only what a thing is called, where the thing is the longer part or all it holds."""
    if len(said.content) != 1:
        return
    old = said.content[0]
    behind = old.end <= stretch.start
    longer = old.end >= stretch.end - 1 and stretch.start - old.start > stretch.end - stretch.start
    if behind or longer:
        said.content[0] = stretch


def _named(line: Line, verb: int, stretch: Stretch, cast: Cast) -> Said | None:
    """The quote of a verb that says what somebody is called ("mocked him as 'a sleepy captain'")."""
    cue = Cue(head=verb, first=verb, stop=verb + 1, sort="verb")
    source = source_of(line.parse, cue)
    if source is None or is_writer(line.parse, source):
        return None
    return said_by(line, cue, source, speaker_of(line, source, cast), [stretch], cast)


def _possessed(line: Line, m: Marked, first: int, cast: Cast) -> Said | None:
    """The quote of a possessor: her "rain and thunder" threat, the union's "not one cent" pledge."""
    parse = line.parse
    noun = line.tokens_of(m.start, m.end)[1]
    if first < 1 or noun >= len(parse) or parse.lemmas[noun].lower() not in frames().nouns:
        return None
    owner = parse.heads[first - 1] if parse.tags[first - 1] == "POS" else first - 1
    if parse.deps[owner] != "poss" or parse.pos[noun] != "NOUN" or parse.words[owner].lower() in _WRITERS:
        return None
    cue = Cue(head=noun, first=noun, stop=noun + 1, sort="noun")
    source = source_at(parse, cue, owner)
    return said_by(
        line, cue, source, speaker_of(line, source, cast), [Stretch(start=m.start, end=m.end)], cast
    )
