"""What a cue gives as said: the stretches of text, from its clause, its complement or quotation marks.

Spans follow PolNeAR: an indirect clause with its "that", a direct quotation with its marks, no full stop
behind a clause.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.language import Parse

from .document import Line
from .quote_cues import Cue, frames, is_told, set_in
from .quote_marks import Marked
from .quote_phrases import Pieces, around, as_put, complement, made_clear, of_noun, set_into
from .quote_speakers import Source
from .quote_subjects import opened
from .quote_torn import over_colon, torn_end, torn_start

__all__ = ["Quoted", "Stretch", "contents", "trimmed"]

_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_DASHES = frozenset(("—", "–", "--", "―"))
_LEADS = frozenset((",", ":", ";", "that", *_DASHES))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_ON = frozenset(("in", "during", "on", "at"))
_JOINED = ("conj", "advcl", "parataxis")
_TAILS = ("dobj", "npadvmod", "attr")
_TRAIL = " \t\r\n,;:.—–―-"
_DAY = 4
"""Tokens of a day before a clause ("on Monday", "on May 4")."""
_LOOSE_END = re.compile(r"[\s,;:—–-]+(?:and|but|or)\Z", re.IGNORECASE)
_LAST_LETTERS = "dtrDTR"
"""What those words end with: a cheap look before the pattern's."""
_LONG = 18
"""Characters of a quotation that ends a reported clause at its comma; shorter ones stand within it."""
_NEAR = 12
"""Tokens between a cue and its quotation, or of an occasion at a clause's end ("in an interview with…")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of content in the report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The quoted stretches that touch a line, and which of its tokens they cover."""

    marks: tuple[Marked, ...]
    flags: Sequence[bool]


def contents(line: Line, cue: Cue, source: Source | None, quoted: Quoted) -> tuple[Cue, list[Stretch]]:
    """The cue, with its preposition where that belongs to it, and what it gives; nothing: no quote."""
    parse = line.parse
    if cue.sort == "according":
        return cue, trimmed(line, around(parse, cue, source), quoted, cue)
    if cue.sort == "noun":
        return cue, trimmed(line, of_noun(parse, cue), quoted, cue)
    lemma = parse.lemmas[cue.head]
    if lemma == "make":
        clear = [(first, over_colon(parse, cue, stop)) for first, stop in made_clear(parse, cue)]
        return cue, trimmed(line, clear, quoted, cue)
    if source is not None and set_in(parse, cue.head) == source.head:
        return cue, trimmed(line, set_into(parse, cue, source), quoted, cue)
    if lemma in frames().put and (beside := as_put(parse, cue)):
        return cue, trimmed(line, beside, quoted, cue)
    pieces: Pieces = []
    if lemma in frames().say or lemma in frames().clause or lemma == "go":
        pieces = _clause_after(line, cue, quoted)
        if not pieces or quoted.flags[pieces[0][0]]:
            # What the parse takes for the verb's clause may be the second half of a quotation set round it.
            earlier = _before(line, cue, source, quoted)
            pieces = [*_quotation_up_to(earlier, quoted.flags), *pieces] if pieces else earlier
    if pieces:
        return cue, trimmed(line, _with_rest(line, cue, pieces, quoted), quoted, cue)
    longer, whole = complement(parse, cue)
    if lemma in frames().say:
        whole = whole or _behind_colon(parse, cue)
        marked = [] if is_told(parse, cue.head) else _marked_after(line, cue, quoted)
        if marked and not (whole and whole[0][0] <= marked[0][0] < whole[0][1]):
            return cue, trimmed(line, marked, quoted, cue)
    if whole and _is_bare(parse, longer, whole[0], quoted):
        return cue, []
    return longer, trimmed(line, whole, quoted, longer)


def _quotation_up_to(pieces: Pieces, flags: Sequence[bool]) -> Pieces:
    """The quotation that the last of the pieces ends with, if it does."""
    stop = pieces[-1][1] if pieces else 0
    if stop and not flags[stop - 1]:  # a comma behind the closing mark
        stop -= 1
    first = stop
    while first and flags[first - 1]:
        first -= 1
    return [(first, stop)] if first < stop else []


def _is_bare(parse: Parse, cue: Cue, piece: tuple[int, int], quoted: Quoted) -> bool:
    """Whether a verb's content only names a thing: a pronoun, or any noun phrase of a verb that judges."""
    first, stop = piece
    thing = parse.child(cue.head, "dobj")
    if thing is None or parse.subtree(thing)[1] != stop or True in quoted.flags[first:stop]:
        return False
    if parse.pos[thing] == "PRON" and stop == first + 1:
        return True
    return parse.lemmas[cue.head] in frames().judging and cue.stop <= first and parse.pos[thing] != "VERB"


def _clause_after(line: Line, cue: Cue, quoted: Quoted) -> Pieces:
    """A finite clause behind the verb."""
    parse = line.parse
    say = parse.lemmas[cue.head] in frames().say
    for i in parse.children[cue.head]:
        if (
            i >= cue.stop
            and parse.deps[i] == "dobj"
            and parse.lemmas[cue.head] == "say"
            and _is_clause(parse, i)
        ):
            return [
                (
                    max(parse.subtree(i)[0], cue.stop),
                    _stretched(parse, cue, parse.subtree(i)[1], quoted.flags),
                )
            ]
        if i >= cue.stop and parse.deps[i] == "ccomp" and (say or _is_finite(parse, i)):
            first, stop = parse.subtree(i)
            first, stop = torn_start(parse, cue, i, first), torn_end(parse, i, stop)
            lead = parse.words[first - 1] == "," and parse.tags[first] == "VBG"
            if lead and parse.lemmas[first] in frames().say and True in quoted.flags[: cue.first]:
                continue  # "…," he adds, noting that
            if first == cue.stop:
                first = _behind_day(parse, first, i)
            return [(max(first, cue.stop), _stretched(parse, cue, stop, quoted.flags))]
    return []


def _is_clause(parse: Parse, noun: int) -> bool:
    """Whether a noun's relative clause is its predicate ("said the boxes each consisted of a bag")."""
    verb = parse.child(noun, "relcl")
    subject = parse.child(verb, "nsubj") if verb is not None else None
    return subject is not None and parse.words[subject].lower() in ("each", "both", "all")


def _behind_day(parse: Parse, first: int, verb: int) -> int:
    """Where a clause starts behind the day of the saying ("said on Monday | the port would open")."""
    stop = first + 1
    if parse.deps[first] == "prep" and parse.lemmas[first].lower() == "on":
        stop = parse.subtree(first)[1]
        day = parse.child(first, "pobj")
    else:
        day = first if parse.deps[first] == "npadvmod" else None
    if day is None or parse.heads[first] != verb or parse.pos[day] != "PROPN" or not first < stop <= verb:
        return first
    if parse.words[stop] == ",":
        return first
    dated = any(e.start <= day < e.end and e.label == "DATE" for e in parse.entities)
    return stop if dated and stop - first <= _DAY else first


def _is_finite(parse: Parse, verb: int) -> bool:
    if parse.tags[verb] in _FINITE:
        return True
    return any(parse.tags[k] in _FINITE for k in parse.children[verb] if parse.deps[k] in ("aux", "auxpass"))


def _stretched(parse: Parse, cue: Cue, stop: int, flags: Sequence[bool]) -> int:
    """Where an indirect clause ends: at the sentence's end, unless the reporting clause goes on after it."""
    limit = len(parse)
    after = [i for i in parse.children[cue.head] if i >= stop and not flags[i]]
    if any(parse.deps[i] in _JOINED for i in after):
        limit = min(parse.subtree(i)[0] for i in after if parse.deps[i] in (*_JOINED, "cc"))
    for k in parse.ancestors(cue.head):
        behind = (i for i in parse.children[k] if i > cue.head and i >= stop)
        later = next((i for i in behind if not _is_torn(parse, i, stop)), None)
        if later is not None:
            limit = min(limit, parse.subtree(later)[0])
            break
    return over_colon(parse, cue, _cut(parse, cue, max(stop, limit)))


def _is_torn(parse: Parse, token: int, stop: int) -> bool:
    """Whether a word right behind a clause still belongs to it ("that they kept the port | closed")."""
    return token == stop and parse.tags[token] in ("VBN", "JJ") and parse.pos[stop - 1] in ("NOUN", "PROPN")


def _cut(parse: Parse, cue: Cue, stop: int) -> int:
    """Where a clause ends before the reporter's own words: ", adding that", "but warned that", ", while"."""
    lexicon = frames()
    for i in range(cue.stop + 3, stop - 1):
        said = parse.lemmas[i] in lexicon.say and parse.child(i, "ccomp") is not None
        if said and _has_same_subject(parse, cue, i):
            return i - 2 if parse.words[i - 2] == "," else i - 1
        if parse.words[i] in lexicon.aside and parse.words[i - 1] == "," and parse.deps[i] == "mark":
            return i - 1
        if parse.words[i] == "as" and parse.words[i - 2 : i] == (",", "even") and parse.deps[i] == "mark":
            return i - 2
    return _without_occasion(parse, cue, stop)


def _has_same_subject(parse: Parse, cue: Cue, verb: int) -> bool:
    """Whether a verb behind a cue has the cue's subject, whatever the parse hung it on.

    "said it would wait, adding that…" and "said it hoped for a deal but warned that…".
    """
    lead, tag, outer = parse.words[verb - 1].lower(), parse.tags[verb], frames().outer
    if tag == "VBG":
        return lead == "," and parse.lemmas[verb] in outer and parse.deps[verb] in ("advcl", "conj")
    if lead not in ("but", "and") or parse.deps[verb] != "conj" or tag not in ("VBD", "VBZ"):
        return False
    if (tag, parse.tags[cue.head]) not in (("VBD", "VBD"), ("VBD", "VBN"), ("VBZ", "VBZ")):
        return False
    subject = parse.child(parse.heads[verb], "nsubj")
    same = subject is not None and parse.words[subject].lower() in _PRONOUNS
    return same and (lead == "but" or parse.lemmas[verb] in outer)


def _without_occasion(parse: Parse, cue: Cue, stop: int) -> int:
    """Where a clause ends before "in an interview" or "at a rally"."""
    occasions = frames().occasions
    for i in range(max(cue.stop + 3, stop - _NEAR), stop - 1):
        if parse.lemmas[i] not in _ON or parse.deps[i] != "prep":
            continue
        noun = parse.child(i, "pobj")
        if noun is not None and parse.lemmas[noun] in occasions and parse.subtree(i)[1] >= stop - 1:
            return i
    return stop


def _before(line: Line, cue: Cue, source: Source | None, quoted: Quoted) -> Pieces:
    """What stands before "S said", closed by a comma, a dash or a quotation mark."""
    parse = line.parse
    edge = _edge(parse, cue, source)
    if edge < 2:
        return []
    low, high = line.start + parse.ends[edge - 1] - 1, line.start + parse.starts[edge]
    mark = next((m for m in quoted.marks if low <= m.end <= high), None)
    fronted = (i for i in parse.children[cue.head] if i < edge and parse.deps[i] == "ccomp")
    left = next((i for i in fronted if not opened(parse, i)), None)
    start = parse.subtree(left)[0] if left is not None else edge
    if mark is not None:
        return [(min(start, line.tokens_of(max(mark.start, line.start), line.end)[0]), edge)]
    if parse.words[edge - 1] != "," and parse.words[edge - 1] not in _DASHES:
        return []
    if left is not None:
        return [(0 if parse.heads[cue.head] == cue.head else start, edge), *_tail(parse, cue, quoted.flags)]
    if parse.deps[cue.head] == "parataxis":
        return _set_in(parse, cue, edge)
    # "It could come in May, the paper reported on Monday": the parse hung the saying on what was said.
    behind = (
        parse.deps[cue.head] == "advcl" and parse.heads[cue.head] < edge and parse.tags[cue.head] in _FINITE
    )
    plain = parse.child(cue.head, "mark", "advmod", "dobj", "ccomp", "xcomp") is None
    return [(0, edge)] if behind and plain and parse.subtree(cue.head)[1] >= len(parse) - 1 else []


def _edge(parse: Parse, cue: Cue, source: Source | None) -> int:
    """The first token of "S said" or "said S"."""
    if source is None or source.head >= cue.first:
        return cue.first
    between = range(source.stop, cue.first)
    above = parse.heads[parse.heads[cue.head]] if parse.deps[cue.head] == "pcomp" else cue.head
    if any(parse.tags[i] in _FINITE and parse.heads[i] not in (cue.head, above) for i in between):
        return cue.first
    return min(cue.first, source.first)


def _set_in(parse: Parse, cue: Cue, edge: int) -> Pieces:
    """The clause that "he said" is set into, on both sides of it."""
    host = parse.heads[cue.head]
    while parse.heads[host] != host and not _has_words(parse, parse.subtree(host)[0], edge):
        host = parse.heads[host]
    first, stop = parse.subtree(host)
    after = parse.subtree(cue.head)[1]
    return [(first, edge), (after, stop)] if stop > after + 1 else [(first, edge)]


def _tail(parse: Parse, cue: Cue, flags: Sequence[bool]) -> Pieces:
    """The noun phrase behind a cue that goes on with the clause before it ("A, Ruiz said, the most ever")."""
    first = cue.stop + 1
    if first >= len(parse) or parse.words[cue.stop] != "," or flags[first]:
        return []
    for i in parse.children[cue.head]:
        if i < first or parse.deps[i] not in _TAILS or parse.pos[i] not in ("NOUN", "NUM"):
            continue
        low, stop = parse.subtree(i)
        dated = any(e.start <= i < e.end and e.label in ("DATE", "TIME") for e in parse.entities)
        return [(first, stop)] if low == first and stop >= len(parse) - 1 and not dated else []
    return []


def _has_words(parse: Parse, first: int, stop: int) -> bool:
    return any(parse.pos[i] != "PUNCT" for i in range(first, stop))


def _with_rest(line: Line, cue: Cue, pieces: Pieces, quoted: Quoted) -> Pieces:
    """The pieces, and the second half of a quotation that goes on behind its cue ("A," he said, "b.")."""
    if pieces[-1][1] > cue.first:
        return pieces
    first, stop = _next_mark(line, cue, quoted)
    near = stop > first and (first == cue.stop or line.parse.words[first - 1] in _LEADS)
    return [*pieces, (first, stop)] if near and _only_adjuncts(line.parse, cue, first) else pieces


def _marked_after(line: Line, cue: Cue, quoted: Quoted) -> Pieces:
    """A quotation behind the verb that the parse did not give it."""
    first, stop = _next_mark(line, cue, quoted)
    if stop <= first or _only_qualifies(line.parse, first, stop):
        return []
    near = first == cue.stop or line.parse.words[first - 1] in (",", ":")
    return [(first, stop)] if near or _only_adjuncts(line.parse, cue, first) else []


def _only_qualifies(parse: Parse, first: int, stop: int) -> bool:
    """Whether a quotation is one adjective before its noun ("revealing "tempting" eyes")."""
    inside = [i for i in range(first, stop) if parse.pos[i] != "PUNCT"]
    return len(inside) == 1 and parse.deps[inside[0]] == "amod" and parse.heads[inside[0]] >= stop


def _next_mark(line: Line, cue: Cue, quoted: Quoted) -> tuple[int, int]:
    """The tokens of the first quotation behind a cue; an empty range when there is none."""
    for m in quoted.marks:
        first, stop = line.tokens_of(max(m.start, line.start), min(m.end, line.end))
        if first >= cue.stop and stop > first:
            return first, stop
    return cue.stop, cue.stop


def _behind_colon(parse: Parse, cue: Cue) -> Pieces:
    """The rest of a sentence behind "she added:"."""
    near = range(cue.stop, min(cue.stop + _NEAR + 1, len(parse)))
    colon = next((i for i in near if parse.words[i] == ":"), None)
    if colon is None or colon + 1 >= len(parse) or not _only_adjuncts(parse, cue, colon):
        return []
    return [(colon + 1, len(parse))]


def _only_adjuncts(parse: Parse, cue: Cue, first: int) -> bool:
    """Whether only words that say when, where and to whom stand between the cue and a token."""
    if first - cue.stop > _NEAR:
        return False
    return not any(parse.pos[i] in ("VERB", "AUX") for i in range(cue.stop, first))


def trimmed(line: Line, pieces: Pieces, quoted: Quoted, cue: Cue) -> list[Stretch]:
    """Token ranges as stretches of text: whole quotations, no separators at the edges, not the cue."""
    parse, base = line.parse, line.start
    cue_start, cue_end = base + parse.starts[cue.first], base + parse.ends[cue.stop - 1]
    found: list[Stretch] = []
    for first, stop in pieces:
        if stop <= first:
            continue
        start, end = base + parse.starts[first], base + parse.ends[stop - 1]
        if quoted.marks:
            marks = [m for m in quoted.marks if not m.start < cue_start < m.end]
            start, end = _with_whole_marks(line, marks, start, end)
        start, end = _without_separators(line, quoted.marks, start, end)
        if start < cue_start and end >= cue_end:
            end = cue_start
        if end > start:
            found.append(Stretch(start=start, end=end))
    return found


def _with_whole_marks(line: Line, marks: Sequence[Marked], start: int, end: int) -> tuple[int, int]:
    """A stretch that cuts no quotation in two; it ends with a long one that closes with its comma."""
    for m in marks:
        if m.start < start < m.end:
            start = m.start
        if m.start < end < m.end:
            end = m.end
        comma = line.text[m.outer - 1 - line.start : m.outer - line.start] == ","
        if start <= m.start and m.end < end and comma and m.outer - m.inner >= _LONG:
            return start, m.end
        if m.start < end and 0 < end - m.end <= 1:
            end = m.end
    return start, end


def _without_separators(line: Line, marks: Sequence[Marked], start: int, end: int) -> tuple[int, int]:
    text, base = line.text, line.start
    if not marks or not any(m.end == end for m in marks):
        loose = True
        while loose:
            while end > start and text[end - base - 1 : end - base] in _TRAIL:
                end -= 1
            loose = text[end - base - 1 : end - base] in _LAST_LETTERS and (
                _LOOSE_END.search(text, max(start, end - 12) - base, end - base) is not None
            )
            end -= 3 if loose and text[end - base - 3 : end - base].isalpha() else 2 if loose else 0
    while start < end and 0 <= start - base < len(text) and text[start - base] in _TRAIL:
        start += 1
    return start, end
