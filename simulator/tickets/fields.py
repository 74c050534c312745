"""What a ticket export can tell about a ticket: the fields that a column can be mapped to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    "number": "the ticket's id",
    "opened_at": "when it was opened; the one field that every export must have",
    "resolved_at": "when it was resolved",
    "updated_at": "when this row was written, where a ticket has several rows",
    "responded_at": "when somebody first answered",
    "response_minutes": "minutes until somebody first answered",
    "priority": "its priority, such as 2 - High, P2 or Normal",
    "impact": "its impact",
    "urgency": "its urgency",
    "state": "its state",
    "channel": "how it came in",
    "category": "what it is about",
    "group": "the group that has it",
    "assignee": "who has it",
    "resolver": "who resolved it",
    "caller": "who it is for; only counted",
    "reassignments": "how often group or person changed",
    "group_stations": "how many groups had it; the first one counts too",
    "reopens": "how often it was opened again",
    "sla_flag": "the export's own SLA flag; shown, and never taken for timeliness",
}
"""Every field with its meaning, by the name that `--map COLUMN=FIELD` uses."""

TIMES = ("opened_at", "resolved_at", "updated_at", "responded_at")
"""Fields that hold a time."""
TEXTS = (
    "priority", "impact", "urgency", "state", "channel", "category", "group", "assignee",
    "resolver", "caller",
)  # fmt: skip
"""Fields that hold words."""

MISSING = frozenset(("", "?", "-", "--", "null", "(null)", "none", "n/a", "nan", "(empty)"))
"""What exports write where there is nothing, in small letters."""
