"""What is marked on screen as the fields of an act that it fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.tui.desk import Sight


def marks(sight: Sight, row: str = "", person: str = "") -> dict[str, str]:
    """Return field and id for a row of the queue and a person; who has the row where none is."""
    open_now = [one for one in sight.incidents() if one.state != "resolved"]
    incident = next((one for one in open_now if one.id == row), None)
    ticket = sight.ticket(row) if row and incident is None else None
    one = incident or ticket
    who = person or (one.who if one is not None and one.who != "lead" else "")
    about = row if incident else ticket.incident if ticket else ""
    if not about and len(open_now) == 1:
        about = open_now[0].id
    found = {"task": row, "ticket": ticket.id if ticket else "", "incident": about,
             "person": who, "who": who}  # fmt: skip
    return {field: ident for field, ident in found.items() if ident}
