"""Updates of state: an act told as still to come by one report, and as done by a later one.

The two must be one act: one class of act (`conflicts_acts`), one thing it is done to or one doer, days that
can be one day, and nothing that makes them two occasions. A report that tells the act as done as well has
nothing that is superseded; neither has a report after which the act is told as to come again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from twosource.lexicon import load, words

from .conflicts_acts import Act, Thing, acts
from .conflicts_fillers import Scene
from .conflicts_lines import Dispute, Line
from .conflicts_questions import whether
from .conflicts_tellings import MOST, clash, spelled
from .conflicts_topics import topic_of

__all__ = ["update_disputes"]

_WEEK = 7
_NEAR = 8  # tokens from an act to what it is done to, where both stand in one line
_MOST = MOST // 2  # tellings of one class of act that are set side by side, first come first


def update_disputes(scenes: Sequence[Scene], families: Mapping[str, str]) -> list[Dispute]:
    """One update for each act of the story that came about between two reports."""
    told = _acts(scenes)
    when = _published(scenes, families)
    return [
        dispute for course in _courses(told)
        for dispute in _on_course([act for kind in course for act in told[kind]], course, when)
    ]  # fmt: skip


def _acts(scenes: Sequence[Scene]) -> dict[str, list[Act]]:
    """The acts of the story by class, `_MOST` of each to come and `_MOST` done."""
    told: dict[str, list[Act]] = defaultdict(list)
    counted: Counter[tuple[str, str]] = Counter()
    before: Scene | None = None
    for scene in scenes:
        same = before is not None and before.telling.report == scene.telling.report
        for act in acts(scene, before if same else None):
            counted[act.kind, act.state] += 1
            if counted[act.kind, act.state] <= _MOST:
                told[act.kind].append(act)
        before = scene
    return told


def _published(scenes: Sequence[Scene], families: Mapping[str, str]) -> dict[str, str]:
    """Report → the day or time that its source was published; a reprint's day is not its source's."""
    times: dict[str, str] = {}
    for scene in scenes:
        times.setdefault(scene.telling.report, scene.telling.units[0].reading.report.published or "")
    first: dict[str, str] = {}
    for report, time in times.items():
        family = families.get(report, report)
        first[family] = min(first.get(family, time), time)
    return {report: first[families.get(report, report)] for report in times}


def _courses(told: Mapping[str, Sequence[Act]]) -> Iterator[tuple[str, ...]]:
    """The classes of act that one matter goes through in order, and the others by themselves."""
    known: list[list[str]] = load("conflicts")["courses_of"]
    yield from (tuple(kind for kind in course if kind in told) for course in known)
    yield from ((kind,) for kind in sorted(told) if not any(kind in course for course in known))


def _on_course(block: Sequence[Act], course: Sequence[str], when: Mapping[str, str]) -> Iterator[Dispute]:
    """The updates of one course of acts: each act done, with what told it as still to come."""
    ahead = [a for a in block if a.state == "still to come" and not a.bygone]
    done = [a for a in block if a.state == "done" and not a.bygone]
    shown: list[Act] = []
    for b in done:
        if any(x.kind == b.kind and _may_be(x, b) for x in shown):
            continue
        step = course.index(b.kind)
        firsts = [
            a for a in ahead
            if course.index(a.kind) <= step and _came_about(a, b, when) and not _known(a, b, block, course)
        ]  # fmt: skip
        if not firsts:
            continue
        lasts = [
            x for x in done
            if x is b or (x.kind == b.kind and _came_about(firsts[0], x, when) and _may_be(x, b))
        ]  # fmt: skip
        shown += lasts
        yield _shown(firsts, lasts, when)


def _came_about(a: Act, b: Act, when: Mapping[str, str]) -> bool:
    """Whether what `a` tells as to come is what `b` tells as done, in a report after it."""
    if a.report == b.report or not _after(when[a.report], when[b.report], b):
        return False
    early = any(latest < when[a.report][:10] for _, latest in b.days)
    late = any(earliest > when[b.report][:10] for earliest, _ in a.days)
    if early or late or clash(a.days, b.days):
        return False
    doers, things = _doers(a, b), _same_things(a, b)
    if doers < 0 or things < 0:
        return False
    if a.things and b.things:
        told = (things > 1) + (doers > 0)
        return told > 1 or (things > 0 and told > 0 and _soon(when[a.report], when[b.report]))
    without = "on_bills" if a.things or b.things else "without_object"
    return doers > 0 and a.kind in words("conflicts", without)


def _soon(mine: str, theirs: str) -> bool:
    """Whether two reports are of one week: in a longer story there may be a second bill, a second visit."""
    try:
        return (date.fromisoformat(theirs[:10]) - date.fromisoformat(mine[:10])).days <= _WEEK
    except ValueError:
        return False


def _after(mine: str, theirs: str, b: Act) -> bool:
    """Whether the report of `b` is the later one. Of one day, `b` has to be told of that day."""
    if not mine or not theirs or mine[:10] != theirs[:10]:
        return bool(mine) and mine[:10] < theirs[:10]
    if len(mine) > 10 and len(theirs) > 10 and mine >= theirs:
        return False
    return any(earliest == latest == theirs[:10] for earliest, latest in b.days)


def _doers(a: Act, b: Act) -> int:
    """1 for one doer, 0 where that is not told, -1 for two."""
    mine, theirs = a.frame.doers, b.frame.doers
    if not mine or not theirs:
        return 0
    if any(x.meets(y) for x in mine for y in theirs):
        return 1
    if _bodies(a) != _bodies(b):
        return 0 if a.kind in words("conflicts", "on_bills") else -1  # "the speaker", "the party"
    return 0 if _bodies(a) and (_general(a) or _general(b)) else -1


def _bodies(act: Act) -> bool:
    """Whether those who do it are bodies or groups, not persons."""
    types = act.frame.telling.cast.types
    who = [act.frame.telling.actor(f.token) for f in act.frame.doers]
    return all(types.get(w) != "person" for w in who if w is not None)


def _general(act: Act) -> bool:
    """Whether it is done by a body that has others in it: "Congress", "lawmakers"."""
    parse = act.frame.telling.parse
    return any(parse.lemmas[f.token].lower() in words("conflicts", "assemblies") for f in act.frame.doers)


def _same_things(a: Act, b: Act) -> int:
    """2 for one thing, 1 where it may be, 0 where it is not told, -1 for two."""
    if not a.things or not b.things:
        return 0
    return max(_same_thing(x, y) for x in a.things for y in b.things)


def _same_thing(x: Thing, y: Thing) -> int:
    if x.number is not None and y.number is not None and x.number != y.number:
        return -1
    if (x.series ^ y.series) - words("conflicts", "newness"):
        return -1
    if x.actor is not None and x.actor == y.actor:
        return 2
    if not x.kind or not (x.kind == y.kind or _plan_of(x, y) or _plan_of(y, x)):
        return -1
    if (x.name and x.name == y.name) or x.around & y.around - {x.kind}:
        return 2
    return -1 if x.marks and y.marks else 1


def _plan_of(x: Thing, y: Thing) -> bool:
    """Whether the one is named as a plan of the other: "the budget proposal", "the budget"."""
    return x.kind == "plan" and y.kind in x.marks


def _known(a: Act, b: Act, block: Sequence[Act], course: Sequence[str]) -> bool:
    """Whether the earlier report tells the act as done too, or the later one as to come still."""
    step = course.index(a.kind)
    return any(
        (x.report == a.report and x.state == "done" and course.index(x.kind) >= step and _may_be(x, b))
        or (
            x.report == b.report and x.state == "still to come" and not x.bygone and x.kind == b.kind
            and _may_be(x, a) and not clash(x.days, a.days)
        )
        for x in block
    )  # fmt: skip


def _may_be(x: Act, y: Act) -> bool:
    """Whether two tellings may be of one act, loosely."""
    doers, things = _doers(x, y), _same_things(x, y)
    return doers >= 0 and things >= 0 and doers + things > 0 and not clash(x.days, y.days)


def _shown(firsts: Sequence[Act], lasts: Sequence[Act], when: Mapping[str, str]) -> Dispute:
    one, two = (when[some[0].report][:10] for some in (firsts, lasts))
    why = "still to come in one report, done in the other"
    if one != two:
        why = f"still to come in the report of {spelled(one, one)}, done in the later one"
    return Dispute(
        about="status", kind="update", question=_question(firsts[0], lasts[0]), why=why,
        sides=(tuple(_line(a) for a in firsts), tuple(_line(b) for b in lasts)),
    )  # fmt: skip


def _question(a: Act, b: Act) -> str:
    """ "Did the senate pass the pension bill?"; of the plan, where the words of the deed name less."""
    for frame in (b.frame, a.frame):
        parse = frame.telling.parse
        told = [c for c in parse.children[frame.token] if parse.deps[c] in ("dobj", "nsubjpass", "nsubj")]
        owned = (c for i in told if parse.deps[i] == "dobj" for c in parse.children[i])
        bare = any(parse.pos[c] == "PRON" and parse.deps[c] != "nsubj" for c in (*told, *owned))
        if told and not bare and frame.telling.subject(frame.token) is not None:
            said = whether(replace(frame, mode="fact")).rstrip("?").split()
            while len(said) > 1 and said[-1].lower() in words("conflicts", "linking"):
                said.pop()
            return f"{' '.join(said)}?"
    return f"What became of the plan to {topic_of(a.frame.telling, a.frame.token).deed}?"


def _line(act: Act) -> Line:
    """The words of an act, from who does it to what it is done to, and where that is sent."""
    parse, token = act.frame.telling.parse, act.frame.token
    sent = [g for c in parse.children[token] if parse.deps[c] == "dative" for g in parse.children[c]]
    near = [t.token for t in act.things if abs(t.token - token) <= _NEAR]
    return act.frame.line(act.state, [*near, *sent])
