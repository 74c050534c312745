"""What the lead can see of a shift: lazy, read-only, valid until the next step.

A view hides what `seen` hides: true priorities before triage, causes, the numbers behind people.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from simulator.engine import agenda, authority, bygone, chance, changes, ledger, looks, offers
from simulator.engine.acts.messages import overtaken
from simulator.engine.authority import Need
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.putting_off import DECLINED
from simulator.engine.reasons import offered_reasons
from simulator.engine.records import LEAD
from simulator.engine.seen import (
    Agenda,
    AnalystView,
    CallView,
    ChangeView,
    ConflictView,
    DecisionView,
    FactView,
    Header,
    IncidentView,
    InHand,
    PromiseView,
    QuestionView,
    SceneView,
    StakeholderView,
    TicketView,
    WordingView,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.engine.acts.base import Act, Refusal
    from simulator.engine.authority import Power
    from simulator.engine.ledger import Change
    from simulator.engine.log import LogEntry
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.standing import Standing
    from simulator.engine.state import State
    from simulator.engine.world import Condition, World


_pressing: Callable[[Ticket], tuple[int, int, int]] = attrgetter("priority", "resolve_by", "number")
"""Place of a ticket in a list: the smallest is the most pressing."""


class View:
    """The lead's view of a state."""

    __slots__ = ("_read", "_state")

    def __init__(self, state: State) -> None:
        self._state = state
        self._read = 0

    @property
    def now(self) -> int:
        """Minutes since the shift began."""
        return self._state.now

    @property
    def over(self) -> bool:
        """Whether the shift has ended."""
        return self._state.over

    @property
    def world(self) -> World:
        """The scenario's world, for texts and fixed facts about the desk."""
        return self._state.world

    @property
    def length(self) -> int:
        """Length of the shift in minutes."""
        return self._state.world.length

    @property
    def order(self) -> str:
        """The order the team was briefed on; "" for none."""
        return self._state.order

    # Tickets ----------------------------------------------------------------------------------

    def tickets(self) -> Iterator[TicketView]:
        """Yield all open tickets that stand on their own, most pressing first."""
        s = self._state
        still = [t for t in s.tickets.values() if t.resolved < 0 and not t.linked]
        still.sort(key=_pressing)
        for ticket in still:
            yield looks.ticket(self._state, ticket)

    def waiting(self) -> Iterator[TicketView]:
        """Yield the tickets that wait for somebody, most pressing first."""
        s = self._state
        still = [s.tickets[ident] for ident in s.waiting]
        still.sort(key=_pressing)
        return (looks.ticket(self._state, one) for one in still)

    def ticket(self, ident: str) -> TicketView:
        """Return a ticket, open or not; raises `KeyError` for one that has not come in."""
        return looks.ticket(self._state, self._state.tickets[ident])

    def all_tickets(self) -> Iterator[TicketView]:
        """Yield every ticket that has come in, in order of arrival."""
        return (looks.ticket(self._state, one) for one in self._state.tickets.values())

    def declined(self) -> Iterator[TicketView]:
        """Return the tickets that were declined, in order of arrival."""
        s = self._state
        gone = [one for one in s.tickets.values() if one.state == DECLINED] if s.declined else []
        return (looks.ticket(s, one) for one in gone)

    def calls(self) -> Iterator[CallView]:
        """Return who rings or stands at the counter and waits, longest first."""
        return looks.calls_waiting(self._state)

    # People -----------------------------------------------------------------------------------

    def team(self) -> Iterator[AnalystView]:
        """Yield the roster, in its own order."""
        return (self.analyst(one.id) for one in self._state.world.team)

    def analyst(self, ident: str) -> AnalystView:
        """Return one analyst: place, load and visible signs."""
        return looks.analyst(self._state, ident)

    def stakeholders(self) -> Iterator[StakeholderView]:
        """Yield everybody outside the team."""
        for spec in self._state.world.stakeholders:
            one = self._state.stakeholders[spec.id]
            yield StakeholderView(
                spec.id, spec.name, spec.short, spec.audience, spec.role,
                one.last_word if one.last_word >= 0 else None,
                one.asked_at if one.asked_at >= 0 else None,
                one.orders,
            )  # fmt: skip

    def ledger(self, who: str) -> Iterator[Change]:
        """Yield what moved a stakeholder's trust as far as the lead could see it, oldest first."""
        return ledger.changes(self._state, who)

    def powers(self) -> Iterator[Power]:
        """Yield what the lead's authority names, with the yeses that stand."""
        return authority.powers(self._state)

    def whose(self, power: str) -> str:
        """Return the stakeholder whose word a power needs now; "" where the lead may use it."""
        reason = authority.refusal(self._state, (Need((power,)),))
        return reason.about[0].partition(":")[2] if reason is not None else ""

    def conflicts(self) -> Iterator[ConflictView]:
        """Yield friction that has shown itself."""
        for ident, one in self._state.conflicts.items():
            if one.shown >= 0:
                yield ConflictView(
                    ident, self._state.plan.conflicts[ident].between, one.sign, one.shown,
                    one.heard, one.settled,
                )  # fmt: skip

    # Incidents --------------------------------------------------------------------------------

    def incidents(self) -> Iterator[IncidentView]:
        """Yield incidents that are suspected or declared and not mended for good."""
        for ident, one in self._state.incidents.items():
            if one.known >= 0 and one.state != "coming":
                yield self.incident(ident)

    def incident(self, ident: str) -> IncidentView:
        """Return one incident; raises `KeyError` for one that nothing is known of."""
        return looks.incident(self._state, ident)

    def changes(self) -> Iterator[ChangeView]:
        """Yield the planned changes that the lead knows of."""
        s = self._state
        return (looks.change(s, one) for one in s.changes if changes.known(s, one))

    # What is known and owed -------------------------------------------------------------------

    def facts(self) -> Iterator[FactView]:
        """Yield what the lead knows, oldest first."""
        plan, over = self._state.plan, bygone.facts(self._state)
        for ident, since in self._state.facts.items():
            spec = plan.facts[ident]
            yield FactView(ident, spec.text, since, spec.technical, ident in over)

    def knows(self, fact: str) -> bool:
        """Return whether the lead knows a fact."""
        return fact in self._state.facts

    def promises(self) -> Iterator[PromiseView]:
        """Yield the words that are owed, the next due first."""
        still = [p for p in self._state.promises.values() if p.state == "open"]
        for one in sorted(still, key=lambda p: (p.due, p.id)):
            yield PromiseView(one.to, one.due, one.what)

    def check_ins(self) -> Iterator[tuple[str, int]]:
        """Yield the check-ins that were agreed: analyst and minute."""
        for ident, one in self._state.analysts.items():
            if one.check_in >= 0:
                yield ident, one.check_in

    def standing_orders(self) -> Iterator[Standing]:
        """Yield the standing orders that count, oldest first."""
        yield from self._state.standing.values()

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the reasons for putting off or declining: id and words."""
        yield from offered_reasons(self._state.world).items()

    def decisions(self) -> Iterator[DecisionView]:
        """Yield decisions that can be recorded now, or were."""
        return offers.decisions(self._state)

    def questions(self, who: str) -> Iterator[QuestionView]:
        """Yield the questions that can be put to somebody now."""
        return offers.questions(self._state, who)

    def wordings(self, to: str, about: str, element: str = "") -> Iterator[WordingView]:
        """Yield the wordings offered for a message."""
        return offers.wordings(self._state, to, about, element)

    # Scenes -----------------------------------------------------------------------------------

    def scenes(self) -> Iterator[SceneView]:
        """Yield the scenes that stand open, oldest first."""
        return offers.scenes(self._state)

    def scene(self) -> SceneView | None:
        """Return the oldest open scene that was not put off; None for none."""
        return next((one for one in self.scenes() if not one.put_off), None)

    # The lead ---------------------------------------------------------------------------------

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

    # What happened ----------------------------------------------------------------------------

    def header(self) -> Header:
        """Return the figures of the top line."""
        return looks.header(self._state)

    def new(self) -> Sequence[LogEntry]:
        """Return the entries the lead could see since the last call on this view."""
        log, read = self._state.log, self._read
        self._read = len(log)
        return log.seen_since(read)

    def strip(self, count: int) -> list[LogEntry]:
        """Return the last entries that have a sentence and were seen, newest first."""
        found: list[LogEntry] = []
        for entry in reversed(self._state.log):
            if len(found) == count:
                break
            if entry.seen and CATALOGUE[entry.kind].sentence:
                found.append(entry)
        return found

    def chance(self, purpose: str) -> int:
        """Return 0 to 999 from the strategy's own stream, the same at every call in a minute."""
        words = chance.drawn(self._state.seed, 0, "strategy", purpose, self._state.now)
        return chance.permille(words[0])


__all__ = ["LEAD", "Header", "View"]
