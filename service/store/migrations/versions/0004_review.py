"""What a judgement was given on, what the machine said then, and what reviewers put off.

Frozen: it must make the same tables for ever, so it reads nothing of the schema as it is now.
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_WORDS_OF_PAIRS = """\
SELECT comparisons.id, a.sentence_id, a.speaker, b.sentence_id, b.speaker FROM comparisons
JOIN mentions AS a ON a.claim_id = comparisons.a_claim_id JOIN versions AS va ON va.id = a.version_id
JOIN mentions AS b ON b.claim_id = comparisons.b_claim_id JOIN versions AS vb ON vb.id = b.version_id
ORDER BY va.current, vb.current, va.number, vb.number"""


def upgrade() -> None:
    """Adds the columns and the table, and says of every pair which words it is of."""
    op.add_column("comparisons", sa.Column("words", sa.Text(), server_default="", nullable=False))
    op.create_index(op.f("ix_comparisons_words"), "comparisons", ["words"], unique=False)
    op.add_column("judgements", sa.Column("words", sa.Text(), nullable=True))
    op.add_column("judgements", sa.Column("machine_relation", sa.Text(), nullable=True))
    op.add_column("judgements", sa.Column("machine_confidence", sa.Float(), nullable=True))
    op.add_column("judgements", sa.Column("machine_model", sa.Text(), nullable=True))
    op.add_column("judgements", sa.Column("blind", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "skips",
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("pair_id", sa.Text(), nullable=False),
        sa.Column("a_claim_id", sa.Text(), nullable=False),
        sa.Column("b_claim_id", sa.Text(), nullable=False),
        sa.Column("skipped_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reviewer", "words", name=op.f("pk_skips")),
    )
    _name_words()


def _name_words() -> None:
    connection = op.get_bind()
    keys = {row[0]: _key((row[1], row[2]), (row[3], row[4])) for row in connection.execute(sa.text(_WORDS_OF_PAIRS))}
    rows = [{"id": pair_id, "words": words} for pair_id, words in keys.items()]
    if rows:
        connection.execute(sa.text("UPDATE comparisons SET words = :words WHERE id = :id"), rows)
    connection.execute(sa.text("UPDATE comparisons SET words = id WHERE words = ''"))
    known = "(SELECT words FROM comparisons WHERE comparisons.id = judgements.pair_id)"
    connection.execute(sa.text(f"UPDATE judgements SET words = {known}"))  # noqa: S608 - nothing comes from outside


def _key(first: tuple[int, str | None], second: tuple[int, str | None]) -> str:
    """What the store names a pair of words: a digest of sentence and speaker of both sides, in either order."""
    hashed = hashlib.sha256()
    for part in sorted(f"{sentence} {_name(speaker)}" for sentence, speaker in (first, second)):
        encoded = part.encode("utf-8", "surrogatepass")
        hashed.update(len(encoded).to_bytes(8, "big") + encoded)
    return hashed.hexdigest()[:32]


def _name(speaker: str | None) -> str:
    return json.loads(speaker)["name"] if speaker else ""
