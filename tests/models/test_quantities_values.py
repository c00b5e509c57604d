import unicodedata
from dataclasses import asdict
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.quantities_values import Values, find_values, read_day

QUOTE = "At least 40 people died on Friday, about a third of the café’s guests."


def test_values_are_places_in_the_article() -> None:
    found = find_values(QUOTE, start=100, published_at="2021-10-31T08:00:00Z")
    assert [asdict(quantity) for quantity in found.quantities] == [
        {
            "words": "At least 40 people",
            "start": 100,
            "end": 118,
            "kind": "count",
            "low": 40,
            "high": 40,
            "unit": None,
            "of": "people",
            "approximator": "at least",
        },
        {
            "words": "about a third",
            "start": 135,
            "end": 148,
            "kind": "share",
            "low": 33.3333333333,
            "high": 33.3333333333,
            "unit": "percent",
            "of": "guests",
            "approximator": "about",
        },
    ]
    assert [asdict(day) for day in found.dates] == [
        {
            "words": "Friday",
            "start": 127,
            "end": 133,
            "precision": "weekday",
            "first": "2021-10-29",
            "last": "2021-10-29",
            "part": None,
            "ambiguous": False,
        }
    ]


def test_words_are_verbatim_in_any_form_of_composition() -> None:
    quote = unicodedata.normalize("NFD", "The cafés lost 12 Zoë chairs and 3 öfen in 2019.")
    found = find_values(quote)
    assert found.quantities[0].low == 12
    assert all(quote[q.start : q.end] == q.words for q in found.quantities)
    assert [quote[d.start : d.end] for d in found.dates] == ["2019"]


def test_whole_numbers_are_whole() -> None:
    found = find_values("2.5 tons and 40 ships and $3.5 billion").quantities
    assert [repr(q.low) for q in found] == ["2.5", "40", "3500000000"]


def test_the_precision_of_relative_dates_is_that_of_what_they_mean() -> None:
    found = find_values(
        "It closed yesterday, last month, two years ago and a few weeks ago.", published_at="2021-10-31"
    )
    assert [(d.precision, d.first) for d in found.dates] == [
        ("day", "2021-10-30"),
        ("month", "2021-09-01"),
        ("year", "2019-01-01"),
        ("relative", None),
    ]


def test_nothing_is_said_of_other_languages() -> None:
    assert find_values("3.500 Menschen kamen am 3. Mai 2019.", language="de") == Values()


def test_a_publication_that_is_no_date_settles_nothing() -> None:
    assert find_values("It fell on Friday.", published_at="someday").dates[0].first is None
    assert (read_day("2021-10-31T08:00Z"), read_day(None), read_day("2021-13-01")) == (date(2021, 10, 31), None, None)


WORDS = st.lists(
    st.sampled_from(
        "about at least between and 1 2 40 1,500 3.5 % percent $ million of the a third half - to in Friday March"
        " 2019 31st people ships hundreds thousands twice first , . e\u0301 \u00bd 9/11 / 1999-12-31"
        " years ago old last next one".split(" ")
    ),
    max_size=25,
).map(" ".join)


@given(st.text(st.characters(), max_size=120) | WORDS, st.sampled_from(["2019-12-18", "", "0001-01-01", "9999-12-31"]))
def test_any_text_gives_values_that_stand_in_it(quote: str, published_at: str) -> None:
    found = find_values(quote, start=7, published_at=published_at)
    for values in (found.quantities, found.dates):
        assert all(quote[v.start - 7 : v.end - 7] == v.words and v.words for v in values)
        assert all(a.end <= b.start for a, b in pairwise(values))
    assert all(q.low <= q.high < float("inf") for q in found.quantities)
    assert all((d.first is None) == (d.last is None) for d in found.dates)
    assert all(d.first <= d.last for d in found.dates if d.first and d.last)
