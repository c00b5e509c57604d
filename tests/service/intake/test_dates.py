"""Dates as they are written, with both readings where there are two."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.articles import PublicationTime
from service.intake.dates import find_dates, prefers_day_first, read_date

CERTAIN = {
    "2025-12-08": "2025-12-08",
    "2025/12/08": "2025-12-08",
    "8 December 2025": "2025-12-08",
    "8th of December, 2025": "2025-12-08",
    "Dec. 8, 2025": "2025-12-08",
    "Monday, December 8, 2025": "2025-12-08",
    "25/12/2025": "2025-12-25",
    "12/25/2025": "2025-12-25",
    "08/08/2025": "2025-08-08",
    "October 31, 2021 at 09:33PM": "2021-10-31",
    "2025-12-08T16:15:00": "2025-12-08",
    "2025-12-08T16:15:00Z": "2025-12-08T16:15:00+00:00",
    "2025-12-08T16:15:00.000+0100": "2025-12-08T16:15:00+01:00",
    "Mon, 08 Dec 2025 16:15:00 -0500": "2025-12-08T16:15:00-05:00",
    "Dec. 8, 2025 4:15 pm ET": "2025-12-08T16:15:00-05:00",
    "Sept. 5, 2025, 10:02 a.m. EDT": "2025-09-05T10:02:00-04:00",
    "14 January 2026, 07:45 CET": "2026-01-14T07:45:00+01:00",
    "Mon Dec  8 16:15:00 2025": "2025-12-08",
    "Mon 8 Dec 2025 14.30 GMT": "2025-12-08T14:30:00+00:00",
    "8 December 2025, 21.05 GMT": "2025-12-08T21:05:00+00:00",
    "2025-12-08T14.30+01:00": "2025-12-08T14:30:00+01:00",
    "Dec. 8, 2025 4.15 p.m. ET": "2025-12-08T16:15:00-05:00",
    "21.05 GMT, Monday 8 December 2025": "2025-12-08T21:05:00+00:00",
    "at 21.05 on 8 December 2025": "2025-12-08",
    "Mon Dec 8 14.30 2025": "2025-12-08",
    "8 Dec 2025 14:00 GMT+1": "2025-12-08T14:00:00+01:00",
    "Dec 8, 2025 at 2pm GMT+5:30": "2025-12-08T14:00:00+05:30",
    "2025-12-08 14:00 UTC-5": "2025-12-08T14:00:00-05:00",
    "Mon Dec 08 2025 14:00:00 GMT+0100 (CET)": "2025-12-08T14:00:00+01:00",
}


@pytest.mark.parametrize(("written", "value"), CERTAIN.items())
def test_a_date_with_one_reading(written, value):
    assert read_date(written) == PublicationTime(value)


@pytest.mark.parametrize("written", ["yesterday", "1962", "in 1962", "Dec 2025", "31/31/2025", "2099-01-01", "",
                                     "14:30 +9900, 8 Dec 2025"])  # fmt: skip
def test_what_is_no_full_date_or_nonsense_is_none(written):
    assert read_date(written) is None


def test_an_ambiguous_date_keeps_both_readings():
    assert read_date("12/08/2025") == PublicationTime("2025-12-08", "2025-08-12")
    assert read_date("12/08/2025", day_first=True) == PublicationTime("2025-08-12", "2025-12-08")
    assert read_date("8.12.2025") == PublicationTime("2025-12-08", "2025-08-12")


def test_a_date_is_found_where_it_stands():
    text = "Published Dec. 8, 2025 4:15 pm ET, updated 9 December 2025"
    found = [(text[one.start : one.end], one.published.value) for one in find_dates(text)]
    assert found == [
        ("Dec. 8, 2025 4:15 pm ET", "2025-12-08T16:15:00-05:00"),
        ("9 December 2025", "2025-12-09"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "url", "day_first"),
    [
        ("no date at all", "en", None, False),
        ("no date at all", "fr", None, True),
        ("03/04/2026", "en", "https://paper.example.uk/a", True),
        ("03/04/2026", "en", "https://paper.example.com/a", False),
        ("03/04/2026 and 25/03/2026", "en", None, True),
        ("03/04/2026 and 03/25/2026", "fr", None, False),
        ("03/04/2026; the vote of 1 April 2026", "en", None, True),
        ("03/04/2026; the vote of 1 March 2026", "fr", "https://paper.example.uk/a", False),
    ],
)
def test_the_order_of_evidence_for_the_day(text, language, url, day_first):
    assert prefers_day_first(text, language=language, url=url) is day_first


@given(st.dates(dt.date(1700, 1, 1), dt.date.today()))
def test_every_day_is_read_back_in_every_form(day):
    forms = [day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b}. {day.year}"]
    assert {read_date(form).value for form in forms} == {day.isoformat()}
    numeric = read_date(f"{day.month}/{day.day}/{day.year}")
    assert numeric.value == day.isoformat()
    assert numeric.ambiguous == (day.day <= 12 and day.day != day.month)


@given(st.dates(dt.date(1700, 1, 1), dt.date.today()), st.times())
def test_a_clock_with_a_dot_is_the_clock_with_a_colon(day, time):
    for form in (
        f"{day.day} {day:%B} {day.year}, {time:%H.%M} GMT",
        f"{time:%H.%M} GMT, {day.day} {day:%B} {day.year}",
    ):
        assert read_date(form).value == f"{day}T{time:%H:%M}:00+00:00"


@given(st.text())
def test_any_text_is_read_without_failing(text):
    read_date(text)
    assert all(text[one.start : one.end].strip() for one in find_dates(text))
