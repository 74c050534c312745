"""Rules of the acts that ask, answer, escalate and hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import (
    authority,
    feelings,
    knowledge,
    outside,
    protection,
    requests,
    scenes,
    steps,
    trust,
)
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.acts.prioritise import ticket_gone
from simulator.engine.owning import own_stakeholder, own_ticket
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import (
        Acknowledge,
        Answer,
        Ask,
        Escalate,
        HandOver,
        NotNow,
    )
    from simulator.engine.log import Value
    from simulator.engine.state import State


DESK = "desk"
HOW_FAR = "how-far"
NEEDS = "needs"
STOP = "stop"
LEAD_IT = "lead-it"
ORDERS = (STOP, LEAD_IT)
"""What can be put to somebody who gives the team orders: please stop, or do you take command?
Said aloud, either one ends it (I16)."""


class AnswerRule:
    """Answer a scene; the credit is judged by how things stood when the answer was begun."""

    family: Family = "communicate"

    def cost(self, s: State, act: Answer) -> int:
        """Return the lead minutes of the choice."""
        scene = s.plan.story[act.scene].scene
        choice = scenes.find_choice(scene, act.choice) if scene is not None else None
        return choice.minutes if choice is not None else 0

    def refuse(self, s: State, act: Answer) -> Refusal | None:
        """Return why not."""
        spec = s.plan.story.get(act.scene)
        scene = s.scenes.get(act.scene)
        if spec is None or spec.scene is None or scene is None:
            return Refusal("scene.unknown")
        if scene.state in ("answered", "lapsed"):
            return Refusal("scene.over")
        choice = scenes.find_choice(spec.scene, act.choice)
        if choice is None:
            return Refusal("scene.choice-unknown")
        if scene.state != "answering" and choice.locked is not None and choice.locked.holds(s):
            return Refusal("scene.locked")
        return None

    def apply(self, s: State, act: Answer, because: int) -> None:
        """Let the answer take effect."""
        spec = s.plan.story[act.scene].scene
        assert spec is not None
        choice = scenes.find_choice(spec, act.choice)
        assert choice is not None
        scenes.answer(s, act.scene, act.choice, choice.minutes, because)


def begin_answer(s: State, act: Answer, because: int) -> None:
    """Judge an answer: what comes to light while it is spoken makes it no better and no worse."""
    scenes.judge(s, act.scene, act.choice)


class NotNowRule:
    """Put a scene off."""

    family: Family = "communicate"

    def cost(self, s: State, act: NotNow) -> int:
        """Return no minutes."""
        return 0

    def refuse(self, s: State, act: NotNow) -> Refusal | None:
        """Return why not."""
        scene = s.scenes.get(act.scene)
        if scene is None or scene.state in ("answered", "lapsed", "answering"):
            return Refusal("scene.over")
        return None

    def apply(self, s: State, act: NotNow, because: int) -> None:
        """Nothing: the agenda puts scenes off at once."""


class AcknowledgeRule(PricedRule):
    """Tell a sender that their ticket was seen: the response clock stops."""

    family: Family = "communicate"

    def refuse(self, s: State, act: Acknowledge) -> Refusal | None:
        """Return why not."""
        gone = ticket_gone(s, act.ticket)
        if gone is not None:
            return gone
        if s.tickets[act.ticket].responded >= 0:
            return Refusal("acknowledge.done", (f"ticket:{act.ticket}",))
        return None

    def apply(self, s: State, act: Acknowledge, because: int) -> None:
        """Carry it out."""
        ticket = own_ticket(s, act.ticket)
        ticket.responded = s.now
        note(
            s, "ticket.acknowledged", "lead", f"ticket:{act.ticket}", LEAD, because,
            {"waited": s.now - ticket.arrived},
        )  # fmt: skip


class AskRule(PricedRule):
    """Ask somebody something: the first complaint is rarely the whole story (B30)."""

    family: Family = "communicate"

    def refuse(self, s: State, act: Ask) -> Refusal | None:
        """Return why not."""
        analyst = s.analysts.get(act.who)
        if analyst is not None and analyst.place in ("absent", "away"):
            return Refusal("person.away", (f"analyst:{act.who}",))
        if analyst is None and act.who not in s.stakeholders:
            return Refusal("person.unknown")
        busy = tasks.on_call(s, act.who)
        if busy is not None:
            return busy
        if analyst is not None and (held := protection.held(s, act.who)) is not None:
            return held
        if act.question == HOW_FAR:
            if analyst is None or not tasks.gets_work(s, act.who):
                return Refusal("ask.no-task")
            return None
        if act.question == NEEDS:
            return None if act.who in s.stakeholders else Refusal("ask.unknown")
        if act.question in ORDERS and act.who in s.stakeholders:
            return (
                None
                if s.stakeholders[act.who].orders
                else Refusal("ask.no-orders", (f"stakeholder:{act.who}",))
            )
        question = s.plan.questions.get(act.question)
        if question is None or question.to != act.who:
            return Refusal("ask.unknown")
        if question.when is not None and not question.when.holds(s):
            return Refusal("ask.not-yet")
        if f"{act.who}/{act.question}" in s.asked:
            return Refusal("ask.asked")
        return None

    def apply(self, s: State, act: Ask, because: int) -> None:
        """Carry it out."""
        s.asked[f"{act.who}/{act.question}"] = s.now
        data: dict[str, Value] = {"question": act.question, "minutes": self.cost(s, act)}
        if act.who in s.analysts:
            task = s.analysts[act.who].task
            if task:
                data["task"] = task
            entry = note(s, "analyst.asked", "lead", f"analyst:{act.who}", LEAD, because, data)
            feelings.spoken_with(s, act.who, acted=False)
            if act.question == HOW_FAR and task:
                knowledge.answer(s, act.who, steps.progress(s, act.who), entry)
            if act.question == HOW_FAR and task in s.incidents:
                steps.report(s, task, f"analyst:{act.who}", entry)
            actor = f"analyst:{act.who}"
        else:
            entry = note(
                s, "stakeholder.asked", "lead", f"stakeholder:{act.who}", LEAD, because, data
            )
            actor = f"stakeholder:{act.who}"
            if act.question == NEEDS:
                for fact in s.plan.stakeholders[act.who].needs:
                    knowledge.learn(s, fact, "lead", actor, entry)
                mine = own_stakeholder(s, act.who)
                if "asked-needs" not in mine.told:
                    mine.told = (*mine.told, "asked-needs")
                    points = s.rules.trust_straight
                    trust.change_trust(s, act.who, points, "straight", entry, "lead")
            elif act.question in ORDERS:
                outside.stand_back(s, act.who, entry, "lead")
        question = s.plan.questions.get(act.question)
        if question is not None:
            for fact in question.learns:
                knowledge.learn(s, fact, "lead", actor, entry)


class EscalateRule(PricedRule):
    """Ask somebody above or outside for what is theirs to do or to allow."""

    family: Family = "communicate"

    def refuse(self, s: State, act: Escalate) -> Refusal | None:
        """Return why not."""
        if act.to not in s.stakeholders:
            return Refusal("person.unknown")
        refusal = tasks.task_gone(s, act.task)
        if refusal is not None:
            return refusal
        to = s.plan.stakeholders[act.to]
        if to.answer is None and not to.unread:
            return Refusal("escalate.not-theirs", (f"stakeholder:{act.to}",))
        if act.asks and not authority.theirs(s, act.to, act.asks):
            return Refusal("escalate.not-theirs", (f"stakeholder:{act.to}",))
        if not knowledge.known(s, act.facts):
            return Refusal("fact.unknown")
        if tasks.severity_of(s, act.task) > to.called_from:
            return Refusal("escalate.severity", (f"stakeholder:{act.to}",))
        return None

    def apply(self, s: State, act: Escalate, because: int) -> None:
        """Carry it out."""
        requests.send(s, act.to, act.task, act.asks, act.facts, because, self.cost(s, act))


class HandOverRule(PricedRule):
    """Hand the shift over to whoever comes next (B26)."""

    family: Family = "communicate"

    def refuse(self, s: State, act: HandOver) -> Refusal | None:
        """Return why not: too early, or about something that does not exist."""
        if s.now < s.world.length - s.rules.hand_over_from:
            return Refusal("hand-over.early", (), s.world.length - s.rules.hand_over_from)
        for task in act.tasks:
            if task not in s.incidents and task not in s.tickets:
                return Refusal("ticket.unknown")
        if not knowledge.known(s, act.facts):
            return Refusal("fact.unknown")
        return None

    def apply(self, s: State, act: HandOver, because: int) -> None:
        """Carry it out."""
        still = [
            t.id for t in s.tickets.values() if t.resolved < 0 and t.priority <= 2 and not t.linked
        ] + [i for i, one in s.incidents.items() if one.state in ("open", "mitigated")
             and one.known >= 0]  # fmt: skip
        note(
            s, "shift.handed-over", "lead", DESK, LEAD, because,
            {
                "tasks": act.tasks,
                "open": len(still),
                "covered": sum(task in act.tasks for task in still),
                "promises": act.promises,
                "facts": act.facts,
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
