"""The complements that make a verb's stance a position: "urge X to V", "insist on V-ing", "reject X"."""

from twosource.language import Parse
from twosource.lexicon import load

from .positions_findings import MATTERS, OBJECTS, STANCES, agent_of, has_to
from .positions_grammar import cue_over, modal_of, past_modal
from .positions_parties import Scene

__all__ = ["VERBS", "complement_of", "infinitive", "infinitive_of_other"]

_LEXICON = load("negotiation")
VERBS = {
    verb: (stance, tuple(frames)) for stance in STANCES for verb, frames in _LEXICON["verbs"][stance].items()
}
"""Each stance verb's stance and frames (see the lexicon)."""
_STATIVE = frozenset(_LEXICON["idle"]["stative"])
_MENTAL = frozenset(_LEXICON["idle"]["mental"])
_MANDATIVE = frozenset(_LEXICON["mandative"]["verbs"])


def complement_of(scene: Scene, i: int, frame: str) -> tuple[int, int | None, str] | None:
    """The action's head and its mover where the verb at `i` has a complement of this kind."""
    parse = scene.parse
    stance = VERBS[parse.lemmas[i]][0]
    if frame == "own":
        head = infinitive(parse, i)
        if head is None or _gives(scene, i, head) or (stance == "demands" and parse.lemmas[head] in _MENTAL):
            return None  # "demanded to know" asks a question
        return head, None, frame
    if frame == "other":
        return infinitive_of_other(scene, i)
    if frame == "meant":
        head = infinitive(parse, i)
        return (head, None, "own") if head is not None else None
    if frame == "down":
        noun = parse.child(i, "dobj")
        spurned = noun is not None and i < noun and parse.lemmas[parse.child(i, "prt") or i] == "down"
        return (
            (noun, None, frame)
            if spurned and noun is not None and _is_object(parse, noun, matter=True)
            else None
        )
    if frame == "that":
        return _content(parse, i)
    if frame == "gerund":
        head = next(
            (c for c in parse.children[i] if parse.deps[c] == "xcomp" and parse.tags[c] == "VBG"), None
        )
        return (head, None, frame) if head is not None else None
    if frame in ("object", "matter", "spoken"):
        noun = parse.child(i, "dobj")
        if noun is not None and stance == "commits" and scene.cast.of_token(scene.line, noun) is not None:
            return None  # "promised Prado that she could stay", "promised donors tickets"
        if (
            noun is None
            or (noun < i and parse.deps[i] != "relcl")
            or not _is_object(parse, noun, matter=frame == "matter")
            or _opens_clause(parse, i, noun)
        ):
            return None
        if frame == "spoken" and cue_over(parse, i) is None and not scene.quoted(i):
            return None
        return noun, agent_of(parse, noun), frame
    return _prepositional(scene, i, frame)


def _gives(scene: Scene, i: int, act: int) -> bool:
    """Whether the act is only what a thing is for: "promised changes to calm its members"."""
    parse = scene.parse
    thing = parse.child(i, "dobj")
    if thing is None or not i < thing < act or parse.tags[thing] not in ("NN", "NNS"):
        return False
    return "object" in VERBS[parse.lemmas[i]][1] and scene.cast.of_token(scene.line, thing) is None


def _opens_clause(parse: Parse, i: int, noun: int) -> bool:
    """Whether a noun is the subject of the clause behind it ("promised the toll would be cut")."""
    stop = parse.subtree(noun)[1]
    return stop < len(parse) and parse.tags[stop] == "MD" and i < noun


def _prepositional(scene: Scene, i: int, frame: str) -> tuple[int, int | None, str] | None:
    parse = scene.parse
    if frame == "out":
        if parse.lemmas[parse.child(i, "prt") or i] != "out":
            return None
        head = parse.child(i, "dobj", "xcomp", "pcomp")
        return (head, None, frame) if head is not None else None
    name = frame.removesuffix("-matter")
    called = parse.child(i, "dobj") if parse.lemmas[i] == "call" else None
    if called is not None and called > i:
        return None  # "called a doctor for her son"
    if parse.lemmas[i] == "insist" and parse.child(i, "ccomp") is not None:
        return None  # "insisted on television that it was true"
    for c in parse.children[i]:
        if c > i and parse.deps[c] == "prep" and parse.lemmas[c] == name:
            inner = parse.child(c, "pcomp")
            if inner is not None:
                return inner, parse.child(inner, "nsubj"), name
            noun = parse.child(c, "pobj")
            if noun is not None and (_is_object(parse, noun, matter=frame != name) or _is_sum(parse, noun)):
                act = next(
                    (
                        k
                        for k in parse.children[noun]
                        if parse.deps[k] in ("acl", "relcl") and has_to(parse, k)
                    ),
                    None,
                )
                if parse.pos[noun] == "PROPN" and act is None and _is_person(scene, noun):
                    # "called for Prado (P.) to resign": the act hung on the verb
                    act = next((k for k in parse.children[i] if k > noun and has_to(parse, k)), None)
                    if act is None:
                        return None
                if name == "for" and act is not None and noun < act and parse.pos[noun] == "PROPN":
                    return act, noun, name
                return noun, agent_of(parse, noun), name
    return None


def _is_person(scene: Scene, noun: int) -> bool:
    actor = scene.cast.of_token(scene.line, noun)
    return actor is not None and scene.cast.actor(actor).type == "person"


def _is_sum(parse: Parse, noun: int) -> bool:
    """Whether a token ends a sum of money, behind "asked for", "pressed for"."""
    return parse.tags[noun] == "CD" and any(
        e.start <= noun < e.end and e.label == "MONEY" for e in parse.entities
    )


def _is_object(parse: Parse, noun: int, *, matter: bool) -> bool:
    if parse.pos[noun] not in ("NOUN", "PROPN", "NUM", "SYM") or any(
        parse.deps[c] == "det" and parse.words[c].lower() == "no" for c in parse.children[noun]
    ):
        return False
    lemma = parse.lemmas[noun].lower()
    return lemma in MATTERS if matter else lemma not in OBJECTS


def infinitive(parse: Parse, i: int) -> int | None:
    """The infinitive that the subject of the verb at `i` would carry out itself ("promised to V")."""
    for c in parse.children[i]:
        if c < i or not has_to(parse, c) or parse.child(c, "nsubj") is not None:
            continue
        dep = parse.deps[c]
        if _is_purpose(parse, c):
            continue
        if dep == "xcomp" or (dep in ("ccomp", "advcl") and parse.child(i, "dobj") is None):
            return c
    return None


def _is_purpose(parse: Parse, verb: int) -> bool:
    """ "Agreed to the change, so as not to hinder the vote": what the assent is for."""
    first = parse.subtree(verb)[0]
    return any(parse.words[k].lower() in ("so", "order") for k in range(max(0, first - 1), verb))


def infinitive_of_other(scene: Scene, i: int) -> tuple[int, int | None, str] | None:
    """The infinitive that somebody else is to carry out, who that is, and the frame ("urged X to V")."""
    parse = scene.parse
    hosts = [i]
    named = parse.child(i, "dobj")
    for c in parse.children[i]:
        if (
            c > i
            and parse.deps[c] in ("prep", "dative")
            and parse.lemmas[c] in ("on", "upon", "to", "for", "with")
        ):
            named = parse.child(c, "pobj")
            hosts += [c] + ([named] if named is not None else [])
            break
    else:
        if parse.lemmas[i] in ("call", "appeal"):
            return None
        if named is not None:
            hosts.append(named)
    for host in hosts:
        for c in parse.children[host]:
            if (
                c <= i
                or parse.deps[c] not in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp")
                or not has_to(parse, c)
            ):
                continue
            if parse.child(c, "mark") is not None:
                continue
            mover = parse.child(c, "nsubj")
            if mover is None:
                mover = named
            if mover is not None and (
                mover > c or parse.lemmas[mover] in OBJECTS or parse.pos[mover] in ("NUM", "SYM")
            ):
                continue  # "wants to use it, and not for Peru", "requested anonymity to speak", "$2 to spend"
            if mover is None or (
                host not in (i, c)
                and parse.pos[mover] == "NOUN"
                and scene.cast.of_token(scene.line, mover) is None  # "challenged its efforts to pay"
            ):
                continue
            return c, mover, "other"
    return None


def _is_joined(parse: Parse, noun: int) -> bool:
    return any(parse.deps[c] in ("conj", "appos") for c in parse.children[noun])


def _content(parse: Parse, i: int) -> tuple[int, int | None, str] | None:
    """A that-clause that says what is to be done: "demanded that it go", "promised it would pay"."""
    for c in parse.children[i]:
        if c <= i or parse.deps[c] not in ("ccomp", "conj") or has_to(parse, c):
            continue
        subject = parse.child(c, "nsubj", "nsubjpass", "csubj")
        mark = parse.child(c, "mark")
        if subject is None or parse.deps[c] == "conj":
            continue
        if mark is not None and parse.lemmas[mark] in ("whether", "if"):
            continue
        stance = VERBS[parse.lemmas[i]][0]
        modal = modal_of(parse, c)
        bare = (
            parse.tags[c] == "VB"
            or (parse.tags[c] == "VBP" and parse.lemmas[i] in _MANDATIVE)
            or (
                parse.tags[c] == "VBP"
                and parse.tags[subject] in ("NN", "NNP")
                and not _is_joined(parse, subject)
            )
            or (parse.lemmas[c] == "be" and parse.words[c].lower() == "be")
        )
        if any(parse.lemmas[k] == "do" and parse.deps[k] == "aux" for k in parse.children[c]):
            bare = False  # "insisted that they don't lend": it tells, it asks for nothing
        if not bare and parse.child(c, "auxpass") is not None:
            bare = parse.words[parse.child(c, "auxpass") or c].lower() == "be"
        if stance in ("demands", "offers"):
            fits = (bare and modal is None) or modal in ("should", "must")
        elif parse.lemmas[i] == "agree":
            idle = parse.lemmas[c] in _STATIVE and parse.child(c, "auxpass") is None
            fits = modal in ("should", "must") or (modal in ("will", "would") and not idle)
        else:
            fits = (
                modal in ("will", "would", "could")
                or (modal is not None and stance != "commits")
                or (parse.tags[c] == "VBG" and parse.lemmas[i] != "agree")
            )
        if fits and not past_modal(parse, c):
            passive = parse.deps[subject] == "nsubjpass" and stance == "demands"
            return c, None if passive else subject, "that"
    return None
