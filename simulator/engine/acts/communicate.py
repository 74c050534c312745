"""Rules of the acts that tell, ask, answer and hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, knowledge, scenes, trust
from simulator.engine.acts.base import Element, Family, Refusal
from simulator.engine.acts.delegate import task_gone
from simulator.engine.acts.prioritise import ticket_gone
from simulator.engine.records import LEAD
from simulator.engine.state import note, own_incident, own_stakeholder, own_ticket

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import (
        Acknowledge,
        Answer,
        Ask,
        Escalate,
        HandOver,
        Message,
        NotNow,
    )
    from simulator.engine.log import Value
    from simulator.engine.state import State
    from simulator.engine.world import Wording

DESK = "desk"
HOW_FAR = "how-far"
NEEDS = "needs"
ELEMENTS = ("impact", "risk", "known", "unknown", "action", "time", "next-update", "ask", "closing")
"""The elements a message can hold, in the order they are said."""


def audience_of(s: State, to: str) -> str:
    """Return the audience of an addressee."""
    return DESK if to == DESK else s.plan.stakeholders[to].audience


def offered(s: State, to: str, about: str) -> list[Wording]:
    """Return the wordings that can be chosen for a message, as things stand."""
    audience = "technicians" if to == DESK else audience_of(s, to)
    return [
        one
        for one in s.world.wordings
        if (not one.audiences or audience in one.audiences or to in one.audiences)
        and (not one.about or one.about == about)
        and not (one.hidden and not knowledge.known(s, one.needs))
        and (one.when is None or one.when.holds(s))
    ]


def _refuse_elements(s: State, act: Message) -> Refusal | None:
    allowed = {one.id: one for one in offered(s, act.to, act.about)}
    seen: set[str] = set()
    for element in act.elements:
        if element.kind not in ELEMENTS:
            return Refusal("message.element-unknown")
        if element.kind in seen:
            return Refusal("message.element-twice")
        seen.add(element.kind)
        minute = element.minute
        later = minute is not None and s.now < minute <= s.world.length
        if element.kind == "next-update" and not later:
            return Refusal("message.next-time")
        if minute is not None and not later:
            return Refusal("message.time")
        if element.kind == "next-update" and not element.wording:
            continue
        if element.wording not in allowed:
            return Refusal("message.wording-unknown")
        if allowed[element.wording].element != element.kind:
            return Refusal("message.wording-elsewhere")
    return None


class MessageRule:
    """Tell an audience something; judged by what was known when it was begun."""

    family: Family = "communicate"

    def cost(self, s: State, act: Message) -> int:
        """Return the lead minutes, by audience."""
        audience = audience_of(s, act.to)
        sort = {
            DESK: "message-desk", "technicians": "message-desk", "users": "message-users",
            "executive": "message-executive", "manager": "message-executive",
        }.get(audience, "message-vendor")  # fmt: skip
        return s.rules.cost(sort)

    def refuse(self, s: State, act: Message) -> Refusal | None:
        """Return why not."""
        if act.to != DESK and act.to not in s.stakeholders:
            return Refusal("person.unknown")
        if act.about and act.about not in s.tickets:
            incident = s.incidents.get(act.about)
            if incident is None or incident.known < 0:
                return Refusal("incident.unknown")
        if not act.elements:
            return Refusal("message.empty")
        return _refuse_elements(s, act)

    def apply(self, s: State, act: Message, because: int) -> None:
        """Carry it out."""
        words = {one.id: one for one in s.world.wordings}
        chosen = [words[e.wording] for e in act.elements if e.wording]
        facts = tuple(dict.fromkeys(w.fact for w in chosen if w.fact))
        if act.to == DESK:
            _tell_desk(s, act, facts, because)
            return
        nexts = [e.minute for e in act.elements if e.kind == "next-update" and e.minute is not None]
        next_at = nexts[0] if nexts else -1
        closing = any(w.element == "closing" for w in chosen)
        begun = s.lead.begun
        speculation = sum(any(s.facts.get(need, 10**6) > begun for need in w.needs) for w in chosen)
        mine = own_stakeholder(s, act.to)
        state_now = _state_of(s, act.about)
        fresh = [f for f in (*facts, state_now) if f and f not in mine.told]
        since = s.now - mine.last_word if mine.last_word >= 0 else -1
        promised = any(w.promises for w in chosen)
        untrue = any(w.untrue for w in chosen)
        data: dict[str, Value] = {
            "elements": tuple(e.kind for e in act.elements),
            "wordings": tuple(e.wording for e in act.elements if e.wording),
            "facts": facts,
            "jargon": sum(w.jargon for w in chosen),
            "vague": sum(w.vague for w in chosen),
            "speculation": speculation,
            "promised": promised,
            "untrue": untrue,
            "next": next_at,
            "closing": closing,
            "new": bool(fresh) or since < 0,
            "since": since,
            "minutes": self.cost(s, act),
        }
        if act.about:
            data["about"] = act.about
        entry = note(s, "message.sent", "lead", f"stakeholder:{act.to}", LEAD, because, data)
        mine.told = (*mine.told, *fresh)
        owed = any(p.to == act.to and p.state == "open" for p in s.promises.values())
        if 0 <= since < s.rules.noise_before and not fresh and not owed:
            trust.change_trust(s, act.to, s.rules.trust_noise, entry, "lead")
        if untrue:
            trust.change_trust(s, act.to, s.rules.trust_broken, entry, "lead")
        _promise_result(s, act, chosen, entry)
        trust.word_given(s, act.to, act.about, entry, next_at, closing)
        if act.about in s.incidents and s.plan.stakeholders[act.to].audience == "users":
            own_incident(s, act.about).worded = True
        if s.plan.stakeholders[act.to].answer is not None and act.about:
            trust.request(s, act.to, act.about, "", facts, entry)


def _promise_result(s: State, act: Message, chosen: list[Wording], entry: int) -> None:
    """Count a time to fix that was stated as sure as a debt."""
    promising = {w.id for w in chosen if w.promises}
    for element in act.elements:
        if element.wording in promising and element.minute is not None:
            trust.promise(s, act.to, element.minute, "result", act.about, entry)


def _state_of(s: State, about: str) -> str:
    """Return how a matter stands, as something an audience can be told anew."""
    incident = s.incidents.get(about)
    if incident is None:
        return ""
    if incident.state == "open" and incident.workaround:
        return f"{about}:workaround"
    return f"{about}:{incident.state}"


def _tell_desk(s: State, act: Message, facts: tuple[str, ...], because: int) -> None:
    data: dict[str, Value] = {
        "elements": tuple(e.kind for e in act.elements), "facts": facts,
        "minutes": s.rules.cost("message-desk"),
    }  # fmt: skip
    if act.about:
        data["about"] = act.about
        if act.about in s.incidents:
            s.desk_told = tuple(dict.fromkeys((*s.desk_told, f"incident:{act.about}")))
    note(s, "desk.told", "lead", DESK, LEAD, because, data)
    for who, analyst in s.analysts.items():
        if analyst.place == "desk":
            feelings.spoken_with(s, who, acted=False)


def element(kind: str, wording: str = "", minute: int | None = None) -> Element:
    """Return an element of a message."""
    return Element(kind, wording, minute)


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
        credit = scenes.credit_of(s, spec, choice)
        scenes.answer(s, act.scene, act.choice, credit, choice.minutes, because)


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


class AcknowledgeRule:
    """Tell a sender that their ticket was seen: the response clock stops."""

    family: Family = "communicate"

    def cost(self, s: State, act: Acknowledge) -> int:
        """Return the lead minutes."""
        return s.rules.cost("acknowledge")

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


class AskRule:
    """Ask somebody something: the first complaint is rarely the whole story (B30)."""

    family: Family = "communicate"

    def cost(self, s: State, act: Ask) -> int:
        """Return the lead minutes."""
        return s.rules.cost("ask")

    def refuse(self, s: State, act: Ask) -> Refusal | None:
        """Return why not."""
        analyst = s.analysts.get(act.who)
        if analyst is not None and analyst.place in ("absent", "away"):
            return Refusal("person.away", (f"analyst:{act.who}",))
        if analyst is None and act.who not in s.stakeholders:
            return Refusal("person.unknown")
        if act.question == HOW_FAR:
            if analyst is None or not analyst.task:
                return Refusal("ask.no-task")
            return None
        if act.question == NEEDS:
            return None if act.who in s.stakeholders else Refusal("ask.unknown")
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
            if act.question == HOW_FAR and task in s.incidents:
                from simulator.engine.incidents import report  # incidents build on knowledge

                report(s, task, f"analyst:{act.who}", entry)
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
                    trust.change_trust(s, act.who, s.rules.trust_straight, entry, "lead")
        question = s.plan.questions.get(act.question)
        if question is not None:
            for fact in question.learns:
                knowledge.learn(s, fact, "lead", actor, entry)


class EscalateRule:
    """Ask somebody above or outside for what is theirs to do or to allow."""

    family: Family = "communicate"

    def cost(self, s: State, act: Escalate) -> int:
        """Return the lead minutes."""
        return s.rules.cost("escalate")

    def refuse(self, s: State, act: Escalate) -> Refusal | None:
        """Return why not."""
        if act.to not in s.stakeholders:
            return Refusal("person.unknown")
        refusal = task_gone(s, act.task)
        if refusal is not None:
            return refusal
        if s.plan.stakeholders[act.to].answer is None:
            return Refusal("escalate.not-theirs", (f"stakeholder:{act.to}",))
        if act.asks and act.asks not in s.plan.stakeholders[act.to].grants:
            return Refusal("escalate.not-theirs", (f"stakeholder:{act.to}",))
        if not knowledge.known(s, act.facts):
            return Refusal("fact.unknown")
        return None

    def apply(self, s: State, act: Escalate, because: int) -> None:
        """Carry it out."""
        again = s.stakeholders[act.to].asks
        spec = s.plan.stakeholders[act.to].answer
        complete = spec is not None and all(
            n in act.facts or n in s.stakeholders[act.to].told for n in spec.needs
        )
        data: dict[str, Value] = {
            "task": act.task, "facts": act.facts, "complete": complete, "again": again,
            "minutes": self.cost(s, act),
        }  # fmt: skip
        if act.asks:
            data["asks"] = act.asks
        entry = note(s, "task.escalated", "lead", f"stakeholder:{act.to}", LEAD, because, data)
        own_stakeholder(s, act.to).last_word = s.now
        trust.request(s, act.to, act.task, act.asks, act.facts, entry)


class HandOverRule:
    """Hand the shift over to whoever comes next (B26)."""

    family: Family = "communicate"

    def cost(self, s: State, act: HandOver) -> int:
        """Return the lead minutes."""
        return s.rules.cost("hand-over")

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
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
