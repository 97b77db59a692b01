"""Whatever comes in, reports and one-line problems come out, soon."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.errors import InputError
from twosource.intake import Kind, from_bytes
from twosource.model import Report

KINDS: tuple[Kind | None, ...] = (None, "text", "html", "jsonl", "json")
WORDS = """<p>|</div>|<a href='|"|{|{"text": "|}|By |Jane Roe|Posted |May 4, 2019|(AP)| - |©|More news:
|FILE - |é|Ã©|â€œ|said|contributed |, and |&#xd800;|<!--|]]>|<script>|1:10 a.m. EST|/|(|)|Getty Images
|PORT ANSELM|—|#|2019-05-04"""
PIECES = st.sampled_from(
    [*WORDS.split("|"), "\n", "\r\n", "\ud800", "\x00", "\x1b[31m", "\u202e", "\u2028", "|"]
)
quick = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(data: bytes, kind: Kind | None, limit: float = 2.0) -> None:
    start = time.process_time()
    items = list(from_bytes(data, source="fuzz", kind=kind))
    assert time.process_time() - start < limit
    for item in items:
        assert isinstance(item, Report | InputError)
        if isinstance(item, InputError):
            assert str(item).isprintable()
            continue
        item.text.encode()
        item.id.encode()
        ends = [0, *(span.end for span in item.furniture)]
        assert all(end <= span.start for end, span in zip(ends, item.furniture, strict=False))
        assert ends[-1] <= len(item.text)
        for value in (item.title, item.byline, item.outlet, item.place, item.published):
            assert value is None or value.encode()


@pytest.fixture(scope="module", autouse=True)
def _libraries_are_loaded() -> None:
    check(b"<p>Ein Satz mit genug Worten, damit die Sprache bestimmt wird, ohne Frage.</p>", "html", 30.0)


@quick
@given(st.binary(max_size=3_000), st.sampled_from(KINDS))
def test_any_bytes(data: bytes, kind: Kind | None) -> None:
    check(data, kind)


@quick
@given(
    st.lists(PIECES, max_size=80).map("".join),
    st.sampled_from(KINDS),
    st.sampled_from(("utf-8", "utf-16", "cp1252")),
)
def test_any_words(text: str, kind: Kind | None, encoding: str) -> None:
    check(text.encode(encoding, "surrogatepass" if encoding != "cp1252" else "replace"), kind)


@quick
@given(st.text(max_size=400), st.integers(1, 4), st.sampled_from(KINDS))
def test_text_cut_anywhere(text: str, cut: int, kind: Kind | None) -> None:
    check(text.encode("utf-8", "surrogatepass")[:-cut], kind)


ONE_THING = (
    *(
        "a",
        " ",
        "\n",
        "\r",
        '"',
        "(",
        "[",
        "<",
        "{",
        "é",
        "\u3000",
        "A ",
        "By ",
        "a. ",
        "— ",
        "A, ",
        "(AP) ",
        "© ",
    ),
    *(
        "By A B and ",
        "Photo ",
        "contributed ",
        "A contributed to ",
        "x/",
        "1 ",
        "1:1",
        "May 4, 2019 ",
        "said\n",
    ),
    *("By Jane Roe\n", "correspondent Ann Lee ", "__ ", "“", ">", "\xa0", "/Getty Images", "(Photo ", "##"),
)


@pytest.mark.parametrize("kind", ["text", "html", "jsonl"])
@pytest.mark.parametrize("piece", ONE_THING)
def test_a_megabyte_of_one_thing(piece: str, kind: Kind) -> None:
    check((piece * (1_000_000 // len(piece))).encode(), kind)
    check("\n".join([f"{n} " + piece * (590 // len(piece)) for n in range(400)]).encode(), kind)


def test_many_short_lines() -> None:
    check("\n".join(f"w{n}" for n in range(100_000)).encode(), "text", 4.0)
