import pytest

from twosource.reading.gazetteer import country_name, gazetteer, starts_place, words_of
from twosource.reading.person_names import called, gender_of, gender_of_title, may_be_one, name_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Park Min-jun", ("park", "min", "jun")),
        ("José Peña", ("jose", "pena")),
        ("Dr. Lena B. Hoff Jr.", ("lena", "hoff")),
        ("Berg’s", ("berg",)),
        ("J. R. Roe", ("roe",)),
        ("X", ("x",)),
        ("", ("",)),
        ("—", ("—",)),
    ],
)
def test_the_words_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ana Ruiz", ("ruiz",)),
        ("Park Min-jun", ("park",)),
        ("Ruiz", ("ruiz",)),
        ("Maria de la Cruz", ("cruz",)),
    ],
)
def test_what_somebody_is_called(name: str, words: tuple[str, ...]) -> None:
    assert called(name) == words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Park Min-jun", "Park Min Jun"),
        ("Park Min-jun", "Park Minjun"),
        ("José Peña", "Jose Pena"),
        ("Robert Hale", "Bob Hale"),
        ("Lena Maria Hoff", "Lena Hoff"),
        ("Lena B. Hoff", "Lena Hoff"),
        ("Dr. Lena Hoff", "Lena Hoff"),
    ],
)
def test_names_that_may_be_one_person_s(a: str, b: str) -> None:
    assert may_be_one(a, b)
    assert may_be_one(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maria Costa", "Pedro Costa"),
        ("Park Min-jun", "Park Ha-jun"),
        ("Lena Maria Hoff", "Lena Eva Hoff"),
        ("Lena Hoff", "Lena Berg"),
        ("Hoff", "Lena Hoff"),
        ("", ""),
    ],
)
def test_names_that_are_two_people_s(a: str, b: str) -> None:
    assert not may_be_one(a, b)
    assert not may_be_one(b, a)


def test_gender_by_given_name_and_by_title() -> None:
    assert [gender_of(n) for n in ("Maria Costa", "Pedro Costa", "Xq Costa", "Maria")] == [
        "female",
        "male",
        None,
        None,
    ]
    titles = ("Mrs.", "spokesman", "union spokeswoman", "minister", "")
    assert [gender_of_title(t) for t in titles] == ["female", "male", "female", None, None]


def test_the_gazetteer_knows_names_people_capitals_and_seats() -> None:
    kinds = {(p.words, p.country, p.kind) for some in gazetteer().values() for p in some}
    assert {
        (("Norway",), "NO", "name"),
        (("Norwegians",), "NO", "people"),
        (("Oslo",), "NO", "capital"),
        (("Kremlin",), "RU", "seat"),
    } <= kinds
    assert country_name("NO") == "Norway"
    assert all(country_name(code) for _, code, _ in kinds)


def test_only_a_whole_name_is_a_place() -> None:
    assert starts_place(["Costa", "Rica"])
    assert not starts_place(["Costa"])
    assert starts_place(["Norway", "House"])
    assert not starts_place([])


def test_a_name_as_the_parser_s_words() -> None:
    assert words_of("Cote d'Ivoire's Guinea-Bissau") == ("Cote", "d'Ivoire", "'s", "Guinea", "-", "Bissau")
