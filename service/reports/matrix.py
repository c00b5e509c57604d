"""The matrix of framings: outlets by evaluation, and the views that some outlets carry and others do not."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
            carried[key].append(replace(row, side=Side(claim)) if row.side.copies else row)
            names[key].add(claim.source.outlet or UNNAMED)
    named = {min(names[key]): found for key, found in carried.items()}
    outlets = sorted(named, key=lambda name: (-len(named[name]), name))
    met = {row.evaluation for row in rows}
    present = tuple(one for one in EVALUATIONS if one in met)
    lines = tuple(MatrixRow(name, _cells(named[name], present)) for name in outlets)
    return Matrix(present, lines, _find_views(named) if narrowed and len(outlets) > 1 else ())


def _cells(rows: Sequence[Framing], present: Sequence[Evaluation]) -> tuple[tuple[Framing, ...], ...]:
    cells: dict[Evaluation, list[Framing]] = defaultdict(list)
    for row in rows:
        cells[row.evaluation].append(row)
    return tuple(tuple(cells[evaluation]) for evaluation in present)


def _find_views(named: Carried) -> tuple[View, ...]:
    """Views that not every outlet carries, those of most outlets first."""
    carrying: dict[tuple[str, Evaluation], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, rows in named.items():
        for row in rows:
            carrying[row.body, row.evaluation][name].append(row.words)
    views = (_view(body, how, said, named) for (body, how), said in carrying.items() if len(said) < len(named))
    return tuple(sorted(views, key=lambda view: (-len(view.found), view.body, EVALUATIONS.index(view.evaluation))))


def _view(body: str, evaluation: Evaluation, said: Mapping[str, Sequence[str]], named: Carried) -> View:
    """The view of these outlets, with the words of each."""
    words = dict.fromkeys(word for some in said.values() for word in some)
    absent = sorted(name for name in named if name not in said)
    return View(body, evaluation, words=tuple(words), found=tuple(sorted(said)), not_found=tuple(absent))
