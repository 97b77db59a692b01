import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.language import Entity, Language, Parse
from twosource.language.parses import build, pack, unpack

LABELS = st.sampled_from(["NOUN", "VERB", "PROPN", "nsubj", "é", ""])


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Parses of any columns that fit their text."""
    text = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=12)))
    starts, ends = tuple(cuts[:-1]), tuple(cuts[1:])
    n = len(starts)
    column = st.lists(LABELS, min_size=n, max_size=n).map(tuple)
    heads = tuple(draw(st.lists(st.integers(0, n - 1), min_size=n, max_size=n)))
    bounds = st.integers(0, n - 1).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, n)))
    entities = draw(
        st.lists(st.builds(lambda b: Entity(start=b[0], end=b[1], label="ORG"), bounds), max_size=3)
    )
    return build(
        text, starts, ends, draw(column), draw(column), draw(column), draw(column), heads, tuple(entities)
    )


@settings(max_examples=100, deadline=None)
@given(parses())
def test_what_is_packed_comes_back_the_same(parse: Parse) -> None:
    assert unpack(parse.text, pack(parse)) == parse


@settings(max_examples=200, deadline=None)
@given(parses(), st.binary(max_size=40), st.integers(0, 200))
def test_damaged_bytes_are_refused_or_still_make_a_whole_parse(parse: Parse, noise: bytes, at: int) -> None:
    data = pack(parse)
    damaged = data[: at % (len(data) + 1)] + noise
    try:
        found = unpack(parse.text, damaged)
    except (msgspec.MsgspecError, ValueError):
        return
    assert len(found.heads) == len(found.words) == len(found.children)
    assert all(0 <= h < len(found) for h in found.heads)


def test_a_parse_of_a_longer_text_is_refused() -> None:
    two = ("x", "y")
    parse = build("Roe left", (0, 4), (3, 8), two, two, two, two, (1, 1), ())
    with pytest.raises(msgspec.DecodeError):
        unpack("Roe", pack(parse))


def test_a_tree_can_be_walked(language: Language) -> None:
    text = "Ana Ruiz rejected the second offer on Monday."
    parse = language.parse([text])[0]
    verb = parse.words.index("rejected")
    assert list(parse.roots()) == [verb]
    assert parse.subtree(verb) == (0, len(parse))
    assert parse.below(verb) == list(range(len(parse)))
    subject = parse.child(verb, "nsubj")
    assert subject is not None
    assert parse.words[subject] == "Ruiz"
    assert parse.chars(*parse.subtree(subject)) == (0, len("Ana Ruiz"))
    assert list(parse.ancestors(subject)) == [verb]
    assert parse.child(verb, "expl") is None


def test_the_token_at_an_offset_covers_or_follows_it(language: Language) -> None:
    parse = language.parse(["Roe left."])[0]
    assert [parse.token_at(i) for i in (0, 2, 3, 4, 8, 9)] == [0, 0, 1, 1, 2, None]


def test_every_token_stands_where_its_offsets_say(language: Language) -> None:
    texts = ["She said:\n“No deal” — not now…", "Tabs\tand  blanks.", "naïve café 東京 🙂", "\u00a0x\u200b"]
    for text, parse in zip(texts, language.parse(texts), strict=True):
        assert parse.text == text
        assert [text[a:b] for a, b in zip(parse.starts, parse.ends, strict=True)] == list(parse.words)
        assert all(w.strip() for w in parse.words)
        assert sum(map(len, parse.words)) == len("".join(text.split()))
