"""What becomes of every act of the lead's, whatever it is."""

from __future__ import annotations

from simulator.engine.catalogue.fields import LEAD, SPENT, k, number, text

WHO = text("whom the reason names, as a subject", optional=True)
AT = number("the minute that the reason names", "minute", True)

KINDS = (
    k("act.given", LEAD, "lead", "", act=text("kind of the act"), number=number("its number"),
      about=text("what it is about", "any", True), minutes=number("lead minutes it will take")),
    k("act.refused", LEAD, "lead", "Not possible: {code}", act=text("kind of the act"),
      number=number("its number"), code=text("why", "refusal"), who=WHO, at=AT),
    k("act.begun", LEAD, "lead", "", act=text("kind of the act"), number=number("its number"),
      until=number("minute at which it will be done")),
    k("act.done", LEAD, "lead", "", act=text("kind of the act"), number=number("its number"),
      minutes=SPENT),
    k("act.failed", LEAD, "lead", "Nothing came of “{act}”: {code}",
      act=text("kind of the act", "act"),
      number=number("its number"), code=text("why", "refusal"), minutes=SPENT,
      who=WHO, at=AT),
    k("act.left", LEAD, "lead", "You left it", act=text("kind of the act"),
      number=number("its number"), minutes=SPENT),
    k("act.withdrawn", LEAD, "lead", "You took it back", act=text("kind of the act"),
      number=number("its number")),
)  # fmt: skip
