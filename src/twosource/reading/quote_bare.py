"""Quotes that no verb of speech and its clause give: a headline ("Talks dead, says Ruiz", "'We will not pay':
Ruiz") and a quotation that a plain clause announces with a colon (Ruiz was blunt: "There is no deal.").
"""

from collections.abc import Sequence

from .cast import Cast
from .document import Line
from .quote_content import Stretch
from .quote_cues import Cue, frames, is_said
from .quote_marks import Marked
from .quote_speakers import Source, source_of

__all__ = ["HEADLINES", "Bare", "announced_of", "headline_of"]

Bare = tuple[Cue, Source, Stretch]
"""A cue, its source and what it gives."""

_STOPS = (".", "!", "?", ";", ":", ",")
HEADLINES = 3
"""Lines at the top of a report that may be its headline, its kicker or its deck."""
_LONGEST = 250
"""Characters of a headline."""
_NAME = 6
"""Words of a name in a headline."""
_LEAST = 2
"""Words of a headline's content, or of a quotation behind a colon."""


def headline_of(line: Line, marks: Sequence[Marked], cast: Cast) -> Bare | None:
    """What a headline makes somebody's words by its order alone; None for any other line."""
    text = line.text
    if line.number >= HEADLINES or len(text) > _LONGEST or text.rstrip("\"”’'").endswith(_STOPS):
        return None
    return _verb_at_end(line) or _name_at_end(line, marks, cast)


def _verb_at_end(line: Line) -> Bare | None:
    """ "Talks dead, says Ruiz" and "Ceasefire to hold, ministry says"."""
    parse, base = line.parse, line.start
    comma = max((i for i, word in enumerate(parse.words) if word == ","), default=0)
    low, high = comma + 1, len(parse)
    if comma < _LEAST or not 2 <= high - low <= _NAME + 1 or parse.tags[0] in ("IN", "TO", "VBG"):
        return None
    verb = next((i for i in (low, high - 1) if _says(parse.words[i])), None)
    if verb is None or not is_said(parse, verb):
        return None
    first, stop = (low + 1, high) if verb == low else (low, high - 1)
    if any(parse.pos[i] in ("VERB", "AUX", "ADP", "PUNCT") for i in range(first, stop)):
        return None
    source = Source(head=stop - 1, first=first, stop=stop, denotes=stop - 1)
    cue = Cue(head=verb, first=verb, stop=verb + 1, sort="verb")
    return cue, source, Stretch(start=base, end=base + parse.ends[comma - 1])


def _says(word: str) -> bool:
    """Whether a word is the present of a verb of speech, whatever the parser took it for."""
    return word.endswith("s") and word[:-1].lower() in frames().say


def _name_at_end(line: Line, marks: Sequence[Marked], cast: Cast) -> Bare | None:
    """ "'We will not pay': Ruiz" and "'We will not pay' – Ruiz"."""
    parse, base = line.parse, line.start
    mark = next((m for m in marks if m.start == line.start), None)
    if mark is None or not mark.closed or mark.end >= line.end:
        return None
    low, high = line.tokens_of(mark.end, line.end)
    if not 2 <= high - low <= _NAME + 1 or parse.words[low] not in (":", "-", "–", "—"):
        return None
    first, stop = low + 1, high
    here = cast.within(base + parse.starts[first], line.end)
    if not any(s.start <= base + parse.starts[first] and s.end >= base + parse.ends[stop - 1] for s in here):
        return None
    source = Source(head=stop - 1, first=first, stop=stop, denotes=stop - 1)
    cue = Cue(head=low, first=low, stop=first, sort="label")
    return cue, source, Stretch(start=mark.start, end=mark.end)


def announced_of(line: Line, marks: Sequence[Marked]) -> Bare | None:
    """A quotation that ends its line behind "S put it plainly:", "S was blunt:" or "S had a warning:"."""
    parse = line.parse
    for m in marks:
        if not line.start < m.start < line.end or m.end < line.end - 1:
            continue
        colon = line.tokens_of(line.start, m.start)[1] - 1
        if colon < 2 or parse.words[colon] != ":" or len(line.text[m.inner - line.start :].split()) < _LEAST:
            continue
        cue = next((c for i in range(colon) if (c := _announcing(line, i, colon)) is not None), None)
        source = source_of(parse, cue) if cue is not None else None
        if cue is not None and source is not None and source.stop <= colon:
            return cue, source, Stretch(start=m.start, end=m.end)
    return None


def _announcing(line: Line, verb: int, colon: int) -> Cue | None:
    """The cue where a verb before a colon makes what follows its subject's words."""
    parse, lexicon, lemma = line.parse, frames(), line.parse.lemmas[verb]
    verbal = lemma in ("put", "be", "have") and parse.pos[verb] in ("VERB", "AUX")
    if not verbal or not is_said(parse, verb):
        return None
    subject = parse.child(verb, "nsubj")
    thing = parse.child(verb, "dobj", "acomp", "attr")
    if subject is None or thing is None or not subject < thing < colon:
        return None
    if lemma == "be" and parse.lemmas[subject].lower() in lexicon.announcing:
        return Cue(head=subject, first=subject, stop=subject + 1, sort="noun")
    if lemma == "put" and parse.words[thing].lower() == "it":
        return Cue(head=verb, first=verb, stop=thing + 1, sort="verb")
    fits = lexicon.outspoken if lemma == "be" else lexicon.announcing
    if lemma != "put" and parse.lemmas[thing].lower() in fits:
        return Cue(head=verb, first=verb, stop=verb + 1, sort="verb")
    return None
