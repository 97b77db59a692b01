"""What the sentence offers around a cue: whom it may belong to, what it may give, where the edges may be.

Each candidate carries the names of the constructions that gave it; a small linear model (`quote_model`) picks
one. The rules' own answer is one of the candidates.
"""

from collections.abc import Iterator, Mapping, Sequence

from twosource.language import Parse

from .document import Line
from .quote_content import Quoted, Stretch, trimmed
from .quote_cues import Cue
from .quote_phrases import Pieces
from .quote_speakers import Source

__all__ = ["Given", "content_candidates", "cue_spans", "head_candidates", "source_spans"]

Given = dict[tuple[tuple[int, int], ...], list[str]]
"""Candidates, in order: stretches of the report's text → the constructions that gave them."""

_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_NO_CONTENT = frozenset(("punct", "aux", "auxpass", "prt", "cc", "neg", "mark", "det", "poss", "preconj"))
_RELATIONS = ("from", "by", "of", "among", "for", "in", "to", "with")
_STEPS = 4
_NO_CUE = frozenset(("PUNCT", "NOUN", "PROPN", "PRON", "DET", "NUM"))
_LEFT = frozenset(("ccomp", "advcl", "dobj", "nsubjpass", "nsubj"))
_RESTS = frozenset(("xcomp", "ccomp", "oprd", "prep", "dobj"))
_INNER = frozenset(("dobj", "ccomp", "xcomp", "acl", "prep"))
_BESIDE = frozenset(("ccomp", "attr", "xcomp", "acl", "acomp"))
_SEPARATORS = frozenset((",", "-", "–", "—", "--", ";"))
_CUTTABLE = frozenset(("ccomp", "xcomp", "dobj", "prep", "in:prep"))
_FAR = 24
"""Tokens before a candidate's end where it may be cut."""
_CUTS = 4
_MOST = 24
"""Candidates looked at for one cue."""


def head_candidates(parse: Parse, cue: Cue, ruled: Source | None) -> dict[int, list[str]]:
    """The words that may head the source, each with its relation to the cue; -1 stands for no source."""
    found: dict[int, list[str]] = {-1: []}
    if ruled is not None:
        found[ruled.head] = ["rule"]
    else:
        found[-1].append("rule")

    def give(token: int | None, name: str) -> None:
        if token is not None and parse.pos[token] in _NOUNS and not cue.first <= token < cue.stop:
            found.setdefault(token, []).append(name)

    head = cue.head
    for i in parse.children[head]:
        dep = parse.deps[i]
        if dep in _SUBJECTS or dep in ("poss", "dobj", "attr", "appos", "compound", "amod", "pobj"):
            give(i, dep)
        elif dep in ("prep", "agent"):
            word = parse.words[i].lower()
            if dep == "agent" or word in _RELATIONS:
                give(parse.child(i, "pobj"), "by" if dep == "agent" else word)
    verb = head
    for step in range(_STEPS):
        up, dep = parse.heads[verb], parse.deps[verb]
        if up == verb:
            break
        if dep in ("acl", "relcl", "appos", "prep") and parse.pos[up] in _NOUNS:
            give(up, f"^{dep}")
        for i in parse.children[up]:
            if i != verb and parse.deps[i] in _SUBJECTS:
                give(i, f"^{min(step, 2)}{dep}.{parse.deps[i]}")
        verb = up
    return found


def source_spans(parse: Parse, cue: Cue, source: Source) -> dict[tuple[int, int], list[str]]:
    """The token ranges that a source with this head may span: without, or with, what hangs on it."""
    found: dict[tuple[int, int], list[str]] = {}
    head = source.head
    low, high = 0, len(parse)
    if head < cue.first:
        high = cue.first
    else:
        low = cue.stop

    def give(first: int, stop: int, name: str) -> None:
        first, stop = max(first, low), min(stop, high)
        while stop - 1 > head and parse.words[stop - 1] in (",", ";", ":", "-", "–", "—", "."):
            stop -= 1
        while first < head and parse.pos[first] == "PUNCT" and parse.words[first] not in ("(", "[", '"', "“"):
            first += 1
        if first <= head < stop:
            found.setdefault((first, stop), []).append(name)
            # An apposition's closing comma is often annotated with it.
            if stop < high and parse.words[stop] == "," and "," in parse.words[first:stop]:
                found.setdefault((first, stop + 1), []).append(f"{name},")

    found[source.first, source.stop] = ["rule"]
    first, stop = parse.subtree(head)
    give(first, stop, "all")
    give(head, head + 1, "head")
    left = min([parse.subtree(i)[0] for i in parse.children[head] if i < head], default=head)
    give(left, head + 1, "bare")
    give(left, source.stop, "left")
    reached = head + 1
    for i in parse.children[head]:
        if i > head:
            end = parse.subtree(i)[1]
            give(left, parse.subtree(i)[0], f"<{parse.deps[i]}")
            reached = max(reached, end)
            give(left, reached, parse.deps[i])
    if parse.deps[head] == "poss" and head + 1 < len(parse) and parse.tags[head + 1] == "POS":
        give(left, head + 1, "owner")
        give(left, head + 2, "owners")
    return found


def cue_spans(parse: Parse, cue: Cue) -> dict[tuple[int, int], list[str]]:
    """The token ranges that a cue may span: its verb with the words beside it."""
    found: dict[tuple[int, int], list[str]] = {(cue.first, cue.stop): ["rule"]}
    if cue.sort == "according":
        return found
    head = cue.head
    lefts = [(head, "")]
    for i in range(head - 1, max(-1, head - 5), -1):
        up = parse.heads[i]
        related = up == head or parse.heads[up] == head or parse.heads[head] in (i, up)
        if not related or parse.deps[i] in _SUBJECTS or parse.pos[i] in _NO_CUE:
            break
        lefts.append((i, f"{parse.deps[i]}.{parse.pos[i]}"))
    rights = [(head + 1, "")]
    stop = head + 1
    while stop < min(len(parse), head + 4) and parse.heads[stop] == head:
        if parse.deps[stop] not in ("prt", "prep", "advmod", "dative"):
            break
        rights.append((stop + 1, f"{parse.deps[stop]}.{parse.lemmas[stop]}"))
        stop += 1
    thing = parse.child(head, "dobj", "attr", "acomp")
    if thing is not None and head < thing <= head + 4 and parse.pos[thing] != "PRON":
        rights.append((thing + 1, f"{parse.deps[thing]}"))
        if thing + 1 < len(parse) and parse.deps[thing + 1] == "prep":
            rights.append((thing + 2, f"{parse.deps[thing]}.prep"))
    for first, left in lefts:
        for end, right in rights:
            found.setdefault((first, end), []).append(f"{left}|{right}")
    return found


def content_candidates(
    line: Line, cue: Cue, source: Source | None, quoted: Quoted, ruled: Sequence[Stretch]
) -> Given:
    """What the cue may give as said, the rules' answer first."""
    parse = line.parse
    found: Given = {}
    if ruled:
        found[tuple([(s.start, s.end) for s in ruled])] = ["rule"]
    seen: dict[tuple[tuple[int, int], ...], list[str]] = {}
    for name, pieces in _pieces(line, cue, source, quoted):
        kept = tuple([p for p in pieces if p[1] > p[0]])
        if kept:
            seen.setdefault(kept, []).append(name)
    for shorter, name in _cut(parse, cue, found, seen, line):
        seen.setdefault(shorter, []).append(name)
    for ranges, names in list(seen.items())[:_MOST]:
        stretches = trimmed(line, list(ranges), quoted, cue)
        if stretches:
            found.setdefault(tuple([(s.start, s.end) for s in stretches]), []).extend(names)
    return found


def _cut(
    parse: Parse, cue: Cue, found: Given, seen: Mapping[tuple[tuple[int, int], ...], list[str]], line: Line
) -> list[tuple[tuple[tuple[int, int], ...], str]]:
    """The first candidates without what is hung on behind a comma, a dash or an "and" near their end."""
    hosts = [tuple([line.tokens_of(max(a, line.start), min(b, line.end)) for a, b in k]) for k in found]
    hosts += [k for k, names in seen.items() if names[0] in _CUTTABLE][:1]
    cut: list[tuple[tuple[tuple[int, int], ...], str]] = []
    for host in hosts[:2]:
        first, stop = host[-1]
        if first < cue.stop or stop > len(parse):
            continue
        least = max(first + 2, cue.stop + 2)
        for at in range(stop - 2, max(least, stop - _FAR) - 1, -1):
            if len(cut) >= _CUTS:
                break
            word = parse.words[at]
            if word in _SEPARATORS:
                behind = next((parse.deps[k] for k in range(at + 1, stop) if parse.heads[k] < at), "")
                cut.append(((*host[:-1], (first, at)), f"cut:{behind}"))
            elif parse.deps[at] == "cc" and parse.words[at - 1] not in _SEPARATORS:
                joined = next((parse.pos[k] for k in range(at + 1, stop) if parse.heads[k] < at), "")
                cut.append(((*host[:-1], (first, at)), f"cut:cc.{joined}"))
    return cut


def _pieces(line: Line, cue: Cue, source: Source | None, quoted: Quoted) -> list[tuple[str, Pieces]]:
    """Named token ranges around a cue."""
    parse = line.parse
    after = [
        (i, *parse.subtree(i))
        for i in parse.children[cue.head][:_MOST]
        if i >= cue.stop and parse.deps[i] not in _NO_CONTENT and (source is None or i != source.head)
    ]
    behind = source.stop if source is not None and source.head >= cue.stop else cue.stop
    edge = min(cue.first, source.first) if source is not None and source.stop >= cue.first - 3 else cue.first
    found = [*_behind(parse, after, behind), *_before(parse, cue, source, edge, after)]
    if edge > 1:
        found.append(("before", [(0, edge)]))
        if behind < len(parse) - 1:
            found.append(("around", [(0, edge), (behind, len(parse))]))
    found.extend(_above(parse, cue, after))
    for m in quoted.marks[:6]:
        first, stop = line.tokens_of(max(m.start, line.start), min(m.end, line.end))
        found.append(("mark>" if first >= cue.stop else "<mark", [(first, stop)]))
        if stop <= edge and first > 0:
            found.append(("<tomark", [(0, stop)]))
        elif first > behind:
            found.append(("tomark>", [(behind, stop)]))
    return found


def _behind(parse: Parse, after: Sequence[tuple[int, int, int]], behind: int) -> Iterator[tuple[str, Pieces]]:
    """What stands behind the cue: each of its dependents, and runs of them."""
    start, size = -1, len(parse)
    for i, first, stop in after:
        dep = parse.deps[i]
        first = max(first, behind)
        if dep == "prep" or dep == "agent":
            dep = f"prep.{parse.lemmas[i]}" if parse.lemmas[i] in _RELATIONS else "prep"
            yield f"in:{dep}", [(first + 1, stop)]
        yield dep, [(first, stop)]
        if start < 0 and dep not in ("advmod", "npadvmod", "dative"):
            start = first
        if 0 <= start < first:
            yield f"to:{dep}", [(start, stop)]
            yield f"upto:{dep}", [(start, first)]
        if stop < size - 1:
            yield f"on:{dep}", [(first, size)]
        if dep in ("xcomp", "dobj", "attr", "acomp"):
            # "continued to express C", "expressed a desire to C"
            for k in parse.children[i]:
                if k > i and parse.deps[k] in _INNER:
                    yield f"{dep}>{parse.deps[k]}", [parse.subtree(k)]
    yield "rest", [(behind, size)]


def _before(
    parse: Parse, cue: Cue, source: Source | None, edge: int, after: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[str, Pieces]]:
    """What hangs on the cue before it, alone or with what hangs on it behind ("X was said to C")."""
    rest = next(((a, b) for i, a, b in after if parse.deps[i] in _RESTS), None)
    for i in parse.children[cue.head][:_MOST]:
        if i >= edge or parse.deps[i] not in _LEFT:
            continue
        if source is not None and source.first <= i < source.stop:
            continue
        dep = parse.deps[i]
        first, stop = parse.subtree(i)
        piece = (first, min(stop, edge))
        yield f"<{dep}", [piece]
        if rest is not None:
            yield f"<{dep}+", [piece, rest]
            if parse.pos[rest[0]] == "ADP":
                yield f"<{dep}+in", [piece, (rest[0] + 1, rest[1])]


def _above(parse: Parse, cue: Cue, after: Sequence[tuple[int, int, int]]) -> Iterator[tuple[str, Pieces]]:
    """What the cue itself hangs on: the noun it describes, the clause it is set into."""
    head = cue.head
    up, dep = parse.heads[head], parse.deps[head]
    if up == head:
        return
    if up < cue.first and dep in ("acl", "relcl") and parse.pos[up] in ("NOUN", "PROPN", "PRON"):
        first = parse.subtree(up)[0]
        yield f"^{dep}", [(first, cue.first)]
        yield f"^{dep}.n", [(first, up + 1)]
        if after:
            yield f"^{dep}+", [(first, up + 1), after[0][1:]]
    elif dep in ("parataxis", "ccomp", "advcl", "prep"):
        first, stop = parse.subtree(up)
        own = parse.subtree(head)
        if first < own[0]:
            yield f"^{dep}", [(first, own[0])]
        if own[1] < stop - 1 and own[0] <= first:
            yield f"^{dep}>", [(own[1], stop)]
    if cue.sort != "verb":
        for i in parse.children[up]:
            if i > cue.stop and parse.deps[i] in _BESIDE:
                yield f"^{parse.deps[i]}", [parse.subtree(i)]
