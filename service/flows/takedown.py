"""Takes an article out: text, claims, comparisons, vectors and jobs go, and only a tombstone stays."""

from service.flows.facts import update_facts
from service.flows.reindex import catch_up, save_index
from service.store.articles import remove_article
from service.store.fact_links import find_joined_claims
from service.store.times import now
from service.store.traces import Traces, count_traces
from service.workspace import Workspace


def take_down(workspace: Workspace, article_id: str) -> Traces:
    """Removes the article from the store, and its vectors from the index and its snapshot. Returns what went with it.

    What people said of its claims goes too: words and notes of a judgement would keep what was to be removed.
    Raises NotFoundError when there is no such article.
    """
    with workspace.store.writing() as connection:
        gone = count_traces(connection, article_id)
        joined = find_joined_claims(connection, article_id)
        settled = remove_article(connection, article_id, removed_at=now())
        update_facts(workspace, connection, joined | settled)
    catch_up(workspace)
    save_index(workspace)
    return gone
