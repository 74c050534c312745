"""The rule of moving a task from one person to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, notes, pace, responders, work
from simulator.engine.acts import giving, tasks
from simulator.engine.acts.base import Family, Note, Refusal
from simulator.engine.owning import own_analyst, own_incident, own_ticket
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Reassign
    from simulator.engine.state import State


class ReassignRule:
    """Move a task from one person to another."""

    family: Family = "delegate"

    def cost(self, s: State, act: Reassign) -> int:
        """Return the lead minutes."""
        return giving.style_cost(s, act, "reassign")

    def refuse(self, s: State, act: Reassign) -> Refusal | None:
        """Return why not."""
        refusal = giving.refusal_to_give(s, act)
        if refusal is not None:
            return refusal
        holder = tasks.holder_of(s, act.task)
        if not holder:
            return Refusal("reassign.nobody")
        if holder == act.to:
            return Refusal("reassign.same", (f"analyst:{holder}",))
        if holder == LEAD:
            return Refusal("reassign.yours")
        for part in ("tested", "changed", "suspected", "next"):
            if any(f not in s.found for f in getattr(act.note or Note(), part)):
                return Refusal("note.unknown")
        return None

    def apply(self, s: State, act: Reassign, because: int) -> None:
        """Carry it out: without a note the next person starts over (B27, B62)."""
        rules = s.rules
        kind = "incident" if act.task in s.incidents else "ticket"
        holder = tasks.holder_of(s, act.task)
        parts = (act.note or Note()).parts()
        refused = bool(parts) and notes.refused(s, holder, act.to)
        if refused:
            parts = ()
        data = giving.told(s, act, self.cost(s, act))
        data |= {"from": holder, "note": parts}
        if kind == "incident":
            incident = s.incidents[act.task]
            standing = s.now - incident.halted if incident.halted >= 0 else 0
            data |= {"lost": 0, "waited": standing}
        else:
            ticket = own_ticket(s, act.task)
            if ticket.speed:
                work.settle(s, ticket)
            data["lost"] = notes.lost(rules, ticket, parts)
        entry = note(s, f"{kind}.reassigned", "lead", f"{kind}:{act.task}", LEAD, because, data)
        notes.received(s, f"{kind}:{act.task}", holder, act.to, parts, refused, entry, "lead")
        if kind == "incident":
            responders.take_from(s, act.task)
            incident = own_incident(s, act.task)
            if incident.left:
                # Without a note the next person starts the step over.
                incident.left = incident.left + rules.note_reading * pace.MINUTE if parts else 0
        else:
            ticket = own_ticket(s, act.task)
            was_working = ticket.who in s.analysts
            giving.pick_up(s, act.task)
            ticket = own_ticket(s, act.task)
            notes.carry_over(rules, ticket, parts)
            if was_working:
                work.free(s, own_analyst(s, holder))
        _relieve(s, holder, entry)
        giving.give(s, act, entry, 100)


def _relieve(s: State, who: str, because: int) -> None:
    """Count load taken off somebody who was strained as relief (B89)."""
    if who not in s.analysts:
        return
    feelings.spoken_with(s, who)
    if feelings.stress(s.analysts[who], s.now) >= s.rules.no_break_at * feelings.POINT:
        feelings.kindness(s, who, "relieved", s.rules.relieved_morale, because)
    feelings.retune(s, own_analyst(s, who))
