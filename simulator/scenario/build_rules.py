"""The rules table: a scenario's switches and numbers, each with its reason."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from simulator.engine.rules import Rules
from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar
from simulator.scenario.suggest import did_you_mean, listed, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.scenario.diagnostics import Problems

WORDS = {"pull": {"best-first": "best", "by-habit": "habit"}}
"""Other words for a value of the table, by field."""
_KNOWN = {field.name: field for field in fields(Rules)}


def build_rules(given: Mapping[str, Any], root: Block, problems: Problems) -> Rules | None:
    """Return the table with a scenario's own values in it, None after a problem."""
    rules = Rules()
    if not given:
        return rules
    block = root.get("rules")
    if not isinstance(block, Block):
        return None
    hints = get_type_hints(Rules)
    values: dict[str, Any] = {}
    failed = False
    for key, node in block.items():
        place = block.key(key) or block
        if key == "because":
            continue
        if key not in _KNOWN:
            near = nearest(key, _KNOWN)
            problems.add(
                "K101",
                f'unknown key "{key[:60]}" in the rules',
                place,
                help=did_you_mean(near) or f"rules are: {listed(_KNOWN, 8)}",
            )
            failed = True
            continue
        default = getattr(rules, key)
        where: Placed = node if node is not None else block.nulls.get(key, place)
        value = _costs(default, node, where, problems) if key == "costs" else _value(
            key, hints[key], default, node, where, problems
        )  # fmt: skip
        if value is None:
            failed = True
        else:
            values[key] = value
    if values and not isinstance(block.get("because"), (Scalar, Block)):
        problems.add(
            "K103",
            'the rules have no "because"',
            block.first() or block,
            help="because: why this shift has rules of its own",
        )
        failed = True
    return None if failed else replace(rules, **values)


def _value(key: str, hint: Any, default: Any, node: Node, where: Placed, problems: Problems) -> Any:
    choices = [arg for arg in get_args(hint) if isinstance(arg, str)]
    if isinstance(default, bool):
        if isinstance(node, Scalar) and node.plain and node in ("true", "false"):
            return node == "true"
        problems.add("V207", f'"{key}" is written true or false', where)
    elif isinstance(default, int):
        number = node.number() if isinstance(node, Scalar) else None
        if number is not None and len(str(number)) <= 9:
            return number
        problems.add("V205", f'"{key}" is a whole number', where, help=f"{key}: {default}")
    elif choices:
        word = WORDS.get(key, {}).get(str(node), str(node))
        if word in choices:
            return word
        problems.add(
            "V206",
            f'"{str(node)[:60]}" is not a value of "{key}"',
            where,
            help=f"it is one of {', '.join(choices)}",
        )
    elif isinstance(default, tuple):
        numbers = [
            part.number() if isinstance(part, Scalar) else None
            for part in (node if isinstance(node, Items) else ())
        ]
        if len(numbers) == len(default) and None not in numbers:
            return tuple(numbers)
        problems.add(
            "V205",
            f'"{key}" is a list of {len(default)} whole numbers',
            where,
            help=f"{key}: {list(default)}",
        )
    return None


def _costs(default: Any, node: Node, where: Placed, problems: Problems) -> Any:
    table = dict(default)
    if not isinstance(node, Block):
        problems.add("K105", '"costs" must be a group of keys', where, help="costs: {triage: 3}")
        return None
    for act, value in node.items():
        number = value.number() if isinstance(value, Scalar) else None
        place = node.key(act) or node
        if act not in table:
            problems.add(
                "R322",
                f'there is no act "{act[:60]}"',
                place,
                help=did_you_mean(nearest(act, table)) or f"acts are {listed(table, 40)}",
            )
            return None
        if number is None or not 0 <= number <= 600:
            problems.add(
                "V205", f'the cost of "{act}" is a whole number of minutes', value or place
            )
            return None
        table[act] = number
    return tuple(sorted(table.items()))
