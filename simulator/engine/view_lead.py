"""What the lead is busy with and may do: the part of the view that is about the lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import agenda, chance
from simulator.engine.acts.messages import overtaken
from simulator.engine.seen import Agenda, InHand
from simulator.engine.view_said import SaidView

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act, Refusal
    from simulator.engine.world import Condition


class LeadView(SaidView):
    """The lead's agenda, and whether and when an act could take effect."""

    __slots__ = ()

    def agenda(self) -> Agenda:
        """Return what the lead is busy with, and what waits."""
        lead = self._state.lead
        hand = None
        if lead.hand is not None:
            hand = InHand(
                lead.hand.number, lead.hand.act, lead.begun, lead.until, lead.until - lead.begun,
                overtaken(self._state, lead.hand.act, lead.hand.at),
            )  # fmt: skip
        queued = [
            InHand(
                one.number, one.act, None, None, agenda.cost(self._state, one.act),
                overtaken(self._state, one.act, one.at),
            )
            for one in lead.queue
        ]  # fmt: skip
        return Agenda(hand, tuple(queued), agenda.free_at(self._state))

    def possible(self, act: Act) -> Refusal | None:
        """Return why an act is not possible now; None when it is."""
        return agenda.possible(self._state, act)

    def cost(self, act: Act) -> int:
        """Return the lead minutes an act would take."""
        return agenda.cost(self._state, act)

    def done_at(self, act: Act) -> int:
        """Return the minute at which an act given now would take effect."""
        return self.agenda().free_at + self.cost(act)

    def withdrawable(self) -> int | None:
        """Return the number of the last act that can still be taken back; None for none."""
        lead = self._state.lead
        numbers = [one.number for one in lead.queue]
        if lead.hand is not None:
            numbers.append(lead.hand.number)
        return max((n for n in numbers if agenda.withdrawable(self._state, n)), default=None)

    def holds(self, condition: Condition) -> bool:
        """Return whether an author's condition holds now; a playbook knows the scenario."""
        return condition.holds(self._state)

    def allowed(self, kind: str) -> bool:
        """Return whether this scenario uses a kind of act."""
        used = self._state.world.acts
        return not used or kind in used

    def chance(self, purpose: str) -> int:
        """Return 0 to 999 from the strategy's own stream, the same at every call in a minute."""
        words = chance.drawn(self._state.seed, 0, "strategy", purpose, self._state.now)
        return chance.permille(words[0])
