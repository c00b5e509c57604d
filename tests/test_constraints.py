"""The pinned versions: a bare machine gets everything that the project and its tests need, in the versions we tried."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def pinned():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    named = (re.match(r"([\w.-]+)==([\w.+-]+)", line) for line in lines)
    return {canonicalize_name(match[1]): match[2] for match in named if match}


def asked_for():
    """What the project asks for itself, for use and for its tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(one) for one in (*project["dependencies"], *project["optional-dependencies"]["dev"])]


def needed(name, extras):
    """What a package of the environment asks for on this machine, with these extras."""
    found = map(Requirement, distribution(name).requires or ())
    return [one for one in found if not one.marker or any(one.marker.evaluate({"extra": e}) for e in (*extras, ""))]


def closure(wanted):
    """Everything that is needed for it, by its canonical name, and which package asks for it first."""
    found, seen = {}, set()
    waiting = [(one, "crossclaim") for one in wanted]
    while waiting:
        one, by = waiting.pop()
        name, extras = canonicalize_name(one.name), frozenset(one.extras)
        found.setdefault(name, by)
        if (name, extras) not in seen:
            seen.add((name, extras))
            waiting += [(other, name) for other in needed(name, extras)]
    return found


def test_everything_that_is_needed_is_pinned():
    wanted = closure(asked_for())
    assert wanted["playwright"] in ("crossclaim", "axe-playwright-python")
    assert wanted["greenlet"] in ("playwright", "sqlalchemy"), "what the needs need is seen too"
    missing = {name: by for name, by in wanted.items() if name not in pinned()}
    assert not missing, f"add to constraints.txt (asked for by): {missing}"


def test_what_is_tried_is_what_is_pinned():
    """Playwright's own needs changed between its versions: those of the pinned one are the ones that count."""
    tried = {name: distribution(name).version for name in ("playwright", "axe-playwright-python", "greenlet")}
    assert {name: pinned()[name] for name in tried} == tried
