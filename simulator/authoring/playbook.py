"""Lines of a playbook, read before anybody plays: words, names and times that no run understands.

What only a run can show is not guessed at: whether an act is possible then, which numbers tickets
have, what is known by that minute.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.authoring.any_moment import AnyDesk, AnyMoment, OutsideShift, drawn_names
from simulator.engine.casing import small
from simulator.runs.language import lookups
from simulator.runs.language.errors import LineError, SeveralMeant
from simulator.runs.language.reading import Order, read
from simulator.runs.language.slots import Named
from simulator.scenario.diagnostics import Edit
from simulator.scenario.loose_ends import blocks
from simulator.scenario.nodes import Items, Scalar
from simulator.scenario.suggest import did_you_mean, listed, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.runs.language.controls import Control
    from simulator.scenario.reading import Reading

NAMES = frozenset(slot.what for slot in vars(lookups).values() if isinstance(slot, Named))
"""What the names of a scenario are called in an error; any other word is the language's own."""


def lint_playbook(reading: Reading) -> None:
    """Report lines that are not understood (L540-L543)."""
    if reading.world is None or reading.root is None:
        return
    steps = [step.get("do") for step in blocks(reading.root, "playbook")]
    if steps:
        lines = _Lines(reading, AnyMoment(reading.world))
        for step in steps:
            if isinstance(step, Items):
                lines.check([line for line in step if isinstance(line, Scalar)])


class _Lines:
    """Reads lines as the leads do, against all that could come."""

    def __init__(self, reading: Reading, view: AnyMoment) -> None:
        self.problems = reading.problems
        self.view = view
        self.desk = AnyDesk(view)

    def check(self, step: list[Scalar]) -> None:
        """Check the lines of one step."""
        for number, line in enumerate(step):
            try:
                read_ = self.read(line)
            except SeveralMeant:
                continue
            except LineError as error:
                if not number or not self._cut(step[number - 1], line):
                    self._report(line, error)
                continue
            if isinstance(read_, Order):
                self._unused(line, read_)
            elif read_ is not None:
                self.problems.add(
                    "L540", "this line of the playbook is no act of a lead", line,
                    help="a playbook holds acts; the leads look and wait by themselves",
                )  # fmt: skip

    def read(self, line: str) -> Order | Control | None:
        """Return what a line means in some run; raises `LineError` where it means nothing."""
        self.view.drawn = drawn_names(line)
        return read(line, self.desk)

    def _unused(self, line: Scalar, order: Order) -> None:
        kind = order.act.kind
        if self.view.world.acts and kind not in self.view.world.acts:
            self.problems.add(
                "L543", f'this scenario does not use the act "{kind}", so nobody can give it', line,
                at=(0, len(line.split()[0])),
                help=f"add {kind} to  acts:  or take the line out",
            )  # fmt: skip

    def _cut(self, before: Scalar, line: Scalar) -> bool:
        """Report a line that is the end of the one before it, cut off at a comma in [ ]."""
        source = self.problems.sources[line.source]
        if source.text[before.end.index : line.mark.index].strip(" \n") != ",":
            return False
        whole = f"{before},{line}"
        try:
            self.read(whole)
        except LineError:
            return False
        quoted = f'"{whole}"' if '"' not in whole and "\\" not in whole else ""
        place = source.place(before.mark.index, line.end.index)
        self.problems.add(
            "L540", "a comma ended the line before this: between [ and ] it begins a new one", line,
            notes=((before, "this line is cut off"),), help=f"quote the line: {quoted or whole}",
            edit=Edit(place, quoted) if quoted else None,
        )  # fmt: skip
        return True

    def _report(self, line: Scalar, error: LineError) -> None:
        word = error.word
        at = self._place(line, word) if word else None
        if isinstance(error, OutsideShift):
            shift = f"{self.desk.clock(0)} to {self.desk.clock(self.view.length)}"
            code, says = "L542", f'"{word}" lies outside the shift'
            help_ = f"choose a time from {shift}"
        elif error.what:
            code, says = _code(error.what), f'"{word}" is not {error.what}'
            help_ = did_you_mean(nearest(word, error.known, 1)) or _possible(error)
        else:
            says, _, rest = str(error).replace("“", '"').replace("”", '"').partition(". ")
            code, says = "L540", says.removesuffix(".")
            help_ = small(rest).removesuffix(".")
        self.problems.add(
            code, f"no lead can follow this line of the playbook: {says}", line, at=at, help=help_
        )

    def _place(self, line: Scalar, word: str) -> tuple[int, int] | None:
        """Return where a word stands in a line: of several, the first at which reading stops."""
        spots = list(_whole(word, line))
        for start, end in spots[:-1]:
            try:
                self.read(line[:end])
            except LineError as error:
                if error.word == word:
                    return start, end - start
        return (spots[-1][0], len(word)) if spots else None


def _code(what: str) -> str:
    """Return the code for a word that should have been this: a name, or one of the language."""
    return "L541" if what in NAMES or what.startswith("a wording for") else "L540"


def _possible(error: LineError) -> str:
    """Return what could stand where nothing like it is known."""
    if error.what == "a command":
        return "a line begins with an act: docs/plain-mode.md has all of them"
    if not error.known:
        return "this scenario has none"
    return f"possible here: {listed(error.known, 16)}"


def _whole(word: str, line: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands by itself in a line."""
    for found in re.finditer(rf"(?<![^\s,=@]){re.escape(word)}(?![^\s,=@])", line):
        yield found.span()
