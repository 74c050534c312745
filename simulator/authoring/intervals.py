"""Conditions that can never hold, or always do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.compiled import Test
    from simulator.scenario.reading import Reading
    from simulator.scenario.survey import Spot

BOUNDS: dict[str, tuple[int, int | None]] = {
    "points": (0, 100), "count": (0, None), "minutes": (0, None), "clock": (0, None),
}  # fmt: skip
"""Lowest and highest value of a path, by its type."""
ALWAYS = frozenset(("points", "count"))
"""Types whose paths apply at any time."""


def lint_conditions(reading: Reading) -> None:
    """Report conditions that can never be true (L501) and tests that always are (L502)."""
    for spot, compiled in reading.compiled:
        by_path: dict[tuple[str, str], list[tuple[Test, bool]]] = {}
        for test, wanted in compiled.conjunction:
            by_path.setdefault((test.spec.pattern, test.name), []).append((test, wanted))
        for tests in by_path.values():
            if _never(reading, spot, tests):
                break
        for test in compiled.tests:
            _always(reading, test)


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


def _never(reading: Reading, spot: Spot, tests: list[tuple[Test, bool]]) -> bool:
    for number, (test, wanted) in enumerate(tests):
        if _empty(test, wanted):
            _report(reading, spot, test, None, f"{_field(test)} is never {_words(test)}")
            return True
        for other, other_wanted in tests[:number]:
            if _clash(other, other_wanted, test, wanted):
                both = f"{_field(test)} cannot be {_words(other)} and {_words(test)}"
                if test.spec.type == "yes-no":
                    both = f'"{test.leaf.path.text}" cannot hold and not hold'
                _report(reading, spot, other, test, both)
                return True
    return False


def _empty(test: Test, wanted: bool) -> bool:
    ends = _ends(test, wanted)
    bounds = BOUNDS.get(test.spec.type)
    if ends is None or bounds is None:
        return False
    low = bounds[0] if ends[0] is None else max(ends[0], bounds[0])
    highs = [high for high in (ends[1], bounds[1]) if high is not None]
    return bool(highs) and low > min(highs)


def _clash(a: Test, a_wanted: bool, b: Test, b_wanted: bool) -> bool:
    if a.spec.type == "yes-no":
        return (_says(a) == a_wanted) != (_says(b) == b_wanted)
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


def _always(reading: Reading, test: Test) -> None:
    bounds = BOUNDS.get(test.spec.type)
    if test.spec.type not in ALWAYS or bounds is None:
        return
    ends = _ends(test, True)
    if ends is None or test.op in ("==", "in"):
        return
    low_open = ends[0] is None or ends[0] <= bounds[0]
    high_open = ends[1] is None or (bounds[1] is not None and ends[1] >= bounds[1])
    if low_open and high_open:
        reading.problems.add(
            "L502",
            f"this is always true: {_field(test)} is never below "
            f"{bounds[0]}" + (f" or above {bounds[1]}" if bounds[1] else ""),
            test.leaf.node,
            help="take it out, or ask for another value",
        )


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
