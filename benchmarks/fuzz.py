"""Hostile inputs through the whole way: bytes → report → reading → record → terminal, Markdown, HTML, JSON.

    python benchmarks/fuzz.py [COUNT] [SEED]

Counts what was read and what was refused, and prints the slowest inputs. Fails (exit status 1) on any
exception, on a refusal that is not one line, and on an input that takes more than 2 s of CPU time.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable

from twosource import InputError, Report, read_all, record, render
from twosource.export import reading_json, record_json
from twosource.intake import from_bytes
from twosource.language import Language

LIMIT = 2.0  # seconds of CPU time for one input
WORDS = [
    "The",
    "minister",
    "said",
    "on",
    "Tuesday",
    "that",
    "talks",
    "with",
    "Ruritania",
    "would",
    "resume",
    "next",
    "week",
    "unless",
    "“the",
    "border”",
    "opens",
    ".",
    '"We',
    "will",
    "not",
    "sign",
    ",",
    '"',
    "he",
    "told",
    "reporters",
    ".",
    "U.S.",
    "officials",
    "Mr.",
    "Roe",
    "-",
    "chol",
    "'s",
    "1,200",
    "ships",
    "(",
    "AP",
    ")",
    "5",
    "p.m.",
    "EST",
    "until",
    "as",
    "long",
    "as",
    "not",
    "n't",
    "2019-02-30",
    "31/31/2020",
    "$5bn",
    "—",
    "…",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "``",
    "''",
    "http://a.b",
    "@c",
    "#d",
    "\u202e",
    "\x00",
    "\ufeff",
    "é",
    "ß",
    "北",
    "א",
]
TRAPS = (
    "a" * 5000 + "!",
    "(" * 4000 + ")" * 4000,
    '"' * 20000,
    "'" * 20000,
    "“" * 9999,
    "." * 30000,
    "A. " * 9000,
    "1,2" * 9000,
    "said " * 4000,
    "he said she said " * 1500,
    " until unless if " * 2000,
    "Monday, " * 3000,
    "-" * 40000,
    "Kim " * 4000,
    "of the " * 4000,
    "\n" * 50000,
    "A\n" * 9000,
    "U.S." * 6000,
    "x" * 300 + "\u0301" * 30000,
)


def random_bytes(r: random.Random) -> bytes:
    return r.randbytes(r.randrange(0, 4000))


def cut_utf8(r: random.Random) -> bytes:
    data = prose(r).encode("utf-8")
    at = r.randrange(len(data) + 1)
    return data[:at] + r.randbytes(r.randrange(3)) + data[at + r.randrange(3) :]


def prose(r: random.Random) -> str:
    return "".join(
        r.choice(WORDS) + r.choice(("", " ", " ", " ", "\n", ". ")) for _ in range(r.randrange(1, 250))
    )


def nested(r: random.Random) -> bytes:
    tag, depth = r.choice(("div", "b", "table", "ul", "a", "svg", "p")), r.choice((10, 300, 3000, 60000))
    close = r.random() < 0.5
    page = f"<html><body>{f'<{tag}>' * depth}{prose(r)}{f'</{tag}>' * depth * close}</body></html>"
    return page.encode("utf-8", "replace")


def page(r: random.Random) -> bytes:
    parts = [
        r.choice(
            (
                "<p>",
                "</p>",
                "<div",
                ">",
                "<!--",
                "-->",
                "<![CDATA[",
                "&#x110000;",
                "&amp;",
                "<script>",
                "</script>",
                "<",
                '="',
            )
        )
        for _ in range(60)
    ]
    return ("<html>" + "".join(p + " " + prose(r)[:80] for p in parts)).encode("utf-8", "replace")


def json_lines(r: random.Random) -> bytes:
    rows = [
        '{"text": 5}', '{"text": "\\ud800 he said"}', "{", "[]", "null", '{"id": 1, "text": "' + "a" * r.randrange(9000) + '"}',
        '{"html": "<p>x' + "<b>" * 2000 + '"}', '{"text": "' + prose(r).replace('"', "'").replace("\n", " ").replace("\0", "") + '", "published": "9999-99-99"}',
        "[" * 5000, '{"text": "x", "published": 1e999}', '{"text": "' + "\\u202e" * 500 + '"}',
    ]  # fmt: skip
    return "\n".join(r.choice(rows) for _ in range(r.randrange(1, 6))).encode("utf-8", "replace")


def trap(r: random.Random) -> bytes:
    text = r.choice(TRAPS)
    return (prose(r)[:100] + text * r.choice((1, 1, 2)) + prose(r)[:100]).encode("utf-8", "replace")


def ten_megabytes(r: random.Random) -> bytes:
    return r.choice(
        (b"a", b" ", b"\n", b'"', b".", b"<", b"\x00", b"1", b"-", "”".encode(), b"A ", b"a\n")
    ) * (10_000_000 // 2)


KINDS: tuple[tuple[Callable[[random.Random], bytes | str], int], ...] = (
    (random_bytes, 25), (cut_utf8, 25), (prose, 20), (nested, 6), (page, 8), (json_lines, 10), (trap, 6),
)  # fmt: skip


def one(data: bytes, language: Language) -> str:
    """What became of one input: "read", or "refused"."""
    reports = []
    outcome = "refused"
    for item in from_bytes(data, source="fuzz"):
        if isinstance(item, InputError):
            assert "\n" not in str(item), f"a refusal of several lines: {item!s}"
        else:
            assert isinstance(item, Report)
            reports.append(item)
    readings = list(read_all(reports, language=language))
    for reading in readings:
        reading_json(reading).decode("utf-8")
        outcome = "read"
    if readings:
        made = record(readings[:3], language=language)
        for text in (
            record_json(made).decode(),
            render.terminal(made, width=80, color=False),
            render.markdown(made),
            render.html(made),
        ):
            text.encode("utf-8")
    return outcome


def main() -> int:
    """0 when every input was read or refused within the limit."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    r = random.Random(seed)
    language = Language()
    # The models' start is not an input's time.
    one(prose(random.Random(0)).encode("utf-8", "replace"), language)
    language.vectors(["The models start."])
    found: Counter[str] = Counter()
    slowest: list[tuple[float, str, int]] = []
    failures = 0
    weights = [w for _, w in KINDS]
    for n in range(count):
        make = ten_megabytes if n % 500 == 250 else r.choices([k for k, _ in KINDS], weights)[0]
        made = make(r)
        data = made if isinstance(made, bytes) else made.encode("utf-8", "replace")
        start = time.process_time()
        try:
            found[f"{make.__name__} {one(data, language)}"] += 1
        except Exception as error:
            failures += 1
            print(
                f"input {n} ({make.__name__}, {len(data)} bytes, {data[:60]!r}): {type(error).__name__}: {error}"
            )
        slowest = sorted([*slowest, (time.process_time() - start, make.__name__, n)], reverse=True)[:8]
        language.forget()
    print(f"{count} inputs, seed {seed}: {failures} failures")
    for name, times in sorted(found.items()):
        print(f"  {name:28} {times:6}")
    print("slowest (CPU seconds):", ", ".join(f"{s:.2f} {kind} #{n}" for s, kind, n in slowest))
    return 1 if failures or slowest[0][0] > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
