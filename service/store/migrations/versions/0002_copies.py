"""Copies of one text, found by fingerprints; and finished jobs no longer keep the text of their article.

Frozen: it must make the same tables for ever, so it reads nothing of the schema as it is now.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables, asks for all copies to be looked for, and empties finished jobs."""
    op.add_column("articles", sa.Column("text_group", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_articles_text_group"), "articles", ["text_group"], unique=False)
    op.create_table(
        "untraced",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("version_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_untraced_article_id")),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_untraced_version_id")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_untraced")),
    )
    op.create_table(
        "fingerprints",
        sa.Column("print", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_fingerprints_article_number")),
        sa.PrimaryKeyConstraint("print", "article_number", name=op.f("pk_fingerprints")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_fingerprints_article_number"), "fingerprints", ["article_number"], unique=False)
    op.create_table(
        "copies",
        sa.Column("a_article_id", sa.Text(), nullable=False),
        sa.Column("b_article_id", sa.Text(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["a_article_id"], ["articles.id"], name=op.f("fk_copies_a_article_id")),
        sa.ForeignKeyConstraint(["b_article_id"], ["articles.id"], name=op.f("fk_copies_b_article_id")),
        sa.PrimaryKeyConstraint("a_article_id", "b_article_id", name=op.f("pk_copies")),
    )
    op.create_index(op.f("ix_copies_b_article_id"), "copies", ["b_article_id"], unique=False)
    op.execute("INSERT INTO untraced (article_id, version_id) SELECT article_id, id FROM versions WHERE current")
    _empty_finished_jobs()


def _empty_finished_jobs() -> None:
    jobs = sa.table("jobs", sa.column("id"), sa.column("state"), sa.column("payload"))
    connection = op.get_bind()
    done = sa.select(jobs.c.id).where(jobs.c.state == "done")
    for number in connection.scalars(done).all():
        this = jobs.c.id == number
        payload = json.loads(connection.scalar(sa.select(jobs.c.payload).where(this)) or "{}")
        if payload.pop("article", None) is not None:
            written = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
            connection.execute(sa.update(jobs).where(this).values(payload=written))
