"""A snapshot comes back as saved, in any backend, or is refused with a sentence; a crash harms nothing."""

import json
import os
import subprocess
import sys
import time
import zipfile

import numpy as np
import pytest

from index import durable, snapshots
from index.backends import BACKENDS, open_index
from index.base import SnapshotMismatchError, SnapshotMissingError, VectorIndexError
from index.snapshots import load_snapshot, save_snapshot

IDS = np.array([2**62, 3, 0], dtype=np.int64)
VECTORS = np.array([[0.6, 0.8], [1, 0], [0, -1]], dtype=np.float32)


def filled(backend="exact", count=3):
    index = open_index(backend, 2)
    index.add(IDS[:count], VECTORS[:count])
    return index


def load(folder, fingerprint="weights-1", backend="exact"):
    return load_snapshot(folder, fingerprint=fingerprint, backend=backend)


def data_file(folder):
    (path,) = folder.glob("*.npz")
    return path


@pytest.fixture
def folder(tmp_path):
    """A saved snapshot at watermark 41."""
    save_snapshot(filled(), tmp_path / "index", fingerprint="weights-1", watermark=41)
    return tmp_path / "index"


@pytest.mark.parametrize("saved_by", sorted(BACKENDS))
@pytest.mark.parametrize("loaded_by", sorted(BACKENDS))
def test_any_backend_loads_what_any_has_saved(tmp_path, saved_by, loaded_by):
    save_snapshot(filled(saved_by), tmp_path, fingerprint="ü", watermark=2**62)
    index, watermark = load(tmp_path, "ü", loaded_by)
    assert type(index).__name__ == BACKENDS[loaded_by].name
    assert (watermark, index.ids.tolist()) == (2**62, [0, 3, 2**62])
    assert index.vectors(IDS).tolist() == VECTORS.tolist()
    assert index.search(VECTORS[1:2], 2).ids.tolist() == [[3, 2**62]]


def test_an_empty_index_comes_back(tmp_path):
    save_snapshot(open_index("faiss", 384), tmp_path, fingerprint="f", watermark=0)
    index, watermark = load(tmp_path, "f", "faiss")
    assert (len(index), index.dimension, watermark) == (0, 384, 0)


def test_the_manifest_says_what_there_is(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    sha256 = manifest.pop("sha256")
    assert manifest == {
        "format": 1,
        "fingerprint": "weights-1",
        "watermark": 41,
        "dimension": 2,
        "count": 3,
        "data": data_file(folder).name,
    }
    assert len(sha256) == 64


def test_saving_again_leaves_one_snapshot(folder):
    save_snapshot(filled(count=1), folder, fingerprint="weights-2", watermark=42)
    index, watermark = load(folder, "weights-2")
    assert (index.ids.tolist(), watermark, len(list(folder.iterdir()))) == ([2**62], 42, 2)


def test_nothing_saved_yet_is_told_from_damage(tmp_path):
    with pytest.raises(SnapshotMissingError, match="rebuild the index"):
        load(tmp_path / "never")


def test_another_fingerprint_is_refused(folder):
    with pytest.raises(SnapshotMismatchError, match=r"'weights-1', not 'weights-2'.*rebuild the index"):
        load(folder, "weights-2")


def test_an_unknown_backend_is_no_reason_to_rebuild(folder):
    with pytest.raises(VectorIndexError, match="choose one of") as caught:
        load(folder, backend="milvus")
    assert not isinstance(caught.value, SnapshotMismatchError)


def cut(folder):
    os.truncate(data_file(folder), data_file(folder).stat().st_size - 1)


def empty(folder):
    os.truncate(data_file(folder), 0)


def flip(folder):
    content = bytearray(data_file(folder).read_bytes())
    content[len(content) // 2] ^= 1
    data_file(folder).write_bytes(content)


def lose(folder):
    data_file(folder).unlink()


def cut_manifest(folder):
    os.truncate(folder / "manifest.json", 60)


def manifest_with(**changes):
    def change(folder):
        path = folder / "manifest.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | changes))

    return change


DAMAGE = [
    (cut, "damaged or cut short"),
    (empty, "damaged or cut short"),
    (flip, "damaged or cut short"),
    (lose, "cannot be read"),
    (cut_manifest, "is damaged"),
    (manifest_with(format=2), "has format 2, not 1"),
    (manifest_with(watermark="41"), "a field is missing or wrong"),
    (manifest_with(more=1), "a field is missing or wrong"),
    (manifest_with(data="../vectors.npz"), "a field is missing or wrong"),
    (manifest_with(count=4), "does not hold what its manifest says"),
    (manifest_with(dimension=3), "does not hold what its manifest says"),
    (lambda folder: (folder / "manifest.json").write_text("[]"), "has format None"),
    (lambda folder: (folder / "manifest.json").write_bytes(b"\xff\xfe"), "is damaged"),
]


@pytest.mark.parametrize(("damage", "message"), DAMAGE)
def test_damage_is_refused_and_saving_again_mends_it(folder, damage, message):
    damage(folder)
    with pytest.raises(SnapshotMismatchError, match=f"{message}.*rebuild the index") as caught:
        load(folder)
    assert not isinstance(caught.value, SnapshotMissingError)
    save_snapshot(filled(), folder, fingerprint="weights-1", watermark=50)
    assert load(folder)[1] == 50


def rewrite(folder, fill):
    """Puts other content under the data file, with a manifest that vouches for it."""
    sha256 = durable.write_whole(data_file(folder), fill)
    manifest_with(sha256=sha256)(folder)


class Explosive:
    def __reduce__(self):
        return (os.abort, ())


def test_pickles_are_never_opened(folder):
    objects = np.array([Explosive()] * 3, dtype=object)
    rewrite(folder, lambda file: np.savez(file, ids=objects, vectors=VECTORS))
    with pytest.raises(SnapshotMismatchError, match=r"does not hold ids and vectors.*rebuild"):
        load(folder)


def test_an_archive_of_something_else_is_refused(folder):
    def fill(file):
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("other", b"")

    for other in (fill, lambda file: file.write(b"no archive"), lambda file: np.save(file, VECTORS)):
        rewrite(folder, other)
        with pytest.raises(SnapshotMismatchError, match=r"does not hold ids and vectors.*rebuild"):
            load(folder)


KILLED = """
import os, sys
from pathlib import Path
import numpy as np
from index import durable, snapshots
from index.exact import ExactIndex

left, real = int(sys.argv[2]), {name: getattr(os, name) for name in ("fsync", "replace")}
def step(name):
    def call(*arguments):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return real[name](*arguments)
    return call
os.fsync, os.replace = step("fsync"), step("replace")
Path.replace = lambda self, target: os.replace(self, target)
index = ExactIndex(2)
index.add(np.array([7]), np.array([[1, 0]], dtype=np.float32))
snapshots.save_snapshot(index, Path(sys.argv[1]), fingerprint="weights-1", watermark=42)
"""


@pytest.mark.parametrize("steps", range(7))  # sync, rename, sync of the folder: of the data, then of the manifest
def test_killed_at_any_step_the_old_or_the_new_is_there(folder, steps):
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(steps)], check=False)
    index, watermark = load(folder)
    assert done.returncode == (0 if steps == 6 else 9)
    assert (index.ids.tolist(), watermark) == (([7], 42) if steps >= 5 else ([0, 3, 2**62], 41))


def test_litter_of_a_crash_is_cleared_once_it_is_old(folder):
    old, young = folder / "vectors-aa.npz.bb.tmp", folder / "vectors-cc.npz"
    for path in (old, young, folder / "manifest.json.dd.tmp", folder / "notes.txt"):
        path.write_text("unfinished")
        if path != young:
            os.utime(path, (time.time() - 7200,) * 2)
    assert load(folder)[1] == 41
    save_snapshot(filled(), folder, fingerprint="weights-1", watermark=42)
    names = {path.name for path in folder.iterdir()}
    assert names == {
        "manifest.json",
        "notes.txt",
        young.name,
        json.loads((folder / "manifest.json").read_text())["data"],
    }


def test_a_failed_save_leaves_the_old_one_and_no_litter(folder, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(snapshots.np, "savez", full)
    with pytest.raises(VectorIndexError, match=r"No space left.*is as it was: make room"):
        save_snapshot(filled(count=1), folder, fingerprint="weights-1", watermark=42)
    assert (load(folder)[1], len(list(folder.iterdir()))) == (41, 2)


def test_saved_by_another_process_between_the_two_reads(folder, monkeypatch):
    read, saved = snapshots.read_manifest, []

    def read_then_save(content, path):
        manifest = read(content, path)
        if not saved:
            saved.append(True)
            save_snapshot(filled(count=1), folder, fingerprint="weights-1", watermark=42)
        return manifest

    monkeypatch.setattr(snapshots, "read_manifest", read_then_save)
    index, watermark = load(folder)
    assert (index.ids.tolist(), watermark) == ([2**62], 42)
