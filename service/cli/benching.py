"""The command `bench`: quality on labelled pairs, speed on articles."""

import json
import tempfile
from argparse import Namespace
from pathlib import Path
from typing import Any

from service.bench.quality import find_labelled, measure
from service.bench.speed import measure_intake
from service.cli.commands import open_workspace
from service.cli.progress import say


def measure_quality(options: Namespace) -> int:
    """Prints the figures of each set, and writes each to `--out` under the set's name."""
    with open_workspace(options) as workspace:
        for path in options.paths:
            figures = measure(find_labelled(workspace, path))
            _show(options.out, f"quality-{path.name.split('.')[0]}", figures)
    return 0


def measure_speed(options: Namespace) -> int:
    """Prints how fast the first articles are taken in, and writes it to `--out`; the store is kept with `--data`."""
    with tempfile.TemporaryDirectory() as folder:
        _show(options.out, "speed", measure_intake(options.path, options.articles, options.data or Path(folder)))
    return 0


def _show(out: Path | None, name: str, figures: dict[str, Any]) -> None:
    text = json.dumps(figures, indent=2, ensure_ascii=False)
    print(text)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        say(f"written to {out / name}.json")
