"""What somebody says that he will do, or is willing to do: an AGREE, a REJECT or a THREATEN of his."""

from collections.abc import Container, Sequence

from twosource.language import Parse
from twosource.lexicon import load

from .cast import Cast
from .document import Line
from .events_found import Found
from .events_governing import negated
from .events_sides import Sides, subjects_of, verb_sides
from .events_status import verb_status
from .events_words import Trigger, match_verb

__all__ = ["GIVING", "HARMING", "demands", "statements", "willing"]

_FUTURE = frozenset({"will", "'ll", "would", "wo", "shall", "'d"})
_WILLING = frozenset({"willing", "ready", "prepared", "unwilling", "reluctant", "open"})
GIVING = frozenset({"AID", "COOPERATE", "YIELD", "RETREAT", "CONSULT", "SUPPORT"})
"""Types of what is good for the other side: who says that he will do it promises it."""
HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
"""Types of what is bad for the other side: who says that he will do it threatens with it."""


def willing(line: Line, cast: Cast) -> list[Found]:
    """ "is willing to", "stands ready to", "is reluctant to"."""
    parse, operators, found = line.parse, load("plover")["operators"], []
    if _WILLING.isdisjoint(parse.words):
        return []
    for i, pos in enumerate(parse.pos):
        if pos != "ADJ":
            continue
        lemma = parse.lemmas[i].lower()
        kind = "AGREE" if lemma in operators["accept"] else "REJECT" if lemma in operators["refuse"] else None
        if kind is None or (parse.child(i, "xcomp") is None and not _open_to(parse, i)):
            continue
        head = parse.heads[i]
        unwilling = parse.pos[head] in ("VERB", "AUX") and negated(parse, head)
        if unwilling:
            kind = "AGREE" if kind == "REJECT" else "REJECT"
        trigger = Trigger(type="THREATEN" if kind == "AGREE" and _harms(parse, i) else kind)
        sides = verb_sides(line, cast, i, trigger)
        if sides.actors:
            told = verb_status(parse, head) if parse.pos[head] in ("VERB", "AUX") else "held"
            found.append(
                Found(
                    line=line,
                    token=i,
                    first=i,
                    stop=i + 1,
                    trigger=trigger,
                    sides=sides,
                    status="held" if unwilling else told,
                    anchor=i,
                )
            )
    return found


def _harms(parse: Parse, word: int) -> bool:
    """ "Is ready to strike or declare an emergency": what the one or the other verb tells harms."""
    inner = parse.child(word, "xcomp")
    joined = () if inner is None else (inner, *(i for i in parse.children[inner] if parse.deps[i] == "conj"))
    kinds = (t.type for i in joined if (t := match_verb(parse, i)) is not None)
    return any(kind in HARMING for kind in kinds)


def _open_to(parse: Parse, word: int) -> bool:
    """ "Is open to cuts"."""
    return any(
        parse.words[i].lower() == "to" and parse.deps[i] == "prep" for i in parse.children[word]
    ) and parse.deps[word] in ("acomp", "oprd")


def statements(line: Line, cast: Cast, events: Sequence[Found]) -> list[Found]:
    """What a speaker says he will do or will not do, as a promise, a threat or a refusal of his."""
    parse, found, seen = line.parse, [], set()
    say = frozenset(load("plover")["statements"]["say"])
    for event in events:
        verb = event.anchor
        if parse.pos[verb] != "VERB" or parse.deps[verb] not in ("ccomp", "conj"):
            continue
        top = parse.heads[verb] if parse.deps[verb] == "conj" else verb
        cue = parse.heads[top]
        if parse.deps[top] != "ccomp" or parse.lemmas[cue].lower() not in say or cue in seen:
            continue
        kind = _promised(parse, event)
        speakers = tuple(dict.fromkeys(a for s in subjects_of(parse, cue) for a in cast.of_tokens(line, s)))
        if kind is None or not speakers or not _same(line, cast, verb, speakers):
            continue
        seen.add(cue)
        others = tuple(r for r in event.sides.recipients if r not in speakers)
        found.append(
            Found(
                line=line,
                token=cue,
                first=cue,
                stop=cue + 1,
                trigger=Trigger(type=kind),
                sides=Sides(actors=speakers, recipients=others),
                status=verb_status(parse, cue),
                anchor=cue,
            )
        )
    return found


def _promised(parse: Parse, event: Found) -> str | None:
    future = any(
        parse.words[i].lower() in _FUTURE for i in parse.children[event.anchor] if parse.deps[i] == "aux"
    )
    if not future:
        return None
    negated = any(parse.deps[i] == "neg" for i in parse.children[event.anchor])
    if event.trigger.type in GIVING:
        return "REJECT" if negated else "AGREE"
    if event.trigger.type in HARMING:
        return None if negated else "THREATEN"
    return None


def _same(line: Line, cast: Cast, verb: int, speakers: tuple[str, ...]) -> bool:
    """Whether the speaker himself is to do it."""
    parse = line.parse
    for s in subjects_of(parse, verb):
        if parse.pos[s] == "PRON" and parse.words[s].lower() in ("he", "she", "it", "they", "we", "i"):
            return True
        if set(cast.of_tokens(line, s)) & set(speakers):
            return True
    return False


def demands(line: Line, cast: Cast, told: Container[int]) -> list[Found]:
    """What a speaker says that another must do ("says the bank must pay"), and what he says he will not do.

    `told` are the words that tell an event already.
    """
    parse, lists = line.parse, load("plover")["statements"]
    say, found = frozenset(lists["say"]), []
    if say.isdisjoint(parse.lemmas):
        return []
    for cue, lemma in enumerate(parse.lemmas):
        clause = parse.child(cue, "ccomp") if lemma in say and parse.pos[cue] == "VERB" else None
        if clause is None or cue in told:
            continue
        speakers = tuple(dict.fromkeys(a for s in subjects_of(parse, cue) for a in cast.of_tokens(line, s)))
        kind = _asserted(parse, clause)
        if kind is None or not speakers or (kind == "REJECT" and clause in told):
            continue
        if (kind == "REJECT") != _same(line, cast, clause, speakers):
            continue
        others = tuple(a for s in subjects_of(parse, clause) for a in cast.of_tokens(line, s))
        if kind == "REJECT":
            others = verb_sides(line, cast, clause, Trigger(type=kind)).recipients
        others = tuple(dict.fromkeys(a for a in others if a not in speakers))
        if others:
            found.append(
                Found(
                    line=line, token=cue, first=cue, stop=cue + 1, trigger=Trigger(type=kind), anchor=cue,
                    sides=Sides(actors=speakers, recipients=others), status=verb_status(parse, cue),
                )
            )  # fmt: skip
    return found


def _asserted(parse: Parse, clause: int) -> str | None:
    """REQUEST for what is said to be a duty, REJECT for what is said not to be done, else None."""
    lists = load("plover")["statements"]
    helpers = [parse.words[i].lower() for i in parse.children[clause] if parse.deps[i] == "aux"]
    negated = any(parse.deps[i] == "neg" for i in parse.children[clause])
    if any(word in _FUTURE for word in helpers):
        return "REJECT" if negated and parse.lemmas[clause].lower() not in lists["mind"] else None
    if any(word in lists["must"] for word in helpers):
        return None if "have" in helpers else "REQUEST"
    duty = parse.lemmas[clause].lower() in lists["ought"] and parse.child(clause, "xcomp") is not None
    return "REQUEST" if duty and not negated and parse.tags[clause] in ("VBZ", "VBP", "VBD") else None
