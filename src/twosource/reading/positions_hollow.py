"""What has the form of a position and is none: slogans, courtesies, cries for help, forecasts."""

from collections.abc import Callable
from dataclasses import replace

from twosource.language import Parse
from twosource.lexicon import load

from .positions_findings import MOVES, Finding
from .positions_grammar import is_negated, modal_of
from .positions_parties import Scene

__all__ = ["is_hollow", "put_in_place"]

_HOLLOW: dict[str, list[str]] = load("negotiation")["hollow"]
_STANDINS = frozenset(_HOLLOW["standins"])
_BEREAVED = frozenset(_HOLLOW["bereaved"])
_COMFORTS = frozenset(_HOLLOW["comforts"])
_COURTESIES = frozenset(_HOLLOW["courtesies"])
_ASIDES = frozenset(_HOLLOW["asides"])
_HONOURS = frozenset(_HOLLOW["honours"])
_WORDS = frozenset(_HOLLOW["words"])
_VALUES = frozenset(_HOLLOW["values"])
_CROWD = frozenset(_HOLLOW["crowd"])
_GLORIES = frozenset(_HOLLOW["glories"])
_PRIZES = frozenset(_HOLLOW["prizes"])
_DEEDS = MOVES | frozenset(_HOLLOW["deeds"])
_OUTSIDERS = frozenset(_HOLLOW["outsiders"])
_SEEMING = frozenset(_HOLLOW["seeming"])
_PRESS = frozenset(_HOLLOW["press"])
_ENDS = frozenset(("?", "!", ".", "”", '"', "''", "’’"))
_GIVING = frozenset(("give", "provide", "offer", "disclose", "reveal", "release", "share"))
_DETAILS = frozenset(_HOLLOW["details"])
_DROPPING = frozenset(_HOLLOW["dropping"])
_BACKING = frozenset(_HOLLOW["backing"])
_DOUBTS = frozenset(_HOLLOW["doubts"])
_IDLE_ACTS = frozenset(_HOLLOW["idle_acts"])
_TELLING = frozenset(_HOLLOW["telling"])
_CURSES = frozenset(_HOLLOW["curses"])
_TOKENS = frozenset(_HOLLOW["tokens"])
_COUNTED = frozenset(_HOLLOW["counted"])
_THOUGHTS = frozenset(_HOLLOW["thoughts"])


def is_hollow(scene: Scene, finding: Finding) -> bool:
    """Whether a finding asks, offers or refuses nothing: "called for help", "will make us great again"."""
    return any(test(scene, finding) for test in _TESTS)


def put_in_place(parse: Parse, finding: Finding) -> Finding:
    """A finding whose "do" stands for the verb before it: "instead of leaving, as they urged him to do"."""
    at, head = finding.trigger, finding.head
    mark = parse.child(at, "mark")
    if parse.lemmas[head] != "do" or parse.deps[at] != "advcl" or mark is None or parse.lemmas[mark] != "as":
        return finding
    act = next((i for i in range(mark - 1, -1, -1) if parse.pos[i] == "VERB"), None)
    if act is None or parse.subtree(act)[1] > mark or parse.child(head, "dobj", "ccomp") is not None:
        return finding
    return replace(finding, head=act)


def _stands_in(scene: Scene, finding: Finding) -> bool:
    """ "As they had urged him to do": the act itself stands elsewhere."""
    parse, head = scene.parse, finding.head
    if parse.lemmas[head] not in _STANDINS or parse.pos[head] == "NOUN":
        return False
    roles = ("dobj", "ccomp") if parse.lemmas[head] == "do" else ("dobj", "ccomp", "nsubj")
    thing = parse.child(head, *roles)  # "wants her to do well" asks for nothing either
    return thing is None or parse.words[thing].lower() in (
        "what",
        "which",
        "so",
        "it",
        "that",
        "this",
        "better",
        "right",
    )


def _is_cut_off(scene: Scene, finding: Finding) -> bool:
    """ "The apology he wanted them to deliver": the verb alone, without what the noun before it names."""
    parse, at, head = scene.parse, finding.trigger, finding.head
    if parse.pos[head] == "NOUN" and parse.words[parse.subtree(head)[0]].lower() == "to":
        return True  # "the gaps she promised to bridge": taken for a noun
    if parse.deps[at] != "relcl" or parse.pos[head] != "VERB" or finding.modal:
        return False
    bare = all(
        parse.deps[c] in ("aux", "nsubj", "punct", "advcl", "advmod") or parse.tags[c] == "WDT"
        for c in parse.children[head]
    )
    subject = parse.child(at, "nsubj")
    whose = subject is not None and parse.tags[subject] not in ("WP", "WDT")
    return bare and whose and parse.heads[at] < at and head > at and parse.tags[parse.heads[at]] != "WP"


def _cries_for_help(scene: Scene, finding: Finding) -> bool:
    """ "Called the police for help", "offered support to the family"."""
    parse, head = scene.parse, finding.head
    if parse.pos[head] not in ("NOUN", "VERB"):
        return False
    if finding.stance == "demands":
        if parse.lemmas[head] == "help" and parse.lemmas[finding.trigger] == "seek":
            return True
        return parse.lemmas[head] == "help" and parse.subtree(head) == (head, head + 1)
    if finding.stance != "offers" or parse.lemmas[head] not in _COMFORTS:
        return False
    hosts = (head, finding.trigger)
    goals = [
        parse.child(c, "pobj")
        for h in hosts
        for c in parse.children[h]
        if parse.deps[c] in ("prep", "dative") and parse.lemmas[c] in ("to", "for")
    ]
    return any(g is not None and parse.lemmas[g].lower() in _BEREAVED for g in goals)


def _is_small_talk(scene: Scene, finding: Finding) -> bool:
    """ "Refused to take credit", "happy to share that", "declined the interview request"."""
    parse, head = scene.parse, finding.head
    lemma = parse.lemmas[head]
    thing = parse.child(head, "dobj")
    held = parse.lemmas[thing].lower() if thing is not None else ""
    if parse.lemmas[finding.trigger] in ("happy", "glad") and lemma in _COURTESIES:
        return True
    if finding.stance == "commits" and lemma == "say":
        return True
    if finding.stance == "commits" and held in _WORDS and lemma in ("use", "call"):
        return True
    if finding.stance != "refuses":
        return False
    if lemma in _GIVING and held in _DETAILS:
        return True
    if lemma == "say":
        said = parse.child(head, "ccomp")
        mark = parse.child(said, "mark") if said is not None else None
        return mark is None or parse.lemmas[mark] != "that"
    if lemma == "let" and any(
        parse.lemmas[c] == "go" and parse.subtree(c) == (c, c + 1) for c in parse.children[head]
    ):
        return True
    if lemma in _ASIDES or (lemma in ("take", "answer", "claim") and held in _HONOURS):
        return True
    if parse.pos[head] != "NOUN":
        return False
    below = {parse.lemmas[i].lower() for i in parse.below(head)}
    return lemma in ("request", "invitation", "call") and not _PRESS.isdisjoint(below)


def _is_of_thought(scene: Scene, finding: Finding) -> bool:
    """ "Rejected the idea that it had lost": what is said not to be so."""
    parse, head = scene.parse, finding.head
    if parse.lemmas[head] not in _THOUGHTS or finding.stance != "refuses":
        return False
    clauses = [c for c in parse.children[head] if c > head and parse.deps[c] in ("acl", "relcl", "ccomp")]
    return any(
        parse.child(c, "mark") is not None and modal_of(parse, c) not in ("should", "must") for c in clauses
    )


def _is_of_values(scene: Scene, finding: Finding) -> bool:
    """ "Committed to its principles", "seeks a third term": no act that anybody could hold it to."""
    parse, head = scene.parse, finding.head
    if parse.pos[head] != "NOUN":
        return False
    if finding.stance == "commits":
        return parse.lemmas[head].lower() in _VALUES
    seeks = parse.lemmas[finding.trigger] == "seek"
    return seeks and parse.lemmas[head] == "term" and parse.tags[head] == "NN"


def _is_polled(scene: Scene, finding: Finding) -> bool:
    """ "most of those polled said they would buy it": what a survey counted."""
    parse = scene.parse
    if not finding.modal or finding.cue is None:
        return False
    said = parse.child(finding.cue, "nsubj")
    first = parse.subtree(said)[0] if said is not None else 0
    if said is not None and parse.pos[first] == "NUM" and parse.words[first + 1].lower() in ("in", "of"):
        return True  # "six in ten farmers"
    if finding.stance not in ("commits", "refuses"):
        return False
    counted = parse.below(said) if said is not None else range(finding.cue)
    return any(parse.lemmas[i].lower() in _COUNTED for i in counted)


def _is_slogan(scene: Scene, finding: Finding) -> bool:
    """ "Will make Peru great again", "ready to fight for the people", "vowed to win the election"."""
    parse, head = scene.parse, finding.head
    if parse.pos[head] != "VERB":
        return False
    lemma = parse.lemmas[head]
    if lemma in ("make", "keep"):
        states = (c for c in parse.children[head] if c > head and parse.deps[c] in ("ccomp", "oprd"))
        return any(parse.lemmas[c].lower() in _GLORIES for c in states)
    if lemma in ("win", "earn", "regain", "restore"):
        thing = parse.child(head, "dobj")
        return thing is not None and parse.lemmas[thing].lower() in _PRIZES
    if lemma not in ("fight", "stand", "work", "deliver"):
        return False
    goals = (parse.child(c, "pobj") for c in parse.children[head] if parse.lemmas[c] == "for")
    return any(g is not None and parse.lemmas[g].lower() in _CROWD for g in goals)


def _is_exhortation(scene: Scene, finding: Finding) -> bool:
    """ "We have to do better", "we had to find our way": no act of a negotiation, or one that is past."""
    parse, verb = scene.parse, finding.head
    if not finding.modal or finding.stance != "demands":
        return False
    if parse.deps[verb] == "xcomp" and _is_past_need(scene, parse.heads[verb]):
        return True
    if parse.deps[verb] == "relcl" and parse.lemmas[parse.heads[verb]] in ("way", "reason", "manner"):
        return True  # "that is not the way this should work"
    if parse.child(verb, "auxpass") is not None:
        return parse.lemmas[verb] in _SEEMING
    if parse.lemmas[verb] in ("expect", "worry", "hope"):
        return True
    ours = finding.mover is not None and parse.words[finding.mover].lower() in ("we", "i")
    return ours and parse.lemmas[verb] not in _DEEDS and not is_negated(parse, verb)


def _is_past_need(scene: Scene, host: int) -> bool:
    """ "Where pupils had to share books", "the idea of having to pay": told, not asked for."""
    parse = scene.parse
    if parse.tags[host] == "VBG":
        return parse.lemmas[host] == "have"
    if parse.tags[host] != "VBD":
        return False
    at = host
    while parse.deps[at] == "conj" and parse.heads[at] != at:
        at = parse.heads[at]
    return scene.quoted(host) or parse.deps[at] in ("relcl", "advcl")


def _is_asked(scene: Scene, finding: Finding) -> bool:
    """ "Do we really have to pay?" he asked: a question in somebody's words."""
    parse = scene.parse
    if "?" not in parse.words or not scene.quoted(finding.trigger):
        return False
    ends = (parse.words[i] for i in range(finding.head, len(parse)) if parse.words[i] in _ENDS)
    return next(ends, "") == "?"


def _is_foreseen(scene: Scene, finding: Finding) -> bool:
    """ "The states will have to decide," a lawyer said; "it should be arriving in May": what is expected."""
    parse, verb = scene.parse, finding.head
    if not finding.modal or finding.stance != "demands":
        return False
    mover = finding.mover
    if parse.tags[verb] == "VBG" and mover is not None and scene.cast.of_token(scene.line, mover) is None:
        return True
    outside = _is_outsider(scene, finding.speaker)
    if outside and mover is not None and scene.cast.of_token(scene.line, mover) is None:
        return parse.pos[mover] == "NOUN"  # "the win should help her," an analyst said
    host = parse.heads[verb]
    coming = parse.deps[verb] == "xcomp" and any(parse.tags[c] == "MD" for c in parse.children[host])
    return coming and outside


def _is_outsider(scene: Scene, actor: str | None) -> bool:
    """Whether somebody looks on and has no stake: an analyst, a lawyer, a professor."""
    if actor is None:
        return False
    who = scene.cast.actor(actor)
    named = (*who.roles, who.name) if who.type == "unnamed" else who.roles
    return any(word.rstrip("s,") in _OUTSIDERS for text in named for word in text.lower().split())


def _is_assertion(scene: Scene, finding: Finding) -> bool:
    """ "I guarantee you they will do better": only a way to say that one is sure."""
    parse, at = scene.parse, finding.trigger
    who = finding.holder
    if parse.lemmas[at] == "guarantee" and who is not None and not scene.first_person(who):
        known = scene.cast.of_token(scene.line, who) is not None
        if not known:
            return True  # "the firm's machine guarantees that it will have the means"
    if parse.lemmas[at] not in ("guarantee", "promise", "assure") or finding.mover is None:
        return False
    heard = any(parse.words[c].lower() == "you" for c in parse.children[at] if c > at)
    return heard and parse.words[finding.mover].lower() not in ("i", "we", "it", "there")


def _is_willing_only(scene: Scene, finding: Finding) -> bool:
    """ "Willing to bet", "more willing to fight", "offered few ideas", "being open to talks": no offer."""
    parse, at = scene.parse, finding.trigger
    scant = any(parse.words[c].lower() in ("few", "little", "no") for c in parse.children[finding.head])
    if scant and parse.pos[finding.head] == "NOUN" and finding.stance in ("offers", "commits"):
        return True
    be = parse.heads[at]
    if parse.deps[at] == "acomp" and parse.tags[be] == "VBG" and parse.lemmas[be] == "be":
        return parse.child(be, "aux", "nsubj") is None
    if finding.stance != "offers" or parse.pos[at] not in ("ADJ", "VERB") or finding.modal:
        return False
    if any(parse.deps[c] == "advmod" and parse.tags[c] in ("RBR", "JJR") for c in parse.children[at]):
        return True
    return parse.tags[at] == "JJ" and parse.lemmas[finding.head] in _IDLE_ACTS


def _is_a_query(scene: Scene, finding: Finding) -> bool:
    """ "Asked her to explain the vote", "we ask readers to rank us": questions; "told him to go to hell"."""
    parse, at, head = scene.parse, finding.trigger, finding.head
    if finding.stance != "demands" or finding.modal or parse.pos[head] != "VERB":
        return False
    if parse.lemmas[at] == "ask" and parse.lemmas[head] in _TELLING:
        return True
    below = (parse.lemmas[i].lower() for i in parse.below(head))
    return parse.lemmas[at] in ("tell", "order") and any(w in _CURSES for w in below)


def _is_a_gesture(scene: Scene, finding: Finding) -> bool:
    """ "We will send a message", "would leave it to others": nothing is promised."""
    parse, head = scene.parse, finding.head
    if not finding.modal or finding.stance not in ("commits", "threatens", "demands"):
        return False
    thing = parse.child(head, "dobj")
    if thing is None:
        return False
    word = parse.lemmas[thing].lower()
    if parse.lemmas[head] == "pay" and word in ("attention", "heed", "tribute", "respect"):
        return True
    if parse.lemmas[head] == "leave" and word in ("it", "that"):
        return any(parse.lemmas[c] in ("to", "at") for c in parse.children[head] if c > head)
    return parse.lemmas[head] in ("send", "make") and word in _TOKENS


def _is_a_service(scene: Scene, finding: Finding) -> bool:
    """ "A scheme that offers protection": what a thing is good for."""
    parse, at = scene.parse, finding.trigger
    if parse.lemmas[at] != "offer" or parse.deps[at] not in ("relcl", "advcl") or finding.self_moved:
        return False
    return parse.tags[at] in ("VBZ", "VBP") and parse.pos[finding.head] == "NOUN"


def _is_given_up(scene: Scene, finding: Finding) -> bool:
    """ "Dropped its demand for a vote", "broke its pledge to pay": no longer held."""
    parse, at = scene.parse, finding.trigger
    if parse.pos[at] != "NOUN":
        return False
    verb = parse.heads[at]
    if parse.deps[at] == "pobj":
        prep, verb = verb, parse.heads[verb]
        verb = parse.heads[verb] if parse.pos[verb] == "ADV" else verb  # "backed away from its pledge"
        if parse.lemmas[prep] in ("about", "over", "of") and parse.lemmas[parse.heads[prep]] in _DOUBTS:
            return True  # "faced questions about its willingness to pay"
        if parse.lemmas[prep] not in ("from", "on", "off"):
            return False
        given_up = parse.lemmas[verb] in _BACKING
    else:
        given_up = parse.deps[at] == "dobj" and parse.lemmas[verb] in _DROPPING
    return given_up and not is_negated(parse, verb)


def _is_mild(scene: Scene, finding: Finding) -> bool:
    """ "I wouldn't put it that way": no refusal of anything asked for."""
    parse, at = scene.parse, finding.trigger
    if not finding.modal or finding.stance != "refuses" or finding.whole or parse.lemmas[at] in MOVES:
        return False
    ours = finding.holder is not None and scene.first_person(finding.holder)
    return ours and scene.quoted(at) and modal_of(parse, at) == "would"


def _is_of_no_one(scene: Scene, finding: Finding) -> bool:
    """ "People want us to talk", "no candidate is willing to": whoever that is."""
    parse, at = scene.parse, finding.holder
    if at is None:
        return False
    if any(parse.deps[c] == "det" and parse.words[c].lower() in ("no", "any") for c in parse.children[at]):
        return True
    if parse.lemmas[at].lower() != "people":
        return False
    return not any(
        parse.deps[c] in ("amod", "compound", "det", "relcl", "acl", "poss") for c in parse.children[at]
    )


_TESTS: tuple[Callable[[Scene, Finding], bool], ...] = (
    _stands_in, _is_cut_off, _cries_for_help, _is_small_talk, _is_of_thought, _is_of_values, _is_slogan,
    _is_polled, _is_exhortation, _is_foreseen, _is_assertion, _is_asked,
    _is_willing_only, _is_a_query, _is_a_gesture, _is_a_service, _is_of_no_one, _is_given_up,
    _is_mild,
)  # fmt: skip
