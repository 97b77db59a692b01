"""Words from outside made safe to show: no control characters, no escape codes, no turned direction."""

import re
from typing import Final

__all__ = [
    "clip",
    "conditional",
    "day",
    "one_line",
    "paired",
    "plain",
    "plural",
    "safe_url",
    "spelled",
    "stance_words",
    "unquoted",
]

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_CLOCK: Final = re.compile(r"T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?")
_URL: Final = re.compile(r"https?://[^\s\"'<>\\^`{|}]{1,2000}", re.IGNORECASE)
_CLOSES_FIRST: Final = re.compile(r'[^"]*\w[,.!?]?"(?!\w)')
_DAYS: Final = re.compile(r"\((\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?\)")
# A denial that is the act's own ("pay no bonus"), not one within it ("take up a bill that he did not sign").
_DENIAL: Final = re.compile(r"(?:not|never)\b|(?:\w+ ){1,2}(?:no|none|nothing|nobody)\b", re.IGNORECASE)
# Words up to the verb of an act's own clause: none opens a clause within it ("sign a deal that would …").
_UP_TO: Final = (
    r"(?:(?!(?:that|which|who|whom|whose|what|if|unless|when|where|while|because|until)\b)[^\s,;]+ ){1,9}?"
)
_HAS_NOT: Final = re.compile(_UP_TO + r"(?:(?:has|have|had) not\b|(?:has|have|had)n[’']t\b)", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    _UP_TO + r"(?:will|would|could|can|cannot|might|may|must|should)\b", re.IGNORECASE
)
_OPENERS: Final = (
    "if ", "unless ", "until ", "only ", "once ", "when ", "while ", "before ", "without ", "as soon as ",
    "as long as ", "provided ", "on condition ", "on the condition ", "in exchange ", "in return ",
    "subject to ", "outside ",
)  # fmt: skip
_QUOTE_MARKS: Final = "\"“”„‟«»'‘’‚‹›"


def _table() -> dict[int, str | None]:
    """Control characters and lone surrogates become U+FFFD; direction and tag characters vanish."""
    shown = (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))
    table: dict[int, str | None] = dict.fromkeys(shown, "\ufffd")
    # Unicode TR 36 (bidi spoofing), TR 9: marks, embeddings, overrides, isolates; then invisible ones.
    hidden = (0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD)
    table.update(dict.fromkeys((*hidden, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))))
    table.update({0x09: " ", 0x0A: "\n", 0x0D: None, 0x85: " ", 0x2028: " ", 0x2029: " "})
    return table


_TABLE: Final = _table()


def plain(text: str) -> str:
    """`text` with newlines kept and everything that could steer a terminal or a reader taken out."""
    # What Python calls printable holds no control, format, surrogate or odd separator character.
    return text if text.isprintable() else text.translate(_TABLE)


def one_line(text: str) -> str:
    """`plain`, on one line, white space collapsed."""
    return " ".join(plain(text).split())


def clip(text: str, limit: int) -> str:
    """At most `limit` characters of `text` on one line, cut between words where there is a gap."""
    line = one_line(text[: limit * 4 + 200])
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at_gap = cut.rsplit(" ", 1)[0]
    return (at_gap if len(at_gap) > limit // 2 else cut).rstrip(" ,;:–—-") + "…"


def spelled(value: str) -> str:
    """`value` with the days in its brackets as `day` writes them: "Thursday (16 October 2031)"."""
    return _DAYS.sub(lambda found: f"({' to '.join(day(d) for d in found.groups() if d)})", value)


def paired(text: str) -> str:
    """`text` without a double quotation mark at its edge, or alone in it, that has no partner."""
    if text.count('"') == 1 or _CLOSES_FIRST.match(text):
        text = text.replace('"', "")
    elif text.count('"') % 2:
        text = text[1:] if text.startswith('"') else text.removesuffix('"')
    if text.startswith("”") or (text.startswith("“") and "”" not in text):
        text = text[1:]
    if text.endswith("“") or (text.endswith("”") and "“" not in text):
        text = text[:-1]
    return text


def unquoted(text: str) -> str:
    """`text` without the quotation marks (and the comma before them) that enclose it."""
    line = text.strip()
    bare = line.strip(_QUOTE_MARKS + " ")
    return bare.rstrip(",") if bare and bare != line else line


def conditional(kind: str, words: str) -> str:
    """A condition's words in quotation marks, its kind before them where they do not open one themselves."""
    opens = words.lower().startswith((kind, *_OPENERS))
    return f"“{words}”" if opens else f"{kind}: “{words}”"


def stance_words(stance: str, act: str, condition: str = "") -> str:
    """How a stance is told before its act's words, so that no denial is denied: "refuses: “sign”", but
    "says: “we will not sign”", "says it will: “pay no bonus”", "would allow: “a visit” — “only if …”",
    "complains: “it has not paid”".
    """
    if stance == "demands":
        return "complains" if _HAS_NOT.match(act) else stance
    only = condition.lower().startswith("only ")
    if stance != "refuses" or not (only or _DENIAL.match(act) or _CLAUSE.match(act)):
        return stance
    if _CLAUSE.match(act) or not act[:1].islower():
        return "says"
    return "says it will" if _DENIAL.match(act) else "would allow"


def day(date: str | None, *, missing: str = "day not stated") -> str:
    """An ISO day, month, year or moment as an editor writes it: "6 May 2031, 18:20 +02:00"."""
    if not date:
        return missing
    parts = _DAY.match(date)
    if not parts or (parts[2] and not 1 <= int(parts[2]) <= 12):
        return clip(date, 40) or missing
    year, month, number = parts.groups()
    if not month:
        return year if parts.end() == len(date) else clip(date, 40)
    name = f"{_MONTHS[int(month) - 1]} {year}"
    if not number:
        return name if parts.end() == len(date) else clip(date, 40)
    clock = _CLOCK.fullmatch(date, parts.end())
    zone = {"Z": " UTC", None: ""}.get(clock[2], f" {clock[2]}") if clock else ""
    return f"{int(number)} {name}" + (f", {clock[1]}{zone}" if clock else "")


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 report`, `2 reports`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def safe_url(url: str | None) -> str | None:
    """`url` where it is a plain web address, else None: nothing but http and https becomes a link."""
    return url if url and _URL.fullmatch(url) else None
