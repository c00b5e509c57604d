"""What people say of comparisons: judgements, which override the machine until they are undone; and what they tell."""

from dataclasses import dataclass

from service.comparing.precision import TARGET, Judged, PrecisionRow, Proposal, find_rows, propose
from service.domain.comparisons import DISMISSALS, RELATIONS, Comparison, Judgement
from service.errors import BadInputError, NotFoundError
from service.flows.facts import update_facts
from service.store.comparisons import find_comparison
from service.store.judgement_history import Given, find_standing_history
from service.store.judgements import add_judgement, find_judgements, find_last_judged, undo_judgement
from service.store.opening import Connection
from service.store.skips import add_skip, find_last_skipped, remove_skip
from service.store.times import now
from service.workspace import Workspace


@dataclass(frozen=True)
class LivePrecision:
    """How right the machine was on what people judged; `unknown` are judgements of before its verdict was kept.

    The proposals are for `model`, the version that was judged last; confidences of two versions are not comparable.
    """

    rows: list[PrecisionRow]
    proposals: list[Proposal]
    target: float
    model: str | None
    judged: int
    unknown: int


def judge_comparison(  # noqa: PLR0913 - what is said, by whom, and how
    workspace: Workspace,
    comparison_id: str,
    *,
    verdict: str,
    note: str = "",
    judged_by: str | None = None,
    blind: bool = False,
) -> Comparison:
    """Records a judgement, which settles all copies of the pair too, and returns the comparison as it stands now.

    `blind`: it was given before the machine's verdict was shown. Raises BadInputError for an unknown verdict,
    NotFoundError for an unknown comparison.
    """
    known = next((v for v in (*RELATIONS, *DISMISSALS) if v == verdict), None)
    if known is None:
        raise BadInputError(f"{verdict!r} is no verdict. Give one of: {', '.join((*RELATIONS, *DISMISSALS))}.")
    with workspace.store.writing() as connection:
        find_comparison(connection, comparison_id)  # what is no longer said is not judged
        settled = add_judgement(connection, comparison_id, Judgement(known, note, judged_by, now()), blind=blind)
        remove_skip(connection, comparison_id, reviewer=judged_by)
        update_facts(workspace, connection, settled)
        return find_comparison(connection, comparison_id)


def undo(workspace: Workspace, comparison_id: str, *, undone_by: str | None = None) -> Comparison:
    """Takes the judgement of a pair and its copies back, wherever it was given; the machine's verdict holds again.

    NotFoundError for an unknown comparison.
    """
    with workspace.store.writing() as connection:
        find_comparison(connection, comparison_id)
        settled = undo_judgement(connection, comparison_id, undone_at=now(), undone_by=undone_by)
        update_facts(workspace, connection, settled)
        return find_comparison(connection, comparison_id)


def skip_comparison(workspace: Workspace, comparison_id: str, *, reviewer: str | None = None) -> Comparison:
    """Puts a pair at the end of the reviewer's own queue; nothing is said of it. NotFoundError for an unknown one."""
    with workspace.store.writing() as connection:
        add_skip(connection, comparison_id, reviewer=reviewer, skipped_at=now())
        return find_comparison(connection, comparison_id)


def undo_last(workspace: Workspace, *, reviewer: str | None = None) -> Comparison:
    """Takes back what the reviewer did last, a judgement that stands or a skip, and returns the pair.

    Once more takes back what was done before it. Raises NotFoundError when there is nothing.
    """
    with workspace.store.reading() as connection:
        judged, skipped = _find_last(connection, reviewer)
    if skipped and (judged is None or skipped[1] > judged[1]):
        with workspace.store.writing() as connection:
            remove_skip(connection, skipped[0], reviewer=reviewer)
            return find_comparison(connection, skipped[0])
    if judged is None:
        raise NotFoundError(f"Nothing is left to take back for {reviewer or 'a reviewer without a name'}.")
    return undo(workspace, judged[0], undone_by=reviewer)


def can_undo(connection: Connection, reviewer: str | None) -> bool:
    """Whether `undo_last` has anything to take back for the reviewer."""
    return any(_find_last(connection, reviewer))


def find_note_taken_back(connection: Connection, comparison_id: str, reviewer: str | None) -> str:
    """What the reviewer noted with the judgement of the pair that was taken back last; "" for none.

    So that it can be said again otherwise without typing the note once more.
    """
    given = find_judgements(connection, comparison_id)
    if len(given) < 2 or given[-1].judgement is not None:
        return ""
    last = given[-2].judgement
    return last.note if last and last.judged_by == reviewer else ""


def _find_last(connection: Connection, reviewer: str | None) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The pairs that the reviewer judged and skipped last, each with the time."""
    return find_last_judged(connection, reviewer), find_last_skipped(connection, reviewer)


def find_precision(connection: Connection, *, target: float = TARGET) -> LivePrecision:
    """Live precision by relation, model version and outlet, and a threshold for each relation.

    Copies of one pair count once, by what was said last. What the machine left without a relation does not count.
    """
    given = find_standing_history(connection)
    judged = [read for one in given if (read := _read(one))]
    model = judged[0].model if judged else None
    return LivePrecision(
        rows=find_rows(judged),
        proposals=propose(judged, model=model, target=target) if model else [],
        target=target,
        model=model,
        judged=len(judged),
        unknown=sum(one.machine is None for one in given),
    )


def _read(given: Given) -> Judged | None:
    machine, judgement = given.machine, given.judgement
    if judgement is None or machine is None or machine.relation is None or machine.confidence is None:
        return None
    outlets = frozenset(side.outlet for side in (given.a, given.b) if side.outlet)
    return Judged(
        machine.relation, machine.confidence, machine.model, judgement.verdict, blind=given.blind, outlets=outlets
    )
