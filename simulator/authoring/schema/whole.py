"""One schema for every file that an author writes: scenarios, rubrics, profiles, house files."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from simulator.authoring.schema.shaping import CONDITION, shaped
from simulator.authoring.schema.snippets import with_snippets
from simulator.engine.rules import Rules
from simulator.scenario.build_rules import WORDS
from simulator.scenario.models.house import HouseFile
from simulator.scenario.models.rubric import RubricFile
from simulator.scenario.models.tickets import ProfileFile
from simulator.scenario.models.whole import Scenario

if TYPE_CHECKING:
    from simulator.authoring.schema.shaping import Schema
    from simulator.scenario.models.base import Part

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest one that all editors in use understand."""
FILES: tuple[tuple[str, type[Part]], ...] = (
    ("profile", ProfileFile), ("house", HouseFile), ("rubric", RubricFile),
)  # fmt: skip
"""Key that tells a kind of file, and its model; all else is a scenario."""


def whole_schema() -> Schema:
    """Return the schema, without the ids of any folder."""
    scenario = shaped(Scenario)
    definitions: Schema = {"Condition": CONDITION, **scenario.pop("$defs", {})}
    scenario["properties"]["rules"] |= _rules()
    # A scenario has a key `rubric` too.
    told: Schema = {"if": {"required": ["scenario"]}, "then": {"$ref": "#/$defs/Scenario"}}
    branch = told
    definitions["Scenario"] = with_snippets(scenario)
    for key, model in FILES:
        schema = shaped(model)
        definitions |= schema.pop("$defs", {})
        definitions[model.__name__] = schema
        branch["else"] = {
            "if": {"required": [key]}, "then": {"$ref": f"#/$defs/{model.__name__}"},
        }  # fmt: skip
        branch = branch["else"]
    branch["else"] = {"$ref": "#/$defs/Scenario"}
    return {"$schema": DIALECT, "title": "Shiftlead", **told, "$defs": definitions}


def _rules() -> Schema:
    """Return the rules that a scenario may set, each with its unit, source and usual value."""
    hints = get_type_hints(Rules)
    known: Schema = {
        "because": {"type": ["string", "object"], "description": "Why this shift has rules of its "
                    "own; or a reason for each rule."},
    }  # fmt: skip
    for field in fields(Rules):
        known[field.name] = _rule(field.name, hints[field.name], getattr(Rules(), field.name))
    return {"properties": known, "additionalProperties": False}


def _rule(name: str, hint: Any, usual: Any) -> Schema:
    words = [arg for arg in get_args(hint) if isinstance(arg, str)]
    usually = {"description": f"Usually {usual}."}
    if isinstance(usual, bool):
        return {"type": "boolean", **usually}
    if isinstance(usual, int):
        return {"type": "integer", **usually}
    if words:
        return {"enum": [*WORDS.get(name, {}), *words], **usually}
    if name == "costs":
        minutes = {"type": "integer", "minimum": 0, "maximum": 600}
        acts = {act: {**minutes, "description": f"Usually {cost} min."} for act, cost in usual}
        return {"type": "object", "properties": acts, "additionalProperties": False}
    return {
        "type": "array", "items": {"type": "integer"},
        "minItems": len(usual), "maxItems": len(usual), "description": f"Usually {list(usual)}.",
    }  # fmt: skip
