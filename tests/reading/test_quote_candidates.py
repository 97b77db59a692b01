"""The candidates around a cue, in words."""

from twosource.reading.document import Line
from twosource.reading.quote_candidates import content_candidates, cue_spans, head_candidates, source_spans
from twosource.reading.quote_cues import Cue, cue_at
from twosource.reading.quote_features import classes_of, cue_properties, labels_of
from twosource.reading.quote_features_content import content_properties
from twosource.reading.quote_rules import quoted_in, ruled_in
from twosource.reading.quote_speakers import source_at

from .quoting import document_of

TEXT = "Ana Ruiz, the mayor of Lundby, strongly warned the union that the port may close."


def setting(text: str = TEXT, word: str = "warned") -> tuple[Line, Cue]:
    line = document_of(text + "\n").lines[0]
    cue = cue_at(line.parse, line.parse.words.index(word))
    assert cue is not None
    return line, cue


def test_heads_hold_the_subject_and_that_there_is_none() -> None:
    line, cue = setting()
    heads = head_candidates(line.parse, cue, None)
    assert heads[-1] == ["rule"]
    assert heads[line.parse.words.index("Ruiz")] == ["nsubj"]


def test_a_source_with_and_without_its_apposition() -> None:
    line, cue = setting()
    source = source_at(line.parse, cue, line.parse.words.index("Ruiz"))
    texts = {line.text[slice(*line.parse.chars(*span))] for span in source_spans(line.parse, cue, source)}
    assert {"Ana Ruiz", "Ana Ruiz, the mayor of Lundby,"} <= texts


def test_a_cue_with_and_without_its_adverb() -> None:
    line, cue = setting()
    texts = {line.text[slice(*line.parse.chars(*span))] for span in cue_spans(line.parse, cue)}
    assert {"warned", "strongly warned"} <= texts


def test_the_clause_is_content_and_has_its_properties() -> None:
    line, cue = setting()
    source = source_at(line.parse, cue, line.parse.words.index("Ruiz"))
    quoted = quoted_in(line, ())
    given = content_candidates(line, cue, source, quoted, ())
    texts = {line.text[a:b]: k for k in given for a, b in k[:1]}
    clause = texts["that the port may close"]
    assert "ccomp" in given[clause]
    found = content_properties(line, cue, source, quoted, clause, given[clause], ())
    assert {"w=that", "r=0", "t=ccomp&x=."} <= set(found)
    assert "w=the" not in found


def test_cue_properties_hold_lemmas_and_no_names() -> None:
    line, cue = setting()
    found = cue_properties(line.parse, cue.head, "-", labels_of(line.parse), "")
    assert {"l=warn.V", "advmod=strongly"} <= set(found)
    assert any(f.startswith("s=nsubj.") for f in found)
    assert not any("Ruiz" in f or "Lundby" in f for f in found)
    assert "s" in classes_of("say")
    assert not classes_of("swim")


def test_the_rules_give_a_cue_with_source_and_content() -> None:
    line, cue = setting("Ana Ruiz said the port may close.", "said")
    found = ruled_in(line, quoted_in(line, ()), 0)[cue.head]
    assert found is not None
    assert [line.text[s.start : s.end] for s in found.content] == ["the port may close"]


def test_the_writers_own_words_are_barred_by_the_rules() -> None:
    line, cue = setting("I said the port may close.", "said")
    assert ruled_in(line, quoted_in(line, ()), 0)[cue.head] is None
