"""The tables of a store, in the form to which migrations/ brings it."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from service.store.columns import AnyText, Json

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Single values of the store: its epoch, the last seq of the index log."""

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("outlet", AnyText, index=True),
    Column("given_id", AnyText),
    Column("url", AnyText),
    Column("text_group", Integer, index=True),
    sqlite_autoincrement=True,
)
"""`number` gives the order in which articles came in; `text_group` is the lowest number of the copies of one text,
NULL for an article that has none."""

versions = Table(
    "versions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("title", AnyText),
    Column("author", AnyText),
    Column("published", AnyText),
    Column("published_other", AnyText),
    Column("published_key", Text, index=True),
    Column("language", AnyText, nullable=False),
    Column("origin", AnyText),
    Column("source", AnyText),
    Column("litter", Json, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("text", AnyText, nullable=False),
    UniqueConstraint("article_id", "text_hash"),
    sqlite_autoincrement=True,
)
"""`current` marks the one version of an article that finders show; `seen_at` is when it last came in as that.
`text` stands last, because SQLite has to walk through a long value to reach what lies behind it."""

untraced = Table(
    "untraced",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("version_id", ForeignKey("versions.id"), nullable=False),
)
"""Current versions whose copies have not been looked for yet; a row is put in whenever a version becomes current."""

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("print", BigInteger, primary_key=True, autoincrement=False),
    Column("article_number", ForeignKey("articles.number"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Hashes of passages of the current texts; articles that share some may be copies."""

copies = Table(
    "copies",
    metadata,
    Column("a_article_id", ForeignKey("articles.id"), primary_key=True),
    Column("b_article_id", ForeignKey("articles.id"), primary_key=True, index=True),
    Column("words", Integer, nullable=False),
    Column("share", Float, nullable=False),
    Column("whole", Boolean, nullable=False),
)
"""Pairs of articles that are copies of one text, the one that came in first as a."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("removed_at", Text, nullable=False),
)

sentences = Table(
    "sentences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text_hash", Text, nullable=False, unique=True),
    Column("text", AnyText, nullable=False),
    sqlite_autoincrement=True,
)
"""Distinct texts of claims, encoded once. An id is never used again: the index would mistake it."""

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    Column("quote", AnyText, nullable=False),
    Column("occurrence", Integer, nullable=False),
    sqlite_autoincrement=True,
)

mentions = Table(
    "mentions",
    metadata,
    Column("version_id", ForeignKey("versions.id"), primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True, index=True),
    Column("sentence_id", ForeignKey("sentences.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("before", AnyText, nullable=False),
    Column("after", AnyText, nullable=False),
    Column("speaker", Json),
    Column("stance", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("checkworthiness", Float, nullable=False),
    Column("appraisals", Json),
)
"""Where a version says a claim, and how; `appraisals` is NULL when there are none."""

vectors = Table(
    "vectors",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("sentence_id", ForeignKey("sentences.id"), primary_key=True, index=True),
    Column("vector", LargeBinary, nullable=False),
)
"""float32, little-endian."""

index_log = Table(
    "index_log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", Text, nullable=False),
    Column("op", Text, nullable=False),
    Column("sentence_id", Integer, nullable=False),
    Index(None, "fingerprint", "seq"),
)
"""What the index has to follow, in order; seq comes from `marks`, not from the database's own counter."""

comparisons = Table(
    "comparisons",
    metadata,
    Column("id", Text, primary_key=True),
    Column("a_claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("b_claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("same_article", Boolean, nullable=False),
    Column("holds", Text),
    Column("rank", Float, nullable=False),
    Column("relation", Text),
    Column("confidence", Float),
    Column("similarity", Float, nullable=False),
    Column("model", Text, nullable=False),
    Column("not_judged", AnyText),
    Column("withheld", AnyText),
    Column("one_origin", AnyText),
    Column("words", Text, nullable=False, index=True, server_default=""),
    Column("recorded_at", Text, nullable=False),
    Column("details", Json, nullable=False),
    Index(None, "holds", "rank", "id"),
    Index(None, "rank", "id"),
)
"""`holds` is `relation` as the latest judgement of the pair or of a copy leaves it, kept by `store.standing`;
`rank` sorts, the lowest first: minus the confidence, 1 for none.
`words` is equal for pairs that are copies of each other: the same two sentences of the same speakers, and both far
apart in time or both not.
`details` is what nothing is searched by, in one value because reading many small ones takes longer."""

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("pair_id", Text, nullable=False),
    Column("a_claim_id", Text, nullable=False, index=True),
    Column("b_claim_id", Text, nullable=False, index=True),
    Column("verdict", Text),
    Column("note", AnyText),
    Column("judged_by", AnyText),
    Column("judged_at", Text, nullable=False),
    Column("words", Text),
    Column("machine_relation", Text),
    Column("machine_confidence", Float),
    Column("machine_model", Text),
    Column("blind", Boolean, nullable=False, server_default=false()),
    Index(None, "pair_id", "number"),
    Index(None, "words"),
    sqlite_autoincrement=True,
)
"""The highest number of a pair, or of its words, is what holds; verdict NULL takes back what was said before.
`words` are those of the pair, so that its copies need no judgement of their own. `machine_…` is what the machine said
at that moment; `machine_model` NULL: that was not kept yet. `blind`: the reviewer did not see it.
No foreign keys: a judgement outlives the comparison that it was given on."""

skips = Table(
    "skips",
    metadata,
    Column("reviewer", AnyText, primary_key=True),
    Column("words", Text, primary_key=True),
    Column("pair_id", Text, nullable=False),
    Column("a_claim_id", Text, nullable=False),
    Column("b_claim_id", Text, nullable=False),
    Column("skipped_at", Text, nullable=False),
)
"""What a reviewer put off ("" for one without a name). It says nothing of the pair: so it is no judgement."""

jobs = Table(
    "jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("payload", Json, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Text),
    Column("error", AnyText),
    Column("outcome", Json),
    Column("recorded_at", Text, nullable=False),
    Index(None, "state", "id"),
    sqlite_autoincrement=True,
)
"""`due_at`: when a waiting job may be taken (NULL: at once), or when the lease of a running one ends."""


def _standing() -> list[Column[Any]]:
    numbers: list[Column[Any]] = [Column(name, Integer, nullable=False) for name in ("origins", "outlets", "claims")]
    return numbers + [Column(name, Boolean, nullable=False) for name in ("disputed", "changed", "withdrawn")]


facts = Table(
    "facts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("claim_id", ForeignKey("claims.id"), index=True),
    Column("formed_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("merged_into", Text, index=True),
    Column("stale", Boolean, nullable=False),
    *_standing(),
    Index(None, "ended_at", "changed_at", "id"),
    Index(None, "stale"),
    sqlite_autoincrement=True,
)
"""`claim_id` speaks for the fact; `changed_at` is when its claims or its standing last changed. `stale` asks for the
standing to be counted again. The standing is the last of `fact_standings`, here so that lists are quick."""

fact_members = Table(
    "fact_members",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("fact_id", ForeignKey("facts.id"), nullable=False),
    Column("claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("said", Boolean, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text),
    Index(None, "fact_id", "until"),
    sqlite_autoincrement=True,
)
"""Which claim belonged to which fact from `since` up to `until` (recorded times; NULL: it still does), and whether its
article said it all that time. A row is never changed but for its end, so any earlier time can be read."""

fact_standings = Table(
    "fact_standings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("fact_id", ForeignKey("facts.id"), nullable=False),
    Column("at", Text, nullable=False),
    *_standing(),
    Index(None, "fact_id", "at"),
    sqlite_autoincrement=True,
)
"""How a fact stood from `at` on, until its next row."""

fact_events = Table(
    "fact_events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("fact_id", ForeignKey("facts.id"), nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("other_id", Text, index=True),
    sqlite_autoincrement=True,
)
"""What became of a fact; `other_id` is the fact that it merged into or was split from."""
