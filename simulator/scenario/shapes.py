"""What may stand where: the models as a table that the tree can be walked with.

References, conditions and effects are looked up on the tree and not on the models, so that they
are checked in the healthy part of a file that has problems elsewhere.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from simulator.scenario.models.base import Defines, KeysDefine, KeysName, Marker, Names, Part

Mark = Names | Defines | KeysName | KeysDefine | Marker


@dataclass(frozen=True, slots=True)
class Slot:
    """One key of a block."""

    key: str
    required: bool
    mark: Mark | None
    """What its text, or each text of its list, is."""
    model: type[Part] | None
    """The block that stands here, or in each item of its list."""
    many: bool
    """Whether it holds a list."""
    plain: bool
    """Whether there is nothing to walk into."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A block: what it is called, and its keys."""

    model: type[Part]
    noun: str
    slots: dict[str, Slot]

    @property
    def bare_noun(self) -> str:
        """The noun without its article."""
        return self.noun.partition(" ")[2] or self.noun


@cache
def shape_of(model: type[Part]) -> Shape:
    """Return the table of a model."""
    slots: dict[str, Slot] = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        mark, part, many = _look(info.annotation, tuple(info.metadata))
        plain = mark is None and part is None
        slots[key] = Slot(key, info.is_required(), mark, part, many, plain)
    return Shape(model, model.noun, slots)


def _look(
    annotation: Any, metadata: tuple[Any, ...]
) -> tuple[Mark | None, type[Part] | None, bool]:
    for item in metadata:
        if isinstance(item, Mark):
            return item, None, False
    origin = get_origin(annotation)
    args = get_args(annotation)
    if origin is Annotated:
        return _look(args[0], args[1:])
    if origin is Union or origin is types.UnionType:
        for arg in args:
            found = _look(arg, ())
            if found[0] is not None or found[1] is not None:
                return found
        return None, None, False
    if origin is list:
        mark, part, _ = _look(args[0], ())
        return mark, part, True
    if origin is dict:
        mark, part, _ = _look(args[1], ())
        return mark, part, False
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return None, annotation, False
    return None, None, False
