import ast
import dataclasses
from pathlib import Path

import pytest

from twosource import model
from twosource.model import Actor, BriefLine, Claim, Evidence, Mention, Quote, Side, Span

CLASSES = [
    c for n in model.__all__ if dataclasses.is_dataclass(c := getattr(model, n)) and isinstance(c, type)
]


@pytest.mark.parametrize("noun", CLASSES, ids=lambda c: c.__name__)
def test_nouns_are_frozen_slotted_and_take_keywords_only(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__dict__" not in dir(noun)
    assert hasattr(noun, "__slots__")
    assert all(f.kw_only for f in dataclasses.fields(noun))
    assert noun.__doc__
    assert not noun.__doc__.startswith(f"{noun.__name__}(")


def test_all_nouns_are_there() -> None:
    assert len(CLASSES) > 25


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_an_empty_or_backward_span_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start=start, end=end)
    with pytest.raises(ValueError, match="evidence"):
        Evidence(report="r", start=start, end=end)


def test_spans_know_their_report_and_what_they_share() -> None:
    a, b = Span(start=2, end=6), Span(start=5, end=9)
    assert a.overlap(b) == b.overlap(a) == 1
    assert a.overlap(Span(start=6, end=7)) == 0
    assert a.of("r1") == Evidence(report="r1", start=2, end=6)
    assert a.of("r1").overlap(b.of("r1")) == 1
    assert a.of("r1").overlap(b.of("r2")) == 0
    assert sorted([b, a]) == [a, b]


def test_a_finding_cannot_be_made_without_its_evidence() -> None:
    with pytest.raises(ValueError, match="without a mention: Ana Ruiz"):
        Actor(id="a1", name="Ana Ruiz", type="person", mentions=())
    with pytest.raises(ValueError, match="without content"):
        Quote(
            id="q1",
            speaker=None,
            source=None,
            cue=None,
            content=(),
            kind="direct",
            attribution="none",
            sentences=(),
        )
    with pytest.raises(ValueError, match="without evidence: It rained"):
        Claim(id="c1", text="It rained", evidence=(), independent_sources=0, standing="single-source")
    with pytest.raises(ValueError, match="without evidence"):
        Side(value="40", text="forty ships", evidence=(), independent_sources=0)
    with pytest.raises(ValueError, match="without evidence"):
        BriefLine(text="It rained.", evidence=())


def test_a_noun_cannot_be_changed() -> None:
    mention = Mention(start=0, end=3, kind="name")
    with pytest.raises(dataclasses.FrozenInstanceError):
        mention.start = 1  # type: ignore[misc]


def test_the_nouns_import_the_standard_library_only() -> None:
    for file in Path(model.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                assert node.module in ("dataclasses", "typing"), file
