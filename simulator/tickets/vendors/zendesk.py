"""Zendesk's account export and its exported views."""

from simulator.tickets.vendors.vendor import Vendor, names

_RULE = "read from the two times instead"

ZENDESK = Vendor(
    "zendesk",
    "a Zendesk export",
    columns={
        "number": ("id", "ticket id"),
        "opened_at": ("created at", "created"),
        "resolved_at": ("solved at", "solved"),
        "updated_at": ("updated at", "updated"),
        "response_minutes": ("first reply time in minutes",),
        "priority": ("priority",),
        "state": ("status",),
        "channel": ("via",),
        "category": ("ticket type", "type"),
        "group": ("group",),
        "assignee": ("assignee",),
        "caller": ("requester id", "requester"),
        "group_stations": ("group stations",),
        "reopens": ("reopens",),
    },
    spare=names(
        "Summation column", "Requester external id", "Requester email", "Requester domain",
        "Submitter", "Subject", "Tags", "Assigned at", "Organization", "Due date",
        "Initially assigned at", "Satisfaction Score", "Assignee stations", "Replies", "Brand",
        "First reply time in minutes within business hours", "Agent wait time in minutes",
        "Agent wait time in minutes within business hours", "Requester wait time in minutes",
        "Requester wait time in minutes within business hours", "On hold time in minutes",
        "On hold time in minutes within business hours",
    ),
    misleading={
        "resolution time": f"whole hours only; {_RULE}",
        "first resolution time in minutes": f"until the first of perhaps several; {_RULE}",
        "first resolution time in minutes within business hours":
            "hours of a calendar that the export does not tell",
        "full resolution time in minutes": _RULE,
        "full resolution time in minutes within business hours":
            "hours of a calendar that the export does not tell",
    },
    priorities={"urgent": 1, "high": 2, "normal": 3, "low": 4},
)  # fmt: skip
"""Headings of the vendor's CSV account export; its times are in the account's time zone."""
