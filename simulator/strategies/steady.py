"""The steady lead: plans first, spreads the work widely, and speaks at the times it agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.strategies import duties_incident as incident
from simulator.strategies import duties_people as people
from simulator.strategies import duties_queue as queue
from simulator.strategies import duties_words as words
from simulator.strategies import owed
from simulator.strategies.guided import READ, Guided
from simulator.strategies.matching import lightest_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.strategies.playbook import PlaybookStep

NEXT_WORD = 25
"""Minutes between updates to everybody."""

MARGIN = 5
"""Minutes before a promised word is due at which it goes out."""


class Steady(Guided):
    """Settles early what can be settled, and gives each piece to whoever carries least.

    Whoever can do a task gets it, with help where it is a stretch, rather than always the best.
    """

    def __init__(self, steps: Sequence[PlaybookStep] = ()) -> None:
        super().__init__(
            steps,
            next_word=NEXT_WORD,
            duties=(
                queue.brief,
                incident.go_ahead,
                owed.check_ins,
                owed.promised_words(MARGIN, NEXT_WORD),
                queue.hand_over(),
                incident.open_new_services(1, calm=True),
                incident.give_whole(lightest_for),
                self.only("escalate"),
                incident.declare,
                words.first_words(NEXT_WORD, ("users", "executive")),
                queue.open_from_somebody_known,
                queue.own_the_urgent(2, lightest_for),
                queue.own_what_lies(lightest_for),
                words.tell_the_desk,
                people.relieve,
                self.only(*READ),
                queue.decide(10),
                people.ask_needs,
                words.keep_the_cadence(NEXT_WORD, NEXT_WORD + 1),
                words.ask_outside,
                words.close,
                incident.link_many(1),
                incident.open_new_services(1),
                people.grow,
                people.hear,
                people.talk(),
                people.review,
                queue.acknowledge,
                incident.open_logged_high,
                people.thank,
                people.ask_the_team,
                queue.read_the_queue,
            ),
        )
