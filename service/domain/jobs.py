"""Jobs: work that was promised and will be done, also after a restart."""

from dataclasses import dataclass
from typing import Any, Literal

JobKind = Literal["ingest", "compare"]
JobState = Literal["waiting", "running", "done", "quarantined"]


@dataclass(frozen=True)
class Job:
    """One piece of work; `error` is the reason of the last failure, `outcome` what a finished job left."""

    id: int
    kind: JobKind
    payload: dict[str, Any]
    state: JobState
    attempts: int
    error: str | None = None
    outcome: dict[str, Any] | None = None

    @property
    def following(self) -> int | None:
        """The id of the job that compares what this one read; None until it is done, and where nothing follows."""
        return (self.outcome or {}).get("compare_job")
