"""A desk with a CFO who calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.world import Choice, Effect, StorySpec

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


CALL = (
    Choice("needs", "What do you need?", 4, 2, (Effect("learn", "why"),)),
    Choice("next", "I call at nine.", 3, 1, (Effect("trust", "cfo", 2),)),
    Choice("guess", "By eleven.", 2, 3),
)


def desk_with(kit: Kit, *story: StorySpec, **more: Any) -> Desk:
    """Return a desk with a CFO and this storyline."""
    return kit.desk(kit.world(storyline=story, stakeholders=(kit.person("cfo"),), **more))


def call(kit: Kit, at: int = 10, **more: Any) -> StorySpec:
    """Return the CFO's call: what is needed comes first, until it is known."""
    fields: dict[str, Any] = {
        "sender": "cfo", "within": 6, "criterion": "communication.cfo",
        "best": (
            (kit.condition(lambda s: "why" not in s.facts), "needs"),
            (kit.condition(lambda s: "down" in s.facts), "next"),
        ),
        "unanswered": (Effect("trust", "cfo", -6),),
    } | more  # fmt: skip
    return kit.scene("call", at, *CALL, **fields)
