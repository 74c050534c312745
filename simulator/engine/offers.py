"""What the lead is offered to say: decisions, questions, wordings, and answers in scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.messages import offered
from simulator.engine.seen import ChoiceView, DecisionView, QuestionView, SceneView, WordingView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.records.story import Scene
    from simulator.engine.state import State


def decisions(s: State) -> Iterator[DecisionView]:
    """Yield decisions that can be recorded now, or were."""
    for spec in s.world.decisions:
        if all(need in s.facts for need in spec.needs):
            yield DecisionView(
                spec.id, spec.text, tuple((r.id, r.text) for r in spec.reasons),
                tuple((r.id, r.text) for r in spec.fallbacks), spec.by,
                spec.id in s.decisions,
            )  # fmt: skip


def questions(s: State, who: str) -> Iterator[QuestionView]:
    """Yield the questions that can be put to somebody now."""
    for one in s.world.questions:
        if (
            one.to == who
            and f"{who}/{one.id}" not in s.asked
            and (one.when is None or one.when.holds(s))
        ):
            yield QuestionView(one.id, who, one.says)


def wordings(s: State, to: str, about: str, element: str) -> Iterator[WordingView]:
    """Yield the wordings offered for a message."""
    for one in offered(s, to, about):
        if not element or one.element == element:
            known = all(need in s.facts for need in one.needs)
            yield WordingView(one.id, one.element, one.text, known)


def scenes(s: State) -> Iterator[SceneView]:
    """Yield the scenes that stand open, oldest first."""
    for ident, one in s.scenes.items():
        if one.state in ("open", "put-off"):
            spec = s.plan.story[ident].scene
            assert spec is not None
            yield SceneView(
                ident, spec.sender, spec.says, spec.channel, one.until,
                one.state == "put-off", tuple(_choices(s, one)), spec.name,
            )  # fmt: skip


def _choices(s: State, scene: Scene) -> Iterator[ChoiceView]:
    for one in scene.choices:
        locked = one.locked is not None and one.locked.holds(s)
        reason = (one.lock_reason or "not open now") if locked else ""
        yield ChoiceView(one.id, one.say, one.minutes, reason)
