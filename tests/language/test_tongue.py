from collections.abc import Sequence

import numpy as np
import pytest

from twosource.language import Language, MemoryCache, key_of, parser, tongue, vectors
from twosource.language.models import parser_name
from twosource.language.parses import Parse, build, pack

CITIES = ("Velmora", "Orrin", "Kestrel", "Anselm", "Tarsia", "Lindby")
STORY = [f"Dock workers in {c} walked out on day {n}." for n in range(3) for c in CITIES]


def fake(text: str) -> Parse:
    """A parse that needs no model: one token."""
    return build(text, (0,), (len(text),), ("x",), ("X",), ("X",), ("ROOT",), (0,), ())


class Counted:
    """Stands in for the parser and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[bytes]:
        self.asked.extend(texts)
        return [pack(fake(t)) for t in texts]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    made = Counted()
    monkeypatch.setattr(parser, "parse_packed", made)
    return made


def test_answers_come_in_order_and_equal_sentences_are_parsed_once(counted: Counted) -> None:
    texts = ["b c", "a", "b c", "longer one", "a"]
    found = Language().parse(texts)
    assert [p.text for p in found] == texts
    assert sorted(counted.asked) == ["a", "b c", "longer one"]


def test_a_cache_hit_does_not_ask_the_parser(counted: Counted) -> None:
    cache = MemoryCache()
    Language(cache).parse(STORY)
    counted.asked.clear()
    assert [p.text for p in Language(cache).parse([*STORY, "One more."])] == [*STORY, "One more."]
    assert counted.asked == ["One more."]


def test_what_is_forgotten_comes_from_the_cache(counted: Counted) -> None:
    language = Language()
    language.parse(["a"])
    language.forget()
    language.parse(["a"])
    assert counted.asked == ["a"]


@pytest.mark.parametrize("damage", [b"", b"\xff\x00", pack(fake("much longer than the sentence"))])
def test_a_damaged_parse_is_made_again(counted: Counted, damage: bytes) -> None:
    cache = MemoryCache()
    cache.put({key_of(parser_name(), "a"): damage})
    assert Language(cache).parse(["a"]) == [fake("a")]
    assert counted.asked == ["a"]


def test_the_key_tells_models_and_texts_apart() -> None:
    keys = {key_of(m, t) for m in ("m 1", "m 2") for t in ("a", "b", "\ud800")}
    assert len(keys) == 6
    assert all(len(k) == 16 for k in keys)


def test_an_interrupt_keeps_what_is_done(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongue, "_CHUNK", 5)
    cache, done = MemoryCache(), []

    def stop_after_ten(n: int, of: int) -> None:
        done.append((n, of))
        if n >= 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Language(cache, progress=stop_after_ten).parse(STORY)
    assert done == [(0, 18), (5, 18), (10, 18)]
    first = set(counted.asked)
    counted.asked.clear()
    assert [p.text for p in Language(cache).parse(STORY)] == STORY
    assert set(counted.asked) == set(STORY) - first
    assert len(counted.asked) == 8


def test_two_workers_read_as_one_does(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongue, "_CHUNK", 4)
    monkeypatch.setattr(tongue, "_ENOUGH", 8)
    shared: list[tuple[int, int]] = []
    together = Language(workers=2, progress=lambda n, of: shared.append((n, of))).parse(STORY)
    assert together == language.parse(STORY)
    assert shared[-1] == (len(STORY), len(STORY))


def test_no_second_process_to_be_had_is_no_failure(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures import ProcessPoolExecutor

    def full(*_: object, **__: object) -> None:
        raise OSError("no process left")

    monkeypatch.setattr(tongue, "_ENOUGH", 2)
    monkeypatch.setattr(ProcessPoolExecutor, "submit", full)
    assert [p.text for p in Language(workers=2).parse(STORY)] == STORY


def test_vectors_are_of_unit_length_in_order_and_close_for_like_meaning(language: Language) -> None:
    texts = ["The strike ended on Monday.", "Apples ripen in autumn.", "On Monday the walkout was over."]
    found = language.vectors([*texts, texts[0]])
    assert found.shape == (4, vectors.SIZE)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(found[0], found[3])
    assert found[0] @ found[2] > found[0] @ found[1] + 0.2


def test_vectors_come_from_the_cache_when_known(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = MemoryCache()
    asked: list[str] = []

    def encode(texts: Sequence[str], *, threads: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
        asked.extend(texts)
        return np.full((len(texts), vectors.SIZE), vectors.SIZE**-0.5, dtype=np.float32)

    monkeypatch.setattr(vectors, "encode", encode)
    Language(cache).vectors(["a", "b", "a"])
    assert sorted(asked) == ["a", "b"]
    Language(cache).vectors(["b", "c"])
    assert sorted(asked) == ["a", "b", "c"]


def test_no_text_has_no_vector_and_no_parse() -> None:
    assert Language().vectors([]).shape == (0, vectors.SIZE)
    assert Language().parse([]) == []
