"""Quotes that a name stands beside without a verb: "Ruiz: We are ready" in headlines and transcripts, and a
signature behind a dash ("…" — Ana Ruiz).

A label counts only where it names somebody of the cast; any other word before a colon ("Update:") says
nothing.
"""

import re
from collections.abc import Mapping, Sequence

from .cast import Cast
from .document import Line
from .quote_content import Stretch
from .quote_cues import Cue
from .quote_marks import Marked
from .quote_speakers import Source

__all__ = ["Names", "label_of", "names_of", "signature_of"]

Names = Mapping[str, tuple[str, ...]]
"""Ids of people under their names in lower case."""

_TYPES = frozenset(("person", "organization", "country"))

_LABEL = re.compile(
    r"[\"“]?([A-Z][\w.'’-]{1,30}(?: (?:[A-Z][\w.'’-]{0,30}|of|the|de|al|bin|van|von)){0,4}):(?= ?[\w\"“‘'])"
)
_SIGNATURE = re.compile(r"\s*(?:―|—|–|--)\s?(?=[A-Z])")
_NAME_END = re.compile(r"[,\n(;:|]|\.\s*$")


def label_of(lines: Sequence[Line], cast: Cast, names: Names) -> tuple[Cue, Source, str, Stretch] | None:
    """The speaker's name at the head of a paragraph, and what stands behind its colon.

    In a transcript (the name in capitals) that is the whole paragraph; elsewhere the rest of the line.
    """
    line = lines[0]
    if ":" not in line.text[:120]:
        return None
    match = _LABEL.match(line.text)
    if match is None or not line.text[match.end() :].strip():
        return None
    name = match.group(1)
    capitals = name.isupper()
    speaker = _bearer(line, match.start(1), match.end(1), name, cast, names)
    if speaker is None or not (capitals or cast.actor(speaker).type == "person" or _is_headline(line)):
        return None
    found = _cue_and_source(line, match.start(1), match.end(1), match.end(1), match.end())
    if found is None:
        return None
    start = line.start + match.end()
    start += len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip())
    end = lines[-1].end if capitals else line.end
    if not capitals and line.text.endswith("."):
        end -= 1
    return (*found, speaker, Stretch(start=start, end=end)) if end > start else None


def _is_headline(line: Line) -> bool:
    return line.number < 3 or not line.text.rstrip("\"”’'").endswith((".", "!", "?"))


def _bearer(line: Line, first: int, stop: int, name: str, cast: Cast, names: Names) -> str | None:
    """The actor that a label names; a label in capitals may give the last name alone."""
    bearers = names.get(name.lower(), ())
    if len(bearers) == 1:
        return bearers[0]
    here = cast.within(line.start + first, line.start + stop)
    exact = [s.actor for s in here if s.start - line.start <= first + 1 and s.end - line.start == stop]
    return exact[0] if exact and cast.actor(exact[0]).type in _TYPES else None


def names_of(cast: Cast) -> Names:
    """The people of a cast under their names and last names, in lower case."""
    found: dict[str, dict[str, None]] = {}
    for actor in cast.actors:
        if actor.type == "person":
            for name in (actor.name, *actor.aliases):
                for form in (name.lower(), *name.lower().split()[-1:]):
                    found.setdefault(form, {})[actor.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _cue_and_source(line: Line, first: int, stop: int, low: int, high: int) -> tuple[Cue, Source] | None:
    """The tokens of a name and of the colon or dash beside it."""
    base = line.start
    a, b = line.tokens_of(base + first, base + stop)
    c, d = line.tokens_of(base + low, base + high)
    if b <= a or d <= c:
        return None
    return Cue(head=c, first=c, stop=d, sort="label"), Source(head=b - 1, first=a, stop=b, denotes=b - 1)


def signature_of(line: Line, mark: Marked, cast: Cast) -> tuple[Cue, Source, str] | None:
    """Whose name stands behind a dash after a quotation, on its last line or at the head of the next."""
    at = max(0, mark.end - line.start)
    if line.start - mark.end > 2:
        return None
    match = _SIGNATURE.match(line.text, at)
    if match is None:
        return None
    end = _NAME_END.search(line.text, match.end(), min(len(line.text), match.end() + 60))
    stop = end.start() if end is not None else min(len(line.text), match.end() + 60)
    here = cast.within(line.start + match.end(), line.start + stop)
    named = [
        s
        for s in here
        if s.start - line.start <= match.end() + 1 and cast.actor(s.actor).type in ("person", "organization")
    ]
    if not named:
        return None
    found = _cue_and_source(line, match.end(), stop, match.start(), match.end())
    return (*found, named[0].actor) if found is not None else None
