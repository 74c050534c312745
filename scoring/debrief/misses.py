"""What the lead did in a window that was left unused: exactly what the log shows, by measure.

Each sentence names its matter, its time or its person, so that no other act of the same shift
makes it false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief import misses_of_people as people
from scoring.debrief import misses_of_words as words
from scoring.debrief import misses_of_work as work

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.debrief.missed import Missed

MISSES: dict[str, Callable[[Missed], list[str]]] = {
    "delegated-complete": work.given_to_nobody,
    "delegated-gaps": work.given_to_nobody,
    "own-hands": work.not_led,
    "stands-still": work.given_to_nobody,
    "asked-first": work.given_to_nobody,
    "check-ins-kept": work.no_look_in,
    "within-reach": work.gave_nothing,
    "fitting-room": work.gave_nothing,
    "free-hands": work.gave_nothing,
    "hand-off-notes": work.handed_nothing,
    "handed-over": work.no_hand_over,
    "seen-as-one": work.seen_as_one,
    "seen-and-given": work.seen_and_given,
    "way-on": work.no_way_on,
    "first-triage": work.not_opened,
    "capable-owner": work.nobody_able,
    "decision-complete": work.no_decision,
    "decision-time": work.no_decision,
    "pattern": work.not_as_asked,
    "executive-words": words.no_update,
    "first-update": words.no_first_word,
    "first-jargon": words.no_first_word,
    "promises-kept": words.no_promise,
    "chases": words.not_chased,
    "raised": words.not_raised,
    "requests-complete": words.asked_for_nothing,
    "closing-word": words.no_closing_word,
    "remote-lag": words.nothing_aloud,
    "remote-share": words.spoke_with_nobody,
    "absence-covered": words.no_answer,
    "relief": people.no_relief,
    "friction-talk": people.no_talk,
    "friction-quality": people.no_talk,
    "both-heard": people.not_both_heard,
    "stretch-work": people.no_stretch,
    "stretch-time": people.no_stretch,
}
"""What an unused window means, by measure; a measure that is not here always finds a
figure, or that there was no need."""


def unused_words(miss: Missed) -> tuple[str, ...]:
    """Return what the lead did in a window that was left unused, in plain sentences."""
    return tuple(MISSES.get(miss.criterion.measure, work.not_as_asked)(miss))
