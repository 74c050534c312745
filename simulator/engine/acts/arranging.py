"""Rules of the acts that set lasting rules for the desk, or keep somebody free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import reserves, standing, watches
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.authority import Need
from simulator.engine.records import HERE, LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import LiftOrder, Reserve, StandingOrder
    from simulator.engine.state import State
    from simulator.engine.world import TicketKind


def _kinds(s: State) -> list[TicketKind]:
    world = s.world
    mix = [kind for kind, _ in world.profile.mix] if world.profile is not None else []
    return [*mix, *(one.kind for one in world.tickets), *(t.kind for t in s.tickets.values())]


def _is_skill(s: State, what: str) -> bool:
    known = any(what in one.skills for one in s.world.team)
    return known or what in s.world.skills or any(kind.skill == what for kind in _kinds(s))


def _is_permit(s: State, what: str) -> bool:
    return any(kind.approval == what for kind in _kinds(s)) or any(
        permit.id == what
        for ident, spec in s.plan.incidents.items()
        if s.incidents[ident].known >= 0
        for permit in spec.permits
    )


class ReserveRule(PricedRule):
    """Keep somebody's time free for a purpose (B17, B60)."""

    family: Family = "prioritise"

    def refuse(self, s: State, act: Reserve) -> Refusal | None:
        """Return why not."""
        analyst = s.analysts.get(act.person)
        if analyst is None:
            return Refusal("person.unknown")
        if not act.work:
            return None if analyst.kept_for else Refusal("reserve.none", (analyst.ref,))
        if analyst.place not in HERE:
            return Refusal("person.away", (analyst.ref,))
        if act.work not in (reserves.P1, reserves.PLANNING) and not _is_skill(s, act.work):
            return Refusal("order.matter-unknown")
        if act.until is None or tasks.out_of_time(s, act.until, self.cost(s, act) + 1):
            return Refusal("assign.time")
        return None

    def apply(self, s: State, act: Reserve, because: int) -> None:
        """Carry it out; a new purpose ends the one before."""
        if s.analysts[act.person].kept_for:
            reserves.end(s, act.person, because)
        if act.work and act.until is not None:
            note(
                s, "analyst.reserved", "lead", f"analyst:{act.person}", LEAD, because,
                {"work": act.work, "until": act.until, "minutes": self.cost(s, act)},
            )  # fmt: skip
            reserves.keep(s, act.person, act.work, act.until)


class StandingOrderRule(PricedRule):
    """Give a lasting rule (B4, B57, B63)."""

    family: Family = "delegate"

    def refuse(self, s: State, act: StandingOrder) -> Refusal | None:
        """Return why not."""
        refusal = _refuse_timed(s, act) if act.rule in standing.TIMED else _refuse_matter(s, act)
        if refusal is None and any(
            (one.rule, one.what, one.who, one.after) == (act.rule, act.what, act.who, _after(act))
            for one in s.standing.values()
        ):
            return Refusal("order.same")
        return refusal

    def apply(self, s: State, act: StandingOrder, because: int) -> None:
        """Carry it out: an order about the same matter is replaced."""
        before = [k for k, o in s.standing.items() if o.same_matter(act.rule, act.what, act.who)]
        for number in before:
            del s.standing[number]
        s.orders_given += 1
        number = s.orders_given
        entry = note(
            s, "order.set", "lead", "desk", LEAD, because,
            {
                "order": number, "rule": act.rule, "what": act.what, "who": act.who,
                "after": _after(act), "changed": bool(before), "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        s.standing[number] = one = standing.Standing(
            number, act.rule, act.what, act.who, _after(act), entry
        )
        if act.rule in standing.TIMED:
            watches.given(s, one)
        elif act.rule in ("route", "only"):
            s.bound = True


def needs(s: State, act: StandingOrder) -> tuple[Need, ...]:
    """Return the powers it uses: the order itself, and what it allows."""
    allows = (Need((act.what,)),) if act.rule == "allow" else ()
    return (Need((act.kind,)), *allows)


def _after(act: StandingOrder) -> int:
    return -1 if act.after is None else act.after


def _refuse_timed(s: State, act: StandingOrder) -> Refusal | None:
    if act.after is None or not 1 <= act.after <= s.world.length:
        return Refusal("order.minutes")
    if act.what:
        return Refusal("order.matter-unknown")
    if act.rule == "escalate" and not act.who:
        return None
    if act.who not in s.stakeholders:
        return Refusal("person.unknown")
    if act.rule == "escalate" and s.plan.stakeholders[act.who].answer is None:
        return Refusal("escalate.not-theirs", (f"stakeholder:{act.who}",))
    return None


def _refuse_matter(s: State, act: StandingOrder) -> Refusal | None:
    if act.after is not None:
        return Refusal("order.minutes")
    if act.who not in s.analysts and (act.who or act.rule != "allow"):
        return Refusal("person.unknown")
    if act.rule == "allow":
        return None if _is_permit(s, act.what) else Refusal("order.matter-unknown")
    named = any(standing.about(kind, act.what) for kind in _kinds(s))
    if not act.what or not (named or act.what in s.world.services or _is_skill(s, act.what)):
        return Refusal("order.matter-unknown")
    return None


class LiftOrderRule(PricedRule):
    """Lift a standing order."""

    family: Family = "delegate"

    def refuse(self, s: State, act: LiftOrder) -> Refusal | None:
        """Return why not."""
        return None if act.order in s.standing else Refusal("order.unknown")

    def apply(self, s: State, act: LiftOrder, because: int) -> None:
        """Carry it out."""
        one = s.standing.pop(act.order)
        note(
            s, "order.lifted", "lead", "desk", LEAD, because,
            {
                "order": one.number, "rule": one.rule, "stood": s.now - s.log[one.entry].at,
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
