"""The matrix of framings: outlets by evaluation, and the views that some outlets carry and others do not."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from models.base import Evaluation
from service.domain.outlets import outlet_key
from service.reports.framings import EVALUATIONS
from service.reports.values import Framing, Matrix, MatrixRow, Side, View

UNNAMED = "Unnamed outlet"

Carried = dict[str, list[Framing]]


def make_matrix(rows: Sequence[Framing], *, narrowed: bool) -> Matrix:
    """The matrix of these appraisals, outlets with most of them first; copies count for the outlet that ran them.

    `narrowed` says that all rows are about one topic or target: only then does it tell anything that an outlet with
    appraisals does not carry a view.
    """
    carried: Carried = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for key, claim in {outlet_key(claim.source.outlet): claim for claim in reversed(row.side.claims)}.items():
            carried[key].append(replace(row, side=Side(claim)))
            names[key].add(claim.source.outlet or UNNAMED)
    named = {min(names[key]): found for key, found in carried.items()}
    outlets = sorted(named, key=lambda name: (-len(named[name]), name))
    present = tuple(one for one in EVALUATIONS if any(row.evaluation == one for row in rows))
    lines = tuple(MatrixRow(name, _cells(named[name], present)) for name in outlets)
    return Matrix(present, lines, _find_views(named, rows) if narrowed and len(outlets) > 1 else ())


def _cells(rows: Sequence[Framing], present: Sequence[Evaluation]) -> tuple[tuple[Framing, ...], ...]:
    return tuple(tuple(row for row in rows if row.evaluation == evaluation) for evaluation in present)


def _find_views(named: Carried, rows: Sequence[Framing]) -> tuple[View, ...]:
    """Views that not every outlet carries, those of most outlets first."""
    views = {(row.body, row.evaluation): None for row in rows}
    found = (_view(body, evaluation, named) for body, evaluation in views)
    told = [view for view in found if view.not_found]
    return tuple(sorted(told, key=lambda view: (-len(view.found), view.body, EVALUATIONS.index(view.evaluation))))


def _view(body: str, evaluation: Evaluation, named: Carried) -> View:
    carrying = {
        name: [row for row in rows if (row.body, row.evaluation) == (body, evaluation)] for name, rows in named.items()
    }
    words = {row.words: None for rows in carrying.values() for row in rows}
    return View(
        body,
        evaluation,
        words=tuple(words),
        found=tuple(sorted(name for name, rows in carrying.items() if rows)),
        not_found=tuple(sorted(name for name, rows in carrying.items() if not rows)),
    )
