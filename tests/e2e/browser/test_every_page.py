"""Every page in a real browser: no barrier that axe-core finds, no sideways scrolling, and nothing hostile runs."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi.routing import APIRoute

from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.facts import FactFilter, find_facts
from service.store.outlets import find_outlets
from service.web.pages.site import PAGES

pytestmark = pytest.mark.slow

ROUTES = sorted(
    {
        route.path
        for module in PAGES
        for route in module.router.routes
        if isinstance(route, APIRoute) and "GET" in route.methods and "{suffix}" not in route.path  # files to keep
    }
)
STATES = [
    "/?q=The+harbour+bridge+at+Tarnby+was+closed+to+lorries&since=2020-01-01",
    "/search/judged?q=The+harbour+bridge+at+Tarnby+was+closed+to+lorries",
    "/contradictions?relation=agrees&sure=0",
    "/contradictions?show=withheld",
    "/contradictions?topic=nothingofthekind",
    "/ingest?jobs=1-30",
    "/review?done={comparison_id}",
    "/review?pair={comparison_id}&blind=on",
    "/review?relation=agrees&blind=on",
    "/review?outlet=Nobody",
    "/nowhere",
    "/api/v1/reports/contradictions",
]
"""Pages as they look when something was asked, done, refused or not found; and a report."""

WIDTHS = (360, 2560)
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="session")
def examples(desk):
    """What stands for a parameter of an address: of a hostile article, so that its words are on the pages."""
    with desk.store.reading() as connection:
        outlet = next(one.name for one in find_outlets(connection) if (one.name or "").startswith("Quayside Echo"))
        wanted = ComparisonFilter(outlet=outlet, include_same_article=True, limit=1)
        (pair,) = find_comparisons(connection, wanted)
        (fact,) = find_facts(connection, FactFilter(limit=1))
    claim = pair.a if pair.a.source.outlet == outlet else pair.b
    ids = {"article_id": claim.source.article_id, "claim_id": claim.id, "comparison_id": pair.id, "fact_id": fact.id}
    return ids | {"name": "app.css"}


@pytest.fixture
def open_settled(visit, examples):
    """A page with whatever its script fetches at first."""

    def open_page(address, **options):
        page = visit(address.format(**examples), **options)
        page.wait_for_load_state("networkidle", timeout=120_000)
        return page

    return open_page


def find_barriers(page, **options):
    violations = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [
        (one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in violations if one["impact"] in SERIOUS
    ]


def check_nothing_ran(page):
    assert page.evaluate("window.__x") is None
    assert (
        page.locator(":is(main img, main iframe, main script, main link, base, meta[http-equiv=refresh i])").count()
        == 0
    )
    assert [heard for heard in page.heard if "the server responded with a status of 4" not in heard] == []


@pytest.mark.parametrize("address", [*ROUTES, *STATES])
def test_no_page_has_a_barrier_and_escaping_alone_keeps_hostile_words_from_running(open_settled, address):
    page = open_settled(address, color_scheme="light", bypass_csp=True)  # axe comes from outside
    check_nothing_ran(page)
    assert find_barriers(page) == []
    page.emulate_media(color_scheme="dark")
    assert find_barriers(page, runOnly=["color-contrast"]) == []


@pytest.mark.parametrize("address", [*ROUTES, *STATES])
def test_with_the_policy_nothing_of_a_hostile_article_runs_and_no_page_scrolls_sideways(open_settled, address):
    page = open_settled(address)
    check_nothing_ran(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
