"""Rules of looking closely: minutes spent over records, which a look at the screen is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.owning import own_analyst
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.acts.shapes import SampleTickets, Study
    from simulator.engine.log import Value
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State


def _counted(tickets: Iterable[Ticket]) -> tuple[str, ...]:
    """Return `kind:number` for each kind among these, most first, then in order of arrival."""
    counts: dict[str, int] = {}
    for one in tickets:
        counts[one.kind.id] = counts.get(one.kind.id, 0) + 1
    return tuple(f"{of}:{n}" for of, n in sorted(counts.items(), key=lambda pair: -pair[1]))


def _finished(s: State, who: str) -> list[Ticket]:
    """Return the tickets somebody resolved, in order of arrival."""
    return [one for one in s.tickets.values() if one.by == who]


class StudyRule(PricedRule):
    """Find out where returns come from, or what one person gets to do (B110, B111)."""

    family: Family = "improve"

    def refuse(self, s: State, act: Study) -> Refusal | None:
        """Return why not: a case mix is somebody's."""
        if act.what == "case-mix" and act.person not in s.analysts:
            return Refusal("person.unknown")
        return None

    def apply(self, s: State, act: Study, because: int) -> None:
        """Carry it out."""
        data: dict[str, Value] = {"what": act.what, "minutes": self.cost(s, act)}
        if act.what == "case-mix":
            own_analyst(s, act.person).looked_at = s.now
            data |= {"person": act.person, "found": _counted(_finished(s, act.person))}
        else:
            back = (one for one in s.tickets.values() if one.again)
            data["found"] = _counted(back)
        note(s, "desk.studied", "lead", "desk", LEAD, because, data)


class SampleTicketsRule(PricedRule):
    """Read some finished tickets of one person (B71, B125)."""

    family: Family = "improve"

    def refuse(self, s: State, act: SampleTickets) -> Refusal | None:
        """Return why not: there is nothing to read."""
        if act.person not in s.analysts:
            return Refusal("person.unknown")
        if not _finished(s, act.person):
            return Refusal("sample.none", (f"analyst:{act.person}",))
        return None

    def apply(self, s: State, act: SampleTickets, because: int) -> None:
        """Carry it out: the latest ones, and how many of them were hard for this person."""
        read = _finished(s, act.person)[-s.rules.sample_size :]
        own_analyst(s, act.person).looked_at = s.now
        note(
            s, "analyst.tickets-sampled", "lead", f"analyst:{act.person}", LEAD, because,
            {
                "tickets": tuple(one.id for one in read),
                "hard": sum(one.gap < 0 for one in read),
                "returned": sum(one.again > 0 for one in read),
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
