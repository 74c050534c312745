"""The acts of a run as lines of plain mode, each with the names of its own minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import api
from simulator.runs.language.desk import Desk
from simulator.runs.language.writing import write
from simulator.runs.replay import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.base import Given
    from simulator.runs.contents import RunFile
    from simulator.runs.playable import Playable


def acts_as_lines(run: RunFile, loaded: Playable) -> Iterator[tuple[Given, Desk, str]]:
    """Yield each act, the desk as it was when it was given, and its line; refused ones too."""
    state = opened(run, loaded)
    for given in run.acts:
        api.advance(state, given.at)
        desk = Desk(api.view(state))
        yield given, desk, write(given.act, desk, given.words)
        api.give(state, given.act, given.words)
