import pytest

from twosource.reading.gazetteer import country_name, gazetteer, starts_place, words_of
from twosource.reading.name_spellings import alike, short_forms
from twosource.reading.person_names import (
    apart,
    called,
    gender_of,
    gender_of_title,
    generation,
    given_initial,
    may_be_one,
    name_words,
)


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
        ("Mike Hale", "Michael Hale"),
        ("Maggie Hale", "Margaret Hale"),
        ("Oleksandr Dovhenko", "Oleksandr Dovhenkoo"),
        ("Mohammed Karimi", "Muhamad Karimy"),
        ("Taher Qadiri", "Taher Gadiri"),
        ("Volodymyr Halinsky", "Volodymyr Halinskyy"),
        ("Aleksei Morin", "Alexei Morin"),
        ("Jens Köhler", "Jens Koehler"),
        ("Søren Dahl", "Soren Dahl"),
        ("Samir Nasri", "Samir al-Nasri"),
        ("Omar Faruk el-Nasri", "Omar Faruk al-Nasri"),
        ("Kovacs Bela", "Bela Kovacs"),
        ("Min-jun Park", "Park Min Jun"),
        ("Park Min-jun", "Min-jun"),
        ("Byron Todd Hale", "Todd Hale"),
        ("Juan Pablo Soto Rivera", "Soto Rivera"),
        ("John F. Hale", "John Fitzgerald Hale"),
        ("Robert S. Hale III", "Robert Hale"),
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
        ("George W. Hale", "George H.W. Hale"),
        ("Lena M. Hoff", "Lena Eva Hoff"),
        ("Ben Hale Jr.", "Ben Hale Sr."),
        ("Park Min-jun", "Park Min-ho"),
        ("Park Min-jun", "Ha-jun"),
        ("Maria Costa", "Marie Costa"),
        ("Hassan Karimi", "Hussein Karimi"),
        ("James Grant", "Grant James"),
        ("Tom Reed", "Tom Read"),
        ("", ""),
    ],
)
def test_names_that_are_two_people_s(a: str, b: str) -> None:
    assert not may_be_one(a, b)
    assert not may_be_one(b, a)


def test_what_tells_namesakes_apart() -> None:
    assert apart("George W. Hale", "George H.W. Hale")
    assert apart("Ben Hale Jr.", "Ben Hale Sr.")
    assert not apart("Ben Hale Jr.", "Ben Hale")
    assert not apart("George W. Hale", "George Hale")
    assert [generation(n) for n in ("Ben Hale Jr.", "Hale Sr", "Ben Hale III", "Ben Hale", "")] == [
        "jr",
        "sr",
        "iii",
        None,
        None,
    ]
    assert [given_initial(n) for n in ("J. Lind", "Ana Ruiz", "Mr. J. Lind", "Lind", "")] == [
        "j",
        "a",
        "j",
        None,
        None,
    ]


def test_spellings_and_short_forms() -> None:
    assert alike("mohammed", "muhammad")
    assert not alike("hassan", "hussein")
    assert not alike("kim", "kym")
    assert alike("qadiri", "gadiri")
    assert not alike("kadiri", "gadiri")
    assert short_forms("bill", "william")
    assert short_forms("william", "bill")
    assert not short_forms("anna", "maria")


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
