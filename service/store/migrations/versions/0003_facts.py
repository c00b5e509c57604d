"""Facts: groups of claims that say the same thing, their members and standing over time, and what became of them.

Frozen: it must make the same tables for ever, so it reads nothing of the schema as it is now. The facts of what was
compared before are found by the flow that rebuilds them: it reads the mark `facts`, which no store has yet.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables, empty."""
    _add_facts()
    _add_members()
    op.create_table(
        "fact_standings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        *_standing(),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_fact_standings_fact_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_fact_standings")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_fact_standings_fact_id_at"), "fact_standings", ["fact_id", "at"], unique=False)
    op.create_table(
        "fact_events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("other_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_fact_events_fact_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_fact_events")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_fact_events_fact_id"), "fact_events", ["fact_id"], unique=False)
    op.create_index(op.f("ix_fact_events_other_id"), "fact_events", ["other_id"], unique=False)


def _add_facts() -> None:
    op.create_table(
        "facts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=True),
        sa.Column("formed_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("stale", sa.Boolean(), nullable=False),
        *_standing(),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_facts_claim_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_facts")),
        sa.UniqueConstraint("id", name=op.f("uq_facts_id")),
        sqlite_autoincrement=True,
    )
    in_order = ["ended_at", "changed_at", "id"]
    op.create_index(op.f("ix_facts_ended_at_changed_at_id"), "facts", in_order, unique=False)
    for name in ("claim_id", "merged_into", "stale"):
        op.create_index(op.f(f"ix_facts_{name}"), "facts", [name], unique=False)


def _add_members() -> None:
    op.create_table(
        "fact_members",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("said", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_fact_members_fact_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_fact_members_claim_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_fact_members")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_fact_members_claim_id"), "fact_members", ["claim_id"], unique=False)
    op.create_index(op.f("ix_fact_members_fact_id_until"), "fact_members", ["fact_id", "until"], unique=False)


def _standing() -> list[sa.Column[int] | sa.Column[bool]]:
    numbers = [sa.Column(name, sa.Integer(), nullable=False) for name in ("origins", "outlets", "claims")]
    flags: list[sa.Column[int] | sa.Column[bool]] = [
        sa.Column(name, sa.Boolean(), nullable=False) for name in ("disputed", "changed", "withdrawn")
    ]
    return [*numbers, *flags]
