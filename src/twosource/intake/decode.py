"""Bytes → text. What the bytes are decides the decoding; once decoded, the text is never changed.

UTF-8 (with or without byte order mark), UTF-16 and UTF-32 (by mark, or UTF-16 by its pattern of NULs),
a page's declared charset, and Windows-1252 for what is left, as in the WHATWG Encoding Standard. Bytes
that are UTF-8 of UTF-8 read as Windows-1252 ("itâ€™s") are decoded by that whole chain.
"""

import codecs
import re

__all__ = ["decode", "kind_of_binary"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a rich-text document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"SQLite format 3\x00", "a database"),
)
_SAMPLE = 65_536
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x0b\x1a\x1b") + b"\x7f"
_CHARSETS = (
    *("big5", "euc-jp", "euc-kr", "gb2312", "gb18030", "gbk", "iso-2022-jp", "koi8-r", "koi8-u", "mac-roman"),
    *("shift_jis", "utf-8"),
    *(f"iso-8859-{n}" for n in (*range(2, 12), *range(13, 17))),
    *(f"cp125{n}" for n in range(9)),
)
_DECLARED = re.compile(rb"""(?i)(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,30})""")
# A lead byte and its followers, both read as Windows-1252 (or Latin-1 where that page has a hole).
_MOJIBAKE = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]")


def kind_of_binary(data: bytes) -> str | None:
    """What the bytes are when they are no text ("a PDF"), by magic number or by control characters."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    head = data[:_SAMPLE]
    if not head or _mark(head) or _utf16_pattern(head):
        return None
    if head.startswith(b"MZ") and b"\x00" in head[:128]:
        return "a program"
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > max(2, len(head) // 50):
        return "a binary file"
    return None


def decode(data: bytes, *, page: bool = False, repair: bool = True) -> str | None:
    """The text of `data`, or None when it is in no encoding that is known here.

    `page` says that the bytes are HTML, whose declared charset counts. `repair` decodes double-encoded
    UTF-8 all the way. Never raises; lone bytes that fit nothing become U+FFFD.
    """
    mark = _mark(data)
    if mark:
        return data[len(mark[0]) :].decode(mark[1], "replace")
    wide = _utf16_pattern(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    text = _utf8(data)
    if text is not None:
        return _unfold(text) if repair else text
    declared = _declared(data) if page else None
    if declared:
        return data.decode(declared, "replace")
    return _windows(data)


def _mark(data: bytes) -> tuple[bytes, str] | None:
    return next((mark for mark in _MARKS if data.startswith(mark[0])), None)


def _utf16_pattern(head: bytes) -> str | None:
    """UTF-16 without a mark: mostly Latin text has a NUL in every second byte."""
    even, odd = head[0:4096:2], head[1:4096:2]
    if len(odd) < 2:
        return None
    low, high = even.count(0) / len(even), odd.count(0) / len(odd)
    if high > 0.4 and low < 0.05:
        return "utf-16-le"
    if low > 0.4 and high < 0.05:
        return "utf-16-be"
    return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, allowing for a cut last character and for a few stray bytes among many good characters."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data"
    if cut:
        return data.decode("utf-8", "replace")
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = len(text) - bad - _ascii(data)
    return text if good >= 4 * bad else None


def _ascii(data: bytes) -> int:
    return len(data.translate(None, bytes(range(128, 256))))


def _declared(data: bytes) -> str | None:
    """The charset that a page declares in its first two thousand bytes, when it is one of the web's."""
    found = _DECLARED.search(data[:2048])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    # Latin-1 and ASCII are not among them: the web writes Latin-1 and means Windows-1252.
    known = {codecs.lookup(charset).name for charset in _CHARSETS}
    return name if name in known else None


def _windows(data: bytes) -> str | None:
    """Windows-1252 with Latin-1 in its five holes; None where the bytes look like another script's."""
    head = data[:_SAMPLE]
    high = len(head) - _ascii(head)
    holes = len(head) - len(head.translate(None, b"\x81\x8d\x8f\x90\x9d"))
    if high > max(2, len(head) // 4) or holes > max(2, len(head) // 100):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_CP1252[byte] for byte in data)


_CP1252 = tuple(
    bytes([b]).decode("latin-1" if b in b"\x81\x8d\x8f\x90\x9d" else "cp1252") for b in range(256)
)
_TO_BYTE = {char: byte for byte, char in enumerate(_CP1252)}


def _unfold(text: str) -> str:
    """Undo UTF-8 read as Windows-1252: two or more such sequences stand, and the whole text goes back."""
    for _ in range(2):
        found = _MOJIBAKE.finditer(text)
        if next(found, None) is None or next(found, None) is None:
            return text
        try:
            text = bytes(_TO_BYTE[char] for char in text).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return text
    return text
