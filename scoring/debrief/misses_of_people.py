"""What the lead did not do for people: a break, a talk, a hearing, work to grow on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.measures.people import GIVES, important, stretches

if TYPE_CHECKING:
    from scoring.debrief.missed import Missed


def no_relief(miss: Missed) -> list[str]:
    """Return that somebody got no break from the lead, and nothing taken off them."""
    who = miss.telling.thing(f"analyst:{miss.person}")
    since = miss.clock(miss.window.opens)
    text = f"After {since} you neither sent {who} on a break nor left them less than they carried"
    return [f"{text}, up to {miss.until}.", *miss.elsewhere()]


def no_talk(miss: Missed) -> list[str]:
    """Return that a conflict was not talked through with both."""
    return [f"You did not bring {miss.main} together before {miss.until}.", *miss.elsewhere()]


def not_both_heard(miss: Missed) -> list[str]:
    """Return which of two people was heard alone, if one was."""
    heard = [
        miss.log.entries[entry.because]
        for entry in miss.by_then(miss.log.about(miss.window.subject))
        if entry.kind == "conflict.changed" and entry.data.get("why") == "heard"
    ]
    if not heard:
        return [f"You heard neither of {miss.main} alone before {miss.until}.", *miss.elsewhere()]
    who, at = miss.telling.thing(heard[0].subject), miss.clock(heard[0].at)
    return [f"Of {miss.main}, you heard only {who} alone before {miss.until}, at {at}."]


def no_stretch(miss: Missed) -> list[str]:
    """Return that somebody had no important work to learn from, or only what they could do."""
    person = miss.scope.person
    who = miss.telling.thing(f"analyst:{person}") if person else "anybody"
    wanted = sorted(miss.scope.priority) or [1, 2]
    sort = " or ".join(miss.telling.priority(one) for one in wanted)
    late = stretches(miss.log, miss.scope)
    if late:
        return [miss.told(late[0].given)]
    given = [
        entry for entry in miss.log.of(*GIVES)
        if important(entry, miss.scope) and (not person or entry.data.get("to") == person)
    ]  # fmt: skip
    if given:
        return [
            miss.told(given[0]),
            f"It asked no more of {miss.taker(given[0])} than they can do.",
        ]
    return [f"You gave {who} no {sort} work to learn from, alone or beside somebody."]
