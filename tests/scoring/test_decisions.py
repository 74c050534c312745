"""Decisions that were recorded: how fully, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scoring.figures import take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


@pytest.mark.parametrize(
    ("said", "points"),
    [({}, 3), ({"beside_point": ("seen",)}, 2), ({"too_late": True}, 2),
     ({"beside_point": ("seen",), "too_late": True}, 1)],
)  # fmt: skip
def test_a_reason_that_does_not_bear_and_a_time_too_late_say_nothing(
    maker: Maker, said: dict[str, int | tuple[str, ...]], points: int
) -> None:
    maker.window(25, "way-back", "desk", 135)
    decide(maker, 40, "paper", why=("bank", "seen"), threshold=125, if_fails=True, **said)
    assert take("decision-complete", maker.log(), kind="way-back").value == points


def decide(maker: Maker, at: int, what: str = "paper", **more: int | tuple[str, ...]) -> int:
    data: dict[str, int | tuple[str, ...]] = {
        "why": (), "threshold": -1, "if_fails": False, "minutes": 2, **more,
    }  # fmt: skip
    fields = {"what": what, **data}
    return maker.put(at, "decision.recorded", "desk", "lead", "", fields)


def test_the_fullest_decision_by_the_closing_counts(maker: Maker) -> None:
    maker.window(25, "way-back", "desk", 135)
    decide(maker, 40)
    full = decide(maker, 75, why=("bank",), threshold=125, if_fails=True)
    log = maker.log()
    assert (take("decision-complete", log, kind="way-back").value) == 3
    assert take("decision-complete", log, kind="way-back").evidence == (full,)
    assert take("decision-time", log, kind="way-back").value == 50


def test_a_window_on_one_decision_ignores_the_others(maker: Maker) -> None:
    maker.window(25, "way-back", "decision:paper", 135)
    decide(maker, 40, "overtime", why=("bank",), threshold=125, if_fails=True)
    assert take("decision-complete", maker.log(), kind="way-back").value is None
