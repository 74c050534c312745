"""What could be done now about a ticket, a person, an incident: cost, or why not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from simulator.engine.acts import shapes
from simulator.tui import say
from simulator.tui.telling import told, why_not

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.acts.base import Act
    from simulator.engine.log import LogEntry
    from simulator.engine.seen import AnalystView, IncidentView, SceneView, TicketView
    from simulator.tui.desk import Sight

Opens = Literal[
    "", "assign", "escalate", "decide", "message", "know", "brief", "hand-over", "form"
]  # fmt: skip
LOOK_BACK = 60
"""Entries that are searched for what somebody did."""
SPARE_KEYS = "adefgijmopsuwxz"
"""Letters for questions and ways; digits choose people, k shows what you know."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a dialog hands back: an act, and words that ride along."""

    act: Act
    words: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of a menu."""

    key: str
    text: str
    aside: str = ""
    """Cost, as `2 min`."""
    act: Act | None = None
    opens: Opens = ""
    """Another dialog that it leads to, where it is no act by itself."""
    why_not: str = ""
    about: str = ""
    """What the other dialog is about; for a form, the kind of act."""
    marked: tuple[tuple[str, str], ...] = ()
    """What stands in a form already: field and id."""


def offer(sight: Sight, key: str, text: str, act: Act) -> Offer:
    """Return an act as an offer, with what it costs or why it is not possible."""
    refusal = sight.possible(act)
    reason = why_not(sight, refusal) if refusal else taken_twice(sight, act)
    return Offer(
        key=key,
        text=text,
        aside=f"{sight.cost(act)} min",
        act=act,
        why_not=reason,
    )


def taken_twice(sight: Sight, act: Act) -> str:
    """Say so where you would work on what you work on already, or have lined up; "" otherwise."""
    if not isinstance(act, shapes.Take):
        return ""
    agenda = sight.agenda()
    if agenda.in_hand is not None and agenda.in_hand.act == act:
        return "You have it in hand already."
    if any(one.act == act for one in agenda.queued):
        return "It is next in line for you already."
    return ""


def allowed(sight: Sight, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return the offers whose acts this scenario uses."""
    used = sight.world.acts
    return tuple(one for one in offers if one.act is None or not used or one.act.kind in used)


def for_ticket(sight: Sight, ticket: TicketView) -> tuple[Offer, ...]:
    """Return what can be done about a ticket besides giving it away."""

    def lines() -> Iterator[Offer]:
        yield offer(sight, "o", "Open it and find out what it is", shapes.Triage(ticket.id))
        for priority in (1, 2, 3, 4):
            if priority != ticket.priority:
                act = shapes.SetPriority(ticket.id, priority)
                yield offer(
                    sight, str(priority), f"Set to {say.priority(sight.world, priority)}", act
                )
        yield offer(sight, "a", "Tell the sender that it was seen", shapes.Acknowledge(ticket.id))
        if ticket.incident:
            yield offer(sight, "l", "Link it and its duplicates", shapes.Link(ticket.incident))
        yield offer(sight, "w", "Work on it yourself", shapes.Take(ticket.id))

    return allowed(sight, lines())


def for_person(sight: Sight, who: AnalystView, labels: say.Labels) -> tuple[Offer, ...]:
    """Return what can be done with one person."""

    def lines() -> Iterator[Offer]:
        if who.waits_since is not None and who.on:
            yield offer(sight, "y", f"Go ahead: {who.asks}", shapes.GoAhead(who.on))
        agreed = who.agreed_check_in
        when = "" if agreed is None else f", agreed {say.clock(sight.world.starts, agreed)}"
        yield offer(sight, "c", f"Check in{when}", shapes.CheckIn(who.id))
        yield offer(sight, "h", '"How far are you?"', shapes.Ask(who.id))
        yield offer(sight, "l", "Sit down and listen", shapes.Listen(who.id))
        yield offer(sight, "b", "Send on a break", shapes.SendOnBreak(who.id))
        for key, entry in zip("rtn", deeds(sight, who.id), strict=False):
            text = f"Thank for: {told(sight, entry)}"
            yield offer(sight, key, text, shapes.Recognise(who.id, entry.number))
        yield offer(sight, "g", "Thank in general", shapes.Recognise(who.id))
        for key, task in zip("vu", finished(sight, who.id), strict=False):
            text = f"Go through {labels.task(task)} together"
            yield offer(sight, key, text, shapes.Review(who.id, task))
        for conflict in sight.conflicts():
            if who.id in conflict.between and not conflict.talked:
                both = say.listed(labels.who(one) for one in conflict.between)
                act = shapes.TalkThrough(conflict.id)
                yield offer(
                    sight, "m", f"Talk it through with {both}: what happened, what it did", act
                )
                label = shapes.TalkThrough(conflict.id, "label")
                yield offer(sight, "p", f"Tell {both} that they are being difficult", label)
        for key, question in zip("adefijosxz", sight.questions(who.id), strict=False):
            act_ = shapes.Ask(who.id, question.id)
            yield offer(sight, key, f"Ask: {say.quoted(question.says)}", act_)

    return allowed(sight, lines())


def for_outsider(sight: Sight, who: str) -> tuple[Offer, ...]:
    """Return what can be asked of somebody outside the team, or written to them."""

    def lines() -> Iterator[Offer]:
        yield offer(sight, "n", "Ask what they need, and by when", shapes.Ask(who, "needs"))
        for key, question in zip(SPARE_KEYS, sight.questions(who), strict=False):
            act = shapes.Ask(who, question.id)
            yield offer(sight, key, f"Ask: {say.quoted(question.says)}", act)

    return allowed(sight, lines())


def for_incident(sight: Sight, one: IncidentView, labels: say.Labels) -> tuple[Offer, ...]:
    """Return what can be done about an incident."""
    used = sight.world.acts

    def lines() -> Iterator[Offer]:
        if one.halted_since is not None:
            text = f"Go ahead: {one.question or one.asks}"
            yield offer(sight, "y", text, shapes.GoAhead(one.id))
        if not one.declared:
            for key, severity in (("d", 1), ("e", 2), ("f", 3)):
                act = shapes.Declare(one.id, severity)
                yield offer(sight, key, f"Declare it, severity {severity}", act)
        if one.unlinked:
            text = f"Link {say.count(one.unlinked, 'ticket')} to it"
            yield offer(sight, "l", text, shapes.Link(one.id))
        yield Offer("a", "Give it to somebody", opens="assign", about=one.id)
        yield offer(sight, "w", "Work on its next step yourself", shapes.Take(one.id))
        for key, (way, text) in zip("123456", one.ways, strict=False):
            yield offer(sight, key, text, shapes.Workaround(one.id, way))
        if not used or "escalate" in used:
            yield Offer(
                "h", "Ask somebody above or outside for help", opens="escalate", about=one.id
            )
        if any(not decision.made for decision in sight.decisions()):
            yield Offer("r", "Record a decision", opens="decide")

    return allowed(sight, lines())


def for_scene(scene: SceneView) -> tuple[Offer, ...]:
    """Return the ways to answer a scene, in the scenario's order."""
    return tuple(
        Offer(
            key=str(place),
            text=say.quoted(choice.say),
            aside=f"{choice.minutes} min",
            act=shapes.Answer(scene.id, choice.id),
            why_not=choice.locked,
        )
        for place, choice in enumerate(scene.choices, 1)
    )


def deeds(sight: Sight, who: str) -> Iterator[LogEntry]:
    """Return the newest things somebody did that could be named in thanks."""
    return islice(
        (
            entry
            for entry in sight.strip(LOOK_BACK)
            if _did(entry, who)
            and entry.kind in {"ticket.resolved", "incident.found", "incident.mitigated"}
        ),
        3,
    )


def finished(sight: Sight, who: str) -> Iterator[str]:
    """Return the newest tasks that somebody finished."""
    return islice(
        (
            entry.subject.partition(":")[2]
            for entry in sight.strip(LOOK_BACK)
            if _did(entry, who) and entry.kind in {"ticket.resolved", "incident.mitigated"}
        ),
        2,
    )


def _did(entry: LogEntry, who: str) -> bool:
    return entry.actor == f"analyst:{who}" or entry.data.get("by") == who
