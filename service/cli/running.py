"""The commands that run on or look after the service: serve, work, doctor."""

import logging
import platform
import signal
import threading
from argparse import Namespace
from collections.abc import Callable
from types import FrameType

import uvicorn

from service.cli.commands import open_workspace
from service.cli.progress import say
from service.errors import CrossclaimError
from service.memory import settle_memory
from service.store.articles import count_articles
from service.store.claims import count_claims
from service.web.app import create_app
from service.worker import work
from service.workspace import Workspace


def serve(options: Namespace) -> int:
    """Answers HTTP until it is stopped."""
    with open_workspace(options) as workspace:
        app = create_app(workspace, with_worker=not options.no_worker, warm=True, host=options.host)
        settle_memory()
        uvicorn.run(app, host=options.host, port=options.port, timeout_graceful_shutdown=5)
    return 0


def work_on(options: Namespace) -> int:
    """Works off jobs until SIGINT or SIGTERM; the job in hand is finished first."""
    stop = threading.Event()

    def ask_to_stop(_: int, __: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask_to_stop)
    logging.getLogger("crossclaim").setLevel(logging.INFO)
    with open_workspace(options) as workspace:
        say(f"Working on {workspace.settings.data}; stop with Ctrl-C.")
        work(workspace, stop)
    return 0


def examine(options: Namespace) -> int:
    """Says of each part whether it is ready to be used, and what to do when it is not."""
    with open_workspace(options) as workspace:
        wrong = [name for name, check in CHECKS.items() if not _passes(name, check, workspace)]
    return 1 if wrong else 0


def _passes(name: str, check: Callable[[Workspace], str], workspace: Workspace) -> bool:
    try:
        print(f"ok     {name}: {check(workspace)}")
    except CrossclaimError as error:
        print(f"WRONG  {name}: {error}")
        return False
    return True


def _check_store(workspace: Workspace) -> str:
    with workspace.store.reading() as connection:
        return f"{count_articles(connection)} articles, {count_claims(connection)} claims"


def _check_index(workspace: Workspace) -> str:
    live = workspace.live_index
    return f"{workspace.settings.index}, {len(live.index)} vectors in the snapshot"


CHECKS: dict[str, Callable[[Workspace], str]] = {
    "python": lambda _: platform.python_version(),
    "data": lambda workspace: str(workspace.settings.data.resolve()),
    "store": _check_store,
    "encoder": lambda workspace: workspace.encoder.fingerprint,
    "pair model": lambda workspace: workspace.pair_model.version,
    "index": _check_index,
}
