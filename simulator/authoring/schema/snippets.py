"""Whole blocks that an editor offers where a list of them is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.authoring.schema.shaping import Schema

_CHOICES: list[Any] = [
    {"id": "${5:first}", "say": "${6:One way to answer.}", "minutes": 3},
    {"id": "${7:second}", "say": "${8:Another way.}", "minutes": 3},
]
SNIPPETS: dict[str, tuple[tuple[str, str, Any], ...]] = {
    "team": (
        ("analyst", "One analyst of the team", {
            "id": "${1:ana}", "name": "${2:Ana Lopez}", "skills": {"${3:desktop}": 3},
        }),
    ),
    "stakeholders": (
        ("stakeholder", "Somebody who expects something of the desk", {
            "id": "${1:cfo}", "name": "${2:Marta Lind}", "audience": "${3:executive}",
        }),
    ),
    "facts": (
        ("fact", "Something true that somebody has to find out", {
            "id": "${1:name}", "text": "${2:one of three servers turns people away}",
        }),
    ),
    "tickets": (
        ("ticket", "One written ticket", {
            "id": "${1:name}", "at": "${2:08:20}", "subject": "${3:What they write}",
            "skill": "${4:desktop}", "effort": "${5:20 min}", "logged": "${6:P3}",
        }),
    ),
    "incidents": (
        ("incident", "A service that degrades, with what finds the cause", {
            "id": "${1:portal}", "name": "${2:The portal}", "service": "${3:portal}",
            "skill": "${4:apps}", "starts": "${5:08:20}",
            "steps": [{"id": "${6:look}", "minutes": 10, "says": "${7:What is seen.}",
                       "effect": "resolves"}],
        }),
    ),
    "storyline": (
        ("scene", "A moment that asks for a decision", {
            "id": "${1:name}", "at": "${2:08:40}",
            "scene": {"from": "${3:cfo}", "says": "${4:What they say.}", "choices": _CHOICES},
        }),
        ("effects", "Something that happens at a time", {
            "id": "${1:name}", "at": "${2:08:40}", "effects": [{"target": "${3:ana}", "stress": 5}],
        }),
    ),
}  # fmt: skip
"""For each list of a scenario: label, description and body; `${1:...}` is where one types."""


def with_snippets(scenario: Schema) -> Schema:
    """Return a scenario's schema with blocks to begin from in its lists."""
    properties = dict(scenario["properties"])
    for key, offered in SNIPPETS.items():
        items = {
            **properties[key]["items"],
            "defaultSnippets": [
                {"label": label, "description": says, "body": body} for label, says, body in offered
            ],
        }
        properties[key] = {**properties[key], "items": items}
    return {**scenario, "properties": properties}
