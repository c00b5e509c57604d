"""Where things stand in pictures, worked out by hand."""

from datetime import date
from types import SimpleNamespace

import lxml.html
import pytest

from service.web.pages.pictures.axes import (
    Scale,
    day_words,
    find_day_ticks,
    find_round_numbers,
    number_words,
)
from service.web.pages.pictures.bars import draw_bars
from service.web.pages.pictures.curve import CurvePoint, draw_curve
from service.web.pages.pictures.matrix import draw_matrix
from service.web.pages.pictures.sizes import in_sizes
from service.web.pages.rendering import _environment


def test_a_scale_goes_straight_from_values_to_places():
    scale = Scale(10, 20, 100, 0)
    assert [scale.at(value) for value in (10, 12.5, 20)] == [100, 75, 0]
    assert Scale(3, 3, 0, 40).at(3) == 20


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (0, 10, [0, 5, 10]),
        (3, 17, [0, 5, 10, 15, 20]),
        (41, 41, [40, 60]),
        (0, 0, [0, 0.5]),
        (-2, 2, [-2, -1, 0, 1, 2]),
        (0.1, 0.3, [0.1, 0.15, 0.2, 0.25, 0.3]),
        (1.2e9, 3.4e9, [1e9, 2e9, 3e9, 4e9]),
    ],
)
def test_round_numbers_enclose_the_values(low, high, found):
    numbers = find_round_numbers(low, high)
    assert numbers[0] <= low
    assert numbers[-1] >= high
    assert numbers == pytest.approx(found)


def test_numbers_and_days_are_read_as_words():
    said = [number_words(value) for value in (0, 1200, 2.5, -3, 3.4e6, 2e9, 0.1 + 0.2)]
    assert said == ["0", "1,200", "2.5", "-3", "3.4 million", "2 billion", "0.3"]
    assert day_words(date(2025, 12, 8)) == "8 Dec 2025"


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2025, 12, 8), date(2025, 12, 8), ["8 Dec 2025"]),
        (date(2025, 12, 30), date(2026, 1, 2), ["30 Dec 2025", "31 Dec", "1 Jan", "2 Jan"]),
        (date(2025, 12, 1), date(2025, 12, 21), ["1 Dec 2025", "8 Dec", "15 Dec"]),
        (date(2025, 8, 15), date(2026, 2, 2), ["Sep 2025", "Oct 2025", "Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026"]),
        (date(2019, 6, 1), date(2025, 1, 1), ["2020", "2021", "2022", "2023", "2024", "2025"]),
    ],
)
def test_days_are_marked_at_even_steps(first, last, labels):
    assert [label for _, label in find_day_ticks(first, last)] == labels
    assert all(first <= day <= last for day, _ in find_day_ticks(first, last))


def test_bars_stand_on_their_strip_each_on_its_own_scale():
    drawn = draw_bars(
        [("Articles", "articles", [2, 0, 4]), ("Claims", "claims", [10, 0, 1000])], ["a", "b", "c"], width=304
    )
    articles, claims = drawn.strips
    assert [bar.height for bar in articles.bars] == [28, 0, 56]
    assert [bar.height for bar in claims.bars] == [1.5, 0, 56]
    assert [bar.x for bar in articles.bars] == [38, 138, 238]
    assert all(bar.y + bar.height == articles.baseline for bar in articles.bars)
    assert (articles.total, claims.most) == (6, 1000)
    assert [(tick.at, tick.label) for tick in drawn.ticks] == [(52, "a"), (152, "b"), (252, "c")]


def test_of_many_bars_only_some_are_named_and_all_fit():
    drawn = draw_bars([("Articles", "articles", [1] * 400)], [str(day) for day in range(400)], width=340)
    (strip,) = drawn.strips
    assert 3 <= len(drawn.ticks) <= 5
    assert strip.bars[-1].x + strip.bars[-1].width <= 340
    assert draw_bars([("Articles", "articles", [])], [], width=340).strips[0].bars == ()


def test_a_matrix_has_one_relation_below_the_diagonal_and_one_above():
    drawn = draw_matrix(["A", "B", "C"], {("A", "B"): 4, ("C", "B"): 2}, {("B", "A"): 1, ("A", "C"): 0})
    cells = {(cell.half, cell.row, cell.column): cell for cell in drawn.cells}
    assert {key: cell.count for key, cell in cells.items()} == {
        ("below", "B", "A"): 4,
        ("below", "C", "B"): 2,
        ("above", "A", "B"): 1,
    }
    assert (cells["below", "B", "A"].x, cells["below", "B", "A"].y) == (drawn.left, drawn.top + 36)
    assert (cells["above", "A", "B"].x, cells["above", "A", "B"].y) == (drawn.left + 36, drawn.top)
    assert cells["below", "B", "A"].opacity == 0.45 > cells["below", "C", "B"].opacity > 0.1
    assert drawn.blanks[0] == (drawn.left, drawn.top)


def test_long_names_are_cut_in_the_picture():
    drawn = draw_matrix(["The Very Long Winded Evening Gazette", "B"], {}, {})
    assert drawn.rows[0].written == "The Very Long Winded…"
    assert drawn.rows[0].name == "The Very Long Winded Evening Gazette"


TOLL = [
    CurvePoint("2025-12-01", 10, 10, state=0),
    CurvePoint("2025-12-01", 10, 10, state=0),
    CurvePoint("2025-12-03T08:00:00Z", 15, 20, state=1),
    CurvePoint("2025-12-05", 15, 20, state=1),
    CurvePoint("", 12, 12, state=2),
]


def test_a_curve_steps_from_state_to_state_and_numbers_its_points():
    drawn = draw_curve(TOLL, width=400)
    assert [dot.label for dot in drawn.dots] == ["1, 2", "3", "4"]
    first, second, third = drawn.dots
    assert (second.x - first.x) == pytest.approx(third.x - second.x, abs=0.2)
    assert first.top == first.y == first.bottom
    assert second.top < second.y < second.bottom
    corners = [tuple(map(float, corner.split(","))) for corner in drawn.line.split()]
    assert corners == [(first.x, first.y), (second.x, first.y), (second.x, second.y), (third.x, second.y)]
    assert [tick.label for tick in drawn.values] == ["10", "15", "20"]
    assert drawn.days[0].label == "1 Dec 2025"


def test_what_stands_apart_is_a_dot_and_no_part_of_the_line():
    apart = CurvePoint("2025-12-02", 19, 19, state=9, joined=False)
    assert draw_curve([*TOLL, apart], width=400).line == draw_curve(TOLL, width=400).line
    assert len(draw_curve([*TOLL, apart], width=400).dots) == 4


def test_one_state_has_no_line_and_no_day_no_picture():
    assert draw_curve(TOLL[:2], width=400).line == ""
    assert draw_curve(TOLL[4:], width=400) is None
    assert draw_curve([CurvePoint("2025-13-40", 1, 1)], width=400) is None


@pytest.mark.parametrize("width", [340, 760])
def test_a_curve_stays_within_its_picture(width):
    drawn = draw_curve([CurvePoint("1999-01-01", 1_234_567, 1_234_567), CurvePoint("2025-06-01", 5, 5)], width=width)
    assert all(drawn.left < dot.x < width and 0 < dot.top <= dot.bottom <= drawn.bottom for dot in drawn.dots)
    assert all(0 <= tick.at <= width for tick in drawn.days)
    assert drawn.days


def test_a_label_makes_room_for_a_dot_above_it():
    close = [CurvePoint("2025-12-01", 10, 10), CurvePoint("2025-12-01", 9, 9), CurvePoint("2025-12-09", 20, 20)]
    drawn = draw_curve(close, width=340)
    assert {dot.label: dot.aside for dot in drawn.dots} == {"1": False, "2": True, "3": False}


def test_a_run_of_points_is_named_in_short():
    drawn = draw_curve([CurvePoint("2025-12-01", 1, 1) for _ in range(5)] + [CurvePoint("2025-12-02", 2, 2)], width=340)
    assert [dot.label for dot in drawn.dots] == ["1–5", "6"]


def test_a_drawn_curve_is_an_image_with_a_name_and_no_style():
    macros = _environment().get_template("desk/picture_curve.html").module
    sizes = in_sizes(lambda width: draw_curve(TOLL, width=width))
    page = lxml.html.fragment_fromstring(str(macros.curve(sizes, "toll", "<b>", "steps")), create_parent=True)
    for svg in page.xpath("//svg"):
        assert svg.get("role") == "img"
        named = [page.xpath(f"//*[@id='{key}']")[0].text for key in svg.get("aria-labelledby").split()]
        assert named == ["<b>", "steps"]
    assert [svg.get("class") for svg in page.xpath("//svg")] == ["picture curve wide", "picture curve narrow"]
    assert not page.xpath("//@style | //style | //script")
    assert len({*page.xpath("//@id")}) == len(page.xpath("//@id"))


def test_the_table_beside_a_curve_has_a_row_for_each_point_with_its_source():
    macros = _environment().get_template("desk/picture_curve.html").module
    published = SimpleNamespace(value="2025-12-08", other=None)
    source = SimpleNamespace(article_id="a1", outlet="Coast Times", title="Toll rises", published=published, url=None)
    claim = SimpleNamespace(id="c1", source=source, said=SimpleNamespace(speaker=None))
    table = str(macros.numbered([SimpleNamespace(claim=claim, words="<12> dead")], "The toll"))
    page = lxml.html.fragment_fromstring(table, create_parent=True)
    cells = [" ".join(cell.text_content().split()) for cell in page.xpath("//tbody//th | //tbody//td")]
    assert cells == ["1", "<12> dead", "8 December 2025", "Coast Times", "Coast Times: Toll rises"]
    assert page.xpath("//a/@href") == ["/articles/a1#claim-c1"]
