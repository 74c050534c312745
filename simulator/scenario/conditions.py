"""Conditions: from a tree in YAML to closures over the state.

The tree is `all`, `any` and `not`; a leaf is one comparison or one yes/no path. No code, no
arithmetic, no regular expressions: what an author can write is what the table of paths holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pydantic_core import PydanticCustomError

from simulator.engine.world import Condition
from simulator.scenario.closures import (
    Holds,
    Value,
    Wake,
    compared,
    earliest,
    every,
    negate,
    never,
    some,
)
from simulator.scenario.compiled import Compiled, Test, conjunction, write
from simulator.scenario.leaves import Bad, Leaf, Piece, read_leaf
from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar
from simulator.scenario.suggest import did_you_mean, listed, nearest
from simulator.scenario.values import clock, duration, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.paths import PathSpec
    from simulator.scenario.diagnostics import Problems

MAX_DEPTH = 8
MAX_NODES = 200


class Resolver(Protocol):
    """Knows which ids there are."""

    def check(self, kind: str, name: str, node: Scalar, at: tuple[int, int]) -> bool:
        """Return whether something of this kind has this id; report it where not."""
        ...

    def minute(self, node: Scalar, text: str) -> int:
        """Return a clock time as minutes since the shift began."""
        ...


TYPE_WORDS = {
    "minutes": "a duration", "points": "a number of points", "count": "a number",
    "yes-no": "a yes/no value", "word": "a word", "clock": "a time of day",
}  # fmt: skip
EXAMPLES = {"minutes": "15 min", "points": "40", "count": "3", "word": "...", "clock": "09:30"}


def compile_condition(
    node: Node, place: Placed, paths: Mapping[str, PathSpec], names: Resolver, problems: Problems
) -> Compiled | None:
    """Return a condition as closures, or report what is wrong with it."""
    compiler = _Compiler(paths, names, problems)
    made = compiler.tree(node, place, 0)
    if made is None or compiler.failed:
        return None
    holds, wake, touched = made
    condition = Condition(holds, wake, frozenset(touched), write(node))
    ways = (conjunction(node, compiler.by_node, wanted) for wanted in (True, False))
    return Compiled(condition, compiler.tests, *ways)


class _Compiler:
    def __init__(self, paths: Mapping[str, PathSpec], names: Resolver, problems: Problems) -> None:
        self.paths = paths
        self.names = names
        self.problems = problems
        self.failed = False
        self.count = 0
        self.tests: list[Test] = []
        self.by_node: dict[int, Test] = {}

    def _fail(self, code: str, message: str, node: Placed, help: str = "",  # noqa: A002
              at: tuple[int, int] | None = None) -> None:  # fmt: skip
        self.failed = True
        self.problems.add(code, message, node, help=help, at=at)

    def tree(self, node: Node, place: Placed, depth: int) -> tuple[Holds, Wake, set[str]] | None:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            self._fail(
                "C406",
                f"a condition is at most {MAX_DEPTH} levels deep and has at most {MAX_NODES} parts",
                place,
            )
            return None
        if isinstance(node, Scalar):
            return self._leaf(node)
        if isinstance(node, Block):
            return self._combined(node, depth)
        if node is None:
            self._fail("V211", "a condition is expected here, and there is no value", place)
        else:
            self._fail(
                "C408",
                "a list of conditions stands under  all:  or  any:",
                place,
                "all:\n  - ...\n  - ...",
            )
        return None

    def _combined(self, node: Block, depth: int) -> tuple[Holds, Wake, set[str]] | None:
        keys = list(node)
        if len(keys) != 1 or keys[0] not in ("all", "any", "not"):
            wrong = next((key for key in keys if key not in ("all", "any", "not")), None)
            key = node.key(wrong) if wrong is not None else None
            if key is not None:
                near = nearest(key, ("all", "any", "not"))
                self._fail(
                    "C408",
                    f'"{key[:60]}" does not join conditions',
                    key,
                    did_you_mean(near) or "use all, any or not",
                )
            else:
                self._fail(
                    "C408",
                    "one of all, any and not stands here, not several",
                    node,
                    "nest them: all: [{any: [...]}, {not: ...}]",
                )
            return None
        word, inner = keys[0], node[keys[0]]
        if word == "not":
            made = self.tree(inner, node.nulls.get("not", inner or node), depth + 1)
            return None if made is None else (negate(made[0]), made[1], made[2])
        if not isinstance(inner, Items) or not inner:
            place: Placed = inner if inner is not None else node.nulls.get(word, node)
            self._fail(
                "C408", f'"{word}" needs a list of conditions', place, f"{word}:\n  - ...\n  - ..."
            )
            return None
        parts = [
            self.tree(part, inner.nulls.get(number, part or inner), depth + 1)
            for number, part in enumerate(inner)
        ]
        made_parts = [part for part in parts if part is not None]
        if len(made_parts) < len(parts):
            return None
        holds = tuple(part[0] for part in made_parts)
        wakes = tuple(part[1] for part in made_parts if part[1] is not never)
        touched = set().union(*(part[2] for part in made_parts))
        return (every(holds) if word == "all" else some(holds)), earliest(wakes), touched

    def _leaf(self, node: Scalar) -> tuple[Holds, Wake, set[str]] | None:
        leaf = read_leaf(node)
        if isinstance(leaf, Bad):
            self._fail(leaf.code, leaf.message, node, leaf.help, leaf.at)
            return None
        found = self._path(leaf)
        if found is None:
            return None
        spec, name = found
        test = self._test(leaf, spec, name)
        if test is None:
            return None
        self.tests.append(test)
        self.by_node[id(node)] = test
        holds, wake, touched = compared(spec, name, test.op, test.values)
        return holds, wake, set(touched)

    def _path(self, leaf: Leaf) -> tuple[PathSpec, str] | None:
        parts = leaf.path.text.split(".")
        spec = self.paths.get(leaf.path.text)
        if spec is not None:
            return spec, ""
        for number in range(1, len(parts)):
            pattern = ".".join([*parts[:number], "*", *parts[number + 1 :]])
            spec = self.paths.get(pattern)
            if spec is None:
                continue
            offset = leaf.path.at + sum(len(part) + 1 for part in parts[:number])
            name = parts[number]
            if not self.names.check(spec.names, name, leaf.node, (offset, len(name))):
                self.failed = True
                return None
            return spec, name
        self._unknown(leaf, parts)
        return None

    def _unknown(self, leaf: Leaf, parts: list[str]) -> None:
        """Report a path that is not in the table at the part that is wrong."""
        patterns = [pattern.split(".") for pattern in self.paths]
        at, fits = leaf.path.at, patterns
        for number, part in enumerate(parts):
            going = [p for p in fits if len(p) > number and p[number] in (part, "*")]
            if not going:
                choices = {p[number] for p in fits if len(p) > number}
                near = nearest(part, choices)
                before = ".".join(parts[:number])
                where = f'"{before}" has no "{part}"' if before else f'there is no path "{part}"'
                lead = "after it" if before else "paths begin with"
                text = did_you_mean(near) or (
                    f"{lead}: {listed(choices, 30)}" if choices else "the path ends before it"
                )
                self._fail("C403", where, leaf.node, text, (at, len(part)))
                return
            fits = going
            at += len(part) + 1
        longer = sorted({p[len(parts)] for p in fits if len(p) > len(parts)})
        self._fail(
            "C403",
            f'the path "{leaf.path.text}" goes on',
            leaf.node,
            f"add one of: {', '.join(longer[:30])}",
            leaf.path.span,
        )

    def _test(self, leaf: Leaf, spec: PathSpec, name: str) -> Test | None:
        path = leaf.path.text
        if leaf.op == "":
            if spec.type != "yes-no":
                self._fail(
                    "C407",
                    f'"{path}" is {TYPE_WORDS[spec.type]}; it needs a comparison',
                    leaf.node,
                    f"{path} >= {EXAMPLES[spec.type]}",
                    leaf.path.span,
                )
                return None
            return Test(leaf, spec, name, "==", (True,))
        if leaf.op in ("<", "<=", ">", ">=") and spec.type in ("yes-no", "word"):
            self._fail(
                "C402",
                f'"{path}" is {TYPE_WORDS[spec.type]}; it is the same or it is not',
                leaf.node,
                f"{path} == ..." if spec.type == "word" else path,
                leaf.path.span,
            )
            return None
        values = [self._value(leaf, spec, piece) for piece in leaf.values]
        if any(value is None for value in values):
            return None
        return Test(leaf, spec, name, leaf.op, tuple(v for v in values if v is not None))

    def _value(self, leaf: Leaf, spec: PathSpec, piece: Piece) -> Value | None:
        text = Scalar(piece.text)
        text.plain, text.source = True, leaf.node.source
        text.mark = text.end = leaf.node.mark
        path, kind = leaf.path.text, spec.type
        if kind == "yes-no":
            if piece.text in ("true", "false"):
                return piece.text == "true"
        elif kind == "word":
            return piece.text.strip("\"'")
        elif kind in ("points", "count"):
            number = text.number()
            if number is not None:
                return number
        else:
            try:
                if kind == "minutes":
                    return duration(text)
                clock(text)
                return self.names.minute(leaf.node, piece.text)
            except PydanticCustomError as error:
                context = error.context or {}
                if context["code"] not in ("V203", "V213"):
                    offset, length = context.get("at", (0, len(piece.text)))
                    self._fail(
                        context["code"],
                        context["says"],
                        leaf.node,
                        context["help"],
                        (piece.at + offset, length),
                    )
                    return None
        told = "the text " if text.number() is None else ""
        value = shown(piece.text) if told else piece.text
        example = EXAMPLES.get(kind)
        fix = f"{path} {leaf.op} {example}" if example else path
        self._fail(
            "C402",
            f'"{path}" is {TYPE_WORDS[kind]}; it cannot be compared with {told}{value}',
            leaf.node,
            fix,
            piece.span,
        )
        return None
