"""From lines to a run: each line read by its model and in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from simulator.engine.api import EPOCH
from simulator.errors import RunAltered, RunFileError
from simulator.runs.acts_json import what_is_wrong
from simulator.runs.chain import COPY_AGAIN
from simulator.runs.contents import RunFile
from simulator.runs.entries import entry_of, misfit
from simulator.runs.lines import (
    LINE,
    ActLine,
    HourLine,
    RulesLine,
    RunLine,
    SealLine,
    TextLine,
    link,
    text_of,
)
from simulator.runs.upgrade import raised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.engine.acts.base import Given
    from simulator.engine.log import LogEntry
    from simulator.runs.chain import Raw
    from simulator.runs.lines import Record

MOST_ACTS = 20_000
"""Acts that a run may have."""
LONGEST_TEXT = 1024 * 1024
"""Bytes of one source text."""


def understood(lines: Sequence[Raw]) -> RunFile:
    """Return what the lines say together, each read by its model and in its place."""
    records = raised([line.record for line in lines])
    reading = _Reading()
    for raw, record in zip(lines, records, strict=True):
        if raw.chained:
            reading.chained(raw, record)
        else:
            reading.entry(raw)
    return reading.run(next(line for line in reversed(lines) if line.chained))


_ORDER = {RunLine: 0, TextLine: 1, RulesLine: 2, ActLine: 3, HourLine: 3, SealLine: 5}
"""Which lines come before which; the log stands at 4."""


class _Reading:
    """A run file being read, line by line: what was found so far, and what may come next."""

    def __init__(self) -> None:
        self.head: RunLine | None = None
        self.texts: dict[str, str] = {}
        self.table: Mapping[str, object] | None = None
        self.steps: list[Given | HourLine] = []
        self.log: list[LogEntry] = []
        self.seal: SealLine | None = None
        self.places: dict[int, int] = {}
        self.log_place = self.seal_place = 0
        self.stage = -1
        """Place in the order of the last line."""

    def entry(self, raw: Raw) -> None:
        """Take up a line of the log."""
        self._in_order(raw, 4, again=True)
        self.log_place = self.log_place or raw.place
        ours = self.head is not None and self.head.rules.epoch == EPOCH
        entry = entry_of(raw)
        wrong = misfit(entry, self.log[-1] if self.log else None, ours) if entry else "not an entry"
        if entry is None or wrong:
            at = raw.record.get("at")
            minute = at if type(at) is int else None
            raise RunAltered(
                f"Line {raw.place} of the log: {wrong}.", COPY_AGAIN, raw.place, minute
            )
        self.log.append(entry)

    def chained(self, raw: Raw, record: Record) -> None:
        """Take up any other line."""
        try:
            line = LINE.validate_json(raw.text if record is raw.record else text_of(record))
        except ValidationError as error:
            raise _at(raw, what_is_wrong(error)) from None
        self._in_order(
            raw, _ORDER[type(line)], again=isinstance(line, TextLine | ActLine | HourLine)
        )
        match line:
            case RunLine():
                self.head = line
            case TextLine():
                self._text(raw, line)
            case RulesLine():
                self.table = line.table
            case SealLine():
                self.seal, self.seal_place = line, raw.place
            case _:
                self._step(raw, line)

    def _in_order(self, raw: Raw, stage: int, again: bool) -> None:
        first = self.stage == -1
        if stage < self.stage or (stage == self.stage and not again) or first != (stage == 0):
            raise _at(raw, "it is out of its order")
        self.stage = stage

    def _text(self, raw: Raw, line: TextLine) -> None:
        if line.name in self.texts:
            raise _at(raw, f'the text "{line.name}" is there twice')
        if len(line.text.encode()) > LONGEST_TEXT:
            raise _at(raw, f"the text is longer than {LONGEST_TEXT // 1024:,} KiB")
        self.texts[line.name] = line.text

    def _step(self, raw: Raw, line: ActLine | HourLine) -> None:
        if self.steps and line.at < self.steps[-1].at:
            raise _at(raw, "its minute is before the one above it")
        if isinstance(line, HourLine):
            self.steps.append(line)
            return
        if line.number != len(self.places):
            raise _at(raw, "its number does not follow")
        if line.number >= MOST_ACTS:
            raise _at(raw, f"a run has at most {MOST_ACTS:,} acts")
        self.places[line.number] = raw.place
        self.steps.append(line.given())

    def run(self, last: Raw) -> RunFile:
        """Return the run; `last` is the last chained line."""
        if self.head is None or self.table is None:
            raise RunFileError("The file ends before the shift begins.", "Start the shift again.")
        seal = self.seal
        if seal:
            counted = (len(self.places), len(self.log), self.log[-1].at if self.log else seal.at)
            if (seal.acts, seal.entries, seal.at) != counted:
                what = "The seal counts other acts, entries or minutes."
                raise RunAltered(what, COPY_AGAIN, self.seal_place, seal.at)
        return RunFile(
            head=self.head,
            texts=self.texts,
            table=self.table,
            steps=tuple(self.steps),
            log=tuple(self.log) if seal else (),
            seal=seal,
            last=link(last.text),
            kept=last.ends,
            places=self.places,
            log_place=self.log_place,
            seal_place=self.seal_place,
        )


def _at(raw: Raw, wrong: str) -> RunFileError:
    return RunFileError(f"Line {raw.place}: {wrong}.", line=raw.place)
