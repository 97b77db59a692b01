"""A standoff in words: short actions and conditions, and who will not do what until when."""

import re

from twosource.lexicon import load
from twosource.model import ConditionKind, Stance

__all__ = ["condition_words", "in_words", "short"]

_SPACE = re.compile(r"\s+")
_CLAUSE = re.compile(r"\b(?:will|would|could|might|may|wo|must|should)\b|[’'](?:ll|d)\b", re.IGNORECASE)
_NOUNS = frozenset(load("negotiation")["plain"]["determiners"])
_OPENERS = frozenset(load("negotiation")["plain"]["openers"])
_PRONOUNS = frozenset({"i", "we", "he", "she", "it", "they", "there", "you"})
_LONGEST = 14  # words
_PLAIN: dict[Stance, str] = {
    "refuses": "will not", "threatens": "threatens to", "offers": "offers to", "commits": "promises to",
    "accepts": "agrees to", "demands": "wants",
}  # fmt: skip
_DOING: dict[Stance, str] = {
    "refuses": "rules out", "threatens": "threatens", "offers": "offers", "commits": "is set on",
    "accepts": "agrees to", "demands": "demands",
}  # fmt: skip


def short(text: str, longest: int = _LONGEST) -> str:
    """At most so many words of a text, on one line, without the marks at its edges; cut at a comma where one
    stands in the second half.
    """
    words = _SPACE.sub(" ", text).strip(" ,.;:\"“”'’").split(" ")
    if len(words) <= longest:
        return " ".join(words)
    pause = max((n + 1 for n, w in enumerate(words[:longest]) if w.endswith((",", ";"))), default=0)
    return " ".join(words[: pause if 2 * pause >= longest else longest]).rstrip(" ,;") + " …"


def condition_words(text: str) -> str:
    """A condition, short."""
    return short(text, _LONGEST + 6)


def in_words(party: str, stance: Stance, action: str, condition: str, kind: ConditionKind, other: str) -> str:
    """One step as a clause: "Norland will not reopen the border until Sudland frees the pilots"."""
    first = action.split(" ", 1)[0].lower()
    tail = condition if condition.lower().split(" ", 1)[0] in _OPENERS else f"{kind} {condition}"
    tail = tail[:1].lower() + tail[1:]
    subject = first in _NOUNS or first in _PRONOUNS
    if _CLAUSE.search(action if subject else " ".join(action.split(" ")[:4])):
        return f"{party}: {action}, {tail}"
    if first.endswith("ing"):
        return f"{party} {_DOING[stance]} {action} {tail}"
    if first in _NOUNS:
        verb = "refuses" if stance == "refuses" else _DOING[stance]
        return f"{party} {verb} {action} {tail}"
    if stance == "demands":
        return f"{party} wants {other} to {action} {tail}"
    return f"{party} {_PLAIN[stance]} {action} {tail}"
