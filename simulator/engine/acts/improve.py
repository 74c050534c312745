"""Rules of the acts that make tomorrow's shift easier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import articles, feelings
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import OpenProblem, ProposeAutomation, WriteArticle
    from simulator.engine.log import Value
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State


def tickets_of(s: State, of: str) -> list[Ticket]:
    """Return the tickets of a kind, or of an incident, that have come in so far."""
    if of in s.incidents:
        return [one for one in s.tickets.values() if one.incident == of]
    return [one for one in s.tickets.values() if one.kind.id == of]


def _unknown_kind(s: State, of: str) -> Refusal | None:
    known = of not in s.incidents and bool(tickets_of(s, of))
    return None if known else Refusal("kind.unknown")


class WriteArticleRule(PricedRule):
    """Have an article written; it costs its author's time, and a colleague's (B113, B115)."""

    family: Family = "improve"

    def refuse(self, s: State, act: WriteArticle) -> Refusal | None:
        """Return why not: no such kind, there is one, or nobody who knows enough."""
        refusal = _unknown_kind(s, act.of)
        if refusal is not None:
            return refusal
        if act.of in s.articles:
            return Refusal("article.there")
        if act.reviewer == act.author:
            return Refusal("article.own-reviewer")
        gone = tasks.person_gone(s, act.author)
        if gone is None and act.reviewer:
            gone = tasks.person_gone(s, act.reviewer)
        if gone is not None:
            return gone
        kind = tickets_of(s, act.of)[0].kind
        if s.analysts[act.author].skills.get(kind.skill, 1) < kind.difficulty:
            return Refusal("article.too-new", (f"analyst:{act.author}",))
        return None

    def apply(self, s: State, act: WriteArticle, because: int) -> None:
        """Carry it out: the author leaves the queue."""
        data: dict[str, Value] = {"of": act.of, "minutes": self.cost(s, act)}
        if act.reviewer:
            data["reviewer"] = act.reviewer
        entry = note(
            s, "article.commissioned", "lead", f"analyst:{act.author}", LEAD, because, data
        )
        feelings.spoken_with(s, act.author)
        articles.commission(s, act.of, act.author, act.reviewer, entry)


class OpenProblemRule(PricedRule):
    """Open a problem record, with the tickets that show it (B115, B122)."""

    family: Family = "improve"

    def refuse(self, s: State, act: OpenProblem) -> Refusal | None:
        """Return why not: nothing of that name, a record is open, or tickets of something else."""
        incident = s.incidents.get(act.of)
        if incident is not None and incident.known < 0:
            return Refusal("incident.unknown")
        if incident is None and (refusal := _unknown_kind(s, act.of)) is not None:
            return refusal
        if act.of in s.problems:
            return Refusal("problem.open")
        known = {one.id for one in tickets_of(s, act.of)}
        return None if known.issuperset(act.tickets) else Refusal("problem.other-tickets")

    def apply(self, s: State, act: OpenProblem, because: int) -> None:
        """Carry it out."""
        s.problems[act.of] = note(
            s, "problem.opened", "lead", "desk", LEAD, because,
            {
                "of": act.of, "linked": act.tickets,
                "returned": sum(one.again > 0 for one in tickets_of(s, act.of)),
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip


class ProposeAutomationRule(PricedRule):
    """Propose to automate a kind of ticket; it pays off in later shifts (B118, B119)."""

    family: Family = "improve"

    def refuse(self, s: State, act: ProposeAutomation) -> Refusal | None:
        """Return why not."""
        if act.of in s.automations:
            return Refusal("automation.proposed")
        return _unknown_kind(s, act.of)

    def apply(self, s: State, act: ProposeAutomation, because: int) -> None:
        """Carry it out: what it would save, and whether what went wrong was looked into first."""
        found = tickets_of(s, act.of)
        returned = sum(one.again > 0 for one in found)
        usual = sum(one.kind.effort for one in found)
        s.automations[act.of] = note(
            s, "automation.proposed", "lead", "desk", LEAD, because,
            {
                "of": act.of, "tickets": len(found), "returned": returned,
                "fixed_first": not returned or act.of in s.problems or act.of in s.articles,
                "saves": usual * s.rules.automation_percent // 100,
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
