"""Holds rows out so that no group lies on both sides, nor any sentence.

Pairs without a group stay together where they share an article. Mined news is grouped by day, since over shared
articles all of it is one event: so a story may go on from a day that is trained on to one that is held out.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

Row = dict[str, Any]


def split_rows(rows: Sequence[Row], held_out: float) -> tuple[list[Row], list[Row]]:
    """The rows to train on, and those that are held out; the same split on every call.

    About the share `held_out` of the groups is kept from training. Of their rows those that have a sentence in common
    with what is trained on are in neither.
    """
    kept: list[Row] = []
    held: list[Row] = []
    for row, leader in zip(rows, find_events(rows), strict=True):
        (held if _draw(leader) < held_out else kept).append(row)
    known = {row[side]["text"] for row in kept for side in ("a", "b")}
    return kept, [row for row in held if row["a"]["text"] not in known and row["b"]["text"] not in known]


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
    """What ties a row to others: its group, else the articles of its sides, else nothing but its words."""
    if row.get("group"):
        yield f"group {row['group']}"
        return
    titles = [f"title {row[side]['title']}" for side in ("a", "b") if row[side].get("title")]
    yield from titles or [f"row {row.get('id') or (row['a']['text'], row['b']['text'])}"]


def _draw(name: str) -> float:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") / 2**32
