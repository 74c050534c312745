"""What the lead and the world make of an incident: theories, ways, recovery, changes."""

from __future__ import annotations

from simulator.engine.catalogue.fields import LEAD, SPENT, WORLD, flag, k, many, number, text

_WHO = text("who", "analyst")
_THEORY = text("theory", "theory")
_WAY = text("which", "way")

KINDS = (
    k("incident.alerted", WORLD, "incident", "Monitoring shows something odd: {subject}",
      service=text("service")),
    k("incident.theory-directed", LEAD, "incident", "You asked {to} to look into this: {theory}",
      theory=_THEORY, to=_WHO, named=flag("the lead chose it"), minutes=SPENT),
    k("incident.theory-begun", WORLD, "incident", "{actor} looks into this: {theory}",
      theory=_THEORY, by=_WHO),
    k("incident.theory-confirmed", WORLD, "incident", "{actor}: that is it: {theory}",
      theory=_THEORY, by=_WHO),
    k("incident.theory-refuted", WORLD, "incident", "{actor}: ruled out: {theory}",
      theory=_THEORY, by=_WHO),
    k("incident.severity-set", LEAD, "incident", "You set {subject} to severity {severity}",
      severity=number("1 to 4"), was=number("1 to 4"),
      lowered_early=flag("lowered while the service was down"), minutes=SPENT),
    k("incident.rolled-back", LEAD, "incident", "You rolled back: {way}",
      way=_WAY, if_fails=flag("a way was named in case it fails"),
      tested=flag("the theory it acts on was confirmed, or it acts on none"),
      irreversible=flag("it cannot be undone"), minutes=SPENT),
    k("incident.no-better", WORLD, "incident", "{way}: it made no difference", way=_WAY),
    k("incident.reversed", LEAD, "incident", "You took this back: {way}", way=_WAY,
      minutes=SPENT),
    k("incident.verified", LEAD, "incident", "{subject}: {how} say it is back",
      how=text("users or monitoring", "how"), minutes=SPENT),
    k("incident.not-back", LEAD, "incident", "{subject}: {how} say it is not back",
      how=text("users or monitoring", "how"), minutes=SPENT),
    k("incident.relapsed", "world lead", "incident", "{subject} is down again",
      after=number("minutes since it looked back")),
    k("incident.joined", LEAD, "incident", "You brought {to} onto {subject}",
      to=_WHO, needed=flag("the incident gained by it"), minutes=SPENT),
    k("incident.released", LEAD, "incident", "You let {to} go back to their own work",
      to=_WHO, idle=number("minutes without anything to do on it"), minutes=SPENT),
    k("incident.stand-by", WORLD, "incident", "{subject}: {people} of your team stand by",
      people=number("people who joined and have nothing to do on it"),
      since=number("minute from which the desk had nothing left to do", "minute")),
    k("incident.reviewed", LEAD, "incident", "You went through {subject} together",
      people=many("who took part", "analyst"), factors=many("what contributed", "factor"),
      remedies=many("what is done about it", "remedy"),
      owned=number("remedies with an owner and a date"), blames=flag("it makes a person the cause"),
      days=number("days within which the last of them is done, -1 for none"), minutes=SPENT),
    k("change.made", WORLD, "change", "{subject}: it went on",
      harm=flag("an incident that it could harm was open")),
    k("change.held", WORLD, "change", "{subject}: it did not go on, as you asked"),
    k("change.frozen", "world lead", "change", "{subject}: held back",
      needed=flag("an incident that it could harm was open"),
      early=number("minutes before it was planned")),
    k("change.unfrozen", LEAD, "change", "{subject}: it may go on",
      needed=flag("an incident that it could harm was open")),
)  # fmt: skip
