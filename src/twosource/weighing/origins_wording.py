"""Whether two reports have a statement from one text: their own words run alike for longer than by chance.

Words inside quotation marks in both reports are the speaker's, who may have been heard by both; words that at
least one of them gives as its own are a writer's. Names and numbers, which nobody words otherwise, count for
nothing.
"""

from collections.abc import Sequence

from .claims_units import Unit

__all__ = ["Wording", "one_text", "wording_of"]

_RUN = 8  # words in a row, names and numbers apart, that two writers hardly choose alike
_RUN_CITED = 14
_PARAGRAPH = 2000  # characters before a sentence that are looked at for an open quotation
_NAMES = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "SPACE", "X"})
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})

Wording = Sequence[tuple[str, bool, bool]]
"""The words of a statement in lower case: whether each counts, and whether it stands in quotation marks."""


def wording_of(unit: Unit) -> Wording:
    """The words of a statement without its attribution."""
    parse = unit.parse
    inside, marked = _opened(unit), [False] * len(parse)
    for i in range(len(parse)):
        inside = _after(parse.words[i], inside)
        marked[i] = inside
    # "I" and "we" are never a writer's own: the marks stand further off.
    spoken = unit.direct or any(parse.words[i].lower() in _FIRST for i in unit.clause.tokens)
    return tuple(
        (parse.words[i].lower(), parse.pos[i] not in _NAMES, spoken or marked[i])
        for i in unit.clause.tokens
        if parse.pos[i] not in ("PUNCT", "SPACE")
    )


def _opened(unit: Unit) -> bool:
    """Whether a quotation of the paragraph is still open where the sentence begins."""
    text, start = unit.reading.report.text, unit.sentence.start
    inside = False
    for c in text[text.rfind("\n", max(0, start - _PARAGRAPH), start) + 1 : start][-_PARAGRAPH:]:
        inside = _after(c, inside)
    return inside


def _after(mark: str, inside: bool) -> bool:
    """Whether what follows a word or sign stands in quotation marks."""
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    return not inside if mark == '"' else inside


def one_text(one: Wording, two: Wording, *, cited: bool = False) -> bool:
    """Whether two statements are worded alike for long, in words that are not a quotation in both.

    `cited`: one of them names the medium it has it from, and is believed unless the run is longer still.
    """
    least = _RUN_CITED if cited else _RUN
    return min(len(one), len(two)) >= least and _longest(one, two) >= least


def _longest(one: Wording, two: Wording) -> int:
    """The most counting words of a common run of words that are not quoted in both."""
    places: dict[str, list[int]] = {}
    for j, (word, _, _) in enumerate(two):
        places.setdefault(word, []).append(j)
    best = 0
    last: dict[int, int] = {}
    for word, counts, quoted in one:
        here = {}
        for j in places.get(word, ()):
            if not (quoted and two[j][2]):
                here[j] = last.get(j - 1, 0) + counts
                best = max(best, here[j])
        last = here
    return best
