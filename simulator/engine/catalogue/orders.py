"""What the lead lays down for the whole desk."""

from __future__ import annotations

from simulator.engine.catalogue.fields import LEAD, SPENT, WORLD, flag, k, many, number, text

KINDS = (
    k("order.briefed", LEAD, "desk", "You briefed the team: {order} first",
      order=text("impact, oldest or own", "order"), why=text("reason given with it", "", True),
      changed=flag("another order stood before"), minutes=SPENT),
    k("order.set", LEAD, "desk", "You gave a standing order: {rule}",
      order=number("its number"), rule=text("route, only, allow, escalate or tell", "standing"),
      what=text("skill, kind, service, approval or permit it is about"),
      who=text("whom it names", "any"), after=number("threshold, minutes, -1 for none"),
      changed=flag("it stands in the place of another"), minutes=SPENT),
    k("order.lifted", LEAD, "desk", "You lifted a standing order: {rule}",
      order=number("its number"), rule=text("which sort", "standing"),
      stood=number("minutes it had stood"), minutes=SPENT),
    k("order.followed", WORLD, "", "", order=number("number of the standing order"),
      rule=text("route, only or allow", "standing"), to=text("who followed it", "analyst")),
    k("order.crossed", WORLD, "incident", "{subject}: no progress for {minutes} minutes",
      order=number("number of the standing order"),
      to=text("who is asked for help, empty for the lead", "stakeholder"),
      minutes=number("minutes without progress")),
    k("role.given", LEAD, "incident", "You gave a role in {subject} to {to}: {role}",
      role=text("lead, operations, communications or scribe", "role"),
      to=text("who gets it, or lead", "analyst"), acknowledged=flag("the person said yes"),
      minutes=SPENT, **{"from": text("who had it, or lead", "analyst")}),
    k("lead.split", WORLD, "lead", "Several roles at once cost you {minutes} minutes",
      about=text("incident", "incident"), roles=number("roles in your hands"),
      minutes=number("lead minutes")),
    k("incident.recorded", WORLD, "incident", "{actor} has the record of {subject}",
      by=text("who kept it", "analyst"), entries=number("entries about it")),
    k("decision.recorded", LEAD, "desk", "You decided: {what}", what=text("which", "decision"),
      why=many("reasons"), threshold=number("minute, -1 for none", "minute"),
      if_fails=flag("it says what happens if it fails"), minutes=SPENT,
      beside_point=many("reasons among them that do not bear on it", "", True),
      too_late=flag("the threshold comes after it makes sense", True)),
    k("shift.handed-over", LEAD, "desk", "You handed the shift over",
      tasks=many("tasks handed over", "task"), open=number("P1 and P2 tasks open"),
      covered=number("of these, handed over"), promises=flag("promises passed on"),
      facts=many("facts passed on", "fact", True), minutes=SPENT),
)  # fmt: skip
