"""Several named actors as one: "Ruiz and Lund said …", then "the two", "both sides", "the pair".

A group is made only where the report lets it act as one: its members speak together, or are taken up
together. Its name lists its members. Two others in between, and "the two" stays unresolved.
"""

from collections.abc import Mapping, Sequence

from twosource.language import Parse
from twosource.lexicon import load

from .actor_groups import Draft, Drafts
from .actor_names import Named
from .actor_roles import role_before
from .document import Line

__all__ = ["add_collectives", "name_collectives"]

_NEAR = 3  # sentences back in which the two must have been named together
_RECENT = 12  # groups looked back at
_MOST = 4  # members
_PEOPLE = frozenset(
    ("leader", "man", "woman", "president", "minister", "statesman", "brother", "sister", "senator")
)
_PLACES = frozenset(("country", "nation", "government", "state", "neighbor", "neighbour", "ally", "capital"))
_SIDES = frozenset(("side", "party", "rival"))
_PAIRS = frozenset(("two", "pair", "duo"))


def add_collectives(drafts: Drafts, names: Sequence[Named], lines: Sequence[Line]) -> None:
    """Groups of named actors and every place where they stand together or are taken up together."""
    by_line: dict[int, list[tuple[Named, Draft]]] = {}
    for index, named in enumerate(names):
        by_line.setdefault(named.line.number, []).append((named, drafts.by_name[index]))
    taken = {a: d for d in drafts.drafts if d.plural for a, _, k in d.places if k == "nominal"}
    recent: list[tuple[int, list[Draft]]] = []
    for line in lines:
        here = by_line.get(line.number, [])
        joined = _coordinated(line, _without_fields(line.parse, here)) if len(here) > 1 else []
        lower = line.text.lower()
        if "two" in lower or "both" in lower or "pair" in lower or "duo" in lower:
            back = [m for n, m in recent[-_RECENT:] if line.number - n <= _NEAR]
            _take_up(drafts, line, here, back, taken)
        for first, stop, members in joined:
            if _speaks(line.parse, stop - 1, first):
                span = line.span(first, stop)
                _group(drafts, members).add(span.start, span.end, "name")
            recent.append((line.number, members))
        if not joined and (faced := _faced(line, here)):
            recent.append((line.number, faced))


def _without_fields(parse: Parse, here: Sequence[tuple[Named, Draft]]) -> list[tuple[Named, Draft]]:
    """The names of a line but for those within somebody's office ("Senate" in "Senate clerk Bo Lund")."""
    offices = []
    for k, (named, draft) in enumerate(here):
        before = (
            role_before(parse, named.first, here[k - 1][0].first) if k and draft.type == "person" else None
        )
        if before is not None:
            offices.append((before, named.first))
    return [(n, d) for n, d in here if not any(a <= n.first and n.stop <= b for a, b in offices)]


def _coordinated(line: Line, here: Sequence[tuple[Named, Draft]]) -> list[tuple[int, int, list[Draft]]]:
    """Runs of two to four names of one kind joined by "and" and commas: their tokens and actors."""
    parse, found = line.parse, []
    k = 0
    while k < len(here):
        run = [here[k]]
        closed = False
        while k + 1 < len(here) and not closed and here[k + 1][1].type == run[0][1].type:
            between = [w.lower() for w in parse.words[run[-1][0].stop : _office(parse, run[-1], here[k + 1])]]
            if not between or not set(between) <= {",", "and", "&", "mr.", "mrs.", "ms.", "president"}:
                break
            closed = "and" in between or "&" in between
            k += 1
            run.append(here[k])
        members = list(dict.fromkeys(id(d) for _, d in run))
        if closed and 2 <= len(members) == len(run) <= _MOST and run[0][1].type in ("person", "country"):
            found.append((_with_title(parse, run[0][0].first), run[-1][0].stop, [d for _, d in run]))
        k += 1
    return found


def _office(parse: Parse, last: tuple[Named, Draft], following: tuple[Named, Draft]) -> int:
    """Where a name and the office before it start ("Ruiz and Treasurer Bo Lund")."""
    first = following[0].first
    before = role_before(parse, first, last[0].stop) if following[1].type == "person" else None
    return first if before is None else before


def _faced(line: Line, here: Sequence[tuple[Named, Draft]]) -> list[Draft]:
    """The only two people of a line when one does something to the other ("Ruiz told Lund …")."""
    parse = line.parse
    people = [(n.stop - 1, d) for n, d in here if d.type == "person"]
    if len({id(d) for _, d in people}) != 2:
        return []
    for token, draft in people:
        if parse.deps[token] != "nsubj":
            continue
        verb = parse.heads[token]
        for other, faced in people:
            above = parse.heads[other]
            above = parse.heads[above] if parse.deps[above] in ("prep", "agent", "dative") else above
            if faced is not draft and above == verb and other > verb:
                return [draft, faced]
    return []


def _with_title(parse: Parse, first: int) -> int:
    """With the form of address before the first name."""
    return first - (first > 0 and parse.words[first - 1] in ("Mr.", "Mrs.", "Ms.", "Messrs."))


def _speaks(parse: Parse, last: int, first: int) -> bool:
    """Whether the names at first..last are the subject of a verb of speech or agreement."""
    for i in range(first, last + 1):
        if parse.deps[i] in ("nsubj", "nsubjpass"):
            return parse.lemmas[parse.heads[i]].lower() in _speech()
    return False


def _speech() -> frozenset[str]:
    return frozenset(load("offices")["joint_verbs"])


def _group(drafts: Drafts, members: Sequence[Draft]) -> Draft:
    """The group of these members, in whatever order they come."""
    ids = {id(d) for d in members}
    for draft in drafts.drafts:
        if draft.members and {id(d) for d in draft.members} == ids:
            return draft
    draft = Draft(type="group", name="", plural=True, members=list(members))
    drafts.drafts.append(draft)
    return draft


def _take_up(
    drafts: Drafts,
    line: Line,
    here: Sequence[tuple[Named, Draft]],
    back: Sequence[list[Draft]],
    taken: Mapping[int, Draft],
) -> None:
    """ "the two", "the two leaders", "both countries": the pair of the kind that the noun asks for."""
    parse = line.parse
    for i, word in enumerate(parse.words):
        low = word.lower()
        if low == "both" and i + 1 < len(parse) and parse.tags[i + 1] == "NNS":
            first, head = i, i + 1
            if i and parse.words[i - 1].lower() in ("on", "from"):
                continue  # "on both sides": everywhere
        elif low in _PAIRS and i > 0 and parse.words[i - 1].lower() in ("the", "these"):
            first = i - 1
            head = i + 1 if i + 1 < len(parse) and parse.tags[i + 1] == "NNS" and low == "two" else i
        else:
            continue
        kinds = _wanted(parse, head)
        if not kinds or (head == i and low == "two" and not _stands_alone(parse, i)):
            continue
        pair = _pair([(n, d) for n, d in here if n.stop <= first], kinds, back)
        if pair is None:
            continue
        group = _group(drafts, pair)
        span = line.span(first, head + 1)
        other = taken.get(span.start)
        if other is not None and other is not group:
            other.places = [p for p in other.places if p[0] != span.start]
        group.add(span.start, span.end, "nominal")


def _pair(
    before: Sequence[tuple[Named, Draft]],
    kinds: Sequence[str],
    back: Sequence[list[Draft]],
) -> list[Draft] | None:
    """The two of a kind that the line has named before, else the pair that earlier lines have joined."""
    for kind in kinds:
        here = list({id(d): d for _, d in before if d.type == kind}.values())
        if len(here) == 2:
            return here
        if here:
            return None
    pairs = [m for m in back if len(m) == 2 and m[0].type in kinds]
    different = {frozenset(id(d) for d in m) for m in pairs[-2:]}
    return pairs[-1] if len(different) == 1 else None


def _stands_alone(parse: Parse, token: int) -> bool:
    return parse.deps[token] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")


def _wanted(parse: Parse, head: int) -> tuple[str, ...]:
    """The types of actor that a noun asks for; none when it asks for something else ("both talks")."""
    lemma = parse.lemmas[head].lower()
    if lemma in _PEOPLE or parse.words[head].lower() in ("pair", "duo"):
        return ("person",)
    if lemma in _PLACES:
        return ("country",)
    if lemma in _SIDES or parse.words[head].lower() == "two":
        return ("person", "country")
    return ()


def name_collectives(drafts: Drafts) -> None:
    """Names groups after their members, whose names are at their fullest; drops actors left without place."""
    for draft in drafts.drafts:
        if draft.members:
            names = [m.name for m in draft.members]
            draft.name = f"{', '.join(names[:-1])} and {names[-1]}"
    drafts.drafts = [d for d in drafts.drafts if d.places]
