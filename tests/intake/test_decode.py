"""Bytes → text."""

import pytest

from twosource.intake.decode import decode, kind_of_binary

TEXT = "Ministers said the café’s owner — “a friend” — paid €20.\r\nIt’s over."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_each_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_double_encoded_text_is_decoded_all_the_way() -> None:
    text = TEXT.replace("”", "’")  # Windows-1252 has no letter for one of the three bytes of ”
    assert decode(text.encode().decode("cp1252").encode()) == text
    holed = "“one” and “two”"
    assert (
        decode("".join(chr(b) if b == 0x9D else bytes([b]).decode("cp1252") for b in holed.encode()).encode())
        == holed
    )


@pytest.mark.parametrize("text", ["Ã is a letter, and so is Â.", "São João: 20 °C", "naïve Ã©"])
def test_honest_letters_stay(text: str) -> None:
    assert decode(text.encode()) == text


def test_a_cut_last_character_costs_only_itself() -> None:
    assert decode("Nine words of plain text – and a cut —".encode()[:-1]) == (
        "Nine words of plain text – and a cut \ufffd"
    )


def test_a_few_stray_bytes_among_good_ones_become_marks() -> None:
    assert decode("é".encode() * 20 + b"\xff") == "é" * 20 + "\ufffd"


def test_bytes_of_another_script_are_not_guessed() -> None:
    assert decode("Правительство объявило о переговорах".encode("koi8-r")) is None


def test_a_page_says_its_own_charset() -> None:
    page = '<meta charset="windows-1251"><p>Правительство объявило о переговорах</p>'
    assert decode(page.encode("cp1251"), page=True) == page
    assert decode(b'<meta charset="unicode_escape"><p>caf\xe9</p>', page=True) == (
        '<meta charset="unicode_escape"><p>café</p>'
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"\x89PNG\r\n", b"PK\x03\x04abc", b"ab\x00\x01\x02\x03" * 9])
def test_binary_files_are_told(data: bytes) -> None:
    assert kind_of_binary(data)


def test_text_is_not_binary() -> None:
    assert kind_of_binary(TEXT.encode()) is None
    assert kind_of_binary(TEXT.encode("utf-16-le")) is None
