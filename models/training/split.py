"""Holds rows out so that no event lies on both sides: pairs that share an article or a group stay together."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

Row = dict[str, Any]


def split_rows(rows: Sequence[Row], held_out: float) -> tuple[list[Row], list[Row]]:
    """The rows to train on, and about the share `held_out` of the rest; the same split on every call."""
    leaders = find_events(rows)
    kept: list[Row] = []
    held: list[Row] = []
    for row, leader in zip(rows, leaders, strict=True):
        (held if _draw(leader) < held_out else kept).append(row)
    return kept, held


def find_events(rows: Sequence[Row]) -> list[str]:
    """For each row the name of its event: rows that share a key, directly or over others, share the name."""
    parents: dict[str, str] = {}

    def leader(key: str) -> str:
        parents.setdefault(key, key)
        while parents[key] != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    firsts = []
    for row in rows:
        keys = list(_keys(row))
        for key in keys[1:]:
            parents[leader(key)] = leader(keys[0])
        firsts.append(keys[0])
    return [leader(key) for key in firsts]


def _keys(row: Row) -> Iterator[str]:
    """What ties a row to others: its group, else the articles of its sides, else nothing but itself."""
    if row.get("group"):
        yield f"group {row['group']}"
        return
    titles = [f"title {row[side]['title']}" for side in ("a", "b") if row[side].get("title")]
    yield from titles or [f"row {row['id']}"]


def _draw(name: str) -> float:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") / 2**32
