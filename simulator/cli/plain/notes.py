"""What plain mode shows about facts, promises and wordings; each page is a list of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.plain.phrases import Who, left, listed, span
from simulator.engine import words
from simulator.engine.casing import capital
from simulator.runs.language.desk import Desk
from simulator.runs.language.forms import PART_KINDS
from simulator.runs.language.lookups import questions as askable
from simulator.runs.language.writing import write
from simulator.runs.sentences import SOMEBODY, filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.acts.shapes import Message
    from simulator.engine.seen import InHand, SceneView
    from simulator.engine.view import View

    Clock = Callable[[int], str]


def facts(view: View, clock: Clock) -> list[str]:
    """Return what the lead knows, and since when."""
    lines = [f"{fact.id}: {fact.text} (since {clock(fact.since)})" for fact in view.facts()]
    return lines or ["You know nothing yet beyond the queue."]


def promises(view: View, clock: Clock) -> list[str]:
    """Return what is owed to whom by when."""
    who = Who(view)
    lines = [
        f"{clock(p.due)} {p.what} to {who.person(p.to)}, {left(p.due - view.now)}"
        for p in view.promises()
    ]
    return lines or ["You owe nobody a word."]


def agenda(view: View, clock: Clock) -> list[str]:
    """Return what the lead is busy with, and what comes after."""
    now = view.agenda()
    desk = Desk(view)
    lines = []
    if now.in_hand is not None:
        until = f" until {clock(now.in_hand.until)}" if now.in_hand.until is not None else ""
        lines.append(f"You are busy{until}: {write(now.in_hand.act, desk)}")  # type: ignore[arg-type]
    lines += [
        f"then, {span(item.minutes)}: {write(item.act, desk)}"  # type: ignore[arg-type]
        for item in now.queued
    ]
    return lines or ["You are free."]


def overtaken(one: InHand, view: View, clock: Clock) -> str:
    """Return that a message is overtaken, and how to keep it from going."""
    back = f"undo {one.number}" if one.begun is None else "leave"
    text = write(one.act, Desk(view))  # type: ignore[arg-type]
    return (
        f"That is over since {clock(one.over_since)}, and this has not gone yet: {text}. "
        f"It goes as it is; {back} takes it back."
    )


def scene(one: SceneView, view: View, clock: Clock) -> list[str]:
    """Return a scene as it stands: who, what, the choices with their minutes, and the limit."""
    sender = Who(view).person(one.sender) if one.sender else _unlisted(one, view)
    how = {"phone": "calls", "walk-up": "is at your desk", "chat": "writes"}.get(
        one.channel, "wants a word"
    )
    lines = [f"{sender} {how} ({one.id}, until {clock(one.until)}): “{one.says}”"]
    for number, choice in enumerate(one.choices, 1):
        locked = f" Not open: {choice.locked}" if choice.locked else ""
        lines.append(f"  {number}  {choice.say} ({span(choice.minutes)}){locked}")
    lines.append(f"Answer with a number, or: not-now {one.id}")
    return lines


def _unlisted(one: SceneView, view: View) -> str:
    """Return the name of somebody who is on no list; how they come is said beside it."""
    name = words.names(view.world)[f"scene:{one.id}"]
    return capital(SOMEBODY if name.startswith(SOMEBODY) else name)


def scenes(view: View, clock: Clock) -> list[str]:
    """Return every scene that waits for an answer."""
    lines = [line for one in view.scenes() for line in scene(one, view, clock)]
    return lines or ["Nothing waits for an answer."]


def questions(view: View, clock: Clock, who: str) -> list[str]:
    """Return what somebody can be asked."""
    names = askable(Desk(view), {"who": who})
    return [f"{number}  {n.id}: {n.says}" for number, n in enumerate(names, 1)]


def messages(view: View, clock: Clock, to: str, about: str = "") -> list[str]:
    """Return the wordings on offer for each part of a message."""
    lines = []
    for kind in PART_KINDS:
        for number, wording in enumerate(view.wordings(to, about, kind), 1):
            guess = "" if wording.known else " (you do not know this yet)"
            text = wording.text.replace("{time}", "…")
            lines.append(f"{kind}={wording.id} [{number}]: {text}{guess}")
    return lines or ["There is no wording on offer."]


def message_text(act: Message, view: View, clock: Clock) -> str:
    """Return a message as its audience will read it."""
    texts = {w.id: w.text for w in view.wordings(act.to, act.about)}
    return " ".join(
        texts.get(e.wording, "").replace("{time}", "" if e.minute is None else clock(e.minute))
        for e in act.elements
        if e.wording
    )


def decisions(view: View, clock: Clock) -> list[str]:
    """Return what can be decided, with the reasons and fallbacks on offer."""
    lines = []
    for one in view.decisions():
        by = f" (by {clock(one.by)})" if one.by is not None else ""
        made = " (decided)" if one.made else ""
        lines.append(f"{one.id}: {filled(one.text)}{by}{made}")
        lines += [f"  why {key}: {text}" for key, text in one.reasons]
        lines += [f"  if-fails {key}: {text}" for key, text in one.fallbacks]
    return lines or ["There is nothing to decide aloud."]


def conflicts(view: View, clock: Clock) -> list[str]:
    """Return the friction that has shown."""
    who = Who(view)
    lines = []
    for one in view.conflicts():
        pair = listed(map(who.person, one.between))
        heard = f"; you listened to {listed(map(who.person, one.heard))}" if one.heard else ""
        talked = "; talked through" if one.talked else ""
        lines.append(f"{one.id}: {pair}, {clock(one.since)}: {one.sign}{heard}{talked}")
    return lines or ["No friction has shown."]
