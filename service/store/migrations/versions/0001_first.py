"""The first form of the store.

Frozen: it must make the same tables for ever, so it reads nothing of the schema as it is now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes all tables."""
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("given_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_articles_outlet"), "articles", ["outlet"], unique=False)
    op.create_table(
        "index_log",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("sentence_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_index_log")),
    )
    op.create_index(op.f("ix_index_log_fingerprint_seq"), "index_log", ["fingerprint", "seq"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_jobs_state_id"), "jobs", ["state", "id"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("pair_id", sa.Text(), nullable=False),
        sa.Column("a_claim_id", sa.Text(), nullable=False),
        sa.Column("b_claim_id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("judged_by", sa.Text(), nullable=True),
        sa.Column("judged_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_judgements_a_claim_id"), "judgements", ["a_claim_id"], unique=False)
    op.create_index(op.f("ix_judgements_b_claim_id"), "judgements", ["b_claim_id"], unique=False)
    op.create_index(op.f("ix_judgements_pair_id_number"), "judgements", ["pair_id", "number"], unique=False)
    op.create_table(
        "marks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
    )
    op.create_table(
        "sentences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentences")),
        sa.UniqueConstraint("text_hash", name=op.f("uq_sentences_text_hash")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "tombstones",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_tombstones")),
    )
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_claims_article_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claims")),
        sa.UniqueConstraint("id", name=op.f("uq_claims_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_claims_article_id"), "claims", ["article_id"], unique=False)
    op.create_table(
        "vectors",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("sentence_id", sa.Integer(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentences.id"], name=op.f("fk_vectors_sentence_id")),
        sa.PrimaryKeyConstraint("fingerprint", "sentence_id", name=op.f("pk_vectors")),
    )
    op.create_index(op.f("ix_vectors_sentence_id"), "vectors", ["sentence_id"], unique=False)
    op.create_table(
        "versions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_other", sa.Text(), nullable=True),
        sa.Column("published_key", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("litter", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_versions_article_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_versions")),
        sa.UniqueConstraint("article_id", "text_hash", name=op.f("uq_versions_article_id_text_hash")),
        sa.UniqueConstraint("id", name=op.f("uq_versions_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_versions_published_key"), "versions", ["published_key"], unique=False)
    op.create_table(
        "comparisons",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("a_claim_id", sa.Text(), nullable=False),
        sa.Column("b_claim_id", sa.Text(), nullable=False),
        sa.Column("same_article", sa.Boolean(), nullable=False),
        sa.Column("holds", sa.Text(), nullable=True),
        sa.Column("rank", sa.Float(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("not_judged", sa.Text(), nullable=True),
        sa.Column("withheld", sa.Text(), nullable=True),
        sa.Column("one_origin", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["a_claim_id"], ["claims.id"], name=op.f("fk_comparisons_a_claim_id")),
        sa.ForeignKeyConstraint(["b_claim_id"], ["claims.id"], name=op.f("fk_comparisons_b_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparisons")),
    )
    op.create_index(op.f("ix_comparisons_a_claim_id"), "comparisons", ["a_claim_id"], unique=False)
    op.create_index(op.f("ix_comparisons_b_claim_id"), "comparisons", ["b_claim_id"], unique=False)
    op.create_index(op.f("ix_comparisons_holds_rank_id"), "comparisons", ["holds", "rank", "id"], unique=False)
    op.create_index(op.f("ix_comparisons_rank_id"), "comparisons", ["rank", "id"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("version_id", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("sentence_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("checkworthiness", sa.Float(), nullable=False),
        sa.Column("appraisals", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_mentions_claim_id")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentences.id"], name=op.f("fk_mentions_sentence_id")),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_mentions_version_id")),
        sa.PrimaryKeyConstraint("version_id", "claim_id", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_claim_id"), "mentions", ["claim_id"], unique=False)
    op.create_index(op.f("ix_mentions_sentence_id"), "mentions", ["sentence_id"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE claim_words USING fts5(title, quote, tokenize = 'porter unicode61')")
