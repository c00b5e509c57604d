"""Settings, from CROSSCLAIM_ environment variables and command-line options."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from service.errors import SettingsError

PREFIX = "CROSSCLAIM_"


def _read_list(given: Any) -> Any:  # noqa: ANN401 - whatever was given
    """The items of a list in words, parted by commas or as JSON; what is no string stays as it is."""
    if not isinstance(given, str):
        return given
    if not given.lstrip().startswith("["):
        return [item for part in given.split(",") if (item := part.strip())]
    try:
        return json.loads(given)
    except ValueError as error:
        raise ValueError(f'{given!r} is no list; write en, de or ["en", "de"]') from error


Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_read_list)]
"""A list that may be written as `en, de` or `["en", "de"]`."""


class Settings(BaseSettings):
    """Everything that can be set; each field is read from CROSSCLAIM_<NAME>."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    data: Path = Path("crossclaim-data")
    """Folder that holds the store and the index."""
    database: str = ""
    """SQLAlchemy URL of the store; empty means SQLite in the data folder."""
    encoder: str = "default"
    """`default`, or the name or folder of any sentence-transformers model."""
    pair_model: str = "default"
    """`default`, or the name or folder of any cross-encoder for entailment."""
    second_reader: str = ""
    """Folder of a larger pair model that reads again what may be a contradiction or an agreement; empty means none."""
    index: Literal["faiss", "exact"] = "faiss"
    """Which vector index to use."""
    neighbours: Annotated[int, Field(ge=0)] = 10
    """How many distinct sentences of other articles, the nearest, a claim is compared with."""
    min_nearness: float = 0.305
    """Sentences less near than this are not compared; the mean of the similarity and of the words in common."""
    shown_from: float = 0.4
    """Least confidence at which reports and queries show a pair under its relation; the store keeps the others too."""
    contradictions_from: float = 0.25
    """The same for contradictions: so few pairs are one that no pair is probably one, and people want to see them."""
    languages: Annotated[Names, Field(min_length=1)] = ("en",)
    """Languages (ISO 639-1) that the pair model knows; others are stored and found, not judged."""
    job_attempts: Annotated[int, Field(ge=1)] = 3
    """A job that failed this often is set aside with its reason."""
    job_lease_seconds: Annotated[int, Field(ge=1)] = 30
    """A job of a worker that vanished is taken again after this long; a worker that lives renews its lease."""

    allowed_hosts: Names = ()
    """Names that `serve` answers to beside localhost, its `--host` and any address; `*`: all."""

    @property
    def database_url(self) -> str:
        """The store's SQLAlchemy URL."""
        return self.database or f"sqlite:///{self.data / 'crossclaim.db'}"

    def least_confidence(self, relation: str) -> float:
        """From which confidence on a pair of this relation is shown as such."""
        return self.contradictions_from if relation == "contradicts" else self.shown_from

    @property
    def index_folder(self) -> Path:
        """Where snapshots of the index lie."""
        return self.data / "index"


def load_settings(**given: Any) -> Settings:  # noqa: ANN401 - any field of Settings
    """Settings from the environment, overridden by what is given; raises SettingsError naming what is wrong."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        wrong = "; ".join(f"{PREFIX}{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise SettingsError(f"The settings cannot be used: {wrong}. Set it anew, or leave it out.") from error
