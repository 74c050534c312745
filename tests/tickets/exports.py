"""Small made-up exports, as the four vendors write them."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

SERVICENOW = (
    "number,incident_state,reassignment_count,reopen_count,made_sla,caller_id,opened_at,"
    "sys_updated_at,contact_type,category,impact,urgency,priority,assignment_group,assigned_to,"
    "resolved_by,resolved_at,closed_at,u_room"
)
JIRA = """\
Summary,Issue key,Issue id,Issue Type,Status,Priority,Labels,Labels,Assignee,Reporter,Created,\
Updated,Resolved,Custom field (Time to resolution),Custom field (Floor)
"The printer
on floor 2",HD-1,1,Bug,Done,Highest,x,y,Ana Lopez,Ben Ito,14/Jul/25 3:42 PM,14/Jul/25 5:00 PM,\
14/Jul/25 5:12 PM,-01:10,2
VPN,HD-2,2,Task,To Do,Medium,,,Ana Lopez,Ben Ito,15/Jul/25 12:05 AM,,,03:00,2,left,over
VPN,HD-3,3,Task,Waiting,Nobody knows,,,,Cy Poe,16/Jul/25 9:00 AM,,soon,,
"""
JIRA_IN_SPANISH = """\
Resumen;Clave de incidencia;Estado;Prioridad;Creada;Resuelta;Campo personalizado (Request Type)
VPN;HD-1;Cerrado;Alta;14/ene/25 3:42 p. m.;15/ene/25 9:12 a. m.;Acceso
"""
ZENDESK = """\
Summation column,Id,Requester,Subject,Status,Priority,Via,Created at,Solved at,Group stations,\
Reopens,First reply time in minutes,Full resolution time in minutes
1,5,Ana,Mail,Closed,Urgent,Web,2025-10-25 15:42:00 +0200,2025-10-26 15:42:00 +0100,3,1,12,9
1,6,Ben,Mail,Open,-,Web,2025-10-26 09:00:00 +0100,,1,0,,
"""
FRESHSERVICE = """\
Subject,Type,Status,Urgency,Impact,Priority,Group,Agent,Category,Source,Ticket Id,Requester Email,\
Created Time,Resolved Time,Initial Response Time,Resolution Time (in Hrs),Resolution Status
Büro,Incident,Closed,Low,Low,Low,Desk,Ana,Mail,Email,1,a@example.org,2025-02-03 10:00:00,\
2025-02-03 12:30:00,2025-02-03 10:10:00,00:00:05,Within SLA
Mail,Incident,Closed,Low,Low,Urgent,Desk,Ana,Mail,Email,2,a@example.org,2025-02-03 10:00:00,\
2025-02-02 12:30:00,,,SLA Violated
"""
TICKETS = 400
MISSING = "?"


def _written(moment: datetime) -> str:
    return f"{moment.day}/{moment.month}/{moment.year} {moment:%H:%M}"


def rows_of_a_desk(history: bool) -> list[dict[str, str]]:
    """Return three weeks of a desk, one row a ticket, or with its history as two."""
    luck = Random(8)
    found: list[dict[str, str]] = []
    for number in range(TICKETS):
        day = luck.choice((0, 0, 0, 1, 1, 2, 3, 4)) + 7 * luck.randrange(3)
        opened = datetime(2025, 3, 31) + timedelta(
            days=day, hours=luck.choice((8, 9, 9, 10, 13, 15)), minutes=luck.randrange(60)
        )
        resolved = opened + timedelta(minutes=int(luck.lognormvariate(4.5, 2)))
        level = luck.choice(("1 - Critical", *("3 - Moderate",) * 9, "4 - Low"))
        last = {
            "number": f"INC{number:05}",
            "incident_state": "Closed",
            "reassignment_count": str(luck.choice((0, 0, 0, 1, 2))),
            "reopen_count": str(int(luck.random() < 0.03)),
            "made_sla": luck.choice(("true", "false")),
            "caller_id": f"Caller {luck.randrange(150)}",
            "opened_at": _written(opened),
            "sys_updated_at": _written(resolved + timedelta(days=5)),
            "contact_type": "Phone",
            "category": f"Category {luck.randrange(9)}",
            "impact": "2 - Medium",
            "urgency": "2 - Medium",
            "priority": level,
            "assignment_group": luck.choice(("Group 1", "Group 2", MISSING)),
            "assigned_to": "Resolver 4",
            "resolved_by": f"Resolver {min(luck.randrange(20), luck.randrange(20))}",
            "resolved_at": _written(resolved) if luck.random() < 0.95 else MISSING,
            "closed_at": _written(resolved + timedelta(days=5)),
            "u_room": "12",
        }
        if history:
            first = {"incident_state": "Resolved", "sys_updated_at": _written(resolved),
                     "priority": "3 - Moderate"}  # fmt: skip
            found.append(last | first)
        found.append(last)
    return found


def servicenow(history: bool = False) -> str:
    """Return the rows as a CSV text."""
    lines = [",".join(row.values()) for row in rows_of_a_desk(history)]
    return "\n".join([SERVICENOW, *lines, ""])
