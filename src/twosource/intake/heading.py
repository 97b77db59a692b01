"""What stands above and at an article's first sentence: headline, byline, outlet, stamp, dateline.

Works on plain text and changes nothing: each find is a value and the span where it stands. Where a line
could be two things, it is neither.
"""

import re
from dataclasses import dataclass, field

from ..lexicon import load, words
from ..model import Span
from .furniture import Line, is_furniture, is_label
from .stamps import Stamp, read_stamps

__all__ = ["Heading", "read_heading"]

_DEEPEST = 14
_LONGEST_TITLE = 180
_LATE_DATELINE = 4
_STOP = re.compile(r"[.:;,…]['\"’”)\]]{0,3}\Z")
_SENTENCE = re.compile(r"[.!?]['\"’”)\]]{0,3}\Z")
_HANGING = re.compile(
    r"(?i)\b(?:a|an|the|of|to|in|on|at|by|and|or|that|with|for|from|would|will|has|had|was|is|were|are)\Z"
)
_BY = re.compile(r"(?:By|BY|by|Posted by|Written by|Words by|Story by|From)[:\s]\s{0,3}(?=\S)")
_SPLIT = re.compile(r"\s*[|•·/;]\s*|\s+[-–—]\s+|,\s*|\s+(?=(?:for|of|in|at) [A-Z])")
_PLACED = re.compile(r"(?:for|of|in|at) ")
_AND = re.compile(r"\s+(?:and|AND|And|&|with)\s+")
_CAPITAL_S = re.compile(r"(['’])S\b")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*\Z")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\[\]\"“”:;!?\n]{1,70}?)\s?"
    r"(?:\((?P<mark>[A-Za-z][^()\n]{1,40})\)\s?(?:[-–—―]{1,2}|:|\Z)|\s[-–—―]{1,2}|(?<=\w)[—―]|[-–—―]{2})\s?(?=\S)"
)
_DAY = re.compile(
    r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day\Z"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z.]{0,7} \d{1,2}\Z"
)


@dataclass(slots=True)
class Heading:
    """What the head of a report gives; `spans` are its lines that are furniture."""

    title: str | None = None
    title_span: Span | None = None
    byline: str | None = None
    outlet: str | None = None
    place: str | None = None
    dateline: Span | None = None
    published: str | None = None
    spans: list[Span] = field(default_factory=list)


def read_heading(lines: list[Line], *, title: str | None = None, alone: bool = True) -> Heading:
    """The heading that these first lines of a report make.

    `title` is the headline where metadata gave it: its line is then found, not guessed. `alone` says that
    no further line follows: a single line is a text, not a headline.
    """
    head = Heading(title=title)
    wanted = _plain(title) if title else None
    stamps: list[Stamp] = []
    outlets: list[tuple[Line, str]] = []
    decks, body = 0, 0
    for index, line in enumerate(lines[:_DEEPEST]):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if _take_furniture(head, stamps, line):
            continue
        plain = _plain(line.text)
        if wanted is not None and plain == wanted:
            _take_title(head, line)
            continue
        outlet = _outlet(line.text)
        if outlet:
            outlets.append((line, outlet))
            continue
        if wanted is None and _titular(line, following, alone and len(lines) == 1):
            wanted = plain
            _take_title(head, line)
            continue
        if (
            _dateline(head, line)
            or decks == 2
            or len(line.text) > _LONGEST_TITLE
            or _SENTENCE.search(line.text)
        ):
            body = index
            break
        decks += 1
    _settle(head, outlets, stamps)
    # A headline with a full stop, or a summary, may stand before the paragraph with the dateline.
    any(_dateline(head, line) for line in lines[body : body + _LATE_DATELINE])
    return head


def _take_furniture(head: Heading, stamps: list[Stamp], line: Line) -> bool:
    """Labels, stamps and bylines: kept as furniture, and read for what they say."""
    found = read_stamps(line.text)
    if found:
        stamps.extend(found)
    elif not (is_label(line.text) or _take_byline(head, stamps, line.text) or is_furniture(line.text)):
        return False
    head.spans.append(line.span)
    return True


def _take_title(head: Heading, line: Line) -> None:
    """The first such line is the headline; the next ones double it."""
    if head.title_span is not None:
        head.spans.append(line.span)
        return
    lead = len(line.text) - len(line.text.lstrip("#* \t"))
    text = line.text[lead:].rstrip("#* \t")
    head.title_span = Span(start=line.start + lead, end=line.start + lead + len(text))
    if head.title is None:
        head.title = text


def _settle(head: Heading, outlets: list[tuple[Line, str]], stamps: list[Stamp]) -> None:
    """The whole head is seen: a lone name above the text was its headline, and publishing beats updating."""
    if outlets and head.title_span is None and head.title is None:
        line, _ = outlets.pop(0)
        head.title, head.title_span = line.text, line.span
    for line, outlet in outlets:
        head.outlet = head.outlet or outlet
        head.spans.append(line.span)
    dated = [stamp for stamp in stamps if stamp.value]
    first = [stamp for stamp in dated if not stamp.updated]
    if dated:
        head.published = (first or dated)[0].value


def _titular(line: Line, following: Line | None, alone: bool) -> bool:
    """A short line without a full stop, above the body, that no line goes on from."""
    text = line.text.strip("#* \t")
    if alone or not 8 <= len(text) <= _LONGEST_TITLE or _STOP.search(text) or " " not in text:
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "'\"‘“$€£#@") or following is None:
        return False
    if _DATELINE.match(text) and _dateline(Heading(), line):
        return False
    if following.start - line.end <= 2 and (following.text[0].islower() or _HANGING.search(text)):
        return False  # hard-wrapped prose
    return not (text[0] in '"“' and _SENTENCE.search(text) and len(text) > 100)


def _take_byline(head: Heading, stamps: list[Stamp], text: str) -> bool:
    """Read "By Jane Roe and John Doe", "Jane Roe, Staff Writer", "By JANE ROE, Reuters | May 4, 2019"."""
    if not 5 <= len(text) <= 160 or text[-1] in "?!":
        return False
    by = _BY.match(text)
    rest = text[by.end() :] if by else text
    rest, stamped = _cut_stamp(rest.rstrip(".") if by else rest)
    parts = [part for part in _SPLIT.split(rest) if part]
    names: list[str] = []
    outlet = None
    sure = by is not None
    for index, part in enumerate(parts):
        where = _PLACED.match(part)
        part = part[where.end() :] if where else part
        if part in load("heading")["agencies"] or _outlet(part):
            outlet = outlet or _outlet(part)
            sure = sure or index > 0
        elif _role(part):
            sure = sure or index > 0
        elif not where and (people := _people(part)) and (by or index == 0):
            names.extend(people)
        elif not (by and names and _capitalised(part)) and not part.startswith("@"):
            return False
    if not parts or not sure or not (names or outlet or (by and _role(parts[0]))):
        return False
    head.byline = head.byline or _joined(names)
    head.outlet = head.outlet or outlet
    stamps.extend(stamped)
    return True


def _cut_stamp(text: str) -> tuple[str, tuple[Stamp, ...]]:
    """A stamp at the end of a byline, cut off at the first mark or word where one begins."""
    if not any(c.isdigit() for c in text):
        return text, ()
    for space in re.finditer(r"\s*[|•·,(]\s*|\s+[-–—]?\s*", text):
        found = read_stamps(text[space.end() :])
        if found and space.start():
            return text[: space.start()], found
    return text, ()


def _people(part: str) -> list[str]:
    """The names in "Jane Roe and John Doe", or none when a word of it is no name's."""
    names = _AND.split(part)
    return names if all(_person(name) for name in names) else []


def _person(name: str) -> bool:
    tokens = name.split()
    particles = words("heading", "particles")
    if not 2 <= len(tokens) <= 5 or name.lower() in words("furniture", "labels"):
        return False
    return all((token[0].isupper() or token.lower() in particles) and _WORD.match(token) for token in tokens)


def _role(part: str) -> bool:
    tokens = part.lower().split()
    roles = words("heading", "roles")
    return 0 < len(tokens) <= 5 and (tokens[-1] in roles or part.lower() in roles)


def _capitalised(part: str) -> bool:
    tokens = part.split()
    return len(tokens) <= 4 and all(token[0].isupper() or token in ("the", "of", "and") for token in tokens)


def _joined(names: list[str]) -> str | None:
    if not names:
        return None
    spelled = [_spelled(name) for name in names]
    return spelled[0] if len(spelled) == 1 else ", ".join(spelled[:-1]) + " and " + spelled[-1]


def _spelled(name: str) -> str:
    """Capitals only for initials: "JANE ROE" → "Jane Roe", "ST. ANSELM" → "St. Anselm"; "J.R." stays."""
    if not name.isupper():
        return name
    return " ".join(
        word if _initials(word) else _CAPITAL_S.sub(r"\1s", word.title()) for word in name.split()
    )


def _initials(word: str) -> bool:
    """ "J.", "D.C.", "US", but not "ST." nor "LA"."""
    bare = word.rstrip(".")
    if "." in bare:
        return True
    return len(word) == 2 and (word[-1] == "." or word.lower() not in words("heading", "particles"))


def _outlet(text: str) -> str | None:
    """A news agency's name, or a line such as "The Daily Ledger"; else None."""
    bare = text.strip("()[] .")
    agency = load("heading")["agencies"].get(bare)
    if agency:
        return str(agency)
    tokens = bare.split()
    if not 2 <= len(tokens) <= 5 or tokens[-1] not in words("heading", "outlet_nouns") or is_label(bare):
        return None
    if tokens[0] != "The" and (
        len(tokens) > 3 or tokens[-1] in ("News", "Today", "Record", "Review", "Press")
    ):
        return None
    return bare if all(t[0].isupper() or t in ("of", "and", "&") for t in tokens) else None


def _dateline(head: Heading, line: Line) -> bool:
    """ "PORT ANSELM, Freedonia (Reuters) - ": the place, the agency, and a day where it has a year."""
    found = _DATELINE.match(line.text, 0, 140)
    if not found or found.end() == len(line.text):
        return False
    mark = found["mark"]
    agency = load("heading")["agencies"].get(mark.strip()) if mark else None
    segments = [segment.strip() for segment in re.split(r",|\s/\s?", found["place"]) if segment.strip()]
    years = [segment for segment in segments if segment.isdigit()]
    places = [segment for segment in segments if not segment.isdigit() and not _DAY.match(segment)]
    if not 1 <= len(places) <= 3 or any(len(p.split()) > 3 or not _capitalised(p) for p in places):
        return False
    if is_label(places[0]) or places[0].lower() in words("heading", "no_places"):
        return False
    capitals = places[0].isupper() and sum(c.isalpha() for c in places[0]) >= 3
    if not (capitals or (agency and len(places[0].split()) <= 3)):
        return False
    head.place = ", ".join([_spelled(places[0]), *places[1:]])
    head.dateline = Span(start=line.start, end=line.start + found.end())
    head.outlet = head.outlet or agency
    if years:
        stamps = read_stamps(", ".join(segment for segment in segments if segment not in places))
        head.published = head.published or (stamps[0].value if stamps else None)
    return True


def _plain(text: str) -> str:
    """For telling whether two lines are the same headline."""
    return " ".join(text.casefold().strip("#*. \t").split())
