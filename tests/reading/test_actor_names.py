"""Where the name of a body starts: behind a dateline, before its members."""

import pytest

from twosource.api import read
from twosource.language import Language
from twosource.model import Report


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("VIENTIANE - Laos vowed to fill the dam.", "Laos", "country"),
        (
            "The Writers' Guild refuses to return to the table until the studios pay.",
            "Writers' Guild",
            "organization",
        ),
    ],
)
def test_a_name_starts_where_it_should(text: str, name: str, kind: str, language: Language) -> None:
    actors = read(Report(id="r", text=text), language=language).actors
    assert (name, kind) in [(a.name, a.type) for a in actors]
