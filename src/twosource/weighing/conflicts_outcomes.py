"""Conflicts about how something stands or came out: done or not, passed or voted down, open or closed.

An outcome is a value in one dimension (lexicon/conflicts.toml, `outcomes`) that a verb gives to its theme:
the object of a verb that has one, else its subject. Two values of one dimension that rule each other out, of
one theme and one doer, are a conflict; so are one deed told and the same deed denied.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words
from twosource.model import ConflictAbout

from .conflicts_alike import one_day, same_event, set_apart, weigh
from .conflicts_fillers import Filler, Scene
from .conflicts_frames import Frame, deed_of, frame_of
from .conflicts_lines import Dispute, Line
from .conflicts_questions import named, whether
from .conflicts_tellings import MOST

__all__ = ["denial_disputes", "outcome_disputes"]

_ENOUGH = 1.4
_DENIED = 1.4
_EMPTY = frozenset({"place"})  # objects that are part of their verb: "take place"
_WHERE = frozenset({"in", "at", "on", "by", "during", "near"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Outcome:
    """A value that a frame gives its theme."""

    frame: Frame
    dimension: str
    value: str
    theme: tuple[Filler, ...]
    line: Line


@cache
def _verbs() -> Mapping[str, tuple[tuple[frozenset[str], str, str], ...]]:
    """First word → (the words that go with it, dimension, value), longest first."""
    found: dict[str, list[tuple[frozenset[str], str, str]]] = defaultdict(list)
    for dimension, values in load("conflicts")["outcomes"].items():
        for value, phrases in values.items():
            for phrase in phrases:
                first, *rest = phrase.split()
                found[first].append((frozenset(rest), dimension, value))
    return {w: tuple(sorted(some, key=lambda s: (-len(s[0]), s[1], s[2]))) for w, some in found.items()}


@cache
def _clashes() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("conflicts")["ruled_out"])


def outcome_disputes(scenes: Sequence[Scene]) -> list[Dispute]:
    """Conflicts between outcomes, dimension by dimension."""
    blocks: dict[str, list[_Outcome]] = defaultdict(list)
    for scene in scenes:
        telling = scene.telling
        still = _going_on(scene) if "still" in telling.vocabulary else ()
        known = () if telling.vocabulary.isdisjoint(_verbs()) else _outcomes(scene)
        for outcome in (*known, *still):
            blocks[outcome.dimension].append(outcome)
    found: list[Dispute] = []
    for dimension in sorted(blocks):
        found += _on_outcomes(blocks[dimension])
    return found


def _outcomes(scene: Scene) -> Iterator[_Outcome]:
    parse = scene.parse
    for token, lemma in enumerate(parse.lemmas):
        if lemma.lower() not in _verbs() or not _tells(parse, token):
            continue
        near = {parse.lemmas[i].lower() for c in parse.children[token] for i in (c, *parse.children[c])}
        hits: dict[str, tuple[frozenset[str], str, str]] = {}
        for hit in _verbs()[lemma.lower()]:
            if hit[0] <= near and all(len(h[0]) == len(hit[0]) for h in hits.values()):
                hits.setdefault(hit[1], hit)
        frame = frame_of(scene, token, lemma.lower()) if hits else None
        if frame is None or _bygone(frame):
            continue
        for rest, dimension, value in hits.values():
            found = _outcome(scene, frame, rest, dimension, value)
            if found is not None:
                yield found


def _tells(parse: Parse, token: int) -> bool:
    """Whether a word is one that says something of its clause."""
    pos, dep = parse.pos[token], parse.deps[token]
    if pos == "AUX":
        return dep not in ("aux", "auxpass")
    return pos == "VERB" or (pos == "ADJ" and dep in ("acomp", "oprd", "ccomp"))


def _outcome(scene: Scene, frame: Frame, rest: frozenset[str], dimension: str, value: str) -> _Outcome | None:
    """The outcome that a verb, with the words `rest` that go with it, gives its theme."""
    parse = scene.parse
    things = tuple(f for f in frame.things if parse.lemmas[f.token].lower() not in rest & _EMPTY)
    if not things and rest:  # "go ahead with the bid"
        links = [c for c in parse.children[frame.token] if parse.lemmas[c].lower() == "with"]
        things = tuple(scene.among([g for c in links for g in parse.children[c] if parse.deps[g] == "pobj"]))
    theme = frame.doers if {dimension, value} & words("conflicts", "undergoing") else things or frame.doers
    if not theme or (dimension == "course" and all(f.names and not f.kind for f in theme)):
        return None  # somebody is no occasion
    if any(parse.lemmas[i].lower() in ("until", "till") for i in frame.unit.clause.tokens):
        return None
    said = "holding" if value == "held" and not things and not rest else value
    said = f"not {said}" if frame.denied else said
    return _Outcome(
        frame=frame, dimension=dimension, value=said, theme=theme, line=frame.line(said, [theme[0].token])
    )


def _going_on(scene: Scene) -> Iterator[_Outcome]:
    """What is being done is under way: "divers are still searching" tells of the search."""
    parse = scene.parse
    for token, tag in enumerate(parse.tags):
        if tag != "VBG" or parse.pos[token] != "VERB" or parse.child(token, "aux") is None:
            continue
        if not any(parse.lemmas[c].lower() == "still" for c in parse.children[token]):
            continue
        kind = deed_of(parse, token)
        frame = frame_of(scene, token, kind) if kind else None
        if frame is not None and not frame.denied:
            theme = Filler(token=token, kind=kind, names=frozenset(), marks=frozenset())
            line = frame.line("under way")
            yield _Outcome(frame=frame, dimension="course", value="under way", theme=(theme,), line=line)


def _on_outcomes(block: Sequence[_Outcome]) -> Iterator[Dispute]:
    block = block[: 3 * MOST]
    taken: set[int] = set()
    for n, a in enumerate(block):
        for b in block[n + 1 :]:
            if id(a) in taken or id(b) in taken or frozenset({a.value, b.value}) not in _clashes():
                continue
            if not _one_matter(a, b) or _both_told(a, b, block):
                continue
            sides = [[a], [b]]
            for c in block:
                for side in sides:
                    if c is not side[0] and c.value == side[0].value and _theme_meets(c, side[0]):
                        side.append(c)
            taken.update(id(o) for side in sides for o in side)
            about: ConflictAbout = "status" if a.dimension in words("conflicts", "courses") else "polarity"
            yield Dispute(
                about=about, kind="conflict", question=_question(a, b),
                why="one matter, outcomes that rule each other out",
                sides=tuple(tuple(o.line for o in side) for side in sides),
            )  # fmt: skip


def _theme_meets(a: _Outcome, b: _Outcome) -> bool:
    return any(x.meets(y) for x in a.theme for y in b.theme) and not (_any(a) and _any(b))


def _any(o: _Outcome) -> bool:
    """Whether a theme is one of many: "an invitation"."""
    parse = o.frame.telling.parse
    return any(
        parse.lemmas[c].lower() in ("a", "an", "some", "any")
        for f in o.theme
        for c in parse.children[f.token]
    )


def _one_matter(a: _Outcome, b: _Outcome) -> bool:
    f, g = a.frame, b.frame
    if not _theme_meets(a, b) or set_apart(f, g, "outcome"):
        return False
    if f.mode != g.mode and a.dimension not in words("conflicts", "courses"):
        return False
    by = a.theme == f.things and b.theme == g.things and f.doers and g.doers
    if by and not any(x.meets(y) for x in f.doers for y in g.doers):
        return False
    return weigh(f, g) >= _ENOUGH


def _both_told(a: _Outcome, b: _Outcome, block: Sequence[_Outcome]) -> bool:
    return any(
        c.frame.report == one.frame.report and c.value == two.value and _theme_meets(c, two)
        for one, two in ((a, b), (b, a))
        for c in block
    )


def _question(a: _Outcome, b: _Outcome) -> str:
    outcome = min((a, b), key=lambda o: (len(o.frame.unit.clause.tokens), o.frame.unit.order))
    parse = outcome.frame.telling.parse
    token = outcome.theme[0].token
    what = named(outcome.frame, token)
    owner, _, rest = what.partition(" ")
    if owner in ("its", "their", "his", "her", "our"):
        what = f"the {rest}"
    many = parse.tags[token] in ("NNS", "NNPS")
    one, two = sorted((a.value, b.value), key=lambda v: (v.startswith("not "), v))
    asked: dict[str, str] = load("conflicts")["asked"]
    if "begun" in (one, two):
        other = two if one == "begun" else one
        return f"Have {what} begun, or are they {other}?" if many else f"Has {what} begun, or is it {other}?"
    if a.dimension in asked:
        return asked[a.dimension].format(what=what)
    if a.dimension in words("conflicts", "courses"):
        return f"{'Are' if many else 'Is'} {what} {one}, or {two}?"
    return f"{'Were' if many else 'Was'} {what} {one}, or {two}?"


def denial_disputes(frames: Mapping[str, Sequence[Frame]]) -> list[Dispute]:
    """One deed told in one report and denied in another."""
    found = []
    for kind in sorted(frames):
        block = frames[kind][:MOST]
        if not any(f.denied for f in block):
            continue
        for n, a in enumerate(block):
            pair = next((b for b in block[n + 1 :] if _denies(a, b, block)), None)
            if pair is None:
                continue
            no, yes = (a, pair) if a.denied else (pair, a)
            found.append(_denial(yes, no))
            break
    return found


def _denies(a: Frame, b: Frame, block: Sequence[Frame]) -> bool:
    if a.denied == b.denied or a.report == b.report or not (a.mode or b.mode):
        return False
    if any(_bygone(f) or _not_yet(f) or not _finite(f) or _barely(f) for f in (a, b)):
        return False
    if not _roles_meet(a, b):
        return False
    if any(
        f.report == one.report and f.denied == two.denied and _roles_meet(f, two)
        for one, two in ((a, b), (b, a))
        for f in block
    ):
        return False
    return same_event(a, b, "polarity", _DENIED)


def _finite(frame: Frame) -> bool:
    """Whether a deed is told by a verb of its own clause, not in passing ("the bill passed on Thursday")."""
    parse = frame.telling.parse
    return parse.pos[frame.token] == "VERB" and parse.deps[frame.token] not in ("acl", "advcl", "amod")


def _barely(frame: Frame) -> bool:
    """Whether a deed is nearly, but not quite, denied."""
    parse = frame.telling.parse
    return any(
        parse.lemmas[c].lower() in ("barely", "hardly", "scarcely") for c in parse.children[frame.verb]
    )


def _bygone(frame: Frame) -> bool:
    """Whether the words set a deed in an earlier time; "said that they had done it" does not."""
    telling, parse = frame.telling, frame.telling.parse
    above = parse.heads[frame.verb]
    said = parse.deps[frame.verb] == "ccomp" and parse.lemmas[above].lower() in words("claims", "speech")
    return telling.bygone(frame.token) and not (said and parse.tags[above] == "VBD")


def _not_yet(frame: Frame) -> bool:
    """Whether the words leave room for a change: "not yet", "still not"."""
    parse = frame.telling.parse
    return any(parse.lemmas[c].lower() in ("yet", "still") for c in parse.children[frame.verb])


def _roles_meet(a: Frame, b: Frame) -> bool:
    """Whether the doers agree where both have one, and what it is done to; without that, one does it."""
    if _one_of_many(a, b) or _one_of_many(b, a):
        return False
    for mine, theirs in ((a.doers, b.doers), (a.things, b.things)):
        if mine and theirs and not any(x.meets(y) for x in mine for y in theirs):
            return False
    if a.things and b.things:
        if any(_some(f) for f in (a, b)) and not one_day(a, b):
            return False
        return not _counts(a) or not _counts(b) or bool(_counts(a) & _counts(b))
    return bool(a.doers and b.doers) and not any(f.things or _goes_on(f) for f in (a, b))


def _one_of_many(one: Frame, many: Frame) -> bool:
    """Whether somebody by name does it in the one and people of a kind in the other: two judges may vote to
    hear what "the judges" chose not to.
    """
    tags = many.telling.parse.tags
    plural = all(not f.names and tags[f.token] == "NNS" for f in many.doers)
    return bool(many.doers) and plural and any(f.names for f in one.doers)


def _some(frame: Frame) -> bool:
    """Whether a deed is done to one or some of many: "imposed similar rules", "fired one shot"."""
    parse = frame.telling.parse
    for f in frame.things:
        beside = [c for c in parse.children[f.token] if parse.deps[c] in ("det", "poss", "nummod")]
        if parse.tags[f.token] == "NNS" and not beside:
            return True
        if any(parse.lemmas[c].lower() in ("a", "an", "one", "any", "some") for c in beside):
            return True
    return False


def _counts(frame: Frame) -> frozenset[str]:
    """How many of a thing a deed is done to: "closed 12 shafts"."""
    parse = frame.telling.parse
    return frozenset(
        parse.words[c].lower() for f in frame.things for c in parse.children[f.token] if parse.pos[c] == "NUM"
    )


def _goes_on(frame: Frame) -> bool:
    """Whether more than a time and a place hangs on a verb: "is running against Grey"."""
    parse = frame.telling.parse
    return any(
        parse.deps[c] in ("xcomp", "ccomp")
        or (parse.deps[c] == "prep" and parse.lemmas[c].lower() not in _WHERE)
        for c in parse.children[frame.token]
    )


def _by(frame: Frame, word: str) -> str:
    """An answer with the name of who gives it, where it is not the report itself."""
    who = frame.unit.speaker
    cast = frame.telling.cast
    if who is not None and any(frame.telling.actor(f.token) == who for f in frame.doers):
        return word
    return f"{word} ({cast.names[who]})" if who is not None and cast.types[who] != "unnamed" else word


def _denial(yes: Frame, no: Frame) -> Dispute:
    return Dispute(
        about="polarity",
        kind="conflict",
        question=whether(yes),
        why="one report says it, another denies it",
        sides=tuple((f.line(_by(f, word)),) for f, word in ((yes, "yes"), (no, "no"))),
    )
