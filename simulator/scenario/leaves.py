"""One line of a condition: a path, an operator, a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from simulator.scenario.nodes import Scalar

Op = Literal["<", "<=", ">", ">=", "==", "!=", "in", ""]
MAX_LEAF = 200
"""Longest comparison, characters."""

_PATH = re.compile(r"\s*([A-Za-z][\w-]*(?:\.[\w-]+)*)")
_OP = re.compile(r"\s*(<=|>=|==|!=|=>|=<|<>|=|<|>|in\b|is\b|not\b)\s*")
_JOINED = re.compile(r"\s(and|or|&&|\|\|)\s", re.IGNORECASE)
_SWAPPED = {"=>": ">=", "=<": "<=", "<>": "!=", "=": "==", "is": "=="}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the line with its offset."""

    text: str
    at: int

    @property
    def span(self) -> tuple[int, int]:
        """Offset and length."""
        return self.at, max(len(self.text), 1)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A line that could be read."""

    node: Scalar
    path: Piece
    op: Op
    values: tuple[Piece, ...]
    """What stands on the right; several after `in`, none for a yes/no path."""


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that could not be read: code, message, help, and where in the line."""

    code: str
    message: str
    help: str
    at: tuple[int, int]


def read_leaf(node: Scalar) -> Leaf | Bad:
    """Return a line as a path, an operator and values, or what is wrong with it."""
    text = str(node)
    if len(text) > MAX_LEAF:
        return Bad(
            "C406",
            f"a comparison has at most {MAX_LEAF} characters",
            "split it with  all:  or  any:",
            (0, len(text)),
        )
    joined = _JOINED.search(text)
    if joined:
        word = "all" if joined.group(1).lower() in ("and", "&&") else "any"
        parts = [part.strip() for part in _JOINED.split(text)[::2]]
        rows = "".join(f"\n  - {part}" for part in parts)
        return Bad(
            "C405",
            f'"{joined.group(1)}" cannot stand inside a comparison',
            f"{word}:{rows}",
            (joined.start(1), len(joined.group(1))),
        )
    if re.match(r"\s*not\s+\S", text):
        return Bad(
            "C405",
            '"not" cannot stand inside a comparison',
            f"not: {text.strip()[3:].strip()}",
            (text.index("not"), 3),
        )
    if re.search(r"[()]", text) or "__" in text:
        return Bad(
            "C404",
            "conditions compare one value with another; calls are not supported",
            "examples: incident.portal.open_for >= 15 min, told.cfo",
            (len(text) - len(text.lstrip()), len(text.strip())),
        )
    found = _PATH.match(text)
    if not found:
        return Bad(
            "C404",
            "a condition begins with a path",
            "examples: incident.portal.open_for >= 15 min, told.cfo",
            (0, len(text) or 1),
        )
    path = Piece(found.group(1), found.start(1))
    rest = text[found.end() :]
    if not rest.strip():
        return Leaf(node, path, "", ())
    sign = _OP.match(rest)
    offset = found.end()
    if not sign:
        at = offset + len(rest) - len(rest.lstrip())
        if re.match(r"\s*[-+*/%]", rest):
            return Bad(
                "C409", "conditions do no arithmetic", "compare one path with one value", (at, 1)
            )
        return Bad(
            "C401",
            f'"{rest.split()[0][:40]}" is not a comparison',
            "use <, <=, >, >=, ==, != or in [A, B]",
            (at, len(rest.split()[0])),
        )
    word = sign.group(1)
    spot = (offset + sign.start(1), len(word))
    if word in _SWAPPED:
        better = _SWAPPED[word]
        return Bad("C401", f'"{word}" is not a comparison', f'use "{better}" to compare', spot)
    if word == "not":
        return Bad("C401", '"not" is not a comparison', 'use "!=", or  not: ...', spot)
    start = offset + sign.end()
    right = text[start:]
    if not right.strip():
        return Bad(
            "C410", f'a value is missing after "{word}"', "compare with a value: 15 min", spot
        )
    if word == "in":
        return _members(node, path, right, start)
    trail = len(right.rstrip())
    if re.match(r"\s*(?:[<>=!]+|in\s)", right):
        return Bad("C401", "one comparison a line", "all:\n  - ...\n  - ...", (start, trail))
    return Leaf(node, path, word, (Piece(right.strip(), start),))  # type: ignore[arg-type]


def _members(node: Scalar, path: Piece, right: str, start: int) -> Leaf | Bad:
    whole = right.strip()
    if not (whole.startswith("[") and whole.endswith("]")) or not whole[1:-1].strip():
        return Bad("C410", '"in" wants its values in brackets', "in [A, B]", (start, len(whole)))
    pieces, at = [], start + right.index("[") + 1
    for part in whole[1:-1].split(","):
        lead = len(part) - len(part.lstrip())
        pieces.append(Piece(part.strip(), at + lead))
        at += len(part) + 1
    return Leaf(node, path, "in", tuple(pieces))
