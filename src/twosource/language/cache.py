"""The sentence cache's contract, and the plain one that lives as long as a call.

A key is a digest of a sentence's text together with the name and version of the model that reads it, so a
cache never answers for another model. What it holds can be made again: losing it costs time, nothing else.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Protocol

__all__ = ["MemoryCache", "SentenceCache", "key_of"]


class SentenceCache(Protocol):
    """Content-keyed bytes. Neither method raises: a cache that cannot read or write is an empty one."""

    def get(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """What is known of these keys; unknown ones are left out."""

    def put(self, items: Mapping[bytes, bytes]) -> None:
        """Keeps these; a key that is there already keeps its first value."""


def key_of(model: str, text: str) -> bytes:
    """A 16-byte key for what `model` (name and version) says of `text`."""
    digest = blake2b(model.encode(), digest_size=16)
    digest.update(b"\0")
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()


class MemoryCache:
    """A cache for one call or one program's life."""

    def __init__(self) -> None:
        self._kept: dict[bytes, bytes] = {}

    def get(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """What is known of these keys."""
        kept = self._kept
        return {k: kept[k] for k in keys if k in kept}

    def put(self, items: Mapping[bytes, bytes]) -> None:
        """Keeps these."""
        for key, value in items.items():
            self._kept.setdefault(key, value)
