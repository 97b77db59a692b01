from tests.reading.quoting import document_of
from twosource.model import Actor
from twosource.reading.actors import find_actors
from twosource.reading.cast import Cast, cast_of
from twosource.reading.document import Document

TEXT = "Ana Ruiz's offer pleased the Harbor Union and Jon Berg, its leader."


def made() -> tuple[Document, Cast]:
    document = document_of(TEXT)
    return document, find_actors(document)


def name(cast: Cast, actor: str | None) -> str | None:
    return cast.actor(actor).name if actor else None


def test_the_actor_that_a_noun_denotes_is_not_its_possessor() -> None:
    document, cast = made()
    line = document.lines[0]
    words = line.parse.words
    assert cast.of_token(line, words.index("offer")) is None
    assert name(cast, cast.of_token(line, words.index("Ruiz"))) == "Ana Ruiz"
    assert name(cast, cast.of_token(line, words.index("Union"))) == "Harbor Union"


def test_coordinated_nouns_denote_all_their_actors() -> None:
    document, cast = made()
    line = document.lines[0]
    both = cast.of_tokens(line, line.parse.words.index("Union"))
    assert [name(cast, a) for a in both] == ["Harbor Union", "Jon Berg"]


def test_the_actor_of_a_stretch_is_the_one_that_it_ends_with() -> None:
    _, cast = made()
    start, end = TEXT.index("Jon Berg"), TEXT.index("Jon Berg") + len("Jon Berg")
    assert name(cast, cast.at(start, end)) == "Jon Berg"
    assert name(cast, cast.at(TEXT.index("the Harbor"), end)) == "Jon Berg"
    assert cast.at(TEXT.index("pleased"), TEXT.index(" the")) is None


def test_mentions_within_a_stretch_come_in_order() -> None:
    _, cast = made()
    starts = [s.start for s in cast.within(0, len(TEXT))]
    assert starts == sorted(starts)
    assert len(starts) >= 3


def test_an_empty_cast_has_nobody() -> None:
    none: tuple[Actor, ...] = ()
    assert cast_of(none).at(0, 10) is None
    assert cast_of(none).within(0, 10) == []
