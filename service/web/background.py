"""What runs in the server besides answering: the worker, which comes back when it breaks, and the loading of models."""

import logging
import threading

from service.errors import CrossclaimError
from service.flows.query import warm_up
from service.flows.reindex import save_index
from service.worker import work
from service.workspace import Workspace

PAUSE_SECONDS = 5.0
PATIENCE_SECONDS = 30.0

log = logging.getLogger("crossclaim.web")


class BackgroundWorker:
    """Runs the worker from `start` to `stop`; while it cannot run, `failure` says why."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="crossclaim-worker", daemon=True)
        self.failure: str | None = None

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Lets the job in hand be finished and saves the index. What takes longer is done after a restart."""
        self._stop.set()
        self._thread.join(PATIENCE_SECONDS)
        if self._thread.is_alive() or self.failure:
            return
        try:
            save_index(self._workspace)
        except (CrossclaimError, OSError):
            log.exception("The index was not saved; it is built from the store at the next start.")

    def _run(self) -> None:
        while not self._stop.is_set():
            self.failure = None
            try:
                work(self._workspace, self._stop)
            except Exception as error:  # missing weights or a busy store: said by /ready, tried again
                log.exception("The worker stopped; it starts again in %g seconds.", PAUSE_SECONDS)
                self.failure = str(error)
                self._stop.wait(PAUSE_SECONDS)


class Warming:
    """Loads the models and the index once, so that the first to ask need not wait for it; `is_done` says whether.

    What fails is no failure of this: whoever asks next is told what is wrong.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._thread = threading.Thread(target=self._run, name="crossclaim-warming", daemon=True)
        self.is_done = False

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Waits for what is being loaded: a thread that loads must not outlive the interpreter."""
        self._thread.join(PATIENCE_SECONDS)

    def _run(self) -> None:
        try:
            warm_up(self._workspace)
        except Exception as error:  # missing weights: said by /ready
            log.warning("The models are not loaded: %s", error)
        finally:
            self.is_done = True
