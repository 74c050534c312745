"""What a condition can read: one table of paths, with their types and what can change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.engine import calls, feelings, forms
from simulator.engine.records import HERE

if TYPE_CHECKING:
    from simulator.engine.state import State

PathType = Literal["minutes", "points", "count", "yes-no", "word", "clock"]
Read = Callable[["State", str], int | bool | str | None]


@dataclass(frozen=True, slots=True)
class PathSpec:
    """One kind of path."""

    pattern: str
    """With `*` for an id: `incident.*.open_for`."""
    names: str
    """What the `*` names; "" for a path without one."""
    type: PathType
    read: Read
    """None where the path does not apply: a comparison is then false."""
    touched_by: frozenset[str]
    """Kinds of entries that can change it."""
    says: str
    clocked: bool = False
    """Whether it rises by one with every minute while it applies."""
    drifts: bool = False
    """Whether it moves with time at a rate of its own; looked at every five minutes."""
    counts: str = ""
    """What it is the length of, where passing a number is told by itself: `waiting@12` once it
    goes from 11 to 12 or back. Then entries need not wake a condition on it."""

    def touches(self, ident: str) -> frozenset[str]:
        """Return what can change the path for one id: kinds of entries, as `Condition` has them.

        A ticket's path is only touched by entries about that ticket.
        """
        if self.names != "ticket":
            return self.touched_by
        return frozenset(f"{kind}@ticket:{ident}" for kind in self.touched_by)


def _open_for(s: State, i: str) -> int | None:
    one = s.incidents[i]
    return s.now - one.starts if one.state == "open" else None


def _known_for(s: State, i: str) -> int | None:
    one = s.incidents[i]
    return s.now - one.known if one.known >= 0 and one.state == "open" else None


def _owned(s: State, i: str) -> bool:
    ticket = s.tickets.get(i)
    return ticket is not None and bool(ticket.who or ticket.parked_by or ticket.resolved >= 0)


def _told_for(s: State, i: str) -> int | None:
    last = s.stakeholders[i].last_word
    return s.now - last if last >= 0 else None


def _rested_for(s: State, i: str) -> int | None:
    last = s.analysts[i].rested
    return s.now - last if last >= 0 else None


def _ticket_age(s: State, i: str) -> int | None:
    ticket = s.tickets.get(i)
    return s.now - ticket.arrived if ticket is not None and ticket.resolved < 0 else None


def _flag_for(s: State, i: str) -> int | None:
    since = s.flags.get(i)
    return None if since is None else s.now - since


def _choice(s: State, i: str) -> str | None:
    scene = s.scenes.get(i)
    return scene.choice if scene is not None and scene.state == "answered" else None


def _plays(s: State, i: str) -> bool:
    form = forms.form_of(s.world, s.seed)
    return form is not None and form.id == i


def _state_is(*states: str) -> Read:
    return lambda s, i: s.incidents[i].state in states


_INCIDENT = (
    "incident.started", "incident.known", "incident.declared", "incident.mitigated",
    "incident.resolved", "incident.assigned", "incident.reassigned", "incident.opened",
    "incident.halted", "incident.approved", "incident.worsened", "incident.eased",
    "incident.workaround", "incident.went-on", "incident.picked-up", "incident.dropped",
    "incident.parked", "incident.resumed",
    "incident.rolled-back", "incident.reversed", "incident.relapsed", "incident.verified",
    "incident.severity-set", "incident.theory-directed", "incident.theory-confirmed",
    "incident.theory-refuted",
)  # fmt: skip
_TICKET = (
    "ticket.arrived", "ticket.started", "ticket.triaged", "ticket.assigned", "ticket.reassigned",
    "ticket.resolved", "ticket.parked", "ticket.taken", "ticket.linked", "ticket.picked-up",
    "ticket.put-back", "ticket.deferred", "ticket.due-back", "ticket.declined", "ticket.halted",
    "ticket.approved", "ticket.went-on",
)  # fmt: skip
_PERSON = (
    "analyst.stress-changed", "analyst.morale-changed", "analyst.sign", "analyst.break-began",
    "analyst.break-ended", "analyst.arrived", "analyst.left", "analyst.went-home",
)  # fmt: skip
_CHANGE = ("change.made", "change.frozen", "change.unfrozen")
_WORD = (
    "message.sent", "scene.answered", "task.escalated", "stakeholder.told", "manager.asked",
    "order.crossed",
)  # fmt: skip
_SCENE = ("scene.opened", "scene.answered", "scene.lapsed")


def _spec(
    pattern: str, names: str, type_: PathType, read: Read, touched: tuple[str, ...], says: str,
    clocked: bool = False, drifts: bool = False, counts: str = "",
) -> PathSpec:  # fmt: skip
    return PathSpec(pattern, names, type_, read, frozenset(touched), says, clocked, drifts, counts)


_TABLE = (
    _spec("incident.*.open_for", "incident", "minutes", _open_for, _INCIDENT,
          "minutes since it began, while it is open", clocked=True),
    _spec("incident.*.known_for", "incident", "minutes", _known_for, _INCIDENT,
          "minutes since the lead could see it, while it is open", clocked=True),
    _spec("incident.*.open", "incident", "yes-no", _state_is("open"), _INCIDENT, "it is open"),
    _spec("incident.*.started", "incident", "yes-no",
          lambda s, i: s.incidents[i].state != "coming", _INCIDENT, "it has begun"),
    _spec("incident.*.known", "incident", "yes-no", lambda s, i: s.incidents[i].known >= 0,
          _INCIDENT, "the lead knows of it"),
    _spec("incident.*.declared", "incident", "yes-no", lambda s, i: s.incidents[i].declared >= 0,
          _INCIDENT, "it was declared"),
    _spec("incident.*.assigned", "incident", "yes-no", lambda s, i: bool(s.incidents[i].who),
          _INCIDENT, "somebody has it"),
    _spec("incident.*.halted", "incident", "yes-no", lambda s, i: s.incidents[i].halted >= 0,
          _INCIDENT, "its person waits for a word"),
    _spec("incident.*.mitigated", "incident", "yes-no",
          lambda s, i: s.incidents[i].mitigated >= 0, _INCIDENT, "the service is back"),
    _spec("incident.*.resolved", "incident", "yes-no", _state_is("resolved"), _INCIDENT,
          "it is mended for good"),
    _spec("incident.*.worse", "incident", "yes-no",
          lambda s, i: s.incidents[i].worse_until > s.now, _INCIDENT, "everybody is out"),
    _spec("incident.*.verified", "incident", "yes-no",
          lambda s, i: s.incidents[i].verified >= 0, _INCIDENT, "users confirmed that it is back"),
    _spec("change.*.frozen", "change", "yes-no", lambda s, i: s.changes[i].frozen >= 0, _CHANGE,
          "it is held back"),
    _spec("change.*.made", "change", "yes-no", lambda s, i: s.changes[i].made >= 0, _CHANGE,
          "it has gone on"),
    _spec("told.*", "stakeholder", "yes-no", lambda s, i: s.stakeholders[i].last_word >= 0,
          _WORD, "has had a word from the lead"),
    _spec("stakeholder.*.silent_for", "stakeholder", "minutes", _told_for, _WORD,
          "minutes since the last word, if there was one", clocked=True),
    _spec("stakeholder.*.trust", "stakeholder", "points", lambda s, i: s.stakeholders[i].trust,
          ("stakeholder.trust-changed",), "trust in the desk"),
    _spec("stakeholder.*.needs_known", "stakeholder", "yes-no",
          lambda s, i: all(n in s.facts for n in s.plan.stakeholders[i].needs),
          ("fact.learned",), "what they need is known"),
    _spec("stakeholder.*.asked", "stakeholder", "yes-no",
          lambda s, i: s.stakeholders[i].asks > 0, (*_WORD, "stakeholder.answered"),
          "was sent a request"),
    _spec("stakeholder.*.answered", "stakeholder", "yes-no",
          lambda s, i: s.stakeholders[i].replied, (*_WORD, "stakeholder.answered"),
          "has said yes or no to the last request; a question back is neither"),
    _spec("promised.*", "stakeholder", "yes-no",
          lambda s, i: any(p.to == i and p.state == "open" for p in s.promises.values()),
          ("promise.made", "promise.kept", "promise.broken"), "is owed a word"),
    _spec("broken.*", "stakeholder", "yes-no",
          lambda s, i: any(p.to == i and p.state == "broken" for p in s.promises.values()),
          ("promise.broken",), "was promised a word that did not come"),
    _spec("known.*", "fact", "yes-no", lambda s, i: i in s.facts, ("fact.learned",),
          "the lead knows it"),
    _spec("flag.*", "flag", "yes-no", lambda s, i: i in s.flags, ("flag.set",), "it is set"),
    _spec("flag.*.for", "flag", "minutes", _flag_for, ("flag.set",), "minutes since it was set",
          clocked=True),
    _spec("decided.*", "decision", "yes-no", lambda s, i: i in s.decisions,
          ("decision.recorded",), "it was decided"),
    _spec("scene.*.answered", "scene", "yes-no", lambda s, i: _choice(s, i) is not None,
          _SCENE, "it was answered"),
    _spec("scene.*.choice", "scene", "word", _choice, _SCENE, "how it was answered"),
    _spec("scene.*.lapsed", "scene", "yes-no",
          lambda s, i: i in s.scenes and s.scenes[i].state == "lapsed", _SCENE,
          "it went unanswered"),
    _spec("story.*", "scene", "yes-no", lambda s, i: i in s.fired,
          ("story.told", "scene.opened"), "it has happened"),
    _spec("team.*.stress", "analyst", "points",
          lambda s, i: feelings.stress(s.analysts[i], s.now) // feelings.POINT, _PERSON, "stress",
          drifts=True),
    _spec("team.*.morale", "analyst", "points",
          lambda s, i: feelings.morale(s.analysts[i], s.now) // feelings.POINT, _PERSON, "morale",
          drifts=True),
    _spec("team.*.here", "analyst", "yes-no",
          lambda s, i: s.analysts[i].place in (*HERE, "aside"), _PERSON, "is at work"),
    _spec("team.*.absent", "analyst", "yes-no", lambda s, i: s.analysts[i].place == "absent",
          ("analyst.absent", "analyst.left", "analyst.went-home"), "is not in today"),
    _spec("team.*.heard", "analyst", "yes-no", lambda s, i: s.analysts[i].heard >= 0,
          ("analyst.listened-to", "analyst.one-on-one"), "was listened to"),
    _spec("team.*.sign", "analyst", "word", lambda s, i: s.analysts[i].sign, ("analyst.sign",),
          "the sign that shows"),
    _spec("team.*.rested_for", "analyst", "minutes", _rested_for, ("analyst.break-began",),
          "minutes since the last break began, if there was one", clocked=True),
    _spec("team.*.skill_grown", "analyst", "yes-no", lambda s, i: s.analysts[i].grown,
          ("analyst.grew",), "has learned something new"),
    _spec("team.*.on_incident", "analyst", "yes-no", lambda s, i: s.analysts[i].task in s.incidents,
          (*_INCIDENT, *_PERSON, "ticket.started", "ticket.resolved"), "works on an incident",
          drifts=True),
    _spec("conflict.*.friction", "conflict", "points", lambda s, i: s.conflicts[i].friction,
          ("conflict.changed",), "friction"),
    _spec("conflict.*.settled", "conflict", "yes-no", lambda s, i: s.conflicts[i].settled,
          ("conflict.talked-through",), "was talked through"),
    _spec("ticket.*.arrived", "ticket", "yes-no", lambda s, i: i in s.tickets,
          ("ticket.arrived",), "has come in"),
    _spec("ticket.*.owned", "ticket", "yes-no", _owned, _TICKET, "somebody has it, or it is done"),
    _spec("ticket.*.triaged", "ticket", "yes-no",
          lambda s, i: i in s.tickets and s.tickets[i].triaged, _TICKET, "the lead has opened it"),
    _spec("ticket.*.resolved", "ticket", "yes-no",
          lambda s, i: i in s.tickets and s.tickets[i].resolved >= 0, _TICKET, "it is done"),
    _spec("ticket.*.open_for", "ticket", "minutes", _ticket_age, _TICKET,
          "minutes since it came in, while it is open", clocked=True),
    _spec("desk.waiting", "", "count", lambda s, i: len(s.waiting), _TICKET,
          "tickets that wait for somebody", counts="waiting"),
    _spec("desk.missed", "", "count", lambda s, i: s.missed, ("ticket.breached",),
          "targets missed"),
    _spec("desk.calls", "", "count", lambda s, i: sum(1 for _ in calls.ringing(s)),
          ("call.rang", "call.answered", "call.abandoned"), "calls that ring"),
    _spec("desk.briefed", "", "yes-no", lambda s, i: bool(s.order), ("order.briefed",),
          "the team was briefed"),
    _spec("form.*", "form", "yes-no", _plays, ("shift.opened",), "the shift is of this form"),
    _spec("lead.busy", "", "yes-no",
          lambda s, i: s.lead.hand is not None and s.lead.hand.number >= 0,
          ("act.begun", "act.done", "act.failed", "act.left", "act.withdrawn"),
          "the lead is in an act"),
    _spec("clock", "", "clock", lambda s, i: s.now, (), "the time of day", clocked=True),
)  # fmt: skip

PATHS: Mapping[str, PathSpec] = {one.pattern: one for one in _TABLE}
"""Every kind of path by its pattern."""
