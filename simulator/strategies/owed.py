"""What a lead owes: promised words and agreed check-ins, each in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import AnyAct, CheckIn, Message
from simulator.strategies.messages import closing, update
from simulator.strategies.reading import loud

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import PromiseView
    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory


def subject_of(view: View, to: str) -> str:
    """Return what somebody waits to hear about: a burning incident, their own ticket, or ""."""
    spec = next(one for one in view.world.stakeholders if one.id == to)
    for incident in loud(view):
        if spec.expects or not spec.needs:
            return incident.id
    for ticket in view.all_tickets():
        if ticket.requester.startswith(spec.name):
            return ticket.id
    return next((one.id for one in view.incidents()), "")


def word_for(view: View, to: str, next_word: int) -> Message | None:
    """Return the word that is owed: the closing one where it is over, an update otherwise."""
    about = subject_of(view, to)
    over = about not in {one.id for one in loud(view)}
    return (closing(view, to, about) if over else None) or update(view, to, about, next_word)


def owed(view: View) -> list[PromiseView]:
    """Return the words that were promised, the next due first."""
    return [one for one in view.promises() if one.what == "update"]


def promised_words(margin: int, next_word: int) -> Duty:
    """Return the duty of sending promised words this many minutes before they are due."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        start = view.now
        for one in owed(view):
            word = word_for(view, one.to, next_word)
            if word is None:
                continue
            start += view.cost(word)
            if start + margin >= one.due:
                yield word

    return duty


def check_ins(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the agreed check-ins, begun so that they fall on their minute."""
    for who, minute in view.check_ins():
        act = CheckIn(who)
        late = minute + view.world.rules.check_in_late
        if minute <= view.now + view.cost(act) <= late:
            yield act


def would_be_late(view: View, act: AnyAct, next_word: int, slack: int) -> Message | None:
    """Return the promised word that would come late if this act went first; None for none.

    `slack` is the minutes left for whoever may come by meanwhile.
    """
    start = view.now + view.cost(act) + slack
    for one in owed(view):
        if isinstance(act, Message) and act.to == one.to:
            continue
        word = word_for(view, one.to, next_word)
        if word is None:
            continue
        start += view.cost(word)
        if start > one.due:
            first = owed(view)[0]
            return word_for(view, first.to, next_word)
    return None
