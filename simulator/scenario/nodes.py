"""What a file is made of once it is read: texts, lists and maps that know where they stand.

They are a `str`, a `list` and a `dict`, so pydantic and `json` take them as they are; what a
plain text means (a number, a yes/no) is decided by the field that holds it, never before.
An empty value or a plain `null` is `None`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml.error import Mark

NUMBER = re.compile(
    r"[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)"
    r"(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
)
"""A number of the YAML 1.2 core schema."""


class Scalar(str):
    """One text of a file, as written."""

    __slots__ = ("end", "mark", "plain", "source")

    mark: Mark
    end: Mark
    plain: bool
    """Whether it stands without quotes."""
    source: str
    """Name of the text it stands in."""

    def number(self) -> int | None:
        """Return the whole number it is in YAML, None for anything else."""
        if not self.plain or not NUMBER.match(self):
            return None
        try:
            return int(self, 0 if self[:2] in ("0o", "0x") else 10)
        except ValueError:
            return None


class Items(list["Node"]):
    """A list of a file."""

    __slots__ = ("end", "mark", "nulls", "source")

    mark: Mark
    end: Mark
    source: str
    nulls: dict[int | str, Nothing]
    """The places that have no value."""


class Block(dict[str, "Node"]):
    """A group of keys of a file; its keys are `Scalar` too."""

    __slots__ = ("end", "mark", "nulls", "source")

    mark: Mark
    end: Mark
    source: str
    nulls: dict[int | str, Nothing]
    """The keys that have no value, with the place where it would be."""

    def key(self, name: str) -> Scalar | None:
        """Return the key itself, with its place."""
        for key in self:
            if key == name:
                return key if isinstance(key, Scalar) else None
        return None

    def first(self) -> Scalar | None:
        """Return the first key."""
        for key in self:
            return key if isinstance(key, Scalar) else None
        return None


@dataclass(frozen=True, slots=True)
class Nothing:
    """The place of a value that is empty or null."""

    mark: Mark
    end: Mark
    source: str


Node = Scalar | Items | Block | None
Placed = Scalar | Items | Block | Nothing
"""Anything that has a place."""
