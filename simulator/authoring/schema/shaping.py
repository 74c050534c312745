"""From a model's JSON Schema to one that an editor shows well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.scenario.models.base import Part

Schema = dict[str, Any]

_MAPS = ("properties", "$defs", "patternProperties")
"""Keywords whose values are schemas by name."""
_ONE = ("items", "additionalProperties", "propertyNames", "not", "if", "then", "else")
"""Keywords whose value is a schema."""
_MANY = ("anyOf", "oneOf", "allOf")

CONDITION: Schema = {
    "type": ["string", "object"],
    "description": "One comparison (`incident.portal.open_for >= 15 min`), one yes/no path "
    "(`told.cfo`), or one of `all`, `any` and `not` around others.",
    "properties": {
        "all": {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1,
                "description": "Every one of these holds."},
        "any": {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1,
                "description": "At least one of these holds."},
        "not": {"$ref": "#/$defs/Condition", "description": "This does not hold."},
    },
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}  # fmt: skip


def shaped(model: type[Part]) -> Schema:
    """Return a model's schema: no automatic titles, no null branches, no values of the inside.

    Defaults go, because they are kept in units of the inside (permille, minutes), and a null
    branch goes, because leaving a key out says the same.
    """
    return walked(model.model_json_schema(), _shape)


def walked(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Return a schema with every schema inside it changed, the innermost first."""
    out = dict(schema)
    for word in _MAPS:
        if word in out:
            out[word] = {name: walked(inner, change) for name, inner in out[word].items()}
    for word in _ONE:
        if isinstance(out.get(word), dict):
            out[word] = walked(out[word], change)
    for word in _MANY:
        if word in out:
            out[word] = [walked(inner, change) for inner in out[word]]
    return change(out)


def _shape(schema: Schema) -> Schema:
    out = {key: value for key, value in schema.items() if key not in ("title", "default")}
    if out.pop("x-shape", None) == "condition":
        out["$ref"] = "#/$defs/Condition"
    branches = [one for one in out.get("anyOf", ()) if one != {"type": "null"}]
    if len(branches) == 1:
        del out["anyOf"]
        out = {**branches[0], **out}
    if "propertyNames" in out and "enum" in out["propertyNames"]:
        # Keys that are listed are completed; keys that only have to match are not.
        keys, value = out.pop("propertyNames")["enum"], out["additionalProperties"]
        out["properties"] = dict.fromkeys(keys, value)
        out["additionalProperties"] = False
    if "true" in out.get("properties", {}):
        # Editors read this key as a yes and find it by a pattern only; by name it is completed.
        key = out["properties"]["true"]
        hover = {word: key[word] for word in ("description", "examples") if word in key}
        out["properties"] = {**out["properties"], "true": hover}
        out["patternProperties"] = {"^true$": key}
    if "const" in out:
        out["enum"] = [out.pop("const")]
    return out
