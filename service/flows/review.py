"""What people say of comparisons: judgements, which override the machine until they are undone."""

from service.domain.comparisons import DISMISSALS, RELATIONS, Comparison, Judgement
from service.errors import BadInputError
from service.flows.facts import update_facts
from service.store.comparisons import find_comparison
from service.store.judgements import add_judgement, undo_judgement
from service.store.times import now
from service.workspace import Workspace


def judge_comparison(
    workspace: Workspace, comparison_id: str, *, verdict: str, note: str = "", judged_by: str | None = None
) -> Comparison:
    """Records a judgement and returns the comparison as it stands now.

    Raises BadInputError for an unknown verdict, NotFoundError for an unknown comparison.
    """
    known = next((v for v in (*RELATIONS, *DISMISSALS) if v == verdict), None)
    if known is None:
        raise BadInputError(f"{verdict!r} is no verdict. Give one of: {', '.join((*RELATIONS, *DISMISSALS))}.")
    with workspace.store.writing() as connection:
        found = find_comparison(connection, comparison_id)
        add_judgement(connection, comparison_id, Judgement(known, note, judged_by, now()))
        update_facts(workspace, connection, (found.a.id, found.b.id))
        return find_comparison(connection, comparison_id)


def undo(workspace: Workspace, comparison_id: str) -> Comparison:
    """Takes the last judgement back; the machine's verdict holds again. NotFoundError for an unknown comparison."""
    with workspace.store.writing() as connection:
        found = find_comparison(connection, comparison_id)
        undo_judgement(connection, comparison_id, undone_at=now())
        update_facts(workspace, connection, (found.a.id, found.b.id))
        return find_comparison(connection, comparison_id)
