"""Grammar that positions need: who a verb's subject is, whose words a clause is, how far an action reaches.

Dependency labels are ClearNLP's, as spaCy's English models give them.
"""

from twosource.language import Parse
from twosource.lexicon import load

__all__ = [
    "CUES",
    "clause_root",
    "complement",
    "cue_over",
    "has_own_clause",
    "is_negated",
    "linked",
    "modal_of",
    "past_modal",
    "reach",
    "subject_of",
]

CUES = frozenset(c for cues in load("negotiation")["cues"].values() for c in cues)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLIMBS = frozenset({"acomp", "conj", "xcomp", "ccomp", "advcl", "pcomp", "acl", "dep", "prep"})
_LONGEST = 60  # tokens of an action; longer ones are a parse gone wrong
_NOT = frozenset({"not", "n't", "never", "n’t", "no"})
_STEERING = frozenset(load("negotiation")["steering"]["verbs"])
_WRITINGS = frozenset(load("negotiation")["writings"]["nouns"])
_SPURNING = frozenset(load("negotiation")["idle"]["spurning"])
_REACHING = CUES | {"call", "phone", "meet", "contact", "approach", "ring", "visit"}
_TOLD_OF = {name: frozenset(verbs) for name, verbs in load("negotiation")["told_of"].items()}
_CARRYING = frozenset({"in", "with", "via", "through", "by"})
"""Prepositions before a writing that its verb's subject makes ("said in a letter calling for")."""


def subject_of(parse: Parse, verb: int) -> int | None:
    """The head of the noun phrase that does what `verb` says, found through coordination and control."""
    at = verb
    for _ in range(8):
        own = parse.child(at, "nsubj", "nsubjpass")
        if own is not None and not (
            at != verb and parse.deps[own] == "nsubjpass" and parse.tags[verb] == "VBG"
        ):
            return _antecedent(parse, at, own)
        aside = next((i for i in parse.children[at] if i < at and parse.deps[i] == "parataxis"), None)
        if own is None and aside is not None and (named := parse.child(aside, "nsubj")) is not None:
            return named if parse.pos[named] != "PRON" else None
        dep, head = parse.deps[at], parse.heads[at]
        if head == at or parse.child(at, "csubj", "csubjpass") is not None:
            return None
        if dep == "relcl":
            return _nearest_joined(parse, at, head)
        if (other := _told_of(parse, at)) is not None:
            return other
        if dep == "acl":
            return _doer(parse, head)
        if dep not in _CLIMBS:
            return None
        if dep == "ccomp" and (twin := _torn_subject(parse, at)) is not None:
            return twin
        held = parse.child(head, "dobj") if dep == "xcomp" and parse.lemmas[head] in _STEERING else None
        if held is not None and held < at:
            return held
        if parse.pos[head] in ("NOUN", "PROPN"):
            return _doer(parse, head)
        at = head
    return None


def _torn_subject(parse: Parse, verb: int) -> int | None:
    """The subject of a finite clause that the parser tore off it ("said the toll set in May will be cut")."""
    if not any(parse.tags[i] == "MD" for i in parse.children[verb]):
        return None
    for i in parse.children[parse.heads[verb]]:
        if i < verb and parse.deps[i] == "ccomp" and (subject := parse.child(i, "nsubj")) is not None:
            return subject
    return None


def _antecedent(parse: Parse, verb: int, subject: int) -> int:
    """What a relative pronoun stands for; any other subject is itself."""
    if parse.words[subject].lower() not in _RELATIVE or parse.tags[subject] not in ("WP", "WDT", "IN", "DT"):
        return subject
    at = verb
    for _ in range(6):
        if parse.deps[at] == "relcl":
            return _nearest_joined(parse, at, parse.heads[at])
        at = parse.heads[at]
    return subject


def _nearest_joined(parse: Parse, verb: int, noun: int) -> int:
    """The antecedent of a relative clause: in "Lopez and Prado, who has signed" the last one alone."""
    one = any(parse.tags[i] == "VBZ" for i in (verb, *parse.children[verb]) if i <= verb)
    joined = [i for i in parse.children[noun] if noun < i < verb and parse.deps[i] == "conj"] if one else []
    return joined[-1] if joined and parse.pos[joined[-1]] == "PROPN" else noun


def _told_of(parse: Parse, verb: int) -> int | None:
    """Who does what another's verb tells of: "criticized Peru for refusing", "heard her asking him".

    Also the speaker who goes on behind what was said ("told him that it had not gone and asked him to stop").
    """
    dep, head = parse.deps[verb], parse.heads[verb]
    if dep == "pcomp" and parse.lemmas[head] in ("for", "over", "as", "of"):
        above = parse.heads[head]
        verbs = _TOLD_OF["citing" if parse.lemmas[head] == "as" else "blaming"]
        if parse.lemmas[above] in verbs and parse.pos[above] == "VERB":
            held = parse.child(above, "dobj")
            if held is None:  # "railed against Peru for refusing"
                at = next((i for i in parse.children[above] if parse.lemmas[i] in ("against", "at")), None)
                held = parse.child(at, "pobj") if at is not None else None
            return held if held is not None and held < head else None
        if parse.pos[above] in ("ADJ", "VERB") and parse.deps[above] in ("acomp", "ROOT", "conj"):
            at = next((i for i in parse.children[above] if i < head and parse.lemmas[i] == "at"), None)
            return parse.child(at, "pobj") if at is not None else None
        return None
    if dep == "advcl" and parse.tags[verb] == "VBG" and parse.lemmas[head] in _TOLD_OF["showing"]:
        held = parse.child(head, "dobj")
        return held if held is not None and parse.subtree(held)[1] == verb else None
    if dep == "conj" and parse.tags[verb] == "VBD" and parse.tags[head] == "VBN":
        above = parse.heads[head]
        past = any(parse.words[i].lower() == "had" and parse.deps[i] == "aux" for i in parse.children[head])
        heard = parse.child(above, "dobj", "dative") is not None
        told = heard and parse.tags[above] == "VBD" and parse.lemmas[above] in CUES
        if past and parse.lemmas[head] not in _REACHING and told and parse.deps[head] == "ccomp":
            return parse.child(above, "nsubj")
    return None


def _doer(parse: Parse, noun: int) -> int | None:
    """Who is behind a noun that a verb hangs on: itself, or for a writing or an offer its owner or maker."""
    for _ in range(2):  # "a letter to the bank demanding": the letter does
        prep = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[prep]].lower() in _WRITINGS:
            noun = parse.heads[prep]
    if parse.lemmas[noun].lower() not in _WRITINGS:
        return noun
    owner = parse.child(noun, "poss")
    if owner is not None:
        return owner
    for i in parse.children[noun]:
        if parse.deps[i] == "prep" and parse.lemmas[i] in ("by", "from", "of"):
            return parse.child(i, "pobj")
    at = noun
    for _ in range(5):
        head = parse.heads[at]
        if head == at:
            return None
        if parse.pos[head] in ("VERB", "AUX"):
            makes = parse.deps[at] not in ("nsubj", "nsubjpass") and parse.lemmas[head] not in _SPURNING
            return subject_of(parse, head) if makes else noun
        if parse.deps[at] == "pobj" and parse.lemmas[head] not in _CARRYING:
            return noun  # "warned of posts calling for a march", "voted on a motion calling for more aid"
        at = head
    return None


def is_negated(parse: Parse, verb: int) -> bool:
    """Whether `verb` is denied: "did not call", "never pledged", "no longer insists"."""
    for i in parse.children[verb]:
        if parse.deps[i] == "neg" or (
            parse.deps[i] in ("advmod", "det", "preconj") and parse.words[i].lower() in _NOT
        ):
            # "if not", "not only" deny nothing.
            if i + 1 < len(parse) and parse.words[i + 1].lower() == "only":
                continue
            return True
        if parse.deps[i] == "advmod" and _no_longer(parse, i):
            return True
        if parse.deps[i] in ("nsubj", "nsubjpass") and _no_one(parse, i):
            return True
    return False


def _no_one(parse: Parse, noun: int) -> bool:
    if parse.words[noun].lower() in ("nobody", "none", "neither"):
        return True
    return any(
        parse.deps[i] == "det" and parse.words[i].lower() in ("no", "neither") for i in parse.children[noun]
    )


def modal_of(parse: Parse, verb: int) -> str | None:
    """The modal of `verb` as one of will, would, should, must, could; `have to`, `ought to` are must.

    A verb without a subject of its own shares the modal of the verb that it is coordinated with.
    """
    own = _own_modal(parse, verb)
    shares = parse.deps[verb] == "conj" and parse.child(verb, "nsubj", "nsubjpass") is None
    head = parse.heads[verb]
    if own is None and shares and parse.tags[verb] in ("VB", "VBP") and parse.tags[head] == "VB":
        return _own_modal(parse, head)
    return own


def _own_modal(parse: Parse, verb: int) -> str | None:
    for i in parse.children[verb]:
        if parse.deps[i] == "aux" and parse.tags[i] == "MD":
            return _MODALS.get(parse.words[i].lower())
    if parse.deps[verb] == "xcomp":
        head = parse.heads[verb]
        lemma = parse.lemmas[head]
        if lemma in ("have", "need", "ought") and parse.tags[verb] == "VB":
            return "must" if head != verb and (lemma != "have" or parse.pos[head] != "NOUN") else None
        if lemma == "go" and parse.words[head].lower() in ("going", "gon"):
            return "will"
    return None


_MODALS = {
    "will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will", "sha": "will",
    "would": "would", "'d": "would", "’d": "would", "should": "should", "must": "must", "ought": "must",
    "could": "could", "can": "could", "ca": "could", "might": "could", "may": "could",
}  # fmt: skip


def past_modal(parse: Parse, verb: int) -> bool:
    """Whether `verb` stands in "would have done", "should have asked": what did not come to pass."""
    kids = parse.children[verb]
    return any(parse.tags[i] == "MD" for i in kids) and any(
        parse.deps[i] == "aux" and parse.lemmas[i] == "have" for i in kids
    )


def clause_root(parse: Parse, verb: int) -> int:
    """The first verb of the coordination that `verb` belongs to; "have to V" and "need to V" count as one."""
    at = verb
    for _ in range(6):
        head = parse.heads[at]
        if (parse.deps[at] == "conj" and parse.pos[head] in ("VERB", "AUX")) or (
            parse.deps[at] == "xcomp" and parse.lemmas[head] in ("have", "need", "ought", "go")
        ):
            at = head
        else:
            break
    return at


def cue_over(parse: Parse, verb: int) -> int | None:
    """The verb of saying or thinking whose content the clause of `verb` is ("said that", ", he said")."""
    at = clause_root(parse, verb)
    for i in parse.children[at]:
        if (
            parse.deps[i] in ("parataxis", "ccomp", "advcl")
            and parse.lemmas[i] in CUES
            and (
                parse.child(i, "nsubj") is not None
                and parse.child(i, "mark") is None
                and not _complemented(parse, i)
            )
        ):
            return i
    for _ in range(3):
        head = parse.heads[at]
        if head == at:
            return None
        dep = parse.deps[at]
        contains = dep in ("ccomp", "parataxis", "acl", "xcomp") or (
            dep == "advcl" and _reports(parse, at, head)
        )
        if contains and parse.lemmas[head] in CUES and parse.pos[head] in ("VERB", "AUX"):
            return head
        if parse.deps[at] in ("relcl", "acl") and (mark := parse.child(at, "mark")) is not None:
            # "said on Monday that the bank ...": the content hung below the last noun before it.
            return _cue_above(parse, at) if parse.words[mark].lower() == "that" else None
        if parse.deps[at] not in ("ccomp", "conj"):
            return None
        at = head
    return None


def _reports(parse: Parse, clause: int, cue: int) -> bool:
    """Whether an adverbial clause of a cue is its content ("..., he said"; "said on Monday he would")."""
    return clause < cue or (
        parse.child(clause, "mark") is None and parse.child(clause, "nsubj", "nsubjpass") is not None
    )


def _cue_above(parse: Parse, at: int) -> int | None:
    for head in parse.ancestors(at):
        if parse.pos[head] in ("VERB", "AUX"):
            return head if parse.lemmas[head] in CUES else None
    return None


def _complemented(parse: Parse, cue: int) -> bool:
    return any(parse.deps[i] in ("dobj", "xcomp", "prep") and i > cue for i in parse.children[cue])


def complement(parse: Parse, verb: int) -> list[int]:
    """The verbs that complete `verb`, in order: its clausal and infinitival complements."""
    return [
        i
        for i in parse.children[verb]
        if i > verb and parse.deps[i] in ("xcomp", "ccomp", "advcl", "acl", "relcl")
    ]


def linked(parse: Parse, verb: int) -> set[int]:
    """`verb` and the verbs coordinated with it or completing it (never those inside a relative clause)."""
    found, stack = {verb}, [verb]
    while stack:
        at = stack.pop()
        for i in parse.children[at]:
            if i not in found and parse.deps[i] in (
                "conj",
                "xcomp",
                "ccomp",
                "auxpass",
                "attr",
                "acomp",
                "dobj",
                "pcomp",
            ):
                found.add(i)
                if parse.pos[i] in ("VERB", "AUX"):
                    stack.append(i)
    return found


def reach(parse: Parse, head: int, *, from_subject: bool = False) -> tuple[int, int]:
    """First and last-plus-one token of the action headed by `head`, without "to" and without its subject."""
    first = head
    if parse.pos[head] in ("VERB", "AUX"):
        keep = ("nsubj", "nsubjpass", "aux", "neg") if from_subject else ("auxpass", "prt")
        inside = [i for i in parse.children[head] if i < head and parse.deps[i] in (*keep, "advmod", "cop")]
        torn = _torn_subject(parse, head) if from_subject and parse.deps[head] == "ccomp" else None
        if torn is not None and parse.child(head, "nsubj", "nsubjpass") is None:
            inside = [torn, *inside]
        edge = [
            i for i in inside if parse.deps[i] != "advmod" or (i == head - 1 and not _no_longer(parse, i))
        ]
        for i in edge:
            first = min(first, parse.subtree(i)[0] if from_subject else i)
    else:
        first = parse.subtree(head)[0]
    stop = min(parse.subtree(head)[1], max(first, head) + _LONGEST)
    joined = [i for i in parse.children[head] if i > head and _is_apart(parse, head, i)]
    if joined and parse.pos[head] in ("VERB", "AUX"):
        stop = min(stop, max(head + 1, parse.subtree(joined[0])[0]))
    while stop > head + 1 and (
        (parse.pos[stop - 1] == "PUNCT" and parse.words[stop - 1] not in ('"', "”", "''", ")"))
        or (joined and parse.deps[stop - 1] == "cc")
    ):
        stop -= 1
    return first, stop


def _no_longer(parse: Parse, adverb: int) -> bool:
    return (
        parse.lemmas[adverb] in ("long", "longer") and adverb > 0 and parse.words[adverb - 1].lower() == "no"
    )


def _is_apart(parse: Parse, head: int, verb: int) -> bool:
    """Whether a coordinated verb is no part of an action: it has a subject, or tells what happened."""
    if parse.deps[verb] == "conj" and parse.tags[head] == "VB" and parse.tags[verb] == "VBD":
        # "give him a hearing, barely looked up", but not "build schools and repaired roads"
        return parse.words[parse.subtree(verb)[0] - 1] == ","
    return has_own_clause(parse, verb)


def has_own_clause(parse: Parse, verb: int) -> bool:
    """Whether a coordinated verb has a subject of its own, so that it shares no condition with the first."""
    return parse.deps[verb] == "conj" and parse.child(verb, "nsubj", "nsubjpass") is not None
