"""Conflicts about terms: on what condition, for how long and over what a party is to act.

Three comparers over one idea: one party and one deed, with terms that differ. Conditions ("would quit the
talks if …") differ when they share no word; a term for a while ("during the talks") is superseded by one from
a day ("from 21 April"); two decisions due on one day ("whether to sign", "whether to dissolve parliament")
differ when their verbs do.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from twosource.lexicon import words
from twosource.model import ConflictKind

from .claims_units import stem
from .conflicts_lines import Dispute, Told
from .conflicts_tellings import MOST, Telling, spelled
from .conflicts_topics import Topic, kind_of, same_topic, topic_of, whole
from .story import Story

__all__ = ["term_disputes"]

_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "'d"})
_WHILE = frozenset({"during", "throughout"})
_FROM = frozenset({"from", "starting", "beginning"})
_TERMS = _WHILE | _FROM | {"if", "unless", "start", "begin"}
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Term(Told):
    """A deed of a party with one of its terms; `content` are the term's words, `day` its day."""

    holder: str | None
    topic: Topic
    kind: str
    content: frozenset[str]
    day: tuple[str, str] | None


def term_disputes(story: Story, told: Sequence[Telling]) -> list[Dispute]:
    """Conflicts and updates about terms, in story order of their deeds."""
    lands = {a.id: a.country or a.id for a in story.actors}
    names = {a.id: a.name for a in story.actors}
    blocks: dict[tuple[str, str], list[_Term]] = defaultdict(list)
    decisions: list[_Term] = []
    for telling in told:
        for term in _terms(telling):
            blocks[lands.get(term.holder or "", term.holder or ""), term.topic.head].append(term)
        decisions += _decisions(telling)
    disputes = [d for key in sorted(blocks) if (d := _on_terms(blocks[key][:MOST], names)) is not None]
    decided = _on_decisions(decisions[:MOST], names)
    return [*disputes, *([decided] if decided is not None else [])]


def _terms(telling: Telling) -> Iterator[_Term]:
    """The conditions and times of what somebody will or would do."""
    parse = telling.parse
    if telling.vocabulary.isdisjoint(_TERMS) or not any(tag == "MD" for tag in parse.tags):
        return
    for token in range(len(parse)):
        if parse.pos[token] != "VERB" or not any(
            parse.words[c].lower() in _FUTURE for c in parse.children[token] if parse.deps[c] == "aux"
        ):
            continue
        holder = telling.holder(token)
        unreal = any(
            parse.words[c].lower() == "have" for c in parse.children[token] if parse.deps[c] == "aux"
        )
        if holder is None or unreal or telling.denied(token):
            continue
        topic = topic_of(telling, token)
        for child in parse.children[token]:
            found = _term(telling, token, child)
            if found is None:
                continue
            kind, content, day, last = found
            first = min(token, child)
            line = telling.line(_words(telling, child, last), [first, max(token, last)], token)
            yield _Term(holder=holder, topic=topic, kind=kind, content=content, day=day, line=line)


def _term(
    telling: Telling, verb: int, child: int
) -> tuple[str, frozenset[str], tuple[str, str] | None, int] | None:
    """The kind, words, day and last token of the term that begins at a child of a verb."""
    parse = telling.parse
    below = parse.below(child)
    last = max((i for i in below if parse.pos[i] != "PUNCT"), default=child)
    if parse.deps[child] == "advcl" and any(
        parse.lemmas[c].lower() in ("if", "unless") for c in parse.children[child] if parse.deps[c] == "mark"
    ):
        content = _content(telling, below)
        if not content:  # "if they did not": what they had hoped for stands before it
            content = _content(telling, [i for i in range(verb) if i not in below])
        return "if", content, None, last
    if parse.deps[child] != "prep":
        return None
    lemma = parse.words[child].lower()
    when = telling.dated(below)
    if lemma in _WHILE and when is None:
        return "while", _content(telling, below), None, last
    if lemma in _FROM and when is not None and when.earliest and when.latest:
        return "from", frozenset(), (when.earliest, when.latest), last
    return None


def _content(telling: Telling, tokens: Sequence[int]) -> frozenset[str]:
    parse = telling.parse
    empty = words("claims", "empty")
    return frozenset(
        kind_of(parse, i) for i in tokens
        if parse.pos[i] in _CONTENT and parse.lemmas[i].lower() not in empty and telling.actor(i) is None
    )  # fmt: skip


def _words(telling: Telling, first: int, last: int) -> str:
    parse = telling.parse
    start, end = parse.chars(min(parse.subtree(first)[0], last), last + 1)
    said = parse.text[start:end].strip(" ,.")
    whole_quotes = said.count('"') % 2 == 0 and said.count("“") == said.count("”")
    return said if whole_quotes else said.replace('"', "").replace("“", "").replace("”", "")


def _on_terms(block: Sequence[_Term], names: Mapping[str, str]) -> Dispute | None:
    for n, a in enumerate(block):
        for b in block[n + 1 :]:
            if a.report == b.report or not same_topic(a.topic, b.topic):
                continue
            if not (a.topic.marks & b.topic.marks):
                continue
            kinds = {a.kind, b.kind}
            if kinds == {"if"} and a.content and b.content and not a.content & b.content:
                if a.holder == b.holder and not _both_told(a, b, block):
                    return _dispute(a, b, block, "conflict", names)
            elif kinds == {"while", "from"} and not _both_told(a, b, block):
                return _dispute(a, b, block, "update", names)
    return None


def _both_told(a: _Term, b: _Term, block: Sequence[_Term]) -> bool:
    """Whether one report gives both terms: it then knows that they go together."""
    return any(
        _alike(s, other) and s.report == one.report
        for one, other in ((a, b), (b, a))
        for s in block
        if s is not one
    )


def _alike(a: _Term, b: _Term) -> bool:
    return (
        a.kind == b.kind and same_topic(a.topic, b.topic) and (a.kind != "if" or bool(a.content & b.content))
    )


def _dispute(
    a: _Term, b: _Term, block: Sequence[_Term], kind: ConflictKind, names: Mapping[str, str]
) -> Dispute:
    sides = tuple(tuple(s.line for s in block if s is one or _alike(s, one)) for one in (a, b))
    who, what = names.get(a.holder or "", "they"), min(a.topic.deed, b.topic.deed, key=len)
    if kind == "update":
        return Dispute(
            about="status", kind=kind, question=f"When is {who} to {what}?", sides=sides,
            why="one deed, for a while in one report and from a day on in the other",
        )  # fmt: skip
    return Dispute(
        about="attribution", kind=kind, question=f"On what condition would {who} {what}?", sides=sides,
        why="one deed of one party, with conditions that share nothing",
    )  # fmt: skip


def _decisions(telling: Telling) -> Iterator[_Term]:
    """What is to be decided by a day: "must decide by May 12 whether to sign"."""
    parse = telling.parse
    if "whether" not in telling.vocabulary:
        return
    for mark in range(len(parse)):
        if parse.lemmas[mark].lower() != "whether" or parse.deps[mark] != "mark":
            continue
        verb = whole(parse, parse.heads[mark])
        above = next(
            (u for u in islice(parse.ancestors(parse.heads[mark]), 4)
             if parse.lemmas[u].lower() in words("conflicts", "deciding")), None,
        )  # fmt: skip
        day = telling.coming(verb)
        if above is None or day is None or parse.pos[verb] != "VERB":
            continue
        top = above
        while parse.pos[top] == "NOUN" and parse.deps[top] in ("dobj", "pobj") and parse.heads[top] != top:
            top = parse.heads[top]
        last = max((i for i in parse.below(verb) if i <= verb + 6), default=verb)
        subject = telling.subject(top)
        first = min(above, mark) if subject is None or above - subject > 8 else subject
        yield _Term(
            holder=telling.holder(top) if _says(telling, top) else None,
            topic=topic_of(telling, verb), kind="decision", content=_whole(telling, verb),
            day=day, line=telling.line(_words(telling, mark, verb), [first, max(verb, last)], verb),
        )  # fmt: skip


def _whole(telling: Telling, verb: int) -> frozenset[str]:
    """The words of what is to be decided; none where it is about an "it" told before."""
    parse = telling.parse
    told = parse.child(verb, "dobj")
    if told is not None and parse.pos[told] == "PRON":
        return frozenset()
    return frozenset({kind_of(parse, verb)})


def _says(telling: Telling, verb: int) -> bool:
    """Whether the verb over a decision has a subject of its own that is named, not only referred to."""
    subject = telling.parse.child(verb, "nsubj")
    return telling.parse.pos[verb] == "VERB" and subject is not None and telling.parse.pos[subject] != "PRON"


def _on_decisions(found: Sequence[_Term], names: Mapping[str, str]) -> Dispute | None:
    for n, a in enumerate(found):
        for b in found[n + 1 :]:
            if a.report == b.report or a.day is None or a.day != b.day or a.topic.head == b.topic.head:
                continue
            if a.holder is not None and b.holder is not None and a.holder != b.holder:
                continue
            if a.topic.marks & b.topic.marks or not (a.content and b.content):
                continue  # "whether to sign the bill", "whether to veto it": one choice, seen from both ends
            known = {stem(s.topic.head) for s in found if s.report == a.report and s.day == a.day}
            if b.topic.head in known:
                continue
            sides = tuple(
                tuple(s.line for s in found if s is one or (s.topic.head == one.topic.head and _meet(s, one)))
                for one in (a, b)
            )
            heads = {one.topic.head for one in (a, b)}
            held = (s.holder for s in found if s.topic.head in heads and s.holder is not None and _meet(s, a))
            who = names.get(next(held, ""))
            asked = f"What must {who} decide" if who else "What is to be decided"
            when = spelled(*a.day)
            return Dispute(
                about="status", kind="conflict", question=f"{asked} by {when}?", sides=sides,
                why="one day for a decision, two things to be decided",
            )  # fmt: skip
    return None


def _meet(a: _Term, b: _Term) -> bool:
    return a.day is not None and b.day is not None and a.day[0] <= b.day[1] and b.day[0] <= a.day[1]
