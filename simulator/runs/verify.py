"""Does a run follow from what is in its file? One of five verdicts.

Same: replayed and scored, and all of it equal. Differs: the acts lead to another log, from a
minute on. Other rules: played under another epoch; the log is as it was sealed and its score was
computed from it. Altered: a line is not what it was. Unfinished: there is no seal yet.
A verdict says whether a score follows from the acts, never who gave them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from scoring.debrief.lines import points_words
from simulator.engine import api
from simulator.engine.log import LogEntry, digest_of
from simulator.errors import (
    OtherRules,
    RunAltered,
    RunDiffers,
    RunFileError,
    RunTooNew,
    ShiftleadError,
)
from simulator.runs.entries import prefix_digests
from simulator.runs.file import RunFile, parse_run, read_bytes
from simulator.runs.replay import follow, opened, replay, scenario_of
from simulator.runs.score import score_run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from simulator.runs.lines import HourLine
    from simulator.runs.playable import Playable

Word = Literal["same", "differs", "other-rules", "altered", "unfinished"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` says about one file."""

    run: str
    """The run's id, "" where it can no longer be read."""
    path: str
    verdict: Word
    minute: int | None
    """The first minute that differs, of the altered line, or reached so far."""
    line: int | None
    """The altered line, from 1."""
    epoch: int | None
    """The epoch of the rules it was played under."""
    message: str
    """The verdict in one sentence."""

    def record(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return asdict(self)


def verify(path: Path) -> Verdict:
    """Return the verdict on a file; raises `NotFound`, or `RunFileError` for no run file."""
    return verify_bytes(read_bytes(path), str(path))


def verify_bytes(data: bytes, path: str = "") -> Verdict:
    """Return the verdict on the bytes of a run file."""
    try:
        run = parse_run(data, check_log=False)
    except RunTooNew:
        raise
    except RunFileError as error:
        if error.line is None or (error.line == 1 and not isinstance(error, RunAltered)):
            raise
        minute = error.minute if isinstance(error, RunAltered) else None
        return Verdict("", path, "altered", minute, error.line, None, error.message)
    found = _Look(run, path, cut=not data.endswith(b"\n"))
    return found.finished() if run.seal else found.unfinished()


class _Look:
    """One run being looked at."""

    def __init__(self, run: RunFile, path: str, cut: bool) -> None:
        self.run, self.path = run, path
        self.cut = cut
        """Whether the last line was not written, or not copied, to its end."""

    def say(
        self, verdict: Word, message: str, minute: int | None = None, line: int | None = None
    ) -> Verdict:
        head = self.run.head
        return Verdict(head.run, self.path, verdict, minute, line, head.rules.epoch, message)

    def unfinished(self) -> Verdict:
        """Replay as far as it goes and say how far that is."""
        run = self.run
        if not run.ours:
            return self.broken_off(f"It was played under epoch {run.head.rules.epoch}.")
        try:
            loaded = scenario_of(run)
        except OtherRules as error:
            return self.broken_off(error.message)
        except ShiftleadError as error:
            return self.unreadable(error)
        state = opened(run, loaded)
        reached = 0
        for step in run.steps:
            try:
                follow(state, [step])
            except RunDiffers as error:
                return self.say("differs", error.message, reached)
            reached = step.at
        return self.broken_off("")

    def broken_off(self, why: str) -> Verdict:
        """Say how far a run without a seal goes, and what of its end is missing."""
        run = self.run
        end = "There is no seal yet."
        if run.log_place:
            end = "It has a log, and no seal under it: its end is missing."
        elif self.cut:
            end = "Its last line was cut off."
        message = f"Unfinished at minute {run.minute}. {end} {why}".rstrip()
        return self.say("unfinished", message, run.minute)

    def finished(self) -> Verdict:
        """Compare log, seal and score with a replay, or with each other under other rules."""
        run = self.run
        assert run.seal is not None
        sealed = digest_of(run.log) == run.seal.log
        if not run.ours:
            return self.by_the_log("") if sealed else self.changed_log(None)
        try:
            loaded = scenario_of(run)
        except OtherRules as error:
            return self.by_the_log(error.message) if sealed else self.changed_log(None)
        except ShiftleadError as error:
            return self.unreadable(error)
        named = self.named(loaded)
        if named:
            return named
        again = replay(run, loaded=loaded).log
        first = first_difference(run.log, again)
        if not sealed:
            return self.changed_log(first)
        if first is not None:
            return self.differs(first, again)
        return self.hours() or self.scored()

    def named(self, loaded: Playable) -> Verdict | None:
        """Whether the texts are the scenario and the rubric that the first line names."""
        head = self.run.head
        if (loaded.world.hash, loaded.rubric.structure_hash) == (
            head.scenario.hash,
            head.rubric.hash,
        ):
            return None
        message = "The texts are not the scenario and the rubric that line 1 names."
        return self.say("altered", message, None, 1)

    def differs(self, first: int, again: Sequence[LogEntry]) -> Verdict:
        there = [log[first] for log in (self.run.log, again) if first < len(log)]
        minute = min(entry.at for entry in there)
        kinds = " and ".join(entry.kind for entry in there)
        message = f"Differs from minute {minute}: entry {first} ({kinds}) comes out otherwise."
        return self.say("differs", message, minute)

    def changed_log(self, first: int | None) -> Verdict:
        """Say which entry was changed: by the replay, or within which hour."""
        run = self.run
        assert run.seal is not None
        if first is None and run.ours:
            message = "The seal is not the log's, which is as it was."
            return self.say("altered", message, run.seal.at, run.seal_place)
        if first is None:
            first = self.first_changed_hour()
        if first >= len(run.log):
            return self.say(
                "altered", "Entries are missing at the end.", run.seal.at, run.seal_place
            )
        entry = run.log[first]
        message = f"The log was changed at entry {first} (minute {entry.at}), or soon after."
        return self.say("altered", message, entry.at, run.log_place + first)

    def fitting(self) -> list[tuple[HourLine, bool]]:
        """Return the noted hours, each with whether the log in the file bears it out."""
        hours = self.run.hours
        digests = prefix_digests(self.run.log, [hour.entries for hour in hours])
        return [(hour, hour.digest == found) for hour, found in zip(hours, digests, strict=True)]

    def first_changed_hour(self) -> int:
        """Return the first entry after the last hour that the log bears out."""
        whole = 0
        for hour, fits in self.fitting():
            if not fits:
                break
            whole = hour.entries
        return whole

    def hours(self) -> Verdict | None:
        for hour, fits in self.fitting():
            if not fits:
                message = f"The note of the hour at minute {hour.at} is not the log's."
                return self.say("altered", message, hour.at)
        return None

    def scored(self) -> Verdict:
        run = self.run
        assert run.seal is not None
        if score_run(run).digest() == run.seal.assessment:
            return self.say("same", "Replayed and scored, entry by entry.", run.seal.at)
        message = (
            "The log is the same, its score is not: the seal was changed, "
            f"or version {run.head.program} scored otherwise."
        )
        return self.say("differs", message, run.seal.at)

    def by_the_log(self, why: str) -> Verdict:
        """Score the stored log of a run that cannot be replayed."""
        run = self.run
        assert run.seal is not None
        try:
            total = score_run(run).total()
        except ShiftleadError as error:
            return self.unreadable(error)
        score = points_words(total, "a score of {}")
        return self.other_rules(f"{why} The log is as it was sealed; it gives {score}.".strip())

    def other_rules(self, message: str) -> Verdict:
        epoch = self.run.head.rules.epoch
        text = f"Played under epoch {epoch} of the rules; this version has {api.EPOCH}. {message}"
        return self.say("other-rules", text, self.run.minute)

    def unreadable(self, error: ShiftleadError) -> Verdict:
        message = f"The scenario in the file cannot be read: {error.message}"
        return self.say("altered", message, None, 2)


def first_difference(one: Sequence[LogEntry], other: Sequence[LogEntry]) -> int | None:
    """Return the number of the first entry in which two logs differ, None where they are equal."""
    for number, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return number
    return None if len(one) == len(other) else min(len(one), len(other))
