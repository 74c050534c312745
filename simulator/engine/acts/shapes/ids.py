"""What the ids and words in an act name."""

from __future__ import annotations

from typing import Literal

TicketId = str
IncidentId = str
Task = str
"""A ticket's id (`desk.17`) or an incident's (`portal`); the two never share an id."""
AnalystId = str
StakeholderId = str
KindId = str
"""A kind of ticket: `password-reset`."""

Style = Literal["show", "alongside", "on-call", "hand-over"]
Confirmation = Literal["users", "monitoring"]
"""By whose word a service is back."""
Order = Literal["impact", "oldest", "own"]
