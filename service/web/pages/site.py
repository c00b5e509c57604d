"""The pages put together: which there are, and how they come into the application."""

from fastapi import FastAPI
from fastapi.routing import APIRoute

from service.web.pages import (
    articles,
    facts,
    framings,
    ingest,
    outlets,
    pairs,
    reports,
    review,
    review_record,
    search,
    statics,
    status,
    takedown,
)
from service.web.pages.problems import add_error_pages

PAGES = (search, articles, takedown, pairs, facts, framings, review, review_record, outlets, reports, ingest, status)
"""One module for each page or group of pages."""


def add_pages(app: FastAPI) -> None:
    """Adds all pages, what they load, and error pages; the handlers of errors must be there already."""
    for module in (*PAGES, statics):
        app.include_router(module.router)
    routes = (route for module in PAGES for route in module.router.routes)
    app.state.addresses = frozenset(route.path for route in routes if isinstance(route, APIRoute))
    add_error_pages(app)
