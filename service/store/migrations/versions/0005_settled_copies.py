"""One judgement settles all pairs of the same words: `holds` says so of each of them.

Frozen: it must do the same for ever, so it reads nothing of the schema as it is now.
"""

import hashlib
import json
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_FAR_APART_DAYS = 120

_SIDES_OF_PAIRS = """\
SELECT comparisons.id, va.published, vb.published, a.sentence_id, a.speaker, b.sentence_id, b.speaker FROM comparisons
JOIN mentions AS a ON a.claim_id = comparisons.a_claim_id JOIN versions AS va ON va.id = a.version_id
JOIN mentions AS b ON b.claim_id = comparisons.b_claim_id JOIN versions AS vb ON vb.id = b.version_id
ORDER BY va.current, vb.current, va.number, vb.number"""

_GIVEN = """\
SELECT number, pair_id, words, verdict FROM judgements WHERE verdict IS NOT NULL AND NOT EXISTS (
SELECT 1 FROM judgements AS later WHERE later.pair_id = judgements.pair_id AND later.number > judgements.number)
ORDER BY number"""

_DISMISSALS = ("false_alarm", "not_worth")


def upgrade() -> None:
    """Adds an index, names pairs that lie far apart in time anew, and lets every judgement settle its copies."""
    op.create_index(op.f("ix_judgements_words"), "judgements", ["words"], unique=False)
    _name_those_far_apart()
    if _settle():
        # Facts are made of what holds: without this mark they are all found anew.
        op.get_bind().execute(sa.text("DELETE FROM marks WHERE name = 'facts'"))


def _name_those_far_apart() -> None:
    connection = op.get_bind()
    keys: dict[str, str | None] = {}
    for row in connection.execute(sa.text(_SIDES_OF_PAIRS)):
        far = _are_far_apart(row[1], row[2])
        keys[row[0]] = _key((row[3], row[4]), (row[5], row[6])) if far else None  # the last version that says it counts
    rows = [{"id": pair_id, "words": words} for pair_id, words in keys.items() if words is not None]
    if rows:
        connection.execute(sa.text("UPDATE comparisons SET words = :words WHERE id = :id"), rows)
        connection.execute(sa.text("UPDATE judgements SET words = :words WHERE pair_id = :id"), rows)
        connection.execute(sa.text("UPDATE OR REPLACE skips SET words = :words WHERE pair_id = :id"), rows)


def _settle() -> bool:
    """Whether there was anything to settle."""
    connection = op.get_bind()
    given = connection.execute(sa.text(_GIVEN)).all()
    connection.execute(sa.text("UPDATE comparisons SET holds = relation WHERE holds IS NOT relation"))
    settle = sa.text("UPDATE comparisons SET holds = :holds WHERE id = :pair_id OR words = :words")
    for row in given:  # the newest last
        holds = None if row.verdict in _DISMISSALS else row.verdict
        connection.execute(settle, {"holds": holds, "pair_id": row.pair_id, "words": row.words})
    return bool(given)


def _are_far_apart(first: str | None, second: str | None) -> bool:
    try:
        days = [date.fromisoformat(f"{(written or '')[:10]}-01-01"[:10]) for written in (first, second)]
    except ValueError:
        return False
    return abs((days[0] - days[1]).days) > _FAR_APART_DAYS


def _key(first: tuple[int, str | None], second: tuple[int, str | None]) -> str:
    """What the store names a pair of words far apart: as the others, with a third part."""
    hashed = hashlib.sha256()
    sides = sorted(f"{sentence} {_name(speaker)}" for sentence, speaker in (first, second))
    for part in (*sides, "far apart"):
        encoded = part.encode("utf-8", "surrogatepass")
        hashed.update(len(encoded).to_bytes(8, "big") + encoded)
    return hashed.hexdigest()[:32]


def _name(speaker: str | None) -> str:
    return json.loads(speaker)["name"] if speaker else ""
