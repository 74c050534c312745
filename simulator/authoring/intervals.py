"""Conditions that can never hold, or always do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.scenario.compiled import Compiled, Test
    from simulator.scenario.reading import Reading
    from simulator.scenario.survey import Spot

Bounds = Mapping[str, tuple[int, int | None]]
"""Lowest and highest value of a path, by its type."""
BOUNDS: Bounds = {"points": (0, 100), "count": (0, None), "minutes": (0, None)}
ALWAYS = frozenset(("points", "count", "clock"))
"""Types whose paths apply at any time."""


def lint_conditions(reading: Reading) -> None:
    """Report conditions that can never be true (L501), and what always is (L502)."""
    shift = reading.shift
    bounds = {**BOUNDS, "clock": (0, shift.length if shift is not None else None)}
    for spot, compiled in reading.compiled:
        for tests in _by_path(compiled.conjunction):
            if _never(reading, spot, tests, bounds):
                break
        found = len(reading.problems.found)
        for test in compiled.tests:
            _always(reading, test, bounds)
        if len(reading.problems.found) == found:
            _tautology(reading, spot, compiled)


def _by_path(tests: Iterable[tuple[Test, bool]]) -> Iterable[list[tuple[Test, bool]]]:
    found: dict[tuple[str, str], list[tuple[Test, bool]]] = {}
    for test, wanted in tests:
        found.setdefault((test.spec.pattern, test.name), []).append((test, wanted))
    return found.values()


def _tautology(reading: Reading, spot: Spot, compiled: Compiled) -> None:
    """Report a condition that holds because one of its parts always does."""
    for tests in _by_path(compiled.denial):
        for number, (test, wanted) in enumerate(tests):
            for other, other_wanted in tests[:number]:
                if _clash(other, other_wanted, test, wanted):
                    reading.problems.add(
                        "L502",
                        "this condition is always true: whatever happens, one of two parts holds",
                        other.leaf.node, notes=((test.leaf.node, "the other part"),),
                        help="take it out, or ask for another value",
                    )  # fmt: skip
                    return


def _ends(test: Test, wanted: bool) -> tuple[int | None, int | None] | None:
    """Return the lowest and highest value for which a test holds, None if that is no interval."""
    op, value = test.op, test.values[0]
    if isinstance(value, (str, bool)) or (not wanted and test.spec.type not in ALWAYS):
        return None
    if not wanted:
        op = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "!=": "=="}.get(op, "")
    if op == "in":
        numbers = [int(v) for v in test.values]
        return min(numbers), max(numbers)
    return {
        ">=": (value, None), ">": (value + 1, None), "<=": (None, value), "<": (None, value - 1),
        "==": (value, value),
    }.get(op)  # fmt: skip


def _never(reading: Reading, spot: Spot, tests: list[tuple[Test, bool]], bounds: Bounds) -> bool:
    for number, (test, wanted) in enumerate(tests):
        if _empty(test, wanted, bounds):
            never = f"{_field(test)} is {'never' if wanted else 'always'} {_words(test)}"
            _report(reading, spot, test, None, f"{never}{_end(reading, test)}")
            return True
        for other, other_wanted in tests[:number]:
            if _clash(other, other_wanted, test, wanted):
                both = f"{_field(test)} cannot be {_words(other)} and {_words(test)}"
                if test.spec.type == "yes-no":
                    both = f'"{test.leaf.path.text}" cannot hold and not hold'
                _report(reading, spot, other, test, both)
                return True
    return False


def _empty(test: Test, wanted: bool, bounds: Bounds) -> bool:
    ends = _ends(test, wanted)
    if ends is None or test.spec.type not in bounds:
        return False
    lowest, highest = bounds[test.spec.type]
    low = lowest if ends[0] is None else max(ends[0], lowest)
    highs = [high for high in (ends[1], highest) if high is not None]
    return bool(highs) and low > min(highs)


def _end(reading: Reading, test: Test) -> str:
    """Return which time is meant, and when the shift begins and ends."""
    shift = reading.shift
    if test.spec.type != "clock" or shift is None:
        return ""
    meant = shift.clock(int(test.values[0]))
    ends = f"{shift.clock(0)} to {shift.clock(shift.length)}"
    return f": that is {meant}, and the shift goes from {ends}"


def _clash(a: Test, a_wanted: bool, b: Test, b_wanted: bool) -> bool:
    if a.spec.type == "yes-no":
        if a_wanted != b_wanted:
            return _says(a) == _says(b)
        return a_wanted and _says(a) != _says(b)
    if a.spec.type == "word":
        same = a.op == b.op == "==" and a_wanted and b_wanted
        return same and a.values[0] != b.values[0]
    first, second = _ends(a, a_wanted), _ends(b, b_wanted)
    if first is None or second is None:
        return False
    lows = [low for low in (first[0], second[0]) if low is not None]
    highs = [high for high in (first[1], second[1]) if high is not None]
    return bool(lows) and bool(highs) and max(lows) > min(highs)


def _says(test: Test) -> bool:
    """Return whether a yes/no test asks for yes."""
    return (test.values[0] is True) == (test.op != "!=")


def _always(reading: Reading, test: Test, bounds: Bounds) -> None:
    if test.spec.type not in ALWAYS or test.op in ("==", "in"):
        return
    ends = _ends(test, True)
    if ends is None:
        return
    lowest, highest = bounds[test.spec.type]
    low_open = ends[0] is None or ends[0] <= lowest
    high_open = ends[1] is None or (highest is not None and ends[1] >= highest)
    if low_open and high_open:
        never = f"is never below {lowest}" + (f" or above {highest}" if highest else "")
        why = (
            f"is always {_words(test)}{_end(reading, test)}" if test.spec.type == "clock" else never
        )
        reading.problems.add(
            "L502", f"this is always true: {_field(test)} {why}", test.leaf.node,
            help="take it out, or ask for another value",
        )  # fmt: skip


def _field(test: Test) -> str:
    return test.leaf.path.text.rpartition(".")[2]


def _words(test: Test) -> str:
    value = ", ".join(piece.text for piece in test.leaf.values)
    return {
        ">=": f"{value} or more", ">": f"above {value}", "<=": f"{value} or less",
        "<": f"below {value}", "==": f"exactly {value}", "!=": f"other than {value}",
        "in": f"one of {value}",
    }.get(test.op, value)  # fmt: skip


def _report(reading: Reading, spot: Spot, first: Test, second: Test | None, why: str) -> None:
    result = ""
    item = spot.around.item
    if item is not None and spot.key == "when" and spot.noun == "an item of the storyline":
        word = "scene" if "scene" in item else "item"
        result = f'the {word} "{item.get("id")}" can never start'
    note = "the conflict is with this" + (f"; {result}" if result else "")
    reading.problems.add(
        "L501", f"this condition can never be true: {why}", first.leaf.node,
        notes=((second.leaf.node, note),) if second is not None else (), help=result,
    )  # fmt: skip
