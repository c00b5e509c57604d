"""The commands that show how texts differ: changes of an article, copies of it."""

import json
from argparse import Namespace
from collections.abc import Mapping

from service.cli.commands import open_workspace
from service.cli.differences import write_changes, write_copies
from service.flows.changes import find_changes, find_edited_copies
from service.store.addresses import find_named_article
from service.store.articles import find_article, find_text
from service.store.copies import find_group
from service.web.forms import changes_form, copies_form


def print_changes(options: Namespace) -> int:
    """Prints what changed between two versions of an article: its words, and what became of its claims."""
    with open_workspace(options) as workspace, workspace.store.reading() as connection:
        article_id = find_named_article(connection, options.article)
        changes = find_changes(connection, article_id, earlier=options.earlier, later=options.later)
        if options.json:
            return _print_json(changes_form(article_id, changes))
        print(write_changes(find_article(connection, article_id), changes, find_text(connection, changes.later.id)))
    return 0


def print_copies(options: Namespace) -> int:
    """Prints the articles that are copies of one, whole or in part, with what was edited."""
    with open_workspace(options) as workspace, workspace.store.reading() as connection:
        article_id = find_named_article(connection, options.article)
        copies, group = find_edited_copies(connection, article_id), find_group(connection, article_id)
        if options.json:
            return _print_json(copies_form(copies, group))
        others = [find_article(connection, other) for other in group]
        print(write_copies(find_article(connection, article_id), copies, others))
    return 0


def _print_json(form: Mapping[str, object]) -> int:
    print(json.dumps(form, ensure_ascii=False, indent=2))
    return 0
