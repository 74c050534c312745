"""How values are written, as JSON Schema: what an editor checks and completes while one types.

What can be written in two ways has both types in one schema and no `anyOf`, so that a mistake is
one problem with words of ours. The parsers in `simulator.scenario` decide; these follow them.
"""

from typing import Any

from pydantic import Field, WithJsonSchema

Schema = dict[str, Any]

_A_DURATION = r"(\d+ ?h( \d+ ?min)?|\d+ ?min)$"
_A_CLOCK = r"((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?([01]?\d|2[0-3]):[0-5]\d$"


def matching(pattern: str, says: str, *examples: str) -> Schema:
    """Return a text that matches, with the words of the problem where it does not."""
    schema: Schema = {"type": "string", "pattern": pattern, "patternErrorMessage": says}
    return {**schema, "examples": list(examples)} if examples else schema


def or_group(schema: Schema, properties: Schema, *required: str) -> Schema:
    """Return the same, or a group with these keys."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    group: Schema = {"properties": properties, "additionalProperties": False}
    if required:
        group["required"] = list(required)
    return {**schema, "type": [*kinds, "object"], **group}


def or_list(schema: Schema) -> Schema:
    """Return the same, or a list of them."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "array"], "items": schema}


def _two(schema: Schema) -> Schema:
    return {"type": "array", "items": schema, "minItems": 2, "maxItems": 2}


# YAML takes 2024 for a number and true for a yes; where a text belongs, each is its own letters.
TEXT: Schema = {
    "type": ["string", "number", "boolean"],
    "pattern": r"\S", "patternErrorMessage": "This text says nothing.",
}  # fmt: skip
DURATION = matching(f"^{_A_DURATION}", "A duration needs a unit: 10 min, 2 h.", "10 min", "2 h")
RHYTHM = matching(f"^(every )?{_A_DURATION}", "Write it as every 30 min.", "every 30 min")
LIMIT = matching(f"^(within )?{_A_DURATION}", "Write it as 5 min.", "5 min")
CLOCK = matching(f"^{_A_CLOCK}", "A time of day: 08:20 or Fri 08:20.", "08:20")
SHARE = matching(r"^\d+(\.\d)?\s*%$", "A share needs its % sign: 30%.", "30%")
PERCENT = matching(r"^\d+\s*%$", "Write it as 110%.", "110%")
PRIORITY = matching(r"^P[1-4]$", "P1, P2, P3 or P4.", "P1", "P2", "P3", "P4")
COST: Schema = {
    **matching(f"^{_A_DURATION}", "Minutes: 3, or 3 min."),
    "type": ["integer", "string"], "minimum": 0, "examples": [3],
}  # fmt: skip
EFFORT = or_group(
    matching(
        f"^(exponential )?{_A_DURATION}", "Write it as 20 min, or exponential 20 min.",
        "20 min", "exponential 20 min",
    ),
    {"quick": SHARE, "quick_median": DURATION, "slow_median": DURATION},
    "quick", "quick_median", "slow_median",
)  # fmt: skip
BAND: Schema = {
    **_two({"type": ["integer", "string", "null"]}),
    "type": ["array", "null"], "examples": [[0, 10], [31, None]],
}  # fmt: skip
SPAN = or_group(DURATION, {"between": _two(DURATION)}, "between")
CLOCK_SPAN = or_group(CLOCK, {"between": _two(CLOCK)}, "between")
MOMENT = or_group(
    CLOCK,
    {
        "between": _two(CLOCK),
        "after": matching(
            r"^(incident|ticket)\..+$", "Write incident.ID or ticket.ID.", "incident."
        ),
        "by": SPAN,
    },
)
SEEDS: Schema = {"type": "array", "items": {"type": "integer", "minimum": 0}}
FORMAT = 1
"""The newest `schema` there is."""
VERSION: Schema = {"type": "integer", "enum": [FORMAT]}
ID = "^[a-z][a-z0-9-]{0,63}$"
DOTTED_ID = r"^[a-z][a-z0-9-]{0,63}(\.[a-z][a-z0-9-]{0,63})?$"


def rate(example: str) -> Schema:
    """Return so many in a time."""
    return matching(r"^\d+(\.\d+)?\s+per\s+(min|hour|h|day)$", f"Write it as {example}.", example)


def exactly(many: int) -> Any:
    """Return what tells an editor how many a list holds; a parser says it in words."""
    return Field(json_schema_extra={"minItems": many, "maxItems": many})


def named(*kinds: str) -> WithJsonSchema:
    """Return an id of something of these kinds: `x-names` says which, for completion."""
    return WithJsonSchema({"type": "string", "x-names": list(kinds)})
