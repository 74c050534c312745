"""The rule of the act that says who answers the telephones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import calls, feelings, work
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.owning import own_analyst
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Phones
    from simulator.engine.state import State


class PhonesRule(PricedRule):
    """Put somebody on the telephones, or take them off: hands for a peak, peace for hard work.

    B102, B112. A call that goes on is not cut off.
    """

    family: Family = "prioritise"

    def refuse(self, s: State, act: Phones) -> Refusal | None:
        """Return why not; somebody on a break can be told for afterwards."""
        if not calls.has_telephones(s):
            return Refusal("phones.none")
        analyst = s.analysts.get(act.person)
        if analyst is None:
            return Refusal("person.unknown")
        if analyst.place in ("absent", "away"):
            return Refusal("person.away", (analyst.ref,))
        if analyst.phones == act.on:
            about = (analyst.ref,)
            return Refusal("phones.on", about) if act.on else Refusal("phones.off", about)
        return None

    def apply(self, s: State, act: Phones, because: int) -> None:
        """Carry it out; who has nothing in hand answers, or takes something, at once."""
        analyst = own_analyst(s, act.person)
        analyst.phones = act.on
        note(
            s, "phones.joined" if act.on else "phones.left", "lead", analyst.ref, LEAD, because,
            {"ringing": sum(1 for _ in calls.ringing(s)), "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, act.person, acted=False)
        if act.person in s.idle:
            work.free(s, own_analyst(s, act.person))
