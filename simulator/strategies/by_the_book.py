"""The lead by the book: every step of the procedure in time, and no feel for people."""

from __future__ import annotations

from simulator.strategies import duties_incident as incident
from simulator.strategies import duties_queue as queue
from simulator.strategies import duties_words as words
from simulator.strategies import owed
from simulator.strategies.answers import answer_with, quickest
from simulator.strategies.dutiful import Dutiful

NEXT_WORD = 25
"""Minutes between updates to everybody."""


class ByTheBook(Dutiful):
    """Triages by what is logged, declares, assigns up to the next finding, reports by cadence.

    Whoever works asks before each step that matters; breaks, quarrels and learning are not in
    the procedure, and whoever wants a word gets the quickest answer.
    """

    def __init__(self) -> None:
        super().__init__(
            at_once=(answer_with(quickest),),
            duties=(
                queue.brief,
                owed.check_ins,
                owed.promised_words(2, NEXT_WORD),
                incident.declare,
                incident.give_by_the_step,
                incident.go_ahead,
                words.first_words(NEXT_WORD, ("users", "executive")),
                incident.link_many(1),
                words.tell_the_desk,
                incident.open_new_services(3),
                incident.open_logged_high,
                queue.own_the_urgent(2),
                words.keep_the_cadence(NEXT_WORD, 30),
                words.ask_outside,
                words.close,
                queue.acknowledge,
                queue.hand_over(),
            ),
        )
