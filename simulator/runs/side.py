"""The side file of a run: what belongs to the play and not to the run.

It holds the dates on which the run was begun and ended, and the minute that was reached without a
further act. It is never handed in, exported or sealed. Without it a run resumes at the minute of
its last act.
"""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from datetime import date  # noqa: TC003 (pydantic reads it)
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from simulator.runs.lines import MINUTES

if TYPE_CHECKING:
    from pathlib import Path


class Side(BaseModel):
    """What a side file says; dates only, no time of day."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    started: date | None = None
    ended: date | None = None
    minute: Annotated[int, Field(ge=0, le=MINUTES)] = 0


def side_path(run: Path) -> Path:
    """Return where the side file of a run file is."""
    return run.with_name(run.name.removesuffix(".run.jsonl") + ".side.json")


def read_side(run: Path) -> Side:
    """Return what is known about a run; an empty one where the file is missing or damaged."""
    try:
        return Side.model_validate_json(side_path(run).read_bytes())
    except (OSError, ValidationError):
        return Side()


def write_side(run: Path, side: Side) -> None:
    """Write the side file whole or not at all.

    Nothing depends on it, so a disk that is full is passed over: the journal tells the trainee.
    """
    path = side_path(run)
    draft = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}")
    record = side.model_dump(mode="json")
    try:
        draft.write_text(json.dumps(record, sort_keys=True) + "\n", encoding="utf-8")
        os.replace(draft, path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
