"""Time expressions by form: the grammar of lexicon/dates_grammar.toml over the words of a sentence.

Each word becomes one character that stands for its word classes (month, weekday, unit, a figure up to 31…),
so that a rule is a short regular expression over classes. The rules of a kind are one expression; a sentence
is read once for each kind that it has words of, in time linear in its length. What an expression means is
worked out elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from twosource.lexicon import load

__all__ = ["Expression", "Grammar", "grammar", "worth_reading"]

_TRIGGERS = (
    "month", "month_short", "weekday", "weekdays", "part", "parts", "season", "unit", "units", "decades",
    "often", "reference", "deictic",
)  # fmt: skip
_TABLES = (*_TRIGGERS, "weekday_short", "number", "ordinal")
_TRIGGER_LISTS = (
    "noon",
    "midnight",
    "overnight",
    "ampm",
    "future",
    "past",
    "moment",
    "zone",
    "near",
    "period",
    "nineteen",
)
_FIGURES = re.compile(r"(?:1[5-9]|20)\d\d|\d[:.]\d\d|\d0s|\d[ap]\.?m\b|\d/\d|\bQ[1-4]\b", re.IGNORECASE)
_TOKEN = (
    r"[ap]\.m\b\.?|q[1-4]\b|[^\W\d_]+"
    r"|\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?)?(?![\d-])|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])"
    r"|(?:1[5-9]|20)\d0['’]?s\b|['’]\d0s\b"
    r"|\d{1,2}[:.]\d\d(?=\s?[ap]\.?m\b)|\d{1,2}:\d\d\b(?!:)"
    r"|\d{1,3} \d/\d\b|\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+%|\d+"
    r"|[$£€¥#]\s?\d[\d.,]*|['’](?:s|d|ll|re|ve)\b|\S"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression as found: `start` and `end` index the sentence; `slots` has the words of its parts.

    `before` and `after` are the words around it (lower case), empty at the ends of the sentence.
    """

    kind: str
    start: int
    end: int
    slots: Mapping[str, tuple[str, ...]]
    before: str
    after: str

    def word(self, *names: str) -> str:
        """The last word of the first of these slots that is filled; an empty string when none is."""
        for name in names:
            if self.slots.get(name):
                return self.slots[name][-1]
        return ""


class Grammar:
    """The rules, compiled. `find` is a pure function of the sentence."""

    def __init__(self, words: Mapping[str, Iterable[str]], rules: Mapping[str, Any]) -> None:
        self._codes: dict[frozenset[str], str] = {}
        classes: dict[str, set[str]] = {}
        for name, members in words.items():
            for word in members:
                classes.setdefault(word, set()).add(name)
        self._words = {w: self._code(frozenset(c)) for w, c in classes.items()}
        # Every combination of classes that a figure can have: the rules' character sets must hold them all.
        for sample in ("0", "5", "05", "12", "24", "25", "31", "32", "99", "365", "1989", "2500", "12345"):
            self._code(_figure(sample))
        holidays = sorted((w for w, c in classes.items() if "holiday" in c), key=lambda w: (-len(w), w))
        self._token = re.compile(_TOKEN)
        names = "|".join(re.escape(w) for w in holidays)
        self._with_holidays = re.compile(rf"(?<!\w)(?:{names})(?!\w)|{_TOKEN}")
        self._feasts = frozenset(re.match(r"\w+", w).group() for w in holidays)  # type: ignore[union-attr]
        self._macros: Mapping[str, str] = rules["macro"]
        self._patterns: dict[str, list[tuple[int, str]]] = {}
        for n, rule in enumerate(rules["rule"]):
            self._patterns.setdefault(rule["kind"], []).append((n, rule["pattern"]))
        self._kinds: dict[str, tuple[str, ...]] = {}
        for kind, needed in rules["needs"].items():
            for code in self._any_of(needed):
                self._kinds[code] = (*self._kinds.get(code, ()), kind)
        self._compiled: dict[str, _Kind] = {}
        self.triggers = _triggers(words)

    def find(self, text: str) -> list[Expression]:
        """The expressions of one sentence, in order, none over another."""
        low = text.lower()
        if len(low) != len(text):  # a letter that grows when lowered: leave such text in its own case
            low = text
        tokens = self._token.findall(low)
        if not self._feasts.isdisjoint(tokens):
            tokens = self._with_holidays.findall(low)
        codes = "".join([self._words.get(t) or ("." if t.isalpha() else self._other(t)) for t in tokens])
        kinds = sorted({kind for code in set(codes) for kind in self._kinds.get(code, ())})
        found = self._matches(codes, [self._kind(kind) for kind in kinds]) if kinds else []
        if not found:
            return []
        spans = _spans(low, tokens[: found[-1][1].end()])
        return [_expression(kind, m, codes, tokens, spans) for kind, m in found]

    def _matches(self, codes: str, kinds: list["_Kind"]) -> list[tuple["_Kind", re.Match[str]]]:
        """The leftmost match, then the leftmost behind it…; the earlier rule where two start together."""
        found = []
        waiting = [(kind, m) for kind in kinds if (m := kind.any.search(codes))]
        while waiting:
            kind, match = min(waiting, key=lambda w: (w[1].start(), int((w[1].lastgroup or "r0")[1:])))
            found.append((kind, match))
            at = match.end()
            waiting = [
                (k, again)
                for k, m in waiting
                if (again := m if m.start() >= at else k.any.search(codes, at)) is not None
            ]
        return found

    def _kind(self, kind: str) -> "_Kind":
        """The rules of one kind, compiled when a sentence first needs them."""
        if kind not in self._compiled:
            rules = {n: self._expanded(pattern) for n, pattern in self._patterns[kind]}
            bare = {n: re.sub(r"\(\?P<\w+>", "(?:", pattern) for n, pattern in rules.items()}
            either = "|".join(f"(?P<r{n}>{p})" for n, p in bare.items())
            self._compiled[kind] = _Kind(name=kind, rules=rules, any=re.compile(f"(?!\\.)(?:{either})"))
        return self._compiled[kind]

    def _code(self, classes: frozenset[str]) -> str:
        """The character that stands for a set of classes."""
        return self._codes.setdefault(classes, chr(0x4E00 + len(self._codes)))

    def _other(self, token: str) -> str:
        """The character of a word that no table knows: a figure, or anything else."""
        classes = _figure(token)
        return self._codes.get(classes, ".") if classes else "."

    def _expanded(self, pattern: str) -> str:
        """A rule as a regular expression over class characters."""
        for _ in range(3):
            pattern = re.sub(r"\{([A-Z]+)\}", lambda m: self._macros[m.group(1)], pattern)
        return re.sub(
            r"(?<!\?P)<([\w|]+)>", lambda m: f"[{self._any_of(m.group(1))}]", pattern.replace(" ", "")
        )

    def _any_of(self, names: str) -> str:
        """The characters of `x|y`. Raises ValueError for a name that no table has."""
        wanted = set(names.split("|"))
        known = set().union(*self._codes)
        if wanted - known:
            raise ValueError(f"no such word class: {', '.join(sorted(wanted - known))}")
        return "".join(code for classes, code in self._codes.items() if wanted & classes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """The rules of one kind: each by its number, and all of them as one expression."""

    name: str
    rules: Mapping[int, str]
    any: re.Pattern[str]


def _expression(
    kind: _Kind, match: re.Match[str], codes: str, tokens: list[str], spans: list[tuple[int, int]]
) -> Expression:
    # The rule that matched, once more with its parts named; `re` keeps the few hundred rules compiled.
    again = re.compile(kind.rules[int((match.lastgroup or "r0")[1:])]).match(codes, match.start())
    first, stop = match.span()
    return Expression(
        kind=kind.name,
        start=spans[first][0],
        end=spans[stop - 1][1],
        slots={} if again is None else _slots(again, tokens),
        before=tokens[first - 1] if first else "",
        after=tokens[stop] if stop < len(tokens) else "",
    )


def _spans(text: str, tokens: list[str]) -> list[tuple[int, int]]:
    """Where the tokens stand: between them there is nothing but white space."""
    spans, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        at = start + len(token)
        spans.append((start, at))
    return spans


def _slots(match: re.Match[str], tokens: list[str]) -> dict[str, tuple[str, ...]]:
    """The words of each part of an expression that is there."""
    return {
        name: tuple(tokens[slice(*match.span(name))])
        for name, part in match.groupdict().items()
        if part is not None
    }


@lru_cache(maxsize=4096)
def _figure(token: str) -> frozenset[str]:
    """The classes of a figure: what it can be by its form and size alone."""
    if token.isdecimal():
        n, size = int(token[:6]), len(token)
        found = {"num"} if size < 4 else set()
        if size <= 2 and 1 <= n <= 31:
            found.add("d31")
        if size <= 2 and n <= 24:
            found.add("d24")
        if size == 2:
            found.add("d2")
        if size == 4:
            found.add("year" if 1500 <= n <= 2099 else "num")
        return frozenset(found)
    for name, form in _FORMS:
        if form.fullmatch(token):
            return frozenset({name})
    return frozenset()


_FORMS = (
    ("iso", re.compile(r"\d{4}-\d\d-\d\d(?:t[\d:]+)?")),
    ("slash", re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")),
    ("decade", re.compile(r"(?:\d\d|['’])\d0['’]?s")),
    ("clock", re.compile(r"\d{1,2}:\d\d")),
    ("clock_dot", re.compile(r"\d{1,2}\.\d\d")),
    ("fraction", re.compile(r"\d{1,3} \d/\d")),
    ("qn", re.compile(r"q[1-4]")),
    ("rate", re.compile(r"[$£€¥]\s?\d[\d.,]*|\d+%|\d{1,3}(?:,\d{3})+")),
)


def _triggers(words: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Words, in the cases they are written in, without which a sentence names no time (figures apart)."""
    found = [w for name in (*_TRIGGERS, *_TRIGGER_LISTS) for w in words[name]]
    found += [w.split()[0] for w in words["holiday"]] + [w + "." for w in words["month_short"]]
    return frozenset(v for w in found for v in (w, w.capitalize(), w.upper()))


def worth_reading(triggers: frozenset[str], words: Iterable[str], text: str) -> bool:
    """Whether a sentence can name a time at all: a cheap look at its words, then at its figures."""
    return not triggers.isdisjoint(words) or _FIGURES.search(text) is not None


@cache
def grammar() -> Grammar:
    """The grammar of the shipped lexicon, compiled once a process."""
    data = load("dates")
    words: dict[str, list[str]] = {name: list(data[name]) for name in _TABLES}
    words.update(data["word"])
    for table in ("unit", "units"):
        for word, code in data[table].items():
            words.setdefault(f"u_{code}", []).append(word)
            if table == "units":
                words.setdefault(f"p_{code}", []).append(word)
    words["length"], words["rate"] = data["follow"]["length"], data["follow"]["rate"]
    words["qn"], words["iso"], words["slash"] = ["q1", "q2", "q3", "q4"], ["0000-00-00"], ["00/00/00"]
    words["decade"], words["clock"], words["fraction"] = ["1990s", "'90s"], ["00:00"], ["2 1/2"]
    words["clock_dot"] = ["00.00"]
    words["num"], words["d31"], words["d24"], words["d2"], words["year"] = [], [], [], [], []
    words["holiday"] = [
        form.replace("'", mark) for table in data["holiday"].values() for form in table for mark in "'’"
    ]
    words["nword"] = words["number"]
    return Grammar(words, load("dates_grammar"))
