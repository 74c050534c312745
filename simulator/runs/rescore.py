"""A run's log under a newer rubric: no replay, and nothing of the run is changed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.rescoring import Moved, compare
from simulator.bounded import read_at_most
from simulator.errors import NotFound, RunFileError, WrongUse
from simulator.runs.playable import scenario_at, scenario_from
from simulator.runs.score import score_run
from simulator.scenario.files import HOUSE, find

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from scoring.assess import Assessment
    from scoring.rubric import Rubric
    from simulator.runs.contents import RunFile

LARGEST = 1024 * 1024
"""Bytes of a rubric file, as for any text of a scenario."""
MOST_KEPT = 16
"""Scenarios of different texts that are kept while many runs are scored again."""
RUBRIC = re.compile(r"^rubric: *([a-z0-9][a-z0-9-]{0,63}) *\r?$", re.MULTILINE)
"""The line by which a rubric file names itself; a scenario's rubric has more below it."""
SCENARIO = re.compile(r"^scenario:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rescored:
    """One run under two rubrics."""

    before: Assessment
    after: Assessment
    moved: tuple[Moved, ...]

    @property
    def unmoved(self) -> int:
        """How many criteria of the new rubric are judged and defined as they were."""
        changed = sum(one.after is not None for one in self.moved)
        return len(self.after.fillings) - changed


class Rescorer:
    """Scores runs again by a newer rubric; texts that many runs share are read once.

    `file` is a rubric that the runs' scenario is scored by, or another version of the scenario; by
    default the library's version of it.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self._read: dict[str, tuple[Rubric, Rubric]] = {}
        """The old and the new rubric by the digest of a run's texts, the latest few."""

    def rescored(self, run: RunFile, before: Assessment) -> Rescored:
        """Return what the newer rubric says about a finished run, beside what was said before.

        Raises `NotFound` or `WrongUse` for a file that does not fit, `ScenarioUnusable` for one
        with errors, and what `score_run` raises.
        """
        old, new = self._rubrics(run)
        after = score_run(run, new)
        return Rescored(before, after, compare(before, old, after, new))

    def _rubrics(self, run: RunFile) -> tuple[Rubric, Rubric]:
        digest = hashlib.blake2b(digest_size=16)
        for name, text in sorted(run.texts.items()):
            digest.update(f"{len(name)} {len(text)} {name}{text}".encode())
        key = digest.hexdigest()
        if key not in self._read:
            made = scenario_from(run.texts).rubric, newer_rubric(run, self.file)
            if len(self._read) == MOST_KEPT:
                del self._read[next(iter(self._read))]
            self._read[key] = made
        return self._read[key]


def newer_rubric(run: RunFile, file: Path | None) -> Rubric:
    """Return the rubric to score by; the house that the run was played in stays."""
    if file is None:
        if find(run.head.scenario.id) is None:
            raise WrongUse(
                f"{run.head.scenario.id} is not in the library.",
                "Name its rubric or its scenario with --rubric FILE.",
            )
        return _of_scenario(run, run.head.scenario.id)
    text = _text(file)
    named = RUBRIC.search(text)
    if SCENARIO.search(text) or named is None:
        return _of_scenario(run, file)
    key = f"rubrics/{named.group(1)}"
    if key not in run.texts:
        used = [name.removeprefix("rubrics/") for name in run.texts if name.startswith("rubrics/")]
        raise WrongUse(
            f"This shift is not scored by the rubric {named.group(1)}.",
            f"Its scenario uses {', '.join(used)}." if used else "Its scenario has its own.",
        )
    return scenario_from({**run.texts, key: text}).rubric


def _of_scenario(run: RunFile, path_or_id: str | Path) -> Rubric:
    """Return the rubric of another version of the run's scenario."""
    newer = scenario_at(path_or_id)
    if newer.world.id != run.head.scenario.id:
        raise WrongUse(
            f"This is the scenario {newer.world.id}.", f"The shift was {run.head.scenario.id}."
        )
    return scenario_from(_in_its_house(newer.texts, run.texts)).rubric


def _in_its_house(newer: Mapping[str, str], played: Mapping[str, str]) -> dict[str, str]:
    texts = {name: text for name, text in newer.items() if name != HOUSE}
    return {**texts, HOUSE: played[HOUSE]} if HOUSE in played else texts


def _text(file: Path) -> str:
    try:
        data = read_at_most(file, LARGEST)
        if data is None:
            raise RunFileError(f"{file} is larger than {LARGEST // 2**20} MiB.")
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        raise NotFound(f"There is no file {file}.", "Check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"{file} cannot be read as text: {error}.") from None
