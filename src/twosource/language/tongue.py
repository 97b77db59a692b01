"""`Language`: sentences in, parses and vectors out, each worked out once."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from .cache import MemoryCache, SentenceCache, key_of
from .models import encoder_name, parser_name
from .parses import Parse, unpack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Language", "Progress"]

Progress = Callable[[int, int], None]
"""Called with (sentences done, sentences to do) while sentences are parsed."""

_CHUNK = 192  # sentences a worker takes at a time
_ENOUGH = 480  # unknown sentences from which a second process pays for its start


class Language:
    """Parses and vectors of sentences, from the cache where it knows them, from the models where not.

    `workers` is how many processes may parse at once (1: this one only). A worker is started by
    `spawn`, so a script that asks for more than one needs the usual `if __name__ == "__main__"`.
    """

    def __init__(
        self, cache: SentenceCache | None = None, *, workers: int = 1, progress: Progress | None = None
    ) -> None:
        self._cache: SentenceCache = cache if cache is not None else MemoryCache()
        self._workers = max(1, workers)
        self._progress = progress
        self._parses: dict[str, Parse] = {}

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """The parse of each text (one sentence each), in order."""
        unknown = [t for t in dict.fromkeys(texts) if t not in self._parses]
        if unknown:
            self._learn(unknown)
        return [self._parses[t] for t in texts]

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors of the texts, float32, shape (len(texts), 384)."""
        import numpy as np

        from .vectors import SIZE, encode

        model = encoder_name()
        unique = list(dict.fromkeys(texts))
        keys = {t: key_of(model, t) for t in unique}
        known = {k: v for k, v in self._cache.get(keys.values()).items() if len(v) == SIZE * 4}
        new = [t for t in unique if keys[t] not in known]
        if new:
            made = encode(new, threads=self._workers)
            fresh = {keys[t]: made[i].tobytes() for i, t in enumerate(new)}
            self._cache.put(fresh)
            known.update(fresh)
        rows = [np.frombuffer(known[keys[t]], dtype=np.float32) for t in texts]
        return np.stack(rows) if rows else np.zeros((0, SIZE), dtype=np.float32)

    def forget(self) -> None:
        """Lets go of the parses held in memory (the cache keeps them): bounds the memory of a long run."""
        self._parses.clear()

    def _learn(self, texts: Sequence[str]) -> None:
        """Parses of unknown texts: from the cache, the rest from the parser, which the cache then keeps."""
        model = parser_name()
        keys = {t: key_of(model, t) for t in texts}
        known = self._cache.get(keys.values())
        new = []
        for text in texts:
            data = known.get(keys[text])
            parse = _unpacked(text, data) if data is not None else None
            if parse is None:
                new.append(text)
            else:
                self._parses[text] = parse
        done = 0
        for batch, packed in self._parsed(new):
            self._cache.put({keys[t]: d for t, d in zip(batch, packed, strict=True)})
            self._parses.update({t: unpack(t, d) for t, d in zip(batch, packed, strict=True)})
            done += len(batch)
            if self._progress is not None:
                self._progress(done, len(new))

    def _parsed(self, texts: Sequence[str]) -> Iterator[tuple[Sequence[str], list[bytes]]]:
        """The parser's answers by batch, by this process and others. An interrupt keeps what is done."""
        from .parser import parse_packed

        if self._progress is not None and texts:
            self._progress(0, len(texts))
        ordered = sorted(texts, key=lambda t: (len(t), t))
        batches = [ordered[i : i + _CHUNK] for i in range(0, len(ordered), _CHUNK)]
        if self._workers > 1 and len(texts) >= _ENOUGH:
            yield from _shared_out(batches, self._workers, parse_packed)
        else:
            for batch in batches:
                yield batch, parse_packed(batch)


def _unpacked(text: str, data: bytes) -> Parse | None:
    """A parse from the cache; None when it is damaged (then it is made again)."""
    try:
        return unpack(text, data)
    except (msgspec.MsgspecError, IndexError, ValueError):
        return None


def _shared_out(
    batches: Sequence[Sequence[str]], workers: int, work: Callable[[Sequence[str]], list[bytes]]
) -> Iterator[tuple[Sequence[str], list[bytes]]]:
    """Batches worked through by this process and `workers - 1` others; who is free takes the next.

    The others start while this one works, so a small job never waits for them.
    """
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # The longest sentences first: the last batch to finish is then a short one.
    queue = list(reversed(batches))
    with ProcessPoolExecutor(workers - 1, mp_context=get_context("spawn")) as pool:
        given: list[tuple[Sequence[str], Future[list[bytes]]]] = []
        try:
            given.extend((b, pool.submit(work, b)) for b in queue)
        except (RuntimeError, OSError):
            # No second process is to be had (an unguarded script, a full process table): work alone.
            pool.shutdown(wait=False, cancel_futures=True)
            yield from ((b, work(b)) for b in queue)
            return
        try:
            for batch, future in reversed(given):
                if future.cancel():
                    yield batch, work(batch)
            for batch, future in given:
                if future.cancelled():
                    continue
                try:
                    yield batch, future.result()
                except BrokenProcessPool:
                    yield batch, work(batch)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
