"""Words read in a shift: each text once, in the part where it stands, and nothing unseen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.shapes import Answer, Ask, Assign, Triage
from simulator.runs.playable import Playable, scenario_at
from simulator.runs.prose import Prose, prose
from simulator.strategies.protocol import play

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View


@dataclass
class Gives:
    """Gives these acts at once, and nothing else."""

    acts: tuple[AnyAct, ...] = ()

    def decide(self, view: View) -> Iterator[AnyAct]:
        """Give them in the first minute."""
        if view.now == 0:
            yield from self.acts


@pytest.fixture(scope="module")
def tutorial() -> Playable:
    return scenario_at("tutorial")


def read(tutorial: Playable, *acts: AnyAct) -> Prose:
    return prose(play(tutorial.world, Gives(acts), 1))


def words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


def test_nothing_done_still_shows_the_briefing_the_scenes_and_the_news(tutorial: Playable) -> None:
    world, found = tutorial.world, read(tutorial)
    opened = [one.scene for one in world.storyline if one.scene is not None]
    assert found.briefing == words(*world.briefing, *(one.wants for one in world.team))
    assert found.scenes == words(*(scene.says for scene in opened))
    assert found.choices == words(*(c.say for scene in opened for c in scene.choices))
    assert found.told >= words("Twelve visitors are here. Ida writes the badges by hand.")
    assert found.tickets == 0


def test_what_practice_adds_about_an_answer_stands_apart(tutorial: Playable) -> None:
    silent, found = read(tutorial), read(tutorial, Answer("ida-rings", "write-a-ticket"))
    feedback = "True, and Ida still does not know whether anybody comes."
    assert found.practice == silent.practice + words(feedback)
    assert found.read == sum(found[:5])


def test_hints_about_what_began_are_what_practice_adds(tutorial: Playable) -> None:
    hint, *_ = tutorial.world.hints
    assert read(tutorial).practice >= words(hint.says) > 0


def test_a_question_is_read_with_its_answer_once_it_is_asked(tutorial: Playable) -> None:
    (question,) = tutorial.world.questions
    more = read(tutorial, Ask("kai", question.id)).told - read(tutorial).told
    assert more == words(question.says, question.answer)


def test_the_text_of_a_ticket_counts_once_however_often_it_is_read(tutorial: Playable) -> None:
    body = words("The fan runs, the screen does not.")
    assert read(tutorial, Triage("black-screen")).tickets == body
    twice = (Triage("black-screen"), Assign("black-screen", "lea"))
    assert read(tutorial, *twice).tickets == body


def test_a_note_that_no_item_of_the_storyline_tells_is_read_too(tutorial: Playable) -> None:
    silent = "The phone at reception has stopped ringing."
    answered = read(tutorial, Answer("ida-rings", "write-a-ticket"))
    assert read(tutorial).told == answered.told + words(silent)
