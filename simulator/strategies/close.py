"""The lead who stays close: near the work, a ticket in hand when it is calm, hands over early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Take
from simulator.strategies import duties_incident as incident
from simulator.strategies import duties_people as people
from simulator.strategies import duties_queue as queue
from simulator.strategies import duties_words as words
from simulator.strategies import owed
from simulator.strategies.guided import READ, Guided
from simulator.strategies.reading import burning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.strategies.memory import Memory
    from simulator.strategies.playbook import PlaybookStep

NEXT_WORD = 20
"""Minutes between updates to everybody."""

MARGIN = 3
"""Minutes before a promised word is due at which it goes out."""

LOOK_IN = 10
"""Minutes after giving an incident away at which a look in is agreed: the soonest of I2."""

EARLY = 30
"""Minutes before the end of the shift at which it is handed over."""

SMALL = 12
"""Minutes of the lead's own up to which a ticket is taken."""


class Close(Guided):
    """Gives what burns to the best at once, looks in soon, and lends a hand while nothing burns."""

    def __init__(self, steps: Sequence[PlaybookStep] = ()) -> None:
        super().__init__(
            steps,
            next_word=NEXT_WORD,
            duties=(
                incident.go_ahead,
                owed.check_ins,
                owed.promised_words(MARGIN, NEXT_WORD),
                incident.open_new_services(1),
                incident.give_whole(look_in=LOOK_IN),
                self.only("escalate"),
                incident.declare,
                words.first_words(NEXT_WORD, ("users", "executive")),
                self.only(*READ),
                people.ask_what_they_saw,
                words.tell_the_desk,
                queue.open_from_somebody_known,
                queue.own_the_urgent(2),
                queue.own_what_lies(),
                people.relieve,
                people.hear,
                incident.link_many(1),
                words.ask_outside,
                words.close,
                words.keep_the_cadence(NEXT_WORD, NEXT_WORD + 2),
                people.talk(),
                people.review,
                people.ask_needs,
                queue.decide(10),
                queue.brief,
                queue.acknowledge,
                incident.open_logged_high,
                people.thank,
                people.ask_the_team,
                queue.hand_over(EARLY),
                lend_a_hand,
                queue.read_the_queue,
            ),
        )


def lend_a_hand(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a small ticket for the lead's own hands, the oldest first, while nothing burns.

    A scenario whose lead has no tools does not offer the act.
    """
    if burning(view) or not view.allowed(Take.kind):
        return
    for ticket in sorted(view.waiting(), key=lambda one: one.number):
        if view.cost(Take(ticket.id)) <= SMALL:
            yield Take(ticket.id)
