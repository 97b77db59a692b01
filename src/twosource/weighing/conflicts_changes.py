"""A number told as the new value of something: "the toll has risen to five", "cut to 12 from 14"."""

from collections.abc import Collection, Sequence
from itertools import islice

from twosource.language import Parse
from twosource.lexicon import words

from .claims_numbers import number_run, number_value

__all__ = ["counted_subject", "is_changing", "linked", "replaced"]

_BACK = 4  # tokens between "to" and its number: "to the new total of", "to at least"
_UP = 6  # steps from a number to the verb it depends on
_BETWEEN = frozenset({"DET", "ADV", "SYM", "ADJ", "PRON"})


def is_changing(parse: Parse, run: Sequence[int]) -> bool:
    """Whether the verb over a number says that something became more or less."""
    for up in islice(parse.ancestors(run[-1]), _UP):
        if parse.pos[up] == "VERB":
            return parse.lemmas[up].lower() in words("conflicts", "changes")
    return False


def linked(parse: Parse, run: Sequence[int]) -> str:
    """The "to" or "from" before a number, or ""."""
    for i in range(run[0] - 1, max(-1, run[0] - 1 - _BACK), -1):
        word = parse.words[i].lower()
        if word in ("to", "from"):
            return word
        if parse.pos[i] not in _BETWEEN and word not in ("at", "least", "than", "$", "£", "€", "¥"):
            break
    return ""


def replaced(parse: Parse, run: Sequence[int], own: Collection[int]) -> float | None:
    """The old value of what has changed to the number in `run`: "to five from two"."""
    inside, done = set(own), set(run)
    for i in own:
        if i in done or parse.pos[i] != "NUM":
            continue
        other = number_run(parse, i, inside)
        done.update(other)
        if linked(parse, other) == "from":
            value = number_value(parse, other)
            new = number_value(parse, run)
            scaled = len(run) - len(other)  # "from 2.5 to 3.2 million": the scale stands once
            if value and new and scaled == 1:
                return value * (new / (number_value(parse, run[:1]) or new))
            return value
    return None


def counted_subject(parse: Parse, number: int) -> int | None:
    """The token of what has risen or fallen to a number: in "the number of injured guards", "guards"."""
    for up in islice(parse.ancestors(number), _UP):
        if parse.pos[up] != "VERB":
            continue
        subject = parse.child(up, "dobj") or parse.child(up, "nsubj", "nsubjpass")
        if subject is None or parse.pos[subject] not in ("NOUN", "PROPN"):
            return None
        if parse.lemmas[subject].lower() not in ("number", "count", "total", "tally"):
            return subject
        of = next((c for c in parse.children[subject] if parse.lemmas[c].lower() == "of"), None)
        inner = parse.child(of, "pobj") if of is not None else None
        return inner if inner is not None else subject
    return None
