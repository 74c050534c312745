"""Rules of the acts that share what the lead or a senior does: roles, and working side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, helping, pairs, roles
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.acts.giving import AssignRule
from simulator.engine.acts.moving import ReassignRule
from simulator.engine.acts.shapes import Assign, Reassign
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import GiveRole, Pair
    from simulator.engine.state import State


class GiveRoleRule(PricedRule):
    """Give a role away, or take it back; command moves only with a live yes (I4, I17, I19)."""

    family: Family = "delegate"

    def refuse(self, s: State, act: GiveRole) -> Refusal | None:
        """Return why not."""
        incident = s.incidents.get(act.incident)
        if incident is None or incident.known < 0:
            return Refusal("incident.unknown")
        if incident.state == "resolved":
            return Refusal("incident.resolved", (f"incident:{act.incident}",))
        if roles.holder(s, act.incident, act.role) == act.to:
            return Refusal("role.same")
        if act.role == roles.OPERATIONS:
            return _refuse_operations(s, act)
        return None if act.to == LEAD else tasks.person_gone(s, act.to)

    def apply(self, s: State, act: GiveRole, because: int) -> None:
        """Carry it out: who says no leaves it where it was (I17)."""
        before = roles.holder(s, act.incident, act.role)
        yes = act.role != roles.COMMAND or act.to == LEAD or _says_yes(s, act.to)
        entry = note(
            s, "role.given", "lead", f"incident:{act.incident}", LEAD, because,
            {
                "role": act.role, "to": act.to, "from": before, "acknowledged": yes,
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        if act.to in s.analysts:
            feelings.spoken_with(s, act.to)
        if act.role == roles.OPERATIONS:
            _give_work(s, act, entry)
        elif yes:
            roles.give(s, act.incident, act.role, act.to, entry)


def _says_yes(s: State, who: str) -> bool:
    """Return whether somebody can take command now: not at the end of their strength."""
    return feelings.stress(s.analysts[who], s.now) < s.rules.late_replies_at * feelings.POINT


def _refuse_operations(s: State, act: GiveRole) -> Refusal | None:
    if act.to == LEAD:
        return Refusal("role.operations")
    if s.incidents[act.incident].who:
        return ReassignRule().refuse(s, Reassign(act.incident, act.to))
    return AssignRule().refuse(s, Assign(act.incident, act.to))


def _give_work(s: State, act: GiveRole, because: int) -> None:
    """Operations is the work itself: it is given, or moved, like any task."""
    if s.incidents[act.incident].who:
        ReassignRule().apply(s, Reassign(act.incident, act.to), because)
    else:
        AssignRule().apply(s, Assign(act.incident, act.to), because)


class PairRule(PricedRule):
    """Let somebody learn beside somebody who knows more (B12, B74)."""

    family: Family = "people"

    def refuse(self, s: State, act: Pair) -> Refusal | None:
        """Return why not."""
        refusal = tasks.person_gone(s, act.person) or tasks.person_gone(s, act.senior)
        if refusal is not None:
            return refusal
        if act.person == act.senior:
            return Refusal("pair.self")
        junior, senior = s.analysts[act.person], s.analysts[act.senior]
        for one in (junior, senior):
            if one.spec.remote:
                return Refusal("pair.remote", (one.ref,))
            if one.paired:
                return Refusal("pair.already", (one.ref,))
        if all(points <= junior.skills.get(skill, 1) for skill, points in senior.skills.items()):
            return Refusal("pair.nothing-to-learn", (senior.ref,))
        late = tasks.out_of_time(s, act.until, self.cost(s, act) + 1)
        return Refusal("assign.time") if late else None

    def apply(self, s: State, act: Pair, because: int) -> None:
        """Carry it out."""
        entry = note(
            s, "analyst.paired", "lead", f"analyst:{act.person}", LEAD, because,
            {"with": act.senior, "until": act.until, "minutes": self.cost(s, act)},
        )  # fmt: skip
        for who in (act.person, act.senior):
            feelings.spoken_with(s, who)
        helping.met(s, act.person, entry)
        pairs.begin(s, act.person, act.senior, act.until)
        feelings.kindness(s, act.person, "paired", s.rules.paired_morale, entry)
