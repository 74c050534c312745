r"""The lines of a run file: their models, their one canonical text, and the chain between them.

A line is one JSON object with sorted keys and no spaces, in UTF-8, ended by `\n`. A chained line
carries `prev`, the BLAKE2b-128 of the chained line before it (without its line end); the first has
zeros. Lines of the log are not chained: the seal holds their digest.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from simulator.engine.acts.base import Given
from simulator.engine.acts.shapes import AnyAct  # noqa: TC001 (pydantic reads it)
from simulator.engine.log import LogEntry, canonical
from simulator.runs.acts_json import LONGEST, ActSchema

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT: Literal[1] = 1
"""The format that is written. An older one is raised by the steps in `upgrade.py`."""

FIRST = "0" * 32
"""`prev` of a file's first line."""

MINUTES = 60 * 24 * 28
"""No shift is longer: four weeks, in minutes."""
SEEDS = 2**63 - 1
"""The largest seed and the largest luck: what a database column of whole numbers holds."""

Record = dict[str, Any]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{8,128}$")]
Link = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
RunId = Annotated[
    str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
]
Name = Annotated[str, Field(pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]{0,63})?$")]
"""A trainee's or a cohort's id: never a name, a space or an e-mail address; "" for none."""
Minute = Annotated[int, Field(ge=0, le=MINUTES)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Words = Annotated[str, Field(max_length=LONGEST)]
Label = Annotated[str, Field(max_length=200)]

Mode = Literal["practice", "assessment"]
Source = Literal["person", "script"]
"""Whether the acts came from a person or from a script."""


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class Named(_Part):
    """A scenario or a rubric, as it was when the run was played."""

    id: Label
    version: Label
    hash: Hash


class RulesRef(_Part):
    """Which rules: the epoch, and the hash of the table of numbers."""

    epoch: Annotated[int, Field(ge=1, le=1_000_000)]
    hash: Hash


class Parent(_Part):
    """The run that this one was forked from, and the minute."""

    run: RunId
    at: Minute


class RunLine(_Part):
    """The first line: which shift this is."""

    line: Literal["run"] = "run"
    format: Literal[1] = FORMAT
    run: RunId
    scenario: Named
    rubric: Named
    rules: RulesRef
    seed: Annotated[int, Field(ge=0, le=SEEDS)]
    luck: Annotated[int, Field(ge=0, le=SEEDS)]
    mode: Mode
    by: Source
    trainee: Name
    cohort: Name
    parent: Parent | None
    program: Label
    prev: Link


class TextLine(_Part):
    """A source that the scenario loader read, in full."""

    line: Literal["text"] = "text"
    name: Label
    text: str
    prev: Link


class RulesLine(_Part):
    """The numbers of the world, in full. Read by `acts_json.rules_from` where they are needed."""

    line: Literal["rules"] = "rules"
    table: dict[str, Any]
    prev: Link


class ActLine(_Part):
    """An act as it was given."""

    line: Literal["act"] = "act"
    number: Count
    at: Minute
    act: Annotated[AnyAct, ActSchema()]
    words: Words
    prev: Link

    def given(self) -> Given:
        """Return it as the engine takes it."""
        return Given(self.number, self.at, self.act, self.words)


class HourLine(_Part):
    """Where the log stood when the clock reached a full hour."""

    line: Literal["hour"] = "hour"
    at: Minute
    entries: Count
    digest: Link
    prev: Link


class SealLine(_Part):
    """The last line of a finished run."""

    line: Literal["seal"] = "seal"
    at: Minute
    acts: Count
    entries: Count
    log: Link
    assessment: Link
    prev: Link


Line = Annotated[
    RunLine | TextLine | RulesLine | ActLine | HourLine | SealLine, Field(discriminator="line")
]
Chained = RunLine | TextLine | RulesLine | ActLine | HourLine | SealLine

LINE: TypeAdapter[Chained] = TypeAdapter(Line, config=ConfigDict(defer_build=True))
"""Reads one chained line."""


def text_of(record: Mapping[str, object]) -> str:
    """Return the one canonical text of a JSON object, without the line end."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def line_text(line: Chained) -> str:
    """Return a chained line's canonical text, without the line end."""
    return text_of(line.model_dump(mode="json"))


def log_text(entry: LogEntry) -> str:
    """Return the line that holds one entry of the log."""
    return text_of({"line": "log", **json.loads(canonical(entry))})


def link(raw: bytes) -> str:
    """Return what the next chained line has as `prev` after this one (without its line end)."""
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


def table_hash(table: Mapping[str, object]) -> str:
    """Return the hash of a table of rules."""
    return link(text_of(table).encode())
