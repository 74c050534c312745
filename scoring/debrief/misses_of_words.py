"""What the lead did not say: updates, first words, requests, promises, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import whole
from scoring.measures.asking import asks, raises
from scoring.measures.common import concerning, to_audience
from scoring.measures.communication import first_word, tells_enough
from scoring.measures.executive import stretch
from scoring.measures.people import cover_answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.missed import Missed
    from simulator.engine.log import LogEntry


def no_update(miss: Missed) -> list[str]:
    """Return that an executive had no update on a matter while it lasted, or only its end."""
    low, _ = stretch(miss.log, miss.window)
    sent = [entry for entry in miss.said("message.sent") if entry.at >= low]
    on_it = [entry for entry in sent if concerning(entry, miss.window)]
    if on_it:
        return [miss.told(on_it[0])]
    span = f"from {miss.clock(low)} to {miss.until}"
    return [f"You sent {miss.hearers} no update{miss.about} {span}.", *other_matter(miss, sent)]


def other_matter(miss: Missed, sent: Sequence[LogEntry]) -> list[str]:
    """Return a message that was about something else, or else where the time went."""
    if not sent:
        return miss.elsewhere()
    who, at = miss.telling.thing(sent[0].subject), miss.clock(sent[0].at)
    return [f"What you wrote to {who} at {at} was about another matter."]


def no_first_word(miss: Missed) -> list[str]:
    """Return what was missing of a first word: itself, the next one's time, or that it is true."""
    found = first_word(miss.log, miss.window, miss.scope)
    if found is not None and found.at <= miss.end:
        return [miss.told(found)]
    sent = miss.said("message.sent")
    on_it = [entry for entry in sent if concerning(entry, miss.window)]
    if not on_it:
        text = f"You sent {miss.hearers} no first word{miss.about} before {miss.until}."
        return [text, *other_matter(miss, sent)]
    who, at = miss.telling.thing(on_it[0].subject), miss.clock(on_it[0].at)
    if whole(on_it[0].data.get("next"), -1) < 0:
        return [f"You wrote to {who} at {at}, and named no time for the next word."]
    if not tells_enough(on_it[0]):
        return [f"You wrote to {who} at {at}, and said neither what it does to people nor what is "
                "not known yet."]  # fmt: skip
    return [f"What you wrote to {who} at {at} said more than was known, or kept back what was."]


def no_promise(miss: Missed) -> list[str]:
    """Return that no next word was promised, or that its time had not come."""
    promises = to_audience(miss.log, miss.scope, miss.log.of("promise.made"))
    made = [entry for entry in promises if entry.cause == "lead"]
    if made:
        who, due = miss.telling.thing(made[0].subject), miss.clock(whole(made[0].data.get("due")))
        return [f"You promised {who} a word by {due}; no such time came before the shift ended."]
    whom = miss.hearers if miss.scope.audience or miss.scope.person else "anybody"
    return [f"You promised no next word to {whom}."]


def not_chased(miss: Missed) -> list[str]:
    """Return that somebody was not asked, or not asked again."""
    opens = miss.window.opened
    before = [e for e in miss.log.about(miss.refs[0]) if e.number < opens and asks(e)]
    since = miss.clock(miss.window.opens)
    if before:
        first = f"You did not ask {miss.main} again after {since}, up to {miss.until}."
        return [first, *miss.elsewhere()]
    return [f"You asked {miss.main} for nothing before {miss.until}.", *miss.elsewhere()]


def not_raised(miss: Missed) -> list[str]:
    """Return that somebody was not asked for help with a matter, or about another one only."""
    matter = miss.telling.thing(miss.window.subject)
    text = f"You did not ask {miss.main} for help with {matter} before {miss.until}."
    others = [
        entry for entry in miss.by_then(miss.log.about(miss.refs[0]))
        if asks(entry) and not raises(miss.log, miss.window, entry)
    ]  # fmt: skip
    return [text, *([miss.told(one) for one in others[:1]] or miss.elsewhere())]


def asked_for_nothing(miss: Missed) -> list[str]:
    """Return that nobody was asked for help, or only at an address that nobody reads."""
    sent = list(to_audience(miss.log, miss.scope, miss.log.of("task.escalated")))
    if sent:
        return [miss.told(sent[0])]
    whom = miss.hearers if miss.scope.audience or miss.scope.person else "nobody"
    if whom == "nobody":
        return ["You asked nobody outside the team for help."]
    return [f"You asked {whom} for no help."]


def no_closing_word(miss: Missed) -> list[str]:
    """Return that nobody had been written to who could then hear of the end."""
    text = f"You sent {miss.hearers} no word{miss.about} before {miss.until}."
    return [text, *other_matter(miss, miss.said("message.sent"))]


def nothing_aloud(miss: Missed) -> list[str]:
    """Return that nothing was said to the whole room."""
    return ["You said nothing to the whole desk, and briefed nobody."]


def spoke_with_nobody(miss: Missed) -> list[str]:
    """Return that no minute of the lead's went to one person of the team."""
    lasted = " while it lasted" if miss.scope.during else ""
    return [f"No look-in, question, thanks, talk or work went from you to anybody{lasted}."]


def no_answer(miss: Missed) -> list[str]:
    """Return who wanted a word about an absence and got none."""
    return [miss.told(one) for one in cover_answers(miss.log, miss.window, miss.criterion)[:2]]
