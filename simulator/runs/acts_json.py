"""Acts and rules as JSON, and back.

The shapes are the engine's own dataclasses; the models that read them are made from their fields,
so a new act needs no line here. Reading is strict: a wrong type, an unknown key or an unknown kind
is refused. Whole numbers and texts are bounded, because a run file may come from anybody.
"""

from __future__ import annotations

import dataclasses
import types
import unicodedata
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    TypeAdapter,
    ValidationError,
    create_model,
)
from pydantic_core import CoreSchema, core_schema

from simulator.engine.acts import base
from simulator.engine.acts.shapes import SHAPES, AnyAct
from simulator.engine.casing import small
from simulator.engine.rules import Rules

LONGEST = 2_000
"""Characters that one text of an act may have, its free words too. Scenario ids have at most 64."""
MOST = 1_000
"""Parts that one list of an act may have."""
REACH = 2**31 - 1
"""The largest whole number in an act or a rule, either side of zero."""


def clean(words: str) -> str:
    """Return free text as it is kept: on one line, without control characters, not too long."""
    kept = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c
        for c in words
        if unicodedata.category(c) not in ("Cf", "Cs") or c in "\u200c\u200d"
    )
    return " ".join(kept.split())[:LONGEST].rstrip()


STRICT = ConfigDict(strict=True, extra="forbid", frozen=True)


def _hints(shape: Any) -> dict[str, Any]:
    """Return the types of a dataclass's fields; those of `base` may be imported for typing only."""
    return get_type_hints(shape, localns=vars(base))


def _bounded(annotation: Any) -> Any:
    """Return the annotation with whole numbers, texts and lists bounded, dataclasses as models."""
    if annotation is int:
        return Annotated[int, Field(ge=-REACH, le=REACH)]
    if annotation is str:
        return Annotated[str, Field(max_length=LONGEST)]
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        return model_of(annotation)
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return Union[tuple(_bounded(part) for part in parts)]  # noqa: UP007
    if origin is tuple and parts[-1] is Ellipsis:
        return Annotated[tuple.__class_getitem__((_bounded(parts[0]), ...)), Field(max_length=MOST)]
    if origin is tuple:
        fixed = tuple(_bounded(part) for part in parts)
        return tuple.__class_getitem__(fixed)
    return annotation


@cache
def model_of(shape: Any) -> type[BaseModel]:
    """Return the strict model that reads this dataclass; an act's `kind` becomes a field of it."""
    hints = _hints(shape)
    fields: dict[str, Any] = {}
    for field in dataclasses.fields(shape):
        default = ... if field.default is dataclasses.MISSING else field.default
        fields[field.name] = (_bounded(hints[field.name]), default)
    if shape in SHAPES:
        fields["kind"] = (Literal[shape.kind], ...)
    return create_model(f"{shape.__name__}Json", __config__=STRICT, **fields)


def _plain(value: object) -> object:
    """Return a dataclass's value as JSON would have it."""
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value


def _rebuilt(shape: Any, model: BaseModel) -> Any:
    """Return the dataclass that a model read."""
    hints = _hints(shape)
    given = {
        field.name: _rebuilt_value(hints[field.name], getattr(model, field.name))
        for field in dataclasses.fields(shape)
    }
    return shape(**given)


def _rebuilt_value(annotation: Any, value: Any) -> Any:
    if isinstance(value, BaseModel):
        shape = next(p for p in (annotation, *get_args(annotation)) if dataclasses.is_dataclass(p))
        return _rebuilt(shape, value)
    if isinstance(value, tuple) and get_args(annotation)[-1:] == (Ellipsis,):
        return tuple(_rebuilt_value(get_args(annotation)[0], part) for part in value)
    return value


_SHAPE_OF = {shape.kind: shape for shape in SHAPES}


class ActSchema:
    """Marks a field of a pydantic model as an act: `Annotated[AnyAct, ActSchema()]`."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the union over all acts, told apart by `kind`, that yields the dataclass."""
        models: Any = Union[tuple(model_of(shape) for shape in SHAPES)]  # noqa: UP007
        union = handler.generate_schema(Annotated[models, Field(discriminator="kind")])
        read = core_schema.no_info_after_validator_function(_act_of, union)
        return core_schema.json_or_python_schema(
            json_schema=read,
            python_schema=core_schema.is_instance_schema(SHAPES),
            serialization=core_schema.plain_serializer_function_ser_schema(act_record),
        )


def _act_of(model: Any) -> AnyAct:
    act: AnyAct = _rebuilt(_SHAPE_OF[model.kind], model)
    return act


def act_record(act: AnyAct) -> dict[str, object]:
    """Return the act as a JSON object: its `kind` and every field."""
    record = _plain(act)
    assert isinstance(record, dict)
    return {"kind": act.kind, **record}


ACT: TypeAdapter[AnyAct] = TypeAdapter(
    Annotated[AnyAct, ActSchema()], config=ConfigDict(defer_build=True)
)
"""Reads an act from JSON; raises pydantic's `ValidationError`."""


def act_from(text: str | bytes) -> AnyAct:
    """Return the act that a JSON text describes; raises pydantic's `ValidationError`."""
    return ACT.validate_json(text)


def rules_table(rules: Rules) -> dict[str, object]:
    """Return every field of the rules as a JSON object."""
    table = _plain(rules)
    assert isinstance(table, dict)
    return table


def rules_from(text: str | bytes) -> Rules:
    """Return the rules that a JSON text holds; raises pydantic's `ValidationError`.

    A number that the table does not hold takes its default: a number is added without raising the
    epoch only where the default leaves older runs as they were.
    """
    rules: Rules = _rebuilt(Rules, model_of(Rules).model_validate_json(text))
    return rules


def what_is_wrong(error: ValidationError) -> str:
    """Return the first problem of a `ValidationError` in one short sentence."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    says = small(first["msg"])
    return f"{place}: {says}" if place else says
