"""ServiceNow's incident table, by field names and by the labels of its forms."""

from simulator.tickets.vendors.vendor import Vendor, names

SERVICENOW = Vendor(
    "servicenow",
    "a ServiceNow export",
    columns={
        "number": ("number",),
        "opened_at": ("opened at", "opened"),
        "resolved_at": ("resolved at", "resolved"),
        "updated_at": ("sys updated at", "sys updated on", "updated"),
        "priority": ("priority",),
        "impact": ("impact",),
        "urgency": ("urgency",),
        "state": ("incident state", "state"),
        "channel": ("contact type", "channel"),
        "category": ("category",),
        "group": ("assignment group",),
        "assignee": ("assigned to",),
        "resolver": ("resolved by",),
        "caller": ("caller id", "caller"),
        "reassignments": ("reassignment count",),
        "reopens": ("reopen count",),
        "sla_flag": ("made sla",),
    },
    spare=names(
        "short_description", "description", "severity", "subcategory", "opened_by", "closed_at",
        "closed_by", "closed", "active", "sys_mod_count", "sys_updated_by", "updated by",
        "location", "knowledge", "closed_code", "close_code", "close_notes", "sys_id",
        "sys_created_by", "sys_created_at", "sys_created_on", "cmdb_ci", "problem_id", "rfc",
        "vendor", "caused_by", "notify", "company", "work_notes", "comments",
    ),
    misleading={
        "calendar duration": "seconds until the ticket was closed, not until it was resolved",
        "business duration": "seconds of a calendar that the export does not tell",
        "calendar stc": "seconds of an SLA clock that stands while a ticket waits",
        "business stc": "seconds of an SLA clock that stands while a ticket waits",
    },
    # New, In Progress, On Hold; Resolved, Closed, Canceled.
    codes={"1": False, "2": False, "3": False, "6": True, "7": True, "8": True},
)  # fmt: skip
"""Field names, labels, state codes and priorities as the vendor's base system has them."""
