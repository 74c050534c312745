"""What the lead lays down for the whole desk."""

from __future__ import annotations

from simulator.engine.catalogue.fields import LEAD, SPENT, flag, k, many, number, text

KINDS = (
    k("order.briefed", LEAD, "desk", "You briefed the team: {order} first",
      order=text("impact, oldest or own", "order"), why=text("reason given with it", "", True),
      changed=flag("another order stood before"), minutes=SPENT),
    k("decision.recorded", LEAD, "desk", "You decided: {what}", what=text("which", "decision"),
      why=many("reasons"), threshold=number("minute, -1 for none", "minute"),
      if_fails=flag("it says what happens if it fails"), minutes=SPENT),
    k("shift.handed-over", LEAD, "desk", "You handed the shift over",
      tasks=many("tasks handed over", "task"), open=number("P1 and P2 tasks open"),
      covered=number("of these, handed over"), promises=flag("promises passed on"),
      minutes=SPENT),
)  # fmt: skip
