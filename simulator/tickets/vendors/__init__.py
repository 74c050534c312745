"""The exports that are known by their columns: ServiceNow, Jira, Zendesk, Freshservice."""

from simulator.tickets.vendors.freshservice import FRESHSERVICE
from simulator.tickets.vendors.jira import JIRA
from simulator.tickets.vendors.servicenow import SERVICENOW
from simulator.tickets.vendors.vendor import OWN, Vendor
from simulator.tickets.vendors.zendesk import ZENDESK

VENDORS = {one.name: one for one in (SERVICENOW, JIRA, ZENDESK, FRESHSERVICE)}
"""The vendors by the name that `--from` takes."""

__all__ = ["OWN", "VENDORS", "Vendor"]
