"""Leads that answer by the look of the choices alone, and otherwise only keep the queue opened.

Where one of them earns more credit in scenes than a guess does, the wording of the choices gives
the best one away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from simulator.strategies import duties_incident as incident
from simulator.strategies import duties_queue as queue
from simulator.strategies.answers import answer_with, unlocked
from simulator.strategies.dutiful import Dutiful

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.seen import ChoiceView, SceneView
    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory

Look = Callable[["View", str], int]
"""How much of something the words of a choice have: the most is taken, of several the first."""

POLITE = re.compile(
    r"\b(please|thank(?:s| you)|sorry|apologi[sz]e|I understand|I see|I hear you|of course|gladly"
    r"|happy to|kind(?:ly)?|appreciate|welcome|I'd like|good of you)\b",
    re.IGNORECASE,
)
"""Words of courtesy."""

ASKS = re.compile(r"\?|\b(?:tell|show|send|give|let) (?:me|us)\b|\bI ask\b", re.IGNORECASE)
"""What asks a question, or for something."""

ABOVE = re.compile(
    r"\b(manager|director|boss|head of|chief|management|escalat\w+|upstairs)\b", re.IGNORECASE
)
"""Words for somebody above the lead, and for going to them."""

ABOVE_US = frozenset({"executive", "manager"})
"""Audiences above the lead."""


def place(view: View, say: str) -> int:
    """Return the same for every choice, so that the first is taken."""
    return 0


def length(view: View, say: str) -> int:
    """Return how many words a choice has."""
    return len(say.split())


def courtesy(view: View, say: str) -> int:
    """Return how many polite words a choice has."""
    return len(POLITE.findall(say))


def asking(view: View, say: str) -> int:
    """Return how often a choice asks."""
    return len(ASKS.findall(say))


def escalation(view: View, say: str) -> int:
    """Return how often a choice names somebody above, or going there."""
    names = [one.short for one in view.stakeholders() if one.audience in ABOVE_US]
    return len(ABOVE.findall(say)) + sum(say.count(name) for name in names)


def answer_by(look: Look) -> Duty:
    """Return the duty of answering every scene with the choice that has most of a look."""

    def duty(view: View, memory: Memory) -> Iterable[AnyAct]:
        def most(scene: SceneView) -> ChoiceView | None:
            return max(unlocked(scene), key=lambda one: look(view, one.say), default=None)

        return answer_with(most)(view, memory)

    return duty


class OptionsOnly(Dutiful):
    """Answers by one look of the words; opens and gives away the urgent, so that time goes on."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            at_once=(answer_by(look),),
            duties=(queue.brief, incident.open_logged_high, queue.own_the_urgent(2)),
        )


WORDS = {
    "always-longest": length,
    "always-politest": courtesy,
    "always-asks": asking,
    "always-escalates": escalation,
}
"""What each of these leads looks for in the words, by the lead's name."""

LOOKS = {"always-first": place, **WORDS}
"""All of them: the place of a choice is drawn for every seed, and going by it is a guess."""
