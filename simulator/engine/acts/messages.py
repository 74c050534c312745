"""Rules of messages: what can be said to whom, what it tells, and what it promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import hearsay, knowledge, requests, room, trust
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Element, Family, Refusal
from simulator.engine.acts.shapes import Message
from simulator.engine.owning import own_incident, own_stakeholder
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from simulator.engine.log import Value
    from simulator.engine.rules import Rules
    from simulator.engine.state import State
    from simulator.engine.world import Wording


DESK = "desk"
ELEMENTS = ("impact", "risk", "known", "unknown", "action", "time", "next-update", "ask", "closing")
"""The elements a message can hold, in the order they are said."""


def audience_of(s: State, to: str) -> str:
    """Return the audience of an addressee."""
    return DESK if to == DESK else s.plan.stakeholders[to].audience


def written_for(s: State, to: str, about: str) -> list[Wording]:
    """Return the wordings that are meant for an audience and a topic at all."""
    audience = "technicians" if to == DESK else audience_of(s, to)
    return [
        one
        for one in s.world.wordings
        if (not one.audiences or audience in one.audiences or to in one.audiences)
        and (not one.about or one.about == about)
    ]


def offered(s: State, to: str, about: str) -> list[Wording]:
    """Return the wordings that can be chosen for a message, as things stand."""
    return [
        one
        for one in written_for(s, to, about)
        if not (one.hidden and not knowledge.known(s, one.needs))
        and (one.when is None or one.when.holds(s))
    ]


def _refuse_elements(s: State, act: Message, minutes: int) -> Refusal | None:
    allowed = {one.id: one for one in offered(s, act.to, act.about)}
    seen: set[str] = set()
    for element in act.elements:
        if element.kind not in ELEMENTS:
            return Refusal("message.element-unknown")
        if element.kind in seen:
            return Refusal("message.element-twice")
        seen.add(element.kind)
        minute = element.minute
        early = tasks.out_of_time(s, minute, minutes + 1)
        if element.kind == "next-update" and (minute is None or early):
            return Refusal("message.next-time")
        if early:
            return Refusal("message.time")
        if element.kind == "next-update" and not element.wording:
            continue
        if element.wording not in allowed:
            return Refusal("message.wording-unknown")
        if allowed[element.wording].element != element.kind:
            return Refusal("message.wording-elsewhere")
    return None


def cost_of_word(rules: Rules, audience: str) -> int:
    """Return the lead minutes of a message to an audience."""
    sort = {
        DESK: "message-desk", "technicians": "message-desk", "users": "message-users",
        "executive": "message-executive", "manager": "message-executive",
    }.get(audience, "message-vendor")  # fmt: skip
    return rules.cost(sort)


class MessageRule:
    """Tell an audience something; judged by what was known when it was begun."""

    family: Family = "communicate"

    def cost(self, s: State, act: Message) -> int:
        """Return the lead minutes, by audience."""
        return cost_of_word(s.rules, audience_of(s, act.to))

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
        return _refuse_elements(s, act, self.cost(s, act))

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
        guesses = [w for w in chosen if any(s.facts.get(need, 10**6) > begun for need in w.needs)]
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
            "speculation": len(guesses),
            "promised": promised,
            "untrue": untrue,
            "next": next_at,
            "closing": closing,
            "new": bool(fresh) or since < 0,
            "since": since,
            "minutes": self.cost(s, act),
        }
        if any(w.no_time for w in chosen):
            data["no_time"] = True
        way = next((w.way for w in chosen if w.way and w not in guesses), "")
        if way:
            data["way"] = way
        if act.about:
            data["about"] = act.about
        entry = note(s, "message.sent", "lead", f"stakeholder:{act.to}", LEAD, because, data)
        mine.told = (*mine.told, *fresh)
        owed = any(p.to == act.to and p.state == "open" for p in s.promises.values())
        if 0 <= since < _soonest(s, act.to) and not fresh and not owed:
            trust.change_trust(s, act.to, s.rules.trust_noise, "noise", entry, "lead")
        if untrue:
            trust.change_trust(s, act.to, s.rules.trust_broken, "untrue", entry, "lead")
        hearsay.keep(s, act.to, act.about, act.elements, entry)
        _promise_result(s, act, chosen, entry)
        trust.word_given(s, act.to, act.about, entry, next_at, closing)
        if act.about in s.incidents and s.plan.stakeholders[act.to].audience == "users":
            own_incident(s, act.about).worded = True
        if s.plan.stakeholders[act.to].answer is not None and act.about:
            requests.request(s, act.to, act.about, "", facts, entry)


def _soonest(s: State, to: str) -> int:
    """Return the minutes within which a word with nothing new in it is noise to somebody."""
    own = s.plan.stakeholders[to].soonest
    return s.rules.noise_before if own is None else own


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


def overtaken(s: State, act: Act, given: int) -> int:
    """Return the minute since which what a message tells of is over, -1 where it is not.

    Only what came after the minute at which it was given: the lead wrote before they knew.
    """
    incident = s.incidents.get(act.about) if isinstance(act, Message) else None
    if incident is None or incident.state not in ("mitigated", "resolved"):
        return -1
    return incident.mitigated if incident.mitigated > given else -1


def _tell_desk(s: State, act: Message, facts: tuple[str, ...], because: int) -> None:
    data: dict[str, Value] = {
        "elements": tuple(e.kind for e in act.elements), "facts": facts,
        "minutes": s.rules.cost("message-desk"),
    }  # fmt: skip
    if act.about:
        data["about"] = act.about
        if act.about in s.incidents:
            s.desk_told = tuple(dict.fromkeys((*s.desk_told, f"incident:{act.about}")))
    room.say(s, note(s, "desk.told", "lead", DESK, LEAD, because, data), ("desk",))


def element(kind: str, wording: str = "", minute: int | None = None) -> Element:
    """Return an element of a message."""
    return Element(kind, wording, minute)
