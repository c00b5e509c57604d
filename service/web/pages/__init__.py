"""The web app: pages made on the server, over the same flows, finders and reports as the API.

To add a page:

1. A module here with `router = APIRouter(include_in_schema=False)` and one function for each address, named
   `..._page` (metrics are labelled by it). It takes `request`, `workspace: WorkspaceDep` and, for what may be asked,
   a model of `asked.py` (`Annotated[MyQuery, Query()]`; empty fields count as not given). It finds what it needs
   in one `with workspace.store.reading()` and ends with `return render(request, "mine.html", name=value, …)`.
   It holds no rule of the product.
2. The module's name in `PAGES` of `site.py`. The navigation shows an address as soon as a page answers it.
3. `templates/mine.html`, which begins `{% extends "desk/base.html" %}` and fills the blocks `title` (also the one h1),
   `lead`, `body` and, for a script of its own, `scripts`; `{% set here = "/mine" %}` marks the place in the
   navigation. Shared macros: `{% import "desk/parts.html" as parts %}` (empty state, pager, counts, form fields) and
   `{% import "desk/claims.html" as claims %}` (a claim with its source, a pair side by side, relations in word and
   sign). The macros of reports are there too ("pairs.html", "framings.html"). Text of articles stands in
   `<bdi>` or under `dir="auto"`, and is printed, never marked `|safe`; nor does it go into an attribute or an address.
4. Styles go into `static/app.css` (colours are custom properties); a script is a module of its own in `static/`,
   loaded by `{{ asset("mine.js") }}`; the page must work without it. No style, script or handler in the markup: the
   policy forbids them.
5. Forms that change something `POST` to a page address, whose route has `dependencies=SAME_ORIGIN` of
   `guard.py`, and answer with `see_other(address)`. What may be linked is a `GET`.
6. Errors are raised (`CrossclaimError`), and shown by `problems.py` as a page that says what to do.
"""
