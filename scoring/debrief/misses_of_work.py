"""What the lead did not do about work: giving it away, leading it, seeing it, deciding on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.causes import own_acts
from scoring.debrief.grammar import sentence_of, together
from scoring.log import bare, whole
from scoring.measures.check_ins import agreed
from scoring.measures.common import GIVEN, fits, of_incident, span_of
from scoring.measures.delegation import charge
from scoring.measures.looking import known_as_one, place_of
from scoring.measures.prioritisation import ownership
from scoring.measures.way_on import spoilt
from scoring.rubric import Pattern

if TYPE_CHECKING:
    from scoring.debrief.missed import Missed
    from scoring.log import Log
    from simulator.engine.log import LogEntry


def not_led(miss: Missed) -> list[str]:
    """Return how far the lead led an incident: not at all, only from when, or not until when."""
    led = charge(miss.log, miss.window)
    over = span_of(miss.log, miss.window.subject)[1]
    if led.first is None:
        return [f"{nothing_else(miss, 0, over)} while it lasted.", *miss.on_its_own()]
    if led.first.at > led.half:
        text = nothing_else(miss, 0, led.half)
        return [f"{text} by {miss.clock(led.half)}, half of its time.", miss.told(led.first)]
    low, high = led.without or (miss.start, miss.end)
    text = nothing_else(miss, low, high)
    return [f"{text} between {miss.clock(low)} and {miss.clock(high)}."]


BESIDE = {
    **dict.fromkeys(GIVEN, "giving it away"),
    "analyst.checked-in": "looking in",
    "ticket": "single tickets",
    "analyst": "words with the team",
    "stakeholder": "answers to people outside",
}
"""What is about an incident and does not lead it, by kind of entry or its family."""


def nothing_else(miss: Missed, low: int, high: int) -> str:
    """Return the beginning of a sentence: nothing was about an incident, beside what was."""
    beside: dict[str, None] = {}
    for entry in own_acts(miss.log, low, high):
        if concerned(miss.log, entry) == miss.window.subject:
            name = BESIDE.get(entry.kind) or BESIDE.get(entry.kind.partition(".")[0], "")
            beside |= {name: None} if name else {}
    start = f"Beside {together(list(beside))}, nothing" if beside else "Nothing"
    return f"{start} that you did was about {miss.main}"


def concerned(log: Log, entry: LogEntry) -> str:
    """Return the incident that an act is about, or about a ticket of; "" for none."""
    if entry.subject.startswith("incident:"):
        return entry.subject
    if entry.subject.startswith("ticket:"):
        return of_incident(log, entry.subject)
    return f"incident:{entry.data.get('about', entry.data.get('task', ''))}"


def given_to_nobody(miss: Missed) -> list[str]:
    """Return who had it from the lead, if anybody, and what happened to it instead."""
    return [*miss.given(), *miss.on_its_own()]


def seen_and_given(miss: Missed) -> list[str]:
    """Return which half was missing: knowing it for one matter, or a place where it stayed."""
    known, place = known_as_one(miss.log, miss.window), place_of(miss.log, miss.window)
    if known is None or known.at > miss.end:
        return seen_as_one(miss)
    seen = f"It was known for one matter at {miss.clock(known.at)}."
    given = miss.by_then(e for e in miss.log.about(miss.window.subject) if e.kind in GIVEN)
    if place is not None and place.at > miss.end and given:
        return [seen, f"You gave it to {miss.taker(given[-1])}, and moved it on later."]
    return [seen, *miss.given()]


def seen_as_one(miss: Missed) -> list[str]:
    """Return that nobody saw the matter behind its tickets, and where the time went."""
    text = f"{miss.main} was not known for one matter before {miss.until}"
    return [sentence_of(text), *miss.elsewhere()]


def not_opened(miss: Missed) -> list[str]:
    """Return that the lead opened neither a ticket nor, for an incident, any of its tickets."""
    if miss.window.subject.startswith("incident:"):
        return [
            f"You opened none of the tickets about {miss.main} before {miss.until}, nor declared "
            "it.", *miss.on_its_own(),
        ]  # fmt: skip
    return [f"You did not open {miss.main} before {miss.until}.", *miss.on_its_own()]


BECAME = {
    "incident.reversed": "You took it back",
    "incident.no-better": "It made no difference, as was seen",
    "incident.worsened": "It made things worse",
}
"""What became of a workaround that was no way to go on."""


def no_way_on(miss: Missed) -> list[str]:
    """Return that people had no way to go on, or what became of the one that was tried."""
    about = miss.by_then(miss.log.about(miss.window.subject))
    placed = [entry for entry in about if entry.kind == "incident.workaround"]
    after = spoilt(miss.log, placed[-1]) if placed else None
    if after is not None:
        return [miss.told(placed[-1]), f"{BECAME[after.kind]} at {miss.clock(after.at)}."]
    text = f"You put no workaround in place for {miss.main} before {miss.until}, and wrote of none."
    return [text, *miss.elsewhere()]


def nobody_able(miss: Missed) -> list[str]:
    """Return what was missing of a ticket: a look at it, an able person, or one who kept it."""
    owned = ownership(miss.log, miss.window)
    if owned.known is None:
        had = f"{miss.taker(owned.owner)} had it by then, unopened by you." if owned.owner else ""
        return [f"You did not open {miss.main} before {miss.until}.", *([had] if had else [])]
    how = "looked at it" if owned.known.subject == miss.window.subject else "knew what it is"
    looked = f"You {how} at {miss.clock(owned.known.at)}"
    if owned.lost is not None:
        return [f"{looked}.", miss.told(owned.lost)]
    return [f"{looked}; it was with nobody who could do it and kept it before {miss.until}."]


def no_decision(miss: Missed) -> list[str]:
    """Return that nothing was decided, or what else was."""
    others = miss.by_then(miss.log.of("decision.recorded"))
    if others:
        text = f"You wrote down no decision on this before {miss.until}."
        return [text, miss.told(others[-1])]
    return [f"You wrote down no decision before {miss.until}."]


def no_look_in(miss: Missed) -> list[str]:
    """Return what became of looking in: none agreed on, one that came late, or none."""
    person = miss.scope.person
    looks = [
        entry for entry in miss.log.of("analyst.checked-in")
        if not person or bare(entry.subject) == person
    ]  # fmt: skip
    if looks:
        return [miss.told(looks[0])]
    found = agreed(miss.log, miss.scope)
    if found:
        at = miss.clock(whole(found[0].given.data.get("check_in")))
        return [f"You agreed to look in on {miss.taker(found[0].given)} at {at}, and did not."]
    if person:
        whom = miss.telling.thing(f"analyst:{person}")
        return [f"You agreed on no time to look in on {whom}, and did not look in."]
    return ["You agreed with nobody on a time to look in, and looked in on nobody."]


def gave_nothing(miss: Missed) -> list[str]:
    """Return that the lead gave no work away."""
    return ["No work of this kind went from you to anybody."]


def handed_nothing(miss: Missed) -> list[str]:
    """Return that nothing went from one to another."""
    return ["No work of this kind went from one of the team to another."]


def no_hand_over(miss: Missed) -> list[str]:
    """Return that the shift ended without a hand-over."""
    return ["You did not hand the shift over."]


NEVER_CAME = {"fact.learned": "You learned nothing new", "ticket.triaged": "You opened no ticket"}
"""What it means that no entry of a kind came in time; the rest is said in general words."""


def not_as_asked(miss: Missed) -> list[str]:
    """Return what came late, or after something else, of a pattern; or that nothing of it came."""
    pattern = miss.criterion.pattern or Pattern()
    if pattern.entry in GIVEN and miss.window.subject.startswith(("incident:", "ticket:")):
        return given_to_nobody(miss)
    came = next((e for e in miss.log.of(pattern.entry) if fits(miss.log, e, miss.scope)), None)
    if came is None:
        never = NEVER_CAME.get(pattern.entry, "Nothing of what is asked here happened")
        return [f"{never} before {miss.until}."]
    sooner = [e for e in miss.log.of(pattern.before) if e.number < came.number]
    return [miss.told(one) for one in (*sooner[:1], came)]
