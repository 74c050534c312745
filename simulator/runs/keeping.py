"""A scripted lead's shift as a run file: what it did can be told, scored and played again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from simulator.runs.session import Session
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play

if TYPE_CHECKING:
    from simulator.engine.acts.base import Given
    from simulator.engine.acts.shapes import AnyAct
    from simulator.runs.playable import Playable


def keep(scenario: Playable, strategy: str, seed: int, path: Path) -> None:
    """Let a lead play one shift and write it to a run file.

    Raises `NotFound` or `WrongUse` for the strategy, `OSError` where the file cannot be written.
    """
    given: list[Given] = []
    play(scenario.world, lead_for(strategy, scenario)(), seed, given=given)
    with TemporaryDirectory() as folder:
        with Session.start(scenario, Path(folder), seed, by="script") as session:
            for one in given:
                session.advance(one.at - session.now)
                session.give(cast("AnyAct", one.act), one.words)
            session.advance(scenario.world.length - session.now)
            session.finish()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(session.path.read_bytes())
