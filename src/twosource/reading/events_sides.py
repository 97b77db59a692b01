"""Who does it to whom: the actors and recipients of an event, from the parse."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words

from .cast import Cast
from .document import Line
from .events_words import Trigger, light_verbs, objects_of
from .participants import within_reach

__all__ = ["Sides", "carrier_of", "is_passive", "noun_sides", "subjects_of", "verb_sides"]

_JOINT = frozenset({"treaty", "tie"})  # what two sides sign or upgrade together
_RECIPROCAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
_MOVING = frozenset({"MOBILIZE", "RETREAT"})
_SAID = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SUPPORT"})
_DURING = frozenset({"in", "during", "at", "after", "following", "before"})
_SELVES = frozenset({"he", "she", "it", "they", "we", "i"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative", "mark", "advmod"})
_OF_PASSIVE = ("nsubjpass", "auxpass", "agent")
_DEEP = 3
"""How many prepositions down a participant is looked for ("the release of the crew of the ship of X")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Actor ids of the doers and of those on the other side.

    In an event told as mutual ("A and B met") each stands on both sides, as PLOVER codes it.
    """

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@cache
def _slots(kind: str) -> tuple[str, ...]:
    return tuple(load("plover")["recipients"].get(kind, ("obj", "with", "to")))


@cache
def _askers() -> frozenset[str]:
    data = load("plover")["operators"]
    return frozenset(data["ask"]) | frozenset(data["force"])


@cache
def _patient_nouns() -> frozenset[str]:
    return frozenset(load("plover")["operators"]["patient_nouns"])


@cache
def _bearing() -> frozenset[str]:
    return frozenset(load("plover")["light"]["patients"])


# ---- places in the parse


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb's subject is acted upon ("was attacked", "troops attacked by rebels")."""
    deps = parse.deps
    for i in parse.children[verb]:
        if deps[i] in _OF_PASSIVE:
            return True
    if parse.tags[verb] != "VBN" or parse.child(verb, "aux", "nsubj") is not None:
        return False
    if parse.deps[verb] == "conj":
        return is_passive(parse, parse.heads[verb]) if parse.heads[verb] != verb else False
    return parse.deps[verb] in ("acl", "advcl", "amod", "ROOT") and parse.child(verb, "dobj") is None


def subjects_of(parse: Parse, verb: int) -> list[int]:
    """Heads of those who do what the verb says; empty when the sentence does not say."""
    first, deps = verb, parse.deps
    for _ in range(8):
        if is_passive(parse, verb):
            if verb != first and parse.child(verb, "nsubjpass") is not None:
                # "is expected to resign", "was freed and flew home": its subject does the rest.
                return [_antecedent(parse, i) for i in parse.children[verb] if parse.deps[i] == "nsubjpass"]
            by = [i for i in parse.children[verb] if parse.deps[i] == "agent"]
            return [j for i in by for j in parse.children[i] if parse.deps[j] == "pobj"]
        own = [i for i in parse.children[verb] if deps[i] in ("nsubj", "expl")]
        if own:
            return [_antecedent(parse, i) for i in own if deps[i] == "nsubj"]
        step = _upward(parse, verb)
        if isinstance(step, list):
            return step
        if step == verb:
            return []
        verb = step
    return []


def _upward(parse: Parse, verb: int) -> int | list[int]:
    """Where a verb without a subject of its own has it from: another verb, or nouns found at once."""
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb:
        return verb
    if dep in ("xcomp", "ccomp") and parse.lemmas[head].lower() in _askers():
        asked = [i for i in parse.children[head] if parse.deps[i] in ("dobj", "nsubjpass")]
        asked = asked or [
            j
            for i in parse.children[head]
            if parse.words[i].lower() in ("on", "upon", "to", "with") and i < verb
            for j in parse.children[i]
            if parse.deps[j] == "pobj"
        ]
        if asked:
            return asked
    if dep in ("acl", "relcl"):
        if parse.pos[head] in ("VERB", "AUX"):
            return head
        # "its plan to attack": the plan's owner; "troops attacking": the troops.
        if parse.tags[verb] == "VB":
            owner = parse.child(head, "poss")
            carrier = carrier_of(parse, head)
            return [owner] if owner is not None else carrier if carrier is not None else verb
        return [head]
    if dep in ("pcomp", "prep", "acomp", "attr", "dobj", "pobj") and parse.pos[head] == "ADP":
        above = parse.heads[head]
        return above if parse.pos[above] in ("VERB", "AUX") else verb
    return head if parse.pos[head] in ("VERB", "AUX", "ADJ", "SCONJ") else verb


def _antecedent(parse: Parse, token: int) -> int:
    """For a relative pronoun the noun that it stands for."""
    if parse.words[token].lower() not in _RELATIVE:
        return token
    for verb in parse.ancestors(token):
        if parse.deps[verb] == "relcl":
            return parse.heads[verb]
    return token


def carrier_of(parse: Parse, noun: int) -> int | None:
    """The light verb that carries an event noun ("held two rounds of talks", "launched an attack")."""
    for _ in range(4):
        head, dep = parse.heads[noun], parse.deps[noun]
        if head == noun:
            return None
        if dep in ("dobj", "nsubjpass", "attr", "oprd"):
            return head if parse.lemmas[head].lower() in light_verbs() else None
        if dep in ("pobj", "prep", "conj", "appos"):
            if dep == "pobj" and parse.words[head].lower() not in ("of", "in", "for", "with", "on", "to"):
                return None
            noun = head
            if parse.pos[noun] == "VERB":
                return noun if parse.lemmas[noun].lower() in light_verbs() else None
            continue
        return None
    return None


# ---- actors at those places


def _direct(line: Line, cast: Cast, head: int) -> list[str]:
    return list(cast.of_tokens(line, _antecedent(line.parse, head)))


def _owners(line: Line, cast: Cast, head: int) -> list[str]:
    """Actors in front of a noun: "Ruiz's offer", "Ruritanian warplanes", "the Freedonia talks"."""
    parse = line.parse
    found: list[str] = []
    for i in parse.children[head]:
        if parse.deps[i] in ("poss", "compound", "amod", "nmod", "nummod") and i < head:
            found += cast.of_tokens(line, i) or _owners(line, cast, i)
    return found


def _described(line: Line, cast: Cast, head: int) -> list[str]:
    """Actors of the last resort: whom the noun phrase describes, else the country of its adjective."""
    if cast.last is None:
        return []
    return _direct(line, cast.last, head) or _owners(line, cast.last, head)


def _people(
    line: Line, cast: Cast, head: int, depth: int = _DEEP, but: Container[str] = frozenset()
) -> list[str]:
    """Actors that a noun phrase is about: itself, else its owner, else what hangs below it; none of `but`."""
    known = _direct(line, cast, head) or _owners(line, cast, head) or _described(line, cast, head)
    found = [a for a in known if a not in but]
    if found or depth == 0:
        return found
    parse = line.parse
    for i in (head,) if parse.pos[head] == "ADP" else parse.children[head]:
        if parse.deps[i] in ("prep", "agent", "dative"):
            for j in parse.children[i]:
                if found := _people(line, cast, j, depth - 1, but):
                    return found
        elif parse.deps[i] in ("appos", "dobj", "relcl", "acl", "nsubj"):
            # Whom a clause beside a noun describes is far from the event: the named cast alone.
            near = cast if parse.deps[i] == "appos" else cast.named or cast
            if found := _people(line, near, i, depth - 1, but):
                return found
    return []


def _unique(ids: Iterable[str], but: Iterable[str] = ()) -> tuple[str, ...]:
    left_out = frozenset(but)
    return tuple(dict.fromkeys(i for i in ids if i not in left_out))


# ---- the sides of an event


def verb_sides(line: Line, cast: Cast, verb: int, trigger: Trigger) -> Sides:
    """Doers and others of an event told by a verb."""
    cast = within_reach(cast, trigger.type)
    subjects = subjects_of(line.parse, verb)
    doers = _unique(a for s in subjects for a in _people(line, cast, s, 1))
    if not doers:
        doers = _unique(a for s in _speaking(line.parse, subjects) for a in _people(line, cast, s, 1))
    others = _others(line, cast, verb, trigger, doers)
    return _mutual(trigger, doers, others)


def _sent(parse: Parse, token: int, trigger: Trigger) -> bool:
    """Whether an object is what is sent or moved, not to whom ("sent a team", "deployed warships")."""
    if trigger.type not in ("AID", "MOBILIZE", "RETREAT"):
        return False
    return parse.lemmas[token].lower() in _forces() | words("participants", "sent")


def _speaking(parse: Parse, subjects: Iterable[int]) -> list[int]:
    """Who stands behind a subject that is no actor: the speaker ("said that they support it"), or those whose
    paper it is ("adopted a resolution that condemns it").
    """
    for s in subjects:
        head = parse.heads[s]
        if parse.words[s].lower() in _SELVES and parse.deps[head] == "conj" and parse.heads[head] != head:
            return subjects_of(parse, parse.heads[head])  # "Ruiz likes the dam, but he will not pay for it"
        if parse.words[s].lower() in _SELVES and parse.deps[head] == "ccomp":
            cue = parse.heads[head]
            return subjects_of(parse, cue) if parse.lemmas[cue].lower() in _list("statements", "say") else []
        if parse.lemmas[s].lower() in _list("operators", "papers") and parse.deps[s] in ("dobj", "pobj"):
            above = next((i for i in parse.ancestors(s) if parse.pos[i] == "VERB"), None)
            return subjects_of(parse, above) if above is not None else []
    return []


@cache
def _list(section: str, key: str) -> frozenset[str]:
    return frozenset(load("plover")[section][key])


@cache
def _forces() -> frozenset[str]:
    return frozenset(load("plover")["classes"]["force"].split())


def _others(line: Line, cast: Cast, verb: int, trigger: Trigger, doers: tuple[str, ...]) -> tuple[str, ...]:
    parse, objects = line.parse, objects_of(line.parse, verb)
    particle = [i for i in parse.children[verb] if parse.words[i].lower() in trigger.beside]
    particle += [j for i in particle for j in parse.children[i] if parse.words[j].lower() in trigger.beside]
    below = _preposed(parse, (verb, *particle, *objects))
    if trigger.type in _MOVING:  # "withdrew its troops from Borduria": the troops are no other side
        objects = [i for i in objects if parse.lemmas[i].lower() not in _forces()]
    slots = _slots(trigger.type)
    if parse.lemmas[verb].lower() in _list("operators", "of_matters"):
        slots = ("with", *slots)
    for slot in slots:
        if slot == "obj":
            heads = [j for i in particle for j in parse.children[i] if parse.deps[j] == "pobj"]
            heads += [i for i in objects if parse.lemmas[i].lower() not in trigger.objects]
            found = [a for i in heads for a in _direct(line, cast, i)]
            if not found and not any(_owners(line, cast, i) for i in heads):
                found = [a for i in heads if not _sent(parse, i, trigger) for a in _described(line, cast, i)]
        elif slot == "poss":
            found = [a for i in objects for a in _owners(line, cast, i)]
        elif slot == "dat":
            given = [i for i in parse.children[verb] if parse.deps[i] == "dative"]
            found = [a for i in given for a in _people(line, cast, i)]
        else:
            found = [a for i in below.get(slot, ()) for a in _people(line, cast, i, but=doers)]
        if found and (others := _unique(found, doers)):
            return others
    for i in objects:
        if others := _unique(_people(line, cast, i, but=doers), doers):
            return others
    return _below(line, cast, verb, doers)


def _preposed(parse: Parse, heads: Iterable[int]) -> dict[str, list[int]]:
    """What hangs on the heads by each preposition."""
    found: dict[str, list[int]] = {}
    for head in heads:
        for i in parse.children[head]:
            if parse.deps[i] in _PREPOSITIONS:
                objects = [j for j in parse.children[i] if parse.deps[j] in ("pobj", "pcomp")]
                if objects:
                    found.setdefault(parse.words[i].lower(), []).extend(objects)
    return found


def _below(line: Line, cast: Cast, verb: int, doers: tuple[str, ...]) -> tuple[str, ...]:
    """The other side inside the clause that completes a verb ("refused to meet with Ruiz")."""
    parse, at = line.parse, verb
    for _ in range(3):
        inner = parse.child(at, "xcomp", "ccomp")
        if inner is None:
            return ()
        heads = [
            i for i in parse.children[inner] if parse.deps[i] in ("dobj", "nsubj", "nsubjpass", "dative")
        ]
        heads += [j for i in parse.children[inner] if parse.deps[i] == "prep" for j in parse.children[i]]
        made = parse.lemmas[inner].lower() in words("participants", "making")
        reach = (cast.named or cast) if made else cast
        for i in heads:
            if others := _unique(_people(line, reach, i, but=doers), doers):
                return others
        at = inner
    return ()


def noun_sides(line: Line, cast: Cast, noun: int, trigger: Trigger) -> Sides:
    """Doers and others of an event told by a noun ("talks between A and B", "A's meeting with B")."""
    parse, cast = line.parse, within_reach(cast, trigger.type)
    below = _preposed(parse, (noun,))
    if between := [*below.get("between", ()), *below.get("among", ())]:
        both = _unique(a for i in between for a in _people(line, cast, i))
        if trigger.mode == "third-party" and (verb := carrier_of(parse, noun)) is not None:
            go_between = _unique(
                (a for s in subjects_of(parse, verb) for a in _people(line, cast, s, 1)), both
            )
            return Sides(actors=go_between, recipients=both)
        return _mutual(trigger, both, ())
    carrier = carrier_of(parse, noun)
    owners = _unique(_owners(line, cast, noun) or (_owners(line, cast.last, noun) if cast.last else ()))
    patient = parse.lemmas[noun].lower() in _patient_nouns()
    doers = () if patient else owners
    sources = ("by", "from") if trigger.type in _SAID else ("by",)
    doers = doers or _unique(a for w in sources for i in below.get(w, ()) for a in _people(line, cast, i))
    # "sanctions levied by A on B", "talks that A will hold with B"
    told = [i for i in parse.children[noun] if parse.deps[i] in ("acl", "relcl") and i > noun]
    others = owners if patient and owners else _noun_others(line, cast, (noun, *told), trigger, doers)
    if not doers:
        doers = _unique(
            (a for v in told for s in subjects_of(parse, v) for a in _direct(line, cast, s)), others
        )
    if carrier is not None and (not doers or not others):
        bearers = [a for s in subjects_of(parse, carrier) for a in _people(line, cast, s, 1)]
        if parse.lemmas[carrier].lower() in _bearing():
            others = others or _unique(bearers, doers)
            doers = doers or _from(line, cast, (noun, carrier), others)
        else:
            doers = doers or _unique(bearers, others)
    if not doers and not patient and trigger.type in _RECIPROCAL:
        doers = _unique((a for i in below.get("of", ()) for a in _people(line, cast, i)), others)
        others = _unique(others, doers)
    if not others and carrier is not None:
        others = _noun_others(line, cast, (carrier,), trigger, doers)
    if not others and trigger.type == "REQUEST":  # "its demand that Ruiz resign"
        asked = [s for v in told for s in subjects_of(parse, v) if s > noun]
        others = _unique((a for s in asked for a in _people(line, cast, s, 1)), doers)
    if not doers and others and trigger.type == "CONSULT" and parse.deps[noun] == "pobj":
        doers = _meanwhile(line, cast, noun, others)
    return _mutual(trigger, doers, others)


def _from(line: Line, cast: Cast, heads: Iterable[int], others: tuple[str, ...]) -> tuple[str, ...]:
    """Doers of what somebody bears ("faces criticism from Ruiz")."""
    below = _preposed(line.parse, heads)
    return _unique((a for i in below.get("from", ()) for a in _people(line, cast, i)), others)


def _meanwhile(line: Line, cast: Cast, noun: int, others: tuple[str, ...]) -> tuple[str, ...]:
    """Who met in what is told by the way: the clause's subject ("Ruiz, in a meeting with Marlow, agreed")."""
    parse, preposition = line.parse, line.parse.heads[noun]
    verb = parse.heads[preposition]
    if parse.words[preposition].lower() not in _DURING or parse.pos[verb] != "VERB":
        return ()
    return _unique((a for s in subjects_of(parse, verb) for a in _people(line, cast, s, 1)), others)


def _noun_others(
    line: Line, cast: Cast, heads: tuple[int, ...], trigger: Trigger, doers: tuple[str, ...]
) -> tuple[str, ...]:
    below = _preposed(line.parse, heads)
    for slot in _slots(trigger.type) if below else ():
        found = [a for i in below.get(slot, ()) for a in _people(line, cast, i, but=doers)]
        if found and (others := _unique(found, doers)):
            return others
    return ()


def _mutual(trigger: Trigger, doers: tuple[str, ...], others: tuple[str, ...]) -> Sides:
    joint = trigger.type in _RECIPROCAL or (
        trigger.type == "SUPPORT" and not _JOINT.isdisjoint(trigger.objects)
    )
    if not others and len(doers) > 1 and joint:
        others = doers
    return Sides(actors=doers, recipients=others)
