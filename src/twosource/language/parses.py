"""The parse of one sentence: what the rest of twosource sees of a parser."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

__all__ = ["Entity", "Parse", "build", "empty_parse", "pack", "unpack"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A named entity: tokens `start` to `end` (exclusive) and an OntoNotes label (PERSON, GPE, ORG…)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """A sentence's tokens in parallel tuples, all of one length.

    `starts` and `ends` are character offsets in `text`; `pos` are Universal POS tags, `tags` Penn Treebank
    tags, `deps` ClearNLP labels (nsubj, nsubjpass, ccomp…); `heads` are token indices, a root is its own
    head; `children` are the dependents of each token in order.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    entities: tuple[Entity, ...]
    children: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.words)

    def roots(self) -> Iterator[int]:
        """Tokens that are their own head (usually one)."""
        return (i for i, h in enumerate(self.heads) if h == i)

    def subtree(self, token: int) -> tuple[int, int]:
        """First and last-plus-one token of everything below `token`, itself included."""
        children = self.children
        first = last = token
        stack = [token]
        while stack:
            below = children[stack.pop()]
            if below:  # in order: the outer two are enough
                if below[0] < first:
                    first = below[0]
                if below[-1] > last:
                    last = below[-1]
                stack += below
        return first, last + 1

    def below(self, token: int) -> list[int]:
        """All tokens of the subtree of `token`, in order."""
        found, stack = [], [token]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self.children[i])
        return sorted(found)

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` with one of these labels."""
        for i in self.children[token]:
            if self.deps[i] in deps:
                return i
        return None

    def ancestors(self, token: int) -> Iterator[int]:
        """Heads of `token`, nearest first, itself excluded."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def chars(self, first: int, stop: int) -> tuple[int, int]:
        """Character offsets (start, end) of tokens `first` to `stop` (exclusive)."""
        return self.starts[first], self.ends[stop - 1]

    def token_at(self, char: int) -> int | None:
        """The token that covers or first follows the character offset `char`."""
        low, high = 0, len(self.ends)
        while low < high:
            mid = (low + high) // 2
            if self.ends[mid] <= char:
                low = mid + 1
            else:
                high = mid
        return low if low < len(self.ends) else None


class _Packed(msgspec.Struct, array_like=True, frozen=True):
    starts: tuple[int, ...]
    lengths: tuple[int, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    entities: tuple[tuple[int, int, str], ...]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Packed).decode


def pack(parse: Parse) -> bytes:
    """A parse as bytes, without its text (the cache's key stands for that)."""
    lengths = tuple(b - a for a, b in zip(parse.starts, parse.ends, strict=True))
    entities = tuple((e.start, e.end, e.label) for e in parse.entities)
    packed = _Packed(
        parse.starts, lengths, parse.lemmas, parse.pos, parse.tags, parse.deps, parse.heads, entities
    )
    return _encode(packed)


def unpack(text: str, data: bytes) -> Parse:
    """The parse of `text` from `pack`'s bytes. Raises msgspec.DecodeError when they are damaged."""
    p = _decode(data)
    n = len(p.starts)
    if not all(len(x) == n for x in (p.lengths, p.lemmas, p.pos, p.tags, p.deps, p.heads)):
        raise msgspec.DecodeError("columns of different length")
    if n and (p.starts[-1] + p.lengths[-1] > len(text) or max(p.heads) >= n or min(p.heads) < 0):
        raise msgspec.DecodeError("a parse of another text")
    ends = tuple([a + length for a, length in zip(p.starts, p.lengths, strict=True)])
    return build(
        text, p.starts, ends, p.lemmas, p.pos, p.tags, p.deps, p.heads,
        tuple([Entity(start=a, end=b, label=label) for a, b, label in p.entities]),
    )  # fmt: skip


def build(
    text: str,
    starts: tuple[int, ...],
    ends: tuple[int, ...],
    lemmas: tuple[str, ...],
    pos: tuple[str, ...],
    tags: tuple[str, ...],
    deps: tuple[str, ...],
    heads: tuple[int, ...],
    entities: tuple[Entity, ...],
) -> Parse:
    """A parse with what follows from its columns: the words and each token's children."""
    below: list[list[int]] = [[] for _ in starts]
    for i, head in enumerate(heads):
        if head != i:
            below[head].append(i)
    return Parse(
        text=text,
        words=tuple([text[a:b] for a, b in zip(starts, ends, strict=True)]),
        starts=starts,
        ends=ends,
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads,
        entities=entities,
        children=tuple([tuple(c) for c in below]),
    )


def empty_parse(text: str) -> Parse:
    """The parse of a text that is not looked at: no tokens."""
    return build(text, (), (), (), (), (), (), (), ())
