"""The workspace: the one place that builds the store, the index and the models from settings."""

import logging
import threading
from functools import cached_property
from types import TracebackType
from typing import Self

from index.backends import open_index
from index.base import SnapshotMismatchError, SnapshotMissingError, VectorIndex, VectorIndexError
from index.snapshots import load_snapshot
from models.backends import load_encoder, load_pair_model
from models.base import Encoder, ModelError, PairModel
from service.errors import SettingsError
from service.settings import Settings
from service.store.opening import Store, open_store

log = logging.getLogger("crossclaim.workspace")


class LiveIndex:
    """The vector index in memory with its watermark: the last log entry that it holds. Hold `lock` to use it."""

    def __init__(self, index: VectorIndex, fingerprint: str, watermark: int) -> None:
        self.index = index
        self.fingerprint = fingerprint
        self.watermark = watermark
        self.lock = threading.RLock()


class Workspace:
    """Store, index and models of one data folder; each is built when it is first used. Close it after use."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._building = threading.RLock()

    @cached_property
    def store(self) -> Store:
        """The source of truth; created and migrated when it is not there yet."""
        return open_store(self.settings.database_url)

    @property
    def encoder(self) -> Encoder:
        """The sentence encoder. Takes seconds the first time."""
        with self._building:
            return self._encoder

    @property
    def pair_model(self) -> PairModel:
        """The pair model."""
        with self._building:
            return self._pair_model

    @property
    def live_index(self) -> LiveIndex:
        """The index as the last snapshot left it, or an empty one; flows.reindex brings it up to date."""
        with self._building:
            return self._live_index

    @cached_property
    def _encoder(self) -> Encoder:
        try:
            return load_encoder(self.settings.encoder)
        except ModelError as error:
            raise SettingsError(str(error)) from error

    @cached_property
    def _pair_model(self) -> PairModel:
        try:
            return load_pair_model(self.settings.pair_model, self.settings.second_reader)
        except ModelError as error:
            raise SettingsError(str(error)) from error

    @cached_property
    def _live_index(self) -> LiveIndex:
        fingerprint = f"{self.encoder.fingerprint}/{self.encoder.dimension}/{self.store.epoch}"
        try:
            index, watermark = load_snapshot(
                self.settings.index_folder, fingerprint=fingerprint, backend=self.settings.index
            )
        except SnapshotMismatchError as error:
            # The log holds every vector: what cannot be loaded is built again from nothing.
            if not isinstance(error, SnapshotMissingError):
                log.warning("The index is built again from the store: %s", error)
            index, watermark = open_index(self.settings.index, self.encoder.dimension), 0
        except VectorIndexError as error:
            raise SettingsError(str(error)) from error
        return LiveIndex(index, fingerprint, watermark)

    @property
    def loaded(self) -> frozenset[str]:
        """Which of encoder, pair_model and live_index are there by now; asking loads none of them."""
        return frozenset(name for name in ("encoder", "pair_model", "live_index") if f"_{name}" in self.__dict__)

    def close(self) -> None:
        """Closes the store, if it was opened."""
        if "store" in self.__dict__:
            self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
