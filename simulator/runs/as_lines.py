"""The acts of a run as lines of plain mode, each with the names of its own minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import api
from simulator.runs.language.desk import Desk
from simulator.runs.language.errors import LineError
from simulator.runs.language.reading import read
from simulator.runs.language.writing import write
from simulator.runs.replay import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.engine.acts.base import Given
    from simulator.engine.state import State
    from simulator.runs.contents import RunFile
    from simulator.runs.playable import Playable


def acts_as_lines(run: RunFile, loaded: Playable) -> Iterator[tuple[Given, Desk, str]]:
    """Yield each act, the desk as it was when it was given, and its line; refused ones too."""
    return lines_of(opened(run, loaded), run.acts)


def lines_of(state: State, acts: Sequence[Given]) -> Iterator[tuple[Given, Desk, str]]:
    """Yield the acts of a shift like `acts_as_lines`; the state, at its opening, is played on."""
    for given in acts:
        api.advance(state, given.at)
        desk = Desk(api.view(state))
        yield given, desk, write(given.act, desk, given.words)
        api.give(state, given.act, given.words)


def script(lines: Iterator[tuple[Given, Desk, str]]) -> Iterator[str]:
    """Yield lines that `play --script` plays, each with the minute in which it was given.

    A line that cannot be read at its own minute was refused then, for something that was not
    there; it stands as a comment, and nothing scores it.
    """
    for given, desk, line in lines:
        try:
            read(line, desk)
        except LineError:
            yield f"# @{desk.clock(given.at)} {line}"
        else:
            yield f"@{desk.clock(given.at)} {line}"
