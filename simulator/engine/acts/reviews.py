"""The rule of the review after an incident: conditions, not people; few things, each with an owner.

A review can use only what was found (I26, I27, B121).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, knowledge
from simulator.engine.acts import course, tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.owning import own_incident
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import HoldReview
    from simulator.engine.state import State
    from simulator.engine.world import Factor


class HoldReviewRule(PricedRule):
    """Go through an incident together once it is over."""

    family: Family = "improve"

    def refuse(self, s: State, act: HoldReview) -> Refusal | None:
        """Return why not: too early, held already, or about what nobody has found."""
        if course.unknown(s, act.incident):
            return Refusal("incident.unknown")
        spec, incident = s.plan.incidents[act.incident].review, s.incidents[act.incident]
        if spec is None:
            return Refusal("hold-review.nothing")
        if incident.state == "open":
            return Refusal("hold-review.early")
        if incident.reviewed >= 0:
            return Refusal("hold-review.done")
        if not act.factors or len(act.owners) > len(act.remedies):
            return Refusal("hold-review.empty")
        found = {one.id: one.needs for one in spec.factors}
        found |= {one.id: one.needs for one in spec.remedies}
        for one in (*act.factors, *act.remedies):
            if one not in found or not knowledge.known(s, found[one]):
                return Refusal("hold-review.not-found")
        if any(owner not in s.analysts for owner in act.owners):
            return Refusal("person.unknown")
        here = (tasks.person_gone(s, who) for who in act.people)
        return next((refusal for refusal in here if refusal is not None), None)

    def apply(self, s: State, act: HoldReview, because: int) -> None:
        """Carry it out: blame costs, conditions found do not."""
        minutes = self.cost(s, act)
        factors = _factors(s, act)
        blamed = [one.blames for one in factors if one.blames]
        entry = note(
            s, "incident.reviewed", "lead", f"incident:{act.incident}", LEAD, because,
            {
                "people": act.people, "factors": act.factors, "remedies": act.remedies,
                "owned": min(len(act.owners), len(act.days)), "blames": bool(blamed),
                "days": max(act.days, default=-1), "minutes": minutes,
            },
        )  # fmt: skip
        own_incident(s, act.incident).reviewed = s.now
        for who in act.people:
            feelings.spoken_with(s, who, acted=False)
            if not blamed and len(factors) > 1:
                feelings.kindness(s, who, "reviewed", s.rules.reviewed_morale, entry)
        for who in dict.fromkeys(blamed):
            feelings.change_morale(s, who, s.rules.blamed_morale, "blamed", entry, "lead")
            feelings.change_trust(s, who, s.rules.blamed_trust, entry, "lead")


def _factors(s: State, act: HoldReview) -> list[Factor]:
    spec = s.plan.incidents[act.incident].review
    return [one for one in spec.factors if one.id in act.factors] if spec is not None else []
