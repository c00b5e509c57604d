"""The entry point: reads the arguments, runs the command, and turns errors into a sentence and an exit status."""

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Never

from service.cli.parser import make_parser
from service.errors import CrossclaimError
from service.memory import settle_memory

TALKATIVE = ("trafilatura", "htmldate")
"""Libraries that warn of pages which hold no article; intake says so itself, with the name of the file."""

STOPPED = (
    "crossclaim: stopped. What was accepted is kept: run the command again to go on, or leave the rest to "
    "`crossclaim serve` or `crossclaim work`."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Returns 0 when it is done and 1 when it failed; wrong use exits with 2."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    options = make_parser().parse_args(arguments)
    if arguments is None:
        settle_memory()  # this process is ours
    try:
        return int(options.run(options))
    except CrossclaimError as error:
        print(f"crossclaim: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has had enough; Python must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        return _leave(130) if arguments is None else 130


def _leave(status: int) -> Never:
    """Ends the process as it is: taking models and index apart costs seconds, on a busy machine a minute, for nothing.

    The store is closed by then, and what threads still compute would be thrown away.
    """
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)
