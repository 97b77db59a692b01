import pytest

from tests.weighing.stories_told import at, moment, story
from twosource.model import Date, Evidence
from twosource.weighing.story import in_order, placed_date

TEXTS = {"b": "The talks failed. Nobody knew why.", "a": "Talks fail."}


def test_readings_come_in_one_order() -> None:
    told = story(TEXTS | {"c": "Late news."}, published={"c": "2031-03-04", "b": "2031-03-05T08:00:00+01:00"})
    assert [r.report.id for r in told.readings] == ["c", "b", "a"]
    assert in_order(told.readings[::-1]) == told.readings


def test_a_sentence_is_found_from_what_stands_in_it() -> None:
    told = story(TEXTS)
    assert told.text(told.sentence(at(told, "b", "why"))) == "Nobody knew why."
    assert told.text(told.sentence(at(told, "b", "The talks"))) == "The talks failed."
    blank = Evidence(report="b", start=17, end=18)
    assert told.sentence(blank) == blank


def test_copies_of_one_another_count_once() -> None:
    told = story(TEXTS | {"c": "Talks fail."}, families={"c": "a"})
    everywhere = [at(told, "a", "fail"), at(told, "b", "failed"), at(told, "c", "fail")]
    assert told.sources(everywhere) == 2
    assert told.sources(everywhere[::2]) == 1
    assert told.sources([]) == 0


def test_the_day_of_a_report() -> None:
    told = story(TEXTS, published={"b": "2031-03-05T08:00:00+01:00"})
    assert told.day("b") == "2031-03-05"
    assert told.day("a") is None
    with pytest.raises(KeyError):
        told.day("z")


def test_a_date_is_placed_in_its_report() -> None:
    told = story(TEXTS)
    date = moment(told, "a", "Talks", "2031-03-05")
    plain = Date(
        start=0,
        end=5,
        text="Talks",
        type="DATE",
        value="2031-03-05",
        earliest="2031-03-05",
        latest="2031-03-05",
    )
    assert placed_date(plain, "a") == date
    assert placed_date(None, "a") is None
