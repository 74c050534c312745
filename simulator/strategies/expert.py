"""The expert: a good general lead, guided by the author's playbook where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.strategies import duties_incident as incident
from simulator.strategies import duties_people as people
from simulator.strategies import duties_queue as queue
from simulator.strategies import duties_words as words
from simulator.strategies import owed
from simulator.strategies.guided import Guided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.strategies.playbook import PlaybookStep

NEXT_WORD = 24
"""Minutes between updates to everybody: inside every audience's band."""

MARGIN = 3
"""Minutes before a promised word is due at which it goes out."""

GIVING = ("assign", "reassign")
"""Kinds of acts that give work away."""


class Expert(Guided):
    """Gives work away with the right to finish it, keeps its word, and has an eye for people."""

    def __init__(self, steps: Sequence[PlaybookStep] = ()) -> None:
        super().__init__(
            steps,
            next_word=NEXT_WORD,
            duties=(
                incident.go_ahead,
                owed.check_ins,
                owed.promised_words(MARGIN, NEXT_WORD),
                queue.hand_over(),
                incident.open_new_services(1, calm=True),
                self.giving(*GIVING),
                incident.give_whole(),
                self.only("escalate"),  # Who can look hears of it before words go round.
                words.first_words(NEXT_WORD, ("users",)),
                queue.open_from_somebody_known,
                queue.own_the_urgent(1),
                incident.declare,
                incident.link_many(4),
                people.grow,
                words.first_words(NEXT_WORD, ("executive",)),
                people.relieve,
                words.tell_the_desk,
                incident.open_new_services(1),
                self.all_but(*GIVING, "answer"),
                people.ask_what_they_saw,
                people.ask_needs,
                queue.decide(10),
                words.ask_outside,
                words.close,
                words.keep_the_cadence(NEXT_WORD, 26),
                people.talk(),
                incident.link_many(1),
                queue.acknowledge,
                people.review,
                people.hear,
                incident.open_logged_high,
                queue.own_the_urgent(2),
                queue.brief,
                people.thank,
                people.ask_the_team,
                queue.read_the_queue,
            ),
        )
