"""Words for who is named beside the one that has a task: what they do, and what calls them off."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.engine.seen import IncidentView
    from simulator.tui.desk import Sight
    from simulator.tui.say import Labels


def does(short: str, incident: bool) -> str:
    """Return what somebody beside does, as it is said to who gets the task.

    On an incident they come for a risky step only, and have work of their own until then; about a
    ticket they can be asked.
    """
    if incident:
        return f"For a risky step {short} comes and checks it with you."
    return f"If you need help, ask {short}."


def is_there(one: IncidentView, sight: Sight) -> bool:
    """Return whether the second pair of eyes of an incident is at it now."""
    return any(who.id == one.beside and who.on == one.id for who in sight.team())


def watching(one: IncidentView, sight: Sight, labels: Labels) -> str:
    """Return where the second pair of eyes of an incident is: beside it, or to come."""
    short = labels.who(one.beside)
    return f"{short} beside" if is_there(one, sight) else f"{short} comes for a risky step"


def meant_for(who: str, sight: Sight) -> IncidentView | None:
    """Return the open incident that somebody is the second pair of eyes of, None for none."""
    return next(
        (one for one in sight.incidents() if one.state == "open" and who and one.beside == who),
        None,
    )


def called_off(who: str, task: str, sight: Sight, labels: Labels) -> str:
    """Say what becomes of a check that somebody is meant for if they get this task; "" for none."""
    one = meant_for(who, sight)
    if one is None or one.id == task:
        return ""
    short = labels.who(who)
    if is_there(one, sight):
        return f"{short} is checking a step of {one.name} now; this calls {short} away from it."
    meant = f"{short} is to check the risky step of {one.name}"
    if any(other.id == task for other in sight.incidents()):
        return f"{meant}, and does not come while this is in hand."
    return f"{meant}, and then sets this aside for it."
