"""How the team becomes the lines of a snapshot: places, what was arranged, and signs to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.vocabulary import ROLES
from simulator.tui import say
from simulator.tui.second_pair import meant_for
from simulator.tui.shown import PersonShown

if TYPE_CHECKING:
    from simulator.engine.seen import AnalystView, IncidentView
    from simulator.tui.desk import Sight
    from simulator.tui.say import Labels

CALLS = {"on-call": "call to", "with-visitor": "visitor to", "wrap-up": "notes to"}
"""What somebody is busy with who is on the telephone, at the counter, or writes up a call."""
SIGNS = {
    "no-break": "no break yet",
    "stretched": "stretched",
    "short-notes": "shorter notes",
    "late-replies": "late replies",
}
"""Words for the signs of a person that can be seen; never the figures behind them."""


def people(sight: Sight, labels: Labels) -> tuple[PersonShown, ...]:
    """Return the team: what each one does, who waits for you, and the signs to be seen."""
    return tuple(_person(one, sight, labels) for one in sight.team())


def _person(one: AnalystView, sight: Sight, labels: Labels) -> PersonShown:
    waits = "" if one.waits_since is None else f"WAITS FOR YOU {sight.now - one.waits_since} min"
    return PersonShown(
        id=one.id,
        short=one.short,
        load=one.load,
        doing=doing(one, sight, labels),
        waits=waits,
        signs=", ".join([*_arranged(one, labels), *signs(one)]),
        roles=", ".join((*roles(one, sight), *_meant(one, sight))),
    )


def _meant(one: AnalystView, sight: Sight) -> tuple[str, ...]:
    """Return for what somebody is called from other work: the risky step of an incident."""
    watched = meant_for(one.id, sight)
    if watched is None:
        return ()
    return ("checks a step",) if one.on == watched.id else ("comes for a risky step",)


def roles(one: AnalystView, sight: Sight) -> tuple[str, ...]:
    """Return the roles somebody has in open incidents, in words."""
    held = (role for incident in sight.incidents() for role, who in incident.roles if who == one.id)
    return tuple(ROLES[role] for role in dict.fromkeys(held))


def who_has_roles(one: IncidentView, labels: Labels) -> str:
    """Return who has which role in an incident; operations is whoever works on it."""
    held = dict(one.roles)
    return " · ".join(
        f"{ROLES[role]} {labels.who(held.get(role, 'lead'))}"
        for role in ("lead", "communications", "scribe")
    )


def signs(one: AnalystView) -> tuple[str, ...]:
    """Return in words what can be seen of somebody; who is on a break has had one."""
    seen = (sign for sign in one.signs if (sign, one.place) != ("no-break", "break"))
    return tuple(SIGNS.get(sign, sign.replace("-", " ")) for sign in seen)


def _arranged(one: AnalystView, labels: Labels) -> list[str]:
    """Return what was arranged with somebody: kept free, side by side with somebody."""
    kept = [f"kept for {one.kept_for.replace('p1', 'urgent work')}"] if one.kept_for else []
    return kept + ([f"beside {labels.who(one.paired)}"] if one.paired else [])


def doing(one: AnalystView, sight: Sight, labels: Labels) -> str:
    """Return where somebody is and what they are busy with, in a few words."""
    starts = sight.world.starts
    match one.place:
        case "break":
            return f"break, {say.clock(starts, one.until)}" if one.until else "on a break"
        case "talk":
            return "with you"
        case "aside":
            return f"busy, {say.clock(starts, one.until)}" if one.until else "busy elsewhere"
        case "away":
            if one.until:
                return f"in at {say.clock(starts, one.until)}"
            return "not here" if one.spare else "gone home"
        case "absent":
            return "sick today"
    if one.call and one.call_until is not None:
        return f"{CALLS[one.call]} {say.clock(starts, one.call_until)}"
    where = _at_work(one, sight, labels)
    where = f"{where}, phones" if one.phones else where
    return f"{where}, at home" if one.remote else where


def _at_work(one: AnalystView, sight: Sight, labels: Labels) -> str:
    """Return what somebody at the desk has in front of them."""
    if one.on:
        return labels.task(one.on)
    if one.parked:
        return f"{labels.task(one.parked[0])} set aside"
    if one.since > 0 and one.idle <= 1 and sight.now - one.since <= 1:
        return "just in" if _arrived(one.id, sight) == one.since else "free"
    return f"idle {one.idle} min" if one.idle else "free"


def _arrived(ident: str, sight: Sight) -> int:
    return next((spec.arrives for spec in sight.world.team if spec.id == ident), 0)
