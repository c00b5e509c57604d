"""Two names for what is stored, one of the claims and one of the pairs: each is another with every change.

Frozen: it must do the same for ever, so it reads nothing of the schema as it is now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_CHANGES = {
    "state of claims": {
        "articles": "id, outlet, url, text_group",
        "versions": "id, article_id, title, published, published_other, language, origin, current",
        "mentions": "",
        "claims": "",
        "sentences": "",
    },
    # What a person says changes `holds` alone, and is read anew every time.
    "state of pairs": {
        "comparisons": "id, a_claim_id, b_claim_id, same_article, relation, confidence, withheld, one_origin, words",
    },
}
"""By the mark: the tables, and the columns of them that count; all where none is named."""


def upgrade() -> None:
    """Adds the marks, and triggers that give them a new value: no way to write to the store can pass them by."""
    for mark, tables in _CHANGES.items():
        op.execute(sa.text("INSERT INTO marks (name, value) VALUES (:mark, 'first')").bindparams(mark=mark))
        new = f"UPDATE marks SET value = lower(hex(randomblob(16))) WHERE name = '{mark}'"  # noqa: S608 - ours
        op.execute(new)
        for table, columns in tables.items():
            for event in ("INSERT", "DELETE", f"UPDATE OF {columns}" if columns else "UPDATE"):
                name = f"tr_{table}_{event.split()[0].lower()}"
                op.execute(f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {new}; END")
