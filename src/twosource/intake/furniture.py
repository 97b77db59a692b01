"""Which lines of a report are not the article's own words: labels, teasers, captions, credits, notices.

A line is judged by itself and as a whole, by word lists (lexicon/furniture.toml) and patterns tied to its
beginning or its end; where a line could be prose, it is prose. Cost is linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..lexicon import load, words
from ..model import Span

__all__ = ["Line", "is_furniture", "is_label", "lines_of"]

_LONGEST = 600
_LINE = re.compile(r"(?<![^\r\n])[^\r\n]+")
_EDGE = " \t\xa0\u200b\ufeff.:!|>»→›<«-–—*_#[](){}•·…\"“”'"
_BEFORE_OPENING = _EDGE.replace("(", "").replace("[", "").replace("#", "")
_BEFORE_TEASER = " \t\xa0\u200b\ufeff>»→›*_#[({•·"
_BETWEEN = re.compile(r"\s*[>»›|/•·]\s*")
_COUNTER = re.compile(
    r"(?i)\W{0,3}(?:\d[\d,.]{0,8}[km]?\s?(?:comments?|shares?|views?|likes?|min(?:ute)?s?(?:\s|-)read|retweets)"
    r"|(?:an?|\d{1,3}) (?:min(?:ute)?|hour|day|week|month)s? ago|\d{1,3}\s?(?:/|of)\s?\d{1,3}"
    r"|(?:(?:reading time|read time|duration|time to read)\W{1,3})?"
    r"\d{1,3}:?\d{0,2}\s?min(?:ute)?s?(?: read)?)\W{0,3}\Z"
)
_COPYRIGHT = re.compile(
    r"(?i)(?:©|&copy;|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by |the |all )|\W{0,2}all rights reserved\b)"
)
_RIGHTS = re.compile(
    r"(?i)\ball rights (?:are )?reserved\W{0,3}(?:[^.]{0,80}(?:not|without)\b[^.]{0,160})?\W{0,3}\Z"
)
_CONTRIBUTED = re.compile(
    r"(?:[A-Z]|\()[^!?\"“”:;]{2,300}? (?:also )?contributed"
    r"(?: (?:to|for) this (?:report|story|article|post|piece|dispatch)"
    r"| (?:additional |some )?(?:reporting|research|writing|graphics)\b[^!?\"“”:;$%]{0,200}|)"
    r"(?:[^\w$%]{0,3}\Z| from [A-Z])"
)
_NOTE = re.compile(
    r"(?i)\W{0,3}(?:editor'?’?s note\W{1,3})?(?:this|an earlier version of this) "
    r"(?:story|article|post|report|page|piece|item|headline) (?:has been|was|will be) "
    r"(?:first |originally )?(?:updated|corrected|amended|edited|revised|published|produced|adapted)\b"
)
_ON_AIR = re.compile(
    r"(?:reports?(?: live)?(?: from| on)|has (?:the|more|details)|joins|weighs in|explains|breaks down)\b"
    r"[^.;!?\"“”]{0,120}\.?\Z"
)
_POINTER = re.compile(
    r"(?:watch|listen|see|view|read|check out)\b[^.!?\"“”:;,]{3,110}\b(?:below|above|here)\W{0,2}\Z"
    r"|\W?h/t:? \S[^.]{1,50}\W{0,2}\Z"
    r"|this is a (?:developing|breaking) (?:news )?story\b"
)
_REPORTED = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){0,3}(?: and [A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){0,3})?"
    r" reported from [A-Z][\w .,'’-]{1,50}\Z"
)
_ON_AIR_VERBS = ("report", " has ", " joins", " weighs", " explains", " breaks")
_FIRST = re.compile(r"[\W_]{0,20}([^\W_]+)")
_ALSO_ON = re.compile(r"(?i)\W{0,3}also on \S[^:.]{0,30}:\W{0,2}\Z")
_HANDLE = re.compile(
    r"(?i)[\"“]?follow\b[^.!?]{0,80}(?:@\w{2,30}|\bon (?:twitter|x|facebook|instagram|threads)\b)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its blanks cut off; `start` and `end` index the report's text."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(start=self.start, end=self.end)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of `text` that hold something, in order; lines end at CR or LF."""
    for found in _LINE.finditer(text):
        whole = found[0]
        left = whole.lstrip()
        bare = left.rstrip()
        if bare:
            start = found.start() + len(whole) - len(left)
            yield Line(start, start + len(bare), bare)


def is_label(line: str) -> bool:
    """A section's name, or a path of them ("World > Asia")."""
    if len(line) > 80:
        return False
    labels = words("furniture", "labels")
    return all(part.strip(_EDGE).lower() in labels for part in _BETWEEN.split(line.strip(_EDGE)))


def is_furniture(line: str) -> bool:
    """Whether this line, as a whole, is not the article's own words."""
    if len(line) < 2 or len(line) > _LONGEST:
        return False
    if len(line) <= 80:
        bare = line.strip(_EDGE).lower().replace("’", "'")
        if not bare:
            return len(line) >= 3
        if bare in words("furniture", "lines") or is_label(line) or _COUNTER.match(line):
            return True
    low = line.lower().replace("’", "'")
    first = _FIRST.match(low)
    if first and first[1] in _first_words() and _opened(line, low):
        return True
    return (
        _pictured(line)
        or _worked(line, low)
        or (("©" in line or "right" in low or "(c)" in low) and _rights(line))
    )


def _opened(line: str, low: str) -> bool:
    """What the line's first words tell."""
    opening = low.lstrip(_BEFORE_OPENING)
    if _teaser(line, low) or _call(low, opening) or _openers("captions").match(opening):
        return True
    if line.startswith(tuple(load("furniture")["captions_cased"])):
        return True
    found = _openers("workers").match(opening.lstrip("([*"))
    if not found or len(line) > 400 or "said" in low:
        return False
    rest = line[len(low) - len(opening.lstrip("([*")) + found.end() :].strip()
    return rest[:1].isupper()


def _teaser(line: str, low: str) -> bool:
    """A pointer to another story: "More news: …", "READ ALSO Harbour strike enters third week"."""
    bare = low.lstrip(_BEFORE_TEASER)
    found = _openers("teasers").match(bare)
    if not found:
        return False
    after = bare[found.end() :]
    offset = len(low) - len(bare)
    opener = line[offset : offset + found.end()] if len(low) == len(line) else ""
    if after[:1] in (":", "|", ">", "»", "→"):
        return True
    if after[:3] in (" - ", " – ", " — ", " | ", " > ", " » ", " : "):
        return len(opener) > 6
    return opener.isupper() and " " in opener and bool(after.strip()) and line[-1] not in '."”'


def _call(low: str, opening: str) -> bool:
    """The page asks for something: a subscription, a click, consent."""
    if _openers("openings").match(opening):
        return True
    if low.startswith(("follow", '"follow', "“follow")) and _HANDLE.match(low):
        return True
    if len(low) > 300 or not _openers("calls").match(opening):
        return False
    return any(ask in low for ask in load("furniture")["asks"]) and "“" not in low and low.count('"') < 2


def _pictured(line: str) -> bool:
    """A picture's or a video's caption, or its credit, told by its end."""
    tail = line[-200:]
    if ("/" in tail or tail[-2:].rstrip(".")[-1:] in (")", "]") or " via " in tail) and _agency_tail().search(
        tail
    ):
        return True
    if len(line) <= 80 and _whole_credit().match(line):
        return True
    return len(line) <= 400 and any(verb in tail for verb in _ON_AIR_VERBS) and _presented(line)


def _presented(line: str) -> bool:
    """A video's caption: "… ; chief correspondent Ann Lee reports from Port Anselm."."""
    found = _presenter().search(line[-260:])
    return bool(found and _ON_AIR.match(line[-260:], found.end()))


def _worked(line: str, low: str) -> bool:
    """Who worked on the story, where to find more, and notes on its versions that state no fact."""
    if "contributed" in low and len(line) <= 400 and _CONTRIBUTED.match(line):
        return True
    if _POINTER.match(low) or ("reported from" in low and _REPORTED.match(line)):
        return True
    if "also on" in low and _ALSO_ON.match(line):
        return True
    return "this " in low[:60] and bool(_NOTE.match(line)) and " that " not in low and len(line) <= 250


def _rights(line: str) -> bool:
    return bool(_COPYRIGHT.match(line) or _RIGHTS.search(line[-320:]))


@cache
def _first_words() -> frozenset[str]:
    """The first words of all openers: a line that begins with none of them needs no closer look."""
    lists = ("teasers", "calls", "openings", "captions", "captions_cased", "workers")
    found = (_FIRST.match(opener.lower()) for name in lists for opener in load("furniture")[name])
    return frozenset(match[1] for match in found if match)


@cache
def _openers(name: str) -> re.Pattern[str]:
    """One pattern for the openings of this list, the longest first, each ending at a word's end."""
    longest_first = sorted(load("furniture")[name], key=lambda opener: (-len(opener), opener))
    joined = "|".join(re.escape(opener) for opener in longest_first)
    return re.compile(rf"(?:{joined})(?!\w)")


@cache
def _agencies() -> str:
    names = sorted(load("furniture")["picture_agencies"], key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in names)


@cache
def _agency_tail() -> re.Pattern[str]:
    """A credit at a line's end: "(AP Photo/Ann Lee)", "Ann Lee/Getty Images", "via Getty Images"."""
    names = _agencies()
    return re.compile(
        rf"(?:[(\[](?:[^()\[\]]{{0,80}}[/ ]|(?:Photo|Image|Picture|Credit)s?\W{{1,3}})"
        rf"(?:{names})(?:/[^()\[\]]{{1,60}})?[.]?[)\]]"
        rf"|[(\[](?:{names})/[^()\[\]]{{1,60}}[)\]]"
        rf"|[(\[](?:AP Photo|Getty Images)[^()\[\]]{{0,60}}[)\]]"
        rf"|\b(?:REUTERS|AFP|EPA)/[A-Z][\w .'’-]{{1,40}}"
        rf"|(?:/| via )(?:{names}))[.]?\Z"
    )


@cache
def _whole_credit() -> re.Pattern[str]:
    """A line that is a picture's credit and nothing else: "Getty/Instagram.", "Ann Lee for Reuters"."""
    names = _agencies()
    return re.compile(rf"(?:{names})(?:/[\w .'’-]{{1,60}})?[.]?\Z")


@cache
def _presenter() -> re.Pattern[str]:
    titles = "|".join(sorted(load("furniture")["presenters"]))
    return re.compile(rf"\b(?:{titles}) [A-Z][\w'’-]*(?: [A-Z][\w.'’-]*){{1,3}} (?=[a-z])")
