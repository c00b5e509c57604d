"""A real browser before the real application: the fixture articles and some hostile ones, the models that ship."""

import os
import shutil
import socket
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from service.flows.ingest import accept
from service.intake.reading import read_object
from service.settings import Settings
from service.web.app import create_app
from service.worker import work_off
from service.workspace import Workspace

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
AWAY = "https://evil.example"
BAD = [
    "\"'></q></bdi></a><script>window.__x=1</script>",
    "<img src=x onerror=window.__x=2>",
    f"<img src={AWAY}/i.png>",
    f"<link rel=stylesheet href={AWAY}/s.css>",
    "</textarea><svg onload=window.__x=3>",
    f"<meta http-equiv=refresh content='0;url={AWAY}'>",
    f"<base href={AWAY}/>",
    "<iframe srcdoc='<script>top.__x=4</script>'></iframe>",
    f"<form action={AWAY}><input autofocus onfocus=alert(5)>",
    "<details open ontoggle=alert(6)>{{7*7}}",
]
ALL_BAD = " ".join(BAD)
HOSTILE = [
    {
        "text": " ".join(f"The mayor said on Monday that bridge {at} {bad} was {state}." for at, bad in enumerate(BAD))
        + f"\n\nالجسر {ALL_BAD} {'w' * 3_000}",
        "outlet": f"{outlet} {ALL_BAD}",
        "title": f"Bridges {state} {ALL_BAD}",
        "author": ALL_BAD,
        "url": url,
        "published_at": "2025-12-08",
        "language": "en",
    }
    for state, outlet, url in (
        ("open to lorries", "Quayside Echo", f"javascript:window.__x=7//{ALL_BAD}"),
        ("closed to lorries", "Tarnby Herald", f'{AWAY}/bridge"onmouseover=window.__x=8 x="'),
    )
]
"""What was said of a bridge, with everything in it that could run, load or lead away."""


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; nothing is downloaded."""
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"No browser: none of {', '.join(CHROMIUMS)} is installed (apt-get install chromium).")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # root cannot have one
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=[*sandbox, "--disable-dev-shm-usage"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def desk(stored, tmp_path_factory):
    """A copy of the fixtures' store, since these tests judge, with the hostile articles beside them."""
    folder = tmp_path_factory.mktemp("desk") / "data"
    shutil.copytree(stored.settings.data, folder)
    with Workspace(Settings(data=folder)) as opened:
        accept(opened, [read_object(one) for one in HOSTILE])
        work_off(opened, lambda *_: None)
        yield opened


@pytest.fixture(scope="session")
def origin(desk):
    """Where the application answers, as `crossclaim serve` would."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(desk), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    ends = time.monotonic() + 60
    while not server.started and thread.is_alive() and time.monotonic() < ends:
        time.sleep(0.05)
    assert server.started
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def story():
    """Keeps a picture of a page, where CROSSCLAIM_STORY names a folder for it (`make story`)."""
    folder = os.environ.get("CROSSCLAIM_STORY")

    def keep(page, name):
        if folder:
            page.wait_for_load_state("networkidle")
            page.screenshot(path=Path(folder) / f"{name}.jpg", type="jpeg", quality=80)

    return keep


@pytest.fixture
def visit(browser, origin):
    """Opens a page in a window of its own; afterwards nothing must have been asked of any other address.

    What the page said to the console, and every dialog, is in `page.heard`.
    """
    contexts, asked = [], []

    def open_page(address, **options):
        context = browser.new_context(base_url=origin, **options)
        contexts.append(context)
        context.set_default_timeout(120_000)  # the first search loads the models
        page = context.new_page()
        page.heard = []
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("console", lambda said: page.heard.append(said.text) if said.type == "error" else None)
        page.on("dialog", lambda dialog: (page.heard.append(dialog.message), dialog.dismiss()))
        context.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    ours = urlsplit(origin).netloc
    assert [url for url in asked if urlsplit(url).netloc != ours and not url.startswith("data:")] == []
