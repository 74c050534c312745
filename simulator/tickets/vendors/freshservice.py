"""Freshservice and Freshdesk, whose headings differ in capitals only."""

from simulator.tickets.vendors.vendor import Vendor, names

FRESHSERVICE = Vendor(
    "freshservice",
    "a Freshservice export",
    columns={
        "number": ("ticket id",),
        "opened_at": ("created time",),
        "resolved_at": ("resolved time",),
        "updated_at": ("last updated time", "last update time"),
        "responded_at": ("initial response time",),
        "priority": ("priority",),
        "impact": ("impact",),
        "urgency": ("urgency",),
        "state": ("status",),
        "channel": ("source",),
        "category": ("category",),
        "group": ("group",),
        "assignee": ("agent",),
        "caller": ("requester email", "requester name", "contact id"),
        "sla_flag": ("resolution status",),
    },
    spare=names(
        "Subject", "Type", "Sub-Category", "Item", "Requester Location", "Requester VIP",
        "Due by Time", "Closed Time", "Time Tracked", "Agent interactions", "Customer interactions",
        "First Response Status", "Tags", "Survey Result", "Survey results", "Approval Status",
        "Description", "Department", "Workspace", "Planned Start Date", "Planned End Date",
        "Full name", "Email", "Company Name", "Product", "Contact name",
    ),
    misleading={
        "resolution time (in hrs)": "hours of a calendar that the export does not tell",
        "first response time (in hrs)": "hours of a calendar that the export does not tell",
    },
    priorities={"urgent": 1, "high": 2, "medium": 3, "low": 4},
)  # fmt: skip
"""Headings of a Freshservice ticket export; those of Freshdesk are nearly the same."""
