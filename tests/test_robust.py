"""The whole way on odd reports, in any order, under any hash seed."""

import os
import subprocess
import sys
import time
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.told import REPORTS
from twosource import Report, read, read_all, record
from twosource.export import reading_json, record_json
from twosource.language import Language


def made(reports: "tuple[Report, ...] | list[Report]", language: Language) -> bytes:
    return record_json(record(list(read_all(reports, language=language)), language=language))


def test_the_order_of_the_reports_does_not_matter(language: Language) -> None:
    first = made(REPORTS, language)
    for shuffled in permutations(REPORTS):
        assert made(shuffled, language) == first


def test_what_the_cache_knows_changes_nothing(language: Language) -> None:
    assert made(REPORTS, Language()) == made(REPORTS, language)


SCRIPT = """
import sys
from pathlib import Path
from tests.told import REPORTS
from twosource import read_all, record
from twosource.export import record_json
from twosource.language import Language
from twosource.store import DiskCache
language = Language(DiskCache(Path(sys.argv[1])))
made = record_json(record(list(read_all(REPORTS, language=language)), language=language))
sys.stdout.buffer.write(made)
"""


def test_the_hash_seed_does_not_matter(tmp_path: Path, language: Language) -> None:
    root = Path(__file__).parent.parent
    seen = set()
    for seed in ("1", "77"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path)],
            check=False,
            capture_output=True,
            env=environment,
            timeout=120,
        )
        assert ran.returncode == 0, ran.stderr.decode()
        seen.add(ran.stdout)
    assert seen == {made(REPORTS, language)}


ODD = {
    "nothing": "",
    "white space": " \n\t\r\n\u3000",
    "one letter": "x",
    "one character": "a" * 200_000,
    "one quotation mark a word": '"a ' * 20_000,
    "unbalanced quotes": '"He said "no" and "yes. “Then” he ”left“.\n' * 50,
    "brackets": "(" * 5_000 + ")" * 5_000,
    "full stops": "." * 100_000,
    "one word": "said " * 5_000,
    "one name": "Ana Ruiz " * 3_000,
    "control characters": "Ana\x00Ruiz\x07 said\x1b[31m no.\x85He left.",
    "direction marks": "\u202eAna Ruiz said no.\u202c \u200f\u200bHe left.",
    "lone surrogates": "Ana \ud800 Ruiz said \udfff no.",
    "combining": "A" + "\u0301" * 3_000 + " said no.",
    "another script": "記者会見で大臣は述べた。交渉は金曜日に延期された。" * 100,
    "digits": "1 2 3 4,5 6.7 $8 9% " * 500,
    "old mac lines": "Ana Ruiz resigned.\rShe left.\rNobody knew why.\r",
    "dates": "On 31/02/2031, 99:99 and 2031-13-45 and Monday the 45th of Never.",
    "only a quote": '"',
    "an apostrophe": "'s",
    "pronouns": "He told him that she said they knew it of her. " * 30,
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_report_is_read_and_recorded(name: str, language: Language) -> None:
    report = Report(id="odd", text=ODD[name], published="2031-03-05")
    before = time.process_time()
    reading = read(report, language=language)
    assert time.process_time() - before < 20
    assert reading_json(reading)
    at = len(ODD[name])
    spans = [m for a in reading.actors for m in a.mentions] + [s for q in reading.quotes for s in q.content]
    assert all(0 <= s.start < s.end <= at for s in spans)
    assert record_json(record([reading, read(REPORTS[0], language=language)], language=language))


@pytest.mark.parametrize(
    "published", [None, "", "soon", "2031-02-30", "2031-03-05T25:61:00Z", "0001-01-01", "9999-12-31"]
)
def test_an_odd_day_of_publication_is_no_failure(published: str | None, language: Language) -> None:
    text = "Ana Ruiz said on Friday that the talks, due next month, were off. They began last year."
    reading = read(Report(id="odd", text=text, published=published), language=language)
    assert record_json(record([reading], language=language))


def test_the_same_report_twice_and_two_reports_under_one_id(language: Language) -> None:
    one = REPORTS[0]
    twice = record([read(one, language=language)] * 2, language=language)
    assert twice.independent_sources == 1
    assert record_json(twice)


WORDS = st.sampled_from(
    ["Ana Ruiz", "Berg", "the union", "said", "would", "if", "unless", "not", "he", "“", "”", '"',
     "on Friday", "postponed",
     "the talks", ",", ".", "?", "\n", "—", "U.S.", "40", "ships", "demands", "that", "Oslo", "who",
     "(", ")", "'s", "told"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_any_string_of_news_words_is_read(language: Language, text: str) -> None:
    reading = read(Report(id="any", text=text, published="2031-03-05"), language=language)
    assert record_json(record([reading], language=language))
