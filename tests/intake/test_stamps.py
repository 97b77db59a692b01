"""When a report says it was published."""

import pytest

from twosource.intake.stamps import from_address, from_metadata, read_stamps


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Posted January 9, 2031 4:25 a.m. EST", "2031-01-09T04:25:00-05:00"),
        ("Published 4:15 PM GMT, Tue March 3 2020", "2020-03-03T16:15:00+00:00"),
        ("Updated: 12 May 2019", "2019-05-12"),
        ("May 4, 2019", "2019-05-04"),
        ("2019-05-04 10:22", "2019-05-04"),
        ("2019-05-04T10:22:00Z", "2019-05-04T10:22:00+00:00"),
        ("Sat., Sept. 7, 2019 at 12:05 am KST", "2019-09-07T00:05:00+09:00"),
        ("First published on 4th of May 2019 at 22.15 BST", "2019-05-04T22:15:00+01:00"),
        ("Published May 4, 2019 5pm ET", "2019-05-04T17:00:00-04:00"),
        ("Published January 4, 2019 5pm ET", "2019-01-04T17:00:00-05:00"),
        ("Posted May 4, 2019 10:22 IST", "2019-05-04"),
        ("13/05/2019", "2019-05-13"),
        ("Date: 04.05.2019 | Updated: 13.05.2019", None),
    ],
)
def test_a_stamp_is_a_moment_when_its_zone_is_known_and_else_a_day(line: str, value: str | None) -> None:
    stamps = read_stamps(line)
    assert (stamps[0].value if stamps else None) == value


def test_publishing_and_updating_are_told_apart() -> None:
    first, second = read_stamps("Published May 4, 2019 10:22 GMT | Updated May 5, 2019 11:00 GMT")
    assert (first.updated, second.updated) == (False, True)
    assert second.value == "2019-05-05T11:00:00+00:00"


@pytest.mark.parametrize(
    "line",
    [
        "The talks were held on May 4, 2019.",
        "May 2019",
        "Friday",
        "1,200 ships",
        "Posted by the union",
        "May 44, 2019",
        "2019-02-31",
        "Updated prices",
        "2019",
    ],
)
def test_other_lines_are_no_stamps(line: str) -> None:
    assert not read_stamps(line)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2018-11-07T01:10:00-05:00", "2018-11-07T01:10:00-05:00"),
        ("2018-11-07", "2018-11-07"),
        ("2018-11-07T01:10:00", "2018-11-07"),
        ("Wed, 07 Nov 2018 01:10:00 -0500", "2018-11-07T01:10:00-05:00"),
        ("yesterday", None),
        (1541571000, None),
        ("99999-99-99", None),
    ],
)
def test_metadata_is_a_date_or_nothing(given: object, value: str | None) -> None:
    assert from_metadata(given) == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://ledger.example/2019/05/04/dockers.html", "2019-05-04"),
        ("https://ledger.example/world/2019/may/04/dockers", "2019-05-04"),
        ("https://ledger.example/2019-05-04/dockers", "2019-05-04"),
        ("https://ledger.example/2019/13/44/dockers", None),
        ("https://ledger.example/story/201905", None),
        (None, None),
    ],
)
def test_an_address_may_hold_the_day(url: str | None, value: str | None) -> None:
    assert from_address(url) == value
