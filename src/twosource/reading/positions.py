"""Positions in a report: what a party demands, offers, commits to, accepts, refuses or threatens.

A position is stated outright ("vowed to", "its refusal to": `positions_stances`, `positions_idioms`) or by a
modal in somebody's words ("said it will not": `positions_modals`); conditions are found on their own
(`positions_conditions`) and given to the position that hangs on them. What no actor holds is no position.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.language import Parse
from twosource.model import Condition, Position, Quote, Span

from .cast import Cast
from .document import Document, Line
from .positions_attitudes import ATTITUDES, DENIED, find_attitudes
from .positions_clauses import CLAUSAL, find_clausal
from .positions_conditions import Clause, find_clauses
from .positions_findings import Finding
from .positions_grammar import VIEWS, has_own_clause, linked, modal_of
from .positions_hollow import is_hollow, put_in_place
from .positions_idioms import IDIOMS, find_idioms
from .positions_modals import BINDING, LASTING, find_modal
from .positions_opinions import is_opinion
from .positions_parties import Scene, Spoken, spoken_in
from .positions_past import is_over
from .positions_principals import principal
from .positions_refusals import find_refusals
from .positions_replies import ORDERED, REPLIES, find_replies
from .positions_spans import action_span
from .positions_stances import TRIGGERS, find_stated
from .positions_subjects import CUES
from .positions_terms import TERMS, find_terms
from .unresolved import settled

__all__ = ["find_positions"]

_STATED = TRIGGERS | IDIOMS | CLAUSAL | TERMS | ATTITUDES | REPLIES
_WORDED = CUES | VIEWS
_WITH_IT = frozenset({"no", "not", "n't", "n’t", "It", "it", "down"})
"""Words of "has no plans to", "does not support", "it is time to", "backed down"."""
_DENYING = frozenset({"not", "n't", "n’t"})
_FEW = 3  # sentences; in more of them a pronoun that nothing explains holds no position
_LONGEST = 150  # tokens; longer lines are lists and tables


def find_positions(document: Document, cast: Cast, quotes: Sequence[Quote]) -> tuple[Position, ...]:
    """The positions of a report, in text order, with ids p1, p2, ...

    A party is always an actor of `cast`; a first person is the speaker of the quote it stands in.
    """
    spoken = spoken_in(document, quotes)
    alone = sum(1 for _ in document.body()) <= _FEW
    found: list[Position] = []
    heard: list[Spoken] = []  # the quoted stretches that reach into the present line
    ahead = 0
    before: Line | None = None
    for line in document.body():
        parse = line.parse
        last, before = before, line
        heard = [s for s in heard if s.end > line.start]
        while ahead < len(spoken) and spoken[ahead].start < line.end:
            if spoken[ahead].end > line.start:
                heard.append(spoken[ahead])
            ahead += 1
        within = tuple(heard)
        if len(parse) > _LONGEST or not _may_hold(parse, within) or _is_question(parse):
            continue
        scene = Scene(line=line, cast=cast, spoken=within, day=document.day)
        for position in _positions(scene, last):
            if position is not None and not alone:
                position = settled(position, cast)
            if position is not None:
                found.append(replace(position, id=f"p{len(found) + 1}"))
    return tuple(_dated(found, quotes))


def _positions(scene: Scene, before: Line | None) -> Iterator[Position | None]:
    """The positions of a sentence: those of terms put as nouns, then what stands in no such terms."""
    terms = list(find_terms(scene, before))
    yield from terms
    for finding, clause in _findings(scene):
        position = _position(scene, finding, clause, "")
        if position is None or not any(_touches(position, t) for t in terms):
            yield position


def _touches(position: Position, terms: Position) -> bool:
    spans = [s for s in (terms.action, terms.condition.span if terms.condition else None) if s is not None]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    return (
        position.party == terms.party
        and position.sentence == terms.sentence
        and first < position.action.end
        and position.action.start < last
    )


def _dated(found: Sequence[Position], quotes: Sequence[Quote]) -> list[Position]:
    """The positions with the day on which they were voiced, where a quote that holds them gives one."""
    days = [(s.start, s.end, q.said_on) for q in quotes if q.said_on is not None for s in q.content]
    days.sort(key=lambda d: d[:2])
    out = []
    for p in found:
        at = bisect_right(days, p.action.start, key=lambda d: d[0]) - 1
        held = at >= 0 and days[at][1] > p.action.start
        out.append(replace(p, said_on=days[at][2]) if held else p)
    return out


def _may_hold(parse: Parse, within: Sequence[Spoken]) -> bool:
    """Whether a sentence can hold a position at all: a word for one, or a modal in somebody's words."""
    if not _STATED.isdisjoint(parse.lemmas):
        return True
    if not DENIED.isdisjoint(parse.lemmas) and not _WITH_IT.isdisjoint(parse.words):
        return True
    if within and not ORDERED.isdisjoint(parse.lemmas):
        return True
    if "MD" not in parse.tags and BINDING.isdisjoint(parse.lemmas) and LASTING.isdisjoint(parse.words):
        return False
    if within or not _WORDED.isdisjoint(parse.lemmas) or not LASTING.isdisjoint(parse.words):
        return True
    return not _DENYING.isdisjoint(parse.words) and "will" in parse.lemmas


def _is_question(parse: Parse) -> bool:
    end = next((w for w in reversed(parse.words) if w not in ("”", '"', "''", "’", "'")), "")
    return end == "?"


def _findings(scene: Scene) -> list[tuple[Finding, Clause | None]]:
    """The findings of a sentence in text order, none inside another's action, each with its condition."""
    parse = scene.parse
    clauses = find_clauses(parse)
    stated = [
        *find_stated(scene, clauses),
        *find_idioms(scene, clauses),
        *find_clausal(scene, clauses),
        *find_attitudes(scene, clauses),
        *find_replies(scene, clauses),
        *find_refusals(scene, clauses),
    ]
    taken = {f.trigger for f in stated} | {f.head for f in stated}
    every = sorted([*stated, *find_modal(scene, clauses, taken)], key=lambda f: (f.trigger, f.head))
    heads = {f.head: f for f in every if not f.modal}
    meant = (put_in_place(parse, f) for f in every if not _inside(parse, f, heads))
    kept = [f for f in meant if not (is_hollow(scene, f) or is_opinion(scene, f) or is_over(scene, f))]
    unique: dict[tuple[int, int | None], Finding] = {}
    for finding in kept:
        answered = finding.holder if finding.stance == "refuses" and finding.head < finding.trigger else None
        unique.setdefault((finding.head, answered), finding)
    return [
        _weighed(f, _condition_of(parse, f, clauses) if f.head in heads or f.modal else None)
        for f in unique.values()
    ]


def _weighed(finding: Finding, clause: Clause | None) -> tuple[Finding, Clause | None]:
    """A finding with its condition: "is willing to subpoena them if they do not comply" threatens."""
    if clause is not None and finding.stance == "offers" and clause.kind == "unless" and finding.self_moved:
        finding = replace(finding, stance="threatens")
    return finding, clause


def _inside(parse: Parse, finding: Finding, heads: dict[int, Finding]) -> bool:
    """Whether a finding is part of what another one is about ("refused to say that it should ...")."""
    child = finding.trigger
    if child in heads and heads[child] is not finding:
        return True
    for at in parse.ancestors(finding.trigger):
        if parse.deps[child] == "conj" and at in heads and parse.child(child, "nsubj", "nsubjpass") is None:
            return heads[at] is not finding
        if parse.deps[child] in ("relcl", "appos", "parataxis", "conj"):
            return False
        if at in heads and heads[at] is not finding:
            return parse.deps[child] not in ("advcl",)
        child = at
    return False


def _condition_of(parse: Parse, finding: Finding, clauses: Sequence[Clause]) -> Clause | None:
    """The condition that a finding hangs on."""
    if not clauses:
        return None
    held = linked(parse, finding.head)
    above = {finding.trigger, parse.heads[finding.trigger]} | (
        {finding.cue} if finding.cue is not None else set()
    )
    joined = _joined_clause(parse, finding.trigger)
    for clause in clauses:
        if clause.first <= finding.head < clause.stop or not _fits(parse, finding, clause):
            continue
        if _is_anothers(parse, finding, clause, joined):
            continue
        if clause.governor in held or clause.governor in above:
            return clause
        low = clause.finite and clause.kind in ("unless", "until", "as long as") and clause.word != "if"
        if low and finding.head < clause.first and clause.governor in parse.below(finding.head):
            # "threatened to cut the fees that it pays unless ...": the parser hangs the condition too low.
            return clause
        fronted = (
            clause.stop <= finding.trigger
            and clause.finite
            and not _verbs_between(parse, clause.stop, finding)
        )
        if fronted or _is_hung_on_cue(parse, finding, clause):
            return clause
    return None


def _is_hung_on_cue(parse: Parse, finding: Finding, clause: Clause) -> bool:
    """ "Is ready to sign, but only if they pay, Ruiz said": the parser hung the condition on "said"."""
    cue = clause.governor
    if not finding.head < clause.first < clause.stop <= cue or parse.lemmas[cue] not in CUES:
        return False
    between = range(finding.head + 1, clause.first)
    return clause.finite and not any(parse.pos[i] == "VERB" and parse.tags[i] != "VBG" for i in between)


def _joined_clause(parse: Parse, trigger: int) -> int | None:
    """The coordinated verb with a subject of its own that a stance stands under."""
    if has_own_clause(parse, trigger):
        return trigger
    return next((i for i in parse.ancestors(trigger) if has_own_clause(parse, i)), None)


def _is_anothers(parse: Parse, finding: Finding, clause: Clause, joined: int | None) -> bool:
    """Whether a condition belongs to the clause before or behind the "and" of a stance's own clause."""
    if joined is not None:
        edge = parse.subtree(joined)[0]
        # Put before the first clause, a condition may hold for both.
        if clause.stop <= edge and clause.governor < clause.first:
            return True
    later = (i for i in parse.children[finding.trigger] if i > finding.trigger and has_own_clause(parse, i))
    return any(clause.first >= parse.subtree(i)[0] and clause.word != "but" for i in later)


def _verbs_between(parse: Parse, stop: int, finding: Finding) -> bool:
    """Whether another finite clause stands between a fronted condition and the stance."""
    cues = {finding.cue, finding.trigger, finding.head}
    dashes = [i for i in range(stop, finding.trigger) if parse.words[i] in ("-", "–", "—", "--")]
    aside = range(dashes[0], dashes[-1]) if dashes else range(0)
    return any(
        parse.tags[i] in ("VBD", "VBZ", "VBP") and parse.pos[i] == "VERB" and i not in cues and i not in aside
        for i in range(stop, finding.trigger)
    )


def _fits(parse: Parse, finding: Finding, clause: Clause) -> bool:
    """Whether such a condition can be one of such a stance."""
    if clause.word == "when" and not clause.only:
        return (
            finding.stance in ("commits", "offers")
            and clause.verb is not None
            and parse.tags[clause.verb] in ("VBZ", "VBP")
            and (clause.mover is None or parse.words[clause.mover].lower() not in ("i", "we"))
        )
    if clause.word in ("but", "to"):
        return finding.stance in (("offers", "commits") if clause.word == "but" else ("demands",))
    if clause.word in ("before", "without", "barring"):
        told = parse.pos[finding.head] in ("VERB", "AUX") or parse.lemmas[finding.trigger] == "be"
        if clause.word == "before" and not told:
            return False  # "rejected the offer before it was made": when, not on what condition
        return finding.stance == "refuses" and clause.first > finding.trigger
    if clause.word == "if" and finding.modal and finding.stance == "demands" and clause.verb is not None:
        # "if banks can be bailed out, students should be": an argument
        return modal_of(parse, clause.verb) != "could"
    if clause.word == "while":
        return finding.stance == "refuses"
    return clause.word != "once" or clause.verb is not None


def _position(scene: Scene, finding: Finding, clause: Clause | None, name: str) -> Position | None:
    line = scene.line
    party = scene.holder(finding.holder, finding.trigger)
    if party is None:
        party = finding.speaker
    if party is None and finding.holder is None:
        party = scene.speaker_at(finding.trigger)
    if party is None:
        return None
    voice, party = party, principal(scene.cast, party, personal=_is_personal(scene, finding))
    action_by = party if finding.self_moved else scene.actor(finding.mover)
    if finding.whole and scene.parse.child(finding.head, "auxpass") is not None and not finding.self_moved:
        action_by = None  # "ordered the flags to be lowered": done to them
    if finding.mover is not None and scene.parse.words[finding.mover].lower() in ("we", "us"):
        action_by = party if action_by == voice else None  # "Lopez agrees that we should," says Prado
    if action_by == party and finding.stance == "demands" and not _is_own(scene, finding.mover):
        action_by = None  # "told her to leave": whoever "her" is, not the one who told her
    condition = None
    if clause is not None:
        kind = clause.kind
        if clause.only and finding.modal and finding.stance == "refuses":
            kind = "unless"
        by = scene.actor(clause.mover)
        if clause.mover is not None and _is_open_pronoun(scene, clause.mover, by):
            by = _only_one_in(scene, action_span(scene, finding, clause), party) or by
        if by is None and clause.given:
            by = _only_one_in(scene, line.span(clause.first, clause.stop), party)
        condition = Condition(
            kind=kind, span=line.span(clause.first, clause.stop), by=by if by != party else None
        )
    return Position(
        id=name, party=party, stance=finding.stance, action=action_span(scene, finding, clause),
        action_by=action_by, condition=condition, sentence=line.sentence.id,
        reported_by=_reporter(scene, finding, (voice, party)),
    )  # fmt: skip


def _reporter(scene: Scene, finding: Finding, own: tuple[str, str]) -> str | None:
    """Who says that the party holds this, where somebody else than the party does."""
    speaker = finding.speaker or scene.speaker_of(finding.trigger)[1]
    return speaker if speaker not in own else None


def _is_personal(scene: Scene, finding: Finding) -> bool:
    """Whether somebody tells what he himself will do: "I will resign", "Ruiz promised to stay on"."""
    if finding.holder is None:
        return False
    word = scene.parse.words[finding.holder].lower()
    return finding.self_moved and word not in ("we", "our", "us")


def _is_own(scene: Scene, mover: int | None) -> bool:
    """Whether what somebody asks for is to be done by himself ("we must", "a union that wants its say")."""
    return mover is None or scene.first_person(mover)


def _is_open_pronoun(scene: Scene, token: int, actor: str | None) -> bool:
    """Whether a token is a third person that the cast does not explain."""
    if scene.parse.words[token].lower() not in ("it", "they", "he", "she"):
        return False
    return actor is None or scene.cast.actor(actor).type == "unnamed"


def _only_one_in(scene: Scene, span: Span, party: str) -> str | None:
    """The one actor besides the party that a stretch names: "cut off aid to Chile until it disarms"."""
    named = {s.actor for s in scene.cast.within(span.start, span.end) if s.kind == "name"} - {party}
    return named.pop() if len(named) == 1 else None
