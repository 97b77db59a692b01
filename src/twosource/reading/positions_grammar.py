"""Grammar that positions need: what is denied, whose words a clause is, how far an action reaches.

Dependency labels are ClearNLP's, as spaCy's English models give them.
"""

from twosource.language import Parse

from .positions_subjects import CUES, torn_subject

__all__ = [
    "VIEWS",
    "clause_root",
    "complement",
    "cue_over",
    "has_own_clause",
    "is_negated",
    "linked",
    "modal_of",
    "past_apostrophe",
    "past_modal",
    "reach",
    "view_over",
]

_LONGEST = 60  # tokens of an action; longer ones are a parse gone wrong
_NOT = frozenset({"not", "n't", "never", "n’t", "no"})
VIEWS = frozenset({"view", "position", "stance", "policy", "line", "stand", "demand", "condition", "message"})
"""Nouns whose "is that" gives their owner's word."""
_OCCASIONS = frozenset({"after", "before", "because", "since", "while", "although", "though", "as"})


def is_negated(parse: Parse, verb: int) -> bool:
    """Whether `verb` is denied: "did not call", "never pledged", "is not going to pay"."""
    if _going(parse, verb) and is_negated(parse, parse.heads[verb]):
        return True
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


def _going(parse: Parse, verb: int) -> bool:
    """Whether `verb` is the act of a "going to"."""
    head = parse.heads[verb]
    return parse.deps[verb] == "xcomp" and parse.lemmas[head] == "go" and parse.tags[head] == "VBG"


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
            idle = any(parse.words[i].lower() in ("yet", "otherwise") for i in parse.children[head])
            if idle or parse.child(head, "auxpass") is not None:
                return None  # "has yet to answer", "would otherwise have to ask", "is needed to cure"
            # "the best chance we've had to save it": no need, and a past one at most
            bound = head != verb and parse.tags[head] != "VBN" and parse.pos[head] != "NOUN"
            return "must" if bound or (lemma != "have" and head != verb) else None
        if lemma == "go" and parse.words[head].lower() in ("going", "gon"):
            return "will"
    return None


_MODALS = {
    "will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will", "sha": "will",
    "would": "would", "'d": "would", "’d": "would", "should": "should", "must": "must", "ought": "must",
    "could": "could", "can": "could", "ca": "could", "might": "could", "may": "could",
}  # fmt: skip


def past_modal(parse: Parse, verb: int) -> bool:
    """Whether `verb` stands in "would have done", "I was going to ask": what did not come to pass."""
    kids = parse.children[verb]
    if _going(parse, verb) and _once_meant(parse, parse.heads[verb]):
        return True
    return any(parse.tags[i] == "MD" for i in kids) and any(
        parse.deps[i] == "aux" and parse.lemmas[i] == "have" for i in kids
    )


def _once_meant(parse: Parse, going: int) -> bool:
    """ "I was going to vote": given up since, unlike "he said she was going to vote"."""
    if not any(parse.tags[i] == "VBD" and parse.deps[i] == "aux" for i in parse.children[going]):
        return False
    subject = parse.child(going, "nsubj")
    own = subject is not None and parse.words[subject].lower() in ("i", "we")
    return own or cue_over(parse, going) is None


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
                and not (i < at and parse.child(i, "ccomp") is not None and _apart(parse, i, at))
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


def view_over(parse: Parse, verb: int) -> tuple[int, int] | None:
    """The "be" that the clause of `verb` completes, and whose view that is ("the union's policy is that")."""
    at = clause_root(parse, verb)
    be = parse.heads[at]
    mark = parse.child(at, "mark")
    if parse.deps[at] != "ccomp" or parse.lemmas[be] != "be" or mark is None or parse.lemmas[mark] != "that":
        return None
    for i in parse.children[be]:
        if parse.deps[i] in ("nsubj", "attr") and parse.lemmas[i].lower() in VIEWS:
            owner = parse.child(i, "poss")
            return (be, owner) if owner is not None else None
    return None


def _reports(parse: Parse, clause: int, cue: int) -> bool:
    """Whether an adverbial clause of a cue is its content ("..., he said"; "said on Monday he would")."""
    mark = parse.child(clause, "mark")
    if clause < cue:  # "After the court refused to hear it, the bank said ..." is the reporter's own
        return mark is None or parse.lemmas[mark] not in _OCCASIONS
    return mark is None and parse.child(clause, "nsubj", "nsubjpass") is not None


def _cue_above(parse: Parse, at: int) -> int | None:
    for head in parse.ancestors(at):
        if parse.pos[head] in ("VERB", "AUX"):
            return head if parse.lemmas[head] in CUES else None
    return None


def _apart(parse: Parse, first: int, second: int) -> bool:
    """Whether a semicolon parts two clauses ("Ruiz said it was late; most would have stayed")."""
    return ";" in parse.words[first:second]


def _complemented(parse: Parse, cue: int) -> bool:
    return any(parse.deps[i] in ("dobj", "xcomp", "prep") and i > cue for i in parse.children[cue])


def complement(parse: Parse, verb: int) -> list[int]:
    """The verbs that complete `verb`, in order: its clausal and infinitival complements."""
    return [
        i
        for i in parse.children[verb]
        if i > verb and parse.deps[i] in ("xcomp", "ccomp", "advcl", "acl", "relcl")
    ]


def past_apostrophe(parse: Parse, stop: int) -> int:
    """Where a phrase ends that the parser ends at its apostrophe ("in exchange for the crews' pledge")."""
    if stop + 1 >= len(parse) or parse.words[stop] not in ("'", "’") or parse.pos[stop + 1] != "NOUN":
        return stop
    end = parse.subtree(stop + 1)[1]
    if end < len(parse) and parse.tags[end] == "TO":
        end = parse.subtree(parse.heads[end])[1]
    return next((k for k in range(stop + 1, end) if parse.words[k] == ","), end)


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
        torn = torn_subject(parse, head) if from_subject and parse.deps[head] == "ccomp" else None
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
