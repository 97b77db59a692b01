"""A standoff in words: short actions and conditions, and who will not do what until when."""

import re
from collections.abc import Sequence

from twosource.lexicon import load
from twosource.model import ConditionKind, Stance

__all__ = ["condition_words", "in_words", "short"]

_SPACE = re.compile(r"\s+")
_CLAUSE = re.compile(
    r"(?P<subject>(?:[^\s,;]+ ){1,9}?)"
    r"(?:will|would|could|can|can[’']t|cannot|might|may|wo|won[’']t|must|should)\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|not|never|nothing|none)\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:our|my|us|me)\b", re.IGNORECASE)
_NOUNS = frozenset(load("negotiation")["plain"]["determiners"])
_OPENERS = frozenset(load("negotiation")["plain"]["openers"])
_SUFFERED = frozenset(load("negotiation")["acts"]["suffering"])
_FIRST = frozenset({"i", "we"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_LONGEST = 14  # words
# Words that no singular and plural differ in: a party may be "the Greens" or "Norland".
_DOING: dict[Stance, str] = {
    "refuses": "will not", "threatens": "will", "offers": "would", "commits": "will", "accepts": "would",
    "demands": "must",
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


def in_words(
    names: Sequence[str], stance: Stance, action: str, condition: str, kind: ConditionKind, other: str,
    *, verb: bool,
) -> str:  # fmt: skip
    """One step as a clause: "Norland will not reopen the border until Sudland frees the pilots".

    `names` are the holder's name and its aliases, `other` is the name of the one it waits for; `verb` says
    that the action is a verb without its subject, not a noun ("any talks").
    """
    party, tail = names[0], _tail(condition, kind, other)
    told = _CLAUSE.match(action)
    if told is not None:
        return _of_clause(names, told, action, tail)
    first, _, rest = action.partition(" ")
    if verb:
        # "will pay no bonus until", "will lift the ban only if": the denial stands in the words already.
        denied = stance == "refuses" and (tail.startswith("only ") or _NO.search(action))
        doing = "will" if denied else _DOING[stance]
        doing += " be" if first.lower().endswith("ing") else ""
        return f"{other if stance == 'demands' else party} {doing} {action} {tail}"
    if stance != "refuses" or tail.startswith("only "):
        return f"{party}: {action} {tail}"
    if first.lower() in ("any", "a", "an"):
        return f"{party}: no {rest} {tail}"
    return f"{party}: no {'to ' if first.lower() in _NOUNS else ''}{action} {tail}"


def _tail(condition: str, kind: ConditionKind, other: str) -> str:
    """A condition as the end of a clause, its kind before it where it does not open with it."""
    words = condition.split(" ")
    first = words[0].lower()
    if first == "to" and kind in ("until", "unless"):
        return f"{kind} {other} moves {condition}"
    if first in _OPENERS:
        return words[0].lower() + condition[len(words[0]) :]
    name = words[0][:1].isupper() and (len(words) == 1 or first not in _NOUNS)
    return f"{kind} {condition if name else condition[:1].lower() + condition[1:]}"


def _of_clause(names: Sequence[str], told: "re.Match[str]", action: str, tail: str) -> str:
    """A clause that has its own subject: "Norland would open the pass if …", "Norland: the toll will …"."""
    subject, rest = told["subject"], action[told.end("subject") :].strip()
    low = _bare(subject)
    if low in _FIRST or _MINE.search(action):
        return f"{names[0]}: “{action} {tail}”"
    harm = low in _PRONOUNS and len(words := rest.split(" ", 2)) > 1 and words[1].lower() in _SUFFERED
    if (low in _PRONOUNS and not harm) or low in {_bare(name) for name in names}:
        return f"{names[0]} {rest} {tail}"
    if harm:  # "they will pay a price": the others
        return f"{names[0]}: “{action}” {tail}"
    plain = subject.split(" ", 1)[0].lower() in _NOUNS
    return f"{names[0]}: {action[:1].lower() + action[1:] if plain else action} {tail}"


def _bare(name: str) -> str:
    return name.strip().lower().removeprefix("the ")
