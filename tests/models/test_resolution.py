import pytest

from models.extraction import extract
from models.resolution_flags import Added, find_added, find_unresolved


def texts(article: str, published_at: str | None = "2021-10-31") -> list[str]:
    return [claim.text for claim in extract(article, published_at=published_at)]


def last(article: str) -> str:
    return texts(article)[-1]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Robert Rell left the council. He was elected in 2016.", "Robert Rell was elected in 2016."),
        ("Anna Brandt left the council. Her term ended in 2016.", "Anna Brandt’s term ended in 2016."),
        ("Robert Rell left the council. He lost in May. He was born in 1960.", "Robert Rell was born in 1960."),
        ("Robert Rell left the council. In 2019, he opened a shop.", "In 2019, Robert Rell opened a shop."),
        ("Robert Rell left. The union had backed Rell for years.", "The union had backed Robert Rell for years."),
        ("Robert Rell left. The union backed Rell’s plan in May.", "The union backed Robert Rell’s plan in May 2021."),
        ("Sen. Robert Rell left. The union likes Sen. Rell a lot.", "The union likes Sen. Robert Rell a lot."),
        (
            "The Ministry of Trade closed the port. The ministry had warned the shipowners.",
            "The Ministry of Trade had warned the shipowners.",
        ),
    ],
)
def test_what_the_article_makes_certain_is_put_in(article: str, expected: str) -> None:
    assert last(article) == expected


@pytest.mark.parametrize(
    "article",
    [
        "Robert Rell met Peter Toll. He was elected in 2016.",  # two men
        "Robert Rell left the council. She was elected in 2016.",  # no woman
        "Robert Rell sued his lawyer. He was elected in 2016.",  # the lawyer?
        "In a letter to Robert Rell, the union gave up. He was elected in 2016.",  # not the subject
        "The mayor left the council. He was elected in 2016.",  # no name
        "Robert Rell left the council.\n\n\n\n\nHe was elected in 2016.",  # too far
        "Rell spoke at noon in Velm. Robert Rell left. The union had backed Rell for years.",  # another Rell?
        "Robert Rell and Anna Rell left. The union had backed Rell for years.",  # which one?
        "Robert Rell left the firm. The union backed the Rell Foundation for years.",  # a body
        "Capitol Hill was closed in May of 2019. The union had backed Hill for years.",  # no person
        "The Ministry of Trade and the Ministry of War agreed. The ministry had warned shipowners.",  # which one?
        "Robert Rell left the council. “Rell was a fool,” the sign had read for years.",  # direct words
    ],
)
def test_what_is_not_certain_stays_as_it_is(article: str) -> None:
    claim = extract(article, published_at="2021-10-31")[-1]
    assert claim.text == claim.quote


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("The bridge fell on Friday.", "The bridge fell on Friday (29 October 2021)."),
        ("The bridge will open on Friday.", "The bridge will open on Friday (5 November 2021)."),
        ("The bridge fell yesterday.", "The bridge fell yesterday (30 October 2021)."),
        ("The bridge fell last month.", "The bridge fell last month (September 2021)."),
        ("The bridge fell last year.", "The bridge fell last year (2020)."),
        ("The bridge fell in August.", "The bridge fell in August 2021."),
        ("The bridge fell on Sept. 2 in the rain.", "The bridge fell on Sept. 2, 2021 in the rain."),
        ("The bridge fell on Fridays.", "The bridge fell on Fridays."),
        ("He will publish the record of an April 21 talk.", "He will publish the record of an April 21 talk."),
        ("He will publish the record of the Oct. 21 talk.", "He will publish the record of the Oct. 21, 2021 talk."),
        ("The council will meet on April 21 to talk.", "The council will meet on April 21, 2022 to talk."),
        ("The Friday market of Velm is full.", "The Friday market of Velm is full."),
        ("The fleet of 2014 was old. The bridge fell in August.", "The bridge fell in August."),
        ("The world of today is a village of many houses.", "The world of today is a village of many houses."),
        (
            "The sign read “closed on Friday and sold” for weeks.",
            "The sign read “closed on Friday and sold” for weeks.",
        ),
    ],
)
def test_dates_that_only_the_publication_completes(article: str, expected: str) -> None:
    assert last(article) == expected


def test_without_a_publication_no_date_is_added() -> None:
    assert texts("The bridge fell on Friday.", None) == ["The bridge fell on Friday."]


def test_quotes_stay_verbatim() -> None:
    article = "Robert Rell left the council. He was elected in 2016. The bridge fell on Friday."
    assert [c.quote for c in extract(article, published_at="2021-10-31")] == [
        "Robert Rell left the council.",
        "He was elected in 2016.",
        "The bridge fell on Friday.",
    ]


def test_what_was_added_is_told() -> None:
    assert find_added("He fell on Friday.", "Odo Rell fell on Friday (29 October 2021).") == (
        Added("He", "Odo Rell"),
        Added("", "(29 October 2021)"),
    )
    assert find_added("VELM — The bridge fell.", "The bridge fell.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was elected in 2016.", ("He",)),
        ("Odo Rell said he was elected in 2016.", ()),
        ("They closed the port.", ("They",)),
        ("The owners said they closed the port.", ()),
        ("It was closed in 2016.", ("It",)),
        ("It is clear that the port was closed.", ()),
        ("This has led to more work.", ("This",)),
        ("The bridge fell on Friday.", ("Friday",)),
        ("The bridge fell on Friday (29 October 2021).", ()),
        ("The bridge fell last week.", ("last week",)),
        ("The ministry denied it.", ("The ministry",)),
        ("The Ministry of Trade said the ministry was open.", ()),
    ],
)
def test_words_that_need_their_surroundings_are_flagged(text: str, expected: tuple[str, ...]) -> None:
    assert find_unresolved(text) == expected


def test_nothing_is_flagged_in_other_languages() -> None:
    assert find_unresolved("He kam am Friday.", "de") == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council voted today to close the port.", "The council voted today (31 October 2021) to close the port."),
        ("Trade grew from 1 million in 2001 to 5 million today, they say.", None),
        ("The council liked what many people do today in the port.", None),
        ("This warped plan of the council symbolizes the town today.", None),
        ("People retain concerns about this today; half of them reported fear.", None),
        ("But tonight is different in the old port of the town.", None),
        (
            "The mayor will speak tonight in the old port.",
            "The mayor will speak tonight (31 October 2021) in the old port.",
        ),
        ("His poor showing on Wednesday night will raise new questions.", None),
        (
            "The council on Tuesday will vote on the new bridge.",
            "The council on Tuesday (2 November 2021) will vote on the new bridge.",
        ),
        ("The mayor is to meet the union on Friday.", "The mayor is to meet the union on Friday (5 November 2021)."),
        ("The mayor met the union on Friday.", "The mayor met the union on Friday (29 October 2021)."),
        ("Ahead of a vote on Wednesday, the mayor was silent.", None),
        (
            "There is a debate tomorrow before the vote on Wednesday, as was told.",
            "There is a debate tomorrow (1 November 2021) before the vote on Wednesday, as was told.",
        ),
    ],
)
def test_a_day_is_put_in_only_where_it_is_certain(sentence: str, expected: str | None) -> None:
    assert last(sentence) == (expected or sentence)


def test_a_weekday_left_open_is_flagged() -> None:
    assert find_unresolved("Ahead of a vote on Wednesday, the mayor was silent.") == ("Wednesday",)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("OPEC — the oil cartel — cut its output by two million barrels.", None),
        ("NATO - which has 32 members - agreed to a new plan for ports.", None),
        ("MOSCOW (Reuters) - The ministry closed the port to all ships.", "The ministry closed the port to all ships."),
        (
            "TARN — “We closed the port to all ships,” Ada Brandt said.",
            "“We closed the port to all ships,” Ada Brandt said.",
        ),
    ],
)
def test_a_dateline_is_taken_off_and_a_subject_is_not(sentence: str, expected: str | None) -> None:
    assert last(sentence) == (expected or sentence)


@pytest.mark.parametrize("office", ["The mayor", "Its spokeswoman"])
def test_a_name_in_apposition_is_not_put_in_again(office: str) -> None:
    sentence = f"{office}, Ada Brandt, said the bridge would open in spring."
    assert last(sentence) == sentence
