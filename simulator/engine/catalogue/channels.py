"""What happens on the telephones and at the counter."""

from __future__ import annotations

from simulator.engine.catalogue.fields import LEAD, SPENT, WORLD, flag, k, number, text

_WAITED = number("minutes since the first ring, or since the visitor came")
_AGAIN = number("how often this caller had given up before", "", True)
_TO = text("who answers", "analyst")
_MINUTES = number("minutes it took")
_SOLVED = flag("nothing is left to do")
_POINTS = number("satisfaction, points")

KINDS = (
    k("call.rang", "script world", "call", "The telephone rings", again=_AGAIN),
    k("call.answered", WORLD, "call", "{actor} answered a call after {waited} min",
      to=_TO, waited=_WAITED),
    k("call.abandoned", WORLD, "call", "A caller gave up after {waited} min",
      waited=_WAITED, satisfaction=_POINTS),
    k("call.ended", WORLD, "call", "{actor} is off the telephone and writes it up",
      to=_TO, minutes=_MINUTES, solved=_SOLVED),
    k("visit.came", "script world", "visit", "Somebody stands at the counter", again=_AGAIN),
    k("visit.met", WORLD, "visit", "{actor} went to the counter after {waited} min",
      to=_TO, waited=_WAITED, interrupted=text("what was set aside for it", "task", True)),
    k("visit.left", WORLD, "visit", "A visitor left after {waited} min",
      waited=_WAITED, satisfaction=_POINTS),
    k("visit.ended", WORLD, "visit", "{actor} is back from the counter and writes it up",
      to=_TO, minutes=_MINUTES, solved=_SOLVED),
    k("phones.joined", LEAD, "analyst", "You put {subject} on the telephones",
      ringing=number("calls that rang just then"), minutes=SPENT),
    k("phones.left", LEAD, "analyst", "You took {subject} off the telephones",
      ringing=number("calls that rang just then"), minutes=SPENT),
)  # fmt: skip
